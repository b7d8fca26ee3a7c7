import PathwaySim
import Scenarios

/// What a manager decides by: alternatives side by side, in the words of a budget.
struct ManagerTable {
    /// What turns hours into staff and money.
    struct Terms {
        /// Kroner an hour; nil when no rate was given.
        var rate: Double?
        /// Working hours of a full-time employee a year, holidays taken off.
        var fullTime: Double
        /// Preparation, documentation and travel, as a share of the hours with citizens.
        var besides: Double

        static let standardFullTime = 1_640.0
        static let standard = Terms(rate: nil, fullTime: standardFullTime, besides: 0)
    }

    struct Row {
        var label: Text
        /// For programs: a measure's name or, of what is added up, a name of its own.
        var name: String
        var unit: String
        /// One for each alternative, the base first; nil where there is none.
        var values: [Value?]
        var scale = 1.0
        /// Whether it is shown between which values 8 of 10 years lie.
        var showsYears = false
    }

    enum Value {
        /// As planned: known without luck.
        case planned(Double)
        case measured(Measure)
    }

    /// A month of the forecast of those who wait at a step.
    struct Month {
        /// The last sampled day of the month.
        var date: CivilDate
        /// One for each alternative: mean, half-width, and between which 8 of 10 years lie.
        var waiting: [(mean: Double, halfWidth: Double?, low: Double, high: Double)?]
    }

    let report: ComparisonReport
    let terms: Terms
    private(set) var rows: [Row] = []
    private(set) var forecasts: [(step: String, months: [Month])] = []

    private let contenders: [Contender]
    private let results: [RunResult]
    private var level: Double { report.comparison.level }

    init(_ report: ComparisonReport, terms: Terms) {
        self.report = report
        self.terms = terms
        contenders = [report.base] + report.variants
        results = [report.comparison.base] + report.comparison.variants.map(\.result)
        rows = slots() + groups() + hours() + outcomes() + waits() + promises()
        forecasts = waitSteps.map { ($0, months($0)) }.filter { !$0.months.isEmpty }
    }

    private var scenario: Scenario? { report.scenario }

    /// Waits that the scenario calls most important.
    var waitSteps: [String] {
        report.comparison.headline.filter { $0.hasPrefix("wait.") && $0.hasSuffix(".p90") }.map {
            String($0.dropFirst(5).dropLast(4))
        }
    }

    // MARK: What is put in

    private func slots() -> [Row] {
        guard let scenario else { return [] }
        return scenario.model.resources.compactMap { resource in
            guard case .slots = resource.kind else { return nil }
            let values = contenders.map { contender in
                contender.scenario.flatMap { ExtraCapacity.present(resource.name, in: $0.model) }.map(Value.planned)
            }
            return Row(
                label: Texts.slotsAWeek(scenario.labels.text(.resources, resource.name).safe),
                name: "slotsPerWeek.\(resource.name)", unit: "slots/week", values: values)
        }
    }

    /// The steps that gather a group; one seat is no group.
    private func courses(_ contender: Contender) -> [(name: String, seats: Int)] {
        (contender.scenario ?? scenario)?.model.steps.compactMap { step in
            guard case .course(let course) = step.action, course.maximum > 1 else { return nil }
            return (step.name, course.maximum)
        } ?? []
    }

    private func groups() -> [Row] {
        [
            Row(
                label: Texts.groupsStarted, name: "groups", unit: "count",
                values: added("groups", .count) { "groups.\($0.name).count" }),
            Row(
                label: Texts.groupsCalledOff, name: "groupsCancelled", unit: "count",
                values: added("groupsCancelled", .count) { "groups.\($0.name).cancelled" }),
            Row(label: Texts.seatUse, name: "seatUse", unit: "share", values: seatUse(), scale: 100),
        ].filter { row in row.values.contains { $0 != nil } }
    }

    /// A sum over the courses of each alternative.
    private func added(
        _ name: String, _ unit: Measure.Unit, _ measure: ((name: String, seats: Int)) -> String
    ) -> [Value?] {
        zip(contenders, results).map { contender, result in
            let parts = courses(contender).compactMap { result.measure(measure($0)) }
            return Measure.sum(parts.map { ($0, 1) }, name: name, unit: unit, level: level).map(Value.measured)
        }
    }

