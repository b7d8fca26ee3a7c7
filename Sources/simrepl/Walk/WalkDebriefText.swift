import PathwaySim
import Scenarios

/// A debrief for the screen: the picture, then what the room may talk about.
struct WalkDebriefText {
    let debrief: WalkDebrief
    let language: Language
    let width: Int
    let heading: (String) -> String
    private let screen: WalkScreen

    init(debrief: WalkDebrief, language: Language, console: Console) {
        self.debrief = debrief
        self.language = language
        screen = WalkScreen(debrief.state, language: language, console: console)
        width = screen.width
        heading = console.heading
    }

    private var file: CaseFile { debrief.state.walk.file }
    private var clock: CivilClock { CivilClock(start: debrief.state.walk.scenario.model.start) }

    func lines() -> [String] {
        var lines = [
            heading(Texts.debriefTitle(file.name.safe)[language]), String(repeating: "─", count: width), "",
        ]
        lines += WalkTimeline(debrief.story, clock: clock, dates: file.dates, language: language).text(width: width)
        lines += section(Texts.debriefHow, screen.dated(debrief.story.lines))
        lines += section(Texts.debriefWaits, waits())
        lines += section(Texts.debriefMessages, WalkFacts.messages(debrief).flatMap(bullet))
        lines += section(Texts.debriefDeadlines, WalkFacts.promises(debrief).flatMap(bullet))
        lines += section(Texts.debriefChoices, choices())
        lines += section(Texts.debriefWhereYouDiffer, differing())
        lines += section(Texts.debriefBeside, beside())
        lines += section(Texts.debriefNotes, debrief.state.notes.flatMap { plain(NoteText.line($0, language)) })
        lines += section(Texts.debriefTalk, file.closing.flatMap(bullet))
        return lines
    }

    private func section(_ title: Text, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", heading(title[language])] + lines
    }

    private func bullet(_ text: Text) -> [String] { screen.bullet(text) }

    private func plain(_ text: String) -> [String] {
        DisplayWidth.wrapped("· " + text, to: width - 2, indent: "  ").map { "  " + $0 }
    }

    private func waits() -> [String] {
        debrief.story.waits.filter { days($0) > 0 }.flatMap {
            bullet(Texts.waitLine($0.label, days: days($0), cause: $0.cause))
        }
    }

    private func days(_ wait: WalkStory.Wait) -> Int { WalkFacts.days(wait.from, wait.to, clock) }

    // MARK: Choices

    /// A line a choice.
    private func choices() -> [String] {
        if debrief.followsAll { return bullet(Texts.debriefAllFollowed) }
        let titles = debrief.choices.map { "\($0.number) " + $0.stop.title.safe[language] }
        let yours = [Texts.columnYou[language]] + debrief.choices.map { numbers($0.choices, at: $0.stop) }
        let best = [Texts.columnSources[language]] + debrief.choices.map { numbers($0.stop.recommended, at: $0.stop) }
        let from = [Texts.columnFrom[language]] + debrief.choices.map { $0.stop.advice.from.safe[language] }
        func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
        let columns = [min(34, widest(titles)), widest(yours), widest(best)]
        return ([Texts.columnStop[language]] + titles).enumerated().map { index, title in
            let cells = [DisplayWidth.truncated(title, to: columns[0]), yours[index], best[index]]
            let start = "  " + zip(cells, columns).map { DisplayWidth.padded($0, to: $1) + "   " }.joined()
            return start + DisplayWidth.truncated(from[index], to: max(10, width - DisplayWidth.of(start)))
        }
    }

    private func numbers(_ choices: [Int], at stop: CaseFile.Stop) -> String {
        choices.count > 2 && choices.count == stop.choices.count
            ? Texts.cellAll[language] : WalkChoices.text(choices)
    }

    /// What the sources say where the room chose differently, or where its groups did.
    private func differing() -> [String] {
        debrief.choices.flatMap { row -> [String] in
            let votes = debrief.state.votes.filter { $0.stop == row.stop.id }
            guard !row.follows || Set(votes.map(\.choices)).count > 1 else { return [] }
            var lines = DisplayWidth.wrapped(
                "  " + Texts.walkStop(row.number, row.stop.title.safe)[language], to: width)
            if votes.count > 1 { lines += indented(WalkChoices.votes(votes)) }
            for text in WalkFacts.choice(row, clock: clock) { lines += indented(text) }
            return lines
        }
    }

    private func indented(_ text: Text) -> [String] {
        DisplayWidth.wrapped("    " + text.safe[language], to: width, indent: "      ")
    }

    // MARK: Side by side

    private func beside() -> [String] {
        let rows = WalkFacts.beside(debrief, clock: clock)
        let names = rows.map { $0.name[language] }
        let yours = [Texts.columnYours[language]] + rows.map { $0.yours[language] }
        let best = [Texts.columnRecommended[language]] + rows.map { $0.recommended[language] }
        let column = min(width / 2, names.map { DisplayWidth.of($0) }.max() ?? 0)
        let middle = yours.map { DisplayWidth.of($0) }.max() ?? 0
        var lines: [String] = []
        for (index, name) in ([""] + names).enumerated() {
            let cells =
                DisplayWidth.padded(DisplayWidth.truncated(name, to: column), to: column) + "   "
                + DisplayWidth.padded(yours[index], to: middle) + "   " + best[index]
            lines.append("  " + cells)
        }
        if !debrief.followsAll {
            lines.append("")
            for text in WalkFacts.differences(debrief, clock: clock) { lines += bullet(text) }
        }
        return lines
    }
}
