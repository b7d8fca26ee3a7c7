internal import PathwaySim

/// From the dates of a waiting list to how long each has waited.
extension OwnDataPlan {
    mutating func planLists() {
        guard let today = data.lists.keys.max(), let list = data.lists[today] else {
            for source in waitingSources { keep(source.label) }
            return
        }
        var table = OwnDataTable(title: Texts.listTitle(today), columns: [Texts.waitingTitle, Texts.waitedTitle])
        for step in words.steps {
            guard let waiting = list[step.id] else { continue }
            let total = waiting.reduce(0) { $0 + $1.count }
            let groups = Self.groups(waiting, start: start)
            table.rows.append([step.label, Self.shown(total), waited(groups, total)])
            let undated = waiting.filter { $0.since == nil }.reduce(0) { $0 + $1.count }
            if undated > 0 { note(.undatedWaiting(step: step.label, undated)) }
            if (1...Self.small).contains(total) { note(.fewWaiting(step: step.label)) }
        }
        show(table)
        planAppointments()
        for (path, value) in entries(list, start: start, asOf: today, after: [:]) { set(path, value) }
        planLastList(today)
        for asOf in data.lists.keys.sorted() { observe(asOf) }
    }

    /// Whoever is on a list when the year begins has been invited already: the first appointments are theirs, the
    /// longest-waiting first. With notice anew nobody would come in the first days, and the list would be too long by as many.
    private mutating func planAppointments() {
        let listed = Set(data.lists.values.flatMap(\.keys))
        for step in base.model.steps where listed.contains(step.name) {
            guard case .appointment = step.action, let lead = base.document["steps"]?[step.name]?["lead"] else {
                continue
            }
            let branches: [JSONNode] = [
                .members([("if", .text("elapsed > now")), ("draw", .text("0d"))]), .members([("draw", lead)]),
            ]
            for key in lead.object?.keys ?? [] where key != "choose" {
                set(["steps", step.name, "lead", key], JSONNode(.null))
            }
            set(["steps", step.name, "lead", "choose"], .list(branches))
        }
    }

    /// The list with which last year began.
    private mutating func planLastList(_ today: CivilDate) {
        guard let lastStart else { return }
        // Lists are made up around the turn of a month, not always on its last day.
        let near = data.lists.keys.filter { abs($0.daysSinceEpoch + 1 - lastStart.daysSinceEpoch) <= 7 }
        let nearest = near.min { a, b in
            abs(a.daysSinceEpoch + 1 - lastStart.daysSinceEpoch) < abs(b.daysSinceEpoch + 1 - lastStart.daysSinceEpoch)
        }
        guard let asOf = nearest, let list = data.lists[asOf] else {
            note(.noListThen(lastStart))
            return
        }
        let today = waitingSources.map { ($0.id, patch[["sources", $0.id, "count", "value"]]?.number ?? 0) }
        let counts = Dictionary(today, uniquingKeysWith: { first, _ in first })
        for (path, value) in entries(list, start: asOf.adding(days: 1), asOf: asOf, after: counts) {
            setLast(path, value)
        }
    }

    private mutating func observe(_ asOf: CivilDate) {
        guard let period = data.period, asOf >= period.lowerBound else { return }
        if asOf > period.upperBound.adding(days: 45) { note(.listOutsidePeriod(asOf)) }
        guard asOf <= period.upperBound.adding(days: 7) else { return }
        for step in words.steps {
            guard let waiting = data.lists[asOf]?[step.id] else { continue }
            let total = waiting.reduce(0) { $0 + $1.count }
            // A list of the first days after the period is that of its end.
            let day = min(asOf, period.upperBound)
            if !(1...Self.small).contains(total) {
                add(.init(kind: .waitingList, thing: step.id, from: day, to: day, value: Double(total)))
            } else {
                note(.fewFigures(1))
            }
        }
    }

    // MARK: The scenario's lists

    /// Sources of the example that are lists.
    private var waitingSources: [(id: String, step: String, label: Text)] {
        base.model.sources.compactMap { source in
            guard case .waitingList = source.process, let step = source.entry.targets.first?.step else { return nil }
            return (source.name, step, base.labels.text(.sources, source.name))
        }
    }

