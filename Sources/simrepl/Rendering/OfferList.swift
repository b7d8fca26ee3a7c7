import Scenarios

/// The directory of offers, for the screen.
struct OfferList {
    let scenario: Scenario
    let language: Language
    let width: Int
    /// Makes a heading stand out where that is possible.
    let heading: (String) -> String

    func lines() -> [String] {
        guard !scenario.offers.isEmpty else { return [Texts.noOffers[language]] }
        var lines: [String] = []
        for offer in scenario.offers {
            if !lines.isEmpty { lines.append("") }
            lines += DisplayWidth.wrapped(offer.label.safe[language], to: width).map(heading)
            lines += entry(Texts.offerTargetGroup, offer.targetGroup)
            lines += entry(Texts.offerEvidence, offer.evidence)
            if let level = offer.level { lines += entry(Texts.offerLevel, Texts.offerLevel(level)) }
            if let operatedBy = offer.operatedBy {
                lines += entry(Texts.offerOperator, scenario.labels.text(.parties, operatedBy))
            }
            lines += entry(Texts.offerTime, Texts.offerUntil(offer.until))
            let steps = offer.steps.map { scenario.labels.text(.steps, $0) }
            if steps.count > 1 {
                lines += entry(
                    Texts.offerForms,
                    Text(da: steps.map(\.da).joined(separator: ", "), en: steps.map(\.en).joined(separator: ", ")))
            }
        }
        return lines
    }

    private func entry(_ name: Text, _ text: Text) -> [String] {
        DisplayWidth.wrapped("  \(name[language]): \(text.safe[language])", to: width, indent: "    ")
    }
}
