/// A drawing as one SVG file: shapes and words on a page, in the order they are added.
///
/// It knows no subject: diagrams and charts are laid out elsewhere and drawn here. Every text is escaped, so that what a
/// scenario says cannot become markup. The file needs nothing outside itself: no font, style sheet, script or link.
/// The same calls give the same bytes.
///
/// ```swift
/// var canvas = SVGCanvas(width: 200, height: 100, title: "Waits", description: "Mean wait a week")
/// canvas.rect(x: 10, y: 10, width: 50, height: 20, corner: 4, .filled(.blue))
/// canvas.text("12 days", at: SVGPoint(35, 24), SVGLettering(anchor: .middle))
/// let file = canvas.svg()
/// ```
struct SVGCanvas {
    /// The page's size in units; drawn at one pixel a unit unless the reader scales it.
    let width: Double
    let height: Double
    /// What a screen reader says first, and what the pointer shows.
    let title: String
    /// What the drawing tells, for those who cannot see it.
    let description: String
    /// `da` or `en`: how a screen reader pronounces the words.
    let language: String?
    /// Tells the names inside it from those of other drawings on the same HTML page.
    let id: String
    private var lines: [String] = []
    private var depth = 1
    private var hasArrows = false

    init(
        width: Double, height: Double, title: String, description: String, language: String? = nil,
        id: String = "drawing"
    ) {
        self.width = width
        self.height = height
        self.title = title
        self.description = description
        self.language = language
        self.id = id
    }

    // MARK: Shapes

    /// A rectangle from its upper left corner, the corners rounded with a radius.
    ///
    /// - Parameter tip: what the pointer shows, and a screen reader may say, of every shape that takes one.
    mutating func rect(
        x: Double, y: Double, width: Double, height: Double, corner: Double = 0, _ style: SVGStyle, tip: String? = nil
    ) {
        var attributes = [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))].map(Self.number)
        if corner > 0 { attributes.append(Self.number("rx", corner)) }
        element("rect", attributes + drawn(style), tip: tip)
    }

    mutating func circle(at centre: SVGPoint, radius: Double, _ style: SVGStyle, tip: String? = nil) {
        let attributes = [("cx", centre.x), ("cy", centre.y), ("r", max(0, radius))].map(Self.number)
        element("circle", attributes + drawn(style), tip: tip)
    }

    mutating func line(from start: SVGPoint, to end: SVGPoint, _ style: SVGStyle, tip: String? = nil) {
        let attributes = [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)].map(Self.number)
        element("line", attributes + drawn(style), tip: tip)
    }

    /// A path; nothing when it has no points.
    mutating func path(_ path: SVGPath, _ style: SVGStyle, tip: String? = nil) {
        guard !path.data.isEmpty else { return }
        element("path", [("d", path.data)] + drawn(style), tip: tip)
    }

    // MARK: Words

    /// One line of words on its base line; nothing for an empty one.
    mutating func text(_ words: String, at place: SVGPoint, _ lettering: SVGLettering = SVGLettering()) {
        guard !words.isEmpty else { return }
        var attributes = [Self.number("x", place.x), Self.number("y", place.y)]
        if lettering.size != 12 { attributes.append(Self.number("font-size", lettering.size)) }
        if lettering.anchor != .start { attributes.append(("text-anchor", lettering.anchor.rawValue)) }
        if lettering.bold { attributes.append(("font-weight", "bold")) }
        if lettering.italic { attributes.append(("font-style", "italic")) }
        attributes.append(("fill", lettering.colour.code))
        if let halo = lettering.halo {
            attributes += [("stroke", halo.code), ("stroke-width", "3"), ("paint-order", "stroke")]
        }
        if lettering.upwards {
            attributes.append(
                ("transform", "rotate(-90 \(SVGNumber.text(place.x)) \(SVGNumber.text(place.y)))"))
        }
        add("<text\(Self.written(attributes))>\(XMLText.escaped(words))</text>")
    }

    /// Lines of words below each other, the middle of the block at `place.y`.
    mutating func block(
        _ words: [String], middle place: SVGPoint, _ lettering: SVGLettering = SVGLettering(), spacing: Double = 1.25
    ) {
        let step = lettering.size * spacing
        // Letters without descenders reach about 0.72 of the size above the base line.
        let first = place.y - step * Double(words.count - 1) / 2 + lettering.size * 0.36
        for (index, line) in words.enumerated() {
            text(line, at: SVGPoint(place.x, first + step * Double(index)), lettering)
        }
    }

    // MARK: Groups

    /// What `draw` adds, kept together under a name that the pointer shows and a screen reader says.
    mutating func group(tip: String? = nil, moved by: SVGPoint? = nil, _ draw: (inout SVGCanvas) -> Void) {
        var attributes: [(String, String)] = []
        if let by { attributes.append(("transform", "translate(\(SVGNumber.text(by.x)) \(SVGNumber.text(by.y)))")) }
        add("<g\(Self.written(attributes))>")
        depth += 1
        if let tip { add("<title>\(XMLText.escaped(tip))</title>") }
        draw(&self)
        depth -= 1
        add("</g>")
    }

    // MARK: The file

    /// The whole file.
    func svg() -> String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element() }

    /// The `svg` element alone, to stand inside an HTML page.
    func element() -> String {
        let size = "width=\"\(SVGNumber.text(width))\" height=\"\(SVGNumber.text(height))\""
        let box = "viewBox=\"0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))\""
        let name = XMLText.escaped(id)
        let lang = language.map { " lang=\"\(XMLText.escaped($0))\"" } ?? ""
        var head = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box)\(lang) role=\"img\""
                + " aria-labelledby=\"\(name)-title \(name)-desc\" font-family=\"\(Self.fonts)\" font-size=\"12\">",
            "  <title id=\"\(name)-title\">\(XMLText.escaped(title))</title>",
            "  <desc id=\"\(name)-desc\">\(XMLText.escaped(description))</desc>",
        ]
        if hasArrows {
            head.append(
                "  <defs><marker id=\"\(name)-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\""
                    + " markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
                    + "<path d=\"M0 0.5L8 4L0 7.5Z\" fill=\"\(SVGColour.faintInk.code)\"/></marker></defs>")
        }
        return (head + lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private static let fonts = "Helvetica, Arial, &#39;Liberation Sans&#39;, &#39;DejaVu Sans&#39;, sans-serif"

    private mutating func drawn(_ style: SVGStyle) -> [(String, String)] {
        guard style.arrow else { return style.attributes }
        hasArrows = true
        return style.attributes + [("marker-end", "url(#\(id)-arrow)")]
    }

    private mutating func element(_ name: String, _ attributes: [(String, String)], tip: String?) {
        let start = "<\(name)\(Self.written(attributes))"
        guard let tip else {
            add(start + "/>")
            return
        }
        add(start + "><title>\(XMLText.escaped(tip))</title></\(name)>")
    }

    private mutating func add(_ line: String) { lines.append(String(repeating: "  ", count: depth) + line) }

    private static func number(_ name: String, _ value: Double) -> (String, String) { (name, SVGNumber.text(value)) }

    /// Values are numbers, colours and fixed words of this module; they are escaped all the same.
    private static func written(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    }
}
