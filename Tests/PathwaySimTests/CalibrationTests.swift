import Foundation
import Synchronization
import Testing

@testable import PathwaySim

/// A small service of one year: citizens come, book a conversation, may stay away and be booked anew once.
private enum SmallService {
    static let year = 364

    /// - Parameters:
    ///   - perDay: citizens a day by referral, and by themselves.
    ///   - after: how long what follows takes, which nobody counts.
    static func model(perDay: Double, own: Double = 0, noShow: Double, after: Double = 5) -> Model {
        let talk = Appointment(
            slots: "slots", lead: DurationDraw(.constant(3)), noShow: .constant(noShow), rebookings: 1,
            lost: .to("gone"), next: .to("rest"))
        let hours = [Shift(weekdays: [1, 2, 3, 4, 5], from: Kernel.hours(9), to: Kernel.hours(12))]
        var model = Model(
            start: Kernel.monday, horizon: SimTime(days: Double(year)), calendar: .always,
            sources: [
                ArrivalSource(name: "gp", process: .poisson(RateProfile(perDay: perDay)), entry: .to("talk"))
            ],
            resources: [
                Resource(
                    name: "slots", kind: .slots(SlotPlan(slotsPerWeek: 9, windows: hours, length: .hour)))
            ],
            steps: [
                Step(name: "talk", action: .appointment(talk)), Kernel.delay("rest", after, to: "done"),
                Kernel.close("done"), Kernel.close("gone"),
            ])
        if own > 0 {
            model.sources.append(
                ArrivalSource(name: "own", process: .poisson(RateProfile(perDay: own)), entry: .to("talk")))
        }
        return model
    }

    static func quarters(_ kinds: [ObservedFigure.Kind]) -> [ObservedFigure] {
        kinds.flatMap { kind in (0..<4).map { ObservedFigure(kind, from: 91 * $0, to: 91 * $0 + 90) } }
    }

    static func years(
        _ figures: [ObservedFigure], _ model: Model, seed: UInt64 = 1, replications: Int, jobs: Int = 2
    ) throws -> [[Double?]] {
        try FigureRuns.values(
            of: figures, in: model, seed: seed, replications: replications, jobs: jobs, isCancelled: { false })
    }

    static func plausible(_ trials: Int, _ p: Double) -> ClosedRange<Int> {
        let law = try? Distribution.binomial(n: trials, p: p)
        return Int(law?.quantile(0.001) ?? 0)...Int(law?.quantile(0.999) ?? 0)
    }
}

@Suite("Figures of a service, read off a run")
struct ObservedFigureTests {
    private static func values(_ kinds: [ObservedFigure.Kind], from: Int, to: Int, _ model: Model) throws -> [Double?] {
        try SmallService.years(kinds.map { ObservedFigure($0, from: from, to: to) }, model, replications: 1)[0]
    }

    /// One unit that takes 2.1 days each; citizens come on days 0, 0, 3, 3 and 9, and two waited before.
    private static func model() -> Model {
        var model = Kernel.model(
            [0.5, 0.5, 3.5, 3.5, 9.5], resources: [Kernel.servers("r")], horizon: 12,
            [Kernel.service("s", .constant(2.1)), Kernel.close("done")])
        model.sources.append(
            ArrivalSource(
                name: "list",
                process: .waitingList([.init(alreadyWaited: SimTime(days: 6)), .init(alreadyWaited: .zero)]),
                entry: .to("s")))
        return model
    }

    @Test("counts belong to the days on which they happen, both ends included")
    func counts() throws {
        let kinds: [ObservedFigure.Kind] = [
            .arrivals(sources: ["c"]), .arrivals(sources: []), .arrivals(sources: ["list"]), .began(step: "s"),
        ]
        // Begun at 0 and 2.1 (the list), then at 4.2, 6.3, 8.4, 10.5.
        #expect(try Self.values(kinds, from: 0, to: 3, Self.model()) == [4, 4, 0, 2])
        #expect(try Self.values(kinds, from: 3, to: 9, Self.model()) == [3, 3, 0, 3])
    }

    @Test("waits are those of whoever began in the period, the days before the run included")
    func waits() throws {
        let kinds: [ObservedFigure.Kind] = [
            .meanWait(step: "s"), .waitQuantile(step: "s", 0.5), .waitQuantile(step: "s", 0.9),
        ]
        // 6 at day 0, 2.1 at day 2, 3.7 at day 4, 5.8 at day 6.
        #expect(try Self.values(kinds, from: 0, to: 6, Self.model()) == [4.4, 3.7, 6])
        #expect(try Self.values(kinds, from: 1, to: 1, Self.model()) == [nil, nil, nil])
    }

