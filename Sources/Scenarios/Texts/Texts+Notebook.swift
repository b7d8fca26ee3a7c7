/// What is wrong with a notebook, and what to do.
extension Texts {
    // MARK: The file

    public static let notebookPersonalNumber = Text(
        da: "linjen har noget, der ligner et CPR-nummer; slet det, og prøv igen. Intet er kørt eller skrevet",
        en: "the line has something like a CPR number; delete it and try again. Nothing was run or written")
    public static let notebookNotText = Text(
        da: "hæftet er ikke tekst i UTF-8 her; gem det som UTF-8 i din editor",
        en: "the notebook is not UTF-8 text here; save it as UTF-8 in your editor")
    public static func notebookTooLarge(limit: Int) -> Text {
        Text(
            da: "hæftet er større end \(limit >> 20) MB; del det i flere",
            en: "the notebook is larger than \(limit >> 20) MB; split it into several")
    }
    public static let notebookChanged = Text(
        da: "hæftet er blevet ændret, mens det kørte; intet er skrevet. Kør det igen",
        en: "the notebook was changed while it ran; nothing was written. Run it again")
    public static let notebookReadOnly = Text(
        da: "hæftet er skrivebeskyttet; intet er skrevet. Fjern skrivebeskyttelsen, eller kør en kopi",
        en: "the notebook is write-protected; nothing was written. Remove the protection, or run a copy")
    public static let notAFile = Text(
        da: "det er ikke en almindelig fil", en: "it is not an ordinary file")
    public static let alreadyThere = Text(
        da: "filen findes allerede; vælg et andet navn", en: "the file exists already; choose another name")

    // MARK: The front matter

