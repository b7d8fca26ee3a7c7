extension Simulation {
    // MARK: Booking

    mutating func prepareSlots(_ index: Int) {
        guard let plan = compiled.model.resources[index].slots else { return }
        slots[index] = SlotTable(plan, calendar: compiled.model.calendar, horizon: horizon)
    }

    mutating func enterAppointment(_ t: Int, _ s: Int) -> Int32 {
        let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
        let root = Int(tokens[t].root)
        visits[root &* visitCount &+ Int(appointment.rebookSlot)] = 0
        tokens[t].until = Int64.max
        if let patience = appointment.patience { tokens[t].until = patienceEnd(patience, t) }
        // A waiting list that starts before the run keeps its place in the order of having waited.
        if compiled.model.resources[Int(appointment.resource)].grantsByPriority {
            let priority = evaluate(appointment.priority, t)
            if priority.isNaN { undefined(t) }
            tokens[t].priority = priority.isNaN ? 0 : priority
            countAttempt(t, appointment)
            beginToWait(t, s, appointment)
            joinSlotList(t, Int(appointment.resource), atFront: false)
            return -1
        }
        let offer = findOffer(t, appointment)
        if offer.isDeclined { return balk(t, s, by: appointment.balked) }
        beginToWait(t, s, appointment)
        book(t, s, appointment, offer.slot)
        return -1
    }

    private mutating func beginToWait(_ t: Int, _ s: Int, _ appointment: CompiledAppointment) {
        comes(to: s)
        observations.waiting[s] &+= 1
        queueChange(Int(appointment.resource), 1)
    }

    /// Each time of asking has luck of its own.
    private mutating func countAttempt(_ t: Int, _ appointment: CompiledAppointment) {
        let attemptRow = Int(tokens[t].root) &* visitCount &+ Int(appointment.attemptSlot)
        tokens[t].visit = visits[attemptRow]
        visits[attemptRow] &+= 1
    }

    /// The slot that can be had on asking now, and whether the citizen declines because it is too far ahead.
    private mutating func findOffer(_ t: Int, _ appointment: CompiledAppointment) -> (slot: Int?, isDeclined: Bool) {
        countAttempt(t, appointment)
        let slot = findSlot(t, appointment)
        guard let longest = appointment.longest else { return (slot, false) }
        let start = slot.map { slots[Int(appointment.resource)].slots[$0].start } ?? Int64.max
        return (slot, start > after(longest, t))
    }

    /// Asks for another slot after the first came to nothing; whoever declines it leaves.
    ///
    /// - Parameter first: before others of the same priority, where slots are granted by priority.
    private mutating func askAgain(_ t: Int, _ s: Int, _ appointment: CompiledAppointment, first: Bool = false) {
        if compiled.model.resources[Int(appointment.resource)].grantsByPriority {
            countAttempt(t, appointment)
            joinSlotList(t, Int(appointment.resource), atFront: first)
            return
        }
        let offer = findOffer(t, appointment)
        guard offer.isDeclined else {
            book(t, s, appointment, offer.slot)
            return
        }
        recordDeclined(t, s, waited: now &- tokens[t].enteredAt)
        if logs, tokens[t].isTraced { note(t, .balked) }
        leave(t, s, by: appointment.balked)
    }

    @inline(__always)
    private mutating func queueChange(_ resource: Int, _ change: Int) {
        resources[resource].queue.set(resources[resource].queue.level &+ change, at: SimTime(ticks: now))
    }

    /// The next slot that suits the invitation time and everything else needed at once.
    mutating func findSlot(_ t: Int, _ appointment: CompiledAppointment) -> Int? {
        let earliest = after(appointment.lead, t)
        let resource = Int(appointment.resource)
        // Held here, so that the calendar is lent and not copied while the slots change.
        let shared = compiled
        guard appointment.alsoCount > 0 else {
            return slots[resource].firstFree(from: earliest, calendar: shared.model.calendar) { _ in true }
        }
        var needed: [CompiledNeed] = []
        for row in Int(appointment.alsoStart)..<Int(appointment.alsoStart + appointment.alsoCount) {
            let need = compiled.model.needs[row]
            if !need.isConditional || holds(need.condition, t) { needed.append(need) }
        }
        // Out of the state, which the search asks who else is free, and not copied.
        var table = SlotTable()
        swap(&table, &slots[resource])
        defer { swap(&table, &slots[resource]) }
        return table.firstFree(from: earliest, calendar: shared.model.calendar) { start in
            needed.allSatisfy { isFree($0, from: start, to: start + appointment.length) }
        }
    }

    /// Books a slot and sets the timer for what comes first: a cancellation, the end of patience, or the slot.
    mutating func book(_ t: Int, _ s: Int, _ appointment: CompiledAppointment, _ found: Int?) {
        tokens[t].status = .booked
        tokens[t].generation &+= 1
        tokens[t].isResuming = false
        guard let slot = found else {
            tokens[t].place = -1
            if tokens[t].until < Int64.max { schedule(t, at: tokens[t].until, .expiry) }
            return
        }
        let resource = Int(appointment.resource)
        slots[resource].book(slot)
        tokens[t].place = Int32(slot)
        let start = slots[resource].slots[slot].start
        for row in Int(appointment.alsoStart)..<Int(appointment.alsoStart + appointment.alsoCount) {
            let need = compiled.model.needs[row]
            if need.isConditional, !holds(need.condition, t) { continue }
            ledgers[Int(need.resource)].add(from: start, to: start + appointment.length, units: need.units, now: now)
            hold(t, resource: need.resource, units: need.units, seized: false)
        }
        emit(t, s, .booked)
        if logs, tokens[t].isTraced { note(t, .booked(at: SimTime(ticks: start))) }
        var timer = start
        var phase = Phase.start
        if appointment.canCancel, happens(t, appointment.cancel, appointment.cancelPurpose) {
            timer = max(now, before(start, appointment.cancelNotice, t))
            phase = .message
            tokens[t].isResuming = true  // marks a booking that will be cancelled
        }
        if tokens[t].until < timer {
            timer = tokens[t].until
            phase = .expiry
        }
        schedule(t, at: timer, phase)
    }

    mutating func schedule(_ t: Int, at time: Int64, _ phase: Phase) {
        let (subject, generation) = (Int32(t), tokens[t].generation)
        if phase == .expiry {
            scheduleExpiry(.token, at: max(now, time), subject: subject, generation: generation)
        } else {
            events.schedule(.token, at: max(now, time), phase: phase, subject: subject, generation: generation)
        }
    }

    // MARK: What becomes of a booking

    mutating func appointmentTimer(_ t: Int) {
        let s = Int(tokens[t].step)
        let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
        let resource = Int(appointment.resource)
        let start = tokens[t].place >= 0 ? slots[resource].slots[Int(tokens[t].place)].start : Int64.max
        if tokens[t].until <= now, tokens[t].until < start {
            tokens[t].isResuming = false
            giveUp(t, s, appointment)
        } else if tokens[t].isResuming {
            tokens[t].isResuming = false
            cancel(t, s, appointment, start: start)
        } else {
            meet(t, s, appointment)
        }
    }

    /// Says no beforehand: in time, the slot goes to another.
    private mutating func cancel(_ t: Int, _ s: Int, _ appointment: CompiledAppointment, start: Int64) {
        let reused = start &- now >= appointment.reuseLimit && start > now
        if reused {
            releaseSlot(t, appointment)
        } else {
            countSlot(t, appointment, lost: true)
        }
        recordCancelled(t, s, reused: reused)
        if logs, tokens[t].isTraced { note(t, .cancelled(slotReused: reused)) }
        rebookOrLeave(t, s, appointment)
    }

    private mutating func meet(_ t: Int, _ s: Int, _ appointment: CompiledAppointment) {
        let resource = Int(appointment.resource)
        let slot = slots[resource].slots[Int(tokens[t].place)]
        if isAway(resource, unit: Int(slot.staff), at: now) || alsoAway(t) {
            // Called off by the staff's side: a new slot at once, and no re-booking is used up. Who was booked with the
            // slot is free again, for another appointment at this instant too.
            takeBackPromises(t, from: slot.start, to: slot.start + appointment.length)
            countSlot(t, appointment, lost: true)
            recordCalledOffByStaff(t, s)
            if logs, tokens[t].isTraced { note(t, .cancelledByStaff) }
            askAgain(t, s, appointment, first: true)
            return
        }
        if appointment.canNoShow, happens(t, appointment.noShow, appointment.noShowPurpose) {
            countSlot(t, appointment, lost: true)
            recordNoShow(t, s)
            if logs, tokens[t].isTraced { note(t, .noShow) }
            rebookOrLeave(t, s, appointment)
            return
        }
        countSlot(t, appointment, lost: false)
        observations.waiting[s] &-= 1
        leaveList(t, resource)
        tokens[t].startedAt = now
        recordServed(t, s, waited: now &- tokens[t].enteredAt)
        rememberWait(t, s)
        emit(t, s, .start)
        if logs, tokens[t].isTraced { note(t, .started(waited: SimTime(ticks: now &- tokens[t].enteredAt))) }
        tokens[t].status = .attending
        tokens[t].generation &+= 1
        schedule(t, at: now &+ appointment.length, .release)
    }

    mutating func endAppointment(_ t: Int) {
        tokens[t].status = .moving
        leaveStep(t)
    }

    /// Whether staff booked with the slot (an interpreter) are away on the day.
    private func alsoAway(_ t: Int) -> Bool {
        var row = tokens[t].firstHolding
        while row >= 0 {
            let holding = holdings[Int(row)]
            if !holding.isSeized {
                let resource = Int(holding.resource)
                let promised = ledgers[resource].promised(from: now, to: now + 1)
                if promised > capacity(resource, at: now) { return true }
            }
            row = holding.next
        }
        return false
    }

    private mutating func rebookOrLeave(_ t: Int, _ s: Int, _ appointment: CompiledAppointment) {
        let row = Int(tokens[t].root) &* visitCount &+ Int(appointment.rebookSlot)
        guard Int32(visits[row]) < appointment.rebookings else {
            recordLost(t, s, waited: now &- tokens[t].enteredAt)
            leave(t, s, by: appointment.lost)
            return
        }
        visits[row] &+= 1
        let ask = after(appointment.rebookDelay, t)
        if ask > now {
            tokens[t].status = .rebooking
            tokens[t].generation &+= 1
            schedule(t, at: min(ask, tokens[t].until), .arrival)
        } else {
            askAgain(t, s, appointment)
        }
    }

    /// The pause before a re-booking is over, or patience is.
    mutating func rebook(_ t: Int) {
        let s = Int(tokens[t].step)
        let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
        if tokens[t].until <= now {
            giveUp(t, s, appointment)
        } else {
            askAgain(t, s, appointment)
        }
    }

    private mutating func giveUp(_ t: Int, _ s: Int, _ appointment: CompiledAppointment) {
        releaseSlot(t, appointment)
        recordLeft(t, s, waited: now &- tokens[t].enteredAt)
        if logs, tokens[t].isTraced { note(t, .reneged) }
        leave(t, s, by: appointment.reneged)
    }

    private mutating func leave(_ t: Int, _ s: Int, by route: Int32) {
        let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
        observations.waiting[s] &-= 1
        leaveList(t, Int(appointment.resource))
        goes(t, from: s)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        enter(t, divert(t, s, by: route))
    }

    /// The slot is used up, by the citizen or for nothing; what was booked with it is too.
    private mutating func countSlot(_ t: Int, _ appointment: CompiledAppointment, lost: Bool) {
        let resource = Int(appointment.resource)
        let slot = slots[resource].slots[Int(tokens[t].place)]
        let start = slot.start
        // A slot whose staff are away is not held, and so neither used nor lost.
        if start >= warmup, start < horizon, !isAway(resource, unit: Int(slot.staff), at: start) {
            recordSlot(resource, lost: lost)
        }
        while let holding = dropHolding(t, where: { !$0.isSeized }) {
            let from = max(start, warmup)
            let to = min(start + appointment.length, horizon)
            if to > from { resources[Int(holding.resource)].booked &+= (to - from) &* Int64(holding.units) }
        }
        tokens[t].place = -1
    }

    /// Gives the slot, and what was booked with it, back to the plan.
    private mutating func releaseSlot(_ t: Int, _ appointment: CompiledAppointment) {
        let resource = Int(appointment.resource)
        if compiled.model.resources[resource].grantsByPriority { leaveSlotList(t, resource) }
        guard tokens[t].place >= 0 else { return }
        let start = slots[resource].slots[Int(tokens[t].place)].start
        slots[resource].free(Int(tokens[t].place))
        takeBackPromises(t, from: start, to: start + appointment.length)
        tokens[t].place = -1
    }

    /// What was booked together with a slot is free again.
    private mutating func takeBackPromises(_ t: Int, from start: Int64, to end: Int64) {
        while let holding = dropHolding(t, where: { !$0.isSeized }) {
            ledgers[Int(holding.resource)].remove(from: start, to: end, units: holding.units)
        }
    }

    /// Takes a citizen who waits for a slot out of the plan (another arm was first, the course closed).
    mutating func callOffBooking(_ t: Int, _ s: Int) {
        let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
        releaseSlot(t, appointment)
        observations.waiting[s] &-= 1
        leaveList(t, Int(appointment.resource))
    }

    /// No longer among those who wait for a slot of the resource.
    private mutating func leaveList(_ t: Int, _ resource: Int) {
        queueChange(resource, -1)
        if options.verifies { observations.queueTime[resource] &+= now &- max(0, tokens[t].enteredAt) }
    }
}
