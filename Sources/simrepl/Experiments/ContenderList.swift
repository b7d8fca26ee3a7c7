import PathwaySim
import Scenarios

/// What is to be compared with what.
///
/// The first word is the base and the others are variants of it. Settings have no base of their own: where they come
/// first, the loaded scenario is the base. One word alone is compared with the loaded scenario, which is the base; but a
/// saved result alone is the base, and the loaded scenario what came of it. No word at all: the loaded scenario as its
/// file says, against what has been set since.
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

    /// The scenario as its file says.
    private static func original(of scenario: Scenario) throws(CommandFailure) -> Scenario {
        do throws(LoadFailure) {
            return try scenario.asLoaded()
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }
}
