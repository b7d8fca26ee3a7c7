import Foundation
import PathwaySim
import Scenarios
import Synchronization

extension Option {
    fileprivate static let experimentFormat = Option(
        "format", Text(same: "table|manager|json|csv|markdown|dictionary"),
        .word(["table", "manager", "json", "csv", "markdown", "dictionary"]), help: Texts.optionExperimentFormat)
}

extension Command {
    static let experiment = Command(
        "experiment", "forsøg", .results,
        parameters: [Parameter("file", Texts.placeholderFile, .file, isRequired: true)],
        options: [
            Option("shard", Texts.placeholderShard, .text, help: Texts.optionShard),
            Option("records", Texts.placeholderFile, .text, help: Texts.optionRecords),
            Option("force", help: Texts.optionAgain), .jobs, .experimentFormat,
        ],
        summary: Texts.experimentSummary, details: Texts.experimentDetails,
        examples: [
            "experiment flere-samtaler --records forsoeg.records",
            "experiment flere-samtaler --shard 1/2 --records del-1.records",
        ]
    ) { invocation, session throws(CommandFailure) in
        guard let word = invocation["file"] else { return }
        let jobs = RunSettings(invocation).jobs
        let design = try session.design(word, jobs: jobs)
        var shard = RecordsFile.Shard()
        if let text = invocation["shard"] {
            guard let given = RecordsFile.Shard(text.text) else {
                throw .notUnderstood(.badShard(text.text), invocation.line.place(of: text))
            }
            shard = given
        }
        let path = invocation["records"]?.text ?? Self.recordsName(word.text, shard)
        let place = invocation.line.place(of: invocation["records"] ?? word)
        let isDone = try session.run(
            design, shard, to: path, isAnew: invocation.has("force"), jobs: jobs, at: place)
        guard isDone else { throw .said(.interrupted) }
        guard shard.isWhole else {
            let count = design.keys(shard).count
            session.console.printWrapped(
                session.say(
                    Texts.partDone(
                        shard.text, count: count, in: Escaping.terminalSafe(path),
                        experiment: Escaping.terminalSafe(word.text))))
            return
        }
        try session.show(design, of: [path], format: invocation["format"], at: place)
    }

    static let merge = Command(
        "merge", "flet", .results,
        parameters: [
            Parameter("file", Texts.placeholderFile, .file, isRequired: true),
            Parameter("records", Texts.placeholderRecords, .text, isRequired: true, repeats: true),
        ],
        options: [.experimentFormat], summary: Texts.mergeSummary, details: Texts.mergeDetails,
        examples: [
            "experiment flere-samtaler --shard 1/2 --records d1.records; "
                + "experiment flere-samtaler --shard 2/2 --records d2.records; "
                + "merge flere-samtaler d1.records d2.records"
        ]
    ) { invocation, session throws(CommandFailure) in
        guard let word = invocation["file"], let first = invocation["records"] else { return }
        let design = try session.design(word, jobs: 1)
        try session.show(
            design, of: invocation.all("records").map(\.text), format: invocation["format"],
            at: invocation.line.place(of: first))
    }

    /// Beside the experiment's file: `name.records`, or `name-2-of-4.records`.
    private static func recordsName(_ file: String, _ shard: RecordsFile.Shard) -> String {
        let stem = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
        return stem + (shard.isWhole ? "" : "-\(shard.index)-of-\(shard.count)") + ".records"
    }
}

