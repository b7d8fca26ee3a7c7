import Foundation

/// Arrivals that were counted, so that a simulated year need not draw how many came.
///
/// A count of last year is known: years drawn anew around it add luck that last year did not have, and where lists run empty
/// now and then they are longer on average than that of a year with just so many (a list is a convex function of what comes).
/// Given how many came in a period, the instants of a Poisson process are independent of each other with the rate as their
/// density, so a year is drawn from the same process under the condition that so many came.
/// Source: Daley, Vere-Jones (2003), *An Introduction to the Theory of Point Processes*, 2nd ed., vol. I, §2.1.
public struct HeldArrivals: Sendable {
    /// Sources of which the sum was counted, from one day to another.
    fileprivate struct Group: Sendable {
        var sources: [String]
        /// Expected arrivals of each source in each hour.
        var hourly: [[Double]]
        /// Expected arrivals of all from the start to the beginning of each hour, and to the end.
        var cumulative: [Double]
        /// Hours between which the number is held, and those before and after in which it is drawn.
        var periods: [(hours: Range<Int>, isHeld: Bool)]
    }

    private var groups: [Group] = []
    private let counted: Set<String>

    /// Whether there are none.
    public var isEmpty: Bool { groups.isEmpty }

    /// Sources whose counted arrivals are among the targets and are what the model expects; and the rest of them together, where
    /// the sum of all was counted and is what the model expects.
    ///
    /// - Parameters:
    ///   - alternatives: the same model with other values of what is unknown. A source that is not the same in all of them is
    ///     not held: its arrivals are what is sought.
    /// - Complexity: O(sources × hours of the run).
    public init(_ targets: [Calibration.Target], in model: Model, alternatives: [Model]) {
        counted = Set(
            model.sources.filter { source in
                switch source.process {
                case .waitingList, .cases: false
                case .poisson, .renewal, .recorded: true
                }
            }.map(\.name))
        let rates = Self.rates(of: model, alternatives)
        var rest = counted
        for target in targets {
            guard case .arrivals(let names) = target.figure.kind, let name = names.first, names.count == 1,
                rest.contains(name), let hourly = rates[name]
            else { continue }
            if add([name], [hourly], target.figure.from...target.figure.to, target.observed, model) {
                rest.remove(name)
            }
        }
        holdRest(rest.sorted(), rates, targets, model)
    }

    /// Where every period of some days in a row has its sum counted, all sources that are left are held together.
    private mutating func holdRest(
        _ rest: [String], _ rates: [String: [Double]], _ targets: [Calibration.Target], _ model: Model
    ) {
        let sums = targets.filter { $0.figure.kind == .arrivals(sources: []) }.sorted {
            $0.figure.from < $1.figure.from
        }
        guard !rest.isEmpty, let first = sums.first, let last = sums.last, rest.allSatisfy({ rates[$0] != nil }),
            zip(sums, sums.dropFirst()).allSatisfy({ $0.figure.to + 1 == $1.figure.from })
        else { return }
        let days = first.figure.from...last.figure.to
        var others = 0.0
        for name in counted where !rest.contains(name) {
            guard let hourly = rates[name] else { return }
            others += Self.sum(hourly, days)
        }
        let observed = sums.reduce(0) { $0 + $1.observed } - others
        _ = add(rest, rest.compactMap { rates[$0] }, days, observed, model)
    }

    private static func sum(_ hourly: [Double], _ days: ClosedRange<Int>) -> Double {
        let from = min(max(0, days.lowerBound * 24), hourly.count)
        let to = min(max(from, (days.upperBound + 1) * 24), hourly.count)
        return hourly[from..<to].reduce(0, +)
    }

    private mutating func add(
        _ names: [String], _ rates: [[Double]], _ days: ClosedRange<Int>, _ observed: Double, _ model: Model
    ) -> Bool {
        let expected = rates.reduce(0) { $0 + Self.sum($1, days) }
        guard days.lowerBound >= 0, expected > 0, abs(expected - observed) <= 0.5, let hours = rates.first?.count
        else { return false }
        var cumulative = [0.0]
        for hour in 0..<hours { cumulative.append(cumulative[hour] + rates.reduce(0) { $0 + $1[hour] }) }
        groups.append(
            Group(
                sources: names, hourly: rates, cumulative: cumulative,
                periods: Self.periods(days, hours: hours, start: model.start)))
        return true
    }

    /// Months, since that is how they are counted; those that are not held are one period each.
    private static func periods(
        _ days: ClosedRange<Int>, hours: Int, start: CivilDate
    ) -> [(hours: Range<Int>, isHeld: Bool)] {
        var bounds = [days.lowerBound]
        for day in days.dropFirst() where start.adding(days: day).day == 1 { bounds.append(day) }
        bounds.append(days.upperBound + 1)
        let ends = bounds.map { min($0 * 24, hours) }
        var periods: [(hours: Range<Int>, isHeld: Bool)] = []
        if ends[0] > 0 { periods.append((0..<ends[0], false)) }
        for (from, to) in zip(ends, ends.dropFirst()) where from < to { periods.append((from..<to, true)) }
        if let last = ends.last, last < hours { periods.append((last..<hours, false)) }
        return periods
    }

