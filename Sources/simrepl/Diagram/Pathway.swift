/// A pathway as a reader sees it: who acts, which steps there are, and how one leads to another.
///
/// Made from a scenario for one language (`Pathway+Scenario.swift`); drawn by `PathwaySVG`, written by `PathwayMermaid`
/// and `PathwayText`. Counts from a run may be put on the ways before it is drawn.
struct Pathway {
    /// Somebody who acts: a column of the drawing.
    struct Lane: Equatable {
        /// The party's id; nil where the scenario does not say who acts.
        let id: String?
        let label: String
    }

    struct Node: Equatable {
        enum Kind: Equatable {
            /// Where citizens come from; one line a source.
            case entry
            /// Something is done with the citizen: a conversation, a course, a service, a place taken.
            case activity
            /// Time passes.
            case waiting
            /// Somebody decides.
            case choice
            /// A rule sorts citizens, or the pathway parts and meets.
            case sorting
            case message(to: Int)
            /// The course ends; it stands in no lane of an actor.
            case end
        }

        /// The step's id; nil for an entry.
        let id: String?
        let kind: Kind
        let label: String
        /// Index of the lane; nil for an end.
        var lane: Int?
    }

    struct Way: Equatable {
        enum Kind: Equatable {
            case onward
            /// Gives up, stays away, drops out, is turned away.
            case leaving
            /// Goes past all arms of a split, as none is for the citizen.
            case skipping
            /// Comes back after the course had ended.
            case comingBack
        }

        let from: Int
        let to: Int
        /// What decides that it is taken; nil where there is only one way.
        let label: String?
        let kind: Kind
        /// How many went this way, as it is to be read; nil in a plain diagram.
        var count: String?
    }

    let title: String
    let lanes: [Lane]
    /// In reading order: each after those that lead to it, but for ways back.
    var nodes: [Node]
    var ways: [Way]

    /// The ways out of a node, in order.
    func ways(from node: Int) -> [Way] { ways.filter { $0.from == node } }
}
