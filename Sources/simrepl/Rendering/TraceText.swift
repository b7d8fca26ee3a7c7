import PathwaySim
import Scenarios

/// A citizen's dated way through the system, for reading.
struct TraceText {
    let scenario: Scenario
    let citizen: CaseInfo
    let entries: [LogEntry]
    let language: Language

    /// One happening a line, the date only where it changes, no line wider than `width` where words allow.
    func lines(width: Int, heading: (String) -> String) -> [String] {
        let clock = CivilClock(start: scenario.model.start)
        var lines = DisplayWidth.wrapped(
            Texts.traceTitle(citizen.title.safe, replication: 1)[language], to: width
        ).map(heading)
        if let description = citizen.description {
            lines += DisplayWidth.wrapped(description.safe[language], to: width)
        }
        lines.append("")
        let happenings = entries.filter(isWorthReading).compactMap { entry in
            text(entry, clock).map { (instant: entry.instant, text: $0) }
        }
        let stamps = happenings.map { happening in
            (
                DateFormat.short(clock.date(of: happening.instant))[language],
                DateFormat.time(happening.instant)[language]
            )
        }
        let dateWidth = stamps.map { DisplayWidth.of($0.0) }.max() ?? 0
        let timeWidth = stamps.map { DisplayWidth.of($0.1) }.max() ?? 0
        let isNarrow = width < dateWidth + timeWidth + 30
        var lastDate = ""
        for (happening, stamp) in zip(happenings, stamps) {
            let date = stamp.0 == lastDate ? "" : stamp.0
            lastDate = stamp.0
            if isNarrow {
                if !date.isEmpty { lines.append(date) }
                lines += DisplayWidth.wrapped("  \(stamp.1) " + happening.text, to: width, indent: "    ")
            } else {
                let time = String(repeating: " ", count: timeWidth - DisplayWidth.of(stamp.1)) + stamp.1
                let margin = DisplayWidth.padded(date, to: dateWidth) + "  " + time + "  "
                let indent = String(repeating: " ", count: dateWidth + timeWidth + 4)
                // Only the words are wrapped: the margin keeps its spaces.
                let room = max(20, width - DisplayWidth.of(margin))
                let wrapped = DisplayWidth.wrapped(happening.text, to: room, indent: "  ")
                lines += wrapped.enumerated().map { ($0.offset == 0 ? margin : indent) + $0.element }
            }
        }
        return lines
    }

    /// Entering a step is news only where there is something to wait for.
    private func isWorthReading(_ entry: LogEntry) -> Bool {
        guard let step = scenario.model.steps.first(where: { $0.name == entry.step }) else { return true }
        switch (entry.happening, step.action) {
        case (.entered, .service), (.entered, .seize), (.entered, .course), (.entered, .waitFor), (.entered, .delay):
            return true
        case (.entered, _): return false
        case (.ended, .service), (.ended, .course), (.ended, .delay), (.ended, .appointment): return true
        case (.ended, _): return false
        default: return true
        }
    }

    private func text(_ entry: LogEntry, _ clock: CivilClock) -> String? {
        let labels = scenario.labels
        let happening = Texts.happening(
            entry.happening, clock: clock, name: { labels.text($0, $1).safe },
            option: { labels.option($0, of: entry.step).safe })
        guard let happening else { return nil }
        switch entry.happening {
        // A message says itself what it is; the step that sends it is usually called the same.
        case .sent, .received, .returned, .notSent: return happening[language].capitalisedFirst
        default: break
        }
        guard !entry.step.isEmpty else { return happening[language].capitalisedFirst }
        let step = citizen.stepLabels[entry.step] ?? labels.text(.steps, entry.step)
        return step.safe[language] + ": " + happening[language]
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
