public import Foundation
public import PathwaySim

/// What was observed of a real service, as `import` writes it and a planner can add to: a row for each figure and period, with
/// the columns figure, from, to and value (`tal;fra;til;værdi`).
///
/// A figure is a kind, a comma and the label or id of a thing in the scenario, in either language; docs/own-data.md lists the
/// kinds.
public struct ObservedTable: Sendable {
    public struct Row: Sendable {
        /// Of the file, the header being row 1.
        public let row: Int
        /// What it is called, without its period.
        public let name: Text
        public let figure: ObservedFigure
        public let value: Double

        /// What calibrating is to explain. A list of one to four is never written, and a step that no list names is not either.
        public var target: Calibration.Target {
            guard case .waiting = figure.kind, value > Double(OwnDataPlan.small) else {
                return .init(figure, observed: value)
            }
            return .init(figure, observed: value, least: Double(OwnDataPlan.small + 1))
        }
    }

    /// A row that no run of the scenario can say anything about, and why.
    public struct LeftOut: Sendable {
        public let row: Int
        public let reason: Text
    }

    public let rows: [Row]
    public let leftOut: [LeftOut]

    /// The largest file that is read, in bytes, and the most rows.
    static let sizeLimit = 4 << 20
    public static let mostRows = 400
    private static let mostProblems = 20

    /// Reads the file as it bears on a scenario.
    ///
    /// - Throws: the file's problem, or everything wrong with its rows.
    public static func read(_ url: URL, named file: String, for scenario: Scenario) throws(Diagnostics) -> ObservedTable
    {
        let table: CSV
        do throws(FileProblem) {
            table = try CSV.read(url, named: file, limit: sizeLimit)
        } catch {
            throw Diagnostics([Diagnostic(error)])
        }
        try table.refusePersonalData(OwnDataWords(scenario).names)
        var columns: [Int] = []
        for heading in Texts.observedColumns {
            guard let index = table.header.firstIndex(where: { Words.same($0, heading) }) else {
                throw Diagnostics([Diagnostic(ObservedTableProblem.noColumn(heading, found: table.header))])
            }
            columns.append(index)
        }
        var reader = Reader(scenario: scenario)
        for (offset, cells) in table.rows.enumerated() where cells.contains(where: { !$0.trimmed.isEmpty }) {
            reader.read(columns.map { cells[$0].trimmed }, row: offset + 2)
        }
        if reader.problems.isEmpty, reader.rows.count > mostRows {
            reader.problems = [.tooManyRows(reader.rows.count, most: mostRows)]
        }
        if reader.problems.isEmpty, reader.rows.isEmpty, reader.leftOut.isEmpty { reader.problems = [.noRows] }
        guard reader.problems.isEmpty else {
            throw Diagnostics(reader.problems.prefix(mostProblems).map { Diagnostic($0) })
        }
        return ObservedTable(rows: reader.rows, leftOut: reader.leftOut)
    }
}

/// What a figure can be about, as the file names it.
enum ObservedKind: CaseIterable {
    case referralsInAll, referrals, waiting, meanWait, medianWait, nineWait, groups, seats, noShows, began
}

private enum Words {
    static func same(_ word: String, _ text: Text) -> Bool {
        let key = Suggestions.folded(word.trimmed)
        return key == Suggestions.folded(text.da) || key == Suggestions.folded(text.en)
    }

    /// `01-03-2025`, `1.3.2025`, `1/3-2025`, `2025-03-01`.
    static func date(_ text: String) -> CivilDate? {
        if let date = CivilDate(iso: text) { return date }
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 3, parts[2] > 999 else { return nil }
        return CivilDate(year: parts[2], month: parts[1], day: parts[0])
    }
}

/// Turns rows into figures of a scenario.
private struct Reader {
    let scenario: Scenario
    var rows: [ObservedTable.Row] = []
    var leftOut: [ObservedTable.LeftOut] = []
    var problems: [ObservedTableProblem] = []
    private var seen: [ObservedFigure: Int] = [:]

    init(scenario: Scenario) { self.scenario = scenario }

    mutating func read(_ cells: [String], row: Int) {
        guard let (kind, name) = kind(cells[0], row: row) else { return }
        guard let from = Words.date(cells[1]), let to = Words.date(cells[2]) else {
            problems.append(.badDate(row: row))
            return
        }
        guard from <= to else {
            problems.append(.endsBeforeItBegins(row: row))
            return
        }
        guard let value = CSV.number(cells[3]), value >= 0, value < 1e9, !Self.isAmbiguous(cells[3]) else {
            problems.append(.badValue(row: row))
            return
        }
        if kind.isCount, value != value.rounded() {
            problems.append(.badValue(row: row))
            return
        }
        let start = scenario.model.start.daysSinceEpoch
        var first = from.daysSinceEpoch - start
        let last = to.daysSinceEpoch - start
        if case .waiting = kind { first = last }
        guard first >= 0, last < Int(scenario.model.horizon.days.rounded(.up)) else {
            let end = scenario.model.start.adding(days: Int(scenario.model.horizon.days.rounded(.up)) - 1)
            leftOut.append(.init(row: row, reason: Texts.observedOutside(name, from: scenario.model.start, to: end)))
            return
        }
        let figure = ObservedFigure(kind, from: first, to: last)
        if let before = seen.updateValue(row, forKey: figure) {
            problems.append(.repeated(row: row, first: before))
            return
        }
        rows.append(.init(row: row, name: name, figure: figure, value: value))
    }

