extension ModelCompiler {
    mutating func compileStep(_ index: Int) throws(ModelError) {
        let step = model.steps[index]
        let name = step.name
        compiled.steps[index].purpose = try purpose("\(name).branch")
        switch step.action {
        case .delay(let delay):
            compiled.steps[index].duration = try duration(delay.duration, name: "\(name).duration")
            set(index, .delay, row: 0, next: try route(delay.next, name: "\(name).next"))
        case .service(let service): try compileService(index, name, service)
        case .seize(let seize):
            let needs = try self.needs(seize.needs, in: name, booked: false)
            try checkAlone(needs, in: name, held: true)
            let queueing = try self.queueing(seize.queueing, in: name)
            waits(at: index)
            compiled.services.append(
                CompiledService(
                    needsStart: needs.start, needsCount: needs.count, queueing: queueing, pauses: false, holds: true,
                    preemptive: false))
            markSoleNeed()
            set(
                index, .seize, row: compiled.services.count - 1,
                next: try route(seize.next, name: "\(name).next"))
        case .release(let release): try compileRelease(index, name, release)
        case .appointment(let appointment): try compileAppointment(index, name, appointment)
        case .course(let course): try compileCourse(index, name, course)
        case .branch(let branch): try compileBranch(index, name, branch)
        case .choice(let choice): try compileChoice(index, name, choice)
        case .assign(let assign):
            let first = try assignments(assign.assignments, in: name)
            set(index, .assign, row: Int(first), next: try route(assign.next, name: "\(name).next"))
            compiled.steps[index].count = Int32(assign.assignments.count)
        case .message(let message): try compileMessage(index, name, message)
        case .split(let split): try compileSplit(index, name, split)
        case .join(let join):
            compiled.joins.append(CompiledJoin(any: join.mode == .any))
            set(index, .join, row: compiled.joins.count - 1, next: try route(join.next, name: "\(name).next"))
        case .waitFor(let wait): try compileWait(index, name, wait)
        case .close(let close): try compileClose(index, name, close)
        }
    }

    mutating func set(_ index: Int, _ code: StepCode, row: Int, next: Int32) {
        compiled.steps[index].code = code
        compiled.steps[index].row = Int32(row)
        compiled.steps[index].next = next
    }

    mutating func waits(at index: Int) {
        compiled.steps[index].waitRow = Int32(compiled.waitSteps.count)
        compiled.waitSteps.append(Int32(index))
    }

    // MARK: Needs and queues

    private mutating func needs(
        _ list: [Need], in place: String, booked isBooked: Bool
    ) throws(ModelError) -> (start: Int32, count: Int32) {
        var rows: [CompiledNeed] = []
        for need in list {
            let index = try resource(need.resource, in: place)
            guard case .servers(let servers) = model.resources[Int(index)].kind else {
                throw .wrongKind(resource: need.resource, step: place)
            }
            guard need.units >= 1, need.units <= 1_000_000 else {
                throw .outOfRange(what: "units", in: place, value: Double(need.units))
            }
            guard need.units <= servers.largestCapacity else {
                throw .neverEnough(resource: need.resource, step: place, units: need.units)
            }
            if isBooked { booked.insert(index) } else { seized.insert(index) }
            rows.append(
                CompiledNeed(
                    resource: index, units: Int32(need.units),
                    condition: try formula(need.condition ?? .yes, in: place),
                    isConditional: need.condition != nil))
        }
        // The same resource twice is one need of the sum only when neither depends on a rule; keep it simple: refuse.
        if Set(rows.map(\.resource)).count < rows.count { throw .outOfRange(what: "needs", in: place, value: 2) }
        compiled.needs += rows
        return (Int32(compiled.needs.count - rows.count), Int32(rows.count))
    }

    private mutating func queueing(_ queueing: Queueing, in name: String) throws(ModelError) -> Int32 {
        var entry = CompiledQueueing()
        if let priority = queueing.priority {
            entry.priority = try formula(priority, in: name)
            entry.hasPriority = true
        }
        if let balk = queueing.balk {
            entry.balk = try formula(balk, in: name)
            entry.canBalk = true
        }
        if let room = queueing.waitingRoom {
            guard room >= 0, room <= Int(Int32.max) else {
                throw .outOfRange(what: "waitingRoom", in: name, value: Double(room))
            }
            entry.waitingRoom = Int32(room)
        }
        entry.balked = try route(queueing.balked, name: "\(name).balked")
        guard entry.balked >= 0 || (!entry.canBalk && entry.waitingRoom < 0) else {
            throw .badRoute(in: "\(name).balked")
        }
        if let patience = queueing.patience {
            entry.patience = try duration(patience, name: "\(name).patience")
            entry.reneged = try route(queueing.reneged, name: "\(name).reneged")
            guard entry.reneged >= 0 else { throw .badRoute(in: "\(name).reneged") }
        }
        compiled.queueings.append(entry)
        return Int32(compiled.queueings.count - 1)
    }

