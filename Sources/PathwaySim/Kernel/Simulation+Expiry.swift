extension Simulation {
    // MARK: What expires

    /// Schedules the end of somebody's patience, or of the time a group gathers; void when the generation has changed.
    @inline(__always)
    mutating func scheduleExpiry(_ kind: EventKind, at time: Int64, subject: Int32, generation: UInt32) {
        events.schedule(kind, at: time, phase: .expiry, subject: subject, generation: generation)
        if events.isSweepDue { dropVoidExpiries() }
    }

    /// Throws out the timers of those who were served, or called off, before their patience ended.
    @inline(never)
    private mutating func dropVoidExpiries() {
        let (tokens, courses) = (tokens, courses)
        events.dropExpiries { event in
            let subject = Int(event.subject)
            let generation = event.kind == .token ? tokens[subject].generation : courses[subject].gathering
            return generation != event.generation
        }
    }
}
