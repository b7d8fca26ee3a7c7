/// The lines of a block, as commands and as answers to what they ask.
final class BlockSource: InputSource {
    private var lines: ArraySlice<String>

    init(_ lines: [String]) { self.lines = lines[...] }

    func readLine(prompt: String) -> InputEvent {
        guard let line = lines.popFirst() else { return .endOfInput }
        return PlainLineReader.event(for: Array(line.utf8))
    }

    func remember(_ entry: String) {}
}
