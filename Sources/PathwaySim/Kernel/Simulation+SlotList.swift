extension Simulation {
    // MARK: Slots granted by priority

    // Where a step gives a priority, slots are not promised on asking: a slot that is promised cannot go to somebody more
    // urgent who asks later. Whoever asks joins a list, by priority and within one in order of asking. Everyone on it is
    // pencilled in, in that order, for the next slot that suits; what is pencilled is booked when the citizen's notice
    // begins, which is the last moment.

    mutating func joinSlotList(_ t: Int, _ resource: Int, atFront: Bool) {
        tokens[t].status = .booked
        tokens[t].generation &+= 1
        tokens[t].isResuming = false
        tokens[t].place = -1
        tokens[t].firstNode = queues.join(
            resource, token: Int32(t), units: 1, priority: tokens[t].priority, atFront: atFront, sibling: -1, at: now)
        if tokens[t].until < Int64.max { schedule(t, at: tokens[t].until, .expiry) }
        lookAtSlotList(resource, at: now)
    }

    /// Takes a citizen off the list, if on it; what was pencilled for this one suits another.
    mutating func leaveSlotList(_ t: Int, _ resource: Int) {
        if tokens[t].firstNode >= 0 {
            queues.leave(tokens[t].firstNode)
            tokens[t].firstNode = -1
        }
        lookAtSlotList(resource, at: now)
    }

    /// Services start after everything else at an instant, and so does granting slots: whoever asks now is on the list.
    private mutating func lookAtSlotList(_ resource: Int, at time: Int64) {
        guard time < slotOffers[resource] else { return }
        slotOffers[resource] = time
        events.schedule(.slotOffer, at: time, phase: .start, subject: Int32(resource))
    }

    /// Pencils in everyone on the list and books for those whose notice begins now.
    mutating func offerSlots(_ resource: Int) {
        guard slotOffers[resource] == now else { return }
        slotOffers[resource] = Int64.max
        var pencilled: [Int] = []
        var next = Int64.max
        var node = queues.head(resource)
        while node >= 0, failure == nil {
            let t = Int(queues.nodes[Int(node)].token)
            let s = Int(tokens[t].step)
            let following = queues.next(after: node)
            let appointment = compiled.model.appointments[Int(compiled.model.steps[s].row)]
            if let slot = findSlot(t, appointment) {
                let latest = noticeBegins(t, appointment, slot)
                if latest <= now {
                    queues.leave(node)
                    tokens[t].firstNode = -1
                    book(t, s, appointment, slot)
                } else {
                    slots[resource].book(slot)
                    pencilled.append(slot)
                    next = min(next, latest)
                    if compiled.model.resources[resource].hasOneNotice { break }
                }
            }
            node = following
        }
        for slot in pencilled { slots[resource].free(slot) }
        if next < Int64.max { lookAtSlotList(resource, at: next) }
    }

    /// The last instant at which the citizen can be given the slot with the notice due.
    private mutating func noticeBegins(_ t: Int, _ appointment: CompiledAppointment, _ slot: Int) -> Int64 {
        let start = slots[Int(appointment.resource)].slots[slot].start
        let latest = before(start, appointment.lead, t)
        guard latest > now else { return now }
        // Counting back in working days or months does not always undo counting forward: then the slot is given now.
        let present = now
        now = latest
        let earliest = after(appointment.lead, t)
        now = present
        return earliest > start ? now : latest
    }
}
