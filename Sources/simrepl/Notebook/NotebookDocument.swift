import Scenarios

/// A notebook taken apart: what is carried out, what the tool owns, and the words between, each with its bytes.
struct NotebookDocument {
    /// What the first lines, between two lines of `---`, say.
    struct FrontMatter: Equatable {
        var language: Language
        var seed: Int?
        var units = NumberUnits.days
    }

    /// A block of commands with the output that follows it.
    struct Block {
        /// The opening line without its ending.
        var opening: Range<Int>
        var fence: Fence
        var attributes: BlockAttributes
        /// Each line of commands, without the block's indentation.
        var commands: [String]
        /// After the closing line and its ending.
        var end: Int
        /// What ends the opening line.
        var lineEnding: [UInt8]
        /// Whether the closing line has an ending: at the end of a file it may have none.
        var isEnded: Bool
        /// The `sim-output` block right after it.
        var output: Output?
    }

    /// What the tool wrote under a block.
    struct Output {
        /// From the opening line to the end of the closing one, with its ending.
        var range: Range<Int>
        /// The lines between, without the block's indentation, and where they are.
        var lines: [(text: String, range: Range<Int>)]
    }

    let text: NotebookLines
    var frontMatter: FrontMatter
    var blocks: [Block] = []
    /// Where words are: outside blocks, comments and the front matter.
    var prose: [Range<Int>] = []
    var numbers: [NumberLink] = []
    /// What does not prevent a run.
    var warnings: [(problem: NotebookProblem, range: Range<Int>)] = []
}
