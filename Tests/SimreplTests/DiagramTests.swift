import Foundation
import PathwaySim
import Testing

@testable import Scenarios
@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Diagrams of pathways")
struct DiagramTests {
    private static let library = ScenarioLibrary(
        directory: URL(fileURLWithPath: Simrepl.packageRoot + "/scenarios", isDirectory: true))
    static let ids = library.ids
    /// Each read once for all tests.
    private static let scenarios: [String: Result<Scenario, any Error>] = Dictionary(
        uniqueKeysWithValues: ids.map { id in (id, Result { try library.load(id) }) })

    private func scenario(_ id: String) throws -> Scenario { try #require(Self.scenarios[id]).get() }

    private func pathway(_ id: String, _ language: Language = .da) throws -> Pathway {
        PathwayBuilder.pathway(of: try scenario(id), language: language)
    }

    private func small(_ steps: String, more: String = "") throws -> Pathway {
        let text = """
            {"schema": "pathwaysim.scenario/1", "id": "small", "kind": "method", "title": "Small", "assumption": "test",
             "start": "2026-01-05", "horizon": "10d", "outcomes": {"done": {}},
             "sources": {"s": {"kind": "poisson", "rate": {"perDay": 1}, "next": "first"}}, \(more) "steps": {\(steps)}}
            """
        do {
            return PathwayBuilder.pathway(of: try Self.library.load(text: text), language: .en)
        } catch {
            Issue.record("\(error.rendered(.en))")
            throw error
        }
    }

    @Test("every step of every shipped scenario is in its diagram, with every way out of it", arguments: ids)
    func complete(id: String) throws {
        let scenario = try scenario(id)
        let pathway = PathwayBuilder.pathway(of: scenario, language: .en)
        #expect(Set(pathway.nodes.compactMap(\.id)) == Set(scenario.model.steps.map(\.name)))
        for step in scenario.model.steps {
            let node = try #require(pathway.nodes.firstIndex { $0.id == step.name })
            let reached = Set(pathway.ways(from: node).compactMap { pathway.nodes[$0.to].id })
            var expected = Set(step.action.successors)
            // Those for whom a split has no arm; where an arm is for all, nobody goes straight to the join.
            if case .split(let split) = step.action, split.arms.contains(where: { $0.condition == nil }) {
                expected.remove(split.join)
            }
            #expect(reached == expected, "\(step.name)")
        }
        if scenario.kind != .method { #expect(pathway.lanes.allSatisfy { $0.id != nil }, "a step without an actor") }
        let layout = PathwayLayout(pathway)
        #expect(Set(layout.lines.map(\.way)) == Set(pathway.ways.indices))
    }

    @Test("nothing lies on anything else, and no word is cut or wider than its box", arguments: ids)
    func readable(id: String) throws {
        for language in Language.allCases {
            let layout = PathwayLayout(try pathway(id, language))
            for (above, below) in zip(layout.boxes, layout.boxes.dropFirst()) {
                #expect(above.y + above.height < below.y)
            }
            for box in layout.boxes {
                #expect(box.x >= 0 && box.x + box.width <= layout.width && box.y + box.height <= layout.bottom)
                for line in box.title {
                    #expect(TextWidth.of(line, size: PathwayLayout.Measure.title) <= box.width - 20)
                    #expect(!line.hasSuffix("…"))
                }
                var y = box.y + 7 + PathwayLayout.Measure.titleStep * Double(box.title.count)
                for port in box.ports {
                    let half = PathwayLayout.Measure.smallStep * Double(port.words.count) / 2
                    #expect(port.y - half >= y - 1)
                    y = port.y + half
                    #expect(y <= box.y + box.height)
                    for line in port.words {
                        #expect(TextWidth.of(line, size: PathwayLayout.Measure.small) <= box.width - 18)
                    }
                }
            }
            let ends = layout.ends.sorted { $0.y < $1.y }
            for (above, below) in zip(ends, ends.dropFirst()) {
                let room = Double(above.words.count + below.words.count) / 2 * PathwayLayout.Measure.smallStep
                #expect(below.y - above.y >= room + 6, "\(above.words) \(below.words)")
            }
        }
    }

    @Test(
        "lines never run through a step, and upright lines to different goals never lie on each other", arguments: ids)
    func lines(id: String) throws {
        let layout = PathwayLayout(try pathway(id))
        var upright: [(x: Double, low: Double, high: Double, goal: Int, kind: Pathway.Way.Kind)] = []
        for line in layout.lines {
            let goal = layout.pathway.ways[line.way].to
            for (a, b) in zip(line.points, line.points.dropFirst()) {
                let crossed = layout.boxes.filter { box in
                    max(a.x, b.x) > box.x + 1 && min(a.x, b.x) < box.x + box.width - 1
                        && max(a.y, b.y) > box.y + 1 && min(a.y, b.y) < box.y + box.height - 1
                }
                if !crossed.isEmpty { Issue.record("a line to \(layout.pathway.nodes[goal].label)") }
                if a.x == b.x, line.points.count > 2 {
                    upright.append((a.x, min(a.y, b.y), max(a.y, b.y), goal, line.kind))
                }
            }
        }
        for (index, one) in upright.enumerated() {
            for other in upright[(index + 1)...] where one.x == other.x {
                let isSame = one.goal == other.goal && one.kind == other.kind
                if !isSame, one.high >= other.low, other.high >= one.low { Issue.record("\(one) on \(other)") }
            }
        }
    }

    @Test("every file is well-formed and the same each time", arguments: ids)
    func wellFormed(id: String) throws {
        for language in Language.allCases {
            let text = PathwaySVG(pathway: try pathway(id, language), language: language).svg()
            #expect(XMLParser(data: Data(text.utf8)).parse())
            #expect(text == PathwaySVG(pathway: try pathway(id, language), language: language).svg())
        }
    }

    @Test("a step acts in the lane of its actor, of its staff, of its sender, or of the step before it")
    func lanes() throws {
        let pathway = try small(
            """
            "first": {"kind": "choice", "actor": "gp", "options": {"yes": {"probability": 1, "next": "refer"}}},
            "refer": {"kind": "message", "message": "m", "from": "gp", "to": "town", "next": "sort"},
            "sort": {"kind": "branch", "rules": [{"if": "true", "next": "talk", "label": "ready"}], "otherwise": "talk"},
            "talk": {"kind": "service", "needs": "nurse", "duration": "1h", "next": "rest"},
            "rest": {"kind": "delay", "duration": "1d", "next": "end"},
            "end": {"kind": "close", "outcome": "done"}
            """,
            more: """
                "parties": {"clinic": {"label": "Clinic"}, "gp": {"label": "GP"}, "town": {"label": "Town"}},
                "resources": {"nurse": {"kind": "servers", "capacity": 1, "actor": "clinic"}},
                """)
        let lanes = pathway.nodes.map { node in
            "\(node.id ?? "entry"): \(node.lane.map { pathway.lanes[$0].label } ?? "end")"
        }
        #expect(
            lanes == [
                "entry: GP", "first: GP", "refer: GP", "sort: Town", "talk: Clinic", "rest: Clinic", "end: end",
            ])
        #expect(
            PathwayMermaid(pathway: pathway, language: .en).text() == """
                flowchart TB
                  accTitle: Small
                  subgraph lane0["Clinic"]
                    n4["talk"]
                    n5[/"rest"/]
                  end
                  subgraph lane1["GP"]
                    n0(["s"])
                    n1{{"first"}}
                    n2>"refer"]
                  end
                  subgraph lane2["Town"]
                    n3("sort")
                    r2(["receives"])
                  end
                  n6(["end"])
                  n0 --> n1
                  n1 -->|"yes"| n2
                  n2 --> n3
                  n3 -->|"ready"| n4
                  n3 --> n4
                  n4 --> n5
                  n5 --> n6
                  n2 -.-> r2

                """)
    }

