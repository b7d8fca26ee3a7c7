import Foundation
import Testing

/// The prompt as a person at a terminal meets it.
@Suite("Editing at the prompt")
struct LineEditorTests {
    private func session(
        _ arguments: [String] = ["--lang", "en"], history: String = "", extra: [String: String] = [:],
        columns: UInt16 = 80
    ) throws -> TerminalSession {
        let environment = ["TERM": "xterm", "SIMREPL_HISTORY": history].merging(extra) { $1 }
        let session = try TerminalSession(
            try Simrepl.path(), arguments, environment: Simrepl.environment(environment), columns: columns)
        try session.expect("> ")
        return session
    }

    @Test("Danish letters are typed, crossed with the arrows and deleted as single letters")
    func editsDanishLetters() throws {
        let session = try session()
        session.type("hjælpåøx")
        // Left over ø and x, then Backspace deletes å; the end of the line loses two more letters.
        session.type("\u{1B}[D\u{1B}[D\u{7F}\u{05}\u{7F}\u{7F}")
        session.type(" sprog\r")
        try session.expect("lang – choose the language")
        session.type("quit\r")
        #expect(try session.waitForEnd() == 0)
    }

    @Test("Tab completes what is unique and lists what is not")
    func completes() throws {
        let session = try session()
        session.type("la\t")
        try session.expect("ng ")
        session.type("\t\t")
        try session.expect("da  en")
        session.type("d\t\r")
        try session.expect("Sproget er dansk.")
        session.type("hj\tbegy\t\r")
        try session.expect("begynd – de første fem minutter")
    }

    @Test("Ctrl-C drops the line and Ctrl-D leaves")
    func cancelsAndLeaves() throws {
        let session = try session()
        session.type("lang d")
        try session.expect("lang d")
        session.type("\u{03}")
        try session.expect("^C")
        try session.expect("> ")
        session.type("\u{03}")
        try session.expect("^C")
        try session.expect("> ")
        session.type("lang\r")
        try session.expect("The language is English.")
        try session.expect("> ")
        session.type("\u{04}")
        #expect(try session.waitForEnd() == 0)
    }

    @Test("Ctrl-C while simulating gives what is done, marked as interrupted")
    func interruptsARun() throws {
        let session = try session()
        // What is left undone would take hours.
        session.type("run --replications 100000\r")
        try session.expect("Simulating: ", seconds: 60)
        session.type("\u{03}")
        try session.expect("Interrupted after ")
        try session.expect(" of 100000 replications; the result is for those.")
        try session.expect("> ")
        session.type("lang\r")
        try session.expect("The language is English.")
    }

    @Test("a second Ctrl-C before the first has been obeyed leaves with status 130")
    func leavesAtTheSecondInterrupt() throws {
        let session = try session()
        var status: Int32?
        // The first is obeyed within milliseconds: on a busy machine the second may come too late, or at once with it.
        for attempt in 1...20 where status == nil {
            session.type("run --replications 100000\r")
            try session.expect("Simulating: ", seconds: 60)
            session.send(SIGINT)
            usleep(UInt32(100 * attempt))
            session.send(SIGINT)
            status = session.endedStatus(within: 1)
        }
        #expect(status == 130)
    }

    @Test("labels, cases and attributes are completed, with the quotes they need")
    func completesWords() throws {
        let session = try session(["--lang", "da"])
        session.type("følg al\t")
        try session.expect("bert ")
        session.type("\u{15}vis 'Andel vok\t")
        try session.expect("sne")
        session.type("\u{15}sæt Indb\t1\r")
        try session.expect("45.000 → 1")
        session.type("find resources.clarifier.slotsPerWeek 8..16 så wait.clarifying.p9\t")
        try session.expect("p90  p95")
        session.type("\u{15}find resources.clarifier.slotsPerWeek 8..16 such that utilisation.clar\t")
        try session.expect("ifier ")
        session.type("\u{15}kør --by newly\t")
        try session.expect("Diagnosed ")
        session.type("\u{15}kør --by ag\tx\r")
        try session.expect("\"x\" er ikke stigende tal")
    }

    @Test("what was typed is remembered after a kill, with the owner's eyes only")
    func remembersAfterAKill() throws {
        let folder = try TemporaryFolder()
        let history = folder.path("state/history")
        let first = try session(history: history)
        first.type("lang da; lang en\r")
        try first.expect("The language is English.")
        try first.expect("> ")
        try first.kill9()

        let permissions = try FileManager.default.attributesOfItem(atPath: history)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let second = try session(history: history)
        second.type("\u{1B}[A\r")
        try second.expect("Sproget er dansk.")
        try second.expect("The language is English.")
    }

