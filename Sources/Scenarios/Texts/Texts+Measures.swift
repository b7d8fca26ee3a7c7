internal import PathwaySim

/// What measures are called.
extension Texts {
    /// What a measure is about (a step, a resource, an outcome …), and what it says of it, with its unit.
    struct MeasureWords {
        /// Nil when it is about the whole.
        var subject: Text?
        var quantity: Text
    }

    /// The words for a measure's name; nil for a name that says nothing to the program.
    static func measure(_ name: String, in scenario: Scenario) -> MeasureWords? {
        if let whole = wholeMeasures[name] { return MeasureWords(subject: nil, quantity: whole) }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let labels = scenario.labels
        switch parts[0] {
        case "time": return time(parts[1], in: scenario)
        case "utilisation": return .init(subject: labels.text(.resources, parts[1]), quantity: utilisation)
        case "throughput": return .init(subject: labels.text(.steps, parts[1]), quantity: throughput)
        default: break
        }
        let (id, rest) = (String(parts[1].prefix { $0 != "." }), String(parts[1].drop { $0 != "." }.dropFirst()))
        if parts[0] == "number", let level = Int(rest.dropFirst()), rest.first == "p" {
            return .init(subject: labels.text(.steps, id), quantity: presence(of: level))
        }
        if parts[0] == "hours", rest.isEmpty {
            return .init(subject: labels.text(.resources, id), quantity: workingHours)
        }
        guard let (section, quantity) = partMeasures["\(parts[0]).\(rest)"] else { return nil }
        return .init(subject: labels.text(section, id), quantity: quantity)
    }

    private static func time(_ name: String, in scenario: Scenario) -> MeasureWords? {
        let quantities = [
            ".mean": Text(da: "gennemsnit, dage", en: "mean, days"),
            ".p90": Text(da: "9 af 10 højst, dage", en: "9 of 10 at most, days"),
        ]
        guard let (suffix, quantity) = quantities.first(where: { name.hasSuffix($0.key) }) else { return nil }
        let ends = name.dropLast(suffix.count)
        let interval = scenario.model.intervals.first { "\($0.from).\($0.to)" == ends }
        guard let interval else {
            guard ends == "arrival.close" else { return nil }
            return .init(subject: Text(da: "Hele forløbet", en: "The whole course"), quantity: quantity)
        }
        return .init(subject: scenario.labels.text(.intervals, interval.name), quantity: quantity)
    }

    private static let utilisation = Text(da: "belægning, %", en: "utilisation, %")
    private static let throughput = Text(da: "færdige", en: "finished")
    private static let workingHours = Text(da: "timer", en: "hours")

    private static func presence(of level: Int) -> Text {
        Text(da: "andel af tiden med \(level) til stede, %", en: "share of the time with \(level) there, %")
    }

    private static let wholeMeasures: [String: Text] = [
        "arrivals.count": Text(da: "Kom", en: "Came"),
        "census.count": Text(da: "Stadig i gang til sidst", en: "Still on their way at the end"),
        "number.system.mean": Text(da: "I gang i gennemsnit", en: "On their way, mean"),
        "closed.count": Text(da: "Afsluttede forløb", en: "Courses that ended"),
    ]

    /// By what stands before and behind the thing's id.
    private static let partMeasures: [String: (Labels.Section, Text)] = {
        var measures: [String: (Labels.Section, Text)] = [:]
        func add(_ section: Labels.Section, _ texts: [String: Text]) {
            for (key, text) in texts { measures[key] = (section, text) }
        }
        add(.steps, waitMeasures)
        add(.steps, leavingMeasures)
        add(.steps, groupMeasures)
        add(.resources, resourceMeasures)
        add(
            .outcomes,
            [
                "outcome.count": Text(da: "borgere", en: "citizens"),
                "outcome.share": Text(da: "andel, %", en: "share, %"),
            ])
        add(
            .deadlines,
            [
                "deadline.kept": Text(da: "nået", en: "met"),
                "deadline.broken": Text(da: "ikke nået", en: "not met"),
                "deadline.open": Text(da: "åbne", en: "open"),
                "deadline.share": Text(da: "nået, %", en: "met, %"),
            ])
        add(.messages, ["messages.count": Text(da: "meddelelser", en: "messages")])
        add(.parties, ["hours.messages": Text(da: "timer til meddelelser", en: "hours on messages")])
        return measures
    }()

