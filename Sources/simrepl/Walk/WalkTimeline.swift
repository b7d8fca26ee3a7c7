import PathwaySim
import Scenarios

/// The course as a picture: a row a step, time to the right, waiting and taking part told apart by pattern.
struct WalkTimeline {
    struct Row: Equatable {
        var label: Text
        var spans: [WalkStory.Span]
    }

    let rows: [Row]
    let dates: [CaseFile.FixedDate]
    let clock: CivilClock
    let language: Language
    /// First and last day shown, counted from the epoch.
    let first: Int
    let last: Int

    init(_ story: WalkStory, clock: CivilClock, dates: [CaseFile.FixedDate], language: Language) {
        var rows: [Row] = []
        for span in story.spans.sorted(by: { $0.from < $1.from }) {
            if let index = rows.firstIndex(where: { $0.label == span.label }) {
                rows[index].spans.append(span)
            } else {
                rows.append(Row(label: span.label, spans: [span]))
            }
        }
        self.rows = rows
        self.dates = dates
        self.clock = clock
        self.language = language
        let days = story.spans.flatMap { [$0.from, $0.to] }.map { clock.date(of: $0).daysSinceEpoch }
        first = days.min() ?? 0
        last = max(first + 1, (days + dates.map(\.date.daysSinceEpoch)).max() ?? 1)
    }

    /// First days of months within the picture, with the month's name.
    var months: [(day: Int, name: String)] {
        var result: [(Int, String)] = []
        for day in first...last {
            let date = clock.start.adding(days: day - clock.start.daysSinceEpoch)
            if date.components.day == 1 {
                result.append((day, String(DateFormat.month(date.components.month)[language].prefix(3))))
            }
        }
        return result
    }

    /// Rows of characters: `░` waiting, `█` taking part, `▒` on its way.
    func text(width: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        let column = min(34, rows.map { DisplayWidth.of($0.label[language]) }.max() ?? 0)
        let room = max(10, width - column - 2)
        func place(_ day: Int) -> Int { min(room - 1, (day - first) * (room - 1) / max(1, last - first)) }
        var scale = Array(repeating: Character(" "), count: room)
        var free = 0
        for (day, name) in months where place(day) >= free && place(day) + name.count <= room {
            for (index, letter) in name.enumerated() { scale[place(day) + index] = letter }
            free = place(day) + name.count + 1
        }
        let margin = String(repeating: " ", count: column + 2)
        var lines = [margin + String(scale).trimmedEnd]
        for row in rows {
            var cells = Array(repeating: Character(" "), count: room)
            for span in row.spans {
                let from = place(clock.date(of: span.from).daysSinceEpoch)
                let to = place(clock.date(of: span.to).daysSinceEpoch)
                for index in from...max(from, to) where span.kind != .waiting || cells[index] == " " {
                    cells[index] = span.kind.character
                }
            }
            let name = DisplayWidth.padded(DisplayWidth.truncated(row.label[language], to: column), to: column)
            lines.append(name + "  " + String(cells).trimmedEnd)
        }
        for date in dates {
            let cells = String(repeating: " ", count: place(date.date.daysSinceEpoch)) + "◆"
            lines.append(
                DisplayWidth.padded(DisplayWidth.truncated(date.label.safe[language], to: column), to: column) + "  "
                    + cells)
        }
        lines.append(
            margin
                + "░ \(Texts.legendWaiting[language])   █ \(Texts.legendActive[language])   ▒ \(Texts.legendUnderWay[language])"
        )
        return lines
    }
}

extension WalkStory.Span.Kind {
    fileprivate var character: Character {
        switch self {
        case .waiting: "░"
        case .active: "█"
        case .underWay: "▒"
        }
    }
}

extension String {
    /// Without blanks at the end.
    fileprivate var trimmedEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
