import Foundation

/// A source during a run.
struct SourceState {
    var stream: UInt64 = 0
    /// Arrivals of the block of time at hand, ascending: instant and ordinal within the block.
    var pending: [PendingArrival] = []
    var nextPending = 0
    /// The next block (day) to draw.
    var nextBlock = 0
    /// How many have arrived from a list or a renewal process.
    var ordinal = 0

    struct PendingArrival {
        var time: Int64
        var ordinal: UInt32
        var block: UInt32
    }
}

extension Simulation {
    // MARK: Arrivals

    mutating func prepareSource(_ index: Int) {
        var state = SourceState()
        state.stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: model.sourcePlans[index].name)
        sources.append(state)
        scheduleArrival(index)
    }

    private mutating func scheduleArrival(_ index: Int) {
        let source = model.sources[index]
        var time: Int64?
        switch source.kind {
        case .poisson:
            while sources[index].nextPending >= sources[index].pending.count {
                let from = Int64(sources[index].nextBlock) &* SimTime.day.ticks
                guard from < model.horizon else { return }
                drawBlock(index)
            }
            time = sources[index].pending[sources[index].nextPending].time
        case .renewal:
            let key = DrawKey(
                stream: sources[index].stream, block: UInt32.max,
                ordinal: UInt32(truncatingIfNeeded: sources[index].ordinal))
            let gap = sourceNumber(source.interval, key, source.intervalPurpose)
            guard !gap.isNaN else {
                failure = .undefinedNumber(at: model.sourcePlans[index].name, instant: SimTime(ticks: now))
                return
            }
            time = now &+ SimTime(days: max(0, gap)).ticks
            hops &+= 1
            if hops > 1_000_000 {
                failure = .zeroTimeLoop(step: model.sourcePlans[index].name, at: SimTime(ticks: now))
            }
        case .recorded, .waitingList, .cases:
            if sources[index].ordinal < model.sourcePlans[index].instants.count {
                time = max(0, model.sourcePlans[index].instants[sources[index].ordinal])
            }
        }
        guard let time, time < model.horizon else { return }
        events.schedule(.arrival, at: time, phase: .arrival, subject: Int32(index))
    }

    /// Draws the arrivals of one day.
    ///
    /// They are the points of a Poisson process over time and height that lie under the rate: point k of the day has
    /// the height h₁ + … + h_k with exponential steps of mean one over the day's length, and a uniform instant; it
    /// arrives when its height is below the rate at its instant. The count under a constant rate is Poisson (the
    /// inversion of its counting function), the instants are independent and uniform, and a rate that is higher
    /// anywhere keeps every point it had and only adds (P. A. W. Lewis and G. S. Shedler, *Simulation of
    /// nonhomogeneous Poisson processes by thinning*, 1979, with the heights kept).
    private mutating func drawBlock(_ index: Int) {
        let block = sources[index].nextBlock
        sources[index].nextBlock = block + 1
        sources[index].pending.removeAll(keepingCapacity: true)
        sources[index].nextPending = 0
        let constant = model.sources[index].constantRate
        let from = Int64(block) &* SimTime.day.ticks
        let maximum = constant >= 0 ? constant : model.sourcePlans[index].profile?.maximum(onDay: block) ?? 0
        guard maximum > 0 else { return }
        let stream = sources[index].stream
        let (low, high) = (UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32))
        let block32 = UInt32(truncatingIfNeeded: block)
        var height = 0.0
        var ordinal: UInt32 = 0
        while true {
            let words = Philox4x32.block(ordinal, block32, Simulation.arrivalPurpose, 0, key: low, high)
            height -= log(DrawStream.uniform(UInt64(words.0) | UInt64(words.1) << 32))
            if height >= maximum { break }
            let u = DrawStream.uniform(UInt64(words.2) | UInt64(words.3) << 32)
            let time = from &+ Int64(u * Double(SimTime.day.ticks))
            if constant >= 0 || height < (model.sourcePlans[index].profile?.rate(at: time) ?? 0) {
                sources[index].pending.append(
                    SourceState.PendingArrival(time: time, ordinal: ordinal, block: block32))
            }
            ordinal &+= 1
            if ordinal > 50_000_000 {
                failure = .unboundedGrowth(
                    step: model.sourcePlans[index].name, inSystem: inSystem, at: SimTime(ticks: now))
                return
            }
        }
        if sources[index].pending.count > 1 {
            sources[index].pending.sort { ($0.time, $0.ordinal) < ($1.time, $1.ordinal) }
        }
    }

    /// What arrivals are drawn for; no step or attribute can have this name.
    private static let arrivalPurpose = NameHash.hash32("arrival instant")

    /// A number that belongs to a source rather than to a citizen.
    private mutating func sourceNumber(_ draw: Int32, _ key: DrawKey, _ purpose: UInt32) -> Double {
        let t = newToken()
        tokens[t].root = Int32(t)
        (tokens[t].stream, tokens[t].block, tokens[t].ordinal) = (key.stream, key.block, key.ordinal)
        for row in t &* attributeCount..<(t &+ 1) &* attributeCount { attributes[row] = 0 }
        let value = sample(draw, t, purpose)
        freeTokens.append(Int32(t))
        return value
    }

    mutating func arrival(_ index: Int) {
        let source = model.sources[index]
        var block = UInt32.max
        var ordinal = UInt32(truncatingIfNeeded: sources[index].ordinal)
        let listed = sources[index].ordinal
        if source.kind == .poisson {
            let pending = sources[index].pending[sources[index].nextPending]
            (block, ordinal) = (pending.block, pending.ordinal)
            sources[index].nextPending += 1
        } else {
            sources[index].ordinal += 1
        }
        var count = 1
        if source.batch >= 0 {
            let key = DrawKey(stream: sources[index].stream, block: block, ordinal: ordinal)
            let size = sourceNumber(source.batch, key, source.batchPurpose)
            count = Int(min(max(0, size.isNaN ? 0 : size.rounded()), 4_095))
        }
        for member in 0..<count {
            // Members of a batch differ in the upper bits of the block, which days never reach.
            admit(index, source, block: block ^ UInt32(member) << 20, ordinal: ordinal, listed: listed)
            if failure != nil || pausedAt != nil { return }
        }
        scheduleArrival(index)
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
            waited = -model.sourcePlans[index].instants[listed]
            tokens[t].arrivedAt = now &- waited
        case .cases:
            tokens[t].isObserved = false
            tokens[t].caseRow = Int32(listed)
            name = model.sourcePlans[index].cases[listed].name
        default: break
        }
        if logs {
            tokens[t].isTraced =
                options.logsEverybody || options.traced.contains(name) || options.pausesAtChoiceOf == name
        }
        inSystem &+= 1
        drawAttributes(t, index, listed: listed)
        recordArrival(t)
        fire(t, model.steps.count &* 8)
        if logs, tokens[t].isTraced { note(t, .arrived) }
        waitedBefore = waited
        enter(t, target(t, source.entry))
    }

    @inline(__always)
    private mutating func drawAttributes(_ t: Int, _ index: Int, listed: Int) {
        let base = t &* attributeCount
        let first = Int(model.sources[index].firstDraw)
        for attribute in 0..<attributeCount {
            attributes[base &+ attribute] = attributeValue(
                model.sourceDraws[first &+ attribute], t, model.attributePurposes[attribute])
            if listed < model.sourcePlans[index].values.count {
                for setting in model.sourcePlans[index].values[listed] where Int(setting.attribute) == attribute {
                    attributes[base &+ attribute] = setting.value
                }
            }
        }
    }
}
