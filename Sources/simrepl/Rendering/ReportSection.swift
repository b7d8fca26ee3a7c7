import Scenarios

/// A part of a report in a person's language: things in rows, numbers about them in columns.
struct ReportSection: Equatable {
    struct Column: Equatable {
        var title: String
        /// Whether its spread has the first claim to a column of its own where the window is not wide enough for all.
        var isMain = false
    }

    struct Cell: Equatable {
        /// `12.3 ± 0.4`, or `–` when there is no such number; empty when it does not apply.
        var value: String
        /// `10.1–14.2`; empty when it is not known or every run gave the same.
        var spread: String

        static let none = Cell(value: "", spread: "")
    }

    struct Row: Equatable {
        var label: String
        /// One for each column; none where the row only names what the next rows are parts of.
        var cells: [Cell]
    }

    var title: String
    var columns: [Column]
    var rows: [Row]

    /// Whether any row has a spread in a column.
    func hasSpread(_ column: Int) -> Bool {
        rows.contains { column < $0.cells.count && !$0.cells[column].spread.isEmpty }
    }
}
