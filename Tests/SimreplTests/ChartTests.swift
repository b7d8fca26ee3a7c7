import Foundation
import PathwaySim
import Scenarios
import Testing

@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Charts")
struct ChartTests {
    // MARK: Axes

    @Test(
        "ticks are round, cover every number and are written as the reader writes numbers",
        arguments: [
            ([0.0, 43], true, ["0", "10", "20", "30", "40", "50"]),
            ([0.12, 0.31], true, ["0,0", "0,1", "0,2", "0,3", "0,4"]),
            ([83.1, 91.9], false, ["82", "84", "86", "88", "90", "92"]),
            ([1_234, 4_000], true, ["0", "1.000", "2.000", "3.000", "4.000"]),
            ([-3, 5], true, ["-4", "-2", "0", "2", "4", "6"]), ([], true, ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
            ([7, 7], false, ["6,0", "6,5", "7,0", "7,5", "8,0"]),
            ([.nan, .infinity, 2], true, ["0,0", "0,5", "1,0", "1,5", "2,0"]),
        ] as [([Double], Bool, [String])])
    func ticks(values: [Double], fromZero: Bool, labels: [String]) {
        let axis = ChartAxis.numbers("", covering: values, fromZero: fromZero, language: .da)
        #expect(axis.ticks.map(\.label) == labels)
        for value in values where value.isFinite { #expect((0...1).contains(axis.position(value))) }
    }

    @Test("whatever the numbers, an axis has between two and a dozen ticks and covers them", arguments: 0..<400)
    func anyNumbers(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        let size = pow(10, next() * 24 - 12)
        let values = (0..<5).map { _ in (next() - 0.3) * size }
        let axis = ChartAxis.numbers("", covering: values, fromZero: seed.isMultiple(of: 2), language: .en)
        #expect((2...12).contains(axis.ticks.count))
        for value in values { #expect((-1e-9...1 + 1e-9).contains(axis.position(value)), "\(values)") }
        #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    }

    @Test(
        "a time axis has the first of months, fewer of them the longer it is",
        arguments: [
            (90.0, ["feb", "mar", "apr"], "2026"),
            (
                365, ["feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "jan 2027"],
                "2026–2027"
            ),
            (1_500, ["jul", "jan 2027", "jul", "jan 2028", "jul", "jan 2029", "jul", "jan 2030"], "2026–2030"),
        ])
    func dates(days: Double, labels: [String], title: String) throws {
        let start = try #require(CivilDate(iso: "2026-01-05"))
        let axis = ChartAxis.dates(start: start, from: 0, to: days, language: .da)
        #expect(axis.ticks.map(\.label) == labels)
        #expect(axis.title == title)
        #expect(axis.ticks[0].value == (days < 1_000 ? 27 : 177))
    }

    // MARK: Drawing

    /// One of each kind, every word of it the given one.
    private static func charts(_ word: String) -> [Chart] {
        let axis = ChartAxis.numbers(word, covering: [0, 10], language: .da)
        func chart(_ content: Chart.Content) -> Chart {
            Chart(
                title: word, description: word, content: content, series: [word, word + "2"], interval: word, x: axis,
                y: axis, notes: [word], language: .da)
        }
        let points = [(0.0, 2.0), (5, 4), (10, 3)].map {
            Chart.Point(x: $0.0, y: $0.1, low: $0.1 - 1, high: $0.1 + 1, words: word)
        }
        let rows = [
            Chart.Row(
                label: word,
                values: [.init(value: 4, low: 3, high: 6, words: word), .init(series: 1, value: nil, words: word)])
        ]
        let heat = Chart.Heat(
            rowTitle: word, columnTitle: word, rows: [word], columns: [word, "b"],
            cells: [[.init(value: 1, words: word), nil]])
        return [
            chart(.lines([.init(name: word, points: points), .init(name: word, points: points, showsPoints: true)])),
            chart(.bars(rows)), chart(.dots(rows)), chart(.heat(heat)),
            chart(
                .histogram(
                    [.init(from: 0, to: 5, share: 1, label: word, value: word, words: word)],
                    marks: [.init(at: 3, words: word)])),
        ]
    }

    @Test(
        "whatever a text holds, every kind of chart is well-formed SVG without markup of the text's own",
        arguments: ["<script>alert(1)</script>", "]]>&\"'", "a\u{0}\u{1B}[31m\u{202E}", "日本 🙂", "</text></svg>", ""])
    func escapes(word: String) throws {
        for chart in Self.charts(word) {
            let svg = ChartSVG(chart: chart).svg()
            #expect(XMLParser(data: Data(svg.utf8)).parse())
            #expect(!svg.contains("<script") && svg.components(separatedBy: "</svg>").count == 2)
            for width in [20, 40, 100] {
                let lines = ChartText(chart: chart, width: width, usesUnicode: true, heading: { $0 }).lines()
                #expect(!lines.isEmpty)
            }
        }
    }

    @Test("without a UTF-8 locale a chart is drawn in ASCII")
    func ascii() {
        for chart in Self.charts("ord") {
            let lines = ChartText(chart: chart, width: 60, usesUnicode: false, heading: { $0 }).lines()
            let isASCII = lines.joined().unicodeScalars.allSatisfy { $0.isASCII }
            #expect(isASCII)
        }
        for (environment, isUnicode) in [
            (["LANG": "da_DK.UTF-8"], true), (["LANG": "C"], false), ([:], false),
            (["LC_ALL": "C", "LANG": "C.UTF-8"], false),
            (["LC_CTYPE": "en_US.utf8", "LANG": "C"], true),
        ] {
            #expect(Terminal(descriptor: 1, environment: environment).usesUnicode == isUnicode)
        }
    }

    @Test("rows with intervals in characters are exactly these")
    func exactRows() {
        let chart = Chart(
            title: "Ventetid", description: "",
            content: .dots([
                .init(label: "Samtale", values: [.init(value: 20, low: 10, high: 40, words: "20 ± 2")]),
                .init(label: "Hold", values: [.init(value: 40, words: "40")]),
            ]), interval: "8 af 10 år", x: .numbers("dage", covering: [0, 40], most: 4, language: .da), language: .da)
        #expect(
            ChartText(chart: chart, width: 50, usesUnicode: true, heading: { $0 }).lines() == [
                "Ventetid", "  ├──┤ 8 af 10 år", "  Samtale         ├───────●──────────────┤ 20 ± 2",
                "  Hold                                   ● 40", "         └┴───────┴───────┴──────┴───────┴",
                "          0      10      20     30      40", "                        dage",
            ])
    }

    @Test("words in every cell of a heat map can be read on its shade")
    func contrast() {
        for step in 0...20 { #expect(SVGColour.ink.contrast(on: ChartHeatMap.shade(Double(step) / 20)) >= 4.5) }
    }
}
