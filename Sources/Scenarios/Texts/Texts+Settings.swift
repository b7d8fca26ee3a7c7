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
            let exact = written.replacing(",", with: ".") + "0"
            return Text(
                da: "\(written) kan være \(whole) eller et decimaltal; skriv \(whole) eller \(exact)",
                en: "\(written) may be \(whole) or a decimal number; write \(whole) or \(exact)")
        case .emptyValue(let allowed):
            return Text(da: "der mangler en værdi; skriv \(allowed.da)", en: "a value is missing; write \(allowed.en)")
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
}
