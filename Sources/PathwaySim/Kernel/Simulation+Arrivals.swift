/// A source during a run.
struct SourceState: BitwiseCopyable {
    var stream: UInt64 = 0
    /// The drawn week's arrivals: which of the run's `pendingArrivals` come next and where they end, and the room they
    /// have there.
    var next = 0
    var end = 0
    var roomStart = 0
    var room = 0
    /// When the drawn week begins.
    var weekStart: Int64 = 0
    /// The next week to draw.
    var nextBlock = 0
    /// How many have arrived from a list or a renewal process.
    var ordinal = 0
    /// Arrivals of a renewal process at this very instant so far.
    var burst = 0

    static let blockTicks = 7 * SimTime.day.ticks
}

extension Simulation {
    // MARK: Arrivals

    mutating func prepareSource(_ index: Int) {
        addSource(index)
        scheduleArrival(index)
    }

    /// A source as it is at the start.
    mutating func addSource(_ index: Int) {
        var state = SourceState()
        state.stream = DrawStream.stream(
            seed: options.seed, replication: options.replication, name: compiled.model.sourcePlans[index].name)
        sources.append(state)
    }

    @inline(__always)
    mutating func scheduleArrival(_ index: Int) {
        guard plan.sources[index].kind == .poisson else {
            scheduleOther(index)
            return
        }
        while sources[index].next >= sources[index].end {
            guard drawNextBlock(index) else { return }
        }
        let time = sources[index].weekStart &+ Int64(pendingArrivals[sources[index].next] >> 32)
        guard time < horizon else { return }
        events.schedule(.arrival, at: time, phase: .arrival, subject: Int32(index))
    }

    @inline(never)
    private mutating func scheduleOther(_ index: Int) {
        let source = plan.sources[index]
        var time: Int64?
        switch source.kind {
        case .poisson: break
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
        guard let time, time < horizon else { return }
        events.schedule(.arrival, at: time, phase: .arrival, subject: Int32(index))
    }

    /// Draws the arrivals of a Poisson source's next week; false when it begins after the end of the run.
    @inline(__always)
    mutating func drawNextBlock(_ index: Int) -> Bool {
        guard Int64(sources[index].nextBlock) &* SourceState.blockTicks < horizon else { return false }
        drawBlock(index)
        return true
    }

    /// Draws the arrivals of one week.
    ///
    /// They are the points of a Poisson process over time and height that lie under the rate: point k of the week has
    /// the height h₁ + … + h_k with exponential steps of mean one over the week's length, and a uniform instant; it
    /// arrives when its height is below the rate at its instant. The count under a constant rate is Poisson (the
    /// inversion of its counting function), the instants are independent and uniform, and a rate that is higher
    /// anywhere keeps every point it had and only adds (P. A. W. Lewis and G. S. Shedler, *Simulation of
    /// nonhomogeneous Poisson processes by thinning*, 1979, with the heights kept; docs/decisions/0004).
    @inline(never)
    private mutating func drawBlock(_ index: Int) {
        let block = sources[index].nextBlock
        sources[index].nextBlock = block + 1
        let constant = plan.sources[index].constantRate
        let from = Int64(block) &* SourceState.blockTicks
        sources[index].weekStart = from
        var maximum = constant
        // Taken out of the model once a week and not at every point: threads that share it wait for each other.
        let profile = constant < 0 ? compiled.model.sourcePlans[index].profile : nil
        if let profile {
            maximum = (block * 7..<block * 7 + 7).reduce(0) { max($0, profile.maximum(onDay: $1)) }
        }
        // Heights are counted in arrivals a week, so that their steps have mean 1.
        let top = maximum * 7
        let key = sources[index].stream
        var height = 0.0
        var ordinal: UInt32 = 0
        drawnArrivals.removeAll()
        drawnHeights.removeAll()
        while top > 0 {
            let point = DrawKey(stream: key, block: UInt32(truncatingIfNeeded: block), ordinal: ordinal)
            let words = DrawStream.firstWords(point, purpose: plan.arrivalPurpose)
            // An instant of the week in whole ticks; the number is below 2³⁰.
            let into = Int64(DrawStream.uniform(words.0) * Double(SourceState.blockTicks))
            let rise = Ziggurat.exponential(word: words.1, plan.ziggurat)
            height += rise.isNaN ? riseFully(point) : rise
            if height >= top { break }
            drawnArrivals.append(UInt64(into) << 32 | UInt64(ordinal))
            if constant < 0 { drawnHeights.append(height) }
            ordinal &+= 1
            if ordinal > 100_000_000 {
                failure = .unboundedGrowth(
                    step: compiled.model.sourcePlans[index].name, inSystem: inSystem, at: SimTime(ticks: now))
                break
            }
        }
        if let profile { keepPoints(under: profile, from: from) }
        store(drawnArrivalsOf: index)
    }

    /// Of a week's points those that lie under the rate at their instants.
    private mutating func keepPoints(under profile: CompiledRate, from: Int64) {
        var kept = 0
        for row in drawnArrivals.indices
        where drawnHeights[row] < 7 * profile.rate(at: from &+ Int64(drawnArrivals[row] >> 32)) {
            drawnArrivals[kept] = drawnArrivals[row]
            kept &+= 1
        }
        drawnArrivals.keepFirst(kept)
    }

    /// How much higher a point lies than the one before, when the first words of its luck do not decide it.
    @inline(never)
    private mutating func riseFully(_ point: DrawKey) -> Double {
        var stream = DrawStream(point, purpose: plan.arrivalPurpose)
        _ = stream.next64()
        return Ziggurat.exponential(&stream, plan.samplerTables)
    }

    /// Puts the drawn arrivals, in order of time, where the source keeps them.
    private mutating func store(drawnArrivalsOf index: Int) {
        let count = drawnArrivals.count
        if count > sources[index].room {
            sources[index].roomStart = pendingArrivals.count
            sources[index].room = 2 * count
            pendingArrivals.append(repeating: 0, count: 2 * count)
        }
        let start = sources[index].roomStart
        (sources[index].next, sources[index].end) = (start, start &+ count)
        // Instants are uniform, so by rank each lands near its place; what is left is a few neighbours to exchange.
        if count > 16 {
            arrivalRanks.removeAll()
            arrivalRanks.append(repeating: 0, count: count &+ 1)
            let scale = UInt64(count)
            for row in 0..<count {
                arrivalRanks[Int((drawnArrivals[row] >> 32) &* scale / UInt64(SourceState.blockTicks)) &+ 1] &+= 1
            }
            for row in 0..<count { arrivalRanks[row &+ 1] &+= arrivalRanks[row] }
            for row in 0..<count {
                let bucket = Int((drawnArrivals[row] >> 32) &* scale / UInt64(SourceState.blockTicks))
                pendingArrivals[start &+ Int(arrivalRanks[bucket])] = drawnArrivals[row]
                arrivalRanks[bucket] &+= 1
            }
        } else {
            for row in 0..<count { pendingArrivals[start &+ row] = drawnArrivals[row] }
        }
        pendingArrivals.insertionSort(start..<start &+ count)
    }

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
        var block = UInt32.max
        var ordinal = UInt32(truncatingIfNeeded: sources[index].ordinal)
        let listed = sources[index].ordinal
        if plan.sources[index].kind == .poisson {
            ordinal = UInt32(truncatingIfNeeded: pendingArrivals[sources[index].next])
            block = UInt32(truncatingIfNeeded: sources[index].nextBlock - 1)
            sources[index].next &+= 1
        } else {
            sources[index].ordinal += 1
        }
        guard plan.sources[index].batch < 0 else {
            batch(index, block: block, ordinal: ordinal, listed: listed)
            return
        }
        // Known before anyone enters, so that nobody is served ahead of those who come at the same instant.
        scheduleArrival(index)
        admit(index, block: block, ordinal: ordinal, listed: listed)
    }

