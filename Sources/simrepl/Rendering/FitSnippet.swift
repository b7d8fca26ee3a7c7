import Foundation
import PathwaySim
import Scenarios

/// A fitted law, and the numbers as they are, as they are written in a scenario.
struct FitSnippet {
    let report: FitReport

    init(_ report: FitReport) { self.report = report }

    /// Most values that are written out.
    private static let mostValues = 40

    private var unit: NumberColumn.Unit { report.column.unit }

    /// The best law, or the only value; nil where there is none.
    func law() -> JSONNode? {
        if report.sample.values.count == 1, report.sample.count > 1 {
            return node("constant", amount(report.sample.least), nil)
        }
        guard let fit = report.fits.first else { return nil }
        let members: [(String, JSONNode)]
        switch fit.distribution.kind {
        case .exponential(let mean): members = [("mean", amount(mean))]
        case .gamma(let shape, _): members = [("shape", number(shape)), ("mean", amount(fit.distribution.mean))]
        case .weibull(let shape, let scale): members = [("shape", number(shape)), ("scale", amount(scale))]
        case .lognormal(_, let sigma):
            members = [("mean", amount(fit.distribution.mean)), ("cv", number(expm1(sigma * sigma).squareRoot()))]
        case .normal(let mean, let sd, _, _):
            members = [("mean", amount(mean)), ("sd", amount(sd))] + (unit.days != nil ? [("lower", amount(0))] : [])
        case .poisson(let mean): members = [("mean", number(mean))]
        case .geometric(let p): members = [("p", number(p))]
        case .binomial(let n, let p): members = [("n", JSONNode.number(Double(n))), ("p", number(p))]
        default: return nil
        }
        return node(fit.family.rawValue, .members(members), Texts.family(fit.family))
    }

    /// The column itself; nil where the file's unit is not the scenario's.
    func file() -> JSONNode? {
        guard unit.days ?? 1 == 1 else { return nil }
        let name = (report.file as NSString).lastPathComponent
        return node(
            "empirical", .members([("file", .text(name)), ("column", .text(report.column.name))]), nil)
    }

    /// The values written out; nil when they are too many.
    func values() -> JSONNode? {
        guard report.sample.count <= Self.mostValues else { return nil }
        let values = report.column.values.sorted().map { amount($0) }
        return node("empirical", .members([("values", .list(values))]), nil)
    }

    private func node(_ name: String, _ parameters: JSONNode, _ law: Text?) -> JSONNode {
        let source = Texts.fitProvenance(
            report.column.name, file: (report.file as NSString).lastPathComponent, count: report.sample.count, law)
        return .members([
            (name, parameters), ("source", .members([("da", .text(source.da)), ("en", .text(source.en))])),
        ])
    }

    /// As lines to paste.
    static func text(_ node: JSONNode) -> String {
        JSONWriter.pretty(node, width: 76).split(separator: "\n").joined(separator: "\n")
    }

    /// A number on the scale of what is drawn: a length of time with its unit.
    private func amount(_ value: Double) -> JSONNode {
        let notation: DurationText.Unit? =
            switch unit {
            case .minutes: .minutes
            case .hours: .hours
            case .days: .days
            case .weeks: .weeks
            case .counts, .numbers: nil
            }
        guard let notation else { return number(value) }
        return .text(DurationText(Self.short(value), notation).description)
    }

    private func number(_ value: Double) -> JSONNode { .number(Self.short(value)) }

    /// Four significant digits: more than the data can carry, and enough that nothing is lost by rounding.
    private static func short(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        return Double(String(format: "%.4g", value)) ?? value
    }
}
