internal import Foundation

/// A design as data: variants of a scenario and how many replications of each, to be run the same way again by anyone.
///
/// ```json
/// {"schema": "pathwaysim.experiment/1", "title": "More conversations", "base": "kommune", "replications": 100, "seed": 1,
///  "variants": {"twelve": {"title": "12 a week", "set": {"resources.clarifier.slotsPerWeek": 12}},
///               "campaign": {"scenario": "uge-40"}}}
/// ```
public struct ExperimentFile: Sendable, Equatable {
    public static let schema = "pathwaysim.experiment/1"
    /// Most variants and replications of each.
    public static let mostVariants = 200
    public static let mostReplications = 100_000

    public struct Variant: Sendable, Equatable {
        public var id: String
        public var title: Text?
        /// A shipped id or a file; nil for the base.
        public var scenario: String?
        /// What is set, in the order of the file: a path or label, and a value as `set` takes it.
        public var settings: [(path: String, value: String)]

        public static func == (a: Variant, b: Variant) -> Bool {
            a.id == b.id && a.title == b.title && a.scenario == b.scenario
                && a.settings.map(\.path) == b.settings.map(\.path)
                && a.settings.map(\.value) == b.settings.map(\.value)
        }
    }

    public var title: Text?
    /// A shipped id or a file.
    public var base: String
    public var variants: [Variant]
    /// At least 2.
    public var replications: Int
    public var seed: UInt64
    /// Confidence level, 0.5 … 0.999.
    public var level: Double
}

/// What can be wrong with the file of an experiment. Its words are in `Texts+Experiment.swift`.
public enum ExperimentProblem: DiagnosticFacts {
    case notAnExperiment(found: String?)
    case missing(String)
    case unknownKey(String, allowed: [String])
    case badValue(String, allowed: Text)
    case badID(String)

    public var code: DiagnosticCode {
        switch self {
        case .notAnExperiment: .wrongType
        case .missing: .missingField
        case .unknownKey: .unknownKey
        case .badValue: .outOfRange
        case .badID: .badID
        }
    }

    public var text: Text { Texts.experimentProblem(self) }
}

extension ScenarioLibrary {
    /// Reads a shipped experiment, or the file of one (has a `/` or ends in `.json`); its scenarios' files are looked for
    /// beside it.
    ///
    /// - Throws: everything that is wrong with it, at once.
    public func experiment(_ name: String) throws(LoadFailure) -> ExperimentFile {
        var files = SourceFiles()
        var url = URL(fileURLWithPath: name)
        if !Self.isFile(name), let directory {
            url = directory.appendingPathComponent(Self.experimentFolder).appendingPathComponent(name + ".json")
        }
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: url, name: name, limit: JSONLimits.scenario.bytes)
        } catch {
            throw LoadFailure(diagnostics: [Diagnostic(error)], files: files)
        }
        let reading = JSONReader.read(name: name, bytes: bytes, into: &files)
        guard let root = reading.root, !reading.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: reading.diagnostics, files: files)
        }
        var reader = ExperimentReader()
        let experiment = reader.read(root, folder: url.deletingLastPathComponent().path)
        guard let experiment, reader.findings.isEmpty else {
            throw LoadFailure(diagnostics: reader.findings.sortedByPlace(), files: files)
        }
        return experiment
    }
}

/// Takes an experiment apart, noting everything that is wrong with it.
private struct ExperimentReader {
    var findings: [Diagnostic] = []

    private mutating func report(_ problem: ExperimentProblem, _ node: JSONNode, _ path: String) {
        findings.append(Diagnostic(problem, span: node.span, path: path))
    }

