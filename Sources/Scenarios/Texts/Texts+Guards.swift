internal import PathwaySim

extension Texts {
    /// The words for what makes a scenario unworkable.
    static func guarding(_ problem: GuardProblem) -> Text {
        switch problem {
        case .unreachableStep(let step):
            return Text(
                da: "ingen kan komme til trinnet \"\(step)\"; intet trin og ingen kilde fører dertil",
                en: "nobody can reach the step \"\(step)\"; no step and no source leads there")
        case .unusedOutcome(let outcome):
            return Text(
                da: "intet forløb kan ende med udfaldet \"\(outcome)\"",
                en: "no course can end with the outcome \"\(outcome)\"")
        case .unusedResource(let resource):
            return Text(da: "ressourcen \"\(resource)\" bruges ikke", en: "the resource \"\(resource)\" is not used")
        case .neverEnough(let resource, let units, let most):
            return Text(
                da: "trinnet skal bruge \(units) enheder af \"\(resource)\", men der er aldrig mere end \(most)",
                en: "the step needs \(units) units of \"\(resource)\", but there are never more than \(most)")
        case .noStart(let step):
            return Text(
                da: "holdet \"\(step)\" har ingen startdato i kørslen, så ingen kommer på det",
                en: "the course \"\(step)\" has no start date within the run, so nobody gets on it")
        case .needsSessions(let step, let because):
            return Text(
                da: "holdet \"\(step)\" skal have \"sessions\": \(because) kræver møder",
                en: "the course \"\(step)\" needs \"sessions\": \(because) asks for meetings")
        case .neverStaffed(let step):
            return Text(
                da: "holdet \"\(step)\" kan aldrig starte: \"needs\" er ikke på vagt til nok møder i træk; "
                    + "se på \"shifts\" og mødernes dage",
                en: "the course \"\(step)\" can never start: \"needs\" are not on duty at enough meetings in a row; "
                    + "look at \"shifts\" and the days of the meetings"
            )
        case .slotTooLong(let resource):
            return Text(
                da: "en tid hos \"\(resource)\" er længere end ethvert tidsrum i \"windows\", så der er ingen tider",
                en: "a slot of \"\(resource)\" is longer than any of its \"windows\", so there are no slots")
        case .crowdedSlots(let resource, let slots, let places, let staff):
            let number = NumberFormat.text(slots)
            return Text(
                da: "\(number.da) tider pr. uge hos \"\(resource)\" er flere, end \(places) tidspunkter i \"windows\" "
                    + "giver plads til med \"staff\" \(staff); flere ligger samtidig",
                en: "\(number.en) slots a week of \"\(resource)\" are more than fit in the \(places) places of its "
                    + "\"windows\" with \"staff\" \(staff); several lie at the same time"
            )
        case .armWithoutJoin(let arm, let join):
            return Text(
                da: "armen, der begynder med \"\(arm)\", kommer aldrig til \"\(join)\"; "
                    + "slutter den, slutter hele forløbet",
                en: "the arm that begins with \"\(arm)\" never comes to \"\(join)\"; "
                    + "when it closes, the whole course does")
        case .neverHappens(let event):
            return Text(
                da: "begivenheden \"\(event)\" sker ikke i kørslen, så den, der venter på den, venter for evigt",
                en: "the event \"\(event)\" does not happen within the run, so whoever waits for it waits for ever")
        case .noSuchDate:
            return Text(
                da: "ingen dato i kørslen passer, så den, der venter på den, venter for evigt; "
                    + "dag 31 er den sidste i enhver måned",
                en: "no date within the run fits, so whoever waits for it waits for ever; "
                    + "day 31 is the last of any month")
        case .unknownHeadline(let name, let similar):
            let name = Escaping.quoted(name)
            return Text(da: "kørslen giver intet tal ved navn \(name)", en: "a run gives no measure named \(name)")
                + didYouMean(similar)
        case .unusedParameter(let name, let similar):
            let name = Escaping.quoted(name)
            return Text(
                da: "ingen regel bruger parameteren \(name), så den ændrer intet",
                en: "no rule uses the parameter \(name), so it changes nothing")
                + didYouMean(similar)
        case .instantLoop(let steps):
            let loop = steps.map { "\"\($0)\"" }.joined(separator: ", ")
            return Text(
                da: "den, der kommer hertil, går i ring for evigt, uden at tiden går: \(loop)",
                en: "whoever comes here goes round for ever while no time passes: \(loop)")
        case .engine(let text): return text
        }
    }

    /// What the engine cannot run.
    static func engine(_ error: ModelError) -> Text {
        switch error {
        case .unknown(_, let name, let place):
            let (name, place) = (Escaping.quoted(name), Escaping.quoted(place))
            return Text(
                da: "\(place) bruger \(name), som ikke findes", en: "\(place) uses \(name), which does not exist")
        case .duplicate(_, let name):
            let name = Escaping.quoted(name)
            return Text(da: "navnet \(name) bruges to gange", en: "the name \(name) is used twice")
        case .collision(let a, let b):
            return Text(
                da: "navnene \"\(a)\" og \"\(b)\" kan ikke bruges sammen (samme lodtrækning); omdøb det ene",
                en: "the names \"\(a)\" and \"\(b)\" cannot be used together (same luck); rename one")
        case .outOfRange(let what, let place, let value):
            let (number, place) = (NumberFormat.text(value), Escaping.quoted(place))
            return Text(
                da: "\(what) i \(place) er uden for det, der kan simuleres: \(number.da)",
                en: "\(what) in \(place) is outside what can be simulated: \(number.en)")
        case .badRoute(let place):
            let place = Escaping.quoted(place)
            return Text(
                da: "der mangler et trin at gå videre til fra \(place)",
                en: "a step to go on to is missing from \(place)")
        case .neverEnough(let resource, _, let units):
            return Text(
                da: "der er aldrig \(units) enheder af \"\(resource)\"",
                en: "there are never \(units) units of \"\(resource)\"")
        case .wrongKind(let resource, _):
            return Text(
                da:
                    "\"\(resource)\" er den forkerte slags: tider aftales ved \"appointment\", enheder bruges ved de andre trin",
                en:
                    "\"\(resource)\" is of the wrong kind: slots are booked by \"appointment\", units used by the other steps"
            )
        case .seizedAndBooked(let resource):
            return Text(
                da: "\"\(resource)\" både optages straks og aftales forud; brug to ressourcer",
                en: "\"\(resource)\" is both seized at once and booked ahead; use two resources")
        case .mixedDisciplines(let step):
            return Text(
                da: "ressourcerne ved \"\(step)\" har forskellig \"discipline\"; rækkefølgen er da ikke fastlagt",
                en: "the resources of \"\(step)\" have different \"discipline\"; then the order is not defined")
        case .aboutCitizens, .conditionOnCourse, .declinedByPriority: return model(error)
        case .preemptionNotAlone(let step):
            return Text(
                da: "\"\(step)\": en ressource med \"preemptive\" kan kun bruges alene i en betjening",
                en: "\"\(step)\": a \"preemptive\" resource can only be used alone, in a service")
        case .impossibleCourse(let step):
            return Text(da: "holdet \"\(step)\" kan aldrig starte", en: "the course \"\(step)\" can never start")
        case .calendar:
            return Text(
                da: "kalenderen kan ikke bruges i hele kørslen", en: "the calendar cannot be used for the whole run")
        }
    }
}
