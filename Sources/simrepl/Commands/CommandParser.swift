import Scenarios

/// Turns the words of one command into an invocation of a command of the table.
struct CommandParser {
    let table: CommandTable
    /// Whether the beginning of a name is enough: for people, not for scripts, whose meaning must not change when a
    /// command is added.
    let acceptsPrefixes: Bool

    func parse(_ tokens: [Token], in line: CommandLine) throws(CommandFailure) -> Invocation {
        guard let first = tokens.first else { throw .notUnderstood(.nothingToDo, line.end) }
        let command = try command(first, in: line)
        var invocation = Invocation(command: command, line: line)
        var positional: [Token] = []
        var optionsEnded = false
        var rest = Self.joiningValue(Self.joiningPercents(tokens.dropFirst()), of: command)[...]
        while let token = rest.popFirst() {
            if optionsEnded || token.isQuoted || !Self.looksLikeOption(token.text) {
                positional.append(token)
            } else if token.text == "--" {
                optionsEnded = true
            } else {
                try parseOption(token, &rest, into: &invocation)
            }
        }
        try assign(positional, to: &invocation)
        return invocation
    }

    /// `80 %`, as Danish writes it, is one word.
    private static func joiningPercents(_ tokens: ArraySlice<Token>) -> [Token] {
        var joined: [Token] = []
        for token in tokens {
            if token.text == "%", !token.isQuoted, var last = joined.last, !last.isQuoted,
                last.text.last?.isNumber ?? false
            {
                last.text += "%"
                last.span = last.span.lowerBound..<token.span.upperBound
                joined[joined.count - 1] = last
            } else {
                joined.append(token)
            }
        }
        return joined
    }

    /// A value of several words is one, `14 days`, and so is an equals sign with what it stands before: `= 14`, `PATH= 14`.
    private static func joiningValue(_ words: [Token], of command: Command) -> [Token] {
        guard command.parameters.last?.form == .value, command.parameters.count == 2, words.count > 1,
            !words.contains(where: { $0.isQuoted || looksLikeOption($0.text) })
        else { return words }
        var path = words[0]
        var value = words[1]
        let isAssigned = path.text.hasSuffix("=")
        guard words.count > 2 || isAssigned else { return words }
        for (index, word) in words.enumerated().dropFirst(2) {
            value.text += (index == 2 && value.text == "=" ? "" : " ") + word.text
            value.span = value.span.lowerBound..<word.span.upperBound
        }
        if isAssigned {
            path.text.removeLast()
            path.span = path.span.lowerBound..<max(path.span.lowerBound, path.span.upperBound - 1)
            value.text = "=" + value.text
        }
        return [path, value]
    }

    /// `-3` is a number, `-` a word; everything else with a dash in front is an option.
    static func looksLikeOption(_ text: String) -> Bool {
        guard text.hasPrefix("-"), text.count > 1 else { return false }
        return Double(text) == nil && !(text.dropFirst().first?.isNumber ?? false)
    }

    static func isKeyword(_ token: Token, _ choices: Choices) -> Bool {
        !token.isQuoted && choices.accepted.contains { Suggestions.folded($0) == Suggestions.folded(token.text) }
    }

    private func command(_ token: Token, in line: CommandLine) throws(CommandFailure) -> Command {
        switch table.find(token.text, acceptingPrefixes: acceptsPrefixes) {
        case .found(let command): return command
        case .ambiguous(let names):
            throw .notUnderstood(.ambiguousCommand(token.text, names: names), line.place(of: token))
        case .unknown:
            throw .notUnderstood(
                .unknownCommand(token.text, similar: table.similar(to: token.text)), line.place(of: token))
        }
    }

    private func parseOption(
        _ token: Token, _ rest: inout ArraySlice<Token>, into invocation: inout Invocation
    ) throws(CommandFailure) {
        let line = invocation.line
        let command = invocation.command
        let body = token.text.drop { $0 == "-" }
        let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard token.text.hasPrefix("--"), let option = command.option(name) else {
            throw .notUnderstood(
                .unknownOption(token.text, command: command.name, known: command.options.map { "--" + $0.name }),
                line.place(of: token))
        }
        guard option.repeats || !invocation.has(name) else {
            throw .notUnderstood(.repeatedOption("--" + name), line.place(of: token))
        }
        guard let form = option.form else {
            guard parts.count == 1 else { throw .notUnderstood(.flagWithValue("--" + name), line.place(of: token)) }
            invocation.addFlag(name)
            return
        }
        var value = token
        if parts.count == 2 {
            value.text = String(parts[1])
        } else if let next = rest.first, next.isQuoted || !Self.looksLikeOption(next.text) {
            rest.removeFirst()
            value = next
        } else {
            throw .notUnderstood(
                .missingValue(option: "--" + name, placeholder: option.placeholder ?? Text(same: "")),
                line.place(of: token))
        }
        try invocation.add(value, as: name, form: form)
    }

    private func assign(_ positional: [Token], to invocation: inout Invocation) throws(CommandFailure) {
        let command = invocation.command
        var rest = positional[...]
        for parameter in command.parameters {
            if case .keyword(let words) = parameter.form {
                guard rest.count > 1, let token = rest.first, Self.isKeyword(token, words) else { continue }
                try invocation.add(token, as: parameter.name, form: parameter.form)
                rest.removeFirst()
                continue
            }
            if parameter.isRequired, rest.isEmpty {
                throw .notUnderstood(
                    .missingArgument(parameter.placeholder, usage: usage(command)), invocation.line.end)
            }
            repeat {
                guard let token = rest.popFirst() else { break }
                try invocation.add(token, as: parameter.name, form: parameter.form)
            } while parameter.repeats
        }
        if let extra = rest.first {
            throw .notUnderstood(
                .unexpectedArgument(extra.text, usage: usage(command)), invocation.line.place(of: extra))
        }
    }

    private func usage(_ command: Command) -> Text {
        Text(da: command.usage(.da), en: command.usage(.en))
    }
}
