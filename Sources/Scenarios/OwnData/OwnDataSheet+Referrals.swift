internal import PathwaySim

/// Referrals: a count for each month and source.
extension OwnDataSheet {
    mutating func takeReferrals(_ row: OwnDataRow) {
        let (words, order) = (words, slashOrder)
        if row.texts[.month] == nil, let text = row.texts[.source], let count = row.texts[.count].flatMap({ Int($0) }),
            isSum(count, of: words.sources(named: text).joined(separator: "+"))
        {
            // One of several sums at the foot, each of a source.
            takeTotal(row.number)
            return
        }
        let month = read(row, .month, isNeeded: true) { text throws(CellText.Problem) in try CellText.month(text, order)
        }
        let allowed = words.sources.map(\.label) + words.groups.map(\.label)
        let sources = look(row, .source, allowed: allowed) { words.sources(named: $0) }
        let count = read(row, .count, isNeeded: true) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: 100_000)
        }
        guard let month, let count, !sources.isEmpty else { return }
        // Several sources stand together under the names of all, and are shared out later.
        let key = sources.joined(separator: "+")
        if isRepeated(row, "\(month.daysSinceEpoch) \(key)", count: count, of: key) { return }
        counts[key, default: []].append((row.number, count))
        referrals[month, default: [:]][key] = count
    }
}
