import Foundation
import PathwaySim
import Synchronization
import Testing

@testable import Scenarios

/// The scenarios of the domain, as they are shipped: those that lie in `scenarios/` itself.
enum DomainLibrary {
    static let directory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("scenarios", isDirectory: true)

    static let library = ScenarioLibrary(directory: directory)

    static let ids: [String] = library.entries().filter { !$0.path.contains("/") }.map(\.id)

    /// The scenario of this id; its findings as text when it cannot be loaded.
    static func load(_ id: String) throws -> Scenario {
        do {
            return try library.load(id)
        } catch {
            throw Unloadable(description: error.rendered(.en))
        }
    }

    /// A scenario with something changed: the fields of a merge patch, each number an assumption of the test.
    static func load(_ id: String, with changes: String) throws -> Scenario {
        let text = """
            {"schema": "pathwaysim.scenario/1", "id": "variant", "title": "Variant", "extends": "\(id)", \(changes)}
            """
        do {
            return try library.load(text: text)
        } catch {
            throw Unloadable(description: error.rendered(.en))
        }
    }

    struct Unloadable: Error, CustomStringConvertible {
        var description: String
    }
}

/// Runs of the shipped scenarios at seed 1, each done once for all tests.
enum DomainRuns {
    static let replications = 40
    private static let results = Mutex<[String: RunResult]>([:])
    private static let ways = Mutex<[String: [String: [LogEntry]]]>([:])

    static func result(_ id: String) throws -> RunResult {
        try results.withLock { results in
            if let known = results[id] { return known }
            let result = try run(DomainLibrary.load(id))
            results[id] = result
            return result
        }
    }

    static func run(_ scenario: Scenario, verifies: Bool = false) throws -> RunResult {
        try Experiment(try CompiledModel(scenario.model), replications: replications, jobs: 2, verifies: verifies).run()
    }

    /// The dated way of every citizen of a shipped scenario in the first replication, by citizen.
    static func everybody(_ id: String) throws -> [String: [LogEntry]] {
        try ways.withLock { ways in
            if let known = ways[id] { return known }
            let found = try everybody(DomainLibrary.load(id))
            ways[id] = found
            return found
        }
    }

    /// The dated way of every citizen in one replication, by citizen.
    static func everybody(_ scenario: Scenario, replication: UInt32 = 1) throws -> [String: [LogEntry]] {
        let model = try CompiledModel(scenario.model)
        let trace = try CaseTrace.run(model, RunOptions(replication: replication, logsEverybody: true))
        return Dictionary(grouping: trace.entries, by: \.citizen)
    }

    /// The dated way of a named case.
    static func trace(_ name: String, of scenario: Scenario, replication: UInt32 = 1) throws -> [LogEntry] {
        let model = try CompiledModel(scenario.model)
        return try CaseTrace.run(model, RunOptions(replication: replication, traced: [name])).entries
    }
}

extension RunResult {
    /// The estimate of a measure; fails the test when there is none.
    func mean(_ name: String) throws -> Double {
        let found = try #require(measure(name), "no measure \(name)")
        return try #require(found.mean, "\(name) is undefined")
    }

    /// How much larger a measure is here than in another run, replication by replication, with 99.99 % confidence.
    ///
    /// Both runs have the same seed, so the same citizens meet in both: Student's t on the paired differences.
    func excess(of name: String, over base: RunResult) throws -> ClosedRange<Double> {
        let here = try #require(measure(name), "no measure \(name)").perReplication
        let there = try #require(base.measure(name), "no measure \(name)").perReplication
        let differences = zip(here, there).compactMap { a, b in
            if let a, let b { a - b } else { nil }
        }
        try #require(differences.count > 2)
        let n = Double(differences.count)
        let mean = differences.reduce(0, +) / n
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        let half = StudentT.quantile(0.99995, degreesOfFreedom: n - 1) * (variance / n).squareRoot()
        return mean - half...mean + half
    }
}

extension Sequence where Element == LogEntry {
    func entered(_ step: String) -> Bool { contains { $0.step == step && $0.happening == .entered } }

    /// The outcome of the course; nil while it goes on.
    var outcome: String? {
        for entry in self {
            if case .closed(let outcome) = entry.happening { return outcome }
        }
        return nil
    }

    func wasSent(_ kind: String) -> Bool {
        contains { entry in
            if case .sent(let sent, _, _) = entry.happening { sent == kind } else { false }
        }
    }

    /// When a step was first entered.
    func first(_ step: String) -> SimTime? { first { $0.step == step && $0.happening == .entered }?.instant }
}
