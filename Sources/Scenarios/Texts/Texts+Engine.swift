public import PathwaySim

/// What the engine's errors mean.
extension Texts {
    /// Why a model cannot be run.
    public static func model(_ error: ModelError) -> Text {
        switch error {
        case .unknown(let kind, let name, let place):
            Text(
                da: "\(place) nævner \(nameKind(kind).da) \(Escaping.quoted(name)), som ikke findes",
                en: "\(place) names the \(nameKind(kind).en) \(Escaping.quoted(name)), which does not exist")
        case .duplicate(let kind, let name):
            Text(
                da: "der er to af \(nameKind(kind).da) \(Escaping.quoted(name)); giv den ene et andet navn",
                en: "there are two of the \(nameKind(kind).en) \(Escaping.quoted(name)); rename one")
        case .collision(let a, let b):
            Text(
                da: "navnene \(Escaping.quoted(a)) og \(Escaping.quoted(b)) støder sammen; giv det ene et andet navn",
                en: "the names \(Escaping.quoted(a)) and \(Escaping.quoted(b)) collide; rename one")
        case .outOfRange(let what, let place, let value):
            Text(
                da: "\(what) i \(place) er \(NumberFormat.exact(value, language: .da)), hvilket ikke er muligt",
                en: "\(what) in \(place) is \(NumberFormat.exact(value, language: .en)), which is not possible")
        case .badRoute(let place):
            Text(
                da: "\(place) fører ingen steder hen; angiv et trin, eller trin med vægte over 0",
                en: "\(place) leads nowhere; give a step, or steps with weights above 0")
        case .neverEnough(let resource, let step, let units):
            Text(
                da: "\(step) har brug for \(units) af \(resource) på én gang, og så mange er der aldrig",
                en: "\(step) needs \(units) of \(resource) at once, and there are never so many")
        case .wrongKind(let resource, let step):
            Text(
                da: "\(resource) kan ikke bruges sådan i \(step): det ene er tider, det andet pladser",
                en: "\(resource) cannot be used like this in \(step): one is slots, the other units")
        case .seizedAndBooked(let resource):
            Text(
                da: "\(resource) bliver både taget straks og bestilt frem i tiden; del den i to",
                en: "\(resource) is both seized at once and booked ahead; make it two resources")
        case .mixedDisciplines(let step):
            Text(
                da: "de ressourcer, \(step) bruger sammen, har forskellig kødisciplin; giv dem den samme",
                en: "the resources that \(step) uses together have different disciplines; give them the same")
        case .aboutCitizens(let what, let place):
            Text(
                da:
                    "\(what) i \(place) hører ikke til én borger og kan ikke afhænge af borgerens egenskaber eller forløb",
                en:
                    "\(what) in \(place) belongs to no single citizen and cannot depend on a citizen's attributes or course"
            )
        case .conditionOnCourse(let step):
            Text(
                da:
                    "needs i \(step) er holdets og kan ikke have et \"if\" om borgeren; brug seize før holdet og release efter",
                en:
                    "needs of \(step) are the group's and cannot have an \"if\" about a citizen; use seize before it and release after"
            )
        case .declinedByPriority(let step):
            Text(
                da:
                    "tider ved \(step) gives efter priority og kendes ikke på forhånd; brug patience i stedet for longestAcceptable",
                en:
                    "slots of \(step) are given by priority and not known beforehand; use patience in place of longestAcceptable"
            )
        case .preemptionNotAlone(let step):
            Text(
                da: "\(step) bruger en ressource, der kan afbryde, sammen med andre; det er ikke muligt",
                en: "\(step) uses a preemptive resource together with others; that is not possible")
        case .impossibleCourse(let step):
            Text(
                da: "holdet \(step) kan aldrig begynde; se på mindste og største antal og på starten",
                en: "the course \(step) can never start; look at its minimum, maximum and start")
        case .calendar:
            Text(
                da: "kalenderen har ingen hverdage at arbejde i; se på workdays og hours",
                en: "the calendar has no working time; look at workdays and hours")
        }
    }

