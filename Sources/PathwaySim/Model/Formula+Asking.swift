extension Formula {
    /// Whether it asks only the clock: the same for everyone, and known without running anything.
    var asksOnlyClock: Bool {
        switch self {
        case .constant: true
        case .attribute: false
        case .state(let variable): variable.isClock
        case .unary(_, let operand): operand.asksOnlyClock
        case .binary(_, let left, let right): left.asksOnlyClock && right.asksOnlyClock
        case .conditional(let condition, let then, let otherwise):
            condition.asksOnlyClock && then.asksOnlyClock && otherwise.asksOnlyClock
        }
    }

    /// Whether it asks something about a citizen: attributes or what has happened to one.
    var asksCitizen: Bool {
        switch self {
        case .constant: false
        case .attribute: true
        case .state(let variable): variable.isAboutCitizen
        case .unary(_, let operand): operand.asksCitizen
        case .binary(_, let left, let right): left.asksCitizen || right.asksCitizen
        case .conditional(let condition, let then, let otherwise):
            condition.asksCitizen || then.asksCitizen || otherwise.asksCitizen
        }
    }
}

extension Formula.StateVariable {
    fileprivate var isClock: Bool {
        switch self {
        case .nowDays, .weekday, .month, .hour, .year, .isWorkingDay: true
        default: false
        }
    }

    fileprivate var isAboutCitizen: Bool {
        switch self {
        case .elapsedDays, .visits, .happened, .daysSince, .sessionsAttended, .lastWait: true
        case .nowDays, .weekday, .month, .hour, .year, .isWorkingDay, .waitingFor, .busy, .onDuty, .inSystem: false
        }
    }
}

extension NumberDraw {
    /// Whether it asks only the clock; see `Formula`.
    public var asksOnlyClock: Bool { allFormulas { $0.asksOnlyClock } }

    /// Whether it asks something about a citizen; where a number belongs to a group or a source that makes no sense.
    public var asksCitizen: Bool { !allFormulas { !$0.asksCitizen } }

    /// Whether it is the same number every time.
    var isConstant: Bool {
        switch self {
        case .distribution(let distribution): if case .constant = distribution.kind { true } else { false }
        case .formula(let formula): if case .constant = formula { true } else { false }
        case .choose: false
        }
    }

    private func allFormulas(_ holds: (Formula) -> Bool) -> Bool {
        switch self {
        case .distribution: true
        case .formula(let formula): holds(formula)
        case .choose(let branches, let otherwise):
            branches.allSatisfy { holds($0.condition) && $0.draw.allFormulas(holds) } && otherwise.allFormulas(holds)
        }
    }
}
