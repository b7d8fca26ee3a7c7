/// What the shell says when all is well.
extension Texts {
    /// The first screen: what is loaded, and what to type.
    public static func greeting(title: Text, isInvented: Bool) -> Text {
        let caution =
            isInvented
            ? Text(
                da: "Den er opdigtet; se tallenes grundlag: vis antagelser",
                en: "It is invented; see what the numbers rest on: show assumptions")
            : Text(da: "Se tallenes grundlag: vis antagelser", en: "See what the numbers rest on: show assumptions")
        return Text(
            da: """
                \(title.da) er klar. \(caution.da)
                Følg en borger på vej: følg albert      Se ventetider: kør
                Første gang: hjælp begynd               Slut: afslut
                """,
            en: """
                \(title.en) is ready. \(caution.en)
                Follow a citizen: trace albert          See the waits: run
                First time: help start                  Leave: quit
                """)
    }

    public static let version = Text(da: "version", en: "version")

    public static let programUsage = Text(
        da: """
            Brug: simrepl [--lang da|en] [KOMMANDO …]     én kommando, som i skallen
                  simrepl [--lang da|en] -f FIL.sim       kommandoerne i en fil; stopper ved første fejl
                  simrepl [--lang da|en]                  skallen
                  simrepl --version | --help
            """,
        en: """
            Usage: simrepl [--lang da|en] [COMMAND …]     one command, as in the shell
                   simrepl [--lang da|en] -f FILE.sim     the commands of a file; stops at the first error
                   simrepl [--lang da|en]                 the shell
                   simrepl --version | --help
            """)

    public static func languageIs(_ language: Language) -> Text {
        switch language {
        case .da: Text(da: "Sproget er dansk.", en: "The language is Danish.")
        case .en: Text(da: "Sproget er engelsk.", en: "The language is English.")
        }
    }

    public static let interrupted = Text(da: "Afbrudt.", en: "Interrupted.")
    public static let goodbye = Text(da: "Farvel.", en: "Goodbye.")

    public static func outputLost(_ reason: Text) -> Text {
        Text(da: "resultatet kunne ikke skrives: \(reason.da)", en: "the output could not be written: \(reason.en)")
    }
}
