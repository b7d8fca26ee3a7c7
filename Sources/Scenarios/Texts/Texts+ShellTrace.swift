public import PathwaySim

/// What happens to a citizen, in words.
extension Texts {
    public static func traceTitle(_ title: Text, replication: Int) -> Text {
        Text(da: "\(title.da), gennemspilning \(replication)", en: "\(title.en), replication \(replication)")
    }

    /// Below the last happening.
    public static func traceLength(days: Int) -> Text {
        let count = plural(days, da: "dag", "dage", en: "day", "days")
        return Text(da: "I alt \(count.da) fra først til sidst.", en: "\(count.en) from first to last.")
    }

    public static let traceDelayBegins = Text(da: "begynder", en: "begins")

    public static func traceOver(after waited: SimTime) -> Text {
        let time = span(waited)
        return Text(da: "slut efter \(time.da)", en: "over after \(time.en)")
    }

    public static func received(_ kind: Text, by party: Text) -> Text {
        Text(da: "\(kind.da) modtaget: \(party.da)", en: "\(kind.en) received: \(party.en)")
    }

    /// One happening, without the place it happens at; nil for what a reader need not see.
    ///
    /// - Parameters:
    ///   - names: what kinds of messages, parties, outcomes, options and attributes are called.
    public static func happening(
        _ happening: LogEntry.Happening, clock: CivilClock, name names: (Labels.Section, String) -> Text,
        option: (String) -> Text
    ) -> Text? {
        switch happening {
        case .arrived: Text(da: "kommer", en: "arrives")
        case .entered: Text(da: "begynder at vente", en: "begins to wait")
        case .started(let waited): started(waited)
        case .booked(let at): booked(at, clock)
        case .cancelled(true): Text(da: "melder afbud; tiden går til en anden", en: "cancels; the slot goes to another")
        case .cancelled(false):
            Text(da: "melder afbud for sent; tiden går tabt", en: "cancels too late; the slot is lost")
        case .cancelledByStaff: Text(da: "aflyst, fordi personalet er væk", en: "called off because staff are away")
        case .noShow: Text(da: "udebliver", en: "does not attend")
        case .balked: Text(da: "vil ikke vente så længe", en: "does not want to wait so long")
        case .reneged: Text(da: "opgiver at vente", en: "gives up waiting")
        case .preempted: Text(da: "afbrydes af en, der haster mere", en: "is interrupted by someone more urgent")
        case .resumed: Text(da: "fortsætter", en: "resumes")
        case .groupFormed(let seats): groupFormed(seats)
        case .session(let number, let attended): session(number, attended)
        case .sessionCancelled: Text(da: "mødegang aflyst", en: "session called off")
        case .droppedOut: Text(da: "falder fra", en: "drops out")
        case .chose(let name): option(name)
        case .awaitsDecision: Text(da: "venter på et valg", en: "awaits a decision")
        case .sent(let kind, let from, let to): sent(names(.messages, kind), names(.parties, from), names(.parties, to))
        case .notSent(let kind):
            Text(da: "sendes ikke: \(names(.messages, kind).da)", en: "not sent: \(names(.messages, kind).en)")
        case .received(let kind):
            Text(da: "modtaget: \(names(.messages, kind).da)", en: "received: \(names(.messages, kind).en)")
        case .returned(let kind):
            Text(
                da: "mangelfuld, sendes tilbage: \(names(.messages, kind).da)",
                en: "deficient, sent back: \(names(.messages, kind).en)")
        case .accepted(true): Text(da: "opgaven er modtaget og accepteret", en: "the task is accepted")
        case .accepted(false): Text(da: "opgaven er ikke accepteret", en: "the task is not accepted")
        case .ended: Text(da: "slut", en: "ends")
        case .calledOff: Text(da: "falder bort", en: "called off")
        case .closed(let outcome):
            Text(
                da: "forløbet slutter: \(names(.outcomes, outcome).da)",
                en: "the course ends: \(names(.outcomes, outcome).en)")
        case .comesBack(let at): comesBack(at, clock)
        case .attribute, .promise: nil
        }
    }

    private static func started(_ waited: SimTime) -> Text {
        guard waited > .zero else { return Text(da: "begynder straks", en: "starts at once") }
        let wait = span(waited)
        return Text(da: "begynder efter \(wait.da)", en: "starts after \(wait.en)")
    }

    /// In whole days from two days on: nobody remembers a wait in tenths.
    private static func span(_ time: SimTime) -> Text {
        DurationFormat.text(days: time.days, digits: time >= .day && time.days < 1.95 ? 1 : 0)
    }

    private static func booked(_ at: SimTime, _ clock: CivilClock) -> Text {
        let (date, time) = (DateFormat.short(clock.date(of: at)), DateFormat.time(at))
        return Text(da: "får tid \(date.da) \(time.da)", en: "is given \(date.en) \(time.en)")
    }

    private static func comesBack(_ at: SimTime, _ clock: CivilClock) -> Text {
        let date = DateFormat.short(clock.date(of: at))
        return Text(da: "kommer igen \(date.da)", en: "comes back on \(date.en)")
    }

    private static func groupFormed(_ seats: Int) -> Text {
        let people = plural(seats, da: "plads", "pladser", en: "seat", "seats")
        return Text(da: "hold med \(people.da) besat", en: "a group with \(people.en) taken")
    }

    private static func session(_ number: Int, _ attended: Bool) -> Text {
        attended
            ? Text(da: "mødegang \(number)", en: "session \(number)")
            : Text(da: "mødegang \(number), udebliver", en: "session \(number), absent")
    }

    private static func sent(_ kind: Text, _ from: Text, _ to: Text) -> Text {
        Text(da: "\(kind.da): \(from.da) → \(to.da)", en: "\(kind.en): \(from.en) → \(to.en)")
    }
}
