import Foundation
import PathwaySim

/// A case file with the scenario it is walked in, the citizen placed there.
public struct LoadedCase: Sendable {
    public var file: CaseFile
    /// The scenario with this citizen among its named cases.
    public var scenario: Scenario
}

extension ScenarioLibrary {
    /// Ids of the shipped cases, in alphabetical order.
    public var caseIDs: [String] {
        guard let folder = directory?.appendingPathComponent(Self.caseFolder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { return [] }
        return names.filter { $0.hasSuffix(".json") && !$0.hasSuffix("schema.json") }.map { String($0.dropLast(5)) }
            .sorted()
    }

    /// Whether a file is a case file rather than a scenario: by what its `schema` says. False when it cannot be read.
    public func isCaseFile(_ name: String) -> Bool {
        guard let url = caseURL(name), let bytes = try? FileReading.bytes(of: url, name: name, limit: 8 << 20) else {
            return false
        }
        var files = SourceFiles()
        let root = JSONReader.read(name: name, bytes: bytes, into: &files).root
        return root?["schema"]?.string?.hasPrefix("pathwaysim.case/") ?? false
    }

    private func caseURL(_ name: String) -> URL? {
        if Self.isFile(name) { return URL(fileURLWithPath: name) }
        guard caseIDs.contains(name) else { return nil }
        return directory?.appendingPathComponent(Self.caseFolder).appendingPathComponent(name + ".json")
    }

    /// Reads and checks a case: a shipped id, or a file (has a `/` or ends in `.json`).
    ///
    /// - Parameter open: the scenario that is worked on; the walk happens there when it is the case's own or builds on
    ///   it, so that what was set holds in the walk too. Else the case's own scenario is read.
    /// - Throws: everything that is wrong with it, at once.
    public func loadCase(_ name: String, in open: Scenario? = nil) throws(LoadFailure) -> LoadedCase {
        guard let url = caseURL(name) else {
            let problem = CaseProblem.unknownCase(
                name, known: caseIDs, similar: Suggestions.closest(to: name, among: caseIDs))
            throw LoadFailure(diagnostics: [Diagnostic(problem)], files: SourceFiles())
        }
        var files = SourceFiles()
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: url, name: name, limit: JSONLimits.scenario.bytes)
        } catch {
            throw LoadFailure(diagnostics: [Diagnostic(error)], files: files)
        }
        let shown = Self.isFile(name) ? name : url.lastPathComponent
        let reading = JSONReader.read(name: shown, bytes: bytes, into: &files)
        guard let root = reading.root, !reading.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: reading.diagnostics, files: files)
        }
        let scenario: Scenario
        let own = root["scenario"]?.string ?? ""
        if let open, open.id == own || open.isBuilt(on: own) {
            scenario = open
        } else {
            scenario = try load(own.isEmpty ? "kommune" : own)
        }
        return try Self.place(bytes: bytes, name: shown, in: scenario)
    }

    /// Checks a case given as text against a scenario and puts its citizen there.
    static func place(bytes: [UInt8], name: String, in scenario: Scenario) throws(LoadFailure) -> LoadedCase {
        var files = scenario.files
        let source = files.add(name: name, bytes: bytes)
        let reading = JSONReader.read(source: source, in: files)
        guard let root = reading.root, root.object != nil, !reading.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: reading.diagnostics, files: files)
        }
        let checker = FormChecker.checkCase(root, declarations: Declarations(document: scenario.document))
        guard !checker.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: checker.diagnostics.sortedByPlace(), files: files)
        }
        let id = root["id"]?.string ?? ""
        guard ScenarioFormat.isID(id) else {
            let problem = Diagnostic(FormatProblem.badID(id), span: root["id"]?.span, path: "id")
            throw LoadFailure(diagnostics: [problem], files: files)
        }
        let placed = try scenario.adding(citizenOf: root, id: id, files: files)
        var decoder = CaseDecoder(root: root, id: id, scenario: placed, files: files)
        let file = decoder.file()
        guard !decoder.diagnostics.hasErrors else {
            throw LoadFailure(diagnostics: decoder.diagnostics.sortedByPlace(), files: files)
        }
        return LoadedCase(file: file, scenario: placed)
    }
}

extension Scenario {
    /// Whether it extends the scenario of this id, directly or not.
    func isBuilt(on id: String) -> Bool {
        guard let bases = document["steps"]?.object?.keys, !bases.isEmpty else { return false }
        return files.files.contains { file in
            file.name == id + ".json" || file.name.hasSuffix("/" + id + ".json")
        }
    }

