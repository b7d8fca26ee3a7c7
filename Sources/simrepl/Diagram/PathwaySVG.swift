import Scenarios

/// Draws a pathway with one vertical lane per actor.
struct PathwaySVG {
    let pathway: Pathway
    let language: Language
    private typealias Measure = PathwayLayout.Measure

    /// The whole file.
    func svg() -> String { canvas().svg() }

    /// The drawing, to stand alone or inside a page.
    func canvas(id: String = "pathway") -> SVGCanvas {
        let layout = PathwayLayout(pathway)
        let steps = pathway.nodes.count { $0.kind != .entry }
        var canvas = SVGCanvas(
            width: layout.width, height: layout.bottom + 40, title: pathway.title,
            description: Texts.diagramDescription(steps: steps, lanes: pathway.lanes.map(\.label))[language],
            language: language.rawValue, id: id)
        canvas.rect(x: 0, y: 0, width: layout.width, height: layout.bottom + 40, .filled(.paper))
        drawLanes(layout, on: &canvas)
        for line in layout.lines { draw(line, on: &canvas) }
        for box in layout.boxes { draw(box, layout, on: &canvas) }
        for line in layout.lines { drawCount(line, on: &canvas) }
        for end in layout.ends {
            canvas.rect(
                x: end.x, y: end.y - Double(end.words.count) * Measure.smallStep / 2 - 3, width: end.width,
                height: Double(end.words.count) * Measure.smallStep + 6, corner: 9,
                .filled(.paper, outline: .faintInk))
            canvas.block(
                end.words, middle: SVGPoint(end.x + 8, end.y), SVGLettering(size: Measure.small), spacing: 13 / 10.5)
        }
        drawLegend(layout, on: &canvas)
        return canvas
    }

    private func drawLanes(_ layout: PathwayLayout, on canvas: inout SVGCanvas) {
        let title = TextWidth.wrapped(pathway.title, to: layout.width - 24, size: 15, bold: true, lines: 1)
        canvas.text(title[0], at: SVGPoint(12, 28), SVGLettering(size: 15, bold: true))
        let frames = layout.lanes + (layout.endLane.map { [$0] } ?? [])
        let names = pathway.lanes.map(\.label) + [Texts.laneOfEnds[language]]
        for (frame, name) in zip(frames, names) {
            canvas.rect(
                x: frame.x, y: Measure.top, width: frame.width, height: layout.bottom - Measure.top, corner: 6,
                .filled(.band))
            let words = TextWidth.wrapped(name, to: frame.width - 12, size: 13, bold: true, lines: 3)
            canvas.block(
                words, middle: SVGPoint(frame.middle, Measure.top + Measure.header / 2),
                SVGLettering(size: 13, anchor: .middle, bold: true), spacing: 1.2)
            // Said again on the way down: a long pathway is read in parts.
            for y in layout.reminders {
                let short = TextWidth.wrapped(name, to: frame.width - 12, size: Measure.small, bold: true, lines: 3)
                canvas.block(
                    short, middle: SVGPoint(frame.middle, y),
                    SVGLettering(size: Measure.small, anchor: .middle, bold: true, colour: .faintInk), spacing: 1.2)
            }
        }
    }

    private func draw(_ line: PathwayLayout.Line, on canvas: inout SVGCanvas) {
        canvas.path(SVGPath(through: line.points, rounding: 5), style(line.kind))
    }

    /// Beside an arrow straight down, which has no line of words in a box.
    private func drawCount(_ line: PathwayLayout.Line, on canvas: inout SVGCanvas) {
        guard line.points.count == 2, line.points[0].x == line.points[1].x, let count = pathway.ways[line.way].count
        else { return }
        canvas.block(
            [count], middle: SVGPoint(line.points[0].x + 7, (line.points[0].y + line.points[1].y) / 2),
            SVGLettering(size: Measure.small, bold: true))
    }

