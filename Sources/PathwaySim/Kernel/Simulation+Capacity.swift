extension Simulation {
    // MARK: Capacity over time

    mutating func prepareResource(_ index: Int) {
        let resource = compiled.model.resources[index]
        var state = ResourceState()
        state.isLifo = resource.lifo
        state.isPrioritised = resource.prioritised
        state.isPreemptive = resource.preemptive
        state.tracksServices = resource.tracksServices
        unitSpells.append([])
        if !resource.absences.isEmpty {
            let units = resource.servers == nil ? resource.slots?.staff ?? 1 : resource.largestCapacity
            for unit in 0..<min(units, 10_000) { unitSpells[index].append(spells(of: resource, unit: unit)) }
        }
        resources.append(state)
        slots.append(SlotTable())
        slotOffers.append(Int64.max)
        ledgers.append(Ledger())
        if resource.servers != nil {
            resources[index].capacity = Int32(clamping: capacity(index, at: 0))
            resources[index].duty = TimeWeighted(level: Int(resources[index].capacity))
            if !resource.constantCapacity { scheduleBreak(index) }
        } else {
            prepareSlots(index)
        }
    }

    /// When a unit of staff is away: spells begin at a rate while the unit is present.
    private mutating func spells(of resource: CompiledResource, unit: Int) -> [Closure] {
        let stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: "resource \(resource.name)")
        var result: [Closure] = []
        for absence in resource.absences where absence.perDay > 0 {
            var at = 0.0
            var ordinal: UInt32 = 0
            let end = SimTime(ticks: horizon).days
            while at < end, ordinal < 100_000 {
                let key = DrawKey(stream: stream, block: UInt32(unit), ordinal: ordinal)
                var gap = DrawStream(key, purpose: absence.purpose)
                at += Ziggurat.exponential(&gap, plan.samplerTables) / absence.perDay
                // A rule for the length asks the clock as it is when the spell begins.
                now = SimTime(days: at).ticks
                let days = keyedNumber(absence.length, key, absence.lengthPurpose)
                now = 0
                guard days.isFinite else {
                    failure = failure ?? .undefinedNumber(at: resource.name, instant: SimTime(days: at))
                    return []
                }
                let until = at + max(0, days)
                result.append(Closure(from: SimTime(days: at), to: SimTime(days: until)))
                at = until
                ordinal += 1
            }
        }
        return result.sorted { $0.from < $1.from }
    }

    /// Whether this unit of the resource's staff is away at an instant.
    func isAway(_ index: Int, unit: Int, at time: Int64) -> Bool {
        let units = unitSpells[index]
        guard !units.isEmpty else { return false }
        return units[unit % units.count].contains { $0.from.ticks <= time && time < $0.to.ticks }
    }

    /// Units of a server resource on duty at an instant, absences included.
    func capacity(_ index: Int, at time: Int64) -> Int {
        let planned = plannedCapacity(index, at: time)
        guard !unitSpells[index].isEmpty else { return planned }
        var away = 0
        for unit in 0..<min(planned, unitSpells[index].count) where isAway(index, unit: unit, at: time) {
            away += 1
        }
        return planned - away
    }

    /// Units that should be on duty: sickness is not known ahead.
    private func plannedCapacity(_ index: Int, at time: Int64) -> Int {
        plan.duty.capacity(index, at: time, compiled.model.calendar)
    }

    /// Whether the units can be promised for the whole interval: at every instant of it enough are planned to be on duty
    /// beyond those promised already.
    func isFree(_ need: CompiledNeed, from start: Int64, to end: Int64) -> Bool {
        let resource = Int(need.resource)
        var from = start
        while from < end {
            let until = min(end, nextPlannedBreak(resource, after: from) ?? end)
            let free = plannedCapacity(resource, at: from) - ledgers[resource].promised(from: from, to: until)
            if free < Int(need.units) { return false }
            from = until
        }
        return true
    }

    /// The next instant after `time` at which the capacity may change.
    private func nextBreak(_ index: Int, after time: Int64) -> Int64? {
        var best = nextPlannedBreak(index, after: time)
        for unit in unitSpells[index] {
            for spell in unit {
                for instant in [spell.from.ticks, spell.to.ticks] where instant > time {
                    best = min(best ?? instant, instant)
                }
            }
        }
        return best
    }

    /// The next instant after `time` at which the planned capacity may change, absences aside.
    private func nextPlannedBreak(_ index: Int, after time: Int64) -> Int64? {
        plan.duty.nextBreak(index, after: time, compiled.model.calendar)
    }

    private mutating func scheduleBreak(_ index: Int) {
        if let next = nextBreak(index, after: now), next < horizon {
            events.schedule(.capacity, at: next, phase: .capacityChange, subject: Int32(index))
        }
    }

    mutating func capacityBreak(_ index: Int) {
        let capacity = Int32(clamping: capacity(index, at: now))
        if capacity != resources[index].capacity {
            let rises = capacity > resources[index].capacity
            resources[index].capacity = capacity
            resources[index].duty.set(Int(capacity), at: SimTime(ticks: now))
            if rises, !queues.isEmpty(index) { markDirty(Int32(index)) }
            if !rises { pauseServices(index) }
        }
        scheduleBreak(index)
    }

    /// Services that stop at the end of a shift are interrupted, the latest begun first, until the rest fits.
    private mutating func pauseServices(_ index: Int) {
        var candidate = Int(resources[index].firstServing)
        while candidate >= 0, resources[index].busy > resources[index].capacity {
            let next = Int(tokens[candidate].nextMember)
            let s = Int(tokens[candidate].step)
            if compiled.model.services[Int(compiled.model.steps[s].row)].pauses { interrupt(candidate) }
            candidate = next
        }
        if resources[index].busy > resources[index].capacity, compiled.model.resources[index].pausesTogether {
            pauseJointServices(index)
        }
    }

    /// Services of several resources at once, which are not in the list of one.
    private mutating func pauseJointServices(_ index: Int) {
        let serving = tokens.indices.filter { t in
            guard tokens[t].status == .serving else { return false }
            let service = compiled.model.services[Int(compiled.model.steps[Int(tokens[t].step)].row)]
            return service.pauses && service.needsCount > 1 && uses(t, Int32(index))
        }
        for t in serving.sorted(by: { tokens[$0].startedAt > tokens[$1].startedAt })
        where resources[index].busy > resources[index].capacity { interrupt(t) }
    }

    private func uses(_ t: Int, _ resource: Int32) -> Bool {
        var row = tokens[t].firstHolding
        while row >= 0 {
            if holdings[Int(row)].resource == resource, !holdings[Int(row)].isSeized { return true }
            row = holdings[Int(row)].next
        }
        return false
    }
}