    /// The scenario with a citizen of a case file among its named cases.
    fileprivate func adding(
        citizenOf root: JSONNode, id: String, files: SourceFiles
    ) throws(LoadFailure) -> Scenario {
        var citizen = root["citizen"]?.object ?? JSONObject()
        for key in ["title"] + ScenarioFormat.provenanceKeys where citizen[key] == nil {
            if let node = root[key] { citizen.set(key, to: node) }
        }
        var cases = document["cases"]?.object ?? JSONObject()
        cases.set(id, to: JSONNode(.object(citizen), span: root["citizen"]?.span ?? root.span))
        var changed = document
        var top = changed.object ?? JSONObject()
        top.set("cases", to: JSONNode(.object(cases), span: document["cases"]?.span ?? root.span))
        changed = JSONNode(.object(top), span: document.span)
        var context = context
        if let source = root.span.source as Int?, context.depths[source] == nil {
            context.depths[source] = (context.depths.values.max() ?? 0) + 1
        }
        var scenario = try Scenario.checked(changed, files: files, context: context, reference: reference)
        scenario.warnings = warnings
        return scenario
    }
}

/// Turns a checked document into a case.
private struct CaseDecoder {
    let root: JSONNode
    let id: String
    var builder: ModelBuilder
    var diagnostics: [Diagnostic] = []
    private var kinds: [String: Attribute.Kind]
    private var options: [String: [String]] = [:]

