public import PathwaySim

/// What `calibrate` says.
extension Texts {
    public static let placeholderCalibrated = Text(da: "STI A..B", en: "PATH A..B")
    public static let placeholderObserved = Text(da: "FIL.csv", en: "FILE.csv")
    public static let optionObserved = Text(
        da: "de observerede tal; ellers filen ved siden af scenariet (NAVN-observeret.csv)",
        en: "the observed figures; otherwise the file beside the scenario (NAME-observed.csv)")
    public static let optionCalibrateReplications = Text(
        da: "hvor mange år der gennemspilles for hvert forsøg; 100 ved sammenligning, 60 ved kalibrering ellers",
        en: "how many years are simulated for each try; otherwise 100 for the comparison, 60 for calibrating")
    public static let optionAccept = Text(
        da: "sæt forslagene i det scenarie, der er åbent (fortryd tager dem tilbage)",
        en: "set the proposals in the scenario that is open (undo takes them back)")
    public static let optionSaveCalibrated = Text(
        da: "gem et scenarie med forslagene", en: "save a scenario with the proposals")
    public static let optionOnto = Text(
        da: "byg det gemte på dette scenarie i stedet, fx på det kommende år",
        en: "build what is saved on this scenario instead, on the coming year for instance")
    public static let optionAllFigures = Text(da: "vis hvert tal for sig", en: "show every figure by itself")
    public static let calibrateSummary = Text(
        da: "hold sidste år, som det var, op mod modellen, og find ukendte tal, der passer",
        en: "set last year as it was beside the model, and find unknown numbers that fit")
    public static let calibrateDetails = Text(
        da: """
            Tager de observerede tal (henvisninger, ventelister, ventetider, hold, pladser, udeblivelser; se docs/own-data.md), \
            gennemspiller samme periode mange gange og viser, hvor de observerede tal ligger blandt årene. Et tal, der ligger \
            længere ude, end tilfældet kan forklare, når alle tallene ses under ét, er et tal, modellen ikke kan forklare: \
            tro ikke på dens svar om det, før det er forstået.

            Skriv stien til noget, I ikke kender (andel udeblevne, andel der siger nej, henvisninger, ingen har talt), og de \
            grænser, det må ligge imellem: kalibrer … steps.clarifying.noShow 5%..40%. Så foreslås den værdi, der passer \
            bedst til alle tallene på en gang, med usikkerhed. Kan tallene ikke sige noget om den, eller ikke skelne to \
            ukendte, foreslås intet. Højst fire ad gangen, ingen hele tal.

            Intet ændres, før I siger til: --accept sætter forslagene i det åbne scenarie, --save NAVN gemmer et scenarie, \
            og med --onto SCENARIE bygger det på et andet, fx det kommende år.
            """,
        en: """
            Takes the observed figures (referrals, waiting lists, waits, groups, seats, no-shows; see docs/own-data.md), \
            simulates the same period many times and shows where the observed ones lie among the years. A figure that lies \
            farther out than chance can explain, all figures considered, is one the model cannot explain: do not believe what it \
            says about it until it is understood.

            Write the path of something you do not know (the share of no-shows, of those who decline, referrals nobody \
            counted), and the bounds it must lie between: calibrate … steps.clarifying.noShow 5%..40%. The value that fits all \
            figures at once is proposed, with its uncertainty. Where the figures cannot tell it, or cannot tell two unknowns \
            apart, nothing is proposed. At most four at once, no whole numbers.

            Nothing is changed until you say so: --accept sets the proposals in the open scenario, --save NAME saves a scenario, \
            and with --onto SCENARIO it builds on another, the coming year for instance.
            """)

    // MARK: Problems

