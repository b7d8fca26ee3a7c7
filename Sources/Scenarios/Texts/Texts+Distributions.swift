internal import Foundation
internal import PathwaySim

extension Texts {
    /// The words for parameters that no distribution can have.
    static func distribution(_ error: DistributionError) -> Text {
        switch error {
        case .parameter(let name, let index, let value, let allowed):
            let place = index.map { "\(name) \($0 + 1)" } ?? name
            let value = short(value)
            let limits: Text
            switch allowed {
            case .above(let low, let high):
                let (low, high) = (short(low), short(high))
                limits = Text(da: "over \(low.da), højst \(high.da)", en: "above \(low.en), at most \(high.en)")
            case .within(let low, let high):
                let (low, high) = (short(low), short(high))
                limits = Text(da: "fra \(low.da) til \(high.da)", en: "from \(low.en) to \(high.en)")
            }
            return Text(
                da: "\(place) er \(value.da); skal være \(limits.da)",
                en: "\(place) is \(value.en); it must be \(limits.en)")
        case .order(let first, let low, let second, let high):
            let (low, high) = (short(low), short(high))
            return Text(
                da: "\(first) (\(low.da)) er større end \(second) (\(high.da))",
                en: "\(first) (\(low.en)) is greater than \(second) (\(high.en))")
        case .empty(let name): return Text(da: "\(name) er tom", en: "\(name) is empty")
        case .noWeight: return Text(da: "mindst en vægt skal være over 0", en: "at least one weight must be above 0")
        case .boundsExclude(let lower, let upper, _):
            let (lower, upper) = (short(lower), short(upper))
            return Text(
                da: "næsten ingen værdier ligger mellem \(lower.da) og \(upper.da)",
                en: "hardly any values lie between \(lower.en) and \(upper.en)")
        }
    }

    /// Six significant digits.
    private static func short(_ value: Double) -> Text {
        guard value != 0, value.isFinite else { return NumberFormat.text(value) }
        let scale = pow(10, 5 - log10(abs(value)).rounded(.down))
        return scale.isFinite && scale > 0
            ? NumberFormat.text((value * scale).rounded() / scale) : NumberFormat.text(value)
    }
}
