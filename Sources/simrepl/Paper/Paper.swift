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
        /// Numbers drawn, with the same as a table.
        case figure(Chart)
        /// Things of one kind, of which a reader at a screen looks at one at a time.
        case choice(String, [(name: String, blocks: [Block])])
        /// Results computed beforehand for each value of one or two levers; a reader at a screen moves the levers.
        case levers([Lever], [LeverCell])
        /// Empty lines to write on.
        case writingLines(Int)
        /// To be cut out.
        case card(title: String, question: String, choices: [String])
        case pageBreak
    }

    struct Lever {
        let label: String
        let values: [String]
    }

    struct LeverCell {
        /// Index of the value of each lever.
        let point: [Int]
        let blocks: [Block]
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
            case .figure(let chart): chart.isEmpty
            case .choice(_, let options): options.isEmpty
            case .table(_, let rows): rows.isEmpty
            default: false
            }
        }
        if !isEmpty { blocks += [.heading(heading)] + content }
    }
}

extension Paper {
    /// `Slots a week 12, groups 3`.
    static func name(of cell: LeverCell, _ levers: [Lever]) -> String {
        zip(levers, cell.point).map { lever, index in
            "\(lever.label): \(lever.values.indices.contains(index) ? lever.values[index] : "")"
        }.joined(separator: ", ")
    }
}
