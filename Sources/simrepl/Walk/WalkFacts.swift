import PathwaySim
import Scenarios

/// What a debrief says, one text a fact: the same on the screen and in the handout.
enum WalkFacts {
    static func days(_ from: SimTime, _ to: SimTime, _ clock: CivilClock) -> Int {
        clock.date(of: to).daysSinceEpoch - clock.date(of: from).daysSinceEpoch
    }

    private static func list(_ texts: [Text]) -> Text {
        Text(da: texts.map(\.da).joined(separator: ", "), en: texts.map(\.en).joined(separator: ", "))
    }

    private static func labels(_ messages: [WalkStory.Message]) -> Text {
        var seen: Set<String> = []
        return list(messages.filter { seen.insert($0.step).inserted }.map(\.label))
    }

    // MARK: Messages and deadlines

    /// - Parameter compares: whether the course has come to its end, so that messages can be missed.
    static func messages(_ debrief: WalkDebrief, compares: Bool = true) -> [Text] {
        let all = debrief.story.messages
        var texts = [Texts.messagesLine(sent: debrief.yours.messagesSent)]
        let notSent = all.filter { $0.fate == .notSent }
        if !notSent.isEmpty { texts.append(Texts.messagesNotSent(labels(notSent))) }
        let returned = all.filter { $0.fate == .returned }
        if !returned.isEmpty { texts.append(Texts.messagesReturned(labels(returned))) }
        let open = all.filter { $0.fate == .notAccepted }
        if !open.isEmpty { texts.append(Texts.tasksOpen(labels(open))) }
        guard compares else { return texts }
        let best = debrief.recommendedStory.messages.filter { $0.fate == .sent }
        let missing = best.filter { !debrief.yours.sentSteps.contains($0.step) }
        if !missing.isEmpty { texts.append(Texts.messagesMissing(labels(missing))) }
        let extra = all.filter { $0.fate == .sent && !debrief.recommended.sentSteps.contains($0.step) }
        if !extra.isEmpty { texts.append(Texts.messagesExtra(labels(extra))) }
        return texts
    }

    static func promises(_ debrief: WalkDebrief) -> [Text] {
        let scenario = debrief.state.walk.scenario
        return debrief.story.promises.compactMap { promise in
            guard let info = scenario.deadlines.first(where: { $0.id == promise.deadline }) else { return nil }
            let kept: Bool? =
                switch promise.result {
                case .kept: true
                case .broken: false
                case .open: nil
                }
            return Texts.promiseLine(info.label.safe, kind: info.kind, kept: kept)
        }
    }

    // MARK: Choices

    /// What the room chose, what the sources say, and what the recommended choice alone would have moved.
    ///
    /// - Parameter compares: whether the course has come to its end, so that dates can be compared.
    static func choice(_ row: WalkDebrief.ChoiceRow, clock: CivilClock, compares: Bool = true) -> [Text] {
        let chosen = row.choices.map { Text(same: "\($0 + 1) ") + row.stop.choices[$0].text }
        if row.follows { return [Texts.youChose(brief(row, chosen)), Texts.sameAsRecommended(row.stop.advice.from)] }
        var texts = [Texts.youChose(brief(row, chosen))]
        let missing = row.stop.recommended.filter { !row.choices.contains($0) }
        if row.stop.takesSeveral, !missing.isEmpty {
            texts.append(
                Texts.alsoRecommended(joined(missing.map { Text(same: "\($0 + 1) ") + row.stop.choices[$0].text })))
        }
        texts.append(Texts.sourcesSay(row.stop.advice.text, from: row.stop.advice.from))
        if compares { texts.append(otherwise(row, clock: clock)) }
        return texts
    }

    private static func otherwise(_ row: WalkDebrief.ChoiceRow, clock: CivilClock) -> Text {
        guard !row.otherwise.isEmpty else { return Texts.otherwiseNothing }
        return Texts.otherwise(
            joined(
                row.otherwise.map { item in
                    let days = item.yours.flatMap { a in item.other.map { self.days(a, $0, clock) } }
                    return Texts.otherwiseMoved(item.label, days: days, yoursReached: item.yours != nil)
                }))
    }

    /// Numbers only where many were ticked.
    private static func brief(_ row: WalkDebrief.ChoiceRow, _ chosen: [Text]) -> Text {
        chosen.count > 2 ? Text(same: WalkChoices.text(row.choices)) : joined(chosen)
    }

    private static func joined(_ texts: [Text]) -> Text {
        Text(da: texts.map(\.da).joined(separator: "; "), en: texts.map(\.en).joined(separator: "; "))
    }

    // MARK: Side by side

    struct Row {
        var name: Text
        var yours: Text
        var recommended: Text
    }

    static func beside(_ debrief: WalkDebrief, clock: CivilClock) -> [Row] {
        func date(_ instant: SimTime?) -> Text {
            instant.map { DateFormat.short(clock.date(of: $0)) } ?? Texts.cellNever
        }
        func count(_ number: Int) -> Text { Text(same: "\(number)") }
        let needs = debrief.state.walk.file.needs.count
        var rows = debrief.milestones.map {
            Row(name: $0.label.safe, yours: date($0.yours), recommended: date($0.recommended))
        }
        if needs > 0 {
            rows.append(
                Row(
                    name: Texts.rowNeeds, yours: Texts.ofCount(debrief.yours.needsFound.count, of: needs),
                    recommended: Texts.ofCount(debrief.recommended.needsFound.count, of: needs)))
        }
        rows.append(
            Row(
                name: Texts.rowTasks, yours: count(debrief.yours.tasksAccepted),
                recommended: count(debrief.recommended.tasksAccepted)))
        rows.append(
            Row(
                name: Texts.rowMessages, yours: count(debrief.yours.messagesSent),
                recommended: count(debrief.recommended.messagesSent)))
        return rows
    }

    /// Each milestone with the recommended choices, here and in other runs; then the needs that were missed.
    static func differences(_ debrief: WalkDebrief, clock: CivilClock) -> [Text] {
        var texts = debrief.milestones.map { milestone in
            let days = milestone.yours.flatMap { a in milestone.recommended.map { self.days($0, a, clock) } }
            var text = Texts.withRecommended(
                milestone.label, yours: days, yoursReached: milestone.yours != nil,
                recommendedReached: milestone.recommended != nil)
            if let others = milestone.others {
                text =
                    text + Text(same: " ")
                    + Texts.inOtherRuns(
                        others.runs, usually: others.usually, onlyYours: others.onlyYours,
                        onlyRecommended: others.onlyRecommended)
            }
            return text
        }
        let missed = debrief.state.walk.file.needs.filter { !debrief.yours.needsFound.contains($0.id) }
        if !missed.isEmpty { texts.append(Texts.needsMissed(list(missed.map { $0.label.safe }))) }
        return texts
    }
}
