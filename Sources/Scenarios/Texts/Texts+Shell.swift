/// What the shell says when all is well.
extension Texts {
    /// The first screen: what is loaded, and what to type.
    public static func greeting(title: Text) -> Text {
        Text(
            da: """
                \(title.da) er klar. Se, hvad tallene bygger på: vis antagelser
                Følg en borger på vej: følg albert      Se ventetider: kør
                Første gang: hjælp begynd               Slut: afslut
                """,
            en: """
                \(title.en) is ready. See what its numbers rest on: show assumptions
                Follow a citizen: trace albert          See the waits: run
                First time: help start                  Leave: quit
                """)
    }

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