    /// `1.234`: a thousand and more, or little more than one.
    private static func isAmbiguous(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count == 3 && !text.contains(",") && parts[0] != "0"
    }

    // MARK: Kinds and things

    /// The kind and the thing of a figure; nil after saying what is wrong, or that no run can tell it.
    private mutating func kind(_ text: String, row: Int) -> (ObservedFigure.Kind, Text)? {
        for kind in ObservedKind.allCases {
            let name = Texts.observedKind(kind)
            if kind == .referralsInAll {
                if Words.same(text, name) { return (.arrivals(sources: []), name) }
                continue
            }
            for word in [name.da, name.en] {
                let (key, whole) = (Suggestions.folded(word + ","), Suggestions.folded(text))
                guard whole.starts(with: key) else { continue }
                let thing = String(text.drop { $0 != "," }.dropFirst()).trimmed
                return figure(kind, name, thing, row: row)
            }
        }
        problems.append(.unknownFigure(row: row))
        return nil
    }

    private mutating func figure(
        _ kind: ObservedKind, _ name: Text, _ thing: String, row: Int
    ) -> (ObservedFigure.Kind, Text)? {
        if kind == .referrals {
            let found = sources(thing)
            guard let label = found.label else {
                problems.append(.unknownThing(thing, row: row, known: sourceLabels))
                return nil
            }
            return (.arrivals(sources: found.names), Texts.observedName(name, label))
        }
        let steps = scenario.model.steps.filter { allows(kind, $0) }
        let id = steps.map(\.name).first { $0 == thing || Words.same(thing, scenario.labels.text(.steps, $0)) }
        guard let id else {
            problems.append(
                .unknownThing(thing, row: row, known: steps.map { scenario.labels.text(.steps, $0.name).da }))
            return nil
        }
        let full = Texts.observedName(name, scenario.labels.text(.steps, id))
        switch kind {
        case .waiting: return (.waiting(step: id), full)
        case .meanWait: return (.meanWait(step: id), full)
        case .medianWait: return (.waitQuantile(step: id, 0.5), full)
        case .nineWait: return (.waitQuantile(step: id, 0.9), full)
        case .groups: return (.groups(step: id), full)
        case .seats: return (.seats(step: id), full)
        case .noShows: return (.noShows(step: id), full)
        case .began, .referrals, .referralsInAll: return (.began(step: id), full)
        }
    }

    /// Whether a run can give this figure of a step.
    private func allows(_ kind: ObservedKind, _ step: Step) -> Bool {
        switch (kind, step.action) {
        case (.groups, .course(let course)), (.seats, .course(let course)):
            // A course that always runs begins a group at every meeting.
            if case .rolling = course.start { false } else { true }
        case (.groups, _), (.seats, _): false
        case (.noShows, .appointment): true
        case (.noShows, _): false
        case (_, .service), (_, .seize), (_, .appointment), (_, .course): true
        default: false
        }
    }

    /// Sources through which citizens come during a run.
    private var sourceNames: [String] {
        scenario.model.sources.compactMap { source in
            switch source.process {
            case .waitingList, .cases: nil
            case .poisson, .renewal, .recorded: source.name
            }
        }
    }

    private var sourceLabels: [String] { sourceNames.map { scenario.labels.text(.sources, $0).da } }

    /// The source of that label or id, or all whose label has it before a colon.
    private func sources(_ thing: String) -> (names: [String], label: Text?) {
        let one = sourceNames.first { $0 == thing || Words.same(thing, scenario.labels.text(.sources, $0)) }
        if let one { return ([one], scenario.labels.text(.sources, one)) }
        func beforeColon(_ text: Text) -> Text {
            Text(da: String(text.da.prefix { $0 != ":" }), en: String(text.en.prefix { $0 != ":" }))
        }
        let several = sourceNames.filter { Words.same(thing, beforeColon(scenario.labels.text(.sources, $0))) }
        return (several, several.first.map { beforeColon(scenario.labels.text(.sources, $0)) })
    }
}

/// What can be wrong with observed figures. Rows count from 1, the header included; no cell is repeated but the name of a thing.
enum ObservedTableProblem: DiagnosticFacts {
    case noColumn(Text, found: [String])
    case noRows
    case tooManyRows(Int, most: Int)
    case unknownFigure(row: Int)
    case unknownThing(String, row: Int, known: [String])
    case badDate(row: Int)
    case endsBeforeItBegins(row: Int)
    case badValue(row: Int)
    case repeated(row: Int, first: Int)

    var code: DiagnosticCode { .csvProblem }
    var text: Text { Texts.observedTable(self) }
}

extension ScenarioLibrary {
    /// The file of observed figures beside a scenario, `NAME-observeret.csv` or `NAME-observed.csv`; last year's scenario
    /// (`NAME-sidste-aar`) has the one of `NAME`. Nil when there is none.
    public func observedFigures(of reference: String) -> URL? {
        guard let file = try? url(of: reference) else { return nil }
        var stem = file.path.hasSuffix(".json") ? String(file.path.dropLast(5)) : file.path
        for ending in ["-sidste-aar", "-last-year"] where stem.hasSuffix(ending) { stem.removeLast(ending.count) }
        return ["-observeret.csv", "-observed.csv"].map { URL(fileURLWithPath: stem + $0) }.first {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }
}
