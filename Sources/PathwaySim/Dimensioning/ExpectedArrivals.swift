/// How many arrive, from the rates alone.
public enum ExpectedArrivals {
    /// The expected number of arrivals (times of arrival, not citizens of a batch) of a source from one instant to another.
    ///
    /// A rate is summed hour by hour, exactly where it is constant within hours. Nil where the rate does not say: recorded
    /// intervals drawn by a rule, or a rate that the engine refuses. Those waiting at the start count at time zero.
    public static func count(of source: ArrivalSource, in model: Model, from: SimTime, to: SimTime) -> Double? {
        switch source.process {
        case .poisson(let profile):
            guard let calendar = try? CompiledCalendar(model.calendar, start: model.start, horizon: model.horizon),
                let rate = try? CompiledRate(profile, calendar: calendar, name: source.name)
            else { return nil }
            if rate.isConstant { return profile.perDay * (to - from).days }
            return sum(rate, from: from.ticks, to: to.ticks)
        case .renewal(let draw): return draw.mean.flatMap { $0 > 0 ? (to - from).days / $0 : nil }
        case .recorded(let list): return Double(list.count { $0.at >= from && $0.at < to })
        case .waitingList(let list): return from == .zero ? Double(list.count) : 0
        case .cases: return 0
        }
    }

    /// The expected number of citizens who come together: one without a batch; of a drawn size what rounding to whole citizens,
    /// none below 0, makes of it. Nil where rules decide it.
    public static func batch(of source: ArrivalSource) -> Double? {
        switch source.batch {
        case nil: return 1
        case .formula(.constant(let size)): return max(0, size.rounded())
        case .distribution(let law):
            // Σ P(N ≥ n); halves are rounded up, so one that lies exactly there counts.
            var sum = 0.0
            for n in 1..<4_096 {
                let atLeast = 1 - law.cdf((Double(n) - 0.5).nextDown)
                if atLeast < 1e-12 { break }
                sum += atLeast
            }
            return sum
        case .formula, .choose: return nil
        }
    }

    private static func sum(_ rate: CompiledRate, from: Int64, to: Int64) -> Double {
        var total = 0.0
        var at = from
        while at < to {
            let next = min(to, (floorDivide(at, SimTime.hour.ticks) + 1) * SimTime.hour.ticks)
            total += rate.rate(at: at + (next - at) / 2) * SimTime(ticks: next - at).days
            at = next
        }
        return total
    }
}