    @Test("the list is counted when the day ends, also the run's last")
    func lists() throws {
        let lists = try [0, 3, 5, 11].map { day in
            try Self.values([.waiting(step: "s")], from: day, to: day, Self.model())[0]
        }
        // After day 0 one of the list and two who came; after day 3 six had come and two begun.
        #expect(lists == [3, 4, 3, 1])
    }

    @Test("groups and their seats are counted when they begin, no-shows when they are missed")
    func groups() throws {
        let course = Course(
            maximum: 3, minimum: 1, start: .dates([SimTime(days: 5), SimTime(days: 9)]),
            length: .duration(DurationDraw(.constant(1))), next: .to("done"))
        let model = Kernel.model(
            [0, 1, 2, 3, 6], horizon: 20, [Step(name: "g", action: .course(course)), Kernel.close("done")])
        let kinds: [ObservedFigure.Kind] = [.groups(step: "g"), .seats(step: "g"), .began(step: "g")]
        #expect(try Self.values(kinds, from: 0, to: 8, model) == [1, 3, 3])
        #expect(try Self.values(kinds, from: 0, to: 9, model) == [2, 5, 5])
        let missing = SmallService.model(perDay: 1, noShow: 1)
        let both = try Self.values([.noShows(step: "talk"), .began(step: "talk")], from: 0, to: 363, missing)
        #expect((both[0] ?? 0) > 300 && both[1] == 0)
    }

    @Test("the same for any number of jobs, and for a model with named cases")
    func jobs() throws {
        let figures = SmallService.quarters([.began(step: "talk"), .meanWait(step: "talk"), .waiting(step: "talk")])
        let model = SmallService.model(perDay: 1.1, noShow: 0.2)
        let one = try SmallService.years(figures, model, replications: 6, jobs: 1)
        #expect(try SmallService.years(figures, model, replications: 6, jobs: 3) == one)
        var withCase = model
        withCase.sources.append(
            ArrivalSource(
                name: "named",
                process: .cases([NamedCase(name: "albert", at: SimTime(days: 3), values: [], decisions: [])]),
                entry: .to("talk")))
        #expect(try SmallService.years(figures, withCase, replications: 6, jobs: 1) == one)
    }
}

@Suite("Last year observed beside simulated years")
struct FigureComparisonTests {
    private static let figures = SmallService.quarters([
        .arrivals(sources: []), .began(step: "talk"), .noShows(step: "talk"), .meanWait(step: "talk"),
        .waitQuantile(step: "talk", 0.9), .waiting(step: "talk"),
    ])

    @Test("a year of the model itself is called unexplained no more often than the level allows")
    func falseAlarms() throws {
        let model = SmallService.model(perDay: 1.1, noShow: 0.2)
        let years = try SmallService.years(Self.figures, model, replications: 100)
        let others = try SmallService.years(Self.figures, model, seed: 2, replications: 300)
        let alarms = others.count { year in
            FigureComparison(Self.figures, observed: year.map { $0 ?? 0 }, years: years, level: 0.95).lines
                .contains(where: \.isUnexplained)
        }
        #expect(alarms <= SmallService.plausible(300, 0.05).upperBound, "\(alarms) of 300")
    }

    @Test("a year with half as many again is unexplained, and so is the list it leaves")
    func found() throws {
        let years = try SmallService.years(Self.figures, SmallService.model(perDay: 1, noShow: 0.2), replications: 100)
        let observed = try SmallService.years(
            Self.figures, SmallService.model(perDay: 1.5, noShow: 0.2), seed: 5, replications: 1)[0]
        let lines = FigureComparison(Self.figures, observed: observed.map { $0 ?? 0 }, years: years, level: 0.95).lines
        #expect(lines[0..<4].contains { $0.isUnexplained })
        #expect(lines[23].isUnexplained)
        let (low, high) = (lines[0].low ?? .infinity, lines[0].high ?? 0)
        #expect(low < 91 && 91 < high, "8 in 10 years around 91 arrivals")
    }

