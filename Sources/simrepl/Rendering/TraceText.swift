import PathwaySim
import Scenarios

/// A citizen's dated way through the system, for reading.
struct TraceText {
    let scenario: Scenario
    let citizen: CaseInfo
    let entries: [LogEntry]
    let language: Language

    /// One happening a line, date and time only where they change, no line wider than `width` where words allow.
    func lines(width: Int, heading: (String) -> String) -> [String] {
        var lines = DisplayWidth.wrapped(
            Texts.traceTitle(citizen.title.safe, replication: 1)[language], to: width
        ).map(heading)
        if let description = citizen.description {
            lines += DisplayWidth.wrapped(description.safe[language], to: width)
        }
        lines.append("")
        let story = TraceStory(scenario: scenario, citizen: citizen, entries: entries, language: language)
        lines += dated(story.happenings, width: width)
        if let days = story.days {
            lines += [""] + DisplayWidth.wrapped(Texts.traceLength(days: days)[language], to: width)
        }
        return lines
    }

    private func dated(_ happenings: [TraceStory.Happening], width: Int) -> [String] {
        let clock = CivilClock(start: scenario.model.start)
        var lastDate = ""
        var lastTime = ""
        let rows = happenings.map { happening in
            var date = DateFormat.short(clock.date(of: happening.instant))[language]
            var time = happening.showsTime ? DateFormat.time(happening.instant)[language] : ""
            if date == lastDate { date = "" } else { (lastDate, lastTime) = (date, "") }
            if time == lastTime { time = "" } else if !time.isEmpty { lastTime = time }
            return (date: date, time: time, text: happening.text)
        }
        let dateWidth = rows.map { DisplayWidth.of($0.date) }.max() ?? 0
        let timeWidth = rows.map { DisplayWidth.of($0.time) }.max() ?? 0
        guard width >= dateWidth + timeWidth + 30 else {
            return rows.flatMap { row in
                (row.date.isEmpty ? [] : [row.date])
                    + DisplayWidth.wrapped(
                        "  " + (row.time.isEmpty ? "" : row.time + " ") + row.text, to: width, indent: "    ")
            }
        }
        let indent = String(repeating: " ", count: dateWidth + timeWidth + 4)
        return rows.flatMap { row in
            let time = String(repeating: " ", count: timeWidth - DisplayWidth.of(row.time)) + row.time
            let margin = DisplayWidth.padded(row.date, to: dateWidth) + "  " + time + "  "
            // Only the words are wrapped: the margin keeps its spaces.
            let room = max(20, width - DisplayWidth.of(margin))
            let wrapped = DisplayWidth.wrapped(row.text, to: room, indent: "  ")
            return wrapped.enumerated().map { ($0.offset == 0 ? margin : indent) + $0.element }
        }
    }
}
