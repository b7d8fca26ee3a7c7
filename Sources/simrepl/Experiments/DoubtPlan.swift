import PathwaySim
import Scenarios

/// Two-level sampling of a scenario's uncertain numbers; see `UncertaintySplit`.
struct DoubtPlan: Sendable {
    let scenario: Scenario
    let inputs: [UncertainSetting]
    let measures: [SweepMeasure]
    let groupings: [Grouping]
    let settings: RunSettings
    let draws: Int
    /// For each draw.
    let years: Int

    /// Blocks of years that the draws share: enough to know how one year differs from another.
    private var blocks: Int { max(1, min(draws, (Self.leastBaseYears + years - 1) / years)) }
    private static let leastBaseYears = 60

    /// The scenario as it is over all years of all blocks, and over those of each block.
    private struct Base: Sendable {
        var whole: [Measure?]
        var blocks: [[Measure?]]
    }

    /// - Throws: what stops a run, or a combination of values that the scenario refuses.
    func run(progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void) throws(CommandFailure) -> DoubtReport
    {
        let planned = blocks + draws
        let base = try self.base { progress($0, planned) }
        let seed = settings.seed ?? RunSettings.standardSeed
        let values = inputs.map { input in
            LatinHypercube.shares(draws, name: input.setting.path, seed: seed).map(input.number.quantile)
        }
        let blocks = self.blocks
        let shown: @Sendable (Int) -> Void = { progress(blocks + $0, planned) }
        let found = try VariantRuns.each(draws, jobs: settings.jobs, progress: shown) {
            draw throws(CommandFailure) -> [Measure?]? in
            let numbers = inputs.indices.map { (inputs[$0].setting, inputs[$0].node(values[$0][draw])) }
            var editor = ScenarioEditor(scenario)
            do throws(LoadFailure) {
                try editor.set(together: numbers)
            } catch {
                throw .findings(error.diagnostics, error.files)
            }
            return try measured(editor.scenario, block: draw % blocks)
        }
        // In any order of rows a Latin hypercube's first rows are as good as others.
        let finished = found.prefix { $0 != nil }.compactMap { $0 }
        guard !finished.isEmpty else { throw .interrupted }
        return report(base, finished, values.map { Array($0.prefix(finished.count)) }, seed)
    }

    private func base(_ progress: @escaping @Sendable (Int) -> Void) throws(CommandFailure) -> Base {
        let parts = try VariantRuns.each(blocks, jobs: settings.jobs, progress: progress) {
            block throws(CommandFailure) -> VariantRuns.Part? in
            try VariantRuns.part(scenario, settings, groupings: groupings, replications(block))
        }
        let done = parts.compactMap { $0 }
        guard done.count == blocks, let experiment = done.first?.experiment else { throw .interrupted }
        func measures(_ kept: [KeptReplication]) -> [Measure?] {
            let result = experiment.fold(kept)
            return self.measures.map { result.measure($0) }
        }
        return Base(whole: measures(done.flatMap(\.kept)), blocks: done.map { measures($0.kept) })
    }

    private func measured(_ scenario: Scenario, block: Int) throws(CommandFailure) -> [Measure?]? {
        try VariantRuns.part(scenario, settings, groupings: groupings, replications(block))?.measures(measures)
    }

    private func replications(_ block: Int) -> Range<Int> { (block * years + 1)..<((block + 1) * years + 1) }

    private func report(_ base: Base, _ found: [[Measure?]], _ values: [[Double]], _ seed: UInt64) -> DoubtReport {
        let level = settings.level ?? RunSettings.standardLevel
        let findings = measures.indices.compactMap { index -> DoubtReport.Finding? in
            guard let whole = base.whole[index] else { return nil }
            let draws = found.enumerated().map { draw, measures -> UncertaintySplit.Draw in
                let block = draw % blocks
                let empty = Measure(
                    name: whole.name, unit: whole.unit, mean: nil, halfWidth: nil, n: 0, basis: whole.basis,
                    perReplication: [], influence: [])
                return .init(measure: measures[index] ?? empty, base: base.blocks[block][index] ?? empty, block: block)
            }
            let split = UncertaintySplit(base: whole, draws: draws, level: level)
            let ranks = values.map { drawn in
                split.flatMap { RankCorrelation(Array(zip(drawn, $0.estimates))) }
            }
            let told = RankCorrelation.told(ranks, level: level)
            return .init(measure: measures[index], base: whole, split: split, follows: Array(zip(ranks, told)))
        }
        return DoubtReport(
            scenario: scenario, inputs: inputs, values: values, findings: findings, planned: draws, done: found.count,
            years: years, baseYears: blocks * years, known: 0, leftOut: [], seed: seed, level: level)
    }
}
