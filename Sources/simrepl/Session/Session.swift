import Foundation
import PathwaySim
import Scenarios

/// One person's work: the scenario with its changes, the last results, the language.
///
/// Stays on the thread that made it. The same session serves the prompt, a script, a pipe and the shell's arguments.
final class Session {
    let console: Console
    let table: CommandTable
    let library: ScenarioLibrary
    var language: Language
    /// The scenario that is worked on; nil until the first is needed.
    var loaded: Scenario? {
        didSet { completion = nil }
    }
    /// What completion needs to know of it; nil until it is asked.
    var completion: CompletionIndex?
    private(set) lazy var shippedNames = ShippedNames(library)
    /// What has been done to it, for undoing.
    var edits = Edits()
    /// The last results of the loaded scenario.
    var lastRun: RunReport?
    /// The result that was last kept against a crash.
    private var kept: KeptResult?
    /// The last results of any scenario, for saving.
    var lastReport: RunReport?
    /// What the last command that computed something found, for the numbers of a notebook.
    var lastFinding: Finding?
    /// The seed of commands that are given none; nil for the standard one.
    var seed: Int?
    /// Whether the commands are those of a notebook.
    var isNotebook = false
    /// The commands carried out, for making a notebook of them.
    var history = SessionHistory()
    /// Where the work at a prompt is kept against a crash; nil elsewhere.
    var sessionFile: SessionFile?
    /// The last comparison, for drawing and reporting.
    var lastComparison: ComparisonReport?
    /// The last sweep, for drawing and reporting.
    var lastSweep: SweepReport?
    /// The walk under way or the last one.
    var walk: WalkState?
    /// Where a walk is kept between sessions; nil when nothing is.
    var walkFile: WalkFile?
    /// Where answers come from: the same lines as commands. Opened when first needed.
    var source: (any InputSource)?
    var openSource: (() -> any InputSource)?
    /// Set by `quit`.
    var isOver = false

    init(console: Console, library: ScenarioLibrary, language: Language, table: CommandTable = .standard) {
        self.console = console
        self.library = library
        self.language = language
        self.table = table
    }

    /// The text in the session's language.
    func say(_ text: Text) -> String { text[language] }

    /// Replications up to which a result is kept against a crash: of very many writing them would hold up the prompt.
    private static let mostKeptReplications = 1_000

    /// Keeps the last result of the loaded scenario, once it has been shown.
    func keepResult() {
        guard sessionFile != nil, let report = lastRun, report.saved == nil, kept != KeptResult(report),
            report.result.replications <= Self.mostKeptReplications
        else { return }
        kept = KeptResult(report)
        sessionFile?.note(result: ReportJSON.file(report).json(withReplications: true))
    }

    // MARK: Carrying out commands

    /// Carries out the commands of a line in order; the first that fails ends the line.
    ///
    /// All are understood before the first is carried out, so that a slip at the end does not leave half a line done.
    func execute(_ commands: [[Token]], in line: CommandLine, acceptingPrefixes: Bool) -> ExitStatus {
        let parser = CommandParser(table: table, acceptsPrefixes: acceptingPrefixes)
        do throws(CommandFailure) {
            var invocations: [Invocation] = []
            for tokens in commands {
                var invocation = try parser.parse(tokens, in: line)
                if let seed { try invocation.setDefault(seed, of: .seed) }
                invocations.append(invocation)
            }
            for (tokens, invocation) in zip(commands, invocations) where !isOver {
                Interrupt.clear()
                history.begin(invocation, text: line.text(from: tokens))
                try invocation.command.body(invocation, self)
                history.succeed()
                sessionFile?.note(invocation.command.name, line.text(from: tokens))
            }
            return .done
        } catch {
            report(error)
            return error.status
        }
    }

    /// Says why a command failed, on standard error.
    func report(_ failure: CommandFailure) {
        switch failure {
        case .notUnderstood(let problem, let place), .failed(let problem, let place): report(problem, at: place)
        case .path(let problem, let place): report(problem, at: place)
        case .engine(let problem): report(problem, at: nil)
        case .findings(let diagnostics, let files):
            let renderer = DiagnosticRenderer(files: files, language: language, width: console.width)
            writeFinding(renderer.render(diagnostics))
        case .said: break
        case .interrupted: console.printError(say(Texts.interrupted))
        }
    }

    func report(_ problem: any DiagnosticFacts, at place: CommandLine.Place?) {
        var files = SourceFiles()
        var span: SourceSpan?
        if let place { (files, span) = place.source() }
        let renderer = DiagnosticRenderer(files: files, language: language, width: console.width)
        writeFinding(renderer.render(Diagnostic(problem, span: span)) + "\n")
    }

    /// At a terminal words are broken to the window; what the caret points into stays as it is. Elsewhere a finding's words
    /// are one line, which programs can read.
    private func writeFinding(_ text: String) {
        guard console.errorTerminal.isTerminal else { return console.writeError(text) }
        let width = console.errorTerminal.columns
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.prefixMatch(of: #/\ *[0-9]*\ \|\ /#) == nil
                ? DisplayWidth.wrapped(String(line), to: width) : [String(line)]
        }
        console.writeError(lines.joined(separator: "\n"))
    }
}

/// What tells one result from another: the same of all these gives the same numbers.
private struct KeptResult: Equatable {
    let scenario: ScenarioHash
    let reference: String
    let seed: UInt64
    let replications: Int
    let groupedBy: [String]
    let warmup: SimTime

    init(_ report: RunReport) {
        scenario = report.scenario.hash
        reference = report.scenario.reference
        seed = report.result.seed
        replications = report.result.replications
        groupedBy = report.groupedBy
        warmup = report.warmup
    }
}
