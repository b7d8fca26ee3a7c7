import PathwaySim
import Scenarios

/// A report for programs: JSON by the contract `pathwaysim.result/1`.
enum ReportJSON {
    static func text(_ report: RunReport) -> String { file(report).json(withReplications: false) }

    /// The report as a result that can be saved.
    static func file(_ report: RunReport) -> ResultFile {
        if let saved = report.saved { return saved }
        var file = ResultFile(
            report.result, of: report.scenario, engineVersion: Version.current, requested: report.requested)
        file.groupedBy = report.groupedBy
        return file
    }
}