    /// Several citizens who come together, by a drawn number.
    @inline(never)
    private mutating func batch(_ index: Int, block: UInt32, ordinal: UInt32, listed: Int) {
        let key = DrawKey(stream: sources[index].stream, block: block, ordinal: ordinal)
        let size = keyedNumber(plan.sources[index].batch, key, plan.sources[index].batchPurpose)
        guard !(size >= 4_096) else {
            failure = .batchTooLarge(
                source: compiled.model.sourcePlans[index].name, size: size, at: SimTime(ticks: now))
            return
        }
        let count = Int(max(0, size.isNaN ? 0 : size.rounded()))
        scheduleArrival(index)
        for member in 0..<count {
            isAdmitting = member + 1 < count
            // Members of a batch differ in the upper bits of the block, which weeks never reach.
            admitMember(index, block: block ^ UInt32(member) << 20, ordinal: ordinal, listed: listed)
            if failure != nil || pausedAt != nil { return }
        }
    }

    @inline(never)
    private mutating func admitMember(_ index: Int, block: UInt32, ordinal: UInt32, listed: Int) {
        admit(index, block: block, ordinal: ordinal, listed: listed)
    }

    /// A citizen comes in: attributes are drawn, the first step is entered.
    @inline(__always)
    private mutating func admit(_ index: Int, block: UInt32, ordinal: UInt32, listed: Int) {
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].family = 1
        tokens[t].stream = sources[index].stream
        tokens[t].block = block
        tokens[t].ordinal = ordinal
        tokens[t].status = .moving
        tokens[t].arrivedAt = now
        let waited = plan.sources[index].kind == .poisson && !logs ? 0 : identify(t, index, listed: listed)
        waitedBefore = waited
        inSystem &+= 1
        if attributeCount > 0 { drawAttributes(t, index, listed: listed) }
        recordArrival(t, from: index)
        if compiled.model.listensToArrival { fire(t, compiled.model.steps.count &* 8) }
        if logs, tokens[t].isTraced { note(t, .arrived) }
        enter(t, target(t, plan.sources[index].entry))
    }

    /// Notes who a listed citizen is; returns how long it has waited already.
    @inline(never)
    private mutating func identify(_ t: Int, _ index: Int, listed: Int) -> Int64 {
        var waited: Int64 = 0
        var name = ""
        switch plan.sources[index].kind {
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
                options.logsEverybody || options.tracedSources.contains(compiled.model.sourcePlans[index].name)
                || options.traced.contains(name) || options.pausesAtChoiceOf == name
        }
        return waited
    }

    @inline(__always)
    private mutating func drawAttributes(_ t: Int, _ index: Int, listed: Int) {
        let base = t &* attributeCount
        let first = Int(plan.sources[index].firstDraw)
        let isListed = listed < plan.sources[index].listedCount
        for attribute in 0..<attributeCount {
            drawnAttribute = attribute
            attributes[base &+ attribute] = attributeValue(
                Int(plan.sourceDraws[first &+ attribute]), t, plan.attributePurposes[attribute])
            if isListed { setListed(t, index, listed: listed, attribute: attribute) }
        }
        drawnAttribute = -1
    }

    /// What the list says of the citizen takes the place of what was drawn.
    @inline(never)
    private mutating func setListed(_ t: Int, _ index: Int, listed: Int, attribute: Int) {
        for setting in compiled.model.sourcePlans[index].values[listed] where Int(setting.attribute) == attribute {
            attributes[t &* attributeCount &+ attribute] = setting.value
        }
    }
}
