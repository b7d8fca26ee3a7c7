extension Texts {
    /// The words for a file that cannot be used.
    static func file(_ problem: FileProblem) -> Text {
        switch problem {
        case .notFound(let name):
            let name = Escaping.quoted(name)
            return Text(da: "filen \(name) findes ikke", en: "there is no file \(name)")
        case .directory(let name):
            let name = Escaping.quoted(name)
            return Text(da: "\(name) er en mappe; skriv filens navn", en: "\(name) is a directory; name a file")
        case .notRegular(let name):
            let name = Escaping.quoted(name)
            return Text(da: "\(name) er ikke en almindelig fil", en: "\(name) is not a regular file")
        case .unreadable(let name):
            let name = Escaping.quoted(name)
            return Text(
                da: "filen \(name) kan ikke læses; mangler der adgang?",
                en: "the file \(name) cannot be read; is access missing?")
        case .tooLarge(let name, let bytes, let limit):
            let name = Escaping.quoted(name)
            let found = NumberFormat.text(Double(bytes) / 1_048_576, digits: 1)
            let allowed = limit / 1_048_576
            return Text(
                da: "filen \(name) fylder \(found.da) MB; højst \(allowed) MB læses",
                en: "the file \(name) is \(found.en) MB; at most \(allowed) MB is read")
        case .unknownScenario(let name, let hint, let allowed):
            let name = Escaping.quoted(name)
            let known = hint.map { didYouMean([$0]) } ?? self.allowed(allowed)
            return Text(
                da: "der er intet scenarie \(name) (en fil skrives med / eller .json)",
                en: "there is no scenario \(name) (a file is written with / or .json)") + known
        case .cycle(let names):
            let chain = names.map { Escaping.terminalSafe($0) }.joined(separator: " → ")
            return Text(
                da: "scenarierne bygger på hinanden i ring: \(chain)",
                en: "the scenarios build on each other in a circle: \(chain)")
        case .tooDeep(let limit):
            return Text(
                da: "flere end \(limit) scenarier bygger på hinanden",
                en: "more than \(limit) scenarios build on each other")
        case .csv(let problem): return csv(problem)
        }
    }

    private static func csv(_ problem: CSVProblem) -> Text {
        func place(_ column: String, _ row: Int) -> Text {
            let column = Escaping.quoted(column)
            return Text(da: "kolonne \(column), række \(row): ", en: "column \(column), row \(row): ")
        }
        switch problem {
        case .empty:
            return Text(
                da: "CSV-filen er tom; første række navngiver kolonnerne",
                en: "the CSV file is empty; its first row names the columns")
        case .noRows:
            return Text(
                da: "CSV-filen har ingen rækker under overskrifterne", en: "the CSV file has no rows below its header")
        case .unclosedQuote(let row):
            return Text(
                da: "række \(row): et anførselstegn lukkes ikke", en: "row \(row): a quotation mark is not closed")
        case .fieldCount(let row, let found, let expected):
            return Text(
                da: "række \(row) har \(found) felter; overskriften har \(expected)",
                en: "row \(row) has \(found) fields; the header has \(expected)")
        case .noSuchColumn(let name, let allowed, let hint):
            let name = Escaping.quoted(name)
            return Text(da: "der er ingen kolonne \(name)", en: "there is no column \(name)")
                + (hint.map { didYouMean([$0]) } ?? self.allowed(allowed))
        case .noSuchIndex: return Text(da: "CSV-filen har ingen kolonner", en: "the CSV file has no columns")
        case .badNumber(let column, let row):
            return place(column, row) + Text(da: "skal være et tal", en: "must be a number")
        case .badInstant(let column, let row):
            return place(column, row)
                + Text(
                    da: "skal være en dato, dato og tid, eller dage efter start",
                    en: "must be a date, a date and time, or days after the start")
        case .badValue(let column, let row, let allowed):
            return place(column, row) + Text(da: "skal være \(allowed)", en: "must be \(allowed)")
        case .beforeStart(let column, let row):
            return place(column, row) + Text(da: "ligger før startdatoen", en: "lies before the start date")
        case .afterStart(let column, let row):
            return place(column, row) + Text(da: "ligger efter startdatoen", en: "lies after the start date")
        case .tooManyRows(let limit): return Text(da: "flere end \(limit) rækker", en: "more than \(limit) rows")
        case .personalNumber(let column, let row):
            return place(column, row)
                + Text(
                    da: "ligner et CPR-nummer; fjern personnumre, før filen bruges",
                    en: "looks like a Danish personal identification number; remove such numbers before using the file")
        case .binary: return Text(da: "filen er ikke en tekstfil", en: "the file is not a text file")
        }
    }
}
