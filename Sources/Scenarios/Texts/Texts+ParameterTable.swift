extension Texts {
    /// The headings of a table of parameters, in their order; lower case, as they are looked for.
    static func parameterColumn(_ index: Int) -> Text {
        [
            Text(da: "sti", en: "path"), Text(da: "navn", en: "name"), Text(da: "værdi", en: "value"),
            Text(da: "enhed", en: "unit"), Text(da: "grundlag", en: "basis"),
        ][index]
    }

    static func provenanceKind(_ kind: Provenance.Kind) -> Text {
        switch kind {
        case .source: provenanceSource
        case .assumption: provenanceAssumption
        }
    }

    static func parameterTable(_ problem: ParameterTableProblem) -> Text {
        switch problem {
        case .noColumn(let heading, let found):
            let list = found.map { Escaping.quoted($0) }.joined(separator: ", ")
            return Text(
                da: "tabellen har ingen kolonne \"\(heading.da)\"; den har \(list)",
                en: "the table has no column \"\(heading.en)\"; it has \(list)")
        case .noPath(let row):
            return Text(
                da: "række \(row): der står ikke, hvilket tal det er; kolonnen \"\(parameterColumn(0).da)\" er tom",
                en: "row \(row): it does not say which number this is; column \"\(parameterColumn(0).en)\" is empty")
        case .repeated(let path, let row, let first):
            let path = Escaping.quoted(path)
            return Text(
                da: "række \(row): \(path) står allerede i række \(first); slet den ene",
                en: "row \(row): \(path) is in row \(first) already; delete one of them")
        case .refused(let row, let path, let reason):
            let path = Escaping.quoted(path)
            return Text(da: "række \(row), \(path): \(reason.da)", en: "row \(row), \(path): \(reason.en)")
        }
    }

    // MARK: The commands

    public static let importSummary = Text(
        da: "hent rettede tal fra en tabel", en: "read changed numbers from a table")
    public static let importDetails = Text(
        da:
            """
            Tabellen skal have kolonnerne sti og værdi; andre kolonner læses ikke. De tal, der er ændret, bliver sat på én \
            gang, og fortryd tager dem tilbage på én gang. Er der fejl i en række, ændres intet. En tabel med noget, der \
            ligner et CPR-nummer, afvises.
            """,
        en: """
            The table must have the columns path and value; other columns are not read. The numbers that differ are set at \
            once, and undo takes them back at once. If a row is wrong, nothing is changed. A table with something like a \
            CPR number is refused.
            """)

    public static func exported(_ path: String, _ count: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let rows = plural(count, da: "værdi", "værdier", en: "value", "values")
        return Text(da: "Skrevet i \(path): \(rows.da).", en: "Written to \(path): \(rows.en).")
    }

    public static func nothingImported(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da: "\(path) har de samme tal som scenariet; intet er ændret.",
            en: "\(path) has the same numbers as the scenario; nothing was changed.")
    }
}
