extension Simulation {
    // MARK: Meeting

    /// Starts a group at its first session, or at once when it has no sessions.
    mutating func startWhenPossible(_ g: Int) {
        let index = Int(groups[g].course)
        let course = plan.courses[index]
        if course.length == .duration {
            startMembers(g)
            let length = groupTime(index, course.duration, ordinal: groups[g].ordinal)
            events.schedule(
                .groupEnd, at: length, phase: .release, subject: Int32(g), generation: groups[g].generation)
            return
        }
        if groups[g].holder >= 0 { setHolding(g, true) }
        guard let first = firstStart(index, onDateOnly: false) else {
            // No time in two years at which staff can be booked: the citizens go on waiting, and the result says so.
            noteUnstaffed(index)
            return
        }
        if course.staffedPerSession, course.needsCount > 0 { bookSessions(g, from: first) }
        events.schedule(
            .groupSession, at: first, phase: .start, subject: Int32(g), generation: groups[g].generation)
    }

    private mutating func startMembers(_ g: Int) {
        groups[g].hasStarted = true
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            startMember(t)
        }
        recordGroupStarted(Int(plan.courses[Int(groups[g].course)].step), seats: Int(groups[g].seats))
    }

    mutating func startMember(_ t: Int) {
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
        let course = plan.courses[index]
        guard let sessions = compiled.model.coursePlans[index].sessions else { return }
        let isCancelled = staffAway(g)
        groups[g].sessionsPast &+= 1
        let isBooked = !bookedSessions[g].isEmpty
        if isBooked { bookedSessions[g].removeFirst() }
        if isCancelled {
            recordSessionCancelled(Int(course.step))
            tellMembers(g, .sessionCancelled)
            if sessions.whenCancelled == .dropped {
                groups[g].sessionsHeld &+= 1
            } else if isBooked, !bookAnotherSession(g, sessions, after: bookedSessions[g].last ?? now) {
                noteUnstaffed(index)
            }
        } else {
            if !groups[g].hasStarted { startMembers(g) }
            hold(session: g, index, sessions)
        }
        if groups[g].members == 0 {
            endGroup(g)
        } else if groups[g].sessionsHeld >= Int32(sessions.count) {
            events.schedule(
                .groupEnd, at: now &+ sessions.length.ticks, phase: .release, subject: Int32(g), generation: generation)
        } else if let next = isBooked ? bookedSessions[g].first : nextMeeting(sessions, after: now) {
            events.schedule(.groupSession, at: next, phase: .start, subject: Int32(g), generation: generation)
        }
    }

    mutating func tellMembers(_ g: Int, _ happening: LogEntry.Happening) {
        guard logs else { return }
        var member = groups[g].first
        while member >= 0 {
            if tokens[Int(member)].isTraced { note(Int(member), happening) }
            member = tokens[Int(member)].nextMember
        }
    }

    /// One session: who drops out before it, who misses it, who is there; and the staff's hours.
    private mutating func hold(session g: Int, _ index: Int, _ sessions: Sessions) {
        let course = plan.courses[index]
        let number = groups[g].sessionsHeld
        groups[g].sessionsHeld &+= 1
        countStaff(course, sessions)
        var member = groups[g].first
        while member >= 0 {
            let t = Int(member)
            member = tokens[t].nextMember
            attend(t, g, course, number: number, mayDropOut: number > 0)
        }
    }

    /// A member at a session. False when the member dropped out.
    @discardableResult
    mutating func attend(
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

    mutating func finishMember(_ t: Int) {
        let s = Int(tokens[t].step)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        goes(t, from: s)
        if logs, tokens[t].isTraced { note(t, .ended) }
        let next = pass(t, s)
        ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation))
    }
}