    mutating func read(_ root: JSONNode, folder: String) -> ExperimentFile? {
        guard root["schema"]?.string == ExperimentFile.schema else {
            report(.notAnExperiment(found: root["schema"]?.string), root["schema"] ?? root, "schema")
            return nil
        }
        keys(of: root, ["schema", "title", "base", "variants", "replications", "seed", "level"], "")
        let base = reference(root["base"], root, "base", folder)
        let replications = whole(root, "replications", 2...ExperimentFile.mostReplications) ?? 40
        let seed = whole(root, "seed", 0...9_007_199_254_740_991) ?? 1
        var level = 0.95
        if let node = root["level"] {
            if let number = node.number, (0.5...0.999).contains(number) {
                level = number
            } else {
                report(.badValue("level", allowed: Texts.experimentLevel), node, "level")
            }
        }
        let variants = self.variants(root, folder)
        guard let base else { return nil }
        return ExperimentFile(
            title: root["title"]?.localisedText, base: base, variants: variants, replications: replications,
            seed: UInt64(seed), level: level)
    }

    private mutating func keys(of node: JSONNode, _ allowed: [String], _ path: String) {
        for member in node.object?.members ?? [] where !allowed.contains(member.key) {
            findings.append(
                Diagnostic(
                    ExperimentProblem.unknownKey(member.key, allowed: allowed), span: member.keySpan,
                    path: path.isEmpty ? member.key : "\(path).\(member.key)"))
        }
    }

    /// A shipped id, or a file beside the experiment.
    private mutating func reference(_ node: JSONNode?, _ parent: JSONNode, _ key: String, _ folder: String) -> String? {
        guard let node else {
            report(.missing(key), parent, key)
            return nil
        }
        guard let name = node.string, !name.isEmpty else {
            report(.badValue(key, allowed: Texts.experimentScenario), node, key)
            return nil
        }
        guard ScenarioLibrary.isFile(name), !name.hasPrefix("/") else { return name }
        return folder + "/" + name
    }

    private mutating func whole(_ root: JSONNode, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let node = root[key] else { return nil }
        guard let number = node.number, number == number.rounded(), let value = Int(exactly: number),
            range.contains(value)
        else {
            report(.badValue(key, allowed: Texts.experimentWhole(range)), node, key)
            return nil
        }
        return value
    }

    private mutating func variants(_ root: JSONNode, _ folder: String) -> [ExperimentFile.Variant] {
        guard let node = root["variants"] else {
            report(.missing("variants"), root, "variants")
            return []
        }
        guard let members = node.object?.members, !members.isEmpty, members.count <= ExperimentFile.mostVariants else {
            report(.badValue("variants", allowed: Texts.experimentVariants), node, "variants")
            return []
        }
        return members.map { member in
            let path = "variants.\(member.key)"
            if !ScenarioFormat.isID(member.key) || member.key == "base" {
                findings.append(Diagnostic(ExperimentProblem.badID(member.key), span: member.keySpan, path: path))
            }
            keys(of: member.value, ["title", "scenario", "set"], path)
            if member.value["scenario"] == nil, member.value["set"] == nil {
                report(.missing("set"), member.value, path)
            }
            var variant = ExperimentFile.Variant(
                id: member.key, title: member.value["title"]?.localisedText, scenario: nil, settings: [])
            if let node = member.value["scenario"] {
                variant.scenario = reference(node, node, "\(path).scenario", folder)
            }
            guard let set = member.value["set"] else { return variant }
            if set.object == nil { report(.badValue("set", allowed: Texts.experimentSettings), set, "\(path).set") }
            for setting in set.object?.members ?? [] {
                if let text = Self.typed(setting.value) {
                    variant.settings.append((setting.key, text))
                } else {
                    report(.badValue(setting.key, allowed: Texts.experimentValue), setting.value, "\(path).set")
                }
            }
            return variant
        }
    }

    /// A value as `set` takes it: a number is a value and never a change.
    private static func typed(_ node: JSONNode) -> String? {
        if let number = node.number { return "=" + NumberFormat.shortest(number) }
        if let truth = node.bool { return truth ? "true" : "false" }
        if let text = node.string { return text.isEmpty ? nil : text }
        return node.isNull ? nil : JSONWriter.line(node)
    }
}
