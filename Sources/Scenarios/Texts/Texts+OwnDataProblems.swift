/// What can be wrong with files of own data.
extension Texts {
    static func ownData(_ problem: OwnDataProblem) -> Text {
        switch problem {
        case .personal(let place, let kind): personal(place, kind)
        case .noFolder, .noFiles, .isOpen, .isWorkbook, .workbookInstead, .notText, .empty, .nothingUseful, .unreadable,
            .tooManyRows, .more:
            ownDataFile(problem)
        case .unclosedQuote(let place):
            at(place)
                + Text(
                    da: "et citationstegn bliver aldrig lukket; slet det, eller luk det",
                    en: "a quotation mark is never closed; delete it or close it")
        case .noHeadings(let place, let missing):
            at(place)
                + Text(
                    da: "overskrifterne skal stå her, men \(both(missing, .da)) mangler; tag dem fra skabelonen",
                    en:
                        "the headings should be here, but \(both(missing, .en)) are missing; take them from the template"
                )
        case .repeatedHeading(let place):
            at(place)
                + Text(
                    da: "overskriften er der to gange; slet den ene kolonne",
                    en: "the heading is there twice; delete one column")
        case .missing(let place):
            at(place) + Text(da: "cellen er tom; den skal udfyldes", en: "the cell is empty; it must be filled in")
        case .forgotten, .repeatedBlank, .onlyNumbers: blank(problem)
        case .tooManyCells(let place, let found, let expected):
            at(place)
                + Text(
                    da:
                        "rækken har \(found) felter, og der er \(expected) overskrifter; måske er et decimalkomma blevet til to "
                        + "felter: gem igen med semikolon mellem felterne",
                    en:
                        "the row has \(found) cells and there are \(expected) headings; perhaps a decimal comma has made two "
                        + "cells of one: save again with semicolons between the cells")
        case .cell(let place, let problem): at(place) + cell(problem)
        case .unknownWord(let place, let allowed, let suggestion): at(place) + unknownWord(allowed, suggestion)
        case .repeated(let place, let first):
            at(place)
                + Text(
                    da: "det samme står i række \(first); slet den ene, eller læg dem sammen til én række",
                    en: "row \(first) says the same; delete one of them, or add them up in one row")
        case .afterList(let place):
            at(place)
                + Text(
                    da: "datoen er efter listens egen dato; ret den ene af dem",
                    en: "the date is after the list's own; correct one of them")
        case .endsBeforeStart(let place):
            at(place) + Text(da: "perioden slutter, før den begynder", en: "the period ends before it begins")
        case .moreThanSeats(let place):
            at(place)
                + Text(
                    da: "der er flere deltagere end pladser; ret det ene af tallene",
                    en: "there are more participants than seats; correct one of the numbers")
        }
    }

    /// Empty cells that cannot be read as those of merged cells.
    private static func blank(_ problem: OwnDataProblem) -> Text {
        switch problem {
        case .forgotten(let place, let row):
            return at(place)
                + Text(
                    da:
                        "cellen er tom, men ellers skriver filen det i hver række (fx række \(row)); udfyld den, eller slet rækken, "
                        + "hvis den er en sum",
                    en:
                        "the cell is empty, but otherwise the file writes it in every row (row \(row), say); fill it in, or delete "
                        + "the row if it is a sum")
        case .repeatedBlank(let place, let above, let first):
            return at(place)
                + Text(
                    da:
                        "cellen er tom og ville blive læst som i række \(above), men så siger rækken det samme som række \(first); "
                        + "udfyld cellen, eller slet rækken, hvis den er en sum",
                    en:
                        "the cell is empty and would be read as in row \(above), but then the row says the same as row \(first); "
                        + "fill in the cell, or delete the row if it is a sum")
        case .onlyNumbers(let place):
            return at(place)
                + Text(
                    da:
                        "rækken har kun tal, og de er ikke summen af dem over; slet rækken, hvis den er en sum eller et gennemsnit, "
                        + "ellers skriv, hvad den handler om",
                    en:
                        "the row has only numbers, and they are not the sum of those above; delete the row if it is a sum or a mean, "
                        + "otherwise write what it is about")
        default: return Text(same: "")
        }
    }

