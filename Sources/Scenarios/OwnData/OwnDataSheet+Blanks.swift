/// Empty cells under a name, as merged cells are saved.
///
/// One rule for all files: in the columns that say what a row is about an empty cell is as the row above. But where the file
/// writes such a column out row by row, an empty cell is one that was forgotten.
struct OwnDataBlanks {
    private let naming: [OwnDataFile.Column]
    private let summed: [OwnDataFile.Column]
    /// What stands above in each column, and in which row.
    private var above: [OwnDataFile.Column: (text: String, row: Int)] = [:]
    /// The first row that repeats a name instead of leaving it out.
    private(set) var writtenOut: [OwnDataFile.Column: Int] = [:]
    private(set) var filled: [OwnDataFile.Column: OwnDataNote.Rows] = [:]
    /// Sums of the columns, of all rows and of those since the last sum.
    private var sums: [OwnDataFile.Column: (all: Double, block: Double, rows: Int, blockRows: Int)] = [:]

    init(_ file: OwnDataFile) { (naming, summed) = (file.naming, file.summed) }

    /// Fills what is empty from the row above.
    ///
    /// - Returns: the columns that were filled.
    mutating func fill(_ texts: inout [OwnDataFile.Column: String], _ row: Int) -> [OwnDataFile.Column] {
        var columns: [OwnDataFile.Column] = []
        // To the right of a name that changes the same may stand again.
        var isNew = false
        for column in naming {
            if let text = texts[column] {
                if above[column]?.text == text {
                    if !isNew { writtenOut[column] = writtenOut[column] ?? row }
                } else {
                    isNew = true
                }
                above[column] = (text, row)
            } else if let last = above[column] {
                texts[column] = last.text
                columns.append(column)
            }
        }
        for column in columns { filled[column, default: .init()].add(row) }
        return columns
    }

    /// Where the name that a cell was filled with stands.
    func origin(of column: OwnDataFile.Column) -> Int? { above[column]?.row }

    /// A row that turned out to be something else than the row above goes on with.
    mutating func take(back columns: [OwnDataFile.Column], _ row: Int) {
        for column in columns { filled[column]?.remove(row) }
    }

    mutating func add(_ texts: [OwnDataFile.Column: String]) {
        for column in summed {
            guard let text = texts[column], let value = try? CellText.number(text).value else { continue }
            var sum = sums[column] ?? (0, 0, 0, 0)
            sum = (sum.all + value, sum.block + value, sum.rows + 1, sum.blockRows + 1)
            sums[column] = sum
        }
    }

    /// Whether all numbers of a row are sums of at least two above them.
    func isSum(_ texts: [OwnDataFile.Column: String]) -> Bool {
        let given = summed.filter { texts[$0] != nil }
        return !given.isEmpty
            && given.allSatisfy { column in
                guard let text = texts[column], let value = try? CellText.number(text).value, let sum = sums[column]
                else {
                    return false
                }
                return sum.rows > 1 && value == sum.all || sum.blockRows > 1 && value == sum.block
            }
    }

    /// After a sum nothing goes on.
    mutating func endBlock() {
        above = [:]
        for column in sums.keys {
            sums[column]?.block = 0
            sums[column]?.blockRows = 0
        }
    }
}

extension OwnDataSheet {
    /// Tells of the empty cells that were filled, or refuses them where the file does not leave names out.
    mutating func tellBlanks() {
        for column in file.naming {
            guard let rows = blanks.filled[column], rows.count > 0 else { continue }
            guard let example = blanks.writtenOut[column] else {
                notes.append(.filledDown(file: name, heading: Texts.ownDataColumn(column), rows))
                continue
            }
            for row in rows.first { report(.forgotten(place(row, column), writtenOut: example)) }
            for _ in 0..<(rows.count - rows.first.count) { uncounted += 1 }
        }
    }

    /// Whether a row says what an earlier one says, and is a sum under its name or is reported.
    ///
    /// - Parameters:
    ///   - key: what it says.
    ///   - kind: of what its count may be the sum.
    mutating func isRepeated(_ row: OwnDataRow, _ key: String, count: Int, of kind: String) -> Bool {
        guard let first = seen[key], let column = row.filled.first else { return isRepeated(row, key) }
        blanks.take(back: row.filled, row.number)
        if isSum(count, of: kind) {
            takeTotal(row.number)
        } else {
            let above = blanks.origin(of: column) ?? first
            fail(row, .repeatedBlank(place(row.number, column), above: above, first: first))
        }
        return true
    }

    /// Whether a count is the sum of those above it, of which there are at least two. O(counts).
    func isSum(_ count: Int, of kind: String) -> Bool {
        guard let above = counts[kind], above.count > 1 else { return false }
        return above.reduce(0) { $0 + $1.count } == count
    }

    /// Tells of counts that are so far from the others of their kind that they may be slips.
    mutating func tellFarOut() {
        let column = OwnDataFile.Column.count
        var rows = OwnDataNote.Rows()
        let found = counts.values.flatMap { Self.farOut($0) }.sorted()
        for row in found { rows.add(row) }
        if rows.count > 0 { notes.append(.farOut(file: name, heading: Texts.ownDataColumn(column), rows)) }
    }

    /// Rows with a count of 100 or more that is 20 times the middle one of the others, where there are three others at least.
    static func farOut(_ counts: [(row: Int, count: Int)]) -> [Int] {
        guard counts.count > 3, counts.contains(where: { $0.count >= 100 }) else { return [] }
        let sorted = counts.map(\.count).sorted()
        return counts.filter { entry in
            guard entry.count >= 100 else { return false }
            // The largest is the one that is looked at, or as far out.
            let others = sorted.dropLast()
            let middle = others[others.count / 2]
            return entry.count >= 20 * max(1, middle)
        }.map(\.row)
    }
}
