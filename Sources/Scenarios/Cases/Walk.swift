public import PathwaySim

/// A case walked through a scenario: the run from time zero, with the room's answers.
///
/// Nothing is kept between answers but the answers themselves. Everybody else in the scenario has the same luck whatever
/// the room decides, so two walks differ by what was decided and by nothing else.
public struct Walk: Sendable {
    public let file: CaseFile
    public let scenario: Scenario
    public var seed: UInt64
    public var replication: UInt32
    /// Long enough for a case that begins late in the scenario's own year.
    private let model: Model
    private let isCancelled: @Sendable () -> Bool

    /// What the room said at a stop: 0-based numbers of choices, ascending; one unless the stop takes several.
    public struct Answer: Hashable, Sendable {
        public var stop: Int
        public var choices: [Int]

        public init(stop: Int, choices: [Int]) {
            self.stop = stop
            self.choices = choices
        }
    }

    /// A stop the citizen has come to.
    public struct Reached: Hashable, Sendable {
        public var stop: Int
        public var instant: SimTime
    }

    /// How far the citizen gets with the answers given.
    public struct Play: Sendable {
        public var entries: [LogEntry]
        /// Answered stops in the order in which they came.
        public var answered: [(reached: Reached, answer: Answer)]
        public var state: State

        public enum State: Hashable, Sendable {
            /// Waiting for the room.
            case at(Reached)
            /// The course has ended with this outcome.
            case closed(outcome: String, at: SimTime)
            /// The calendar ends while the citizen still is on the way, last seen entering this step.
            case horizon(step: String, since: SimTime)
        }

        /// When the first of some events happens, `STEP.start` and so on; nil when none does.
        public func first(of events: [String]) -> SimTime? {
            entries.first { entry in entry.eventName.map(events.contains) ?? false }?.instant
        }
    }

    public init(
        _ loaded: LoadedCase, seed: UInt64 = 1, replication: UInt32 = 1,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        file = loaded.file
        scenario = loaded.scenario
        self.seed = seed
        self.replication = replication
        self.isCancelled = isCancelled
        let horizon = max(loaded.scenario.model.horizon, SimTime(days: Self.days))
        model = loaded.scenario.model(horizon: horizon) ?? loaded.scenario.model
    }

    /// Two years: the longest case begins in the first months and lasts half a year.
    static let days = 731.0

    /// The last instant of the walk's calendar.
    public var horizon: SimTime { model.horizon }

    /// The same walk in another play-through.
    public func replication(_ number: UInt32) -> Walk {
        var walk = self
        walk.replication = number
        return walk
    }

    // MARK: Playing

    /// Runs with the answers, one stop after another, until an unanswered stop or the end.
    ///
    /// - Parameter answer: what the room says at a stop; nil where it has not said anything yet.
    /// - Throws: `WalkFailure` when the scenario cannot run, or a choice would change what has already happened.
    public func play(_ answer: (Int) -> [Int]?) throws(WalkFailure) -> Play {
        var given: [(reached: Reached, answer: Answer)] = []
        var trace = try run(given.map(\.answer))
        while true {
            guard let next = next(in: trace.entries, answered: given.map(\.reached), answers: given.map(\.answer))
            else {
                return Play(entries: trace.entries, answered: given, state: try end(of: trace))
            }
            let stop = file.stops[next.stop]
            guard let choices = answer(next.stop)?.filter(stop.choices.indices.contains), stop.accepts(choices) else {
                return Play(entries: trace.entries, answered: given, state: .at(next))
            }
            given.append((next, Answer(stop: next.stop, choices: choices)))
            let changed = try run(given.map(\.answer))
            let before = trace.entries.prefix { $0.instant < next.instant }
            guard before.elementsEqual(changed.entries.prefix { $0.instant < next.instant }) else {
                throw .problem(.changesThePast(stop: stop.id, choice: (choices.first ?? 0) + 1))
            }
            trace = changed
        }
    }

    /// Runs with what the sources recommend wherever `answers` says nothing.
    public func play(answers: [Int: [Int]]) throws(WalkFailure) -> Play {
        try play { answers[$0] ?? file.stops[$0].recommended }
    }

    /// As `play(answers:)`, with all answers in one run where that comes to the same: for many runs with other luck.
    ///
    /// Answers are taken back from stops that are not reached this time and given at those that are, until both agree.
    ///
    /// - Parameter assuming: the stops that are probably reached; a good guess saves a run.
    public func outcome(answers: [Int: [Int]], assuming: Set<Int>) throws(WalkFailure) -> Play {
        var assumed = assuming.filter(file.stops.indices.contains)
        for _ in 0..<4 {
            let given = assumed.sorted().map { Answer(stop: $0, choices: answers[$0] ?? file.stops[$0].recommended) }
            let trace = try run(given)
            let reached = reachedStops(in: trace.entries, answers: given)
            if Set(reached.map(\.stop)) == assumed, trace.pause == nil {
                let choices = Dictionary(given.map { ($0.stop, $0) }, uniquingKeysWith: { first, _ in first })
                return Play(
                    entries: trace.entries,
                    answered: reached.compactMap { stop in choices[stop.stop].map { (stop, $0) } },
                    state: try end(of: trace))
            }
            assumed = Set(reached.map(\.stop))
        }
        return try play(answers: answers)
    }

    /// Every stop that the citizen comes to, when all of them are answered so.
    private func reachedStops(in entries: [LogEntry], answers: [Answer]) -> [Reached] {
        var reached: [Reached] = []
        while let next = next(in: entries, answered: reached, answers: answers) { reached.append(next) }
        return reached
    }