    @Test("a figure that is the same every year must be met, to its rounding; one that hardly exists says nothing")
    func extremes() {
        let figures = [
            ObservedFigure(.groups(step: "g"), from: 0, to: 9), ObservedFigure(.meanWait(step: "g"), from: 0, to: 9),
        ]
        let years = [[Double?]](repeating: [4, nil], count: 30)
        let same = FigureComparison(figures, observed: [4, 2], years: years, level: 0.95).lines
        #expect(!same[0].isUnexplained && !same[1].isUnexplained && same[1].mean == nil)
        let other = FigureComparison(figures, observed: [6, 2], years: years, level: 0.95).lines
        #expect(other[0].isUnexplained)
    }
}

@Suite("Unknowns calibrated to what was observed")
struct CalibrationTests {
    /// Years of known truth; many more in the long form.
    private static let experiments = ProcessInfo.processInfo.environment["PATHWAYSIM_LONG"] == nil ? 50 : 400

    private static let figures = SmallService.quarters([
        .began(step: "talk"), .noShows(step: "talk"), .meanWait(step: "talk"), .waiting(step: "talk"),
    ])

    /// What has been simulated, by values: many calibrations begin at the same points.
    private final class Remembered: Sendable {
        private let known = Mutex<[[Double]: [[Double?]]]>([:])
        private let figures: [ObservedFigure]
        private let model: @Sendable ([Double]) -> Model

        init(_ figures: [ObservedFigure], _ model: @escaping @Sendable ([Double]) -> Model) {
            (self.figures, self.model) = (figures, model)
        }

        func years(_ values: [Double], _ replications: Int) throws -> [[Double?]] {
            if let found = known.withLock({ $0[values] }) { return found }
            let years = try SmallService.years(figures, model(values), replications: replications)
            known.withLock { $0[values] = years }
            return years
        }
    }

    private static func targets(_ figures: [ObservedFigure], _ observed: [Double?]) -> [Calibration.Target] {
        zip(figures, observed).map { Calibration.Target($0, observed: $1 ?? 0) }
    }

    @Test("demand and no-shows are found, the truth in the stated intervals at the promised rate")
    func recovery() throws {
        let truth = [1.15, 0.2]
        let remembered = Remembered(Self.figures) { SmallService.model(perDay: $0[0], noShow: $0[1]) }
        let observed = try SmallService.years(
            Self.figures, SmallService.model(perDay: truth[0], noShow: truth[1]), seed: 77,
            replications: Self.experiments)
        var held = [0, 0]
        var told = 0
        for year in observed {
            let calibration = try Calibration(
                [.init(low: 0.7, high: 1.6, present: 1), .init(low: 0, high: 0.5, present: 0.1)],
                Self.targets(Self.figures, year), replications: 40, level: 0.95, simulate: remembered.years)
            for (index, verdict) in calibration.verdicts.enumerated() {
                guard case .told(_, let low, let high) = verdict else { continue }
                told += 1
                if low <= truth[index], truth[index] <= high { held[index] += 1 }
            }
        }
        #expect(told == 2 * Self.experiments)
        for count in held {
            #expect(SmallService.plausible(Self.experiments, 0.95).contains(count), "\(held) of \(Self.experiments)")
        }
    }

    @Test("one unknown alone is found as well")
    func one() throws {
        let figures = SmallService.quarters([.noShows(step: "talk"), .began(step: "talk")])
        let remembered = Remembered(figures) { SmallService.model(perDay: 1, noShow: $0[0]) }
        let observed = try SmallService.years(
            figures, SmallService.model(perDay: 1, noShow: 0.15), seed: 78, replications: Self.experiments)
        var held = 0
        for year in observed {
            let calibration = try Calibration(
                [.init(low: 0, high: 0.5, present: 0.3)], Self.targets(figures, year), replications: 40, level: 0.95,
                simulate: remembered.years)
            if case .told(let value, let low, let high) = calibration.verdicts[0], low <= 0.15, 0.15 <= high {
                held += 1
                #expect(calibration.proposal == [value])
            }
        }
        #expect(SmallService.plausible(Self.experiments, 0.95).contains(held), "\(held) of \(Self.experiments)")
    }

    @Test("two sources of which only the sum was counted cannot be told apart, and nothing is proposed")
    func inseparable() throws {
        let figures = SmallService.quarters([.arrivals(sources: []), .began(step: "talk")])
        let remembered = Remembered(figures) { SmallService.model(perDay: $0[0], own: $0[1], noShow: 0.1) }
        let observed = try SmallService.years(
            figures, SmallService.model(perDay: 0.6, own: 0.5, noShow: 0.1), seed: 3, replications: 1)[0]
        let calibration = try Calibration(
            [.init(low: 0.2, high: 1, present: 0.5), .init(low: 0.2, high: 1, present: 0.4)],
            Self.targets(figures, observed), replications: 40, level: 0.95, simulate: remembered.years)
        #expect(calibration.verdicts == [.inseparable(from: [1]), .inseparable(from: [0])])
        #expect(calibration.proposal == [0.5, 0.4])
    }

