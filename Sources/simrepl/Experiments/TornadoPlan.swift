import PathwaySim
import Scenarios

/// How a tornado is run: every number at both ends, with the same luck.
///
/// Where there are many numbers, most of them hardly matter, so they are screened: each end is run for two replications;
/// where both are exactly as those of the scenario, the number has nothing to do with the measure. The others get four. The
/// twenty-five that then move a measure most are run for all replications asked for: other ones than those they were chosen
/// by, so that neither their effects nor the confidence owe anything to having been chosen.
struct TornadoPlan: Sendable {
    let scenario: Scenario
    let measures: [SweepMeasure]
    let groupings: [Grouping]
    let settings: RunSettings
    let replications: Int
    let range: Double
    let numbers: [Setting]

    private static let glance = 2
    private static let firstLook = 4
    private static let finalists = 25

    /// Whether it pays to look at few replications first.
    private var isScreened: Bool { numbers.count > Self.finalists + 5 && replications > 2 * Self.firstLook }

    /// An end of a number's range as it came out.
    private struct End: Sendable {
        /// Nil where the scenario refuses the value, or where it is the value it has.
        var change: SettingChange?
        /// Nil as long as nothing in it differs from the scenario.
        var measures: [Measure?]?
    }

    private struct Both: Sendable {
        var low: End
        var high: End
        var isStated: Bool

        /// A number that can take neither value is no input.
        var isInput: Bool { low.change != nil || high.change != nil }
        var isUntouched: Bool { low.measures == nil && high.measures == nil }

        func ends(_ place: Int, _ base: Measure) -> (low: Measure?, high: Measure?) {
            func measure(_ end: End) -> Measure? {
                guard end.change != nil else { return nil }
                return end.measures == nil ? base : end.measures?[place]
            }
            return (measure(low), measure(high))
        }
    }

    /// A look at numbers: which, in how many replications, and what they gave.
    private struct Look {
        var base: [Measure?]
        /// By the number's index.
        var found: [Int: Both]
        var isInterrupted: Bool
    }

    /// - Throws: what stops a run; Ctrl-C only when nothing was done.
    func run(progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void) throws(CommandFailure)
        -> TornadoReport
    {
        let all = Array(numbers.indices)
        guard isScreened else {
            let look = try look(at: all, 1..<(replications + 1), glance: nil) { progress($0, all.count) }
            return report(first: nil, last: look, ranked: all.filter { look.found[$0]?.isInput ?? false })
        }
        // A finalist takes as long as several first looks.
        let weight = max(1, replications / Self.firstLook)
        let planned = all.count + Self.finalists * weight
        let first = try look(at: all, 1..<(Self.firstLook + 1), glance: Self.glance) { progress($0, planned) }
        guard !first.isInterrupted else { return report(first: first, last: nil, ranked: []) }
        let best = finalists(first)
        let years = (Self.firstLook + 1)..<(Self.firstLook + 1 + replications)
        let last: Look
        do throws(CommandFailure) {
            last = try look(at: best, years, glance: nil) { progress(all.count + $0 * weight, planned) }
        } catch .interrupted {
            var first = first
            first.isInterrupted = true
            return report(first: first, last: nil, ranked: [])
        }
        return report(first: first, last: last, ranked: best.filter { last.found[$0] != nil })
    }

    private func look(
        at indices: [Int], _ years: Range<Int>, glance: Int?, progress: @escaping @Sendable (Int) -> Void
    ) throws(CommandFailure) -> Look {
        guard var part = try VariantRuns.part(scenario, settings, groupings: groupings, years) else {
            throw .interrupted
        }
        let base = part.measures(measures)
        var short: [Measure?]?
        if let glance {
            part.kept = Array(part.kept.prefix(glance))
            short = part.measures(measures)
        }
        let compared = short
        let found = try VariantRuns.each(indices.count, jobs: settings.jobs, progress: progress) {
            index throws(CommandFailure) -> Both? in
            try both(numbers[indices[index]], years, compared)
        }
        var look = Look(base: base, found: [:], isInterrupted: found.contains { $0 == nil })
        for (index, both) in zip(indices, found) { look.found[index] = both }
        if look.found.isEmpty, !indices.isEmpty { throw .interrupted }
        return look
    }

