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

    /// Nine digits, which a spreadsheet makes of ten when the first is 0, perhaps with a decimal that is 0.
    private static func isShortenedPersonalNumber(_ cell: String) -> Bool {
        var plain = CellText.trimmed(cell)
        for ending in [",0", ".0"] where plain.hasSuffix(ending) { plain.removeLast(2) }
        return plain.utf8.count == 9 && plain.utf8.allSatisfy { (48...57).contains($0) }
            && holdsPersonalNumber("0" + plain)
    }

    /// Whether a text holds six digits that are a date (DDMMYY; 60 is added to the day of replacement numbers), perhaps a
    /// few marks such as a hyphen, a dash, a point or a space, and four digits. The date may be written `DD.MM.YY` with
    /// any one mark. `120101.2345` is a number: personal numbers with one point or comma are only told from numbers when
    /// they begin with 0.
    public static func holdsPersonalNumber(_ text: String) -> Bool {
        guard text.utf8.count >= 10 else { return false }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            // Digits as wide as a Chinese character are digits.
            (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF10 + 48) ?? scalar : scalar
        }
        guard scalars.count >= 10 else { return false }
        return (0...(scalars.count - 10)).contains { beginsPersonalNumber(scalars, at: $0) }
    }

    private static func beginsPersonalNumber(_ scalars: [Unicode.Scalar], at first: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (48...57).contains(scalars[index].value)
        }
        func two(_ index: Int) -> Int? {
            guard isDigit(index), isDigit(index + 1) else { return nil }
            return Int(scalars[index].value - 48) * 10 + Int(scalars[index + 1].value - 48)
        }
        guard isDigit(first), !isDigit(first - 1), let day = two(first), (1...31).contains(day > 60 ? day - 60 : day)
        else { return false }
        // One mark twice, or none.
        let mark = scalars[first + 2]
        let isMarked = !isDigit(first + 2) && isMark(mark)
        let step = isMarked ? 3 : 2
        guard let month = two(first + step), (1...12).contains(month), two(first + 2 * step) != nil,
            !isMarked || scalars[first + 5] == mark
        else { return false }
        let end = first + 2 * step + 2
        var tail = end
        while tail < min(end + 3, scalars.count), !isDigit(tail), isMark(scalars[tail]) { tail += 1 }
        // The decimals of a number are no number of their own.
        if first > 1, [".", ","].contains(scalars[first - 1]), isDigit(first - 2) { return false }
        let isDecimal =
            !isMarked && tail == end + 1 && [".", ","].contains(scalars[tail - 1]) && scalars[first] != "0"
        // Behind a date with marks the four digits must be set off too: `01-01-2025` is a date.
        if isMarked, tail == end { return false }
        return !isDecimal && (tail..<tail + 4).allSatisfy(isDigit) && !isDigit(tail + 4)
    }

    /// The text with what looks like a personal number put out of sight: a message must not repeat it.
    public static func masked(_ text: String) -> String {
        guard holdsPersonalNumber(text) else { return text }
        var result = ""
        var word = ""
        func end() {
            result += holdsPersonalNumber(word) ? String(word.map { $0.isNumber ? "·" : $0 }) : word
            word = ""
        }
        for character in text {
            if character.isWhitespace {
                end()
                result.append(character)
            } else {
                word.append(character)
            }
        }
        end()
        // Spread over several words: every digit goes.
        return holdsPersonalNumber(result) ? String(result.map { $0.isNumber ? "·" : $0 }) : result
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
