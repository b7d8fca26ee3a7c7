import Scenarios

/// Where a word that is too long for its line may go on on the next one.
///
/// After a hyphen or a slash it may always; a word of letters between the parts of a compound, else between syllables;
/// names of settings after their dots. What is none of these is not divided: a hyphen would make another word of it.
enum WordBreaks {
    /// The first part, with the hyphen it needs, and the rest; nil when no part of it fits.
    ///
    /// - Parameter room: columns for the first part.
    static func divide(_ word: Substring, room: Int) -> (head: String, rest: Substring)? {
        if let cut = last(word, room: room, where: { joints.contains($0) }) {
            return (String(word[..<cut]), word[cut...])
        }
        guard let letters = letters(of: word), letters.count >= 2 * least else { return nil }
        let lower = Array(letters.lowercased())
        guard lower.count == letters.count else { return nil }
        let fitting = (least...(lower.count - least)).filter { offset in
            DisplayWidth.of(String(letters.prefix(offset))) < room
                - DisplayWidth.of(String(word[..<letters.startIndex]))
        }
        guard
            let offset = fitting.last(where: { isCompoundJoint(lower, $0) })
                ?? fitting.last(where: { isSyllableJoint(lower, $0) })
        else { return nil }
        let cut = word.index(letters.startIndex, offsetBy: offset)
        return (word[..<cut] + "-", word[cut...])
    }

    /// Letters on either side of a division at least.
    private static let least = 3
    /// After these a word goes on without a hyphen.
    private static let joints: Set<Character> = ["-", "/", "–", ".", "_", "="]

    /// The index after the last of the characters that fits; not at either end.
    private static func last(
        _ word: Substring, room: Int, where isJoint: (Character) -> Bool
    ) -> Substring.Index? {
        var used = 0
        var found: Substring.Index?
        for index in word.indices {
            used += DisplayWidth.of(word[index])
            if used > room { break }
            let next = word.index(after: index)
            if isJoint(word[index]), next != word.endIndex, index != word.startIndex { found = next }
        }
        return found
    }

    /// The run of letters that a word is, without brackets before it and stops after it; nil when it is no such word.
    private static func letters(of word: Substring) -> Substring? {
        let start = word.drop { !$0.isLetter }
        let letters = start.prefix(while: \.isLetter)
        guard start.startIndex == word.startIndex || word[..<start.startIndex].allSatisfy({ "(\"»“".contains($0) }),
            word[letters.endIndex...].allSatisfy({ ".,;:!?)\"»«”%*•".contains($0) }),
            // `patienceDays` is a name.
            letters.dropFirst().allSatisfy({ !$0.isUppercase })
        else { return nil }
        return letters
    }

    // MARK: Danish and English

    /// Words that are often the last part of a compound in these texts: before them it is divided.
    private static let lastParts = [
        "afdeling", "afklaring", "afvænning", "behandling", "belægning", "borger", "center", "forløb", "gruppe",
        "henvisning", "hjælp", "indsats", "indkaldelse", "instruktør", "konsultation", "koordinator",
        "korrespondance", "mestring", "operation", "opfølgning", "patient", "plads", "praksis", "psykiatri",
        "rådgivning", "samtale", "sygdom", "sygepleje", "terapeut", "tilbud", "træning", "udredning", "undervisning",
        "vejledning", "ventetid", "visitation",
        "counsell", "management", "therapist",
    ].map { Array($0) }

    private static func isCompoundJoint(_ word: [Character], _ offset: Int) -> Bool {
        lastParts.contains { word[offset...].starts(with: $0) }
    }

    private static let vowels = Set("aeiouyæøåéèüäö")
    /// Consonants that a syllable begins with.
    private static let onsets: Set<String> = [
        "", "b", "bl", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "fr", "g", "gl", "gr", "h", "hv", "j", "k",
        "kl", "kr", "kv", "l", "m", "n", "p", "ph", "pl", "pr", "r", "s", "sh", "sk", "sl", "sp", "st", "str", "t",
        "th",
        "tr", "v", "w", "z",
    ]

    /// Between two vowels as many consonants go with the second as a syllable begins with; none is divided without.
    private static func isSyllableJoint(_ word: [Character], _ offset: Int) -> Bool {
        guard let next = word[offset...].firstIndex(where: vowels.contains),
            word[..<offset].contains(where: vowels.contains)
        else { return false }
        let before = word[..<offset].lastIndex(where: vowels.contains) ?? 0
        // Two vowels belong together more often than not.
        guard next - before > 1 else { return false }
        let between = word[(before + 1)..<next]
        let longest = (0...between.count).first { onsets.contains(String(between.dropFirst($0))) } ?? between.count
        return before + 1 + longest == offset
    }
}
