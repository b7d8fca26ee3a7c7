/// A document to print: headings, words, tables and pictures in reading order, before it is HTML or Markdown.
///
/// The words are plain; whoever writes the file escapes them, so that nothing a room typed can become markup.
struct Paper {
    enum Block {
        /// A part of the document.
        case heading(String)
        /// Within a part.
        case subheading(String)
        case paragraph(String)
        /// A paragraph that must be seen.
        case notice(String)
        case list([String])
        /// Choices with the numbers a room says aloud.
        case numbered([String])
        case table(head: [String], rows: [[String]])
        /// A drawing, and the same in characters for where a drawing cannot stand.
        case picture(SVGCanvas, text: [String])
        /// Empty lines to write on.
        case writingLines(Int)
        /// To be cut out.
        case card(title: String, question: String, choices: [String])
        case pageBreak
    }

    let title: String
    /// `da` or `en`.
    let language: String
    var blocks: [Block] = []

    /// A part with its heading; nothing when there is nothing to say.
    mutating func part(_ heading: String, _ content: [Block]) {
        let isEmpty = content.allSatisfy {
            switch $0 {
            case .list(let items), .numbered(let items): items.isEmpty
            case .table(_, let rows): rows.isEmpty
            default: false
            }
        }
        if !isEmpty { blocks += [.heading(heading)] + content }
    }
}
