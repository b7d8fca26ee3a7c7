internal import PathwaySim

/// Turns a checked document into the engine's model.
///
/// Tolerant of everything the form checker has already reported: what cannot be read is left out or replaced by a
/// harmless value, so that all findings appear at once. The model is only to be used when nothing was found.
struct ModelBuilder {
    let document: JSONNode
    let declarations: Declarations
    let data: DataFiles
    let files: SourceFiles
    var diagnostics: [Diagnostic] = []
    /// Bytes of the data files that were read, by the name the scenario gives them.
    var dataRead: [String: [UInt8]] = [:]

    var start = CivilDate(daysSinceEpoch: 0)
    var horizon = SimTime.zero
    var calendar = WorkingCalendar.danish
    var parameters: [String: Double] = [:]
    /// Those that a rule has asked for.
    var parametersUsed: Set<String> = []
    /// Those of them that a rule reckons with; the others are only compared with something.
    var parametersReckoned: Set<String> = []
    var attributes: [Attribute] = []
    var kinds: [String: Attribute.Kind] = [:]
    /// Attributes a rule may use where the builder is; all of them except while they are drawn.
    var visible: [String: Attribute.Kind] = [:]

    /// - Parameter horizon: in place of the document's own.
    static func build(
        _ document: JSONNode, declarations: Declarations, data: DataFiles, files: SourceFiles,
        horizon: SimTime? = nil
    ) -> (model: Model, builder: ModelBuilder) {
        var builder = ModelBuilder(document: document, declarations: declarations, data: data, files: files)
        let model = builder.model(horizon: horizon)
        return (model, builder)
    }

    private mutating func model(horizon given: SimTime?) -> Model {
        if let node = document["start"] { start = date(node, "start") ?? start }
        if let node = document["horizon"] { horizon = span(node, "horizon") ?? .day }
        if horizon <= .zero || horizon.days > Self.longestRun, let node = document["horizon"] {
            report(
                FormatProblem.outOfRange(horizon.days, .init(0, Self.longestRun, exclusive: true)), node.span, "horizon"
            )
            horizon = .day
        }
        if let given { horizon = given }
        calendar = readCalendar()
        readParameters()
        readAttributes()
        visible = kinds
        var model = Model(start: start, horizon: horizon, calendar: calendar, attributes: attributes)
        model.warmup = document["warmup"].flatMap { span($0, "warmup") } ?? .zero
        model.sampleEvery = document["sampleEvery"].flatMap { span($0, "sampleEvery") } ?? SimTime(days: 7)
        if let node = document["sampleEvery"], model.sampleEvery < .minute {
            report(FormatProblem.outOfRange(model.sampleEvery.days, .positive), node.span, "sampleEvery")
            model.sampleEvery = .day
        }
        if let node = document["sampleEvery"] ?? document["horizon"],
            horizon.days / model.sampleEvery.days > Double(Self.recurrenceLimit)
        {
            let points = (horizon.days / model.sampleEvery.days).rounded()
            report(FormatProblem.tooMany(found: points, limit: Self.recurrenceLimit), node.span, "sampleEvery")
            model.sampleEvery = horizon
        }
        if let node = document["warmup"], given == nil, model.warmup >= horizon {
            report(FormatProblem.outOfRange(model.warmup.days, .init(0, horizon.days)), node.span, "warmup")
        }
        model.resources = members("resources").map { resource($0) }
        model.steps = members("steps").compactMap { step($0) }
        model.sources = members("sources").compactMap { source($0) } + members("cases").compactMap { caseSource($0) }
        model.deadlines = members("deadlines").compactMap { deadline($0) }
        model.intervals = members("intervals").compactMap { member in
            guard let from = member.value["from"]?.string, let to = member.value["to"]?.string else { return nil }
            return Interval(name: member.key, from: from, to: to)
        }
        model.worldEvents = members("worldEvents").map { worldEvent($0) }
        model.groupBy = groupings()
        model.reportedLevels = reportedLevels(model.steps)
        return model
    }

    /// Longest run, in days: some 27,000 years, for theory that needs millions of citizens.
    static var longestRun: Double { 10_000_000 }

    /// How far the law of the number present is reported: 50 levels for method examples of queueing (no appointments,
    /// courses, messages or decisions), for which there are exact laws, and otherwise as far as the scenario names
    /// `number.STEP.pN` among its headline or expected measures.
    private func reportedLevels(_ steps: [Step]) -> Int {
        let names =
            (document["headline"]?.array ?? []).compactMap(\.string)
            + members("expected").map { $0.value["measure"]?.string ?? $0.key }
        let named = names.compactMap { name -> Int? in
            guard name.hasPrefix("number."), let last = name.split(separator: ".").last, last.first == "p" else {
                return nil
            }
            return Int(last.dropFirst()).map { min(max($0, 0), 999) + 1 }
        }
        let isQueueing = steps.allSatisfy { step in
            switch step.action {
            case .appointment, .course, .message, .choice, .waitFor: false
            default: true
            }
        }
        return max(document["kind"]?.string == "method" && isQueueing ? 50 : 0, named.max() ?? 0)
    }

    /// The named things of a section, without what the section says about itself.
    func members(_ section: String) -> [JSONObject.Member] { document[section].map(Self.named) ?? [] }

