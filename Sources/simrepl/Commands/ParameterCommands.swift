import Foundation
import Scenarios

extension Command {
    static let `import` = Command(
        "import", "importer", .model,
        parameters: [Parameter("file", Texts.placeholderFile, .table, isRequired: true)],
        summary: Texts.importSummary, details: Texts.importDetails,
        examples: ["export tal.csv; set resources.clarifier.slotsPerWeek 14; import tal.csv"]
    ) { invocation, session throws(CommandFailure) in
        guard let word = invocation["file"] else { return }
        let before = try session.scenario()
        var editor = ScenarioEditor(before)
        let made: [SettingChange]
        do throws(Diagnostics) {
            let changes = try ParameterTable.changes(
                in: URL(fileURLWithPath: word.text), named: word.text, from: before)
            made = try ParameterTable.apply(changes, to: &editor)
        } catch {
            throw .findings(error.all, before.files)
        }
        guard !made.isEmpty else {
            session.console.printWrapped(session.say(Texts.nothingImported(word.text)))
            return
        }
        session.apply(.init(before: before, after: editor.scenario, changes: made), [Texts.changeIsAssumption])
    }
}

extension Session {
    /// Writes the numbers of a scenario as a table.
    func writeParameters(of scenario: Scenario, to path: String, at place: CommandLine.Place) throws(CommandFailure) {
        let table = ParameterTable.csv(of: scenario, language: language)
        try write(table.text, to: path, at: place, replacing: true)
        console.printWrapped(say(Texts.exported(path, table.count)))
    }
}
