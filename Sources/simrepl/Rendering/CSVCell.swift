import Scenarios

/// Cells of comma-separated values.
enum CSVCell {
    /// Text, quoted where it must be. One that a spreadsheet would take for a formula gets an apostrophe in front.
    static func text(_ text: String) -> String {
        let harmless = FormulaGuard.guarded(text)
        guard harmless.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline || $0 == ";" }) else {
            return harmless
        }
        return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
    }

    /// A number in machine notation; empty when it is undefined.
    static func number(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        return JSONWriter.number(number)
    }
}
