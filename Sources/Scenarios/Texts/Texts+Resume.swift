/// Long output, and taking up a session that was cut off.
extension Texts {
    public static let pagerPrompt = Text(
        da: "– mere: mellemrum side, Enter linje, b tilbage, q resten udelades –",
        en: "– more: space page, Enter line, b back, q leave out the rest –")
    /// For a narrow window: 19 columns.
    public static let pagerPromptShort = Text(da: "– mere, q stopper –", en: "– more, q stops –")

    public static func resumable(_ count: Int) -> Text {
        count == 1
            ? Text(
                da: "Et arbejde blev afbrudt. Skriv genoptag for at få scenariet, ændringerne og resultatet igen.",
                en: "A session was cut off. Type resume to have the scenario, the changes and the result again.")
            : Text(
                da: "\(count) arbejder blev afbrudt. Skriv genoptag for at få det seneste igen.",
                en: "\(count) sessions were cut off. Type resume to have the latest again.")
    }
    public static let optionForget = Text(da: "smid det afbrudte væk", en: "throw away what was cut off")
    public static let forgotten = Text(da: "Det er smidt væk.", en: "It has been thrown away.")
    public static let resumeSummary = Text(
        da: "tag det op igen, der blev afbrudt sidste gang", en: "take up what was cut off last time")
    public static let resumeDetails = Text(
        da: """
            Lukkes vinduet, eller går maskinen ned, er intet tabt: det, der ændrer scenariet (åbn, sæt, fortryd …), og det \
            sidste resultat holdes på disken, til du slutter med afslut. Næste gang gør genoptag det hele igen og viser \
            resultatet. Filerne kan kun læses af dig og ligger ved siden af de gemte linjer (~/.local/state/simrepl).
            """,
        en: """
            If the window is closed or the machine goes down nothing is lost: what changes the scenario (load, set, undo …) \
            and the last result are kept on disk until you leave with quit. Next time resume does it all again and shows the \
            result. Only you can read the files; they lie beside the lines that are kept (~/.local/state/simrepl).
            """)
    public static let nothingToResume = Text(
        da: "Der er ikke noget afbrudt arbejde at tage op igen.", en: "There is nothing cut off to take up.")
    public static func resumedFolder(_ folder: String) -> Text {
        let folder = Escaping.terminalSafe(folder)
        return Text(da: "Arbejdsmappen er nu \(folder).", en: "The working folder is now \(folder).")
    }
    public static func resumed(changes: Int) -> Text {
        let count = plural(changes, da: "ændring", "ændringer", en: "change", "changes")
        return Text(
            da: "Så er du, hvor du slap (\(count.da)).", en: "You are where you left off (\(count.en)).")
    }
}
