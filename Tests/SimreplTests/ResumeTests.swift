import Foundation
import Testing

/// What a person sees who had the window closed on them, or asked for more than fits into it.
@Suite("Taking up a session, and long output")
struct ResumeTests {
    private func session(_ folder: TemporaryFolder, pager: String = "off", rows: UInt16 = 24) throws -> TerminalSession
    {
        let environment = [
            "TERM": "xterm", "SIMREPL_HISTORY": folder.path("history"), "SIMREPL_PAGER": pager, "NO_COLOR": "1",
        ]
        return try TerminalSession(
            try Simrepl.path(), ["--lang", "en"], environment: Simrepl.environment(environment), rows: rows)
    }

    @Test("after a kill the scenario, its changes and the last result come back on request, once")
    func resume() throws {
        let folder = try TemporaryFolder()
        let first = try session(folder)
        try first.expect("> ")
        first.type("load uge-40\r")
        try first.expect("is loaded")
        first.type("set resources.clarifier.slotsPerWeek 14\r")
        try first.expect("10 → 14")
        first.type("run --replications 3\r")
        try first.expect("3 replications · simrepl", seconds: 30)
        try first.expect("> ")
        try first.kill9()

        let second = try session(folder)
        try second.expect("Type resume")
        try second.expect("> ")
        second.type("resume\r")
        try second.expect("10 → 14")
        try second.expect("3 replications · simrepl")
        try second.expect("where you left off (1 change)")
        second.type("diff\r")
        try second.expect("10 → 14")
        second.type("quit\r")
        #expect(try second.waitForEnd() == 0)

        let third = try session(folder)
        try third.expect("> ")
        #expect(!third.screen.contains("Type resume"))
        third.type("resume\r")
        try third.expect("There is nothing cut off")
        third.type("quit\r")
        #expect(try third.waitForEnd() == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("sessions"))
        #expect(left.isEmpty)
    }

    @Test(
        "of two sessions that were killed both can be taken up, the latest first, and a result is kept through a second kill"
    )
    func several() throws {
        let folder = try TemporaryFolder()
        for (capacity, lines) in [("4", "2 → 4"), ("5", "2 → 5")] {
            let one = try session(folder)
            try one.expect("> ")
            one.type("set resources.nurse.capacity \(capacity)\r")
            try one.expect(lines)
            one.type("run --replications 2\r")
            try one.expect("2 replications · simrepl", seconds: 30)
            try one.expect("> ")
            try one.kill9()
            // Told apart by the second.
            Thread.sleep(forTimeInterval: 1.1)
        }
        let second = try session(folder)
        try second.expect("2 sessions were cut off")
        second.type("resume\r")
        try second.expect("2 → 5")
        try second.expect("2 replications · simrepl")
        try second.expect("A session was cut off")
        try second.kill9()
        Thread.sleep(forTimeInterval: 1.1)
        let third = try session(folder)
        try third.expect("2 sessions were cut off")
        third.type("resume\r")
        try third.expect("2 → 5")
        try third.expect("2 replications · simrepl")
        third.type("resume --forget\r")
        try third.expect("thrown away")
        third.type("resume\r")
        try third.expect("nothing cut off")
    }

    @Test("what is kept is readable by its owner only")
    func mode() throws {
        let folder = try TemporaryFolder()
        let session = try session(folder)
        try session.expect("> ")
        session.type("load uge-40\r")
        try session.expect("is loaded")
        try session.expect("> ")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("sessions"))
        #expect(files.count == 1)
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("sessions/" + file))
            #expect((attributes[.posixPermissions] as? Int) == 0o600)
        }
    }

    @Test("output longer than the window waits: space for a page, Enter for a line, q leaves out the rest")
    func pages() throws {
        let folder = try TemporaryFolder()
        let session = try session(folder, pager: "on", rows: 12)
        try session.expect("> ")
        session.type("show assumptions\r")
        try session.expect("– more: space")
        // CR LF is one character, so bytes are counted.
        func lines() -> Int { session.screen.utf8.count { $0 == 10 } }
        let before = lines()
        session.type("\r")
        try session.expect("– more: space")
        #expect(lines() - before <= 3, "one line more")
        session.type(" ")
        try session.expect("– more: space")
        #expect(lines() - before >= 10, "a page more")
        session.type("q")
        try session.expect("> ")
        session.type("lang\r")
        try session.expect("The language is English.")
        session.type("quit\r")
        #expect(try session.waitForEnd() == 0)
    }
}
