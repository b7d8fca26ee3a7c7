import PathwaySim
import Scenarios

/// The checklist STRESS-DES for a scenario, as Markdown: what it says of itself, and what is missing.
struct StressReport {
    let scenario: Scenario
    let language: Language
    /// One entry for each item with something missing, in order.
    private(set) var gaps: [String] = []
    private(set) var text = ""

    init(_ scenario: Scenario, language: Language) {
        self.scenario = scenario
        self.language = language
        text = "# \(safe(Texts.stressTitle(scenario.title)))\n\n\(Texts.stressIntroduction[language])\n"
        for item in Texts.Stress.allCases {
            let level = item.number.contains(".") ? "###" : "##"
            text += "\n\(level) \(item.number) \(item.title[language])\n"
            guard item.number.contains(".") else { continue }
            for paragraph in paragraphs(item) where !paragraph.isEmpty { text += "\n\(paragraph)\n" }
        }
        text += "\n## \(Texts.stressGaps[language])\n\n"
        text += gaps.isEmpty ? Texts.stressNoGaps[language] + "\n" : list(gaps) + "\n"
    }

    private var model: Model { scenario.model }

    // MARK: Items

    private mutating func paragraphs(_ item: Texts.Stress) -> [String] {
        switch item {
        case .objectives, .logic, .data, .experimentation, .implementation, .access: []
        case .purpose: [scenario.description.map(safe) ?? gap(item, Texts.stressNoPurpose)]
        case .outputs: [Texts.stressOutputs[language], headline(item)]
        case .aims: [gap(item, Texts.stressNoAims)]
        case .diagram:
            [
                "```mermaid\n"
                    + PathwayMermaid(
                        pathway: PathwayBuilder.pathway(of: scenario, language: language), language: language
                    ).text() + "```"
            ]
        case .baseLogic: [steps]
        case .scenarioLogic: scenarioLogic
        case .algorithms: [list(Texts.stressAlgorithms.map { $0[language] })]
        case .entities: [Texts.stressEntities[language], list(model.attributes.map { label(.attributes, $0.name) })]
        case .activities: [activities]
        case .resources: [resources]
        case .queues: [queues]
        case .entryExit:
            [
                Texts.stressEntry[language], list(model.sources.map { label(.sources, $0.name) }),
                Texts.stressExit[language], list(outcomes),
            ]
        case .sources: [sources(item)]
        case .preprocessing: [gap(item, Texts.stressNoPreprocessing)]
        case .parameters: [parameters]
        case .assumptions: assumptions
        case .initialisation: initialisation
        case .runLength: [runLength]
        case .estimation: [Texts.stressEstimation[language]]
        case .software: [Texts.stressSoftware(Version.current)[language]]
        case .sampling: [Texts.stressSampling[language]]
        case .execution: [Texts.stressExecution[language]]
        case .system: [Texts.stressSystem[language], gap(item, Texts.stressNoSystem)]
        case .sharing:
            [
                Texts.stressSharing(
                    id: scenario.id, hash: scenario.hash.hex,
                    command: "simrepl run \(Token.quoting(Escaping.terminalSafe(scenario.reference)))")[language],
                gap(item, Texts.stressNoAddress),
            ]
        }
    }

    private mutating func gap(_ item: Texts.Stress, _ text: Text) -> String {
        gaps.append("\(item.number) \(item.title[language]): \(text[language])")
        return Texts.stressGapMark[language] + text[language]
    }

    private mutating func headline(_ item: Texts.Stress) -> String {
        guard !scenario.headline.isEmpty else { return gap(item, Texts.stressNoHeadline) }
        return list(scenario.headline.map { safe(scenario.measureLabel($0)) + " (`\(code($0))`)" })
    }

    private mutating func sources(_ item: Texts.Stress) -> String {
        let texts = counted(.source)
        return texts.isEmpty ? gap(item, Texts.stressNoSources) : list(texts)
    }

    // MARK: Logic

    private var steps: String {
        table(
            [Texts.stressStep, Texts.stressKind, Texts.stressUses],
            model.steps.map { step in
                [label(.steps, step.name), Texts.stepKind(step.action.kindName)[language], uses(step)]
            })
    }

    private var activities: String {
        let taking: Set = ["delay", "service", "appointment", "course", "message", "waitFor"]
        let steps = model.steps.filter { taking.contains($0.action.kindName) }
        return steps.isEmpty
            ? Texts.stressNothing[language]
            : list(steps.map { label(.steps, $0.name) + ": " + Texts.stepKind($0.action.kindName)[language] })
    }

    private var scenarioLogic: [String] {
        var parts: [String] = []
        if let base = scenario.document["extends"]?.string { parts.append(Texts.stressExtends(base)[language]) }
        if !scenario.changes.isEmpty {
            parts.append(Texts.stressChanges[language])
            parts.append(list(scenario.changes.map { safe(Texts.changed($0)) }))
        }
        return parts.isEmpty ? [Texts.stressIsBase[language]] : parts
    }

    private func uses(_ step: Step) -> String {
        step.action.resourceNames.map { label(.resources, $0) }.joined(separator: ", ")
    }

    private var resources: String {
        guard !model.resources.isEmpty else { return Texts.stressNothing[language] }
        return table(
            [Texts.stressLabel, Texts.stressPath, Texts.stressValue],
            model.resources.map { resource in
                let size: Text =
                    switch resource.kind {
                    case .servers(let servers): Texts.stressServers(servers.capacity)
                    case .slots(let plan): Texts.stressSlots(NumberFormat.text(plan.slotsPerWeek))
                    }
                return [label(.resources, resource.name), "`resources.\(code(resource.name))`", size[language]]
            })
    }

