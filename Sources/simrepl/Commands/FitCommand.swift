import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let fit = Command(
        "fit", "tilpas", .model,
        parameters: [
            Parameter("file", Texts.placeholderTable, .table, isRequired: true),
            Parameter("column", Texts.placeholderColumn, .text),
        ],
        options: [
            Option("unit", Texts.placeholderUnit, .text, help: Texts.optionUnit), .seed, .level, .format,
        ],
        summary: Texts.fitSummary, details: Texts.fitDetails,
        examples: ["fit eksempel-data/eksempelkommunen/hold.csv deltagere"]
    ) { invocation, session throws(CommandFailure) in
        let report = try session.fit(invocation)
        let text = FitText(report: report, language: session.language)
        switch invocation["format"]?.text {
        case "json": session.console.write(FitMachine.json(report))
        case "csv": session.console.write(FitMachine.csv(report))
        case "markdown": session.console.write(text.markdown())
        default:
            session.console.print(text.findings().lines(width: session.console.width, heading: session.console.heading))
            if let chart = text.chart() {
                session.console.print()
                session.print(chart)
            }
            for part in text.snippets() {
                session.console.print()
                session.console.printWrapped(part.lead)
                if let json = part.json { session.console.print(json.split(separator: "\n").map { "  " + $0 }) }
            }
            session.console.print()
            for remark in text.remarks() { session.console.printWrapped(remark) }
        }
    }
}

/// The laws fitted to a column, and what a reader needs to judge them.
struct FitReport {
    var file: String
    var column: NumberColumn
    var sample: FittingSample
    /// The best first.
    var fits: [DistributionFit]
    /// How often the best law would differ as much from its own samples; nil where that was not tried.
    var fartherAway: Double?
    var samplesTried: Int
    var seed: UInt64
    var level: Double

    /// Fewer than this are called few.
    static let fewCount = 30
    /// Below this share the best law is said not to describe the numbers.
    static let leastShare = 0.05

    /// The best law and those that the data cannot tell from it.
    var indistinct: [DistributionFit] {
        guard let best = fits.first else { return [] }
        return fits.filter { $0.criterion - best.criterion < DistributionFit.indistinct }
    }
}

extension Session {
    fileprivate func fit(_ invocation: Invocation) throws(CommandFailure) -> FitReport {
        guard let file = invocation["file"] else { throw .interrupted }
        guard !PersonalData.holdsPersonalNumber(file.text) else {
            throw .failed(.personalName, invocation.line.place(of: file))
        }
        var unit: NumberColumn.Unit?
        if let word = invocation["unit"] {
            guard let found = NumberColumn.Unit.named(word.text) else {
                throw .notUnderstood(.badUnit(word.text), invocation.line.place(of: word))
            }
            unit = found
        }
        let column: NumberColumn
        do throws(Diagnostics) {
            column = try NumberColumn.read(
                library.table(file.text), named: file.text, column: invocation["column"]?.text, unit: unit)
        } catch {
            throw .findings(error.all, SourceFiles())
        }
        let kind: FittingSample.Kind =
            switch column.unit {
            case .counts: .counts
            case .numbers: .numbers
            case .minutes, .hours, .days, .weeks: .times
            }
        let sample = FittingSample(column.values, kind: kind)
        let fits = DistributionFit.candidates(for: sample)
        var report = FitReport(
            file: file.text, column: column, sample: sample, fits: fits, samplesTried: 0,
            seed: invocation.integer("seed").map { UInt64($0) } ?? RunSettings.standardSeed,
            level: invocation.share("level") ?? RunSettings.standardLevel)
        if let best = fits.first, best.affordableSamples > 0 {
            report.samplesTried = best.affordableSamples
            report.fartherAway = best.shareFartherAway(
                samples: report.samplesTried, seed: report.seed, isCancelled: { Interrupt.isRequested })
            if report.fartherAway == nil { throw .interrupted }
        }
        return report
    }
}
