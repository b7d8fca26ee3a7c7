import Foundation
import Scenarios

/// What a `notebook` command does with one notebook.
struct NotebookWork {
    let session: Session
    let name: String

    /// A notebook read and carried out.
    struct Done {
        var file: NotebookFile
        var document: NotebookDocument
        var run: NotebookRun
        /// The folder it is in.
        var folder: String { (file.path as NSString).deletingLastPathComponent }
    }

    /// Why it did not work, as it was said.
    enum Failure: Error {
        case said(String)
        case interrupted
    }

    // MARK: Carrying out

    /// Reads and carries out; says what is wrong.
    func carryOut() throws(Failure) -> Done {
        let file: NotebookFile
        do throws(NotebookFile.Failure) {
            file = try NotebookFile(reading: name)
        } catch {
            throw failure(error, isReading: true)
        }
        let document: NotebookDocument
        switch NotebookParser.parse(file.bytes) {
        case .success(let parsed): document = parsed
        case .failure(let problems): throw say(problems, file.bytes)
        }
        _ = say(NotebookProblems(document.warnings), file.bytes)
        let showsProgress = session.console.errorTerminal.canEdit
        let runner = NotebookRunner(document: document, library: session.library) { block, count in
            guard showsProgress else { return }
            let text = Texts.notebookProgress(name, block: block, of: count)[session.language]
            session.console.writeError(
                "\r\u{1B}[K" + DisplayWidth.truncated(text, to: session.console.errorTerminal.columns - 1))
        }
        defer { if showsProgress { session.console.writeError("\r\u{1B}[K") } }
        let run: NotebookRun
        do throws(NotebookFile.Failure) {
            run = try runner.run(in: (file.path as NSString).deletingLastPathComponent)
        } catch {
            throw failure(error, isReading: true)
        }
        if run.isInterrupted { throw .interrupted }
        guard run.problems.isEmpty else { throw say(NotebookProblems(run.problems), file.bytes) }
        return Done(file: file, document: document, run: run)
    }

    // MARK: run

    /// Puts the outputs, numbers and drawings in their places.
    func update() throws(Failure) {
        let done = try carryOut()
        var changed = done.run.bytes != done.file.bytes
        let drawings = done.run.drawings.filter { existing($0.name, done) != $0.bytes }
        for drawing in drawings where !mayReplace(drawing.name, done) {
            throw say(NotebookProblems([(.notOurDrawing(drawing.name), 0..<0)]), done.file.bytes)
        }
        for drawing in drawings {
            changed = true
            if let code = AtomicFile.write(drawing.bytes, to: done.folder + "/" + drawing.name) {
                throw said(CommandProblem.unwritableOutput(name: drawing.name, reason: Texts.systemError(code)))
            }
        }
        if done.run.bytes != done.file.bytes {
            do throws(NotebookFile.Failure) {
                try done.file.replace(with: done.run.bytes)
            } catch {
                throw failure(error, isReading: false)
            }
        }
        let text = changed ? Texts.notebookWritten : Texts.notebookUnchanged
        session.console.printWrapped(
            session.say(text(Escaping.terminalSafe(name), done.run.blocks, done.run.numbers)))
    }

    private func existing(_ drawing: String, _ done: Done) -> [UInt8]? {
        FileManager.default.contents(atPath: done.folder + "/" + drawing).map(Array.init)
    }

    private func mayReplace(_ drawing: String, _ done: Done) -> Bool {
        let path = done.folder + "/" + drawing
        return !FileManager.default.fileExists(atPath: path) || NotebookFolder.isOwnDrawing(path)
    }

    // MARK: check

    /// Compares with what carrying out would write; nothing is written.
    func check() throws(Failure) {
        let done = try carryOut()
        var text = UnifiedDiff.text(
            done.file.bytes, done.run.bytes, name: name, newName: session.say(Texts.notebookAsItRuns(name)))
        for drawing in done.run.drawings where existing(drawing.name, done) != drawing.bytes {
            text += session.say(Texts.notebookDrawingDiffers(Escaping.terminalSafe(drawing.name))) + "\n"
        }
        guard text.isEmpty else {
            let isSeen = session.console.terminal.isTerminal
            text = Self.withoutPersonalNumbers(text)
            session.console.write(isSeen ? Self.safe(text) : text)
            session.console.printError(session.say(Texts.notebookDiffers(Escaping.terminalSafe(name))))
            throw .said(text)
        }
        session.console.printWrapped(
            session.say(Texts.notebookInOrder(Escaping.terminalSafe(name), done.run.blocks, done.run.numbers)))
    }

    /// An output that somebody has written in by hand may hold one.
    private static func withoutPersonalNumbers(_ text: String) -> String {
        guard PersonalData.holdsPersonalNumber(text) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { PersonalData.holdsPersonalNumber(String($0)) ? $0.prefix(1) + "[..]" : $0 }
            .joined(separator: "\n")
    }

    /// For a terminal: what a notebook holds must not move its cursor. Elsewhere the difference is exact.
    private static func safe(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false)
                    .map { Escaping.terminalSafe(String($0)) }.joined(separator: "\t")
            }
            .joined(separator: "\n")
    }

    // MARK: Saying

    private func said(_ problem: any DiagnosticFacts) -> Failure {
        session.report(problem, at: nil)
        return .said(problem.text[session.language])
    }

    /// - Parameter path: the file it is about; nil for the notebook.
    func failure(_ failure: NotebookFile.Failure, isReading: Bool, named path: String? = nil) -> Failure {
        switch failure {
        case .system(let reason) where isReading:
            said(CommandProblem.unreadableInput(name: path ?? name, reason: reason))
        case .system(let reason): said(CommandProblem.unwritableOutput(name: path ?? name, reason: reason))
        case .problem(let problem): say(NotebookProblems([(problem, 0..<0)]), [])
        }
    }

    func say(_ problems: NotebookProblems, _ bytes: [UInt8]) -> Failure {
        let (findings, files) = problems.diagnostics(Escaping.terminalSafe(name), bytes)
        let renderer = DiagnosticRenderer(files: files, language: session.language, width: session.console.width)
        let text = renderer.render(findings)
        session.console.writeError(text)
        return .said(text)
    }
}
