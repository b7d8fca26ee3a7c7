import PathwaySim
import Scenarios

/// What a block left for the numbers in the words.
struct NumberSource {
    /// What its last computation found; nil when it computed nothing.
    var finding: Finding?
    /// The scenario as it was after the block.
    var scenario: Scenario?
    /// All it said.
    var output: String

    /// What people call a measure or setting; nil when nobody calls it anything.
    func label(_ name: String) -> Text? {
        let scenario: Scenario? =
            switch finding {
            case .run(let report): report.scenario
            case .comparison(let report): report.scenario
            case .sweep(let report): report.scenario
            case .search(let report): report.scenario
            case nil: self.scenario
            }
        guard let scenario else { return nil }
        if let setting = scenario.setting(named: name) { return setting.label.safe }
        let label = scenario.measureLabel(name)
        return label.da == name ? nil : label
    }

    /// What is to be said at a number.
    ///
    /// - Parameter words: what is said there now.
    func text(_ target: NumberTarget, words: String, _ format: NumberText) throws(NotebookProblem) -> String {
        if target.name == "output", target.part == nil {
            func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            guard !plain(words).isEmpty, plain(output).contains(plain(words)) else { throw .notInOutput(words) }
            return words
        }
        switch finding {
        case .run(let report): return try text(target, report.result, report.scenario, format)
        case .comparison(let report): return try text(target, report, format)
        case .sweep(let report): return try text(target, report, format)
        case .search(let report): return try text(target, report, format)
        case nil:
            guard let scenario, target.part == nil else { throw .noResult(target.block) }
            return try setting(target, scenario, isAll: true, format)
        }
    }

    private func text(
        _ target: NumberTarget, _ result: RunResult, _ scenario: Scenario?, _ format: NumberText
    ) throws(NotebookProblem) -> String {
        if target.name == "replications" {
            return NumberFormat.decimal(Double(result.replications), digits: 0, language: format.language)
        }
        if let measure = result.measure(target.name) { return try format.text(.init(measure), target) }
        guard let scenario, scenario.setting(named: target.name) != nil else {
            let names = result.measures.filter { $0.by == nil }.map(\.name)
            throw .unknownNumber(target.name, similar: Suggestions.closest(to: target.name, among: names))
        }
        return try setting(target, scenario, isAll: false, format)
    }

    private func setting(
        _ target: NumberTarget, _ scenario: Scenario, isAll: Bool, _ format: NumberText
    ) throws(NotebookProblem) -> String {
        guard let setting = scenario.setting(named: target.name) else {
            if isAll, finding == nil, target.name.contains(".") { throw .noResult(target.block) }
            throw .unknownNumber(target.name, similar: [])
        }
        return try format.text(setting)
    }

    // MARK: Comparisons

    private func text(
        _ target: NumberTarget, _ report: ComparisonReport, _ format: NumberText
    ) throws(NotebookProblem) -> String {
        let comparison = report.comparison
        guard let part = target.part else {
            guard target.name == "replications" else { throw .sideNeeded(target.name, variants: report.variants.count) }
            return try text(target, comparison.base, nil, format)
        }
        if part == "base" { return try text(target, comparison.base, report.base.scenario, format) }
        for (word, isDifference) in [("variant", false), ("difference", true)] where part.hasPrefix(word) {
            let digits = part.dropFirst(word.count)
            guard let index = digits.isEmpty ? 1 : Int(digits), (1...report.variants.count).contains(index) else {
                break
            }
            let variant = comparison.variants[index - 1]
            guard isDifference else {
                return try text(target, variant.result, report.variants[index - 1].scenario, format)
            }
            guard let difference = variant.difference(target.name) else {
                let names = variant.differences.map(\.name)
                throw .unknownNumber(target.name, similar: Suggestions.closest(to: target.name, among: names))
            }
            return try format.text(.init(difference), target)
        }
        throw .sideNeeded(part, variants: report.variants.count)
    }

    // MARK: Levers

    private func text(
        _ target: NumberTarget, _ report: SweepReport, _ format: NumberText
    ) throws(NotebookProblem) -> String {
        if target.name == "replications", target.part == nil {
            return NumberFormat.decimal(Double(report.replications), digits: 0, language: format.language)
        }
        func word(_ point: [Int]) -> String {
            zip(report.levers, point).map { $0.values[$1].text }.joined(separator: ",")
        }
        let known = report.cells.map { word($0.point) }
        guard let part = target.part, let index = known.firstIndex(of: part) else {
            throw .unknownValue(target.part ?? target.name, known: known)
        }
        guard let column = report.measures.firstIndex(of: SweepMeasure(name: target.name)),
            let measure = report.cells[index].measures[column]
        else {
            throw .unknownNumber(
                target.name, similar: Suggestions.closest(to: target.name, among: report.measures.map(\.name)))
        }
        return try format.text(.init(measure), target)
    }

    private func text(
        _ target: NumberTarget, _ report: FindReport, _ format: NumberText
    ) throws(NotebookProblem) -> String {
        guard let answer = report.search.answer, let best = report.search.best else { throw .noAnswer }
        if target.name == "answer", target.part == nil {
            return report.levers[0].values[answer[0]].label(format.language)
        }
        if target.part == nil || target.part == "answer" {
            if let index = report.levers.firstIndex(where: { $0.setting.path == target.name }) {
                return report.levers[index].values[answer[index]].label(format.language)
            }
            if let index = report.goals.firstIndex(where: { $0.measure == target.name && $0.by == nil }),
                let measure = best.measures[index]
            {
                return try format.text(.init(measure), target)
            }
        }
        let names = ["answer"] + report.levers.map(\.setting.path) + report.goals.map(\.measure)
        throw .unknownNumber(target.name, similar: Suggestions.closest(to: target.name, among: names))
    }
}
