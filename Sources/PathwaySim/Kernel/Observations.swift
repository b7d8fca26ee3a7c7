/// What is counted about waiting at one step (for one group of citizens).
struct WaitObservations: BitwiseCopyable {
    var served = Tally()
    var servedTimes = RunHistogram()
    var left = Tally()
    var leftTimes = RunHistogram()
    var gather = Tally()
    var balked = 0
    var reneged = 0
    var noShows = 0
    /// Left because re-bookings were used up.
    var lost = 0
    var cancelled = 0
    var droppedOut = 0
    var sessionsAttended = 0
    var sessionsMissed = 0

    /// Adds what was counted of others.
    mutating func merge(_ other: WaitObservations, _ buckets: inout HistogramStore) {
        served.merge(other.served)
        buckets.merge(other.servedTimes, into: &servedTimes)
        left.merge(other.left)
        buckets.merge(other.leftTimes, into: &leftTimes)
        gather.merge(other.gather)
        balked += other.balked
        reneged += other.reneged
        noShows += other.noShows
        lost += other.lost
        cancelled += other.cancelled
        droppedOut += other.droppedOut
        sessionsAttended += other.sessionsAttended
        sessionsMissed += other.sessionsMissed
    }
}

/// Kept, broken and open promises.
struct DeadlineCounts: BitwiseCopyable {
    var kept = 0
    var broken = 0
    var open = 0

    mutating func count(_ result: DeadlineResult) {
        switch result {
        case .kept: kept += 1
        case .broken: broken += 1
        case .open: open += 1
        }
    }

    mutating func merge(_ other: DeadlineCounts) {
        kept += other.kept
        broken += other.broken
        open += other.open
    }
}

enum DeadlineResult { case kept, broken, open }

/// Everything a replication observes, in tables by index; merged into results when it is over.
struct Observations {
    /// 1 + groups by attribute: rows by group have a place for everyone, then one for each group.
    ///
    /// While the run lasts an observation is kept for each group it belongs to; everyone's place is filled at the end
    /// from the groups of the first attribute, of which each citizen belongs to exactly one (`sumGroups`). Without
    /// groups it is everyone's place that is kept.
    let groupCount: Int
    /// Places that together hold everyone once; empty without groups.
    let partition: Range<Int>

    /// Citizen-ticks spent at each step, added when they leave it: the area under the number present (Little's law on
    /// the sample path).
    var presence: Table<Int128>
    /// How many are present, and for how long; kept only when shares of time with exactly N present are reported.
    var levels: LevelTimes
    var waiting: Table<Int32>
    var passed: Table<Int>
    /// Citizens by way of the model.
    var ways: Table<Int>
    var waits: Table<WaitObservations>
    /// Buckets of every histogram of the run.
    var buckets = HistogramStore()
    /// Groups started, seats taken in them, groups called off, sessions cancelled, by course row.
    var groupsStarted: [Int]
    var groupSeats: [Tally]
    var groupsCancelled: [Int]
    /// Groups that found no time at which their staff can be booked (also before the warm-up ends).
    var groupsUnstaffed: [Int]
    var sessionsCancelled: [Int]
    var slotsAttended: [Int]
    var slotsLost: [Int]
    var slotsReused: [Int]
    var calledOffByStaff: [Int]
    var outcomes: Table<Int>
    var sojourn: Table<Tally>
    var sojournTimes: Table<RunHistogram>
    var returns: [Int]
    var arrivals = 0
    var allArrivals = 0
    var allClosed = 0
    var deadlines: Table<DeadlineCounts>
    var intervals: Table<Tally>
    var intervalTimes: Table<RunHistogram>
    var messagesSent: Table<Int>
    var messagesReceived: Table<Int>
    var partyHours: Table<Double>
    var tasksAccepted: [Int]
    var tasksRefused: [Int]
    var underWay = 0
    /// Sum of the times spent in each resource's queue (kept only when invariants are checked).
    var queueTime: [Int64]
    /// Citizen-ticks spent in the system by those who have left it.
    var timeInSystem: Int128 = 0
    var samples: [SampleRow] = []
    var violations = Violations()
    /// Figures counted in periods of their own; nil when none were asked for.
    var periods: PeriodCounts?