    /// Preemption is for one resource alone; resources asked for together share one discipline.
    private func checkAlone(
        _ needs: (start: Int32, count: Int32), in name: String, held: Bool
    ) throws(ModelError) {
        let rows = compiled.needs[Int(needs.start)..<Int(needs.start + needs.count)]
        let resources = rows.map { compiled.resources[Int($0.resource)] }
        if resources.contains(where: \.preemptive), held || rows.count > 1 {
            throw .preemptionNotAlone(step: name)
        }
        let disciplines = Set(resources.compactMap { $0.servers?.discipline })
        if disciplines.count > 1 { throw .mixedDisciplines(step: name) }
    }

    private mutating func compileService(_ index: Int, _ name: String, _ service: Service) throws(ModelError) {
        let needs = try self.needs(service.needs, in: name, booked: false)
        try checkAlone(needs, in: name, held: false)
        let queueing = try self.queueing(service.queueing, in: name)
        let resources = compiled.needs[Int(needs.start)..<Int(needs.start + needs.count)].map { Int($0.resource) }
        let preemptive = resources.contains { compiled.resources[$0].preemptive }
        let pauses = service.shiftEnd == .pause
        if pauses || preemptive {
            for resource in resources { compiled.resources[resource].tracksServices = true }
            if resources.count > 1 {
                for resource in resources { compiled.resources[resource].pausesTogether = true }
            }
        }
        waits(at: index)
        compiled.steps[index].duration = try duration(service.duration, name: "\(name).duration")
        compiled.services.append(
            CompiledService(
                needsStart: needs.start, needsCount: needs.count, queueing: queueing, pauses: pauses, holds: false,
                preemptive: preemptive))
        markSoleNeed()
        set(
            index, .service, row: compiled.services.count - 1, next: try route(service.next, name: "\(name).next"))
    }

    /// Notes on the last service what lets the event loop take a short way.
    private mutating func markSoleNeed() {
        let row = compiled.services.count - 1
        let service = compiled.services[row]
        let need = service.needsCount == 1 ? compiled.needs[Int(service.needsStart)] : nil
        guard let need, !need.isConditional else { return }
        compiled.services[row].soleResource = need.resource
        compiled.services[row].soleUnits = need.units
        let queueing = compiled.queueings[Int(service.queueing)]
        compiled.services[row].isPlain =
            !queueing.hasPriority && !queueing.canBalk && queueing.waitingRoom < 0 && queueing.patience == nil
    }

    /// Notes which services are kept in a list, once it is known of every resource whether it keeps one.
    mutating func markTracked() {
        for row in compiled.services.indices where compiled.services[row].needsCount == 1 {
            let need = compiled.needs[Int(compiled.services[row].needsStart)]
            compiled.services[row].isTracked = compiled.resources[Int(need.resource)].tracksServices
        }
    }

    private mutating func compileRelease(_ index: Int, _ name: String, _ release: Release) throws(ModelError) {
        let start = compiled.needs.count
        for resource in release.resources {
            compiled.needs.append(
                CompiledNeed(
                    resource: try self.resource(resource, in: name), units: 0, condition: .constant(1),
                    isConditional: false))
        }
        var turnaround: CompiledDuration?
        if let duration = release.turnaround {
            turnaround = try self.duration(duration, name: "\(name).turnaround")
        }
        compiled.releases.append(
            CompiledRelease(start: Int32(start), count: Int32(release.resources.count), turnaround: turnaround))
        set(
            index, .release, row: compiled.releases.count - 1, next: try route(release.next, name: "\(name).next"))
    }

    // MARK: Appointments and courses

    private mutating func compileAppointment(
        _ index: Int, _ name: String, _ appointment: Appointment
    ) throws(ModelError) {
        let resource = try resource(appointment.slots, in: name)
        guard case .slots(let plan) = model.resources[Int(resource)].kind else {
            throw .wrongKind(resource: appointment.slots, step: name)
        }
        let also = try needs(appointment.also, in: name, booked: true)
        guard (0...1_000).contains(appointment.rebookings) else {
            throw .outOfRange(what: "rebookings", in: name, value: Double(appointment.rebookings))
        }
        waits(at: index)
        var longest: CompiledDuration?
        if let duration = appointment.longestAcceptable {
            longest = try self.duration(duration, name: "\(name).longestAcceptable")
        }
        var patience: CompiledDuration?
        if let duration = appointment.patience { patience = try self.duration(duration, name: "\(name).patience") }
        let entry = CompiledAppointment(
            resource: resource, alsoStart: also.start, alsoCount: also.count, length: plan.length.ticks,
            priority: try formula(appointment.priority ?? .no, in: name),
            lead: try duration(appointment.lead, name: "\(name).lead"), longest: longest,
            balked: try route(appointment.balked, name: "\(name).balked"),
            cancel: try formula(appointment.cancel ?? .no, in: name), canCancel: appointment.cancel != nil,
            cancelPurpose: try purpose("\(name).cancel"),
            cancelNotice: try duration(appointment.cancelNotice, name: "\(name).cancelNotice"),
            reuseLimit: appointment.reuseLimit.ticks, noShow: try formula(appointment.noShow ?? .no, in: name),
            canNoShow: appointment.noShow != nil, noShowPurpose: try purpose("\(name).noShow"),
            rebookings: Int32(appointment.rebookings),
            rebookDelay: try duration(appointment.rebookDelay, name: "\(name).rebookDelay"),
            lost: try route(appointment.lost, name: "\(name).lost"), patience: patience,
            reneged: try route(appointment.reneged, name: "\(name).reneged"), attemptSlot: newVisitSlot(),
            rebookSlot: newVisitSlot())
        guard entry.lost >= 0 || (!entry.canCancel && !entry.canNoShow) else { throw .badRoute(in: "\(name).lost") }
        guard entry.balked >= 0 || longest == nil else { throw .badRoute(in: "\(name).balked") }
        guard entry.reneged >= 0 || patience == nil else { throw .badRoute(in: "\(name).reneged") }
        if appointment.priority != nil { compiled.resources[Int(resource)].grantsByPriority = true }
        compiled.appointments.append(entry)
        set(
            index, .appointment, row: compiled.appointments.count - 1,
            next: try route(appointment.next, name: "\(name).next"))
    }

