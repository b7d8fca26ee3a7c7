import Foundation
import PathwaySim
import Scenarios

/// Runs scenarios that state what must come out, compares, and writes the page of results.
///
///     theorycheck [--long] [--jobs N] [--seed N] [--page FILE] [ID …]
///
/// All of `scenarios/theory` and `scenarios/benchmark` unless ids are given. Exit status 1 when anything differs.
@main
struct TheoryCheck {
    var options = Options()
    let library = ScenarioLibrary.shipped()

    static func main() {
        var check = TheoryCheck()
        do {
            check.options = try Options(Array(CommandLine.arguments.dropFirst()))
            exit(try check.run() ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(2)
        }
    }

    /// True when everything agrees.
    func run() throws -> Bool {
        let ids =
            options.ids.isEmpty
            ? library.entries().filter { $0.path.hasPrefix("theory/") || $0.path.hasPrefix("benchmark/") }.map(\.id)
            : options.ids
        guard !ids.isEmpty else { throw Problem(text: "No scenarios were found.") }
        var reports: [Report] = []
        let clock = ContinuousClock()
        let start = clock.now
        for id in ids {
            let report = try Report(id: id, library: library, options: options)
            print(report.line)
            for check in report.checks where check.verdict != .agrees && check.verdict != .shown {
                print("    " + report.describe(check))
            }
            reports.append(report)
        }
        let judged = reports.flatMap(\.checks).filter { $0.verdict != .shown }
        let agreeing = judged.filter { $0.verdict == .agrees }.count
        let seconds = Double((clock.now - start).components.seconds)
        print("\(agreeing) of \(judged.count) values agree, \(reports.count) scenarios, \(Int(seconds)) s")
        if let page = options.page {
            let beside = URL(fileURLWithPath: page).deletingLastPathComponent().appendingPathComponent("coverage.md")
            let coverage = try? String(contentsOf: beside, encoding: .utf8)
            try ValidationPage(reports: reports, options: options, coverage: coverage).text.write(
                toFile: page, atomically: true, encoding: .utf8)
        }
        return agreeing == judged.count
    }
}

struct Problem: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
}

/// What the command line asked for.
struct Options {
    var isLong = false
    var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)
    var seed: UInt64 = 1
    var page: String?
    var ids: [String] = []

    init() {}

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--long": isLong = true
            case "--jobs": jobs = max(1, try Options.number(rest.popFirst()))
            case "--seed": seed = UInt64(clamping: try Options.number(rest.popFirst()))
            case "--page":
                guard let file = rest.popFirst() else { throw Problem(text: "--page needs a file name") }
                page = file
            default:
                guard !argument.hasPrefix("-") else { throw Problem(text: "unknown option \(argument)") }
                ids.append(argument)
            }
        }
    }

    private static func number(_ text: String?) throws -> Int {
        guard let text, let number = Int(text), number >= 0 else {
            throw Problem(text: "a whole number is needed, not \(text ?? "nothing")")
        }
        return number
    }
}
