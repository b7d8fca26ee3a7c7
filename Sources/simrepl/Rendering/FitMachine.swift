import PathwaySim
import Scenarios

/// Fitted laws for programs: JSON `pathwaysim.fit/1`, and comma-separated values with a line for each law.
enum FitMachine {
    static func json(_ report: FitReport) -> String {
        let sample = report.sample
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.fit/1")), ("engineVersion", .text(Version.current)),
            ("column", .text(report.column.name)), ("unit", .text(report.column.unit.rawValue)),
            ("unitGuessed", JSONNode(.bool(report.column.isUnitGuessed))), ("n", .number(Double(sample.count))),
            ("blanks", .number(Double(report.column.blanks))), ("zeros", .number(Double(sample.zeros))),
            ("roundedTo", .number(sample.grid)), ("mean", .number(sample.mean)),
            ("sd", .number(sample.standardDeviation)), ("p50", .number(sample.quantile(0.5))),
            ("p90", .number(sample.quantile(0.9))), ("seed", .seed(report.seed)), ("level", .number(report.level)),
            ("samples", .number(Double(report.samplesTried))), ("shareFartherAway", .number(report.fartherAway)),
            ("distinguishable", JSONNode(.bool(report.indistinct.count == 1))),
            ("laws", .list(report.fits.map { law($0, report) })),
            ("snippet", FitSnippet(report).law() ?? JSONNode(.null)),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    private static func law(_ fit: DistributionFit, _ report: FitReport) -> JSONNode {
        func estimate(_ figure: DistributionFit.Figure) -> JSONNode {
            let found = fit.estimate(figure, level: report.level)
            return .members([
                ("value", .number(found.value)), ("low", .number(found.low)), ("high", .number(found.high)),
            ])
        }
        return .members([
            ("family", .text(fit.family.rawValue)),
            ("worseBy", .number(fit.criterion - (report.fits.first?.criterion ?? 0))),
            ("mean", estimate(.mean)), ("p50", estimate(.quantile(0.5))), ("p90", estimate(.quantile(0.9))),
            (
                "gap",
                .members([
                    ("at", .number(fit.gap.at)), ("data", .number(fit.gap.sample)), ("law", .number(fit.gap.law)),
                ])
            ),
        ])
    }

    static func csv(_ report: FitReport) -> String {
        var lines = ["family,n,worseBy,mean,meanLow,meanHigh,p50,p90,p90Low,p90High,gap,level"]
        for fit in report.fits {
            let mean = fit.estimate(.mean, level: report.level)
            let nine = fit.estimate(.quantile(0.9), level: report.level)
            let numbers = [
                Double(fit.sample.count), fit.criterion - report.fits[0].criterion, mean.value, mean.low, mean.high,
                fit.distribution.quantile(0.5), nine.value, nine.low, nine.high, fit.gap.size, report.level,
            ]
            lines.append(([fit.family.rawValue] + numbers.map { CSVCell.number($0) }).joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
