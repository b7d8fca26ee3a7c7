struct CompiledSource: Sendable {
    enum Kind: UInt8, Sendable { case poisson, renewal, recorded, waitingList, cases }
    var kind: Kind
    /// For a Poisson process whose rate never changes: that rate a day; else -1.
    var constantRate: Double
    var interval: Int32
    var intervalPurpose: UInt32
    /// First of the source's rows in `sourceDraws`: for each attribute, which draw makes it on arrival.
    var firstDraw: Int32
    var entry: Int32
    var batch: Int32
    var batchPurpose: UInt32
    /// How many of its citizens have listed attributes.
    var listedCount = 0
}

/// What a source looks up once a day or for listed arrivals.
struct SourcePlan: Sendable {
    var name: String
    var profile: CompiledRate?
    var instants: [Int64]
    var values: [[AttributeSetting]]
    var cases: [CompiledCase]
}

struct AttributeSetting: Sendable {
    var attribute: Int32
    var value: Double
}

struct CompiledCase: Sendable {
    var name: String
    var decisions: [CompiledDecision]
}

struct CompiledDecision: Sendable {
    var step: Int32
    var visit: Int32
    var option: Int32
}

struct CompiledResource: Sendable {
    var name: String
    var servers: Servers?
    var slots: SlotPlan?
    var absences: [CompiledAbsence]
    var lifo: Bool
    var prioritised: Bool
    var preemptive: Bool
    /// Booked ahead for sessions and joint appointments rather than seized.
    var bookedAhead: Bool
    /// Citizens wait for it one by one; where only courses do, its queue is always empty and says nothing.
    var isQueuedFor = false
    /// Its hours are nobody's working hours.
    var isPlace: Bool
    /// Its on-duty capacity never changes.
    var constantCapacity: Bool
    /// Services under way must be known one by one (pausing or preemptive).
    var tracksServices: Bool
    /// Some of them use other resources too and pause at the end of a shift.
    var pausesTogether = false
    var largestCapacity: Int
    /// Slots are granted by priority when the notice begins, rather than promised on asking.
    var grantsByPriority = false
    /// Everyone who books its slots has the same notice and needs nothing else, so that slots fall due in their order.
    var hasOneNotice = true
}

struct CompiledAbsence: Sendable {
    var perDay: Double
    var length: Int32
    var purpose: UInt32
    var lengthPurpose: UInt32
}

/// What follows when an event of a citizen happens.
struct EventActions: Sendable {
    /// Rows of `actionRows`: a few numbers instead of arrays, because this is looked up for every event listened to.
    struct Rows: Sendable {
        var start: Int32 = 0
        var count: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(start &+ count) }
    }

    var mark: Int32 = -1
    var starts = Rows()
    var meets = Rows()
    var cancels = Rows()
    var intervals = Rows()
    var hasWaiters = false

    /// Nothing follows from the event.
    var isEmpty: Bool {
        mark < 0 && starts.count + meets.count + cancels.count + intervals.count == 0 && !hasWaiters
    }
}

struct CompiledDeadline: Sendable {
    enum Unit: UInt8, Sendable { case ticks, days, workingDays, months }
    var unit: Unit
    var amount: Int
    var ticks: Int64
    var endsAt: Int64
    var condition: CompiledFormula
    var isConditional: Bool
    var validFrom: Int64
    var validTo: Int64
    /// For a notice (negative limit): the mark of the event that must have come before; else -1.
    var noticeMark: Int32
}

struct CompiledInterval: Sendable {
    var fromMark: Int32
}

struct CompiledGrouping: Sendable {
    var attribute: Int32
    var bands: [Double]
    var labels: [String]

    var labelCount: Int { labels.count }
}
