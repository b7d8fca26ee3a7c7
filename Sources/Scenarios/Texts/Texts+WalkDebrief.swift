/// What the debrief of a walk says.
extension Texts {
    public static func debriefTitle(_ name: Text) -> Text {
        Text(da: "Opsamling: \(name.da)", en: "Debrief: \(name.en)")
    }
    public static let debriefHow = Text(da: "Sådan gik det", en: "How it went")
    public static let debriefWaits = Text(da: "Her gik tiden", en: "Where the time went")
    public static let debriefMessages = Text(da: "Beskeder", en: "Messages")
    public static let debriefDeadlines = Text(da: "Frister og mål", en: "Deadlines and targets")
    public static let debriefChoices = Text(da: "Jeres valg og kildernes", en: "Your choices and the sources'")
    public static let debriefWhereYouDiffer = Text(
        da: "Hvor I valgte anderledes", en: "Where you chose differently")
    public static let columnStop = Text(da: "Stop", en: "Stop")
    public static let columnYou = Text(da: "I", en: "You")
    public static let columnSources = Text(da: "Kilderne", en: "Sources")
    public static let columnFrom = Text(da: "Kilde og afsnit", en: "Source and section")
    public static let debriefBeside = Text(
        da: "Side om side. Det anbefalede kan godt tage længere tid.",
        en: "Side by side. What is recommended may well take longer.")
    public static let debriefTalk = Text(da: "Tal om det", en: "Talk about it")
    public static let debriefNotes = Text(da: "Notater", en: "Notes")
    public static let debriefTakeHome = Text(
        da: "Skriv det ned til at tage med hjem: gennemgå --handout opsamling.html",
        en: "Write it down to take home: walk --handout debrief.html")
    public static let legendWaiting = Text(da: "venter", en: "waiting")
    public static let legendActive = Text(da: "deltager", en: "taking part")
    public static let legendUnderWay = Text(da: "undervejs", en: "on its way")
    public static let columnYours = Text(da: "Jeres valg", en: "Your choices")
    public static let columnRecommended = Text(da: "Anbefalet", en: "Recommended")
    public static let rowNeeds = Text(da: "Behov set", en: "Needs found")
    public static let rowTasks = Text(da: "Opgaver, nogen har sagt ja til", en: "Tasks somebody accepted")
    public static let rowMessages = Text(da: "Beskeder sendt", en: "Messages sent")
    /// Every choice of a stop ticked.
    public static let cellAll = Text(da: "alle", en: "all")
    public static let cellNever = Text(da: "aldrig", en: "never")
    public static let debriefAllFollowed = Text(
        da: "I valgte det, kilderne anbefaler, hele vejen.", en: "You chose what the sources recommend all the way.")

    private static func days(_ count: Int) -> Text { plural(count, da: "dag", "dage", en: "day", "days") }

    public static func waitLine(_ label: Text, days count: Int, cause: Text) -> Text {
        let count = days(count)
        return Text(da: "\(count.da): \(label.da) (\(cause.da))", en: "\(count.en): \(label.en) (\(cause.en))")
    }

    public static func messagesLine(sent: Int) -> Text {
        let count = plural(sent, da: "besked", "beskeder", en: "message", "messages")
        return Text(da: "Sendt: \(count.da).", en: "Sent: \(count.en).")
    }

    public static func messagesNotSent(_ list: Text) -> Text {
        Text(da: "Blev ikke sendt: \(list.da).", en: "Not sent: \(list.en).")
    }

    public static func messagesReturned(_ list: Text) -> Text {
        Text(da: "Kom tilbage: \(list.da).", en: "Came back: \(list.en).")
    }

    public static func messagesMissing(_ list: Text) -> Text {
        Text(
            da: "Sendes med de anbefalede valg, men ikke hos jer: \(list.da).",
            en: "Sent with the recommended choices but not with yours: \(list.en).")
    }

    public static func messagesExtra(_ list: Text) -> Text {
        Text(da: "Kun hos jer: \(list.da).", en: "Only with yours: \(list.en).")
    }

    public static func tasksOpen(_ list: Text) -> Text {
        Text(da: "Ingen har sagt ja: \(list.da).", en: "Nobody has said yes: \(list.en).")
    }

    public static func promiseLine(_ label: Text, kind: DeadlineInfo.Kind, kept: Bool?) -> Text {
        switch (kept, kind) {
        case (true, .target): Text(da: "\(label.da): målet blev nået.", en: "\(label.en): the target was met.")
        case (true, _): Text(da: "\(label.da): fristen blev holdt.", en: "\(label.en): the deadline was kept.")
        case (false, .target):
            Text(da: "\(label.da): målet blev ikke nået.", en: "\(label.en): the target was not met.")
        case (false, .law):
            Text(da: "\(label.da): lovens frist blev brudt.", en: "\(label.en): the deadline in law was broken.")
        case (false, .agreement):
            Text(da: "\(label.da): aftalens frist blev brudt.", en: "\(label.en): the agreed deadline was broken.")
        case (nil, _): Text(da: "\(label.da): endnu åben.", en: "\(label.en): still open.")
        }
    }

    public static func youChose(_ list: Text) -> Text { Text(da: "I valgte: \(list.da)", en: "You chose: \(list.en)") }
    public static func sourcesSay(_ text: Text, from: Text) -> Text {
        Text(da: "Kilderne: \(text.da) (\(from.da))", en: "The sources: \(text.en) (\(from.en))")
    }
    public static func sameAsRecommended(_ from: Text) -> Text {
        Text(da: "Som kilderne anbefaler (\(from.da)).", en: "As the sources recommend (\(from.en)).")
    }
    public static func alsoRecommended(_ list: Text) -> Text {
        Text(da: "Kilderne har også med: \(list.da)", en: "The sources also include: \(list.en)")
    }
    public static let otherwiseNothing = Text(
        da: "Med det anbefalede valg alene flytter ingen dato sig.",
        en: "With the recommended choice alone no date moves.")

