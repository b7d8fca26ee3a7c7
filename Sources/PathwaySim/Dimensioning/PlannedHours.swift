/// The hours that a pathway's plans put in, whoever comes.
public enum PlannedHours {
    /// Hours a week in the counted period, absences aside: slots times their length, duty of staff that citizens use one by
    /// one (places are nobody's hours), and meetings of groups with planned dates times the staff each needs.
    ///
    /// Staff who only meet groups count by those meetings and not by their duty. It does not depend on luck.
    ///
    /// - Throws: `ModelError`, `SimulationError`.
    public static func perWeek(_ model: Model) throws -> Double {
        var present = model
        for index in present.resources.indices { present.resources[index].absences = [] }
        let offered = try PlannedCapacity(CompiledModel(present), seed: 1, replications: 1).offered
        var total = 0.0
        for (index, resource) in model.resources.enumerated() {
            switch resource.kind {
            case .slots(let plan): total += offered[index] * plan.length.days * 24
            case .servers: if !resource.isPlace, isUsedOneByOne(resource.name, model) { total += offered[index] }
            }
        }
        for step in model.steps {
            guard case .course(let course) = step.action, case .dates(let dates) = course.start,
                case .sessions(let sessions) = course.length
            else { continue }
            let groups = Double(dates.count { $0 >= model.warmup && $0 < model.horizon })
            let places = Set(model.resources.filter(\.isPlace).map(\.name))
            let staff = course.needs.filter { !isUsedOneByOne($0.resource, model) && !places.contains($0.resource) }
                .reduce(0) { $0 + $1.units }
            total += groups * Double(sessions.count) * sessions.length.days * 24 * Double(staff)
        }
        return total / ((model.horizon - model.warmup).days / 7)
    }

    private static func isUsedOneByOne(_ resource: String, _ model: Model) -> Bool {
        model.steps.contains { step in
            switch step.action {
            case .service(let service): service.needs.contains { $0.resource == resource }
            case .seize(let seize): seize.needs.contains { $0.resource == resource }
            case .appointment(let appointment): appointment.also.contains { $0.resource == resource }
            default: false
            }
        }
    }
}
