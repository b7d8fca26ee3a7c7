import PathwaySim
import Scenarios

/// Reads a scenario's steps as a pathway.
struct PathwayBuilder {
    private let scenario: Scenario
    private let language: Language
    private var nodes: [Pathway.Node] = []
    private var ways: [Pathway.Way] = []
    /// Citizens counted on each of `ways`; nil for a way no count is known of.
    private var amounts: [Amount?] = []
    /// Counts of a run by place in the model and goal.
    private let counts: [String: WayCount]
    private var index: [String: Int] = [:]
    /// Parties in the order of the document, those only messages name after them.
    private var parties: [String] = []
    private var actors: [Int: String] = [:]

    /// Several ways of the model may be one arrow.
    private struct Amount {
        var mean: Double
        /// The sum of the halves: no more is known of how they vary together.
        var halfWidth: Double?
    }

    /// - Parameter counts: how many citizens went each way in a run, to be written on the ways; none for a plain diagram.
    static func pathway(of scenario: Scenario, language: Language, counts: [WayCount] = []) -> Pathway {
        var builder = PathwayBuilder(scenario: scenario, language: language, counts: counts)
        builder.addNodes()
        builder.addWays()
        let order = ReadingOrder(count: builder.nodes.count, ways: builder.ways).nodes
        builder.spreadActors(in: order)
        return builder.finished(order)
    }

    private init(scenario: Scenario, language: Language, counts: [WayCount]) {
        self.counts = Dictionary(
            counts.map { (Self.key($0.place, $0.to), $0) }, uniquingKeysWith: { first, _ in first })
        self.scenario = scenario
        self.language = language
        parties = scenario.document["parties"]?.object?.keys ?? []
    }

    // MARK: Nodes

    private mutating func addNodes() {
        var entries: [(route: Route, labels: [String], sources: [String])] = []
        for source in scenario.model.sources {
            // Named citizens follow the pathway; they are not where it begins.
            if case .cases = source.process { continue }
            let label = text(.sources, source.name)
            if let known = entries.firstIndex(where: { $0.route == source.entry }) {
                entries[known].labels.append(label)
                entries[known].sources.append(source.name)
            } else {
                entries.append((source.entry, [label], [source.name]))
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
            for source in entry.sources { add(position, entry.route, nil, .onward, at: "source \(source).entry") }
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
                    add(
                        from, option.next, scenario.labels.option(option.name, of: step.name).safe[language], .onward,
                        at: "\(step.name).next \(option.name)")
                }
            case .split(let split):
                for (number, arm) in split.arms.enumerated() {
                    add(from, arm.step, nil, .onward, at: "\(step.name).arm \(number)")
                }
                if split.arms.allSatisfy({ $0.condition != nil }) {
                    add(from, split.join, Texts.wayNone[language], .skipping, at: "\(step.name).join")
                }
            case .close(let close):
                if let back = close.reEntry {
                    add(from, back.to, Texts.wayBack[language], .comingBack, at: "\(step.name).to")
                }
            default: addUsual(step.action, of: step.name, from: from)
            }
        }
    }

    private mutating func addBranch(_ branch: Branch, of step: String, from: Int) {
        switch branch.selection {
        case .rules(let rules, let otherwise):
            for (position, rule) in rules.enumerated() {
                let label = scenario.labels.rule(position, of: step)
                add(from, rule.next, label?.safe[language], .onward, at: "\(step).next \(position)")
            }
            add(from, otherwise, nil, .onward, at: "\(step).otherwise")
        case .probabilities(let rules):
            for (position, rule) in rules.enumerated() {
                add(from, rule.next, nil, .onward, at: "\(step).next \(position)")
            }
        }
    }

    private mutating func addUsual(_ action: Step.Action, of step: String, from: Int) {
        func ways(_ next: Route, _ leaving: (Route?, Text, String)...) {
            add(from, next, nil, .onward, at: "\(step).next")
            for (route, label, name) in leaving {
                if let route { add(from, route, label[language], .leaving, at: "\(step).\(name)") }
            }
        }
        switch action {
        case .delay(let delay): ways(delay.next)
        case .release(let release): ways(release.next)
        case .assign(let assign): ways(assign.next)
        case .join(let join): ways(join.next)
        case .waitFor(let wait): ways(wait.next, (wait.reneged, Texts.wayReneged, "reneged"))
        case .message(let message): ways(message.next, (message.notAccepted, Texts.wayNotAccepted, "notAccepted"))
        case .service(let service): queueing(service.queueing, service.next)
        case .seize(let seize): queueing(seize.queueing, seize.next)
        case .appointment(let appointment):
            ways(
                appointment.next, (appointment.balked, Texts.wayBalked, "balked"),
                (appointment.lost, Texts.wayLost, "lost"), (appointment.reneged, Texts.wayReneged, "reneged"))
        case .course(let course):
            ways(
                course.next, (course.dropped, Texts.wayDropped, "dropped"),
                (course.queueing.balked, Texts.wayBalked, "balked"),
                (course.queueing.reneged, Texts.wayReneged, "reneged"))
        case .branch, .choice, .split, .close: break
        }
        func queueing(_ queueing: Queueing, _ next: Route) {
            ways(
                next, (queueing.balked, Texts.wayBalked, "balked"), (queueing.reneged, Texts.wayReneged, "reneged"))
        }
    }

    /// - Parameter place: what the engine calls it, for finding its count.
    private mutating func add(
        _ from: Int, _ route: Route, _ label: String?, _ kind: Pathway.Way.Kind, at place: String
    ) {
        for target in route.targets { add(from, target.step, label, kind, at: place) }
    }

    private mutating func add(
        _ from: Int, _ step: String, _ label: String?, _ kind: Pathway.Way.Kind, at place: String
    ) {
        guard let to = index[step] else { return }
        let count = counts[Self.key(place, step)]
        let way = Pathway.Way(from: from, to: to, label: label, kind: kind)
        guard let known = ways.firstIndex(of: way) else {
            ways.append(way)
            amounts.append(count.map { Amount(mean: $0.mean, halfWidth: $0.halfWidth) })
            return
        }
        guard let count else { return }
        let sum = amounts[known]
        let halves = [sum?.halfWidth, count.halfWidth].compactMap { $0 }
        amounts[known] = Amount(
            mean: (sum?.mean ?? 0) + count.mean, halfWidth: halves.isEmpty ? nil : halves.reduce(0, +))
    }

    private static func key(_ place: String, _ to: String) -> String { place + "→" + to }

    /// Rounded by its uncertainty, but always to a whole number: part of a citizen goes nowhere.
    private func words(_ amount: Amount) -> String {
        // Hardly ever is still not never.
        if amount.mean > 0, amount.mean < 0.5 { return "<1" }
        let width = max(amount.halfWidth ?? 1, 1)
        return NumberFormat.rounded(amount.mean, halfWidth: width, language: language)
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
        let ways = zip(ways, amounts).compactMap { way, amount -> Pathway.Way? in
            guard let from = moved[way.from], let to = moved[way.to] else { return nil }
            return Pathway.Way(
                from: from, to: to, label: way.label, kind: way.kind,
                count: counts.isEmpty ? nil : amount.map(words))
        }
        return Pathway(title: scenario.safeTitle[language], lanes: lanes, nodes: result, ways: ways)
    }

    private func text(_ section: Labels.Section, _ id: String) -> String {
        scenario.labels.text(section, id).safe[language]
    }
}
