internal import PathwaySim

/// From a calendar of groups to start dates, seats and meetings.
extension OwnDataPlan {
    mutating func planGroups() {
        var table = OwnDataTable(
            title: Texts.groupsTitle,
            columns: [Texts.heldTitle, Texts.plannedTitle, Texts.seatsTitle, Texts.seatsUsedTitle])
        var repeated: [OwnDataNote.RepeatedOffer] = []
        for offer in words.offers {
            let own = data.groups.filter { $0.offer == offer.id }.sorted { $0.start < $1.start }
            guard !own.isEmpty else {
                keep(offer.label)
                shiftStarts(offer.id)
                continue
            }
            let (planned, more) = coming(own)
            let next = planned + more
            if !more.isEmpty { repeated.append(.init(offer: offer.label, count: more.count)) }
            let last = own.filter { group in data.period?.contains(group.start) ?? false }
            let held = last.filter { isHeld($0) }
            let closed = closedDays(own, offer)
            if !closed.isEmpty {
                note(.closedGroups(file: data.groupsFile, offer: offer.label, closed.sorted { $0.row < $1.row }))
            }
            table.rows.append([
                offer.label, NumberFormat.text(Double(held.count), digits: 0),
                NumberFormat.text(Double(next.count), digits: 0),
                NumberFormat.text(Double(Self.common(own.map(\.seats)) ?? 0), digits: 0), used(held),
            ])
            write(own, next, last.isEmpty ? before(next, offer) : last, offer)
            let rows = Set(closed.map(\.row))
            // What cannot take place in the model is not for it to explain.
            if !last.isEmpty { observe(held.filter { !rows.contains($0.row) }, offer) }
        }
        show(table)
        if !repeated.isEmpty { note(.repeatedGroups(repeated)) }
        planLeaders()
    }

    /// Participants in the groups held, as they may be shown.
    private func used(_ held: [OwnData.Group]) -> Text {
        let given = held.compactMap(\.participants)
        return given.isEmpty ? Text(same: "–") : Self.shown(given.reduce(0, +))
    }

    private func isHeld(_ group: OwnData.Group) -> Bool {
        switch group.status {
        case .held: true
        case .cancelled, .planned: false
        case nil: group.start < start
        }
    }

    /// The start dates of the coming year: those planned, and after the last of them last year's 52 weeks on.
    private func coming(_ own: [OwnData.Group]) -> (planned: [OwnData.Group], repeated: [OwnData.Group]) {
        let end = start.adding(days: 365)
        let planned = own.filter { $0.start >= start && $0.start < end && $0.status != .cancelled }
        let after = planned.last?.start ?? start.adding(days: -1)
        let repeated = own.filter { $0.start < start && $0.start >= start.adding(days: -364) }.compactMap { group in
            var next = group
            next.start = group.start.adding(days: 364)
            // Holidays move from year to year; a group that was held is held in the week after.
            let calendar = openDays
            if calendar.isWorkingDay(group.start) {
                for _ in 0..<8 where !calendar.isWorkingDay(next.start) { next.start = next.start.adding(days: 7) }
            }
            return next.start > after ? next : nil
        }
        return (planned, repeated)
    }

    /// The groups of last year where none was given: those of the coming year, 52 weeks before as often as it takes.
    private mutating func before(_ next: [OwnData.Group], _ offer: OwnDataWords.Thing) -> [OwnData.Group] {
        guard let period = data.period, !next.isEmpty else { return [] }
        note(.noGroupsThen(offer: offer.label))
        return next.compactMap { group in
            var group = group
            while group.start > period.upperBound { group.start = group.start.adding(days: -364) }
            return period.contains(group.start) ? group : nil
        }
    }

