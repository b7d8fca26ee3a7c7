internal import PathwaySim

/// Figures known from elsewhere.
extension OwnDataSheet {
    mutating func takeFigure(_ row: OwnDataRow) {
        let words = words
        let found = look(row, .figure, allowed: FigureKind.allCases.map { Texts.figureExample($0) }) { text in
            Texts.figure(named: text, words).map { [$0.kind.rawValue, $0.thing ?? ""] } ?? []
        }
        let (from, to) = (date(row, .from, isNeeded: true), date(row, .to, isNeeded: true))
        let value = number(row, .value, 0, 1_000_000, isNeeded: true)
        guard failedRow != row.number, found.count == 2, let kind = FigureKind(rawValue: found[0]), let from, let to,
            let value
        else { return }
        if to < from {
            fail(row, .endsBeforeStart(place(row.number, .to)))
            return
        }
        if kind.countsCitizens, value != value.rounded() {
            fail(row, .cell(place(row.number, .value), .notWhole(CellText.echo(row.texts[.value] ?? ""))))
            return
        }
        if isRepeated(row, "\(found) \(from.daysSinceEpoch) \(to.daysSinceEpoch)") { return }
        figures.append(.init(kind: kind, thing: found[1].isEmpty ? nil : found[1], from: from, to: to, value: value))
    }
}
