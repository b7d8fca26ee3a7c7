import PathwaySim
import Scenarios

/// A walk under way: everything a room has said, and nothing that can be worked out from it.
struct WalkState {
    /// What the facilitator wrote down.
    struct Note: Equatable {
        enum Kind: String, CaseIterable {
            case question, assumption, finding, agreement
        }

        var kind: Kind
        var text: String
        /// Of an agreement.
        var who = ""
        var when = ""
        /// Id of the stop at which it was written; empty before the first.
        var stop = ""
    }

    /// What a group said before the room chose.
    struct Vote: Equatable {
        var role: String
        var stop: String
        var choices: [Int]
    }

    /// What was typed after `walk`: a shipped case or a file.
    var reference: String
    var walk: Walk
    /// Answers by stop, 0-based choices; only those of stops that were reached are used.
    var answers: [Int: [Int]] = [:]
    var notes: [Note] = []
    var votes: [Vote] = []
    var roles: [CaseFile.Actor] = []
    var localFacts: [LocalFacts.Fact] = []

    /// How far the citizen is with the answers given.
    func play() throws(WalkFailure) -> Walk.Play { try walk.play { answers[$0] } }

    /// Forgets the last answer that was used.
    ///
    /// - Returns: whether there was one.
    mutating func goBack(in play: Walk.Play) -> Bool {
        guard let last = play.answered.last else { return false }
        answers[last.answer.stop] = nil
        votes.removeAll { $0.stop == walk.file.stops[last.answer.stop].id }
        return true
    }
}
