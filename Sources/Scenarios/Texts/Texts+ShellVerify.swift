/// What `run --verify` says.
extension Texts {
    public static func verified(violations: Int, replications: Int) -> Text {
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        guard violations > 0 else {
            return Text(da: "Efterprøvet i \(runs.da): alt stemmer.", en: "Verified in \(runs.en): everything holds.")
        }
        let times = plural(violations, da: "brud", "brud", en: "violation", "violations")
        return Text(
            da: "Efterprøvet i \(runs.da): \(times.da). Det er en fejl i programmet; stol ikke på tallene.",
            en: "Verified in \(runs.en): \(times.en). This is a fault of the program; do not trust the numbers.")
    }

    /// - Parameter violations: how often it did not hold; nil when it could not be examined.
    public static func verifiedRule(_ rule: Text, violations: Int?) -> Text {
        switch violations {
        case nil: Text(da: "ikke undersøgt (opvarmning): \(rule.da)", en: "not examined (warm-up): \(rule.en)")
        case 0?: Text(da: "holder: \(rule.da)", en: "holds: \(rule.en)")
        case let count?:
            Text(
                da: "holder ikke (\(count)): \(rule.da)", en: "does not hold (\(count)): \(rule.en)")
        }
    }

    public static let verifyCitizens = Text(
        da: "hver borger har én afslutning eller er i gang til sidst",
        en: "every citizen has one outcome or is still on the way at the end")
    public static let verifyLittle = Text(
        da: "Littles lov for hver ressource: kø over tid er lig med ventetid i alt",
        en: "Little's law for each resource: the queue over time equals all time waited")
    public static let verifyCapacity = Text(
        da: "ingen ressource bruges ud over sin kapacitet", en: "no resource is used beyond its capacity")
    public static let verifyWaits = Text(da: "ingen ventetid er under nul", en: "no wait is below zero")
    public static let verifyMessages = Text(
        da: "sendte meddelelser er modtaget eller undervejs", en: "messages sent are received or under way")
    public static let verifySeats = Text(
        da: "hver plads på et hold tages én gang", en: "each seat in a group is taken once")
}