    init(root: JSONNode, id: String, scenario: Scenario, files: SourceFiles) {
        self.root = root
        self.id = id
        let declarations = Declarations(document: scenario.document)
        builder =
            ModelBuilder.build(
                scenario.document, declarations: declarations, data: scenario.context.data, files: files
            ).1
        kinds = Dictionary(
            scenario.model.attributes.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
        for step in scenario.model.steps {
            if case .choice(let choice) = step.action { options[step.name] = choice.options.map(\.name) }
        }
        builder.diagnostics = []
    }

    mutating func file() -> CaseFile {
        var file = CaseFile(
            id: id, scenarioID: root["scenario"]?.string ?? "", title: text(root["title"]), name: text(root["name"]),
            intro: texts(root["intro"]), facts: texts(root["facts"]), needs: needs(), milestones: milestones(),
            dates: dates(), stops: [], closing: texts(root["closing"]),
            provenance: root["source"]?.localisedText ?? root["assumption"]?.localisedText)
        for (index, node) in (root["stops"]?.array ?? []).enumerated() {
            let stop = stop(node, "stops.\(index)", before: file.stops, needs: file.needs.map(\.id))
            if file.stops.contains(where: { $0.id == stop.id }) {
                report(.repeatedStop(stop.id), node["id"] ?? node, "stops.\(index).id")
            }
            file.stops.append(stop)
        }
        diagnostics += builder.diagnostics
        return file
    }

    private mutating func report(_ problem: CaseProblem, _ node: JSONNode, _ path: String) {
        diagnostics.append(Diagnostic(problem, span: node.opening, path: path))
    }

    private func text(_ node: JSONNode?) -> Text { node?.localisedText ?? Text(same: "") }
    private func texts(_ node: JSONNode?) -> [Text] { (node?.array ?? []).compactMap(\.localisedText) }
    private func strings(_ node: JSONNode?) -> [String] { (node?.array ?? []).compactMap(\.string) }

    private func needs() -> [CaseFile.Need] {
        (root["needs"].map(ModelBuilder.named) ?? []).map { member in
            CaseFile.Need(id: member.key, label: text(member.value["label"]), foundAt: strings(member.value["foundAt"]))
        }
    }

    private func milestones() -> [CaseFile.Milestone] {
        (root["milestones"].map(ModelBuilder.named) ?? []).map { member in
            CaseFile.Milestone(
                id: member.key, label: text(member.value["label"]), events: strings(member.value["events"]))
        }
    }

    private mutating func dates() -> [CaseFile.FixedDate] {
        (root["dates"]?.array ?? []).enumerated().compactMap { index, node in
            guard let on = node["on"], let date = builder.date(on, "dates.\(index).on") else { return nil }
            return CaseFile.FixedDate(date: date, label: text(node["label"]))
        }
    }

    private mutating func values(_ node: JSONNode?, _ path: String) -> [AttributeValue] {
        (node.map(ModelBuilder.named) ?? []).compactMap { member in
            guard let kind = kinds[member.key] else { return nil }
            return builder.fixedValue(member.value, member.key, kind, "\(path).\(member.key)")
                .map { AttributeValue(attribute: member.key, value: $0) }
        }
    }

    private mutating func decisions(_ node: JSONNode?, _ path: String) -> [Decision] {
        (node.map(ModelBuilder.named) ?? []).flatMap { member -> [Decision] in
            let allowed = options[member.key] ?? []
            let answers = member.value.string == nil ? member.value.array ?? [] : [member.value]
            return answers.enumerated().compactMap { visit, answer in
                guard let option = answer.string else { return nil }
                guard allowed.contains(option) else {
                    let hint = Suggestions.closest(to: option, among: allowed).first
                    let problem = FormatProblem.unknownOption(
                        option, step: member.key, allowed: allowed, suggestion: hint)
                    diagnostics.append(Diagnostic(problem, span: answer.span, path: "\(path).\(member.key)"))
                    return nil
                }
                return Decision(step: member.key, option: option, visit: visit)
            }
        }
    }

    private mutating func stop(
        _ node: JSONNode, _ path: String, before: [CaseFile.Stop], needs: [String]
    ) -> CaseFile.Stop {
        let id = node["id"]?.string ?? ""
        let several = node["several"]?.bool ?? false
        let choices = (node["choices"]?.array ?? []).enumerated().map { index, choice in
            self.choice(choice, "\(path).choices.\(index)", needs: needs)
        }
        let stop = CaseFile.Stop(
            id: id, event: node["at"]?.string ?? "", visit: Int(node["visit"]?.quantity.number ?? 1),
            conditions: conditions(node["onlyIf"], "\(path).onlyIf", before: before), title: text(node["title"]),
            place: text(node["place"]), actor: node["actor"]?.string.flatMap(CaseFile.Actor.init) ?? .gp,
            known: texts(node["known"]), question: text(node["question"]), takesSeveral: several, choices: choices,
            complete: values(node["complete"], "\(path).complete"),
            incomplete: values(node["incomplete"], "\(path).incomplete"),
            advice: CaseFile.Advice(text: text(node["advice"]?["text"]), from: text(node["advice"]?["from"])),
            talk: texts(node["talk"]), questions: texts(node["questions"]),
            minutes: Int(node["minutes"]?.quantity.number ?? 8))
        check(stop, node, path)
        return stop
    }

    private mutating func check(_ stop: CaseFile.Stop, _ node: JSONNode, _ path: String) {
        let choices = stop.choices
        if !(2...9).contains(choices.count) {
            report(.tooFewChoices(stop: stop.id, found: choices.count), node["choices"] ?? node, "\(path).choices")
        }
        let recommended = stop.recommended.count
        if stop.takesSeveral ? recommended == 0 : recommended != 1 {
            report(
                .recommendation(stop: stop.id, found: recommended, several: stop.takesSeveral),
                node["choices"] ?? node, "\(path).choices")
        }
        if stop.takesSeveral, choices.contains(where: { !$0.decisions.isEmpty }) {
            report(.severalWithDecisions(stop: stop.id), node["choices"] ?? node, "\(path).choices")
        }
        if !stop.takesSeveral, !stop.complete.isEmpty || !stop.incomplete.isEmpty {
            report(
                .completeWithoutSeveral(stop: stop.id), node["complete"] ?? node["incomplete"] ?? node, path)
        }
    }

    private mutating func conditions(
        _ node: JSONNode?, _ path: String, before: [CaseFile.Stop]
    ) -> [(stop: String, answers: [Int])] {
        (node.map(ModelBuilder.named) ?? []).compactMap { member in
            guard let earlier = before.first(where: { $0.id == member.key }) else {
                report(.unknownStop(member.key, known: before.map(\.id)), member.value, "\(path).\(member.key)")
                return nil
            }
            let answers = (member.value.array ?? []).compactMap(\.quantity.number).map(Int.init)
            for answer in answers where answer > earlier.choices.count {
                report(
                    .answerOutOfRange(stop: earlier.id, answer: answer, choices: earlier.choices.count), member.value,
                    "\(path).\(member.key)")
            }
            return (member.key, answers)
        }
    }

    private mutating func choice(_ node: JSONNode, _ path: String, needs: [String]) -> CaseFile.Choice {
        for found in node["finds"]?.array ?? [] {
            if let name = found.string, !needs.contains(name) {
                report(.unknownNeed(name, known: needs), found, "\(path).finds")
            }
        }
        return CaseFile.Choice(
            text: text(node["text"]), isRecommended: node["recommended"]?.quantity.bool ?? false,
            decisions: decisions(node["decisions"], "\(path).decisions"),
            values: values(node["attributes"], "\(path).attributes"), finds: strings(node["finds"]),
            reply: node["reply"]?.localisedText)
    }
}
