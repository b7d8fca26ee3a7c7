extension Simulation {
    // MARK: Events of a citizen

    /// Tells whoever listens that something happened to a citizen at a step.
    @inline(__always)
    mutating func emit(_ t: Int, _ s: Int, _ event: StepEvent) {
        if plan.steps[s].listened & (1 << UInt16(event.rawValue)) != 0 {
            fire(t, Int(plan.steps[s].firstEvent) &+ Int(event.rawValue))
        }
    }

    /// Settles and starts promises, ends intervals, remembers the instant, wakes who waits for it.
    @inline(never)
    mutating func fire(_ t: Int, _ event: Int) {
        // Entering is the first event of a step; the arms of a split enter their join together, with the first.
        if event & 7 == 0, event < compiled.model.steps.count &* 8, isLaterArm(t, event >> 3) { return }
        let actions = compiled.model.eventActions[event]
        let root = Int(tokens[t].root)
        for row in actions.meets.range { meet(root, Int(compiled.model.actionRows[row])) }
        for row in actions.cancels.range {
            dues[root &* deadlineCount &+ Int(compiled.model.actionRows[row])] = Simulation.never
        }
        for row in actions.intervals.range {
            let interval = Int(compiled.model.actionRows[row])
            let from = marks[root &* markCount &+ Int(compiled.model.intervals[interval].fromMark)]
            if from != Simulation.never { recordInterval(root, interval, now &- from) }
        }
        // What happened to those on an initial waiting list happened when they began to wait.
        if actions.mark >= 0 { marks[root &* markCount &+ Int(actions.mark)] = now &- waitedBefore }
        for row in actions.starts.range { start(t, root, Int(compiled.model.actionRows[row])) }
        if actions.hasWaiters { wakeWaiters(root, event) }
    }

    // MARK: Promises

    private mutating func start(_ t: Int, _ root: Int, _ row: Int) {
        let deadline = compiled.model.deadlines[row]
        guard now >= deadline.validFrom, now < deadline.validTo else { return }
        if deadline.isConditional, !holds(deadline.condition, t) { return }
        if deadline.noticeMark >= 0 {
            // A notice: what had to come first either came in time or did not; nothing stays open.
            let latest = due(deadline, from: now)
            let mark = marks[root &* markCount &+ Int(deadline.noticeMark)]
            let isKept = mark != Simulation.never && mark <= latest
            recordDeadline(root, row, isKept ? .kept : .broken, at: now)
            return
        }
        let place = root &* deadlineCount &+ row
        let pending = dues[place]
        if pending != Simulation.never {
            // A promise under way goes on; one whose limit has passed is settled, and a new one begins.
            guard pending < now else { return }
            recordDeadline(root, row, .broken, at: pending)
        }
        dues[place] = due(deadline, from: now &- waitedBefore)
    }

    private func due(_ deadline: CompiledDeadline, from: Int64) -> Int64 {
        let time = SimTime(ticks: from)
        let calendar = compiled.model.calendar
        let end: SimTime
        switch deadline.unit {
        case .ticks: return from &+ deadline.ticks
        case .days: end = calendar.deadline(from: time, days: deadline.amount)
        case .workingDays: end = calendar.deadline(from: time, workingDays: deadline.amount)
        case .months: end = calendar.deadline(from: time, months: deadline.amount)
        }
        guard deadline.endsAt >= 0 else { return end.ticks }
        return end.ticks &- SimTime.day.ticks &+ deadline.endsAt
    }

    private mutating func meet(_ root: Int, _ row: Int) {
        let place = root &* deadlineCount &+ row
        let due = dues[place]
        guard due != Simulation.never else { return }
        dues[place] = Simulation.never
        if now <= due { recordDeadline(root, row, .kept, at: now) } else { recordDeadline(root, row, .broken, at: due) }
    }

    /// The citizen is gone (or the run over): what was promised is broken once its limit passes within the run.
    mutating func settleOpenDeadlines(_ root: Int) {
        for row in 0..<deadlineCount {
            let due = dues[root &* deadlineCount &+ row]
            guard due != Simulation.never else { continue }
            dues[root &* deadlineCount &+ row] = Simulation.never
            if due < horizon {
                recordDeadline(root, row, .broken, at: due)
            } else {
                recordDeadline(root, row, .open, at: now)
            }
        }
    }

    // MARK: The log

    /// The case's name, or its source and number.
    func citizenName(_ t: Int) -> String {
        let root = tokens[Int(tokens[t].root)]
        for (index, source) in compiled.model.sourcePlans.enumerated() where sources.indices.contains(index) {
            guard sources[index].stream == root.stream else { continue }
            if root.caseRow >= 0, Int(root.caseRow) < source.cases.count { return source.cases[Int(root.caseRow)].name }
            return root.block == UInt32.max
                ? "\(source.name) \(root.ordinal)" : "\(source.name) \(root.block).\(root.ordinal)"
        }
        return ""
    }

    @inline(never)
    mutating func note(_ t: Int, _ happening: LogEntry.Happening) {
        let step = tokens[t].step
        let entry = LogEntry(
            instant: SimTime(ticks: now), citizen: citizenName(t), step: step >= 0 ? stepName(step) : "",
            happening: happening)
        if let take = options.takesEntry { take(entry, loggedCitizen(t)) } else { entries.append(entry) }
    }

    private func loggedCitizen(_ t: Int) -> LoggedCitizen {
        let root = Int(tokens[t].root)
        let source = sources.indices.first { sources[$0].stream == tokens[root].stream }
        return LoggedCitizen(
            source: source.map { compiled.model.sourcePlans[$0].name } ?? "", isCase: tokens[root].caseRow >= 0,
            arrivedAt: SimTime(ticks: tokens[root].arrivedAt),
            attributes: (0..<attributeCount).map { attributes[root * attributeCount + $0] })
    }
}