    private func run(_ answers: [Answer]) throws(WalkFailure) -> CaseTrace {
        let options = RunOptions(
            seed: seed, replication: replication, traced: [file.id], pausesAtChoiceOf: file.id, endsWithCase: file.id,
            isCancelled: isCancelled)
        let compiled: CompiledModel
        do throws(ModelError) {
            compiled = try CompiledModel(applying(answers))
        } catch {
            throw .model(error)
        }
        do throws(SimulationError) {
            return try CaseTrace.run(compiled, options)
        } catch {
            throw .simulation(error)
        }
    }

    /// The model with the citizen's decisions and attributes as the answers say.
    func applying(_ answers: [Answer]) -> Model {
        var model = model
        let name = "cases.\(file.id)"
        guard let index = model.sources.firstIndex(where: { $0.name == name }),
            case .cases(var list) = model.sources[index].process, !list.isEmpty
        else { return model }
        for answer in answers {
            let stop = file.stops[answer.stop]
            for choice in answer.choices {
                for decision in stop.choices[choice].decisions { list[0].set(decision) }
                for value in stop.choices[choice].values { list[0].set(value) }
            }
            if stop.takesSeveral {
                let isComplete = Set(stop.recommended).isSubset(of: answer.choices)
                for value in isComplete ? stop.complete : stop.incomplete { list[0].set(value) }
            }
        }
        model.sources[index].process = .cases(list)
        return model
    }

    /// The next stop that has no answer: the first in the log, and of several there the first in the file.
    private func next(in entries: [LogEntry], answered: [Reached], answers: [Answer]) -> Reached? {
        let done = Set(answered.map(\.stop))
        let said = Dictionary(
            answers.filter { done.contains($0.stop) }.map { (file.stops[$0.stop].id, $0.choices) },
            uniquingKeysWith: { $1 })
        var seen: [String: Int] = [:]
        for entry in entries {
            guard let event = entry.eventName else { continue }
            seen[event, default: 0] += 1
            for (index, stop) in file.stops.enumerated() where !done.contains(index) {
                if stop.event == event, stop.visit == seen[event], entry.instant >= (answered.last?.instant ?? .zero),
                    stop.applies(said)
                {
                    return Reached(stop: index, instant: entry.instant)
                }
            }
        }
        return nil
    }

    private func end(of trace: CaseTrace) throws(WalkFailure) -> Play.State {
        if let pause = trace.pause { throw .problem(.undecided(step: pause.step)) }
        // After the end only messages arrive and promises are settled, unless the citizen comes back.
        let rest = trace.entries.lastIndex { $0.isClosing }
        if let rest, case .closed(let outcome) = trace.entries[rest].happening,
            !trace.entries[rest...].contains(where: { $0.happening == .entered })
        {
            return .closed(outcome: outcome, at: trace.entries[rest].instant)
        }
        return onTheWay(trace.entries)
    }
}

extension Walk {
    /// Where a citizen is who does not reach the end: the last step that takes time, entered and not left.
    private func onTheWay(_ entries: [LogEntry]) -> Play.State {
        var open: [(step: String, since: SimTime)] = []
        for entry in entries {
            switch entry.happening {
            case .entered: open.append((entry.step, entry.instant))
            case .ended, .reneged, .balked, .droppedOut, .calledOff: open.removeAll { $0.step == entry.step }
            default: break
            }
        }
        let passing = Set(scenario.model.steps.filter { !$0.action.takesTime }.map(\.name))
        let last = open.last { !passing.contains($0.step) } ?? open.last
        return .horizon(step: last?.step ?? "", since: last?.since ?? .zero)
    }
}

extension Step.Action {
    fileprivate var takesTime: Bool {
        switch self {
        case .delay, .service, .seize, .appointment, .course, .message, .waitFor: true
        default: false
        }
    }
}

/// Why a walk cannot go on.
public enum WalkFailure: Error {
    case model(ModelError)
    case simulation(SimulationError)
    case problem(CaseProblem)
}

extension CaseFile.Stop {
    /// Whether the earlier answers, by stop and 0-based, let the walk stop here.
    func applies(_ said: [String: [Int]]) -> Bool {
        conditions.allSatisfy { condition in
            (said[condition.stop] ?? []).contains { condition.answers.contains($0 + 1) }
        }
    }

    /// Whether an answer of 0-based choices fits: exactly one, or with several at least one.
    public func accepts(_ choices: [Int]) -> Bool {
        Set(choices).count == choices.count && choices.allSatisfy(self.choices.indices.contains)
            && (takesSeveral ? !choices.isEmpty : choices.count == 1)
    }
}

extension LogEntry {
    /// The name of the event it is, `STEP.start`; nil when it is none that a case can stop at.
    public var eventName: String? {
        switch happening {
        case .arrived: "arrival"
        case .entered: "\(step).enter"
        case .booked: "\(step).booked"
        case .started: "\(step).start"
        case .ended: "\(step).end"
        case .sent: "\(step).sent"
        case .received: "\(step).received"
        case .accepted(true): "\(step).accepted"
        case .reneged, .balked, .droppedOut: "\(step).leave"
        case .closed: "close"
        default: nil
        }
    }
}

extension LogEntry {
    fileprivate var isClosing: Bool {
        if case .closed = happening { return true }
        return false
    }
}

extension NamedCase {
    /// The last word on a decision counts.
    fileprivate mutating func set(_ decision: Decision) {
        decisions.removeAll { $0.step == decision.step && $0.visit == decision.visit }
        decisions.append(decision)
    }

    fileprivate mutating func set(_ value: AttributeValue) {
        values.removeAll { $0.attribute == value.attribute }
        values.append(value)
    }
}
