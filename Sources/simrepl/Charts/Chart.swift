import Scenarios

/// A chart before it is drawn: numbers with their words, ready for `ChartSVG` and `ChartText`.
///
/// It knows no subject and makes no number: whoever makes a chart (`RunCharts` …) has rounded and named everything, so
/// that the drawing and the text say the same.
struct Chart {
    enum Content {
        /// Numbers along an axis, each line perhaps with a band around it.
        case lines([Line])
        /// A bar a row from zero, perhaps with an interval at its end.
        case bars([Row])
        /// A mark with its interval a row, or several of different series.
        case dots([Row])
        case histogram([Bin], marks: [Mark])
        case heat(Heat)
    }

    struct Point {
        let x: Double
        /// Nil where there is no number: a gap in the line.
        let y: Double?
        var low: Double?
        var high: Double?
        /// In words.
        let words: String
    }

    struct Line {
        let name: String
        let points: [Point]
        /// Whether each point is drawn, not only the line through them.
        var showsPoints = false
    }

    struct Value {
        /// Which of the chart's series it belongs to.
        var series = 0
        /// Nil when undefined.
        let value: Double?
        var low: Double?
        var high: Double?
        /// As it is to be read: `43 ± 1`.
        let words: String
    }

    struct Row {
        let label: String
        let values: [Value]
    }

    struct Bin {
        let from: Double
        let to: Double
        /// 0…1.
        let share: Double
        /// What a fitted law gives, beside what was observed.
        var expected: Double?
        let label: String
        /// Beside its label.
        let value: String
        /// Standing alone.
        let words: String
    }

    /// A place on the axis that has a name.
    struct Mark {
        let at: Double
        let words: String
    }

    struct Heat {
        struct Cell {
            let value: Double?
            let words: String
        }

        let rowTitle: String
        let columnTitle: String
        let rows: [String]
        let columns: [String]
        /// By row, then column; nil where nothing was computed.
        let cells: [[Cell?]]
        /// The numbers differ less than they are uncertain: a shade would say more than is known.
        var isFlat = false
    }

    let title: String
    /// What it shows, in a sentence or two, for those who cannot see it.
    let description: String
    let content: Content
    /// What the values' series are called; one or none needs no legend.
    var series: [String] = []
    /// What a band or an interval is: `8 of 10 years`.
    var interval: String?
    /// Of lines and histograms the one below, of bars and dots the one of their values.
    var x: ChartAxis
    /// Of lines and histograms.
    var y: ChartAxis?
    /// What must be known to read it.
    var notes: [String] = []
    let language: Language

    /// Whether there is anything to draw.
    var isEmpty: Bool {
        switch content {
        case .lines(let lines): !lines.contains { $0.points.contains { $0.y != nil } }
        case .bars(let rows), .dots(let rows): !rows.contains { $0.values.contains { $0.value != nil } }
        case .histogram(let bins, _): !bins.contains { $0.share > 0 }
        case .heat(let heat): !heat.cells.contains { $0.contains { $0?.value != nil } }
        }
    }
}
