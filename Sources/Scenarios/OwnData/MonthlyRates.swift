/// Rates of a year from the counts of its months.
struct MonthlyRates: Equatable {
    /// Arrivals counted, in months that were given.
    private(set) var total: Double
    private(set) var months: Int
    /// Arrivals a year of 365 days.
    private(set) var yearly: Double
    /// January … December, as they were counted.
    private(set) var factors: [Double]
    /// January … December, as they are to be expected another year.
    private(set) var smoothed: [Double]
    /// How much of the differences between months is kept in them, 0 … 1.
    private(set) var kept = 1.0

    /// Months with fewer than five are put together with their neighbours; one that was not given is as the mean of the
    /// others.
    ///
    /// - Parameters:
    ///   - weights: the days of each month as they count.
    ///   - isMerged: set when months were put together.
    init(counts: [Int: Int], weights: [Int: Double], isMerged: inout Bool) {
        let known = counts.keys.sorted().filter { (weights[$0] ?? 0) > 0 }
        let sum = known.reduce(0) { $0 + (counts[$1] ?? 0) }
        let days = known.reduce(0.0) { $0 + (weights[$1] ?? 0) }
        // Of one to four nothing more is said than that.
        let isFew = (1...OwnDataPlan.small).contains(sum)
        total = isFew ? 2.5 : Double(sum)
        months = known.count
        let mean = days > 0 ? total / days : 0
        yearly = mean * 365
        factors = Array(repeating: 1, count: 12)
        smoothed = factors
        guard mean > 0, !isFew else { return }
        // Pearson's distance of the months from one rate; by chance alone it is about their number less one.
        var (distance, parts) = (0.0, 0)
        for group in Self.merged(known, counts) {
            if group.count > 1 { isMerged = true }
            let count = group.reduce(0) { $0 + (counts[$1] ?? 0) }
            let days = group.reduce(0.0) { $0 + (weights[$1] ?? 0) }
            for month in group { factors[month - 1] = Double(count) / days / mean }
            let expected = days * mean
            distance += (Double(count) - expected) * (Double(count) - expected) / expected
            parts += 1
        }
        smooth(distance, parts)
    }

    /// Draws the months to their mean by the part of their differences that chance explains: if the months' own rates vary
    /// too, the distance is larger than `parts` − 1 by as much. (Method of moments for a Poisson count whose rate varies;
    /// decision 0021.)
    private mutating func smooth(_ distance: Double, _ parts: Int) {
        kept = distance > 0 ? max(0, 1 - Double(parts - 1) / distance) : 0
        let kept = kept
        smoothed = factors.map { 1 + kept * ($0 - 1) }
    }

    /// Neighbouring months, so that each has none or at least five. O(months).
    private static func merged(_ months: [Int], _ counts: [Int: Int]) -> [[Int]] {
        var groups: [[Int]] = []
        var (open, sum) = ([Int](), 0)
        for month in months {
            open.append(month)
            sum += counts[month] ?? 0
            if sum == 0 || sum > OwnDataPlan.small {
                groups.append(open)
                (open, sum) = ([], 0)
            }
        }
        guard !open.isEmpty else { return groups }
        // The rest joins the last that has any.
        while let last = groups.popLast() {
            open = last + open
            if last.contains(where: { (counts[$0] ?? 0) > 0 }) { break }
        }
        return groups + [open]
    }

    mutating func scale(by share: Double) {
        total *= share
        yearly *= share
    }

    /// Both together.
    func adding(_ other: MonthlyRates) -> MonthlyRates {
        var sum = self
        sum.total += other.total
        sum.yearly += other.yearly
        if sum.yearly > 0 {
            func mix(_ own: [Double], _ more: [Double]) -> [Double] {
                zip(own, more).map { ($0 * yearly + $1 * other.yearly) / sum.yearly }
            }
            sum.factors = mix(factors, other.factors)
            sum.smoothed = mix(smoothed, other.smoothed)
            sum.kept = (kept * yearly + other.kept * other.yearly) / sum.yearly
        }
        return sum
    }
}
