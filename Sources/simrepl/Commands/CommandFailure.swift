import Scenarios

/// Why a command did not do what was asked.
enum CommandFailure: Error {
    /// The words make no command: exit status 2.
    case notUnderstood(CommandProblem, CommandLine.Place?)
    /// Understood, and impossible with what it was given: exit status 1.
    case failed(CommandProblem, CommandLine.Place?)
    /// No such path in the scenario: exit status 1.
    case path(JSONPathProblem, CommandLine.Place)
    /// The engine could not do it: exit status 1.
    case engine(EngineProblem)
    /// Findings about a scenario, with the texts they point into: exit status 1.
    case findings([Diagnostic], SourceFiles)
    /// Everything was already said; only the exit status is left.
    case said(ExitStatus)
    /// Ctrl-C.
    case interrupted

    var status: ExitStatus {
        switch self {
        case .notUnderstood: .notUnderstood
        case .failed, .path, .engine, .findings: .failed
        case .said(let status): status
        case .interrupted: .interrupted
        }
    }
}

/// How the program ends; of several commands the worst counts.
enum ExitStatus: Int32, Comparable, Sendable {
    case done = 0
    case failed = 1
    case notUnderstood = 2
    case interrupted = 130

    static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
