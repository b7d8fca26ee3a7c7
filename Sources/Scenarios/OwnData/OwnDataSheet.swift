internal import PathwaySim

/// One file of own data, taken in row by row.
struct OwnDataSheet {
    let file: OwnDataFile
    let name: String
    let words: OwnDataWords
    var separator = UInt8(ascii: ";")
    /// How dates with slashes are read.
    var slashOrder = CellText.SlashOrder.unknown

    var referrals: [CivilDate: [String: Int]] = [:]
    var lists: [CivilDate: [String: [OwnData.Waiting]]] = [:]
    var groups: [OwnData.Group] = []
    var staff: [OwnData.Staff] = []
    var figures: [OwnData.Figure] = []
    private(set) var notes: [OwnDataNote] = []
    private(set) var problems: [OwnDataProblem] = []
    private(set) var personal: [OwnDataProblem] = []
    private(set) var uncounted = 0

    /// Where each column stands; nil before the headings.
    private var places: [OwnDataFile.Column: Int]?
    private var width = 0
    private var rows = 0
    private var examples = OwnDataNote.Rows()
    private var totals = OwnDataNote.Rows()
    private var filled = OwnDataNote.Rows()
    private var quirks: [OwnDataFile.Column: [CellText.Quirk: OwnDataNote.Rows]] = [:]
    private var above = ""
    /// The row in which each thing was said first.
    private var seen: [String: Int] = [:]
    /// Words that were looked up before.
    private var known: [String: [String]] = [:]
    /// Cells that hold nobody, and dates as they were read: a large file says the same things again and again.
    private var harmless: Set<String> = []
    private var dates: [String: CellText.Reading<CivilDate>] = [:]
    private static let mostKept = 20_000
    private var failedRow = 0

    init(file: OwnDataFile, name: String, words: OwnDataWords) {
        self.file = file
        self.name = name
        self.words = words
    }

    // MARK: Telling

    mutating func report(_ problem: OwnDataProblem) {
        if problems.count < OwnDataReader.mostProblems { problems.append(problem) } else { uncounted += 1 }
    }

    private mutating func reportPersonal(_ place: OwnDataProblem.Place, _ kind: PersonalData.Kind) {
        // A few are enough to see what must go.
        if personal.count < 10 { personal.append(.personal(place, kind)) }
    }

    func place(_ row: Int, _ column: OwnDataFile.Column) -> OwnDataProblem.Place {
        .init(file: name, row: row, column: places?[column], heading: Texts.ownDataColumn(column))
    }

    // MARK: Rows

    /// Takes a row that is not blank; false when no more is wanted.
    mutating func take(_ row: Int, _ cells: [String]) -> Bool {
        guard let places else {
            readHeadings(row, cells)
            return self.places != nil
        }
        rows += 1
        if rows > OwnDataReader.rowLimit {
            report(.tooManyRows(name, limit: OwnDataReader.rowLimit))
            return false
        }
        if hasPersonalData(row, cells) { return personal.count < 10 }
        if cells.contains(where: isExample) {
            examples.add(row)
            return true
        }
        if isTotal(cells) {
            totals.add(row)
            return true
        }
        if cells.count > width, cells[width...].contains(where: { !CellText.trimmed($0).isEmpty }) {
            report(
                .tooManyCells(
                    .init(file: name, row: row), found: cells.count, expected: width))
            return true
        }
        var texts: [OwnDataFile.Column: String] = [:]
        for (column, index) in places {
            let text = index < cells.count ? CellText.trimmed(cells[index]) : ""
            if !text.isEmpty { texts[column] = text }
        }
        // Only in columns that are not read: nothing is said here.
        guard !texts.isEmpty else { return true }
        if let merged = file.merged {
            if let text = texts[merged] {
                above = text
            } else if !above.isEmpty {
                texts[merged] = above
                filled.add(row)
            }
        }
        take(OwnDataRow(number: row, texts: texts))
        return true
    }

    private mutating func readHeadings(_ row: Int, _ cells: [String]) {
        var places: [OwnDataFile.Column: Int] = [:]
        for (index, cell) in cells.enumerated() {
            let heading = CellText.trimmed(cell)
            if let kind = PersonalData.kind(of: cell) {
                reportPersonal(.init(file: name, row: row, column: index), kind)
            }
            if let column = file.columns.first(where: { matches(heading, $0) }) {
                if places[column] != nil {
                    report(
                        .repeatedHeading(
                            .init(file: name, row: row, column: index, heading: Texts.ownDataColumn(column))))
                }
                places[column] = places[column] ?? index
            } else if PersonalData.isPersonalHeading(heading) {
                reportPersonal(.init(file: name, row: row, column: index), .column)
            } else if !heading.isEmpty {
                notes.append(.otherColumn(file: name, letters: OwnDataProblem.Place.letters(index)))
            }
        }
        let missing = file.required.filter { places[$0] == nil }
        guard missing.isEmpty else {
            // Without headings what stands there may be anything: other columns are not worth telling of.
            notes = []
            report(.noHeadings(.init(file: name, row: row), missing: missing.map { Texts.ownDataColumn($0) }))
            return
        }
        width = cells.count
        self.places = places
    }

