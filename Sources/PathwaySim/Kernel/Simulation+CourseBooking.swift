extension Simulation {
    // MARK: Booking

    /// How far ahead a group looks for times at which its staff can be booked.
    private static let bookingHorizon = 730 * SimTime.day.ticks

    /// The first session of a group formed now: on the start date itself for fixed dates, else on the next meeting day;
    /// with staff booked per session, the first day from which they are free at every session.
    mutating func firstStart(_ index: Int, onDateOnly: Bool) -> Int64? {
        let course = plan.courses[index]
        guard let sessions = compiled.model.coursePlans[index].sessions else { return now }
        let today = compiled.model.calendar.dayIndex(of: SimTime(ticks: now))
        var candidate: Int64?
        if course.start == .dates {
            let at = compiled.model.calendar.instant(today, sessions.at).ticks
            if at >= now { candidate = at }
        }
        var start = candidate ?? nextMeeting(sessions, after: now - 1)
        let limit = now &+ (onDateOnly ? SimTime.day.ticks : Simulation.bookingHorizon)
        while let at = start, at <= limit {
            if !course.staffedPerSession || staffFree(index, from: at) { return at }
            if onDateOnly { return nil }
            start = nextMeeting(sessions, after: at)
        }
        return nil
    }

    private mutating func sessionTimes(_ sessions: Sessions, from first: Int64) -> [Int64] {
        var times = [first]
        while times.count < sessions.count, let next = nextMeeting(sessions, after: times[times.count - 1]) {
            times.append(next)
        }
        return times
    }

    private mutating func staffFree(_ index: Int, from first: Int64) -> Bool {
        let course = plan.courses[index]
        guard let sessions = compiled.model.coursePlans[index].sessions else { return true }
        return sessionTimes(sessions, from: first).allSatisfy { at in
            needRows(course).allSatisfy { isFree($0, from: at, to: at + max(1, sessions.length.ticks)) }
        }
    }

    mutating func bookSessions(_ g: Int, from first: Int64) {
        guard let sessions = compiled.model.coursePlans[Int(groups[g].course)].sessions else { return }
        for at in sessionTimes(sessions, from: first) { bookSession(g, sessions, at: at) }
    }

    private mutating func bookSession(_ g: Int, _ sessions: Sessions, at: Int64) {
        for need in needRows(plan.courses[Int(groups[g].course)]) {
            ledgers[Int(need.resource)].add(
                from: at, to: at + max(1, sessions.length.ticks), units: need.units, now: now)
        }
        bookedSessions[g].append(at)
    }

    /// Staff booked for a group that meets no more can be had by others.
    mutating func cancelSessions(_ g: Int) {
        guard !bookedSessions[g].isEmpty, let sessions = compiled.model.coursePlans[Int(groups[g].course)].sessions
        else {
            return
        }
        for at in bookedSessions[g] {
            for need in needRows(plan.courses[Int(groups[g].course)]) {
                ledgers[Int(need.resource)].remove(from: at, to: at + max(1, sessions.length.ticks), units: need.units)
            }
        }
        bookedSessions[g] = []
    }

    /// Books one more session at the first meeting time after an instant at which staff can be booked; false when there
    /// is none within two years.
    mutating func bookAnotherSession(_ g: Int, _ sessions: Sessions, after time: Int64) -> Bool {
        let index = Int(groups[g].course)
        var at = nextMeeting(sessions, after: time)
        let limit = now &+ Simulation.bookingHorizon
        while let next = at, next <= limit {
            if needRows(plan.courses[index]).allSatisfy({
                isFree($0, from: next, to: next + max(1, sessions.length.ticks))
            }) {
                bookSession(g, sessions, at: next)
                return true
            }
            at = nextMeeting(sessions, after: next)
        }
        return false
    }

    /// The next meeting time strictly after an instant.
    mutating func nextMeeting(_ sessions: Sessions, after time: Int64) -> Int64? {
        var day = compiled.model.calendar.dayIndex(of: SimTime(ticks: time))
        for _ in 0..<3_700 {
            let at = compiled.model.calendar.instant(day, sessions.at).ticks
            if at > time, sessions.weekdays.contains(compiled.model.calendar.weekday(day)),
                !sessions.workingDaysOnly || compiled.model.calendar.isWorkingDay(day)
            {
                return at
            }
            day += 1
        }
        return nil
    }
}
