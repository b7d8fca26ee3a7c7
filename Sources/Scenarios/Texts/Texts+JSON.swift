extension Texts {
    static let firstHere = Text(da: "står første gang her", en: "first written here")
    static let openedHere = Text(da: "begynder her", en: "opened here")

    /// The words for what is wrong with the text of a JSON file.
    static func json(_ problem: JSONProblem) -> Text {
        switch problem {
        case .fileTooLarge(let bytes, let limit): fileTooLarge(bytes: bytes, limit: limit)
        case .binary(let byte): notText(byte: byte)
        case .utf16: utf16
        case .invalidUTF8(let offset, let byte, let further): invalidUTF8(offset: offset, byte: byte, further: further)
        case .empty: emptyFile
        case .unexpected(let found, let expected): unexpected(found: found, expected: expected)
        case .unknownWord(let word, let suggestion): unknownWord(word, suggestion: suggestion)
        case .unquotedKey(let key): unquotedKey(key)
        case .singleQuotes: singleQuotes
        case .hashComment: hashComment
        case .missing(.comma): missingComma
        case .missing(.colon): missingColon
        case .wrongClose(let found, let expected, _): wrongClose(found: found, expected: expected)
        case .unclosed(let construct, _): unclosed(construct)
        case .unclosedString: unclosedString
        case .badNumber(let written, let fault): badNumber(written, fault)
        case .badEscape(let escape): badEscape(escape)
        case .loneSurrogate(let escape): loneSurrogate(escape)
        case .controlCharacter(let byte): controlCharacter(byte)
        case .tooDeep(let limit): tooDeep(limit: limit)
        case .duplicateKey(let key, _): duplicateKey(key)
        case .trailingContent: trailingContent
        case .tooManyErrors(let limit): tooManyErrors(limit: limit)
        }
    }

    private static func fileTooLarge(bytes: Int, limit: Int) -> Text {
        let found = NumberFormat.text(Double(bytes) / 1_048_576, digits: 1)
        let allowed = NumberFormat.text(Double(limit) / 1_048_576, digits: 0)
        return Text(
            da: "filen fylder \(found.da) MB; højst \(allowed.da) MB læses",
            en: "the file is \(found.en) MB; at most \(allowed.en) MB is read")
    }

    private static func notText(byte: UInt8) -> Text {
        Text(
            da: "filen er ikke en tekstfil: den indeholder byte \(byte)",
            en: "the file is not a text file: it contains byte \(byte)")
    }

    private static let utf16 = Text(
        da: "filen er gemt som UTF-16; gem den som UTF-8", en: "the file is saved as UTF-16; save it as UTF-8")

    private static func invalidUTF8(offset: Int, byte: UInt8, further: Int) -> Text {
        let hex = "0x" + String(byte, radix: 16, uppercase: true)
        let more = further == 0 ? Text(same: "") : Text(da: " (og \(further) steder til)", en: " (and \(further) more)")
        return Text(
            da: "byte \(hex) ved position \(offset) er ikke UTF-8\(more.da); gem filen som UTF-8",
            en: "byte \(hex) at offset \(offset) is not UTF-8\(more.en); save the file as UTF-8")
    }

    private static let emptyFile = Text(
        da: "filen er tom; et scenarie begynder med {", en: "the file is empty; a scenario begins with {")

    private static func unexpected(found: String, expected: JSONProblem.Expected) -> Text {
        let wanted =
            switch expected {
            case .value: Text(da: "en værdi", en: "a value")
            case .key: Text(da: "en nøgle i anførselstegn", en: "a key in double quotes")
            case .colon: Text(da: "kolon", en: "a colon")
            case .end: Text(da: "komma eller slut", en: "a comma or the end")
            }
        let quoted = Escaping.quoted(found)
        return Text(
            da: "uventet \(quoted); her skulle stå \(wanted.da)", en: "unexpected \(quoted); expected \(wanted.en)")
    }

    private static func unknownWord(_ word: String, suggestion: String?) -> Text {
        let quoted = Escaping.quoted(word)
        guard let suggestion else {
            return Text(
                da: "ordet \(quoted) er ingen værdi; tekst skrives i anførselstegn",
                en: "the word \(quoted) is no value; text is written in double quotes")
        }
        return Text(
            da: "ordet \(quoted) er ingen værdi; mente du \(suggestion)?",
            en: "the word \(quoted) is no value; did you mean \(suggestion)?")
    }

    private static func unquotedKey(_ key: String) -> Text {
        let quoted = Escaping.quoted(key)
        return Text(da: "nøglen skrives i anførselstegn: \(quoted)", en: "a key is written in double quotes: \(quoted)")
    }

    private static let singleQuotes = Text(
        da: "tekst skrives i dobbelte anførselstegn (\"), ikke enkelte (')",
        en: "text is written in double quotes (\"), not single ones (')")

    private static let hashComment = Text(
        da: "# er ingen kommentar her; skriv // eller /* */", en: "# is no comment here; write // or /* */")

    private static let missingComma = Text(da: "her mangler et komma", en: "a comma is missing here")
    private static let missingColon = Text(
        da: "her mangler et kolon efter nøglen", en: "a colon is missing here after the key")

    private static func wrongClose(found: String, expected: String) -> Text {
        Text(
            da: "\(found) afslutter intet her; der mangler \(expected)",
            en: "\(found) closes nothing here; expected \(expected)")
    }

    private static func unclosed(_ construct: JSONProblem.Construct) -> Text {
        switch construct {
        case .object: Text(da: "filen slutter, før objektets } er skrevet", en: "the file ends before the object's }")
        case .array: Text(da: "filen slutter, før listens ] er skrevet", en: "the file ends before the array's ]")
        case .comment:
            Text(da: "kommentaren slutter ikke; der mangler */", en: "the comment does not end; */ is missing")
        }
    }

    private static let unclosedString = Text(
        da: "teksten mangler sit afsluttende anførselstegn på linjen (linjeskift i tekst skrives \\n)",
        en: "the text lacks its closing quote on this line (a line break in a text is written \\n)")

    private static func badNumber(_ written: String, _ fault: JSONProblem.NumberFault) -> Text {
        let quoted = Escaping.terminalSafe(written)
        switch fault {
        case .decimalComma(let suggestion):
            return Text(
                da: "tal skrives med punktum som decimaltegn: \(suggestion), ikke \(quoted)",
                en: "a decimal point, not a comma: write \(suggestion), not \(quoted)")
        case .leadingPoint(let suggestion):
            return Text(
                da: "der mangler et ciffer før punktummet: skriv \(suggestion), ikke \(quoted)",
                en: "a digit is missing before the point: write \(suggestion), not \(quoted)")
        case .trailingPoint(let suggestion):
            return Text(
                da: "der mangler et ciffer efter punktummet: skriv \(suggestion), ikke \(quoted)",
                en: "a digit is missing after the point: write \(suggestion), not \(quoted)")
        case .leadingPlus(let suggestion):
            return Text(
                da: "et positivt tal skrives uden plus: \(suggestion), ikke \(quoted)",
                en: "a positive number has no plus sign: write \(suggestion), not \(quoted)")
        case .leadingZero(let suggestion):
            return Text(
                da: "et tal begynder ikke med 0: skriv \(suggestion), ikke \(quoted)",
                en: "a number has no leading zero: write \(suggestion), not \(quoted)")
        case .notFinite:
            return Text(
                da: "\(quoted) er intet tal i JSON; uden værdi skrives null",
                en: "\(quoted) is no number in JSON; write null for no value")
        case .tooLarge:
            return Text(
                da: "\(quoted) er for stort; det største tal er omkring 1.8e308",
                en: "\(quoted) is too large; the largest number is about 1.8e308")
        case .tooLong(let limit):
            return Text(
                da: "tallet \(quoted) har over \(limit) tegn",
                en: "the number \(quoted) has more than \(limit) characters")
        case .malformed:
            return Text(
                da: "\(quoted) er intet tal; skriv fx 12, 0.5 eller 1e6, og varigheder i anførselstegn: \"3d\"",
                en: "\(quoted) is no number; write e.g. 12, 0.5 or 1e6, and durations in quotes: \"3d\"")
        }
    }

    private static func badEscape(_ escape: String) -> Text {
        let quoted = Escaping.terminalSafe(escape)
        return Text(
            da: "\(quoted) betyder intet; en omvendt skråstreg skrives \\\\",
            en: "\(quoted) has no meaning; a backslash is written \\\\")
    }

    private static func loneSurrogate(_ escape: String) -> Text {
        let quoted = Escaping.terminalSafe(escape)
        return Text(
            da: "\(quoted) er et halvt tegn; det andet halve mangler (skriv tegnet selv)",
            en: "\(quoted) is half a character; the other half is missing (write the character itself)")
    }

    private static func controlCharacter(_ byte: UInt8) -> Text {
        let escape =
            byte == 9 ? "\\t" : "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return Text(
            da: "usynligt styretegn i teksten; skriv \(escape)",
            en: "invisible control character in the text; write \(escape)")
    }

    private static func tooDeep(limit: Int) -> Text {
        Text(
            da: "mere end \(limit) lister og objekter inden i hinanden",
            en: "more than \(limit) arrays and objects inside each other")
    }

    private static func duplicateKey(_ key: String) -> Text {
        let quoted = Escaping.quoted(key)
        return Text(da: "nøglen \(quoted) står to gange", en: "the key \(quoted) is written twice")
    }

    private static let trailingContent = Text(
        da: "filen fortsætter efter scenariets slutning", en: "the file goes on after the end of the scenario")

    private static func tooManyErrors(limit: Int) -> Text {
        Text(
            da: "\(limit) fejl fundet; resten af filen er ikke læst",
            en: "\(limit) errors found; the rest of the file was not read")
    }
}
