/// Text inside Markdown.
enum MarkdownText {
    /// Shown as it is, whatever marks are in it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_[]<>|#".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
