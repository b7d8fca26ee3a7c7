/// What the shell says about changes of a scenario.
extension Texts {
    /// `clarifying conversations: slots a week (resources.clarifier.slotsPerWeek): 10 → 14 slots a week`.
    public static func changed(_ change: SettingChange) -> Text {
        let label = Escaping.terminalSafe
        let unit = change.unit.map { Text(same: " ") + $0 } ?? Text(same: "")
        func line(_ language: Language) -> String {
            let name = change.label[language] == change.path ? "" : label(change.label[language]) + " "
            let place = name.isEmpty ? label(change.path) : name + "(" + label(change.path) + ")"
            let old = written(change.old, unit, language)
            let new = written(change.new, unit, language)
            // The unit is said once, behind the last value that is a number.
            let first = old.hasSuffix(unit[language]) && new.hasSuffix(unit[language]) && !unit[language].isEmpty
            return place + ": " + (first ? String(old.dropLast(unit[language].count)) : old) + " → " + new
        }
        return Text(da: line(.da), en: line(.en))
    }

    /// That a number was set outside the range that the scenario gives it.
    public static func outside(_ range: ClosedRange<Double>, path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        func ends(_ language: Language) -> String {
            [range.lowerBound, range.upperBound].map { NumberFormat.exact($0, language: language) }
                .joined(separator: "–")
        }
        return Text(
            da: "\(path) ligger uden for det, scenariet regner med (\(ends(.da))); er det ment sådan?",
            en: "\(path) lies outside what the scenario reckons with (\(ends(.en))); is that what you mean?")
    }

    private static func written(_ node: JSONNode?, _ unit: Text, _ language: Language) -> String {
        guard let node, !node.isNull else { return Text(da: "ikke sat", en: "not set")[language] }
        switch node.value {
        case .number(let number): return NumberFormat.exact(number, language: language) + unit[language]
        case .string(let text): return Escaping.terminalSafe(text)
        default: return Escaping.terminalSafe(JSONWriter.line(node))
        }
    }

    public static let changeIsAssumption = Text(da: "kilde: sat af brugeren", en: "source: set by the user")
    public static func changedTitle(_ title: Text) -> Text {
        Text(da: title.da + " (ændret)", en: title.en + " (changed)")
    }
    /// A file has been written.
    public static func written(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(da: "Skrevet i \(path).", en: "Written to \(path).")
    }

    public static func buildsOnItself(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da:
                "\(path) er en del af det, scenariet bygger på, og ville komme til at bygge på sig selv; vælg et andet navn",
            en: "\(path) is part of what the scenario builds on, and would come to build on itself; choose another name"
        )
    }
    public static let personalName = Text(
        da: "navnet på filen eller mappen ligner et CPR-nummer; giv den et andet navn først",
        en: "the name of the file or folder looks like a personal number (CPR); give it another name first")

    public static func saved(_ path: String, changes: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let count = plural(changes, da: "ændring", "ændringer", en: "change", "changes")
        return Text(da: "Gemt i \(path): \(count.da).", en: "Saved in \(path): \(count.en).")
    }
    public static let noChanges = Text(da: "Der er ingen ændringer.", en: "There are no changes.")
    public static let allChangesDropped = Text(
        da: "Alle ændringer er nulstillet.", en: "All changes have been dropped.")
    /// Another scenario was opened in place of one with changes.
    public static func openedInstead(_ id: String, of left: String) -> Text {
        let (id, left) = (Escaping.terminalSafe(id), Escaping.terminalSafe(left))
        return Text(da: "\(id) blev åbnet i stedet for \(left)", en: "\(id) was loaded in place of \(left)")
    }
    public static func changesLeft(_ id: String, _ count: Int) -> Text {
        let id = Escaping.terminalSafe(id)
        let changes = plural(count, da: "ændring", "ændringer", en: "change", "changes")
        return Text(
            da: "\(id) havde \(changes.da); fortryd henter den tilbage, som den var.",
            en: "\(id) had \(changes.en); undo brings it back as it was.")
    }
    public static func undone(_ change: Text) -> Text {
        Text(da: "Fortrudt: \(change.da)", en: "Undone: \(change.en)")
    }
    public static func redone(_ change: Text) -> Text {
        Text(da: "Gentaget: \(change.da)", en: "Redone: \(change.en)")
    }
}
