internal import PathwaySim

/// The steps of the pathway.
extension ModelBuilder {
    mutating func step(_ member: JSONObject.Member) -> Step? {
        let (node, path) = (member.value, "steps.\(member.key)")
        guard let action = action(node, path) else { return nil }
        return Step(name: member.key, action: action)
    }

    private mutating func action(_ node: JSONNode, _ path: String) -> Step.Action? {
        switch node["kind"]?.string {
        case "delay":
            let duration = duration(node, "duration", path, unit: Self.unit(node["time"])) ?? .zero
            return next(node, path).map { .delay(Delay(duration: duration, next: $0)) }
        case "service": return service(node, path)
        case "seize":
            let needs = needs(node["needs"], "\(path).needs")
            let queueing = queueing(node, path)
            return next(node, path).map { .seize(Seize(needs: needs, queueing: queueing, next: $0)) }
        case "release": return release(node, path)
        case "appointment": return appointment(node, path)
        case "course": return course(node, path)
        case "branch": return branch(node, path)
        case "choice": return choice(node, path)
        case "assign":
            let assignments = assignments(node["assign"], "\(path).assign")
            return next(node, path).map { .assign(Assign(assignments: assignments, next: $0)) }
        case "message": return message(node, path)
        case "split": return split(node, path)
        case "join":
            let mode: Join.Mode = node["mode"]?.string == "any" ? .any : .all
            return next(node, path).map { .join(Join(mode: mode, next: $0)) }
        case "waitFor": return waitFor(node, path)
        case "close": return close(node, path)
        default: return nil
        }
    }

    // MARK: Parts of several steps

    mutating func next(_ node: JSONNode, _ path: String) -> Route? { way(node, "next", path) }

    mutating func duration(
        _ node: JSONNode, _ field: String, _ path: String, unit: DurationDraw.Unit? = nil
    ) -> DurationDraw? {
        node[field].flatMap { durationDraw($0, "\(path).\(field)", unit: unit ?? .calendarDays) }
    }

    mutating func way(_ node: JSONNode, _ field: String, _ path: String) -> Route? {
        route(node[field], "\(path).\(field)")
    }

    /// Reports a way on that is missing though another field sends citizens there.
    private mutating func requireWay(_ field: String, because: [String], _ node: JSONNode, _ path: String) {
        guard node[field] == nil else { return }
        for cause in because {
            // A probability of 0, or no patience limit, sends nobody.
            guard let given = node[cause], given.quantity.number != 0 || cause == "waitingRoom" else { continue }
            report(FormatProblem.missingRoute(field, because: cause), given.span, path)
            return
        }
    }

    mutating func queueing(_ node: JSONNode, _ path: String) -> Queueing {
        requireWay("balked", because: ["balk", "waitingRoom"], node, path)
        requireWay("reneged", because: ["patience"], node, path)
        return Queueing(
            priority: node["priority"].flatMap { formula($0, "\(path).priority") },
            balk: node["balk"].flatMap { condition($0, "\(path).balk") },
            waitingRoom: node["waitingRoom"].flatMap { integer($0, "\(path).waitingRoom", .init(0, 1e9)) },
            balked: way(node, "balked", path), patience: duration(node, "patience", path),
            reneged: way(node, "reneged", path))
    }

    // MARK: Kinds

    private mutating func service(_ node: JSONNode, _ path: String) -> Step.Action? {
        let needs = needs(node["needs"], "\(path).needs")
        let duration = duration(node, "duration", path) ?? .zero
        let queueing = queueing(node, path)
        guard let next = way(node, "next", path) else { return nil }
        return .service(
            Service(
                needs: needs, duration: duration, queueing: queueing,
                shiftEnd: node["shiftEnd"]?.string == "pause" ? .pause : .finish, next: next))
    }

    private mutating func release(_ node: JSONNode, _ path: String) -> Step.Action? {
        let resources = node["resources"]?.string.map { [$0] } ?? (node["resources"]?.array ?? []).compactMap(\.string)
        let turnaround = duration(node, "turnaround", path)
        guard let next = way(node, "next", path) else { return nil }
        return .release(Release(resources: resources, turnaround: turnaround, next: next))
    }

