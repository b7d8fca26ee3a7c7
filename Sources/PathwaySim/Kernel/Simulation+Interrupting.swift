extension Simulation {
    // MARK: Interrupting

    /// Services that can be interrupted are kept in a list per resource, the latest begun first.
    @inline(__always)
    mutating func track(_ t: Int, _ row: Int) {
        if plan.services[row].isTracked, usesNeed(t, row) { addMember(t, of: trackedResource(row)) }
    }

    @inline(__always)
    mutating func untrack(_ t: Int, _ row: Int) {
        if plan.services[row].isTracked, usesNeed(t, row) { removeMember(t, of: trackedResource(row)) }
    }

    private mutating func trackedResource(_ row: Int) -> Int {
        Int(plan.needs[Int(plan.services[row].needsStart)].resource)
    }

    private mutating func addMember(_ t: Int, of resource: Int) {
        tokens[t].previousMember = -1
        tokens[t].nextMember = resources[resource].firstServing
        if tokens[t].nextMember >= 0 { tokens[Int(tokens[t].nextMember)].previousMember = Int32(t) }
        resources[resource].firstServing = Int32(t)
    }

    private mutating func removeMember(_ t: Int, of resource: Int) {
        let (next, previous) = (tokens[t].nextMember, tokens[t].previousMember)
        if previous >= 0 { tokens[Int(previous)].nextMember = next } else { resources[resource].firstServing = next }
        if next >= 0 { tokens[Int(next)].previousMember = previous }
    }

    /// Whether the one need of the service applied to the token; if not there is nothing to give back.
    @inline(__always)
    mutating func usesNeed(_ t: Int, _ row: Int) -> Bool {
        if plan.services[row].soleResource >= 0 { return true }
        var row = tokens[t].firstHolding
        while row >= 0 {
            if !holdings[Int(row)].isSeized { return true }
            row = holdings[Int(row)].next
        }
        return false
    }

    /// Interrupts services of lower priority so that the head of the queue can be served; false when that is impossible.
    mutating func preempt(for node: Int32, at resource: Int) -> Bool {
        let entry = queues.nodes[Int(node)]
        let priority = tokens[Int(entry.token)].priority
        guard entry.units <= resources[resource].capacity else { return false }
        var missing = entry.units &- (resources[resource].capacity &- resources[resource].busy)
        // Lowest priority first; among equals the one that began last (met first in the list).
        var victims: [Int] = []
        var candidate = Int(resources[resource].firstServing)
        while candidate >= 0 {
            if canBeInterrupted(candidate, by: priority) { victims.append(candidate) }
            candidate = Int(tokens[candidate].nextMember)
        }
        let order = victims.indices.sorted {
            (tokens[victims[$0]].priority, $0) < (tokens[victims[$1]].priority, $1)
        }
        victims = order.map { victims[$0] }
        var count = 0
        while missing > 0, count < victims.count {
            missing &-= unitsServing(victims[count])
            count += 1
        }
        // Nobody is interrupted in vain: not when all of them would be too few, and not whose units turn out to be more
        // than needed.
        guard count > 0, missing <= 0 else { return false }
        victims.removeSubrange(count...)
        for index in victims.indices.reversed() where missing &+ unitsServing(victims[index]) <= 0 {
            missing &+= unitsServing(victims.remove(at: index))
        }
        for victim in victims { interrupt(victim) }
        return true
    }

    /// Whether the service gives way to this priority: not when the citizen holds anything else meanwhile, which others
    /// may be waiting for.
    mutating func canBeInterrupted(_ t: Int, by priority: Double) -> Bool {
        guard tokens[t].priority < priority else { return false }
        let root = Int(tokens[t].root)
        if root == t, tokens[root].family == 1, tokens[t].firstHolding < 0 { return true }
        var member = root
        while member >= 0 {
            var row = tokens[member].firstHolding
            while row >= 0 {
                if holdings[Int(row)].isSeized { return false }
                row = holdings[Int(row)].next
            }
            member = Int(tokens[member].nextInFamily)
        }
        return true
    }

    /// Units in use by a service of one resource.
    mutating func unitsServing(_ t: Int) -> Int32 {
        let service = plan.services[Int(plan.steps[Int(tokens[t].step)].row)]
        return plan.needs[Int(service.needsStart)].units
    }

    /// Stops a service; the token goes back to the front of its priority with what is left of it.
    mutating func interrupt(_ t: Int) {
        let s = Int(tokens[t].step)
        let service = plan.services[Int(plan.steps[s].row)]
        let left = tokens[t].until &- now
        releaseService(t, s)
        tokens[t].generation &+= 1
        tokens[t].until = left
        tokens[t].isResuming = true
        tokens[t].status = .queueing
        observations.waiting[s] &+= 1
        if logs, tokens[t].isTraced { note(t, .preempted) }
        joinQueues(t, service.needsStart, service.needsCount, atFront: true)
    }

    mutating func resume(_ t: Int, _ s: Int) {
        tokens[t].isResuming = false
        tokens[t].status = .serving
        tokens[t].until = now &+ tokens[t].until
        schedule(end: tokens[t].until, t)
        if logs, tokens[t].isTraced { note(t, .resumed) }
        track(t, Int(plan.steps[s].row))
    }
}
