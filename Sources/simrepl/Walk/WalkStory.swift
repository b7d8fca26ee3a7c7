import PathwaySim
import Scenarios

/// What happens to the citizen of a walk, as a room is told it: short dated lines with the reason why time passes, and
/// the stretches of time for the picture.
struct WalkStory {
    struct Line: Equatable {
        var instant: SimTime
        var text: Text
    }

    /// A stretch of time at one step.
    struct Span: Equatable {
        enum Kind: Equatable {
            /// Waiting for a slot, a group or a place.
            case waiting
            /// Taking part.
            case active
            /// A letter or message on its way, time to think.
            case underWay
        }

        var step: String
        var label: Text
        var kind: Kind
        var from: SimTime
        var to: SimTime
    }

    /// A wait worth explaining.
    struct Wait: Equatable {
        var label: Text
        var from: SimTime
        var to: SimTime
        var cause: Text
    }

    /// A message as it went.
    struct Message: Equatable {
        enum Fate: Equatable { case sent, notSent, returned, accepted, notAccepted }

        var step: String
        var label: Text
        var instant: SimTime
        var fate: Fate
    }

    private(set) var lines: [Line] = []
    private(set) var spans: [Span] = []
    private(set) var waits: [Wait] = []
    private(set) var messages: [Message] = []
    private(set) var promises: [(deadline: String, result: LogEntry.Promise, instant: SimTime)] = []
    private(set) var outcome: String?

    private let scenario: Scenario
    private let citizen: CaseInfo?
    private let decidedSteps: Set<String>
    private let actions: [String: Step.Action]
    private let calendar: CompiledCalendar?
    private let clock: CivilClock
    /// The line that says how the course ends; nil before its end.
    private(set) var ending: Line?
    private var enteredAt: [String: SimTime] = [:]
    private var startedAt: [String: SimTime] = [:]
    private var sentAt: [String: SimTime] = [:]
    private var recipients: [String: String] = [:]
    private var sessions: [String: (attended: Int, all: Int)] = [:]

