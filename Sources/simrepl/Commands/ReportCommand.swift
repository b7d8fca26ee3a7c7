import Foundation
import Scenarios

extension Command {
    static let report = Command(
        "report", "rapport", .results, parameters: [Parameter("file", Texts.placeholderFile, .file)],
        options: [
            Option("stress", help: Texts.optionStress), Option("force", help: Texts.optionForce),
        ],
        summary: Texts.reportSummary, details: Texts.reportDetails,
        examples: ["report --stress", "report --stress model.md"]
    ) { invocation, session throws(CommandFailure) in
        guard invocation.has("stress") else { throw .notUnderstood(.noReportNamed, invocation.line.end) }
        let report = StressReport(try session.scenario(), language: session.language)
        guard let word = invocation["file"] else {
            session.console.write(report.text)
            return
        }
        let place = invocation.line.place(of: word)
        if FileManager.default.fileExists(atPath: word.text), !invocation.has("force") {
            throw .failed(.fileExists(word.text), place)
        }
        if let code = AtomicFile.write(report.text, to: word.text) {
            throw .failed(.unwritableOutput(name: word.text, reason: Texts.writeError(code)), place)
        }
        session.console.printWrapped(session.say(Texts.reportWritten(word.text, gaps: report.gaps.count)))
    }
}
