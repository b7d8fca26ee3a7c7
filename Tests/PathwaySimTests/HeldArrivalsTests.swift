import Foundation
import Testing

@testable import PathwaySim

@Suite("A year with as many arrivals as were counted")
struct HeldArrivalsTests {
    private static let sources = ["gp", "hospital", "own"]

    /// Three sources of a year, the first with months and weekdays of its own.
    private static func model(own: Double = 40) -> Model {
        func source(_ name: String, _ profile: RateProfile) -> ArrivalSource {
            ArrivalSource(name: name, process: .poisson(profile), entry: .to("done"))
        }
        return Model(
            start: Kernel.monday, horizon: SimTime(days: 364), calendar: .always,
            sources: [
                source(
                    "gp",
                    RateProfile(
                        perDay: 70.0 / 260, weekdayFactors: [1, 1, 1, 1, 1, 0, 0])),
                source("hospital", RateProfile(perDay: 30.0 / 364)), source("own", RateProfile(perDay: own / 364)),
            ],
            resources: [], steps: [Kernel.close("done")])
    }

    private static func year(_ kind: ObservedFigure.Kind) -> ObservedFigure {
        ObservedFigure(kind, from: 0, to: 363)
    }

    /// All that came in each of some years, by source.
    private static func instants(_ held: HeldArrivals, _ replication: UInt32) -> [String: [SimTime]] {
        let model = held.model(model(), seed: 9, replication: replication)
        return Dictionary(
            uniqueKeysWithValues: model.sources.map { source in
                guard case .recorded(let arrivals) = source.process else { return (source.name, []) }
                return (source.name, arrivals.map(\.at))
            })
    }

    @Test("as many come in every year as were counted, at instants of the source's own rhythm, never the same")
    func counted() throws {
        let figure = Self.year(.arrivals(sources: ["gp"]))
        let held = HeldArrivals([.init(figure, observed: 70)], in: Self.model(), alternatives: [])
        #expect(held.gives(figure) && !held.gives(Self.year(.arrivals(sources: []))))
        var before: [SimTime] = []
        var early = 0
        for replication in 1...200 as ClosedRange<UInt32> {
            let years = Self.instants(held, replication)
            let instants = try #require(years["gp"])
            #expect(instants.count == 70 && instants != before && instants == instants.sorted())
            #expect(instants.allSatisfy { $0 >= .zero && Int($0.days) % 7 < 5 })
            #expect(years["hospital"] == [])
            early += instants.count { Int($0.days) % 7 == 0 }
            before = instants
        }
        // A fifth on Mondays: 2,800 of 14,000, within four standard deviations.
        #expect(abs(early - 2_800) < 190, "\(early)")
    }

    @Test("sources that were only counted together are held together, each its share on average")
    func together() throws {
        let held = HeldArrivals(
            [
                .init(Self.year(.arrivals(sources: ["gp"])), observed: 70),
                .init(Self.year(.arrivals(sources: [])), observed: 140),
            ], in: Self.model(), alternatives: [])
        #expect(Self.sources.allSatisfy { held.gives(Self.year(.arrivals(sources: [$0]))) })
        #expect(held.gives(Self.year(.arrivals(sources: []))))
        var hospital: [Int] = []
        for replication in 1...200 as ClosedRange<UInt32> {
            let years = Self.instants(held, replication)
            #expect(years.values.reduce(0) { $0 + $1.count } == 140)
            hospital.append(years["hospital"]?.count ?? 0)
        }
        // Three sevenths of 70 a year: 6,000 with a standard deviation of 58.
        #expect(abs(hospital.reduce(0, +) - 6_000) < 240 && Set(hospital).count > 5)
    }

    @Test("what is sought, what the model does not expect and what was not counted is drawn as before")
    func drawn() {
        let gp = Calibration.Target(Self.year(.arrivals(sources: ["gp"])), observed: 70)
        let own = Calibration.Target(Self.year(.arrivals(sources: ["own"])), observed: 40)
        let sought = HeldArrivals([gp, own], in: Self.model(), alternatives: [Self.model(own: 80)])
        #expect(sought.gives(gp.figure) && !sought.gives(own.figure))
        let other = Calibration.Target(gp.figure, observed: 75)
        #expect(HeldArrivals([other], in: Self.model(), alternatives: []).isEmpty)
        #expect(HeldArrivals([], in: Self.model(), alternatives: []).isEmpty)
    }

    @Test("figures of held arrivals are given, and the same for any number of jobs")
    func figures() throws {
        let figures = [Self.year(.arrivals(sources: ["gp"])), Self.year(.arrivals(sources: ["own"]))]
        let held = HeldArrivals([.init(figures[0], observed: 70)], in: Self.model(), alternatives: [])
        func years(_ jobs: Int) throws -> [[Double?]] {
            try FigureRuns.values(
                of: figures, in: Self.model(), seed: 1, replications: 6, jobs: jobs, holding: held,
                isCancelled: { false })
        }
        let one = try years(1)
        #expect(try years(3) == one)
        #expect(one.allSatisfy { $0[0] == nil && ($0[1] ?? 0) > 0 })
    }

    @Test("a period that is not the whole run is held, the rest is drawn")
    func part() {
        let figure = ObservedFigure(.arrivals(sources: ["hospital"]), from: 91, to: 181)
        let held = HeldArrivals([.init(figure, observed: 7.5)], in: Self.model(), alternatives: [])
        var totals: Set<Int> = []
        var counts: Set<Int> = []
        for replication in 1...60 as ClosedRange<UInt32> {
            let instants = Self.instants(held, replication)["hospital"] ?? []
            totals.insert(instants.count)
            counts.insert(instants.count { $0.days >= 91 && $0.days < 182 })
        }
        #expect(counts.isSubset(of: [7, 8]) && totals.count > 5)
    }
}
