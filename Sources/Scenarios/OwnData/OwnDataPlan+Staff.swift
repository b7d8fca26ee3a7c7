internal import PathwaySim

/// From hours to conversations a week.
extension OwnDataPlan {
    mutating func planStaff() {
        var table = OwnDataTable(title: Texts.staffTitle, columns: [Texts.peopleTitle, Texts.slotsTitle])
        for function in words.talks + words.others {
            guard let staff = data.staff.first(where: { $0.function == function.id }) else {
                if !data.groups.isEmpty, patch[["resources", function.id, "capacity"]] != nil { continue }
                keep(function.label)
                continue
            }
            let isTalks = words.talks.contains(function)
            let slots = isTalks ? planTalks(staff, function, &table) : nil
            if !isTalks { planLeader(staff, function) }
            planSickness(staff, function)
            table.rows.append([
                function.label, NumberFormat.text(Double(staff.count), digits: 0),
                slots.map { NumberFormat.text($0) } ?? Text(same: "–"),
            ])
        }
        show(table)
    }

    /// Conversations a week; nil when too little is known, and then the example's stand.
    private mutating func planTalks(
        _ staff: OwnData.Staff, _ function: OwnDataWords.Thing, _ table: inout OwnDataTable
    ) -> Double? {
        guard case .slots(let plan)? = base.model.resources.first(where: { $0.name == function.id })?.kind else {
            return nil
        }
        let path = ["resources", function.id]
        set(path + ["staff"], number(Double(max(1, staff.count)), Texts.staffArithmetic(staff.count)))
        let needed: [(OwnDataFile.Column, Double?)] = [
            (.hours, staff.hours), (.share, staff.share), (.minutes, staff.minutes),
        ]
        let missing = needed.filter { $0.1 == nil }.map { Texts.ownDataColumn($0.0) }
        guard let hours = staff.hours, let share = staff.share, let minutes = staff.minutes else {
            note(.incompleteStaff(function: function.label, missing: missing))
            return nil
        }
        let beside = [staff.preparation, staff.documentation, staff.travel]
        if beside.allSatisfy({ $0 == nil }) { note(.minutesWithin(function: function.label)) }
        let each = minutes + beside.reduce(0) { $0 + ($1 ?? 0) }
        let weekly = Double(staff.count) * hours * share * 60 / each
        // What is closed anyway is no holiday of the slots that are left.
        let closed = closedWeeks
        let holiday = min(staff.holiday ?? closed, 51.9)
        let present = holiday > closed ? (52 - holiday) / (52 - closed) : 1
        let slots = Self.rounded(weekly * present, 1)
        let arithmetic = Texts.slotsArithmetic(
            .init(
                people: staff.count, hours: hours, share: share, minutes: minutes, beside: each - minutes,
                weekly: Self.rounded(weekly, 1), holiday: staff.holiday, closed: Self.rounded(closed, 1), slots: slots))
        table.sentences.append(function.label + Text(same: ": ") + arithmetic)
        set(path + ["slotsPerWeek"], number(slots, arithmetic))
        set(
            path + ["length"],
            .members([
                ("value", .text("\(NumberFormat.shortest(minutes))m")), ("source", source(Texts.minutesArithmetic)),
            ]))
        if base.document["resources"]?[function.id]?["changes"] != nil { set(path + ["changes"], JSONNode(.null)) }
        let room = plan.windows.reduce(0.0) { sum, window in
            sum + Double(window.weekdays.count) * (window.to - window.from).days * 1_440
        }
        if slots * minutes > room * Double(max(1, staff.count)) {
            note(.widenedWindows(function: function.label))
            set(
                path + ["windows"],
                .list([
                    .members([
                        ("days", .list(Self.days.prefix(5).map { .text($0) })), ("hours", .text("08:00-16:00")),
                    ])
                ]))
        }
        return slots
    }

    private mutating func planLeader(_ staff: OwnData.Staff, _ function: OwnDataWords.Thing) {
        let path = ["resources", function.id, "capacity"]
        // The calendar of groups has said it already where it needs more.
        guard patch[path] == nil else { return }
        set(path, number(Double(staff.count), Texts.staffArithmetic(staff.count)))
    }

    /// Days away become spells as long as the example's, so that they come by chance as they do.
    private mutating func planSickness(_ staff: OwnData.Staff, _ function: OwnDataWords.Thing) {
        guard let days = staff.sickness else { return }
        let absence = base.model.resources.first { $0.name == function.id }?.absences.first
        var length = 5.0
        if case .distribution(let distribution)? = absence?.length { length = distribution.mean }
        let spells = days * 7 / 5 / max(0.5, length)
        let path = ["resources", function.id, "absences", absence?.name ?? "sickness"]
        set(
            path + ["spellsPerYear"],
            number(Self.rounded(spells, 2), Texts.sicknessArithmetic(days: days, length: length)))
        if absence == nil {
            set(
                path + ["length"],
                .members([
                    ("exponential", .members([("mean", .text("5d"))])),
                    ("assumption", Self.localised(Texts.sicknessLength)),
                ]))
        }
    }

    /// Weeks of the coming year that are closed by the calendar beside public holidays.
    private var closedWeeks: Double {
        var calendar = base.model.calendar
        calendar.closedRanges = closedRanges
        var open = calendar
        open.closedDates = []
        open.closedRanges = []
        open.closedEveryYear = []
        let days = (0..<365).count { day in
            let date = start.adding(days: day)
            return open.isWorkingDay(date) && !calendar.isWorkingDay(date)
        }
        return Double(days) / 5
    }
}

/// The numbers of a derivation of conversations a week.
struct SlotsArithmetic {
    var people: Int
    var hours: Double
    var share: Double
    var minutes: Double
    var beside: Double
    var weekly: Double
    var holiday: Double?
    var closed: Double
    var slots: Double
}