    private func matches(_ heading: String, _ column: OwnDataFile.Column) -> Bool {
        let key = Self.plain(heading)
        let text = Texts.ownDataColumn(column)
        return ([text.da, text.en] + column.aliases).contains { Self.plain($0) == key }
    }

    /// Without points, so that `timer pr uge` is `timer pr. uge`.
    private static func plain(_ text: String) -> String {
        CellText.folded(text).filter { $0 != "." && $0 != ":" && $0 != "_" && $0 != "-" }
    }

    private func isExample(_ cell: String) -> Bool {
        guard let first = cell.utf8.first(where: { $0 != 32 }), first == 69 || first == 101 else { return false }
        let key = CellText.folded(cell)
        return key.hasPrefix("eksempel") || key.hasPrefix("example")
    }

    /// A row of sums at the foot, or an average.
    private func isTotal(_ cells: [String]) -> Bool {
        guard let text = cells.lazy.map({ CellText.trimmed($0) }).first(where: { !$0.isEmpty }),
            text.first?.isLetter ?? false
        else { return false }
        let key = CellText.folded(text)
        let words = ["i alt", "ialt", "sum", "total", "totalt", "in all", "hovedtotal", "grand total", "gennemsnit"]
        return words.contains { key == $0 || key.hasPrefix($0 + " ") || key.hasPrefix($0 + ":") }
    }

    // MARK: Somebody

    /// Whether a cell holds somebody; the row is then not read.
    private mutating func hasPersonalData(_ row: Int, _ cells: [String]) -> Bool {
        var isFound = false
        for (index, cell) in cells.enumerated() where cell.utf8.count >= 5 && !harmless.contains(cell) {
            guard let kind = PersonalData.kind(of: cell) ?? (isName(cell) ? .name : nil) else {
                if harmless.count < Self.mostKept { harmless.insert(cell) }
                continue
            }
            let heading = places?.first { $0.value == index }.map { Texts.ownDataColumn($0.key) }
            reportPersonal(.init(file: name, row: row, column: index, heading: heading), kind)
            isFound = true
        }
        return isFound
    }

    private func isName(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first(where: { $0 != " " }), first.properties.isUppercase else {
            return false
        }
        return !isExample(cell) && PersonalData.looksLikeName(cell, known: words.known)
    }

    // MARK: Cells

    /// A cell read, with what was unusual about it noted; nil when empty or after a report.
    private mutating func read<Value>(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool = false,
        _ parse: (String) throws(CellText.Problem) -> CellText.Reading<Value>
    ) -> Value? {
        guard let text = row.texts[column] else {
            if isNeeded { fail(row, .missing(place(row.number, column))) }
            return nil
        }
        do throws(CellText.Problem) {
            let reading = try parse(text)
            for quirk in reading.quirks { quirks[column, default: [:]][quirk, default: .init()].add(row.number) }
            return reading.value
        } catch {
            fail(row, .cell(place(row.number, column), error))
            return nil
        }
    }

    private mutating func fail(_ row: OwnDataRow, _ problem: OwnDataProblem) {
        failedRow = row.number
        report(problem)
    }

    /// What a word of a column means; nothing after a report.
    private mutating func look(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, allowed: [Text], _ find: (String) -> [String]
    ) -> [String] {
        guard let text = row.texts[column] else {
            fail(row, .missing(place(row.number, column)))
            return []
        }
        let found = known[text] ?? find(text)
        // Words that are known are few; those that are not may be as many as the rows.
        if !found.isEmpty || known.count < 10_000 { known[text] = found }
        guard found.isEmpty else { return found }
        failedRow = row.number
        if problems.count >= OwnDataReader.mostProblems {
            uncounted += 1
            return []
        }
        let nearest = Suggestions.closest(to: text, among: allowed.flatMap { [$0.da, $0.en] }).first
        let suggestion = allowed.first { $0.da == nearest || $0.en == nearest }
        report(.unknownWord(place(row.number, column), allowed: allowed, suggestion: suggestion))
        return []
    }

