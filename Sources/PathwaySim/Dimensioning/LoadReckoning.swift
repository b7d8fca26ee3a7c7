import Foundation

/// The arithmetic of a load check: what a pilot asked for, per week, against what is planned.
struct LoadReckoning {
    let model: Model
    let pilot: PilotRun
    let capacity: PlannedCapacity
    /// Length of the counted period.
    let days: Double
    let level: Double
    /// Last dates of courses that end before the period does.
    let ending: [String: SimTime]

    private var weeks: Double { days / 7 }

    // MARK: Resources and seats

    func lines() -> [LoadCheck.Line] {
        model.resources.indices.compactMap(line) + courses().compactMap(seats)
    }

    private func line(_ index: Int) -> LoadCheck.Line? {
        let resource = model.resources[index]
        let steps = model.steps.filter { $0.action.uses(resource.name) }.map(\.name)
        guard !steps.isEmpty else { return nil }
        if case .slots = resource.kind {
            return LoadCheck.Line(
                resource: resource.name, steps: steps, unit: .slots,
                demand: pilot.estimate(level) { $0.used[index] / weeks }, capacity: capacity.offered[index] / weeks,
                lost: pilot.estimate(level) { $0.lost[index] / weeks }, countsFullGroups: false)
        }
        let groups = courses().filter { course in course.data.needs.contains { $0.resource == resource.name } }
        let unit: LoadCheck.Unit = resource.isAlwaysOpenPlace ? .places : .hours
        let span = unit == .places ? days * 24 : weeks
        return LoadCheck.Line(
            resource: resource.name, steps: steps, unit: unit,
            demand: pilot.estimate(level) { record in
                groups.reduce(record.used[index]) { $0 + staffHours($1, of: resource.name, record) } / span
            },
            capacity: capacity.offered[index] / span, lost: nil, countsFullGroups: !groups.isEmpty)
    }

    /// A course step with its row among the courses.
    private struct Course {
        var name: String
        var row: Int
        var data: PathwaySim.Course
    }

    private func courses() -> [Course] {
        var list: [Course] = []
        for step in model.steps {
            if case .course(let course) = step.action {
                list.append(Course(name: step.name, row: list.count, data: course))
            }
        }
        return list
    }

    /// Start dates within the counted period.
    private func dates(_ course: Course) -> [SimTime]? {
        guard case .dates(let dates) = course.data.start else { return nil }
        return dates.filter { $0 >= model.warmup && $0 < model.horizon }.sorted()
    }

    /// Hours that a course asks of a resource: for its planned dates, or for as many full groups as its citizens make.
    private func staffHours(_ course: Course, of resource: String, _ record: PilotRun.Record) -> Double {
        let units = Double(course.data.needs.filter { $0.resource == resource }.reduce(0) { $0 + $1.units })
        let maximum = Double(course.data.maximum)
        switch course.data.length {
        case .sessions(let sessions):
            let meeting = Double(sessions.length.ticks) / Double(SimTime.hour.ticks)
            if case .rolling = course.data.start { return units * meeting * meetings(sessions) }
            let groups = held(course, record) ?? record.seats[course.row] / maximum
            guard course.data.staffing == .wholeCourse else {
                return groups * units * meeting * Double(sessions.count)
            }
            let span = 7 * Double(max(0, sessions.count - 1)) / Double(max(1, sessions.weekdays.count))
            return groups * units * (24 * span + meeting)
        case .duration:
            let people = record.started[course.row]
            let share = people > 0 ? record.seats[course.row] / people : 1
            if let groups = held(course, record), people > 0 {
                return groups * units * 24 * record.onCourse[course.row] / people
            }
            return units * 24 * record.onCourse[course.row] * share / maximum
        }
    }

    /// Groups that its start dates can come to: each of them, but no more than there are citizens to begin one. A course for
    /// one citizen that may begin on any day does not hold its staff every day.
    private func held(_ course: Course, _ record: PilotRun.Record) -> Double? {
        let most = record.seats[course.row] / Double(max(1, course.data.minimum))
        return dates(course).map { min(Double($0.count), most) }
    }