    /// Expected arrivals in each hour of the sources that are Poisson and the same in all models.
    private static func rates(of model: Model, _ alternatives: [Model]) -> [String: [Double]] {
        guard let calendar = try? CompiledCalendar(model.calendar, start: model.start, horizon: model.horizon)
        else { return [:] }
        let others = alternatives.map { Dictionary($0.sources.map { ($0.name, $0) }) { first, _ in first } }
        var rates: [String: [Double]] = [:]
        for source in model.sources {
            guard case .poisson(let profile) = source.process, source.batch == nil,
                others.allSatisfy({ $0[source.name]?.process == source.process }),
                let rate = try? CompiledRate(profile, calendar: calendar, name: source.name)
            else { continue }
            let hour = SimTime.hour.ticks
            rates[source.name] = stride(from: Int64(0), to: model.horizon.ticks, by: Int(hour)).map { (from: Int64) in
                let length = min(hour, model.horizon.ticks - from)
                let perDay = rate.isConstant ? profile.perDay : rate.rate(at: from + length / 2)
                return perDay * SimTime(ticks: length).days
            }
        }
        return rates
    }

    /// Whether a figure counts nothing but arrivals that are held: then it is given, and says nothing about what is unknown.
    public func gives(_ figure: ObservedFigure) -> Bool {
        guard case .arrivals(let names) = figure.kind else { return false }
        let held = Set(groups.flatMap(\.sources))
        return !held.isEmpty && (names.isEmpty ? counted : Set(names)).isSubset(of: held)
    }

    // MARK: One year

    /// The model with the arrivals of one year, the same for all values of what is unknown.
    func model(_ model: Model, seed: UInt64, replication: UInt32) -> Model {
        var model = model
        for group in groups {
            let arrivals = Self.arrivals(of: group, seed: seed, replication: replication)
            for (name, instants) in zip(group.sources, arrivals) {
                guard let index = model.sources.firstIndex(where: { $0.name == name }) else { continue }
                model.sources[index].process = .recorded(
                    instants.sorted().map { RecordedArrival(at: SimTime(ticks: $0)) })
            }
        }
        return model
    }

    private static func arrivals(of group: Group, seed: UInt64, replication: UInt32) -> [[Int64]] {
        var instants = [[Int64]](repeating: [], count: group.sources.count)
        let name = "held " + group.sources.joined(separator: " ")
        let stream = DrawStream.stream(seed: seed, replication: replication, name: name)
        var once = DrawStream(DrawKey(stream: stream, block: .max, ordinal: 0), purpose: 0)
        let start = once.uniform()
        for (place, period) in group.periods.enumerated() {
            var luck = DrawStream(DrawKey(stream: stream, block: UInt32(place), ordinal: 0), purpose: 0)
            let (from, to) = (group.cumulative[period.hours.lowerBound], group.cumulative[period.hours.upperBound])
            var levels: [Double] = []
            if period.isHeld {
                // Months that were put together have no whole numbers: rounded so that their sum is kept.
                let number = whole(to, start) - whole(from, start)
                for _ in 0..<max(0, number) where to > from { levels.append(from + (to - from) * luck.uniform()) }
            } else {
                var level = from - log(luck.uniform())
                while level < to {
                    levels.append(level)
                    level -= log(luck.uniform())
                }
            }
            for level in levels {
                let hour = group.hour(of: level, in: period.hours)
                let source = group.source(in: hour, luck.uniform())
                instants[source].append(
                    Int64(hour) * SimTime.hour.ticks + Int64(luck.uniform() * Double(SimTime.hour.ticks)))
            }
        }
        return instants
    }

    /// Counts are whole, but rates are written with few decimals.
    private static func whole(_ expected: Double, _ start: Double) -> Int {
        let nearest = expected.rounded()
        return Int(abs(expected - nearest) < 0.1 ? nearest : (expected + start).rounded(.down))
    }
}

extension HeldArrivals.Group {
    /// The hour in which the expected arrivals reach a level.
    fileprivate func hour(of level: Double, in hours: Range<Int>) -> Int {
        var (low, high) = (hours.lowerBound, hours.upperBound - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle + 1] > level { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Which source an arrival of an hour is of, by their shares of it.
    fileprivate func source(in hour: Int, _ luck: Double) -> Int {
        var rest = luck * hourly.reduce(0) { $0 + $1[hour] }
        for index in hourly.indices.dropLast() {
            if rest < hourly[index][hour] { return index }
            rest -= hourly[index][hour]
        }
        return hourly.count - 1
    }
}
