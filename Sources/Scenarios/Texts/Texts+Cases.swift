extension Texts {
    /// The words for a case file that cannot be walked.
    static func caseProblem(_ problem: CaseProblem) -> Text {
        switch problem {
        case .repeatedStop(let id):
            let id = Escaping.quoted(id)
            return Text(
                da: "to stop hedder \(id); giv det ene et andet id", en: "two stops are called \(id); rename one")
        case .unknownStop(let id, let known):
            let id = Escaping.quoted(id)
            return Text(da: "der er intet tidligere stop \(id)", en: "there is no earlier stop \(id)") + allowed(known)
        case .unknownNeed(let id, let known):
            let id = Escaping.quoted(id)
            return Text(da: "der er intet behov \(id) under needs", en: "there is no need \(id) under needs")
                + allowed(known)
        case .answerOutOfRange(let stop, let answer, let choices):
            let stop = Escaping.quoted(stop)
            return Text(
                da: "stop \(stop) har valgene 1 til \(choices), ikke \(answer)",
                en: "stop \(stop) has the choices 1 to \(choices), not \(answer)")
        case .tooFewChoices(let stop, let found):
            let stop = Escaping.quoted(stop)
            return Text(
                da: "stop \(stop) har \(found) valg; der skal være mindst to og højst ni",
                en: "stop \(stop) has \(found) choices; give at least two and at most nine")
        case .recommendation(let stop, let found, let several):
            let stop = Escaping.quoted(stop)
            return several
                ? Text(
                    da: "intet valg ved stop \(stop) er anbefalet; sæt recommended på dem, kilderne anbefaler",
                    en: "no choice at stop \(stop) is recommended; mark those the sources recommend")
                : Text(
                    da: "ved stop \(stop) er \(found) valg anbefalet; netop ét skal være det",
                    en: "at stop \(stop) \(found) choices are recommended; exactly one must be")
        case .severalWithDecisions(let stop):
            let stop = Escaping.quoted(stop)
            return Text(
                da: "stop \(stop) tager flere valg på én gang; de kan sætte egenskaber, men ikke vælge en vej",
                en: "stop \(stop) takes several choices at once; they can set attributes but not choose a way")
        case .completeWithoutSeveral(let stop):
            let stop = Escaping.quoted(stop)
            return Text(
                da: "complete og incomplete hører til several; sæt \"several\": true ved stop \(stop), eller fjern dem",
                en: "complete and incomplete belong to several; set \"several\": true at stop \(stop), or remove them")
        case .unknownCase(let name, let known, let similar):
            let name = Escaping.quoted(name)
            return Text(
                da: "der er ingen case \(name) (en fil skrives med / eller .json)",
                en: "there is no case \(name) (a file is written with / or .json)")
                + (similar.isEmpty ? allowed(known) : didYouMean(similar))
        case .changesThePast(let stop, let choice):
            let stop = Escaping.quoted(stop)
            return Text(
                da:
                    "valg \(choice) ved stop \(stop) ændrer noget, der allerede er sket; en egenskab læses, før borgeren når stoppet",
                en:
                    "choice \(choice) at stop \(stop) changes what has already happened; an attribute is read before the citizen gets there"
            )
        case .undecided(let step):
            let step = Escaping.quoted(step)
            return Text(
                da:
                    "forløbet venter på et valg ved trinnet \(step); giv det et stop, eller skriv valget under citizen.decisions",
                en:
                    "the pathway awaits a decision at the step \(step); give it a stop, or write the decision under citizen.decisions"
            )
        case .neverReached(let stops):
            let list = stops.map { Escaping.quoted($0) }.joined(separator: ", ")
            return Text(
                da: "disse stop blev ikke nået, hvad der end blev valgt: \(list)",
                en: "these stops were not reached whatever was chosen: \(list)")
        case .noStopReached:
            return Text(
                da: "borgeren når ingen af casens stop; se efter i citizen.entry og stoppenes at",
                en: "the citizen reaches none of the stops; check citizen.entry and each stop's at")
        }
    }
}
