import Foundation
import Scenarios

/// Finds what can stand at the cursor, from the command table and the loaded scenario.
struct Completer {
    let session: Session

    /// The candidates for the word before the cursor. Everything is in memory: no file but a folder's listing is read.
    func complete(_ line: String, scalarsBeforeCursor: Int) -> Completion {
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(scalarsBeforeCursor)))
        guard let context = Context(before) else { return .none }
        let candidates = candidates(for: context)
        let beginning = Beginning(context.word)
        let matching = candidates.filter { beginning.fits($0.text) }
        let quoted = matching.map { candidate in
            var candidate = candidate
            candidate.label = candidate.label ?? candidate.text
            if let quote = context.quote {
                if candidate.endsWord { candidate.text.append(quote) }
            } else {
                candidate.text = Token.quoting(candidate.text)
            }
            return candidate
        }
        return Completion(replacedScalars: context.word.unicodeScalars.count, candidates: quoted)
    }

    /// The words of the command being typed and the unfinished one among them.
    private struct Context {
        /// Finished words of this command.
        var words: [Token]
        /// The part of the last word that is replaced, empty after a space.
        var word: String
        /// The open quote it stands in.
        var quote: Character?

        init?(_ before: String) {
            // A letter stands for the cursor, so that an empty word is a word too.
            let commands: [[Token]]
            var quote: Character?
            if let complete = try? Tokenizer.commands(in: before + "x") {
                commands = complete
            } else if let closed = try? Tokenizer.commands(in: before + "x\"") {
                commands = closed
                quote = "\""
            } else if let closed = try? Tokenizer.commands(in: before + "x'") {
                commands = closed
                quote = "'"
            } else {
                return nil
            }
            guard var current = commands.last, var last = current.popLast(), last.text.last == "x" else { return nil }
            last.text.removeLast()
            words = current
            word = last.text
            self.quote = quote
        }
    }

    private func candidates(for context: Context) -> [Completion.Candidate] {
        guard let first = context.words.first else { return commandNames(matching: context.word) }
        guard case .found(let command) = session.table.find(first.text, acceptingPrefixes: true) else { return [] }
        if context.word.hasPrefix("-") {
            return command.options.map { option in
                Completion.Candidate(text: "--" + option.name, label: option.usage(session.language))
            }
        }
        if command.name == "find", GoalWords.wantsMeasure(after: context.words.dropFirst()) {
            return session.measureCandidates(for: context.word)
        }
        var given = context.words.dropFirst()
        var places: [Token] = []
        while let token = given.popFirst() {
            if let option = command.option(String(token.text.drop { $0 == "-" })), token.text.hasPrefix("--"),
                let form = option.form
            {
                // The option's value is what is being typed.
                if given.isEmpty { return words(for: form, after: nil, context.word) }
                given.removeFirst()
            } else if !CommandParser.looksLikeOption(token.text) {
                places.append(token)
            }
        }
        return Self.expected(command.parameters, after: places).flatMap {
            ($0.mayFollowScenario && places.isEmpty ? words(for: .scenario, after: nil, context.word) : [])
                + words(for: $0.form, after: context.words.last, context.word)
        }
    }

    /// The parameters that can be next after these words: words that need not be there, up to one that takes any.
    private static func expected(_ parameters: [Parameter], after words: [Token]) -> [Parameter] {
        var rest = words[...]
        var given: Set<String> = []
        var next: [Parameter] = []
        for parameter in parameters {
            if case .keyword(let choices) = parameter.form {
                if let word = rest.first {
                    guard CommandParser.isKeyword(word, choices) else { continue }
                    given.insert(parameter.name)
                    rest.removeFirst()
                } else if parameter.follows.map(given.contains) ?? given.isEmpty {
                    next.append(parameter)
                }
                continue
            }
            if rest.isEmpty || parameter.repeats { return next + [parameter] }
            rest.removeFirst()
        }
        return next
    }

    /// Names in the session's language; the other language's when only they match.
    private func commandNames(matching word: String) -> [Completion.Candidate] {
        let key = String(Suggestions.folded(word))
        func matching(_ names: [String]) -> [String] {
            names.filter { String(Suggestions.folded($0)).hasPrefix(key) }
        }
        let own = matching(session.table.commands.map { $0.name(in: session.language) })
        let other: Language = session.language == .da ? .en : .da
        let names = own.isEmpty ? matching(session.table.commands.map { $0.name(in: other) }) : own
        return names.sorted().map { Completion.Candidate(text: $0) }
    }

    /// What a form of argument can be.
    private func words(
        for form: ArgumentForm, after previous: Token?, _ word: String
    ) -> [Completion.Candidate] {
        switch form {
        case .word(let choices), .keyword(let choices):
            choices.shown(session.language).map { Completion.Candidate(text: $0) }
        case .integer, .share, .text: []
        case .file: Self.files(beginning: word, withExtension: "json")
        case .logFile:
            Self.files(beginning: word, withExtension: "csv") + Self.files(beginning: word, withExtension: "xes")
        case .reportFile:
            Self.files(beginning: word, withExtension: "html") + Self.files(beginning: word, withExtension: "md")
        case .table: Self.files(beginning: word, withExtension: "csv")
        case .topic:
            commandNames(matching: "")
                + Topic.all.map { Completion.Candidate(text: $0.name(in: session.language)) }
        case .scenario: session.scenarioNames(beginning: word)
        case .duration: [Completion.Candidate(text: "auto")]
        case .contender:
            session.scenarioNames(beginning: word) + session.settingCandidates(for: word)
        case .walkCase:
            ScenarioLibrary.isFile(word)
                ? Self.files(beginning: word, withExtension: "json")
                : session.library.caseIDs.map { Completion.Candidate(text: $0) }
        case .citizen: session.citizenNames.map { Completion.Candidate(text: $0) }
        case .measure: session.measureCandidates(for: word)
        case .step: session.listCandidates
        case .scenarioOrStep: session.scenarioNames(beginning: word) + session.listCandidates
        case .plotted: session.plotCandidates(for: word)
        case .lever: session.pathCandidates(for: word) + session.labelCandidates(for: word)
        case .path: session.pathCandidates(for: word) + session.labelCandidates(for: word)
        case .shown:
            ShownView.allCases.map { Completion.Candidate(text: $0.name(in: session.language)) }
                + session.pathCandidates(for: word) + session.labelCandidates(for: word)
        case .grouping: session.attributeCandidates
        case .value: session.valueCandidates(for: previous?.text ?? "")
        case .setting: session.settingCandidates(for: word)
        }
    }
}