    public static let noObservedFile = Text(
        da: "skriv, hvor de observerede tal er: --observed FIL.csv (import af egne data skriver en sådan fil)",
        en: "say where the observed figures are: --observed FILE.csv (importing own data writes such a file)")
    public static func wholeUnknown(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da: "\(path) kan ikke kalibreres: det er et helt tal, en regel eller et ord; nævn det tal, reglen bruger "
                + "(parameters. …), eller prøv værdierne med sweep",
            en: "\(path) cannot be calibrated: it is a whole number, a rule or a word; name the number the rule uses "
                + "(parameters. …), or try its values with sweep")
    }
    public static func boundsNeeded(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da: "skriv grænserne efter \(path), fx 5%..40%; scenariet har ingen",
            en: "write the bounds after \(path), such as 5%..40%; the scenario has none")
    }
    public static func tooManyUnknowns(_ most: Int) -> Text {
        Text(da: "højst \(most) ukendte ad gangen", en: "at most \(most) unknowns at once")
    }
    public static let notTheOpenScenario = Text(
        da: "--accept gælder det åbne scenarie; åbn dette først, eller brug --save",
        en: "--accept is about the open scenario; load this one first, or use --save")
    public static let nothingProposed = Text(
        da: "der er intet forslag at gemme eller sætte", en: "there is no proposal to save or set")
    public static let ontoWithoutSave = Text(
        da: "--onto siger, hvad --save bygger på; skriv også --save NAVN",
        en: "--onto says what --save builds on; write --save NAME too")

    // MARK: Last year and the model

    public static func calibrateTitle(_ scenario: Text, from: CivilDate, to: CivilDate) -> Text {
        let (first, last) = (DateFormat.long(from), DateFormat.long(to))
        return Text(
            da: "Observeret og gennemspillet: \(scenario.da), \(first.da) til \(last.da)",
            en: "Observed and simulated: \(scenario.en), \(first.en) to \(last.en)")
    }

    public static func allExplained(_ count: Int, years: Int) -> Text {
        guard count > 0 else {
            return Text(
                da:
                    "Ingen af de observerede tal ligger i scenariets periode, så der er intet at sammenligne. Er det sidste års "
                    + "scenarie (…-sidste-aar), du mener?",
                en:
                    "None of the observed figures lies in the scenario's period, so there is nothing to compare. Do you mean last "
                    + "year's scenario (…-last-year)?")
        }
        let figures = plural(count, da: "tal", "tal", en: "figure", "figures")
        return Text(
            da:
                "Ingen af de \(figures.da) ligger uden for, hvad modellens \(years) år kan variere. De modsiger den altså ikke; "
                + "at den er rigtig, viser de ikke.",
            en:
                "None of the \(figures.en) lies outside what the model's \(years) years vary by. So they do not contradict it; that "
                + "it is right they do not show.")
    }

    public static func someUnexplained(_ unexplained: Int, of count: Int, years: Int) -> Text {
        let figures = plural(count, da: "tal", "tal", en: "figure", "figures")
        return Text(
            da:
                "\(unexplained) af \(figures.da) kan modellen ikke forklare: de ligger uden for, hvad dens \(years) år varierer "
                + "(mærket *).",
            en:
                "\(unexplained) of \(figures.en) the model cannot explain: they lie outside what its \(years) years vary by "
                + "(marked *).")
    }

    public static func unexplainedFigure(_ name: Text, observed: Text, mean: Text, low: Text, high: Text) -> Text {
        Text(
            da: "\(name.da): \(observed.da) observeret, modellen \(mean.da), i 8 ud af 10 år \(low.da)–\(high.da).",
            en: "\(name.en): \(observed.en) observed, the model \(mean.en), in 8 of 10 years \(low.en)–\(high.en).")
    }

    public static let figureTitle = Text(da: "Tal", en: "Figure")
    public static let observedTitle = Text(da: "observeret", en: "observed")
    public static let modelTitle = Text(da: "modellen", en: "the model")
    public static let yearsTitle = Text(da: "8 ud af 10 år", en: "8 of 10 years")
    public static let proposedTitle = Text(da: "med forslaget", en: "as proposed")

    /// Several periods of a figure put together.
    public static func inAll(_ count: Int) -> Text {
        Text(da: ", \(count) perioder i alt", en: ", \(count) periods in all")
    }

    // MARK: Unknowns

    public static let proposalsTitle = Text(da: "Forslag", en: "Proposals")
    public static let presentTitle = Text(da: "nu", en: "now")
    public static let proposalTitle = Text(da: "forslag", en: "proposal")
    public static func surelyTitle(_ level: Double) -> Text {
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(da: "\(sure.da) % sikkerhed", en: "\(sure.en)% confidence")
    }
    public static let boundsTitle = Text(da: "grænser", en: "bounds")
    public static let noProposal = Text(da: "intet", en: "none")

    public static func untoldUnknown(_ name: Text, low: Text, high: Text) -> Text {
        Text(
            da: "Tallene siger for lidt om \(name.da) til at vælge mellem \(low.da) og \(high.da); den er ikke ændret.",
            en:
                "The figures say too little about \(name.en) to choose between \(low.en) and \(high.en); it is left as it is."
        )
    }

    public static func inseparableUnknown(_ name: Text, from others: [Text]) -> Text {
        func list(_ language: Language) -> String {
            others.map { $0[language] }.joined(separator: language == .da ? " og " : " and ")
        }
        return Text(
            da:
                "Tallene kan ikke skelne \(name.da) fra \(list(.da)): de virker på de samme tal. Ingen af dem foreslås ud fra "
                + "det; fastlæg den ene på anden vej, og kalibrer den anden.",
            en:
                "The figures cannot tell \(name.en) from \(list(.en)): they act on the same figures. Nothing is proposed from "
                + "that; settle one in another way and calibrate the other.")
    }

    public static func atBound(_ name: Text) -> Text {
        Text(
            da:
                "\(name.da) ender på grænsen: enten er grænserne for snævre, eller modellen mangler noget. Derfor foreslås intet.",
            en:
                "\(name.en) ends on its bound: either the bounds are too narrow, or the model lacks something. So nothing is proposed."
        )
    }

    public static let bothExplained = Text(
        da: "Med forslagene er der ingen tal, modellen ikke kan forklare.",
        en: "With the proposals there is no figure the model cannot explain.")
    public static func stillUnexplained(_ count: Int) -> Text {
        let figures = plural(count, da: "tal", "tal", en: "figure", "figures")
        return Text(
            da:
                "Også med forslagene er der \(figures.da), modellen ikke kan forklare (mærket *); så mangler den noget andet, og "
                + "forslagenes usikkerhed er for lille.",
            en:
                "With the proposals too the model cannot explain \(figures.en) (marked *); it lacks something else, then, and the "
                + "proposals' uncertainty is too small.")
    }

    public static let acceptHint = Text(
        da: "Godtag dem med --accept, gem dem med --save NAVN, eller skriv selv linjerne nederst.",
        en: "Accept them with --accept, save them with --save NAME, or write the lines at the bottom yourself.")

    // MARK: Remarks

    public static func calibrateMethod(years: Int, runs: Int) -> Text {
        let all = NumberFormat.text(Double(runs), digits: 0)
        return runs == 0
            ? Text(
                da: "Modellens år er \(years) gennemspilninger af samme periode.",
                en: "The model's years are \(years) replications of the same period.")
            : Text(
                da:
                    "Modellens år er \(years) gennemspilninger af samme periode; forslagene bygger på \(all.da) gennemspilninger "
                    + "med andre værdier og de samme tilfældigheder. Usikkerheden forudsætter, at modellen ellers er rigtig. "
                    + "I en prøve på kendte år, hele vejen fra filer til forslag, holdt intervaller, der var angivet som 95 %, "
                    + "91 til 97 gange af 100 (docs/own-data.md).",
                en:
                    "The model's years are \(years) replications of the same period; the proposals rest on \(all.en) replications "
                    + "with other values and the same luck. The uncertainty presupposes that the model is otherwise right. "
                    + "In a trial on known years, all the way from files to proposal, ranges stated as 95% held 91 to 97 times "
                    + "in 100 (docs/own-data.md)."
            )
    }

    public static let arrivalsHeld = Text(
        da: "Henvisningerne er kendt: forslagene bygger på år, hvor der kommer lige så mange hver måned, som I talte.",
        en: "The referrals are known: the proposals rest on years in which as many come each month as you counted.")

    public static func figuresLeftOut(_ rows: [(row: Int, reason: Text)]) -> Text {
        func list(_ language: Language) -> String {
            rows.prefix(5).map { "\($0.row) (\(Escaping.terminalSafe($0.reason[language])))" }.joined(separator: "; ")
        }
        let rest = max(0, rows.count - 5)
        let more = rest > 0 ? Text(da: " og \(rest) til", en: " and \(rest) more") : Text(same: "")
        return Text(da: "Ikke med, række \(list(.da))", en: "Left out, row \(list(.en))") + more + Text(same: ".")
    }

    public static func figuresUnused(_ names: [Text]) -> Text {
        func list(_ language: Language) -> String {
            let list = names.prefix(4).map { $0[language] }.joined(separator: "; ") + (names.count > 4 ? " …" : "")
            // A date ends in a point of its own.
            return list.hasSuffix(".") ? list : list + "."
        }
        return Text(
            da:
                "Kunne ikke bruges til forslagene, fordi modellen for sjældent har dem eller altid har dem ens: \(list(.da))",
            en: "Of no use for the proposals, as the model too rarely has them or always has them alike: \(list(.en))")
    }

    /// Where a calibrated value comes from.
    public static func calibratedOrigin(
        from: CivilDate, to: CivilDate, value: Text, low: Text, high: Text, level: Double
    ) -> Text {
        let (first, last) = (DateFormat.long(from), DateFormat.long(to))
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da:
                "kalibreret til egne data, \(first.da) til \(last.da): \(value.da) (\(low.da)–\(high.da) med \(sure.da) % "
                + "sikkerhed)",
            en:
                "calibrated to own data, \(first.en) to \(last.en): \(value.en) (\(low.en)–\(high.en) with \(sure.en)% confidence)"
        )
    }

    public static func calibratedTitle(_ title: Text) -> Text {
        Text(da: title.da + ", kalibreret til egne data", en: title.en + ", calibrated to own data")
    }

    public static func savedCalibrated(_ path: String, values: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let numbers = plural(values, da: "værdi", "værdier", en: "value", "values")
        return Text(da: "Gemt i \(path) med \(numbers.da).", en: "Saved in \(path) with \(numbers.en).")
    }
}
