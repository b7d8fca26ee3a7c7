import PathwaySim
import Scenarios

/// One event of an event log: what happened to a citizen, where and when.
struct EventRow {
    /// The standard lifecycle of XES (IEEE 1849-2016), as far as it is used.
    enum Lifecycle: String, CaseIterable {
        /// Begins to wait.
        case schedule
        /// Has a booked time, or a place in a group.
        case assign
        /// Must be given another time.
        case reassign
        case start, suspend, resume, complete
        /// Leaves before it began.
        case withdraw
        /// Leaves after it began.
        case abort = "ate_abort"
        /// Was not needed.
        case skip = "autoskip"
    }

    var activity: String
    var lifecycle: Lifecycle
    /// What happened, by a name that never changes.
    var event: String
    /// The step's id; empty where it belongs to none.
    var step: String
    var resource = ""
    /// What else there is to say, by ids and numbers.
    var detail = ""
    /// Days waited; nil where nothing began.
    var waitedDays: Double?
}

/// Turns entries of the engine's log into events of an event log.
///
/// Left out is what takes no time and nobody does: passing branches, assignments, joins. An attribute that changes is
/// seen in the columns of the events after it.
struct EventRowMaker {
    private let scenario: Scenario
    private let language: Language
    private let clock: CivilClock
    private let actions: [String: Step.Action]
    private let resources: [String: String]

    init(_ scenario: Scenario, language: Language) {
        self.scenario = scenario
        self.language = language
        clock = CivilClock(start: scenario.model.start)
        actions = Dictionary(scenario.model.steps.map { ($0.name, $0.action) }, uniquingKeysWith: { first, _ in first })
        var resources: [String: String] = [:]
        for step in scenario.model.steps {
            let names = step.action.resources.map { scenario.labels.text(.resources, $0)[language] }
            if !names.isEmpty { resources[step.name] = names.joined(separator: " + ") }
        }
        self.resources = resources
    }

    /// The event of an entry; nil when it makes none.
    func row(_ entry: LogEntry) -> EventRow? {
        var row: EventRow
        switch entry.happening {
        case .arrived: row = plain(Texts.logArrival, "arrived")
        case .closed(let outcome): row = named(.outcomes, outcome, "closed", .complete, detail: outcome)
        case .comesBack(let at): row = plain(Texts.logComesBack, "comesBack", detail: time(at))
        case .sent(let kind, let from, let to):
            row = named(.messages, kind, "sent", .start, detail: "\(from)>\(to)")
            row.resource = scenario.labels.text(.parties, from)[language]
        case .notSent(let kind): row = named(.messages, kind, "notSent", .skip)
        case .received(let kind): row = named(.messages, kind, "received", .complete)
        case .returned(let kind): row = named(.messages, kind, "returned", .complete)
        case .promise(let deadline, let promise):
            row = named(.deadlines, deadline, "\(promise)".promiseName, .complete, detail: deadline)
        default:
            guard let made = ofStep(entry) else { return nil }
            row = made
            row.resource = resources[entry.step] ?? ""
        }
        row.step = entry.step
        return row
    }

    // MARK: At steps