extension Completer {
    /// Files and folders that continue a path as typed; folders end in `/`.
    static func files(beginning word: String, withExtension wanted: String) -> [Completion.Candidate] {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let listed = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return listed.sorted().compactMap { name in
            var isFolder: ObjCBool = false
            let path = folder + name
            guard !name.hasPrefix("."), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                return nil
            }
            if isFolder.boolValue { return Completion.Candidate(text: path + "/", label: name + "/", endsWord: false) }
            return name.hasSuffix("." + wanted) ? Completion.Candidate(text: path, label: name) : nil
        }
    }
}

/// What a word begins with, without case and with Danish letters as aa, ae and oe too.
struct Beginning {
    private let bytes: [UInt8]

    init(_ word: String) { bytes = Array(String(Suggestions.folded(word)).utf8) }

    /// Whether a text begins so. No further than needed: there may be thousands of texts.
    func fits(_ text: String) -> Bool {
        var rest = bytes[...]
        for scalar in text.unicodeScalars {
            if rest.isEmpty { return true }
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                guard rest.removeFirst() == ((65...90).contains(byte) ? byte + 32 : byte) else { return false }
            } else {
                let folded = String(Suggestions.folded(String(scalar))).utf8
                guard zip(folded, rest).allSatisfy(==) else { return false }
                rest = rest.dropFirst(folded.count)
            }
        }
        return rest.isEmpty
    }
}
