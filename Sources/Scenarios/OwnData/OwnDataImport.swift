public import Foundation
public import PathwaySim

/// A folder of own data read, checked and made into a scenario; nothing is written.
public struct OwnDataImport: Sendable {
    /// What was understood, for the planner to confirm.
    public let tables: [OwnDataTable]
    /// What was read in another way than it was written, left out or put together.
    public let notes: [Text]
    /// What was not given, and so is the example's.
    public let fromExample: [Text]
    /// The last twelve months of referrals; nil when none were given.
    public let period: Text?
    /// The first day of the coming year.
    public let start: CivilDate
    private let plan: OwnDataPlan

    /// Reads a folder.
    ///
    /// - Parameters:
    ///   - name: the folder as it was named.
    ///   - base: the scenario that the data change.
    /// - Throws: everything that is wrong with the files. Where somebody may be known from them only that is told, and
    ///   nothing of what is written there.
    public init(folder: URL, named name: String, base: Scenario) throws(Diagnostics) {
        let words = OwnDataWords(base)
        var reader = OwnDataReader(words: words)
        reader.read(folder: folder, named: name)
        guard reader.personal.isEmpty else { throw Diagnostics(reader.personal.map { Diagnostic($0) }) }
        guard reader.problems.isEmpty else { throw Diagnostics(reader.problems.map { Diagnostic($0) }) }
        plan = OwnDataPlan(reader.data, base: base, words: words)
        tables = plan.tables
        notes = (reader.notes + plan.notes).reduce(into: [OwnDataNote]()) { if !$0.contains($1) { $0.append($1) } }
            .map { Texts.ownDataNote($0) }
        fromExample = plan.fromExample
        period = plan.data.period.map { Texts.period($0) }
        start = plan.start
    }

    /// Whether last year can be simulated as it was: whether referrals were counted.
    public var hasLastYear: Bool { plan.lastStart != nil }
    /// Whether anybody waits when the coming year begins.
    public var hasList: Bool {
        plan.data.lists.keys.max().flatMap { plan.data.lists[$0] }?.values.contains { list in
            list.reduce(0) { $0 + $1.count } > OwnDataPlan.small
        } ?? false
    }
    /// Whether anything was observed that a simulation can be compared with.
    public var hasFigures: Bool { !plan.figures.isEmpty }

    /// The scenario of the coming year, as a file.
    ///
    /// - Parameters:
    ///   - id: its id.
    ///   - name: the name of the folder, for the title.
    ///   - reference: what it extends.
    public func scenarioJSON(id: String, name: String, extending reference: String) -> String {
        let description = Texts.ownDataDescription(period: plan.data.period, start: plan.start)
        return Self.file(
            id: id, title: Texts.ownDataTitle(name), description: description, extending: reference, plan.patch,
            plan.source())
    }

    /// Last year as it was, as a file that extends the one of the coming year; nil without referrals.
    public func lastYearJSON(id: String, name: String, extending reference: String) -> String? {
        guard let period = plan.data.period else { return nil }
        return Self.file(
            id: id, title: Texts.lastYearTitle(name, period), description: Texts.lastYearDescription(period),
            extending: reference, plan.lastPatch, plan.source())
    }

    private static func file(
        id: String, title: Text, description: Text, extending reference: String, _ patch: JSONPatch, _ source: JSONNode
    ) -> String {
        let head: [(String, JSONNode)] = [
            ("schema", .text(ScenarioFormat.version)), ("id", .text(id)), ("title", OwnDataPlan.localised(title)),
            ("description", OwnDataPlan.localised(description)), ("extends", .text(reference)), ("source", source),
        ]
        let members = patch.root.members.map { ($0.key, $0.value) }
        return JSONWriter.pretty(.members(head + members))
    }

    /// The observed figures as a spreadsheet reads them in a language.
    public func observedCSV(_ language: Language) -> String {
        var rows = [OwnDataFile.keyFigures.columns.map { Texts.ownDataColumn($0)[language] }]
        for figure in plan.figures {
            let label = figure.thing.map { plan.label(of: $0, figure.kind) }
            rows.append([
                Texts.figure(figure.kind, label)[language], OwnDataTemplate.date(figure.from, language),
                OwnDataTemplate.date(figure.to, language), OwnDataTemplate.number(figure.value, language),
            ])
        }
        return OwnDataTemplate.sheet(rows, language)
    }
}

extension OwnDataPlan {
    /// What a figure is about.
    func label(of thing: String, _ kind: FigureKind) -> Text {
        base.labels.text(kind == .referrals ? .sources : .steps, thing)
    }
}

extension ScenarioLibrary {
    /// The shipped folder of own data of this name, to try importing with; nil when there is none, or when the name means
    /// something in the working directory.
    public func exampleData(named name: String) -> URL? {
        guard let directory, !name.isEmpty, !name.contains("/"), !name.hasPrefix("."),
            !FileManager.default.fileExists(atPath: name)
        else { return nil }
        let url = directory.appendingPathComponent("eksempel-data").appendingPathComponent(name)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        return exists && isFolder.boolValue ? url : nil
    }
}
