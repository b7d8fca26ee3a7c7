/// Gives each step that is not an end a row: how high it is, what its box says and where ways leave it.
struct RowMaker {
    struct Row {
        let node: Int
        let lane: Int
        var y = 0.0
        var height = 0.0
        var title: [String] = []
        var entrance = 0.0
        var ports: [PathwayLayout.Port] = []
        /// The way that goes straight to the row below.
        var straightDown: Int?
        /// Ways to ends that are drawn in this row.
        var inlineEnds: Set<Int> = []
    }

    private typealias Measure = PathwayLayout.Measure
    private let pathway: Pathway
    private let waysOut: [[Int]]

    init(_ pathway: Pathway) {
        self.pathway = pathway
        var waysOut = [[Int]](repeating: [], count: pathway.nodes.count)
        for (way, value) in pathway.ways.enumerated() { waysOut[value.from].append(way) }
        self.waysOut = waysOut
    }

    /// The rows from top to bottom, and where the lanes' names are said again.
    func rows() -> (rows: [Row], reminders: [Double]) {
        // An end from which citizens come back has ways of its own, so it needs a row.
        let shown = pathway.nodes.indices.filter { pathway.nodes[$0].kind != .end || !waysOut[$0].isEmpty }
        var rows: [Row] = []
        var reminders: [Double] = []
        var y = Measure.top + Measure.header + Measure.rowGap
        for (position, node) in shown.enumerated() {
            let below = position + 1 < shown.count ? shown[position + 1] : nil
            let row = row(of: node, at: y, below: below)
            y += row.height + Measure.rowGap
            rows.append(row)
            // Not where an arrow runs straight down through the words.
            let isDue = y > (reminders.last ?? Measure.top) + Measure.reminderDistance
            if isDue, row.straightDown == nil, below != nil {
                reminders.append(y - Measure.rowGap / 2 + Measure.reminderHeight / 2)
                y += Measure.reminderHeight
            }
        }
        return (rows, reminders)
    }

    private func row(of node: Int, at y: Double, below: Int?) -> Row {
        let value = pathway.nodes[node]
        var row = Row(node: node, lane: value.lane ?? pathway.lanes.count, y: y)
        let room = (value.kind == .end ? 162 : Measure.box) - 20
        row.title = value.label.split(separator: "\n").flatMap {
            TextWidth.wrapped(String($0), to: room, size: Measure.title, bold: value.kind == .choice)
        }
        var next = y + 7 + Measure.titleStep * Double(row.title.count)
        row.entrance = y + 7 + Measure.titleStep / 2
        if case .message(let to) = value.kind {
            addPort(.message(to: to), "→ " + pathway.lanes[to].label, nil, to: &row, at: &next)
        }
        var silent: [Int] = []
        for way in waysOut[node] {
            let target = pathway.nodes[pathway.ways[way].to]
            if target.kind == .end, waysOut[pathway.ways[way].to].isEmpty { row.inlineEnds.insert(way) }
            if let label = pathway.ways[way].label {
                addPort(.ways([way]), label, pathway.ways[way].count, to: &row, at: &next)
            } else if pathway.ways[way].to == below, target.lane == value.lane, row.straightDown == nil {
                row.straightDown = way
            } else {
                silent.append(way)
            }
        }
        // Ways without words share a line of the box; ends and counts need one each.
        let apart = silent.filter { row.inlineEnds.contains($0) || pathway.ways[$0].count != nil }
        for way in apart { addPort(.ways([way]), nil, pathway.ways[way].count, to: &row, at: &next) }
        let together = silent.filter { !apart.contains($0) }
        if !together.isEmpty { addPort(.ways(together), nil, nil, to: &row, at: &next) }
        row.height = next + 7 - y
        return row
    }

    private func addPort(
        _ content: PathwayLayout.Port.Content, _ words: String?, _ count: String?, to row: inout Row,
        at next: inout Double
    ) {
        let room = Measure.box - 30 - (count.map { TextWidth.of($0, size: Measure.small) + 8 } ?? 0)
        let lines = words.map { TextWidth.wrapped($0, to: room, size: Measure.small) } ?? []
        var height = max(Measure.smallStep * Double(lines.count), count == nil ? 8 : Measure.smallStep)
        // A pill at the end of the line may need more room than the words.
        if case .ways(let ways) = content, let way = ways.first, row.inlineEnds.contains(way) {
            let words = TextWidth.wrapped(
                pathway.nodes[pathway.ways[way].to].label, to: 150, size: Measure.small)
            height = max(height, Measure.smallStep * Double(words.count) + 8)
        }
        row.ports.append(.init(content: content, words: lines, count: count, y: next + height / 2 + 2))
        next += height + 3
    }
}
