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
        case .relative(let path, let value, let row):
            let (path, value) = (Escaping.quoted(path), Escaping.quoted(value))
            return Text(
                da: "række \(row), \(path): \(value) er en ændring; skriv i tabellen selve tallet",
                en: "row \(row), \(path): \(value) is a change; write the number itself in the table")
        case .refused(let row, let path, let reason):
            let path = Escaping.quoted(path)
            return Text(da: "række \(row), \(path): \(reason.da)", en: "row \(row), \(path): \(reason.en)")
        }
    }

    // MARK: The commands

    public static let importSummary = Text(
        da: "hent egne tal fra en mappe, eller rettede tal fra en tabel",
        en: "read own data from a folder, or changed numbers from a table")
    public static let importDetails = Text(
        da:
            """
            Egne tal: importer --template mine-tal laver en mappe med filer til henvisninger, venteliste, hold og medarbejdere, \
            som udfyldes i et regneark med tal og datoer, og en vejledning. importer mine-tal ser hver celle efter, viser, hvad \
            der er forstået, og skriver mine-tal.json (det kommende år fra dagens liste), mine-tal-sidste-aar.json (sidste år, \
            som det var) og mine-tal-observeret.csv (det observerede). Hvad der ikke er oplyst, er eksemplets antagelser. Filer, \
            der er skrevet før, skrives kun over med --force.

            En fil med noget, der ligner et CPR-nummer, en e-mailadresse eller et navn, afvises, og det nævnes ikke, hvad der \
            stod. Tal om under fem borgere skrives ikke i nogen af filerne.

            En tabel, som eksporter har skrevet (.csv), skal have kolonnerne sti og værdi; andre kolonner læses ikke. De tal, \
            der er ændret, bliver sat på én gang, og fortryd tager dem tilbage på én gang. Er der fejl i en række, ændres intet.
            """,
        en: """
            Own data: import --template my-data makes a folder with files for referrals, waiting list, groups and staff, to be \
            filled in with a spreadsheet as counts and dates, and a guide. import my-data looks through every cell, shows what \
            it understood, and writes my-data.json (the coming year from today's list), my-data-last-year.json (last year as it \
            was) and my-data-observed.csv (what was observed). What is not given are the example's assumptions. Files written \
            before are only replaced with --force.

            A file with something like a CPR number, an e-mail address or a name is refused, and what it said is not repeated. \
            Numbers about fewer than five citizens are written in none of the files.

            A table that export has written (.csv) must have the columns path and value; other columns are not read. The \
            numbers that differ are set at once, and undo takes them back at once. If a row is wrong, nothing is changed.
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
