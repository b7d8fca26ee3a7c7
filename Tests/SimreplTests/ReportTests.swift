import Scenarios
import Testing

@testable import PathwaySim
@testable import simrepl

/// What `run` prints for people.
@Suite("The table of results")
struct ReportTests {
    /// Seven citizens, two conversations a week: nothing is drawn, so every number can be checked by hand. The waits for
    /// the conversation are 4, 4, 11, 11, 18, 18 and 22 days, each some hours more or less.
    private static let scenario = #"""
        {
          "schema": "pathwaysim.scenario/1", "id": "groups", "kind": "method",
          "title": {"da": "Hold", "en": "Groups"},
          "assumption": "Made for a test.",
          "start": "2026-01-01", "horizon": "60d",
          "attributes": {
            "sex": {"type": "category", "values": {"woman": 1, "man": 0}, "label": {"da": "Køn", "en": "Sex"}},
            "age": {"type": "number", "value": 60, "label": {"da": "Alder", "en": "Age"}}
          },
          "sources": {
            "gp": {"kind": "recorded", "at": ["2026-01-02T09:00", "2026-01-02T10:00", "2026-01-02T11:00", "2026-01-02T12:00", "2026-01-02T13:00", "2026-01-02T14:00"], "next": "talk"},
            "ward": {"kind": "recorded", "at": ["2026-01-05T09:00"], "assign": {"sex": "man"}, "next": "talk"}
          },
          "resources": {
            "adviser": {
              "kind": "slots", "slotsPerWeek": 2, "length": "60m",
              "label": {"da": "Samtaler", "en": "Conversations"},
              "windows": [{"days": ["tue"], "hours": "09:00-15:00"}]
            },
            "place": {"kind": "servers", "capacity": 3, "label": {"da": "Pladser", "en": "Places"}}
          },
          "steps": {
            "talk": {"kind": "appointment", "slots": "adviser", "next": "day", "label": {"da": "Afklarende samtale om forebyggelse, formiddag", "en": "Clarifying conversation on prevention, morning"}},
            "day": {"kind": "service", "needs": {"place": 1}, "duration": "1d", "next": "finish", "label": {"da": "Afklarende samtale om forebyggelse, eftermiddag", "en": "Clarifying conversation on prevention, afternoon"}},
            "finish": {"kind": "close", "outcome": "completed"}
          },
          "deadlines": {
            "soon": {"from": "talk.enter", "to": "talk.start", "limit": "14d", "kind": "target", "label": {"da": "Samtale inden 14 dage", "en": "Talk within 14 days"}},
            "law": {"from": "talk.enter", "to": "talk.start", "limit": "21d", "kind": "law", "label": {"da": "Samtale inden tre uger", "en": "Talk within three weeks"}}
          },
          "outcomes": {"completed": {"label": {"da": "Gennemført", "en": "Completed"}}}
        }
        """#

    private func run(_ options: [String], columns: Int = 80) throws -> Simrepl.Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.file("groups.json", Self.scenario)
        return try Simrepl.run(
            ["run", file, "--replications", "2"] + options, environment: ["COLUMNS": "\(columns)"])
    }

    /// Without the line that names the file's hash, which is not what these tests are about.
    private func withoutFooter(_ output: String) -> String {
        output.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("groups ") }
            .joined(separator: "\n")
    }

    @Test("long names stay apart, places have no hours, targets are met or not, few observations are marked")
    func prints() throws {
        let outcome = try run(["--lang", "da", "--verify"], columns: 100)
        #expect(outcome.errors == "")
        #expect(
            withoutFooter(outcome.output) == """
                Hold, 60 dage fra 1. januar 2026

                Borgere færdige med hvert trin                     antal
                  Kom                                                  7
                  Afklarende samtale om forebyggelse, formiddag        7
                  Afklarende samtale om forebyggelse, eftermiddag      7
                  Stadig i gang til sidst                              0

