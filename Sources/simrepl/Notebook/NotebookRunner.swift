import Foundation
import Scenarios

/// Carries out a notebook in a session of its own.
struct NotebookRunner {
    let document: NotebookDocument
    let library: ScenarioLibrary
    /// Told which block begins, of how many.
    var progress: (Int, Int) -> Void = { _, _ in }

    /// Columns of what the commands write.
    static let width = 100
    /// Bytes that a block may say.
    static let longestOutput = 1 << 20

    private struct Edit {
        var range: Range<Int>
        var bytes: [UInt8]
    }

    /// - Parameter folder: the one the notebook is in.
    func run(in folder: String) throws(NotebookFile.Failure) -> NotebookRun {
        let place = try NotebookFolder(besides: folder)
        defer { place.leave() }
        let session = makeSession()
        var run = NotebookRun(bytes: document.text.bytes)
        var edits: [Edit] = []
        var sources: [String: NumberSource] = [:]
        for (index, block) in document.blocks.enumerated() where !block.attributes.skip {
            progress(index + 1, document.blocks.count)
            guard let said = carryOut(block, session, &run) else { return run }
            if let id = block.attributes.id {
                sources[id] = NumberSource(finding: session.lastFinding, scenario: session.loaded, output: said)
            }
            let shown = block.attributes.hide ? "" : said
            if let edit = edit(block, said: shown, &run) { edits.append(edit) }
            run.blocks += 1
        }
        for link in document.numbers {
            if let edit = edit(link, sources, &run) { edits.append(edit) }
        }
        run.drawings = place.drawings()
        run.bytes = apply(edits)
        return run
    }

    private func makeSession() -> Session {
        let session = Session(
            console: Console(keepingAt: Self.width), library: library, language: document.frontMatter.language)
        session.isNotebook = true
        return session
    }

    // MARK: Blocks

    /// What a block said; nil when the rest cannot be carried out.
    private func carryOut(_ block: NotebookDocument.Block, _ session: Session, _ run: inout NotebookRun) -> String? {
        session.seed = block.attributes.seed ?? document.frontMatter.seed
        session.lastFinding = nil
        let watch = NotebookWatch(seconds: block.attributes.timeout)
        var shell = Shell(session: session, manner: .block, source: BlockSource(block.commands))
        let status = shell.run()
        let hasExpired = watch.end()
        Interrupt.clear()
        let said = session.console.takeKept()
        if hasExpired, status == .interrupted {
            run.problems.append((.timedOut(seconds: block.attributes.timeout), block.opening))
        } else if status == .interrupted {
            run.isInterrupted = true
        } else if session.isOver {
            run.problems.append((.quits, block.opening))
        } else if said.utf8.count > Self.longestOutput {
            run.problems.append((.saidTooMuch(limit: Self.longestOutput), block.opening))
        } else if block.attributes.error, status == .done {
            run.problems.append((.didNotFail, block.opening))
            return said
        } else if !block.attributes.error, status != .done {
            run.problems.append((.failed(said: said), block.opening))
        } else {
            return said
        }
        return nil
    }

    /// How the output under a block must change; nil when it is as it should be.
    private func edit(_ block: NotebookDocument.Block, said: String, _ run: inout NotebookRun) -> Edit? {
        var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
        }
        while lines.last == "" { lines.removeLast() }
        let output = block.output
        guard !lines.isEmpty else { return output.map { Edit(range: $0.range, bytes: []) } }
        let written = output?.lines.map(\.text) ?? []
        if written == lines { return nil }
        do throws(MaskedOutput.Unmatched) {
            lines = try MaskedOutput(written: written, said: lines).merged()
        } catch {
            let ranges = error.lines.compactMap { output?.lines[$0].range }
            run.problems += ranges.map { (.maskWithoutMatch, $0) }
            return nil
        }
        if written == lines { return nil }
        let text = OutputBlock(block: block, lines: lines)
        guard let output else { return Edit(range: block.end..<block.end, bytes: text.inserted()) }
        let isEnded = document.text.bytes[..<output.range.upperBound].last == UInt8(ascii: "\n")
        return Edit(range: output.range, bytes: text.bytes(isEnded: isEnded))
    }

    // MARK: Numbers

    private func edit(
        _ link: NumberLink, _ sources: [String: NumberSource], _ run: inout NotebookRun
    ) -> Edit? {
        guard let source = sources[link.target.block] else {
            run.problems.append((.blockWithoutRun(link.target.block), link.targetRange))
            return nil
        }
        let matter = document.frontMatter
        let words = document.text.text(link.wordsRange)
        run.numbers += 1
        run.labels[document.text.text(link.targetRange)] = source.label(link.target.name)?[matter.language]
        do throws(NotebookProblem) {
            let text = try source.text(
                link.target, words: words, NumberText(language: matter.language, units: matter.units))
            // Words that an editor has broken over two lines are still the same words.
            let isSame = words.split(whereSeparator: \.isWhitespace) == text.split(whereSeparator: \.isWhitespace)
            return isSame ? nil : Edit(range: link.wordsRange, bytes: Array(text.utf8))
        } catch {
            run.problems.append((error, link.targetRange))
            return nil
        }
    }

    /// The notebook with all changes made.
    private func apply(_ edits: [Edit]) -> [UInt8] {
        var result: [UInt8] = []
        var done = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += document.text.bytes[done..<edit.range.lowerBound]
            result += edit.bytes
            done = edit.range.upperBound
        }
        return result + document.text.bytes[done...]
    }
}

/// The `sim-output` block that belongs under a block.
struct OutputBlock {
    let block: NotebookDocument.Block
    let lines: [String]

    /// With an empty line before it, for where there is none yet.
    func inserted() -> [UInt8] {
        (block.isEnded ? [] : block.lineEnding) + block.lineEnding + bytes(isEnded: block.isEnded)
    }

    /// - Parameter isEnded: whether the last line has an ending.
    func bytes(isEnded: Bool) -> [UInt8] {
        // Longer than any run of the mark at the beginning of a line, which would close it.
        let runs = lines.map { $0.drop { $0 == " " }.utf8.prefix { $0 == block.fence.mark }.count }
        let fence = [UInt8](repeating: block.fence.mark, count: max(3, (runs.max() ?? 0) + 1))
        let indent = [UInt8](repeating: UInt8(ascii: " "), count: block.fence.indent)
        var result = indent + fence + Array("sim-output".utf8) + block.lineEnding
        for line in lines { result += (line.isEmpty ? [] : indent) + Array(line.utf8) + block.lineEnding }
        return result + indent + fence + (isEnded ? block.lineEnding : [])
    }
}
