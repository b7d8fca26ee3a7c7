internal import PathwaySim

/// Staff: hours and minutes of each function.
extension OwnDataSheet {
    mutating func takeStaff(_ row: OwnDataRow) {
        let words = words
        let functions = words.talks + words.others
        let function = look(row, .function, allowed: functions.map(\.label)) {
            OwnDataWords.find($0, among: functions).map { [$0.id] } ?? []
        }
        let people = count(row, .staff, from: 0, to: 1_000, isNeeded: true)
        let hours = number(row, .hours, 0, 60)
        let share = read(row, .share) { text throws(CellText.Problem) in try CellText.share(text) }
        let minutes = number(row, .minutes, 1, 480)
        let beside = [OwnDataFile.Column.preparation, .documentation, .travel].map { number(row, $0, 0, 480) }
        let holiday = number(row, .holiday, 0, 52)
        let sickness = number(row, .sickness, 0, 260)
        guard failedRow != row.number, let function = function.first, let people else { return }
        if isRepeated(row, function) { return }
        staff.append(
            .init(
                function: function, count: people, hours: hours, share: share, minutes: minutes,
                preparation: beside[0], documentation: beside[1], travel: beside[2], holiday: holiday,
                sickness: sickness))
    }
}
