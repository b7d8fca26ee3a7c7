import Foundation
import PathwaySim
import Synchronization
import Testing

@testable import Scenarios

/// A service whose numbers are known, and the files that its planner could fill in after a year.
private struct KnownService {
    static let (noShow, declined) = (0.18, 0.4)
    /// The year that is observed, after one in which the lists find their length.
    static let year = 2025

    /// How much there is to do, and by how many.
    struct Town: CustomTestStringConvertible {
        var testDescription: String
        /// Referrals a year.
        var perYear: [String: Double]
        var slotsPerWeek: Double
        /// The same in the planner's file: people and hours.
        var nurses: String

        /// A few more come than there are conversations for: the list is never empty.
        static let larger = Town(
            testDescription: "larger", perYear: ["gp": 290, "hospital": 170], slotsPerWeek: 10.6, nurses: "2;37")
        /// A list of about fifteen, which is now and then nearly empty.
        static let smaller = Town(
            testDescription: "smaller", perYear: ["gp": 142, "hospital": 83], slotsPerWeek: 5.7, nurses: "1;40")

        /// The service with its true numbers.
        func truth() -> String {
            KnownService.json(
                id: "truth", noShow: KnownService.noShow, declined: KnownService.declined, rates: perYear, town: self)
        }
    }

    /// - Parameters:
    ///   - noShow, declined: what nobody counts.
    ///   - rates: referrals a year.
    static func json(id: String, noShow: Double, declined: Double, rates: [String: Double], town: Town) -> String {
        """
        {"schema": "pathwaysim.scenario/1", "id": "\(id)", "kind": "method", "title": {"da": "Lille kommune", "en": "Small town"},
         "assumption": {"da": "opdigtet", "en": "invented"},
         "start": "2024-01-01", "horizon": "731d",
         "calendar": {"base": "danish", "closed": ["2024-07-15..2024-07-26", "2025-07-14..2025-07-25"]},
         "parameters": {
           "away": {"value": \(noShow), "range": [0, 0.4], "label": {"da": "Udeblevne", "en": "No-shows"}},
           "declined": {"value": \(declined), "range": [0.1, 0.9], "label": {"da": "Siger nej", "en": "Decline"}}},
         "sources": {
           "gp": {"kind": "poisson", "rate": {"perYear": \(rates["gp"] ?? 0)}, "next": "talk", "label": {"da": "Læger", "en": "GPs"}},
           "hospital": {"kind": "poisson", "rate": {"perYear": \(rates["hospital"] ?? 0)}, "next": "talk",
             "label": {"da": "Hospital", "en": "Hospital"}}},
         "resources": {
           "nurse": {"kind": "slots", "slotsPerWeek": \(town.slotsPerWeek), "length": "60m", "staff": 2,
             "windows": [{"days": ["mon", "tue", "wed", "thu"], "hours": "09:00-15:00"}],
             "label": {"da": "Sygeplejerske", "en": "Nurse"}},
           "leader": {"kind": "servers", "capacity": 5, "workingDaysOnly": true,
             "shifts": [{"days": ["mon"], "hours": "09:00-13:00"}], "label": {"da": "Underviser", "en": "Teacher"}}},
         "steps": {
           "talk": {"kind": "appointment", "slots": "nurse", "lead": "2d", "noShow": "away", "rebookings": 1, "lost": "gone",
             "next": "plan", "label": {"da": "Samtale", "en": "Talk"}},
           "plan": {"kind": "choice", "options": {
             "group": {"probability": "1 - declined", "next": "group"}, "none": {"probability": "declined", "next": "done"}}},
           "group": {"kind": "course", "maximum": 12, "minimum": 4, "needs": "leader", "staffing": "eachSession", "joinLead": "3d",
             "start": {"every": "2w", "from": "2024-01-15", "weekday": "mon", "at": "10:00", "skipClosed": true},
             "sessions": {"count": 6, "weekdays": ["mon"], "at": "10:00", "length": "2h"}, "next": "done",
             "label": {"da": "Hold", "en": "Group"}},
           "done": {"kind": "close", "outcome": "done"}, "gone": {"kind": "close", "outcome": "gone"}},
         "outcomes": {"done": {}, "gone": {}}}
        """
    }

    /// What the planner counts.
    struct Counts {
        var referrals: [String: Int] = [:]
        var lists: [String: Int] = [:]
        var participants: [Int: Int] = [:]
        var noShows = 0
        var began = 0
        /// Who waits where since when.
        var waiting: [String: (step: String, since: SimTime)] = [:]

