import Foundation

/// A source during a run.
struct SourceState {
    var stream: UInt64 = 0
    /// Arrivals of the week at hand, ascending: milliseconds into the week times 2³², plus the ordinal within the week.
    var pending: [UInt64] = []
    var nextPending = 0
    /// The next week to draw.
    var nextBlock = 0
    /// How many have arrived from a list or a renewal process.
    var ordinal = 0
    /// Arrivals of a renewal process at this very instant so far.
    var burst = 0

    static let blockTicks = 7 * SimTime.day.ticks

    /// Instant of the next pending arrival.
    var nextTime: Int64 { Int64(nextBlock - 1) * SourceState.blockTicks + Int64(pending[nextPending] >> 32) }
}

extension Simulation {
    // MARK: Arrivals

    mutating func prepareSource(_ index: Int) {
        var state = SourceState()
        state.stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: compiled.model.sourcePlans[index].name)
        sources.append(state)
        scheduleArrival(index)
    }

    private mutating func scheduleArrival(_ index: Int) {
        let source = compiled.model.sources[index]
        var time: Int64?
        switch source.kind {
        case .poisson:
            while sources[index].nextPending >= sources[index].pending.count {
                let from = Int64(sources[index].nextBlock) &* SourceState.blockTicks
                guard from < compiled.model.horizon else { return }
                drawBlock(index)
            }
            time = sources[index].nextTime
        case .renewal:
            let key = DrawKey(
                stream: sources[index].stream, block: UInt32.max,
                ordinal: UInt32(truncatingIfNeeded: sources[index].ordinal))
            let gap = keyedNumber(source.interval, key, source.intervalPurpose)
            guard !gap.isNaN else {
                failure = .undefinedNumber(at: compiled.model.sourcePlans[index].name, instant: SimTime(ticks: now))
                return
            }
            time = now &+ SimTime(days: max(0, gap)).ticks
            sources[index].burst = time == now ? sources[index].burst + 1 : 0
            if sources[index].burst > 100_000 {
                failure = .zeroTimeLoop(step: compiled.model.sourcePlans[index].name, at: SimTime(ticks: now))
            }
        case .recorded, .waitingList, .cases:
            if sources[index].ordinal < compiled.model.sourcePlans[index].instants.count {
                time = max(0, compiled.model.sourcePlans[index].instants[sources[index].ordinal])
            }
        }
        guard let time, time < compiled.model.horizon else { return }
        events.schedule(.arrival, at: time, phase: .arrival, subject: Int32(index))
    }

    /// Draws the arrivals of one week.
    ///
    /// They are the points of a Poisson process over time and height that lie under the rate: point k of the week has
    /// the height h₁ + … + h_k with exponential steps of mean one over the week's length, and a uniform instant; it
    /// arrives when its height is below the rate at its instant. The count under a constant rate is Poisson (the
    /// inversion of its counting function), the instants are independent and uniform, and a rate that is higher
    /// anywhere keeps every point it had and only adds (P. A. W. Lewis and G. S. Shedler, *Simulation of
    /// nonhomogeneous Poisson processes by thinning*, 1979, with the heights kept; docs/decisions/0004).
    private mutating func drawBlock(_ index: Int) {
        let block = sources[index].nextBlock
        sources[index].nextBlock = block + 1
        sources[index].nextPending = 0
        let constant = compiled.model.sources[index].constantRate
        let from = Int64(block) &* SourceState.blockTicks
        var maximum = constant
        if constant < 0, let profile = compiled.model.sourcePlans[index].profile {
            maximum = (block * 7..<block * 7 + 7).reduce(0) { max($0, profile.maximum(onDay: $1)) }
        }
        // Heights are counted in arrivals a week, so that their steps have mean 1.
        let top = maximum * 7
        var pending = sources[index].pending
        sources[index].pending = []
        pending.removeAll(keepingCapacity: true)
        var height = 0.0
        var ordinal: UInt32 = 0
        while top > 0 {
            var stream = DrawStream(
                DrawKey(stream: sources[index].stream, block: UInt32(truncatingIfNeeded: block), ordinal: ordinal),
                purpose: Simulation.arrivalPurpose)
            let into = Int64(stream.uniform() * Double(SourceState.blockTicks))
            height += Ziggurat.exponential(&stream, compiled.model.tables)
            if height >= top { break }
            if constant >= 0
                || height < 7 * (compiled.model.sourcePlans[index].profile?.rate(at: from &+ into) ?? 0)
            {
                pending.append(UInt64(into) << 32 | UInt64(ordinal))
            }
            ordinal &+= 1
            if ordinal > 100_000_000 {
                failure = .unboundedGrowth(
                    step: compiled.model.sourcePlans[index].name, inSystem: inSystem, at: SimTime(ticks: now))
                break
            }
        }
        if pending.count > 1 { pending.sort() }
        sources[index].pending = pending
    }

    /// What arrivals are drawn for; no step or attribute can have this name.
    private static let arrivalPurpose = NameHash.hash32("arrival instant")

    /// A number that belongs to a source or a member of staff rather than to a citizen.
    mutating func keyedNumber(_ draw: Int32, _ key: DrawKey, _ purpose: UInt32) -> Double {
        let t = newToken()
        tokens[t].root = Int32(t)
        (tokens[t].stream, tokens[t].block, tokens[t].ordinal) = (key.stream, key.block, key.ordinal)
        let value = sample(draw, t, purpose)
        freeTokens.append(Int32(t))
        return value
    }

    mutating func arrival(_ index: Int) {
        let source = compiled.model.sources[index]
        var block = UInt32.max
        var ordinal = UInt32(truncatingIfNeeded: sources[index].ordinal)
        let listed = sources[index].ordinal
        if source.kind == .poisson {
            ordinal = UInt32(truncatingIfNeeded: sources[index].pending[sources[index].nextPending])
            block = UInt32(truncatingIfNeeded: sources[index].nextBlock - 1)
            sources[index].nextPending += 1
        } else {
            sources[index].ordinal += 1
        }
        var count = 1
        if source.batch >= 0 {
            let key = DrawKey(stream: sources[index].stream, block: block, ordinal: ordinal)
            let size = keyedNumber(source.batch, key, source.batchPurpose)
            count = Int(min(max(0, size.isNaN ? 0 : size.rounded()), 4_095))
        }
        // Known before anyone enters, so that nobody is served ahead of those who come at the same instant.
        scheduleArrival(index)
        for member in 0..<count {
            isAdmitting = member + 1 < count
            // Members of a batch differ in the upper bits of the block, which weeks never reach.
            admit(index, source, block: block ^ UInt32(member) << 20, ordinal: ordinal, listed: listed)
            if failure != nil || pausedAt != nil { return }
        }
    }

    /// A citizen comes in: attributes are drawn, the first step is entered.
    private mutating func admit(
        _ index: Int, _ source: CompiledSource, block: UInt32, ordinal: UInt32, listed: Int
    ) {
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].family = 1
        tokens[t].stream = sources[index].stream
        tokens[t].block = block
        tokens[t].ordinal = ordinal
        tokens[t].status = .moving
        tokens[t].arrivedAt = now
        var waited: Int64 = 0
        var name = ""
        switch source.kind {
        case .waitingList:
            waited = -compiled.model.sourcePlans[index].instants[listed]
            tokens[t].arrivedAt = now &- waited
        case .cases:
            tokens[t].isObserved = false
            tokens[t].caseRow = Int32(listed)
            name = compiled.model.sourcePlans[index].cases[listed].name
        default: break
        }
        if logs {
            tokens[t].isTraced =
                options.logsEverybody || options.traced.contains(name) || options.pausesAtChoiceOf == name
        }
        inSystem &+= 1
        waitedBefore = waited
        drawAttributes(t, index, listed: listed)
        recordArrival(t)
        if compiled.model.listensToArrival { fire(t, compiled.model.steps.count &* 8) }
        if logs, tokens[t].isTraced { note(t, .arrived) }
        enter(t, target(t, source.entry))
    }

    @inline(__always)
    private mutating func drawAttributes(_ t: Int, _ index: Int, listed: Int) {
        let base = t &* attributeCount
        let first = Int(compiled.model.sources[index].firstDraw)
        for attribute in 0..<attributeCount {
            attributes[base &+ attribute] = attributeValue(
                compiled.model.sourceDraws[first &+ attribute], t, compiled.model.attributePurposes[attribute])
            if listed < compiled.model.sourcePlans[index].values.count {
                for setting in compiled.model.sourcePlans[index].values[listed]
                where Int(setting.attribute) == attribute {
                    attributes[base &+ attribute] = setting.value
                }
            }
        }
    }
}
