import Foundation
import PathwaySim
import Testing

@testable import Scenarios

extension Scenario {
    /// A scenario for a test; what is wrong with it becomes the failure's text.
    static func sample(_ text: String) throws -> Scenario {
        do {
            return try ScenarioLibrary(directory: nil).load(text: text, name: "sample.json")
        } catch {
            Issue.record("\(error.rendered(.en))")
            throw error
        }
    }
}

@Suite("Setting values")
struct EditorTests {
    private static let clinic = """
        {
          "schema": "pathwaysim.scenario/1", "id": "clinic", "title": "Clinic",
          "start": "2026-01-05", "horizon": "1y",
          "sources": {"gp": {"kind": "poisson", "rate": {"perDay": 2}, "next": "talk", "source": "a page"}},
          "resources": {
            "talks": {"kind": "slots", "label": {"da": "Afklarende samtaler på rådhuset", "en": "Clarifying talks"},
                      "slotsPerWeek": {"value": 10, "source": "001 p. 31", "unit": "slots"}, "length": "60m",
                      "assumption": "guess"}},
          "steps": {
            "talk": {"kind": "appointment", "slots": "talks", "lead": "3wd", "noShow": 0.1, "lost": "gone",
                     "next": "wait", "assumption": "guess"},
            "wait": {"kind": "delay", "duration": {"exponential": {"mean": "10d"}}, "next": "gone", "assumption": "guess"},
            "gone": {"kind": "close", "outcome": "done"}
          },
          "outcomes": {"done": {}}
        }
        """

