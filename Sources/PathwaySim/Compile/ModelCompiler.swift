import Foundation

extension CompiledModel {
    /// Checks a model and makes it ready to run.
    ///
    /// - Throws: `ModelError` for the first thing that is wrong (the scenario reader reports all at once, with
    ///   positions, before it comes to this).
    /// - Complexity: linear in the size of the model, plus the calendar's tables.
    public init(_ model: Model) throws(ModelError) {
        var compiler = try ModelCompiler(model)
        try compiler.compile()
        self = compiler.compiled
    }

    init(model: Model, calendar: CompiledCalendar) {
        self.model = model
        self.calendar = calendar
        self.horizon = model.horizon.ticks
        self.warmup = model.warmup.ticks
    }
}

/// Turns names into indices, one part of the model after the other.
struct ModelCompiler {
    let model: Model
    var compiled: CompiledModel
    let stepIndex: [String: Int32]
    let resourceIndex: [String: Int32]
    let attributeIndex: [String: Int32]
    var samplerTables = SamplerTables()
    /// Purposes by hash, to find two names whose luck would be the same.
    var purposes: [UInt32: String] = [:]
    var outcomes: [String: Int32] = [:]
    var kinds: [String: Int32] = [:]
    var parties: [String: Int32] = [:]
    /// Resources that steps seize at once, and that steps book ahead.
    var seized: Set<Int32> = []
    var booked: Set<Int32> = []
    /// Deadlines and intervals that each event acts on, before they are laid flat.
    var actions: [Int32: PendingActions] = [:]
    /// Memory of attended sessions by course step, made when the first rule asks.
    var attendedSlots: [Int32: Int32] = [:]

    init(_ model: Model) throws(ModelError) {
        self.model = model
        do {
            let calendar = try CompiledCalendar(model.calendar, start: model.start, horizon: model.horizon)
            self.compiled = CompiledModel(model: model, calendar: calendar)
        } catch {
            throw .calendar(error)
        }
        self.stepIndex = try ModelCompiler.index(model.steps.map(\.name), .step)
        self.resourceIndex = try ModelCompiler.index(model.resources.map(\.name), .resource)
        self.attributeIndex = try ModelCompiler.index(model.attributes.map(\.name), .attribute)
    }

    private static func index(_ names: [String], _ kind: ModelError.NameKind) throws(ModelError) -> [String: Int32] {
        var result: [String: Int32] = [:]
        for (position, name) in names.enumerated() {
            guard result.updateValue(Int32(position), forKey: name) == nil else { throw .duplicate(kind, name: name) }
        }
        return result
    }

    mutating func compile() throws(ModelError) {
        guard model.horizon.ticks > 0, model.horizon.days <= 10_000_000 else {
            throw .outOfRange(what: "horizon (days)", in: "model", value: model.horizon.days)
        }
        guard model.warmup.ticks >= 0, model.warmup < model.horizon else {
            throw .outOfRange(what: "warmup (days)", in: "model", value: model.warmup.days)
        }
        guard model.sampleEvery.ticks > 0 else {
            throw .outOfRange(what: "sampleEvery (days)", in: "model", value: model.sampleEvery.days)
        }
        compiled.eventActions = Array(repeating: EventActions(), count: model.steps.count * 8 + 2)
        let graph = StepGraph(model)
        let revisited = graph.stepsOnCycles().union(graph.stepsOfSeveralArms(model))
        for name in model.steps.map(\.name) {
            var step = CompiledStep(code: .close, row: 0, next: -1)
            step.firstEvent = Int32(compiled.steps.count * 8)
            if revisited.contains(name) { step.visitSlot = newVisitSlot() }
            compiled.steps.append(step)
        }
        for resource in model.resources { try compileResource(resource) }
        for attribute in model.attributes {
            let purpose = try purpose("attribute \(attribute.name)")
            compiled.attributePurposes.append(purpose)
            compiled.attributeInitials.append(try attributeDraw(attribute.initial, in: attribute.name))
        }
        for index in model.steps.indices { try compileStep(index) }
        markTracked()
        try checkGrantsByPriority()
        for source in model.sources { try compileSource(source) }
        try checkSourceNames()
        for deadline in model.deadlines { try compileDeadline(deadline) }
        for interval in model.intervals {
            let row = Int32(compiled.intervals.count)
            compiled.intervals.append(CompiledInterval(fromMark: try mark(interval.from, in: interval.name)))
            let to = try event(interval.to, in: interval.name)
            actions[to, default: PendingActions()].intervals.append(row)
            listen(to)
        }
        for grouping in model.groupBy { try compileGrouping(grouping) }
        for resource in seized.intersection(booked) {
            throw .seizedAndBooked(resource: model.resources[Int(resource)].name)
        }
        for resource in booked { compiled.resources[Int(resource)].bookedAhead = true }
        let asked = Set(model.steps.flatMap(ExtraCapacity.asked(by:)))
        for index in compiled.resources.indices {
            compiled.resources[index].isQueuedFor = asked.contains(compiled.resources[index].name)
        }
        for (step, slot) in attendedSlots where compiled.steps[Int(step)].code == .course {
            compiled.courses[Int(compiled.steps[Int(step)].row)].attendedSlot = slot
        }
        layActionsFlat()
        for index in compiled.steps.indices {
            compiled.steps[index].isWatched =
                compiled.steps[index].visitSlot >= 0
                || compiled.steps[index].listened & (1 << UInt16(StepEvent.enter.rawValue)) != 0
        }
        let afterSteps = model.steps.count * 8
        compiled.listensToArrival = !compiled.eventActions[afterSteps].isEmpty
        compiled.listensToClose = !compiled.eventActions[afterSteps + 1].isEmpty
        compiled.tables = samplerTables.values
        compiled.outcomeNames = names(outcomes)
        compiled.messageKinds = names(kinds)
        compiled.partyNames = names(parties)
        compiled.isPlainNetwork = compiled.formsPlainNetwork()
        compiled.isOneLine = compiled.formsOneLine()
    }

