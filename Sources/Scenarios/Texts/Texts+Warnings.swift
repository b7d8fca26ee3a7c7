public import PathwaySim

extension Texts {
    /// The words for a warning about a result.
    ///
    /// - Parameters:
    ///   - scenario: says what people call its things; ids and names of measures when nil.
    ///   - requested: replications that were asked for; nil when their number was to be found.
    public static func warning(_ warning: RunWarning, scenario: Scenario? = nil, requested: Int? = nil) -> Text {
        let labels = scenario?.labels
        func named(_ measures: [String]) -> Text {
            let texts = measures.map { scenario?.measureLabel($0) ?? Text(same: $0) }
            return Text(da: listed(texts.map(\.da), "og").da, en: listed(texts.map(\.en), "and").en)
        }
        return switch warning {
        case .interrupted(let done): interrupted(done, of: requested)
        case .singleReplication:
            Text(
                da: "Kun én gennemspilning: usikkerheden kendes ikke.",
                en: "Only one replication: the uncertainty is not known.")
        case .fewReplications(let count):
            Text(
                da: "Kun \(count) gennemspilninger: ± er selv usikkert, og hvor forskellige årene er, vises først fra "
                    + "\(Measure.leastForSpread).",
                en: "Only \(count) replications: ± is itself uncertain, and how much years differ is shown from "
                    + "\(Measure.leastForSpread) on.")
        case .precisionNotReached(let measure, _):
            Text(
                da: "Tallene er mindre sikre end ønsket; mest usikkert er \(named([measure]).da). "
                    + "Flere gennemspilninger hjælper: --cap.",
                en: "The numbers are less certain than wanted; the least certain is \(named([measure]).en). "
                    + "More replications help: --cap.")
        case .overload(let overload): self.overload(overload, labels)
        case .unstaffed(let courses):
            unstaffed(courses, labels)
        case .noSteadyState(let measures):
            Text(
                da: "Køen vokser uden ende, så der er intet langsigtet gennemsnit af \(named(measures).da); "
                    + "tallene er udeladt.",
                en: "The queue grows without end, so there is no long-run value of \(named(measures).en); "
                    + "they are left out.")
        case .fewObservations(let measures):
            Text(
                da: "Færre end 20 observationer bag \(named(measures).da): brug ikke tallet.",
                en: "Fewer than 20 observations behind \(named(measures).en): do not use the number.")
        case .smallGroups(let groups):
            smallGroups(groups, labels)
        case .violations(let count):
            Text(
                da: "Simulatoren brød \(count) af sine egne regler. Det er en programfejl: brug ikke tallene.",
                en: "The simulator broke its own rules \(count) times. That is a program error: do not use the numbers."
            )
        }
    }

    private static func interrupted(_ done: Int, of requested: Int?) -> Text {
        let runs = plural(done, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        guard let requested else {
            return Text(
                da: "Afbrudt efter \(runs.da); resultatet er for dem.",
                en: "Interrupted after \(runs.en); the result is for those.")
        }
        return Text(
            da: "Afbrudt efter \(done) af \(requested) gennemspilninger; resultatet er for dem.",
            en: "Interrupted after \(done) of \(requested) replications; the result is for those.")
    }

    private static func overload(_ overload: Overload, _ labels: Labels?) -> Text {
        let name: Text =
            if let resource = overload.resource {
                labels?.text(.resources, resource) ?? Text(same: resource)
            } else {
                labels?.text(.steps, overload.steps.first ?? "") ?? Text(same: overload.steps.first ?? "")
            }
        func growth(_ language: Language) -> String {
            guard let width = overload.halfWidth else {
                return NumberFormat.rounded(overload.growthPerWeek, halfWidth: nil, language: language)
            }
            return NumberFormat.withUncertainty(overload.growthPerWeek, halfWidth: width, language: language)
        }
        let safe = Text(da: Escaping.terminalSafe(name.da), en: Escaping.terminalSafe(name.en))
        return Text(
            da: "\(safe.da) kan ikke følge med: køen vokser med \(growth(.da)) borgere om ugen. "
                + "Ventetiderne afhænger af, hvor længe der gennemspilles.",
            en: "\(safe.en) cannot keep up: the queue grows by \(growth(.en)) citizens a week. "
                + "The waits depend on how long is simulated.")
    }

    private static func unstaffed(_ courses: [String], _ labels: Labels?) -> Text {
        let names = courses.map { labels?.text(.steps, $0) ?? Text(same: $0) }
        return Text(
            da: "Hold, der aldrig får alle deres møder besat inden for to år: \(listed(names.map(\.da), "og").da). "
                + "Deres borgere venter til kørslens slutning. Se på `needs`, vagter og mødedage.",
            en: "Groups that find no time within two years when all their meetings have staff: "
                + "\(listed(names.map(\.en), "and").en). Their citizens wait until the end of the run. "
                + "Look at `needs`, shifts and meeting days.")
    }

    private static func smallGroups(_ groups: [Measure.Group], _ labels: Labels?) -> Text {
        func name(_ group: Measure.Group) -> Text {
            (labels?.text(.attributes, group.attribute) ?? Text(same: group.attribute)) + Text(same: " = ")
                + (labels?.group(group) ?? groupValue(group.value))
        }
        let names = groups.map { name($0).da }
        let english = groups.map { name($0).en }
        return Text(
            da:
                "Grupper med færre end 5 borgere vises ikke, og heller ikke den næste, de ellers kunne regnes ud af: \(listed(names, "og").da).",
            en:
                "Groups of fewer than 5 citizens are not shown, nor the next one from which they could be worked out: \(listed(english, "and").en)."
        )
    }

    /// At most four names, the rest counted.
    private static func listed(_ names: [String], _ word: String) -> Text {
        let safe = names.map { Escaping.terminalSafe($0) }
        guard safe.count > 4 else { return Text(same: joined(safe, word: word)) }
        let first = safe.prefix(3).joined(separator: ", ")
        return Text(da: "\(first) og \(safe.count - 3) til", en: "\(first) and \(safe.count - 3) more")
    }
}
