internal import PathwaySim

/// From monthly counts to rates.
extension OwnDataPlan {
    /// What is known of the referrals of one name (a source, or several that stand together) in the period.
    private struct Counts {
        var sources: [String]
        /// By month of the year, 1 … 12.
        var counts: [Int: Int] = [:]

        var total: Int { counts.values.reduce(0, +) }
    }

    mutating func planReferrals() {
        guard let period = data.period else {
            for source in words.sources { keep(source.label) }
            return
        }
        let kept = data.referrals.filter { period.contains($0.key) }
        if kept.count < data.referrals.count { note(.earlierMonths(data.referrals.count - kept.count)) }
        let months = months(of: period)
        if months.count < 12 { note(.shortPeriod(months.count)) }
        var rates: [String: MonthlyRates] = [:]
        for counts in counts(kept) {
            let label = label(of: counts.sources)
            let missing = months.filter { counts.counts[$0.month] == nil }
            if !missing.isEmpty { note(.missingMonths(source: label, months: missing)) }
            if counts.sources.count > 1 {
                note(.sharedOut(label, sources: counts.sources.map { base.labels.text(.sources, $0) }))
            }
            if (1...Self.small).contains(counts.total) { note(.fewReferrals(source: label)) }
            let shares = shares(of: counts.sources)
            var isMerged = false
            for (source, share) in zip(counts.sources, shares) {
                let weights = weights(of: source, in: months)
                var own = MonthlyRates(counts: counts.counts, weights: weights, isMerged: &isMerged)
                own.scale(by: share)
                rates[source] = rates[source].map { $0.adding(own) } ?? own
            }
            if isMerged { note(.mergedMonths(source: label)) }
        }
        var table = OwnDataTable(
            title: Texts.referralsTitle(period), columns: [Texts.countedTitle, Texts.monthlyTitle])
        for counts in counts(kept) {
            let lowest = counts.counts.values.min() ?? 0
            let highest = counts.counts.values.max() ?? 0
            table.rows.append([
                label(of: counts.sources), Self.shown(counts.total),
                Texts.fromTo(Self.shown(lowest), Self.shown(highest)),
            ])
        }
        show(table)
        var smoothed: [OwnDataNote.SmoothedSource] = []
        for source in words.sources {
            guard let rate = rates[source.id] else {
                keep(source.label)
                continue
            }
            write(rate, of: source.id, label: source.label)
            if rate.kept < 0.995 { smoothed.append(.init(source: source.label, kept: rate.kept)) }
        }
        if !smoothed.isEmpty { note(.smoothedMonths(smoothed)) }
        observe(kept, period)
    }

    private func label(of sources: [String]) -> Text {
        if sources.count == 1 { return base.labels.text(.sources, sources[0]) }
        return words.groups.first { $0.sources == sources }?.label
            ?? base.labels.text(.sources, sources.first ?? "")
    }

    /// The first days of the months of the period.
    private func months(of period: ClosedRange<CivilDate>) -> [CivilDate] {
        (0..<12).map { period.lowerBound.adding(months: $0) }.filter { period.contains($0) }
    }

    private func counts(_ referrals: [CivilDate: [String: Int]]) -> [Counts] {
        var result: [Counts] = []
        for (month, counted) in referrals.sorted(by: { $0.key < $1.key }) {
            for (key, count) in counted {
                let sources = key.split(separator: "+").map(String.init)
                let index = result.firstIndex { $0.sources == sources } ?? result.count
                if index == result.count { result.append(Counts(sources: sources)) }
                result[index].counts[month.month, default: 0] += count
            }
        }
        let order = Dictionary(uniqueKeysWithValues: words.sources.enumerated().map { ($0.element.id, $0.offset) })
        return result.sorted { a, b in
            let (first, second) = (order[a.sources.first ?? ""] ?? 0, order[b.sources.first ?? ""] ?? 0)
            return (first, b.sources.count) < (second, a.sources.count)
        }
    }

    /// How the example shares out what several sources bring.
    private func shares(of sources: [String]) -> [Double] {
        let expected = sources.map { id -> Double in
            guard let source = base.model.sources.first(where: { $0.name == id }) else { return 0 }
            return ExpectedArrivals.count(of: source, in: base.model, from: .zero, to: base.model.horizon) ?? 0
        }
        let sum = expected.reduce(0, +)
        return expected.map { sum > 0 ? $0 / sum : 1 / Double(sources.count) }
    }

