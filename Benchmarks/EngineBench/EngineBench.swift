import Foundation
import PathwaySim
import Scenarios

/// Times the simulation of a scenario alone: loading and compiling are not counted, everything `run` reports is.
///
///     enginebench FILE REPLICATIONS [JOBS] [MEASURE …]
@main
struct EngineBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let replications = Int(arguments[2]) else {
            print("usage: enginebench FILE REPLICATIONS [JOBS] [MEASURE …]")
            exit(2)
        }
        let jobs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
        let scenario = try ScenarioLibrary.shipped().load(arguments[1])
        let model = try CompiledModel(scenario.model)
        let clock = ContinuousClock()
        var result: RunResult?
        let elapsed = try clock.measure {
            result = try Experiment(model, replications: replications, jobs: jobs).run()
        }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        print("replications \(replications) jobs \(jobs) seconds/replication \(seconds / Double(replications))")
        for name in arguments.dropFirst(4) {
            guard let measure = result?.measure(name) else { continue }
            print("\(name) \(measure.mean.map { "\($0)" } ?? "-") ± \(measure.halfWidth.map { "\($0)" } ?? "-")")
        }
    }
}
