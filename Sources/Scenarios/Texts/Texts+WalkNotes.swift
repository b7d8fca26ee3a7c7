/// What is said around notes and groups in a walk.
extension Texts {
    public static let noteQuestion = Text(da: "spørgsmål", en: "question")
    public static let noteAssumption = Text(da: "antagelse", en: "assumption")
    public static let noteFinding = Text(da: "fund", en: "finding")
    public static let noteAgreement = Text(da: "aftale", en: "agreement")

    public static let notePrompt = Text(
        da: "Notat (begynd evt. med spørgsmål, antagelse, fund eller aftale):",
        en: "Note (may begin with question, assumption, finding or agreement):")
    public static let noteForms = Text(
        da: "Skriv fx: n aftale: vi ringer til hinanden om mandagen; Kommunen; fra uge 12",
        en: "Write for instance: n agreement: we phone each other on Mondays; the municipality; from week 12")
    public static let noteWho = Text(da: "Hvem?", en: "Who?")
    public static let noteWhen = Text(da: "Hvornår?", en: "When?")
    public static let notePersonalNumber = Text(
        da: "Det ligner et CPR-nummer, og notatet er ikke gemt. Ingen rigtige patienter, heller ikke i noter.",
        en:
            "That looks like a personal identification number, and the note is not kept. No real patients, not even in notes."
    )

    public static func noteKept(_ kind: Text) -> Text {
        Text(da: "Gemt som \(kind.da).", en: "Kept as \(kind.en).")
    }

    public static let noteSummary = Text(
        da: "skriv et notat til gennemgangen: spørgsmål, antagelse, fund eller aftale",
        en: "write a note to the walk: question, assumption, finding or agreement")
    public static let noteDetails = Text(
        da: """
            Begynd med spørgsmål, antagelse, fund eller aftale; ved en aftale skrives hvem og hvornår efter semikolon. Hele linjen hører til notatet. Uden tekst vises de notater, der er. Notaterne kommer med i det, rummet tager med hjem (gennemgå --handout), aftalerne først. Skriv aldrig om rigtige patienter.
            """,
        en: """
            Begin with question, assumption, finding or agreement; of an agreement, who and when follow after semicolons. The whole line belongs to the note. Without a text the notes are shown. They go into what the room takes home (walk --handout), agreements first. Never write about real patients.
            """)
    public static let placeholderNote = Text(da: "TEKST", en: "TEXT")
    public static let noNotes = Text(da: "Der er ingen notater endnu.", en: "There are no notes yet.")

    public static func walkRoleSays(_ role: Text) -> Text {
        Text(
            da: "Hvad siger \(role.da)? (Enter: springes over)", en: "What does \(role.en) say? (Enter: skipped)")
    }

    public static func walkDisagree(_ votes: Text) -> Text {
        Text(
            da: "Uenige: \(votes.da). Tal om det, og vælg så sammen.",
            en: "You differ: \(votes.en). Talk, then choose together.")
    }

    public static func walkAgree(_ votes: Text) -> Text {
        Text(da: "Enige: \(votes.da).", en: "You agree: \(votes.en).")
    }
}
