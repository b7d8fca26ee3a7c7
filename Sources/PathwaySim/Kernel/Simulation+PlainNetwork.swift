/// Who waits for units of a resource in a network of plain queues: a list through the tokens, in the order of coming.
struct PlainLine: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
    var count: Int32 = 0
}

/// Short ways through a network of plain queues (`CompiledModel.formsPlainNetwork`).
///
/// Of such a model it is known before the run what the general ways ask at each event: that nobody gives up, pauses or
/// overtakes, that a citizen is one token and carries nothing. What happens is the same, in the same order, with the
/// same luck; a run that checks itself (`RunOptions.verifies`) takes the general ways, and a test holds the two against
/// each other in every number (docs/decisions/0015).
extension Simulation {
    // MARK: Events

    @inline(__always)
    mutating func plainArrival(_ index: Int) {
        let ordinal = UInt32(truncatingIfNeeded: pendingArrivals[sources[index].next])
        let block = UInt32(truncatingIfNeeded: sources[index].nextBlock &- 1)
        sources[index].next &+= 1
        scheduleArrival(index)
        let t = plainToken()
        tokens[t].family = 1
        tokens[t].stream = sources[index].stream
        tokens[t].block = block
        tokens[t].ordinal = ordinal
        tokens[t].arrivedAt = now
        inSystem &+= 1
        recordArrival(t, from: index)
        plainWay(t, target(t, plan.sources[index].entry))
    }

    /// A token for who comes in: one that has been used before keeps what is the same for all.
    @inline(__always)
    private mutating func plainToken() -> Int {
        guard visitCount == 0, !freeTokens.isEmpty else { return anotherPlainToken() }
        let t = Int(freeTokens[freeTokens.count &- 1])
        freeTokens.removeLast()
        return t
    }

    @inline(never)
    private mutating func anotherPlainToken() -> Int {
        let t = newToken()
        tokens[t].root = Int32(t)
        return t
    }

    /// A delay or a service is over.
    @inline(__always)
    mutating func plainTimer(_ t: Int) {
        let s = Int(tokens[t].step)
        if tokens[t].status == .serving {
            let service = Int(plan.steps[s].row)
            let resource = Int(plan.services[service].soleResource)
            resources[resource].busy &-= plan.services[service].soleUnits
            resources[resource].use.set(Int(resources[resource].busy), at: SimTime(ticks: now))
            if plainLines[resource].count > 0 { markDirty(Int32(truncatingIfNeeded: resource)) }
        }
        goes(t, from: s)
        if now >= warmup { observations.passed[s] &+= 1 }
        plainWay(t, target(t, plan.steps[s].next))
    }

    // MARK: Moving on

    /// Moves a token into a step, which keeps it or is the end.
    @inline(__always)
    private mutating func plainWay(_ t: Int, _ step: Int32) {
        guard hops(to: step) else { return }
        let s = Int(step)
        tokens[t].step = step
        tokens[t].enteredAt = now
        tokens[t].visit = plan.steps[s].isWatched ? countVisit(t, s) : 0
        switch plan.steps[s].code {
        case .service: plainService(t, s)
        case .close: plainClose(t, s)
        default:
            comes(to: s)
            plainSpan(t, s, .delaying, endsIn: .arrival)
        }
    }

    @inline(__always)
    private mutating func plainClose(_ t: Int, _ s: Int) {
        if now >= warmup { observations.passed[s] &+= 1 }
        recordOutcome(t, Int(plan.closes[Int(plan.steps[s].row)].outcome))
        inSystem &-= 1
        tokens[t].family = 0
        tokens[t].status = .free
        freeTokens.append(Int32(truncatingIfNeeded: t))
    }

    @inline(__always)
    private mutating func plainService(_ t: Int, _ s: Int) {
        let service = Int(plan.steps[s].row)
        let resource = Int(plan.services[service].soleResource)
        comes(to: s)
        let isFree = resources[resource].capacity &- resources[resource].busy >= plan.services[service].soleUnits
        if isFree, plainLines[resource].count == 0, nothingElseNow {
            plainStart(t, s, resource)
            return
        }
        observations.waiting[s] &+= 1
        tokens[t].status = .queueing
        tokens[t].nextMember = -1
        let last = plainLines[resource].last
        let newcomer = Int32(truncatingIfNeeded: t)
        if last >= 0 { tokens[Int(last)].nextMember = newcomer } else { plainLines[resource].first = newcomer }
        plainLines[resource].last = newcomer
        changePlainLine(resource, by: 1)
        if isFree { markDirty(Int32(truncatingIfNeeded: resource)) }
    }

    /// Serves those at the head of the line for whom units are free.
    @inline(__always)
    mutating func plainGrant() {
        while let dirtied = dirty.popLast() {
            let resource = Int(dirtied)
            resources[resource].isDirty = false
            while plainLines[resource].first >= 0 {
                let t = Int(plainLines[resource].first)
                let s = Int(tokens[t].step)
                let units = plan.services[Int(plan.steps[s].row)].soleUnits
                guard resources[resource].capacity &- resources[resource].busy >= units else { break }
                plainLines[resource].first = tokens[t].nextMember
                if tokens[t].nextMember < 0 { plainLines[resource].last = -1 }
                changePlainLine(resource, by: -1)
                observations.waiting[s] &-= 1
                plainStart(t, s, resource)
            }
        }
    }

    @inline(__always)
    private mutating func plainStart(_ t: Int, _ s: Int, _ resource: Int) {
        resources[resource].busy &+= plan.services[Int(plan.steps[s].row)].soleUnits
        resources[resource].use.set(Int(resources[resource].busy), at: SimTime(ticks: now))
        recordServed(t, s, waited: now &- tokens[t].enteredAt)
        plainSpan(t, s, .serving, endsIn: .release)
    }

    /// Draws how long the step takes and schedules its end.
    @inline(never)
    private mutating func plainSpan(_ t: Int, _ s: Int, _ status: Token.Status, endsIn phase: Phase) {
        tokens[t].status = status
        events.schedule(
            .token, at: after(plan.steps[s].duration, t), phase: phase, subject: Int32(truncatingIfNeeded: t))
    }

    @inline(__always)
    private mutating func changePlainLine(_ resource: Int, by change: Int32) {
        plainLines[resource].count &+= change
        resources[resource].queue.set(Int(plainLines[resource].count), at: SimTime(ticks: now))
    }
}