    /// `hold.csv, række 3, kolonne B (start): `.
    static func at(_ place: OwnDataProblem.Place) -> Text {
        var text = Text(same: Escaping.terminalSafe(place.file))
        if let row = place.row { text = text + Text(da: ", række \(row)", en: ", row \(row)") }
        if let column = place.column {
            let letters = OwnDataProblem.Place.letters(column)
            text = text + Text(da: ", kolonne \(letters)", en: ", column \(letters)")
        }
        if let heading = place.heading { text = text + Text(same: " (") + heading + Text(same: ")") }
        return text + Text(same: ": ")
    }

    private static func both(_ words: [Text], _ language: Language) -> String {
        words.map { "\"\($0[language])\"" }.joined(separator: ", ")
    }

    // MARK: Files

    private static func ownDataFile(_ problem: OwnDataProblem) -> Text {
        switch problem {
        case .noFolder(let name):
            let name = Escaping.quoted(name)
            return Text(
                da: "der er ingen mappe \(name); lav en at udfylde: import --template \(name)",
                en: "there is no folder \(name); make one to fill in: import --template \(name)")
        case .noFiles(let name, let expected):
            let name = Escaping.quoted(name)
            return Text(
                da: "mappen \(name) har ingen af filerne \(expected.map(\.da).joined(separator: ", ")); lav dem med: "
                    + "import --template \(name)",
                en:
                    "folder \(name) has none of the files \(expected.map(\.en).joined(separator: ", ")); make them with: "
                    + "import --template \(name)")
        case .isOpen(let name, let lock):
            let (name, lock) = (Escaping.terminalSafe(name), Escaping.terminalSafe(lock))
            return Text(
                da: "\(name) er åben i et regneark; gem og luk den, og prøv igen (er den ikke åben, så slet \(lock))",
                en:
                    "\(name) is open in a spreadsheet; save and close it, and try again (if it is not open, delete \(lock))"
            )
        case .isWorkbook(let name):
            let name = Escaping.terminalSafe(name)
            return Text(
                da: "\(name) er en projektmappe, selv om den hedder CSV; åbn den, og gem som CSV",
                en: "\(name) is a workbook although it is called CSV; open it and save as CSV")
        case .workbookInstead(let found, let wanted):
            let (found, wanted) = (Escaping.terminalSafe(found), Escaping.terminalSafe(wanted))
            return Text(
                da: "\(found) er en projektmappe; åbn den, vælg Gem som, CSV UTF-8, og kald den \(wanted)",
                en: "\(found) is a workbook; open it, choose Save as, CSV UTF-8, and call it \(wanted)")
        case .notText(let name):
            let name = Escaping.terminalSafe(name)
            return Text(
                da: "\(name) er ikke en tabel i tekst; gem den som CSV",
                en: "\(name) is no table of text; save it as CSV")
        case .empty(let name):
            let name = Escaping.terminalSafe(name)
            return Text(
                da: "\(name) er tom; slet den, eller tag overskrifterne fra skabelonen",
                en: "\(name) is empty; delete it, or take the headings from the template")
        case .nothingUseful(let name):
            let name = Escaping.quoted(name)
            return Text(
                da: "filerne i \(name) har kun overskrifter og eksempler; udfyld mindst én af dem",
                en: "the files in \(name) have only headings and examples; fill in one at least")
        case .tooManyRows(let name, let limit):
            let name = Escaping.terminalSafe(name)
            let most = NumberFormat.text(Double(limit), digits: 0)
            return Text(
                da: "\(name) har over \(most.da) rækker; tæl dem sammen til en række for hver måned eller dato",
                en: "\(name) has over \(most.en) rows; count them up to a row for each month or date")
        case .more(let count):
            let more = plural(count, da: "fejl", "fejl", en: "problem", "problems")
            return Text(da: "og \(more.da) mere", en: "and \(more.en) more")
        case .unreadable(let problem): return file(problem)
        default: return Text(same: "")
        }
    }