    private mutating func write(
        _ own: [OwnData.Group], _ next: [OwnData.Group], _ last: [OwnData.Group], _ offer: OwnDataWords.Thing
    ) {
        let path = ["steps", offer.id]
        let seats = Self.common(own.map(\.seats)) ?? 1
        if Set(own.map(\.seats)).count > 1 { note(.differentSeats(offer: offer.label, used: seats)) }
        set(path + ["maximum"], number(Double(seats), Texts.seatsArithmetic(own.count)))
        if case .course(let course)? = base.model.steps.first(where: { $0.name == offer.id })?.action,
            course.minimum > seats
        {
            note(.smallMinimum(offer: offer.label, seats))
            set(path + ["minimum"], number(Double(seats), Texts.seatsArithmetic(own.count)))
        }
        let lengths = own.compactMap(\.meetings)
        if Set(lengths).count > 1, let used = Self.common(lengths) {
            note(.differentMeetings(offer: offer.label, used: used))
        }
        let hasSessions = base.document["steps"]?[offer.id]?["sessions"] != nil
        if hasSessions, let meetings = Self.common(lengths) {
            set(path + ["sessions", "count"], number(Double(meetings), Texts.meetingsArithmetic(own.count)))
        }
        if hasSessions, let time = Self.common(own.compactMap(\.time)) {
            set(path + ["sessions", "at"], .text(Self.clock(time)))
        }
        if hasSessions {
            set(path + ["sessions", "weekdays"], .list(weekdays(own, offer).map { .text(Self.days[$0 - 1]) }))
        }
        let start = base.document["steps"]?[offer.id]?["start"]
        for key in start?.object?.keys ?? [] where key != "dates" { set(path + ["start", key], JSONNode(.null)) }
        // An empty list of dates is refused: a date long past starts nothing.
        set(path + ["start", "dates"], dates(next, offer.id, or: self.start.adding(days: -365)))
        if let lastStart {
            setLast(path + ["start", "dates"], dates(last, offer.id, or: lastStart.adding(days: -365)))
        }
    }