    private var queues: String {
        let rows = model.steps.compactMap { step -> [String]? in
            guard let queue = step.action.queue else { return nil }
            var words = [queue.hasPriority ? Texts.stressPriority : Texts.stressInOrder]
            if queue.hasPatience { words.append(Texts.stressPatience) }
            if queue.canBalk { words.append(Texts.stressBalking) }
            return [label(.steps, step.name), uses(step), words.map { $0[language] }.joined(separator: ", ")]
        }
        return rows.isEmpty
            ? Texts.stressNothing[language]
            : table([Texts.stressStep, Texts.stressUses, Texts.Stress.queues.title], rows)
    }

    private var outcomes: [String] {
        var seen: [String] = []
        for step in model.steps {
            if case .close(let close) = step.action, !seen.contains(close.outcome) { seen.append(close.outcome) }
        }
        return seen.map { label(.outcomes, $0) }
    }

    // MARK: Data

    private var parameters: String {
        table(
            [Texts.stressLabel, Texts.stressPath, Texts.stressValue, Texts.stressWhence],
            scenario.provenance.map { entry in
                let whence = entry.kind == .source ? Texts.stressSource : Texts.stressAssumption
                return [
                    safe(entry.label), "`\(code(entry.path))`",
                    MarkdownText.escaped(Escaping.terminalSafe(entry.written(language))),
                    whence[language],
                ]
            })
    }

    private var assumptions: [String] {
        let count = scenario.provenance.count { $0.kind == .assumption }
        guard count > 0 else { return [Texts.stressNothing[language]] }
        return [
            Texts.stressAssumed(count, of: scenario.provenance.count)[language], list(counted(.assumption)),
        ]
    }

    /// Each text once, with how many numbers it is for, in the order of the document.
    private func counted(_ kind: Provenance.Kind) -> [String] {
        var order: [Text] = []
        var counts: [Text: Int] = [:]
        for entry in scenario.provenance where entry.kind == kind {
            if counts[entry.text] == nil { order.append(entry.text) }
            counts[entry.text, default: 0] += 1
        }
        return order.map { safe($0) + " (\(counts[$0] ?? 0))" }
    }

    // MARK: Experimentation

    private var initialisation: [String] {
        let lists = model.sources.filter { if case .waitingList = $0.process { true } else { false } }
        guard !lists.isEmpty else { return [Texts.stressEmpty[language]] }
        return [Texts.stressFromList[language], list(lists.map { label(.sources, $0.name) })]
    }

    private var runLength: String {
        Texts.stressRun(
            start: DateFormat.long(model.start), days: NumberFormat.text(model.horizon.days),
            warmup: NumberFormat.text(model.warmup.days))[language]
    }

    // MARK: Markdown

    private func label(_ section: Labels.Section, _ id: String) -> String { safe(scenario.labels.text(section, id)) }

    /// Text of the scenario as it is, whatever marks are in it.
    private func safe(_ text: Text) -> String { MarkdownText.escaped(text.safe[language]) }

    /// What stands between back quotes.
    private func code(_ text: String) -> String { Escaping.terminalSafe(text).replacing("`", with: "'") }

    private func list(_ items: [String]) -> String { items.map { "- " + $0 }.joined(separator: "\n") }

    private func table(_ titles: [Text], _ rows: [[String]]) -> String {
        let head = "| " + titles.map { $0[language] }.joined(separator: " | ") + " |"
        let line = "|" + titles.map { _ in " --- |" }.joined()
        return ([head, line] + rows.map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n")
    }
}

/// How citizens queue at a step.
private struct StepQueue {
    var hasPriority = false
    var hasPatience = false
    var canBalk = false

    init(_ queueing: Queueing) {
        hasPriority = queueing.priority != nil
        hasPatience = queueing.patience != nil
        canBalk = queueing.balk != nil || queueing.waitingRoom != nil
    }

    init(_ appointment: Appointment) {
        hasPatience = appointment.patience != nil
        canBalk = appointment.longestAcceptable != nil
    }
}

extension Step.Action {
    /// As the format calls it.
    fileprivate var kindName: String {
        switch self {
        case .delay: "delay"
        case .service: "service"
        case .seize: "seize"
        case .release: "release"
        case .appointment: "appointment"
        case .course: "course"
        case .branch: "branch"
        case .choice: "choice"
        case .assign: "assign"
        case .message: "message"
        case .split: "split"
        case .join: "join"
        case .waitFor: "waitFor"
        case .close: "close"
        }
    }

    fileprivate var resourceNames: [String] {
        switch self {
        case .service(let service): service.needs.map(\.resource)
        case .seize(let seize): seize.needs.map(\.resource)
        case .release(let release): release.resources
        case .appointment(let appointment): [appointment.slots] + appointment.also.map(\.resource)
        case .course(let course): course.needs.map(\.resource)
        default: []
        }
    }

    fileprivate var queue: StepQueue? {
        switch self {
        case .service(let service): StepQueue(service.queueing)
        case .seize(let seize): StepQueue(seize.queueing)
        case .course(let course): StepQueue(course.queueing)
        case .appointment(let appointment): StepQueue(appointment)
        default: nil
        }
    }
}
