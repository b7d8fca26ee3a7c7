extension ModelCompiler {
    mutating func compileResource(_ resource: Resource) throws(ModelError) {
        var entry = CompiledResource(
            name: resource.name, servers: nil, slots: nil, absences: [], lifo: false, prioritised: false,
            preemptive: false, bookedAhead: false, isPlace: resource.isPlace, constantCapacity: false,
            tracksServices: false,
            largestCapacity: 0)
        switch resource.kind {
        case .servers(let servers):
            try check(servers, in: resource.name)
            entry.servers = servers
            entry.lifo = servers.discipline == .lifo
            entry.prioritised = servers.discipline == .priority || servers.discipline == .preemptive
            entry.preemptive = servers.discipline == .preemptive
            entry.largestCapacity = servers.largestCapacity
            entry.constantCapacity =
                servers.shifts.isEmpty && servers.changes.isEmpty && !servers.workingDaysOnly
                && resource.absences.isEmpty
        case .slots(let plan):
            try check(plan, in: resource.name)
            entry.slots = plan
        }
        for absence in resource.absences {
            let rate = absence.spellsPerYear / 365
            guard rate >= 0, rate.isFinite else {
                throw .outOfRange(what: "spellsPerYear", in: resource.name, value: absence.spellsPerYear)
            }
            guard absence.length.asksOnlyClock else { throw .aboutCitizens(what: "length", in: resource.name) }
            let name = "resource \(resource.name).absence \(absence.name)"
            entry.absences.append(
                CompiledAbsence(
                    perDay: rate, length: try draw(absence.length, in: name), purpose: try purpose(name),
                    lengthPurpose: try purpose("\(name).length")))
        }
        compiled.resources.append(entry)
    }

    private func check(_ servers: Servers, in name: String) throws(ModelError) {
        let capacities = [servers.capacity] + servers.changes.map(\.capacity) + servers.shifts.compactMap(\.capacity)
        for capacity in capacities where capacity < 0 || capacity > 1_000_000 {
            throw .outOfRange(what: "capacity", in: name, value: Double(capacity))
        }
        for shift in servers.shifts { try check(shift, in: name) }
    }

    private func check(_ shift: Shift, in name: String) throws(ModelError) {
        guard shift.from.ticks >= 0, shift.from < shift.to, shift.to <= .day else {
            throw .outOfRange(what: "shift (hours)", in: name, value: shift.to.days * 24)
        }
        guard !shift.weekdays.isEmpty, shift.weekdays.allSatisfy({ (1...7).contains($0) }) else {
            throw .outOfRange(what: "weekdays", in: name, value: Double(shift.weekdays.count))
        }
    }

    private func check(_ plan: SlotPlan, in name: String) throws(ModelError) {
        for value in [plan.slotsPerWeek] + plan.changes.map(\.slotsPerWeek)
        where !(value >= 0 && value <= 1_000_000) {
            throw .outOfRange(what: "slotsPerWeek", in: name, value: value)
        }
        guard plan.length.ticks > 0, plan.length <= .day else {
            throw .outOfRange(what: "length (hours)", in: name, value: plan.length.days * 24)
        }
        guard plan.staff >= 1, plan.staff <= 1_000_000 else {
            throw .outOfRange(what: "staff", in: name, value: Double(plan.staff))
        }
        guard !plan.windows.isEmpty else { throw .outOfRange(what: "windows", in: name, value: 0) }
        for window in plan.windows { try check(window, in: name) }
    }

    mutating func compileSource(_ source: ArrivalSource) throws(ModelError) {
        var entry = CompiledSource(
            kind: .poisson, constantRate: -1, interval: -1, intervalPurpose: 0,
            firstDraw: Int32(compiled.sourceDraws.count),
            entry: try route(source.entry, name: "source \(source.name).entry"), batch: -1,
            batchPurpose: try purpose("source \(source.name).batch"))
        var plan = SourcePlan(name: source.name, profile: nil, instants: [], values: [], cases: [])
        var draws = compiled.attributeInitials
        for assignment in source.assignments {
            let index = try attribute(assignment.attribute, in: source.name)
            draws[Int(index)] = try attributeDraw(assignment.value, in: source.name)
        }
        compiled.sourceDraws += draws
        if let batch = source.batch {
            if batch.asksCitizen { throw .aboutCitizens(what: "batch", in: source.name) }
            entry.batch = try draw(batch, in: source.name)
        }
        switch source.process {
        case .poisson(let profile):
            let rate = try CompiledRate(profile, calendar: compiled.calendar, name: source.name)
            if rate.isConstant { entry.constantRate = profile.perDay }
            plan.profile = rate
        case .renewal(let interval):
            entry.kind = .renewal
            if interval.asksCitizen { throw .aboutCitizens(what: "interval", in: source.name) }
            entry.interval = try draw(interval, in: source.name)
            entry.intervalPurpose = try purpose("source \(source.name).interval")
        case .recorded(let arrivals):
            entry.kind = .recorded
            let sorted = arrivals.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            plan.instants = sorted.map { max(0, $0.element.at.ticks) }
            plan.values = try settings(sorted.map(\.element.values), in: source.name)
        case .waitingList(let waiters):
            entry.kind = .waitingList
            try list(waiters, into: &plan)
        case .cases(let cases):
            entry.kind = .cases
            try list(cases, into: &plan)
        }
        entry.listedCount = plan.values.count
        compiled.sources.append(entry)
        compiled.sourcePlans.append(plan)
    }

    private func list(_ waiters: [InitialWaiter], into plan: inout SourcePlan) throws(ModelError) {
        let sorted = waiters.enumerated().sorted {
            ($1.element.alreadyWaited, $0.offset) < ($0.element.alreadyWaited, $1.offset)
        }
        for (_, waiter) in sorted where waiter.alreadyWaited < .zero {
            throw .outOfRange(what: "alreadyWaited (days)", in: plan.name, value: waiter.alreadyWaited.days)
        }
        plan.instants = sorted.map { -$0.element.alreadyWaited.ticks }
        plan.values = try settings(sorted.map(\.element.values), in: plan.name)
    }

    private func list(_ cases: [NamedCase], into plan: inout SourcePlan) throws(ModelError) {
        let sorted = cases.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        plan.instants = sorted.map { max(0, $0.element.at.ticks) }
        plan.values = try settings(sorted.map(\.element.values), in: plan.name)
        for (_, one) in sorted {
            var decisions: [CompiledDecision] = []
            for decision in one.decisions { decisions.append(try compile(decision, in: one.name)) }
            plan.cases.append(CompiledCase(name: one.name, decisions: decisions))
        }
    }

    private func settings(_ list: [[AttributeValue]], in name: String) throws(ModelError) -> [[AttributeSetting]] {
        var result: [[AttributeSetting]] = []
        result.reserveCapacity(list.count)
        for values in list {
            var row: [AttributeSetting] = []
            for value in values {
                row.append(
                    AttributeSetting(attribute: try attribute(value.attribute, in: name), value: value.value))
            }
            result.append(row)
        }
        return result
    }

    private func compile(_ decision: Decision, in name: String) throws(ModelError) -> CompiledDecision {
        let step = try step(decision.step, in: name)
        guard case .choice(let choice) = model.steps[Int(step)].action,
            let option = choice.options.firstIndex(where: { $0.name == decision.option })
        else { throw .unknown(.option, name: "\(decision.step).\(decision.option)", in: name) }
        return CompiledDecision(step: step, visit: Int32(clamping: decision.visit), option: Int32(option))
    }
}
