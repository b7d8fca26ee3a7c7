import Foundation
import Testing

@testable import simrepl

@Suite("Running a notebook twice changes nothing")
struct NotebookFixedPointTests {
    /// A notebook put together at random: pieces that are the author's and pieces that are the tool's.
    private struct Generated {
        enum Piece {
            case kept(String)
            /// Where an output is or may come.
            case output(String)
            /// What a number says.
            case number(String)
        }

        var pieces: [Piece] = []

        var text: String {
            pieces.map {
                switch $0 {
                case .kept(let text), .output(let text), .number(let text): text
                }
            }.joined()
        }

        init(using random: inout SplitMix) {
            let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
            func lines(_ lines: String...) -> String { lines.map { $0 + end }.joined() }
            var kept = Bool.random(using: &random) ? "\u{FEFF}" : ""
            kept += lines("---", "language: \(["da", "en"].randomElement(using: &random) ?? "da")", "---", "")
            var ids: [String] = []
            for index in 0..<Int.random(in: 1...6, using: &random) {
                switch Int.random(in: 0..<5, using: &random) {
                case 0:
                    kept += lines(
                        [
                            "# Ærø \t", "Two  spaces  ", "- a\t- b", "\t```sim", "a `[1](sim:x/y)` b", "> quote", "…",
                            "", "🙂",
                        ]
                        .randomElement(using: &random) ?? "")
                case 1:
                    kept += lines("~~~~", "```sim", "nonsense", "~~~", "```", "~~~~")
                case 2 where !ids.isEmpty:
                    kept += "There are ["
                    pieces += [.kept(kept), .number(["0", "14", "x y"].randomElement(using: &random) ?? "")]
                    kept = lines("](sim:\(ids[0])/resources.clarifier.slotsPerWeek) of them.")
                default:
                    let fence = ["```", "~~~", "````"].randomElement(using: &random) ?? "```"
                    let indent = String(repeating: " ", count: Int.random(in: 0...3, using: &random))
                    let id = "b\(index)"
                    ids.append(id)
                    let commands = [
                        "lang", "sprog da; lang en # both", "set resources.clarifier.slotsPerWeek \(10 + index)", "",
                        "help seed", "hjælp usikkerhed", "diff",
                    ]
                    let fails = Int.random(in: 0..<4, using: &random) == 0
                    kept += lines("\(indent)\(fence)sim \(fails ? "error " : "")id=\(id)")
                    kept += lines(indent + "load kommune", indent + (commands.randomElement(using: &random) ?? ""))
                    if fails { kept += lines(indent + "nonsense") }
                    kept += lines(indent + fence)
                    if Bool.random(using: &random) {
                        kept += Bool.random(using: &random) ? end : ""
                        let old = lines("~~~sim-output", "Old words", "[..]", "~~~")
                        pieces += [
                            .kept(kept), .output(Bool.random(using: &random) ? lines("```sim-output", "```") : old),
                        ]
                    } else {
                        pieces += [.kept(kept), .output("")]
                    }
                    kept = ""
                }
            }
            if Bool.random(using: &random) { kept += "No line ending" }
            pieces.append(.kept(kept))
        }
    }

    /// A small generator of pseudo-random numbers, the same on every machine.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test("over generated notebooks a second run is a fixed point and the author keeps every byte")
    func property() throws {
        let folder = try TemporaryFolder()
        var random = SplitMix(state: 10)
        let notebooks = (0..<40).map { _ in Generated(using: &random) }
        var names: [String] = []
        for (index, notebook) in notebooks.enumerated() {
            names.append("n\(index).md")
            _ = try folder.file("n\(index).md", notebook.text)
        }
        func contents() throws -> [String] {
            try names.map {
                String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path($0))), as: UTF8.self)
            }
        }
        let first = try Simrepl.run(["--lang", "en", "notebook", "run"] + names, folder: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        let after = try contents()
        let second = try Simrepl.run(["--lang", "en", "notebook", "run"] + names, folder: folder.path)
        #expect(second.output.split(separator: "\n").allSatisfy { $0.contains(": unchanged (") }, "\(second.output)")
        #expect(try contents() == after)
        for (notebook, text) in zip(notebooks, after) { checkKept(notebook, text) }
    }

    /// Walks through the text: the author's pieces as they were, and between them only what the tool may write.
    private func checkKept(_ notebook: Generated, _ text: String) {
        var rest = Array(text.utf8)[...]
        for (index, piece) in notebook.pieces.enumerated() {
            switch piece {
            case .kept(let kept):
                let isKept = rest.starts(with: kept.utf8)
                #expect(isKept, "piece \(index) in \(text)")
                rest = rest.dropFirst(kept.utf8.count)
            case .number: rest = rest.drop { $0 != UInt8(ascii: "]") }
            case .output: rest = afterOutput(rest)
            }
        }
        let isAtEnd = rest.isEmpty
        #expect(isAtEnd)
    }

    /// Behind an output block, with the empty line that the tool puts before a new one.
    private func afterOutput(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { $0 }[...]
        func text(_ line: ArraySlice<UInt8>?) -> String { String(decoding: line ?? [], as: UTF8.self).trimmed }
        let isNew = text(lines.first).isEmpty
        if isNew { lines.removeFirst() }
        let opening = text(lines.popFirst())
        guard opening.hasSuffix("sim-output") else { return rest }
        while let line = lines.popFirst(), text(line) != opening.dropLast("sim-output".count) {}
        return rest[(lines.first?.startIndex ?? rest.endIndex)...]
    }
}
