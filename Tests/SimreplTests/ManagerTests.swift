import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("The manager's table")
struct ManagerTests {
    private static let compare =
        "sammenlign kommune resources.clarifier.slotsPerWeek=14 --replications 4 --set horizon=120d"

    private func run(_ line: String, lang: String = "da") throws -> Simrepl.Outcome {
        try Simrepl.run(["--lang", lang], input: line + "\n")
    }

    @Test("hours are those of the run, with what comes besides, as staff and as money")
    func hours() throws {
        let manager = try run(Self.compare + " --format json --manager --rate 500 --fulltime 1000 --besides 50%")
        #expect(manager.status == 0, "\(manager.errors)")
        let node = try #require(JSONReader.value(of: manager.output))
        let rows = try #require(node["rows"]?.array)
        func value(_ name: String) throws -> Double {
            let row = try #require(rows.first { $0["name"]?.string == name })
            return try #require(row["values"]?.array?.first?["mean"]?.number)
        }
        let run = try run("run kommune --replications 4 --set horizon=120d --format json")
        let measures = try #require(JSONReader.value(of: run.output)?["measures"]?.array)
        var (contact, messages) = (0.0, 0.0)
        let lengths = ["clarifier": 1, "alcoholAdviser": 0.75, "closer": 0.75]
        for measure in measures where measure["by"] == nil {
            let name = measure["name"]?.string ?? ""
            guard let mean = measure["mean"]?.number else { continue }
            if name == "hours.municipality.messages" { messages = mean }
            let parts = name.split(separator: ".").map(String.init)
            // All slots are paid for, and of other hours what was used.
            if let length = lengths[parts[1]] {
                if parts[0] == "slots", parts[2] == "offered" { contact += mean * length }
            } else if parts[0] == "hours", parts.count == 2, name != "hours.interpreter" {
                contact += mean
            }
        }
        let hours = try value("hours.municipality")
        #expect(abs(hours - (contact * 1.5 + messages) * 365 / 120) < 1e-6 * hours)
        #expect(abs(try value("fullTime.municipality") - hours / 1_000) < 1e-9)
        #expect(abs(try value("cost.municipality") - hours * 500) < 1e-6 * hours)
        #expect(try value("slotsPerWeek.clarifier") == 10)
        // Five months have begun and four of them are over.
        let months = node["forecast"]?.array?.filter { $0["step"]?.string == "clarifying" }.compactMap {
            $0["date"]?.string
        }
        #expect(months == ["2026-01-26", "2026-02-23", "2026-03-30", "2026-04-27"])
    }

    @Test("says in both languages what the alternatives are and what is not counted")
    func words() throws {
        let danish = try run(Self.compare + " --format manager").output.replacing(/\s+/, with: " ")
        #expect(danish.contains("B: Afklarende samtaler pr. uge: 14 i stedet for 10"), "\(danish)")
        #expect(danish.contains("forberedelse, dokumentation og kørsel er ikke med, før du angiver dem"))
        #expect(danish.contains("Kroner kræver din egen timepris"))
        let english = try run(Self.compare + " --manager", lang: "en").output
        #expect(english.contains("Full-time staff"))
        #expect(try run(Self.compare + " --manager --rate abc").status == 2)
    }

    @Test("compare says in one sentence what more slots do to the wait for them")
    func sentence() throws {
        let line = "compare kommune resources.clarifier.slotsPerWeek=14 --replications 12"
        let english = try run(line, lang: "en").output.replacing(/\s+/, with: " ")
        let pattern =
            /With 4 more clarifying conversations a week 9 of 10 wait at most [\d.]+ days instead of [\d.]+ \(difference known to ±[\d.]+\); in 8 of 10 years between [\d.]+ and [\d.]+\./
        #expect(english.contains(pattern), "\(english)")
        let danish = try run(line).output.replacing(/\s+/, with: " ")
        #expect(danish.contains("Med 4 flere afklarende samtaler pr. uge venter 9 af 10 højst"), "\(danish)")
    }

    @Test("with too few years for it there are no empty lines of 8 of 10 years")
    func fewYears() throws {
        let few = try run(Self.compare + " --format manager", lang: "en").output
        #expect(!few.contains("8 of 10 years"), "\(few)")
        let enough = try run(
            "compare kommune resources.clarifier.slotsPerWeek=14 --replications 10 --set horizon=60d --manager",
            lang: "en")
        #expect(enough.output.contains("8 of 10 years"))
    }
}