        mutating func take(_ entry: LogEntry, _ citizen: LoggedCitizen, _ clock: CivilClock) {
            let date = clock.date(of: entry.instant)
            let isObserved = date.components.year == KnownService.year
            switch entry.happening {
            case .arrived:
                guard isObserved else { return }
                let label = citizen.source == "gp" ? "Læger" : "Hospital"
                referrals["01-\(KnownService.two(date.components.month))-\(KnownService.year);\(label)", default: 0] +=
                    1
            case .entered where ["talk", "group"].contains(entry.step):
                waiting[entry.citizen] = (entry.step, entry.instant)
            case .started:
                waiting[entry.citizen] = nil
                guard isObserved else { return }
                if entry.step == "talk" { began += 1 }
                if entry.step == "group" { participants[date.daysSinceEpoch, default: 0] += 1 }
            case .noShow: noShows += isObserved ? 1 : 0
            case .closed: waiting[entry.citizen] = nil
            default: break
            }
        }

        mutating func list(_ asOf: String, _ clock: CivilClock) {
            for (step, since) in waiting.values {
                let label = step == "talk" ? "Samtale" : "Hold"
                lists["\(asOf);\(label);\(KnownService.danish(clock.date(of: since)))", default: 0] += 1
            }
        }
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func danish(_ date: CivilDate) -> String {
        "\(two(date.components.day))-\(two(date.components.month))-\(date.components.year)"
    }

    /// One year of the service, as its files.
    static func files(_ truth: Scenario, _ town: Town, replication: Int) throws -> [String: String] {
        let model = try CompiledModel(truth.model)
        let clock = CivilClock(start: truth.model.start)
        let newYear = SimTime(days: 366)
        let kept = Mutex((counts: Counts(), isListed: false))
        let options = RunOptions(
            seed: 4_242, replication: UInt32(replication), logsEverybody: true,
            takesEntry: { entry, citizen in
                kept.withLock { state in
                    if entry.instant >= newYear, !state.isListed {
                        state.counts.list("31-12-2024", clock)
                        state.isListed = true
                    }
                    state.counts.take(entry, citizen, clock)
                }
            })
        _ = try CaseTrace.run(model, options)
        var counts = kept.withLock { $0.counts }
        counts.list("31-12-2025", clock)
        func sheet(_ header: String, _ rows: [String]) -> String {
            ([header] + rows).map { $0 + "\r\n" }.joined()
        }
        return [
            "henvisninger.csv": sheet(
                "måned;kilde;antal", counts.referrals.sorted { $0.key < $1.key }.map { "\($0);\($1)" }),
            "venteliste.csv": sheet(
                "opgjort;venter på;henvist;antal", counts.lists.sorted { $0.key < $1.key }.map { "\($0);\($1)" }),
            "hold.csv": sheet(
                "tilbud;start;klokken;møder;ugedage;pladser;deltagere;status", groups(truth, counts, clock)),
            "medarbejdere.csv": sheet(
                "funktion;medarbejdere;timer pr. uge;andel til borgere;samtale min;forberedelse min;dokumentation min",
                ["Sygeplejerske;\(town.nurses);25 %;60;15;30", "Underviser;5;;;;;"]),
            "noegletal.csv": sheet(
                "tal;fra;til;værdi",
                [
                    "udeblivelser, Samtale;01-01-2025;31-12-2025;\(counts.noShows)",
                    "startet, Samtale;01-01-2025;31-12-2025;\(counts.began)",
                ]),
        ]
    }

    private static func groups(_ truth: Scenario, _ counts: Counts, _ clock: CivilClock) -> [String] {
        guard case .course(let course)? = truth.model.steps.first(where: { $0.name == "group" })?.action,
            case .dates(let instants) = course.start
        else { return [] }
        return instants.map { clock.date(of: $0) }.filter { $0.components.year == year }.map { date in
            let number = counts.participants[date.daysSinceEpoch] ?? 0
            return "Hold;\(danish(date));10:00;6;man;12;" + (number > 0 ? "\(number);holdt" : ";aflyst")
        }
    }
}

@Suite("Own data, from end to end: known numbers are found again")
struct OwnDataRecoveryTests {
    /// Years of known truth; many more in the long form.
    private static let years = ProcessInfo.processInfo.environment["PATHWAYSIM_LONG"] == nil ? 2 : 120

    /// The central 99 % of how many of so many hold when each does with 95 %.
    private static func plausible(_ trials: Int) -> ClosedRange<Int> {
        let law = try? Distribution.binomial(n: trials, p: 0.95)
        return Int(law?.quantile(0.005) ?? 0)...Int(law?.quantile(0.995) ?? 0)
    }

