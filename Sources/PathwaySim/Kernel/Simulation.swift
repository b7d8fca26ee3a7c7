/// One replication: the state of a run and the loop that moves it.
///
/// The simulator interprets a compiled model. A citizen is a token that is at one step at a time; a step either lets it
/// pass at once or keeps it until an event. `Simulation` is a value: nothing is shared between replications but the
/// compiled model, which does not change.
///
/// Methods on the way of every event are `mutating` even where they change nothing: a method that does not mutate may be
/// handed a copy of the whole state, two kilobytes of it.
///
/// The file holds the state and the loop; what each kind of step does is in the extensions, one file a concern.
struct Simulation {
    let compiled: SharedModel
    let plan: Plan
    let options: RunOptions
    let horizon: Int64
    let warmup: Int64

    var now: Int64 = 0
    var events = FutureEventList()
    /// Tokens to move on at this instant before the next event, in this order.
    var ready = Table<ReadyToken>()
    /// How many at the front of `ready` have moved on (it is emptied with the last).
    var readyTaken = 0
    var failure: SimulationError? {
        didSet { hasFailed = failure != nil }
    }
    private(set) var hasFailed = false
    /// Steps passed since the clock last moved.
    var hops = 0
    /// More citizens of the same batch are about to enter.
    var isAdmitting = false
    /// How long the token that is about to enter its first step has already waited there (initial waiting lists).
    var waitedBefore: Int64 = 0
    /// What the branch of a drawn choice that was taken last counts.
    var chosenUnit = CompiledDuration.Unit.calendar
    /// The case that came to a choice without a decision, when the options ask for a pause there.
    var pausedAt: (token: Int, step: Int32)? {
        didSet { isPaused = pausedAt != nil }
    }
    /// The case that the run ends with has left.
    var hasEnded = false {
        didSet { isPaused = isPaused || hasEnded }
    }
    /// The run stops here, before its end: paused, or the case it ends with has left.
    private var isPaused = false

    var tokens = Table<Token>()
    var freeTokens = Table<Int32>()
    var inSystem = 0
    /// Rows of each root: attributes, marks, visit counters, memories, deadlines under way.
    var attributes = Table<Double>()
    var marks = Table<Int64>()
    var visits = Table<UInt32>()
    var memory = Table<Double>()
    var dues = Table<Int64>()
    /// The attribute that is drawn for a citizen on arrival, -1 when none is.
    var drawnAttribute = -1
    let attributeCount: Int
    let markCount: Int
    let visitCount: Int
    let memoryCount: Int
    let deadlineCount: Int
    /// Whether citizens carry anything of these.
    let hasRows: Bool
    let groupingCount: Int

    var queues: WaitQueues
    /// Who waits, by resource, in a network of plain queues.
    var plainLines: Table<PlainLine>
    /// The run takes the short ways through such a network.
    private let isPlain: Bool
    /// The network is one line, and the run takes its way through it (`runOneLine`).
    let isOneLine: Bool
    var resources = Table<ResourceState>()
    /// Resources where something changed at this instant.
    var dirty = Table<Int32>()
    /// Spells of absence of each unit of each resource's staff.
    var unitSpells: [[[Closure]]] = []
    var holdings = Table<Holding>()
    var freeHolding: Int32 = -1
    var slots: [SlotTable] = []
    /// When the list of each resource that grants slots by priority is looked at next; `Int64.max` when not planned.
    var slotOffers: [Int64] = []
    var ledgers: [Ledger] = []
    var courses = Table<CourseState>()
    var groups = Table<Group>()
    var freeGroups = Table<Int32>()
    /// Sessions to come for which staff are booked, ascending, by group.
    var bookedSessions: [[Int64]] = []
    var sources = Table<SourceState>()
    /// The drawn arrivals of every source's week, each with room of its own: milliseconds into the week times 2³², plus
    /// the ordinal within the week.
    var pendingArrivals = Table<UInt64>()
    /// Working memory for drawing a week.
    var drawnArrivals = Table<UInt64>()
    var drawnHeights = Table<Double>()
    var arrivalRanks = Table<UInt32>()
    var stack: Table<Double>

    var observations: Observations
    var entries: [LogEntry] = []
    let logs: Bool
    let reportsLevels: Bool

    struct ReadyToken {
        var token: Int32
        var step: Int32
        var generation: UInt32
        /// Of an arm: counted when it is taken, since another arm may call it off before; -1 for others.
        var way: Int32 = -1
    }

    /// What has happened to a citizen never before.
    static let never = Int64.min
    /// Visits of one citizen to one step that no pathway has: a citizen going round each minute for a lifetime.
    static let mostVisits: UInt32 = 50_000_000