    /// On which weekdays the meetings are: as given, else as the starts say.
    private mutating func weekdays(_ own: [OwnData.Group], _ offer: OwnDataWords.Thing) -> [Int] {
        let given = own.compactMap(\.weekdays)
        if let common = Self.common(given) {
            if Set(given).count > 1 { note(.differentWeekdays(offer: offer.label)) }
            return common
        }
        let first = own.map { $0.start.weekday }
        let common = Self.common(first) ?? 1
        if Set(first).count > 1 { note(.differentWeekdays(offer: offer.label)) }
        let days = exampleDays(offer.id)
        // Twice a week in the example, beginning on another day: moved along.
        guard days.count > 1, let begin = days.first else { return [common] }
        return days.map { ($0 - begin + common - 1 + 7) % 7 + 1 }.map { min($0, 5) }.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }.sorted()
    }

    private func exampleDays(_ offer: String) -> [Int] {
        let given = base.document["steps"]?[offer]?["sessions"]?["weekdays"]?.array ?? []
        return given.compactMap { $0.string.flatMap { Self.days.firstIndex(of: $0) }.map { $0 + 1 } }
    }

    private func dates(_ groups: [OwnData.Group], _ offer: String, or none: CivilDate) -> JSONNode {
        let document = base.document["steps"]?[offer]
        let usual = document?["start"]?["at"]?.string ?? document?["sessions"]?["at"]?.string
        let texts = groups.map { group in
            let time = group.time.map(Self.clock) ?? usual
            return group.start.iso + (time.map { "T" + $0 } ?? "")
        }
        let unique = texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
        return .list((unique.isEmpty ? [none.iso] : unique).map { .text($0) })
    }

    private mutating func observe(_ held: [OwnData.Group], _ offer: OwnDataWords.Thing) {
        guard let period = data.period else { return }
        func figure(_ kind: FigureKind, _ value: Int) -> OwnData.Figure {
            .init(
                kind: kind, thing: offer.id, from: period.lowerBound, to: period.upperBound, value: Double(value))
        }
        add(figure(.groups, held.count))
        let given = held.compactMap(\.participants)
        guard !held.isEmpty, given.count == held.count else { return }
        let seats = given.reduce(0, +)
        if (1...Self.small).contains(seats) { note(.fewFigures(1)) } else { add(figure(.seatsUsed, seats)) }
    }

    // MARK: Who leads them

    /// The staff of the groups are there when the groups meet, and enough of them.
    private mutating func planLeaders() {
        for resource in words.others {
            guard case .servers(let servers)? = base.model.resources.first(where: { $0.name == resource.id })?.kind,
                !servers.shifts.isEmpty
            else { continue }
            let led = words.offers.filter { offer in
                guard case .course(let course)? = base.model.steps.first(where: { $0.name == offer.id })?.action
                else { return false }
                return course.needs.contains { $0.resource == resource.id }
            }
            guard led.contains(where: { offer in data.groups.contains { $0.offer == offer.id } }) else { continue }
            let windows = Self.windows(led.flatMap { meetings(of: $0.id) })
            set(
                ["resources", resource.id, "shifts"],
                .list(
                    windows.map { window in
                        JSONNode.members([
                            ("days", .list([.text(Self.days[window.day - 1])])),
                            ("hours", .text("\(Self.clock(window.from))-\(Self.clock(window.to))")),
                        ])
                    }))
            let needed = atOnce(led.map(\.id))
            let given = data.staff.first { $0.function == resource.id }?.count ?? servers.capacity
            if needed > given {
                note(.moreGroupsAtOnce(staff: resource.label, given: given, needed: needed))
            }
            let count = max(given, needed)
            set(
                ["resources", resource.id, "capacity"],
                number(Double(count), Texts.leadersArithmetic(given: given, needed: needed)))
        }
    }

    /// The weekly times at which an offer meets, the example's or its own.
    private func meetings(of offer: String) -> [(day: Int, from: Int, to: Int)] {
        guard case .course(let course)? = base.model.steps.first(where: { $0.name == offer })?.action,
            case .sessions(let sessions) = course.length
        else { return [] }
        let own = data.groups.filter { $0.offer == offer }
        let minute = SimTime.minute.ticks
        let length = Int(sessions.length.ticks / minute)
        let usual = Int(sessions.at.ticks / minute)
        var result: [(day: Int, from: Int, to: Int)] = []
        let times = Set(own.map { $0.time ?? usual }).union(own.isEmpty ? [usual] : [])
        let given = patch[["steps", offer, "sessions", "weekdays"]]?.array?.compactMap {
            $0.string.flatMap { Self.days.firstIndex(of: $0) }.map { $0 + 1 }
        }
        let days = Set(given ?? Array(sessions.weekdays)).union(own.map { $0.start.weekday })
        for day in days.sorted() {
            for time in times.sorted() { result.append((day, time, min(1_440, time + length))) }
        }
        return result
    }

    /// Times of each weekday that touch or overlap, put together.
    private static func windows(_ meetings: [(day: Int, from: Int, to: Int)]) -> [(day: Int, from: Int, to: Int)] {
        var windows: [(day: Int, from: Int, to: Int)] = []
        for meeting in meetings.sorted(by: { ($0.day, $0.from, $0.to) < ($1.day, $1.from, $1.to) }) {
            if let last = windows.last, last.day == meeting.day, meeting.from <= last.to {
                windows[windows.count - 1].to = max(last.to, meeting.to)
            } else {
                windows.append(meeting)
            }
        }
        return windows
    }

    /// The most groups that meet at the same time: those of an offer, and of others that meet when it does.
    private func atOnce(_ offers: [String]) -> Int {
        offers.map { offer in
            let times = meetings(of: offer)
            return offers.filter { other in
                other == offer
                    || meetings(of: other).contains { a in
                        times.contains { $0.day == a.day && $0.from < a.to && a.from < $0.to }
                    }
            }.reduce(0) { $0 + atOnce($1) }
        }.max() ?? 0
    }

    /// The most groups of an offer under way at the same time.
    private func atOnce(_ offer: String) -> Int {
        guard case .course(let course)? = base.model.steps.first(where: { $0.name == offer })?.action,
            case .sessions(let sessions) = course.length
        else { return 0 }
        let own = data.groups.filter { $0.offer == offer }.sorted { $0.start < $1.start }
        let count = Self.common(own.compactMap(\.meetings)) ?? sessions.count
        let perWeek = max(1, (patch[["steps", offer, "sessions", "weekdays"]]?.array ?? []).count)
        // A week more for meetings that holidays move.
        let days = ((count + perWeek - 1) / perWeek + 1) * 7
        var most = 0
        for group in own {
            most = max(
                most,
                own.count {
                    $0.start <= group.start && group.start.daysSinceEpoch - $0.start.daysSinceEpoch < days
                })
        }
        return most
    }

    // MARK: Small things

    /// What occurs most often; the last of several that do.
    static func common<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let most = counts.values.max()
        return values.last { counts[$0] == most }
    }

    static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static func clock(_ minutes: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
