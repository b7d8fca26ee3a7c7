internal import PathwaySim

/// The waiting list: a count for each date of referral.
extension OwnDataSheet {
    mutating func takeWaiting(_ row: OwnDataRow) {
        let words = words
        let asOf = date(row, .asOf, isNeeded: true)
        let step = look(row, .waitingFor, allowed: words.steps.map(\.label)) {
            OwnDataWords.find($0, among: words.steps).map { [$0.id] } ?? []
        }
        let since = date(row, .referred)
        let count = read(row, .count, isNeeded: true) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: 100_000)
        }
        guard failedRow != row.number, let asOf, let count, let step = step.first else { return }
        if let since, since > asOf {
            fail(row, .afterList(place(row.number, .referred)))
            return
        }
        let list = "\(asOf.daysSinceEpoch) \(step)"
        if since == nil, row.filled.contains(.asOf), isSum(count, of: list) {
            blanks.take(back: row.filled, row.number)
            takeTotal(row.number)
            return
        }
        if isRepeated(row, "\(list) \(since?.daysSinceEpoch ?? 0)", count: count, of: list) { return }
        counts[list, default: []].append((row.number, count))
        lists[asOf, default: [:]][step, default: []].append(.init(since: since, count: count))
    }
}