    @Test("the order follows the pathway, not the file, and ways back do not disturb it")
    func order() throws {
        let pathway = try small(
            """
            "last": {"kind": "close", "outcome": "done", "reEntry": {"probability": 0.1, "after": "5d", "to": "again"}},
            "again": {"kind": "delay", "duration": "1d", "next": "first"},
            "third": {"kind": "delay", "duration": "1d", "next": "last"},
            "first": {"kind": "choice", "options": {
                "wait": {"probability": 0.5, "next": "second"}, "go": {"probability": 0.5, "next": "third"}}},
            "second": {"kind": "delay", "duration": "1d", "next": "first"}
            """)
        #expect(pathway.nodes.map { $0.id ?? "entry" } == ["entry", "again", "first", "second", "third", "last"])
    }

    @Test("an unknown actor is refused with the parties there are")
    func unknownActor() throws {
        do {
            _ = try Self.library.load(
                text: """
                    {"schema": "pathwaysim.scenario/1", "id": "v", "title": "V", "extends": "kommune",
                     "steps": {"plan": {"actor": "municipalty"}}}
                    """)
            Issue.record("loaded")
        } catch {
            let text = error.rendered(.en)
            #expect(text.contains("municipalty") && text.contains("municipality"), "\(text)")
        }
    }

