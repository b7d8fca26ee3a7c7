internal import Foundation

/// What a name given by a user turned out to be.
public enum ScenarioOrResult: Sendable {
    case scenario(Scenario)
    /// A saved result, and the scenario it was made from: nil when that cannot be read any more or has changed since.
    case result(ResultFile, Scenario?)
}

extension ScenarioLibrary {
    /// Reads a shipped scenario, a scenario's file, or the file of a saved result.
    ///
    /// - Throws: everything that is wrong with it.
    public func open(_ name: String) throws(LoadFailure) -> ScenarioOrResult {
        guard Self.isFile(name), let bytes = resultBytes(name) else { return .scenario(try load(name)) }
        var files = SourceFiles()
        let file: ResultFile
        do throws(Diagnostics) {
            let folder = URL(fileURLWithPath: name).standardizedFileURL.deletingLastPathComponent()
            file = try ResultFile.read(name: name, bytes: bytes, into: &files).found(in: folder)
        } catch {
            throw LoadFailure(diagnostics: error.all, files: files)
        }
        return .result(file, scenario(of: file))
    }

    /// The scenario a result was made from, when it still says the same.
    private func scenario(of file: ResultFile) -> Scenario? {
        guard let origin = file.origin,
            let scenario = try? load(text: JSONWriter.pretty(origin), name: file.scenarioID),
            scenario.hash.hex == file.scenarioHash
        else { return nil }
        return scenario
    }

    /// The bytes of a file that says it is a result; nil for any other, and for one that cannot be read.
    private func resultBytes(_ name: String) -> [UInt8]? {
        guard let url = try? url(of: name),
            let bytes = try? FileReading.bytes(of: url, name: name, limit: JSONLimits.scenario.bytes)
        else { return nil }
        var files = SourceFiles()
        let schema = JSONReader.read(name: name, bytes: bytes, into: &files).root?["schema"]?.string
        return schema?.hasPrefix("pathwaysim.result/") == true ? bytes : nil
    }
}