    private func style(_ kind: Pathway.Way.Kind) -> SVGStyle {
        switch kind {
        case .onward, .skipping: .line(.faintInk, width: 1.3, arrow: true)
        case .leaving: .line(.vermilion, width: 1.3, dash: [5, 3], arrow: true)
        case .comingBack: .line(.blue, width: 1.3, dash: [2, 2], arrow: true)
        }
    }

    private func draw(_ box: PathwayLayout.Box, _ layout: PathwayLayout, on canvas: inout SVGCanvas) {
        let node = pathway.nodes[box.node]
        for port in box.ports {
            guard case .message(let to) = port.content, node.lane != to else { continue }
            let goal = layout.lanes[to].middle
            let start = goal > box.x ? box.x + box.width : box.x
            canvas.line(
                from: SVGPoint(start, port.y), to: SVGPoint(goal + (goal > box.x ? -9 : 9), port.y),
                .line(.blue, width: 1.3, arrow: true))
            envelope(at: SVGPoint(goal, port.y), on: &canvas)
        }
        canvas.rect(
            x: box.x, y: box.y, width: box.width, height: box.height, corner: corner(node.kind, box), look(node.kind))
        let lettering = SVGLettering(size: Measure.title, bold: node.kind == .choice)
        for (index, words) in box.title.enumerated() {
            canvas.text(
                words, at: SVGPoint(box.x + 10, box.y + 19 + Measure.titleStep * Double(index) - 1), lettering)
        }
        for port in box.ports {
            canvas.block(
                port.words, middle: SVGPoint(box.x + 18, port.y),
                SVGLettering(size: Measure.small, colour: .faintInk), spacing: 13 / 10.5)
            if let count = port.count {
                canvas.block(
                    [count], middle: SVGPoint(box.x + box.width - 8, port.y),
                    SVGLettering(size: Measure.small, anchor: .end, bold: true))
            }
        }
    }

    private func corner(_ kind: Pathway.Node.Kind, _ box: PathwayLayout.Box) -> Double {
        switch kind {
        case .entry, .end: 12
        case .sorting: 1
        default: 5
        }
    }

    private func look(_ kind: Pathway.Node.Kind) -> SVGStyle {
        switch kind {
        case .entry: return .filled(SVGColour.green.lighter(0.8), outline: .green)
        case .activity: return .filled(SVGColour.blue.lighter(0.85), outline: .blue, width: 1.5)
        case .waiting:
            var style = SVGStyle.filled(.paper, outline: .faintInk)
            style.dash = [4, 3]
            return style
        case .choice: return .filled(SVGColour.orange.lighter(0.8), outline: .orange, width: 1.5)
        case .sorting, .end: return .filled(.paper, outline: .faintInk)
        case .message: return .filled(SVGColour.sky.lighter(0.8), outline: .sky)
        }
    }

    private func envelope(at place: SVGPoint, on canvas: inout SVGCanvas) {
        let (x, y) = (place.x - 8, place.y - 5.5)
        canvas.rect(x: x, y: y, width: 16, height: 11, .filled(.paper, outline: .blue))
        canvas.path(
            SVGPath(through: [SVGPoint(x, y), SVGPoint(place.x, place.y + 1), SVGPoint(x + 16, y)]), .line(.blue))
    }

    private func drawLegend(_ layout: PathwayLayout, on canvas: inout SVGCanvas) {
        var x = 12.0
        let y = layout.bottom + 22
        let kinds: [(Pathway.Way.Kind, Text)] = [
            (.onward, Texts.legendOnward), (.leaving, Texts.legendLeaving), (.comingBack, Texts.legendBack),
        ]
        for (kind, text) in kinds where kind == .onward || pathway.ways.contains(where: { $0.kind == kind }) {
            canvas.line(from: SVGPoint(x, y), to: SVGPoint(x + 30, y), style(kind))
            canvas.text(text[language], at: SVGPoint(x + 38, y + 4), SVGLettering(size: Measure.small))
            x += 56 + TextWidth.of(text[language], size: Measure.small)
        }
    }
}
