/// What the handout and the facilitator's guide of a walk say.
extension Texts {
    // MARK: Options

    public static let optionHandout = Text(
        da: "skriv det, rummet tager med hjem (.html eller .md)", en: "write what the room takes home (.html or .md)")
    public static let optionGuide = Text(
        da: "skriv en guide til den, der leder gennemgangen, til at printe (.html eller .md)",
        en: "write a guide for the one who leads the walk, to be printed (.html or .md)")
    public static let optionFacts = Text(
        da: "jeres egne oplysninger (telefon, tilbud, lokationsnummer): en linje hver, navn: værdi",
        en: "your own facts (telephone, offers, location number): a line each, name: value")
    public static let optionRoles = Text(
        da: "grupper, der hver siger deres valg, før rummet vælger: borger,gp,kommune,sygehus",
        en: "groups that each say their choice before the room chooses: citizen,gp,municipality,hospital")
    public static let placeholderRoles = Text(da: "GRUPPER", en: "GROUPS")

    // MARK: Roles

    public static func walkRole(_ name: String) -> Text {
        switch name {
        case "citizen": Text(da: "borger", en: "citizen")
        case "gp": Text(same: "GP")
        case "municipality": Text(da: "kommune", en: "municipality")
        case "hospital": Text(da: "sygehus", en: "hospital")
        default: Text(same: name)
        }
    }
    public static func walkUnknownRole(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da: "\(word) er ingen gruppe; skriv fx borger,gp,kommune,sygehus",
            en: "\(word) is no group; write for instance citizen,gp,municipality,hospital")
    }
    public static let walkRolesNeedRoom = Text(
        da: "grupper svarer ved tastaturet; fjern --roles, eller fjern --choices og --recommended",
        en: "groups answer at the keyboard; remove --roles, or remove --choices and --recommended")

    // MARK: Files

    public static func paperName(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) skal ende på .html eller .md", en: "\(name) must end in .html or .md")
    }
    public static func paperWritten(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(da: "Skrevet i \(path).", en: "Written to \(path).")
    }
    public static let guideNeedsCase = Text(
        da: "skriv hvilken case guiden er til, fx: gennemgå albert --guide guide.html",
        en: "say which case the guide is for, for instance: walk albert --guide guide.html")
    public static func factsWithoutColon(_ name: String, line: Int) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "linje \(line) i \(name) skal være et navn, et kolon og en værdi, fx  Telefon: 12 34 56 78",
            en: "line \(line) of \(name) must be a name, a colon and a value, for instance  Telephone: 12 34 56 78")
    }
    public static func factsEmpty(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "der står ingen oplysninger i \(name); skriv en linje for hver, navn: værdi",
            en: "\(name) holds no facts; write a line for each, name: value")
    }
    public static func factsTooMany(_ name: String, limit: Int) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "der står mere end \(limit) oplysninger i \(name); behold dem, rummet skal se",
            en: "\(name) holds more than \(limit) facts; keep those the room must see")
    }

    // MARK: Handout

    public static func handoutTitle(_ title: Text) -> Text {
        Text(da: "Fra gennemgangen: \(title.da)", en: "From the walk: \(title.en)")
    }
    public static func handoutUnfinished(_ stops: Int) -> Text {
        let stops = plural(stops, da: "stop", "stop", en: "stop", "stops")
        return Text(
            da: "Gennemgangen er ikke gået til ende. I nåede \(stops.da).",
            en: "The walk has not come to its end. You answered \(stops.en).")
    }
    public static let handoutAgreements = Text(da: "Det aftalte vi", en: "What we agreed")
    public static let handoutNoAgreements = Text(
        da: "Der blev ikke skrevet aftaler undervejs. Skriv dem her: hvad, hvem, hvornår.",
        en: "No agreements were written on the way. Write them here: what, who, when.")
    public static let handoutWhat = Text(da: "Hvad", en: "What")
    public static let handoutWho = Text(da: "Hvem", en: "Who")
    public static let handoutWhen = Text(da: "Hvornår", en: "When")
    public static let handoutCase = Text(da: "Casen", en: "The case")
    public static func handoutPicture(_ name: Text) -> Text {
        Text(da: "Forløbet for \(name.da) i tid", en: "The course of \(name.en) in time")
    }
    public static let legendDays = Text(da: "tal er dage", en: "numbers are days")
    public static let handoutDate = Text(da: "Dato", en: "Date")
    public static let handoutHappened = Text(da: "Det skete", en: "What happened")
    public static let handoutDays = Text(da: "Dage", en: "Days")
    public static let handoutWait = Text(da: "Hvad der blev ventet på", en: "What was waited for")
    public static let handoutCause = Text(da: "Hvorfor", en: "Why")
    public static let handoutAgain = Text(da: "Hvis I vil se det igen", en: "If you want to see it again")

    /// The line to type; the same in both languages, since both understand it.
    public static func handoutCommand(_ reference: String, choices: String, seed: UInt64) -> String {
        "simrepl walk \(reference)" + (choices.isEmpty ? "" : " --choices \(choices)")
            + (seed == 1 ? "" : " --seed \(seed)")
    }
    public static func handoutPlayAgain(_ command: String) -> Text {
        Text(da: "Skriv: \(command)", en: "Type: \(command)")
    }
    public static func handoutChanged(_ list: String) -> Text {
        Text(
            da: "Ændret i kommunen før gennemgangen: \(list)",
            en: "Changed in the municipality before the walk: \(list)")
    }
    public static func handoutMade(scenario id: String, hash: String, seed: UInt64, runs: Int, version: String) -> Text
    {
        let others =
            runs > 0
            ? Text(da: " · \(runs) andre gennemspilninger", en: " · \(runs) other runs") : Text(same: "")
        return Text(
            da: "Scenarie \(id), kendetegn \(hash) · lodtrækning \(seed)\(others.da) · simrepl \(version)",
            en: "Scenario \(id), hash \(hash) · seed \(seed)\(others.en) · simrepl \(version)")
    }
    public static func handoutOrigin(_ text: Text) -> Text {
        Text(da: "Casen bygger på: \(text.da)", en: "The case builds on: \(text.en)")
    }
}
