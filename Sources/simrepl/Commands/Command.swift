import Scenarios

/// One command of the language: the only place that says what it is called, what it takes and what it does.
///
/// Parsing, completion, `help` and docs/commands.md are all made from it.
struct Command: Sendable {
    enum Group: CaseIterable, Sendable {
        case model, results, session
    }

    let name: String
    /// The Danish name, typed just as well.
    let alias: String
    let group: Group
    let parameters: [Parameter]
    let options: [Option]
    /// What it does, in one line without a full stop.
    let summary: Text
    /// What one may need to know to use it; paragraphs separated by empty lines.
    let details: Text
    /// Lines that work as they stand, in a session where the example municipality is loaded.
    let examples: [String]
    let body: @Sendable (Invocation, Session) throws(CommandFailure) -> Void

    init(
        _ name: String, _ alias: String, _ group: Group, parameters: [Parameter] = [], options: [Option] = [],
        summary: Text, details: Text, examples: [String],
        body: @escaping @Sendable (Invocation, Session) throws(CommandFailure) -> Void
    ) {
        self.name = name
        self.alias = alias
        self.group = group
        self.parameters = parameters
        self.options = options
        self.summary = summary
        self.details = details
        self.examples = examples
        self.body = body
    }

    func option(_ name: String) -> Option? { options.first { $0.name == name } }

    /// `run [SCENARIO] [--seed N] …`, in the words of a language.
    func usage(_ language: Language) -> String {
        let words = parameters.map { parameter in
            let word = parameter.placeholder[language] + (parameter.repeats ? "…" : "")
            let scenario = parameter.mayFollowScenario ? "[\(Texts.placeholderScenario[language])] " : ""
            return scenario + (parameter.isRequired ? word : "[\(word)]")
        }
        let options = options.map { "[\($0.usage(language))]" }
        return ([language == .da ? alias : name] + words + options).joined(separator: " ")
    }
}

/// What a word given to a command stands for: decides what is accepted and what Tab offers.
enum ArgumentForm: Equatable, Sendable {
    /// A shipped scenario's id, or a file (with `/` or ending in `.json`).
    case scenario
    /// A named citizen of the scenario.
    case citizen
    /// A shipped case's id, or a case file.
    case walkCase
    /// A dotted path into the scenario, or its label.
    case path
    /// What `show` can show: a path or a view.
    case shown
    /// The value of the path before it.
    case value
    /// `PATH=VALUE`.
    case setting
    /// An attribute, of a number with bands: `age:50,70`.
    case grouping
    /// A file to write.
    case file
    /// An event log to write, as CSV or XES.
    case logFile
    /// A report to write, as HTML or Markdown.
    case reportFile
    /// A table for a spreadsheet, `.csv`.
    case table
    /// One of these words, when another word follows it.
    case keyword(Choices)
    /// Any text.
    case text
    case integer(ClosedRange<Int>)
    /// A share: `5%` or `0.05`.
    case share(ClosedRange<Double>)
    /// `auto` or a duration.
    case duration
    /// A scenario, a saved result, or settings on the base.
    case contender
    /// A path, then the range it is varied over.
    case lever
    /// The name of a measure.
    case measure
    /// A step of the scenario.
    case step
    /// A scenario, or a step of the open one.
    case scenarioOrStep
    /// What `plot` can draw: a view, a series or a measure.
    case plotted
    case word(Choices)
    /// A command, a topic or any word to search for.
    case topic
}

/// A word that a command takes at its place.
struct Parameter: Equatable, Sendable {
    /// Under which `Invocation` gives it.
    let name: String
    let placeholder: Text
    let form: ArgumentForm
    let isRequired: Bool
    /// Takes all words that are left.
    let repeats: Bool
    /// The keyword it is offered after.
    let follows: String?
    /// Its first word may be a scenario: `Session.scenarioFirst`.
    let mayFollowScenario: Bool

    init(
        _ name: String, _ placeholder: Text, _ form: ArgumentForm, isRequired: Bool = false, repeats: Bool = false,
        follows: String? = nil, mayFollowScenario: Bool = false
    ) {
        self.mayFollowScenario = mayFollowScenario
        self.name = name
        self.placeholder = placeholder
        self.form = form
        self.isRequired = isRequired
        self.repeats = repeats
        self.follows = follows
    }
}

/// `--name VALUE` or, without a form, `--name`.
struct Option: Equatable, Sendable {
    let name: String
    let placeholder: Text?
    let form: ArgumentForm?
    let repeats: Bool
    let help: Text

    init(_ name: String, _ placeholder: Text? = nil, _ form: ArgumentForm? = nil, repeats: Bool = false, help: Text) {
        self.name = name
        self.placeholder = placeholder
        self.form = form
        self.repeats = repeats
        self.help = help
    }

    func usage(_ language: Language) -> String {
        "--" + name + (placeholder.map { " " + $0[language] } ?? "") + (repeats ? "…" : "")
    }
}

/// A command with the words it was given, checked against what it takes.
struct Invocation: Sendable {
    let command: Command
    /// The line the words were typed in.
    let line: CommandLine
    fileprivate(set) var words: [String: [Token]] = [:]
    fileprivate(set) var integers: [String: Int] = [:]
    fileprivate(set) var shares: [String: Double] = [:]

    init(command: Command, line: CommandLine) {
        self.command = command
        self.line = line
    }

    /// The word given for a parameter or option, or nil.
    subscript(_ name: String) -> Token? { words[name]?.first }
    /// All words given for one that repeats.
    func all(_ name: String) -> [Token] { words[name] ?? [] }
    func has(_ name: String) -> Bool { words[name] != nil }
    /// The checked number given for a parameter or option, or nil.
    func integer(_ name: String) -> Int? { integers[name] }
    /// The checked share given for an option, or nil.
    func share(_ name: String) -> Double? { shares[name] }

    /// Adds a word after checking it against its form.
    mutating func add(_ token: Token, as name: String, form: ArgumentForm) throws(CommandFailure) {
        switch form {
        case .integer(let allowed):
            guard let number = Int(token.text), allowed.contains(number) else {
                throw .notUnderstood(.notAWholeNumber(found: token.text, allowed: allowed), line.place(of: token))
            }
            integers[name] = number
        case .share(let allowed):
            guard let share = Self.share(token.text), allowed.contains(share) else {
                throw .notUnderstood(.notAShare(found: token.text, allowed: allowed), line.place(of: token))
            }
            shares[name] = share
        case .word(let choices) where !choices.accepted.contains(token.text):
            throw .notUnderstood(.notOneOf(found: token.text, allowed: choices.accepted), line.place(of: token))
        default: break
        }
        words[name, default: []].append(token)
    }

    /// `5%`, `5 %`, `0.05` or `0,05`.
    private static func share(_ text: String) -> Double? {
        let isPercent = text.hasSuffix("%")
        var digits = isPercent ? String(text.dropLast()) : text
        while digits.last == " " { digits.removeLast() }
        guard let number = Double(digits.replacing(",", with: ".")), number.isFinite else { return nil }
        return isPercent ? number / 100 : number
    }

    /// Gives an option that the command has and the line does not the value it has in this session.
    mutating func setDefault(_ number: Int, of option: Option) throws(CommandFailure) {
        guard command.option(option.name) != nil, !has(option.name), let form = option.form else { return }
        try add(Token(text: "\(number)", span: 0..<0), as: option.name, form: form)
    }

    mutating func addFlag(_ name: String) { words[name] = [] }
}
