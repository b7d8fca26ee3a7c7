/// The rows of the compiled model that the event loop reads, behind plain pointers.
///
/// An array of the compiled model costs a bounds check and two loads before the row, and reading one field of a row may
/// copy all of it; these tables cost one load and read the field in place (docs/decisions/0008). A few kilobytes, made
/// once per replication; what is looked up once a group or once a day stays in `compiled.model`.
struct Plan {
    let steps: Table<CompiledStep>
    let services: Table<CompiledService>
    let queueings: Table<CompiledQueueing>
    let needs: Table<CompiledNeed>
    let messages: Table<CompiledMessage>
    let branchRules: Table<CompiledRule>
    let closes: Table<CompiledClose>
    let courses: Table<CompiledCourse>
    let routes: Table<CompiledRoute>
    let routeTargets: Table<RouteTarget>
    let draws: Table<CompiledDraw>
    let samplers: Table<Sampler>
    /// The tables of the ziggurat method, which begin the sampler tables.
    let ziggurat: Table<Double>
    /// A copy of the replication's own: threads that share an array wait for each other whenever they hold it.
    let samplerTables: [Double]
    let duty: DutyPlan
    let choiceOptions: Table<CompiledOption>
    let attributeDraws: Table<CompiledAttributeDraw>
    let attributePurposes: Table<UInt32>
    let weights: Table<CompiledFormula>
    let sources: Table<CompiledSource>
    let sourceDraws: Table<Int32>
    /// What arrivals are drawn for; no step or attribute can have this name.
    let arrivalPurpose = NameHash.hash32("arrival instant")
    let groupings: Table<GroupingRow>

    /// A grouping without its names.
    struct GroupingRow {
        var attribute: Int32
        /// Place of its first label.
        var first: Int32
        var labelCount: Int32
        var isBanded: Bool
    }

    init(_ model: CompiledModel) {
        steps = Table(model.steps)
        services = Table(model.services)
        queueings = Table(model.queueings)
        needs = Table(model.needs)
        messages = Table(model.messages)
        branchRules = Table(model.branchRules)
        closes = Table(model.closes)
        courses = Table(model.courses)
        routes = Table(model.routes)
        routeTargets = Table(model.routeTargets)
        draws = Table(model.draws)
        samplers = Table(model.samplers)
        ziggurat = Table(Array(model.tables.prefix(Ziggurat.tableCount)))
        samplerTables = model.tables.map { $0 }
        duty = DutyPlan(model.resources)
        choiceOptions = Table(model.choiceOptions)
        attributeDraws = Table(model.attributeDraws)
        attributePurposes = Table(model.attributePurposes)
        weights = Table(model.weights)
        sources = Table(model.sources)
        sourceDraws = Table(model.sourceDraws)
        var first: Int32 = 1
        groupings = Table(
            model.groupings.map { grouping in
                let count = Int32(grouping.labelCount)
                defer { first += count }
                return GroupingRow(
                    attribute: grouping.attribute, first: first, labelCount: count, isBanded: !grouping.bands.isEmpty)
            })
    }
}