    private static let waitMeasures: [String: Text] = [
        "wait.mean": Text(da: "ventetid i gennemsnit, dage", en: "mean wait, days"),
        "wait.p50": Text(da: "halvdelen venter højst, dage", en: "half wait at most, days"),
        "wait.p90": Text(da: "9 af 10 venter højst, dage", en: "9 of 10 wait at most, days"),
        "wait.p95": Text(da: "19 af 20 venter højst, dage", en: "19 of 20 wait at most, days"),
        "wait.max": Text(da: "længste ventetid, dage", en: "longest wait, days"),
        "wait.all.mean": Text(
            da: "ventetid i gennemsnit med dem, der opgav at vente, dage", en: "mean wait with those who left, days"),
        "wait.census.count": Text(da: "venter stadig til sidst", en: "still waiting at the end"),
        "wait.census.mean": Text(
            da: "har ventet indtil nu i gennemsnit, dage", en: "have waited so far, mean, days"),
        "wait.census.max": Text(da: "har ventet længst indtil nu, dage", en: "has waited longest so far, days"),
        "wait.entered.p90": Text(
            da: "9 af 10 af alle, der kom til, venter højst, dage", en: "9 of 10 of all who came wait at most, days"),
        "gather.mean": Text(da: "tid til holdet begynder, dage", en: "time until the group starts, days"),
    ]

    private static let leavingMeasures: [String: Text] = [
        "reneged.count": Text(da: "opgav at vente", en: "gave up waiting"),
        "reneged.share": Text(da: "opgav at vente, %", en: "gave up waiting, %"),
        "balked.count": Text(da: "gik straks", en: "did not join"),
        "balked.share": Text(da: "gik straks, %", en: "did not join, %"),
        "noshow.count": Text(da: "udeblev", en: "no-shows"),
        "noshow.share": Text(da: "udeblev, %", en: "no-shows, %"),
        "cancelled.count": Text(da: "afbud", en: "cancelled"),
        "lost.count": Text(da: "fik ingen ny tid", en: "got no new time"),
        "dropped.count": Text(da: "faldt fra", en: "dropped out"),
        "dropped.share": Text(da: "faldt fra, %", en: "dropped out, %"),
        "returns.count": Text(da: "kom igen", en: "came again"),
        "accepted.share": Text(da: "sagt ja til, %", en: "accepted, %"),
    ]

    private static let groupMeasures: [String: Text] = [
        "group.size.mean": Text(da: "holdstørrelse i gennemsnit", en: "mean group size"),
        "groups.count": Text(da: "hold begyndt", en: "groups started"),
        "groups.cancelled": Text(da: "hold aflyst", en: "groups cancelled"),
        "seats.share": Text(da: "pladser brugt, %", en: "seats filled, %"),
        "sessions.cancelled": Text(da: "mødegange aflyst", en: "sessions cancelled"),
        "number.mean": Text(da: "til stede i gennemsnit", en: "mean number there"),
    ]

    private static let resourceMeasures: [String: Text] = [
        "queue.mean": Text(da: "kø i gennemsnit", en: "mean queue"),
        "queue.max": Text(da: "længste kø", en: "longest queue"),
        "slots.offered": Text(da: "tider udbudt", en: "slots offered"),
        "slots.held": Text(da: "tider, hvor personalet var til stede", en: "slots at which staff were present"),
        "slots.attended": Text(da: "tider brugt", en: "slots used"),
        "slots.lost": Text(da: "tider tabt", en: "slots lost"),
        "slots.reused": Text(da: "tider brugt igen efter afbud", en: "slots used again after cancelling"),
        "slots.calledOff": Text(da: "tider aflyst af personalet", en: "slots called off by staff"),
    ]
}

extension Scenario {
    /// What people call a measure: `Afklarende samtale: 9 af 10 venter højst, dage`; its name when the program has no
    /// words for it. Nothing in it can disturb a terminal.
    public func measureLabel(_ name: String) -> Text {
        guard let words = Texts.measure(name, in: self) else { return Text(same: Escaping.terminalSafe(name)) }
        guard let subject = measureSubject(name) else { return words.quantity }
        return subject + Text(same: ": ") + words.quantity
    }

    /// What a measure is about: `Afklarende samtale`; nil when it is about the whole or the program has no words for it.
    public func measureSubject(_ name: String) -> Text? {
        guard let subject = Texts.measure(name, in: self)?.subject else { return nil }
        return Text(da: Escaping.terminalSafe(subject.da), en: Escaping.terminalSafe(subject.en))
    }
}
