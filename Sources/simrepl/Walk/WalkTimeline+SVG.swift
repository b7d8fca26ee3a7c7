import PathwaySim
import Scenarios

extension WalkTimeline {
    /// The picture for paper: a row a step, months above. Waiting is dashed and empty, taking part is full, so that they
    /// can be told apart in black and white too.
    func drawing(title: String) -> SVGCanvas {
        let names = 250.0
        let right = 740.0
        let height = 24.0
        let top = 30.0
        let bottom = top + height * Double(rows.count + dates.count)
        var canvas = SVGCanvas(
            width: right + 20, height: bottom + 40, title: title, description: description,
            language: language.rawValue, id: "timeline")
        func x(_ day: Int) -> Double { names + 10 + (right - names - 10) * Double(day - first) / Double(last - first) }
        drawScale(on: &canvas, x: x, from: names, to: right, top: top, bottom: bottom)
        for (index, row) in rows.enumerated() {
            let y = top + height * Double(index)
            let label = TextWidth.wrapped(row.label[language], to: names - 4, size: 11, lines: 1).first ?? ""
            canvas.text(label, at: SVGPoint(0, y + 16), SVGLettering(size: 11))
            for span in row.spans { draw(span, on: &canvas, y: y, x: x) }
        }
        for (index, date) in dates.enumerated() {
            let y = top + height * Double(rows.count + index)
            let label = TextWidth.wrapped(date.label.safe[language], to: names - 4, size: 11, lines: 1).first ?? ""
            canvas.text(label, at: SVGPoint(0, y + 16), SVGLettering(size: 11))
            let centre = x(date.date.daysSinceEpoch)
            let points = [
                SVGPoint(centre, y + 5), SVGPoint(centre + 7, y + 12), SVGPoint(centre, y + 19),
                SVGPoint(centre - 7, y + 12),
            ]
            canvas.path(
                SVGPath(through: points, closed: true), .filled(.ink), tip: DateFormat.long(date.date)[language])
        }
        drawLegend(on: &canvas, y: bottom + 24)
        return canvas
    }

    private func drawScale(
        on canvas: inout SVGCanvas, x: (Int) -> Double, from left: Double, to right: Double, top: Double, bottom: Double
    ) {
        canvas.line(from: SVGPoint(left, top - 4), to: SVGPoint(right, top - 4), .line(.rule))
        var free = 0.0
        for (day, name) in months {
            let place = x(day)
            canvas.line(from: SVGPoint(place, top - 8), to: SVGPoint(place, bottom), .line(.rule, width: 0.5))
            guard place >= free, place < right - 20 else { continue }
            canvas.text(name, at: SVGPoint(place + 2, top - 10), SVGLettering(size: 11, colour: .faintInk))
            free = place + TextWidth.of(name, size: 11) + 8
        }
    }

    private func draw(_ span: WalkStory.Span, on canvas: inout SVGCanvas, y: Double, x: (Int) -> Double) {
        let (from, to) = (day(span.from), day(span.to))
        let (left, width) = (x(from), max(3, x(to) - x(from)))
        let tip = words(span)
        switch span.kind {
        case .waiting:
            var style = SVGStyle.filled(.paper, outline: .ink)
            style.dash = [3, 2]
            canvas.rect(x: left, y: y + 4, width: width, height: 16, style, tip: tip)
        case .active: canvas.rect(x: left, y: y + 4, width: width, height: 16, .filled(.blue), tip: tip)
        case .underWay:
            canvas.rect(x: left, y: y + 9, width: width, height: 6, .filled(.rule, outline: .faintInk), tip: tip)
        }
        let length = "\(to - from)"
        guard span.kind != .underWay, width > TextWidth.of(length, size: 11) + 6 else { return }
        canvas.text(
            length, at: SVGPoint(left + width / 2, y + 16),
            SVGLettering(size: 11, anchor: .middle, colour: span.kind == .active ? .paper : .ink))
    }

    private func drawLegend(on canvas: inout SVGCanvas, y: Double) {
        var place = 0.0
        func name(_ text: Text) {
            canvas.text(text[language], at: SVGPoint(place + 28, y), SVGLettering(size: 11, colour: .faintInk))
            place += 28 + TextWidth.of(text[language], size: 11) + 18
        }
        var waiting = SVGStyle.filled(.paper, outline: .ink)
        waiting.dash = [3, 2]
        canvas.rect(x: place, y: y - 12, width: 22, height: 16, waiting)
        name(Texts.legendWaiting)
        canvas.rect(x: place, y: y - 12, width: 22, height: 16, .filled(.blue))
        name(Texts.legendActive)
        canvas.rect(x: place, y: y - 7, width: 22, height: 6, .filled(.rule, outline: .faintInk))
        name(Texts.legendUnderWay)
        canvas.text(Texts.legendDays[language], at: SVGPoint(place, y), SVGLettering(size: 11, colour: .faintInk))
    }

    private func day(_ instant: SimTime) -> Int { clock.date(of: instant).daysSinceEpoch }

    /// `venter fre 20.2.2026 – tir 10.3.2026`.
    private func words(_ span: WalkStory.Span) -> String {
        let kind =
            switch span.kind {
            case .waiting: Texts.legendWaiting
            case .active: Texts.legendActive
            case .underWay: Texts.legendUnderWay
            }
        let (from, to) = (clock.date(of: span.from), clock.date(of: span.to))
        return kind[language] + " " + DateFormat.short(from)[language] + " – " + DateFormat.short(to)[language]
    }

    /// What the picture tells, row by row, for those who cannot see it.
    private var description: String {
        let lines = rows.map { $0.label[language] + ": " + $0.spans.map(words).joined(separator: ", ") }
        let fixed = dates.map { $0.label.safe[language] + ": " + DateFormat.long($0.date)[language] }
        return (lines + fixed).joined(separator: ". ") + "."
    }
}
