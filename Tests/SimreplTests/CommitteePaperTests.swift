import Foundation
import Testing

@testable import simrepl

@Suite("One page for a committee")
struct CommitteePaperTests {
    private func run(_ lines: [String], _ folder: TemporaryFolder, language: String = "en") throws -> Simrepl.Outcome {
        let script = try folder.file("s.sim", lines.joined(separator: "\n") + "\n")
        return try Simrepl.run(["--lang", language, "-f", script], folder: folder.path)
    }

    private func page(_ lines: [String], _ name: String = "k.md", language: String = "da") throws -> String {
        let folder = try TemporaryFolder()
        let outcome = try run(lines, folder, language: language)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return String(decoding: try #require(FileManager.default.contents(atPath: folder.path(name))), as: UTF8.self)
    }

    @Test(
        "a comparison has the six parts of the form, both sides' numbers, general practice's minutes and the closing word"
    )
    func comparison() throws {
        let text = try page([
            "compare resources.clarifier.slotsPerWeek=14 --replications 10; report k.md --form klu"
        ])
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        #expect(
            heads == [
                "Sag", "Baggrund", "Hvad viser beregningen", "Usikkerhed", "Antagelser, udvalget bør tage stilling til",
                "Til drøftelse",
            ])
        #expect(text.contains("Egen læge: minutter om ugen til meddelelser"))
        #expect(text.contains("Meddelelser: "))
        #expect(text.contains("10 gange"))
        #expect(text.contains("Forpligtende aftaler ud over overenskomsten indgås andre steder."))
    }

    @Test("a run has its own sentences and says between which values 8 of 10 years lie")
    func ofRun() throws {
        let text = try page(["run --replications 10; report k.md --form klu"], language: "en")
        #expect(text.contains("| 8 of 10 years |"))
        #expect(text.contains("GP: minutes a week on messages"))
        let html = try page(["run --replications 10; report k.html --form klu"], "k.html", language: "en")
        #expect(html.contains("Til drøftelse") && html.contains("To discuss"))
    }

    @Test("a sweep has no such page")
    func sweep() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(
            ["sweep resources.clarifier.slotsPerWeek 10..12 2 --replications 2; report k.md --form klu"], folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("run or compare first"))
    }
}
