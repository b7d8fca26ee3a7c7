/// Where everything of a pathway stands in a drawing with one vertical lane per actor.
///
/// Every step has a row of its own, so that a horizontal line in a step's row meets nothing but upright lines; upright
/// lines run in gutters between the lanes, each on a track of its own. Nothing can lie on top of a step or of its words.
struct PathwayLayout {
    struct Frame {
        let x: Double
        let width: Double
        var middle: Double { x + width / 2 }
    }

    /// A step with its words and the places where ways leave it.
    struct Box {
        let node: Int
        let x: Double
        let y: Double
        let width: Double
        let height: Double
        let title: [String]
        /// Where ways come in from the side.
        let entrance: Double
        let ports: [Port]
    }

    /// A line of a box: what decides, and where the ways that it decides begin.
    struct Port {
        enum Content: Equatable {
            case ways([Int])
            /// The message itself, on its way to a lane.
            case message(to: Int)
        }

        let content: Content
        let words: [String]
        let count: String?
        let y: Double
    }

    /// An end, drawn in the row of what leads to it.
    struct End {
        let node: Int
        let x: Double
        let y: Double
        let width: Double
        let words: [String]
    }

    struct Line {
        let points: [SVGPoint]
        let kind: Pathway.Way.Kind
        let way: Int
    }

    enum Measure {
        static let box = 210.0
        static let narrowLane = 110.0
        static let lanePadding = 14.0
        static let title = 12.0
        static let small = 10.5
        static let titleStep = 15.0
        static let smallStep = 13.0
        static let rowGap = 16.0
        static let track = 8.0
        static let gutterPadding = 9.0
        static let header = 54.0
        /// Between two reminders of the lanes' names, and the room one takes.
        static let reminderDistance = 1_000.0
        static let reminderHeight = 46.0
        static let top = 44.0
    }

    private(set) var lanes: [Frame] = []
    /// The lane of ends, right of all actors; nil when nothing ends.
    private(set) var endLane: Frame?
    private(set) var boxes: [Box] = []
    private(set) var ends: [End] = []
    private(set) var lines: [Line] = []
    /// Where the lanes' names are said again.
    private(set) var reminders: [Double] = []
    private(set) var width = 0.0
    /// Below the last row.
    private(set) var bottom = 0.0
    let pathway: Pathway

    init(_ pathway: Pathway) {
        self.pathway = pathway
        let (rows, reminders) = RowMaker(pathway).rows()
        self.reminders = reminders
        let tracks = TrackPlan(pathway, rows: rows)
        place(tracks)
        placeBoxes(rows)
        drawLines(rows, tracks)
        bottom = (rows.last.map { $0.y + $0.height } ?? Measure.top + Measure.header) + Measure.rowGap
    }

    // MARK: Lanes

    private mutating func place(_ tracks: TrackPlan) {
        var x = 12.0
        for lane in pathway.lanes.indices {
            x += tracks.width(left: lane)
            let hasSteps = pathway.nodes.contains { $0.lane == lane }
            let width =
                hasSteps ? Measure.box + 2 * Measure.lanePadding : Self.narrowWidth(of: pathway.lanes[lane].label)
            lanes.append(Frame(x: x, width: width))
            x += width + tracks.width(right: lane)
        }
        if pathway.nodes.contains(where: { $0.kind == .end }) {
            x += tracks.width(left: pathway.lanes.count)
            endLane = Frame(x: x, width: 190)
            x += 190
        }
        // Room for the legend, however few lanes there are.
        width = max(x + 12, 620)
    }

    /// Wide enough for a name in three lines.
    private static func narrowWidth(of name: String) -> Double {
        var width = Measure.narrowLane
        let longest = name.split(separator: " ").map { TextWidth.of(String($0), size: 13, bold: true) }.max() ?? 0
        while width < 2 * Measure.narrowLane,
            width - 12 < longest
                || TextWidth.wrapped(name, to: width - 12, size: 13, bold: true).count > 3
        {
            width += 10
        }
        return width
    }

    private func frame(_ lane: Int) -> Frame { lane < lanes.count ? lanes[lane] : endLane ?? Frame(x: width, width: 0) }

    // MARK: Boxes

    private mutating func placeBoxes(_ rows: [RowMaker.Row]) {
        for row in rows {
            let frame = frame(row.lane)
            let width = min(Measure.box, frame.width - 2 * Measure.lanePadding)
            boxes.append(
                Box(
                    node: row.node, x: frame.middle - width / 2, y: row.y, width: width, height: row.height,
                    title: row.title, entrance: row.entrance, ports: row.ports))
            guard let endLane else { continue }
            for port in row.ports {
                guard case .ways(let ways) = port.content else { continue }
                for way in ways where row.inlineEnds.contains(way) {
                    let width = endLane.width - 24
                    ends.append(
                        End(
                            node: pathway.ways[way].to, x: endLane.x + 14, y: port.y, width: width,
                            words: TextWidth.wrapped(
                                pathway.nodes[pathway.ways[way].to].label, to: width - 16, size: Measure.small)))
                }
            }
        }
    }

    // MARK: Lines

    private mutating func drawLines(_ rows: [RowMaker.Row], _ tracks: TrackPlan) {
        var boxOf: [Int: Box] = [:]
        for box in boxes { boxOf[box.node] = box }
        for (row, box) in zip(rows, boxes) {
            let right = box.x + box.width
            if let straight = row.straightDown, let target = boxOf[pathway.ways[straight].to] {
                let x = box.x + box.width / 2
                lines.append(
                    Line(
                        points: [SVGPoint(x, box.y + box.height), SVGPoint(x, target.y)],
                        kind: pathway.ways[straight].kind, way: straight))
            }
            for port in box.ports {
                guard case .ways(let ways) = port.content else { continue }
                for way in ways where way != row.straightDown {
                    if row.inlineEnds.contains(way), let end = endLane {
                        lines.append(
                            Line(
                                points: [SVGPoint(right, port.y), SVGPoint(end.x + 14, port.y)],
                                kind: pathway.ways[way].kind, way: way))
                        continue
                    }
                    guard let target = boxOf[pathway.ways[way].to], let track = tracks.track(of: way) else { continue }
                    let x = trackX(track, tracks)
                    let leavesRight = x > box.x
                    let entersLeft = x < target.x
                    lines.append(
                        Line(
                            points: [
                                SVGPoint(leavesRight ? right : box.x, port.y), SVGPoint(x, port.y),
                                SVGPoint(x, target.entrance),
                                SVGPoint(entersLeft ? target.x : target.x + target.width, target.entrance),
                            ], kind: pathway.ways[way].kind, way: way))
                }
            }
        }
    }

    private func trackX(_ track: TrackPlan.Track, _ tracks: TrackPlan) -> Double {
        let frame = frame(track.lane)
        let distance = Measure.gutterPadding + Measure.track * Double(track.number)
        return track.isLeft ? frame.x - distance : frame.x + frame.width + distance
    }
}
