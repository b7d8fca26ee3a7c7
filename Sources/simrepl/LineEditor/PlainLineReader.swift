import Foundation

/// Reads lines from a file descriptor as they are: no prompt, no editing.
///
/// Used for pipes, scripts and terminals that cannot edit (`TERM=dumb`). Anything may come in: a line that is no text is
/// reported and skipped, and memory stays bounded however long a line is.
final class PlainLineReader: InputSource {
    /// Longest line taken as a command. Pasting a whole file by mistake is answered, not executed.
    static let longestLine = 1 << 20

    private let descriptor: Int32
    /// Shown before each line; only where a person sits at a terminal that cannot edit.
    private let showPrompt: ((String) -> Void)?
    private let isInterrupted: () -> Bool
    private var chunk: [UInt8] = []
    private var position = 0
    private var atEnd = false

    /// - Parameter isInterrupted: asked when a signal ends a read; true makes `readLine` return `.interrupted`.
    init(
        descriptor: Int32, showPrompt: ((String) -> Void)? = nil, isInterrupted: @escaping () -> Bool = { false }
    ) {
        self.descriptor = descriptor
        self.showPrompt = showPrompt
        self.isInterrupted = isInterrupted
    }

    func remember(_ entry: String) {}

    func readLine(prompt: String) -> InputEvent {
        showPrompt?(prompt)
        var line: [UInt8] = []
        var tooLong = false
        while true {
            if position == chunk.count {
                switch refill() {
                case .filled: break
                case .interrupted: return .interrupted
                case .failed(let code): return .failed(code: code)
                case .end:
                    if tooLong { return .unreadable(.tooLong(limit: Self.longestLine)) }
                    return line.isEmpty ? .endOfInput : Self.event(for: line)
                }
            }
            let newline = chunk[position...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline ?? chunk.count
            if line.count + (end - position) > Self.longestLine {
                tooLong = true
                line.removeAll(keepingCapacity: false)
            }
            if !tooLong { line.append(contentsOf: chunk[position..<end]) }
            position = newline.map { $0 + 1 } ?? chunk.count
            if newline != nil {
                return tooLong ? .unreadable(.tooLong(limit: Self.longestLine)) : Self.event(for: line)
            }
        }
    }

    private enum Refill {
        case filled, end, interrupted
        case failed(Int32)
    }

    private func refill() -> Refill {
        guard !atEnd else { return .end }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                chunk = Array(buffer[..<count])
                position = 0
                return .filled
            }
            if count == 0 {
                atEnd = true
                return .end
            }
            let code = errno
            guard code == EINTR else {
                atEnd = true
                return .failed(code)
            }
            if isInterrupted() { return .interrupted }
        }
    }

    /// The text of a line, or why it is none. A carriage return before the newline belongs to the newline.
    static func event(for bytes: [UInt8]) -> InputEvent {
        var bytes = bytes[...]
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        if let nul = bytes.firstIndex(of: 0) { return .unreadable(.nul(byte: nul + 1)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .unreadable(.notText(byte: firstInvalidByte(bytes) + 1))
        }
        return .line(text)
    }

    private static func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            valid += UTF8.width(scalar)
        }
        return valid
    }
}
