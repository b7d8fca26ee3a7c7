extension Simulation {
    // MARK: Delays

    @inline(__always)
    mutating func enterDelay(_ t: Int, _ s: Int) -> Int32 {
        comes(to: s)
        tokens[t].status = .delaying
        tokens[t].generation &+= 1
        let until = after(plan.steps[s].duration, t)
        events.schedule(.token, at: until, phase: .arrival, subject: Int32(t), generation: tokens[t].generation)
        return -1
    }

    // MARK: Ways and decisions

    @inline(__always)
    mutating func passBranchRules(_ t: Int, _ s: Int) -> Int32 {
        let step = plan.steps[s]
        for row in Int(step.row)..<Int(step.row &+ step.count) where holds(plan.branchRules[row].formula, t) {
            return pass(t, s, by: plan.branchRules[row].route)
        }
        return pass(t, s, by: step.next)
    }

    mutating func passBranchProbabilities(_ t: Int, _ s: Int) -> Int32 {
        let step = plan.steps[s]
        let u = firstUniform(t, step.purpose)
        var sum = 0.0
        var chosen: Int32 = -1
        var lastPossible: Int32 = -1
        for row in Int(step.row)..<Int(step.row &+ step.count) {
            let p = evaluate(plan.branchRules[row].formula, t)
            if p.isNaN || p < 0 { undefined(t) }
            sum += p
            if p > 0 { lastPossible = plan.branchRules[row].route }
            if chosen < 0, u < sum { chosen = plan.branchRules[row].route }
        }
        guard abs(sum - 1) < 1e-6 else {
            failure = failure ?? .probabilities(step: stepName(Int32(s)), sum: sum, at: SimTime(ticks: now))
            return -1
        }
        // Rounding can leave the sum a hair below 1 and the number above it: the last way that is possible.
        if chosen < 0 { chosen = lastPossible }
        return pass(t, s, by: chosen)
    }

    mutating func passChoice(_ t: Int, _ s: Int) -> Int32 {
        let step = plan.steps[s]
        let rows = Int(step.row)..<Int(step.row &+ step.count)
        if tokens[t].caseRow >= 0 {
            if let decided = decision(t, s) {
                return take(rows.lowerBound + decided, t, s)
            }
            if let name = options.pausesAtChoiceOf, name == citizenName(t) {
                pausedAt = (t, Int32(s))
                note(t, .awaitsDecision)
                return -1
            }
        }
        var total = 0.0
        for row in rows where isOpen(plan.choiceOptions[row], t) {
            let p = evaluate(plan.choiceOptions[row].probability, t)
            if p.isNaN || p < 0 { undefined(t) }
            total += p
        }
        guard total > 0 else {
            failure = failure ?? .probabilities(step: stepName(Int32(s)), sum: total, at: SimTime(ticks: now))
            return -1
        }
        var stream = stream(t, step.purpose)
        let u = stream.uniform() * total
        var sum = 0.0
        var last = rows.lowerBound
        for row in rows where isOpen(plan.choiceOptions[row], t) {
            let p = evaluate(plan.choiceOptions[row].probability, t)
            if p > 0 { last = row }
            sum += p
            if u < sum { return take(row, t, s) }
        }
        return take(last, t, s)
    }

    mutating func isOpen(_ option: CompiledOption, _ t: Int) -> Bool {
        !option.isConditional || holds(option.condition, t)
    }

    /// What a person decided for this case at this visit, as the number of the option; only if it is open.
    private mutating func decision(_ t: Int, _ s: Int) -> Int? {
        let root = Int(tokens[t].root)
        for source in compiled.model.sourcePlans where !source.cases.isEmpty {
            guard Int(tokens[root].caseRow) < source.cases.count,
                DrawStream.stream(seed: options.seed, replication: options.replication, name: source.name)
                    == tokens[root].stream
            else { continue }
            for decision in source.cases[Int(tokens[root].caseRow)].decisions
            where decision.step == Int32(s) && decision.visit == Int32(tokens[t].visit) {
                let option = plan.choiceOptions[Int(plan.steps[s].row) + Int(decision.option)]
                return isOpen(option, t) ? Int(decision.option) : nil
            }
        }
        return nil
    }

    private mutating func take(_ row: Int, _ t: Int, _ s: Int) -> Int32 {
        let option = plan.choiceOptions[row]
        if logs, tokens[t].isTraced { note(t, .chose(option: compiled.model.optionNames[row])) }
        assign(t, option.assignmentsStart, option.assignmentsCount)
        return pass(t, s, by: option.route)
    }

    mutating func passAssign(_ t: Int, _ s: Int) -> Int32 {
        assign(t, plan.steps[s].row, plan.steps[s].count)
        return pass(t, s)
    }

    private mutating func assign(_ t: Int, _ start: Int32, _ count: Int32) {
        for row in Int(start)..<Int(start &+ count) {
            let assignment = compiled.model.assignments[row]
            let value = attributeValue(Int(assignment.draw), t, assignment.purpose)
            attributes[Int(tokens[t].root) &* attributeCount &+ Int(assignment.attribute)] = value
            if logs, tokens[t].isTraced {
                note(t, .attribute(name: compiled.model.model.attributes[Int(assignment.attribute)].name, value: value))
            }
        }
    }

    // MARK: Parallel arms

    mutating func enterSplit(_ t: Int, _ s: Int) -> Int32 {
        let step = plan.steps[s]
        var started: Int32 = 0
        let join = plan.routes[Int(step.next)].single
        emit(t, s, .end)
        if now >= warmup, tokens[t].isObserved { observations.passed[s] &+= 1 }
        for row in Int(step.row)..<Int(step.row &+ step.count) {
            let arm = compiled.model.arms[row]
            if arm.isConditional, !holds(arm.condition, t) { continue }
            let child = newMember(of: t)
            tokens[child].status = .moving
            ready.append(
                ReadyToken(
                    token: Int32(child), step: arm.step, generation: tokens[child].generation, way: arm.way))
            started &+= 1
        }
        tokens[t].step = join
        tokens[t].enteredAt = now
        tokens[t].status = .joining
        tokens[t].pendingArms = started
        tokens[t].isResuming = false
        if started > 0 { return -1 }
        recordWay(t, plan.routes[Int(step.next)].way)
        tokens[t].visit = countVisit(t, Int(join))
        emit(t, Int(join), .enter)
        return passJoin(t, Int(join))
    }

    /// An arm has come to the join.
    mutating func enterJoin(_ t: Int, _ s: Int) -> Int32 {
        let parent = Int(tokens[t].parent)
        guard parent >= 0, tokens[parent].status == .joining, Int(tokens[parent].step) == s else {
            // Not an arm of a split that meets here: nothing to wait for.
            return pass(t, s)
        }
        let slot = compiled.model.steps[s].visitSlot
        if tokens[parent].isResuming, slot >= 0 {
            // The arms together are one visit.
            visits[Int(tokens[t].root) &* visitCount &+ Int(slot)] &-= 1
        }
        tokens[parent].isResuming = true  // marks a join that an arm has come to
        handOverHoldings(from: t, to: parent)
        retire(t)
        tokens[parent].pendingArms &-= 1
        if compiled.model.joins[Int(plan.steps[s].row)].any {
            callOffDescendants(of: parent, keepingMessages: true)
            tokens[parent].pendingArms = 0
        }
        if tokens[parent].pendingArms == 0 {
            let next = passJoin(parent, s)
            ready.append(ReadyToken(token: Int32(parent), step: next, generation: tokens[parent].generation))
        }
        return -1
    }

    /// Whether the token is an arm that comes to its join after another: the citizen is there already.
    mutating func isLaterArm(_ t: Int, _ s: Int) -> Bool {
        guard compiled.model.steps[s].code == .join, tokens[t].parent >= 0 else { return false }
        let parent = Int(tokens[t].parent)
        return tokens[parent].status == .joining && Int(tokens[parent].step) == s && tokens[parent].isResuming
    }

    private mutating func passJoin(_ t: Int, _ s: Int) -> Int32 {
        tokens[t].status = .moving
        tokens[t].isResuming = false
        return pass(t, s)
    }

    // MARK: Waiting for something

    mutating func enterWait(_ t: Int, _ s: Int) -> Int32 {
        let wait = compiled.model.waits[Int(plan.steps[s].row)]
        var until: Int64?
        switch wait.kind {
        case .instants: until = wait.instants.first { $0 >= now }
        case .date:
            if let pattern = wait.pattern {
                until = compiled.model.calendar.nextDate(matching: pattern, atOrAfter: SimTime(ticks: now))?.ticks
            }
        case .formula:
            let days = evaluate(wait.formula, t)
            if days.isNaN { undefined(t) }
            until = max(now, SimTime(days: days).ticks)
        case .citizenEvent:
            let mark = compiled.model.eventActions[Int(wait.event)].mark
            if marks[Int(tokens[t].root) &* markCount &+ Int(mark)] != Simulation.never { until = now }
        }
        comes(to: s)
        observations.waiting[s] &+= 1
        tokens[t].status = .waiting
        tokens[t].generation &+= 1
        tokens[t].isResuming = false
        var phase = Phase.start
        if let patience = wait.patience {
            let limit = patienceEnd(patience, t)
            if until.map({ limit < $0 }) ?? true {
                until = limit
                phase = .expiry
                tokens[t].isResuming = true  // marks a wait that will be given up
            }
        }
        if let until { schedule(t, at: until, phase) }
        return -1
    }

    mutating func endWait(_ t: Int) {
        let s = Int(tokens[t].step)
        let wait = compiled.model.waits[Int(plan.steps[s].row)]
        observations.waiting[s] &-= 1
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        if tokens[t].isResuming {
            tokens[t].isResuming = false
            goes(t, from: s)
            recordLeft(t, s, waited: now &- tokens[t].enteredAt)
            if logs, tokens[t].isTraced { note(t, .reneged) }
            enter(t, divert(t, s, by: wait.reneged))
            return
        }
        recordServed(t, s, waited: now &- tokens[t].enteredAt)
        rememberWait(t, s)
        emit(t, s, .start)
        if logs, tokens[t].isTraced { note(t, .started(waited: SimTime(ticks: now &- tokens[t].enteredAt))) }
        leaveStep(t)
    }

    /// An event of the citizen that a parallel arm may be waiting for has happened.
    mutating func wakeWaiters(_ root: Int, _ event: Int) {
        var member = root
        while member >= 0 {
            if tokens[member].status == .waiting {
                let wait = compiled.model.waits[Int(plan.steps[Int(tokens[member].step)].row)]
                if wait.kind == .citizenEvent, Int(wait.event) == event {
                    tokens[member].generation &+= 1
                    tokens[member].isResuming = false
                    events.schedule(
                        .token, at: now, phase: .start, subject: Int32(member), generation: tokens[member].generation)
                }
            }
            member = Int(tokens[member].nextInFamily)
        }
    }

    // MARK: Closing

    mutating func enterClose(_ t: Int, _ s: Int) {
        let row = Int(plan.steps[s].row)
        let root = Int(tokens[t].root)
        if plan.closes[row].returns {
            let close = plan.closes[row]
            let row = root &* visitCount &+ Int(close.returnSlot)
            if Int32(visits[row]) < close.maximum {
                tokens[t].visit = visits[row]
                if happens(t, close.probability, close.purpose) {
                    visits[row] &+= 1
                    goAway(t, root, s, close)
                    return
                }
            }
        }
        // Whatever it did before, it stands at no step that counts those present.
        tokens[t].status = .moving
        if t != root { callOff(t) }
        if tokens[root].family > 1 { callOffDescendants(of: root, keepingMessages: true) }
        if tokens[root].firstHolding >= 0 { releaseAll(root) }
        tokens[root].step = Int32(s)
        if logs, tokens[root].isTraced {
            note(root, .closed(outcome: compiled.model.outcomeNames[Int(plan.closes[row].outcome)]))
        }
        if now >= warmup, tokens[root].isObserved { observations.passed[s] &+= 1 }
        recordOutcome(root, Int(plan.closes[row].outcome))
        if compiled.model.listensToClose { fire(root, compiled.model.steps.count &* 8 &+ 1) }
        inSystem &-= 1
        retire(root)
    }

    /// The citizen leaves for now and comes back later: nothing is counted as an outcome yet.
    private mutating func goAway(_ t: Int, _ root: Int, _ s: Int, _ close: CompiledClose) {
        tokens[t].status = .moving
        if t != root { callOff(t) }
        callOffDescendants(of: root, keepingMessages: true)
        releaseAll(root)
        tokens[root].step = Int32(s)
        tokens[root].visit = tokens[t].visit
        tokens[root].status = .away
        tokens[root].generation &+= 1
        let back = after(close.after, root)
        recordReturn(root, s)
        if logs, tokens[root].isTraced { note(root, .comesBack(at: SimTime(ticks: back))) }
        events.schedule(
            .token, at: back, phase: .arrival, subject: Int32(root), generation: tokens[root].generation)
    }

    mutating func comeBack(_ t: Int) {
        tokens[t].status = .moving
        let close = plan.closes[Int(plan.steps[Int(tokens[t].step)].row)]
        enter(t, target(t, close.to))
    }
}
