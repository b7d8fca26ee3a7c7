/// Half-yearly key figures.
extension Texts {
    public static func keyFiguresTitle(_ title: Text, from: Text, to: Text) -> Text {
        Text(
            da: "Nøgletal for halvåret \(from.da) – \(to.da): \(title.da)",
            en: "Key figures for the half year \(from.en) – \(to.en): \(title.en)")
    }
    public static let keyFiguresMeaning = Text(
        da:
            "Beregnede tal til drøftelse, ikke en opgørelse: skriv jeres egne registrerede tal i den sidste kolonne og se, hvor de ligger uden for det, 8 af 10 halvår ville give. ± siger, hvor godt et tal er kendt; forskellen er til halvåret før.",
        en:
            "Computed numbers to discuss, not an account: write your own registered numbers in the last column and see where they lie outside what 8 of 10 half years would give. ± says how well a number is known; the difference is from the half year before."
    )

    public static func keyFiguresStart(_ start: Text) -> Text {
        Text(
            da:
                "Scenariet begynder \(start.da) med tomme tilbud, så i halvåret før er forløbene først ved at komme i gang. "
                + "Forskellen viser mest det. Lad scenariet løbe et år i forvejen: sæt horizon 730d; sæt warmup 365d",
            en:
                "The scenario begins on \(start.en) with empty offers, so in the half year before the courses were only "
                + "getting under way. The difference shows mostly that. Let the scenario run for a year first: "
                + "set horizon 730d; set warmup 365d")
    }

    public static let keyFiguresNotCompared = Text(
        da: "De to halvår kan ikke sammenlignes, se øverst.", en: "The two half years cannot be compared, see above.")
    public static let keyFiguresActivity = Text(da: "Aktivitet", en: "Activity")
    public static let keyFiguresNow = Text(da: "halvåret", en: "the half year")
    public static let keyFiguresSpread = Text(da: "8 af 10 halvår", en: "8 of 10 half years")
    public static let keyFiguresBefore = Text(da: "halvåret før", en: "the half year before")
    public static let keyFiguresOwn = Text(da: "jeres tal", en: "your number")
    public static let keyFiguresToDiscuss = Text(da: "Til drøftelse", en: "To discuss")
    public static let keyFiguresNoChange = Text(
        da: "Ingen af de vigtigste tal er ændret mere, end tilfældigheder kan forklare.",
        en: "None of the most important numbers has changed by more than chance can explain.")
    public static func keyFiguresEstimates(_ assumed: Int, of all: Int) -> Text {
        Text(
            da: "\(assumed) af scenariets \(all) tal er skøn; vis antagelser viser dem.",
            en: "\(assumed) of the scenario's \(all) numbers are estimates; show assumptions lists them.")
    }
    public static let tooShortForHalfYears = Text(
        da: "nøgletal sammenligner to halvår, og perioden er kortere end et år; skriv sæt horizon 1y",
        en: "key figures compare two half years, and the period is shorter than a year; type set horizon 1y")
    public static let optionKeyFigureReplications = Text(
        da: "nøgletal: hvor mange gange halvårene gennemspilles; så mange som det kræver ellers",
        en: "keyfigures: how many times the half years are simulated; as many as it takes otherwise")
}