    @Test("a name cannot become markup in any form of the diagram")
    func untrusted() throws {
        let pathway = try small(
            #"""
            "first": {"kind": "delay", "duration": "1d", "next": "end", "label": "</text><script>`\"]; click #x ~~~\u001B[2J"},
            "end": {"kind": "close", "outcome": "done"}
            """#)
        let svg = PathwaySVG(pathway: pathway, language: .en).svg()
        #expect(!svg.contains("<script>"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        let mermaid = PathwayMermaid(pathway: pathway, language: .en).text()
        #expect(
            mermaid.contains(
                ##"n1[/"#lt;/text#gt;#lt;script#gt;#96;#quot;]; click #35;x #126;#126;#126;#92;u{1B}[2J"/]"##))
        let text = PathwayText(pathway: pathway, language: .en, width: 60, heading: { $0 }).lines()
        #expect(!text.joined().contains("\u{1B}"))
    }

    @Test("the diagram as text says who acts, what is decided and where it leads")
    func asText() throws {
        let lines = PathwayText(pathway: try pathway("kommune"), language: .da, width: 60, heading: { $0 }).lines()
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
        #expect(
            lines.prefix(10).joined(separator: "\n") == """
                Eksempelkommunen: forebyggelsesforløb i en opdigtet kommune

                Egen læge
                  Borgere kommer fra: • Almen praksis: rygning og alkohol •
                    Hospital: rygning og alkohol • Almen praksis: kronisk
                    sygdom • Hospital: kronisk sygdom
                  Samtale om forebyggelse
                      Henvis til kommunen → Én eller flere indgange
                      Tal om det derhjemme → Betænkningstid
                      Forebyggelse i almen praksis → Forebyggelse i almen
                """)
    }

    @Test("show diagram writes a file by its ending, and never over another unless asked")
    func command() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("a.svg")
        let first = try Simrepl.run(["--lang", "en", "show", "diagram", "uge-40", "--to", file])
        #expect(first.status == 0 && first.output == "Written to \(file).\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<?xml"))
        let second = try Simrepl.run(["--lang", "en", "show", "diagram", "--to", file])
        #expect(second.status == 1 && second.errors.contains("--force"))
        let third = try Simrepl.run(["--lang", "en", "show", "diagram", "--to", file, "--force"])
        #expect(third.status == 0)
        let mermaid = try Simrepl.run(["--lang", "en", "show", "diagram", "--format", "mermaid"])
        #expect(mermaid.output.hasPrefix("flowchart TB\n"))
    }
}
