internal import PathwaySim

/// Courses and what recurs on the calendar.
extension ModelBuilder {
    /// Most instants a recurrence may give over a run.
    static var recurrenceLimit: Int { 100_000 }

    mutating func course(_ node: JSONNode, _ path: String) -> Step.Action? {
        let limits = ValueForm.Limits(1, 1_000_000)
        let maximum = node["maximum"].flatMap { integer($0, "\(path).maximum", limits) } ?? 1
        let minimum = node["minimum"].flatMap { integer($0, "\(path).minimum", limits) } ?? 1
        if minimum > maximum, let given = node["minimum"] {
            report(FormatProblem.minimumAboveMaximum(minimum, maximum), given.span, "\(path).minimum")
        }
        if node["dropped"] == nil, let dropout = node["dropout"], dropout.quantity.number != 0 {
            report(FormatProblem.missingRoute("dropped", because: "dropout"), dropout.span, path)
        }
        let sessionsAt = node["sessions"]?["at"].flatMap { timeOfDay($0, "\(path).sessions.at") }
        let (start, weekday) = courseStart(node["start"], sessionsAt, "\(path).start")
        let length: Course.Length
        if let meetings = node["sessions"] {
            length = .sessions(sessions(meetings, startWeekday: weekday, "\(path).sessions"))
        } else {
            length = .duration(duration(node, "length", path) ?? .zero)
        }
        let queueing = queueing(node, path)
        var step = Course(
            maximum: maximum, minimum: minimum, start: start, length: length, queueing: queueing,
            next: way(node, "next", path) ?? .to(""))
        step.underMinimum = node["underMinimum"]?.string == "runAnyway" ? .runAnyway : .postpone
        step.needs = needs(node["needs"], "\(path).needs")
        step.staffing = node["staffing"]?.string == "eachSession" ? .eachSession : .wholeCourse
        step.joinLead = node["joinLead"].flatMap { time($0, "\(path).joinLead") } ?? .zero
        step.seats = node["seats"].flatMap { formula($0, "\(path).seats") }
        step.dropout = node["dropout"].flatMap { probability($0, "\(path).dropout") }
        step.noShow = node["noShow"].flatMap { probability($0, "\(path).noShow") }
        step.dropped = way(node, "dropped", path)
        return .course(step)
    }

    /// When groups start, and on which weekday when that is known.
    private mutating func courseStart(
        _ node: JSONNode?, _ sessionsAt: SimTime?, _ path: String
    ) -> (Course.Start, weekday: Int?) {
        switch node?.string {
        case "whenStaffFree": return (.whenStaffFree, nil)
        case "whenFull": return (.whenFull(orAfter: nil), nil)
        case "rolling": return (.rolling, nil)
        default: break
        }
        guard let node, node.object != nil else { return (.rolling, nil) }
        if let full = node["whenFull"] {
            return (.whenFull(orAfter: duration(full, "orAfter", "\(path).whenFull")), nil)
        }
        let at = node["at"].flatMap { timeOfDay($0, "\(path).at") } ?? sessionsAt ?? .zero
        var instants: [SimTime]
        if let dates = node["dates"] {
            // Dates without a time of day start when the meetings do; those before the run have started already.
            instants = (dates.array ?? []).enumerated().compactMap { index, element in
                instant(element, "\(path).dates.\(index)", orBefore: true)
                    .map { element.string?.contains(":") == true ? $0 : $0 + at }
            }.sorted()
            if dates.array?.isEmpty ?? false { report(FormatProblem.empty, dates.span, "\(path).dates") }
            instants = instants.filter { $0 >= .zero }
        } else {
            instants = recurrence(node, distance: node["every"], path, at: at)
        }
        let weekday =
            node["weekday"]?.string.flatMap(Self.weekday)
            ?? instants.first.map { clock.date(of: $0).weekday }
        return (.dates(instants), weekday)
    }

    private mutating func sessions(_ node: JSONNode, startWeekday: Int?, _ path: String) -> Sessions {
        var days = node["weekdays"].map { weekdays($0) } ?? []
        // A course that starts on its own accord can meet on any weekday.
        if days.isEmpty { days = startWeekday.map { [$0] } ?? [1, 2, 3, 4, 5] }
        return Sessions(
            count: node["count"].flatMap { integer($0, "\(path).count", .init(1, 10_000)) } ?? 1, weekdays: days,
            at: node["at"].flatMap { Self.timeOfDay($0.string ?? "") } ?? SimTime(days: 9.0 / 24),
            length: node["length"].flatMap { time($0, "\(path).length") } ?? SimTime(days: 2.0 / 24),
            workingDaysOnly: node["workingDaysOnly"]?.quantity.bool ?? true,
            whenCancelled: node["whenCancelled"]?.string == "dropped" ? .dropped : .postponed)
    }

    /// Instants at a fixed distance (`every`) or so many a year (`perYear`), from `from` to the horizon.
    mutating func recurrence(
        _ node: JSONNode, distance: JSONNode?, _ path: String, at time: SimTime? = nil
    ) -> [SimTime] {
        let at = time ?? node["at"].flatMap { timeOfDay($0, "\(path).at") } ?? .zero
        let first = node["from"].flatMap { instant($0, "\(path).from", orBefore: true) } ?? .zero
        let weekday = node["weekday"]?.string.flatMap(Self.weekday)
        guard let step = distanceInDays(distance, node["perYear"], path) else { return [] }
        let span = horizon.days - first.days
        guard span / step <= Double(Self.recurrenceLimit) else {
            report(
                FormatProblem.tooMany(found: (span / step).rounded(), limit: Self.recurrenceLimit), node.opening, path)
            return []
        }
        let skipsClosed = node["skipClosed"]?.quantity.bool ?? false
        let isDaily = node["perYear"] != nil || step >= 1
        var instants: [SimTime] = []
        for index in 0...max(0, Int(max(0, span) / step) + 1) {
            var instant = first + SimTime(days: Double(index) * step)
            if isDaily, step != step.rounded() || weekday != nil || at != .zero {
                var date = clock.date(of: instant)
                if let weekday { date = date.adding(days: (weekday - date.weekday + 7) % 7) }
                instant = clock.instant(date, at == .zero ? Self.timeOfDay(of: first) : at)
            }
            if instant < .zero || instant >= horizon || instants.last.map({ $0 >= instant }) ?? false { continue }
            if skipsClosed, !calendar.isWorkingDay(clock.date(of: instant)) { continue }
            instants.append(instant)
        }
        return instants
    }

    private mutating func distanceInDays(_ every: JSONNode?, _ perYear: JSONNode?, _ path: String) -> Double? {
        if let every {
            let limits = ValueForm.Limits(1 / 1440, 1e6)
            return days(every, "\(path).every", limits)
        }
        return perYear.flatMap { number($0, "\(path).perYear", .init(0, 366, exclusive: true)) }.map { 365 / $0 }
    }

    private static func timeOfDay(of instant: SimTime) -> SimTime {
        let day = SimTime.day.ticks
        let rest = instant.ticks % day
        return SimTime(ticks: rest < 0 ? rest + day : rest)
    }
}
