import PathwaySim
import Scenarios

/// The screens of a walk: short lines, at most 100 columns, one screen a stop.
struct WalkScreen {
    let state: WalkState
    let language: Language
    let width: Int
    let heading: (String) -> String

    init(_ state: WalkState, language: Language, console: Console) {
        self.state = state
        self.language = language
        width = min(100, max(40, console.width))
        heading = console.heading
    }

    private var file: CaseFile { state.walk.file }
    private var clock: CivilClock { CivilClock(start: state.walk.scenario.model.start) }

    // MARK: Opening

    func opening() -> [String] {
        var lines = [heading(file.title.safe[language]), "", Texts.walkNoPatients[language], ""]
        for text in file.intro { lines += paragraph(text) }
        lines += ["", heading(Texts.walkWeKnow[language])]
        for fact in file.facts { lines += bullet(fact) }
        for date in file.dates {
            lines += bullet(DateFormat.withWeekday(date.date) + Text(same: ": ") + date.label)
        }
        if !state.localFacts.isEmpty {
            lines += ["", heading(Texts.walkLocalFacts[language])]
            for fact in state.localFacts { lines += bullet(Text(same: fact.name + ": " + fact.value)) }
        }
        lines += ["", Texts.walkPlace(state.walk.scenario.title.safe)[language]].flatMap {
            DisplayWidth.wrapped($0, to: width)
        }
        return lines
    }

    // MARK: A stop

    /// - Parameter number: how many stops the room has come to, this one included.
    func stop(_ reached: Walk.Reached, number: Int, play: Walk.Play) -> [String] {
        let stop = file.stops[reached.stop]
        var lines = [title(stop, reached, number: number, play: play)]
        lines.append(String(repeating: "─", count: width))
        lines += since(reached, play: play)
        lines += DisplayWidth.wrapped(
            Texts.walkWhere(stop.place.safe, actor: Texts.walkActor(stop.actor))[language], to: width)
        for fact in stop.known { lines += bullet(fact) }
        lines.append("")
        lines += DisplayWidth.wrapped(stop.question.safe[language], to: width).map(heading)
        lines.append("")
        for (index, choice) in stop.choices.enumerated() {
            lines += DisplayWidth.wrapped("  \(index + 1)  " + choice.text.safe[language], to: width, indent: "     ")
        }
        lines.append("")
        return lines
    }

    private func title(_ stop: CaseFile.Stop, _ reached: Walk.Reached, number: Int, play: Walk.Play) -> String {
        let left = Texts.walkStop(number, stop.title.safe)[language]
        let date = clock.date(of: reached.instant)
        let arrival = play.entries.first.map { clock.date(of: $0.instant) } ?? date
        let day = date.daysSinceEpoch - arrival.daysSinceEpoch
        let right = Texts.walkDate(DateFormat.withWeekday(date), day: day)[language]
        let gap = width - DisplayWidth.of(left) - DisplayWidth.of(right)
        return gap >= 2 ? heading(left) + String(repeating: " ", count: gap) + right : heading(left) + "\n" + right
    }

    /// What became of the last choice, and what has happened since.
    private func since(_ reached: Walk.Reached, play: Walk.Play) -> [String] {
        guard let last = play.answered.last else { return [] }
        let stop = file.stops[last.answer.stop]
        var lines: [String] = []
        for choice in last.answer.choices {
            guard let reply = stop.choices[choice].reply else { continue }
            lines += DisplayWidth.wrapped(reply.safe[language], to: width)
        }
        if reached.instant > last.reached.instant {
            lines += dated(happenings(play, after: last.reached.instant, until: reached.instant))
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    /// Lines of the story in (after, until], but not how it ends.
    func happenings(_ play: Walk.Play, after: SimTime, until: SimTime) -> [WalkStory.Line] {
        let story = WalkStory(walk: state.walk, entries: play.entries, end: until)
        // How it ends is said on the last screen, also where a stop hangs on the end.
        return story.lines.filter { $0.instant > after && $0.instant <= until && $0 != story.ending }
    }

    /// Date once, then what happened.
    func dated(_ lines: [WalkStory.Line]) -> [String] {
        var last = ""
        let dates = lines.map { line in
            let date = DateFormat.short(clock.date(of: line.instant))[language]
            defer { last = date }
            return date == last ? "" : date
        }
        let column = dates.map { DisplayWidth.of($0) }.max() ?? 0
        return zip(dates, lines).flatMap { date, line in
            let room = max(20, width - column - 4)
            return DisplayWidth.wrapped(line.text[language], to: room, indent: "  ").enumerated().map { index, words in
                "  " + DisplayWidth.padded(index == 0 ? date : "", to: column) + "  " + words
            }
        }
    }

    /// The end of the course, as the last screen before the debrief.
    func ending(_ play: Walk.Play) -> [String] {
        let after = play.answered.last?.reached.instant ?? .zero
        var lines: [String] = []
        if let last = play.answered.last {
            for choice in last.answer.choices {
                guard let reply = file.stops[last.answer.stop].choices[choice].reply else { continue }
                lines += DisplayWidth.wrapped(reply.safe[language], to: width)
            }
        }
        let end = play.entries.last?.instant ?? after
        // What happens at the very instant of the last choice is news too.
        let story = WalkStory(walk: state.walk, entries: play.entries, end: end)
        lines += dated(story.lines.filter { $0.instant > after || (after == end && $0 == story.lines.last) })
        if case .horizon(let step, let since) = play.state {
            lines += [""] + horizon(step: step, since: since)
        }
        return lines
    }

    func horizon(step: String, since: SimTime) -> [String] {
        let walk = state.walk
        let label =
            walk.scenario.cases.first { $0.id == file.id }?.stepLabels[step]
            ?? walk.scenario.labels.text(.steps, step)
        let text = Texts.walkHorizon(
            file.name.safe, step: label.safe, since: DateFormat.long(clock.date(of: since)),
            end: DateFormat.long(clock.date(of: walk.horizon)))
        return DisplayWidth.wrapped(text[language], to: width)
    }

    // MARK: Layout

    func paragraph(_ text: Text) -> [String] { DisplayWidth.wrapped(text.safe[language], to: width) }

    func bullet(_ text: Text) -> [String] {
        DisplayWidth.wrapped("· " + text.safe[language], to: width - 2, indent: "  ").map { "  " + $0 }
    }
}
