import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("Own data: what the numbers become")
struct OwnDataPlanTests {
    private static let chronic = "Almen praksis: kronisk sygdom"
    private static let list = """
        opgjort;venter på;henvist;antal
        31-12-2024;Afklarende samtale;02-12-2024;20
        31-12-2024;Afklarende samtale;16-12-2024;10
        31-12-2025;Afklarende samtale;03-11-2025;6
        31-12-2025;Afklarende samtale;01-12-2025;3
        31-12-2025;Afklarende samtale;10-12-2025;4
        31-12-2025;Afklarende samtale;22-12-2025;8
        31-12-2025;Fysisk træning;01-12-2025;7
        31-12-2025;Vægttabshold;01-12-2025;3

        """

    private static func folder(_ files: [String: String] = [:]) throws -> OwnDataFolder {
        var all = ["henvisninger.csv": OwnDataReadingTests.referrals()]
        all.merge(files) { $1 }
        return try OwnDataFolder(all)
    }

    private static func source(_ id: String, _ scenario: Scenario) throws -> ArrivalSource {
        try #require(scenario.model.sources.first { $0.name == id })
    }

    // MARK: Referrals

    @Test("every month's expected number is the one counted, also with weekdays and hours of their own")
    func months() throws {
        let last = try #require(try Self.folder().scenarios().last)
        let start = try #require(CivilDate(iso: "2025-01-01"))
        #expect(last.model.start == start && last.model.horizon == SimTime(days: 365))
        let source = try Self.source("gpChronic", last)
        for month in 1...12 {
            let first = start.adding(months: month - 1)
            let from = SimTime(days: Double(first.daysSinceEpoch - start.daysSinceEpoch))
            let expected = ExpectedArrivals.count(
                of: source, in: last.model, from: from, to: from + SimTime(days: Double(first.daysInMonth)))
            #expect(abs((expected ?? 0) - Double(10 + month)) < 0.01)
        }
    }

    @Test("the range of a rate holds the mean that the count came of, 95 times in 100")
    func range() {
        let counts = PoissonCounts(mean: 120)
        var luck = DrawStream(DrawKey(stream: 1, block: 0, ordinal: 0), purpose: 1)
        let covered = (0..<1_000).count { _ in
            let (low, high) = CountRange.of(Double(counts.count(luck.uniform())))
            return low <= 120 && 120 <= high
        }
        // Binomial (1,000, 0.95): 950 ± 3.3 standard deviations of 6.9.
        #expect((927...973).contains(covered), "\(covered)")
    }

    @Test("a name that stands for several sources is shared out as in the example, with the same sum")
    func shared() throws {
        let text = OwnDataReadingTests.referrals().replacing(Self.chronic, with: "Almen praksis")
        let coming = try OwnDataFolder(["henvisninger.csv": text]).scenarios().coming
        let sum = try ["gp", "gpChronic"].reduce(0.0) { sum, id in
            let source = try Self.source(id, coming)
            return sum
                + (ExpectedArrivals.count(of: source, in: coming.model, from: .zero, to: SimTime(days: 365)) ?? 0)
        }
        // 11 + 12 + … + 22; another year has its weekdays in other months.
        #expect(abs(sum - 198) < 2, "\(sum)")
    }

