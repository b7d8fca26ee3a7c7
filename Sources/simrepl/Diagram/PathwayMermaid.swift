import Scenarios

/// Writes a pathway as a Mermaid flowchart, one subgraph per actor, for Markdown pages that draw it.
struct PathwayMermaid {
    let pathway: Pathway
    let language: Language

    func text() -> String {
        var lines = ["flowchart TB", "  accTitle: \(plain(pathway.title))"]
        for lane in pathway.lanes.indices {
            lines.append("  subgraph lane\(lane)[\"\(escaped(pathway.lanes[lane].label))\"]")
            for (index, node) in pathway.nodes.enumerated() where node.lane == lane {
                lines.append("    " + shape(node, index))
            }
            // An actor who only receives has no step: the message ends at this one.
            if receives(lane) { lines.append("    r\(lane)([\"\(escaped(Texts.mermaidReceives[language]))\"])") }
            lines.append("  end")
        }
        for (index, node) in pathway.nodes.enumerated() where node.kind == .end {
            lines.append("  " + shape(node, index))
        }
        for way in pathway.ways { lines.append("  " + arrow(way)) }
        for (index, node) in pathway.nodes.enumerated() {
            if case .message(let to) = node.kind, to != node.lane { lines.append("  n\(index) -.-> r\(to)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func receives(_ lane: Int) -> Bool {
        pathway.nodes.contains { node in
            if case .message(let to) = node.kind { to == lane && node.lane != lane } else { false }
        }
    }

    private func shape(_ node: Pathway.Node, _ index: Int) -> String {
        let words = node.label.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "<br/>")
        let (open, close) =
            switch node.kind {
            case .entry: ("([", "])")
            case .activity: ("[", "]")
            case .waiting: ("[/", "/]")
            case .choice: ("{{", "}}")
            case .sorting: ("(", ")")
            case .message: (">", "]")
            case .end: ("([", "])")
            }
        return "n\(index)\(open)\"\(words)\"\(close)"
    }

    private func arrow(_ way: Pathway.Way) -> String {
        let line = way.kind == .onward || way.kind == .skipping ? "-->" : "-.->"
        let words = [way.label, way.count].compactMap { $0 }.map(escaped).joined(separator: ": ")
        return "n\(way.from) \(line)\(words.isEmpty ? "" : "|\"\(words)\"|") n\(way.to)"
    }

    /// Characters with a meaning to Mermaid or to the HTML it makes, as its entity codes.
    private func escaped(_ text: String) -> String {
        var result = ""
        for character in Escaping.terminalSafe(text) {
            switch character {
            case "\"": result += "#quot;"
            case "#": result += "#35;"
            case "&": result += "#amp;"
            case "<": result += "#lt;"
            case ">": result += "#gt;"
            case "`": result += "#96;"
            case "\\": result += "#92;"
            // A fence of Markdown around the diagram must not end here either.
            case "~": result += "#126;"
            default: result.append(character)
            }
        }
        return result
    }

    /// For a line that knows no quotation marks.
    private func plain(_ text: String) -> String {
        Escaping.terminalSafe(text).filter { !"#;`~%{}<>\\".contains($0) }
    }
}
