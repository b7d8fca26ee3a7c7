/// Whoever may be known from a cell.
extension OwnDataSheet {
    /// Whether a cell holds somebody; the row is then not read.
    mutating func hasPersonalData(_ row: Int, _ cells: [String]) -> Bool {
        var isFound = false
        for (index, cell) in cells.enumerated() where cell.utf8.count >= 3 && !harmless.contains(cell) {
            guard let kind = kind(of: cell) else {
                if harmless.count < Self.mostKept { harmless.insert(cell) }
                continue
            }
            let heading = places?.first { $0.value == index }.map { Texts.ownDataColumn($0.key) }
            reportPersonal(.init(file: name, row: row, column: index, heading: heading), kind)
            isFound = true
        }
        return isFound
    }

    /// What a cell or a heading holds of somebody; nil when nothing. Examples are invented.
    func kind(of cell: String) -> PersonalData.Kind? {
        PersonalData.kind(of: cell) ?? (!isExample(cell) && words.names.holdsName(cell) ? .name : nil)
    }
}
