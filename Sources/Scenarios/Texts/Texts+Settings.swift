extension Texts {
    /// What a number that was typed is an assumption about.
    static let setByUser = Text(da: "sat af brugeren", en: "set by the user")

    /// The words for a setting that cannot be made.
    static func setting(_ problem: SettingProblem) -> Text {
        switch problem {
        case .unknownPath(let path, let close):
            let path = Escaping.quoted(path)
            let hint = close.isEmpty ? Text(same: "") : didYouMean(close)
            return Text(da: "der er ingen indstilling \(path)", en: "there is no setting \(path)") + hint
        case .ambiguous(let label, let paths):
            let label = Escaping.quoted(label)
            return Text(da: "\(label) kan betyde flere ting", en: "\(label) can mean several things") + allowed(paths)
        case .notRelative(let path, let current):
            let (path, current) = (Escaping.quoted(path), Escaping.terminalSafe(current))
            return Text(
                da: "\(path) er \(current) og kan ikke ændres med + eller -; skriv den nye værdi",
                en: "\(path) is \(current) and cannot be changed with + or -; write the new value")
        case .smallerThanAStep(let path, let current):
            let (path, current) = (Escaping.quoted(path), Escaping.terminalSafe(current))
            return Text(
                da:
                    "\(path) er \(current) og ændres kun i hele skridt; ændringen er mindre end et. Skriv den nye værdi, "
                    + "for tider gerne i dage",
                en:
                    "\(path) is \(current) and changes in whole steps only; the change is smaller than one. Write the new "
                    + "value, spans perhaps in days")
        case .thousandOrDecimal(let written):
            let whole = written.filter(\.isNumber)
            func exact(_ language: Language) -> String {
                let value = Double(written.replacing(",", with: ".")) ?? 0
                return value == value.rounded()
                    ? NumberFormat.decimal(value, digits: 1, language: language)
                    : NumberFormat.exact(value, language: language)
            }
            return Text(
                da: "\(written) kan være \(whole) eller et decimaltal; skriv \(whole) eller \(exact(.da))",
                en: "\(written) may be \(whole) or a decimal number; write \(whole) or \(exact(.en))")
        case .emptyValue(let allowed):
            return Text(da: "der mangler en værdi; skriv \(allowed.da)", en: "a value is missing; write \(allowed.en)")
        case .impossible(let value): return impossible(value)
        case .onlyTheNumber(let number, let unit):
            let counted = unit.map { Text(da: "; der tælles \($0.da)", en: "; it counts \($0.en)") } ?? Text(same: "")
            let number = Escaping.terminalSafe(number)
            return Text(da: "skriv kun tallet: \(number)", en: "write only the number: \(number)") + counted
        case .notChanged(let path):
            let path = Escaping.quoted(path)
            return Text(da: "\(path) er ikke ændret", en: "\(path) has not been changed")
        case .notASetting(let path):
            let path = Escaping.quoted(path)
            return Text(
                da: "\(path) er ikke et enkelt tal eller ord; sæt en af dets dele",
                en: "\(path) is not a single number or word; set one of its parts")
        }
    }

    private static func impossible(_ value: ImpossibleValue) -> Text {
        let unit = value.unit.map { Text(da: " " + $0.da, en: " " + $0.en) } ?? Text(same: "")
        func number(_ number: Double) -> Text {
            Text(da: NumberFormat.exact(number, language: .da), en: NumberFormat.exact(number, language: .en))
        }
        func shown(_ word: String) -> Text {
            Double(word).map { number($0) + unit } ?? Text(same: Escaping.terminalSafe(word))
        }
        let label = Text(da: Escaping.terminalSafe(value.label.da), en: Escaping.terminalSafe(value.label.en))
        let (new, now) = (shown(value.value), value.now.map(shown))
        var text = Text(da: "\(label.da) kan ikke være \(new.da)", en: "\(label.en) cannot be \(new.en)")
        if let bound = value.bound {
            let limit = number(bound.limit)
            let word =
                switch (bound.isLeast, bound.isIncluded) {
                case (true, true): Text(da: "på mindst", en: "of at least")
                case (true, false): Text(da: "over", en: "above")
                case (false, true): Text(da: "på højst", en: "of at most")
                case (false, false): Text(da: "under", en: "below")
                }
            text =
                text
                + Text(da: "; skriv et tal \(word.da) \(limit.da)", en: "; write a number \(word.en) \(limit.en)")
        } else {
            text = text + Text(da: ": \(value.reason.da)", en: ": \(value.reason.en)")
        }
        if let range = value.plausible {
            let (low, high) = (number(range.lowerBound), number(range.upperBound) + unit)
            text =
                text
                + Text(
                    da: " (rimeligt: \(low.da)–\(high.da))", en: " (plausible: \(low.en)–\(high.en))")
        }
        text = text + Text(same: ".")
        if let now { text = text + Text(da: " Nu er det \(now.da).", en: " It is \(now.en) now.") }
        guard !value.uses.isEmpty else { return text }
        let named = value.uses.prefix(3)
        let more = value.uses.count - named.count
        let others = plural(more, da: "andet sted", "andre steder", en: "other place", "other places")
        return text
            + Text(
                da: " Bruges ved: " + named.map { Escaping.terminalSafe($0.da) }.joined(separator: "; ")
                    + (more > 0 ? " og \(others.da)." : "."),
                en: " Used at: " + named.map { Escaping.terminalSafe($0.en) }.joined(separator: "; ")
                    + (more > 0 ? " and \(others.en)." : "."))
    }
}
