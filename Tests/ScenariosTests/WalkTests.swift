import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("Walking a case")
struct WalkTests {
    static func walk(_ id: String, settings: [(String, String)] = [], seed: UInt64 = 1) throws -> Walk {
        let library = CaseFormatTests.library
        var editor = ScenarioEditor(try library.load(try library.loadCase(id).file.scenarioID))
        for (path, value) in settings { try editor.set(path, value) }
        return Walk(try library.loadCase(id, in: editor.scenario), seed: seed)
    }

    @Test("every case reaches its end with what the sources recommend", arguments: CaseFormatTests.ids)
    func recommended(id: String) throws {
        let walk = try Self.walk(id)
        let play = try walk.play(answers: [:])
        guard case .closed = play.state else {
            Issue.record("\(id): \(play.state)")
            return
        }
        #expect(play.answered.count >= 5)
        for milestone in walk.file.milestones { #expect(play.first(of: milestone.events) != nil, "\(milestone.id)") }
    }

    @Test(
        "every choice of every stop leads to an end and changes nothing before the stop", arguments: CaseFormatTests.ids
    )
    func everyChoice(id: String) throws {
        let walk = try Self.walk(id)
        let report = try walk.tryEveryChoice()
        // Each stop is reached with some choices; one that never is would be dead text.
        #expect(report.unreached.isEmpty, "\(report.unreached)")
        #expect(report.plays > walk.file.stops.count)
    }

    @Test("a walk is the same every time, and one run with all answers is the run stop by stop")
    func deterministic() throws {
        let walk = try Self.walk("albert")
        for answers in [[:], [5: [0], 9: [1]], [2: [3]], [3: [0, 1], 6: [1]]] as [[Int: [Int]]] {
            let first = try walk.play(answers: answers)
            #expect(try walk.play(answers: answers).entries == first.entries)
            #expect(try walk.outcome(answers: answers, assuming: []).entries == first.entries)
            #expect(try walk.outcome(answers: answers, assuming: Set(0..<20)).entries == first.entries)
        }
    }

    @Test("nobody else's luck depends on what the room decides")
    func othersKeepTheirLuck() throws {
        let walk = try Self.walk("albert")
        func arrivals(_ answers: [Int: [Int]]) throws -> [LogEntry] {
            let given = walk.file.stops.indices.map {
                Walk.Answer(stop: $0, choices: answers[$0] ?? walk.file.stops[$0].recommended)
            }
            let model = try CompiledModel(walk.applying(given))
            let trace = try CaseTrace.run(model, RunOptions(logsEverybody: true))
            return trace.entries.filter { $0.happening == .arrived && $0.citizen != "albert" }
        }
        let usual = try arrivals([:])
        #expect(usual.count > 500)
        #expect(try arrivals([2: [3]]) == usual)
        #expect(try arrivals([5: [0], 9: [1]]) == usual)
    }

    @Test("capacity changes no draw, and nothing before the first changed wait")
    func capacity() throws {
        let few = try Self.walk("albert").play(answers: [:])
        let many = try Self.walk("albert", settings: [("resources.clarifier.slotsPerWeek", "20")]).play(answers: [:])
        let different = try #require(few.entries.indices.first { few.entries[$0] != many.entries[$0] })
        // The first difference is the slot he is given.
        let first = few.entries[different]
        #expect(first.step == "clarifying")
        guard case .booked(let late) = first.happening, case .booked(let early) = many.entries[different].happening
        else {
            Issue.record("not a booking: \(first)")
            return
        }
        #expect(early < late)
        #expect(few.entries[..<different].elementsEqual(many.entries[..<different]))
        // What is drawn for him is the same: how long his letters take, in working time.
        func travel(_ play: Walk.Play, _ step: String) throws -> SimTime {
            let sent = try #require(play.entries.first { $0.step == step && $0.eventName == "\(step).sent" })
            let received = try #require(play.entries.first { $0.step == step && $0.eventName == "\(step).received" })
            return received.instant - sent.instant
        }
        for step in ["referral", "invitation"] { #expect(try travel(few, step) == (try travel(many, step))) }
    }

    @Test("what is set before a walk changes the citizen's wait")
    func settingsHold() throws {
        let few = try Self.walk("albert").play(answers: [:])
        let many = try Self.walk("albert", settings: [("resources.clarifier.slotsPerWeek", "20")]).play(answers: [:])
        let events = ["clarifying.start"]
        #expect(try #require(many.first(of: events)) < (try #require(few.first(of: events))))
    }

    @Test("a citizen who can never reach the end of an offer is on the way when the calendar ends")
    func neverEnds() throws {
        let walk = try Self.walk(
            "albert",
            settings: [("steps.physicalTraining.joinLead", "900d")])
        let play = try walk.play(answers: [:])
        guard case .horizon(let step, _) = play.state else {
            Issue.record("\(play.state)")
            return
        }
        #expect(step == "physicalTraining")
    }

    @Test("the trap of a direct start: Albert's COPD and balance stay unclarified when nobody asks for more")
    func trap() throws {
        let walk = try Self.walk("albert")
        let index = { (id: String) in try #require(walk.file.stops.firstIndex { $0.id == id }) }
        let answers = [try index("ask-for"): [0], try index("seen"): [1]]
        let play = try walk.play(answers: answers)
        #expect(play.first(of: ["clarifying.start"]) == nil)
        #expect(play.state == .closed(outcome: "completedNeedsUnseen", at: try #require(play.first(of: ["close"]))))
        #expect(try walk.play(answers: [:]).first(of: ["clarifying.start"]) != nil)
    }

    @Test("a referral that lacks something comes back and costs days")
    func deficientReferral() throws {
        let walk = try Self.walk("albert")
        let stop = try #require(walk.file.stops.firstIndex { $0.id == "referral" })
        let bare = try walk.play(answers: [stop: [0, 1]])
        let full = try walk.play(answers: [:])
        #expect(bare.entries.contains { $0.step == "missingFacts" })
        #expect(!full.entries.contains { $0.step == "missingFacts" })
        let received = { (play: Walk.Play) in play.entries.last { $0.eventName == "referral.received" }?.instant }
        #expect(try #require(received(bare)) > (try #require(received(full))))
    }

    @Test("a choice that changes what has already happened is refused")
    func past() throws {
        let text = CaseReferenceTexts.example
            .replacing("\"at\": \"detection.enter\"", with: "\"at\": \"nicotineCessation.start\"")
            .replacing("\"decisions\": {\"detection\": \"decline\"}", with: "\"attributes\": {\"referralBare\": true}")
            .replacing(", \"decisions\": {\"detection\": \"refer\"}", with: "")
            .replacing(
                "\"decisions\": {\"nicotineResult\"",
                with: "\"decisions\": {\"detection\": \"refer\", \"nicotineResult\"")
        let scenario = try CaseFormatTests.library.load("kommune")
        let walk = Walk(try ScenarioLibrary.place(bytes: Array(text.utf8), name: "case.json", in: scenario))
        do {
            _ = try walk.play(answers: [0: [1]])
            Issue.record("not refused")
        } catch .problem(let problem) {
            #expect(problem == .changesThePast(stop: "answer", choice: 2))
        }
    }

    @Test("a decision that nobody makes is named")
    func undecided() throws {
        let text = CaseReferenceTexts.example.replacing("\"nicotineResult\": \"smokeFree\", ", with: "")
        let scenario = try CaseFormatTests.library.load("kommune")
        let walk = Walk(try ScenarioLibrary.place(bytes: Array(text.utf8), name: "case.json", in: scenario))
        do {
            _ = try walk.play(answers: [:])
            Issue.record("not refused")
        } catch .problem(let problem) {
            #expect(problem == .undecided(step: "nicotineResult"))
        }
    }
}
