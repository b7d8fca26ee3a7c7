internal import PathwaySim

/// What `compare` says.
extension Texts {
    // MARK: What is compared

    public static func savedResult(_ title: Text) -> Text {
        Text(da: "\(title.da) (gemt resultat)", en: "\(title.en) (saved result)")
    }

    /// `Compared with: The example municipality`.
    public static func comparedWith(_ title: Text) -> Text {
        Text(da: "Sammenlignet med: \(title.da)", en: "Compared with: \(title.en)")
    }

    /// `Clarifying conversations a week: 14 instead of 12`.
    public static func withChange(_ change: SettingChange) -> Text {
        func line(_ language: Language) -> String {
            let label = Escaping.terminalSafe(change.label[language])
            let (old, new) = (value(change.old, language), value(change.new, language))
            return language == .da
                ? "\(label): \(new) i stedet for \(old)" : "\(label): \(new) instead of \(old)"
        }
        return Text(da: line(.da), en: line(.en))
    }

    /// `With 2 more clarifying conversations a week`: for a setting that counts slots; nil for anything else, and for one
    /// more, which the labels' plurals do not allow.
    public static func withMore(_ change: SettingChange) -> Text? {
        guard change.unit == Units.slotsPerWeek, let old = change.old?.number, let new = change.new?.number,
            abs(new - old) != 1, old != new
        else { return nil }
        let count = NumberFormat.text(abs(new - old))
        func label(_ language: Language) -> String {
            let text = Escaping.terminalSafe(change.label[language])
            return text.prefix(1).lowercased() + text.dropFirst()
        }
        return Text(
            da: "Med \(count.da) \(new > old ? "flere" : "færre") \(label(.da))",
            en: "With \(count.en) \(new > old ? "more" : "fewer") \(label(.en))")
    }

    public static func withChanges(_ count: Int) -> Text {
        Text(da: "Med \(count) ændringer", en: "With \(count) changes")
    }

    private static func value(_ node: JSONNode?, _ language: Language) -> String {
        guard let node, !node.isNull else { return Text(da: "ikke sat", en: "not set")[language] }
        if let number = node.number { return NumberFormat.exact(number, language: language) }
        return Escaping.terminalSafe(node.string ?? JSONWriter.line(node))
    }

    // MARK: The sentences

    /// What one number became.
    public struct Became: Sendable {
        /// What is said of it.
        public enum Kind: Sendable {
            /// `wait.STEP.mean`.
            case meanWait
            /// `wait.STEP.p90`.
            case nineOfTenWait
            case other
        }

        public var kind: Kind
        /// The step for a wait, else the measure with its unit.
        public var label: Text
        public var base: Text
        public var variant: Text
        /// With its ± and sign.
        public var difference: Text
        /// 10th and 90th percentile of the variant over the years; nil when they do not differ.
        public var years: (low: Text, high: Text)?

        public init(
            kind: Kind, label: Text, base: Text, variant: Text, difference: Text,
            years: (low: Text, high: Text)?
        ) {
            self.kind = kind
            self.label = label
            self.base = base
            self.variant = variant
            self.difference = difference
            self.years = years
        }
    }

    public static func became(_ facts: Became) -> Text {
        let years = facts.years.map { low, high in
            Text(
                da: "; i 8 af 10 år mellem \(low.da) og \(high.da)",
                en: "; in 8 of 10 years between \(low.en) and \(high.en)")
        }
        func changed(_ language: Language, _ unit: String, _ instead: String) -> String {
            "\(facts.variant[language])\(unit) \(instead) \(facts.base[language]) (\(facts.difference[language]))"
                + (years?[language] ?? "") + "."
        }
        let (da, en) =
            switch facts.kind {
            case .meanWait:
                (
                    "ventetiden er i gennemsnit " + changed(.da, " dage", "i stedet for"),
                    "the mean wait is " + changed(.en, " days", "instead of")
                )
            case .nineOfTenWait:
                (
                    "9 af 10 venter højst " + changed(.da, " dage", "i stedet for"),
                    "9 of 10 wait at most " + changed(.en, " days", "instead of")
                )
            case .other: (changed(.da, "", "i stedet for"), changed(.en, "", "instead of"))
            }
        return facts.label + Text(same: ": ") + Text(da: da, en: en)
    }

