import Foundation
import Scenarios

/// A report in both languages as one HTML file: nothing fetched, readable without its script, on paper and by ear.
///
/// The script only hides and shows what is already there: the other language, one of several drawings, the results of
/// the chosen values; and it says the value under the pointer. Its hash stands in the page's security policy, so no
/// other script can run, whatever a scenario's texts hold.
enum ReportPage {
    /// - Parameter papers: the same report in each language; the first is shown first.
    static func html(_ papers: [Paper]) -> String {
        guard let first = papers.first else { return "" }
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash(ReportScript.text))'; base-uri 'none';"
            + " form-action 'none'"
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(escaped(first.language))\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(escaped(first.title))</title>", "<style>\n\(PaperHTML.style)\(style)</style>", "</head>",
            "<body>",
        ]
        if papers.count > 1 { lines += languages(papers) }
        lines.append("<main>")
        for (index, paper) in papers.enumerated() {
            // Without its script the page is in the first language only.
            lines.append(
                "<article lang=\"\(escaped(paper.language))\" data-title=\"\(escaped(paper.title))\""
                    + "\(index > 0 ? " hidden" : "")>")
            lines += article(paper)
            lines.append("</article>")
        }
        lines += ["</main>", "<script>\(ReportScript.text)</script>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text) }

    private static func languages(_ papers: [Paper]) -> [String] {
        ["<nav class=\"languages\" hidden>"]
            + papers.enumerated().map { index, paper in
                let name = Texts.reportLanguage[Language(rawValue: paper.language) ?? .en]
                return "<button type=\"button\" data-language=\"\(escaped(paper.language))\""
                    + " lang=\"\(escaped(paper.language))\" aria-pressed=\"\(index == 0)\">\(escaped(name))</button>"
            } + ["</nav>"]
    }

    private static func article(_ paper: Paper) -> [String] {
        var writer = PaperHTML(prefix: paper.language, hasAnchors: true)
        var body: [String] = []
        for block in paper.blocks { body += writer.html(block) }
        let language = Language(rawValue: paper.language) ?? .en
        let contents =
            ["<nav class=\"contents\" aria-label=\"\(escaped(Texts.reportContents[language]))\"><ul>"]
            + writer.headings.enumerated().map {
                "<li><a href=\"#\(escaped(paper.language))-\($0.offset + 1)\">\(escaped($0.element))</a></li>"
            } + ["</ul></nav>"]
        return ["<h1>\(escaped(paper.title))</h1>"] + (writer.headings.count > 2 ? contents : []) + body
    }

    private static func hash(_ text: String) -> String {
        Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
    }

    private static let style = """
        main { max-width: 54rem; }
        [hidden] { display: none; }
        .languages { max-width: 54rem; margin: 0 auto; padding: 1rem 1.5rem 0; text-align: right; }
        button, select, input { font: inherit; }
        select { max-width: 100%; }
        button { border: 1px solid #5a6268; background: #fff; color: #212529; padding: .25em .8em; cursor: pointer; }
        button[aria-pressed="true"] { background: #212529; color: #fff; }
        a { color: #005a8c; }
        a:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible, summary:focus-visible,
        .wide:focus-visible { outline: 3px solid #d55e00; outline-offset: 2px; }
        .contents ul { display: flex; flex-wrap: wrap; gap: .2em 1.2em; list-style: none; padding: 0; }
        table { font-variant-numeric: tabular-nums; }
        .wide table { min-width: 38rem; }
        .wide tbody th { min-width: 10rem; }
        .wide td { white-space: nowrap; }
        .wide > svg { min-width: 56rem; }
        figcaption { font-weight: bold; margin-bottom: .3em; }
        figure.chart { margin: 1.2em 0; max-width: 44rem; }
        .numbers { font-size: .9em; }
        summary { cursor: pointer; color: #495057; }
        .choice > label, .levers label { display: block; margin: .6em 0; }
        .levers input { width: min(24rem, 100%); display: block; }
        .levers, .choice { border-left: 4px solid #ced4da; padding-left: 1em; margin: 1em 0; }
        td, th { overflow-wrap: anywhere; }
        thead th, .wide td, .wide th { overflow-wrap: normal; }
        .tip { position: fixed; z-index: 2; max-width: 20rem; background: #212529; color: #fff; padding: .3em .6em;
          font-size: .9em; pointer-events: none; border-radius: 3px; }
        @media screen and (max-width: 40rem) {
          main { padding: 1rem; } .levers, .choice { padding-left: .6em; }
          figure.chart { overflow-x: auto; } figure.chart > svg { min-width: 34rem; }
        }
        @media print {
          body { font-size: 9.5pt; }
          .languages, .contents, .numbers, .tip, .choice > label { display: none; }
          .wide { overflow: visible; } .wide > svg, .wide table { min-width: 0; }
          .levers, .choice { border-left: 0; padding-left: 0; }
        }

        """
}