    private mutating func compileCourse(_ index: Int, _ name: String, _ course: Course) throws(ModelError) {
        guard course.minimum >= 1, course.maximum >= course.minimum, course.maximum <= 1_000_000 else {
            throw .impossibleCourse(step: name)
        }
        if course.needs.contains(where: { $0.condition != nil }) { throw .conditionOnCourse(step: name) }
        if case .whenFull(let after?) = course.start, after.amount.asksCitizen {
            throw .aboutCitizens(what: "orAfter", in: name)
        }
        if case .duration(let length) = course.length, length.amount.asksCitizen {
            throw .aboutCitizens(what: "length", in: name)
        }
        let perSession = course.staffing == .eachSession
        let needs = try self.needs(course.needs, in: name, booked: perSession)
        if !perSession { try checkAlone(needs, in: name, held: true) }
        let queueing = try self.queueing(course.queueing, in: name)
        waits(at: index)
        var start = CompiledCourse.Start.rolling
        var dates: [Int64] = []
        var gather: CompiledDuration?
        switch course.start {
        case .dates(let instants):
            start = .dates
            dates = instants.map(\.ticks).filter { $0 >= 0 }.sorted()
        case .whenFull(let after):
            start = .whenFull
            if let after { gather = try duration(after, name: "\(name).gather") }
        case .whenStaffFree: start = .whenStaffFree
        case .rolling: start = .rolling
        }
        var length = CompiledCourse.Length.duration
        var span = CompiledDuration(draw: -1, unit: .calendar, fixed: 0, purpose: 0)
        var sessions: Sessions?
        switch course.length {
        case .duration(let duration):
            span = try self.duration(duration, name: "\(name).length")
            if perSession || start == .rolling { throw .impossibleCourse(step: name) }
        case .sessions(let plan):
            guard plan.count >= 1, plan.count <= 10_000, !plan.weekdays.isEmpty, plan.length.ticks >= 0,
                plan.weekdays.allSatisfy({ (1...7).contains($0) })
            else { throw .impossibleCourse(step: name) }
            length = .sessions
            sessions = plan
        }
        if start == .rolling, !perSession, needs.count > 0 { throw .impossibleCourse(step: name) }
        compiled.courses.append(
            CompiledCourse(
                step: Int32(index), maximum: Int32(course.maximum), minimum: Int32(course.minimum), start: start,
                gather: gather, runAnyway: course.underMinimum == .runAnyway,
                needsStart: needs.start, needsCount: needs.count, staffedPerSession: perSession, length: length,
                duration: span, joinLead: course.joinLead.ticks,
                seats: try formula(course.seats ?? .yes, in: name),
                dropout: try formula(course.dropout ?? .no, in: name), canDropOut: course.dropout != nil,
                dropoutPurpose: try purpose("\(name).dropout"), noShow: try formula(course.noShow ?? .no, in: name),
                canMiss: course.noShow != nil, noShowPurpose: try purpose("\(name).noShow"),
                dropped: try route(course.dropped, name: "\(name).dropped"), queueing: queueing, attendedSlot: -1))
        compiled.coursePlans.append(CoursePlan(name: "course \(name)", dates: dates, sessions: sessions))
        guard course.dropout == nil || course.dropped != nil else { throw .badRoute(in: "\(name).dropped") }
        set(index, .course, row: compiled.courses.count - 1, next: try route(course.next, name: "\(name).next"))
    }
}

extension Servers {
    /// The most units that are ever on duty, absences aside.
    var largestCapacity: Int {
        let levels = [capacity] + changes.map(\.capacity)
        if shifts.isEmpty { return levels.max() ?? capacity }
        return shifts.map { $0.capacity ?? levels.max() ?? capacity }.max() ?? 0
    }
}
