/// The way through a model that is one line in front of alike servers (`CompiledModel.formsOneLine`).
///
/// Such a run needs no event list and no tokens: what happens next is that the next one comes or the next one leaves.
/// What is counted and drawn is the same as on the general ways, in numbers that do not depend on the order within one
/// instant: levels are counted for the time they last, tallies and histograms for what was added to them. Only the
/// order of coming decides who is served when. A test holds this way against the general ones, digit by digit
/// (docs/decisions/0015).
extension Simulation {
    /// Runs until the horizon or until the run must be stopped.
    mutating func runOneLine() throws(SimulationError) {
        prepareTables()
        addSource(0)
        var line = OneLine(compiled.model)
        expectMore(&line)
        let every = compiled.model.model.sampleEvery.ticks
        // Each is the instant before which everything has to have happened.
        var sampled = every < horizon ? every &+ 1 : Int64.max
        var warmedUp = warmup > 0 ? warmup : Int64.max
        while true {
            let stop = min(horizon, sampled, warmedUp)
            try pass(&line, until: stop)
            if let failure { throw failure }
            if stop == sampled {
                now = sampled &- 1
                takeStock(line)
                takeSample()
                sampled = now &+ every < horizon ? sampled &+ every : Int64.max
            } else if stop == horizon {
                break
            } else {
                now = warmup
                endWarmup()
                warmedUp = Int64.max
            }
        }
        now = horizon
        takeStock(line)
        settle(line)
        finish()
    }

    /// All that happens before an instant.
    private mutating func pass(_ line: inout OneLine, until stop: Int64) throws(SimulationError) {
        while !hasFailed {
            if line.leaving <= line.coming {
                guard line.leaving < stop else { return }
                now = line.leaving
                leave(&line)
            } else {
                guard line.coming < stop else { return }
                now = line.coming
                come(&line)
                // As often as the event loop asks: half of what happens is somebody's coming.
                if line.arrivals & 2047 == 0, options.isCancelled() { throw .cancelled }
            }
        }
    }

    // MARK: What happens

    @inline(__always)
    private mutating func come(_ line: inout OneLine) {
        guard line.inSystem < options.populationLimit else {
            failure = .unboundedGrowth(
                step: stepName(Int32(line.step)), inSystem: line.inSystem, at: SimTime(ticks: now))
            return
        }
        line.come()
        if now >= warmup { line.countedArrivals &+= 1 }
        if reportsLevels { observations.levels.change(line.step, by: 1, at: now) }
        if line.hasFreeServer {
            serve(&line)
            setUse(line)
        } else {
            resources[line.resource].queue.set(line.waiting, at: SimTime(ticks: now))
        }
        if !line.lookAhead() { expectMore(&line) }
    }

    @inline(__always)
    private mutating func leave(_ line: inout OneLine) {
        let served = line.leave()
        let time = now &- served.arrivedAt
        line.timePresent &+= countedTime(since: served.arrivedAt)
        if reportsLevels { observations.levels.change(line.step, by: -1, at: now) }
        if now >= warmup {
            observations.sojourn[0].add(time)
            observations.buckets.add(time, to: &observations.sojournTimes[0])
        }
        if line.waiting > 0 {
            serve(&line)
            resources[line.resource].queue.set(line.waiting, at: SimTime(ticks: now))
        } else {
            setUse(line)
        }
    }

    /// The first in the line is served.
    @inline(__always)
    private mutating func serve(_ line: inout OneLine) {
        let citizen = line.call()
        guard citizen.span != OneLine.Citizen.undefined else {
            failure = .undefinedNumber(at: stepName(Int32(line.step)), instant: SimTime(ticks: now))
            return
        }
        if now >= warmup {
            let row = Int(plan.steps[line.step].waitRow)
            let waited = now &- citizen.arrivedAt
            observations.waits[row].served.add(waited)
            observations.buckets.add(waited, to: &observations.waits[row].servedTimes)
        }
        line.begin(OneLine.Service(end: now &+ citizen.span, arrivedAt: citizen.arrivedAt))
    }