    /// Why a run was stopped.
    public static func simulation(_ error: SimulationError, clock: CivilClock) -> Text {
        switch error {
        case .cancelled: interrupted
        case .zeroTimeLoop(let step, let at):
            Text(
                da: "borgere går i ring gennem \(step), uden at tiden går (\(moment(at, clock).da)); læg et ophold ind",
                en: "citizens go round through \(step) without time passing (\(moment(at, clock).en)); put a delay in")
        case .endlessRound(let step, let visits, let at):
            Text(
                da: """
                    en borger er kommet til \(step) \(whole(visits).da) gange (\(moment(at, clock).da)); \
                    gør opholdet længere, eller lad runden få en ende
                    """,
                en: """
                    a citizen has come to \(step) \(whole(visits).en) times (\(moment(at, clock).en)); \
                    make the delay longer, or give the way round an end
                    """)
        case .unboundedGrowth(let step, let count, let at):
            Text(
                da:
                    "der er \(whole(count).da) borgere i systemet \(moment(at, clock).da), de fleste ved \(step): flere kommer ind end ud",
                en:
                    "\(whole(count).en) citizens are in the system on \(moment(at, clock).en), most at \(step): more come in than out"
            )
        case .undefinedNumber(let place, let at):
            Text(
                da:
                    "reglen i \(place) gav ikke noget tal (\(moment(at, clock).da)); undgå for eksempel at dele med nul",
                en: "the rule in \(place) gave no number (\(moment(at, clock).en)); avoid dividing by zero, for example"
            )
        case .probabilities(let step, let sum, let at):
            Text(
                da: """
                    sandsynlighederne i \(step) giver tilsammen \(NumberFormat.exact(sum, language: .da)) og ikke 1 \
                    (\(moment(at, clock).da))
                    """,
                en: """
                    the probabilities of \(step) sum to \(NumberFormat.exact(sum, language: .en)), not 1 \
                    (\(moment(at, clock).en))
                    """)
        case .probabilityOutside(let place, let value, let at):
            Text(
                da: """
                    en sandsynlighed i \(place) er \(NumberFormat.exact(value, language: .da)) (\(moment(at, clock).da)); \
                    den skal ligge fra 0 til 1
                    """,
                en: """
                    a probability in \(place) is \(NumberFormat.exact(value, language: .en)) (\(moment(at, clock).en)); \
                    it must lie between 0 and 1
                    """)
        case .batchTooLarge(let source, let size, let at):
            Text(
                da: """
                    \(source) lader \(NumberFormat.exact(size, language: .da)) komme på én gang (\(moment(at, clock).da)); \
                    højst 4.095 kan; brug en venteliste eller en CSV-fil
                    """,
                en: """
                    \(source) lets \(NumberFormat.exact(size, language: .en)) come at once (\(moment(at, clock).en)); \
                    at most 4,095 can; use a waiting list or a CSV file
                    """)
        case .deadlock(let holders, let at):
            deadlock(holders, moment(at, clock))
        }
    }

    private static func moment(_ t: SimTime, _ clock: CivilClock) -> Text {
        let time = DateFormat.time(t)
        return DateFormat.long(clock.date(of: t)) + Text(da: " \(time.da)", en: " at \(time.en)")
    }

    private static func whole(_ count: Int) -> Text { NumberFormat.text(Double(count), digits: 0) }

    private static func deadlock(_ holders: [SimulationError.Holder], _ at: Text) -> Text {
        let shown = holders.prefix(3)
        func all(_ words: (SimulationError.Holder) -> String) -> String { shown.map(words).joined(separator: "; ") }
        let da = all { holder in
            let waits = holder.waitsFor.joined(separator: ", ")
            return
                "\(holder.citizen) ved \(holder.step) venter på \(waits) og har \(holder.holds.joined(separator: ", "))"
        }
        let en = all { holder in
            let waits = holder.waitsFor.joined(separator: ", ")
            return
                "\(holder.citizen) at \(holder.step) waits for \(waits) and holds \(holder.holds.joined(separator: ", "))"
        }
        return Text(
            da: "alt står stille \(at.da): borgere venter på det, de andre har. \(da)",
            en: "everything stands still on \(at.en): citizens wait for what others hold. \(en)")
    }

    private static func nameKind(_ kind: ModelError.NameKind) -> Text {
        switch kind {
        case .step: Text(da: "trinnet", en: "step")
        case .resource: Text(da: "ressourcen", en: "resource")
        case .attribute: Text(da: "egenskaben", en: "attribute")
        case .event: Text(da: "hændelsen", en: "event")
        case .option: Text(da: "valget", en: "option")
        case .outcome: Text(da: "måden at slutte på", en: "outcome")
        case .source: Text(da: "kilden til borgere", en: "source")
        case .worldEvent: Text(da: "begivenheden", en: "world event")
        }
    }
}
