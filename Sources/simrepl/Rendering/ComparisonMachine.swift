import PathwaySim
import Scenarios

/// A comparison for programs: JSON by the contract `pathwaysim.comparison/1`, and comma-separated values (RFC 4180).
enum ComparisonMachine {
    static func json(_ report: ComparisonReport) -> String {
        let comparison = report.comparison
        return ComparisonFile(
            engineVersion: Version.current, horizonDays: report.base.horizonDays, warmupDays: report.base.warmupDays,
            base: side(report.base, comparison.base, report),
            variants: zip(report.variants, comparison.variants).map { side($0, $1.result, report) },
            comparison: comparison
        ).json()
    }

    private static func side(
        _ contender: Contender, _ result: RunResult, _ report: ComparisonReport
    ) -> ComparisonFile.Side {
        ComparisonFile.Side(
            engineVersion: contender.engineVersion, scenarioID: contender.id,
            scenarioTitle: contender.saved?.scenarioTitle ?? contender.scenario?.title.en ?? "",
            scenarioHash: contender.hash, settings: contender.changes.map { ($0.path, $0.new) },
            warnings: report.warnings(contender, result).map { .init(code: $0.code, text: $0.text.en) })
    }

    static func csv(_ report: ComparisonReport) -> String {
        var lines = [
            "variant,name,by,unit,base,variantValue,difference,halfWidth,low,high,level,distinguishable,varianceGain"
        ]
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            let settings = contender.changes.map {
                "\($0.path)=\($0.new.map { $0.string ?? JSONWriter.line($0) } ?? "")"
            }
            let name = settings.isEmpty ? contender.id : settings.joined(separator: " ")
            for difference in variant.differences {
                let group = difference.by.map { "\($0.attribute)=\($0.value)" } ?? ""
                let numbers = [
                    difference.base, difference.variant, difference.difference, difference.halfWidth, difference.low,
                    difference.high, report.comparison.level,
                ]
                let cells =
                    [name, difference.name, group, difference.unit.rawValue].map(CSVCell.text)
                    + numbers.map(CSVCell.number)
                    + [String(difference.isDistinguishable), CSVCell.number(difference.varianceGain)]
                lines.append(cells.joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