    /// What the recommended choice alone would have moved.
    public static func otherwise(_ moved: Text) -> Text {
        Text(da: "Med det anbefalede valg alene: \(moved.da).", en: "With the recommended choice alone: \(moved.en).")
    }

    /// One milestone with the recommended choice alone; `days` is how much later it would be, nil where one of the two
    /// never gets there.
    public static func otherwiseMoved(_ label: Text, days count: Int?, yoursReached: Bool) -> Text {
        let name = quoted(label)
        guard let count else {
            return yoursReached
                ? Text(da: "\(name.da) sker ikke", en: "\(name.en) does not happen")
                : Text(da: "\(name.da) sker, hos jer ikke", en: "\(name.en) happens, with yours it does not")
        }
        let shift = laterBy(count)
        return Text(da: "\(name.da) \(shift.da)", en: "\(name.en) \(shift.en)")
    }

    private static func quoted(_ label: Text) -> Text { Text(da: "»\(label.da)«", en: "\"\(label.en)\"") }

    /// `5 dage senere`, `3 dage tidligere`, `samme dag`.
    private static func laterBy(_ count: Int) -> Text {
        if count == 0 { return Text(da: "samme dag", en: "the same day") }
        let days = days(abs(count))
        return count > 0
            ? Text(da: "\(days.da) senere", en: "\(days.en) later")
            : Text(da: "\(days.da) tidligere", en: "\(days.en) earlier")
    }

    /// One milestone with the recommended choices, against the room's.
    ///
    /// - Parameter yours: how many days later it is with the room's choices; nil where one of the two never gets there.
    public static func withRecommended(_ label: Text, yours count: Int?, yoursReached: Bool, recommendedReached: Bool)
        -> Text
    {
        let name = label
        guard let count else {
            if yoursReached == recommendedReached {
                return Text(
                    da: "\(name.da): sker ikke, hverken hos jer eller med de anbefalede valg.",
                    en: "\(name.en): does not happen, neither with your choices nor with the recommended ones.")
            }
            return yoursReached
                ? Text(
                    da: "\(name.da): sker hos jer, men ikke med de anbefalede valg.",
                    en: "\(name.en): happens with yours but not with the recommended choices.")
                : Text(
                    da: "\(name.da): sker kun med de anbefalede valg.",
                    en: "\(name.en): happens only with the recommended choices.")
        }
        let shift = laterBy(-count)
        return Text(
            da: "\(name.da): med de anbefalede valg \(shift.da) i denne gennemspilning.",
            en: "\(name.en): with the recommended choices \(shift.en) in this play-through.")
    }

    /// The same in other runs. The range is days later with the room's choices.
    public static func inOtherRuns(_ runs: Int, usually range: ClosedRange<Int>?, onlyYours: Int, onlyRecommended: Int)
        -> Text
    {
        if range == nil, onlyRecommended == runs {
            return Text(
                da: "Sådan er det også i alle \(runs) andre gennemspilninger.",
                en: "So it is in all \(runs) other runs.")
        }
        if range == nil, onlyYours == runs {
            return Text(
                da: "I alle \(runs) andre gennemspilninger sker det kun med jeres valg.",
                en: "In all \(runs) other runs it happens only with your choices.")
        }
        var text = Text(da: "I \(runs) andre gennemspilninger", en: "In \(runs) other runs")
        if let range {
            let usual = span(-range.upperBound, -range.lowerBound)
            text = text + Text(da: " som regel \(usual.da)", en: " usually \(usual.en)")
            if onlyRecommended == 0, onlyYours == 0 { return text + Text(same: ".") }
            text = text + Text(same: ";")
        }
        var rest: [Text] = []
        if onlyRecommended > 0 {
            rest.append(
                Text(
                    da: "i \(onlyRecommended) kun med de anbefalede valg",
                    en: "in \(onlyRecommended) only with the recommended choices"))
        }
        if onlyYours > 0 {
            rest.append(Text(da: "i \(onlyYours) kun med jeres", en: "in \(onlyYours) only with yours"))
        }
        if range == nil, rest.isEmpty {
            return Text(
                da: "I \(runs) andre gennemspilninger sker det for få gange til at sige mere.",
                en: "In \(runs) other runs it happens too seldom to say more.")
        }
        let list = Text(da: rest.map(\.da).joined(separator: ", "), en: rest.map(\.en).joined(separator: ", "))
        return text + Text(same: " ") + list + Text(same: ".")
    }

    /// From `low` to `high` days later (negative: earlier).
    private static func span(_ low: Int, _ high: Int) -> Text {
        if low == high { return laterBy(low) }
        if low >= 0 {
            let most = days(high)
            return Text(da: "\(low) til \(most.da) senere", en: "\(low) to \(most.en) later")
        }
        if high <= 0 {
            let most = days(-low)
            return Text(da: "\(-high) til \(most.da) tidligere", en: "\(-high) to \(most.en) earlier")
        }
        let (early, late) = (days(-low), days(high))
        return Text(
            da: "fra \(early.da) tidligere til \(late.da) senere", en: "from \(early.en) earlier to \(late.en) later")
    }

    public static func ofCount(_ count: Int, of all: Int) -> Text {
        Text(da: "\(count) af \(all)", en: "\(count) of \(all)")
    }
    public static func needsMissed(_ list: Text) -> Text {
        Text(da: "Ikke set hos jer: \(list.da).", en: "Not found with yours: \(list.en).")
    }
}