    private mutating func appointment(_ node: JSONNode, _ path: String) -> Step.Action? {
        requireWay("balked", because: ["longestAcceptable"], node, path)
        requireWay("lost", because: ["cancel", "noShow"], node, path)
        requireWay("reneged", because: ["patience"], node, path)
        let next = way(node, "next", path) ?? .to("")
        var step = Appointment(slots: node["slots"]?.string ?? "", next: next)
        step.also = needs(node["also"], "\(path).also")
        step.priority = node["priority"].flatMap { formula($0, "\(path).priority") }
        step.lead = duration(node, "lead", path) ?? .zero
        step.longestAcceptable = duration(node, "longestAcceptable", path)
        step.balked = way(node, "balked", path)
        step.cancel = node["cancel"].flatMap { probability($0, "\(path).cancel") }
        step.cancelNotice = duration(node, "cancelNotice", path) ?? .zero
        step.reuseLimit = node["reuseLimit"].flatMap { time($0, "\(path).reuseLimit") } ?? .zero
        step.noShow = node["noShow"].flatMap { probability($0, "\(path).noShow") }
        step.rebookings = node["rebookings"].flatMap { integer($0, "\(path).rebookings", .init(0, 1e6)) } ?? 0
        step.rebookDelay = duration(node, "rebookDelay", path) ?? .zero
        step.lost = way(node, "lost", path)
        step.patience = duration(node, "patience", path)
        step.reneged = way(node, "reneged", path)
        return .appointment(step)
    }

    private mutating func branch(_ node: JSONNode, _ path: String) -> Step.Action? {
        if let probabilities = node["probabilities"] {
            let members = Self.named(probabilities)
            let rules = members.compactMap { member in
                probability(member.value, "\(path).probabilities.\(member.key)")
                    .map { Branch.Rule(formula: $0, next: .to(member.key)) }
            }
            checkSum(rules.map(\.formula), of: members.count, probabilities, "\(path).probabilities")
            return .branch(Branch(.probabilities(rules)))
        }
        guard let rules = node["rules"] else { return nil }
        let elements: [(String, JSONNode)] =
            rules.array?.enumerated().map { (String($0), $1) } ?? Self.named(rules).map { ($0.key, $0.value) }
        let read = elements.compactMap { key, element -> Branch.Rule? in
            let inner = "\(path).rules.\(key)"
            let test = element["if"].flatMap { condition($0, "\(inner).if") }
            guard let test, let next = way(element, "next", inner) else { return nil }
            return Branch.Rule(formula: test, next: next)
        }
        guard let otherwise = way(node, "otherwise", path) else {
            if node["otherwise"] == nil {
                report(FormatProblem.missing("otherwise", object: Text(same: "branch")), node.opening, path)
            }
            return nil
        }
        return .branch(Branch(.rules(read, otherwise: otherwise)))
    }

    /// Probabilities that do not depend on the citizen must sum to 1.
    private mutating func checkSum(_ formulas: [Formula], of count: Int, _ node: JSONNode, _ path: String) {
        let constants = formulas.compactMap(\.constantValue)
        if formulas.isEmpty, count == 0 { report(FormatProblem.empty, node.opening, path) }
        guard formulas.count == count, constants.count == count, count > 0 else { return }
        let sum = constants.reduce(0, +)
        if abs(sum - 1) > 1e-6 { report(FormatProblem.probabilitySum(sum), node.opening, path) }
    }

    private mutating func choice(_ node: JSONNode, _ path: String) -> Step.Action? {
        guard let options = node["options"] else { return nil }
        let members = Self.named(options)
        let read = members.compactMap { member -> Choice.Option? in
            let (option, inner) = (member.value, "\(path).options.\(member.key)")
            let chance = option["probability"].flatMap { probability($0, "\(inner).probability") }
            let test = option["if"].flatMap { condition($0, "\(inner).if") }
            let assignments = assignments(option["assign"], "\(inner).assign")
            guard let chance, let next = way(option, "next", inner) else { return nil }
            return Choice.Option(
                name: member.key, probability: chance, condition: test, assignments: assignments, next: next)
        }
        // The probabilities of the options that are open to a citizen are rescaled.
        if !read.contains(where: { $0.condition != nil }) {
            checkSum(read.map(\.probability), of: members.count, options, "\(path).options")
        }
        return .choice(Choice(options: read))
    }

