extension Simulation {
    // MARK: Granting

    /// Serves whom it can, in order, at every resource where something changed.
    @inline(__always)
    mutating func grantWaiting() {
        // Whatever the order, each resource is looked at until nothing more can be granted there.
        while !hasFailed, let resource = dirty.popLast() {
            resources[Int(resource)].isDirty = false
            grantWaiting(at: Int(resource))
        }
    }

    private mutating func grantWaiting(at resource: Int) {
        while true {
            let node = queues.head(resource)
            guard node >= 0 else { return }
            let t = Int(queues.nodes[Int(node)].token)
            let isFree =
                resources[resource].capacity &- resources[resource].busy >= queues.nodes[Int(node)].units
            let isSole = queues.nodes[Int(node)].sibling < 0 && tokens[t].firstNode == node
            guard isFree, isSole || canGrant(t) else {
                if resources[resource].isPreemptive, preempt(for: node, at: resource) { continue }
                return
            }
            if isSole, tokens[t].status == .queueing {
                grantSole(t, node, resource)
            } else {
                grant(t, from: resource)
            }
        }
    }

    /// Serves a token that stands in this queue only.
    @inline(__always)
    private mutating func grantSole(_ t: Int, _ node: Int32, _ resource: Int) {
        let s = Int(tokens[t].step)
        let row = Int(plan.steps[s].row)
        let units = queues.nodes[Int(node)].units
        _ = leaveQueue(node)
        take(resource, units)
        if plan.services[row].soleResource < 0 || plan.services[row].holds {
            hold(t, resource: Int32(resource), units: units, seized: plan.services[row].holds)
        }
        tokens[t].firstNode = -1
        tokens[t].generation &+= 1
        observations.waiting[s] &-= 1
        let next = begin(t, s, row)
        if next >= 0 { ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation)) }
    }

    /// All-or-nothing in the order of asking: the token must be first in each of its queues, with enough units free.
    private mutating func canGrant(_ t: Int) -> Bool {
        var node = tokens[t].firstNode
        while node >= 0 {
            let entry = queues.nodes[Int(node)]
            let resource = Int(entry.queue)
            guard resources[resource].capacity &- resources[resource].busy >= entry.units,
                queues.head(resource) == node
            else { return false }
            node = entry.sibling
        }
        return true
    }

    /// Serves a token or a group that asks for several resources, found at the head of one of its queues.
    private mutating func grant(_ t: Int, from origin: Int) {
        let isGroup = tokens[t].status == .groupRequest
        let s = Int(tokens[t].step)
        let row = Int(plan.steps[s].row)
        let isSeized = isGroup || plan.services[row].holds
        var node = tokens[t].firstNode
        while node >= 0 {
            let entry = queues.nodes[Int(node)]
            let resource = Int(entry.queue)
            node = leaveQueue(node)
            take(resource, entry.units)
            hold(t, resource: Int32(resource), units: entry.units, seized: isSeized)
            // Whoever is behind in another of its queues may now be first there.
            if resource != origin { markDirty(Int32(resource)) }
        }
        tokens[t].firstNode = -1
        tokens[t].generation &+= 1
        if isGroup {
            groupStaffed(t)
            return
        }
        observations.waiting[s] &-= 1
        let next = begin(t, s, row)
        if next >= 0 { ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation)) }
    }

    @inline(__always)
    mutating func take(_ resource: Int, _ units: Int32) {
        resources[resource].busy &+= units
        resources[resource].use.set(Int(resources[resource].busy), at: SimTime(ticks: now))
        if options.verifies, resources[resource].busy > resources[resource].capacity {
            observations.violations.capacity += 1
        }
    }

    @inline(__always)
    mutating func giveBack(_ resource: Int, _ units: Int32) {
        resources[resource].busy &-= units
        resources[resource].use.set(Int(resources[resource].busy), at: SimTime(ticks: now))
        if !queues.isEmpty(resource) { markDirty(Int32(resource)) }
    }

    // MARK: Serving

    /// The wait is over; a service begins, a seize goes on. Returns the next step for a seize, else -1.
    @inline(__always)
    mutating func begin(_ t: Int, _ s: Int, _ row: Int) -> Int32 {
        if tokens[t].isResuming {
            resume(t, s)
            return -1
        }
        tokens[t].startedAt = now
        recordServed(t, s, waited: now &- tokens[t].enteredAt)
        rememberWait(t, s)
        emit(t, s, .start)
        if logs, tokens[t].isTraced { note(t, .started(waited: SimTime(ticks: now &- tokens[t].enteredAt))) }
        if plan.services[row].holds {
            goes(t, from: s)
            tokens[t].status = .moving
            return pass(t, s)
        }
        tokens[t].status = .serving
        let until = after(plan.steps[s].duration, t)
        tokens[t].until = until
        schedule(end: until, t)
        track(t, row)
        return -1
    }

    @inline(__always)
    mutating func schedule(end: Int64, _ t: Int) {
        events.schedule(.token, at: end, phase: .release, subject: Int32(t), generation: tokens[t].generation)
    }

    @inline(__always)
    mutating func rememberWait(_ t: Int, _ s: Int) {
        let slot = plan.steps[s].lastWaitSlot
        if slot >= 0 {
            memory[Int(tokens[t].root) &* memoryCount &+ Int(slot)] = SimTime(ticks: now &- tokens[t].enteredAt).days
        }
    }

    mutating func endService(_ t: Int) {
        let s = Int(tokens[t].step)
        releaseService(t, s)
        tokens[t].status = .moving
        leaveStep(t)
    }

    /// Gives back what a service uses.
    @inline(__always)
    mutating func releaseService(_ t: Int, _ s: Int) {
        let row = Int(plan.steps[s].row)
        untrack(t, row)
        let resource = Int(plan.services[row].soleResource)
        if resource >= 0 {
            giveBack(resource, plan.services[row].soleUnits)
        } else {
            while let holding = dropHolding(t, where: { !$0.isSeized }) {
                giveBack(Int(holding.resource), holding.units)
            }
        }
    }

    mutating func renege(_ t: Int) {
        let s = Int(tokens[t].step)
        guard !tokens[t].isResuming else { return }
        leaveQueues(t)
        tokens[t].status = .moving
        goes(t, from: s)
        recordLeft(t, s, waited: now &- tokens[t].enteredAt)
        if logs, tokens[t].isTraced { note(t, .reneged) }
        let queueing = plan.queueings[Int(plan.services[Int(plan.steps[s].row)].queueing)]
        enter(t, divert(t, s, by: queueing.reneged))
    }

    // MARK: Releasing

    mutating func enterRelease(_ t: Int, _ s: Int) -> Int32 {
        let release = compiled.model.releases[Int(plan.steps[s].row)]
        let wanted = Set((0..<release.count).map { plan.needs[Int(release.start + $0)].resource })
        var back: [Holding] = []
        // What a citizen seized on another arm is the citizen's all the same.
        var holder = Int(tokens[t].root)
        while holder >= 0 {
            while let holding = dropHolding(
                holder, where: { $0.isSeized && (wanted.isEmpty || wanted.contains($0.resource)) })
            {
                back.append(holding)
            }
            holder = Int(tokens[holder].nextInFamily)
        }
        for holding in back {
            if let turnaround = release.turnaround {
                let until = after(turnaround, t)
                if until > now {
                    events.schedule(
                        .turnaround, at: until, phase: .release, subject: holding.resource,
                        generation: UInt32(holding.units))
                    continue
                }
            }
            giveBack(Int(holding.resource), holding.units)
        }
        return pass(t, s)
    }
}
