/// What the facilitator's guide of a walk says around the case's own texts.
extension Texts {
    public static func guideTitle(_ title: Text) -> Text {
        Text(da: "Guide til gennemgangen: \(title.da)", en: "Guide to the walk: \(title.en)")
    }
    public static let guideKeep = Text(
        da: "Behold de første sider selv: her står, hvad kilderne anbefaler. Rolleark og kort bagest er til rummet.",
        en:
            "Keep the first pages to yourself: they say what the sources recommend. The role sheets and cards at the end are for the room."
    )
    public static let guideBefore = Text(da: "Før I begynder", en: "Before you begin")

    /// - Parameter reference: what is typed after `walk`.
    public static func guidePreparation(_ reference: String) -> [Text] {
        [
            Text(
                da: "Sig først: ingen rigtige patienter, heller ikke i noter. Kommunen i casen er opdigtet.",
                en: "Say first: no real patients, not even in notes. The municipality of the case is invented."),
            Text(
                da:
                    "Begynd med: gennemgå \(reference). Skal grupperne svare hver for sig: gennemgå \(reference) --roles borger,gp,kommune,sygehus",
                en:
                    "Begin with: walk \(reference). If groups are to answer apart: walk \(reference) --roles citizen,gp,municipality,hospital"
            ),
            Text(
                da: "Undervejs: et tal vælger, b går tilbage, n skriver et notat, q stopper og gemmer.",
                en: "On the way: a number chooses, b goes back, n writes a note, q stops and keeps the walk."),
            Text(
                da: "Skriv aftaler, mens de bliver til: n aftale: hvad; hvem; hvornår",
                en: "Write agreements as they are made: n agreement: what; who; when"),
            Text(
                da: "Til sidst: gennemgå --handout opsamling.html. Den begynder med aftalerne.",
                en: "At the end: walk --handout debrief.html. It opens with the agreements."),
        ]
    }

    public static let guideMinutes = Text(da: "Minutter ved hvert stop", en: "Minutes at each stop")
    public static let guideWho = Text(da: "Hvem handler", en: "Who acts")
    public static func guideOf(minutes: Int) -> Text { Text(da: "\(minutes) min.", en: "\(minutes) min") }
    public static let guideRest = Text(da: "Velkomst og opsamling", en: "Welcome and debrief")
    public static let guideNotAll = Text(
        da: "Nogle stop kommer kun efter bestemte valg, så der bliver som regel tid i overskud.",
        en: "Some stops come only after certain choices, so there is usually time to spare.")
    public static func guideOnlyAfter(_ titles: [Text]) -> Text {
        let list = Text(
            da: titles.map(\.da).joined(separator: "; "), en: titles.map(\.en).joined(separator: "; "))
        return Text(da: "Kommer kun efter valg \(list.da).", en: "Comes only after choice \(list.en).")
    }
    public static let guideRecommended = Text(da: "(anbefalet)", en: "(recommended)")
    public static let guideTalk = Text(da: "Til dig", en: "For you")
    public static let guideAsk = Text(da: "Spørg rummet", en: "Ask the room")
    public static let guideCards = Text(da: "Kort til at klippe ud", en: "Cards to cut out")
    public static let guideCardsHow = Text(
        da: "Et kort til hvert stop. Del det ud, når rummet kommer dertil.",
        en: "A card for each stop. Hand it out when the room gets there.")
    public static func guideYouAre(_ actor: Text) -> Text { Text(da: "I er \(actor.da)", en: "You are \(actor.en)") }
    public static let guideYouDecide = Text(da: "Her vælger I", en: "Here you decide")
    public static let guideHow = Text(da: "Sådan gør I", en: "How you do it")
    public static let guideGroup = [
        Text(
            da: "Tal et minut sammen, før I vælger. Sig så jeres tal.",
            en: "Talk for a minute before you choose. Then say your number."),
        Text(
            da: "Er grupperne uenige, så sig hvorfor. Ingen får point.",
            en: "If the groups differ, say why. Nobody gets points."),
        Text(
            da: "Sig kun det, jeres rolle ved på det tidspunkt.",
            en: "Say only what your role knows at that time."),
    ]
    public static let guideOurNotes = Text(
        da: "Vores noter (ingen rigtige patienter)", en: "Our notes (no real patients)")
}
