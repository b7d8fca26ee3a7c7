import Foundation
import Testing

@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Drawings")
struct DrawingTests {
    @Test(
        "coordinates have at most two decimals and never an exponent",
        arguments: [
            (0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (1.005, "1"), (1.02, "1.02"), (-2.346, "-2.35"),
            (0.1 + 0.2, "0.3"), (1e300, "1000000"), (-1e300, "-1000000"), (.nan, "0"), (.infinity, "1000000"),
            (1e-9, "0"), (123_456.789, "123456.79"),
        ])
    func numbers(_ number: Double, _ text: String) {
        #expect(SVGNumber.text(number) == text)
    }

    @Test("a drawing is exactly these bytes")
    func exactFile() {
        var canvas = SVGCanvas(width: 100, height: 50.5, title: "A & B", description: "Two", language: "da", id: "d1")
        canvas.rect(x: 1, y: 2, width: 30, height: 10, corner: 3, .filled(.paper, outline: .blue), tip: "Box")
        canvas.group(tip: "Arrow") { canvas in
            canvas.path(
                SVGPath(through: [SVGPoint(0, 0), SVGPoint(0, 10), SVGPoint(20, 10)], rounding: 4),
                .line(.faintInk, dash: [2, 1], arrow: true))
        }
        canvas.text("x<y", at: SVGPoint(5, 6), SVGLettering(size: 10, anchor: .middle, bold: true))
        #expect(
            canvas.svg() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="100" height="50.5" viewBox="0 0 100 50.5" lang="da" \
                role="img" aria-labelledby="d1-title d1-desc" font-family="Helvetica, Arial, &#39;Liberation \
                Sans&#39;, &#39;DejaVu Sans&#39;, sans-serif" font-size="12">
                  <title id="d1-title">A &amp; B</title>
                  <desc id="d1-desc">Two</desc>
                  <defs><marker id="d1-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
                markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L8 4L0 7.5Z" fill="#5a6268"/></marker></defs>
                  <rect x="1" y="2" width="30" height="10" rx="3" fill="#ffffff" stroke="#0072b2">\
                <title>Box</title></rect>
                  <g>
                    <title>Arrow</title>
                    <path d="M0 0L0 6Q0 10 4 10L20 10" fill="none" stroke="#5a6268" stroke-dasharray="2 1" \
                marker-end="url(#d1-arrow)"/>
                  </g>
                  <text x="5" y="6" font-size="10" text-anchor="middle" font-weight="bold" fill="#212529">x&lt;y</text>
                </svg>

                """)
    }

    @Test(
        "whatever a text holds, the file stays well-formed XML without markup of the text's own",
        arguments: [
            "<script>alert(1)</script>", "]]>&\"'", "a\u{0}b\u{1B}[31m", "\u{202E}x", "\u{FFFE}\u{FFFF}", "日本 🙂 æøå",
            "</text></svg><svg onload='x'>", "&amp;&#x41;", "url(#drawing-arrow)",
        ])
    func untrustedTexts(_ text: String) throws {
        var canvas = SVGCanvas(width: 10, height: 10, title: text, description: text, language: text, id: text)
        canvas.rect(x: 0, y: 0, width: 1, height: 1, .filled(.blue), tip: text)
        canvas.group(tip: text) { $0.text(text, at: SVGPoint(0, 0)) }
        let reader = ElementReader()
        let parser = XMLParser(data: Data(canvas.svg().utf8))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.elements == ["svg", "title", "desc", "rect", "title", "g", "title", "text"])
        #expect(!canvas.svg().unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test("every colour of the series can be told from paper, and ink reads on it as the guidelines ask")
    func colours() {
        #expect(Set(SVGColour.series.map(\.code)).count == 7)
        for colour in [SVGColour.ink, .faintInk] {
            #expect(colour.contrast(on: .paper) >= 4.5)
            #expect(colour.contrast(on: .band) >= 4.5)
        }
        for colour in SVGColour.series { #expect(SVGColour.ink.contrast(on: colour.lighter(0.75)) >= 7) }
        #expect(SVGColour.series(0) == SVGColour.series(7))
        #expect(SVGColour.series(-1) == .yellow)
        #expect(SVGColour.blue.lighter(1) == .paper)
        #expect(SVGColour.ink.contrast(on: .ink) == 1)
    }

    @Test("no line of a broken text is wider than its room, and nothing is lost unless an ellipsis says so")
    func wrapping() {
        let text = "Cessation course for patients and relatives with sygdomsmestringsforløbskoordinator"
        for width in stride(from: 30.0, through: 300, by: 15) {
            let lines = TextWidth.wrapped(text, to: width, size: 11)
            #expect(lines.allSatisfy { TextWidth.of($0, size: 11) <= width })
            let letters = lines.joined().filter { $0 != " " && $0 != "-" }
            #expect(letters == text.filter { $0 != " " })
            let cut = TextWidth.wrapped(text, to: width, size: 11, lines: 2)
            #expect(cut.count <= 2)
            #expect(cut.allSatisfy { TextWidth.of($0, size: 11) <= width })
            #expect(cut == lines || cut.last?.hasSuffix("…") == true)
        }
        #expect(TextWidth.wrapped("", to: 10, size: 11) == [""])
        #expect(TextWidth.wrapped("ab", to: 0, size: 11).joined().filter { $0 != "-" } == "ab")
    }
}

/// Notes the names of elements in order.
private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
    }
}
