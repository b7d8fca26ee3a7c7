import Foundation
import PathwaySim
import Scenarios

/// One scenario's run and what it says about the expected values.
struct Report {
    var scenario: Scenario
    var checks: [ExpectationCheck]
    var replications: Int
    var horizon: SimTime
    var warmup: SimTime
    var seconds: Double

    init(id: String, library: ScenarioLibrary, options: Options) throws {
        let scenario: Scenario
        do {
            scenario = try library.load(id)
        } catch {
            throw Problem(text: error.rendered(.en))
        }
        let validation = scenario.validation.first { $0.name == (options.isLong ? "long" : "short") }
        guard var model = scenario.model(horizon: validation?.horizon ?? scenario.model.horizon) else {
            throw Problem(text: "\(id): the horizon of the check cannot be used")
        }
        if let warmup = validation?.warmup { model.warmup = warmup }
        let replications = validation?.replications ?? 50
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let experiment = Experiment(
                try CompiledModel(model), seed: options.seed, replications: replications, jobs: options.jobs,
                level: 0.999)
            let result = try experiment.run()
            checks = ExpectationCheck.all(scenario.expected, in: result, widest: options.isLong ? 0.02 : 0.1)
        } catch {
            throw Problem(text: "\(id): \(error)")
        }
        let elapsed = (clock.now - start).components
        seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
        self.scenario = scenario
        self.replications = replications
        horizon = model.horizon
        warmup = model.warmup
    }

    var isFine: Bool { checks.allSatisfy { $0.verdict == .agrees || $0.verdict == .shown } }

    /// One line for the terminal.
    var line: String {
        let judged = checks.filter { $0.verdict != .shown }
        let widest = judged.compactMap(\.relativeWidth).max() ?? 0
        let agreeing = judged.filter { $0.verdict == .agrees }.count
        let id = scenario.id.padding(toLength: max(30, scenario.id.count), withPad: " ", startingAt: 0)
        return "\(isFine ? "ok  " : "DIFF") \(id) \(agreeing)/\(judged.count)"
            + String(format: "  widest %.1f %%  %.2f s", widest * 100, seconds)
    }

    func describe(_ check: ExpectationCheck) -> String {
        let found = check.mean.map { "\(digits($0)) ± \(digits(check.halfWidth ?? 0))" } ?? "nothing"
        return "\(name(check)): expected \(digits(check.value)), found \(found): \(check.verdict.rawValue)"
    }

    /// The measure, with its group.
    func name(_ check: ExpectationCheck) -> String {
        let group = check.expected.group.map { ", \($0.attribute) = \($0.value)" } ?? ""
        return check.expected.measure + group
    }

    func digits(_ value: Double) -> String { String(format: "%.6g", value) }
}
