extension Texts {
    /// The words for a saved result that cannot be used.
    static func result(_ problem: ResultProblem) -> Text {
        switch problem {
        case .notAResult(let found):
            let found = found.map { Escaping.quoted($0) }
            return Text(
                da: "filen er ikke et gemt resultat\(found.map { "; den er \($0)" } ?? "")",
                en: "the file is not a saved result\(found.map { "; it is \($0)" } ?? "")")
        case .missing(let member):
            return Text(
                da: "\(Escaping.quoted(member)) mangler; gem resultatet igen",
                en: "\(Escaping.quoted(member)) is missing; save the result again")
        case .wrongType(let found, let expected):
            return Text(
                da: "her skal stå \(kind(expected).da), ikke \(kind(found).da)",
                en: "this must be \(kind(expected).en), not \(kind(found).en)")
        case .badValue(let value):
            return Text(
                da: "\(Escaping.quoted(value)) er ikke en gyldig værdi her",
                en: "\(Escaping.quoted(value)) is not a valid value here")
        case .wrongLength(let found, let expected):
            return Text(
                da: "her skal stå \(expected) tal, ét for hver gennemspilning eller dato, ikke \(found)",
                en: "this must be \(expected) numbers, one for each replication or date, not \(found)")
        case .notForPairs:
            return Text(
                da: "resultatet er uden de enkelte gennemspilningers tal og kan ikke sammenlignes; gem det med »gem«",
                en: "the result lacks the single replications' numbers and cannot be compared; save it with `save`")
        }
    }
}
