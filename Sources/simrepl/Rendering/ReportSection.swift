import Scenarios

/// A part of a report in a person's language: things in rows, numbers about them in columns.
struct ReportSection: Equatable {
    struct Cell: Equatable {
        /// `12.3 ± 0.4`, or `–` when there is no such number; empty when it does not apply.
        var value: String
        /// `10.1–14.2`; empty when it is not known.
        var spread: String

        static let none = Cell(value: "", spread: "")
    }

    struct Row: Equatable {
        var label: String
        /// One for each column.
        var cells: [Cell]
    }

    var title: String
    var columns: [String]
    var rows: [Row]
}
