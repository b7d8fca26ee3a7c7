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
        comes(to: s)
        if service.soleResource >= 0, mayBeServedAtOnce(row) { return serveAtOnce(t, s, row) }
        ask(t, s, service, queueing)
        return -1
    }

    /// Whether units of the one resource that the service needs are free, and nobody could be ahead.
    @inline(__always)
    private mutating func mayBeServedAtOnce(_ row: Int) -> Bool {
        let resource = Int(plan.services[row].soleResource)
        return isFree(resource, plan.services[row].soleUnits) && queues.isEmpty(resource) && nothingElseNow
    }

    @inline(__always)
    private mutating func isFree(_ resource: Int, _ units: Int32) -> Bool {
        resources[resource].capacity &- resources[resource].busy >= units
    }

    /// Served without having queued: nothing of the queue changes, and no patience is drawn that cannot run out.
    @inline(__always)
    private mutating func serveAtOnce(_ t: Int, _ s: Int, _ row: Int) -> Int32 {
        let resource = Int(plan.services[row].soleResource)
        let units = plan.services[row].soleUnits
        take(resource, units)
        if plan.services[row].holds { hold(t, resource: Int32(resource), units: units, seized: true) }
        return begin(t, s, row)
    }

    /// The common case, without a list of needs and without rules for joining or leaving the queue.
    @inline(__always)
    private mutating func enterPlainService(_ t: Int, _ s: Int, _ row: Int) -> Int32 {
        comes(to: s)
        if mayBeServedAtOnce(row) { return serveAtOnce(t, s, row) }
        let resource = Int(plan.services[row].soleResource)
        let units = plan.services[row].soleUnits
        observations.waiting[s] &+= 1
        tokens[t].status = .queueing
        tokens[t].firstNode = queues.join(
            resource, token: Int32(t), units: units, priority: 0, atFront: resources[resource].isLifo, sibling: -1,
            at: now)
        queueChanged(resource)
        if isFree(resource, units) || resources[resource].isPreemptive { markDirty(Int32(resource)) }
        return -1
    }

    /// Whether no other event of this instant is still to come before services start.
    var nothingElseNow: Bool {
        @inline(__always) mutating get { dirty.isEmpty && ready.isEmpty && !isAdmitting && servicesMayStart }
    }

    /// Whether the next event, if it is of this instant, is one that comes after services start.
    var servicesMayStart: Bool {
        @inline(__always) mutating get { events.hasNothing(at: now, before: .start) }
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
    mutating func hasOtherNeeds(_ entry: WaitQueues.Node) -> Bool {
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
        observations.waiting[s] &+= 1
        tokens[t].status = .queueing
        joinQueues(t, service.needsStart, service.needsCount, atFront: false)
        if let patience = queueing.patience {
            let until = patienceEnd(patience, t)
            scheduleExpiry(.token, at: until, subject: Int32(t), generation: tokens[t].generation)
        }
        if tokens[t].firstNode < 0 { ready.append(granted(t)) }
    }

    /// A token without any need (all conditional, none holding) is served at once.
    mutating func granted(_ t: Int) -> ReadyToken {
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
    mutating func leaveQueue(_ node: Int32) -> Int32 {
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
}
