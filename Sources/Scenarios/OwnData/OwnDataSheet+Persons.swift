/// Whoever may be known from a cell.
extension OwnDataSheet {
    /// Whether a cell holds somebody; the row is then not read.
    mutating func hasPersonalData(_ row: Int, _ cells: [String]) -> Bool {
        var isFound = false
        for (index, cell) in cells.enumerated() where cell.utf8.count >= 5 && !harmless.contains(cell) {
            guard let kind = PersonalData.kind(of: cell) ?? (isName(cell) ? .name : nil) else {
                if harmless.count < Self.mostKept { harmless.insert(cell) }
                continue
            }
            let heading = places?.first { $0.value == index }.map { Texts.ownDataColumn($0.key) }
            reportPersonal(.init(file: name, row: row, column: index, heading: heading), kind)
            isFound = true
        }
        return isFound
    }

    private func isName(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first(where: { $0 != " " }), first.properties.isUppercase else {
            return false
        }
        return !isExample(cell) && PersonalData.looksLikeName(cell, known: words.known)
    }
}
