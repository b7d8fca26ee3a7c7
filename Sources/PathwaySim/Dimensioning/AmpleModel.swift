/// The same pathway where nobody waits for anything that is scarce and nobody gives up: what it asks for.
///
/// Capacity is as good as unlimited, groups have room for everyone and start with one, staff are never away, and citizens
/// do not balk, renege or decline a late slot; only where a course has no date left do those who would give up do so, at
/// once. What remains is routing, no-shows, re-bookings, lead times, start dates and opening hours. Course staff are borrowed
/// from elsewhere, so that what a course needs can be reckoned for full groups.
struct AmpleModel {
    /// Units of each server resource.
    static let units = 10_000
    /// Seats of each group.
    static let seats = 1_000_000

    let model: Model

    /// - Parameters:
    ///   - model: its horizon may reach beyond that of the arrivals.
    ///   - arrivalsEnd: nobody arrives from then on; nil when arrivals go on to the end.
    ///   - ending: courses whose last date comes before the period is over.
    init(_ model: Model, arrivalsEnd: SimTime?, ending: Set<String> = []) {
        var ample = model
        let weeks = max(1, model.horizon.days / 7)
        let perWeek = AmpleModel.mostArrivals(model) / weeks
        let slots = min(5_000, max(50, 5 * perWeek.rounded(.up)))
        ample.resources = model.resources.map { AmpleModel.ample($0, slotsPerWeek: slots) }
        let staff = AmpleModel.staff(besides: model)
        ample.resources += staff.map { Resource(name: $0, kind: .servers(Servers(capacity: AmpleModel.units))) }
        ample.steps = model.steps.map { AmpleModel.ample($0, staff: staff, ends: ending.contains($0.name)) }
        ample.sources = model.sources.map { AmpleModel.until(arrivalsEnd, $0) }
        ample.groupBy = []
        ample.deadlines = []
        ample.intervals = []
        self.model = ample
    }

    /// A bound on arrivals that the slots must have room for, no-shows and several conversations each included.
    private static func mostArrivals(_ model: Model) -> Double {
        model.sources.reduce(0) { sum, source in
            let batch = ExpectedArrivals.batch(of: source) ?? 1
            return sum + (ExpectedArrivals.count(of: source, in: model, from: .zero, to: model.horizon) ?? 0) * batch
        }
    }

    private static func ample(_ resource: Resource, slotsPerWeek: Double) -> Resource {
        var resource = resource
        resource.absences = []
        switch resource.kind {
        case .slots(var plan):
            plan.slotsPerWeek = slotsPerWeek
            plan.changes = []
            plan.closures = []
            resource.kind = .slots(plan)
        case .servers(var servers):
            servers.capacity = units
            servers.changes = []
            servers.shifts = servers.shifts.map { shift in
                var shift = shift
                if shift.capacity != nil { shift.capacity = units }
                return shift
            }
            resource.kind = .servers(servers)
        }
        return resource
    }

    /// Names for the staff of courses that hold them throughout and of those that book them for each session.
    private static func staff(besides model: Model) -> [String] {
        let taken = Set(model.resources.map(\.name) + model.steps.map(\.name))
        return ["borrowedThroughout", "borrowedForSessions"].map { name in
            var name = name
            while taken.contains(name) { name += "X" }
            return name
        }
    }

    private static func ample(_ step: Step, staff: [String], ends: Bool) -> Step {
        var step = step
        switch step.action {
        case .service(var service):
            service.queueing = Queueing()
            step.action = .service(service)
        case .seize(var seize):
            seize.queueing = Queueing()
            step.action = .seize(seize)
        case .appointment(var appointment):
            appointment.priority = nil
            appointment.longestAcceptable = nil
            appointment.balked = nil
            appointment.patience = nil
            appointment.reneged = nil
            step.action = .appointment(appointment)
        case .course(var course):
            course.queueing = ends ? untilLastDate(course) : Queueing()
            if !course.needs.isEmpty {
                course.needs = [Need(resource: course.staffing == .wholeCourse ? staff[0] : staff[1])]
            }
            course.minimum = 1
            if case .whenFull = course.start {} else { course.maximum = seats }
            step.action = .course(course)
        case .waitFor(var wait):
            wait.patience = nil
            wait.reneged = nil
            step.action = .waitFor(wait)
        default: break
        }
        return step
    }

    /// Nobody gives up before the last start date; who would give up then does so.
    private static func untilLastDate(_ course: Course) -> Queueing {
        guard case .dates(let dates) = course.start, let last = dates.max(), course.queueing.patience != nil,
            let reneged = course.queueing.reneged
        else { return Queueing() }
        // A moment after the date, when the group has begun.
        let left = Formula.binary(.subtract, .constant(last.days + 0.001), .state(.nowDays))
        return Queueing(
            patience: DurationDraw(.formula(.binary(.maximum, .constant(0.001), left))), reneged: reneged)
    }

    /// The source without arrivals from an instant on, and without those who wait at the start.
    private static func until(_ end: SimTime?, _ source: ArrivalSource) -> ArrivalSource {
        var source = source
        switch source.process {
        case .poisson(var profile):
            if let end {
                profile.surges.append(.init(from: end, to: SimTime(ticks: .max / 4), factor: 0))
            }
            source.process = .poisson(profile)
        case .recorded(let list):
            source.process = .recorded(list.filter { arrival in end.map { arrival.at < $0 } ?? true })
        case .waitingList: source.process = .waitingList([])
        case .renewal, .cases: break
        }
        return source
    }
}

extension NumberDraw {
    /// The mean where it is known without running anything: of a distribution or a constant; nil for rules.
    var mean: Double? { moments?.mean }

    /// Mean and standard deviation where they are known so.
    var moments: (mean: Double, deviation: Double)? {
        switch self {
        case .distribution(let distribution): (distribution.mean, distribution.standardDeviation)
        case .formula(.constant(let value)): (value, 0)
        case .formula, .choose: nil
        }
    }
}