    @Test("only the last twelve months are used, and fewer make a year")
    func period() throws {
        let older = "01-12-2024;\(Self.chronic);999\r\n"
        let last = try #require(
            try OwnDataFolder(["henvisninger.csv": OwnDataReadingTests.referrals(older)]).scenarios().last)
        #expect(last.model.start.iso == "2025-01-01")
        let short = "måned;kilde;antal\n01-03-2025;\(Self.chronic);31\n01-04-2025;\(Self.chronic);30\n"
        let scenarios = try OwnDataFolder(["henvisninger.csv": short]).scenarios()
        #expect(scenarios.last?.model.start.iso == "2025-03-01" && scenarios.last?.model.horizon == SimTime(days: 61))
        #expect(scenarios.coming.model.start.iso == "2025-05-01")
        let rate = try #require(
            scenarios.coming.document["sources"]?["gpChronic"]?["rate"]?["perYear"]?["value"]?.number)
        #expect((350...380).contains(rate), "\(rate)")
    }

    // MARK: Lists

    @Test("the list begins with the days already waited, and last year with the list of its beginning")
    func lists() throws {
        let scenarios = try Self.folder(["venteliste.csv": Self.list]).scenarios()
        #expect(scenarios.coming.model.start.iso == "2026-01-01")
        guard case .waitingList(let today) = try Self.source("startUpList", scenarios.coming).process else {
            Issue.record("no list")
            return
        }
        // 6 × 58.5, 3 × 30.5 + 4 × 21.5 together, 8 × 9.5 days, in the middle of the day of referral.
        #expect(today.count == 21)
        let total = today.reduce(0.0) { $0 + $1.alreadyWaited.days }
        #expect(abs(total - (6 * 58.5 + 3 * 30.5 + 4 * 21.5 + 8 * 9.5)) < 1, "\(total)")
        #expect(Set(today.map { Int($0.alreadyWaited.days) }) == [58, 25, 9])
        guard case .waitingList(let then) = try Self.source("startUpList", try #require(scenarios.last)).process else {
            return
        }
        #expect(then.count == 30)
        guard case .waitingList(let training) = try Self.source("trainingList", scenarios.coming).process else {
            return
        }
        #expect(training.count == 7)
        // Not on the list then; one to four today are too few to be told, and taken as three.
        guard case .waitingList(let none) = try Self.source("trainingList", try #require(scenarios.last)).process,
            case .waitingList(let few) = try Self.source("weightLossList", scenarios.coming).process
        else { return }
        #expect(none.isEmpty && few.count == 3)
    }

    @Test("those on the list have the first appointments, and newcomers their notice")
    func appointments() throws {
        let scenario = try Self.folder(["venteliste.csv": Self.list]).scenarios().coming
        // Thursday 1 January to Wednesday 7 January: three of the week's four days with conversations.
        let began = try FigureRuns.values(
            of: [.init(.began(step: "clarifying"), from: 0, to: 6)], in: scenario.model, seed: 1, replications: 6,
            jobs: 1,
            isCancelled: { false })
        #expect(began.allSatisfy { ($0[0] ?? 0) >= 3 }, "\(began)")
        let lead = try #require(scenario.document["steps"]?["clarifying"]?["lead"]?["choose"]?.array)
        let last = lead.last?["draw"]?.string
        #expect(lead.count == 2 && last == "7d")
    }

    @Test("whoever waits without a date waits as the others do")
    func undated() throws {
        let waiting = [
            OwnData.Waiting(since: CivilDate(iso: "2025-12-01"), count: 10),
            .init(since: CivilDate(iso: "2025-12-22"), count: 5), .init(since: nil, count: 7),
        ]
        let groups = OwnDataPlan.groups(waiting, start: try #require(CivilDate(iso: "2026-01-01")))
        #expect(groups.map(\.count) == [14, 8])
        #expect(groups.map(\.days) == [30.5, 9.5])
    }

    // MARK: Groups and staff

    @Test("groups start on the dates of the calendar; what is not planned is last year's, 52 weeks on")
    func groups() throws {
        let text = """
            tilbud;start;klokken;møder;ugedage;pladser;deltagere;status
            Fysisk træning;13-01-2025;10:00;16;man+tor;9;8;holdt
            Fysisk træning;05-05-2025;10:00;16;man+tor;9;9;holdt
            Fysisk træning;01-09-2025;10:00;16;man+tor;9;;aflyst
            Fysisk træning;12-01-2026;10:00;16;man+tor;9;;planlagt

            """
        let scenarios = try Self.folder(["hold.csv": text, "venteliste.csv": Self.list]).scenarios()
        func course(_ scenario: Scenario) throws -> (course: Course, dates: [String]) {
            let step = try #require(scenario.model.steps.first { $0.name == "physicalTraining" })
            guard case .course(let course) = step.action, case .dates(let instants) = course.start else {
                throw OwnDataFolder.Refused(problems: [])
            }
            return (course, instants.map { scenario.model.start.adding(days: Int($0.days)).iso })
        }
        let coming = try course(scenarios.coming)
        #expect(coming.dates == ["2026-01-12", "2026-05-04", "2026-08-31"])
        #expect(coming.course.maximum == 9)
        guard case .sessions(let sessions) = coming.course.length else { return }
        #expect(
            sessions.count == 16 && sessions.weekdays.sorted() == [1, 4] && sessions.at == SimTime(days: 10.0 / 24))
        let last = try course(try #require(scenarios.last))
        #expect(last.dates == ["2025-01-13", "2025-05-05", "2025-09-01"])
        let figures = try #require(try Self.folder(["hold.csv": text]).read().own).observedCSV(.da)
        #expect(figures.contains("hold, Fysisk træning;01-01-2025;31-12-2025;2\r\n"))
        #expect(figures.contains("pladser brugt, Fysisk træning;01-01-2025;31-12-2025;17\r\n"))
    }

    @Test("groups that begin while the example is closed are told of, and not among the observed figures")
    func closedGroups() throws {
        let text = """
            tilbud;start;klokken;møder;ugedage;pladser;deltagere;status
            Fysisk træning;13-01-2025;10:00;16;man+tor;9;8;holdt
            Fysisk træning;21-07-2025;10:00;16;man+tor;9;7;holdt
            Fysisk træning;21-04-2025;10:00;12;man+tor;9;6;holdt
            Fysisk træning;01-12-2025;10:00;16;man+tor;9;9;holdt

            """
        let folder = try Self.folder(["hold.csv": text])
        let own = try #require(try folder.read().own)
        let note = try #require(own.notes.map(\.en).first { $0.contains("the example is closed") })
        #expect(
            note.hasPrefix(
                "hold.csv, row 3 (21 July 2025, closed 14 Jul–1 Aug), row 4 (21 April 2025, public holiday): Physical training begins"
            ),
            "\(note)")
        #expect(
            own.notes.contains {
                $0.en.contains("the groups differ in meetings; 16 meetings are used for all, as most")
            })
        let figures = own.observedCSV(.da)
        #expect(figures.contains("hold, Fysisk træning;01-01-2025;31-12-2025;2\r\n"), "\(figures)")
        #expect(figures.contains("pladser brugt, Fysisk træning;01-01-2025;31-12-2025;17\r\n"))
        // Simulated as it was, last year has just those groups.
        let last = try #require(try folder.scenarios().last)
        let counted = try FigureRuns.values(
            of: [.init(.groups(step: "physicalTraining"), from: 0, to: 364)], in: last.model, seed: 1, replications: 3,
            jobs: 1,
            isCancelled: { false })
        #expect(counted.allSatisfy { ($0[0] ?? 9) <= 2 }, "\(counted)")
    }

    @Test("months that differ no more than chance lets them are as one the coming year, and as counted last year")
    func smoothed() throws {
        func months(_ scenario: Scenario) -> [Double] {
            scenario.document["sources"]?["gpChronic"]?["months"]?.array?.compactMap(\.number) ?? []
        }
        let text = OwnDataReadingTests.referrals { "\([9, 13, 10, 8, 12, 11, 9, 12, 10, 11, 8, 13][$0 - 1])" }
        let folder = try OwnDataFolder(["henvisninger.csv": text])
        let (coming, last) = try folder.scenarios()
        #expect(Set(months(coming)) == [1])
        #expect(Set(months(try #require(last))).count > 6)
        let notes = try #require(try folder.read().own).notes.map(\.en)
        #expect(
            notes.contains { $0.contains("chance does not explain: General practice: chronic disease 0%.") }, "\(notes)"
        )
    }

    @Test("of a season that is there most is kept, and of none next to nothing, on average")
    func shrinkage() {
        var luck = DrawStream(DrawKey(stream: 2, block: 0, ordinal: 0), purpose: 1)
        let weights = Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 30.0) })
        func error(_ season: [Double], of rates: (MonthlyRates) -> [Double], _ samples: [[Int: Int]]) -> Double {
            samples.reduce(0) { sum, counts in
                var isMerged = false
                let found = rates(MonthlyRates(counts: counts, weights: weights, isMerged: &isMerged))
                return sum + zip(found, season).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 12
            } / Double(samples.count)
        }
        for depth in [0.0, 0.2, 0.6] {
            let season = (0..<12).map { 1 + depth * ($0.isMultiple(of: 2) ? 1.0 : -1) }
            let laws = season.map { PoissonCounts(mean: 20 * $0) }
            let samples = (0..<400).map { _ in
                Dictionary(
                    uniqueKeysWithValues: laws.enumerated().map { ($0.offset + 1, $0.element.count(luck.uniform())) })
            }
            let (raw, smooth) = (error(season, of: \.factors, samples), error(season, of: \.smoothed, samples))
            // Twenty a month: chance alone moves a month by 22 %, its square is 0.05.
            #expect(raw > 0.035 && smooth < raw * (depth == 0 ? 0.35 : 1), "\(depth): \(raw) \(smooth)")
        }
    }

    @Test("where only planned groups are known, last year has those of 52 weeks before, and none were observed")
    func onlyPlanned() throws {
        let text = "tilbud;start;pladser;status\nFysisk træning;12-01-2026;9;planlagt\nFysisk træning;09-03-2026;9;\n"
        let folder = try Self.folder(["hold.csv": text])
        let last = try #require(try folder.scenarios().last)
        let step = try #require(last.model.steps.first { $0.name == "physicalTraining" })
        guard case .course(let course) = step.action, case .dates(let instants) = course.start else {
            Issue.record("no dates")
            return
        }
        #expect(instants.map { last.model.start.adding(days: Int($0.days)).iso } == ["2025-01-13", "2025-03-10"])
        let own = try #require(try folder.read().own)
        #expect(!own.observedCSV(.da).contains("hold, "))
        #expect(own.notes.contains { $0.en.contains("no groups of last year in the file") })
    }

    @Test("a source with nobody all year brings nobody, and one without rows is the example's")
    func zero() throws {
        let text = OwnDataReadingTests.referrals(count: { _ in "0" })
        let folder = try OwnDataFolder(["henvisninger.csv": text])
        let coming = try folder.scenarios().coming
        func expected(_ id: String) throws -> Double {
            let source = try Self.source(id, coming)
            return ExpectedArrivals.count(of: source, in: coming.model, from: .zero, to: SimTime(days: 365)) ?? -1
        }
        #expect(try expected("gpChronic") == 0)
        #expect(try expected("hospital") > 30)
        #expect(try #require(try folder.read().own).fromExample.contains { $0.en == "Hospital: smoking and alcohol" })
    }

    @Test("conversations a week follow from the hours, with the arithmetic told")
    func staff() throws {
        let text = """
            funktion;medarbejdere;timer pr. uge;andel til borgere;samtale min;forberedelse min;dokumentation min;transport min;ferie uger;sygedage
            Afklarende samtaler;2;37;25 %;60;15;30;0;6;10

            """
        let folder = try Self.folder(["medarbejdere.csv": text])
        let coming = try folder.scenarios().coming
        let slots = try #require(coming.setting(named: "resources.clarifier.slotsPerWeek")?.value.number)
        // 2 × 37 × 0.25 × 60 / 105 = 10.57; 2.6 to 3.8 of six weeks' holiday are closed anyway.
        #expect(slots > 10.57 * 46 / 49.5 && slots < 10.57 * 46 / 48, "\(slots)")
        let told = try #require(coming.provenance.first { $0.path.hasPrefix("resources.clarifier.slotsPerWeek") })
        #expect(told.kind == .source)
        #expect(
            told.text.en.hasPrefix(
                "own data, January–December 2025: 2 × 37 hours × 25% × 60 / (60 + 45) min = 10.6 a week; holiday 6 weeks"
            ))
        let spells = coming.setting(named: "resources.clarifier.absences.sickness.spellsPerYear")?.value.number
        #expect(spells == 2.8)
    }

    // MARK: All of it

    @Test("what is written loads without a warning and can be simulated, in both languages")
    func whole() throws {
        let scenarios = try Self.folder(["venteliste.csv": Self.list]).scenarios()
        for scenario in [scenarios.coming, try #require(scenarios.last)] {
            #expect(scenario.warnings.isEmpty, "\(scenario.warnings.map(\.text.en))")
            _ = try CompiledModel(scenario.model)
            #expect(scenario.cases.count == 2)
            let own = scenario.provenance.filter { $0.text.en.hasPrefix("own data") }
            #expect(own.count > 10 && own.allSatisfy { $0.kind == .source })
        }
    }

    @Test("no count of one to four citizens is written or shown, whatever the data", arguments: 1...20)
    func small(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func number(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var counts: [Int: Int] = [:]
        for month in 1...12 where number(5) > 0 { counts[month] = number(number(2) == 0 ? 4 : 9) }
        var isMerged = false
        let weights = Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 30.0) })
        let rates = MonthlyRates(counts: counts, weights: weights, isMerged: &isMerged)
        // Neighbours with the same rate are one group; each has none or at least five.
        let known = counts.keys.sorted()
        let perMonth = known.map { rates.factors[$0 - 1] * rates.total / Double(max(1, known.count)) }
        var (sum, length) = (0.0, 0)
        for (index, value) in perMonth.enumerated() {
            sum += value
            length += 1
            if index + 1 == perMonth.count || abs(perMonth[index + 1] - value) > 1e-9 {
                let isFew = rates.total == 2.5
                #expect(isFew || sum < 1e-9 || sum > 4.999, "\(counts) \(perMonth)")
                (sum, length) = (0, 0)
            }
        }
        let waiting = (0..<8).map { _ in
            OwnData.Waiting(since: CivilDate(daysSinceEpoch: 20_400 - number(90)), count: number(4))
        }
        let groups = OwnDataPlan.groups(waiting, start: CivilDate(daysSinceEpoch: 20_410))
        let total = waiting.reduce(0) { $0 + $1.count }
        #expect(groups.allSatisfy { $0.count > 4 } && groups.reduce(0) { $0 + $1.count } == (total > 4 ? total : 0))
        let open = SmallCounts.open((0..<6).map { _ in number(12) }) { $0 }
        #expect(open.allSatisfy { !(1...4).contains($0) })
    }

    @Test("a hidden count cannot be worked out from the sum")
    func complementary() {
        #expect(SmallCounts.open([3, 40, 50, 60]) { $0 } == [50, 60])
        #expect(SmallCounts.open([3, 4, 50, 60]) { $0 } == [50, 60])
        #expect(SmallCounts.open([1, 1, 50, 60]) { $0 } == [60])
        #expect(SmallCounts.open([0, 40, 50]) { $0 } == [0, 40, 50])
    }

    @Test("observed figures are written for the spreadsheet of the language, and read back")
    func figures() throws {
        let key = "tal;fra;til;værdi\r\nventetid i gennemsnit, Afklarende samtale;01-01-2025;31-12-2025;24,5\r\n"
        let own = try #require(try Self.folder(["venteliste.csv": Self.list, "noegletal.csv": key]).read().own)
        let danish = own.observedCSV(.da)
        #expect(
            danish.hasPrefix(
                "\u{FEFF}tal;fra;til;værdi\r\nhenvisninger, Almen praksis: kronisk sygdom;01-01-2025;31-12-2025;198\r\n"
            ))
        #expect(danish.contains("venteliste, Afklarende samtale;31-12-2025;31-12-2025;21\r\n"))
        #expect(danish.contains("ventetid i gennemsnit, Afklarende samtale;01-01-2025;31-12-2025;24,5\r\n"))
        #expect(!danish.contains("Vægttabshold"))
        #expect(own.observedCSV(.en).contains("\"mean wait, Clarifying conversation\",2025-01-01,2025-12-31,24.5\r\n"))
        for language in Language.allCases {
            let folder = try Self.folder(["noegletal.csv": own.observedCSV(language)])
            #expect(try folder.read().problems == [])
        }
    }
}

