/// What the shell says about a command that cannot be carried out.
extension Texts {
    // MARK: The line

    public static func lineIsNotText(byte: Int) -> Text {
        Text(
            da: "linjen er ikke tekst (byte \(byte) er ikke UTF-8); den blev sprunget over",
            en: "the line is not text (byte \(byte) is not UTF-8); it was skipped")
    }

    public static func lineHoldsNul(byte: Int) -> Text {
        Text(
            da: "linjen indeholder et nultegn (byte \(byte)); den blev sprunget over",
            en: "the line holds a NUL character (byte \(byte)); it was skipped")
    }

    public static func lineIsTooLong(limit: Int) -> Text {
        Text(
            da: "linjen er længere end \(limit) byte; den blev sprunget over",
            en: "the line is longer than \(limit) bytes; it was skipped")
    }

    public static func unfinishedQuote(_ quote: String) -> Text {
        Text(
            da: "anførselstegnet \(quote) bliver aldrig lukket; sæt et \(quote) til sidst",
            en: "the quote \(quote) is never closed; put a \(quote) at the end")
    }

    public static let unfinishedBackslash = Text(
        da: "linjen slutter med \\, og der kommer ikke mere; fjern \\, eller skriv fortsættelsen",
        en: "the line ends with \\ and nothing follows; remove the \\ or write the rest")

    public static let noCommand = Text(
        da: "her er ingen kommando; skriv hjælp for at se dem alle",
        en: "there is no command here; type help to see them all")

    // MARK: The words

    public static func unknownCommand(_ name: String, similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        let first = Text(da: "kommandoen \(name) findes ikke", en: "there is no command \(name)")
        guard similar.isEmpty else { return first + didYouMean(similar) }
        return first + Text(da: "; skriv hjælp for at se dem alle", en: "; type help to see them all")
    }

