import Foundation
import Scenarios

/// Shows long output a screen at a time: when the screen is full, nothing more is shown until a key is pressed.
///
/// Only at a prompt, where a person sits; what goes to a file or a pipe is never held back.
final class Pager {
    private let terminal: Terminal
    private let input: Int32
    private let output: FileDescriptorWriter
    /// Rows shown since the person last did something.
    private var shown = 0
    /// The rest of this command's output is not wanted.
    private(set) var isSkipping = false
    /// What is said at the foot of a full screen.
    private var prompt = ""

    init(terminal: Terminal, input: Int32 = STDIN_FILENO, output: FileDescriptorWriter) {
        self.terminal = terminal
        self.input = input
        self.output = output
    }

    /// Called when the person has typed something: the screen is theirs from here.
    ///
    /// - Parameter prompt: what is said at the foot of a full screen.
    func begin(_ prompt: String) {
        self.prompt = prompt
        shown = 0
        isSkipping = false
    }

    /// The parts of a text that are to be written, one after the other; asks between them.
    func write(_ text: String, _ put: (String) -> Void) {
        guard let rows = terminal.rows, rows > 4 else { return put(text) }
        var part = ""
        var rest = text[...]
        while !rest.isEmpty, !isSkipping {
            let end = rest.firstIndex(of: "\n").map { rest.index(after: $0) } ?? rest.endIndex
            let line = rest[..<end]
            let height = rowCount(of: line)
            if shown > 0, shown + height > rows - 1 {
                put(part)
                part = ""
                ask(rows)
                continue
            }
            part += line
            shown += line.hasSuffix("\n") ? height : height - 1
            rest = rest[end...]
        }
        if !part.isEmpty, !isSkipping { put(part) }
    }

    /// A line wider than the window takes several rows.
    private func rowCount(of line: Substring) -> Int {
        var plain = ""
        var isControl = false
        for scalar in line.unicodeScalars where scalar != "\n" {
            if scalar == "\u{1B}" {
                isControl = true
            } else if isControl {
                isControl = !(("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar))
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return max(1, (DisplayWidth.of(plain) + terminal.columns - 1) / max(1, terminal.columns))
    }

    private func ask(_ rows: Int) {
        // One row, whatever the window, so that one row is all there is to wipe out.
        let prompt = DisplayWidth.truncated(prompt, to: max(1, terminal.columns - 1))
        _ = output.write(terminal.usesColour ? "\u{1B}[7m\(prompt)\u{1B}[0m" : prompt)
        let key = readKey()
        _ = output.write("\r\u{1B}[K")
        switch key {
        case .line: shown = max(0, rows - 2)
        case .page: shown = 0
        case .stop: isSkipping = true
        }
    }

    private enum Key {
        case line, page, stop
    }

    /// One key, at once and without showing it; the end of the input stops.
    private func readKey() -> Key {
        var before = termios()
        let isTerminal = tcgetattr(input, &before) == 0
        if isTerminal {
            var raw = before
            raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
            tcsetattr(input, TCSANOW, &raw)
        }
        defer { if isTerminal { tcsetattr(input, TCSANOW, &before) } }
        var bytes = [UInt8](repeating: 0, count: 16)
        var count = 0
        repeat { count = read(input, &bytes, bytes.count) } while count < 0 && errno == EINTR && !Interrupt.isRequested
        guard count > 0 else { return .stop }
        switch bytes[..<count] {
        case [UInt8(ascii: "q")], [UInt8(ascii: "Q")], [3], [4], [27]: return .stop
        case [13], [10], [27, UInt8(ascii: "["), UInt8(ascii: "B")], [27, UInt8(ascii: "O"), UInt8(ascii: "B")]:
            return .line
        default: return .page
        }
    }
}