    /// Meetings of a course that always runs, in the counted period.
    private func meetings(_ sessions: Sessions) -> Double {
        let table = pilot.model.calendar
        let (first, last) = (table.dayIndex(of: model.warmup), table.dayIndex(of: model.horizon))
        return Double(
            (first..<max(first, last)).count {
                sessions.weekdays.contains(table.weekday($0)) && (!sessions.workingDaysOnly || table.isWorkingDay($0))
            })
    }

    private func seats(_ course: Course) -> LoadCheck.Line? {
        let offered: Double
        // What a seat counts as in the pilot: of a course that always runs, one meeting of a citizen's.
        var share = 1.0
        if let dates = dates(course) {
            offered = Double(dates.count) * Double(course.data.maximum)
        } else if case .rolling = course.data.start, case .sessions(let sessions) = course.data.length {
            // A seat is taken for as many meetings as a citizen has.
            offered = meetings(sessions) * Double(course.data.maximum) / Double(sessions.count)
            share = 1 / Double(sessions.count)
        } else {
            return nil
        }
        func tooLate(_ record: PilotRun.Record) -> Double {
            guard ending[course.name] != nil else { return 0 }
            let (seats, people) = (record.seats[course.row], record.started[course.row])
            return record.unserved[course.row] * (people > 0 ? seats / people : 1)
        }
        var line = LoadCheck.Line(
            resource: nil, steps: [course.name], unit: .seats,
            demand: pilot.estimate(level) { $0.seats[course.row] * share + tooLate($0) }, capacity: offered, lost: nil,
            countsFullGroups: false)
        if let last = ending[course.name] {
            line.ending = .init(lastDate: last, tooLate: pilot.estimate(level, tooLate))
        }
        return line
    }

    // MARK: Waits

    /// A formula's wait for each step to which one fits.
    func waits(_ lines: [LoadCheck.Line]) -> [LoadCheck.Wait] {
        var list: [LoadCheck.Wait] = []
        for (row, index) in pilot.model.waitSteps.enumerated() {
            let step = pilot.model.model.steps[Int(index)].name
            guard let original = model.steps.first(where: { $0.name == step }) else { continue }
            let floor = pilot.ratio(level) { ($0.waited[row], $0.served[row]) }
            switch original.action {
            case .appointment(let appointment):
                guard let line = lines.first(where: { $0.resource == appointment.slots }) else { continue }
                list.append(slotQueue(step, appointment, line, floor))
            case .course(let course):
                guard let line = lines.first(where: { $0.unit == .seats && $0.steps == [step] }) else { continue }
                if let wait = startDates(step, course, line, lines, floor) { list.append(wait) }
            case .service(let service):
                if let wait = serversQueue(step, service, lines, floor) { list.append(wait) }
            default: continue
            }
        }
        return list
    }

    /// Slots come one by one at even distances, those who ask at random: the queue of start dates with one seat each.
    private func slotQueue(
        _ step: String, _ appointment: Appointment, _ line: LoadCheck.Line, _ floor: LoadCheck.Estimate?
    ) -> LoadCheck.Wait {
        var caveats = changes(line)
        if appointment.priority != nil { caveats.append(.priorities) }
        if appointment.patience != nil || appointment.longestAcceptable != nil { caveats.append(.impatience) }
        if line.steps.count > 1 || !appointment.also.isEmpty { caveats.append(.shared) }
        if startsWaiting(at: step) { caveats.append(.startsWithList) }
        guard !isHalfOffered(line) else {
            return .init(
                step: step, formula: .slotQueue, unavoidable: floor, queueing: nil, low: nil, high: nil,
                caveats: [.unevenSlots] + caveats)
        }
        let queue = queue(line) { demand in
            let interval = 7 / line.capacity
            let all = StartDates.meanWait(arrivalRate: demand / 7, interval: interval, seats: 1)
            // Half the distance between slots is in the unavoidable part, measured where slots are plenty.
            return max(0, all - interval / 2)
        }
        if queue.value == nil { caveats.insert(.overloaded, at: 0) }
        return .init(
            step: step, formula: .slotQueue, unavoidable: floor, queueing: queue.value, low: queue.low,
            high: queue.high, caveats: caveats)
    }

