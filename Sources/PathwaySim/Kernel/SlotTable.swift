/// The dated slots of one resource, made week by week as bookings reach further ahead.
struct SlotTable {
    struct Slot {
        var start: Int64
        var isFree: Bool
        /// Which member of the staff holds it (for absences).
        var staff: Int32
    }

    private(set) var slots: [Slot] = []
    /// First slot of each week made so far, and one past the last.
    private var weekStart: [Int] = [0]
    private var weekFree: [Int32] = []
    /// Every week before this one is fully booked or past.
    private var firstOpenWeek = 0
    private var plan: SlotPlan?
    /// Places a slot can have in a week: ticks since Monday 00:00, ascending.
    private var places: [Int64] = []
    /// Ticks from the start of the run to the Monday of week 0 (≤ 0).
    private var firstMonday: Int64 = 0
    private var lastWeek = 0
    private static let week = 7 * SimTime.day.ticks

    init() {}

    init(_ plan: SlotPlan, calendar: CompiledCalendar, horizon: Int64) {
        self.plan = plan
        firstMonday = calendar.startOfDay(1 - calendar.weekday(0)).ticks
        // Bookings may reach ten years beyond the end of the run; whoever finds nothing there waits for ever.
        lastWeek = Int((horizon - firstMonday) / SlotTable.week) + 522
        for weekday in 1...7 {
            for window in plan.windows where window.weekdays.contains(weekday) {
                var start = window.from.ticks
                while start + plan.length.ticks <= window.to.ticks {
                    let place = Int64(weekday - 1) * SimTime.day.ticks + start
                    for _ in 0..<max(1, window.capacity ?? 1) { places.append(place) }
                    start += plan.length.ticks
                }
            }
        }
        places.sort()
    }

    /// The first free slot at or after `earliest` for which `isPossible` holds (others needed are free too).
    mutating func firstFree(
        from earliest: Int64, calendar: CompiledCalendar, where isPossible: (Int64) -> Bool
    ) -> Int? {
        while firstOpenWeek < weekFree.count, weekFree[firstOpenWeek] == 0 { firstOpenWeek += 1 }
        var week = max(firstOpenWeek, Int(max(0, earliest - firstMonday) / SlotTable.week))
        while week <= lastWeek {
            makeWeeks(upTo: week, calendar)
            if weekFree[week] > 0 {
                for index in weekStart[week]..<weekStart[week + 1]
                where slots[index].isFree && slots[index].start >= earliest && isPossible(slots[index].start) {
                    return index
                }
            }
            week += 1
        }
        return nil
    }

    mutating func book(_ index: Int) {
        slots[index].isFree = false
        weekFree[week(of: index)] -= 1
    }

    mutating func free(_ index: Int) {
        slots[index].isFree = true
        let week = week(of: index)
        weekFree[week] += 1
        firstOpenWeek = min(firstOpenWeek, week)
    }

    /// Slots planned from … to for which `isCounted` holds.
    mutating func count(
        from: Int64, to: Int64, calendar: CompiledCalendar, where isCounted: (Slot) -> Bool = { _ in true }
    ) -> Int {
        makeWeeks(upTo: min(lastWeek, Int(max(0, to - firstMonday) / SlotTable.week)), calendar)
        return slots.count { $0.start >= from && $0.start < to && isCounted($0) }
    }

    private func week(of index: Int) -> Int {
        Int((slots[index].start - firstMonday) / SlotTable.week)
    }

    private mutating func makeWeeks(upTo week: Int, _ calendar: CompiledCalendar) {
        while weekFree.count <= week { makeWeek(weekFree.count, calendar) }
    }

    private mutating func makeWeek(_ week: Int, _ calendar: CompiledCalendar) {
        let before = slots.count
        defer {
            weekStart.append(slots.count)
            weekFree.append(Int32(slots.count - before))
        }
        guard let plan, !places.isEmpty else { return }
        let monday = firstMonday + Int64(week) * SlotTable.week
        let changes = plan.changes.map(\.at.ticks).filter { $0 > monday && $0 < monday + SlotTable.week }
        var from = monday
        for until in changes.sorted() + [monday + SlotTable.week] {
            let rate = plan.changes.last { $0.at.ticks <= from }?.slotsPerWeek ?? plan.slotsPerWeek
            // Whole slots each week whose running sum follows the rate: 2.5 a week is 2, 3, 2, 3 …
            let count = Int((Double(week + 1) * rate).rounded(.down) - (Double(week) * rate).rounded(.down))
            append(count, monday: monday, from: from, until: until, plan, calendar)
            from = until
        }
    }

    /// Spreads a week's slots evenly over its places, and keeps those that fall within `from ..< until`.
    private mutating func append(
        _ count: Int, monday: Int64, from: Int64, until: Int64, _ plan: SlotPlan, _ calendar: CompiledCalendar
    ) {
        for number in 0..<count {
            let start = monday + places[number * places.count / count]
            guard start >= from, start < until, start >= 0 else { continue }
            if plan.workingDaysOnly, !calendar.isWorkingDay(calendar.dayIndex(of: SimTime(ticks: start))) { continue }
            if plan.closures.contains(where: { $0.from.ticks <= start && start < $0.to.ticks }) { continue }
            slots.append(Slot(start: start, isFree: true, staff: Int32(number % plan.staff)))
        }
    }
}

/// Bookings of a server resource made ahead: which units are promised when.
struct Ledger {
    struct Booking {
        var start: Int64
        var end: Int64
        var units: Int32
    }

    private(set) var bookings: [Booking] = []

    /// Most units promised at any instant of `start ..< end`.
    func promised(from start: Int64, to end: Int64) -> Int {
        // Units overlapping an interval peak where one of the bookings begins, or at its start.
        var most = 0
        let overlapping = bookings.filter { $0.start < end && $0.end > start }
        for at in [start] + overlapping.map(\.start) where at >= start {
            most = max(most, overlapping.filter { $0.start <= at && $0.end > at }.reduce(0) { $0 + Int($1.units) })
        }
        return most
    }

    mutating func add(from start: Int64, to end: Int64, units: Int32, now: Int64) {
        if bookings.count > 64 { bookings.removeAll { $0.end <= now } }
        bookings.append(Booking(start: start, end: end, units: units))
    }

    mutating func remove(from start: Int64, to end: Int64, units: Int32) {
        if let row = bookings.firstIndex(where: { $0.start == start && $0.end == end && $0.units == units }) {
            bookings.remove(at: row)
        }
    }
}