    /// Whether this was said in an earlier row, which is then reported.
    private mutating func isRepeated(_ row: OwnDataRow, _ key: String) -> Bool {
        if let first = seen[key] {
            fail(row, .repeated(.init(file: name, row: row.number), first: first))
            return true
        }
        seen[key] = row.number
        return false
    }

    private mutating func take(_ row: OwnDataRow) {
        switch file {
        case .referrals: takeReferrals(row)
        case .waitingList: takeWaiting(row)
        case .groups: takeGroup(row)
        case .staff: takeStaff(row)
        case .keyFigures: takeFigure(row)
        }
    }

    private mutating func takeReferrals(_ row: OwnDataRow) {
        let (words, order) = (words, slashOrder)
        let month = read(row, .month, isNeeded: true) { text throws(CellText.Problem) in try CellText.month(text, order)
        }
        let allowed = words.sources.map(\.label) + words.groups.map(\.label)
        let sources = look(row, .source, allowed: allowed) { words.sources(named: $0) }
        let count = read(row, .count, isNeeded: true) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: 100_000)
        }
        guard let month, let count, !sources.isEmpty else { return }
        // Several sources stand together under the names of all, and are shared out later.
        let key = sources.joined(separator: "+")
        if isRepeated(row, "\(month.daysSinceEpoch) \(key)") { return }
        referrals[month, default: [:]][key] = count
    }

    private mutating func takeWaiting(_ row: OwnDataRow) {
        let words = words
        let asOf = date(row, .asOf, isNeeded: true)
        let step = look(row, .waitingFor, allowed: words.steps.map(\.label)) {
            OwnDataWords.find($0, among: words.steps).map { [$0.id] } ?? []
        }
        let since = date(row, .referred)
        let count = read(row, .count, isNeeded: true) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: 100_000)
        }
        guard failedRow != row.number, let asOf, let count, let step = step.first else { return }
        if let since, since > asOf {
            fail(row, .afterList(place(row.number, .referred)))
            return
        }
        if isRepeated(row, "\(asOf.daysSinceEpoch) \(step) \(since?.daysSinceEpoch ?? 0)") { return }
        lists[asOf, default: [:]][step, default: []].append(.init(since: since, count: count))
    }

    private mutating func takeGroup(_ row: OwnDataRow) {
        let words = words
        let offer = look(row, .offer, allowed: words.offers.map(\.label)) {
            OwnDataWords.find($0, among: words.offers).map { [$0.id] } ?? []
        }
        let start = date(row, .start, isNeeded: true)
        let time = read(row, .time) { text throws(CellText.Problem) in .init(value: try CellText.time(text)) }
        let meetings = count(row, .meetings, from: 1, to: 200)
        let days = read(row, .weekdays) { text throws(CellText.Problem) in
            .init(value: try CellText.weekdays(text))
        }
        let seats = count(row, .seats, from: 1, to: 1_000, isNeeded: true)
        let participants = count(row, .participants, from: 0, to: 1_000)
        var status: OwnData.Group.Status?
        if row.texts[.status] != nil {
            let statuses = OwnData.Group.Status.allCases
            let found = look(row, .status, allowed: statuses.map { Texts.groupStatus($0) }) { text in
                statuses.filter { status in
                    let name = Texts.groupStatus(status)
                    return [name.da, name.en].contains { CellText.folded($0) == CellText.folded(text) }
                }.map(\.rawValue)
            }
            status = found.first.flatMap(OwnData.Group.Status.init)
        }
        guard failedRow != row.number, let offer = offer.first, let start, let seats else { return }
        if let participants, participants > seats {
            fail(row, .moreThanSeats(place(row.number, .participants)))
            return
        }
        if isRepeated(row, "\(offer) \(start.daysSinceEpoch) \(time ?? -1)") { return }
        groups.append(
            .init(
                offer: offer, start: start, time: time, meetings: meetings, weekdays: days, seats: seats,
                participants: participants, status: status))
    }

    private mutating func takeStaff(_ row: OwnDataRow) {
        let words = words
        let functions = words.talks + words.others
        let function = look(row, .function, allowed: functions.map(\.label)) {
            OwnDataWords.find($0, among: functions).map { [$0.id] } ?? []
        }
        let people = count(row, .staff, from: 0, to: 1_000, isNeeded: true)
        let hours = number(row, .hours, 0, 60)
        let share = read(row, .share) { text throws(CellText.Problem) in try CellText.share(text) }
        let minutes = number(row, .minutes, 1, 480)
        let beside = [OwnDataFile.Column.preparation, .documentation, .travel].map { number(row, $0, 0, 480) }
        let holiday = number(row, .holiday, 0, 52)
        let sickness = number(row, .sickness, 0, 260)
        guard failedRow != row.number, let function = function.first, let people else { return }
        if isRepeated(row, function) { return }
        staff.append(
            .init(
                function: function, count: people, hours: hours, share: share, minutes: minutes,
                preparation: beside[0], documentation: beside[1], travel: beside[2], holiday: holiday,
                sickness: sickness))
    }

    private mutating func takeFigure(_ row: OwnDataRow) {
        let words = words
        let found = look(row, .figure, allowed: FigureKind.allCases.map { Texts.figureExample($0) }) { text in
            Texts.figure(named: text, words).map { [$0.kind.rawValue, $0.thing ?? ""] } ?? []
        }
        let (from, to) = (date(row, .from, isNeeded: true), date(row, .to, isNeeded: true))
        let value = number(row, .value, 0, 1_000_000, isNeeded: true)
        guard failedRow != row.number, found.count == 2, let kind = FigureKind(rawValue: found[0]), let from, let to,
            let value
        else { return }
        if to < from {
            fail(row, .endsBeforeStart(place(row.number, .to)))
            return
        }
        if kind.countsCitizens, value != value.rounded() {
            fail(row, .cell(place(row.number, .value), .notWhole(CellText.echo(row.texts[.value] ?? ""))))
            return
        }
        if isRepeated(row, "\(found) \(from.daysSinceEpoch) \(to.daysSinceEpoch)") { return }
        figures.append(.init(kind: kind, thing: found[1].isEmpty ? nil : found[1], from: from, to: to, value: value))
    }

    private mutating func date(_ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool = false) -> CivilDate? {
        let order = slashOrder
        return date(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in try CellText.date(text, order) }
    }

    /// A date, read once where the same text stands in many rows.
    private mutating func date(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool,
        _ parse: (String) throws(CellText.Problem) -> CellText.Reading<CivilDate>
    ) -> CivilDate? {
        if let text = row.texts[column], let kept = dates[text], kept.quirks.isEmpty { return kept.value }
        let reading: CellText.Reading<CivilDate>? = read(row, column, isNeeded: isNeeded) {
            text throws(CellText.Problem) in
            let reading = try parse(text)
            return .init(value: reading, quirks: reading.quirks)
        }
        if let reading, let text = row.texts[column], dates.count < Self.mostKept { dates[text] = reading }
        return reading?.value
    }

    private mutating func count(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, from low: Int, to high: Int, isNeeded: Bool = false
    ) -> Int? {
        let value = read(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: high)
        }
        if let value, value < low {
            let found = CellText.echo(row.texts[column] ?? "")
            fail(row, .cell(place(row.number, column), .outside(found, low: Double(low), high: Double(high))))
            return nil
        }
        return value
    }

    private mutating func number(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, _ low: Double, _ high: Double, isNeeded: Bool = false
    ) -> Double? {
        read(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in try CellText.number(text, low, high) }
    }

    // MARK: The end

    /// Tells what was unusual about the file as a whole.
    mutating func finish() {
        if places == nil, problems.isEmpty, personal.isEmpty { report(.empty(name)) }
        if separator == UInt8(ascii: "\t") { notes.append(.tabs(file: name)) }
        if examples.count > 0 { notes.append(.exampleRows(file: name, examples)) }
        if totals.count > 0 { notes.append(.totalRows(file: name, totals)) }
        if let merged = file.merged, filled.count > 0 {
            notes.append(.filledDown(file: name, heading: Texts.ownDataColumn(merged), filled))
        }
        let isEnglish = separator == UInt8(ascii: ",")
        for column in file.columns {
            for quirk in CellText.Quirk.allCases {
                // In a file with commas between the cells decimal points and dates year first are as expected.
                if isEnglish, quirk == .decimalPoint || quirk == .isoDate { continue }
                guard let rows = quirks[column]?[quirk] else { continue }
                notes.append(.quirk(file: name, heading: Texts.ownDataColumn(column), quirk, rows))
            }
        }
        let isEmpty = referrals.isEmpty && lists.isEmpty && groups.isEmpty && staff.isEmpty && figures.isEmpty
        if isEmpty, problems.isEmpty, personal.isEmpty, !file.isOptional { notes.append(.noRows(file)) }
    }
}

/// The cells of a row that hold anything, by column.
struct OwnDataRow {
    var number: Int
    var texts: [OwnDataFile.Column: String]
}
