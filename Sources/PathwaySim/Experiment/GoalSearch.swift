/// Finds the smallest (or cheapest) setting that keeps goals, one probe at a time.
///
/// Along one lever: both ends first, then halving between one that misses and one that keeps the goals, which is right when
/// the response is monotone; two more probes look whether it is. Along two levers: the corners tell which way each helps,
/// then the staircase between settings that keep the goals and settings that do not, at most as many probes as both have
/// values together and the corners; the cheapest of those that keep them is the answer.
public struct GoalSearch {
    public enum Kind: String, Hashable, Sendable {
        /// The smallest value that keeps the goals.
        case smallest
        /// The largest: higher values break them.
        case largest
        /// The cheapest of two levers.
        case cheapest
        case none
    }

    public private(set) var probes: [GoalProbe] = []
    public private(set) var kind = Kind.none
    /// Index of the value of each lever; nil when no setting tried keeps the goals.
    public private(set) var answer: [Int]?
    /// Whether nothing was met that a monotone response does not do.
    public private(set) var isMonotone = true

    /// Whether it was stopped before it was done.
    public private(set) var isInterrupted = false

    /// A search that was stopped: what it had found is kept, and there is no answer.
    public static func interrupted(after probes: [GoalProbe]) -> GoalSearch {
        var search = GoalSearch { _ in throw SimulationError.cancelled }
        search.probes = probes
        search.isInterrupted = true
        return search
    }

    /// The probe of the answer, or the one that came closest.
    public var best: GoalProbe? {
        if let answer { return probes.first { $0.point == answer } }
        return probes.min { $0.distance < $1.distance }
    }

    private let probe: (_ point: [Int]) throws -> GoalProbe

    /// Most probes along one lever with so many values.
    public static func mostProbes(values: Int) -> Int {
        var (halvings, left) = (0, max(1, values - 1))
        while left > 1 {
            left = (left + 1) / 2
            halvings += 1
        }
        return min(values, 2 + 2 + halvings)
    }

    /// Most probes along two levers.
    public static func mostProbes(values a: Int, and b: Int) -> Int { min(a * b, a + b + 3) }

    /// Along one lever with so many values, in ascending order.
    public static func alongOne(values: Int, probe: @escaping (_ point: [Int]) throws -> GoalProbe) throws -> GoalSearch
    {
        var search = GoalSearch(probe: probe)
        try search.halve(values)
        return search
    }

    /// Along two levers; of those that keep the goals the cheapest is the answer.
    public static func alongTwo(
        values a: Int, and b: Int, cost: (_ point: [Int]) throws -> Double,
        probe: @escaping (_ point: [Int]) throws -> GoalProbe
    ) throws -> GoalSearch {
        var search = GoalSearch(probe: probe)
        try search.staircase(a, b, cost)
        return search
    }

    private init(probe: @escaping (_ point: [Int]) throws -> GoalProbe) { self.probe = probe }

    /// The verdict at a point, probed at most once.
    private mutating func verdict(_ point: [Int]) throws -> GoalProbe.Verdict {
        if let known = probes.first(where: { $0.point == point }) { return known.verdict }
        let found = try probe(point)
        probes.append(found)
        return found.verdict
    }

    private mutating func isMet(_ index: Int) throws -> Bool { try verdict([index]) == .met }

    private mutating func halve(_ count: Int) throws {
        let last = count - 1
        let top = try isMet(last)
        let bottom = last == 0 ? top : try isMet(0)
        switch (bottom, top) {
        case (true, true):
            (kind, answer) = (.smallest, [0])
            if last > 1, try verdict([last / 2]) == .missed { isMonotone = false }
        case (false, true):
            let found = try boundary(missed: 0, met: last)
            (kind, answer) = (.smallest, [found])
            try lookAround(found, last)
        case (true, false):
            let found = try boundary(missed: last, met: 0)
            (kind, answer) = (.largest, [found])
            if found > 1, try verdict([found / 2]) == .missed { isMonotone = false }
        case (false, false):
            guard last > 1, try isMet(last / 2) else { return }
            isMonotone = false
            (kind, answer) = (.smallest, [try boundary(missed: 0, met: last / 2)])
        }
    }

    /// The last met one, going from a met one towards a missed one.
    private mutating func boundary(missed: Int, met: Int) throws -> Int {
        var (missed, met) = (missed, met)
        while abs(met - missed) > 1 {
            let middle = (met + missed) / 2
            if try isMet(middle) { met = middle } else { missed = middle }
        }
        return met
    }

    /// Two probes that a monotone response cannot surprise.
    private mutating func lookAround(_ found: Int, _ last: Int) throws {
        let above = (found + last + 1) / 2
        if above > found, above < last, try verdict([above]) == .missed { isMonotone = false }
        let below = found / 2
        if below > 0, below < found - 1, try isMet(below) {
            isMonotone = false
            answer = [below]
        }
    }

    private mutating func staircase(_ a: Int, _ b: Int, _ cost: ([Int]) throws -> Double) throws {
        // The corner that keeps the goals best, the upper ends where others are as good.
        let corners = [[a - 1, b - 1], [0, b - 1], [a - 1, 0], [0, 0]]
        for corner in corners { _ = try verdict(corner) }
        let margins = corners.map { corner in probes.first { $0.point == corner }?.margin ?? .infinity }
        guard let least = margins.min(), let best = zip(corners, margins).first(where: { $0.1 == least })?.0,
            try verdict(best) == .met
        else {
            guard probes.contains(where: { $0.verdict == .met }) else { return }
            (kind, answer) = (.cheapest, try cheapest(cost))
            return
        }
        func point(_ i: Int, _ j: Int) -> [Int] { [best[0] == 0 ? a - 1 - i : i, best[1] == 0 ? b - 1 - j : j] }
        var (i, j) = (0, b - 1)
        while i < a, j >= 0 {
            if try verdict(point(i, j)) == .met { j -= 1 } else { i += 1 }
        }
        (kind, answer) = (.cheapest, try cheapest(cost))
    }

    /// Of the settings that were found to keep the goals.
    private func cheapest(_ cost: ([Int]) throws -> Double) throws -> [Int]? {
        var cheapest: (cost: Double, point: [Int])?
        for probe in probes where probe.verdict == .met {
            let price = try cost(probe.point)
            if cheapest.map({ price < $0.cost || price == $0.cost && probe.point.lexicographicallyPrecedes($0.point) })
                ?? true
            {
                cheapest = (price, probe.point)
            }
        }
        return cheapest?.point
    }
}
