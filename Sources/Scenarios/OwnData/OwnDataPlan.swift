internal import Foundation
internal import PathwaySim

/// What own data make of a scenario: the coming year from today's list, last year as it was, and what was observed.
struct OwnDataPlan {
    let data: OwnData
    let base: Scenario
    let words: OwnDataWords
    /// First day of the coming year.
    let start: CivilDate
    /// First day of last year, nil without referrals.
    let lastStart: CivilDate?
    private(set) var notes: [OwnDataNote] = []
    /// What was understood, for the planner to confirm.
    private(set) var tables: [OwnDataTable] = []
    /// What was not given, and so is the example's.
    private(set) var fromExample: [Text] = []
    /// The coming year, and what last year has otherwise.
    private(set) var patch = JSONPatch()
    private(set) var lastPatch = JSONPatch()
    private(set) var figures: [OwnData.Figure] = []

    /// Counts of citizens from 1 to this are kept out of what is written.
    static let small = 4

    init(_ data: OwnData, base: Scenario, words: OwnDataWords) {
        self.data = data
        self.base = base
        self.words = words
        lastStart = data.period?.lowerBound
        let listed = data.lists.keys.max()?.adding(days: 1)
        start = listed ?? data.period.map { $0.upperBound.adding(days: 1) } ?? base.model.start
        patch["start"] = .text(start.iso)
        patch["horizon"] = .text("1y")
        if let period = data.period {
            lastPatch["start"] = .text(period.lowerBound.iso)
            let days = period.upperBound.daysSinceEpoch - period.lowerBound.daysSinceEpoch + 1
            lastPatch["horizon"] = .text("\(days)d")
        }
        planReferrals()
        planLists()
        planGroups()
        planCourses()
        planStaff()
        planCalendar()
        planCases()
        planFigures()
    }

    /// How `data, period` is said of a number, with its arithmetic.
    func source(_ what: Text? = nil) -> JSONNode {
        Self.localised(Texts.ownDataSource(what, period: data.period))
    }

    static func localised(_ text: Text) -> JSONNode {
        .members([("da", .text(text.da)), ("en", .text(text.en))])
    }

    /// A number with where it comes from.
    func number(_ value: Double, _ what: Text, range: ClosedRange<Double>? = nil) -> JSONNode {
        var members: [(String, JSONNode)] = [("value", .number(value))]
        if let range {
            members.append(("range", .list([.number(range.lowerBound), .number(range.upperBound)])))
            // It is the 95 % interval of a count.
            members.append(("uncertain", .text(UncertainNumber.Law.normal.rawValue)))
        }
        return .members(members + [("source", source(what))])
    }

    // MARK: For the parts in other files

    mutating func note(_ note: OwnDataNote) { notes.append(note) }
    mutating func show(_ table: OwnDataTable) { if !table.rows.isEmpty { tables.append(table) } }
    mutating func keep(_ example: Text) { fromExample.append(example) }
    mutating func set(_ path: [String], _ value: JSONNode) { patch[path] = value }
    mutating func setLast(_ path: [String], _ value: JSONNode) { lastPatch[path] = value }
    mutating func add(_ figure: OwnData.Figure) { figures.append(figure) }
    mutating func addNotes(_ more: [OwnDataNote]) { notes += more }

    /// A count as it may be shown: whether it is 1 to 4 is all that is said of a small one.
    static func shown(_ count: Int) -> Text {
        (1...small).contains(count) ? Texts.underFive : NumberFormat.text(Double(count), digits: 0)
    }
}

/// A table of what was understood, with a title, headings and a label in each row.
public struct OwnDataTable: Sendable, Equatable {
    public var title: Text
    public var columns: [Text]
    /// Each a label and one cell a column.
    public var rows: [[Text]] = []
    /// Arithmetic, told under the table.
    public var sentences: [Text] = []
}

/// A JSON merge patch that is built by paths.
struct JSONPatch: Sendable, Equatable {
    private(set) var root = JSONObject()

    subscript(_ key: String) -> JSONNode? {
        get { root[key] }
        set { if let newValue { root.set(key, to: newValue) } }
    }

    subscript(_ path: [String]) -> JSONNode? {
        get {
            var node: JSONNode? = JSONNode(.object(root))
            for key in path { node = node?[key] }
            return node
        }
        set {
            guard let newValue, !path.isEmpty else { return }
            root = Self.setting(newValue, path[...], in: root)
        }
    }

    private static func setting(_ value: JSONNode, _ path: ArraySlice<String>, in object: JSONObject) -> JSONObject {
        var object = object
        guard let key = path.first else { return object }
        if path.count == 1 {
            object.set(key, to: value)
        } else {
            let inner = object[key]?.object ?? JSONObject()
            object.set(key, to: JSONNode(.object(setting(value, path.dropFirst(), in: inner))))
        }
        return object
    }
}
