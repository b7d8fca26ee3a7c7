import Scenarios

extension Session {
    var prompt: String { "sim> " }
    func greet() {}
    func scenarioNames(beginning word: String) -> [Completion.Candidate] { [] }
    var citizenNames: [String] { [] }
    func pathCandidates(for word: String, endingWith suffix: String = "") -> [Completion.Candidate] { [] }
    func valueCandidates(for path: String) -> [Completion.Candidate] { [] }
}