    @inline(__always)
    private mutating func setUse(_ line: OneLine) {
        resources[line.resource].use.set(line.services.count &* line.units, at: SimTime(ticks: now))
    }

    // MARK: Who comes

    /// Draws the arrivals of the next week in which somebody comes, and how long the service of each will take.
    ///
    /// All at once, because draws beside each other do not wait for one another, and the loop does not wait for them.
    @inline(never)
    private mutating func expectMore(_ line: inout OneLine) {
        line.forgetCalled()
        while !line.lookAhead(), !hasFailed, drawNextBlock(0) {
            let source = sources[0]
            let block = UInt32(truncatingIfNeeded: source.nextBlock &- 1)
            let duration = plan.steps[line.step].duration
            for row in source.next..<source.end {
                let arrival = pendingArrivals[row]
                let key = DrawKey(stream: source.stream, block: block, ordinal: UInt32(truncatingIfNeeded: arrival))
                line.expect(
                    OneLine.Citizen(
                        arrivedAt: source.weekStart &+ Int64(arrival >> 32), span: span(duration, key)))
            }
        }
    }

    /// A duration in calendar time, drawn for somebody on the first visit.
    @inline(__always)
    private mutating func span(_ duration: CompiledDuration, _ key: DrawKey) -> Int64 {
        if duration.fixed >= 0 { return duration.fixed }
        let draw = Int(duration.draw)
        var days = plan.draws[draw].value
        if plan.draws[draw].kind == .sampler {
            let row = Int(plan.draws[draw].index)
            days = plan.samplers[row].sampleAtOnce(plan.ziggurat) {
                DrawStream.firstWords(key, purpose: duration.purpose).0
            }
            if days.isNaN { days = daysFully(row, key, duration.purpose) }
        }
        guard days.isFinite else { return OneLine.Citizen.undefined }
        return days > 0 ? SimTime(days: days).ticks : 0
    }

    @inline(never)
    private mutating func daysFully(_ sampler: Int, _ key: DrawKey, _ purpose: UInt32) -> Double {
        var stream = DrawStream(key, purpose: purpose)
        return plan.samplers[sampler].sample(&stream, tables: plan.samplerTables)
    }

    // MARK: Where the rest of the program looks

    /// Says how many are here now.
    private mutating func takeStock(_ line: OneLine) {
        inSystem = line.inSystem
        observations.waiting[line.step] = Int32(truncatingIfNeeded: line.waiting)
        resources[line.resource].busy = Int32(truncatingIfNeeded: line.services.count &* line.units)
    }

    /// Writes down what was counted once for several tables, and who is still here, at the end of the run.
    private mutating func settle(_ line: OneLine) {
        let closed = observations.sojourn[0].count
        observations.allArrivals = line.arrivals
        observations.arrivals = line.countedArrivals
        observations.allClosed = line.arrivals &- line.inSystem
        observations.ways[line.wayIn] = line.countedArrivals
        observations.ways[line.wayOut] = closed
        observations.passed[line.step] = closed
        observations.passed[line.close] = closed
        observations.outcomes[Int(plan.closes[Int(plan.steps[line.close].row)].outcome)] = closed
        observations.presence[line.step] = line.timePresent
        observations.timeInSystem = line.timePresent
        for row in line.services.indices { addPresent(.serving, line.step, since: line.services[row].arrivedAt) }
        for row in line.line { addPresent(.queueing, line.step, since: line.citizens[row].arrivedAt) }
    }

    private mutating func addPresent(_ status: Token.Status, _ step: Int, since instant: Int64) {
        var token = Token()
        token.root = Int32(truncatingIfNeeded: tokens.count)
        token.family = 1
        token.status = status
        token.step = Int32(truncatingIfNeeded: step)
        (token.arrivedAt, token.enteredAt) = (instant, instant)
        tokens.append(token)
    }
}