    // MARK: Somebody

    private static func personal(_ place: OwnDataProblem.Place, _ kind: PersonalData.Kind) -> Text {
        let what = kind == .column ? Text(da: "kolonnen", en: "the column") : Text(da: "det", en: "it")
        return at(place) + found(kind)
            + Text(
                da: "; slet \(what.da), og gem igen. Ingen af filerne er læst",
                en: "; delete \(what.en) and save again. None of the files was read") + wayOut(kind)
    }

    // MARK: Cells

    private static func cell(_ problem: CellText.Problem) -> Text {
        switch problem {
        case .notANumber:
            Text(
                da: "her står noget, der ikke er et tal; skriv et tal som 14 eller 7,5",
                en: "this is no number; write one such as 14 or 7.5")
        case .notWhole(let found):
            here(found) + Text(da: "skriv et helt tal", en: "write a whole number")
        case .negative(let found):
            here(found) + Text(da: "tallet kan ikke være under 0", en: "the number cannot be below 0")
        case .ambiguous(let found):
            here(found)
                + Text(
                    da:
                        "det kan læses både som tusinder og som decimaler; skriv det uden punktum og komma, eller med en anden "
                        + "mængde decimaler",
                    en:
                        "it can be read as thousands and as decimals; write it without marks, or with another number of "
                        + "decimals")
        case .outside(let found, let low, let high):
            here(found) + range(low, high)
        case .notADate:
            Text(da: "her står noget, der ikke er en dato; skriv dd-mm-åååå", en: "this is no date; write yyyy-mm-dd")
        case .noSuchDate(let found):
            here(found)
                + Text(
                    da: "den dato findes ikke, eller årstallet er ikke fra 2000 til 2100; skriv dd-mm-åååå",
                    en: "there is no such date, or its year is not from 2000 to 2100; write yyyy-mm-dd")
        case .monthFirst(let found):
            here(found)
                + Text(
                    da: "måneden ser ud til at stå før dagen; skriv dd-mm-åååå",
                    en: "the month seems to stand before the day; write yyyy-mm-dd")
        case .unclearDate(let found):
            here(found)
                + Text(
                    da: "det kan ikke ses, om dagen eller måneden er først; skriv dd-mm-åååå",
                    en: "whether the day or the month is first cannot be seen; write yyyy-mm-dd")
        case .notAMonth:
            Text(
                da: "her står noget, der ikke er en måned med år; skriv dens første dag, 01-03-2025, eller marts 2025",
                en: "this is no month with a year; write its first day, 2025-03-01, or March 2025")
        case .notTheFirst(let found):
            here(found)
                + Text(
                    da:
                        "her skal stå en måned: skriv dens første dag, 01-03-2025, eller marts 2025, og én række for hver måned",
                    en:
                        "a month belongs here: write its first day, 2025-03-01, or March 2025, and one row for each month"
                )
        case .notATime: Text(da: "skriv et klokkeslæt som 13:00", en: "write a time of day such as 13:00")
        case .notWeekdays: Text(da: "skriv ugedage som man+tor", en: "write weekdays such as Mon+Thu")
        }
    }

    /// What was found, where it may be repeated.
    private static func here(_ value: String) -> Text {
        value.isEmpty
            ? Text(same: "") : Text(da: "her står \(value); ", en: "here is \(value); ")
    }

    private static func range(_ low: Double, _ high: Double) -> Text {
        let (low, high) = (NumberFormat.text(low), NumberFormat.text(high))
        return Text(da: "skriv et tal fra \(low.da) til \(high.da)", en: "write a number from \(low.en) to \(high.en)")
    }

    private static func unknownWord(_ allowed: [Text], _ suggestion: Text?) -> Text {
        if let suggestion {
            return Text(
                da: "ordet kendes ikke her; mente du \"\(suggestion.da)\"?",
                en: "the word is not known here; did you mean \"\(suggestion.en)\"?")
        }
        return Text(
            da: "ordet kendes ikke her; skriv en af: \(both(allowed, .da))",
            en: "the word is not known here; write one of: \(both(allowed, .en))")
    }
}
