internal import PathwaySim

/// The files to fill in, and how tables are written for the spreadsheet of a language.
public enum OwnDataTemplate {
    /// The files of a folder to fill in, with a text that explains them, in a language.
    ///
    /// The example rows are marked and are not read.
    public static func files(for base: Scenario, _ language: Language) -> [(name: String, text: String)] {
        let words = OwnDataWords(base)
        let sheets = OwnDataFile.allCases.map { file in
            let headings = file.columns.map { Texts.ownDataColumn($0)[language] }
            return (
                Texts.ownDataFileName(file)[language], sheet([headings] + examples(file, words, language), language)
            )
        }
        let guide = Texts.ownDataGuide(words, title: base.title)[language]
        let text = "\u{FEFF}" + guide.replacing("\n", with: "\r\n") + "\r\n"
        return sheets + [(Texts.guideFileName[language], text)]
    }

    /// Two invented rows, marked.
    private static func examples(
        _ file: OwnDataFile, _ words: OwnDataWords, _ language: Language
    ) -> [[String]] {
        func label(_ things: [OwnDataWords.Thing], _ index: Int) -> String {
            let label = things.indices.contains(index) ? things[index].label : things.first?.label
            return Texts.exampleMark[language] + (label?[language] ?? "")
        }
        func day(_ year: Int, _ month: Int, _ day: Int) -> String {
            CivilDate(year: year, month: month, day: day).map { date($0, language) } ?? ""
        }
        switch file {
        case .referrals:
            return [
                [day(2025, 1, 1), label(words.sources, 0), "14"], [day(2025, 2, 1), label(words.sources, 0), "11"],
            ]
        case .waitingList:
            return [
                [day(2025, 12, 31), label(words.steps, 0), day(2025, 12, 3), "6"],
                [day(2025, 12, 31), label(words.steps, 0), day(2025, 12, 10), "8"],
            ]
        case .groups:
            let held = Texts.groupStatus(.held)[language]
            let planned = Texts.groupStatus(.planned)[language]
            return [
                [label(words.offers, 0), day(2025, 9, 2), "13:00", "5", Texts.exampleDays[language], "12", "10", held],
                [
                    label(words.offers, 0), day(2026, 1, 20), "13:00", "5", Texts.exampleDays[language], "12", "",
                    planned,
                ],
            ]
        case .staff:
            let numbers = [37.0, 0.4, 60, 15, 20, 0, 6, 8].map { number($0, language) }
            let leader = words.others.isEmpty ? [] : [[label(words.others, 0), "1", "", "", "", "", "", "", "6", "8"]]
            return [[label(words.talks.isEmpty ? words.others : words.talks, 0), "2"] + numbers] + leader
        case .keyFigures:
            let step = words.steps.first?.label
            return [
                [
                    Texts.exampleMark[language] + Texts.figure(.meanWait, step)[language], day(2025, 1, 1),
                    day(2025, 12, 31), number(24.5, language),
                ]
            ]
        }
    }

    // MARK: Writing for a spreadsheet

    /// A table as the spreadsheet of a language reads and saves it: a byte order mark, CR LF, and semicolons with decimal
    /// commas in Danish.
    static func sheet(_ rows: [[String]], _ language: Language) -> String {
        let separator = language == .da ? ";" : ","
        func cell(_ text: String) -> String {
            let guarded = FormulaGuard.guarded(text)
            guard guarded.contains(where: { separator.contains($0) || $0 == "\"" || $0.isNewline }) else {
                return guarded
            }
            return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
        }
        return "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: separator) + "\r\n" }.joined()
    }

    static func date(_ date: CivilDate, _ language: Language) -> String {
        let parts = date.iso.split(separator: "-")
        return language == .da ? parts.reversed().joined(separator: "-") : date.iso
    }

    static func number(_ value: Double, _ language: Language) -> String {
        let text = NumberFormat.shortest(value)
        return language == .da ? text.replacing(".", with: ",") : text
    }
}
