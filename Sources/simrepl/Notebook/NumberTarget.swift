/// Where a number in the words comes from: `base/wait.clarifying.p90#years`.
///
/// The id of a block; then, where the block found several things, which of them; then a measure or a setting; then, after
/// a `#`, in which form it is said.
struct NumberTarget: Equatable {
    /// In which form a number is said.
    enum Form: String, CaseIterable {
        /// Without its unit.
        case number
        /// With its uncertainty: `25 ± 2 dage`.
        case interval
        /// In 8 of 10 years: `19–31 dage`.
        case years
        /// Of a difference: how much more, which must be certain.
        case more
        /// Of a difference: how much less, which must be certain.
        case less
    }

    var block: String
    /// Between the block and the last word: which side of a comparison, which value of a lever.
    var part: String?
    /// A measure, a setting, or one of `replications`, `answer` and `output`.
    var name: String
    var forms: Set<Form> = []

    /// - Parameter text: what stands behind `sim:`.
    init(_ text: String) throws(NotebookProblem) {
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let parts = halves[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), !parts.contains("") else { throw .badTarget(text) }
        block = parts[0]
        part = parts.count == 3 ? parts[1] : nil
        name = parts[parts.count - 1]
        for word in halves.dropFirst().flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            guard let form = Form(rawValue: String(word)) else {
                throw .badForm(String(word), allowed: Form.allCases.map(\.rawValue))
            }
            forms.insert(form)
        }
        let exclusive: [Form] = [.interval, .years, .more, .less]
        if exclusive.filter(forms.contains).count > 1 { throw .badTarget(text) }
    }
}
