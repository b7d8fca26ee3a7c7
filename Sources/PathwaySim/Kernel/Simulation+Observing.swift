extension Simulation {
    // MARK: Counting

    /// Whether what happens now to this token is part of the result.
    @inline(__always)
    private func counts(_ t: Int) -> Bool { now >= warmup && tokens[t].isObserved }

    /// Calls for each place of a row by group where what happens to a citizen is counted: those of its groups, or without
    /// groups everyone's.
    @inline(__always)
    private mutating func forEachPlace(_ root: Int, _ count: (inout Observations, Int) -> Void) {
        guard groupingCount > 0 else {
            count(&observations, 0)
            return
        }
        for index in 0..<groupingCount { count(&observations, groupPlace(index, root)) }
    }

    /// Where a citizen's group by one attribute is counted: 1 … groupCount − 1; everyone together has place 0.
    @inline(__always)
    func groupPlace(_ index: Int, _ root: Int) -> Int {
        let grouping = plan.groupings[index]
        let value = attributes[root &* attributeCount &+ Int(grouping.attribute)]
        if !grouping.isBanded {
            return Int(grouping.first) &+ Int(min(max(0, value), Double(grouping.labelCount &- 1)))
        }
        var place = Int(grouping.first)
        for bound in compiled.model.groupings[index].bands where value >= bound { place &+= 1 }
        return place
    }

    /// Changes the observations of a wait step for each group the citizen belongs to.
    @inline(__always)
    private mutating func observe(_ t: Int, _ s: Int, _ change: (inout WaitObservations, inout HistogramStore) -> Void)
    {
        let row = Int(plan.steps[s].waitRow) &* observations.groupCount
        guard row >= 0 else { return }
        forEachPlace(Int(tokens[t].root)) { observations, place in
            change(&observations.waits[row &+ place], &observations.buckets)
        }
    }

    @inline(__always)
    mutating func recordServed(_ t: Int, _ s: Int, waited: Int64) {
        if options.verifies, waited < 0 { observations.violations.negativeWaits += 1 }
        observations.periods?.began(s, waited: waited, at: now)
        guard counts(t) else { return }
        observe(t, s) { wait, buckets in
            wait.served.add(waited)
            buckets.add(waited, to: &wait.servedTimes)
        }
    }

    /// Gave up waiting.
    mutating func recordLeft(_ t: Int, _ s: Int, waited: Int64) { recordUnserved(t, s, waited) { $0.reneged += 1 } }

    /// Lost the place for good after staying away or cancelling.
    mutating func recordLost(_ t: Int, _ s: Int, waited: Int64) { recordUnserved(t, s, waited) { $0.lost += 1 } }

    mutating func recordTurnedAway(_ t: Int, _ s: Int) {
        guard counts(t) else { return }
        observe(t, s) { wait, _ in wait.balked += 1 }
    }

    /// Was offered a new slot and declined it: turned away after having waited.
    mutating func recordDeclined(_ t: Int, _ s: Int, waited: Int64) { recordUnserved(t, s, waited) { $0.balked += 1 } }

    /// Left after waiting, in one way or another.
    @inline(__always)
    private mutating func recordUnserved(
        _ t: Int, _ s: Int, _ waited: Int64, _ count: (inout WaitObservations) -> Void
    ) {
        guard counts(t) else { return }
        observe(t, s) { wait, buckets in
            count(&wait)
            wait.left.add(waited)
            buckets.add(waited, to: &wait.leftTimes)
        }
    }

    mutating func recordNoShow(_ t: Int, _ s: Int) {
        observations.periods?.missed(s, at: now)
        guard counts(t) else { return }
        observe(t, s) { wait, _ in wait.noShows += 1 }
    }

    mutating func recordCancelled(_ t: Int, _ s: Int, reused: Bool) {
        guard counts(t) else { return }
        observe(t, s) { wait, _ in wait.cancelled += 1 }
        if reused {
            observations.slotsReused[Int(compiled.model.appointments[Int(plan.steps[s].row)].resource)] += 1
        }
    }

    mutating func recordCalledOffByStaff(_ t: Int, _ s: Int) {
        guard counts(t) else { return }
        observations.calledOffByStaff[Int(compiled.model.appointments[Int(plan.steps[s].row)].resource)] += 1
    }

    mutating func recordSlot(_ resource: Int, lost: Bool) {
        if lost { observations.slotsLost[resource] += 1 } else { observations.slotsAttended[resource] += 1 }
    }

    @inline(__always)
    mutating func recordGathered(_ t: Int, _ s: Int, waited: Int64) {
        guard counts(t) else { return }
        observe(t, s) { wait, _ in wait.gather.add(waited) }
    }

    mutating func recordGroupStarted(_ s: Int, seats: Int) {
        let course = Int(plan.steps[s].row)
        if options.verifies, seats > Int(plan.courses[course].maximum) { observations.violations.seats += 1 }
        observations.periods?.groupBegan(s, seats: seats, at: now)
        guard now >= warmup else { return }
        observations.groupsStarted[course] += 1
        observations.groupSeats[course].add(Int64(seats))
    }

    mutating func recordGroupCancelled(_ s: Int) {
        if now >= warmup { observations.groupsCancelled[Int(plan.steps[s].row)] += 1 }
    }

    mutating func recordSessionCancelled(_ s: Int) {
        if now >= warmup { observations.sessionsCancelled[Int(plan.steps[s].row)] += 1 }
    }

    mutating func recordSession(_ t: Int, _ s: Int, attended: Bool) {
        guard counts(t) else { return }
        observe(t, s) { wait, _ in
            if attended { wait.sessionsAttended += 1 } else { wait.sessionsMissed += 1 }
        }
    }

    mutating func recordDroppedOut(_ t: Int, _ s: Int) {
        guard counts(t) else { return }
        observe(t, s) { wait, _ in wait.droppedOut += 1 }
    }

    @inline(__always)
    mutating func recordArrival(_ t: Int, from source: Int) {
        observations.periods?.arrived(source, at: now)
        observations.allArrivals &+= 1
        if counts(t) { observations.arrivals &+= 1 }
    }

    @inline(__always)
    mutating func recordOutcome(_ root: Int, _ outcome: Int) {
        observations.allClosed &+= 1
        observations.timeInSystem &+= countedTime(since: tokens[root].arrivedAt)
        guard counts(root) else { return }
        let time = now &- tokens[root].arrivedAt
        let row = outcome &* observations.groupCount
        forEachPlace(root) { observations, place in
            observations.outcomes[row &+ place] &+= 1
            observations.sojourn[place].add(time)
            observations.buckets.add(time, to: &observations.sojournTimes[place])
        }
    }

    /// Goes one of the model's ways.
    @inline(__always)
    mutating func recordWay(_ t: Int, _ way: Int32) {
        if counts(t) { observations.ways[Int(way)] &+= 1 }
    }

    mutating func recordReturn(_ t: Int, _ s: Int) {
        if counts(t) { observations.returns[s] += 1 }
    }

    mutating func recordTask(_ t: Int, _ s: Int, accepted: Bool) {
        guard counts(t) else { return }
        if accepted { observations.tasksAccepted[s] += 1 } else { observations.tasksRefused[s] += 1 }
    }

    mutating func recordInterval(_ root: Int, _ interval: Int, _ time: Int64) {
        guard counts(root) else { return }
        let row = interval &* observations.groupCount
        forEachPlace(root) { observations, place in
            observations.intervals[row &+ place].add(time)
            observations.buckets.add(time, to: &observations.intervalTimes[row &+ place])
        }
    }

    /// - Parameter time: when the promise was settled; for a broken one, when its limit passed.
    mutating func recordDeadline(_ root: Int, _ deadline: Int, _ result: DeadlineResult, at time: Int64) {
        if logs, tokens[root].isTraced {
            note(root, .promise(deadline: compiled.model.model.deadlines[deadline].name, result.logged))
        }
        guard time >= warmup, tokens[root].isObserved else { return }
        let row = deadline &* observations.groupCount
        forEachPlace(root) { observations, place in observations.deadlines[row &+ place].count(result) }
    }

    // MARK: Over time

    /// Forgets what was summed over time during the warm-up.
    mutating func endWarmup() {
        let time = SimTime(ticks: now)
        observations.levels.reset(at: now)
        for index in resources.indices {
            resources[index].use.reset(at: time)
            resources[index].queue.reset(at: time)
            resources[index].duty.reset(at: time)
            resources[index].heldByGroups.reset(at: time)
        }
    }

    mutating func sample() {
        takeSample()
        let next = now &+ compiled.model.model.sampleEvery.ticks
        if next < horizon { events.schedule(.sample, at: next, phase: .sample, subject: 0) }
    }

    /// Notes how many wait and are in the system now.
    mutating func takeSample() {
        var levels = compiled.model.waitSteps.map { observations.waiting[Int($0)] }
        levels.append(Int32(clamping: inSystem))
        observations.samples.append(SampleRow(time: now, levels: levels))
    }
}

extension DeadlineResult {
    /// As a citizen's log tells it.
    fileprivate var logged: LogEntry.Promise {
        switch self {
        case .kept: .kept
        case .broken: .broken
        case .open: .open
        }
    }
}
