import Foundation
import PathwaySim
import Scenarios
import Synchronization

/// An experiment ready to run: its variants read, changed and compiled.
struct Design {
    let file: ExperimentFile
    /// The base first.
    let contenders: [Contender]
    let experiments: [Experiment]
    /// Of everything that decides the numbers.
    let hash: String

    init(_ file: ExperimentFile, jobs: Int, in session: Session) throws(CommandFailure) {
        self.file = file
        let base = try session.read(file.base)
        var contenders = [Contender(base)]
        for variant in file.variants {
            var editor = ScenarioEditor(
                try variant.scenario.map { name throws(CommandFailure) in
                    try session.read(name)
                } ?? base)
            var changes: [SettingChange] = []
            for (path, value) in variant.settings {
                do throws(LoadFailure) {
                    changes.append(try editor.set(path, value))
                } catch {
                    throw .findings(error.diagnostics, error.files)
                }
            }
            var contender = Contender(editor.scenario, changes: variant.title == nil ? changes : [])
            if let title = variant.title { contender.title = title.safe }
            guard contender.days == contenders[0].days else {
                throw .failed(.differentPeriods(contenders[0].days, contender.days), nil)
            }
            contenders.append(contender)
        }
        var experiments: [Experiment] = []
        for contender in contenders {
            guard let scenario = contender.scenario else { continue }
            experiments.append(
                Experiment(
                    try session.compile(scenario), seed: file.seed, replications: file.replications, jobs: jobs,
                    level: file.level, isCancelled: { Interrupt.isRequested }))
        }
        self.contenders = contenders
        self.experiments = experiments
        hash =
            ScenarioHash(
                .members([
                    ("variants", .list(contenders.map { .text($0.hash) })), ("seed", .seed(file.seed)),
                    ("replications", .number(Double(file.replications))),
                ])
            ).hex
    }

    func header(_ shard: RecordsFile.Shard) -> RecordsFile.Header {
        .init(hash: hash, version: Version.current, shard: shard)
    }

    /// Every replication of a part, variants side by side, so that what is done when it is stopped is even.
    func keys(_ shard: RecordsFile.Shard) -> [RecordsFile.Key] {
        (1...file.replications).filter(shard.holds).flatMap { replication in
            experiments.indices.map { RecordsFile.Key(variant: $0, replication: replication) }
        }
    }

    /// Runs what is asked for and hands on each replication when it is done; returns early when it is cancelled.
    ///
    /// - Parameter keep: called from any thread.
    func run(
        _ keys: [RecordsFile.Key], jobs: Int, keep: @escaping @Sendable (RecordsFile.Key, KeptReplication) -> Void
    ) throws(SimulationError) {
        let next = Atomic<Int>(0)
        let failures = Mutex<[Int: SimulationError]>([:])
        let experiments = experiments
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, keys.count))) { _ in
            while failures.withLock({ $0.isEmpty }) {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < keys.count else { return }
                do throws(SimulationError) {
                    keep(keys[index], try experiments[keys[index].variant].kept(keys[index].replication))
                } catch {
                    failures.withLock { $0[index] = error }
                }
            }
        }
        let failed = failures.withLock { $0 }.filter { $0.value != .cancelled }
        if let first = failed.keys.min(), let error = failed[first] { throw error }
    }

    /// The result of everything, variant by variant; nil names the first replication that is not there.
    func fold(_ kept: (RecordsFile.Key, CompiledModel) -> KeptReplication?) -> Result<[RunResult], MissingReplication> {
        var results: [RunResult] = []
        for (variant, experiment) in experiments.enumerated() {
            var replications: [KeptReplication] = []
            for replication in 1...file.replications {
                let key = RecordsFile.Key(variant: variant, replication: replication)
                guard let found = kept(key, experiment.model) else { return .failure(.init(key: key)) }
                replications.append(found)
            }
            results.append(experiment.fold(replications))
        }
        return .success(results)
    }

    struct MissingReplication: Error {
        var key: RecordsFile.Key
    }

    /// What a variant is called in the file.
    func name(_ variant: Int) -> String { variant == 0 ? "base" : file.variants[variant - 1].id }
}