    /// The days of each month as they count for a source: with its weekdays and hours, without its months.
    private func weights(of id: String, in months: [CivilDate]) -> [Int: Double] {
        guard var source = base.model.sources.first(where: { $0.name == id }),
            case .poisson(var profile) = source.process, let first = months.first
        else { return [:] }
        profile.perDay = 1
        profile.pieces = []
        profile.monthFactors = []
        profile.surges = []
        profile.sinusoid = nil
        source.process = .poisson(profile)
        var model = base.model
        model.start = first
        model.horizon = SimTime(days: 366)
        var weights: [Int: Double] = [:]
        for month in months {
            let from = SimTime(days: Double(month.daysSinceEpoch - first.daysSinceEpoch))
            let to = from + SimTime(days: Double(month.daysInMonth))
            weights[month.month] = ExpectedArrivals.count(of: source, in: model, from: from, to: to)
        }
        return weights
    }

    private mutating func write(_ rates: MonthlyRates, of id: String, label: Text) {
        let rate = base.document["sources"]?[id]?["rate"]
        for key in rate?.object?.keys ?? [] where key != "perYear" {
            set(["sources", id, "rate", key], JSONNode(.null))
        }
        for key in ["pieces", "period", "surges", "sinusoid"] where base.document["sources"]?[id]?[key] != nil {
            set(["sources", id, key], JSONNode(.null))
        }
        let yearly = rates.yearly
        let what = Texts.referralArithmetic(rates.total, months: rates.months)
        let scale = rates.total > 0 ? yearly / rates.total : 0
        let (least, most) = CountRange.of(rates.total)
        let low = max(0, least * scale)
        set(
            ["sources", id, "rate", "perYear"],
            number(
                Self.rounded(yearly, 2), what,
                range: Self.rounded(low, 0)...Self.rounded(max(low + 1, most * scale), 0)))
        func list(_ factors: [Double]) -> JSONNode { .list(factors.map { .number(Self.rounded($0, 4)) }) }
        set(["sources", id, "months"], list(rates.smoothed))
        if rates.smoothed != rates.factors { setLast(["sources", id, "months"], list(rates.factors)) }
    }

    static func rounded(_ value: Double, _ digits: Int) -> Double {
        let unit = digits == 0 ? 1.0 : digits == 1 ? 10 : digits == 2 ? 100 : 10_000
        return (value * unit).rounded() / unit
    }

    /// The counted referrals as figures that a simulation can be compared with: each month's in all, each source's of the
    /// period. What is too small is left out, and what it could be worked out from.
    private mutating func observe(_ referrals: [CivilDate: [String: Int]], _ period: ClosedRange<CivilDate>) {
        let order = words.sources.map(\.id)
        let whole = referrals.sorted { $0.key < $1.key }.filter { _, counted in
            Set(counted.keys.flatMap { $0.split(separator: "+").map(String.init) }) == Set(order)
        }
        let months = whole.map { (month: $0.key, count: $0.value.values.reduce(0, +)) }
        for (month, count) in SmallCounts.open(months, \.count) {
            let last = month.adding(months: 1).adding(days: -1)
            add(.init(kind: .allReferrals, thing: nil, from: month, to: last, value: Double(count)))
        }
        let sources = order.compactMap { id -> (id: String, count: Int)? in
            let counts = referrals.values.compactMap { $0[id] }
            return counts.isEmpty ? nil : (id, counts.reduce(0, +))
        }
        for (id, count) in SmallCounts.open(sources, \.count) {
            add(
                .init(
                    kind: .referrals, thing: id, from: period.lowerBound, to: period.upperBound, value: Double(count)))
        }
        let left = months.count + sources.count - figures.count
        if left > 0 { note(.fewFigures(left)) }
    }
}

/// Counts of citizens that may be written, where 1 to 4 may not.
enum SmallCounts {
    /// Those that are not hidden: one to four are, and with them the next smallest, so that at least two are hidden, of
    /// five citizens together; else the rest could be worked out from the sum.
    static func open<Item>(_ items: [Item], _ count: (Item) -> Int) -> [Item] {
        let small = 1...OwnDataPlan.small
        guard items.contains(where: { small.contains(count($0)) }) else { return items }
        var hidden: Set<Int> = []
        var sum = 0
        let order = items.indices.filter { count(items[$0]) > 0 }.sorted { count(items[$0]) < count(items[$1]) }
        for index in order {
            let isDerivable = hidden.count < 2 || sum <= OwnDataPlan.small
            guard small.contains(count(items[index])) || isDerivable else { break }
            hidden.insert(index)
            sum += count(items[index])
        }
        return items.indices.filter { !hidden.contains($0) }.map { items[$0] }
    }
}

/// What a count leaves open about the mean it came of.
enum CountRange {
    /// The 95 % interval of a Poisson mean from a count by its score (E. B. Wilson's method for counts; L. Barker, *A
    /// comparison of nine confidence intervals for a Poisson parameter*, The American Statistician 56, 2002).
    static func of(_ count: Double) -> (low: Double, high: Double) {
        let z = 1.96
        let (middle, reach) = (count + z * z / 2, z * (count + z * z / 4).squareRoot())
        return (middle - reach, middle + reach)
    }
}
