import Foundation

/// A rate over time, ready to ask: the rate at an instant and the largest rate of a day.
///
/// A class, because it is asked at each point of a week's arrivals: taking a value with its lists out of the model each
/// time was two fifths of the time of a model with few other events, and let threads wait for each other.
final class CompiledRate: Sendable {
    private let profile: RateProfile
    private let calendar: CompiledCalendar
    /// The rate never changes.
    let isConstant: Bool

    init(_ profile: RateProfile, calendar: CompiledCalendar, name: String) throws(ModelError) {
        let rates =
            [profile.perDay] + profile.pieces.map(\.perDay) + profile.weekdayFactors + profile.monthFactors
            + profile.hourFactors + profile.surges.map(\.factor)
        for rate in rates where !(rate >= 0 && rate <= 1e9) {
            throw .outOfRange(what: "rate or factor", in: name, value: rate)
        }
        if let wave = profile.sinusoid {
            guard wave.amplitude >= 0, wave.amplitude <= 1 else {
                throw .outOfRange(what: "amplitude", in: name, value: wave.amplitude)
            }
            guard wave.period.ticks > 0 else {
                throw .outOfRange(what: "period (days)", in: name, value: wave.period.days)
            }
        }
        if let period = profile.period, period.ticks <= 0 {
            throw .outOfRange(what: "period (days)", in: name, value: period.days)
        }
        guard [0, 7].contains(profile.weekdayFactors.count), [0, 12].contains(profile.monthFactors.count),
            [0, 24].contains(profile.hourFactors.count)
        else { throw .outOfRange(what: "number of factors", in: name, value: Double(profile.weekdayFactors.count)) }
        self.profile = profile
        self.calendar = calendar
        self.isConstant =
            profile.pieces.isEmpty && profile.weekdayFactors.isEmpty && profile.monthFactors.isEmpty
            && profile.hourFactors.isEmpty && profile.surges.isEmpty && profile.sinusoid == nil
            && !profile.workingDaysOnly
        let peak = maximum(onDay: 0)
        guard peak.isFinite else { throw .outOfRange(what: "rate", in: name, value: peak) }
    }

    /// Arrivals per day at this instant.
    func rate(at ticks: Int64) -> Double {
        if isConstant { return profile.perDay }
        let time = SimTime(ticks: ticks)
        let day = calendar.dayIndex(of: time)
        var rate = base(at: ticks) * dayFactor(day)
        if !profile.hourFactors.isEmpty, rate > 0 {
            rate *= profile.hourFactors[Int(calendar.timeOfDay(of: time).ticks / SimTime.hour.ticks)]
        }
        for surge in profile.surges where surge.from.ticks <= ticks && ticks < surge.to.ticks { rate *= surge.factor }
        if let wave = profile.sinusoid {
            let angle = 2 * Double.pi * Double(ticks + wave.phase.ticks) / Double(wave.period.ticks)
            rate *= 1 + wave.amplitude * sin(angle)
        }
        return rate
    }

    /// A bound that no instant of the day exceeds; exact for rates constant over the day.
    func maximum(onDay day: Int) -> Double {
        if isConstant { return profile.perDay }
        let from = calendar.startOfDay(day).ticks
        let to = from + SimTime.day.ticks
        var bound = largestBase(from: from, to: to) * dayFactor(day)
        if let most = profile.hourFactors.max() { bound *= most }
        for surge in profile.surges where surge.from.ticks < to && surge.to.ticks > from {
            let covers = surge.from.ticks <= from && surge.to.ticks >= to
            bound *= covers ? surge.factor : max(1, surge.factor)
        }
        if let wave = profile.sinusoid { bound *= 1 + wave.amplitude }
        return bound
    }

    private func dayFactor(_ day: Int) -> Double {
        if profile.workingDaysOnly, !calendar.isWorkingDay(day) { return 0 }
        var factor = 1.0
        if !profile.weekdayFactors.isEmpty { factor *= profile.weekdayFactors[calendar.weekday(day) - 1] }
        if !profile.monthFactors.isEmpty { factor *= profile.monthFactors[calendar.month(day) - 1] }
        return factor
    }

    private func base(at ticks: Int64) -> Double {
        guard !profile.pieces.isEmpty else { return profile.perDay }
        var at = ticks
        if let period = profile.period { at = ticks - floorDivide(ticks, period.ticks) * period.ticks }
        return profile.pieces.last { $0.from.ticks <= at }?.perDay ?? profile.perDay
    }

    private func largestBase(from: Int64, to: Int64) -> Double {
        guard !profile.pieces.isEmpty else { return profile.perDay }
        if profile.period != nil { return max(profile.perDay, profile.pieces.map(\.perDay).max() ?? 0) }
        let inside = profile.pieces.filter { $0.from.ticks > from && $0.from.ticks < to }.map(\.perDay)
        return max(base(at: from), inside.max() ?? 0)
    }
}
