/// What is said about the warm-up of a run that is to show the long run.
extension Texts {
    public static let placeholderWarmup = Text(da: "auto|VARIGHED", en: "auto|DURATION")
    public static let optionWarmup = Text(
        da: "se på det lange løb: tæl ikke begyndelsen med; auto finder selv, hvor længe",
        en: "look at the long run: do not count the beginning; auto finds how much of it")

    public static func warmupFound(days: String, series: Text) -> Text {
        Text(
            da:
                "Opvarmning: de første \(days) dage tælles ikke med. Kurven viser \(series.da), som er længst om at falde til ro.",
            en:
                "Warm-up: the first \(days) days are not counted. The curve shows \(series.en), which takes longest to settle."
        )
    }

    public static let curveOfSystem = Text(da: "antal borgere i gang", en: "the number of citizens on their way")
    public static func curveOfWaiting(_ step: Text) -> Text {
        Text(da: "antal, der venter (\(step.da))", en: "the number waiting (\(step.en))")
    }

    public static let warmupTooShort = Text(
        da:
            "Perioden er for kort til at se, om det falder til ro: gør den flere gange længere (sæt horizon), og brug ikke "
            + "tallene som gennemsnit for det lange løb.",
        en:
            "The period is too short to see whether it settles: make it several times longer (set horizon), and do not use "
            + "the numbers as those of the long run.")

    public static let noWarmup = Text(
        da:
            "perioden er for kort til at finde en opvarmning; gør den længere med --set horizon=…, eller giv en varighed",
        en: "the period is too short to find a warm-up; make it longer with --set horizon=…, or give a duration")
}
