import Scenarios

/// Takes a notebook apart.
///
/// Only what Markdown itself calls a fenced block is one, so that a forge and this program read the same: a fence inside
/// a longer fence, in a comment or indented by four is text.
struct NotebookParser {
    private let text: NotebookLines
    private var document: NotebookDocument
    private var problems: [(NotebookProblem, Range<Int>)] = []
    private var next = 0
    private var proseStart: Int?
    /// The block that an output may follow.
    private var open: Int?

    /// - Returns: the notebook, or everything that is wrong with it, with its bytes.
    static func parse(_ bytes: [UInt8]) -> Result<NotebookDocument, NotebookProblems> {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            let start = NotebookFile.firstInvalidByte(of: bytes)
            return .failure(NotebookProblems([(.notText, start..<start + 1)]))
        }
        var parser = NotebookParser(NotebookLines(bytes))
        parser.run()
        // Then nothing else is told, as it might repeat the line.
        let personal = parser.personalLines
        guard personal.isEmpty else { return .failure(NotebookProblems(personal.map { (.personalNumber, $0) })) }
        guard parser.problems.isEmpty else { return .failure(NotebookProblems(parser.problems)) }
        return .success(parser.document)
    }

    private init(_ text: NotebookLines) {
        self.text = text
        document = NotebookDocument(text: text, frontMatter: .init(language: .en))
    }

    private mutating func run() {
        if let matter = FrontMatterReader.read(text, next: &next, problems: &problems) {
            document.frontMatter = matter
        } else if next == 0 || next >= text.lines.count {
            return
        }
        while next < text.lines.count {
            if let fence = Fence(next, in: text) {
                readFence(fence)
            } else if startsComment(next) {
                skipComment()
            } else {
                let indent = text.indent(of: next)
                if indent != nil { open = nil }
                if let indent, indent > 3, looksLikeBlock(next) {
                    document.warn(.indentedBlock, text.lines[next].content)
                }
                proseStart = proseStart ?? text.lines[next].whole.lowerBound
                next += 1
            }
        }
        endProse(at: text.bytes.count)
        var scanner = NumberLinkScanner(text)
        for range in document.prose { scanner.scan(range) }
        document.numbers = scanner.links
        problems += scanner.problems
        checkIDs()
    }

    /// The lines that hold something like a CPR number, outputs aside: those are written anew.
    private var personalLines: [Range<Int>] {
        let outputs = document.blocks.compactMap(\.output?.range)
        return text.lines.map(\.content).filter { line in
            PersonalData.holdsPersonalNumber(text.text(line)) && !outputs.contains { $0.contains(line.lowerBound) }
        }
    }

    private mutating func endProse(at end: Int) {
        if let start = proseStart { document.prose.append(start..<end) }
        proseStart = nil
    }

    // MARK: Comments

    private func startsComment(_ line: Int) -> Bool {
        guard let indent = text.indent(of: line), indent <= 3 else { return false }
        return text.bytes[text.lines[line].content].dropFirst(indent).starts(with: Array("<!--".utf8))
    }

    private mutating func skipComment() {
        endProse(at: text.lines[next].whole.lowerBound)
        while next < text.lines.count {
            let isLast = text.text(text.lines[next].content).contains("-->")
            next += 1
            if isLast { return }
        }
    }

    /// A fence of commands that is indented so far that it is none.
    private func looksLikeBlock(_ line: Int) -> Bool {
        let words = text.text(text.lines[line].content).trimmed
        return ["```sim", "~~~sim", "``` sim", "~~~ sim"].contains { words == $0 || words.hasPrefix($0 + " ") }
    }

    // MARK: Fences

    private mutating func readFence(_ fence: Fence) {
        let first = next
        endProse(at: text.lines[first].whole.lowerBound)
        next += 1
        var inner: [Int] = []
        while next < text.lines.count, !fence.isClosed(by: next, in: text) {
            inner.append(next)
            next += 1
        }
        guard next < text.lines.count else {
            problems.append((.openFence, text.lines[first].content))
            return
        }
        let end = text.lines[next].whole.upperBound
        next += 1
        switch fence.words.first.map({ text.text($0) }) {
        case "sim": addBlock(fence, first, inner, end: end)
        case "sim-output": addOutput(fence, first, inner, end: end)
        default: open = nil
        }
    }

    private mutating func addBlock(_ fence: Fence, _ first: Int, _ inner: [Int], end: Int) {
        var attributes = BlockAttributes()
        for word in fence.words.dropFirst() {
            do throws(NotebookProblem) {
                try attributes.read(text.text(word))
            } catch {
                problems.append((error, word))
            }
        }
        if attributes.error, attributes.skip { problems.append((.skipAndError, text.lines[first].content)) }
        document.blocks.append(
            .init(
                opening: text.lines[first].content, fence: fence, attributes: attributes,
                commands: inner.map { text.text(content(of: $0, without: fence.indent)) }, end: end,
                lineEnding: text.ending(of: first),
                isEnded: text.lines[next - 1].content.upperBound < text.lines[next - 1].whole.upperBound, output: nil))
        open = document.blocks.count - 1
    }

    private mutating func addOutput(_ fence: Fence, _ first: Int, _ inner: [Int], end: Int) {
        if fence.words.count > 1 {
            problems.append((.outputWithWords, fence.words[1]))
        }
        guard let block = open else {
            problems.append((.outputWithoutBlock, text.lines[first].content))
            return
        }
        open = nil
        document.blocks[block].output = .init(
            range: text.lines[first].whole.lowerBound..<end,
            lines: inner.map {
                let range = content(of: $0, without: fence.indent)
                return (text.text(range), range)
            })
    }

    /// A line of a block, less as many of its leading spaces as the block is indented by.
    private func content(of line: Int, without indent: Int) -> Range<Int> {
        let range = text.lines[line].content
        let spaces = text.bytes[range].prefix(indent).prefix { $0 == UInt8(ascii: " ") }.count
        return (range.lowerBound + spaces)..<range.upperBound
    }

    // MARK: Ids

    private mutating func checkIDs() {
        var seen: Set<String> = []
        for block in document.blocks {
            guard let id = block.attributes.id, !seen.insert(id).inserted else { continue }
            problems.append((.repeatedID(id), block.opening))
        }
        for link in document.numbers where !seen.contains(link.target.block) {
            problems.append(
                (
                    .unknownBlock(link.target.block, similar: Suggestions.closest(to: link.target.block, among: seen)),
                    link.targetRange
                ))
        }
    }
}

extension NotebookDocument {
    mutating func warn(_ problem: NotebookProblem, _ range: Range<Int>) { warnings.append((problem, range)) }
}

/// Everything that is wrong with a notebook, with the bytes it is about.
struct NotebookProblems: Error {
    var all: [(problem: NotebookProblem, range: Range<Int>)]

    init(_ all: [(NotebookProblem, Range<Int>)]) { self.all = all }

    /// As findings that point into the notebook, in the order of its lines.
    func diagnostics(_ name: String, _ bytes: [UInt8]) -> (findings: [Diagnostic], files: SourceFiles) {
        var files = SourceFiles()
        let source = files.add(name: name, bytes: bytes)
        let findings = all.map {
            Diagnostic(
                $0.problem, span: SourceSpan(source: source, start: $0.range.lowerBound, end: $0.range.upperBound))
        }
        return (findings.sortedByPlace(), files)
    }
}
