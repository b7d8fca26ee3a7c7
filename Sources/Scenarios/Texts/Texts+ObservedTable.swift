internal import PathwaySim

/// Observed figures: how they are named in a file, and what can be wrong with one.
extension Texts {
    static let observedColumns = [
        Text(da: "tal", en: "figure"), Text(da: "fra", en: "from"), Text(da: "til", en: "to"),
        Text(da: "værdi", en: "value"),
    ]

    static func observedKind(_ kind: ObservedKind) -> Text {
        switch kind {
        case .referralsInAll: Text(da: "henvisninger i alt", en: "referrals in all")
        case .referrals: Text(da: "henvisninger", en: "referrals")
        case .waiting: Text(da: "venteliste", en: "waiting list")
        case .meanWait: Text(da: "ventetid i gennemsnit", en: "mean wait")
        case .medianWait: Text(da: "ventetid median", en: "median wait")
        case .nineWait: Text(da: "ventetid 9 ud af 10", en: "wait of nine in ten")
        case .groups: Text(da: "hold", en: "groups")
        case .seats: Text(da: "pladser brugt", en: "seats used")
        case .noShows: Text(da: "udeblivelser", en: "no-shows")
        case .began: Text(da: "startet", en: "began")
        }
    }

    static func observedName(_ kind: Text, _ thing: Text) -> Text { kind + Text(same: ", ") + thing }

    static func observedOutside(_ name: Text, from: CivilDate, to: CivilDate) -> Text {
        let (first, last) = (DateFormat.long(from), DateFormat.long(to))
        return Text(
            da: "\(name.da): ligger ikke i scenariets periode, \(first.da) til \(last.da)",
            en: "\(name.en): not within the scenario's period, \(first.en) to \(last.en)")
    }

    static func observedTable(_ problem: ObservedTableProblem) -> Text {
        func place(_ row: Int) -> Text { Text(da: "række \(row): ", en: "row \(row): ") }
        switch problem {
        case .noColumn(let heading, let found):
            let names = found.prefix(8).map { Escaping.quoted($0, limit: 30) }.joined(separator: ", ")
            return Text(
                da: "filen mangler kolonnen \"\(heading.da)\"; kolonnerne er tal;fra;til;værdi, og den har: \(names)",
                en:
                    "the file lacks the column \"\(heading.en)\"; the columns are figure, from, to, value, and it has: \(names)"
            )
        case .noRows: return Text(da: "filen har ingen tal", en: "the file holds no figures")
        case .tooManyRows(let count, let most):
            return Text(
                da: "\(count) tal er flere, end der kan sammenlignes på en gang; højst \(most)",
                en: "\(count) figures are more than can be compared at once; at most \(most)")
        case .unknownFigure(let row):
            let kinds = ObservedKind.allCases.map(observedKind)
            return place(row)
                + Text(
                    da: "kendes ikke; et tal hedder fx \"venteliste, Afklarende samtale\" og begynder med: "
                        + kinds.map(\.da).joined(separator: ", "),
                    en:
                        "not known; a figure is called \"waiting list, Clarifying conversation\", say, and begins with: "
                        + kinds.map(\.en).joined(separator: ", "))
        case .unknownThing(let thing, let row, let known):
            let names = known.prefix(12).map { Escaping.terminalSafe($0) }.joined(separator: ", ")
            let thing = Escaping.quoted(thing)
            return place(row)
                + (known.isEmpty
                    ? Text(da: "scenariet har intet, det kan være", en: "the scenario has nothing it can be")
                    : Text(
                        da: "scenariet har ingen \(thing), der kan tælles sådan; der er: \(names)",
                        en: "the scenario has no \(thing) that can be counted so; there is: \(names)"))
        case .badDate(let row):
            return place(row)
                + Text(
                    da: "fra og til skal være datoer, fx 01-03-2025",
                    en: "from and to must be dates, 2025-03-01 for instance")
        case .endsBeforeItBegins(let row):
            return place(row) + Text(da: "til ligger før fra", en: "to lies before from")
        case .badValue(let row):
            return place(row)
                + Text(
                    da: "værdien skal være et tal på mindst 0 (et antal helt), uden punktum i tusinder",
                    en: "the value must be a number of at least 0 (a count whole), without a point in thousands")
        case .repeated(let row, let first):
            return place(row)
                + Text(da: "samme tal og periode som række \(first)", en: "the same figure and period as row \(first)")
        }
    }
}