                                                                                                    9 af 10
                                                                                                   af alle,
                                                                               halvdelen  9 af 10   der kom  venter
                Ventetid i dage, for dem der begyndte              gennemsnit      højst    højst       til  stadig
                  Afklarende samtale om forebyggelse, formiddag         12,5*        11*      22*       22*       0
                  Afklarende samtale om forebyggelse, eftermiddag       0*            0*       0*        0*       0

                Belægning og kø  belægning, %  kø i snit  længste kø  timer
                  Samtaler              43,8        1,46           7      7
                  Pladser                3,89       0              0

                Hvordan forløb slutter  borgere  andel, %
                  Gennemført                  7      100*

                Frister og mål                  nået, %  nået  ikke nået  åbne
                  Samtale inden 14 dage (mål)     57,1*     4          3     0
                  Samtale inden tre uger (lov)    85,7*     6          1     0

                * bygger på færre end 20 iagttagelser; brug tallet med forsigtighed
                10 af scenariets 10 tal (100 %) er skøn: vis antagelser

                Efterprøvet i 2 gennemspilninger: alt stemmer.
                  holder: hver borger har én afslutning eller er i gang til sidst
                  holder: Littles lov for hver ressource: kø over tid er lig med ventetid i alt
                  holder: ingen ressource bruges ud over sin kapacitet
                  holder: ingen ventetid er under nul
                  holder: sendte meddelelser er modtaget eller undervejs
                  holder: hver plads på et hold tages én gang

                """)
    }

    @Test("in 80 columns names go on on the next line; groups under five are not shown")
    func printsGroups() throws {
        let outcome = try run(["--by", "Age:50", "--lang", "en"])
        #expect(outcome.errors == "")
        #expect(
            withoutFooter(outcome.output) == """
                Groups, 60 days from 1 January 2026

                Citizens done with each step                        number
                  Came                                                   7
                  Clarifying conversation on prevention, morning         7
                  Clarifying conversation on prevention, afternoon       7
                  Still on their way at the end                          0

                                                                                9 of 10
                                                             half at  9 of 10    of all    still
                Waits in days, of those who started    mean     most  at most  who came  waiting
                  Clarifying conversation on          12.5*      11*      22*       22*        0
                    prevention, morning
                  Clarifying conversation on          0*          0*       0*        0*        0
                    prevention, afternoon

                Utilisation and queue  utilisation, %  mean queue  longest queue  hours
                  Conversations                 43.8         1.46              7      7
                  Places                         3.89        0                 0

                How courses end  citizens  share, %
                  Completed             7      100*

                Deadlines and targets            met, %  met  not met  open
                  Talk within 14 days (target)    57.1*    4        3     0
                  Talk within three weeks (law)   85.7*    6        1     0

                                                                           9 of 10    still
                Waits in days, of those who started. By: Age         mean  at most  waiting
                  Clarifying conversation on prevention, morning
                    ≥50                                             12.5*      22*        0
                  Clarifying conversation on prevention, afternoon
                    ≥50                                             0*          0*        0

                How courses end. By: Age  citizens  share, %
                  Completed
                    ≥50                          7      100*

                Deadlines and targets. By: Age   met, %
                  Talk within 14 days (target)
                    ≥50                           57.1*
                  Talk within three weeks (law)
                    ≥50                           85.7*

                * rests on fewer than 20 observations; use the number with care
                Groups of fewer than 5 citizens are not shown, nor the next one from which they
                could be worked out: Age <50.
                10 of the scenario's 10 numbers (100 %) are estimates: show assumptions

