/// An expression over what a citizen is, what the clock shows and what the system holds.
///
/// A formula has one numeric value; a truth value is 1 or 0, a category is the index of its value in the attribute's
/// list. Types are checked by whoever builds the tree (the scenario reader does, with positions); the engine only
/// resolves names. Division by zero and other undefined results give not-a-number, which counts as false in a rule and
/// stops the run with an error where a number is needed.
public indirect enum Formula: Hashable, Sendable {
    case constant(Double)
    /// An attribute of the citizen, by name.
    case attribute(String)
    case state(StateVariable)
    case unary(UnaryOperator, Formula)
    case binary(BinaryOperator, Formula, Formula)
    /// `condition ? then : otherwise`.
    case conditional(Formula, Formula, Formula)

    public enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
        case negate, not, floor, ceiling, round, absolute, squareRoot, exponential, logarithm
    }

    public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
        case add, subtract, multiply, divide, remainder, power
        case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
        case and, or, minimum, maximum
    }

    /// What a formula can ask of the clock, the citizen's history and the system.
    public enum StateVariable: Hashable, Sendable {
        /// Days since the citizen arrived.
        case elapsedDays
        /// Days since the start of the run (fractional).
        case nowDays
        /// 1 Monday … 7 Sunday.
        case weekday
        /// 1 … 12.
        case month
        /// Hours since midnight (fractional).
        case hour
        /// The calendar year, e.g. 2026.
        case year
        /// 1 on a working day of the scenario's calendar, else 0.
        case isWorkingDay
        /// Citizens waiting for the resource or for the step, now.
        case waitingFor(String)
        /// Units of the resource in use now.
        case busy(String)
        /// Units of the resource on duty now.
        case onDuty(String)
        /// How many times the citizen has entered the step (the present visit included).
        case visits(String)
        /// Whether the event (`STEP.enter`, `STEP.start`, `STEP.end` …) has happened to the citizen: 1 or 0.
        case happened(String)
        /// Days since the event last happened to the citizen; not-a-number when it has not.
        case daysSince(String)
        /// Sessions of the course step the citizen has attended so far.
        case sessionsAttended(String)
        /// Days the citizen waited at the step the last time he was served there; not-a-number when never.
        case lastWait(String)
        /// Citizens in the system (arrived and not closed).
        case inSystem
    }

    public static let yes = Formula.constant(1)
    public static let no = Formula.constant(0)
}
