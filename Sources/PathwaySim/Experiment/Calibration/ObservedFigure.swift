/// A number that can be read off a real service and off a run of its model alike, about some days of the run.
public struct ObservedFigure: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Citizens who came through any of these sources, or through all when none is named. An initial waiting list does not
        /// come.
        case arrivals(sources: [String])
        /// Citizens who wait at a step when the last day ends; whoever has an appointment waits until it is kept.
        case waiting(step: String)
        /// Citizens who began at a step: service begun, slot attended, first session.
        case began(step: String)
        /// The mean wait, in days, of those who began.
        case meanWait(step: String)
        /// The days that a share of those who began did not exceed.
        case waitQuantile(step: String, Double)
        /// Groups begun at a course step, and the seats taken in them.
        case groups(step: String)
        case seats(step: String)
        /// Appointments missed without a word.
        case noShows(step: String)

        /// Whether it is a number of something, and not a length of time.
        public var isCount: Bool {
            switch self {
            case .meanWait, .waitQuantile: false
            default: true
            }
        }
    }

    public var kind: Kind
    /// Days since the run's start, 0 the first; both belong to the period.
    public var from: Int
    public var to: Int

    public init(_ kind: Kind, from: Int, to: Int) {
        self.kind = kind
        self.from = from
        self.to = to
    }
}

/// Figures counted during a run, each in its own period; whatever the warm-up.
struct PeriodCounts {
    private struct Row {
        var from: Int64
        var to: Int64
        var count: Int64 = 0
        /// Of each who began, where waits are asked for.
        var waits: [Int64] = []
        var keepsWaits = false
    }

    private var rows: [Row]
    /// Which rows something is counted in: by source, by step.
    private var bySource: [[Int]]
    private var starts: [[Int]]
    private var noShows: [[Int]]
    private var groups: [[Int]]
    private var seats: [[Int]]
    private let figures: [ObservedFigure]

    /// - Parameter figures: about steps and sources the model has; others stay 0.
    init(_ figures: [ObservedFigure], _ model: CompiledModel) {
        let steps = Dictionary(
            model.model.steps.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        let none = [[Int]](repeating: [], count: model.model.steps.count)
        (starts, noShows, groups, seats) = (none, none, none, none)
        bySource = [[Int]](repeating: [], count: model.model.sources.count)
        rows = []
        self.figures = figures
        for (index, figure) in figures.enumerated() {
            var row = Row(from: SimTime.day.ticks * Int64(figure.from), to: SimTime.day.ticks * Int64(figure.to + 1))
            func add(to list: inout [[Int]], _ step: String) {
                if let s = steps[step] { list[s].append(index) }
            }
            switch figure.kind {
            case .arrivals(let wanted):
                for (place, source) in model.model.sources.enumerated()
                where wanted.isEmpty || wanted.contains(source.name) {
                    switch source.process {
                    case .waitingList, .cases: break
                    case .poisson, .renewal, .recorded: bySource[place].append(index)
                    }
                }
            case .began(let step): add(to: &starts, step)
            case .meanWait(let step), .waitQuantile(let step, _):
                row.keepsWaits = true
                add(to: &starts, step)
            case .groups(let step): add(to: &groups, step)
            case .seats(let step): add(to: &seats, step)
            case .noShows(let step): add(to: &noShows, step)
            case .waiting: break
            }
            rows.append(row)
        }
    }

    mutating func arrived(_ source: Int, at now: Int64) { count(bySource[source], 1, now) }
    mutating func missed(_ step: Int, at now: Int64) { count(noShows[step], 1, now) }

    mutating func groupBegan(_ step: Int, seats taken: Int, at now: Int64) {
        count(groups[step], 1, now)
        count(seats[step], Int64(taken), now)
    }

    mutating func began(_ step: Int, waited: Int64, at now: Int64) {
        for index in starts[step] where rows[index].from <= now && now < rows[index].to {
            rows[index].count += 1
            if rows[index].keepsWaits { rows[index].waits.append(waited) }
        }
    }

    private mutating func count(_ indices: [Int], _ number: Int64, _ now: Int64) {
        for index in indices where rows[index].from <= now && now < rows[index].to { rows[index].count += number }
    }

    /// The figures' values; nil where nobody's wait could be measured.
    ///
    /// - Parameter waiting: how many wait at a step when a day ends.
    func values(waiting: (_ step: String, _ day: Int) -> Int) -> [Double?] {
        zip(figures, rows).map { figure, row in
            let day = Double(SimTime.day.ticks)
            switch figure.kind {
            case .waiting(let step): return Double(waiting(step, figure.to))
            case .meanWait:
                guard row.count > 0 else { return nil }
                return row.waits.reduce(0) { $0 + Double($1) } / Double(row.count) / day
            case .waitQuantile(_, let p):
                guard row.count > 0 else { return nil }
                let sorted = row.waits.sorted()
                let rank = Int((p * Double(sorted.count) - 1e-9).rounded(.up))
                return Double(sorted[min(max(rank, 1), sorted.count) - 1]) / day
            default: return Double(row.count)
            }
        }
    }
}
