import Scenarios

/// What stands behind `sim` on the line that opens a block.
struct BlockAttributes: Equatable {
    /// By which numbers in the words find the block's result.
    var id: String?
    /// The seed of the block's commands.
    var seed: Int?
    /// Not carried out; what stands under it is left as it is.
    var skip = false
    /// Must fail.
    var error = false
    /// Carried out without showing what it says.
    var hide = false
    /// Seconds after which it is stopped.
    var timeout = BlockAttributes.longest

    static let longest = 600
    static let names = ["id", "seed", "skip", "error", "hide", "timeout"]

    /// Reads one word.
    ///
    /// - Throws: what is wrong with it.
    mutating func read(_ word: String) throws(NotebookProblem) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (name, value) = (parts[0], parts.count > 1 ? parts[1] : nil)
        switch name {
        case "id":
            guard let value, ScenarioFormat.isID(value) else { throw .badID(value ?? "") }
            id = value
        case "seed":
            guard let number = value.flatMap({ Int($0) }), FrontMatterReader.seeds.contains(number) else {
                throw .badSeed(value ?? "")
            }
            seed = number
        case "timeout":
            let digits = value?.hasSuffix("s") == true ? value.map { String($0.dropLast()) } : value
            guard let seconds = digits.flatMap({ Int($0) }), (1...86_400).contains(seconds) else {
                throw .badTimeout(value ?? "")
            }
            timeout = seconds
        case "skip", "error", "hide":
            guard value == nil else { throw .flagWithValue(name) }
            if name == "skip" { skip = true } else if name == "error" { error = true } else { hide = true }
        default: throw .unknownAttribute(name, similar: Suggestions.closest(to: name, among: Self.names))
        }
    }
}
