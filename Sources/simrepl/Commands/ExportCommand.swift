import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let export = Command(
        "export", "eksporter", .results,
        parameters: [
            Parameter("log", Text(same: "log"), .keyword(["log"])),
            Parameter("file", Texts.placeholderLogFile, .logFile, isRequired: true),
            Parameter("scenario", Texts.placeholderScenario, .scenario),
        ],
        options: [
            .seed,
            Option("replication", Texts.placeholderSeed, .integer(1...10_000_000), help: Texts.optionReplication),
            .set, Option("force", help: Texts.optionForce),
        ],
        summary: Texts.exportSummary, details: Texts.exportDetails,
        examples: ["export tal.csv", "export log events.csv", "export log events.xes --seed 7"]
    ) { invocation, session throws(CommandFailure) in
        guard let file = invocation["file"] else { return }
        let place = invocation.line.place(of: file)
        let name = file.text.lowercased()
        let endings = invocation.has("log") ? [".csv", ".xes"] : [".csv"]
        guard endings.contains(where: name.hasSuffix) else {
            throw .notUnderstood(.badExportName(file.text, endings: endings), place)
        }
        let dictionary = file.text + ".columns.md"
        for path in invocation.has("log") ? [file.text, dictionary] : [file.text] {
            try session.checkIsFree(path, at: place, replacing: invocation.has("force"))
        }
        let named =
            if let name = invocation["scenario"] { try session.read(name.text) } else { try session.scenario() }
        let scenario = try session.applying(invocation.all("set"), to: named, in: invocation.line)
        guard invocation.has("log") else {
            try session.writeParameters(of: scenario, to: file.text, at: place)
            return
        }
        let seed = invocation.integer("seed").map { UInt64($0) } ?? RunSettings.standardSeed
        let replication = invocation.integer("replication") ?? 1
        let counts = try session.writeLog(
            of: scenario, to: file.text, format: name.hasSuffix(".csv") ? .csv : .xes, seed: seed,
            replication: replication, at: place)
        let columns = EventLogColumns(scenario).dictionary(
            seed: seed, replication: replication, session.language)
        try session.write(columns, to: dictionary, at: place, replacing: true)
        session.console.printWrapped(
            session.say(
                Texts.logWritten(
                    file.text, dictionary: dictionary, events: counts.events, citizens: counts.citizens,
                    left: counts.casesLeftOut)))
    }
}

extension Session {
    /// Simulates one replication and writes its events as they happen; the file is whole or not there.
    fileprivate func writeLog(
        of scenario: Scenario, to path: String, format: EventLogFile.Format, seed: UInt64, replication: Int,
        at place: CommandLine.Place
    ) throws(CommandFailure) -> EventLogFile.Counts {
        let model = try compile(scenario)
        let writer = AtomicFileWriter(path)
        // Nothing of a log that failed is left behind; after finishing this does nothing.
        defer { writer.discard() }
        let log = EventLogFile(scenario, format: format, to: writer, language: language)
        let options = RunOptions(
            seed: seed, replication: UInt32(clamping: replication), logsEverybody: true,
            takesEntry: { log.take($0, $1) }, isCancelled: { Interrupt.isRequested || writer.failure != nil })
        if writer.failure == nil {
            do throws(SimulationError) {
                _ = try CaseTrace.run(model, options)
            } catch .cancelled {
                if writer.failure == nil { throw .interrupted }
            } catch {
                throw .engine(.simulation(error, start: scenario.model.start))
            }
        }
        let counts = log.end()
        if let code = writer.finish() {
            throw .failed(.unwritableOutput(name: path, reason: Texts.writeError(code)), place)
        }
        return counts
    }
}
