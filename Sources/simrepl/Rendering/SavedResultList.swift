import PathwaySim
import Scenarios

/// A saved result whose scenario is no longer there to say what its numbers are called: every number by its name.
struct SavedResultList {
    let file: ResultFile
    let language: Language

    func lines(_ console: Console) -> [String] {
        var table = TextTable(
            columns: [
                .init(title: "", mayShrink: true, wraps: true),
                .init(title: Texts.columnMean[language], alignment: .decimal),
                .init(title: Texts.resultReplications[language], alignment: .right),
            ], decimalMark: language == .da ? "," : ".")
        for measure in file.result.measures where !measure.isHidden && measure.mean != nil {
            let group = measure.by.map { " (\($0.attribute): \(Texts.groupValue($0.value)[language]))" } ?? ""
            let cell = ReportSection.Cell(measure, scale: measure.unit.scale, language: language)
            let unit = measure.unit == .share ? ", %" : ""
            table.add("  " + Escaping.terminalSafe(measure.name + group) + unit, cell.value, cell.spread)
        }
        let footer = Texts.resultFooter(
            hash: Escaping.terminalSafe(String(file.scenarioHash.prefix(8))),
            id: Escaping.terminalSafe(file.scenarioID),
            seed: file.result.seed, replications: file.result.replications,
            version: Escaping.terminalSafe(file.engineVersion))
        return table.lines(width: console.width, heading: console.heading)
            + file.warnings.map(\.shown).map { $0[language] } + ["", footer[language]]
    }
}