    /// A formula at the demand and at both ends of its interval; nil wherever the load is too close to 1 or above.
    private func queue(
        _ line: LoadCheck.Line, _ formula: (Double) -> Double
    ) -> (value: Double?, low: Double?, high: Double?) {
        func at(_ demand: Double) -> Double? {
            guard demand > 0 else { return 0 }
            guard demand <= LoadCheck.largestLoad * line.capacity else { return nil }
            let wait = formula(demand)
            return wait.isFinite ? wait : nil
        }
        let width = line.demand.halfWidth ?? 0
        return (at(line.demand.value), at(max(0, line.demand.value - width)), at(line.demand.value + width))
    }

    private func startDates(
        _ step: String, _ course: PathwaySim.Course, _ line: LoadCheck.Line, _ lines: [LoadCheck.Line],
        _ floor: LoadCheck.Estimate?
    ) -> LoadCheck.Wait? {
        guard case .dates(let all) = course.start, line.demand.value > 0 else { return nil }
        let count = all.count { $0 >= model.warmup && $0 < model.horizon }
        guard count > 0 else { return nil }
        var caveats = changes(line)
        if course.queueing.priority != nil { caveats.append(.priorities) }
        if course.queueing.patience != nil || course.queueing.balk != nil { caveats.append(.impatience) }
        if course.minimum > 1 { caveats.append(.minimumSize) }
        if groupsShareStaff(course) { caveats.append(.groupsOverlap) }
        if startsWaiting(at: step) { caveats.append(.startsWithList) }
        let unfit: [LoadCheck.Caveat] =
            (ending[step] == nil ? [] : [.datesEnd]) + (isShortOfStaff(course, line, lines) ? [.scarceStaff] : [])
        guard unfit.isEmpty else {
            return .init(
                step: step, formula: .startDates, unavoidable: floor, queueing: nil, low: nil, high: nil,
                caveats: unfit + caveats)
        }
        let queue = queue(line) { demand in
            StartDates.meanLeftOver(perDate: demand / Double(count), seats: course.maximum) / (demand / days)
        }
        if queue.value == nil { caveats.insert(.overloaded, at: 0) }
        return .init(
            step: step, formula: .startDates, unavoidable: floor, queueing: queue.value, low: queue.low,
            high: queue.high, caveats: caveats)
    }

    /// Whether what the course needs is scarcer than its seats: then citizens wait for that, and start dates say little.
    private func isShortOfStaff(
        _ course: PathwaySim.Course, _ seats: LoadCheck.Line, _ lines: [LoadCheck.Line]
    ) -> Bool {
        let needed = Set(course.needs.map(\.resource))
        return lines.contains { line in
            guard let resource = line.resource, needed.contains(resource) else { return false }
            // Without any there is nothing to begin with.
            guard let load = line.load?.value else { return line.demand.value > 0 }
            return load > max(0.5, seats.load?.value ?? 0)
        }
    }

    /// Whether groups that run at the same time may need more staff than there are.
    private func groupsShareStaff(_ course: PathwaySim.Course) -> Bool {
        guard case .dates(let all) = course.start, case .sessions(let sessions) = course.length else { return false }
        let dates = all.filter { $0 < model.horizon }.sorted()
        let span = SimTime(days: 7 * Double(max(0, sessions.count - 1)) / Double(max(1, sessions.weekdays.count)))
        let most = dates.map { start in dates.count { $0 >= start && $0 <= start + span } }.max() ?? 0
        return course.needs.contains { need in
            guard let resource = model.resources.first(where: { $0.name == need.resource }),
                case .servers(let servers) = resource.kind
            else { return false }
            return most * need.units > servers.largestCapacity
        }
    }

