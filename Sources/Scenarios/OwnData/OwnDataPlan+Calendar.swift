internal import PathwaySim

/// What the example dates in its own year, moved to the years of the data.
extension OwnDataPlan {
    /// Closures of several days, in the same weeks of every year that is simulated.
    var closedRanges: [DateRange] {
        let ranges = base.model.calendar.closedRanges
        let years = Set(ranges.flatMap { [$0.first.year, $0.last.year] })
        let wanted = (lastStart ?? start).year...(start.year + 1)
        var all = ranges
        for year in wanted where !years.contains(year) {
            // The closures of the nearest year that has any.
            guard let near = years.min(by: { abs($0 - year) < abs($1 - year) }) else { continue }
            for range in ranges where range.first.year == near {
                let shift = Self.weeks(from: range.first, to: year) * 7
                all.append(DateRange(first: range.first.adding(days: shift), last: range.last.adding(days: shift)))
            }
        }
        return all.sorted { $0.first < $1.first }
    }

    /// The days on which anybody works, in all years that are simulated.
    var openDays: WorkingCalendar {
        var calendar = base.model.calendar
        calendar.closedRanges = closedRanges
        return calendar
    }

    /// The groups of an offer that begin on a day on which those who lead them do not work: the model has them not.
    func closedDays(_ own: [OwnData.Group], _ offer: OwnDataWords.Thing) -> [OwnDataNote.ClosedDay] {
        guard case .course(let course)? = base.model.steps.first(where: { $0.name == offer.id })?.action,
            !course.needs.isEmpty
        else { return [] }
        let calendar = openDays
        return own.filter { $0.status != .cancelled && !calendar.isWorkingDay($0.start) }.map { group in
            .init(row: group.row, date: group.start, reason: Self.reason(group.start, calendar))
        }
    }

    private static func reason(_ date: CivilDate, _ calendar: WorkingCalendar) -> OwnDataNote.ClosedDay.Reason {
        if !calendar.workdays.contains(date.weekday) { return .weekend }
        if let range = calendar.closedRanges.first(where: { $0.first <= date && date <= $0.last }) {
            return .closed(from: range.first, to: range.last)
        }
        if case .danish = calendar.holidays, DanishHolidays.isHoliday(date) { return .holiday }
        if case .listed(let dates) = calendar.holidays, dates.contains(date) { return .holiday }
        return .closed(from: date, to: date)
    }

    /// Whole weeks from a date to the same ISO week of another year.
    private static func weeks(from date: CivilDate, to year: Int) -> Int {
        let years = year - date.year
        let guess = Int((Double(years) * 365.2425 / 7).rounded())
        let wanted = date.isoWeek.week
        return [guess, guess - 1, guess + 1].first { date.adding(days: $0 * 7).isoWeek.week == wanted } ?? guess
    }

    /// Courses of which nothing can be said, individual ones, begin as far into the run as they did.
    mutating func planCourses() {
        for step in base.model.steps {
            guard case .course = step.action, !words.offers.contains(where: { $0.id == step.name }) else { continue }
            shiftStarts(step.name)
        }
    }

    mutating func planCalendar() {
        let ranges = closedRanges
        guard ranges.count > base.model.calendar.closedRanges.count else { return }
        let given = base.document["calendar"]?["closed"]?.array ?? []
        let others = given.filter { !($0.string?.contains("..") ?? false) }
        let texts = ranges.map { JSONNode.text("\($0.first.iso)..\($0.last.iso)") }
        set(["calendar", "closed"], .list(texts + others))
    }

    /// The example's cases come as many weeks into the run as they did, so that they can be walked through.
    mutating func planCases() {
        for info in base.document["cases"]?.object?.members ?? [] {
            guard let arrives = info.value["arrives"]?.string else { continue }
            let path = ["cases", info.key, "arrives"]
            if let moved = moved(arrives, to: start) { set(path, .text(moved)) }
            if let lastStart, let moved = moved(arrives, to: lastStart) { setLast(path, .text(moved)) }
        }
    }

    /// The starts of a course of which nothing was said, as far into the run as they were.
    mutating func shiftStarts(_ offer: String) {
        let path = ["steps", offer, "start"]
        guard let start = base.document["steps"]?[offer]?["start"] else { return }
        if let from = start["from"]?.string {
            if let moved = moved(from, to: self.start) { set(path + ["from"], .text(moved)) }
            if let lastStart, let moved = moved(from, to: lastStart) { setLast(path + ["from"], .text(moved)) }
        }
        if let dates = start["dates"]?.array?.compactMap(\.string) {
            let next = dates.compactMap { moved($0, to: self.start) }
            if next.count == dates.count { set(path + ["dates"], .list(next.map { .text($0) })) }
            if let lastStart {
                let last = dates.compactMap { moved($0, to: lastStart) }
                if last.count == dates.count { setLast(path + ["dates"], .list(last.map { .text($0) })) }
            }
        }
    }

    /// A date, perhaps with a time, moved by whole weeks with the start of the run; nil for what is no date.
    private func moved(_ text: String, to start: CivilDate) -> String? {
        guard let date = CivilDate(iso: String(text.prefix(10))) else { return nil }
        let days = start.daysSinceEpoch - base.model.start.daysSinceEpoch
        let weeks = (Double(days) / 7).rounded(.up)
        return date.adding(days: Int(weeks) * 7).iso + text.dropFirst(10)
    }

    /// What the planner knows from elsewhere, in the period or not.
    mutating func planFigures() {
        var left = 0
        for figure in data.figures {
            if figure.kind.countsCitizens, (1.0...Double(Self.small)).contains(figure.value) {
                left += 1
                continue
            }
            // What was counted in the other files is not said twice.
            let isKnown = figures.contains {
                $0.kind == figure.kind && $0.thing == figure.thing && $0.from == figure.from && $0.to == figure.to
            }
            if !isKnown { add(figure) }
        }
        if left > 0 { note(.fewFigures(left)) }
    }
}
