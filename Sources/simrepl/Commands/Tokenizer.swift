/// A word of a command, as typed.
struct Token: Equatable, Sendable {
    /// The word with quotes and backslashes resolved.
    var text: String
    /// Bytes of the line it was written in, quotes included.
    var span: Range<Int>
    /// Whether any of it was quoted: then it is never an option.
    var isQuoted = false
}

/// Turns a line into commands of words.
///
/// Words are separated by white space and commands by `;`; `note` takes the whole line. A `#` at the start of a word begins a comment. A quote at
/// the start of a word or right after its first `=` runs to its partner, over line ends too; elsewhere it is a letter,
/// so `Albert's` needs no care. A backslash takes the next character as it is, except between single quotes, and joins
/// two lines at the end of one.
struct Tokenizer {
    /// Where a line ends too early. More input may complete it.
    enum Unfinished: Error, Equatable {
        /// The quote that opened at this byte has no partner.
        case quote(Character, at: Int)
        /// The line ends with a backslash, at this byte.
        case backslash(at: Int)

        var position: Int {
            switch self {
            case .quote(_, let position), .backslash(let position): position
            }
        }
    }

    private let characters: [(character: Character, offset: Int)]
    private let length: Int
    private var index = 0

    private init(_ line: String) {
        var offset = 0
        characters = line.map { character in
            defer { offset += character.utf8.count }
            return (character, offset)
        }
        length = line.utf8.count
    }

    /// The commands of a line, empty ones left out. O(line).
    static func commands(in line: String) throws(Unfinished) -> [[Token]] {
        var tokenizer = Tokenizer(line)
        var commands: [[Token]] = [[]]
        while let piece = try tokenizer.next() {
            switch piece {
            case .separator(let span):
                if takesWholeLine(commands[commands.count - 1]) {
                    commands[commands.count - 1].append(Token(text: ";", span: span))
                } else {
                    commands.append([])
                }
            case .word(let token): commands[commands.count - 1].append(token)
            }
        }
        return commands.filter { !$0.isEmpty }
    }

    /// A note is a sentence as people type it, semicolons included: of an agreement they come before who and when.
    private static func takesWholeLine(_ command: [Token]) -> Bool {
        guard let name = command.first, command.count > 1 else { return false }
        return !name.isQuoted && ["note", "notat"].contains(name.text.lowercased())
    }

    private enum Piece {
        case word(Token)
        case separator(Range<Int>)
    }

    private mutating func next() throws(Unfinished) -> Piece? {
        skipBlanks()
        guard index < characters.count else { return nil }
        if characters[index].character == ";" {
            let start = characters[index].offset
            index += 1
            return .separator(start..<(start + 1))
        }
        return .word(try word())
    }

    /// Skips white space, comments and joined lines.
    private mutating func skipBlanks() {
        while index < characters.count {
            let character = characters[index].character
            if character.isWhitespace {
                index += 1
            } else if character == "#" {
                while index < characters.count, !characters[index].character.isNewline { index += 1 }
            } else if character == "\\", index + 1 < characters.count, characters[index + 1].character.isNewline {
                index += 2
            } else {
                return
            }
        }
    }

    private mutating func word() throws(Unfinished) -> Token {
        let start = characters[index].offset
        var text = ""
        var isQuoted = false
        var quoteMayOpen = true
        while index < characters.count {
            let (character, offset) = characters[index]
            if character.isWhitespace || character == ";" { break }
            index += 1
            switch character {
            case "\\":
                guard index < characters.count else { throw .backslash(at: offset) }
                let escaped = characters[index].character
                index += 1
                // A joined line ends the word: the next line begins a new one.
                if escaped.isNewline { return token(text, from: start, to: offset, isQuoted) }
                text.append(escaped)
                quoteMayOpen = false
            case "\"" where quoteMayOpen, "'" where quoteMayOpen:
                text += try quoted(by: character, openedAt: offset)
                isQuoted = true
            case "=" where !text.contains("="):
                text.append(character)
                quoteMayOpen = true
            default:
                text.append(character)
                quoteMayOpen = false
            }
        }
        return token(text, from: start, to: index < characters.count ? characters[index].offset : length, isQuoted)
    }

    private func token(_ text: String, from start: Int, to end: Int, _ isQuoted: Bool) -> Token {
        Token(text: text, span: start..<end, isQuoted: isQuoted)
    }

    /// The text up to the closing quote, which is passed.
    private mutating func quoted(by quote: Character, openedAt start: Int) throws(Unfinished) -> String {
        var text = ""
        while index < characters.count {
            let character = characters[index].character
            index += 1
            if character == quote { return text }
            if character == "\\", quote == "\"", index < characters.count {
                let escaped = characters[index].character
                index += 1
                if escaped.isNewline { continue }
                text.append(escaped)
            } else {
                text.append(character)
            }
        }
        throw .quote(quote, at: start)
    }
}

extension Token {
    /// A word written so that the tokenizer reads it back as it is; quoted only where it must be.
    static func quoting(_ text: String) -> String {
        let plain =
            !text.isEmpty && text.first != "#" && text.first != "\"" && text.first != "'"
            && !text.contains("=\"") && !text.contains("='")
            && !text.contains { $0.isWhitespace || $0 == ";" || $0 == "\\" }
        if plain { return text }
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }

    /// Shell arguments as a line and its words: what was one argument stays one word.
    static func line(of arguments: [String]) -> (line: String, tokens: [Token]) {
        var line = ""
        var tokens: [Token] = []
        for argument in arguments {
            if !line.isEmpty { line += " " }
            let start = line.utf8.count
            line += quoting(argument)
            tokens.append(Token(text: argument, span: start..<line.utf8.count))
        }
        return (line, tokens)
    }
}