    public static let notebookNoFrontMatter = Text(
        da: "hæftet skal begynde med sit sprog: en linje ---, en linje language: da, en linje ---",
        en: "the notebook must begin with its language: a line ---, a line language: en, a line ---")
    public static let notebookOpenFrontMatter = Text(
        da: "de første linjer bliver aldrig lukket; sæt en linje --- efter dem",
        en: "the first lines are never closed; put a line --- after them")
    public static func notebookUnknownKey(_ key: String, similar: [String]) -> Text {
        let key = Escaping.quoted(key)
        return Text(da: "\(key) kan ikke stå her", en: "\(key) cannot stand here")
            + (similar.isEmpty ? allowed(["language", "seed", "units"]) : didYouMean(similar))
    }
    public static func notebookRepeatedKey(_ key: String) -> Text {
        let key = Escaping.quoted(key)
        return Text(da: "\(key) står to gange; behold den ene", en: "\(key) stands twice; keep one of them")
    }
    public static let notebookNoLanguage = Text(
        da: "her mangler hæftets sprog; skriv language: da eller language: en",
        en: "the notebook's language is missing; write language: da or language: en")
    public static func notebookBadLanguage(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da: "sproget \(word) findes ikke; skriv da eller en", en: "there is no language \(word); write da or en")
    }
    public static func notebookBadUnits(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da: "ventetider kan ikke skrives i \(word); skriv units: days (dage) eller units: weeks (uger)",
            en: "waits cannot be told in \(word); write units: days or units: weeks")
    }
    public static func notebookBadSeed(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da: "\(word) kan ikke være lodtrækningsnummer; skriv et helt tal fra 0",
            en: "\(word) cannot be a seed; write a whole number from 0")
    }

    // MARK: Blocks

    public static let notebookOpenFence = Text(
        da: "blokken bliver aldrig lukket; sæt en linje med de samme tegn efter den",
        en: "the block is never closed; put a line with the same marks after it")
    public static let notebookIndentedBlock = Text(
        da: "blokken er rykket fire mellemrum eller mere ind; så er den kode for Markdown og køres ikke. Ryk den ud",
        en: "the block is indented by four spaces or more; then it is code to Markdown and is not run. Move it out")
    public static func notebookUnknownAttribute(_ name: String, similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "en blok kan ikke have \(name)", en: "a block cannot have \(name)")
            + (similar.isEmpty ? allowed(["id", "seed", "skip", "error", "hide", "timeout"]) : didYouMean(similar))
    }
    public static func notebookBadID(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da:
                "\(word) kan ikke være et navn; skriv id=NAVN med et lille bogstav og derefter bogstaver og tal (a-z, 0-9)",
            en: "\(word) cannot be a name; write id=NAME, a small letter and then letters and digits (a-z, 0-9)")
    }
    public static func notebookBadTimeout(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(
            da: "\(word) er ikke en tid; skriv sekunder, for eksempel timeout=60",
            en: "\(word) is not a time; write seconds, for example timeout=60")
    }
    public static func notebookRepeatedID(_ id: String) -> Text {
        let id = Escaping.quoted(id)
        return Text(
            da: "en anden blok hedder også \(id); giv den ene et andet navn",
            en: "another block is called \(id) too; give one of them another name")
    }
    public static let notebookSkipAndError = Text(
        da: "en blok kan ikke både springes over og fejle; behold skip eller error",
        en: "a block cannot both be skipped and fail; keep skip or error")
    public static let notebookOutputWithWords = Text(
        da: "efter sim-output kan der ikke stå mere; hvad blokken skal gøre, skrives efter sim",
        en: "nothing can follow sim-output; what the block is to do is written behind sim")
    public static let notebookOutputWithoutBlock = Text(
        da: "der er ingen sim-blok lige før denne udskrift; flyt den hen under sin blok, eller slet den",
        en: "there is no sim block right before this output; move it under its block, or delete it")

    // MARK: Numbers in the words

    public static let notebookUnreadableNumber = Text(
        da: "tallet kan ikke læses; skriv [12,3 dage](sim:BLOK/MÅL) uden mellemrum i parentesen",
        en: "the number cannot be read; write [12.3 days](sim:BLOCK/MEASURE) without spaces in the parentheses")
    public static func notebookBadTarget(_ text: String) -> Text {
        let text = Escaping.quoted(text)
        return Text(
            da:
                "\(text) siger ikke, hvor tallet kommer fra; skriv BLOK/MÅL, for eksempel sim:base/wait.clarifying.mean, "
                + "og højst en af #interval, #years, #more og #less",
            en: "\(text) does not say where the number comes from; write BLOCK/MEASURE, for example "
                + "sim:base/wait.clarifying.mean, and at most one of #interval, #years, #more and #less")
    }
    public static func notebookUnknownBlock(_ id: String, similar: [String]) -> Text {
        let id = Escaping.quoted(id)
        return Text(da: "ingen blok hedder \(id)", en: "no block is called \(id)")
            + (similar.isEmpty
                ? Text(
                    da: "; skriv id=NAVN efter sim i den, tallet kommer fra",
                    en: "; write id=NAME behind sim in the one the number comes from")
                : didYouMean(similar))
    }
    public static func notebookBlockWithoutRun(_ id: String) -> Text {
        let id = Escaping.quoted(id)
        return Text(
            da: "blokken \(id) springes over, så tallet kan ikke slås efter",
            en: "the block \(id) is skipped, so the number cannot be checked")
    }
    public static func notebookNoResult(_ id: String) -> Text {
        let id = Escaping.quoted(id)
        return Text(
            da: "blokken \(id) beregner ikke noget; henvis til en blok med kør, sammenlign, varier eller find",
            en: "the block \(id) computes nothing; refer to a block with run, compare, sweep or find")
    }
    public static func notebookUnknownNumber(_ name: String, similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "blokken har intet mål \(name)", en: "the block has no measure \(name)")
            + (similar.isEmpty
                ? Text(da: "; se navnene med kør --format csv", en: "; see the names with run --format csv")
                : didYouMean(similar))
    }
    public static func notebookSideNeeded(_ name: String, variants: Int) -> Text {
        let name = Escaping.quoted(name)
        let more = variants > 1 ? ", variant2, difference2 …" : ""
        return Text(
            da: "blokken sammenligner; skriv base/MÅL, variant/MÅL eller difference/MÅL\(more) i stedet for \(name)",
            en:
                "the block compares; write base/MEASURE, variant/MEASURE or difference/MEASURE\(more) instead of \(name)"
        )
    }
    public static let notebookNoAnswer = Text(
        da: "blokken fandt intet svar, så tallet findes ikke", en: "the block found no answer, so there is no number")
    public static func notebookNoValue(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) har ingen værdi i dette resultat (der er ingen at måle på, eller så mange nås ikke); "
                + "skriv sætningen om",
            en: "\(name) has no value in this result (there is nobody to measure, or so many are not reached); "
                + "rewrite the sentence")
    }
    public static func notebookNoUncertainty(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "usikkerheden på \(name) kendes ikke; brug flere gennemspilninger, eller skriv tallet alene",
            en: "the uncertainty of \(name) is not known; use more replications, or write the number alone")
    }
    public static func notebookNotADifference(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "#more og #less hører til en forskel; \(name) er et enkelt tal",
            en: "#more and #less belong to a difference; \(name) is a single number")
    }
    public static func notebookNotSoDifferent(_ name: String, _ shown: String, isMore: Bool, isCertain: Bool) -> Text {
        let name = Escaping.quoted(name)
        let claim = isMore ? Text(da: "mere", en: "more") : Text(da: "mindre", en: "less")
        let fact =
            isCertain
            ? Text(da: "den går den anden vej", en: "it goes the other way")
            : Text(da: "den er ikke sikker", en: "it is not certain")
        return Text(
            da: "teksten siger \(claim.da), men forskellen i \(name) er \(shown), og \(fact.da); skriv sætningen om",
            en: "the words say \(claim.en), but the difference in \(name) is \(shown), and \(fact.en); "
                + "rewrite the sentence")
    }
    public static func notebookNotANumber(_ path: String) -> Text {
        let path = Escaping.quoted(path)
        return Text(da: "\(path) er ikke et enkelt tal", en: "\(path) is not a single number")
    }
    public static func notebookNotInOutput(_ words: String) -> Text {
        let words = Escaping.quoted(words)
        return Text(
            da: "\(words) står ikke i det, blokken skriver; ret teksten efter udskriften",
            en: "\(words) is not in what the block writes; correct the words by its output")
    }

    // MARK: Carrying out

    public static func notebookFailed(_ said: String) -> Text {
        let lines = said.split(separator: "\n").suffix(8).map { "\n    " + Escaping.terminalSafe(String($0)) }.joined()
        return Text(
            da: "blokken fejlede, så intet er skrevet. Skal den fejle, så skriv error efter sim. Den sagde:\(lines)",
            en: "the block failed, so nothing was written. If it is meant to, write error behind sim. It said:\(lines)")
    }
    public static let notebookDidNotFail = Text(
        da: "blokken skulle fejle og gjorde det ikke; fjern error, eller ret den",
        en: "the block was to fail and did not; remove error, or correct it")
    public static func notebookTimedOut(seconds: Int) -> Text {
        Text(
            da: "blokken blev stoppet efter \(seconds) s; brug færre gennemspilninger, eller skriv en større timeout=",
            en: "the block was stopped after \(seconds) s; use fewer replications, or write a larger timeout=")
    }
    public static func notebookSaidTooMuch(limit: Int) -> Text {
        Text(
            da: "blokken skriver mere end \(limit >> 20) MB; vis mindre",
            en: "the block writes more than \(limit >> 20) MB; show less")
    }
    public static let notebookQuits = Text(
        da: "blokken afslutter sessionen, så resten ikke kan køres; fjern afslut",
        en: "the block ends the session, so the rest cannot be run; remove quit")
    public static let notebookMaskWithoutMatch = Text(
        da: "masken passer ikke på noget af det, blokken skriver; ret den, eller slet linjen og kør hæftet",
        en: "the mask fits nothing of what the block writes; correct it, or delete the line and run the notebook")
    public static func notebookNotOurDrawing(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "en blok vil skrive \(name), men filen findes og er ikke lavet af hæftet; giv tegningen et andet navn",
            en: "a block is to write \(name), but the file exists and was not made by the notebook; give the drawing "
                + "another name")
    }
    public static func notebookMissingImage(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da:
                "billedet \(name) findes ikke ved siden af hæftet, eller det er ikke SVG, PNG, JPEG eller GIF under 5 MB",
            en: "the image \(name) is not beside the notebook, or is not SVG, PNG, JPEG or GIF below 5 MB")
    }
}
