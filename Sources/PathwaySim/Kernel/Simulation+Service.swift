extension Simulation {
    // MARK: Entering a queue

    /// A service or seize: served at once, queued, or turned away.
    mutating func enterService(_ t: Int, _ s: Int) -> Int32 {
        let row = Int(plan.steps[s].row)
        tokens[t].isResuming = false
        tokens[t].priority = 0
        if plan.services[row].isPlain { return enterPlainService(t, s, row) }
        let service = plan.services[row]
        let queueing = plan.queueings[Int(service.queueing)]
        if queueing.hasPriority {
            let priority = evaluate(queueing.priority, t)
            if priority.isNaN { undefined(t) } else { tokens[t].priority = priority }
        }
        if queueing.canBalk || queueing.waitingRoom >= 0, !wouldBeServedNow(t, service) {
            let isFull =
                queueing.waitingRoom >= 0
                && observations.waiting[s] &- aboutToBeServed(t, s, service) >= queueing.waitingRoom
            if isFull || (queueing.canBalk && holds(queueing.balk, t)) {
                return balk(t, s, by: queueing.balked)
            }
        }
        ask(t, s, service, queueing)
        return -1
    }

    /// The common case, without a list of needs and without rules for joining or leaving the queue.
    @inline(__always)
    private mutating func enterPlainService(_ t: Int, _ s: Int, _ row: Int) -> Int32 {
        let resource = Int(plan.services[row].soleResource)
        let units = plan.services[row].soleUnits
        comes(to: s)
        let isFree = resources[resource].capacity &- resources[resource].busy >= units
        if isFree, queues.isEmpty(resource), nothingElseNow {
            take(resource, units)
            if plan.services[row].holds { hold(t, resource: Int32(resource), units: units, seized: true) }
            return begin(t, s, row)
        }
        observations.waiting[s] &+= 1
        tokens[t].status = .queueing
        tokens[t].firstNode = queues.join(
            resource, token: Int32(t), units: units, priority: 0, atFront: resources[resource].isLifo, sibling: -1,
            at: now)
        queueChanged(resource)
        if isFree || resources[resource].isPreemptive { markDirty(Int32(resource)) }
        return -1
    }

    /// Whether no other event of this instant is still to come before services start.
    @inline(__always)
    var nothingElseNow: Bool {
        dirty.isEmpty && ready.isEmpty && !isAdmitting
            && (events.isEmpty || events.first.time > now || events.first.phase >= Phase.start.rawValue)
    }

    mutating func balk(_ t: Int, _ s: Int, by route: Int32) -> Int32 {
        recordTurnedAway(t, s)
        if logs, tokens[t].isTraced { note(t, .balked) }
        return divert(t, s, by: route)
    }

    // Services start after everything else at an instant, so whoever comes meets citizens who still stand in a queue
    // although units are free for them: they are as good as served.

    /// Whether the token's needs are free once those before it have been served at this instant.
    private mutating func wouldBeServedNow(_ t: Int, _ service: CompiledService) -> Bool {
        for row in Int(service.needsStart)..<Int(service.needsStart + service.needsCount) {
            let need = plan.needs[row]
            if need.isConditional, !holds(need.condition, t) { continue }
            if unitsLeft(Int(need.resource), for: tokens[t].priority) < need.units { return false }
        }
        return true
    }

    /// Units left for a newcomer of this priority; -1 when someone before it must go on waiting.
    private mutating func unitsLeft(_ resource: Int, for priority: Double) -> Int32 {
        let rules = resources[resource]
        var left = resources[resource].capacity &- resources[resource].busy
        var node = rules.isLifo ? -1 : queues.head(resource)
        while node >= 0 {
            let entry = queues.nodes[Int(node)]
            if rules.isPrioritised, tokens[Int(entry.token)].priority < priority { break }
            guard left >= entry.units, hasOtherNeeds(entry) else { return -1 }
            left &-= entry.units
            node = queues.next(after: node)
        }
        if rules.isPreemptive {
            var candidate = Int(resources[resource].firstServing)
            while candidate >= 0 {
                if canBeInterrupted(candidate, by: priority) { left &+= unitsServing(candidate) }
                candidate = Int(tokens[candidate].nextMember)
            }
        }
        return left
    }

    /// How many of those waiting at the step will be served at this instant.
    private mutating func aboutToBeServed(_ t: Int, _ s: Int, _ service: CompiledService) -> Int32 {
        for row in Int(service.needsStart)..<Int(service.needsStart + service.needsCount) {
            let need = plan.needs[row]
            if need.isConditional, !holds(need.condition, t) { continue }
            let resource = Int(need.resource)
            var left = resources[resource].capacity &- resources[resource].busy
            var count: Int32 = 0
            var node = queues.head(resource)
            while node >= 0 {
                let entry = queues.nodes[Int(node)]
                guard left >= entry.units, hasOtherNeeds(entry) else { break }
                left &-= entry.units
                if tokens[Int(entry.token)].step == Int32(s) { count &+= 1 }
                node = queues.next(after: node)
            }
            return count
        }
        return 0
    }

    /// Whether what a waiting token needs besides this is free.
    private mutating func hasOtherNeeds(_ entry: WaitQueues.Node) -> Bool {
        var node = tokens[Int(entry.token)].firstNode
        while node >= 0 {
            let other = queues.nodes[Int(node)]
            let resource = Int(other.queue)
            if other.queue != entry.queue, resources[resource].capacity &- resources[resource].busy < other.units {
                return false
            }
            node = other.sibling
        }
        return true
    }

    /// Joins the queues of everything the token needs.
    private mutating func ask(_ t: Int, _ s: Int, _ service: CompiledService, _ queueing: CompiledQueueing) {
        comes(to: s)
        observations.waiting[s] &+= 1
        tokens[t].status = .queueing
        joinQueues(t, service.needsStart, service.needsCount, atFront: false)
        if let patience = queueing.patience {
            let until = patienceEnd(patience, t)
            events.schedule(
                .token, at: until, phase: .expiry, subject: Int32(t), generation: tokens[t].generation)
        }
        if tokens[t].firstNode < 0 { ready.append(granted(t)) }
    }

    /// A token without any need (all conditional, none holding) is served at once.
    private mutating func granted(_ t: Int) -> ReadyToken {
        let s = Int(tokens[t].step)
        tokens[t].generation &+= 1
        observations.waiting[s] &-= 1
        let next = begin(t, s, Int(plan.steps[s].row))
        return ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation)
    }

    mutating func joinQueues(_ t: Int, _ start: Int32, _ count: Int32, atFront: Bool) {
        var sibling: Int32 = -1
        for row in Int(start)..<Int(start + count) {
            let need = plan.needs[row]
            if need.isConditional, !holds(need.condition, t) { continue }
            let resource = Int(need.resource)
            let priority = resources[resource].isPrioritised ? tokens[t].priority : 0
            sibling = queues.join(
                resource, token: Int32(t), units: need.units, priority: priority,
                atFront: atFront || resources[resource].isLifo, sibling: sibling, at: now)
            queueChanged(resource)
            markDirty(need.resource)
        }
        tokens[t].firstNode = sibling
    }

    /// Leaves every queue it is in; those behind may now be served.
    mutating func leaveQueues(_ t: Int) {
        var node = tokens[t].firstNode
        while node >= 0 {
            let queue = Int(queues.nodes[Int(node)].queue)
            node = leaveQueue(node)
            markDirty(Int32(queue))
        }
        tokens[t].firstNode = -1
        if tokens[t].status == .queueing { observations.waiting[Int(tokens[t].step)] &-= 1 }
    }

    /// Takes a node out of a resource's queue; returns its sibling.
    @inline(__always)
    private mutating func leaveQueue(_ node: Int32) -> Int32 {
        let queue = Int(queues.nodes[Int(node)].queue)
        if options.verifies { observations.queueTime[queue] &+= now &- queues.nodes[Int(node)].joined }
        let sibling = queues.leave(node)
        queueChanged(queue)
        return sibling
    }

    @inline(__always)
    mutating func queueChanged(_ resource: Int) {
        resources[resource].queue.set(Int(queues.count(resource)), at: SimTime(ticks: now))
    }

    @inline(__always)
    mutating func markDirty(_ resource: Int32) {
        if !resources[Int(resource)].isDirty {
            resources[Int(resource)].isDirty = true
            dirty.append(resource)
        }
    }

    // MARK: Granting

    /// Serves whom it can, in order, at every resource where something changed.
    mutating func grantWaiting() {
        // Whatever the order, each resource is looked at until nothing more can be granted there.
        while failure == nil, let resource = dirty.popLast() {
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
    private mutating func begin(_ t: Int, _ s: Int, _ row: Int) -> Int32 {
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
    private mutating func schedule(end: Int64, _ t: Int) {
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

    // MARK: Interrupting

    /// Services that can be interrupted are kept in a list per resource, the latest begun first.
    @inline(__always)
    private mutating func track(_ t: Int, _ row: Int) {
        guard plan.services[row].needsCount == 1 else { return }
        let resource = Int(plan.needs[Int(plan.services[row].needsStart)].resource)
        if resources[resource].tracksServices, usesNeed(t, row) { addMember(t, of: resource) }
    }

    @inline(__always)
    private mutating func untrack(_ t: Int, _ row: Int) {
        guard plan.services[row].needsCount == 1 else { return }
        let resource = Int(plan.needs[Int(plan.services[row].needsStart)].resource)
        if resources[resource].tracksServices, usesNeed(t, row) { removeMember(t, of: resource) }
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
    private mutating func usesNeed(_ t: Int, _ row: Int) -> Bool {
        if plan.services[row].soleResource >= 0 { return true }
        var row = tokens[t].firstHolding
        while row >= 0 {
            if !holdings[Int(row)].isSeized { return true }
            row = holdings[Int(row)].next
        }
        return false
    }

    /// Interrupts services of lower priority so that the head of the queue can be served; false when that is impossible.
    private mutating func preempt(for node: Int32, at resource: Int) -> Bool {
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
    private mutating func canBeInterrupted(_ t: Int, by priority: Double) -> Bool {
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
    private mutating func unitsServing(_ t: Int) -> Int32 {
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

    private mutating func resume(_ t: Int, _ s: Int) {
        tokens[t].isResuming = false
        tokens[t].status = .serving
        tokens[t].until = now &+ tokens[t].until
        schedule(end: tokens[t].until, t)
        if logs, tokens[t].isTraced { note(t, .resumed) }
        track(t, Int(plan.steps[s].row))
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