    /// The members of a map that are things: not its provenance.
    static func named(_ node: JSONNode) -> [JSONObject.Member] {
        (node.object?.members ?? []).filter { !ScenarioFormat.provenanceKeys.contains($0.key) }
    }

    mutating func report(_ facts: any DiagnosticFacts, _ span: SourceSpan, _ path: String) {
        diagnostics.append(Diagnostic(facts, span: span, path: path))
    }

    // MARK: Calendar, parameters, groups

    private mutating func readCalendar() -> WorkingCalendar {
        guard let node = document["calendar"] else { return .danish }
        var calendar = node["base"]?.string == "always" ? WorkingCalendar.always : .danish
        if let days = node["workdays"] { calendar.workdays = weekdays(days) }
        if let holidays = node["holidays"] {
            switch holidays.string {
            case "danish": calendar.holidays = .danish
            case "none": calendar.holidays = .none
            default:
                let dates = (holidays.array ?? []).enumerated().compactMap { date($1, "calendar.holidays.\($0)") }
                calendar.holidays = .listed(dates)
            }
        }
        if let hours = node["hours"], let (opens, closes) = self.hours(hours, "calendar.hours") {
            calendar.opens = opens
            calendar.closes = closes
        }
        for (index, closed) in (node["closed"]?.array ?? []).enumerated() {
            readClosed(closed, "calendar.closed.\(index)", into: &calendar)
        }
        if calendar.workdays.isEmpty { report(FormatProblem.outsideCalendar, node.opening, "calendar") }
        return calendar
    }

    private mutating func readClosed(_ node: JSONNode, _ path: String, into calendar: inout WorkingCalendar) {
        guard let text = node.string else { return }
        let parts = text.split(separator: "-")
        if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]), text.utf8.count == 5,
            (1...12).contains(month), (1...CivilDate.daysInMonth(year: 2024, month: month)).contains(day)
        {
            calendar.closedEveryYear.append(MonthDay(month: month, day: day))
        } else if let range = dateRange(node, path) {
            calendar.closedRanges.append(range)
        }
    }

    private mutating func readParameters() {
        for member in members("parameters") {
            let value = number(member.value, "parameters.\(member.key)")
            parameters[member.key] = value ?? 0
        }
    }

    private mutating func groupings() -> [Grouping] {
        var groupings: [Grouping] = []
        for (index, node) in (document["by"]?.array ?? []).enumerated() {
            if let name = node.string {
                groupings.append(Grouping(attribute: name))
            } else {
                for member in Self.named(node) {
                    let path = "by.\(index).\(member.key)"
                    let bands = (member.value.array ?? []).compactMap { number($0, path) }
                    if zip(bands, bands.dropFirst()).contains(where: { $0 >= $1 }) {
                        report(FormatProblem.notAscending, member.value.span, path)
                    }
                    groupings.append(Grouping(attribute: member.key, bands: bands))
                }
            }
        }
        return groupings
    }

    // MARK: Events and deadlines

    private mutating func worldEvent(_ member: JSONObject.Member) -> WorldEvent {
        let path = "worldEvents.\(member.key)"
        if let every = member.value["every"] {
            return WorldEvent(name: member.key, instants: recurrence(every, distance: every["every"], "\(path).every"))
        }
        let instants = (member.value["at"]?.array ?? []).enumerated().compactMap { instant($1, "\(path).at.\($0)") }
        return WorldEvent(name: member.key, instants: instants.sorted())
    }

    private mutating func deadline(_ member: JSONObject.Member) -> Deadline? {
        let (node, path) = (member.value, "deadlines.\(member.key)")
        guard let from = node["from"]?.string, let to = node["to"]?.string, let limitNode = node["limit"],
            let limit = limit(limitNode, "\(path).limit")
        else { return nil }
        var deadline = Deadline(name: member.key, from: from, to: to, limit: limit)
        deadline.endsAt = node["endsAt"].flatMap { timeOfDay($0, "\(path).endsAt") }
        deadline.condition = node["if"].flatMap { condition($0, "\(path).if") }
        deadline.cancelledBy = (node["cancelledBy"]?.array ?? []).compactMap(\.string)
        deadline.validFrom = node["validFrom"].flatMap { date($0, "\(path).validFrom") }.map { clock.instant($0) }
        deadline.validTo = node["validTo"].flatMap { date($0, "\(path).validTo") }
            .map { clock.instant($0.adding(days: 1)) }
        return deadline
    }

    private mutating func limit(_ node: JSONNode, _ path: String) -> Deadline.Limit? {
        let node = node.quantity
        guard let text = node.string else { return nil }
        do throws(DurationProblem) {
            let duration = try DurationText(parsing: text, allowingNegative: true)
            let whole = duration.amount == duration.amount.rounded()
            switch duration.unit {
            case .workingDays: return .workingDays(Int(duration.amount))
            case .months: return .months(Int(duration.amount))
            case .years: return .months(Int(duration.amount) * 12)
            case .weeks where whole: return .days(Int(duration.amount) * 7)
            case .days where whole: return .days(Int(duration.amount))
            default: return .hours((duration.days ?? 0) * 24)
            }
        } catch {
            report(error, node.span, path)
            return nil
        }
    }

    var clock: CivilClock { CivilClock(start: start) }
}

extension JSONNode {
    /// The quantity itself, taken out of `{"value": …, "source": …}`.
    var quantity: JSONNode {
        guard let value = self["value"] else { return self }
        return value
    }
}
