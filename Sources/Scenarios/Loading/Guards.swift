internal import PathwaySim

/// Finds what makes a readable scenario unworkable, as far as that shows without running it.
enum Guards {
    static func check(_ model: Model, document: JSONNode) -> [Diagnostic] { [] }
}
