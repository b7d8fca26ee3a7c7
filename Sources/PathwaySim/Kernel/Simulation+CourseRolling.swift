extension Simulation {
    // MARK: Always running

    mutating func scheduleRollingSession(_ index: Int) {
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
