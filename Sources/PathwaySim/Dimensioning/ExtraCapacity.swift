/// More of a resource from the start of the run, for good or for some time.
public struct ExtraCapacity: Hashable, Sendable {
    public var resource: String
    /// Slots a week, or units on duty (whole); ≥ 0.
    public var amount: Double
    /// When it ends; nil when it stays.
    public var until: SimTime?

    public init(resource: String, amount: Double, until: SimTime? = nil) {
        self.resource = resource
        self.amount = amount
        self.until = until
    }

    /// The model with it; what the plan says about later changes is raised by as much.
    ///
    /// Nil when there is no such resource, and when its shifts each have their own number of units and the extra ones are to
    /// end: a shift's own number cannot change over time.
    public func applied(to model: Model) -> Model? {
        guard let index = model.resources.firstIndex(where: { $0.name == resource }) else { return nil }
        var model = model
        switch model.resources[index].kind {
        case .slots(var plan):
            let changes = plan.changes.map { (at: $0.at, value: $0.slotsPerWeek) }
            let raised = raised(plan.slotsPerWeek, changes)
            plan.slotsPerWeek = raised.first
            plan.changes = raised.changes.map { SlotChange(at: $0.at, slotsPerWeek: $0.value) }
            model.resources[index].kind = .slots(plan)
        case .servers(var servers):
            let units = Int(min(1e6, max(0, amount)).rounded())
            if servers.shifts.contains(where: { $0.capacity != nil }), until != nil { return nil }
            for shift in servers.shifts.indices {
                servers.shifts[shift].capacity = servers.shifts[shift].capacity.map { $0 + units }
            }
            let changes = servers.changes.map { (at: $0.at, value: Double($0.capacity)) }
            let raised = raised(Double(servers.capacity), changes)
            servers.capacity = Int(raised.first)
            servers.changes = raised.changes.map { CapacityChange(at: $0.at, capacity: Int($0.value)) }
            model.resources[index].kind = .servers(servers)
        }
        return model
    }

    /// A stepwise plan, raised until the extra ends.
    private func raised(
        _ first: Double, _ changes: [(at: SimTime, value: Double)]
    ) -> (first: Double, changes: [(at: SimTime, value: Double)]) {
        guard let until else { return (first + amount, changes.map { ($0.at, $0.value + amount) }) }
        var result = changes.filter { $0.at < until }.map { (at: $0.at, value: $0.value + amount) }
        // Back to what the plan says at that time, unless it changes at that very instant.
        let then = changes.last { $0.at <= until }?.value ?? first
        result.append((until, then))
        result += changes.filter { $0.at > until }
        return (first + amount, result)
    }

    /// The resource whose units or slots a step's waiting citizens wait for first; nil for steps that wait for groups, for
    /// events, or not at all.
    public static func resource(of step: Step) -> String? { asked(by: step).first }

    /// The resources whose units or slots a step's citizens wait for one by one.
    static func asked(by step: Step) -> [String] {
        switch step.action {
        case .appointment(let appointment): [appointment.slots]
        case .service(let service): service.needs.map(\.resource)
        case .seize(let seize): seize.needs.map(\.resource)
        default: []
        }
    }

    /// Slots a week or units of a resource at the start of the run; nil when there is no such resource.
    public static func present(_ resource: String, in model: Model) -> Double? {
        guard let found = model.resources.first(where: { $0.name == resource }) else { return nil }
        switch found.kind {
        case .slots(let plan): return plan.changes.last { $0.at <= .zero }?.slotsPerWeek ?? plan.slotsPerWeek
        case .servers(let servers):
            let own = servers.shifts.compactMap(\.capacity)
            if !own.isEmpty, own.count == servers.shifts.count { return Double(own.max() ?? 0) }
            return Double(servers.changes.last { $0.at <= .zero }?.capacity ?? servers.capacity)
        }
    }
}
