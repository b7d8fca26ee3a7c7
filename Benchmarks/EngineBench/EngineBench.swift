import Foundation
import PathwaySim
import Scenarios

/// Times the simulation alone: reading and compiling a scenario are not counted, everything `run` reports is.
///
///     enginebench run FILE REPLICATIONS [JOBS [SEED]]
///     enginebench hold CITIZENS EVENTS
///
/// `run` simulates a scenario; `hold` moves a fixed number of citizens in a circle of one exponential delay, so that
/// the event list always has that many events. One line of JSON on standard output; status 2 for wrong arguments.
@main
struct EngineBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }
        if arguments.first == "run", arguments.count >= 3, numbers.count == arguments.count - 2 {
            let jobs = numbers.count > 1 ? numbers[1] : 1
            try run(arguments[1], replications: numbers[0], jobs: jobs, seed: numbers.count > 2 ? numbers[2] : 1)
        } else if arguments.first == "hold", arguments.count == 3, let citizens = Int(arguments[1]),
            let events = numbers.first
        {
            try hold(citizens: citizens, events: events)
        } else {
            print("usage: enginebench run FILE REPLICATIONS [JOBS [SEED]] | hold CITIZENS EVENTS")
            exit(2)
        }
    }

    private static func run(_ file: String, replications: Int, jobs: Int, seed: Int) throws {
        let model = try CompiledModel(ScenarioLibrary.shipped().load(file).model)
        var result: RunResult?
        let seconds = try time {
            result = try Experiment(
                model, seed: UInt64(clamping: seed), replications: replications, jobs: jobs
            ).run()
        }
        let measures = (result?.measures ?? []).compactMap { measure -> String? in
            guard let mean = measure.mean else { return nil }
            let group = measure.by.map { " \($0.attribute)=\($0.value)" } ?? ""
            return "\"\(measure.name)\(group)\":\(mean)"
        }
        print("{\"seconds\":\(seconds / Double(replications)),\"measures\":{\(measures.joined(separator: ","))}}")
    }

    private static func hold(citizens: Int, events: Int) throws {
        let mean = DurationDraw(.distribution(try .validated(.exponential(mean: 1))))
        let start = CivilDate(daysSinceEpoch: 20_000)
        let arrivals = Array(repeating: RecordedArrival(at: .zero), count: citizens)
        let model = Model(
            start: start, horizon: SimTime(days: Double(events) / Double(citizens)), calendar: .always,
            sources: [ArrivalSource(name: "all", process: .recorded(arrivals), entry: .to("around"))],
            steps: [Step(name: "around", action: .delay(Delay(duration: mean, next: .to("around"))))])
        let compiled = try CompiledModel(model)
        var moved = 0.0
        let seconds = try time {
            let result = try Experiment(compiled, replications: 1).run()
            moved = result.measure("throughput.around")?.mean ?? 0
        }
        print("{\"seconds\":\(seconds),\"events\":\(moved)}")
    }

    private static func time(_ body: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(body)
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}
