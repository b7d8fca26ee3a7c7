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
    var notes: [OwnDataNote] = []
    private(set) var problems: [OwnDataProblem] = []
    private(set) var personal: [OwnDataProblem] = []
    var uncounted = 0

    /// Where each column stands; nil before the headings.
    private(set) var places: [OwnDataFile.Column: Int]?
    private var width = 0
    private var rows = 0
    private var examples = OwnDataNote.Rows()
    private var totals = OwnDataNote.Rows()
    private let numbers: Set<OwnDataFile.Column>
    var blanks: OwnDataBlanks
    /// The counts of a source, or of those who wait for a step on a list, with their rows.
    var counts: [String: [(row: Int, count: Int)]] = [:]
    var quirks: [OwnDataFile.Column: [CellText.Quirk: OwnDataNote.Rows]] = [:]
    /// The row in which each thing was said first.
    var seen: [String: Int] = [:]
    /// Words that were looked up before.
    var known: [String: [String]] = [:]
    /// Cells that hold nobody, and dates as they were read: a large file says the same things again and again.
    var harmless: Set<String> = []
    var dates: [String: CellText.Reading<CivilDate>] = [:]
    static let mostKept = 20_000
    var failedRow = 0

    init(file: OwnDataFile, name: String, words: OwnDataWords) {
        self.file = file
        self.name = name
        self.words = words
        numbers = file.numbers
        blanks = OwnDataBlanks(file)
    }

    // MARK: Telling

    mutating func report(_ problem: OwnDataProblem) {
        if problems.count < OwnDataReader.mostProblems { problems.append(problem) } else { uncounted += 1 }
    }

    mutating func reportPersonal(_ place: OwnDataProblem.Place, _ kind: PersonalData.Kind) {
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
            takeTotal(row)
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
        if texts.keys.allSatisfy(numbers.contains) {
            takeNumbersOnly(row, texts)
            return true
        }
        let filled = blanks.fill(&texts, row)
        let totalsBefore = totals.count
        take(OwnDataRow(number: row, texts: texts, filled: filled))
        if totals.count == totalsBefore { blanks.add(texts) }
        return true
    }

    /// A row with nothing but numbers: the sum of those above, which is left out, or nobody knows what of.
    private mutating func takeNumbersOnly(_ row: Int, _ texts: [OwnDataFile.Column: String]) {
        if blanks.isSum(texts) {
            takeTotal(row)
        } else if let column = file.columns.first(where: { texts[$0] != nil }) {
            report(.onlyNumbers(place(row, column)))
        }
    }

    mutating func takeTotal(_ row: Int) {
        totals.add(row)
        blanks.endBlock()
    }

    private mutating func readHeadings(_ row: Int, _ cells: [String]) {
        var places: [OwnDataFile.Column: Int] = [:]
        for (index, cell) in cells.enumerated() {
            let heading = CellText.trimmed(cell)
            if let column = file.columns.first(where: { matches(heading, $0) }) {
                if places[column] != nil {
                    report(
                        .repeatedHeading(
                            .init(file: name, row: row, column: index, heading: Texts.ownDataColumn(column))))
                }
                places[column] = places[column] ?? index
            } else if PersonalData.isPersonalHeading(heading) {
                reportPersonal(.init(file: name, row: row, column: index), .column)
            } else if let kind = kind(of: cell) {
                reportPersonal(.init(file: name, row: row, column: index), kind)
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

    func isExample(_ cell: String) -> Bool {
        guard let first = cell.utf8.first(where: { $0 != 32 }), first == 69 || first == 101 else { return false }
        let key = CellText.folded(cell)
        return key.hasPrefix("eksempel") || key.hasPrefix("example")
    }

    /// A row of sums at the foot, or an average: the word stands first, or in a column where something else is named.
    private func isTotal(_ cells: [String]) -> Bool {
        let texts = cells.lazy.map { CellText.trimmed($0) }.filter { !$0.isEmpty }
        guard let first = texts.first else { return false }
        return Self.saysTotal(first, mayGoOn: true) || texts.dropFirst().contains { Self.saysTotal($0, mayGoOn: false) }
    }

    private static func saysTotal(_ text: String, mayGoOn: Bool) -> Bool {
        // Quick to see of most cells, as files may have a million rows.
        guard totalHeads.contains(head(text)), mayGoOn || text.utf8.count < 16 else { return false }
        let key = CellText.folded(text)
        return totalWords.contains { key == $0 || key == $0 + ":" }
            || mayGoOn && totalWords.contains { key.hasPrefix($0 + " ") || key.hasPrefix($0 + ":") }
    }

    private static let totalWords = [
        "i alt", "ialt", "sum", "total", "totalt", "in all", "hovedtotal", "grand total", "gennemsnit", "average",
        "subtotal",
    ]
    private static let totalHeads = Set(totalWords.map(head))

    /// The first three bytes in small letters.
    private static func head(_ text: String) -> UInt32 { text.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) } }

    private mutating func take(_ row: OwnDataRow) {
        switch file {
        case .referrals: takeReferrals(row)
        case .waitingList: takeWaiting(row)
        case .groups: takeGroup(row)
        case .staff: takeStaff(row)
        case .keyFigures: takeFigure(row)
        }
    }

    // MARK: The end

    /// Tells what was unusual about the file as a whole.
    mutating func finish() {
        if places == nil, problems.isEmpty, personal.isEmpty { report(.empty(name)) }
        if separator == UInt8(ascii: "\t") { notes.append(.tabs(file: name)) }
        if examples.count > 0 { notes.append(.exampleRows(file: name, examples)) }
        if totals.count > 0 { notes.append(.totalRows(file: name, totals)) }
        tellBlanks()
        tellFarOut()
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
    /// Those that are empty in the file and were read as the row above.
    var filled: [OwnDataFile.Column] = []
}
