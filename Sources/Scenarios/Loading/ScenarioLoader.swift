public import Foundation
internal import PathwaySim

/// What a scenario was read from, so that it can be read again after a change.
struct LoadContext: Sendable {
    var data: DataFiles
    /// How far each file is from the outermost base, by source index.
    var depths: [Int: Int]
    /// Where the scenario's own file lies; nil for one that was typed.
    var url: URL?
    /// The document as it was loaded, before anything was set.
    var original: JSONNode
}

/// Why a scenario cannot be used: everything that was found, and the texts the places point into.
public struct LoadFailure: Error, Sendable {
    public var diagnostics: [Diagnostic]
    public var files: SourceFiles

    /// All findings as text, in a language.
    public func rendered(_ language: Language) -> String {
        DiagnosticRenderer(files: files, language: language).render(diagnostics)
    }
}

extension ScenarioLibrary {
    /// Scenarios that build on each other, at most.
    static let extendsLimit = 16

    /// Reads and checks a scenario: a shipped id, or a file (has a `/` or ends in `.json`).
    ///
    /// - Throws: everything that is wrong with it, at once.
    public func load(_ name: String) throws(LoadFailure) -> Scenario {
        var reading = Reading(library: self)
        let document = reading.resolve(name, from: nil, span: nil, chain: [])
        return try finish(&reading, document, reference: name)
    }

    /// Reads and checks a scenario given as text; `name` is shown in diagnostics, `directory` is where it would lie.
    public func load(
        text: String, name: String = "<input>", directory: URL? = nil
    ) throws(LoadFailure) -> Scenario {
        var reading = Reading(library: self)
        let document = reading.resolve(bytes: Array(text.utf8), name: name, directory: directory, chain: [])
        return try finish(&reading, document, reference: name)
    }

    private func finish(
        _ reading: inout Reading, _ document: JSONNode?, reference: String
    ) throws(LoadFailure) -> Scenario {
        guard let document, !reading.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: reading.diagnostics.sortedByPlace(), files: reading.files)
        }
        let context = LoadContext(data: reading.data, depths: reading.depths, url: reading.url, original: document)
        return try Scenario.checked(document, files: reading.files, context: context, reference: reference)
    }
}

/// Follows `extends` from a file to its bases.
private struct Reading {
    let library: ScenarioLibrary
    var files = SourceFiles()
    var diagnostics: [Diagnostic] = []
    var data = DataFiles()
    var depths: [Int: Int] = [:]
    var url: URL?

    init(library: ScenarioLibrary) { self.library = library }

    /// The document of a file with its bases applied; nil after a report.
    mutating func resolve(_ name: String, from directory: URL?, span: SourceSpan?, chain: [String]) -> JSONNode? {
        do throws(FileProblem) {
            let file = try library.url(of: name, relativeTo: directory)
            let identity = file.resolvingSymlinksInPath().standardizedFileURL.path
            if chain.contains(identity) {
                let names = (chain + [identity]).map { URL(fileURLWithPath: $0).lastPathComponent }
                throw .cycle(names)
            }
            guard chain.count < ScenarioLibrary.extendsLimit else {
                throw .tooDeep(limit: ScenarioLibrary.extendsLimit)
            }
            let bytes = try FileReading.bytes(of: file, name: name, limit: JSONLimits.scenario.bytes)
            if chain.isEmpty { url = file }
            let shown = ScenarioLibrary.isFile(name) ? name : file.lastPathComponent
            return resolve(
                bytes: bytes, name: shown, directory: file.deletingLastPathComponent(), chain: chain + [identity])
        } catch {
            diagnostics.append(Diagnostic(error, span: span, path: span == nil ? nil : "extends"))
            return nil
        }
    }

    mutating func resolve(bytes: [UInt8], name: String, directory: URL?, chain: [String]) -> JSONNode? {
        let source = files.add(name: name, bytes: bytes)
        if let directory { data.directories[source] = directory }
        let read = JSONReader.read(source: source, in: files)
        diagnostics += read.diagnostics
        guard let root = read.root else { return nil }
        guard root.object != nil else {
            let problem = FormatProblem.wrongType(found: root.preview, allowed: both("an object", "et objekt"))
            diagnostics.append(Diagnostic(problem, span: root.span))
            return nil
        }
        guard let extends = root["extends"], let base = extends.string else {
            depths[source] = 0
            return root
        }
        guard let document = resolve(base, from: directory, span: extends.span, chain: chain) else { return nil }
        depths[source] = (depths.values.max() ?? 0) + 1
        return document.applying(root)
    }
}

extension Scenario {
    /// Checks a resolved document and builds everything from it.
    static func checked(
        _ document: JSONNode, files: SourceFiles, context: LoadContext, reference: String
    ) throws(LoadFailure) -> Scenario {
        let checker = FormChecker.check(document, depths: context.depths)
        let (model, builder) = ModelBuilder.build(
            document, declarations: checker.declarations, data: context.data, files: files)
        var findings = checker.diagnostics + builder.diagnostics
        if !findings.hasErrors {
            findings += Guards.check(model, document: document, parametersUsed: builder.parametersUsed)
        }
        if findings.hasErrors {
            throw LoadFailure(diagnostics: findings.sortedByPlace(), files: files)
        }
        let hash = ScenarioHash(document.modelOnly, files: builder.dataRead)
        return Scenario(
            id: document["id"]?.string ?? "scenario",
            kind: document["kind"]?.string.flatMap(Kind.init) ?? .pathway,
            title: document["title"]?.localisedText ?? Text(same: document["id"]?.string ?? ""),
            description: document["description"]?.localisedText, document: document, model: model,
            cases: document.caseInfos, labels: Labels(document: document),
            provenance: checker.entries, settings: checker.settings,
            deadlines: document.deadlineInfos(checker.quantities),
            headline: (document["headline"]?.array ?? []).compactMap(\.string),
            expected: builder.expectedValues(), validation: builder.validationRuns(), hash: hash,
            warnings: findings.sortedByPlace(), files: files, reference: reference, context: context,
            comparedParameters: builder.parametersUsed.subtracting(builder.parametersReckoned))
    }
}
