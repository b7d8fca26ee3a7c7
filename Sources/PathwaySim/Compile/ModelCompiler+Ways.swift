extension ModelCompiler {
    // MARK: Ways and decisions

    mutating func compileBranch(_ index: Int, _ name: String, _ branch: Branch) throws(ModelError) {
        var rows: [CompiledRule] = []
        let list: [Branch.Rule]
        let code: StepCode
        var otherwise: Int32 = -1
        switch branch.selection {
        case .rules(let rules, let last):
            (list, code) = (rules, .branchRules)
            otherwise = try route(last, name: "\(name).otherwise")
        case .probabilities(let rules):
            guard !rules.isEmpty else { throw .badRoute(in: name) }
            (list, code) = (rules, .branchProbabilities)
        }
        for (number, rule) in list.enumerated() {
            rows.append(
                CompiledRule(
                    formula: try formula(rule.formula, in: name),
                    route: try route(rule.next, name: "\(name).next \(number)")))
        }
        set(index, code, row: compiled.branchRules.count, next: otherwise)
        compiled.steps[index].count = Int32(rows.count)
        compiled.branchRules += rows
    }

    mutating func compileChoice(_ index: Int, _ name: String, _ choice: Choice) throws(ModelError) {
        guard !choice.options.isEmpty else { throw .badRoute(in: name) }
        var rows: [CompiledOption] = []
        for option in choice.options {
            let first = try assignments(option.assignments, in: "\(name).\(option.name)")
            rows.append(
                CompiledOption(
                    probability: try formula(option.probability, in: name),
                    condition: try formula(option.condition ?? .yes, in: name),
                    isConditional: option.condition != nil, assignmentsStart: first,
                    assignmentsCount: Int32(option.assignments.count),
                    route: try route(option.next, name: "\(name).next \(option.name)")))
        }
        // A person's decisions are found by visit, so visits must be told apart.
        if compiled.steps[index].visitSlot < 0 { compiled.steps[index].visitSlot = newVisitSlot() }
        set(index, .choice, row: compiled.choiceOptions.count, next: -1)
        compiled.steps[index].count = Int32(rows.count)
        compiled.choiceOptions += rows
        compiled.optionNames += choice.options.map(\.name)
    }

    mutating func compileMessage(_ index: Int, _ name: String, _ message: Message) throws(ModelError) {
        guard (0...1_000).contains(message.maximumReturns) else {
            throw .outOfRange(what: "maximumReturns", in: name, value: Double(message.maximumReturns))
        }
        let entry = CompiledMessage(
            kind: messageKind(message.kind), from: party(message.from), to: party(message.to),
            delay: try duration(message.delay, name: "\(name).delay"), blocking: message.blocking,
            condition: try formula(message.condition ?? .yes, in: name), isConditional: message.condition != nil,
            missing: try formula(message.missing ?? .no, in: name), canMiss: message.missing != nil,
            missingPurpose: try purpose("\(name).missing"),
            returnKind: message.missing == nil ? -1 : messageKind(message.returnKind ?? "\(message.kind)Returned"),
            returnDelay: try duration(message.returnDelay, name: "\(name).returnDelay"),
            maximumReturns: Int32(message.maximumReturns),
            acknowledgement: message.acknowledgement.map { messageKind($0) } ?? -1,
            accepted: try formula(message.accepted ?? .yes, in: name), isTask: message.accepted != nil,
            acceptedPurpose: try purpose("\(name).accepted"),
            notAccepted: try route(message.notAccepted, name: "\(name).notAccepted"),
            senderHours: message.senderHours, receiverHours: message.receiverHours,
            attemptSlot: message.missing == nil ? -1 : newVisitSlot())
        compiled.messages.append(entry)
        set(
            index, .message, row: compiled.messages.count - 1, next: try route(message.next, name: "\(name).next"))
    }

    mutating func compileSplit(_ index: Int, _ name: String, _ split: Split) throws(ModelError) {
        var rows: [CompiledArm] = []
        for (number, arm) in split.arms.enumerated() {
            let target = try step(arm.step, in: name)
            rows.append(
                CompiledArm(
                    step: target, condition: try formula(arm.condition ?? .yes, in: name),
                    isConditional: arm.condition != nil, way: Int32(compiled.ways.count)))
            compiled.ways.append(CompiledWay(place: "\(name).arm \(number)", step: target))
        }
        let join = try step(split.join, in: name)
        guard case .join = model.steps[Int(join)].action else { throw .unknown(.step, name: split.join, in: name) }
        set(index, .split, row: compiled.arms.count, next: try route(.to(split.join), name: "\(name).join"))
        compiled.steps[index].count = Int32(rows.count)
        compiled.arms += rows
    }

    mutating func compileWait(_ index: Int, _ name: String, _ wait: WaitFor) throws(ModelError) {
        waits(at: index)
        var entry = CompiledWait(
            kind: .formula, instants: [], event: -1, pattern: nil, formula: .constant(0), patience: nil, reneged: -1)
        switch wait.trigger {
        case .worldEvent(let event):
            guard let found = model.worldEvents.first(where: { $0.name == event }) else {
                throw .unknown(.worldEvent, name: event, in: name)
            }
            entry.kind = .instants
            entry.instants = found.instants.map(\.ticks).sorted()
        case .citizenEvent(let event):
            entry.kind = .citizenEvent
            entry.event = try self.event(event, in: name)
            _ = try mark(event, in: name)
            compiled.eventActions[Int(entry.event)].hasWaiters = true
        case .date(let pattern):
            entry.kind = .date
            entry.pattern = pattern
        case .instant(let formula): entry.formula = try self.formula(formula, in: name)
        }
        if let patience = wait.patience {
            entry.patience = try duration(patience, name: "\(name).patience")
            entry.reneged = try route(wait.reneged, name: "\(name).reneged")
            guard entry.reneged >= 0 else { throw .badRoute(in: "\(name).reneged") }
        }
        compiled.waits.append(entry)
        set(index, .waitFor, row: compiled.waits.count - 1, next: try route(wait.next, name: "\(name).next"))
    }

    mutating func compileClose(_ index: Int, _ name: String, _ close: Close) throws(ModelError) {
        let back = close.reEntry
        compiled.closes.append(
            CompiledClose(
                outcome: outcome(close.outcome), probability: try formula(back?.probability ?? .no, in: name),
                returns: back != nil, after: try duration(back?.after ?? .zero, name: "\(name).after"),
                to: try route(back?.to, name: "\(name).to"), maximum: Int32(clamping: back?.maximum ?? 0),
                purpose: try purpose("\(name).returns"), returnSlot: back == nil ? -1 : newVisitSlot()))
        set(index, .close, row: compiled.closes.count - 1, next: -1)
    }
}
