import Foundation
import Scenarios

extension Session {
    /// Writes the numbers of a scenario as a table.
    func writeParameters(of scenario: Scenario, to path: String, at place: CommandLine.Place) throws(CommandFailure) {
        let table = ParameterTable.csv(of: scenario, language: language)
        try write(table.text, to: path, at: place, replacing: true)
        console.printWrapped(say(Texts.exported(path, table.count)))
    }
}
