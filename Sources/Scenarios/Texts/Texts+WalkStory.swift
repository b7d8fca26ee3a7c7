public import PathwaySim

/// What happens to the citizen of a walk: short lines for a room.
extension Texts {
    private static func days(_ count: Int) -> Text { plural(count, da: "dag", "dage", en: "day", "days") }

    public static func walkBooked(_ at: SimTime, _ clock: CivilClock) -> Text {
        let (date, time) = (DateFormat.short(clock.date(of: at)), DateFormat.time(at))
        return Text(da: "næste ledige tid er \(date.da) \(time.da)", en: "the next free time is \(date.en) \(time.en)")
    }

    public static func walkStarts(days count: Int) -> Text {
        guard count > 0 else { return Text(da: "begynder", en: "begins") }
        let count = days(count)
        return Text(da: "begynder efter \(count.da)s ventetid", en: "begins after a wait of \(count.en)")
    }

    public static func walkGroupStarts(days count: Int) -> Text {
        guard count > 0 else { return Text(da: "begynder", en: "begins") }
        let count = days(count)
        return Text(da: "første mødegang efter \(count.da)s ventetid", en: "first session after a wait of \(count.en)")
    }

    public static func walkMissedSession(_ number: Int) -> Text {
        Text(da: "kommer ikke til mødegang \(number)", en: "does not come to session \(number)")
    }

    public static func walkCourseEnds(attended: Int, of all: Int) -> Text {
        attended == all
            ? Text(da: "slut efter \(all) mødegange", en: "over after \(all) sessions")
            : Text(
                da: "slut; med til \(attended) af \(all) mødegange", en: "over; came to \(attended) of \(all) sessions")
    }

    public static func walkOver(days count: Int) -> Text {
        let count = days(count)
        return Text(da: "der går \(count.da)", en: "\(count.en) pass")
    }

    public static func walkSentTo(_ party: Text) -> Text {
        Text(da: "sendt til \(party.da)", en: "sent to \(party.en)")
    }

    /// - Parameter workingDays: nil when not known.
    public static func walkArrives(at party: Text, days count: Int, workingDays: Int?) -> Text {
        let span =
            workingDays.flatMap { $0 > 0 ? $0 : nil }.map {
                plural($0, da: "hverdag", "hverdage", en: "working day", "working days")
            } ?? days(count)
        return Text(da: "fremme efter \(span.da) (\(party.da))", en: "there after \(span.en) (\(party.en))")
    }

    public static let walkNotSent = Text(da: "bliver ikke sendt", en: "is not sent")
    public static let walkReturned = Text(
        da: "der mangler noget; den kommer tilbage", en: "something is missing; it comes back")
    public static let walkAccepted = Text(
        da: "modtageren har sagt ja til opgaven", en: "the receiver has accepted the task")
    public static let walkNotAccepted = Text(
        da: "ingen har sagt ja; opgaven bliver hos afsenderen",
        en: "nobody has said yes; the task stays with the sender")

    public static func walkEnds(_ outcome: Text) -> Text {
        Text(da: "Forløbet slutter: \(outcome.da)", en: "The course ends: \(outcome.en)")
    }

    // MARK: Why time passed

    public static let causeMessage = Text(da: "post og sagsgang på hverdage", en: "post and handling on working days")
    public static let causeAppointment = Text(da: "varsel og næste ledige tid", en: "notice and the next free time")
    public static let causeFixedDates = Text(
        da: "hold begynder på faste datoer, når der er plads", en: "groups start on fixed dates, when there is room")
    public static let causeWhenFull = Text(
        da: "holdet begynder, når det er fyldt", en: "the group starts when it is full")
    public static let causePlace = Text(da: "ventede på en ledig plads", en: "waited for a free place")
    public static let causeSetAside = Text(da: "tid, der skal gå", en: "time that must pass")
}