    private mutating func message(_ node: JSONNode, _ path: String) -> Step.Action? {
        let next = way(node, "next", path) ?? .to("")
        var step = Message(
            kind: node["message"]?.string ?? "", from: node["from"]?.string ?? "", to: node["to"]?.string ?? "",
            next: next)
        step.delay = duration(node, "delay", path) ?? .zero
        step.blocking = node["blocking"]?.quantity.bool ?? true
        step.condition = node["if"].flatMap { condition($0, "\(path).if") }
        step.missing = node["missing"].flatMap { probability($0, "\(path).missing") }
        step.returnKind = node["returnKind"]?.string
        step.returnDelay = duration(node, "returnDelay", path) ?? .zero
        step.maximumReturns =
            node["maximumReturns"].flatMap { integer($0, "\(path).maximumReturns", .init(0, 1000)) } ?? 1
        step.acknowledgement = node["acknowledgement"]?.string
        step.accepted = node["accepted"].flatMap { probability($0, "\(path).accepted") }
        step.notAccepted = way(node, "notAccepted", path)
        step.senderHours = node["senderHours"].flatMap { number($0, "\(path).senderHours", .nonNegative) } ?? 0
        step.receiverHours = node["receiverHours"].flatMap { number($0, "\(path).receiverHours", .nonNegative) } ?? 0
        return .message(step)
    }

    private mutating func split(_ node: JSONNode, _ path: String) -> Step.Action? {
        guard let arms = node["arms"], let join = node["join"]?.string else { return nil }
        if let list = arms.array {
            let read = list.enumerated().compactMap { index, element -> Split.Arm? in
                if let step = element.string { return Split.Arm(step: step) }
                guard let step = element["step"]?.string else { return nil }
                return Split.Arm(
                    step: step, condition: element["if"].flatMap { condition($0, "\(path).arms.\(index).if") })
            }
            return .split(Split(arms: read, join: join))
        }
        let read = Self.named(arms).map { member in
            let inner = "\(path).arms.\(member.key)"
            if member.value.object != nil {
                return Split.Arm(
                    step: member.key, condition: member.value["if"].flatMap { condition($0, "\(inner).if") })
            }
            return Split.Arm(
                step: member.key, condition: member.value.bool == true ? nil : condition(member.value, inner))
        }
        return .split(Split(arms: read, join: join))
    }

    private mutating func waitFor(_ node: JSONNode, _ path: String) -> Step.Action? {
        requireWay("reneged", because: ["patience"], node, path)
        let trigger: WaitFor.Trigger
        if let event = node["worldEvent"]?.string {
            trigger = .worldEvent(event)
        } else if let event = node["event"]?.string {
            trigger = .citizenEvent(event)
        } else if let pattern = node["date"] {
            trigger = .date(datePattern(pattern, "\(path).date"))
        } else if let day = node["day"].flatMap({ formula($0, "\(path).day") }) {
            trigger = .instant(day)
        } else {
            return nil
        }
        let patience = duration(node, "patience", path)
        let reneged = way(node, "reneged", path)
        guard let next = way(node, "next", path) else { return nil }
        return .waitFor(WaitFor(trigger: trigger, patience: patience, reneged: reneged, next: next))
    }

    private mutating func datePattern(_ node: JSONNode, _ path: String) -> DatePattern {
        var pattern = DatePattern()
        pattern.weekdays = node["weekdays"].map { weekdays($0) } ?? []
        pattern.daysOfMonth = Set(
            (node["daysOfMonth"]?.array ?? []).compactMap { integer($0, "\(path).daysOfMonth", .init(1, 31)) })
        pattern.months = Set(
            (node["months"]?.array ?? []).compactMap { month in
                ScenarioFormat.monthWords.firstIndex { $0.name == month.string }.map { $0 + 1 }
            })
        pattern.at = node["at"].flatMap { timeOfDay($0, "\(path).at") } ?? .zero
        pattern.nextWorkingDay = node["nextWorkingDay"]?.bool ?? false
        return pattern
    }

    private mutating func close(_ node: JSONNode, _ path: String) -> Step.Action? {
        guard let outcome = node["outcome"]?.string else { return nil }
        var step = Close(outcome: outcome)
        if let again = node["reEntry"] {
            let inner = "\(path).reEntry"
            let chance = again["probability"].flatMap { probability($0, "\(inner).probability") }
            let after = duration(again, "after", inner)
            let to = way(again, "to", inner)
            let maximum = again["maximum"].flatMap { integer($0, "\(inner).maximum", .init(1, 1000)) } ?? 1
            if let chance, let after, let to {
                step.reEntry = Close.ReEntry(probability: chance, after: after, to: to, maximum: maximum)
            }
        }
        return .close(step)
    }
}