    private struct Year {
        var rates: [String: ClosedRange<Double>]
        var verdicts: [Calibration.Verdict]
        /// The referrals counted were what the scenario expects, so that each simulated year had as many.
        var isHeld: Bool
    }

    /// A simulated year taken through its files: imported upon a scenario that assumes otherwise, and calibrated.
    private static func recover(_ truth: Scenario, _ town: KnownService.Town, replication: Int) throws -> Year {
        let folder = try OwnDataFolder(try KnownService.files(truth, town, replication: replication))
        let assumed = KnownService.json(
            id: "assumed", noShow: 0.05, declined: 0.2, rates: ["gp": 100, "hospital": 300], town: town)
        let base = folder.url.appendingPathComponent("assumed.json")
        try Data(assumed.utf8).write(to: base)
        let library = DomainLibrary.library
        let own = try OwnDataImport(folder: folder.url, named: "tal", base: library.load(base.path))
        let coming = own.scenarioJSON(id: "own", name: "tal", extending: "./assumed.json")
        try Data(coming.utf8).write(to: folder.url.appendingPathComponent("own.json"))
        let text = try #require(own.lastYearJSON(id: "last", name: "tal", extending: "./own.json"))
        let last = try library.load(text: text, name: "last.json", directory: folder.url)
        let csv = folder.url.appendingPathComponent("tal-observeret.csv")
        try Data(own.observedCSV(.da).utf8).write(to: csv)
        let table = try ObservedTable.read(csv, named: "tal-observeret.csv", for: last)
        #expect(table.leftOut.isEmpty)
        let figures = table.rows.map(\.figure)
        func model(_ values: [Double]) throws -> Model {
            var editor = ScenarioEditor(last)
            _ = try editor.set("parameters.away", "=\(values[0])")
            _ = try editor.set("parameters.declined", "=\(values[1])")
            return editor.scenario.model
        }
        let targets = table.rows.map(\.target)
        let held = HeldArrivals(targets, in: last.model, alternatives: [try model([0, 0.1]), try model([0.4, 0.9])])
        let calibration = try Calibration(
            [.init(low: 0, high: 0.4, present: 0.05), .init(low: 0.1, high: 0.9, present: 0.2)], targets,
            replications: 60, level: 0.95
        ) { values, replications in
            try FigureRuns.values(
                of: figures, in: try model(values), seed: 1, replications: replications, jobs: 2,
                holding: held, isCancelled: { false })
        }
        let rates = town.perYear.keys.compactMap { source -> (String, ClosedRange<Double>)? in
            let range = last.document["sources"]?[source]?["rate"]?["perYear"]?["range"]?.array?.compactMap(\.number)
            guard let range, range.count == 2 else { return nil }
            return (source, range[0]...range[1])
        }
        return Year(
            rates: Dictionary(uniqueKeysWithValues: rates), verdicts: calibration.verdicts,
            isHeld: targets.allSatisfy { held.gives($0.figure) || !$0.figure.isArrivals })
    }

    /// Two towns, as what is lost on the way differs with the length of the lists.
    @Test(
        "rates, no-shows and refusals lie in the stated ranges as often as promised",
        arguments: [KnownService.Town.larger, .smaller])
    private func recovery(_ town: KnownService.Town) throws {
        let truth = try DomainLibrary.library.load(text: town.truth())
        let values = [KnownService.noShow, KnownService.declined]
        var told = 0
        var held = [0, 0]
        var sum = [0.0, 0.0]
        var rates = 0
        var notHeld = 0
        for replication in 1...Self.years {
            let year = try Self.recover(truth, town, replication: replication)
            if !year.isHeld { notHeld += 1 }
            rates += year.rates.count { source, range in range.contains(town.perYear[source] ?? -1) }
            for (index, verdict) in year.verdicts.enumerated() {
                guard case .told(let value, let low, let high) = verdict else { continue }
                told += 1
                sum[index] += value
                if low <= values[index], values[index] <= high { held[index] += 1 }
            }
        }
        #expect(told == 2 * Self.years, "\(told)")
        #expect(notHeld * 20 <= Self.years, "\(notHeld)")
        #expect(Self.plausible(2 * Self.years).contains(rates), "\(rates) of \(2 * Self.years)")
        for count in held { #expect(Self.plausible(Self.years).contains(count), "\(held) of \(Self.years)") }
        if Self.years > 100 {
            print(
                "own data recovered, \(town) town: rates \(rates) of \(2 * Self.years), no-shows and refusals \(held) of "
                    + "\(Self.years), means \(sum.map { $0 / Double(Self.years) }), truth \(values)"
            )
        }
    }
}

extension ObservedFigure {
    fileprivate var isArrivals: Bool {
        if case .arrivals = kind { true } else { false }
    }
}