    @Test("an entry of several lines comes back as one")
    func remembersSeveralLinesAsOne() throws {
        let folder = try TemporaryFolder()
        let history = folder.path("history")
        let session = try session(history: history)
        session.type("lang \\\r")
        try session.expect("...> ")
        session.type("da\r")
        try session.expect("Sproget er dansk.")
        try session.expect("> ")
        #expect(try String(contentsOfFile: history, encoding: .utf8) == "lang \\\\\\nda\n")
        session.type("lang en\r")
        try session.expect("The language is English.")
        session.type("\u{1B}[A\u{1B}[A\r")
        try session.expect("Sproget er dansk.")
    }

    @Test("an unfinished quote asks for the rest")
    func asksForTheRestOfAQuote() throws {
        let session = try session()
        session.type("lang 'd\r")
        try session.expect("...> ")
        session.type("a'\r")
        try session.expect("\"d\\na\" cannot be used here")
    }

    @Test("Ctrl-R finds an earlier line")
    func searchesHistory() throws {
        let session = try session()
        session.type("lang da\r")
        try session.expect("Sproget er dansk.")
        session.type("lang en\r")
        try session.expect("The language is English.")
        try session.expect("> ")
        session.type("\u{12}g da")
        try session.expect("da")
        session.type("\r")
        try session.expect("Sproget er dansk.")
    }

    @Test("after a resize lines are fitted to the new window", arguments: [20, 40, 132])
    func followsResizing(columns: Int) throws {
        let session = try session()
        session.resize(rows: 24, columns: UInt16(columns))
        session.send(SIGWINCH)
        session.type("help start\r")
        try session.expect("Arrow")
        try session.expect("> ")
        let shown = session.screen.components(separatedBy: "help start").last ?? ""
        let prose = shown.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix(" ") && !$0.contains("\u{1B}") }
        #expect(prose.map(\.count).max() ?? 0 <= columns)
        #expect(prose.map(\.count).max() ?? 0 > columns / 2)
        session.type("quit\r")
        #expect(try session.waitForEnd() == 0)
    }

    @Test("Ctrl-Z suspends and the line goes on where it was")
    func suspends() throws {
        // A shell with job control is needed: a session's first process cannot be stopped by its own terminal.
        let shell = try TerminalSession(
            "/bin/bash", ["--norc", "--noediting", "-i"],
            environment: Simrepl.environment(["TERM": "xterm", "PS1": "shell$ "]))
        try shell.expect("shell$ ")
        shell.type("'\(try Simrepl.path())' --lang en\r")
        try shell.expect("> ")
        shell.type("lan")
        try shell.expect("lan")
        shell.type("\u{1A}")
        try shell.expect("Stopped")
        shell.type("fg\r")
        try shell.expect("> ")
        shell.type("g\r")
        try shell.expect("The language is English.")
    }

    @Test("a dumb terminal gets a prompt without any control sequence")
    func servesDumbTerminals() throws {
        let session = try session(extra: ["TERM": "dumb"])
        session.type("lang\r")
        try session.expect("The language is English.")
        try session.expect("> ")
        session.type("\u{04}")
        #expect(try session.waitForEnd() == 0)
        #expect(!session.screen.contains("\u{1B}"))
    }

    @Test("control sequences in what is typed are shown, not obeyed")
    func showsControlSequences() throws {
        let session = try session()
        // Ctrl-V takes the next key as it is.
        session.type("lang \u{16}\u{1B}[31m\r")
        try session.expect("\"\\u{1B}[31m\" cannot be used here")
    }

    @Test("the first screen says in the language of the locale what is loaded and what to type")
    func greets() throws {
        let danish = try session([], extra: ["LANG": "da_DK.UTF-8"])
        #expect(
            danish.screen.hasPrefix(
                "Eksempelkommunen er klar. Den er opdigtet; se tallenes grundlag: vis antagelser\r\n"
                    + "Gå en case igennem: gennemgå albert      Se ventetider: kør\r\n"
                    + "Første gang: hjælp begynd                Slut: afslut\r\n"))
        let narrow = try session([], columns: 40)
        let lines = narrow.screen.split(whereSeparator: \.isNewline).dropLast()
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines.contains("First time: help start"))
    }
}
