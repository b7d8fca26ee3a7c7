extension Simulation {
    /// Everything a finished run hands on to be folded with other replications.
    func record() -> ReplicationRecord {
        var record = ReplicationRecord()
        report(to: &record)
        record.samples = observations.samples
        record.ways = observations.ways.indices.map { observations.ways[$0] }
        record.violations = observations.violations
        record.groupsUnstaffed = observations.groupsUnstaffed
        return record
    }

    /// Hands every measure of the run to a sink, always in the same order.
    ///
    /// Names are those of the result contract (`wait.STEP.mean` …). Waits and times are in days of 24 hours.
    func report<Sink: MeasureSink>(to sink: inout Sink) {
        reportFlow(to: &sink)
        let census = census()
        for (row, step) in compiled.model.waitSteps.enumerated() {
            for group in 0..<observations.groupCount {
                reportWait(Int(step), group, row * observations.groupCount + group, census, to: &sink)
            }
            reportLeaving(Int(step), row, to: &sink)
        }
        for index in compiled.model.courses.indices { reportCourse(index, to: &sink) }
        for s in compiled.model.steps.indices where takesTime(s) { reportPresence(s, to: &sink) }
        for index in compiled.model.resources.indices { reportResource(index, to: &sink) }
        reportOutcomes(to: &sink)
        reportPromises(to: &sink)
        reportMessages(to: &sink)
        reportTimes(to: &sink)
    }

    private var end: SimTime { SimTime(ticks: compiled.model.horizon) }
    private static let day = Double(SimTime.day.ticks)

    /// Citizen-ticks as the mean number present in the counted part of the run.
    private func mean(_ time: Int128) -> Double { Double(time) / Double(horizon - warmup) }

    private func takesTime(_ s: Int) -> Bool {
        switch compiled.model.steps[s].code {
        case .delay, .service, .seize, .appointment, .course, .message, .waitFor: true
        default: false
        }
    }

    private func name(_ s: Int) -> String { compiled.model.model.steps[s].name }

    // MARK: Flow

    private func reportFlow<Sink: MeasureSink>(to sink: inout Sink) {
        sink.value("arrivals.count", .count, by: 0, Double(observations.arrivals), isCount: true)
        for s in compiled.model.steps.indices {
            sink.value("throughput.\(name(s))", .count, by: 0, Double(observations.passed[s]), isCount: true)
        }
        var present = 0
        for t in tokens.indices where tokens[t].root >= 0 && tokens[t].family > 0 && tokens[t].isObserved {
            let token = tokens[t]
            if token.status != .closed, token.status != .groupRequest { present += 1 }
        }
        sink.value("census.count", .count, by: 0, Double(present), isCount: true)
        sink.value("number.system.mean", .number, by: 0, mean(observations.timeInSystem), isCount: false)
    }

    // MARK: Waits

    private func reportWait<Sink: MeasureSink>(
        _ s: Int, _ group: Int, _ row: Int, _ census: [CensusRow], to sink: inout Sink
    ) {
        let wait = observations.waits[row]
        let servedTimes = observations.buckets.finished(wait.servedTimes)
        let waiting = census[row]
        let step = name(s)
        sink.ratio(
            "wait.\(step).mean", .days, by: group, wait.served.sum / Simulation.day, Double(wait.served.count))
        for (label, p) in [("p50", 0.5), ("p90", 0.9), ("p95", 0.95)] {
            sink.quantile("wait.\(step).\(label)", by: group, servedTimes, p, sharing: label != "p50")
        }
        sink.value(
            "wait.\(step).max", .days, by: group, wait.served.maximum.map { Double($0) / Simulation.day },
            isCount: false)
        sink.ratio(
            "wait.\(step).all.mean", .days, by: group, (wait.served.sum + wait.left.sum) / Simulation.day,
            Double(wait.served.count + wait.left.count))
        sink.value(
            "wait.\(step).census.count", .count, by: group, Double(waiting.tally.count), isCount: true)
        sink.ratio(
            "wait.\(step).census.mean", .days, by: group, waiting.tally.sum / Simulation.day,
            Double(waiting.tally.count))
        sink.value(
            "wait.\(step).census.max", .days, by: group, waiting.tally.maximum.map { Double($0) / Simulation.day },
            isCount: false)
        sink.incidence(
            "wait.\(step).entered.p90", by: group, served: servedTimes,
            left: observations.buckets.finished(wait.leftTimes), censored: waiting.times, 0.9)
    }

    /// Shares are of those whose wait came to an end here (or, for no-shows, of those who had a slot).
    private func reportLeaving<Sink: MeasureSink>(_ s: Int, _ row: Int, to sink: inout Sink) {
        let step = name(s)
        let exits = exits(s)
        for group in 0..<observations.groupCount {
            let wait = observations.waits[row * observations.groupCount + group]
            let joined = Double(wait.served.count + wait.reneged + wait.lost)
            if exits.reneges {
                sink.value("reneged.\(step).count", .count, by: group, Double(wait.reneged), isCount: true)
                sink.ratio("reneged.\(step).share", .share, by: group, Double(wait.reneged), joined)
            }
            if exits.balks {
                sink.value("balked.\(step).count", .count, by: group, Double(wait.balked), isCount: true)
                sink.ratio(
                    "balked.\(step).share", .share, by: group, Double(wait.balked), joined + Double(wait.balked))
            }
            guard compiled.model.steps[s].code == .appointment else { continue }
            sink.value("noshow.\(step).count", .count, by: group, Double(wait.noShows), isCount: true)
            sink.ratio(
                "noshow.\(step).share", .share, by: group, Double(wait.noShows),
                Double(wait.noShows + wait.served.count))
            sink.value("cancelled.\(step).count", .count, by: group, Double(wait.cancelled), isCount: true)
            sink.value("lost.\(step).count", .count, by: group, Double(wait.lost), isCount: true)
        }
    }

    private func exits(_ s: Int) -> (reneges: Bool, balks: Bool) {
        let row = Int(compiled.model.steps[s].row)
        switch compiled.model.steps[s].code {
        case .service, .seize: return exits(of: compiled.model.queueings[Int(compiled.model.services[row].queueing)])
        case .course: return exits(of: compiled.model.queueings[Int(compiled.model.courses[row].queueing)])
        case .appointment:
            return (compiled.model.appointments[row].patience != nil, compiled.model.appointments[row].longest != nil)
        case .waitFor: return (compiled.model.waits[row].patience != nil, false)
        default: return (false, false)
        }
    }

    private func exits(of queueing: CompiledQueueing) -> (reneges: Bool, balks: Bool) {
        (queueing.patience != nil, queueing.canBalk || queueing.waitingRoom >= 0)
    }

    private func reportCourse<Sink: MeasureSink>(_ index: Int, to sink: inout Sink) {
        let course = compiled.model.courses[index]
        let s = Int(course.step)
        let step = name(s)
        let row = Int(compiled.model.steps[s].waitRow) * observations.groupCount
        for group in 0..<observations.groupCount {
            let wait = observations.waits[row + group]
            sink.ratio(
                "gather.\(step).mean", .days, by: group, wait.gather.sum / Simulation.day, Double(wait.gather.count))
            if course.canDropOut {
                sink.value("dropped.\(step).count", .count, by: group, Double(wait.droppedOut), isCount: true)
                sink.ratio(
                    "dropped.\(step).share", .share, by: group, Double(wait.droppedOut), Double(wait.served.count))
            }
            if course.canMiss {
                sink.ratio(
                    "noshow.\(step).share", .share, by: group, Double(wait.sessionsMissed),
                    Double(wait.sessionsMissed + wait.sessionsAttended))
            }
        }
        let seats = observations.groupSeats[index]
        sink.value("groups.\(step).count", .count, by: 0, Double(observations.groupsStarted[index]), isCount: true)
        sink.ratio("group.\(step).size.mean", .number, by: 0, seats.sum, Double(seats.count))
        sink.ratio(
            "seats.\(step).share", .share, by: 0, seats.sum, Double(seats.count) * Double(course.maximum))
        sink.value(
            "groups.\(step).cancelled", .count, by: 0, Double(observations.groupsCancelled[index]), isCount: true)
        if course.length == .sessions {
            sink.value(
                "sessions.\(step).cancelled", .count, by: 0, Double(observations.sessionsCancelled[index]),
                isCount: true)
        }
    }

    private func reportPresence<Sink: MeasureSink>(_ s: Int, to sink: inout Sink) {
        let step = name(s)
        sink.value("number.\(step).mean", .number, by: 0, mean(observations.presence[s]), isCount: false)
        for level in 0..<observations.levels.bound {
            sink.value(
                "number.\(step).p\(level)", .share, by: 0,
                observations.levels.share(of: level, at: s, until: end.ticks),
                isCount: false)
        }
    }

    // MARK: Resources

    private func reportResource<Sink: MeasureSink>(_ index: Int, to sink: inout Sink) {
        let resource = compiled.model.resources[index]
        let state = resources[index]
        let name = resource.name
        let span = Double(compiled.model.horizon - compiled.model.warmup)
        if !resource.bookedAhead, resource.isQueuedFor {
            sink.value("queue.\(name).mean", .number, by: 0, state.queue.mean(until: end), isCount: false)
            sink.value(
                "queue.\(name).max", .number, by: 0, state.queue.maximum(until: end).map(Double.init), isCount: false)
        }
        let hour = Double(SimTime.hour.ticks)
        if let plan = resource.slots {
            var table = slots[index]
            let planned = table.count(from: warmup, to: horizon, calendar: compiled.model.calendar)
            let held =
                resource.absences.isEmpty
                ? planned
                : table.count(from: warmup, to: horizon, calendar: compiled.model.calendar) { slot in
                    !isAway(index, unit: Int(slot.staff), at: slot.start)
                }
            let used = Double(observations.slotsAttended[index] + observations.slotsLost[index])
            sink.ratio("utilisation.\(name)", .share, by: 0, used, Double(held))
            reportHours(of: resource, used * Double(plan.length.ticks) / hour, to: &sink)
            sink.value("slots.\(name).offered", .count, by: 0, Double(planned), isCount: true)
            sink.value(
                "slots.\(name).attended", .count, by: 0, Double(observations.slotsAttended[index]), isCount: true)
            sink.value("slots.\(name).lost", .count, by: 0, Double(observations.slotsLost[index]), isCount: true)
            sink.value("slots.\(name).reused", .count, by: 0, Double(observations.slotsReused[index]), isCount: true)
            if !resource.absences.isEmpty {
                sink.value("slots.\(name).held", .count, by: 0, Double(held), isCount: true)
                sink.value(
                    "slots.\(name).calledOff", .count, by: 0, Double(observations.calledOffByStaff[index]),
                    isCount: true)
            }
            return
        }
        let duty = state.duty.area(until: end)
        if resource.bookedAhead {
            sink.timeRatio("utilisation.\(name)", .share, by: 0, Double(state.booked), duty)
            reportHours(of: resource, Double(state.booked) / hour, to: &sink)
        } else {
            let use = state.use.area(until: end)
            sink.timeRatio("utilisation.\(name)", .share, by: 0, use / span, duty / span)
            let work = use - state.heldByGroups.area(until: end) + Double(state.groupContact)
            reportHours(of: resource, work / hour, to: &sink)
        }
    }

    /// Working hours; a place has none.
    private func reportHours<Sink: MeasureSink>(of resource: CompiledResource, _ hours: Double, to sink: inout Sink) {
        if resource.isPlace { return }
        sink.value("hours.\(resource.name)", .hours, by: 0, hours, isCount: false)
    }

    // MARK: Outcomes, promises, messages, times

    private func reportOutcomes<Sink: MeasureSink>(to sink: inout Sink) {
        for group in 0..<observations.groupCount {
            var closed = 0
            for outcome in compiled.model.outcomeNames.indices {
                closed += observations.outcomes[outcome * observations.groupCount + group]
            }
            sink.value("closed.count", .count, by: group, Double(closed), isCount: true)
            for (outcome, name) in compiled.model.outcomeNames.enumerated() {
                let count = Double(observations.outcomes[outcome * observations.groupCount + group])
                sink.value("outcome.\(name).count", .count, by: group, count, isCount: true)
                sink.ratio("outcome.\(name).share", .share, by: group, count, Double(closed))
            }
        }
        for s in compiled.model.steps.indices where compiled.model.steps[s].code == .close {
            guard compiled.model.closes[Int(compiled.model.steps[s].row)].returns else { continue }
            sink.value("returns.\(name(s)).count", .count, by: 0, Double(observations.returns[s]), isCount: true)
        }
    }

    private func reportPromises<Sink: MeasureSink>(to sink: inout Sink) {
        for (index, deadline) in compiled.model.model.deadlines.enumerated() {
            for group in 0..<observations.groupCount {
                let counts = observations.deadlines[index * observations.groupCount + group]
                sink.value("deadline.\(deadline.name).kept", .count, by: group, Double(counts.kept), isCount: true)
                sink.value("deadline.\(deadline.name).broken", .count, by: group, Double(counts.broken), isCount: true)
                sink.value("deadline.\(deadline.name).open", .count, by: group, Double(counts.open), isCount: true)
                sink.ratio(
                    "deadline.\(deadline.name).share", .share, by: group, Double(counts.kept),
                    Double(counts.kept + counts.broken))
            }
        }
    }

    private func reportMessages<Sink: MeasureSink>(to sink: inout Sink) {
        for (index, kind) in compiled.model.messageKinds.enumerated() {
            sink.value("messages.\(kind).count", .count, by: 0, Double(observations.messagesSent[index]), isCount: true)
        }
        for (index, party) in compiled.model.partyNames.enumerated() where carriesHours(index) {
            sink.value("hours.\(party).messages", .hours, by: 0, observations.partyHours[index], isCount: false)
        }
        for s in compiled.model.steps.indices where compiled.model.steps[s].code == .message {
            guard compiled.model.messages[Int(compiled.model.steps[s].row)].isTask else { continue }
            let accepted = Double(observations.tasksAccepted[s])
            sink.ratio(
                "accepted.\(name(s)).share", .share, by: 0, accepted, accepted + Double(observations.tasksRefused[s]))
        }
    }

    private func carriesHours(_ party: Int) -> Bool {
        compiled.model.messages.contains {
            (Int($0.from) == party && $0.senderHours != 0) || (Int($0.to) == party && $0.receiverHours != 0)
        }
    }

    private func reportTimes<Sink: MeasureSink>(to sink: inout Sink) {
        for group in 0..<observations.groupCount {
            let times = observations.sojourn[group]
            sink.ratio("time.arrival.close.mean", .days, by: group, times.sum / Simulation.day, Double(times.count))
            sink.quantile(
                "time.arrival.close.p90", by: group, observations.buckets.finished(observations.sojournTimes[group]),
                0.9, sharing: false)
        }
        for (index, interval) in compiled.model.model.intervals.enumerated() {
            // Reported above in any case.
            if interval.from == "arrival", interval.to == "close" { continue }
            for group in 0..<observations.groupCount {
                let row = index * observations.groupCount + group
                let times = observations.intervals[row]
                let name = "time.\(interval.from).\(interval.to)"
                sink.ratio("\(name).mean", .days, by: group, times.sum / Simulation.day, Double(times.count))
                sink.quantile(
                    "\(name).p90", by: group, observations.buckets.finished(observations.intervalTimes[row]), 0.9,
                    sharing: false)
            }
        }
    }
}