    /// - Parameter end: until when stretches that have not ended are drawn.
    init(walk: Walk, entries: [LogEntry], end: SimTime) {
        scenario = walk.scenario
        citizen = walk.scenario.cases.first { $0.id == walk.file.id }
        decidedSteps = Set(walk.file.stops.flatMap { $0.choices.flatMap { $0.decisions.map(\.step) } })
        actions = Dictionary(
            walk.scenario.model.steps.map { ($0.name, $0.action) }, uniquingKeysWith: { first, _ in first })
        clock = CivilClock(start: walk.scenario.model.start)
        calendar = try? CompiledCalendar(
            walk.scenario.model.calendar, start: walk.scenario.model.start, horizon: walk.horizon)
        for entry in entries { tell(entry) }
        closeLast()
        for (step, from) in enteredAt.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            guard let kind = openKind(of: step) else { continue }
            spans.append(Span(step: step, label: label(step), kind: kind, from: startedAt[step] ?? from, to: end))
        }
    }

    /// At one instant the end comes last: a copy that is sent then has been sent before it.
    private mutating func closeLast() {
        guard let line = ending, let index = lines.lastIndex(of: line),
            lines[index...].allSatisfy({ $0.instant == line.instant })
        else { return }
        lines.append(lines.remove(at: index))
    }

    // MARK: Telling

    private func label(_ step: String) -> Text {
        (citizen?.stepLabels[step] ?? scenario.labels.text(.steps, step)).safe
    }

    private mutating func say(_ entry: LogEntry, _ text: Text) {
        lines.append(Line(instant: entry.instant, text: text))
    }

    private mutating func say(_ entry: LogEntry, at step: String, _ text: Text) {
        say(entry, label(step) + Text(same: ": ") + text)
    }

    private mutating func tell(_ entry: LogEntry) {
        let step = entry.step
        switch entry.happening {
        case .entered: enteredAt[step] = entry.instant
        case .booked(let at): say(entry, at: step, Texts.walkBooked(at, clock))
        case .started(let waited): start(entry, waited: waited)
        case .session(let number, let attended):
            sessions[step, default: (0, 0)].all += 1
            if attended { sessions[step, default: (0, 0)].attended += 1 }
            if !attended { say(entry, at: step, Texts.walkMissedSession(number)) }
        case .ended: end(entry)
        case .chose(let option):
            guard !decidedSteps.contains(step) else { break }
            say(entry, at: step, scenario.labels.option(option, of: step).safe)
        case .sent(_, _, let to):
            sentAt[step] = entry.instant
            recipients[step] = to
            messages.append(Message(step: step, label: label(step), instant: entry.instant, fate: .sent))
        case .received: receive(entry)
        case .notSent:
            messages.append(Message(step: step, label: label(step), instant: entry.instant, fate: .notSent))
            say(entry, at: step, Texts.walkNotSent)
        case .returned:
            messages.append(Message(step: step, label: label(step), instant: entry.instant, fate: .returned))
            say(entry, at: step, Texts.walkReturned)
        case .accepted(let isAccepted):
            messages.append(
                Message(
                    step: step, label: label(step), instant: entry.instant, fate: isAccepted ? .accepted : .notAccepted)
            )
            say(entry, at: step, isAccepted ? Texts.walkAccepted : Texts.walkNotAccepted)
        case .promise(let deadline, let result): promises.append((deadline, result, entry.instant))
        case .closed(let name):
            outcome = name
            say(entry, Texts.walkEnds(scenario.labels.text(.outcomes, name).safe))
            ending = lines.last
        case .reneged, .balked, .noShow, .droppedOut, .cancelled, .cancelledByStaff, .sessionCancelled, .comesBack:
            sayPlainly(entry)
            if case .reneged = entry.happening { leave(step, at: entry.instant) }
        default: break
        }
    }

    private mutating func sayPlainly(_ entry: LogEntry) {
        let labels = scenario.labels
        let text = Texts.happening(
            entry.happening, clock: clock, name: { labels.text($0, $1).safe },
            option: { labels.option($0, of: entry.step).safe })
        if let text { say(entry, at: entry.step, text) }
    }

    private mutating func leave(_ step: String, at instant: SimTime) {
        if let from = enteredAt.removeValue(forKey: step) {
            spans.append(Span(step: step, label: label(step), kind: .waiting, from: from, to: instant))
        }
    }

    private mutating func start(_ entry: LogEntry, waited: SimTime) {
        let step = entry.step
        startedAt[step] = entry.instant
        let from = entry.instant - waited
        if waited >= .day {
            spans.append(Span(step: step, label: label(step), kind: .waiting, from: from, to: entry.instant))
            waits.append(Wait(label: label(step), from: from, to: entry.instant, cause: cause(of: step)))
        }
        let days = wholeDays(from: from, to: entry.instant)
        if case .course(let course) = actions[step], course.maximum > 1 {
            say(entry, at: step, Texts.walkGroupStarts(days: days))
        } else {
            say(entry, at: step, Texts.walkStarts(days: days))
        }
    }

    private mutating func end(_ entry: LogEntry) {
        let step = entry.step
        let from = startedAt.removeValue(forKey: step) ?? enteredAt[step] ?? entry.instant
        enteredAt[step] = nil
        switch actions[step] {
        case .course, .service, .appointment, .seize:
            if entry.instant - from > .zero {
                spans.append(Span(step: step, label: label(step), kind: .active, from: from, to: entry.instant))
            }
            if let held = sessions.removeValue(forKey: step), held.all > 1 {
                say(entry, at: step, Texts.walkCourseEnds(attended: held.attended, of: held.all))
            }
        case .delay, .waitFor:
            guard entry.instant - from >= .day else { break }
            spans.append(Span(step: step, label: label(step), kind: .underWay, from: from, to: entry.instant))
            waits.append(Wait(label: label(step), from: from, to: entry.instant, cause: cause(of: step)))
            say(entry, at: step, Texts.walkOver(days: wholeDays(from: from, to: entry.instant)))
        default: break
        }
    }

    private mutating func receive(_ entry: LogEntry) {
        let step = entry.step
        enteredAt[step] = nil
        guard let sent = sentAt.removeValue(forKey: step) else { return }
        let party = scenario.labels.text(.parties, recipients[step] ?? "").safe
        guard wholeDays(from: sent, to: entry.instant) > 0 else {
            say(entry, at: step, Texts.walkSentTo(party))
            return
        }
        spans.append(Span(step: step, label: label(step), kind: .underWay, from: sent, to: entry.instant))
        let days = wholeDays(from: sent, to: entry.instant)
        waits.append(Wait(label: label(step), from: sent, to: entry.instant, cause: Texts.causeMessage))
        say(
            entry, at: step,
            Texts.walkArrives(at: party, days: days, workingDays: workingDays(from: sent, to: entry.instant)))
    }

    // MARK: Reasons

    private func cause(of step: String) -> Text {
        switch actions[step] {
        case .appointment: Texts.causeAppointment
        case .course(let course):
            switch course.start {
            case .dates: course.maximum > 1 ? Texts.causeFixedDates : Texts.causePlace
            case .whenFull: Texts.causeWhenFull
            case .whenStaffFree, .rolling: Texts.causePlace
            }
        case .service, .seize: Texts.causePlace
        default: Texts.causeSetAside
        }
    }

    private func openKind(of step: String) -> Span.Kind? {
        switch actions[step] {
        case .appointment, .service, .seize, .course: startedAt[step] == nil ? .waiting : .active
        case .delay, .waitFor: .underWay
        case .message: sentAt[step] == nil ? nil : .underWay
        default: nil
        }
    }

    /// Dates between two instants, as people count days.
    private func wholeDays(from: SimTime, to: SimTime) -> Int {
        clock.date(of: to).daysSinceEpoch - clock.date(of: from).daysSinceEpoch
    }

    private func workingDays(from: SimTime, to: SimTime) -> Int? {
        guard let calendar else { return nil }
        return calendar.workingDays(from: calendar.dayIndex(of: from) + 1, to: calendar.dayIndex(of: to) + 1)
    }
}