    /// Where slots are granted by priority nobody knows one beforehand.
    private mutating func checkGrantsByPriority() throws(ModelError) {
        var notice: [Int32: DurationDraw] = [:]
        for case (let step, .appointment(let appointment)) in model.steps.map({ ($0.name, $0.action) }) {
            let index = try resource(appointment.slots, in: step)
            let known = notice.updateValue(appointment.lead, forKey: index) ?? appointment.lead
            if known != appointment.lead || !appointment.also.isEmpty || !appointment.lead.amount.isConstant {
                compiled.resources[Int(index)].hasOneNotice = false
            }
            if compiled.resources[Int(index)].grantsByPriority, appointment.longestAcceptable != nil {
                throw .declinedByPriority(step: step)
            }
        }
    }

    private func names(_ index: [String: Int32]) -> [String] {
        index.sorted { $0.value < $1.value }.map(\.key)
    }

    // MARK: Names

    func step(_ name: String, in place: String) throws(ModelError) -> Int32 {
        guard let index = stepIndex[name] else { throw .unknown(.step, name: name, in: place) }
        return index
    }

    func resource(_ name: String, in place: String) throws(ModelError) -> Int32 {
        guard let index = resourceIndex[name] else { throw .unknown(.resource, name: name, in: place) }
        return index
    }

    func attribute(_ name: String, in place: String) throws(ModelError) -> Int32 {
        guard let index = attributeIndex[name] else { throw .unknown(.attribute, name: name, in: place) }
        return index
    }

    /// The number of an event such as `clarifying.start`, `arrival` or `close`.
    func event(_ name: String, in place: String) throws(ModelError) -> Int32 {
        let afterSteps = Int32(model.steps.count * 8)
        if name == "arrival" { return afterSteps }
        if name == "close" { return afterSteps + 1 }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let step = stepIndex[String(parts[0])],
            let event = StepEvent.allCases.first(where: { "\($0)" == parts[1] })
        else { throw .unknown(.event, name: name, in: place) }
        return step * 8 + Int32(event.rawValue)
    }

    /// Makes sure the simulator tells about this event.
    mutating func listen(_ event: Int32) {
        let step = Int(event) / 8
        if step < compiled.steps.count { compiled.steps[step].listened |= 1 << UInt16(event % 8) }
    }

    /// A place in each citizen's memory for when the event last happened.
    mutating func mark(_ name: String, in place: String) throws(ModelError) -> Int32 {
        let event = try event(name, in: place)
        if compiled.eventActions[Int(event)].mark < 0 {
            compiled.eventActions[Int(event)].mark = Int32(compiled.markCount)
            compiled.markCount += 1
        }
        listen(event)
        return compiled.eventActions[Int(event)].mark
    }

    /// The key of one kind of luck; two different names never share one.
    mutating func purpose(_ name: String) throws(ModelError) -> UInt32 {
        let hash = NameHash.hash32(name)
        if let other = purposes.updateValue(name, forKey: hash), other != name { throw .collision(name, other) }
        return hash
    }

    private func checkSourceNames() throws(ModelError) {
        var hashes: [UInt64: String] = [:]
        let names = model.sources.map(\.name) + model.resources.map { "resource \($0.name)" } + courseNames()
        for name in names {
            if let other = hashes.updateValue(name, forKey: NameHash.hash64(name)) {
                if other == name { throw .duplicate(.source, name: name) }
                throw .collision(name, other)
            }
        }
    }