                """)
    }

    @Test("a group under five and the one it could be worked out from are left out, by name")
    func hidesGroups() throws {
        let outcome = try run(["--by", "Sex", "--lang", "en"])
        #expect(outcome.errors == "")
        #expect(!outcome.output.contains("By: Sex"))
        #expect(
            outcome.output.replacing("\n", with: " ").contains(
                "Groups of fewer than 5 citizens are not shown, nor the next one from which they could be worked out: "
                    + "Sex woman, Sex man."))
    }

    @Test(
        "what cannot be grouped by is refused with the reason",
        arguments: [
            ("agee", "the scenario has no attribute \"agee\"; did you mean \"age\"?"),
            ("age", "age is a number; say where to divide it, for example age:50,70"),
            ("age:7,5", "\"7,5\" is not ascending numbers with commas between; write 50,70, for example"),
            ("age:", "\"\" is not ascending numbers with commas between; write 50,70, for example"),
            ("sex:5", "sex is not a number and cannot be divided; write sex alone"),
        ])
    func refusesGroupings(word: String, message: String) throws {
        let outcome = try run(["--by", word, "--lang", "en"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(": " + message + "\n"))
        #expect(outcome.output == "")
    }

    @Test("beside results for programs the verification goes to standard error")
    func verifiesBesideJSON() throws {
        let plain = try run(["--format", "json", "--lang", "en"])
        let verified = try run(["--format", "json", "--verify", "--lang", "en"])
        #expect(verified.output == plain.output)
        #expect(verified.errors.contains("Verified in 2 replications: everything holds."))
        #expect(verified.status == 0)
    }

    @Test("a violation is named and counted, in both languages")
    func tellsViolations() {
        #expect(
            Texts.verified(violations: 3, replications: 20)
                == Text(
                    da: "Efterprøvet i 20 gennemspilninger: 3 brud. Det er en fejl i programmet; stol ikke på tallene.",
                    en:
                        "Verified in 20 replications: 3 violations. This is a fault of the program; do not trust the numbers."
                ))
        #expect(
            Texts.verifiedRule(Texts.verifyWaits, violations: 3)
                == Text(
                    da: "holder ikke (3): ingen ventetid er under nul", en: "does not hold (3): no wait is below zero"))
    }

    @Test(
        "a number is shown as well as it is known",
        arguments: [
            // The same in every replication: whole counts as they are, else three digits.
            (25.694, 0, 25.694, 25.694, 100, "25.7", ""), (1234, 0, 1234, 1234, 100, "1,234", ""),
            (1234.5, 0, 1234.5, 1234.5, 100, "1,230", ""), (0.5, 0, 0.5, 0.5, 100, "0.5", ""),
            (0, 0, 0, 0, 100, "0", ""),
            // No digit beyond the half-width, in the range neither.
            (13.26, 1.7, 10.41, 16.93, 100, "13.3 ± 1.7", "10–17"),
            (13.26, 0.3, 13.1, 13.12, 100, "13.3 ± 0.3", "13.1"),
            // From few observations.
            (13.26, 1.7, 10.41, 16.93, 19, "13.3 ± 1.7*", "10–17"),
        ])
    func formats(
        mean: Double, halfWidth: Double, low: Double, high: Double, n: Int, value: String, spread: String
    ) {
        let measure = Measure(
            name: "wait.talk.mean", unit: .days, mean: mean, halfWidth: halfWidth, low: low, high: high, n: n,
            basis: .observations, by: nil, perReplication: [], influence: [])
        #expect(
            ReportSection.Cell(measure, scale: 1, language: .en) == ReportSection.Cell(value: value, spread: spread))
    }

    @Test("what the engine refuses is shown in the scenario's file")
    func placesRefusals() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("groups.json", Self.scenario)
        let scenario = try ScenarioLibrary(directory: nil).load(file)
        let renderer = DiagnosticRenderer(files: scenario.files, language: .en, width: 80)
        let text = renderer.render([scenario.finding(.impossibleCourse(step: "day"))])
        #expect(text.hasPrefix("\(file):24:12: "), "\(text)")
        #expect(text.contains("error C020: the course day can never start; look at its minimum, maximum and start"))
    }
}
