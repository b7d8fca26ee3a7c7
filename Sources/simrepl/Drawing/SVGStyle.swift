/// How a shape is drawn: its filling and its outline. Nothing is drawn of what is nil.
struct SVGStyle {
    var fill: SVGColour?
    var stroke: SVGColour?
    var width = 1.0
    /// Lengths of dashes and gaps in turn; a full line when empty.
    var dash: [Double] = []
    /// 0 (invisible) … 1.
    var opacity = 1.0
    /// An arrow head at the end of a line.
    var arrow = false

    static func filled(_ colour: SVGColour, outline: SVGColour? = nil, width: Double = 1) -> SVGStyle {
        SVGStyle(fill: colour, stroke: outline, width: width)
    }

    static func line(_ colour: SVGColour, width: Double = 1, dash: [Double] = [], arrow: Bool = false) -> SVGStyle {
        SVGStyle(stroke: colour, width: width, dash: dash, arrow: arrow)
    }

    var attributes: [(String, String)] {
        var result = [("fill", fill?.code ?? "none")]
        if let stroke {
            result.append(("stroke", stroke.code))
            if width != 1 { result.append(("stroke-width", SVGNumber.text(width))) }
            if !dash.isEmpty {
                result.append(("stroke-dasharray", dash.map(SVGNumber.text).joined(separator: " ")))
            }
        }
        if opacity < 1 { result.append(("opacity", SVGNumber.text(opacity))) }
        return result
    }
}

/// How words are set.
struct SVGLettering {
    enum Anchor: String {
        case start, middle, end
    }

    var size = 12.0
    var anchor = Anchor.start
    var bold = false
    var italic = false
    var colour = SVGColour.ink
    /// Turned a quarter to the left, to be read upwards: for the name of a vertical axis.
    var upwards = false
    /// A rim in this colour around the letters, so that they stay readable over lines.
    var halo: SVGColour?
}
