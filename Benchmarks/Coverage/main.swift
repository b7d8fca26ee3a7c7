import Foundation

/// Measures how often the 95 % intervals hold the truth: `coverage [experiments] [truth replications] [page.md]`.
let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { Int($0) }
let run = CoverageRun(
    experiments: max(1, numbers.first ?? 10_000), truthReplications: max(2, numbers.dropFirst().first ?? 1_000_000),
    jobs: ProcessInfo.processInfo.activeProcessorCount)
let started = Date()

do {
    var report = CoverageReport(run: run, sections: [], seconds: 0)
    var cases = try CoverageCase.all()
    while !cases.isEmpty {
        let coverage = cases.removeFirst()
        let rows = try run.rows(of: coverage)
        if coverage.title.hasSuffix("pathway") { cases.insert(coverage.longer(rows), at: 0) }
        report.sections.append((coverage, rows))
        report.seconds = Date().timeIntervalSince(started)
        // Written at once, also into a file: the whole takes minutes.
        let text = "\n\(coverage.title): \(coverage.note)\n\n\(report.table(rows))\n"
        FileHandle.standardOutput.write(Data(text.utf8))
    }
    if let page = arguments.first(where: { $0.hasSuffix(".md") }) {
        try report.page.write(toFile: page, atomically: true, encoding: .utf8)
    }
    print("\n" + String(format: "%d experiments, %.0f s.", run.experiments, report.seconds))
} catch {
    FileHandle.standardError.write(Data("coverage: \(error)\n".utf8))
    exit(1)
}
