internal import PathwaySim

/// Finds what makes a readable scenario unworkable, as far as that shows without running it.
struct Guards {
    private let model: Model
    private let document: JSONNode
    private let steps: [String: Step]
    private var findings: [Diagnostic] = []

    /// - Parameter parametersUsed: those that a rule asks for.
    static func check(_ model: Model, document: JSONNode, parametersUsed: Set<String>) -> [Diagnostic] {
        var guards = Guards(model: model, document: document)
        let reachable = guards.reachable()
        guards.checkReach(reachable)
        guards.checkNeeds()
        guards.checkCourses()
        guards.checkSlots()
        guards.checkArms()
        guards.checkWorldEvents(reachable)
        guards.checkDates(reachable)
        guards.checkInstantLoops(reachable)
        guards.checkParameters(parametersUsed)
        // The engine has the last word on everything that has no finding of its own here.
        if !guards.findings.hasErrors { guards.checkEngine() }
        return guards.findings
    }

    private init(model: Model, document: JSONNode) {
        self.model = model
        self.document = document
        steps = Dictionary(model.steps.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func report(_ problem: GuardProblem, _ section: String, _ id: String, _ field: String? = nil) {
        let member = document[section]?.object?.member(id)
        let span = field.flatMap { member?.value[$0]?.opening } ?? member?.keySpan ?? document.opening
        let path = [section, id, field].compactMap { $0 }.joined(separator: ".")
        findings.append(Diagnostic(problem, span: span, path: path))
    }

    // MARK: Reach

    /// Steps that somebody can come to.
    private func reachable() -> Set<String> {
        var found: Set<String> = []
        var open = model.sources.flatMap { $0.entry.targets.map(\.step) }
        while let name = open.popLast() {
            guard let step = steps[name], found.insert(name).inserted else { continue }
            open += step.action.successors
        }
        return found
    }

    private mutating func checkReach(_ reachable: Set<String>) {
        for step in model.steps where !reachable.contains(step.name) {
            report(.unreachableStep(step.name), "steps", step.name)
        }
        var outcomes: Set<String> = []
        var resources: Set<String> = []
        for step in model.steps where reachable.contains(step.name) {
            if case .close(let close) = step.action { outcomes.insert(close.outcome) }
            resources.formUnion(step.action.needs.map(\.resource))
            if case .appointment(let appointment) = step.action { resources.insert(appointment.slots) }
        }
        for name in document["outcomes"].map(ModelBuilder.named)?.map(\.key) ?? [] where !outcomes.contains(name) {
            report(.unusedOutcome(name), "outcomes", name)
        }
        for resource in model.resources where !resources.contains(resource.name) {
            report(.unusedResource(resource.name), "resources", resource.name)
        }
    }

    // MARK: Capacity

    private mutating func checkNeeds() {
        var largest: [String: Int] = [:]
        for resource in model.resources {
            guard case .servers(let servers) = resource.kind else { continue }
            largest[resource.name] = servers.mostUnits
        }
        for step in model.steps {
            for need in step.action.needs {
                guard let most = largest[need.resource], need.units > most else { continue }
                let field = document["steps"]?[step.name]?["needs"] == nil ? "also" : "needs"
                report(.neverEnough(need.resource, units: need.units, most: most), "steps", step.name, field)
            }
        }
    }

    // MARK: Courses

    private mutating func checkCourses() {
        for step in model.steps {
            guard case .course(let course) = step.action else { continue }
            if case .dates(let dates) = course.start, !dates.contains(where: { $0 < model.horizon }) {
                report(.noStart(step.name), "steps", step.name, "start")
            }
            var perSession = false
            if case .sessions = course.length { perSession = true }
            if !perSession, course.staffing == .eachSession {
                report(
                    .needsSessions(step.name, because: "\"staffing\": \"eachSession\""), "steps", step.name, "staffing")
            }
            if !perSession, case .rolling = course.start {
                report(.needsSessions(step.name, because: "\"start\": \"rolling\""), "steps", step.name, "start")
            }
            checkMeetings(step.name, course)
        }
    }

    /// Whether the staff booked for each meeting are ever on duty at enough meetings in a row.
    private mutating func checkMeetings(_ step: String, _ course: Course) {
        guard course.staffing == .eachSession, case .sessions(let plan) = course.length else { return }
        let days = plan.weekdays.sorted()
        var staffed = plan.weekdays
        for need in course.needs {
            guard let resource = model.resources.first(where: { $0.name == need.resource }),
                case .servers(let servers) = resource.kind
            else { continue }
            staffed = staffed.filter {
                servers.isOnDuty(weekday: $0, from: plan.at, to: plan.at + plan.length, units: need.units)
            }
        }
        var row = plan.count
        if case .rolling = course.start { row = 1 }
        // The first meeting is on the start date, whatever weekday that is.
        if case .dates = course.start { row -= 1 }
        guard row > 0, !days.isEmpty else { return }
        let isPossible = days.indices.contains { first in
            (0..<min(row, days.count)).allSatisfy { staffed.contains(days[(first + $0) % days.count]) }
        }
        if !isPossible { report(.neverStaffed(step), "steps", step, "sessions") }
    }

    // MARK: Slots

    private mutating func checkSlots() {
        for resource in model.resources {
            guard case .slots(let plan) = resource.kind else { continue }
            guard plan.placesPerWeek > 0 else {
                report(.slotTooLong(resource.name), "resources", resource.name, "length")
                continue
            }
            let most = ([plan.slotsPerWeek] + plan.changes.map(\.slotsPerWeek)).max() ?? 0
            if most > Double(plan.placesPerWeek * plan.staff) {
                report(
                    .crowdedSlots(resource.name, slots: most, places: plan.placesPerWeek, staff: plan.staff),
                    "resources", resource.name, "slotsPerWeek")
            }
        }
    }

    // MARK: Arms and events

    /// An arm that never comes to its join ends the whole course when it closes, which is hardly meant.
    private mutating func checkArms() {
        for step in model.steps {
            guard case .split(let split) = step.action, steps[split.join] != nil else { continue }
            for arm in split.arms where !leads(from: arm.step, to: split.join) {
                report(.armWithoutJoin(arm.step, join: split.join), "steps", step.name, "arms")
            }
        }
    }

    private func leads(from start: String, to target: String) -> Bool {
        var found: Set<String> = [start]
        var open = [start]
        while let name = open.popLast() {
            if name == target { return true }
            for next in steps[name]?.action.successors ?? [] where found.insert(next).inserted { open.append(next) }
        }
        return false
    }

    private mutating func checkWorldEvents(_ reachable: Set<String>) {
        for step in model.steps where reachable.contains(step.name) {
            guard case .waitFor(let wait) = step.action, case .worldEvent(let name) = wait.trigger,
                let event = model.worldEvents.first(where: { $0.name == name }),
                !event.instants.contains(where: { $0 >= .zero && $0 < model.horizon })
            else { continue }
            report(.neverHappens(name), "steps", step.name, "worldEvent")
        }
    }

    private mutating func checkDates(_ reachable: Set<String>) {
        guard let calendar = try? CompiledCalendar(model.calendar, start: model.start, horizon: model.horizon) else {
            return
        }
        for step in model.steps where reachable.contains(step.name) {
            guard case .waitFor(let wait) = step.action, case .date(let pattern) = wait.trigger else { continue }
            let first = calendar.nextDate(matching: pattern, atOrAfter: .zero)
            if first.map({ $0 >= model.horizon }) ?? true { report(.noSuchDate, "steps", step.name, "date") }
        }
    }

    // MARK: Loops in no time

    /// Instantaneous steps all of whose ways on lead to instantaneous steps of the same kind: whoever comes to one of
    /// them goes round for ever without time passing.
    private mutating func checkInstantLoops(_ reachable: Set<String>) {
        var trapped = Set(model.steps.filter { $0.action.isInstant }.map(\.name))
        var changed = true
        while changed {
            let kept = trapped.filter { name in
                let successors = steps[name]?.action.possibleSuccessors ?? []
                return !successors.isEmpty && successors.allSatisfy(trapped.contains)
            }
            changed = kept.count < trapped.count
            trapped = kept
        }
        guard let first = model.steps.first(where: { trapped.contains($0.name) && reachable.contains($0.name) }) else {
            return
        }
        let loop = model.steps.map(\.name).filter(trapped.contains)
        report(.instantLoop(loop), "steps", first.name)
    }

    /// A misspelled parameter of a file that builds on another is one that nothing asks for. Those of the files it builds
    /// on are left alone: it may well have put something else in the place of the rules that used them. In a file that
    /// stands alone a number may be there to be known.
    private mutating func checkParameters(_ used: Set<String>) {
        guard document["extends"] != nil else { return }
        let own = document["id"]?.span.source
        let names = (document["parameters"]?.object?.members ?? []).filter { $0.keySpan.source == own }.map(\.key)
        for name in names where !used.contains(name) && !ScenarioFormat.provenanceKeys.contains(name) {
            report(
                .unusedParameter(name, similar: Suggestions.closest(to: name, among: used.sorted())), "parameters", name
            )
        }
    }

    // MARK: The engine's own checks

    private mutating func checkEngine() {
        do throws(ModelError) {
            let known = try CompiledModel(model).measureNames
            for (index, name) in (document["headline"]?.array ?? []).enumerated() {
                guard let text = name.string, !known.contains(text) else { continue }
                let similar = Suggestions.closest(to: text, among: known)
                findings.append(
                    Diagnostic(
                        GuardProblem.unknownHeadline(text, similar: similar), span: name.span,
                        path: "headline.\(index)"))
            }
        } catch {
            let place = error.place.flatMap { place -> (String, String)? in
                let name = place.split(separator: ".").first.map(String.init) ?? place
                for section in ["steps", "resources", "sources", "deadlines", "intervals", "attributes"]
                where document[section]?[name] != nil {
                    return (section, name)
                }
                return nil
            }
            guard let (section, id) = place else {
                findings.append(Diagnostic(GuardProblem.engine(error.words), span: document.opening))
                return
            }
            report(.engine(error.words), section, id, error.field)
        }
    }
}

extension SlotPlan {
    /// How many slots fit in a week's windows one after the other.
    fileprivate var placesPerWeek: Int {
        windows.reduce(0) { sum, window in
            let span = window.to.ticks - window.from.ticks
            return sum + window.weekdays.count * Int(span / max(1, length.ticks))
        }
    }
}

extension Servers {
    /// Whether so many units can be on duty from … to on a weekday. A meeting past midnight is not looked into.
    fileprivate func isOnDuty(weekday: Int, from: SimTime, to: SimTime, units: Int) -> Bool {
        guard !shifts.isEmpty, to <= .day else { return true }
        let base = ([capacity] + changes.map(\.capacity)).max() ?? capacity
        let windows = shifts.filter { $0.weekdays.contains(weekday) && ($0.capacity ?? base) >= units }
        var covered = from
        while let next = windows.filter({ $0.from <= covered && covered < $0.to }).map(\.to).max() {
            covered = next
            if covered >= to { return true }
        }
        return false
    }

    /// The most units that are ever on duty at once.
    fileprivate var mostUnits: Int {
        let bases = [capacity] + changes.map(\.capacity)
        let windows = shifts.compactMap(\.capacity)
        let usesBase = shifts.isEmpty || windows.count < shifts.count
        return max(usesBase ? bases.max() ?? 0 : 0, windows.max() ?? 0)
    }
}

extension Step.Action {
    /// What is held or booked beside slots.
    fileprivate var needs: [Need] {
        switch self {
        case .service(let service): service.needs
        case .seize(let seize): seize.needs
        case .appointment(let appointment): appointment.also
        case .course(let course): course.needs
        default: []
        }
    }

    /// Whether a citizen always leaves at the instant of entering.
    fileprivate var isInstant: Bool {
        switch self {
        case .branch, .choice, .assign, .release: true
        case .delay(let delay): delay.duration.isZero
        case .message(let message): !message.blocking || (message.delay.isZero && message.missing == nil)
        default: false
        }
    }

    /// Steps that can follow with a probability that is not known to be 0.
    fileprivate var possibleSuccessors: [String] {
        switch self {
        case .branch(let branch):
            if case .probabilities(let rules) = branch.selection {
                return rules.filter { $0.formula.constantValue != 0 }.flatMap { $0.next.likely }
            }
        case .choice(let choice):
            return choice.options.filter { $0.probability.constantValue != 0 }.flatMap { $0.next.likely }
        default: break
        }
        return routes.flatMap(\.likely)
    }
}

extension Route {
    /// The targets with a positive weight.
    fileprivate var likely: [String] { targets.filter { $0.weight > 0 }.map(\.step) }
}

extension DurationDraw {
    fileprivate var isZero: Bool {
        switch amount {
        case .formula(let formula): formula.constantValue == 0
        case .distribution(let distribution): distribution.kind == .constant(0)
        case .choose: false
        }
    }
}

extension ModelError {
    /// Where the engine found it: a step, resource, source …
    fileprivate var place: String? {
        switch self {
        case .unknown(_, _, let place), .outOfRange(_, let place, _), .badRoute(let place),
            .aboutCitizens(_, let place):
            place
        case .neverEnough(_, let step, _), .wrongKind(_, let step), .mixedDisciplines(let step),
            .preemptionNotAlone(let step), .impossibleCourse(let step), .conditionOnCourse(let step),
            .declinedByPriority(let step):
            step
        case .seizedAndBooked(let resource): resource
        case .duplicate, .collision, .calendar: nil
        }
    }

    /// The field it is about, where there is only one.
    fileprivate var field: String? {
        switch self {
        case .aboutCitizens(let what, _): what
        case .conditionOnCourse: "needs"
        case .declinedByPriority: "longestAcceptable"
        default: nil
        }
    }

    /// What the engine cannot run, in words.
    fileprivate var words: Text { Texts.engine(self) }
}
