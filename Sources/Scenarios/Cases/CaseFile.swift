public import PathwaySim

/// A citizen and the stops at which a room decides, read and checked.
public struct CaseFile: Sendable {
    public var id: String
    /// The shipped scenario it was written for.
    public var scenarioID: String
    public var title: Text
    /// What the citizen is called in a sentence.
    public var name: Text
    public var intro: [Text]
    public var facts: [Text]
    public var needs: [Need]
    public var milestones: [Milestone]
    public var dates: [FixedDate]
    public var stops: [Stop]
    public var closing: [Text]
    /// Where the case comes from.
    public var provenance: Text?

    /// Something the citizen needs, found or missed.
    public struct Need: Sendable, Equatable {
        public var id: String
        public var label: Text
        /// Events at which it is found, whoever chose what.
        public var foundAt: [String]
    }

    /// The first of some events; its date is compared.
    public struct Milestone: Sendable, Equatable {
        public var id: String
        public var label: Text
        public var events: [String]
    }

    /// A date that stands fast.
    public struct FixedDate: Sendable, Equatable {
        public var date: CivilDate
        public var label: Text
    }

    /// Who acts.
    public enum Actor: String, Sendable, CaseIterable {
        case citizen, gp, municipality, hospital
    }

    /// A place in the course where the room decides.
    public struct Stop: Sendable, Equatable {
        public var id: String
        /// The event at which the walk stops, and which time it happens, from 1.
        public var event: String
        public var visit: Int
        /// Stops and the 1-based answers one of which must have been given.
        public var conditions: [(stop: String, answers: [Int])]
        public var title: Text
        public var place: Text
        public var actor: Actor
        public var known: [Text]
        public var question: Text
        public var takesSeveral: Bool
        public var choices: [Choice]
        /// With several: what is set when every recommended choice is ticked, and when one is missing.
        public var complete: [AttributeValue]
        public var incomplete: [AttributeValue]
        public var advice: Advice
        public var talk: [Text]
        public var questions: [Text]
        /// Of a walk of 90 minutes.
        public var minutes: Int

        /// The recommended answer: 0-based numbers of choices, ascending.
        public var recommended: [Int] { choices.indices.filter { choices[$0].isRecommended } }

        public static func == (a: Stop, b: Stop) -> Bool { a.id == b.id && a.event == b.event && a.visit == b.visit }
    }

    /// One of the numbered choices.
    public struct Choice: Sendable, Equatable {
        public var text: Text
        public var isRecommended: Bool
        public var decisions: [Decision]
        public var values: [AttributeValue]
        /// Ids of needs it finds.
        public var finds: [String]
        public var reply: Text?
    }

    /// What the sources recommend.
    public struct Advice: Sendable, Equatable {
        public var text: Text
        /// Source and section.
        public var from: Text
    }

    /// Minutes of each stop in a walk of so many minutes in all: a fifth is kept for introduction and debrief, every
    /// stop gets at least two.
    public func minutes(of total: Int) -> [Int] {
        let planned = Double(max(1, stops.reduce(0) { $0 + $1.minutes }))
        let share = Double(total) * 0.8 / planned
        return stops.map { max(2, Int((Double($0.minutes) * share).rounded())) }
    }
}