    init(_ model: CompiledModel, _ options: RunOptions) {
        self.compiled = SharedModel(model)
        self.plan = Plan(model)
        self.horizon = model.horizon
        self.warmup = model.warmup
        self.options = options
        self.attributeCount = model.attributeInitials.count
        self.markCount = model.markCount
        self.visitCount = model.visitCount
        self.memoryCount = model.memoryCount
        self.deadlineCount = model.deadlines.count
        self.groupingCount = model.groupings.count
        self.hasRows = attributeCount + markCount + visitCount + memoryCount + deadlineCount > 0
        self.queues = WaitQueues(count: model.resources.count + model.courses.count)
        self.plainLines = Table(repeating: PlainLine(), count: model.resources.count)
        self.stack = Table(repeating: 0, count: model.formulaStackDepth + 1)
        self.observations = Observations(model)
        if !options.figures.isEmpty { observations.periods = PeriodCounts(options.figures, model) }
        self.reportsLevels = model.model.reportedLevels > 0
        self.logs =
            options.logsEverybody || !options.traced.isEmpty || !options.tracedSources.isEmpty
            || options.pausesAtChoiceOf != nil
        self.isPlain =
            model.isPlainNetwork && !logs && !options.verifies && options.figures.isEmpty
            && options.endsWithCase == nil
        self.isOneLine = isPlain && model.isOneLine
    }

    // MARK: The loop

    /// Runs until the horizon, until nothing is left to happen, or until the run must be stopped.
    mutating func run() throws(SimulationError) {
        if isOneLine { try runOneLine() } else { try runEvents() }
    }

    private mutating func runEvents() throws(SimulationError) {
        prepare()
        var untilCheck = 4096
        while !hasFailed, !isPaused {
            if !ready.isEmpty {
                let next = takeReady()
                if tokens[Int(next.token)].generation == next.generation {
                    if next.way >= 0 { recordWay(Int(next.token), next.way) }
                    enter(Int(next.token), next.step)
                }
                continue
            }
            if !dirty.isEmpty, servicesMayStart {
                if isPlain { plainGrant() } else { grantWaiting() }
                continue
            }
            guard !events.isEmpty else { break }
            let event = events.takeFirst()
            if event.time >= horizon { break }
            if event.time > now {
                now = event.time
                hops = 0
            }
            untilCheck &-= 1
            if untilCheck == 0 {
                untilCheck = 4096
                if options.isCancelled() { throw .cancelled }
            }
            handle(event)
        }
        if let failure { throw failure }
        if !isPaused {
            try checkDeadlock()
            now = horizon
            finish()
        }
    }

    /// The token that became ready first; there must be one.
    @inline(__always)
    private mutating func takeReady() -> ReadyToken {
        let next = ready[readyTaken]
        readyTaken &+= 1
        if readyTaken == ready.count {
            ready.removeAll()
            readyTaken = 0
        }
        return next
    }

    @inline(__always)
    private mutating func handle(_ event: Event) {
        let subject = Int(event.subject)
        if isPlain {
            plainEvent(event)
        } else if event.code == EventKind.token.rawValue {
            if tokens[subject].generation == event.generation { tokenTimer(subject) }
        } else if event.code == EventKind.arrival.rawValue {
            arrival(subject)
        } else {
            handleOther(event)
        }
    }

    @inline(never)
    private mutating func plainEvent(_ event: Event) {
        if event.code == EventKind.token.rawValue {
            plainTimer(Int(event.subject))
        } else if event.code == EventKind.arrival.rawValue {
            plainArrival(Int(event.subject))
        } else {
            handleOther(event)
        }
    }

    @inline(never)
    private mutating func handleOther(_ event: Event) {
        let subject = Int(event.subject)
        switch event.kind {
        case .token, .arrival: break
        case .capacity: capacityBreak(subject)
        case .courseDate: courseDate(subject, Int(event.generation))
        case .gatherTimer: gatherTimer(subject, event.generation)
        case .groupSession: groupSession(subject, event.generation)
        case .groupEnd: groupEnd(subject, event.generation)
        case .rollingSession: rollingSession(subject)
        case .turnaround: giveBack(subject, Int32(event.generation))
        case .slotOffer: offerSlots(subject)
        case .sample: subject < 0 ? endWarmup() : sample()
        }
    }

    /// The token's own timer: what it means depends on what the token is doing.
    @inline(__always)
    private mutating func tokenTimer(_ t: Int) {
        switch tokens[t].status {
        case .delaying: leaveStep(t)
        case .serving: endService(t)
        case .queueing: renege(t)
        case .booked: appointmentTimer(t)
        case .rebooking: rebook(t)
        case .attending: endAppointment(t)
        case .gathering, .formed: renegeFromCourse(t)
        case .finishing: finishRolling(t)
        case .messaging: messageTimer(t)
        case .waiting: endWait(t)
        case .away: comeBack(t)
        default: break
        }
    }

    private mutating func prepare() {
        if warmup > 0 {
            events.schedule(.sample, at: warmup, phase: .release, subject: -1)
        }
        prepareTables()
        for index in compiled.model.sources.indices { prepareSource(index) }
        if compiled.model.model.sampleEvery.ticks < horizon {
            events.schedule(.sample, at: compiled.model.model.sampleEvery.ticks, phase: .sample, subject: 0)
        }
    }

    /// Resources and courses as they are at the start.
    mutating func prepareTables() {
        for index in compiled.model.resources.indices { prepareResource(index) }
        for index in compiled.model.courses.indices { prepareCourse(index) }
    }

    // MARK: Moving on

