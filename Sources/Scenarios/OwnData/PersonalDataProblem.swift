/// Somebody in a table; what is written there is not repeated.
enum PersonalDataProblem: DiagnosticFacts {
    /// A column is called something personal. Counted from 1.
    case column(Int)
    /// The header is row 1.
    case cell(PersonalData.Kind, column: Int, row: Int)

    var code: DiagnosticCode { .personalNumber }
    var text: Text { Texts.personalData(self) }
}

extension CSV {
    /// Refuses a table with a column about single persons, or with a name, an e-mail address or a personal number anywhere.
    func refusePersonalData(_ names: NameFinder) throws(Diagnostics) {
        func problem(_ cell: String) -> PersonalData.Kind? {
            PersonalData.kind(of: cell) ?? (names.holdsName(cell) ? .name : nil)
        }
        for (column, name) in header.enumerated() {
            if PersonalData.isPersonalHeading(name) {
                throw Diagnostics([Diagnostic(PersonalDataProblem.column(column + 1))])
            }
            if let kind = problem(name) {
                throw Diagnostics([Diagnostic(PersonalDataProblem.cell(kind, column: column + 1, row: 1))])
            }
        }
        var harmless: Set<String> = []
        for (offset, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() where !harmless.contains(cell) {
                if let kind = problem(cell) {
                    throw Diagnostics([Diagnostic(PersonalDataProblem.cell(kind, column: column + 1, row: offset + 2))])
                }
                // A large table says the same again and again.
                if harmless.count < 20_000 { harmless.insert(cell) }
            }
        }
    }
}