    // MARK: One number

    private func both(_ number: Setting, _ years: Range<Int>, _ glance: [Measure?]?) throws(CommandFailure) -> Both? {
        let values = UncertainRange(number, in: scenario, share: range)
        guard let low = try end(number, values.low, years, glance),
            let high = try end(number, values.high, years, glance)
        else { return nil }
        return Both(low: low, high: high, isStated: values.isStated)
    }

    private func end(
        _ number: Setting, _ value: String?, _ years: Range<Int>, _ glance: [Measure?]?
    ) throws(CommandFailure) -> End? {
        var editor = ScenarioEditor(scenario)
        guard let value, let change = try? editor.set(number.path, value), change.old != change.new else {
            return End()
        }
        let first = glance == nil ? years : years.lowerBound..<min(years.upperBound, years.lowerBound + Self.glance)
        var part: VariantRuns.Part
        do throws(CommandFailure) {
            guard let run = try VariantRuns.part(editor.scenario, settings, groupings: groupings, first) else {
                return nil
            }
            part = run
        } catch .findings {
            return End()
        }
        if let glance {
            let isSame = zip(part.measures(measures), glance).allSatisfy { $0?.perReplication == $1?.perReplication }
            if isSame { return End(change: change) }
            guard try part.add(first.upperBound..<years.upperBound) else { return nil }
        }
        return End(change: change, measures: part.measures(measures))
    }

    // MARK: All of them

    /// Those that move any of the measures most.
    private func finalists(_ look: Look) -> [Int] {
        var best: Set<Int> = []
        let touched = look.found.filter { !$0.value.isUntouched && $0.value.isInput }
        for (place, measure) in look.base.enumerated() {
            guard let measure, let now = measure.mean else { continue }
            let spans = touched.mapValues { both -> Double in
                let (low, high) = both.ends(place, measure)
                let values = [low?.mean, high?.mean].compactMap { $0 } + [now]
                return (values.max() ?? now) - (values.min() ?? now)
            }
            let order = spans.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            best.formUnion(order.prefix(Self.finalists).map(\.key))
        }
        return best.sorted()
    }

    /// - Parameter first: the screening; nil when there was none.
    private func report(first: Look?, last: Look?, ranked: [Int]) -> TornadoReport {
        let found = (first?.found ?? [:]).merging(last?.found ?? [:]) { $1 }
        let kept = numbers.indices.filter { found[$0]?.isInput ?? false }
        let inputs = kept.compactMap { index -> TornadoReport.Input? in
            guard let both = found[index] else { return nil }
            let isLast = last?.found[index] != nil
            return TornadoReport.Input(
                setting: numbers[index], isStated: both.isStated, low: both.low.change, high: both.high.change,
                replications: isLast ? replications : both.isUntouched ? Self.glance : Self.firstLook,
                isUntouched: !isLast && both.isUntouched)
        }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        let level = settings.level ?? RunSettings.standardLevel
        func bars(_ look: Look?, _ indices: [Int], _ place: Int) -> Sensitivity? {
            guard let look, let base = look.base[place] else { return nil }
            let ends = indices.map { look.found[$0]?.ends(place, base) ?? (nil, nil) }
            return Sensitivity(base: base, ends: ends, level: level)
        }
        let others = first == nil ? [] : kept.filter { !ranked.contains($0) }
        let findings = measures.indices.compactMap { place -> TornadoReport.Finding? in
            guard let base = (last ?? first)?.base[place] else { return nil }
            return .init(
                measure: measures[place], base: base,
                sensitivity: bars(last, ranked, place) ?? Sensitivity(base: base, ends: [], level: level),
                others: bars(first, others, place)?.bars ?? [])
        }
        return TornadoReport(
            scenario: scenario, findings: findings, range: range, inputs: inputs,
            ranked: ranked.compactMap { places[$0] }, others: others.compactMap { places[$0] },
            leftOut: found.keys.sorted().filter { places[$0] == nil }.map { numbers[$0].path },
            seed: settings.seed ?? RunSettings.standardSeed, replications: replications,
            firstLook: isScreened ? Self.firstLook : nil, level: level,
            isInterrupted: (last ?? first)?.isInterrupted ?? false || ranked.isEmpty && first?.isInterrupted ?? false)
    }
}
