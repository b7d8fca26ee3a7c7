/// Writes instants of a run as dates and times of day, without a locale.
public struct CivilClock: Hashable, Sendable {
    /// The date on which the run starts, at 00:00.
    public var start: CivilDate

    public init(start: CivilDate) { self.start = start }

    /// The date an instant lies on.
    public func date(of t: SimTime) -> CivilDate {
        start.adding(days: Int(floorDivide(t.ticks, SimTime.day.ticks)))
    }

    /// `2026-03-03 10:00`, cut to the whole minute.
    public func iso(_ t: SimTime) -> String { "\(date(of: t).iso) \(CivilClock.timeOfDay(t))" }

    /// As `iso(_:)`, but midnight is 24:00 of the day that ends: `2026-03-02 24:00`. For limits, which end then.
    public func isoEnd(_ t: SimTime) -> String {
        guard t.ticks % SimTime.day.ticks == 0 else { return iso(t) }
        return "\(date(of: t).adding(days: -1).iso) 24:00"
    }

    /// The instant at a time of day on a date.
    public func instant(_ date: CivilDate, _ timeOfDay: SimTime = .zero) -> SimTime {
        SimTime(days: Double(date.daysSinceEpoch) - Double(start.daysSinceEpoch)) + timeOfDay
    }

    /// The time of day of an instant as `10:00`, cut to the whole minute.
    public static func timeOfDay(_ t: SimTime) -> String {
        let inDay = t.ticks &- floorDivide(t.ticks, SimTime.day.ticks) &* SimTime.day.ticks
        let minutes = Int(inDay / SimTime.minute.ticks)
        return "\(CivilDate.twoDigits(minutes / 60)):\(CivilDate.twoDigits(minutes % 60))"
    }
}
