/// A change of what is there: `+20%`, `-10%`, `+3`, `-2d`.
struct RelativeChange {
    private enum Amount {
        case factor(Double)
        case number(Double)
        case duration(DurationText)
    }

    private let amount: Amount

    /// Nil when the text is a value of its own.
    init?(_ text: String, of setting: Setting) {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let factor: Double = sign == "-" ? -1 : 1
        let body = String(text.dropFirst()).trimmed
        if body.hasSuffix("%"), let percent = CSV.number(String(body.dropLast())) {
            amount = .factor(1 + factor * percent / 100)
        } else if let number = CSV.number(body) {
            amount = .number(factor * number)
        } else if let duration = try? DurationText(parsing: body),
            sign == "+" || setting.form != .limit || setting.isPositiveSpan
        {
            amount = .duration(DurationText(factor * duration.amount, duration.unit))
        } else {
            return nil
        }
    }

    /// `+0`, `-0%`.
    var isNothing: Bool {
        switch amount {
        case .factor(let factor): factor == 1
        case .number(let number): number == 0
        case .duration(let duration): duration.amount == 0
        }
    }

    func applied(to node: JSONNode, form: ValueForm) -> JSONNode? {
        if let number = node.number {
            switch amount {
            case .factor(let factor): return JSONNode(.number(Self.tidy(number * factor, form)))
            case .number(let change): return JSONNode(.number(Self.tidy(number + change, form)))
            case .duration(let change): return change.days.map { JSONNode(.number(Self.tidy(number + $0, form))) }
            }
        }
        guard let text = node.string, let duration = try? DurationText(parsing: text, allowingNegative: true) else {
            return nil
        }
        let new: Double
        switch amount {
        case .factor(let factor): new = duration.amount * factor
        case .number(let change): new = duration.amount + change
        case .duration(let change):
            if change.unit == duration.unit {
                new = duration.amount + change.amount
            } else if let days = change.days, let unit = duration.unit.days {
                new = duration.amount + days / unit
            } else {
                return nil
            }
        }
        let amount = duration.unit.allowsDecimals ? Self.tidy(new, form) : new.rounded()
        return JSONNode(.string(DurationText(amount, duration.unit).description))
    }

    /// Whole numbers stay whole; the dust of binary fractions is wiped off.
    private static func tidy(_ number: Double, _ form: ValueForm) -> Double {
        if case .integer = form { return number.rounded() }
        let rounded = (number * 1e9).rounded() / 1e9
        return rounded.isFinite ? rounded : number
    }
}

extension Setting {
    /// Whether it is a span of time above nothing, which `-2d` makes shorter; of another limit `-2d` is a value, two days
    /// before.
    fileprivate var isPositiveSpan: Bool {
        guard let text = value.string, let span = try? DurationText(parsing: text, allowingNegative: true) else {
            return false
        }
        return span.amount > 0
    }
}