    private func courseNames() -> [String] { compiled.coursePlans.map(\.name) }

    mutating func newVisitSlot() -> Int32 {
        compiled.visitCount += 1
        return Int32(compiled.visitCount - 1)
    }

    mutating func newMemorySlot() -> Int32 {
        compiled.memoryCount += 1
        return Int32(compiled.memoryCount - 1)
    }

    mutating func outcome(_ name: String) -> Int32 { ModelCompiler.number(name, in: &outcomes) }
    mutating func messageKind(_ name: String) -> Int32 { ModelCompiler.number(name, in: &kinds) }
    mutating func party(_ name: String) -> Int32 { ModelCompiler.number(name, in: &parties) }

    private static func number(_ name: String, in index: inout [String: Int32]) -> Int32 {
        if let known = index[name] { return known }
        let new = Int32(index.count)
        index[name] = new
        return new
    }

    // MARK: Promises and groups

    /// What an event does, as long as the model is being compiled.
    struct PendingActions {
        var starts: [Int32] = []
        var meets: [Int32] = []
        var cancels: [Int32] = []
        var intervals: [Int32] = []
    }

    private mutating func layActionsFlat() {
        for (event, pending) in actions.sorted(by: { $0.key < $1.key }) {
            compiled.eventActions[Int(event)].starts = layFlat(pending.starts)
            compiled.eventActions[Int(event)].meets = layFlat(pending.meets)
            compiled.eventActions[Int(event)].cancels = layFlat(pending.cancels)
            compiled.eventActions[Int(event)].intervals = layFlat(pending.intervals)
        }
    }

    private mutating func layFlat(_ rows: [Int32]) -> EventActions.Rows {
        let start = Int32(compiled.actionRows.count)
        compiled.actionRows += rows
        return EventActions.Rows(start: start, count: Int32(rows.count))
    }

    private mutating func compileDeadline(_ deadline: Deadline) throws(ModelError) {
        let row = Int32(compiled.deadlines.count)
        var entry = CompiledDeadline(
            unit: .ticks, amount: 0, ticks: 0, endsAt: deadline.endsAt?.ticks ?? -1,
            condition: try formula(deadline.condition ?? .yes, in: deadline.name),
            isConditional: deadline.condition != nil, validFrom: deadline.validFrom?.ticks ?? .min,
            validTo: deadline.validTo?.ticks ?? .max, noticeMark: -1)
        let negative: Bool
        switch deadline.limit {
        case .hours(let hours):
            entry.ticks = SimTime(days: hours / 24).ticks
            negative = hours < 0
        case .days(let days): (entry.unit, entry.amount, negative) = (.days, days, days < 0)
        case .workingDays(let days): (entry.unit, entry.amount, negative) = (.workingDays, days, days < 0)
        case .months(let months): (entry.unit, entry.amount, negative) = (.months, months, months < 0)
        }
        let from = try event(deadline.from, in: deadline.name)
        listen(from)
        actions[from, default: PendingActions()].starts.append(row)
        if negative {
            entry.noticeMark = try mark(deadline.to, in: deadline.name)
        } else {
            let to = try event(deadline.to, in: deadline.name)
            listen(to)
            actions[to, default: PendingActions()].meets.append(row)
            for name in deadline.cancelledBy {
                let event = try event(name, in: deadline.name)
                listen(event)
                actions[event, default: PendingActions()].cancels.append(row)
            }
        }
        compiled.deadlines.append(entry)
    }

    private mutating func compileGrouping(_ grouping: Grouping) throws(ModelError) {
        let index = try attribute(grouping.attribute, in: "by")
        let labels: [String]
        switch model.attributes[Int(index)].kind {
        case .boolean: labels = ["false", "true"]
        case .category(let values): labels = values
        case .number:
            let bounds = grouping.bands.map { $0.formatted(.plain) }
            guard let first = bounds.first, let last = bounds.last else {
                throw .outOfRange(what: "bands", in: "by.\(grouping.attribute)", value: 0)
            }
            labels = ["<\(first)"] + zip(bounds, bounds.dropFirst()).map { "\($0)–<\($1)" } + ["≥\(last)"]
        }
        compiled.groupings.append(CompiledGrouping(attribute: index, bands: grouping.bands, labels: labels))
    }
}

extension Double {
    enum PlainStyle { case plain }

    /// The shortest text that reads back as this number, whole numbers without a decimal point.
    func formatted(_ style: PlainStyle) -> String {
        self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : String(self)
    }
}
