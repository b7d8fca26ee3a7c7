import Testing

@testable import simrepl

@Suite("A debrief a screen at a time")
struct WalkPagesTests {
    @Test("pages end between sections, a long section is cut, and no line is lost", arguments: [5, 6, 9, 40])
    func pages(height: Int) {
        let lines = ["a", "b", "", "c", "d", "e", ""] + (1...12).map { "\($0)" } + ["", "end"]
        let pages = WalkPages.pages(lines, height: height)
        #expect(pages.allSatisfy { !$0.isEmpty && $0.count <= height })
        #expect(pages.flatMap { $0 }.filter { $0 != "" } == lines.filter { $0 != "" })
        if height == 6 { #expect(pages.prefix(2) == [["a", "b", "", "c", "d", "e"], (1...6).map { "\($0)" }]) }
    }

    @Test("nothing gives no page")
    func empty() { #expect(WalkPages.pages([], height: 30).isEmpty) }
}
