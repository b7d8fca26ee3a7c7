internal import PathwaySim

/// Groups held and planned.
extension OwnDataSheet {
    mutating func takeGroup(_ row: OwnDataRow) {
        let words = words
        let offer = look(row, .offer, allowed: words.offers.map(\.label)) {
            OwnDataWords.find($0, among: words.offers).map { [$0.id] } ?? []
        }
        let start = date(row, .start, isNeeded: true)
        let time = read(row, .time) { text throws(CellText.Problem) in .init(value: try CellText.time(text)) }
        let meetings = count(row, .meetings, from: 1, to: 200)
        let days = read(row, .weekdays) { text throws(CellText.Problem) in
            .init(value: try CellText.weekdays(text))
        }
        let seats = count(row, .seats, from: 1, to: 1_000, isNeeded: true)
        let participants = count(row, .participants, from: 0, to: 1_000)
        var status: OwnData.Group.Status?
        if row.texts[.status] != nil {
            let statuses = OwnData.Group.Status.allCases
            let found = look(row, .status, allowed: statuses.map { Texts.groupStatus($0) }) { text in
                statuses.filter { status in
                    let name = Texts.groupStatus(status)
                    return [name.da, name.en].contains { CellText.folded($0) == CellText.folded(text) }
                }.map(\.rawValue)
            }
            status = found.first.flatMap(OwnData.Group.Status.init)
        }
        guard failedRow != row.number, let offer = offer.first, let start, let seats else { return }
        if let participants, participants > seats {
            fail(row, .moreThanSeats(place(row.number, .participants)))
            return
        }
        if isRepeated(row, "\(offer) \(start.daysSinceEpoch) \(time ?? -1)") { return }
        groups.append(
            .init(
                offer: offer, start: start, time: time, meetings: meetings, weekdays: days, seats: seats,
                participants: participants, status: status, row: row.number))
    }
}
