extension Simulation {
    // MARK: Always running

    // A course that always runs is one group that never ends. As long as anybody takes part or waits, its staff are booked
    // for the next meetings, as many as a citizen who starts now is to have, so that nobody else is promised them.

    /// Sees to it that the course meets again after an instant.
    mutating func scheduleRollingSession(_ index: Int, after time: Int64) {
        guard !courses[index].hasSessionScheduled, let sessions = compiled.model.coursePlans[index].sessions else {
            return
        }
        if courses[index].openGroup < 0 { courses[index].openGroup = Int32(newGroup(index)) }
        guard let next = nextRollingMeeting(Int(courses[index].openGroup), index, sessions, after: time) else {
            noteUnstaffed(index)
            return
        }
        courses[index].hasSessionScheduled = true
        events.schedule(.rollingSession, at: next, phase: .start, subject: Int32(index))
    }

    /// The next meeting after an instant; with staff for each session, one for which they are booked.
    private mutating func nextRollingMeeting(_ g: Int, _ index: Int, _ sessions: Sessions, after time: Int64) -> Int64?
    {
        let course = plan.courses[index]
        guard course.staffedPerSession, course.needsCount > 0 else { return nextMeeting(sessions, after: time) }
        while bookedSessions[g].count < sessions.count {
            guard bookAnotherSession(g, sessions, after: bookedSessions[g].last ?? time) else { break }
        }
        return bookedSessions[g].first
    }

    /// A session of a course that always runs: new citizens start while there are seats, those who have had all their
    /// sessions leave at its end.
    mutating func rollingSession(_ index: Int) {
        courses[index].hasSessionScheduled = false
        let course = plan.courses[index]
        guard let sessions = compiled.model.coursePlans[index].sessions else { return }
        let g = Int(courses[index].openGroup)
        if bookedSessions[g].first == now { bookedSessions[g].removeFirst() }
        if staffAway(g) {
            recordSessionCancelled(Int(course.step))
            tellMembers(g, .sessionCancelled)
            if sessions.whenCancelled == .dropped { dropRollingSession(g, sessions) }
        } else if groups[g].members > 0 || hasEnoughToBegin(index) {
            let veterans = groups[g].last
            fill(g, index, joinedBy: now &- course.joinLead)
            var member = veterans >= 0 ? tokens[Int(veterans)].nextMember : groups[g].first
            while member >= 0 {
                let t = Int(member)
                member = tokens[t].nextMember
                startMember(t)
            }
            if groups[g].members > 0 {
                countStaff(course, sessions)
                recordGroupStarted(Int(course.step), seats: Int(groups[g].seats))
            }
            attendRolling(g, course, sessions)
        } else {
            recordGroupCancelled(Int(course.step))
        }
        if !queues.isEmpty(queue(ofCourse: index)) || isAnyoneLeft(g) {
            scheduleRollingSession(index, after: now)
        } else {
            cancelSessions(g)
        }
    }

    /// Whether a member has sessions to come; those whose last one is under way have not.
    private mutating func isAnyoneLeft(_ g: Int) -> Bool {
        var member = groups[g].first
        while member >= 0 {
            if tokens[Int(member)].status == .inGroup { return true }
            member = tokens[Int(member)].nextMember
        }
        return false
    }

    /// Whether enough wait for the course to begin when nobody takes part; it goes on with fewer.
    private mutating func hasEnoughToBegin(_ index: Int) -> Bool {
        let course = plan.courses[index]
        let seats = seatsReady(index, joinedBy: now &- course.joinLead)
        return seats > 0 && (seats >= course.minimum || course.runAnyway)
    }

    private mutating func attendRolling(_ g: Int, _ course: CompiledCourse, _ sessions: Sessions) {
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            guard tokens[t].status == .inGroup else { continue }
            let number = tokens[t].sessions
            guard attend(t, g, course, number: number, mayDropOut: number > 0) else { continue }
            finishIfDone(t, sessions)
        }
    }

    /// A session that is not held is one of those each member was to have.
    private mutating func dropRollingSession(_ g: Int, _ sessions: Sessions) {
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            guard tokens[t].status == .inGroup else { continue }
            tokens[t].sessions &+= 1
            finishIfDone(t, sessions)
        }
    }

    /// Whoever has had all sessions leaves when this one would end.
    private mutating func finishIfDone(_ t: Int, _ sessions: Sessions) {
        guard tokens[t].sessions >= Int32(sessions.count) else { return }
        tokens[t].status = .finishing
        tokens[t].generation &+= 1
        events.schedule(
            .token, at: now &+ sessions.length.ticks, phase: .release, subject: Int32(t),
            generation: tokens[t].generation)
    }

    mutating func finishRolling(_ t: Int) {
        let g = Int(tokens[t].place)
        unlink(t, from: g)
        finishMember(t)
    }
}
