/// A line through points, with corners, curves and gaps.
struct SVGPath {
    /// The data of a `path` element.
    private(set) var data = ""

    init() {}

    /// A line through points, in order; nothing for fewer than two. With `closed` it ends where it began.
    init(through points: [SVGPoint], closed: Bool = false) {
        guard let first = points.first, points.count > 1 else { return }
        move(to: first)
        for point in points.dropFirst() { line(to: point) }
        if closed { close() }
    }

    /// A line through points whose corners are rounded with a radius, smaller where a stretch is short.
    init(through points: [SVGPoint], rounding radius: Double) {
        guard let first = points.first, let last = points.last, points.count > 1 else { return }
        move(to: first)
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let room = min(radius, corner.distance(to: before) / 2, corner.distance(to: after) / 2)
            line(to: corner.moved(towards: before, by: room))
            curve(to: corner.moved(towards: after, by: room), bending: corner)
        }
        line(to: last)
    }

    mutating func move(to point: SVGPoint) { add("M", [point]) }
    mutating func line(to point: SVGPoint) { add("L", [point]) }
    /// A quadratic curve that bends towards a point.
    mutating func curve(to point: SVGPoint, bending corner: SVGPoint) { add("Q", [corner, point]) }
    mutating func close() { data += "Z" }

    private mutating func add(_ letter: String, _ points: [SVGPoint]) {
        data += letter + points.map { "\(SVGNumber.text($0.x)) \(SVGNumber.text($0.y))" }.joined(separator: " ")
    }
}

/// A place in a drawing: x to the right, y downwards, in the units of its view box.
struct SVGPoint: Equatable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    func distance(to other: SVGPoint) -> Double {
        let (dx, dy) = (other.x - x, other.y - y)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// So far in the direction of another point; itself when they are the same.
    func moved(towards other: SVGPoint, by length: Double) -> SVGPoint {
        let whole = distance(to: other)
        guard whole > 0 else { return self }
        return SVGPoint(x + (other.x - x) * length / whole, y + (other.y - y) * length / whole)
    }
}
