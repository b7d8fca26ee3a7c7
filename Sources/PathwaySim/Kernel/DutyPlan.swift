/// How many units of each server resource are planned to be on duty at an instant; absences are not known ahead.
///
/// Plain rows, asked at each booking and each change of shift: the lists of the model are shared by all threads, which
/// would wait for each other to hold them (docs/decisions/0015).
struct DutyPlan {
    private struct Row: BitwiseCopyable {
        /// False for slots, which have no units on duty.
        var isServers = false
        var capacity = 0
        var workingDaysOnly = false
        var changesStart = 0
        var changesEnd = 0
        var shiftsStart = 0
        var shiftsEnd = 0

        var hasShifts: Bool { shiftsStart < shiftsEnd }
    }

    private struct Change: BitwiseCopyable {
        var at: Int64
        var capacity: Int
    }

    private struct Window: BitwiseCopyable {
        /// One bit a weekday, Monday's the second.
        var weekdays: UInt8 = 0
        /// Times of day.
        var from: SimTime
        var to: SimTime
        /// The resource's own capacity when nil.
        var capacity: Int?

        func includes(_ weekday: Int) -> Bool { weekdays & (1 << UInt8(weekday)) != 0 }
    }

    private var rows = Table<Row>()
    private var changes = Table<Change>()
    private var windows = Table<Window>()

    init(_ resources: [CompiledResource]) {
        for resource in resources {
            guard let servers = resource.servers else {
                rows.append(Row())
                continue
            }
            var row = Row(
                isServers: true, capacity: servers.capacity, workingDaysOnly: servers.workingDaysOnly,
                changesStart: changes.count, shiftsStart: windows.count)
            for change in servers.changes { changes.append(Change(at: change.at.ticks, capacity: change.capacity)) }
            for shift in servers.shifts {
                var window = Window(from: shift.from, to: shift.to, capacity: shift.capacity)
                for weekday in shift.weekdays { window.weekdays |= 1 << UInt8(weekday) }
                windows.append(window)
            }
            row.changesEnd = changes.count
            row.shiftsEnd = windows.count
            rows.append(row)
        }
    }

    /// Units planned to be on duty at an instant; 0 for slots. O(changes + shifts).
    func capacity(_ resource: Int, at time: Int64, _ calendar: CompiledCalendar) -> Int {
        let row = rows[resource]
        guard row.isServers else { return 0 }
        var capacity = row.capacity
        for change in row.changesStart..<row.changesEnd where changes[change].at <= time {
            capacity = changes[change].capacity
        }
        guard row.workingDaysOnly || row.hasShifts else { return capacity }
        let instant = SimTime(ticks: time)
        let day = calendar.dayIndex(of: instant)
        if row.workingDaysOnly, !calendar.isWorkingDay(day) { return 0 }
        guard row.hasShifts else { return capacity }
        let clock = calendar.timeOfDay(of: instant)
        let weekday = calendar.weekday(day)
        // Of windows that overlap the largest counts.
        var largest = 0
        for window in row.shiftsStart..<row.shiftsEnd
        where windows[window].includes(weekday) && windows[window].from <= clock && clock < windows[window].to {
            largest = max(largest, windows[window].capacity ?? capacity)
        }
        return largest
    }

    /// The next instant after `time` at which that number may change; nil when it never does. O(changes + shifts).
    func nextBreak(_ resource: Int, after time: Int64, _ calendar: CompiledCalendar) -> Int64? {
        let row = rows[resource]
        var best = Int64.max
        for change in row.changesStart..<row.changesEnd where changes[change].at > time {
            best = min(best, changes[change].at)
        }
        if row.workingDaysOnly || row.hasShifts {
            let today = calendar.dayIndex(of: SimTime(ticks: time))
            for day in today...(today + 1) {
                let start = calendar.startOfDay(day).ticks
                if start > time { best = min(best, start) }
                let weekday = calendar.weekday(day)
                for window in row.shiftsStart..<row.shiftsEnd where windows[window].includes(weekday) {
                    let from = calendar.instant(day, windows[window].from).ticks
                    let to = calendar.instant(day, windows[window].to).ticks
                    if from > time { best = min(best, from) }
                    if to > time { best = min(best, to) }
                }
            }
        }
        return best < .max ? best : nil
    }
}
