extension Simulation {
    // MARK: Joining a course, and when a group forms

    mutating func prepareCourse(_ index: Int) {
        let course = plan.courses[index]
        var state = CourseState()
        state.stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: compiled.model.coursePlans[index].name)
        courses.append(state)
        if course.start == .dates, let first = compiled.model.coursePlans[index].dates.first,
            first < horizon
        {
            events.schedule(.courseDate, at: first, phase: .start, subject: Int32(index), generation: 0)
        }
    }

    /// The queue of a course lies behind those of the resources.
    @inline(__always)
    func queue(ofCourse index: Int) -> Int { compiled.model.resources.count &+ index }

    mutating func enterCourse(_ t: Int, _ s: Int) -> Int32 {
        let index = Int(compiled.model.steps[s].row)
        let queueing = compiled.model.queueings[Int(plan.courses[index].queueing)]
        if queueing.waitingRoom >= 0 || queueing.canBalk {
            let isFull = queueing.waitingRoom >= 0 && observations.waiting[s] >= queueing.waitingRoom
            if isFull || (queueing.canBalk && holds(queueing.balk, t)) {
                return balk(t, s, by: queueing.balked)
            }
        }
        tokens[t].units = seats(t, index)
        comes(to: s)
        observations.waiting[s] &+= 1
        tokens[t].status = .gathering
        tokens[t].place = -1
        tokens[t].sessions = 0
        tokens[t].priority = 0
        if queueing.hasPriority {
            let priority = evaluate(queueing.priority, t)
            if priority.isNaN { undefined(t) } else { tokens[t].priority = priority }
        }
        if plan.courses[index].attendedSlot >= 0 {
            memory[Int(tokens[t].root) &* memoryCount &+ Int(plan.courses[index].attendedSlot)] = 0
        }
        if let patience = queueing.patience {
            let until = patienceEnd(patience, t)
            scheduleExpiry(.token, at: until, subject: Int32(t), generation: tokens[t].generation)
        }
        joinGathering(t, index, atFront: false)
        return -1
    }

    /// The seats a citizen takes: at least one, and no more than there are.
    @inline(__always)
    private mutating func seats(_ t: Int, _ index: Int) -> Int32 {
        if plan.courses[index].seats.isConstant, plan.courses[index].seats.value == 1 { return 1 }
        let seats = evaluate(plan.courses[index].seats, t)
        if seats.isNaN { undefined(t) }
        return Int32(min(max(1, seats.isNaN ? 1 : seats.rounded()), Double(plan.courses[index].maximum)))
    }

    mutating func joinGathering(_ t: Int, _ index: Int, atFront: Bool) {
        let queue = queue(ofCourse: index)
        let wasEmpty = queues.isEmpty(queue)
        tokens[t].status = .gathering
        tokens[t].firstNode = queues.join(
            queue, token: Int32(t), units: tokens[t].units, priority: tokens[t].priority, atFront: atFront,
            sibling: -1, at: now)
        courses[index].seatsWaiting &+= tokens[t].units
        switch plan.courses[index].start {
        case .dates: break
        case .whenFull:
            if wasEmpty { startGathering(index) }
            let isFull = courses[index].seatsWaiting >= plan.courses[index].maximum
            if isFull || courses[index].isOverdue, hasMinimum(index) { formGroup(index) }
        case .whenStaffFree: requestStaffIfEnough(index)
        case .rolling: scheduleRollingSession(index, after: now - 1)
        }
    }

    mutating func startGathering(_ index: Int) {
        courses[index].gathering &+= 1
        guard let gather = plan.courses[index].gather else { return }
        let until = groupTime(index, gather, ordinal: courses[index].groupsMade)
        scheduleExpiry(.gatherTimer, at: until, subject: Int32(index), generation: courses[index].gathering)
    }

    /// The instant a drawn duration after now, with the luck of a group of the course instead of a citizen's.
    ///
    /// A formula may ask for the clock and the system, not for a citizen (which the compiler refuses).
    mutating func groupTime(_ index: Int, _ duration: CompiledDuration, ordinal: UInt32) -> Int64 {
        if duration.fixed >= 0 { return now &+ duration.fixed }
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].step = plan.courses[index].step
        tokens[t].stream = courses[index].stream
        tokens[t].ordinal = ordinal
        let time = after(duration, t)
        freeTokens.append(Int32(t))
        return time
    }

    mutating func gatherTimer(_ index: Int, _ generation: UInt32) {
        guard generation == courses[index].gathering, !queues.isEmpty(queue(ofCourse: index)) else { return }
        if hasMinimum(index) || plan.courses[index].runAnyway {
            formGroup(index)
        } else {
            // Too few: they go on waiting, and the group forms as soon as there are enough.
            courses[index].gathering &+= 1
            courses[index].isOverdue = true
        }
    }

    /// Whether a group formed now would reach its minimum.
    mutating func hasMinimum(_ index: Int) -> Bool {
        let minimum = plan.courses[index].minimum
        return courses[index].seatsWaiting >= minimum && seatsReady(index, joinedBy: now) >= minimum
    }

    /// Seats that a group formed now would take (`fill` takes the same ones).
    mutating func seatsReady(_ index: Int, joinedBy latest: Int64) -> Int32 {
        let maximum = plan.courses[index].maximum
        var seats: Int32 = 0
        var node = queues.head(queue(ofCourse: index))
        while node >= 0, seats < maximum {
            let t = Int(queues.nodes[Int(node)].token)
            if tokens[t].enteredAt <= latest, seats &+ tokens[t].units <= maximum { seats &+= tokens[t].units }
            node = queues.next(after: node)
        }
        return seats
    }

    mutating func courseDate(_ index: Int, _ number: Int) {
        let course = plan.courses[index]
        let dates = compiled.model.coursePlans[index].dates
        if number + 1 < dates.count, dates[number + 1] < horizon {
            events.schedule(
                .courseDate, at: dates[number + 1], phase: .start, subject: Int32(index),
                generation: UInt32(number + 1))
        }
        let s = Int(course.step)
        let seats = seatsReady(index, joinedBy: now &- course.joinLead)
        guard seats > 0, seats >= course.minimum || course.runAnyway, takeStaff(for: index) else {
            recordGroupCancelled(s)
            return
        }
        let g = newGroup(index)
        fill(g, index, joinedBy: now &- course.joinLead)
        if course.needsCount > 0, !course.staffedPerSession { giveStaff(to: g) }
        startWhenPossible(g)
    }
}
