/// What the shell says when all is well.
extension Texts {
    // MARK: The first screen

    /// - Parameter isInvented: whether it is known to be made up, as the example municipality is.
    public static func greeting(title: Text, isInvented: Bool) -> Text {
        isInvented
            ? Text(
                da: "\(title.da) er klar. Den er opdigtet; se tallenes grundlag: vis antagelser",
                en: "\(title.en) is ready. It is invented; see what its numbers rest on: show assumptions")
            : Text(
                da: "\(title.da) er klar. Se tallenes grundlag: vis antagelser",
                en: "\(title.en) is ready. See what its numbers rest on: show assumptions")
    }

    /// For a window that has no room for more.
    public static func shortGreeting(title: Text, isInvented: Bool) -> Text {
        isInvented
            ? Text(da: "\(title.da) er klar (opdigtet).", en: "\(title.en) is ready (invented).")
            : Text(da: "\(title.da) er klar.", en: "\(title.en) is ready.")
    }

    public static let greetingWalk = Text(
        da: "Gå en case igennem: gennemgå albert", en: "Walk through a case: walk albert")
    public static let greetingRun = Text(da: "Se ventetider: kør", en: "See the waits: run")
    public static let greetingStart = Text(da: "Første gang: hjælp begynd", en: "First time: help start")
    public static let greetingQuit = Text(da: "Slut: afslut", en: "Leave: quit")

    public static let programUsage = Text(
        da: """
            Brug: simrepl [KOMMANDO …]     én kommando, som i skallen
                  simrepl -f FIL.sim       kommandoerne i en fil; stopper ved første fejl
                  simrepl                  skallen

            Hvor som helst: --lang da|en vælger sprog, --help forklarer (KOMMANDO --help den ene), --version viser udgaven.
            """,
        en: """
            Usage: simrepl [COMMAND …]     one command, as in the shell
                   simrepl -f FILE.sim     the commands of a file; stops at the first error
                   simrepl                 the shell

            Anywhere: --lang da|en chooses the language, --help explains (COMMAND --help that one), --version the version.
            """)

    public static func languageIs(_ language: Language) -> Text {
        switch language {
        case .da: Text(da: "Sproget er dansk.", en: "The language is Danish.")
        case .en: Text(da: "Sproget er engelsk.", en: "The language is English.")
        }
    }

    public static let interrupted = Text(da: "Afbrudt.", en: "Interrupted.")

    public static func outputLost(_ reason: Text) -> Text {
        Text(da: "resultatet kunne ikke skrives: \(reason.da)", en: "the output could not be written: \(reason.en)")
    }
}
