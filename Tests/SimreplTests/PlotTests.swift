import Foundation
import Testing

@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("plot and show flow")
struct PlotTests {
    private func run(
        _ lines: [String], _ folder: TemporaryFolder, language: String = "en", environment: [String: String] = [:]
    ) throws -> Simrepl.Outcome {
        let script = try folder.file("s.sim", lines.joined(separator: "\n") + "\n")
        return try Simrepl.run(
            ["--lang", language, "-f", script], environment: environment, folder: folder.path)
    }

    @Test(
        "what cannot be drawn says what to do",
        arguments: [
            ("plot", 1, "error C103: there is no result to draw; type run first"),
            ("plot comparison", 1, "there is no comparison yet; type compare … first"),
            ("plot sweep", 1, "there is no sweep yet; type sweep … first"),
            ("show flow", 1, "there are no numbers to draw; type run first"),
            ("run dd1-overload --replications 2; plot wait.servise.mean", 1, "did you mean wait.service.mean?"),
            ("run dd1-overload --replications 2; plot wait.service.mean --by age", 1, "type run --by age first"),
            ("run dd1-overload --replications 2; plot waits chart.png", 2, "\"chart.png\" must end in .svg"),
            ("run dd1-overload --replications 2; plot no/such/folder/x.svg", 1, "no/such/folder/x.svg"),
            ("run dd1-overload --replications 2; plot x.svg; plot x.svg", 1, "x.svg"),
            ("run dd1-overload --replications 2; show flow kommune", 1, "type run kommune first"),
        ])
    func problems(line: String, status: Int32, words: String) throws {
        let theory = Simrepl.packageRoot + "/scenarios/theory/dd1-overload.json"
        let folder = try TemporaryFolder()
        let outcome = try run([line.replacing("dd1-overload", with: theory)], folder)
        #expect(outcome.status == status)
        let fact = words.replacing("error C103: ", with: "")
        #expect(outcome.errors.replacing("\n", with: " ").contains(fact), "\(outcome.errors)")
    }

    @Test("every view is drawn in the window and as well-formed SVG, in both languages", arguments: ["da", "en"])
    func views(language: String) throws {
        let folder = try TemporaryFolder()
        var lines = ["run --replications 3 --by age:50,70", "compare uge-40 --replications 2"]
        lines.append("sweep resources.clarifier.slotsPerWeek 10..14 4 --replications 2")
        for (index, view) in PlotView.allCases.enumerated() {
            lines.append("plot \(language == "da" ? view.alias : view.rawValue)")
            lines.append("plot \(view.rawValue) v\(index).svg")
        }
        lines += [
            "plot waiting.clarifying a.svg", "plot wait.clarifying.p90 b.svg",
            "plot wait.clarifying.p90 c.svg --cumulative",
            "plot wait.clarifying.mean d.svg --by age", "plot utilisation.clarifier e.svg", "plot number.system f.svg",
            "plot wait.clarifying.mean g.svg --years", "show flow --to h.svg", "plot time.arrival.close.p90 i.svg",
        ]
        let outcome = try run(lines, folder, language: language)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".svg") }
        #expect(files.count >= PlotView.allCases.count + 9)
        for file in files {
            let data = try #require(FileManager.default.contents(atPath: folder.path(file)))
            #expect(XMLParser(data: data).parse(), "\(file)")
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("lang=\"\(language)\"") && text.contains("<desc"))
        }
    }

    @Test("the flow of a saved result is that of the run it was saved from")
    func savedFlow() throws {
        let folder = try TemporaryFolder()
        let first = try run(["run --replications 2; save result r.json; show flow --to a.svg"], folder)
        #expect(first.status == 0, "\(first.errors)")
        let again = try run(["load r.json; show flow --to b.svg; plot wait.clarifying.mean c.svg"], folder)
        #expect(again.status == 0, "\(again.errors)")
        let files = ["a.svg", "b.svg"].map { FileManager.default.contents(atPath: folder.path($0)) }
        #expect(files[0] == files[1] && files[0] != nil)
    }

    @Test("the numbers at a step of the flow are those of the tables")
    func flowNumbers() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["run --replications 1 --format csv; show flow"], folder)
        let count = try #require(outcome.output.firstMatch(of: /reneged\.clarifying\.count,,count,([0-9]+)/)?.output.1)
        #expect(outcome.output.contains("gives up, \(count) → "))
        #expect(outcome.output.contains("The numbers are citizens who went that way"))
    }
}
