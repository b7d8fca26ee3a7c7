internal import Foundation

/// Tells whether a text names a person, whatever else it says.
///
/// Three things are a name: one of the commonest Danish first names or family names, with a capital letter; a first name and a
/// family name of those side by side, in any letters; and two words or more in a row with capital letters, or one beside an
/// initial with its point, none of which is known as something else. Known are the words of the scenario, places, months,
/// abbreviations in capitals of up to four letters, and words that say what a place is (`Kommune`, `…gade`, `…skolen`). So a rare
/// name that stands alone, or in small letters, is not found.
struct NameFinder: Sendable {
    /// Folded words that are something else than a name.
    private let known: Set<String>

    /// Labels that would be taken for a name, as a house may be called after somebody.
    private var labels: [String] = []

    /// - Parameters:
    ///   - known: words of the scenario, folded, beside those that are known anyway.
    ///   - labels: what the scenario calls its things; they name nobody.
    init(known: Set<String> = [], labels: [String] = []) {
        self.known = known.subtracting(NameWords.first).subtracting(NameWords.family).union(NameWords.others)
        self.labels = labels.filter { isName($0) }
    }

    /// A piece of a text that may belong to a name.
    private struct Word {
        var folded: String
        /// Whether it begins with a capital letter, and whether it is a word for all that: no abbreviation, no single letter.
        var beginsCapital: Bool
        var isCapital: Bool
        /// One capital letter with a point.
        var isInitial = false
        /// Whether the next word goes on with it: nothing but a space, or a comma and a space, stands between.
        var goesOn = false
    }

    /// Whether somebody is named. O(length).
    func holdsName(_ text: String) -> Bool {
        guard isName(text) else { return false }
        let plain = labels.reduce(text) { $0.replacingOccurrences(of: $1, with: ";", options: .caseInsensitive) }
        return labels.isEmpty || isName(plain)
    }

    private func isName(_ text: String) -> Bool {
        // Most cells are numbers and dates.
        guard text.utf8.contains(where: { (65...90).contains($0) || (97...122).contains($0) || $0 >= 0x80 }) else {
            return false
        }
        let words = Self.words(text)
        var run = (words: 0, unknown: 0, initials: 0)
        for (index, word) in words.enumerated() {
            let next = word.goesOn && index + 1 < words.count ? words[index + 1] : nil
            if word.beginsCapital, isAlone(word.folded) { return true }
            if let next, areTogether(word.folded, next.folded) || areTogether(next.folded, word.folded) { return true }
            if word.isInitial {
                run.initials += 1
            } else if word.isCapital, !isKnown(word.folded) {
                run.words += 1
                run.unknown += word.folded.count > 2 ? 1 : 0
            } else if word.isCapital, NameWords.first.contains(word.folded) {
                // `Jan` and `Maj` are months too.
                run.words += 1
            } else if word.isCapital || !NameWords.particles.contains(word.folded) {
                run = (0, 0, 0)
            }
            if run.words + run.initials > 1, run.unknown > 0 { return true }
            if !word.goesOn { run = (0, 0, 0) }
        }
        return false
    }

    private func isAlone(_ word: String) -> Bool {
        Self.parts(word).contains { part in
            let owner = part.hasSuffix("s") ? String(part.dropLast()) : part
            return [part, owner].contains { name in
                (NameWords.first.contains(name) || NameWords.family.contains(name))
                    && !NameWords.ambiguous.contains(name)
            }
        }
    }

    private func areTogether(_ first: String, _ family: String) -> Bool {
        Self.parts(first).contains { NameWords.first.contains($0) }
            && Self.parts(family).contains { NameWords.family.contains($0) }
    }

    /// `anne-marie` as it stands and its parts.
    private static func parts(_ word: String) -> [String] {
        word.contains("-") ? [word] + word.split(separator: "-").map(String.init) : [word]
    }

    private func isKnown(_ word: String) -> Bool {
        known.contains(word) || known.contains(word.hasSuffix("s") ? String(word.dropLast()) : word)
            || Self.parts(word).allSatisfy { known.contains($0) }
            || NameWords.endings.contains { word.hasSuffix($0) }
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var letters = String.UnicodeScalarView()
        var gap = String.UnicodeScalarView()
        func end() {
            while letters.last == "-" { letters.removeLast() }
            guard let first = letters.first else { return }
            let plain = String(letters)
            let capitals = letters.count { isCapital($0) }
            let isAbbreviation = (2...4).contains(letters.count) && capitals == letters.count
            words.append(
                Word(
                    folded: folded(plain), beginsCapital: isCapital(first),
                    isCapital: isCapital(first) && !isAbbreviation && letters.count > 1))
            letters = .init()
            gap = .init()
        }
        for scalar in text.unicodeScalars {
            if isLetter(scalar) || scalar == "-" && !letters.isEmpty {
                if letters.isEmpty, !words.isEmpty { words[words.count - 1].goesOn = isBetween(gap) }
                letters.append(scalar)
                continue
            }
            // `O'Neil` is one word.
            if scalar == "'" || scalar == "\u{2019}", !letters.isEmpty { continue }
            let isSingle = letters.count == 1 && letters.first.map(isCapital) ?? false
            end()
            if isSingle, scalar == ".", !words.isEmpty {
                words[words.count - 1].isInitial = true
            } else {
                gap.append(scalar)
            }
        }
        end()
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? (97...122).contains(scalar.value | 0x20)
            : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (65...90).contains(scalar.value) : scalar.properties.isUppercase
    }

    /// As `CellText.folded` has a single word; most are plain.
    private static func folded(_ word: String) -> String {
        word.utf8.allSatisfy { $0 < 0x80 } ? word.lowercased() : CellText.folded(word)
    }

    /// What stands between two words of a name: spaces, or a comma and a space.
    private static func isBetween(_ gap: String.UnicodeScalarView) -> Bool {
        var commas = 0
        for scalar in gap where scalar != " " && scalar != "\u{A0}" {
            guard scalar == "," else { return false }
            commas += 1
        }
        return commas == 0 || (commas == 1 && gap.count > 1)
    }
}