    private func ofStep(_ entry: LogEntry) -> EventRow? {
        let label = scenario.labels.text(.steps, entry.step)[language]
        func row(_ lifecycle: EventRow.Lifecycle, _ event: String, _ detail: String = "") -> EventRow {
            EventRow(activity: label, lifecycle: lifecycle, event: event, step: entry.step, detail: detail)
        }
        switch entry.happening {
        case .entered, .ended: return passing(entry, row)
        case .started(let waited):
            // What is held over several steps begins and ends elsewhere.
            var started = row(isSeize(entry.step) ? .complete : .start, "started")
            started.waitedDays = waited.days
            return started
        case .booked(let at): return row(.assign, "booked", time(at))
        case .cancelled(let reused): return row(.reassign, "cancelled", reused ? "slotReused" : "slotLost")
        case .cancelledByStaff: return row(.reassign, "cancelledByStaff")
        case .noShow: return row(.reassign, "noShow")
        case .balked: return row(.withdraw, "balked")
        case .reneged: return row(.withdraw, "reneged")
        case .calledOff: return row(.withdraw, "calledOff")
        case .droppedOut: return row(.abort, "droppedOut")
        case .preempted: return row(.suspend, "preempted")
        case .resumed: return row(.resume, "resumed")
        case .groupFormed(let seats): return row(.assign, "groupFormed", String(seats))
        case .session(let number, let attended):
            var session = row(.complete, attended ? "sessionAttended" : "sessionMissed", String(number))
            session.activity = Texts.logSession(label)[language]
            return session
        case .sessionCancelled:
            var session = row(.withdraw, "sessionCancelled")
            session.activity = Texts.logSession(label)[language]
            return session
        case .chose(let option): return row(.complete, "chose", option)
        case .accepted(let accepted): return row(.complete, accepted ? "accepted" : "refused")
        default: return nil
        }
    }

    private func passing(
        _ entry: LogEntry, _ row: (EventRow.Lifecycle, String, String) -> EventRow
    ) -> EventRow? {
        let isEntry = entry.happening == .entered
        switch actions[entry.step] {
        case .delay?: return row(isEntry ? .start : .complete, isEntry ? "entered" : "ended", "")
        case .service?, .appointment?, .course?, .waitFor?, .seize?:
            return row(isEntry ? .schedule : .complete, isEntry ? "entered" : "ended", "")
        default: return nil
        }
    }

    private func isSeize(_ step: String) -> Bool {
        if case .seize? = actions[step] { true } else { false }
    }

    // MARK: Words

    private func plain(_ activity: Text, _ event: String, detail: String = "") -> EventRow {
        EventRow(activity: activity[language], lifecycle: .complete, event: event, step: "", detail: detail)
    }

    private func named(
        _ section: Labels.Section, _ id: String, _ event: String, _ lifecycle: EventRow.Lifecycle, detail: String = ""
    ) -> EventRow {
        EventRow(
            activity: scenario.labels.text(section, id)[language], lifecycle: lifecycle, event: event, step: "",
            detail: detail)
    }

    /// `2026-03-03T10:00:00.000`: local civil time, to the millisecond.
    func time(_ instant: SimTime) -> String {
        let inDay = instant.ticks - clock.instant(clock.date(of: instant)).ticks
        func digits(_ number: Int64, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let (seconds, milliseconds) = inDay.quotientAndRemainder(dividingBy: 1_000)
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return "\(clock.date(of: instant).iso)T\(digits(hours, 2)):\(digits(minutes, 2)):\(digits(seconds % 60, 2))"
            + ".\(digits(milliseconds, 3))"
    }

    /// An attribute's value as data: a number, `true`, or the word of a category.
    func value(_ value: Double, of attribute: Attribute) -> String {
        switch attribute.kind {
        case .number: value.isFinite ? JSONWriter.number(value) : ""
        case .boolean: value == 0 ? "false" : "true"
        case .category(let names):
            // Truncated, as the engine reads a category.
            value.isFinite && value >= 0 && value < Double(names.count) ? names[Int(value)] : ""
        }
    }
}

extension String {
    /// `promiseKept` of `kept`.
    fileprivate var promiseName: String { "promise" + prefix(1).uppercased() + dropFirst() }
}

extension Step.Action {
    /// Names of what every citizen is served by at the step; what only some need, as an interpreter, is left out.
    fileprivate var resources: [String] {
        func always(_ needs: [Need]) -> [String] { needs.filter { $0.condition == nil }.map(\.resource) }
        return switch self {
        case .service(let service): always(service.needs)
        case .seize(let seize): always(seize.needs)
        case .appointment(let appointment): [appointment.slots] + always(appointment.also)
        case .course(let course): always(course.needs)
        default: []
        }
    }
}
