import Foundation
import PathwaySim
import Scenarios

/// How an experiment is to be run, as the options of a command say: the same for `run`, `compare` and all that builds
/// on them.
struct RunSettings: Sendable {
    /// Nil unless given.
    var seed: UInt64?
    /// Nil: as many as the precision needs.
    var replications: Int?
    var jobs: Int
    /// Nil unless given.
    var level: Double?
    /// Largest half-width relative to the estimate.
    var precision: Double
    /// Replications at which the search stops in any case.
    var cap: Int
    var verifies = false

    static let standardSeed: UInt64 = 1
    static let standardLevel = 0.95

    init(_ invocation: Invocation) {
        seed = invocation.integer("seed").map { UInt64($0) }
        replications = invocation.integer("replications")
        jobs = invocation.integer("jobs") ?? ProcessInfo.processInfo.activeProcessorCount
        level = invocation.share("level")
        precision = invocation.share("precision") ?? 0.05
        cap = invocation.integer("cap") ?? 400
        verifies = invocation.has("verify")
    }

    /// An experiment with a model.
    ///
    /// - Parameters:
    ///   - headline: measures that must be certain enough.
    ///   - progress: told how many replications are done and planned; called from any thread.
    func experiment(
        _ model: CompiledModel, headline: [String],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> Experiment {
        Experiment(
            model, seed: seed ?? Self.standardSeed, replications: replications, jobs: jobs,
            level: level ?? Self.standardLevel,
            precision: .init(headline: headline, relative: precision, unitFloors: Self.floors, cap: cap),
            verifies: verifies, isCancelled: { Interrupt.isRequested }, progress: progress)
    }

    /// Certain enough for any decision on a service, however small the number is.
    private static let floors: [Measure.Unit: Double] = [
        .days: 0.1, .hours: 1, .share: 0.005, .count: 0.5, .number: 0.1,
    ]
}

extension [Option] {
    /// Options of every command that runs replications.
    static let simulation: [Option] = [
        .seed,
        Option("replications", Texts.placeholderNumber, .integer(1...100_000), help: Texts.optionReplications),
        Option("precision", Texts.placeholderShare, .share(0.001...0.5), help: Texts.optionPrecision),
        Option("cap", Texts.placeholderNumber, .integer(2...100_000), help: Texts.optionCap),
        .level, .jobs,
    ]
}

extension Option {
    /// Whole numbers that every program reading the results can hold exactly.
    static let seed = Option(
        "seed", Texts.placeholderSeed, .integer(0...9_007_199_254_740_991), help: Texts.optionSeed)
    static let level = Option("level", Texts.placeholderShare, .share(0.5...0.999), help: Texts.optionLevel)
    static let jobs = Option("jobs", Texts.placeholderNumber, .integer(1...1_024), help: Texts.optionJobs)
    static let pilotReplications = Option(
        "replications", Texts.placeholderNumber, .integer(2...10_000), help: Texts.optionPilot)
    static let measure = Option(
        "measure", Texts.placeholderMeasure, .measure, repeats: true, help: Texts.optionMeasure)
    static let set = Option("set", Texts.placeholderSetting, .setting, repeats: true, help: Texts.optionSet)
    static let format = Option(
        "format", Text(same: "table|json|csv|markdown"), .word(["table", "json", "csv", "markdown"]),
        help: Texts.optionFormat)
    static let by = Option("by", Texts.placeholderGrouping, .grouping, repeats: true, help: Texts.optionBy)
}