    /// `With 2 more clarifying conversations a week 9 of 10 wait at most 12 days instead of 31 (difference known to ±2); …`.
    ///
    /// - Parameters:
    ///   - more: what is changed, with `withMore`.
    ///   - uncertainty: the half-width of the difference.
    public static func nineOfTenWith(
        _ more: Text, base: Text, variant: Text, uncertainty: Text, years: (low: Text, high: Text)?
    ) -> Text {
        let ending =
            years.map { low, high in
                Text(
                    da: "; i 8 af 10 år mellem \(low.da) og \(high.da).",
                    en: "; in 8 of 10 years between \(low.en) and \(high.en).")
            } ?? Text(same: ".")
        return Text(
            da: "\(more.da) venter 9 af 10 højst \(variant.da) dage i stedet for \(base.da) "
                + "(forskel kendt på ±\(uncertainty.da))",
            en: "\(more.en) 9 of 10 wait at most \(variant.en) days instead of \(base.en) "
                + "(difference known to ±\(uncertainty.en))")
            + ending
    }

    /// What changes most outside the headline measures.
    public static func changedElsewhere(_ labels: [Text]) -> Text {
        Text(
            da: "Uden for hovedtallene ændrer sig: " + labels.map(\.da).joined(separator: "; ") + ".",
            en: "Outside the headline measures these change: " + labels.map(\.en).joined(separator: "; ") + ".")
    }

    /// - Parameter label: of the number who are done with the step.
    public static func fewerBegin(_ label: Text, _ change: Text) -> Text {
        Text(
            da: "Men færre kommer til: \(label.da) (\(change.da)). Ventetiden gælder kun dem, der begyndte.",
            en: "But fewer get their turn: \(label.en) (\(change.en)). The wait is of those who began only.")
    }

    public static let noCertainDifference = Text(
        da: "ingen sikker forskel på hovedtallene.", en: "no certain difference in the headline measures.")

    /// The largest difference there may be without its having shown.
    public static func mayHide(_ label: Text, _ difference: Text) -> Text {
        Text(
            da: "\(label.da): en forskel på op til \(difference.da) kan ikke udelukkes.",
            en: "\(label.en): a difference of up to \(difference.en) cannot be ruled out.")
    }

    // MARK: The table

    public static let columnDifference = Text(da: "forskel", en: "difference")
    public static let columnCertain = Text(da: "sikker", en: "certain")
    public static let columnGain = Text(da: "år tæller", en: "years count")
    public static let columnBase = Text(da: "før", en: "base")
    public static let columnVariant = Text(da: "efter", en: "variant")

    // MARK: Remarks

    public static let yesButSlight = Text(da: "ja, men lille", en: "yes, but slight")
    public static let slightMeans = Text(
        da: "lille: under 1 % af tallet uden ændringen, for andele under 0,1 procentpoint.",
        en: "slight: under 1 % of the number without the change, for shares under 0.1 percentage points.")
    public static let onlySlight = Text(
        da: "Der er en sikker forskel, men den er så lille, at ingen vil mærke den.",
        en: "There is a certain difference, but so slight that nobody will notice it.")

    public static let certainMeans = Text(
        da:
            "sikker: forskellen er større end tilfældigheder kan give, bedømt for hovedtallene (•) under ét; de andre tal "
            + "er bedømt hver for sig, og blandt mange kan et enkelt se sikkert ud ved et tilfælde.",
        en: "certain: the difference is larger than chance can make it, judged for the headline measures (•) together; "
            + "the others are judged one by one, and among many a single one can look certain by chance.")

    /// - Parameter times: as shown in the table, `3×`.
    public static func gainMeans(_ times: String, _ label: Text) -> Text {
        Text(
            da:
                "Begge sider har haft de samme tilfældigheder (\(times)): uden det skulle der gennemspilles så mange gange "
                + "flere år for at kende forskellen lige så godt (\(label.da)).",
            en:
                "Both sides had the same luck (\(times)): without it that many times as many years would have to be run "
                + "to know the difference as well (\(label.en)).")
    }

