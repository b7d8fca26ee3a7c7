import Scenarios
import Testing

@testable import simrepl

@Suite("Text is fitted to the window")
struct OutputTests {
    private func table() -> TextTable {
        var table = TextTable(
            columns: [
                .init(title: "", mayShrink: true), .init(title: "mean", alignment: .decimal),
                .init(title: "range", alignment: .right),
            ], decimalMark: ",")
        table.rows.append(.heading("Waits"))
        table.add("Afklarende samtale", "12,3", "10–14")
        table.add("Rygestop 日", "1.234", "9–1.500")
        table.add("Ingen", "–", "")
        return table
    }

    @Test("numbers stand on their decimal mark, wide letters count double")
    func alignsDecimals() {
        #expect(
            table().lines(width: 80) == [
                "                       mean    range",
                "Waits",
                "Afklarende samtale     12,3    10–14",
                "Rygestop 日         1.234    9–1.500",
                "Ingen                   –",
            ])
    }

    @Test("a narrow window cuts the names, not the numbers")
    func shrinksNames() {
        let lines = table().lines(width: 34)
        #expect(lines[2] == "Afklarende samt…     12,3    10–14")
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 34 })
    }

    @Test("names that must stay apart go on on the next line, titles too")
    func wrapsNames() {
        var table = TextTable(
            columns: [
                .init(title: "Waits in days", mayShrink: true, wraps: true),
                .init(title: "9 of 10 at most", alignment: .decimal),
            ], decimalMark: ".", wrapsTitles: true)
        table.add("  Nicotine cessation, day group", "12.3 ± 0.4")
        table.add("  Nicotine cessation, evening group", "never")
        #expect(
            table.lines(width: 34) == [
                "                        9 of 10 at",
                "Waits in days                 most",
                "  Nicotine cessation,   12.3 ± 0.4",
                "    day group",
                "  Nicotine cessation,        never",
                "    evening group",
            ])
    }

    @Test("a window of 20 columns stacks the cells")
    func stacks() {
        #expect(
            table().lines(width: 20) == [
                "Waits", "Afklarende samtale", "    mean: 12,3", "    range: 10–14", "Rygestop 日", "    mean: 1.234",
                "    range: 9–1.500", "Ingen", "    mean: –",
            ])
    }

    @Test("paragraphs break at spaces, keep their margin and cut only what must be cut", arguments: 8...40)
    func wraps(width: Int) {
        let text = "  A sentence with enwords, someverylongwordindeed and 日本語 to the end"
        let lines = DisplayWidth.wrapped(text, to: width, indent: "    ")
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(width, 12) })
        // A divided word has a hyphen where it is divided.
        #expect(lines.joined().filter { $0 != " " && $0 != "-" } == text.filter { $0 != " " })
        #expect(lines[0].hasPrefix("  A"))
    }

    @Test("candidates fill columns downwards")
    func columns() {
        #expect(ColumnLayout.lines(["a", "bb", "ccc", "d", "e"], width: 12) == ["a    d", "bb   e", "ccc"])
        #expect(ColumnLayout.lines(["long label"], width: 4) == ["long label"])
        #expect(ColumnLayout.lines([], width: 10).isEmpty)
    }
}