    init(_ model: CompiledModel) {
        let groups = 1 + model.groupings.reduce(0) { $0 + $1.labels.count }
        let steps = model.steps.count
        groupCount = groups
        partition = 1..<1 + (model.groupings.first?.labels.count ?? 0)
        presence = Table(repeating: 0, count: steps)
        levels = LevelTimes(steps: steps, bound: min(max(0, model.model.reportedLevels), 1_000))
        waiting = Table(repeating: 0, count: steps)
        passed = Table(repeating: 0, count: steps)
        ways = Table(repeating: 0, count: model.ways.count)
        waits = Table(repeating: WaitObservations(), count: model.waitSteps.count * groups)
        groupsStarted = Array(repeating: 0, count: model.courses.count)
        groupSeats = Array(repeating: Tally(), count: model.courses.count)
        groupsCancelled = groupsStarted
        groupsUnstaffed = groupsStarted
        sessionsCancelled = groupsStarted
        slotsAttended = Array(repeating: 0, count: model.resources.count)
        slotsLost = slotsAttended
        slotsReused = slotsAttended
        calledOffByStaff = slotsAttended
        outcomes = Table(repeating: 0, count: model.outcomeNames.count * groups)
        sojourn = Table(repeating: Tally(), count: groups)
        sojournTimes = Table(repeating: RunHistogram(), count: groups)
        queueTime = Array(repeating: 0, count: model.resources.count)
        returns = Array(repeating: 0, count: steps)
        deadlines = Table(repeating: DeadlineCounts(), count: model.deadlines.count * groups)
        intervals = Table(repeating: Tally(), count: model.intervals.count * groups)
        intervalTimes = Table(repeating: RunHistogram(), count: model.intervals.count * groups)
        messagesSent = Table(repeating: 0, count: model.messageKinds.count)
        messagesReceived = Table(repeating: 0, count: model.messageKinds.count)
        partyHours = Table(repeating: 0, count: model.partyNames.count)
        tasksAccepted = Array(repeating: 0, count: steps)
        tasksRefused = tasksAccepted
    }

    /// Fills everyone's place of each row by group from the groups that hold everyone once; to be called once.
    ///
    /// Counts and sums are whole numbers, so that the result is what counting everyone beside the groups would give.
    mutating func sumGroups() {
        for place in partition {
            for row in 0..<waits.count / groupCount {
                waits[row * groupCount].merge(waits[row * groupCount + place], &buckets)
            }
            for row in 0..<outcomes.count / groupCount {
                outcomes[row * groupCount] += outcomes[row * groupCount + place]
            }
            for row in 0..<deadlines.count / groupCount {
                deadlines[row * groupCount].merge(deadlines[row * groupCount + place])
            }
            for row in 0..<intervals.count / groupCount {
                intervals[row * groupCount].merge(intervals[row * groupCount + place])
                buckets.merge(intervalTimes[row * groupCount + place], into: &intervalTimes[row * groupCount])
            }
            sojourn[0].merge(sojourn[place])
            buckets.merge(sojournTimes[place], into: &sojournTimes[0])
        }
    }
}

/// The state of the system at one of the sampled instants.
struct SampleRow: Sendable {
    var time: Int64
    /// Waiting by wait step, then citizens in the system.
    var levels: [Int32]
}

/// Invariants that did not hold; all zero in a correct run.
public struct Violations: Hashable, Sendable {
    /// More units in use than on duty when units were given out.
    public var capacity = 0
    /// A wait below zero.
    public var negativeWaits = 0
    /// Arrivals that are neither closed nor in the system.
    public var citizensLost = 0
    /// Messages sent that were neither received nor under way.
    public var messagesLost = 0
    /// Seats taken beyond a group's maximum.
    public var seats = 0
    /// Resources for which the time average of the queue differs from waiting time per time (Little's law).
    public var little = 0

    /// None found.
    public init() {}

    public var total: Int { capacity + negativeWaits + citizensLost + messagesLost + seats + little }
}