    public static func ambiguousCommand(_ name: String, names: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) kan være \(joined(names, word: "eller")); skriv et bogstav mere",
            en: "\(name) can be \(joined(names, word: "or")); type one more letter")
    }

    public static func unknownOption(_ name: String, command: Text, known: [String], similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "\(command.da) kender ikke \(name)", en: "\(command.en) does not know \(name)")
            + (similar.isEmpty ? allowed(known) : didYouMean(similar))
    }

    public static func repeatedOption(_ name: String) -> Text {
        Text(da: "\(name) er givet to gange; behold den ene", en: "\(name) is given twice; keep one of them")
    }

    public static func flagWithValue(_ name: String) -> Text {
        Text(da: "\(name) tager ingen værdi; skriv kun \(name)", en: "\(name) takes no value; write \(name) alone")
    }

    public static func missingValue(option: String, placeholder: Text) -> Text {
        Text(
            da: "\(option) mangler sin værdi; skriv \(option) \(placeholder.da)",
            en: "\(option) lacks its value; write \(option) \(placeholder.en)")
    }

    public static func missingArgument(_ placeholder: Text, usage: Text) -> Text {
        Text(
            da: "her mangler \(placeholder.da); skriv \(usage.da)",
            en: "\(placeholder.en) is missing here; write \(usage.en)")
    }

    public static func unexpectedArgument(_ text: String, usage: Text) -> Text {
        let text = Escaping.quoted(text)
        return Text(
            da: "\(text) er et ord for meget; skriv \(usage.da)",
            en: "\(text) is one word too many; write \(usage.en)")
    }

    public static func notAWholeNumber(_ found: String, allowed: ClosedRange<Int>) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da: "\(found) er ikke et helt tal fra \(allowed.lowerBound) til \(allowed.upperBound)",
            en: "\(found) is not a whole number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }

    public static func notAShare(_ found: String, allowed: ClosedRange<Double>) -> Text {
        func percent(_ share: Double, _ language: Language) -> String {
            let text = NumberFormat.exact((share * 1000).rounded() / 10, language: language)
            return language == .da ? text + " %" : text + "%"
        }
        let found = Escaping.quoted(found)
        // What people write most: 5 % as a precision, 95 % as a level.
        let example = allowed.contains(0.05) ? 0.05 : allowed.contains(0.95) ? 0.95 : allowed.lowerBound
        return Text(
            da: "\(found) er ikke en andel fra \(percent(allowed.lowerBound, .da)) til "
                + "\(percent(allowed.upperBound, .da)); skriv for eksempel \(percent(example, .da))",
            en: "\(found) is not a share from \(percent(allowed.lowerBound, .en)) to "
                + "\(percent(allowed.upperBound, .en)); write \(percent(example, .en)), for example")
    }

    public static func notOneOf(_ found: String, allowed words: [String]) -> Text {
        let found = Escaping.quoted(found)
        return Text(da: "\(found) kan ikke bruges her", en: "\(found) cannot be used here") + allowed(words)
    }

    public static func notASetting(_ found: String) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da: "\(found) er ikke en indstilling; skriv STI=VÆRDI, for eksempel resources.clarifier.slotsPerWeek=12",
            en: "\(found) is not a setting; write PATH=VALUE, for example resources.clarifier.slotsPerWeek=12")
    }

    // MARK: What they were given

    public static let nothingToUndo = Text(
        da: "der er ingen ændring at fortryde", en: "there is no change to undo")

    public static let nothingToRedo = Text(
        da: "der er ingen fortrudt ændring at gentage", en: "there is no undone change to redo")

    public static func nothingChangedThere(_ path: String) -> Text {
        let path = Escaping.quoted(path)
        return Text(
            da: "\(path) er ikke ændret; skriv ændringer for at se, hvad der er",
            en: "\(path) has not been changed; type diff to see what has")
    }

    public static func unknownCitizen(_ name: String, known: [String], similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "scenariet har ingen navngiven borger \(name)", en: "the scenario has no named citizen \(name)")
            + (similar.isEmpty ? allowed(known) : didYouMean(similar))
    }

    public static func unknownAttribute(_ name: String, known: [String], similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "scenariet har ingen egenskab \(name)", en: "the scenario has no attribute \(name)")
            + (similar.isEmpty ? allowed(known) : didYouMean(similar))
    }

    public static func missingBands(_ name: String) -> Text {
        Text(
            da: "\(name) er et tal; skriv, hvor det skal deles, for eksempel \(name):50,70",
            en: "\(name) is a number; say where to divide it, for example \(name):50,70")
    }

    public static func bandsWithoutNumbers(_ name: String) -> Text {
        Text(
            da: "\(name) er ikke et tal og kan ikke deles; skriv kun \(name)",
            en: "\(name) is not a number and cannot be divided; write \(name) alone")
    }

    public static func badBands(_ text: String) -> Text {
        let text = Escaping.quoted(text)
        return Text(
            da: "\(text) er ikke stigende tal med komma imellem; skriv for eksempel 50,70",
            en: "\(text) is not ascending numbers with commas between; write 50,70, for example")
    }

    public static func unknownTopic(_ word: String, similar: [String]) -> Text {
        let word = Escaping.quoted(word)
        let first = Text(da: "hjælpen nævner ikke \(word)", en: "the help does not mention \(word)")
        guard similar.isEmpty else { return first + didYouMean(similar) }
        return first + Text(da: "; skriv hjælp for en oversigt", en: "; type help for an overview")
    }

    public static func fileExists(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) findes allerede; vælg et andet navn, eller skriv --force for at erstatte den",
            en: "\(name) exists already; choose another name, or write --force to replace it")
    }

    public static func unwritableOutput(_ name: String, reason: Text) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "\(name) kan ikke skrives: \(reason.da)", en: "\(name) cannot be written: \(reason.en)")
    }

    public static func unreadableInput(_ name: String, reason: Text) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "\(name) kan ikke læses: \(reason.da)", en: "\(name) cannot be read: \(reason.en)")
    }
}