    private func serversQueue(
        _ step: String, _ service: Service, _ lines: [LoadCheck.Line], _ floor: LoadCheck.Estimate?
    ) -> LoadCheck.Wait? {
        guard service.needs.count == 1, let need = service.needs.first, need.units == 1, need.condition == nil,
            let line = lines.first(where: { $0.resource == need.resource }),
            let resource = model.resources.first(where: { $0.name == need.resource }),
            case .servers(let servers) = resource.kind
        else { return nil }
        var caveats = changes(line)
        if line.steps.count > 1 { caveats.append(.shared) }
        if servers.discipline == .priority || servers.discipline == .preemptive { caveats.append(.priorities) }
        if service.queueing.patience != nil || service.queueing.balk != nil || service.queueing.waitingRoom != nil {
            caveats.append(.impatience)
        }
        if !servers.shifts.isEmpty || servers.workingDaysOnly || !servers.changes.isEmpty || !resource.absences.isEmpty,
            !caveats.contains(.variesOverTime)
        {
            caveats.append(.variesOverTime)
        }
        if startsWaiting(at: step) { caveats.append(.startsWithList) }
        guard case .calendarDays = service.duration.unit, let (mean, deviation) = service.duration.amount.moments,
            mean > 0
        else {
            return .init(
                step: step, formula: .allenCunneen, unavoidable: floor, queueing: nil, low: nil, high: nil,
                caveats: caveats + [.unknownService])
        }
        let cv = deviation / mean
        // Hours on duty, as that many servers all the time.
        let hours = line.unit == .places ? 1.0 : 24 * 7
        let units = max(1, Int((line.capacity / hours).rounded()))
        let queue = queue(line) { demand in
            // Units in use over the length of one service.
            GeneralService.allenCunneen(
                arrivalRate: demand / (hours * mean), arrivalCV: 1, meanService: mean, cv: cv, servers: units)
        }
        if queue.value == nil { caveats.insert(.overloaded, at: 0) }
        return .init(
            step: step, formula: cv == 1 ? .erlangC : .allenCunneen, unavoidable: floor, queueing: queue.value,
            low: queue.low, high: queue.high, caveats: caveats)
    }

    /// Whether demand or capacity is uneven over the period.
    private func changes(_ line: LoadCheck.Line) -> [LoadCheck.Caveat] {
        let uneven = model.sources.contains { source in
            guard case .poisson(let profile) = source.process else { return true }
            return !profile.pieces.isEmpty || !profile.weekdayFactors.isEmpty || !profile.monthFactors.isEmpty
                || !profile.hourFactors.isEmpty || !profile.surges.isEmpty || profile.sinusoid != nil
                || profile.workingDaysOnly
        }
        var caveats: [LoadCheck.Caveat] = uneven || isUnevenlyOffered(line) ? [.variesOverTime] : []
        if model.sources.contains(where: { $0.batch != nil }) { caveats.append(.batches) }
        return caveats
    }

    /// Whether the slots of a line change over the period or are closed for some of it.
    private func isUnevenlyOffered(_ line: LoadCheck.Line) -> Bool {
        guard case .slots(let plan)? = model.resources.first(where: { $0.name == line.resource })?.kind else {
            return false
        }
        return !plan.closures.isEmpty || plan.changes.contains { $0.slotsPerWeek != plan.slotsPerWeek }
    }

    /// Whether there are far fewer slots in some part of the period than in another: then no formula of even slots fits.
    private func isHalfOffered(_ line: LoadCheck.Line) -> Bool {
        guard case .slots(let plan)? = model.resources.first(where: { $0.name == line.resource })?.kind else {
            return false
        }
        let rates = [plan.slotsPerWeek] + plan.changes.filter { $0.at < model.horizon }.map(\.slotsPerWeek)
        let closed = plan.closures.reduce(0.0) { $0 + ($1.to - $1.from).days }
        return (rates.min() ?? 0) < 0.5 * (rates.max() ?? 0) || closed > 0.1 * days
    }

    private func startsWaiting(at step: String) -> Bool {
        model.sources.contains { source in
            guard case .waitingList(let list) = source.process else { return false }
            return !list.isEmpty && source.entry.targets.contains { $0.step == step }
        }
    }
}

extension Resource {
    /// A place that is there day and night: hours of it mean nothing to anybody.
    fileprivate var isAlwaysOpenPlace: Bool {
        guard isPlace, case .servers(let servers) = kind else { return false }
        return servers.shifts.isEmpty && !servers.workingDaysOnly
    }
}

extension Step.Action {
    /// Whether it uses units or slots of a resource.
    fileprivate func uses(_ resource: String) -> Bool {
        switch self {
        case .service(let service): service.needs.contains { $0.resource == resource }
        case .seize(let seize): seize.needs.contains { $0.resource == resource }
        case .appointment(let appointment):
            appointment.slots == resource || appointment.also.contains { $0.resource == resource }
        case .course(let course): course.needs.contains { $0.resource == resource }
        default: false
        }
    }
}
