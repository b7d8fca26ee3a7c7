import Foundation
import PathwaySim
import Scenarios

extension ReportSection.Cell {
    /// A measure for reading: no digit beyond the uncertainty, marked when few observations are behind it.
    ///
    /// - Parameter column: of the measures it is read beside, when they are one series.
    init(_ measure: Measure, scale: Double, column: ColumnDigits? = nil, language: Language) {
        guard let mean = measure.mean.map({ $0 * scale }) else {
            self.init(value: NumberFormat.undefined, spread: "")
            return
        }
        // What is left of the same number in every replication after adding and dividing is no uncertainty.
        let halfWidth = measure.halfWidth.map { $0 * scale < abs(mean) * 1e-9 ? 0 : $0 * scale }
        var value: String
        switch halfWidth {
        case 0?: value = Self.withoutUncertainty(mean, language)
        case let halfWidth?:
            value = NumberFormat.withUncertainty(mean, halfWidth: halfWidth, column: column, language: language)
        case nil: value = NumberFormat.rounded(mean, halfWidth: nil, language: language)
        }
        if measure.isSparse { value += ReportText.sparseMark }
        var spread = ""
        if let low = measure.low, let high = measure.high, let halfWidth, halfWidth > 0 {
            spread = Self.spread(low * scale, high * scale, halfWidth, language)
        }
        self.init(value: value, spread: spread)
    }

    /// The same in every replication: a whole count as it is, anything else with three digits.
    static func withoutUncertainty(_ x: Double, _ language: Language) -> String {
        let whole = x.rounded()
        if abs(x - whole) <= abs(x) * 1e-9 { return NumberFormat.decimal(whole, digits: 0, language: language) }
        let places = 2 - Int(log10(abs(x)).rounded(.down))
        guard places >= 0 else {
            let unit = pow(10, Double(-places))
            return NumberFormat.decimal((x / unit).rounded() * unit, digits: 0, language: language)
        }
        // Read back from text, so that no zero is written at the end.
        let text = String(format: "%.\(min(places, 15))f", x)
        return NumberFormat.exact(Double(text) ?? x, language: language)
    }

    /// Both ends with as many digits as tell them apart, but no more than the mean has.
    static func spread(_ low: Double, _ high: Double, _ halfWidth: Double, _ language: Language) -> String {
        let width = high - low < abs(high) * 1e-9 ? 0 : max((high - low) / 10, halfWidth)
        guard width > 0 else { return withoutUncertainty(low, language) }
        let ends = [low, high].map { NumberFormat.rounded($0, halfWidth: width, language: language) }
        return ends[0] == ends[1] ? ends[0] : ends[0] + "–" + ends[1]
    }
}

extension ColumnDigits {
    /// Of measures of one kind.
    init(_ measures: [Measure?]) {
        self.init(measures.map { measure in measure?.halfWidth.map { $0 * (measure?.unit.scale ?? 1) } })
    }
}
