import Scenarios

/// Tells a pathway in lines: who acts, what happens, and where each way leads.
struct PathwayText {
    let pathway: Pathway
    let language: Language
    let width: Int
    /// Makes a heading stand out where that is possible.
    let heading: (String) -> String

    func lines() -> [String] {
        var lines = DisplayWidth.wrapped(pathway.title, to: width).map(heading)
        var lane: Int?
        for (index, node) in pathway.nodes.enumerated() where node.kind != .end || !ways(index).isEmpty {
            if node.lane != lane || lines.count == 1 {
                lane = node.lane
                let name = node.lane.map { pathway.lanes[$0].label } ?? Texts.laneOfEnds[language]
                lines += ["", heading(DisplayWidth.truncated(name, to: width))]
            }
            lines += step(index, node)
        }
        return lines
    }

    private func ways(_ node: Int) -> [Pathway.Way] { pathway.ways(from: node) }

    private func step(_ index: Int, _ node: Pathway.Node) -> [String] {
        var title = node.label.split(separator: "\n").joined(separator: " ")
        if case .message(let to) = node.kind { title += " → " + pathway.lanes[to].label }
        if node.kind == .entry { title = Texts.diagramEntry(title)[language] }
        var lines = DisplayWidth.wrapped("  " + title, to: width, indent: "    ")
        let ways = ways(index)
        // The only way on to the next line needs no words.
        if ways.count == 1, ways[0].label == nil, ways[0].to == index + 1, pathway.nodes[ways[0].to].kind != .end,
            ways[0].count == nil
        {
            return lines
        }
        for way in ways {
            let goal = pathway.nodes[way.to]
            let mark = goal.kind == .end ? "■ " : ""
            let words = [way.label, way.count].compactMap { $0 }.joined(separator: ", ")
            let text = (words.isEmpty ? "" : words + " ") + "→ " + mark + goal.label
            lines += DisplayWidth.wrapped("      " + text, to: width, indent: "        ")
        }
        return lines
    }
}
