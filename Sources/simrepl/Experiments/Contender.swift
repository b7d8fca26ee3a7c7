import PathwaySim
import Scenarios

/// One side of a comparison: a scenario that is yet to be run, or a result that was saved.
struct Contender: Sendable {
    /// What the words are taken from; nil when a saved result's scenario cannot be read any more or has changed since.
    var scenario: Scenario?
    /// The saved result; nil for a scenario that is to be run.
    var saved: ResultFile?
    /// What it differs from the base in, when it was given as settings.
    var changes: [SettingChange] = []
    /// What sets it apart from the base when it was not given as settings.
    var title: Text

    init(_ scenario: Scenario, changes: [SettingChange] = []) {
        self.scenario = scenario
        self.changes = changes
        title = scenario.safeTitle
    }

    init(_ file: ResultFile, of scenario: Scenario?) {
        self.scenario = scenario
        saved = file
        let name = file.label ?? file.scenarioTitle
        title = Texts.savedResult(
            file.label == nil ? scenario?.safeTitle ?? Text(same: name).safe : Text(same: name).safe)
    }

    var id: String { saved?.scenarioID ?? scenario?.id ?? "" }
    var hash: String { saved?.scenarioHash ?? scenario?.hash.hex ?? "" }
    var engineVersion: String { saved?.engineVersion ?? Version.current }

    var horizonDays: Double { (saved?.horizon ?? scenario?.model.horizon ?? .zero).days }
    var warmupDays: Double { (saved?.warmup ?? scenario?.model.warmup ?? .zero).days }
    /// The counted part of the run.
    var days: Double { horizonDays - warmupDays }
}

/// A word of a command that stands for one side of a comparison: a scenario, a saved result, or settings on the base.
struct ContenderWord {
    let token: Token
    let line: CommandLine

    init(_ token: Token, line: CommandLine) {
        self.token = token
        self.line = line
    }

    /// Whether it is settings: it has a `=`, and no `/` before it, which would make it a file.
    var isSettings: Bool {
        guard let mark = token.text.firstIndex(of: "=") else { return false }
        return !token.text[..<mark].contains("/")
    }

    /// The settings in the word: several are separated by spaces, and a label or value with spaces is quoted.
    func settings() throws(CommandFailure) -> [TypedSetting] {
        let commands: [[Token]]
        do {
            commands = try Tokenizer.commands(in: token.text)
        } catch {
            throw .notUnderstood(error.problem, line.place(of: token))
        }
        // Where the word is not quoted, or quoted as a whole, each setting has a place of its own.
        let quotes = token.span.count - token.text.utf8.count
        let offset = quotes == 0 ? 0 : 1
        var settings: [TypedSetting] = []
        for var part in commands.flatMap({ $0 }) {
            let (start, end) = (part.span.lowerBound + offset, part.span.upperBound + offset)
            part.span =
                quotes == 0 || quotes == 2
                ? (token.span.lowerBound + start)..<(token.span.lowerBound + end) : token.span
            settings.append(try TypedSetting(assignment: part, line: line))
        }
        return settings
    }

    /// The base with the word's settings.
    func variant(of base: Scenario) throws(CommandFailure) -> Contender {
        var editor = ScenarioEditor(base)
        var changes: [SettingChange] = []
        for setting in try settings() { changes.append(try setting.apply(to: &editor)) }
        return Contender(editor.scenario, changes: changes)
    }

    /// The scenario or saved result of this name.
    func named(in session: Session) throws(CommandFailure) -> Contender {
        switch try session.readAny(token.text) {
        case .scenario(let scenario): return Contender(scenario)
        case .result(let file, let scenario): return Contender(file, of: scenario)
        }
    }
}
