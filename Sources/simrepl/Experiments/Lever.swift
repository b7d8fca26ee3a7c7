import Foundation
import PathwaySim
import Scenarios

/// A value of the scenario that is varied, and the values it is given.
struct Lever {
    var setting: Setting
    let path: Token
    /// In the notation that `set` takes, ascending.
    let values: [LeverValue]
    /// Whether the range was chosen by the program.
    var isRangeChosen = false

    /// More values than can be listed.
    static let mostValues = 1_000_000
}

/// One value of a lever.
struct LeverValue: Equatable {
    var amount: Double
    var unit: DurationText.Unit?

    /// As `set` takes it.
    var text: String { NumberFormat.shortest(amount) + (unit?.rawValue ?? "") }

    var node: JSONNode { unit == nil ? .number(amount) : .text(text) }

    func label(_ language: Language) -> String {
        guard let unit else { return NumberFormat.exact(amount, language: language) }
        return DurationFormat.text(DurationText(amount, unit))[language]
    }

    /// `12`, `12,5`, `20%`, `14d`; nil for anything else.
    init?(_ text: String) {
        if let duration = try? DurationText(parsing: text) {
            (amount, unit) = (duration.amount, duration.unit)
            return
        }
        var body = text
        let isPercent = body.hasSuffix("%")
        if isPercent { body.removeLast() }
        guard let first = body.utf8.first, (48...57).contains(first) || first == 45 || first == 46,
            let number = Double(body.replacing(",", with: ".")), number.isFinite
        else { return nil }
        (amount, unit) = (isPercent ? number / 100 : number, nil)
    }

    init(_ amount: Double, _ unit: DurationText.Unit?) {
        // The dust of binary fractions is wiped off.
        let tidy = (amount * 1e9).rounded() / 1e9
        self.amount = tidy.isFinite ? tidy : amount
        self.unit = unit
    }
}

/// `A..B` and perhaps a step, as typed.
struct LeverRange {
    let low: LeverValue
    let high: LeverValue
    let step: Double
    /// How many values there are; may be more than can be listed.
    let count: Double

    /// - Parameter finest: how many whole numbers may be taken one by one when no step is given.
    /// - Throws: when the words make no range, or an empty one.
    init(
        _ range: Token, step: Token?, of setting: Setting, line: CommandLine, finest: Double = 20
    ) throws(CommandFailure) {
        func failure(_ problem: CommandProblem, _ token: Token) -> CommandFailure {
            .notUnderstood(problem, line.place(of: token))
        }
        let parts = range.text.components(separatedBy: "..")
        guard parts.count == 2, let low = LeverValue(parts[0]), let high = LeverValue(parts[1]), low.unit == high.unit
        else { throw failure(.badRange(range.text), range) }
        guard low.amount <= high.amount else { throw failure(.emptyRange(range.text), range) }
        let width = high.amount - low.amount
        if let step {
            guard let value = LeverValue(step.text), value.amount > 0, value.unit == low.unit || value.unit == nil
            else {
                throw failure(.badStep(step.text), step)
            }
            self.step = value.amount
        } else {
            let isWhole = if case .integer = setting.form { true } else { width > 1 }
            self.step = LeverRange.step(low.amount, width, isWhole: isWhole, finest: finest)
        }
        (self.low, self.high) = (low, high)
        guard width > 0 else {
            (count, endsBetween) = (1, false)
            return
        }
        let steps = (width / self.step + 1e-9).rounded(.down)
        // Steps of the program's choosing must not leave out the end that was asked for.
        endsBetween = step == nil && width - steps * self.step > 1e-9 * width
        count = steps + (endsBetween ? 2 : 1)
    }

    /// The upper end is not a whole number of steps above the lower one, and is a value all the same.
    private let endsBetween: Bool

    /// 1 between whole numbers, more where that would be more than `finest`; a tenth of the range between others, and
    /// from 0 to 1, where shares lie.
    private static func step(_ low: Double, _ width: Double, isWhole: Bool, finest: Double) -> Double {
        guard isWhole, low == low.rounded(), width == width.rounded() else { return width / 10 }
        return width <= finest ? 1 : (width / 10).rounded(.up)
    }

    var values: [LeverValue] {
        let listed = Int(min(count, Double(Lever.mostValues)))
        let regular = (0..<(endsBetween ? listed - 1 : listed)).map {
            LeverValue(low.amount + Double($0) * step, low.unit)
        }
        return endsBetween ? regular + [high] : regular
    }
}

extension Lever {
    /// Reads `PATH [A..B [STEP]]`, once or twice.
    ///
    /// - Parameters:
    ///   - finest: how many whole numbers may be taken one by one when no step is given.
    ///   - chosen: gives a range to a path without one; nil when each must have one.
    static func read(
        _ words: [Token], in scenario: Scenario, line: CommandLine, finest: Double = 20,
        chosen: ((Setting, Token) throws(CommandFailure) -> [LeverValue])? = nil
    ) throws(CommandFailure) -> [Lever] {
        var levers: [Lever] = []
        var rest = words[...]
        while let path = rest.popFirst() {
            let setting = try self.setting(path, scenario, line)
            guard let range = rest.first, range.text.contains("..") else {
                guard let chosen else { throw .notUnderstood(.rangeNeeded(path.text), line.place(of: path)) }
                levers.append(
                    Lever(setting: setting, path: path, values: try chosen(setting, path), isRangeChosen: true))
                continue
            }
            rest.removeFirst()
            var step: Token?
            if let next = rest.first, LeverValue(next.text) != nil { step = rest.popFirst() }
            let read = try LeverRange(range, step: step, of: setting, line: line, finest: finest)
            guard read.count <= Double(mostValues) else {
                throw .notUnderstood(.tooManyValues(range.text, most: mostValues), line.place(of: range))
            }
            levers.append(Lever(setting: setting, path: path, values: read.values))
        }
        guard levers.count <= 2 else {
            throw .notUnderstood(.tooManyLevers, line.place(of: levers[2].path))
        }
        try checkDistinct(levers, line)
        return levers
    }

    /// Two ranges for one number would leave one of them without effect.
    static func checkDistinct(_ levers: [Lever], _ line: CommandLine) throws(CommandFailure) {
        for (index, lever) in levers.enumerated()
        where levers[..<index].contains(where: { $0.setting.path == lever.setting.path }) {
            throw .notUnderstood(.sameLever(lever.setting.path), line.place(of: lever.path))
        }
    }

    /// The setting of this path or label; what is wrong with it is said as `set` says it.
    static func setting(_ path: Token, _ scenario: Scenario, _ line: CommandLine) throws(CommandFailure)
        -> Setting
    {
        if let setting = scenario.setting(named: path.text) { return setting }
        var editor = ScenarioEditor(scenario)
        let value = Token(text: "1", span: path.span)
        let change = try TypedSetting(path: path, value: value, line: line).apply(to: &editor)
        throw .notUnderstood(.rangeNeeded(change.path), line.place(of: path))
    }
}

extension Session {
    /// The scenario with each lever at one of its values.
    func scenario(
        _ scenario: Scenario, _ levers: [Lever], at point: [Int], in line: CommandLine
    ) throws(CommandFailure) -> Scenario {
        var editor = ScenarioEditor(scenario)
        for (lever, index) in zip(levers, point) {
            let value = Token(text: "=" + lever.values[index].text, span: lever.path.span)
            let path = Token(text: lever.setting.path, span: lever.path.span)
            _ = try TypedSetting(path: path, value: value, line: line).apply(to: &editor)
        }
        return editor.scenario
    }
}