    /// What makes a list the scenario's: its source for each step, and none where nobody waits.
    ///
    /// - Parameter counts: what the sources hold when other than in the example.
    private func entries(
        _ list: [String: [OwnData.Waiting]], start: CivilDate, asOf: CivilDate, after counts: [String: Double]
    ) -> [(path: [String], value: JSONNode)] {
        var entries: [(path: [String], value: JSONNode)] = []
        var filled: Set<String> = []
        for source in waitingSources {
            // Only the first source of a step is used.
            let waiting = filled.contains(source.step) ? [] : list[source.step] ?? []
            filled.insert(source.step)
            let path = ["sources", source.id]
            let groups = Self.groups(waiting, start: start)
            let isFew = Self.isFew(waiting)
            let total = isFew ? Self.fewTaken : groups.reduce(0) { $0 + $1.count }
            for key in ["file", "columns"] where base.document["sources"]?[source.id]?[key] != nil {
                entries.append((path + [key], JSONNode(.null)))
            }
            let before = counts[source.id] ?? Double(exampleCount(source.id))
            if total == 0, before == 0 { continue }
            let what = isFew ? Texts.listTooSmall(asOf) : Texts.listArithmetic(total, asOf: asOf)
            entries.append((path + ["count"], number(Double(total), what)))
            guard let waited = Self.waited(groups) else { continue }
            // Another distribution of the example's must not stand beside it.
            for key in base.document["sources"]?[source.id]?["waited"]?.object?.keys ?? [] where key != "discrete" {
                entries.append((path + ["waited", key], JSONNode(.null)))
            }
            entries.append((path + ["waited", "discrete"], waited))
        }
        for step in words.steps where !filled.contains(step.id) {
            guard let waiting = list[step.id] else { continue }
            let groups = Self.groups(waiting, start: start)
            let isFew = Self.isFew(waiting)
            let total = isFew ? Self.fewTaken : groups.reduce(0) { $0 + $1.count }
            guard total > 0 else { continue }
            let what = isFew ? Texts.listTooSmall(asOf) : Texts.listArithmetic(total, asOf: asOf)
            var members: [(String, JSONNode)] = [
                ("kind", .text("waitingList")), ("step", .text(step.id)),
                ("count", number(Double(total), what)),
            ]
            if let waited = Self.waited(groups) { members.append(("waited", .members([("discrete", waited)]))) }
            members.append(("label", Self.localised(Texts.listLabel(step.label))))
            entries.append(
                (["sources", "own" + step.id.prefix(1).uppercased() + step.id.dropFirst()], .members(members)))
        }
        return entries
    }

    /// What one to four are taken as, whichever it is: their middle, rounded up as whoever is left out is missed. None at all
    /// would be an error to one side, of which the seats and conversations of a small town show every citizen (decision 0024).
    static let fewTaken = 3

    private static func isFew(_ waiting: [OwnData.Waiting]) -> Bool {
        (1...small).contains(waiting.reduce(0) { $0 + $1.count })
    }

    private func exampleCount(_ id: String) -> Int {
        guard case .waitingList(let waiters)? = base.model.sources.first(where: { $0.name == id })?.process else {
            return 0
        }
        return waiters.count
    }

    /// So many who have waited about so long; nil days when that is not known.
    struct WaitedGroup: Equatable {
        var days: Double?
        var count: Int
    }

    /// Those who wait by week of referral, the longest-waiting first, with weeks put together until each group has five.
    /// None of one to four in all.
    static func groups(_ waiting: [OwnData.Waiting], start: CivilDate) -> [WaitedGroup] {
        let total = waiting.reduce(0) { $0 + $1.count }
        guard total > small else { return [] }
        var weeks: [Int: (count: Int, days: Double)] = [:]
        var undated = 0
        for entry in waiting where entry.count > 0 {
            guard let since = entry.since else {
                undated += entry.count
                continue
            }
            // Referred on a day: in the middle of it.
            let days = Double(start.daysSinceEpoch - since.daysSinceEpoch) - 0.5
            let week = Int(days / 7)
            weeks[week, default: (0, 0)].count += entry.count
            weeks[week, default: (0, 0)].days += days * Double(entry.count)
        }
        var groups: [WaitedGroup] = []
        var open = (count: 0, days: 0.0)
        for (_, entry) in weeks.sorted(by: { $0.key > $1.key }) {
            open.count += entry.count
            open.days += entry.days
            if open.count > small {
                groups.append(.init(days: open.days / Double(open.count), count: open.count))
                open = (0, 0)
            }
        }
        if open.count > 0, let last = groups.popLast() {
            let days = (last.days ?? 0) * Double(last.count) + open.days
            groups.append(.init(days: days / Double(last.count + open.count), count: last.count + open.count))
        } else if open.count > 0 {
            undated += open.count
        }
        // Those without a date wait as the others do; alone they wait as in the example.
        guard undated > 0 else { return groups }
        if groups.isEmpty { return [.init(days: nil, count: undated)] }
        let dated = groups.reduce(0) { $0 + $1.count }
        var given = 0
        for index in groups.indices {
            let share = index == groups.count - 1 ? undated - given : groups[index].count * undated / max(1, dated)
            given += share
            groups[index].count += share
        }
        return groups
    }

    /// The waits as a distribution whose evenly spaced quantiles are these groups again.
    private static func waited(_ groups: [WaitedGroup]) -> JSONNode? {
        guard groups.allSatisfy({ $0.days != nil }), !groups.isEmpty else { return nil }
        let values = groups.sorted { ($0.days ?? 0) < ($1.days ?? 0) }.map { group in
            JSONNode.members([
                ("value", .text("\(NumberFormat.shortest(rounded(group.days ?? 0, 1)))d")),
                ("weight", .number(Double(group.count))),
            ])
        }
        return .list(values)
    }

    private func waited(_ groups: [WaitedGroup], _ total: Int) -> Text {
        let days = groups.compactMap(\.days)
        guard total > Self.small, let shortest = days.min(), let longest = days.max() else { return Text(same: "–") }
        // Counted by week, and where few wait by several: days would look more exact than they are.
        return Texts.waitedFromTo(Int((shortest / 7).rounded()), Int((longest / 7).rounded()))
    }
}
