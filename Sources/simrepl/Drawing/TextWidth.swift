import Scenarios

/// How wide a line of words becomes, judged without any font.
///
/// A drawing names no font file, so the reader's machine picks one. The widths are those of DejaVu Sans, the widest of
/// the common sans-serif fonts, rounded up by class of letter: what fits here fits with Helvetica, Arial, Liberation and
/// DejaVu alike.
enum TextWidth {
    /// In units of the drawing, for a size in the same units.
    static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
        let ems = text.reduce(0.0) { $0 + letter($1) }
        return ems * size * (bold ? 1.12 : 1)
    }

    private static func letter(_ character: Character) -> Double {
        if let wide = widths[character] { return wide }
        if character.isASCII { return 0.66 }
        if DisplayWidth.of(character) > 1 { return 1.1 }
        return character.isUppercase ? 0.8 : 0.66
    }

    private static let widths: [Character: Double] = {
        var table: [Character: Double] = [:]
        for (letters, width) in [
            ("ijl.,:;'|!", 0.4), (" ftr()[]/\\-I", 0.42), ("zsckvxyJ", 0.6), ("mw%", 0.96), ("MWæøÆØ@–…", 0.99),
            ("QOGDNHUCÅ", 0.8), ("ABEFKLPRSTVXYZ", 0.72), ("+=<>±~^#", 0.84),
        ] {
            for letter in letters { table[letter] = width }
        }
        table["ø"] = 0.64
        table["—"] = 1
        return table
    }()

    /// Broken at spaces into lines no wider than `width`; a longer word is cut at a hyphen or anywhere. At most
    /// `lines` lines, the last ending in `…` when something is left out.
    static func wrapped(
        _ text: String, to width: Double, size: Double, bold: Bool = false, lines most: Int = .max
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ text: String) -> Bool { of(text, size: size, bold: bold) <= width }
        for word in text.split(separator: " ") {
            var word = String(word)
            let longer = line.isEmpty ? word : line + " " + word
            if fits(longer) {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while !fits(word), word.count > 1 {
                let count = max(1, longestStart(of: word, fitting: { fits($0 + "-") }))
                lines.append(word.prefix(count) + "-")
                word = String(word.dropFirst(count))
            }
            line = word
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        lines = Array(lines.prefix(max(most, 1)))
        var last = lines.removeLast()
        while !last.isEmpty, !fits(last + "…") { last.removeLast() }
        return lines + [last + "…"]
    }

    private static func longestStart(of word: String, fitting fits: (String) -> Bool) -> Int {
        var count = 0
        while count < word.count, fits(String(word.prefix(count + 1))) { count += 1 }
        return count
    }
}
