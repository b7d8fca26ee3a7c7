import PathwaySim
import Scenarios

/// Reads a scenario's steps as a pathway.
struct PathwayBuilder {
    private let scenario: Scenario
    private let language: Language
    private var nodes: [Pathway.Node] = []
    private var ways: [Pathway.Way] = []
    private var index: [String: Int] = [:]
    /// Parties in the order of the document, those only messages name after them.
    private var parties: [String] = []
    private var actors: [Int: String] = [:]

    static func pathway(of scenario: Scenario, language: Language) -> Pathway {
        var builder = PathwayBuilder(scenario: scenario, language: language)
        builder.addNodes()
        builder.addWays()
        let order = ReadingOrder(count: builder.nodes.count, ways: builder.ways).nodes
        builder.spreadActors(in: order)
        return builder.finished(order)
    }

    private init(scenario: Scenario, language: Language) {
        self.scenario = scenario
        self.language = language
        parties = scenario.document["parties"]?.object?.keys ?? []
    }

    // MARK: Nodes

    private mutating func addNodes() {
        var entries: [(route: Route, labels: [String])] = []
        for source in scenario.model.sources {
            // Named citizens follow the pathway; they are not where it begins.
            if case .cases = source.process { continue }
            let label = text(.sources, source.name)
            if let known = entries.firstIndex(where: { $0.route == source.entry }) {
                entries[known].labels.append(label)
            } else {
                entries.append((source.entry, [label]))
            }
        }
        for entry in entries {
            nodes.append(.init(id: nil, kind: .entry, label: Self.list(entry.labels), lane: nil))
        }
        for step in scenario.model.steps {
            index[step.name] = nodes.count
            if let actor = actor(of: step) { actors[nodes.count] = actor }
            nodes.append(.init(id: step.name, kind: kind(of: step.action), label: text(.steps, step.name), lane: nil))
        }
        for (position, entry) in entries.enumerated() {
            for target in entry.route.targets { add(position, target.step, nil, .onward) }
        }
    }

    private static func list(_ labels: [String]) -> String {
        labels.count == 1 ? labels[0] : labels.map { "• " + $0 }.joined(separator: "\n")
    }

    private mutating func kind(of action: Step.Action) -> Pathway.Node.Kind {
        switch action {
        case .service, .seize, .release, .appointment, .course: return .activity
        case .delay, .waitFor: return .waiting
        case .choice: return .choice
        case .branch, .assign, .split, .join: return .sorting
        case .message(let message): return .message(to: party(message.to))
        case .close: return .end
        }
    }

    private mutating func party(_ id: String) -> Int {
        if let known = parties.firstIndex(of: id) { return known }
        parties.append(id)
        return parties.count - 1
    }

    /// Who acts, where the scenario says so: at the step, as sender, or at the staff the step needs.
    private mutating func actor(of step: Step) -> String? {
        if let actor = scenario.document["steps"]?[step.name]?["actor"]?.string { return actor }
        let resource: String?
        switch step.action {
        case .message(let message): return message.from
        case .appointment(let appointment): resource = appointment.slots
        case .service(let service): resource = service.needs.first?.resource
        case .seize(let seize): resource = seize.needs.first?.resource
        case .course(let course): resource = course.needs.first?.resource
        default: resource = nil
        }
        return resource.flatMap { scenario.document["resources"]?[$0]?["actor"]?.string }
    }

    // MARK: Ways

    private mutating func addWays() {
        for step in scenario.model.steps {
            guard let from = index[step.name] else { continue }
            switch step.action {
            case .branch(let branch): addBranch(branch, of: step.name, from: from)
            case .choice(let choice):
                for option in choice.options {
                    add(from, option.next, scenario.labels.option(option.name, of: step.name).safe[language], .onward)
                }
            case .split(let split):
                for arm in split.arms { add(from, arm.step, nil, .onward) }
                if split.arms.allSatisfy({ $0.condition != nil }) {
                    add(from, split.join, Texts.wayNone[language], .skipping)
                }
            case .close(let close):
                if let back = close.reEntry { add(from, back.to, Texts.wayBack[language], .comingBack) }
            default: addUsual(step.action, from: from)
            }
        }
    }

    private mutating func addBranch(_ branch: Branch, of step: String, from: Int) {
        switch branch.selection {
        case .rules(let rules, let otherwise):
            for (position, rule) in rules.enumerated() {
                let label = scenario.labels.rule(position, of: step)
                add(from, rule.next, label?.safe[language], .onward)
            }
            add(from, otherwise, nil, .onward)
        case .probabilities(let rules):
            for rule in rules { add(from, rule.next, nil, .onward) }
        }
    }