    @Test("an unknown that moves no figure is not told, and the others are found as before")
    func untold() throws {
        let figures = SmallService.quarters([.noShows(step: "talk"), .began(step: "talk")])
        let remembered = Remembered(figures) { SmallService.model(perDay: 1, noShow: $0[1], after: $0[0]) }
        let observed = try SmallService.years(
            figures, SmallService.model(perDay: 1, noShow: 0.15), seed: 4, replications: 1)[0]
        let calibration = try Calibration(
            [.init(low: 1, high: 30, present: 5), .init(low: 0, high: 0.5, present: 0.3)],
            Self.targets(figures, observed), replications: 40, level: 0.95, simulate: remembered.years)
        #expect(calibration.verdicts[0] == .untold)
        #expect(calibration.proposal[0] == 5)
        guard case .told(let value, _, _) = calibration.verdicts[1] else {
            Issue.record("\(calibration.verdicts)")
            return
        }
        #expect(abs(value - 0.15) < 0.06)
    }

    @Test("a truth outside the bounds puts the proposal on the bound")
    func outside() throws {
        let figures = SmallService.quarters([.noShows(step: "talk"), .began(step: "talk")])
        let remembered = Remembered(figures) { SmallService.model(perDay: 1, noShow: $0[0]) }
        let observed = try SmallService.years(
            figures, SmallService.model(perDay: 1, noShow: 0.4), seed: 6, replications: 1)[0]
        let calibration = try Calibration(
            [.init(low: 0, high: 0.25, present: 0.1)], Self.targets(figures, observed), replications: 40, level: 0.95,
            simulate: remembered.years)
        #expect(abs(calibration.proposal[0] - 0.25) < 0.001)
    }

    @Test("a list that was told is set beside lists that would be told, so that it is not taken for a long one")
    func least() throws {
        let figure = ObservedFigure(.waiting(step: "talk"), from: 363, to: 363)
        // Lists of 10 × the unknown, three more or less.
        func place(_ least: Double?) throws -> Calibration {
            try Calibration(
                [.init(low: 0, high: 1, present: 0.5)], [.init(figure, observed: 8, least: least)], replications: 42,
                level: 0.95
            ) { values, replications in (0..<replications).map { [max(0, 10 * values[0] + Double($0 % 7) - 3)] } }
        }
        // At the lower bound no year has a list that would be told.
        #expect(try place(5).used == [false])
        #expect(try place(nil).used == [true])
    }

    @Test("figures that say nothing tell nothing")
    func nothing() throws {
        let figures = [ObservedFigure(.began(step: "nowhere"), from: 0, to: 363)]
        let calibration = try Calibration(
            [.init(low: 0, high: 0.5, present: 0.3)], [.init(figures[0], observed: 3)], replications: 20, level: 0.95
        ) { values, replications in
            try SmallService.years(
                figures, SmallService.model(perDay: 1, noShow: values[0]), replications: replications)
        }
        #expect(calibration.verdicts == [.untold] && calibration.used == [false])
    }
}

@Suite("Second-degree surfaces")
struct QuadraticDesignTests {
    @Test("a surface of the second degree is found exactly", arguments: 1...4)
    func exact(dimension: Int) throws {
        let design = try #require(QuadraticDesign(dimension: dimension))
        let terms = QuadraticDesign.terms(design.points[0]).count
        let truth = (0..<terms).map { Double($0 * 7 % 5) - 2 }
        let values = design.points.map { point in
            zip(QuadraticDesign.terms(point), truth).reduce(0) { $0 + $1.0 * $1.1 }
        }
        for (found, wanted) in zip(design.coefficients(values), truth) { #expect(abs(found - wanted) < 1e-9) }
        let place = (0..<dimension).map { 0.3 - 0.2 * Double($0) }
        for direction in 0..<dimension {
            var (up, down) = (place, place)
            up[direction] += 1e-5
            down[direction] -= 1e-5
            func value(_ x: [Double]) -> Double { zip(QuadraticDesign.terms(x), truth).reduce(0) { $0 + $1.0 * $1.1 } }
            let slope = zip(QuadraticDesign.slopes(place, direction), truth).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(slope - (value(up) - value(down)) / 2e-5) < 1e-6)
        }
    }
}
