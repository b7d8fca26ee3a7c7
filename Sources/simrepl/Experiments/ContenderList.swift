import PathwaySim
import Scenarios

/// What is to be compared with what.
///
/// The first word is the base and the others are variants of it. Settings have no base of their own: where they come
/// first, the loaded scenario is the base. One word alone is compared with the loaded scenario, which is the base; but a
/// saved result alone is the base, and the loaded scenario what came of it. No word at all: the loaded scenario as its
/// file says, against what has been set since. Where nothing but `--set` would tell the two apart, it is the variant.
struct ContenderList: Sendable {
    var base: Contender
    var variants: [Contender]

    /// - Parameters:
    ///   - words: what was typed.
    ///   - settings: `PATH=VALUE`, made in every scenario.
    init(
        _ words: [Token], settings: [Token] = [], in line: CommandLine, session: Session
    ) throws(CommandFailure) {
        let words = words.map { ContenderWord($0, line: line) }
        if !settings.isEmpty, let scenario = try Self.onlyScenario(words, session) {
            var editor = ScenarioEditor(scenario)
            var changes: [SettingChange] = []
            for setting in settings {
                changes.append(try TypedSetting(assignment: setting, line: line).apply(to: &editor))
            }
            base = Contender(scenario)
            variants = [Contender(editor.scenario, changes: changes)]
            return
        }
        func prepared(_ contender: Contender) throws(CommandFailure) -> Contender {
            guard let scenario = contender.scenario, contender.saved == nil else { return contender }
            var contender = contender
            contender.scenario = try session.applying(settings, to: scenario, in: line)
            return contender
        }
        var rest = words[...]
        if let first = rest.first, !first.isSettings {
            rest.removeFirst()
            let named = try prepared(first.named(in: session))
            base = named
            if rest.isEmpty {
                let scenario = try session.scenario()
                let loaded = try prepared(Contender(scenario, changes: named.saved == nil ? [] : scenario.changes))
                (base, variants) = named.saved == nil ? (loaded, [named]) : (named, [loaded])
                return
            }
        } else {
            base = try prepared(Contender(session.scenario()))
        }
        variants = []
        guard !words.isEmpty else {
            guard let scenario = base.scenario, !scenario.changes.isEmpty else {
                throw .notUnderstood(.nothingToCompare, line.end)
            }
            variants = [Contender(scenario, changes: scenario.changes)]
            base = try prepared(Contender(ContenderList.original(of: scenario)))
            return
        }
        for word in rest {
            guard word.isSettings else {
                variants.append(try prepared(word.named(in: session)))
                continue
            }
            guard let scenario = base.scenario else {
                throw .failed(.scenarioOfResultIsGone(base.id), line.place(of: word.token))
            }
            variants.append(try word.variant(of: scenario))
        }
    }

    /// Whether every side is the same scenario, yet to be run: with the same luck nothing can differ.
    var isSameTwice: Bool {
        base.saved == nil && variants.allSatisfy { $0.saved == nil && $0.hash == base.hash }
    }

    /// The scenario that the words leave alone, without another to compare it with: the loaded one, named or not, where
    /// nothing in it was changed.
    private static func onlyScenario(_ words: [ContenderWord], _ session: Session) throws(CommandFailure) -> Scenario? {
        guard words.count <= 1, !(words.first?.isSettings ?? false) else { return nil }
        let loaded = try session.scenario()
        guard let word = words.first else { return loaded.changes.isEmpty ? loaded : nil }
        let named = try word.named(in: session)
        guard named.saved == nil, let scenario = named.scenario, scenario.hash == loaded.hash else { return nil }
        return scenario
    }

    /// The scenario as its file says.
    private static func original(of scenario: Scenario) throws(CommandFailure) -> Scenario {
        do throws(LoadFailure) {
            return try scenario.asLoaded()
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }
}