    /// Moves a token into a step and on from there until a step keeps it.
    mutating func enter(_ t: Int, _ first: Int32) {
        var step = first
        while step >= 0, !hasFailed {
            guard hops(to: step) else { return }
            let s = Int(step)
            tokens[t].step = step
            tokens[t].enteredAt = now &- waitedBefore
            if plan.steps[s].isWatched {
                tokens[t].visit = countVisit(t, s)
                emit(t, s, .enter)
            } else {
                tokens[t].visit = 0
            }
            waitedBefore = 0
            if logs, tokens[t].isTraced { note(t, .entered) }
            switch plan.steps[s].code {
            case .delay: step = enterDelay(t, s)
            case .service: step = enterService(t, s)
            case .seize: step = enterService(t, s)
            case .release: step = enterRelease(t, s)
            case .appointment: step = enterAppointment(t, s)
            case .course: step = enterCourse(t, s)
            case .branchRules: step = passBranchRules(t, s)
            case .branchProbabilities: step = passBranchProbabilities(t, s)
            case .choice: step = passChoice(t, s)
            case .assign: step = passAssign(t, s)
            case .message: step = enterMessage(t, s)
            case .split: step = enterSplit(t, s)
            case .join: step = enterJoin(t, s)
            case .waitFor: step = enterWait(t, s)
            case .close:
                enterClose(t, s)
                step = -1
            }
        }
    }

    /// Counts a step passed; false, and the run has failed, when so many were passed that time no longer moves.
    @inline(__always)
    mutating func hops(to step: Int32) -> Bool {
        hops &+= 1
        guard hops > 1_000_000, hops > 1_000 &* (inSystem &+ 1) else { return true }
        failure = .zeroTimeLoop(step: stepName(step), at: SimTime(ticks: now))
        return false
    }

    /// The step is done: says so and returns the next one.
    @inline(__always)
    mutating func pass(_ t: Int, _ s: Int) -> Int32 {
        pass(t, s, by: plan.steps[s].next)
    }

    @inline(__always)
    mutating func pass(_ t: Int, _ s: Int, by route: Int32) -> Int32 {
        emit(t, s, .end)
        if now >= warmup, tokens[t].isObserved { observations.passed[s] &+= 1 }
        return target(t, route)
    }

    /// Leaves a step that kept the token, by its ordinary way on.
    @inline(__always)
    mutating func leaveStep(_ t: Int) {
        let s = Int(tokens[t].step)
        goes(t, from: s)
        if logs, tokens[t].isTraced { note(t, .ended) }
        enter(t, pass(t, s))
    }

    /// Leaves a step unserved, by another way.
    mutating func divert(_ t: Int, _ s: Int, by route: Int32) -> Int32 {
        emit(t, s, .leave)
        return target(t, route)
    }

    /// The step a route leads to for this token.
    @inline(__always)
    mutating func target(_ t: Int, _ route: Int32) -> Int32 {
        let single = plan.routes[Int(route)].single
        guard single >= 0 else { return drawTarget(t, plan.routes[Int(route)]) }
        recordWay(t, plan.routes[Int(route)].way)
        return single
    }

    @inline(never)
    private mutating func drawTarget(_ t: Int, _ route: CompiledRoute) -> Int32 {
        let u = firstUniform(t, route.purpose)
        var row = Int(route.start)
        let last = Int(route.start + route.count) - 1
        while row < last, u >= plan.routeTargets[row].cumulative { row &+= 1 }
        recordWay(t, route.way &+ Int32(row) &- route.start)
        return plan.routeTargets[row].step
    }

    @inline(__always)
    mutating func countVisit(_ t: Int, _ s: Int) -> UInt32 {
        let slot = plan.steps[s].visitSlot
        guard slot >= 0 else { return 0 }
        let row = Int(tokens[t].root) &* visitCount &+ Int(slot)
        let visit = visits[row]
        visits[row] = visit &+ 1
        if visit >= Simulation.mostVisits {
            failure = failure ?? .endlessRound(step: stepName(Int32(s)), visits: Int(visit), at: SimTime(ticks: now))
        }
        return visit
    }

    /// One more citizen at a step that takes time.
    @inline(__always)
    mutating func comes(to s: Int) {
        if reportsLevels { changeLevel(s, 1) }
    }

    /// One fewer: the time it has been there since it entered is counted.
    @inline(__always)
    mutating func goes(_ t: Int, from s: Int) {
        observations.presence[s] &+= countedTime(since: tokens[t].enteredAt)
        if reportsLevels { changeLevel(s, -1) }
    }

    /// The ticks from an instant until now that lie after the warm-up.
    @inline(__always)
    func countedTime(since instant: Int64) -> Int128 {
        let from = max(instant, warmup)
        return now > from ? Int128(now &- from) : 0
    }

    @inline(never)
    private mutating func changeLevel(_ s: Int, _ change: Int) {
        observations.levels.change(s, by: change, at: now)
    }
}

/// The model behind a reference, so that a lookup in one of its tables copies nothing on the way.
final class SharedModel: Sendable {
    let model: CompiledModel

    init(_ model: CompiledModel) { self.model = model }
}
