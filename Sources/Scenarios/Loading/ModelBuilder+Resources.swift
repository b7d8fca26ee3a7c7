internal import PathwaySim

/// What citizens compete for.
extension ModelBuilder {
    mutating func resource(_ member: JSONObject.Member) -> Resource {
        let (node, path) = (member.value, "resources.\(member.key)")
        let absences = (node["absences"].map(Self.named) ?? []).compactMap { absence($0, "\(path).absences") }
        let kind: Resource.Kind =
            node["kind"]?.string == "slots" ? .slots(slotPlan(node, path)) : .servers(servers(node, path))
        return Resource(
            name: member.key, kind: kind, absences: absences, isPlace: node["place"]?.quantity.bool ?? false)
    }

    private mutating func absence(_ member: JSONObject.Member, _ parent: String) -> Absence? {
        let (node, path) = (member.value, "\(parent).\(member.key)")
        guard let rate = node["spellsPerYear"].flatMap({ number($0, "\(path).spellsPerYear", .init(0, 365)) }),
            let length = node["length"]
        else { return nil }
        guard let draw = durationDraw(length, "\(path).length") else { return nil }
        if !draw.countsCalendarDays {
            report(FormatProblem.openUnitOfDuration, length.span, "\(path).length")
        }
        return Absence(name: member.key, spellsPerYear: rate, length: draw.amount)
    }

    private mutating func servers(_ node: JSONNode, _ path: String) -> Servers {
        let limits = ValueForm.Limits(0, 1_000_000)
        var servers = Servers(capacity: node["capacity"].flatMap { integer($0, "\(path).capacity", limits) } ?? 0)
        servers.shifts = shifts(node["shifts"], "\(path).shifts")
        servers.workingDaysOnly = node["workingDaysOnly"]?.quantity.bool ?? false
        servers.changes = changes(node["changes"], "\(path).changes") { builder, change, inner in
            change["capacity"].flatMap { builder.integer($0, "\(inner).capacity", limits) }
        }.map { CapacityChange(at: $0.at, capacity: $0.value) }
        switch node["discipline"]?.string {
        case "lifo": servers.discipline = .lifo
        case "priority": servers.discipline = .priority
        case "preemptive": servers.discipline = .preemptive
        default: servers.discipline = .fifo
        }
        return servers
    }

    private mutating func slotPlan(_ node: JSONNode, _ path: String) -> SlotPlan {
        let limits = ValueForm.Limits(0, 100_000)
        var plan = SlotPlan(
            slotsPerWeek: node["slotsPerWeek"].flatMap { number($0, "\(path).slotsPerWeek", limits) } ?? 0,
            windows: shifts(node["windows"], "\(path).windows"),
            length: node["length"].flatMap { time($0, "\(path).length", .positive) } ?? .hour)
        if plan.windows.isEmpty {
            plan.windows = [
                Shift(weekdays: [1, 2, 3, 4, 5], from: SimTime(days: 8.0 / 24), to: SimTime(days: 16.0 / 24))
            ]
        }
        plan.workingDaysOnly = node["workingDaysOnly"]?.quantity.bool ?? true
        plan.changes = changes(node["changes"], "\(path).changes") { builder, change, inner in
            change["slotsPerWeek"].flatMap { builder.number($0, "\(inner).slotsPerWeek", limits) }
        }.map { SlotChange(at: $0.at, slotsPerWeek: $0.value) }
        plan.closures = (node["closures"]?.array ?? []).enumerated().compactMap { index, element in
            guard let range = dateRange(element, "\(path).closures.\(index)") else { return nil }
            return Closure(from: clock.instant(range.first), to: clock.instant(range.last.adding(days: 1)))
        }
        plan.staff = node["staff"].flatMap { integer($0, "\(path).staff", .init(1, 10_000)) } ?? 1
        for (index, window) in (node["windows"]?.array ?? []).enumerated() {
            guard let capacity = window["capacity"] else { continue }
            report(
                FormatProblem.needless(
                    "capacity",
                    because: both("slots are spread evenly over the windows", "tiderne fordeles jævnt over tidsrummene")
                ),
                capacity.span, "\(path).windows.\(index).capacity")
        }
        return plan
    }

    private mutating func shifts(_ node: JSONNode?, _ path: String) -> [Shift] {
        (node?.array ?? []).enumerated().compactMap { index, element in
            let inner = "\(path).\(index)"
            guard element.object != nil else { return nil }
            let days = element["days"].map { weekdays($0) } ?? [1, 2, 3, 4, 5]
            if let list = element["days"], list.array?.isEmpty ?? false {
                report(FormatProblem.empty, list.span, "\(inner).days")
            }
            let hours = element["hours"].flatMap { self.hours($0, "\(inner).hours") } ?? (.zero, .day)
            let capacity = element["capacity"].flatMap { integer($0, "\(inner).capacity", .init(0, 1e6)) }
            return Shift(weekdays: days, from: hours.from, to: hours.to, capacity: capacity)
        }
    }

    /// Values from instants on, which must be ascending.
    private mutating func changes<Value>(
        _ node: JSONNode?, _ path: String, _ read: (inout ModelBuilder, JSONNode, String) -> Value?
    ) -> [(at: SimTime, value: Value)] {
        var changes: [(at: SimTime, value: Value)] = []
        for (index, element) in (node?.array ?? []).enumerated() {
            let inner = "\(path).\(index)"
            guard let from = element["from"].flatMap({ instant($0, "\(inner).from", orBefore: true) }),
                let value = read(&self, element, inner)
            else { continue }
            if let last = changes.last, last.at >= from {
                report(FormatProblem.notAscending, element["from"]?.span ?? element.span, "\(inner).from")
                continue
            }
            changes.append((from, value))
        }
        return changes
    }
}
