/// What can stand at the cursor.
struct Completion: Equatable {
    struct Candidate: Equatable {
        /// What is put in place of the word, quoted where it needs to be.
        var text: String
        /// What is shown in the list, e.g. the last part of a path; `text` when nil.
        var label: String?
        /// Whether a space follows when this is the only candidate (not after `resources.`).
        var endsWord: Bool = true
        /// Said when it is the only candidate: what the value is called and counts.
        var note: String?
    }

    /// Unicode scalars before the cursor that a candidate replaces.
    var replacedScalars: Int
    var candidates: [Candidate]

    static let none = Completion(replacedScalars: 0, candidates: [])

    /// The longest text that every candidate begins with.
    var commonPrefix: String {
        guard let first = candidates.first?.text else { return "" }
        // Bytes first, as there may be thousands of candidates; then back to the end of a whole letter.
        let bytes = Array(first.utf8)
        var length = bytes.count
        for candidate in candidates.dropFirst() {
            length = zip(bytes.prefix(length), candidate.text.utf8).prefix { $0 == $1 }.count
        }
        while length > 0 {
            let end = first.utf8.index(first.startIndex, offsetBy: length)
            if let end = String.Index(end, within: first) { return String(first[..<end]) }
            length -= 1
        }
        return ""
    }
}
