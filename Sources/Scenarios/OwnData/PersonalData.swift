internal import Foundation

/// What must not be in a file of counts: somebody. How names are told is in `NameFinder`.
public enum PersonalData {
    /// What a cell looks like.
    enum Kind: Hashable, Sendable, CaseIterable {
        case personalNumber, email, name
        /// A column that is called something personal.
        case column
    }

    /// What every cell is looked through for, whatever belongs in it.
    static func kind(of cell: String) -> Kind? {
        guard cell.utf8.count >= 5 else { return nil }
        if holdsPersonalNumber(cell) || isShortenedPersonalNumber(cell) { return .personalNumber }
        if holdsEmail(cell) { return .email }
        return nil
    }

    /// Nine digits, which a spreadsheet makes of ten when the first is 0.
    private static func isShortenedPersonalNumber(_ cell: String) -> Bool {
        let plain = CellText.trimmed(cell)
        return plain.utf8.count == 9 && plain.utf8.allSatisfy { (48...57).contains($0) }
            && holdsPersonalNumber("0" + plain)
    }

    /// Whether a text holds six digits that are a date (DDMMYY), perhaps a few marks such as a hyphen, a dash, a point or
    /// a space, and four digits. `120101.2345` is a number: personal numbers with one point or comma are only told from
    /// numbers when they begin with 0.
    public static func holdsPersonalNumber(_ text: String) -> Bool {
        guard text.utf8.count >= 10 else { return false }
        let scalars = Array(text.unicodeScalars)
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (48...57).contains(scalars[index].value)
        }
        func two(_ index: Int) -> Int {
            Int(scalars[index].value - 48) * 10 + Int(scalars[index + 1].value - 48)
        }
        guard scalars.count >= 10 else { return false }
        for first in 0...(scalars.count - 10) where isDigit(first) && !isDigit(first - 1) {
            guard (first..<first + 6).allSatisfy(isDigit), (1...31).contains(two(first)),
                (1...12).contains(two(first + 2))
            else { continue }
            var tail = first + 6
            while tail < min(first + 9, scalars.count), !isDigit(tail), isMark(scalars[tail]) { tail += 1 }
            // The decimals of a number are no number of their own.
            if first > 1, [".", ","].contains(scalars[first - 1]), isDigit(first - 2) { continue }
            let isDecimal = tail == first + 7 && [".", ","].contains(scalars[tail - 1]) && scalars[first] != "0"
            if !isDecimal, (tail..<tail + 4).allSatisfy(isDigit), !isDigit(tail + 4) { return true }
        }
        return false
    }

    /// Neither letter nor digit, and no end of a line or of a cell.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar != ";"
            && !Character(scalar).isNewline
    }

    private static func holdsEmail(_ cell: String) -> Bool {
        guard let at = cell.firstIndex(of: "@"), at != cell.startIndex else { return false }
        let before = cell[cell.index(before: at)]
        let after = cell[cell.index(after: at)...].prefix { !$0.isWhitespace }
        return (before.isLetter || before.isNumber) && after.first?.isLetter ?? false && after.contains(".")
    }

    /// Whether a column's heading says that it holds something personal.
    static func isPersonalHeading(_ heading: String) -> Bool {
        let words = CellText.folded(heading).split { !$0.isLetter }.map(String.init)
        return words.contains { personalWords.contains($0) } || words.joined().hasPrefix("cpr")
            || words.joined() == "email"
    }

    private static let personalWords: Set<String> = [
        "navn", "navne", "name", "names", "fornavn", "efternavn", "firstname", "lastname", "surname", "cpr", "cprnr",
        "cprnummer", "personnummer", "personnr", "mail", "emails", "mailadresse", "telefon", "telefonnummer", "tlf",
        "mobil", "phone", "adresse", "address", "foedselsdato", "foedselsdag", "birthday", "birthdate", "initialer",
        "initials", "patient", "borger", "citizen", "borgernavn", "patientnavn", "medarbejdernavn",
    ]
}
