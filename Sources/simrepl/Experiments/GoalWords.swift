import Foundation
import PathwaySim
import Scenarios

/// The words of `find`, taken apart: levers, goals, and what is to be small.
struct GoalWords {
    private(set) var levers: [Token] = []
    struct Goal {
        var measure: Token
        /// An attribute, or one group of it; nil for all citizens.
        var group: Token?
        var isAtMost: Bool
        var limit: Token
    }

    private(set) var goals: [Goal] = []
    private let line: CommandLine

    /// - Throws: when the words make no goal.
    init(_ words: [Token], line: CommandLine) throws(CommandFailure) {
        self.line = line
        var rest = words[...]
        while let word = rest.first, !Self.isSuchThat(rest) {
            levers.append(word)
            rest.removeFirst()
        }
        guard !levers.isEmpty, let start = rest.popFirst() else { throw Self.unclear(words.last, line) }
        if let next = rest.first, ["that", "at"].contains(next.text) { rest.removeFirst() }
        repeat {
            goals.append(try Self.goal(&rest, after: start, line))
        } while Self.drop(["and", "og"], from: &rest)
        if Self.drop(["minimise", "minimize", "minimer"], from: &rest) {
            guard Self.drop(["hours", "timer"], from: &rest) else { throw Self.unclear(rest.first ?? start, line) }
        }
        if let extra = rest.first { throw Self.unclear(extra, line) }
    }

    private static func isSuchThat(_ rest: ArraySlice<Token>) -> Bool {
        guard let word = rest.first, !word.isQuoted else { return false }
        return ["such", "so", "så", "sådan", "saa", "saadan"].contains(word.text)
    }

    /// Whether the next word of a search, after these, names a measure: the goal has begun, or another is added.
    static func wantsMeasure(after words: ArraySlice<Token>) -> Bool {
        guard let last = words.last else { return false }
        let before = words.dropLast()
        if ["that", "at"].contains(last.text) { return isSuchThat(before.suffix(1)) }
        if ["and", "og"].contains(last.text) { return before.contains { isSuchThat([$0]) } }
        return isSuchThat([last]) && last.text != "such"
    }

    private static func drop(_ words: [String], from rest: inout ArraySlice<Token>) -> Bool {
        guard let word = rest.first, words.contains(word.text) else { return false }
        rest.removeFirst()
        return true
    }

    /// `wait.clarifying.p90 <= 14d`, `… at most 14d`, `… højst 14d`, or all in one word.
    private static func goal(
        _ rest: inout ArraySlice<Token>, after start: Token, _ line: CommandLine
    ) throws(CommandFailure) -> Goal {
        guard let word = rest.popFirst() else { throw unclear(start, line) }
        for (sign, isAtMost) in [("<=", true), (">=", false), ("≤", true), ("≥", false), ("<", true), (">", false)] {
            guard let range = word.text.range(of: sign) else { continue }
            var (measure, limit) = (word, word)
            measure.text = String(word.text[..<range.lowerBound])
            limit.text = String(word.text[range.upperBound...])
            if measure.text.isEmpty { throw unclear(word, line) }
            if limit.text.isEmpty {
                guard let next = rest.popFirst() else { throw unclear(word, line) }
                limit = next
            }
            return Goal(measure: measure, isAtMost: isAtMost, limit: limit)
        }
        var group: Token?
        if Self.drop(["by", "for", "efter"], from: &rest) {
            guard let next = rest.popFirst() else { throw unclear(word, line) }
            group = next
        }
        guard let sign = rest.popFirst() else { throw unclear(word, line) }
        let isAtMost: Bool
        switch sign.text {
        case "<=", "<", "≤", "højst", "hoejst": isAtMost = true
        case ">=", ">", "≥", "mindst": isAtMost = false
        case "at":
            guard let next = rest.popFirst(), ["most", "least"].contains(next.text) else { throw unclear(sign, line) }
            isAtMost = next.text == "most"
        case let text where text.count > 1 && (text.hasPrefix("<") || text.hasPrefix(">")):
            var limit = sign
            limit.text = String(text.drop { "<>=".contains($0) })
            return Goal(measure: word, group: group, isAtMost: text.hasPrefix("<"), limit: limit)
        default: throw unclear(sign, line)
        }
        guard let limit = rest.popFirst() else { throw unclear(sign, line) }
        return Goal(measure: word, group: group, isAtMost: isAtMost, limit: limit)
    }

    private static func unclear(_ token: Token?, _ line: CommandLine) -> CommandFailure {
        .notUnderstood(.badGoal(token?.text ?? ""), token.map { line.place(of: $0) } ?? line.end)
    }

    /// The attributes that goals are kept apart by; `option` is that of goals that name none.
    func groupings(_ option: Token?, in scenario: Scenario) throws(CommandFailure) -> [Grouping] {
        var groupings: [Grouping] = []
        for word in goals.compactMap(\.group) + [option].compactMap({ $0 }) {
            let grouping = try GroupWord(word, in: scenario, line: line).grouping
            groupings.removeAll { $0.attribute == grouping.attribute }
            groupings.append(grouping)
        }
        return groupings
    }

    /// The goals, their measures looked up and their limits in the measures' units; one for each group where a goal is about
    /// all groups of an attribute.
    func serviceGoals(
        in scenario: Scenario, _ model: CompiledModel, by option: Token?, zone: Double
    ) throws(CommandFailure) -> [ServiceGoal] {
        var list: [ServiceGoal] = []
        for goal in goals {
            let name = try MeasureWord(token: goal.measure, line: line).name(in: scenario, model)
            let unit = model.unit(ofMeasure: name) ?? .number
            let limit = try limit(goal.limit, unit)
            let whole = ServiceGoal(
                measure: name, isAtMost: goal.isAtMost, limit: limit,
                zone: max(zone * abs(limit), .leastNormalMagnitude))
            // Of several goals only some may be about citizens: staff have no groups.
            let isAboutCitizens = model.hasGroups(ofMeasure: name)
            guard let word = goal.group ?? (isAboutCitizens || goals.count == 1 ? option : nil) else {
                list.append(whole)
                continue
            }
            let group = try GroupWord(word, in: scenario, line: line)
            for one in try group.groups(of: name, in: model) {
                var own = whole
                own.by = one
                own.isOneOfAll = group.value == nil
                list.append(own)
            }
        }
        return list
    }

    private func limit(_ token: Token, _ unit: Measure.Unit) throws(CommandFailure) -> Double {
        let value = LeverValue(token.text)
        let isPercent = token.text.hasSuffix("%")
        let number: Double? =
            switch unit {
            case .days, .hours: isPercent ? nil : value.flatMap { $0.unit == nil ? $0.amount : nil }
            case .share: value.flatMap { $0.unit == nil && (0...1).contains($0.amount) ? $0.amount : nil }
            case .count, .number: isPercent ? nil : value.flatMap { $0.unit == nil ? $0.amount : nil }
            }
        if unit == .days || unit == .hours, let value, let perUnit = value.unit {
            // Working days and months are no fixed number of days, and no measure counts them.
            guard let days = perUnit.days else { throw bad(token, unit) }
            return value.amount * days * (unit == .hours ? 24 : 1)
        }
        guard let number, number.isFinite else { throw bad(token, unit) }
        return number
    }

    private func bad(_ token: Token, _ unit: Measure.Unit) -> CommandFailure {
        .notUnderstood(.badLimit(token.text, unit: Texts.limitForm(unit.rawValue)), line.place(of: token))
    }
}
