import Foundation
import PathwaySim
import Scenarios

/// `docs/validation.md`: what was run, what should come out, what came out.
struct ValidationPage {
    var reports: [Report]
    var options: Options
    /// `docs/coverage.md`; nil when it has not been written yet.
    var coverage: String?

    var text: String {
        let theory = reports.filter { !$0.checks.contains(where: isReference) || $0.checks.contains(where: isExact) }
        let references = reports.filter { report in
            report.checks.contains { isReference($0) && $0.verdict != .shown }
        }
        let parts = [introduction, theory.map(section).joined(separator: "\n"), pathway(references), intervals]
        return parts.joined(separator: "\n")
    }

    /// What `docs/coverage.md` says in short.
    private var intervals: String {
        let short = coverage?.components(separatedBy: "\n## ").first { $0.hasPrefix("In short\n") }?.dropFirst(
            "In short".count)
        return """
            ## How often the intervals hold the truth

            From [coverage.md](coverage.md), written by `bin/validate`: thousands of independent experiments each on M/M/1,
            M/M/3 and a pathway that ends, counting how often the 95 % interval holds the true value.

            \(short?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "Not measured yet.")

            """
    }

    private func isReference(_ check: ExpectationCheck) -> Bool {
        if case .reference = check.expected.kind { true } else { false }
    }

    private func isExact(_ check: ExpectationCheck) -> Bool { !isReference(check) }

    private var introduction: String {
        let judged = reports.flatMap(\.checks).filter { $0.verdict != .shown }
        let agreeing = judged.filter { $0.verdict == .agrees }.count
        return """
            # Validation

            This page is written by `swift run -c release theorycheck\(options.isLong ? " --long" : "") --page \
            docs/validation.md`
            from the scenario files in `scenarios/theory` and `scenarios/benchmark`; do not edit it. Every file states what must
            come out. The formulas are in `Sources/PathwaySim/Theory`; a test compares the values in the files, which were computed
            by other means, with the formulas.

            - Seed \(options.seed). Replications and warm-up are those of each file (`validation`); at least 50 where anything is random.
            - An exact value agrees when it lies in the 99.9 % confidence interval (simulated ± half-width) and the interval is no
              wider than \(options.isLong ? "2" : "10") % of the value. Quantiles are allowed the half per cent to which histograms keep them.
            - A reference value agrees when |ours − reference| ≤ 3.5·√(se₁² + se₂²) + half its last printed digit.
            - Published values without an uncertainty are shown beside ours and not judged.
            - Of many values at 99.9 % about one in a thousand lies outside by chance.

            **\(agreeing) of \(judged.count) values agree** in \(reports.count) scenarios.

            ## Exact values

            """
    }

    private func section(_ report: Report) -> String {
        var lines = ["### `\(report.scenario.id)`", "", report.scenario.title.en + ". "]
        lines[2] +=
            "\(report.replications) replications of \(days(report.horizon.days)) days, "
            + "warm-up \(days(report.warmup.days))."
        lines += [
            "", "| measure | formula | exact | simulated | half-width | width | verdict |",
            "| --- | --- | ---: | ---: | ---: | ---: | --- |",
        ]
        for check in report.checks {
            let formula = isReference(check) ? "published" : check.expected.formula?.en ?? ""
            let width = isReference(check) ? nil : check.relativeWidth
            lines.append(
                "| \(report.name(check)) | \(formula.replacingOccurrences(of: "|", with: "\\|")) | "
                    + "\(report.digits(check.value)) | \(check.mean.map(report.digits) ?? "–") | "
                    + "\(check.halfWidth.map { String(format: "%.2g", $0) } ?? "–") | "
                    + "\(width.map { String(format: "%.1f %%", $0 * 100) } ?? "–") | \(check.verdict.rawValue) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func pathway(_ reports: [Report]) -> String {
        guard !reports.isEmpty else { return "" }
        var lines = [
            "## A pathway on which other engines agree", "",
            "SimPy, simmer, Ciw, Cimba, SimCpp20 and a hand-written C++ program agree on the reference values (means of 2000",
            "replications with 95 % half-widths). Ours beside them, half-widths at 99.9 %.", "",
        ]
        for report in reports {
            lines += [
                "`\(report.scenario.id)`: \(report.replications) replications.", "",
                "| measure | reference | ± 95 % | simulated | ± 99.9 % | verdict |",
                "| --- | ---: | ---: | ---: | ---: | --- |",
            ]
            for check in report.checks {
                guard case .reference(let value, let halfWidth, _) = check.expected.kind else { continue }
                lines.append(
                    "| \(report.name(check)) | \(report.digits(value)) | \(report.digits(halfWidth)) | "
                        + "\(check.mean.map(report.digits) ?? "–") | "
                        + "\(check.halfWidth.map { String(format: "%.2g", $0) } ?? "–") | \(check.verdict.rawValue) |")
            }
            lines.append("")
        }
        return (lines + engines).joined(separator: "\n")
    }

    /// What the other engines needed, measured when the reference values were agreed.
    private let engines = [
        "Seconds per run of 3650 days that were measured with the reference values, on one machine with two cores, single",
        "thread. Only the ratios matter; `bin/bench` measures ours against the same C++ program.", "",
        "| engine | pathway, s | M/M/1, a million customers, s |", "| --- | ---: | ---: |",
        "| hand-written C++ | 0.024 | 0.030 |", "| SimCpp20 | 0.091 | 0.280 |", "| Cimba | 0.120 | 0.133 |",
        "| SimPy 4.1.2 | 1.145 | 6.87 |", "| simmer 4.4.6 | 2.03 | 3.13 |", "| Ciw 3.2.7 | 5.10 | 13.4 |",
        "| salabim 26.0.9 | 15.6 | 172 |", "",
    ]

    private func days(_ value: Double) -> String { String(format: "%g", value) }
}