    /// Seats taken of the seats in the groups that started, all courses together.
    private func seatUse() -> [Value?] {
        zip(contenders, results).map { contender, result in
            var pairs = Array(repeating: (0.0, 0.0), count: result.replications)
            for course in courses(contender) {
                guard let groups = result.measure("groups.\(course.name).count"),
                    let size = result.measure("group.\(course.name).size.mean"),
                    groups.perReplication.count == pairs.count, size.perReplication.count == pairs.count
                else { continue }
                for index in pairs.indices {
                    let count = groups.perReplication[index] ?? 0
                    pairs[index].0 += count * (size.perReplication[index] ?? 0)
                    pairs[index].1 += count * Double(course.seats)
                }
            }
            guard pairs.contains(where: { $0.1 > 0 }) else { return nil }
            return .measured(Measure.ratio(pairs, name: "seatUse", unit: .share, level: level))
        }
    }

    /// Hours, full-time staff and money, for each party that staff belong to.
    private func hours() -> [Row] {
        guard let scenario else { return [] }
        var parties: [String] = []
        for resource in scenario.model.resources where resource.hasDutyHours {
            let actor = scenario.document["resources"]?[resource.name]?["actor"]?.string ?? ""
            if !parties.contains(actor) { parties.append(actor) }
        }
        let perYear = 365 / max(1, report.base.days)
        return parties.flatMap { party -> [Row] in
            let label = party.isEmpty ? Texts.otherStaff : scenario.labels.text(.parties, party).safe
            let contact = zip(contenders, results).map { total($0, $1, of: party) }
            func row(_ text: Text, _ name: String, _ unit: String, _ weight: Double) -> Row {
                Row(
                    label: text, name: party.isEmpty ? name : "\(name).\(party)", unit: unit,
                    values: contact.map { measure in
                        measure.flatMap {
                            Measure.sum([($0, weight)], name: name, unit: .hours, level: level)
                        }.map(Value.measured)
                    })
            }
            var rows = [row(Texts.hoursAYear(label), "hours", "hours/year", perYear)]
            rows.append(row(Texts.fullTime(label), "fullTime", "employees", perYear / terms.fullTime))
            if let rate = terms.rate { rows.append(row(Texts.kroner(label), "cost", "DKK/year", perYear * rate)) }
            return rows.filter { row in row.values.contains { $0 != nil } }
        }
    }

    /// A party's hours in the counted period: with citizens, what comes besides, and messages.
    private func total(_ contender: Contender, _ result: RunResult, of party: String) -> Measure? {
        guard let own = contender.scenario ?? scenario else { return nil }
        var parts: [(measure: Measure, weight: Double)] = []
        for resource in own.model.resources where resource.hasDutyHours {
            guard (own.document["resources"]?[resource.name]?["actor"]?.string ?? "") == party,
                let hours = result.measure("hours.\(resource.name)")
            else { continue }
            parts.append((offered(hours, resource, result) ?? hours, 1 + terms.besides))
        }
        if let messages = result.measure("hours.\(party).messages") { parts.append((messages, 1)) }
        return Measure.sum(parts, name: "hours", unit: .hours, level: level)
    }

    /// The hours of all slots, used or not: whoever sets slots aside for citizens has no others to do in them. Nil for other
    /// staff.
    private func offered(_ hours: Measure, _ resource: Resource, _ result: RunResult) -> Measure? {
        guard case .slots(let plan) = resource.kind, let slots = result.measure("slots.\(resource.name).offered") else {
            return nil
        }
        return Measure.sum([(slots, plan.length.days * 24)], name: hours.name, unit: .hours, level: level)
    }

    /// Resources that have no hours here: places, which nobody is paid for, and what is there day and night.
    var withoutHours: [Text] {
        guard let scenario else { return [] }
        return scenario.model.resources.filter { !$0.hasDutyHours }.map {
            scenario.labels.text(.resources, $0.name).safe
        }
    }

    // MARK: What comes out

    private func outcomes() -> [Row] {
        [
            Row(
                label: Texts.coursesCompleted, name: "completed", unit: "count",
                values: added("completed", .count) { "throughput.\($0.name)" }),
            measured("closed.count", Texts.citizensFinished),
        ].filter { row in row.values.contains { $0 != nil } }
    }

    private func waits() -> [Row] {
        waitSteps.flatMap { step in
            let label = scenario?.labels.text(.steps, step).safe ?? Text(same: Escaping.terminalSafe(step))
            var rows = [
                measured("wait.\(step).p90", Texts.nineOfTenWait(label)),
                measured("wait.\(step).census.count", Texts.waitingThen(label)),
            ]
            for index in rows.indices { rows[index].showsYears = true }
            return rows
        }.filter { row in row.values.contains { $0 != nil } }
    }

