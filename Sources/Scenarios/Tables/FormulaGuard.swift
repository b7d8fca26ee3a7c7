/// Keeps a spreadsheet from taking a text for a formula.
///
/// A text that begins as a formula does, apostrophes before it or not, gets an apostrophe in front, which is taken off again
/// when reading. Numbers are none: `-5` stays as it is.
public enum FormulaGuard {
    /// The text as it may stand in a cell.
    public static func guarded(_ text: String) -> String {
        isFormula(text) && CSV.number(text) == nil ? "'" + text : text
    }

    /// What was guarded, as it was; any other text as it is.
    public static func unguarded(_ text: String) -> String {
        text.hasPrefix("'") && isFormula(text) ? String(text.dropFirst()) : text
    }

    private static func isFormula(_ text: String) -> Bool {
        text.drop { $0 == "'" }.first.map { "=+-@\t\r".contains($0) } ?? false
    }
}
