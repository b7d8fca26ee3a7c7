/// What can stand at the cursor.
struct Completion: Equatable {
    struct Candidate: Equatable {
        /// What is put in place of the word, quoted where it needs to be.
        var text: String
        /// What is shown in the list, e.g. the last part of a path; `text` when nil.
        var label: String?
        /// Whether a space follows when this is the only candidate (not after `resources.`).
        var endsWord: Bool = true
    }

    /// Unicode scalars before the cursor that a candidate replaces.
    var replacedScalars: Int
    var candidates: [Candidate]

    static let none = Completion(replacedScalars: 0, candidates: [])

    /// The longest text that every candidate begins with.
    var commonPrefix: String {
        guard var prefix = candidates.first?.text[...] else { return "" }
        for candidate in candidates.dropFirst() {
            prefix = prefix.prefix(zip(prefix, candidate.text).prefix { $0 == $1 }.count)
        }
        return String(prefix)
    }
}