    private mutating func addUsual(_ action: Step.Action, from: Int) {
        func ways(_ next: Route, _ leaving: (Route?, Text)...) {
            add(from, next, nil, .onward)
            for (route, label) in leaving {
                if let route { add(from, route, label[language], .leaving) }
            }
        }
        switch action {
        case .delay(let delay): ways(delay.next)
        case .release(let release): ways(release.next)
        case .assign(let assign): ways(assign.next)
        case .join(let join): ways(join.next)
        case .waitFor(let wait): ways(wait.next, (wait.reneged, Texts.wayReneged))
        case .message(let message): ways(message.next, (message.notAccepted, Texts.wayNotAccepted))
        case .service(let service): queueing(service.queueing, service.next)
        case .seize(let seize): queueing(seize.queueing, seize.next)
        case .appointment(let appointment):
            ways(
                appointment.next, (appointment.balked, Texts.wayBalked), (appointment.lost, Texts.wayLost),
                (appointment.reneged, Texts.wayReneged))
        case .course(let course):
            ways(
                course.next, (course.dropped, Texts.wayDropped), (course.queueing.balked, Texts.wayBalked),
                (course.queueing.reneged, Texts.wayReneged))
        case .branch, .choice, .split, .close: break
        }
        func queueing(_ queueing: Queueing, _ next: Route) {
            ways(next, (queueing.balked, Texts.wayBalked), (queueing.reneged, Texts.wayReneged))
        }
    }

    private mutating func add(_ from: Int, _ route: Route, _ label: String?, _ kind: Pathway.Way.Kind) {
        for target in route.targets { add(from, target.step, label, kind) }
    }

    private mutating func add(_ from: Int, _ step: String, _ label: String?, _ kind: Pathway.Way.Kind) {
        guard let to = index[step] else { return }
        let way = Pathway.Way(from: from, to: to, label: label, kind: kind)
        if !ways.contains(way) { ways.append(way) }
    }

    // MARK: Lanes

    /// Whoever a step does not name is the one of the step before it; after a message that is waited for, its receiver.
    private mutating func spreadActors(in order: [Int]) {
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        for node in order where actors[node] == nil {
            let before = ways.filter { $0.to == node && $0.from != node && actors[$0.from] != nil }
                .min { (places[$0.from] ?? 0, $0.from) < (places[$1.from] ?? 0, $1.from) }
            guard let before else { continue }
            actors[node] = receiver(after: before.from, way: before) ?? actors[before.from]
        }
        // Entries, and steps that only ways back lead to.
        for node in order.reversed() where actors[node] == nil {
            if let after = ways.first(where: { $0.from == node && actors[$0.to] != nil }) {
                actors[node] = actors[after.to]
            }
        }
    }

    private func receiver(after node: Int, way: Pathway.Way) -> String? {
        guard way.kind == .onward, let name = nodes[node].id,
            case .message(let message)? = scenario.model.steps.first(where: { $0.name == name })?.action,
            message.blocking
        else { return nil }
        return message.to
    }

    private func finished(_ order: [Int]) -> Pathway {
        var used = Set(order.compactMap { node in nodes[node].kind == .end ? nil : actors[node] })
        for case .message(let to) in nodes.map(\.kind) { used.insert(parties[to]) }
        let named = (parties + used.subtracting(parties).sorted()).filter(used.contains)
        var lanes = named.map { Pathway.Lane(id: $0, label: text(.parties, $0)) }
        let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0) })
        let hasUnknown = order.contains { nodes[$0].kind != .end && actors[$0] == nil }
        if hasUnknown { lanes.append(Pathway.Lane(id: nil, label: Texts.laneOfNobody[language])) }
        let moved = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let result = order.map { old -> Pathway.Node in
            let node = nodes[old]
            var kind = node.kind
            if case .message(let to) = kind { kind = .message(to: places[parties[to]] ?? 0) }
            let lane = node.kind == .end ? nil : actors[old].flatMap { places[$0] } ?? lanes.count - 1
            return Pathway.Node(id: node.id, kind: kind, label: node.label, lane: lane)
        }
        let ways = ways.compactMap { way -> Pathway.Way? in
            guard let from = moved[way.from], let to = moved[way.to] else { return nil }
            return Pathway.Way(from: from, to: to, label: way.label, kind: way.kind)
        }
        return Pathway(title: scenario.safeTitle[language], lanes: lanes, nodes: result, ways: ways)
    }

    private func text(_ section: Labels.Section, _ id: String) -> String {
        scenario.labels.text(section, id).safe[language]
    }
}