    private func promises() -> [Row] {
        (scenario?.model.deadlines ?? []).map { deadline in
            let label = scenario?.labels.text(.deadlines, deadline.name).safe ?? Text(same: deadline.name)
            return measured("deadline.\(deadline.name).share", Texts.promiseKept(label))
        }.filter { row in row.values.contains { $0 != nil } }
    }

    /// The parties that are general practice: those with the role, else the one called `gp`.
    private static func practices(_ scenario: Scenario) -> Set<String> {
        let parties = scenario.document["parties"]?.object?.members ?? []
        let named = parties.filter { $0.value["role"]?.string == "generalPractice" }.map(\.key)
        return named.isEmpty ? ["gp"] : Set(named)
    }

    /// What the parties spend on messages, in minutes a week, and how many of each message general practice sends or
    /// receives; of all messages where no party is general practice.
    func practiceRows() -> [Row] {
        guard let scenario else { return [] }
        let parties = results[0].measures.filter { $0.by == nil }.map(\.name)
            .filter { $0.hasPrefix("hours.") && $0.hasSuffix(".messages") }
        let perWeek = 60 * 7 / max(1, report.base.days)
        let work = parties.map { name -> Row in
            let party = String(name.dropFirst("hours.".count).dropLast(".messages".count))
            return Row(
                label: Texts.minutesOnMessages(scenario.labels.text(.parties, party).safe), name: name,
                unit: "minutes/week",
                values: results.map { result in
                    result.measure(name).flatMap {
                        Measure.sum([($0, perWeek)], name: name, unit: .number, level: level)
                    }.map(Value.measured)
                })
        }
        return work
            + practiceMessages(scenario).compactMap { kind in
                let name = "messages.\(kind).count"
                guard results.contains(where: { $0.measure(name)?.mean ?? 0 > 0 }) else { return nil }
                return measured(name, Texts.messagesSent(scenario.labels.text(.messages, kind).safe))
            }
    }

    /// In the order of the model's steps, answers after what they answer.
    private func practiceMessages(_ scenario: Scenario) -> [String] {
        let messages = scenario.model.steps.compactMap { step -> Message? in
            guard case .message(let message) = step.action else { return nil }
            return message
        }
        let practices = Self.practices(scenario)
        let own = messages.filter { practices.contains($0.from) || practices.contains($0.to) }
        var kinds: [String] = []
        for message in own.isEmpty ? messages : own {
            for kind in [message.kind, message.returnKind, message.acknowledgement] {
                if let kind, !kinds.contains(kind) { kinds.append(kind) }
            }
        }
        return kinds
    }

    private func measured(_ name: String, _ label: Text) -> Row {
        let measures = results.map { $0.measure(name) }
        let unit = measures.lazy.compactMap { $0 }.first?.unit ?? .number
        return Row(
            label: label, name: name, unit: unit.rawValue, values: measures.map { $0.map(Value.measured) },
            scale: unit.scale)
    }

    /// Whether an alternative's value differs from the base's beyond chance, all of the table judged together (Bonferroni).
    func isDifferent(_ row: Row, _ alternative: Int) -> Bool {
        guard alternative > 0, case .measured(let base)? = row.values[0],
            case .measured(let value)? = row.values[alternative]
        else { return false }
        let tests = max(1, rows.count * (contenders.count - 1))
        return value.difference(
            from: base, level: 1 - (1 - level) / Double(tests), isPaired: report.comparison.isPaired
        ).isDistinguishable
    }

    // MARK: Month by month

    private func months(_ step: String) -> [Month] {
        guard let start = scenario?.model.start else { return [] }
        var months: [Month] = []
        for (index, result) in results.enumerated() {
            guard let series = result.series.first(where: { $0.name == "waiting.\(step)" }) else { continue }
            for place in series.at.indices {
                let date = start.adding(days: Int((series.at[place].days + 1e-9).rounded(.down)))
                let isLast =
                    place + 1 == series.at.count
                    || start.adding(days: Int((series.at[place + 1].days + 1e-9).rounded(.down))).month != date.month
                guard isLast else { continue }
                let month = months.firstIndex { $0.date.year == date.year && $0.date.month == date.month }
                if month == nil {
                    months.append(Month(date: date, waiting: Array(repeating: nil, count: results.count)))
                }
                months[month ?? months.count - 1].waiting[index] = (
                    series.mean[place], series.halfWidth[place], series.low[place], series.high[place]
                )
            }
        }
        // A month of which only the first days were run is no month.
        return months.sorted { $0.date < $1.date }.filter { $0.date.day > $0.date.daysInMonth - 7 }
    }
}
