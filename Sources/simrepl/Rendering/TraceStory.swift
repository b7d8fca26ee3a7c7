import PathwaySim
import Scenarios

/// What of a citizen's log is worth telling, in the order it happened.
///
/// Left out is what takes no time and nobody does: passing branches and assignments, delays of nothing, the receipt of
/// a message at the instant it is sent. What happens at one step at one instant is told together.
struct TraceStory {
    struct Happening: Equatable {
        var instant: SimTime
        /// Empty when it does not belong to a step.
        var step: String
        var text: String
        /// Whether the time of day means anything: not after days of waiting for a letter.
        var showsTime: Bool
    }

    let scenario: Scenario
    let citizen: CaseInfo
    let language: Language
    private(set) var happenings: [Happening] = []
    /// From the arrival to the end in calendar days; nil when there is no end.
    private(set) var days: Int?

    private let clock: CivilClock
    private let actions: [String: Step.Action]
    private var recipients: [String: String] = [:]
    private var sentAt: [String: SimTime] = [:]
    private var enteredAt: [String: SimTime] = [:]
    private var arrived: SimTime?
    /// Instants that are so many days after another and by that alone fall on a time of day.
    private var instantsOfDays: Set<SimTime> = []

    init(scenario: Scenario, citizen: CaseInfo, entries: [LogEntry], language: Language) {
        self.scenario = scenario
        self.citizen = citizen
        self.language = language
        clock = CivilClock(start: scenario.model.start)
        actions = Dictionary(scenario.model.steps.map { ($0.name, $0.action) }, uniquingKeysWith: { first, _ in first })
        for (index, entry) in entries.enumerated() {
            note(entry)
            guard let text = text(entry, rest: entries[(index + 1)...]) else { continue }
            add(entry, text)
        }
    }

    // MARK: Telling

    private mutating func add(_ entry: LogEntry, _ text: String) {
        let step = Self.isToldWithItsStep(entry) ? entry.step : ""
        if !step.isEmpty, let last = happenings.last, last.step == step, last.instant == entry.instant {
            happenings[happenings.count - 1].text += ", " + text
        } else {
            let label = citizen.stepLabels[step] ?? scenario.labels.text(.steps, step)
            happenings.append(
                Happening(
                    instant: entry.instant, step: step,
                    text: step.isEmpty ? text.capitalisedFirst : label.safe[language] + ": " + text,
                    showsTime: Self.isMeeting(entry) || !instantsOfDays.contains(entry.instant)))
        }
    }

    /// A message says itself what it is, and so does the end.
    private static func isToldWithItsStep(_ entry: LogEntry) -> Bool {
        switch entry.happening {
        case .sent, .received, .returned, .notSent, .closed, .comesBack: false
        default: true
        }
    }

    /// Whether people meet at that time.
    private static func isMeeting(_ entry: LogEntry) -> Bool {
        switch entry.happening {
        case .started, .session, .noShow, .arrived: true
        default: false
        }
    }

    /// Remembers what later happenings refer to.
    private mutating func note(_ entry: LogEntry) {
        switch entry.happening {
        case .arrived: arrived = arrived ?? entry.instant
        case .entered: enteredAt[entry.step] = entry.instant
        case .sent(let kind, _, let to):
            recipients[kind] = to
            sentAt[kind] = entry.instant
        case .received(let kind):
            if let sent = sentAt[kind], entry.instant - sent >= .day { instantsOfDays.insert(entry.instant) }
        case .ended:
            guard case .delay? = actions[entry.step], let entered = enteredAt[entry.step] else { return }
            if entry.instant - entered >= .day { instantsOfDays.insert(entry.instant) }
        case .closed:
            guard let arrived else { return }
            days = clock.date(of: entry.instant).daysSinceEpoch - clock.date(of: arrived).daysSinceEpoch
        default: break
        }
    }

    // MARK: Words

    /// Nil for what a reader need not see.
    private func text(_ entry: LogEntry, rest: ArraySlice<LogEntry>) -> String? {
        let now = rest.prefix { $0.instant == entry.instant }
        switch (entry.happening, actions[entry.step]) {
        case (.entered, .delay):
            // A delay of nothing is a way to count, not a wait.
            let isOver = now.contains { $0.step == entry.step && $0.happening == .ended }
            return isOver ? nil : Texts.traceDelayBegins[language]
        case (.entered, .service), (.entered, .seize), (.entered, .course), (.entered, .waitFor):
            if now.contains(where: { $0.step == entry.step && $0.isStart }) { return nil }
        case (.entered, _), (.ended, .appointment): return nil
        case (.ended, .delay), (.ended, .waitFor):
            let waited = entry.instant - (enteredAt[entry.step] ?? entry.instant)
            return waited > .zero ? Texts.traceOver(after: waited)[language] : nil
        case (.ended, .service), (.ended, .course): break
        case (.ended, _): return nil
        case (.groupFormed(let seats), _) where seats < 2: return nil
        case (.received(let kind), _):
            if sentAt[kind] == entry.instant { return nil }
            guard let recipient = recipients[kind] else { break }
            return Texts.received(
                scenario.labels.text(.messages, kind).safe, by: scenario.labels.text(.parties, recipient).safe)[
                    language]
        default: break
        }
        let labels = scenario.labels
        return Texts.happening(
            entry.happening, clock: clock, name: { labels.text($0, $1).safe },
            option: { labels.option($0, of: entry.step).safe })?[language]
    }
}

extension LogEntry {
    fileprivate var isStart: Bool {
        switch happening {
        case .started, .ended: true
        default: false
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
