import PathwaySim
import Scenarios

/// What a room takes home: its agreements first, then the course as it went, then everything needed to play it again.
struct WalkHandout {
    let debrief: WalkDebrief
    /// Whether the course has come to its end; before that nothing is compared.
    let isFinished: Bool
    let language: Language

    private var state: WalkState { debrief.state }
    private var file: CaseFile { state.walk.file }
    private var scenario: Scenario { state.walk.scenario }
    private var clock: CivilClock { CivilClock(start: scenario.model.start) }

    func paper() -> Paper {
        var paper = Paper(title: say(Texts.handoutTitle(file.title)), language: language.rawValue)
        paper.blocks.append(.notice(say(Texts.walkNoPatients)))
        if let notice = scenario.notice { paper.blocks.append(.notice(say(notice))) }
        if !isFinished {
            paper.blocks.append(.paragraph(say(Texts.handoutUnfinished(debrief.choices.count))))
        }
        paper.part(say(Texts.handoutAgreements), agreements())
        paper.part(say(Texts.handoutCase), [.list(file.facts.map(say) + file.dates.map(fixed))])
        paper.part(
            say(Texts.walkLocalFacts), [.list(state.localFacts.map { $0.name + ": " + $0.value })])
        paper.part(say(Texts.debriefHow), course())
        paper.part(say(Texts.debriefWaits), [waits()])
        paper.part(say(Texts.debriefMessages), [.list(messages())])
        paper.part(say(Texts.debriefDeadlines), [.list(WalkFacts.promises(debrief).map(say))])
        paper.part(say(Texts.debriefChoices), choices())
        if isFinished { paper.part(say(Texts.debriefBeside), beside()) }
        paper.part(say(Texts.debriefNotes), [.list(notes())])
        paper.part(say(Texts.debriefTalk), [.list(file.closing.map(say))])
        paper.part(say(Texts.handoutAgain), again())
        return paper
    }

    private func say(_ text: Text) -> String { text[language] }

    private func date(_ instant: SimTime) -> String { say(DateFormat.short(clock.date(of: instant))) }

    private func fixed(_ date: CaseFile.FixedDate) -> String {
        say(DateFormat.withWeekday(date.date)) + ": " + say(date.label)
    }

    // MARK: What the room wrote

    private func agreements() -> [Paper.Block] {
        let rows = state.notes.filter { $0.kind == .agreement }.map { [$0.text, $0.who, $0.when] }
        guard !rows.isEmpty else { return [.paragraph(say(Texts.handoutNoAgreements)), .writingLines(3)] }
        return [
            .table(head: [Texts.handoutWhat, Texts.handoutWho, Texts.handoutWhen].map(say), rows: rows)
        ]
    }

    private func notes() -> [String] {
        WalkState.Note.Kind.allCases.filter { $0 != .agreement }.flatMap { kind in
            state.notes.filter { $0.kind == kind }.map { note in
                let stop = file.stops.first { $0.id == note.stop }.map { " (" + say($0.title) + ")" } ?? ""
                return NoteText.line(note, language) + stop
            }
        }
    }

    // MARK: The course

    private func course() -> [Paper.Block] {
        let timeline = WalkTimeline(debrief.story, clock: clock, dates: file.dates, language: language)
        var blocks: [Paper.Block] = []
        if !timeline.rows.isEmpty {
            blocks.append(
                .picture(timeline.drawing(title: say(Texts.handoutPicture(file.name))), text: timeline.text(width: 90)))
        }
        let rows = debrief.story.lines.map { [date($0.instant), say($0.text)] }
        return blocks + [.table(head: [Texts.handoutDate, Texts.handoutHappened].map(say), rows: rows)]
    }

    private func waits() -> Paper.Block {
        let rows = debrief.story.waits.compactMap { wait -> [String]? in
            let days = WalkFacts.days(wait.from, wait.to, clock)
            return days > 0 ? ["\(days)", say(wait.label), say(wait.cause)] : nil
        }
        return .table(head: [Texts.handoutDays, Texts.handoutWait, Texts.handoutCause].map(say), rows: rows)
    }

    private func messages() -> [String] {
        WalkFacts.messages(debrief, compares: isFinished).map(say)
    }

    // MARK: Choices

    private func choices() -> [Paper.Block] {
        debrief.choices.flatMap { row -> [Paper.Block] in
            let votes = state.votes.filter { $0.stop == row.stop.id }
            let texts =
                (votes.count > 1 ? [WalkChoices.votes(votes)] : [])
                + WalkFacts.choice(row, clock: clock, compares: isFinished)
            return [.subheading(say(Texts.walkStop(row.number, row.stop.title))), .list(texts.map(say))]
        }
    }

    private func beside() -> [Paper.Block] {
        let rows = WalkFacts.beside(debrief, clock: clock).map { [say($0.name), say($0.yours), say($0.recommended)] }
        var blocks: [Paper.Block] = [
            .table(head: ["", say(Texts.columnYours), say(Texts.columnRecommended)], rows: rows)
        ]
        if debrief.followsAll {
            blocks.append(.paragraph(say(Texts.debriefAllFollowed)))
        } else {
            blocks.append(.list(WalkFacts.differences(debrief, clock: clock).map(say)))
        }
        return blocks
    }

    // MARK: Again

    private func again() -> [Paper.Block] {
        let walk = state.walk
        let numbers = debrief.play.answered.map { WalkChoices.text($0.answer.choices) }.joined(separator: ",")
        // The case itself has been put into the scenario.
        let changes = scenario.changes.filter { !$0.path.hasPrefix("cases.") }.map { change in
            change.path + " = " + (change.new.map(JSONWriter.line) ?? "–")
        }
        let command = Texts.handoutCommand(state.reference, choices: numbers, seed: walk.seed)
        var items = [say(Texts.handoutPlayAgain(command))]
        if !changes.isEmpty {
            items.append(say(Texts.handoutChanged(changes.joined(separator: "; "))))
        }
        items.append(
            say(
                Texts.handoutMade(
                    scenario: scenario.id, hash: "\(scenario.hash)", seed: walk.seed, runs: debrief.runs,
                    version: Version.current)))
        if let origin = file.provenance { items.append(say(Texts.handoutOrigin(origin))) }
        return [.list(items)]
    }
}