@Suite("Own data: the files to fill in")
struct OwnDataTemplateTests {
    @Test(
        "are read without a problem, their examples left out, in both languages and for other scenarios",
        arguments: Language.allCases)
    func readBack(language: Language) throws {
        for id in ["egne-data", "kommune", "genoptraening", "region-midtjylland"] {
            let base = try DomainLibrary.load(id)
            let files = OwnDataTemplate.files(for: base, language)
            #expect(files.count == 6)
            let words = OwnDataWords(base)
            let folder = try OwnDataFolder()
            for file in files { try folder.write(file.name, Array(file.text.utf8)) }
            var reader = OwnDataReader(words: words)
            reader.read(folder: folder.url, named: "x")
            #expect(reader.personal.isEmpty, "\(reader.personal)")
            #expect(reader.problems == [.nothingUseful("x")], "\(reader.problems)")
        }
    }

    @Test("open in a Danish spreadsheet: mark, semicolons, decimal commas, dd-mm-yyyy and CR LF")
    func layout() throws {
        let files = OwnDataTemplate.files(for: try DomainLibrary.load("egne-data"), .da)
        let staff = try #require(files.first { $0.name == "medarbejdere.csv" }).text
        #expect(staff.hasPrefix("\u{FEFF}funktion;medarbejdere;timer pr. uge;andel til borgere;"))
        #expect(staff.contains("\r\nEKSEMPEL Afklarende samtaler;2;37;0,4;60;15;20;0;6;8\r\n"))
        let list = try #require(files.first { $0.name == "venteliste.csv" }).text
        #expect(list.contains("31-12-2025;EKSEMPEL Afklarende samtale;03-12-2025;6\r\n"))
        let guide = try #require(files.last).text
        #expect(
            guide.contains("    Almen praksis: kronisk sygdom\r\n") && !guide.replacing("\r\n", with: "").contains("\n")
        )
    }
}
