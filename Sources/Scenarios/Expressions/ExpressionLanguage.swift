import PathwaySim

/// The functions and built-in names of the expression language: what the checker accepts and the reference page lists.
public enum ExpressionLanguage {
    /// A function, or a name that asks the clock or the system.
    public struct Function: Sendable {
        public let name: String
        /// How it is written: `waiting(STEP|RESOURCE)`.
        public let usage: String
        public let meaning: Text
        let parameters: Parameters
        let result: ExpressionType
    }

    enum Parameters: Sendable {
        /// A name without parentheses (empty ones are accepted).
        case none
        case reference(ExpressionProblem.Reference)
        case numbers(atLeast: Int, atMost: Int)
    }

    /// Names that no attribute or parameter may have.
    public static let reservedNames: Set<String> = Set(functions.map(\.name)).union(
        ["true", "false", "and", "or", "not", "og", "eller", "ikke"])

    /// Everything that can be asked, by name.
    static let byName: [String: Function] = Dictionary(
        functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    public static let functions: [Function] = states + references + numeric

    private static let states: [Function] = [
        state("elapsed", .number, da: "dage siden borgeren ankom", en: "days since the citizen arrived"),
        state("now", .number, da: "dage siden kørslens start", en: "days since the start of the run"),
        state("weekday", .number, da: "ugedag, 1 mandag til 7 søndag", en: "day of the week, 1 Monday to 7 Sunday"),
        state("month", .number, da: "måned, 1 til 12", en: "month, 1 to 12"),
        state("hour", .number, da: "timer siden midnat", en: "hours since midnight"),
        state("year", .number, da: "årstal", en: "calendar year"),
        state("workingDay", .boolean, da: "om det er hverdag i kalenderen", en: "whether it is a working day"),
        state("inSystem", .number, da: "borgere i forløb nu", en: "citizens in the system now"),
    ]

    private static let references: [Function] = [
        reference(
            "waiting", .stepOrResource, .number, da: "borgere, der venter ved trinnet eller ressourcen nu",
            en: "citizens waiting at the step or for the resource now"),
        reference("busy", .resource, .number, da: "enheder i brug nu", en: "units in use now"),
        reference("onDuty", .resource, .number, da: "enheder på arbejde nu", en: "units on duty now"),
        reference(
            "visits", .step, .number, da: "antal gange borgeren er nået til trinnet",
            en: "times the citizen has entered the step"),
        reference(
            "happened", .event, .boolean, da: "om hændelsen er sket for borgeren",
            en: "whether the event has happened to the citizen"),
        reference(
            "since", .event, .number, da: "dage siden hændelsen sidst skete for borgeren",
            en: "days since the event last happened to the citizen"),
        reference(
            "attended", .course, .number, da: "mødegange borgeren har deltaget i",
            en: "sessions of the course the citizen has attended"),
        reference(
            "lastWait", .step, .number, da: "dage borgeren sidst ventede ved trinnet",
            en: "days the citizen last waited at the step"),
    ]

    private static let numeric: [Function] = [
        numbers("min", 2, .max, da: "det mindste tal", en: "the smallest number"),
        numbers("max", 2, .max, da: "det største tal", en: "the largest number"),
        numbers("abs", 1, 1, da: "tallet uden fortegn", en: "the number without its sign"),
        numbers("floor", 1, 1, da: "rundet ned", en: "rounded down"),
        numbers("ceil", 1, 1, da: "rundet op", en: "rounded up"),
        numbers("round", 1, 1, da: "rundet til nærmeste hele tal", en: "rounded to the nearest whole number"),
        numbers("sqrt", 1, 1, da: "kvadratroden", en: "the square root"),
        numbers("exp", 1, 1, da: "e opløftet til tallet", en: "e to the power of the number"),
        numbers("log", 1, 1, da: "den naturlige logaritme", en: "the natural logarithm"),
    ]

    private static func state(_ name: String, _ result: ExpressionType, da: String, en: String) -> Function {
        Function(name: name, usage: name, meaning: Text(da: da, en: en), parameters: .none, result: result)
    }

    private static func reference(
        _ name: String, _ kind: ExpressionProblem.Reference, _ result: ExpressionType, da: String, en: String
    ) -> Function {
        let argument =
            switch kind {
            case .step: "STEP"
            case .resource: "RESOURCE"
            case .stepOrResource: "STEP|RESOURCE"
            case .course: "COURSE"
            case .event: "'STEP.start'"
            }
        return Function(
            name: name, usage: "\(name)(\(argument))", meaning: Text(da: da, en: en), parameters: .reference(kind),
            result: result)
    }

    private static func numbers(_ name: String, _ least: Int, _ most: Int, da: String, en: String) -> Function {
        Function(
            name: name, usage: least == 1 ? "\(name)(x)" : "\(name)(x, y, …)", meaning: Text(da: da, en: en),
            parameters: .numbers(atLeast: least, atMost: most), result: .number)
    }

    /// What a built-in name asks, or nil when it is no such name.
    static func state(_ name: String) -> Formula.StateVariable? {
        switch name {
        case "elapsed": .elapsedDays
        case "now": .nowDays
        case "weekday": .weekday
        case "month": .month
        case "hour": .hour
        case "year": .year
        case "workingDay": .isWorkingDay
        case "inSystem": .inSystem
        default: nil
        }
    }

    /// What a function of a name asks, or nil when it is no such function.
    static func state(_ function: String, of name: String) -> Formula.StateVariable? {
        switch function {
        case "waiting": .waitingFor(name)
        case "busy": .busy(name)
        case "onDuty": .onDuty(name)
        case "visits": .visits(name)
        case "happened": .happened(name)
        case "since": .daysSince(name)
        case "attended": .sessionsAttended(name)
        case "lastWait": .lastWait(name)
        default: nil
        }
    }

    /// The operator of a function of one number, or nil.
    static func unary(_ function: String) -> Formula.UnaryOperator? {
        switch function {
        case "abs": .absolute
        case "floor": .floor
        case "ceil": .ceiling
        case "round": .round
        case "sqrt": .squareRoot
        case "exp": .exponential
        case "log": .logarithm
        default: nil
        }
    }
}
