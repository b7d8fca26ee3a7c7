import Foundation

/// How often `find` is right: `findbench [repetitions] [cap] [page.md]`. Status 1 when its promise is broken.
let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { Int($0) }
let bench = FindBench(
    repetitions: max(1, numbers.first ?? 200), cap: max(20, numbers.dropFirst().first ?? 160),
    jobs: ProcessInfo.processInfo.activeProcessorCount)

do {
    var report = FindReport(bench: bench, rows: [])
    for search in FindCase.all() {
        report.rows.append(try bench.row(search))
        FileHandle.standardError.write(Data("\(search.title)\n".utf8))
    }
    if let page = arguments.first(where: { $0.hasSuffix(".md") }) {
        try report.page.write(toFile: page, atomically: true, encoding: .utf8)
    } else {
        print(report.page)
    }
    for row in report.failures {
        FileHandle.standardError.write(Data("findbench: \(row.search.title) broke the goal too often\n".utf8))
    }
    exit(report.failures.isEmpty ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("findbench: \(error)\n".utf8))
    exit(1)
}
