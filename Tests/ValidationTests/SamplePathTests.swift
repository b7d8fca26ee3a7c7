import PathwaySim
import Scenarios
import Testing

@Suite("Sample paths")
struct SamplePathTests {
    /// Scenarios in which nothing is random: two replications are enough.
    static let deterministic = [
        "dd1", "dd1-overload", "little-cycle", "easter", "appointments", "course-by-hand", "no-arrivals", "one-citizen",
        "endless-service", "closed-then-open", "same-instant",
    ]

    @Test("where nothing is random the result is what a calculation by hand gives", arguments: deterministic)
    func byHand(id: String) throws {
        let scenario = try TheoryScenarios.load(id)
        let result = try Experiment(try CompiledModel(scenario.model), replications: 2, level: 0.999).run()
        for check in ExpectationCheck.all(scenario.expected, in: result, widest: 0) {
            #expect(check.verdict == .agrees, "\(check.expected.measure): \(check.value), found \(check.mean ?? .nan)")
            #expect(check.halfWidth == 0)
        }
    }

    @Test("no scenario loses a citizen, a message or a seat, or breaks Little's law or a capacity, on the way")
    func conservation() throws {
        for id in TheoryScenarios.ids(in: "theory") + TheoryScenarios.ids(in: "benchmark") {
            let scenario = try TheoryScenarios.load(id)
            // Long enough to fill every queue, short enough for a debug build.
            let model = try #require(scenario.model(horizon: min(scenario.model.horizon, SimTime(days: 60))))
            var early = model
            early.warmup = .zero
            let result = try Experiment(try CompiledModel(early), replications: 1, verifies: true).run()
            #expect(result.violations.total == 0, "\(id): \(result.violations)")
        }
    }

    /// A queue that is empty again at the end: random arrivals for 60 days, then nobody.
    static func cycle(servers: Int, discipline: Servers.Discipline) throws -> Model {
        Model(
            start: try #require(CivilDate(iso: "2026-01-05")), horizon: SimTime(days: 400), calendar: .always,
            sources: [
                ArrivalSource(
                    name: "arrivals",
                    process: .poisson(
                        RateProfile(perDay: 3, pieces: [.init(from: SimTime(days: 60), perDay: 0)])),
                    entry: .to("service"))
            ],
            resources: [
                Resource(
                    name: "server", kind: .servers(Servers(capacity: servers, discipline: discipline)), absences: [])
            ],
            steps: [
                Step(
                    name: "service",
                    action: .service(
                        Service(
                            needs: [Need(resource: "server")],
                            duration: DurationDraw(.distribution(try .lognormal(mean: 0.6, cv: 1.5))),
                            queueing: Queueing(priority: .binary(.remainder, .state(.nowDays), .constant(3))),
                            next: .to("done")))),
                Step(name: "done", action: .close(Close(outcome: "done"))),
            ],
            intervals: [Interval(name: "sojourn", from: "service.enter", to: "service.end")])
    }

    @Test(
        "over a cycle from empty to empty L = λW exactly, for the queue, the server and the whole",
        arguments: [1, 2], [Servers.Discipline.fifo, .lifo, .priority, .preemptive])
    func littlesLaw(servers: Int, discipline: Servers.Discipline) throws {
        let model = try Self.cycle(servers: servers, discipline: discipline)
        let result = try Experiment(try CompiledModel(model), seed: 11, replications: 1, verifies: true).run()
        func value(_ name: String) throws -> Double { try #require(result.measure(name)?.mean, "\(name)") }
        let (days, citizens) = (400.0, try value("throughput.service"))
        #expect(citizens > 100)
        #expect(try value("census.count") == 0)
        // Sums of whole milliseconds on both sides: only the division rounds.
        let present = try value("number.service.mean") * days
        #expect(abs(present - citizens * (try value("time.service.enter.service.end.mean"))) < 1e-9 * present)
        #expect(abs(try value("number.system.mean") * days - present) < 1e-9 * present)
        let queued = try value("queue.server.mean") * days
        if discipline != .preemptive {
            #expect(abs(queued - citizens * (try value("wait.service.mean"))) < 1e-9 * queued)
        }
        let busy = try value("utilisation.server") * Double(servers) * days
        #expect(abs(present - queued - busy) < 1e-9 * present)
        #expect(result.violations.total == 0)
    }
}