extension Session {
    fileprivate func design(_ word: Token, jobs: Int) throws(CommandFailure) -> Design {
        let file: ExperimentFile
        do throws(LoadFailure) {
            file = try library.experiment(word.text)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
        return try Design(file, jobs: jobs, in: self)
    }

    /// Runs what the file does not hold yet, keeping each replication as soon as it is done.
    ///
    /// - Returns: false when it was interrupted; what is kept has been said.
    fileprivate func run(
        _ design: Design, _ shard: RecordsFile.Shard, to path: String, isAnew: Bool, jobs: Int,
        at place: CommandLine.Place
    ) throws(CommandFailure) -> Bool {
        var kept: RecordsFile?
        if FileManager.default.fileExists(atPath: path), !RecordsFile.isUnbegun(path) {
            // Also when beginning anew: only records are thrown away, nothing else.
            guard let file = RecordsFile.read(path) else { throw .failed(.notRecords(path), place) }
            if !isAnew {
                guard file.header == design.header(shard) else {
                    throw .failed(.recordsOfAnother(path, mayBeginAnew: true), place)
                }
                kept = file
            }
        }
        let all = design.keys(shard)
        let missing = all.filter { kept?.records[$0] == nil }
        guard !missing.isEmpty else { return true }
        let writer: RecordsWriter
        do throws(RecordsWriter.Failure) {
            writer = try RecordsWriter(path, header: design.header(shard), validBytes: kept?.validBytes ?? 0)
        } catch {
            switch error {
            case .inUse: throw .failed(.recordsInUse(path), place)
            case .system(let code):
                throw .failed(.unwritableOutput(name: path, reason: Texts.systemError(code)), place)
            }
        }
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let done = Mutex(all.count - missing.count)
        do throws(SimulationError) {
            try design.run(missing, jobs: jobs) { key, replication in
                writer.add(key, replication)
                progress.show(
                    done: done.withLock {
                        $0 += 1
                        return $0
                    }, planned: all.count)
            }
        } catch {
            throw .engine(
                .simulation(
                    error, start: design.contenders.first?.scenario?.model.start ?? CivilDate(daysSinceEpoch: 0)))
        }
        if let code = writer.failed {
            throw .failed(.unwritableOutput(name: path, reason: Texts.systemError(code)), place)
        }
        let count = done.withLock { $0 }
        guard count == all.count else {
            progress.clear()
            console.printError(say(Texts.keptSoFar(count, of: all.count, in: Escaping.terminalSafe(path))))
            return false
        }
        return true
    }

    /// Folds what the files hold and shows the result.
    fileprivate func show(
        _ design: Design, of paths: [String], format: Token?, at place: CommandLine.Place
    ) throws(CommandFailure) {
        var files: [RecordsFile] = []
        var whole: [RecordsFile.Key: Int] = [:]
        for path in paths {
            guard let file = RecordsFile.read(path) else { throw .failed(.notRecords(path), place) }
            guard file.header.hash == design.hash, file.header.version == Version.current else {
                throw .failed(.recordsOfAnother(path, mayBeginAnew: false), place)
            }
            for (key, text) in file.records {
                if let other = whole[key], files[other].records[key] != text {
                    throw .failed(
                        .recordsDisagree(
                            variant: design.name(min(key.variant, design.file.variants.count)), key.replication),
                        place)
                }
                whole[key] = files.count
            }
            files.append(file)
        }
        let results: [RunResult]
        switch design.fold({ key, model in whole[key].flatMap { files[$0].replication(key, of: model) } }) {
        case .success(let folded): results = folded
        case .failure(let first): throw .failed(missing(design, files, whole, first.key), place)
        }
        let report = try report(design, results)
        switch format?.text {
        case "dictionary": console.write(MeasureDictionary.csv(report))
        case "manager":
            let table = ManagerTable(report, terms: .standard)
            console.print(
                ManagerText(table: table, language: language).document().lines(
                    width: console.width, heading: console.heading))
        case let format: print(report, format: format ?? "table")
        }
    }

    private func missing(
        _ design: Design, _ files: [RecordsFile], _ whole: [RecordsFile.Key: Int], _ first: RecordsFile.Key
    ) -> CommandProblem {
        let all = design.keys(.init())
        let absent = all.filter { whole[$0] == nil }
        var parts: [String] = []
        if let count = files.map(\.header.shard.count).max(), count > 1 {
            for index in 1...count {
                guard let shard = RecordsFile.Shard("\(index)/\(count)") else { continue }
                if absent.contains(where: { shard.holds($0.replication) }) { parts.append(shard.text) }
            }
        }
        return .missingRecords(
            max(1, absent.count), of: all.count, first: "\(design.name(first.variant)) \(first.replication)",
            parts: Array(parts.prefix(20)))
    }

    private func report(_ design: Design, _ results: [RunResult]) throws(CommandFailure) -> ComparisonReport {
        let headline = design.contenders[0].scenario.map(ComparisonReport.headline) ?? []
        do throws(ComparisonError) {
            let comparison = try Comparison(
                base: results[0], variants: Array(results.dropFirst()), headline: headline, level: design.file.level)
            return ComparisonReport(
                base: design.contenders[0], variants: Array(design.contenders.dropFirst()), comparison: comparison,
                requested: design.file.replications)
        } catch {
            throw .failed(.nothingToCompare, nil)
        }
    }
}

/// What the measures of a result mean, as comma-separated values.
enum MeasureDictionary {
    static func csv(_ report: ComparisonReport) -> String {
        var lines = ["name,unit,counts,da,en"]
        var seen: Set<String> = []
        let results = [report.comparison.base] + report.comparison.variants.map(\.result)
        for measure in results.flatMap(\.measures) where seen.insert(measure.name).inserted {
            let label = report.label(measure.name)
            lines.append(
                [measure.name, measure.unit.rawValue, measure.basis.rawValue, label.da, label.en].map(CSVCell.text)
                    .joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