    @Test(
        "a number that may mean thousands or decimals is refused",
        arguments: [("45.000", true), ("1,250", true), ("0.125", false), ("1.25", false), ("1000", false)])
    func thousands(_ value: String, _ isRefused: Bool) throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        let path = isRefused || value == "1000" ? "resources.talks.slotsPerWeek" : "steps.talk.noShow"
        do throws(LoadFailure) {
            _ = try editor.set(value == "1.25" ? "sources.gp.rate.perDay" : path, value)
            #expect(!isRefused)
        } catch {
            #expect(isRefused)
            #expect(error.rendered(.en).contains("may be \(value.filter(\.isNumber)) or a decimal"))
        }
    }

    @Test(
        "a value is set absolutely or relatively, in the notation of its unit",
        arguments: [
            ("resources.talks.slotsPerWeek", "12", "12"), ("resources.talks.slotsPerWeek", "12,5", "12.5"),
            ("resources.talks.slotsPerWeek", "+20%", "12"), ("resources.talks.slotsPerWeek", "-10%", "9"),
            ("resources.talks.slotsPerWeek", "+3", "13"), ("resources.talks.slotsPerWeek", "=11", "11"),
            ("resources.talks.length", "45m", "\"45m\""), ("resources.talks.length", "+50%", "\"90m\""),
            ("steps.talk.lead", "+2", "\"5wd\""), ("steps.talk.lead", "5d", "\"5d\""),
            ("steps.talk.noShow", "20%", "0.2"), ("steps.talk.noShow", "+0.05", "0.15"),
            ("steps.wait.duration.exponential.mean", "+5d", "\"15d\""), ("resources.talks.staff", "2", "2"),
            ("resources.talks.slotsPerWeek", "14 slots a week", "14"),
            ("resources.talks.slotsPerWeek", "= 14 tider pr. uge", "14"),
            ("sources.gp.rate.perDay", "3", "3"), ("horizon", "2y", "\"2y\""),
            ("afklarende samtaler paa raadhuset pr. uge", "14", "14"), ("Clarifying talks a week", "14", "14"),
        ])
    func sets(_ name: String, _ value: String, _ result: String) throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        let change = try editor.set(name, value)
        #expect(change.new.map { JSONWriter.line($0) } == result)
        #expect(editor.scenario.document.node(at: change.path)?.quantity == change.new)
        #expect(editor.scenario.changes.map(\.path) == [change.path])
    }

    private static let patient = """
        {
          "schema": "pathwaysim.scenario/1", "id": "patient", "kind": "method", "title": "Patient", "assumption": "guess",
          "start": "2026-01-05", "horizon": "1y",
          "parameters": {"patience": {"value": 30, "range": [10, 60], "label": {"da": "Tålmodighed", "en": "Patience"}},
                         "share": 0.5},
          "sources": {"gp": {"kind": "poisson", "rate": {"population": 100, "share": "share"}, "next": "first"}},
          "resources": {"room": {"kind": "servers", "capacity": 1}},
          "steps": {
            "first": {"kind": "service", "needs": "room", "duration": {"constant": "1d"}, "next": "second",
                      "patience": {"exponential": {"mean": "patience"}}, "reneged": "gone", "label": "The first"},
            "second": {"kind": "service", "needs": "room", "duration": {"constant": "1d"}, "next": "gone",
                       "patience": {"exponential": {"mean": "patience"}}, "reneged": "gone", "label": "The second"},
            "gone": {"kind": "close", "outcome": "done"}
          },
          "outcomes": {"done": {}}
        }
        """

    @Test("a value that is impossible where it is used is one finding, about the value, with what is allowed")
    func impossible() throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.patient))
        do throws(LoadFailure) {
            _ = try editor.set("parameters.patience", "-500")
            Issue.record("it was accepted")
        } catch {
            #expect(error.diagnostics.count == 1)
            #expect(
                error.diagnostics[0].text.en == "Patience (parameters.patience) cannot be -470; write a number of at "
                    + "least 0 (plausible: 10–60). It is 30 now. Used at: The first; The second.")
            #expect(
                error.diagnostics[0].text.da == "Tålmodighed (parameters.patience) kan ikke være -470; skriv et tal på "
                    + "mindst 0 (rimeligt: 10–60). Nu er det 30. Bruges ved: The first; The second.")
            #expect(error.rendered(.en).contains("parameters.patience -500"))
        }
        #expect(editor.scenario.changes.isEmpty)
        #expect(throws: LoadFailure.self) { try editor.set("parameters.share", "=-1") }
    }

    @Test(
        "a number with a word that is not what it counts is answered with the number",
        arguments: ["14 weeks", "14 dage"])
    func onlyTheNumber(value: String) throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        do throws(LoadFailure) {
            _ = try editor.set("resources.talks.slotsPerWeek", value)
            Issue.record("it was accepted")
        } catch {
            #expect(error.diagnostics.map(\.text.en) == ["write only the number: 14; it counts slots a week"])
        }
    }

    @Test("several numbers set together are checked together")
    func together() throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        func setting(_ path: String) throws -> Setting {
            try #require(editor.scenario.settings.first { $0.path == path })
        }
        let slots = try setting("resources.talks.slotsPerWeek")
        let share = try setting("steps.talk.noShow")
        try editor.set(together: [(slots, .number(12)), (share, .number(0.25))])
        #expect(editor.scenario.changes.map(\.path).sorted() == ["resources.talks.slotsPerWeek", "steps.talk.noShow"])
        let before = editor.scenario.hash
        #expect(throws: LoadFailure.self) { try editor.set(together: [(slots, .number(13)), (share, .number(2))]) }
        #expect(editor.scenario.hash == before)
    }

    @Test("what was set is an assumption of the user, and the rest of the quantity stays")
    func provenance() throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        let before = editor.scenario.hash
        try editor.set("resources.talks.slotsPerWeek", "12")
        let entry = try #require(editor.scenario.provenance.first { $0.path == "resources.talks.slotsPerWeek.value" })
        #expect(entry.kind == .assumption)
        #expect(entry.text == Text(da: "sat af brugeren", en: "set by the user"))
        #expect(editor.scenario.document.node(at: "resources.talks.slotsPerWeek.unit")?.string == "slots")
        #expect(editor.scenario.hash != before)
        let change = try editor.unset("resources.talks.slotsPerWeek")
        #expect(change.new?.number == 10)
        #expect(editor.scenario.hash == before)
        #expect(editor.scenario.changes.isEmpty)
    }

    @Test(
        "a setting that cannot be is refused with the reason, and nothing changes",
        arguments: [
            ("resources.talks.slotPerWeek", "12", "S401"), ("resources.talks.slotsPerWeek", "-20", "S102"),
            ("resources.talks.slotsPerWeek", "many", "S051"), ("steps.talk.noShow", "150%", "S102"),
            ("steps.talk.next", "nowhere", "S104"), ("steps.talk.lead", "3 weeks", "S070"),
            ("steps.wait.duration", "+10%", "S402"), ("steps.talk", "3", "S401"), ("steps.talk.slots", "+1", "S402"),
        ])
    func refuses(_ name: String, _ value: String, _ code: String) throws {
        var editor = ScenarioEditor(try Scenario.sample(Self.clinic))
        let failure = try #require(throws: LoadFailure.self) { try editor.set(name, value) }
        #expect(failure.diagnostics.map(\.code.rawValue).contains(code), "\(failure.rendered(.en))")
        #expect(editor.scenario.changes.isEmpty)
    }

    @Test("the changes can be saved as a scenario that builds on the original")
    func saves() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pathwaysim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.clinic.utf8).write(to: folder.appending(path: "clinic.json"))
        let library = ScenarioLibrary(directory: folder)
        var editor = ScenarioEditor(try library.load("clinic"))
        try editor.set("resources.talks.slotsPerWeek", "12")
        try editor.set("steps.talk.lead", "+2")
        let text = editor.scenario.variantJSON(id: "more", title: Text(same: "More talks"), extends: "clinic")
        try Data(text.utf8).write(to: folder.appending(path: "more.json"))
        let again = try library.load("more")
        #expect(again.model == editor.scenario.model)
        #expect(again.hash == editor.scenario.hash)
        #expect(again.title.en == "More talks")
    }

    @Test("every setting has a label in both languages and can be found by its path")
    func settings() throws {
        let scenario = try Scenario.sample(Self.clinic)
        let slots = try #require(scenario.settings.first { $0.path == "resources.talks.slotsPerWeek" })
        #expect(slots.label == Text(da: "Afklarende samtaler på rådhuset pr. uge", en: "Clarifying talks a week"))
        #expect(slots.unit?.en == "slots a week")
        #expect(slots.value.number == 10)
        let standard = try #require(scenario.settings.first { $0.path == "resources.talks.staff" })
        #expect(standard.isStandard && standard.value.number == 1)
        for setting in scenario.settings {
            #expect(!setting.label.da.isEmpty && !setting.label.en.isEmpty, "\(setting.path)")
            #expect(scenario.setting(named: setting.path) == setting)
        }
    }
}
