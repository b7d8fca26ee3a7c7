import Foundation
import Scenarios

/// The file that keeps the last walk, so that a room can go on another day. Readable by its owner only.
struct WalkFile {
    private struct Kept: Codable {
        struct Answer: Codable {
            var stop: String
            var choices: [Int]
        }
        struct Note: Codable {
            var kind, text, who, when, stop: String
        }
        struct Vote: Codable {
            var role, stop: String
            var choices: [Int]
        }

        var schema: String
        var reference: String
        var seed: UInt64
        var scenarioHash: String
        var answers: [Answer]
        var notes: [Note]
        var votes: [Vote]
        var roles: [String]
        /// Absent from files written before facts could be given.
        var facts: [LocalFacts.Fact]?
    }

    private static let schema = "pathwaysim.walk/1"
    /// Nobody writes more than this; a larger file is none of ours.
    private static let limit = 4 << 20

    let path: String

    /// Beside the history of commands; nil where no history is kept.
    init?(environment: [String: String]) {
        if let chosen = environment["SIMREPL_WALK"] {
            guard !chosen.isEmpty else { return nil }
            path = chosen
            return
        }
        guard let history = HistoryFile(environment: environment) else { return nil }
        path = URL(fileURLWithPath: history.path).deletingLastPathComponent().appendingPathComponent("walk.json").path
    }

    func write(_ state: WalkState) {
        let file = state.walk.file
        let answers = state.answers.sorted { $0.key < $1.key }
        let kept = Kept(
            schema: Self.schema, reference: absolute(state.reference), seed: state.walk.seed,
            scenarioHash: "\(state.walk.scenario.hash)",
            answers: answers.map { Kept.Answer(stop: file.stops[$0.key].id, choices: $0.value.map { $0 + 1 }) },
            notes: state.notes.map {
                Kept.Note(kind: $0.kind.rawValue, text: $0.text, who: $0.who, when: $0.when, stop: $0.stop)
            },
            votes: state.votes.map { Kept.Vote(role: $0.role, stop: $0.stop, choices: $0.choices.map { $0 + 1 }) },
            roles: state.roles.map(\.rawValue), facts: state.localFacts)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(kept) else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if AtomicFile.write(String(decoding: data, as: UTF8.self), to: path) == nil {
            try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }

    private func absolute(_ reference: String) -> String {
        ScenarioLibrary.isFile(reference) ? URL(fileURLWithPath: reference).standardizedFileURL.path : reference
    }

    /// The kept walk, in the scenario that is open; nil when there is none that can be read.
    func read(into session: Session) throws(CommandFailure) -> WalkState? {
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.limit,
            let kept = try? JSONDecoder().decode(Kept.self, from: data), kept.schema == Self.schema
        else { return nil }
        var state = try session.begin(kept.reference, seed: kept.seed)
        let stops = state.walk.file.stops
        for answer in kept.answers {
            guard let index = stops.firstIndex(where: { $0.id == answer.stop }) else { continue }
            let choices = answer.choices.map { $0 - 1 }
            if stops[index].accepts(choices) { state.answers[index] = choices.sorted() }
        }
        state.notes = kept.notes.compactMap { note in
            WalkState.Note.Kind(rawValue: note.kind).map {
                WalkState.Note(kind: $0, text: note.text, who: note.who, when: note.when, stop: note.stop)
            }
        }
        state.votes = kept.votes.map {
            WalkState.Vote(role: $0.role, stop: $0.stop, choices: $0.choices.map { max(0, $0 - 1) })
        }
        state.roles = kept.roles.compactMap(CaseFile.Actor.init)
        state.localFacts = (kept.facts ?? []).prefix(LocalFacts.limit).map {
            LocalFacts.Fact(name: Escaping.terminalSafe($0.name), value: Escaping.terminalSafe($0.value))
        }
        if kept.scenarioHash != "\(state.walk.scenario.hash)" {
            session.console.printWrapped(session.say(Texts.walkChangedScenario))
        }
        session.walk = state
        return state
    }
}
