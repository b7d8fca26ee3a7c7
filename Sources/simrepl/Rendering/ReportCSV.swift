import PathwaySim

/// A report as comma-separated values (RFC 4180): one line a measure, machine notation, no matter the language.
enum ReportCSV {
    static func text(_ report: RunReport) -> String {
        var lines = ["name,by,unit,mean,halfWidth,low,high,n"]
        for measure in report.result.measures {
            let group = measure.by.map { "\($0.attribute)=\($0.value)" } ?? ""
            let cells =
                [measure.name, group, measure.unit.rawValue].map(CSVCell.text)
                + [measure.mean, measure.halfWidth, measure.low, measure.high].map(CSVCell.number)
                + [String(measure.n)]
            lines.append(cells.joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