    public static func alike(_ count: Int) -> Text {
        let measures = plural(count, da: "tal er ens", "tal er ens", en: "measure is the same", "measures are the same")
        return Text(
            da: "\(measures.da) på begge sider og ikke vist.", en: "\(measures.en) on both sides and not shown.")
    }

    public static let moreInComparison = Text(da: "Alle tal: sammenlign --all", en: "All measures: compare --all")

    public static func pairedYears(_ replications: Int, isYear: Bool) -> Text {
        let runs =
            isYear
            ? plural(replications, da: "år", "år", en: "year", "years")
            : plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da: "\(runs.da) på hver side, med de samme tilfældigheder.",
            en: "\(runs.en) on each side, with the same luck.")
    }

    public static func enoughForDifferences(_ hardest: Text, _ replications: Int) -> Text {
        Text(
            da: "\(replications) gennemspilninger var nok til at kende forskellene; sværest er \(hardest.da)",
            en: "\(replications) replications were enough to know the differences; hardest is \(hardest.en)")
    }

    // MARK: Why the luck was not the same

    public static func differentLuck(_ reason: Text) -> Text {
        Text(
            da:
                "\(reason.da), så siderne har haft hver sine tilfældigheder: forskellene er mindre sikre, end de kunne være.",
            en: "\(reason.en), so each side had its own luck: the differences are less certain than they could be.")
    }

    public static let seedsDiffer = Text(
        da: "Lodtrækningerne er forskellige", en: "The seeds differ")
    public static let replicationsDiffer = Text(
        da: "Antallet af gennemspilninger er forskelligt", en: "The numbers of replications differ")
    public static let versionsDiffer = Text(
        da: "Resultaterne er fra forskellige versioner af programmet", en: "The results are from different versions")

    public static func warningOf(_ side: Text, _ warning: Text) -> Text {
        Text(da: "\(side.da): \(warning.da)", en: "\(side.en): \(warning.en)")
    }

    // MARK: Problems

    public static func noValueAfter(_ labels: [Text]) -> Text {
        Text(
            da: "Intet tal efter ændringen, fordi ingen kommer så langt: "
                + "\(labels.map(\.da).joined(separator: "; ")).",
            en: "No number after the change, because nobody gets that far: "
                + "\(labels.map(\.en).joined(separator: "; ")).")
    }

    public static func noValueBefore(_ labels: [Text]) -> Text {
        Text(
            da: "Intet tal før ændringen, fordi ingen kom så langt: "
                + "\(labels.map(\.da).joined(separator: "; ")).",
            en: "No number before the change, because nobody got that far: "
                + "\(labels.map(\.en).joined(separator: "; ")).")
    }

    public static let sameTwice = Text(
        da: "de to er ens, så der er intet at sammenligne; skriv det, der skal være anderledes, som STI=VÆRDI uden "
            + "--set",
        en: "the two are the same, so there is nothing to compare; write what is to differ as PATH=VALUE without --set")

    public static let nothingToCompare = Text(
        da:
            "der er intet at sammenligne med; skriv et scenarie, en fil med et gemt resultat eller STI=VÆRDI, eller ændr "
            + "noget med sæt først",
        en: "there is nothing to compare with; write a scenario, the file of a saved result or PATH=VALUE, or set "
            + "something first")

    public static func scenarioOfResultIsGone(_ id: String) -> Text {
        let id = Escaping.quoted(id)
        return Text(
            da:
                "scenariet \(id), som det gemte resultat er fra, er ændret eller kan ikke læses mere; skriv et scenarie "
                + "i stedet for en indstilling",
            en:
                "the scenario \(id) that the saved result is from has changed or can no longer be read; write a scenario "
                + "instead of a setting")
    }

    public static func differentPeriods(_ a: Double, _ b: Double) -> Text {
        let (a, b) = (NumberFormat.text(a), NumberFormat.text(b))
        return Text(
            da: "de dækker \(a.da) og \(b.da) dage og kan ikke sammenlignes; giv dem samme længde med --set horizon=…",
            en: "they cover \(a.en) and \(b.en) days and cannot be compared; give them the same length with "
                + "--set horizon=…")
    }
}
