/// What is said of somebody in a table: where, and how to remove it, never who.
extension Texts {
    static func personalData(_ problem: PersonalDataProblem) -> Text {
        switch problem {
        case .column(let column):
            Text(
                da:
                    "kolonne \(column): overskriften lyder som noget om den enkelte (navn, CPR, e-mail …); slet kolonnen i "
                    + "regnearket, og gem en ny CSV-fil",
                en:
                    "column \(column): the heading sounds like something about single persons (name, CPR, e-mail …); delete "
                    + "the column in the spreadsheet and save a new CSV file")
        case .cell(let kind, let column, let row):
            Text(da: "kolonne \(column), række \(row): ", en: "column \(column), row \(row): ") + found(kind)
                + Text(
                    da: "; slet det i regnearket, og gem en ny CSV-fil",
                    en: "; delete it in the spreadsheet and save a new CSV file") + wayOut(kind)
        }
    }

    /// `noget, der ligner et CPR-nummer`.
    static func found(_ kind: PersonalData.Kind) -> Text {
        switch kind {
        case .personalNumber: Text(da: "noget, der ligner et CPR-nummer", en: "something like a CPR number")
        case .email: Text(da: "noget, der ligner en e-mailadresse", en: "something like an e-mail address")
        case .name: Text(da: "noget, der ligner et navn", en: "something like a name")
        case .column:
            Text(
                da: "overskriften lyder som noget om den enkelte (navn, CPR, e-mail …)",
                en: "the heading sounds like something about single persons (name, CPR, e-mail …)")
        }
    }

    /// What to do where a name is none.
    static func wayOut(_ kind: PersonalData.Kind) -> Text {
        kind == .name
            ? Text(
                da: ". Er det ikke et navn, så skriv det med små bogstaver",
                en: ". If it is no name, write it in small letters")
            : Text(same: "")
    }
}
