extension Simulation {
    // MARK: Joining

    mutating func prepareCourse(_ index: Int) {
        let course = compiled.model.courses[index]
        var state = CourseState()
        state.stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: compiled.model.coursePlans[index].name)
        courses.append(state)
        if course.start == .dates, let first = compiled.model.coursePlans[index].dates.first,
            first < compiled.model.horizon
        {
            events.schedule(.courseDate, at: first, phase: .start, subject: Int32(index), generation: 0)
        }
    }

    /// The queue of a course lies behind those of the resources.
    @inline(__always)
    func queue(ofCourse index: Int) -> Int { compiled.model.resources.count &+ index }

    mutating func enterCourse(_ t: Int, _ s: Int) -> Int32 {
        let index = Int(compiled.model.steps[s].row)
        let queueing = compiled.model.queueings[Int(compiled.model.courses[index].queueing)]
        if queueing.waitingRoom >= 0 || queueing.canBalk {
            let isFull = queueing.waitingRoom >= 0 && observations.waiting[s] >= queueing.waitingRoom
            if isFull || (queueing.canBalk && holds(queueing.balk, t)) {
                return balk(t, s, by: queueing.balked)
            }
        }
        let seats = evaluate(compiled.model.courses[index].seats, t)
        if seats.isNaN { undefined(t) }
        tokens[t].units = Int32(
            min(max(1, seats.isNaN ? 1 : seats.rounded()), Double(compiled.model.courses[index].maximum)))
        present(s, 1)
        observations.waiting[s] &+= 1
        tokens[t].status = .gathering
        tokens[t].place = -1
        tokens[t].sessions = 0
        tokens[t].priority = 0
        if queueing.hasPriority {
            let priority = evaluate(queueing.priority, t)
            if priority.isNaN { undefined(t) } else { tokens[t].priority = priority }
        }
        if compiled.model.courses[index].attendedSlot >= 0 {
            memory[Int(tokens[t].root) &* memoryCount &+ Int(compiled.model.courses[index].attendedSlot)] = 0
        }
        if let patience = queueing.patience {
            events.schedule(
                .token, at: after(patience, t), phase: .expiry, subject: Int32(t), generation: tokens[t].generation)
        }
        joinGathering(t, index, atFront: false)
        return -1
    }

    private mutating func joinGathering(_ t: Int, _ index: Int, atFront: Bool) {
        let queue = queue(ofCourse: index)
        let wasEmpty = queues.isEmpty(queue)
        tokens[t].status = .gathering
        tokens[t].firstNode = queues.join(
            queue, token: Int32(t), units: tokens[t].units, priority: tokens[t].priority, atFront: atFront,
            sibling: -1, at: now)
        courses[index].seatsWaiting &+= tokens[t].units
        switch compiled.model.courses[index].start {
        case .dates: break
        case .whenFull:
            if wasEmpty { startGathering(index) }
            let isFull = courses[index].seatsWaiting >= compiled.model.courses[index].maximum
            if isFull || courses[index].isOverdue, hasMinimum(index) { formGroup(index) }
        case .whenStaffFree: requestStaffIfEnough(index)
        case .rolling: scheduleRollingSession(index)
        }
    }

    private mutating func startGathering(_ index: Int) {
        courses[index].gathering &+= 1
        guard let gather = compiled.model.courses[index].gather else { return }
        let until = groupTime(index, gather, ordinal: courses[index].groupsMade)
        events.schedule(
            .gatherTimer, at: until, phase: .expiry, subject: Int32(index), generation: courses[index].gathering)
    }

    /// The instant a drawn duration after now, with the luck of a group of the course instead of a citizen's.
    ///
    /// A formula may ask for the clock and the system; citizens' attributes read as 0 for a group.
    private mutating func groupTime(_ index: Int, _ duration: CompiledDuration, ordinal: UInt32) -> Int64 {
        if duration.fixed >= 0 { return now &+ duration.fixed }
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].step = compiled.model.courses[index].step
        tokens[t].stream = courses[index].stream
        tokens[t].ordinal = ordinal
        let time = after(duration, t)
        freeTokens.append(Int32(t))
        return time
    }

    mutating func gatherTimer(_ index: Int, _ generation: UInt32) {
        guard generation == courses[index].gathering, !queues.isEmpty(queue(ofCourse: index)) else { return }
        if hasMinimum(index) || compiled.model.courses[index].runAnyway {
            formGroup(index)
        } else {
            // Too few: they go on waiting, and the group forms as soon as there are enough.
            courses[index].gathering &+= 1
            courses[index].isOverdue = true
        }
    }

    /// Whether a group formed now would reach its minimum.
    private mutating func hasMinimum(_ index: Int) -> Bool {
        let minimum = compiled.model.courses[index].minimum
        return courses[index].seatsWaiting >= minimum && seatsReady(index, joinedBy: now) >= minimum
    }

    // MARK: Forming a group

    private mutating func newGroup(_ index: Int) -> Int {
        let ordinal = courses[index].groupsMade
        courses[index].groupsMade &+= 1
        if let reused = freeGroups.popLast() {
            let generation = groups[Int(reused)].generation
            groups[Int(reused)] = Group(course: Int32(index), ordinal: ordinal, generation: generation)
            return Int(reused)
        }
        groups.append(Group(course: Int32(index), ordinal: ordinal))
        bookedSessions.append([])
        return groups.count - 1
    }

    /// Moves those waiting into the group, in order, while they fit; those who joined after `latest` are left.
    private mutating func fill(_ g: Int, _ index: Int, joinedBy latest: Int64) {
        let maximum = compiled.model.courses[index].maximum
        var node = queues.head(queue(ofCourse: index))
        while node >= 0, groups[g].seats < maximum {
            let t = Int(queues.nodes[Int(node)].token)
            let next = queues.next(after: node)
            // Whoever does not fit in the last seats keeps the place in the queue; the next who fits is taken.
            if tokens[t].enteredAt <= latest, groups[g].seats &+ tokens[t].units <= maximum {
                queues.leave(node)
                courses[index].seatsWaiting &-= tokens[t].units
                tokens[t].firstNode = -1
                append(t, to: g)
                tokens[t].status = .formed
                recordGathered(t, Int(tokens[t].step), waited: now &- tokens[t].enteredAt)
            }
            node = next
        }
        if logs {
            var member = groups[g].first
            while member >= 0 {
                if tokens[Int(member)].isTraced { note(Int(member), .groupFormed(seats: Int(groups[g].seats))) }
                member = tokens[Int(member)].nextMember
            }
        }
    }

    private mutating func append(_ t: Int, to g: Int) {
        tokens[t].place = Int32(g)
        tokens[t].previousMember = groups[g].last
        tokens[t].nextMember = -1
        if groups[g].last >= 0 { tokens[Int(groups[g].last)].nextMember = Int32(t) } else { groups[g].first = Int32(t) }
        groups[g].last = Int32(t)
        groups[g].members &+= 1
        groups[g].seats &+= tokens[t].units
    }

    private mutating func unlink(_ t: Int, from g: Int) {
        let (next, previous) = (tokens[t].nextMember, tokens[t].previousMember)
        if previous >= 0 { tokens[Int(previous)].nextMember = next } else { groups[g].first = next }
        if next >= 0 { tokens[Int(next)].previousMember = previous } else { groups[g].last = previous }
        tokens[t].nextMember = -1
        tokens[t].previousMember = -1
        tokens[t].place = -1
        groups[g].members &-= 1
        groups[g].seats &-= tokens[t].units
    }

    /// A full group, or one whose gathering time is over: it waits for staff, or starts.
    private mutating func formGroup(_ index: Int) {
        let course = compiled.model.courses[index]
        let g = newGroup(index)
        fill(g, index, joinedBy: now)
        courses[index].isOverdue = false
        // Whoever is left (no fitting seat) begins the next gathering.
        if queues.isEmpty(queue(ofCourse: index)) {
            courses[index].gathering &+= 1
        } else {
            startGathering(index)
        }
        if course.needsCount == 0 || course.staffedPerSession {
            startWhenPossible(g)
        } else {
            askForStaff(g)
        }
    }

    private mutating func askForStaff(_ g: Int) {
        let course = compiled.model.courses[Int(groups[g].course)]
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].step = course.step
        tokens[t].status = .groupRequest
        tokens[t].isObserved = false
        tokens[t].place = Int32(g)
        groups[g].holder = Int32(t)
        joinQueues(t, course.needsStart, course.needsCount, atFront: false)
        if tokens[t].firstNode < 0 { groupStaffed(t) }
    }

    /// The staff a group asked for are there.
    mutating func groupStaffed(_ t: Int) {
        let g = Int(tokens[t].place)
        let index = Int(groups[g].course)
        if compiled.model.courses[index].start == .whenStaffFree {
            courses[index].openGroup = -1
            fill(g, index, joinedBy: now)
            if groups[g].members == 0 {
                endGroup(g)
                return
            }
            startWhenPossible(g)
            requestStaffIfEnough(index)
        } else {
            startWhenPossible(g)
        }
    }

    private mutating func requestStaffIfEnough(_ index: Int) {
        let course = compiled.model.courses[index]
        while courses[index].openGroup < 0, hasMinimum(index), failure == nil {
            let g = newGroup(index)
            if course.needsCount == 0 || course.staffedPerSession {
                fill(g, index, joinedBy: now)
                startWhenPossible(g)
            } else {
                courses[index].openGroup = Int32(g)
                askForStaff(g)
            }
        }
    }

    // MARK: Fixed dates

    mutating func courseDate(_ index: Int, _ number: Int) {
        let course = compiled.model.courses[index]
        let dates = compiled.model.coursePlans[index].dates
        if number + 1 < dates.count, dates[number + 1] < compiled.model.horizon {
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

    /// Seats that a group formed now would take (`fill` takes the same ones).
    private mutating func seatsReady(_ index: Int, joinedBy latest: Int64) -> Int32 {
        let maximum = compiled.model.courses[index].maximum
        var seats: Int32 = 0
        var node = queues.head(queue(ofCourse: index))
        while node >= 0, seats < maximum {
            let t = Int(queues.nodes[Int(node)].token)
            if tokens[t].enteredAt <= latest, seats &+ tokens[t].units <= maximum { seats &+= tokens[t].units }
            node = queues.next(after: node)
        }
        return seats
    }

    /// Whether staff are free now for a group that starts on its date (nobody before it waits for them).
    private mutating func takeStaff(for index: Int) -> Bool {
        let course = compiled.model.courses[index]
        guard course.needsCount > 0 else { return true }
        if course.staffedPerSession { return firstStart(index, onDateOnly: true) != nil }
        return needRows(course).allSatisfy { need in
            let resource = Int(need.resource)
            return queues.isEmpty(resource) && resources[resource].capacity &- resources[resource].busy >= need.units
        }
    }

    private mutating func giveStaff(to g: Int) {
        let course = compiled.model.courses[Int(groups[g].course)]
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].step = course.step
        tokens[t].status = .groupRequest
        tokens[t].isObserved = false
        tokens[t].place = Int32(g)
        groups[g].holder = Int32(t)
        for need in needRows(course) {
            take(Int(need.resource), need.units)
            hold(t, resource: need.resource, units: need.units, seized: true)
        }
    }

    private func needRows(_ course: CompiledCourse) -> ArraySlice<CompiledNeed> {
        compiled.model.needs[Int(course.needsStart)..<Int(course.needsStart + course.needsCount)]
    }

    // MARK: Meeting

    /// Starts a group at its first session, or at once when it has no sessions.
    private mutating func startWhenPossible(_ g: Int) {
        let index = Int(groups[g].course)
        let course = compiled.model.courses[index]
        if course.length == .duration {
            startMembers(g)
            let length = groupTime(index, course.duration, ordinal: groups[g].ordinal)
            events.schedule(
                .groupEnd, at: length, phase: .release, subject: Int32(g), generation: groups[g].generation)
            return
        }
        if groups[g].holder >= 0 { setHolding(g, true) }
        guard let first = firstStart(index, onDateOnly: false) else {
            // No time in two years at which staff can be booked: the citizens go on waiting.
            return
        }
        if course.staffedPerSession, course.needsCount > 0 { bookSessions(g, from: first) }
        events.schedule(
            .groupSession, at: first, phase: .start, subject: Int32(g), generation: groups[g].generation)
    }

    /// The first session of a group formed now: on the start date itself for fixed dates, else on the next meeting day;
    /// with staff booked per session, the first day from which they are free at every session.
    private mutating func firstStart(_ index: Int, onDateOnly: Bool) -> Int64? {
        let course = compiled.model.courses[index]
        guard let plan = compiled.model.coursePlans[index].sessions else { return now }
        let today = compiled.model.calendar.dayIndex(of: SimTime(ticks: now))
        var candidate: Int64?
        if course.start == .dates {
            let at = compiled.model.calendar.instant(today, plan.at).ticks
            if at >= now { candidate = at }
        }
        var start = candidate ?? nextMeeting(plan, after: now - 1)
        let limit = now &+ (onDateOnly ? SimTime.day.ticks : 730 * SimTime.day.ticks)
        while let at = start, at <= limit {
            if !course.staffedPerSession || staffFree(index, from: at) { return at }
            if onDateOnly { return nil }
            start = nextMeeting(plan, after: at)
        }
        return nil
    }

    private mutating func sessionTimes(_ plan: Sessions, from first: Int64) -> [Int64] {
        var times = [first]
        while times.count < plan.count, let next = nextMeeting(plan, after: times[times.count - 1]) {
            times.append(next)
        }
        return times
    }

    private mutating func staffFree(_ index: Int, from first: Int64) -> Bool {
        let course = compiled.model.courses[index]
        guard let plan = compiled.model.coursePlans[index].sessions else { return true }
        return sessionTimes(plan, from: first).allSatisfy { at in
            needRows(course).allSatisfy { isFree($0, from: at, to: at + max(1, plan.length.ticks)) }
        }
    }

    private mutating func bookSessions(_ g: Int, from first: Int64) {
        guard let plan = compiled.model.coursePlans[Int(groups[g].course)].sessions else { return }
        for at in sessionTimes(plan, from: first) { bookSession(g, plan, at: at) }
    }

    private mutating func bookSession(_ g: Int, _ plan: Sessions, at: Int64) {
        for need in needRows(compiled.model.courses[Int(groups[g].course)]) {
            ledgers[Int(need.resource)].add(from: at, to: at + max(1, plan.length.ticks), units: need.units, now: now)
        }
        bookedSessions[g].append(at)
    }

    /// Staff booked for a group that meets no more can be had by others.
    private mutating func cancelSessions(_ g: Int) {
        guard !bookedSessions[g].isEmpty, let plan = compiled.model.coursePlans[Int(groups[g].course)].sessions else {
            return
        }
        for at in bookedSessions[g] {
            for need in needRows(compiled.model.courses[Int(groups[g].course)]) {
                ledgers[Int(need.resource)].remove(from: at, to: at + max(1, plan.length.ticks), units: need.units)
            }
        }
        bookedSessions[g] = []
    }

    /// A session that falls away is held at the first meeting time after the last at which staff can be booked.
    private mutating func bookAnotherSession(_ g: Int, _ plan: Sessions) {
        let index = Int(groups[g].course)
        var at = nextMeeting(plan, after: bookedSessions[g].last ?? now)
        let limit = now &+ 730 * SimTime.day.ticks
        while let next = at, next <= limit {
            if needRows(compiled.model.courses[index]).allSatisfy({
                isFree($0, from: next, to: next + max(1, plan.length.ticks))
            }) {
                bookSession(g, plan, at: next)
                return
            }
            at = nextMeeting(plan, after: next)
        }
    }

    /// The next meeting time strictly after an instant.
    private mutating func nextMeeting(_ plan: Sessions, after time: Int64) -> Int64? {
        var day = compiled.model.calendar.dayIndex(of: SimTime(ticks: time))
        for _ in 0..<3_700 {
            let at = compiled.model.calendar.instant(day, plan.at).ticks
            if at > time, plan.weekdays.contains(compiled.model.calendar.weekday(day)),
                !plan.workingDaysOnly || compiled.model.calendar.isWorkingDay(day)
            {
                return at
            }
            day += 1
        }
        return nil
    }

    /// Staff held by a group that meets now and then count as in use, but work only while it meets.
    private mutating func setHolding(_ g: Int, _ isHolding: Bool) {
        guard groups[g].isHolding != isHolding else { return }
        groups[g].isHolding = isHolding
        for need in needRows(compiled.model.courses[Int(groups[g].course)]) {
            let change = isHolding ? Int(need.units) : -Int(need.units)
            resources[Int(need.resource)].heldByGroups.add(change, at: SimTime(ticks: now))
        }
    }

    private mutating func startMembers(_ g: Int) {
        groups[g].hasStarted = true
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            startMember(t)
        }
        recordGroupStarted(Int(compiled.model.courses[Int(groups[g].course)].step), seats: Int(groups[g].seats))
    }

    private mutating func startMember(_ t: Int) {
        let s = Int(tokens[t].step)
        tokens[t].status = .inGroup
        tokens[t].generation &+= 1
        tokens[t].startedAt = now
        observations.waiting[s] &-= 1
        recordServed(t, s, waited: now &- tokens[t].enteredAt)
        rememberWait(t, s)
        emit(t, s, .start)
        if logs, tokens[t].isTraced { note(t, .started(waited: SimTime(ticks: now &- tokens[t].enteredAt))) }
    }

    mutating func groupSession(_ g: Int, _ generation: UInt32) {
        guard groups[g].generation == generation else { return }
        let index = Int(groups[g].course)
        let course = compiled.model.courses[index]
        guard let plan = compiled.model.coursePlans[index].sessions else { return }
        let isCancelled = staffAway(g)
        groups[g].sessionsPast &+= 1
        let isBooked = !bookedSessions[g].isEmpty
        if isBooked { bookedSessions[g].removeFirst() }
        if isCancelled {
            recordSessionCancelled(Int(course.step))
            tellMembers(g, .sessionCancelled)
            if plan.whenCancelled == .dropped {
                groups[g].sessionsHeld &+= 1
            } else if isBooked {
                bookAnotherSession(g, plan)
            }
        } else {
            if !groups[g].hasStarted { startMembers(g) }
            hold(session: g, index, plan)
        }
        if groups[g].members == 0 {
            endGroup(g)
        } else if groups[g].sessionsHeld >= Int32(plan.count) {
            events.schedule(
                .groupEnd, at: now &+ plan.length.ticks, phase: .release, subject: Int32(g), generation: generation)
        } else if let next = isBooked ? bookedSessions[g].first : nextMeeting(plan, after: now) {
            events.schedule(.groupSession, at: next, phase: .start, subject: Int32(g), generation: generation)
        }
    }

    private mutating func tellMembers(_ g: Int, _ happening: LogEntry.Happening) {
        guard logs else { return }
        var member = groups[g].first
        while member >= 0 {
            if tokens[Int(member)].isTraced { note(Int(member), happening) }
            member = tokens[Int(member)].nextMember
        }
    }

    /// One session: who drops out before it, who misses it, who is there; and the staff's hours.
    private mutating func hold(session g: Int, _ index: Int, _ plan: Sessions) {
        let course = compiled.model.courses[index]
        let number = groups[g].sessionsHeld
        groups[g].sessionsHeld &+= 1
        countStaff(course, plan)
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            attend(t, g, course, number: number, mayDropOut: number > 0)
        }
    }

    private mutating func countStaff(_ course: CompiledCourse, _ plan: Sessions) {
        let from = max(now, compiled.model.warmup)
        let to = min(now &+ plan.length.ticks, compiled.model.horizon)
        guard to > from else { return }
        for need in needRows(course) {
            let time = (to &- from) &* Int64(need.units)
            if course.staffedPerSession {
                resources[Int(need.resource)].booked &+= time
            } else {
                resources[Int(need.resource)].groupContact &+= time
            }
        }
    }

    /// A member at a session. False when the member dropped out.
    @discardableResult
    private mutating func attend(
        _ t: Int, _ g: Int, _ course: CompiledCourse, number: Int32, mayDropOut: Bool
    ) -> Bool {
        let s = Int(tokens[t].step)
        if course.canDropOut, mayDropOut {
            let p = evaluate(course.dropout, t)
            if p.isNaN { undefined(t) }
            if p > 0, uniform(t, course.dropoutPurpose, index: UInt32(number)) < p {
                dropOut(t, g, course)
                return false
            }
        }
        var attends = true
        if course.canMiss {
            let p = evaluate(course.noShow, t)
            if p.isNaN { undefined(t) }
            attends = !(p > 0 && uniform(t, course.noShowPurpose, index: UInt32(number)) < p)
        }
        tokens[t].sessions &+= 1
        if attends {
            if course.attendedSlot >= 0 {
                memory[Int(tokens[t].root) &* memoryCount &+ Int(course.attendedSlot)] += 1
            }
        }
        recordSession(t, s, attended: attends)
        if logs, tokens[t].isTraced { note(t, .session(number: Int(number) + 1, attended: attends)) }
        return true
    }

    private mutating func dropOut(_ t: Int, _ g: Int, _ course: CompiledCourse) {
        let s = Int(tokens[t].step)
        unlink(t, from: g)
        present(s, -1)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        recordDroppedOut(t, s)
        if logs, tokens[t].isTraced { note(t, .droppedOut) }
        let next = divert(t, s, by: course.dropped)
        ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation))
    }

    /// A session falls away when the member of staff whose group it is is away that day.
    private mutating func staffAway(_ g: Int) -> Bool {
        let course = compiled.model.courses[Int(groups[g].course)]
        return needRows(course).contains { need in
            let units = compiled.model.resources[Int(need.resource)].largestCapacity
            return units > 0 && isAway(Int(need.resource), unit: Int(groups[g].ordinal) % units, at: now)
        }
    }

    mutating func groupEnd(_ g: Int, _ generation: UInt32) {
        guard groups[g].generation == generation else { return }
        // When not one session was held the wait ends with the course.
        if !groups[g].hasStarted { startMembers(g) }
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            unlink(t, from: g)
            finishMember(t)
        }
        endGroup(g)
    }

    private mutating func finishMember(_ t: Int) {
        let s = Int(tokens[t].step)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        present(s, -1)
        if logs, tokens[t].isTraced { note(t, .ended) }
        let next = pass(t, s)
        ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation))
    }

    /// The group is no more; its staff are free again.
    private mutating func endGroup(_ g: Int) {
        groups[g].generation &+= 1
        setHolding(g, false)
        cancelSessions(g)
        let holder = groups[g].holder
        if holder >= 0 {
            leaveQueues(Int(holder))
            releaseAll(Int(holder))
            tokens[Int(holder)].generation &+= 1
            tokens[Int(holder)].status = .free
            freeTokens.append(holder)
            groups[g].holder = -1
        }
        freeGroups.append(Int32(g))
    }

    // MARK: Leaving early

    mutating func renegeFromCourse(_ t: Int) {
        let s = Int(tokens[t].step)
        let index = Int(compiled.model.steps[s].row)
        leaveCourseQueue(t, s)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        present(s, -1)
        recordLeft(t, s, waited: now &- tokens[t].enteredAt)
        if logs, tokens[t].isTraced { note(t, .reneged) }
        enter(t, divert(t, s, by: compiled.model.queueings[Int(compiled.model.courses[index].queueing)].reneged))
    }

    /// Takes a citizen who has not started out of the queue, or out of the group that waits for staff.
    mutating func leaveCourseQueue(_ t: Int, _ s: Int) {
        let index = Int(compiled.model.steps[s].row)
        observations.waiting[s] &-= 1
        if tokens[t].firstNode >= 0 {
            queues.leave(tokens[t].firstNode)
            tokens[t].firstNode = -1
            courses[index].seatsWaiting &-= tokens[t].units
            if queues.isEmpty(queue(ofCourse: index)) { courses[index].isOverdue = false }
            let open = courses[index].openGroup
            if open >= 0, compiled.model.courses[index].start == .whenStaffFree, !hasMinimum(index) {
                courses[index].openGroup = -1
                endGroup(Int(open))
            }
            return
        }
        let g = Int(tokens[t].place)
        guard g >= 0 else { return }
        unlink(t, from: g)
        guard !groups[g].hasStarted, groups[g].seats < compiled.model.courses[index].minimum,
            compiled.model.courses[index].start != .dates, !compiled.model.courses[index].runAnyway
        else {
            if groups[g].members == 0, !groups[g].hasStarted { endGroup(g) }
            return
        }
        dissolve(g, index)
    }

    /// Too few are left of a group that has not started: they go back to the front of those who gather.
    private mutating func dissolve(_ g: Int, _ index: Int) {
        var members: [Int] = []
        var member = groups[g].last
        while member >= 0 {
            members.append(Int(member))
            member = tokens[Int(member)].previousMember
        }
        for t in members { unlink(t, from: g) }
        endGroup(g)
        for t in members { joinGathering(t, index, atFront: true) }
    }

    mutating func leaveGroup(_ t: Int, _ s: Int) {
        let g = Int(tokens[t].place)
        guard g >= 0 else { return }
        unlink(t, from: g)
        if groups[g].members == 0, compiled.model.courses[Int(groups[g].course)].start != .rolling { endGroup(g) }
    }

    // MARK: Always running

    private mutating func scheduleRollingSession(_ index: Int) {
        guard !courses[index].hasSessionScheduled, let plan = compiled.model.coursePlans[index].sessions,
            let next = nextMeeting(plan, after: now - 1)
        else { return }
        courses[index].hasSessionScheduled = true
        events.schedule(.rollingSession, at: next, phase: .start, subject: Int32(index))
    }

    /// A session of a course that always runs: new citizens start while there are seats, those who have had all their
    /// sessions leave at its end.
    mutating func rollingSession(_ index: Int) {
        courses[index].hasSessionScheduled = false
        let course = compiled.model.courses[index]
        guard let plan = compiled.model.coursePlans[index].sessions else { return }
        if courses[index].openGroup < 0 { courses[index].openGroup = Int32(newGroup(index)) }
        let g = Int(courses[index].openGroup)
        let isCancelled = staffAway(g)
        if isCancelled {
            recordSessionCancelled(Int(course.step))
            tellMembers(g, .sessionCancelled)
        } else {
            let veterans = groups[g].last
            fill(g, index, joinedBy: now &- course.joinLead)
            var member = veterans >= 0 ? tokens[Int(veterans)].nextMember : groups[g].first
            while member >= 0 {
                let t = Int(member)
                member = tokens[t].nextMember
                startMember(t)
            }
            if groups[g].members > 0 {
                countStaff(course, plan)
                recordGroupStarted(Int(course.step), seats: Int(groups[g].seats))
            }
            attendRolling(g, course, plan)
        }
        if let next = nextMeeting(plan, after: now), groups[g].members > 0 || !queues.isEmpty(queue(ofCourse: index)) {
            courses[index].hasSessionScheduled = true
            events.schedule(.rollingSession, at: next, phase: .start, subject: Int32(index))
        }
    }

    private mutating func attendRolling(_ g: Int, _ course: CompiledCourse, _ plan: Sessions) {
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            guard tokens[t].status == .inGroup else { continue }
            let number = tokens[t].sessions
            guard attend(t, g, course, number: number, mayDropOut: number > 0) else { continue }
            if tokens[t].sessions >= Int32(plan.count) {
                tokens[t].status = .finishing
                tokens[t].generation &+= 1
                events.schedule(
                    .token, at: now &+ plan.length.ticks, phase: .release, subject: Int32(t),
                    generation: tokens[t].generation)
            }
        }
    }

    mutating func finishRolling(_ t: Int) {
        let g = Int(tokens[t].place)
        unlink(t, from: g)
        finishMember(t)
    }
}
