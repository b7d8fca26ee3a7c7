import PathwaySim
import Scenarios

/// How a warm-up was found: the curve that settles last, and where it has settled.
struct WarmupText {
    let warmup: Warmup
    let scenario: Scenario
    let language: Language

    private static let height = 6
    private static let widest = 60

    func lines(width: Int, heading: (String) -> String) -> [String] {
        let days = NumberFormat.exact(scenario.model.warmup.days, language: language)
        let title = Texts.warmupFound(days: days, series: series)[language]
        var lines = DisplayWidth.wrapped(title, to: width).map(heading)
        lines += chart(columns: max(10, min(Self.widest, width - 12)))
        if warmup.isTooShort {
            lines += DisplayWidth.wrapped(Texts.warmupTooShort[language], to: width)
        }
        return lines + [""]
    }

    /// What the curve counts.
    private var series: Text {
        guard warmup.series.hasPrefix("waiting.") else { return Texts.curveOfSystem }
        let step = String(warmup.series.dropFirst("waiting.".count))
        return Texts.curveOfWaiting(scenario.labels.text(.steps, step).safe)
    }

    /// Columns of eighths of a line, with the greatest value, 0 and the warm-up marked.
    private func chart(columns: Int) -> [String] {
        let values = warmup.curve.map(\.mean)
        guard let last = warmup.curve.last, values.count > 1, let top = values.max(), top > 0 else { return [] }
        let count = min(columns, values.count)
        let levels = (0..<count).map { column -> Int in
            let start = column * values.count / count
            let part = values[start..<max((column + 1) * values.count / count, start + 1)]
            let mean = part.reduce(0, +) / Double(part.count)
            return Int((mean / top * Double(Self.height * 8)).rounded())
        }
        let mark = NumberFormat.rounded(top, halfWidth: nil, language: language)
        let margin = max(DisplayWidth.of(mark), 1)
        var lines: [String] = []
        for row in (0..<Self.height).reversed() {
            let label = row == Self.height - 1 ? mark : row == 0 ? "0" : ""
            let bars = levels.map { Self.blocks[min(8, max(0, $0 - row * 8))] }.joined()
            lines.append(String(repeating: " ", count: margin - DisplayWidth.of(label)) + label + " │" + bars)
        }
        let left = String(repeating: " ", count: margin)
        lines.append(left + " └" + String(repeating: "─", count: count))
        let share = warmup.truncation.days / max(last.at.days, .leastNormalMagnitude)
        let column = min(count - 1, Int(share * Double(count)))
        let days = Texts.plural(Int(warmup.truncation.days.rounded()), da: "dag", "dage", en: "day", "days")[language]
        lines.append(left + "  " + String(repeating: " ", count: column) + "▲ " + days)
        return lines
    }

    private static let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
