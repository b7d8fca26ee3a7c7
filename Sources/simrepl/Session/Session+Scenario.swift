import Foundation
import Scenarios

extension Session {
    /// What is loaded when nothing else has been asked for.
    static let exampleID = "kommune"

    /// The scenario with the changes made to it; the example municipality when none has been loaded.
    func scenario() throws(CommandFailure) -> Scenario {
        if let loaded { return loaded }
        let example = try read(Self.exampleID)
        open(example)
        return example
    }

    /// Reads a shipped scenario or a file.
    func read(_ name: String) throws(CommandFailure) -> Scenario {
        do throws(LoadFailure) {
            return try library.load(name)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }

    /// Reads a shipped scenario, a file of one, or a saved result.
    func readAny(_ name: String) throws(CommandFailure) -> ScenarioOrResult {
        do throws(LoadFailure) {
            return try library.open(name)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }

    /// Makes a scenario the one that is worked on.
    func open(_ scenario: Scenario) {
        edits = Edits()
        // What was set is not lost with the scenario it was set in.
        if let left = loaded, !left.changes.isEmpty {
            edits.add(.init(before: left, after: scenario, changes: [], opens: true))
            if console.terminal.isTerminal, isatty(STDIN_FILENO) == 1 {
                console.printWrapped(say(Texts.changesLeft(left.id, left.changes.count)))
            }
        }
        loaded = scenario
        lastRun = nil
    }

    /// Shows findings that do not prevent a run.
    func report(_ warnings: [Diagnostic], of scenario: Scenario) {
        guard !warnings.isEmpty else { return }
        report(.findings(warnings, scenario.files))
    }

    /// The scenario's id, with a star once it has been changed, and whether the last result is from before a change.
    var prompt: String {
        guard let loaded else { return "simrepl> " }
        let isStale = lastRun.map { $0.scenario.hash != loaded.hash } ?? false
        return Escaping.terminalSafe(loaded.id) + (loaded.changes.isEmpty ? "" : "*")
            + (isStale ? " [\(say(Texts.promptStale))]" : "") + "> "
    }

    /// The first screen: what is loaded and what to type.
    func greet() {
        do throws(CommandFailure) {
            let scenario = try scenario()
            let title = scenario.safeTitle
            // What stands before a colon is the name; the rest explains it.
            func name(_ text: String) -> String { String(text.prefix { $0 != ":" }) }
            let short = Text(da: name(title.da), en: name(title.en))
            let isInvented = scenario.id == Self.exampleID
            let hints = [Texts.greetingWalk, Texts.greetingStart, Texts.greetingRun, Texts.greetingQuit].map(say)
            let lines =
                DisplayWidth.wrapped(say(Texts.greeting(title: short, isInvented: isInvented)), to: console.width)
                + ColumnLayout.lines(hints, width: min(console.width, 80), gap: 6)
            // In a small window the beginning must not have scrolled away when it is read.
            if let rows = console.terminal.rows, lines.count >= rows {
                console.printWrapped(say(Texts.shortGreeting(title: short, isInvented: isInvented)))
                console.printWrapped(say(Texts.greetingStart), indent: "  ")
            } else {
                console.print(lines)
            }
        } catch {
            report(error)
        }
    }

    /// The path a word means in the scenario.
    func path(_ word: Token, in line: CommandLine) throws(CommandFailure) -> JSONPath {
        try path(word, of: try scenario(), in: line)
    }

    func path(_ word: Token, of scenario: Scenario, in line: CommandLine) throws(CommandFailure) -> JSONPath {
        do throws(JSONPathProblem) {
            let path = try JSONPath(parsing: word.text)
            _ = try scenario.document.node(at: path)
            return path
        } catch {
            throw .path(error, line.place(of: word))
        }
    }
}
