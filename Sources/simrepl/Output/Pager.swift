import Foundation
import Scenarios

/// Shows long output a screen at a time: when the screen is full, nothing more is shown until a key is pressed.
///
/// The keys are those of `less`, as far as they make sense here. Only at a prompt, where a person sits; what goes to a
/// file or a pipe is never held back.
final class Pager {
    private let terminal: Terminal
    private let input: Int32
    private let output: FileDescriptorWriter
    /// What this command has shown, a line each with its line break; the last one may be unfinished.
    private var lines: [String] = []
    /// Rows shown since the person last did something.
    private var shown = 0
    /// The rest of this command's output is not wanted.
    private(set) var isSkipping = false
    /// The rest of this command's output is wanted without a stop.
    private var isHurrying = false
    /// What is said at the foot of a full screen, and where that is too long.
    private var prompt = ""
    private var shortPrompt = ""
    /// Lines kept for going back; a longer way back than this nobody goes with a key.
    private static let capacity = 20_000

    init(terminal: Terminal, input: Int32 = STDIN_FILENO, output: FileDescriptorWriter) {
        self.terminal = terminal
        self.input = input
        self.output = output
    }

    /// Called when the person has typed something: the screen is theirs from here.
    ///
    /// - Parameters:
    ///   - prompt: what is said at the foot of a full screen.
    ///   - shortPrompt: the same in few words, for a narrow window.
    func begin(_ prompt: String, shortPrompt: String) {
        self.prompt = prompt
        self.shortPrompt = shortPrompt
        lines = []
        shown = 0
        isSkipping = false
        isHurrying = false
    }

    /// The parts of a text that are to be written, one after the other; asks between them.
    func write(_ text: String, _ put: (String) -> Void) {
        guard !isSkipping else { return }
        guard !isHurrying, let rows = terminal.rows, rows > 4 else { return put(text) }
        var part = ""
        var rest = text[...]
        while !rest.isEmpty, !isSkipping {
            let end = rest.firstIndex(of: "\n").map { rest.index(after: $0) } ?? rest.endIndex
            let line = rest[..<end]
            let height = rowCount(of: line)
            // The window may have been resized since the last line.
            let room = (terminal.rows ?? rows) - 1
            if !isHurrying, shown > 0, shown + height > room {
                put(part)
                part = ""
                ask()
                continue
            }
            part += line
            keep(line)
            shown += line.hasSuffix("\n") ? height : height - 1
            rest = rest[end...]
        }
        if !part.isEmpty, !isSkipping { put(part) }
    }

    private func keep(_ line: Substring) {
        if let last = lines.last, !last.hasSuffix("\n") {
            lines[lines.count - 1] += line
        } else {
            lines.append(String(line))
        }
        if lines.count > Self.capacity { lines.removeFirst(Self.capacity / 2) }
    }

    /// A line wider than the window takes several rows.
    private func rowCount(of line: some StringProtocol) -> Int {
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

    // MARK: Going through what is shown

    /// Asks until more is wanted than has been shown, or nothing more at all.
    private func ask() {
        // How many of the lines are above the foot of the screen: all of them, until the person goes back.
        var end = lines.count
        while true {
            // One row, whatever the window, so that one row is all there is to wipe out.
            let room = max(1, terminal.columns - 1)
            let foot = DisplayWidth.of(prompt) <= room ? prompt : DisplayWidth.truncated(shortPrompt, to: room)
            let key = readKey(after: terminal.usesColour ? "\u{1B}[7m\(foot)\u{1B}[0m" : foot)
            _ = output.write("\r\u{1B}[K")
            let rows = max(2, (terminal.rows ?? 24) - 1)
            let wanted: Int
            switch key {
            case .forward(let step):
                guard end == lines.count else {
                    wanted = firstLine(after: end, rows: step.rows(of: rows))
                    break
                }
                shown = max(0, rows - step.rows(of: rows))
                return
            case .back(let step): wanted = lastLine(before: end, rows: step.rows(of: rows))
            case .top: wanted = 0
            case .bottom:
                if end < lines.count { redraw(to: lines.count, rows) }
                isHurrying = true
                return
            case .stop:
                isSkipping = true
                return
            case .nothing: continue
            }
            let moved = max(wanted, firstLine(after: 0, rows: rows))
            guard moved != end else { continue }
            end = min(moved, lines.count)
            redraw(to: end, rows)
        }
    }

    /// The screen anew, with the lines before `end` above its foot.
    private func redraw(to end: Int, _ rows: Int) {
        let start = lastLine(before: end, rows: rows)
        _ = output.write("\u{1B}[H\u{1B}[J" + lines[start..<end].joined())
    }

    /// Where one is after going forward so many rows at most, one line at least.
    private func firstLine(after start: Int, rows: Int) -> Int {
        var (line, used) = (start, 0)
        while line < lines.count {
            used += rowCount(of: lines[line])
            if used > rows, line > start { break }
            line += 1
        }
        return line
    }

    /// Where one is after going back so many rows at most, one line at least.
    private func lastLine(before end: Int, rows: Int) -> Int {
        var (line, used) = (end, 0)
        while line > 0 {
            used += rowCount(of: lines[line - 1])
            if used > rows, line < end { break }
            line -= 1
        }
        return line
    }

    // MARK: Keys

    private enum Step {
        case line, half, page

        func rows(of window: Int) -> Int {
            switch self {
            case .line: 1
            case .half: max(1, window / 2)
            case .page: window
            }
        }
    }

    private enum Key {
        case forward(Step)
        case back(Step)
        case top, bottom, stop, nothing
    }

    /// One key, at once and without showing it; the end of the input stops.
    ///
    /// Keys come as keys before the prompt is there: a Ctrl-C that answers it is never taken for one that stops a run.
    private func readKey(after prompt: String) -> Key {
        var before = termios()
        let isTerminal = tcgetattr(input, &before) == 0
        if isTerminal {
            var raw = before
            raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
            tcsetattr(input, TCSANOW, &raw)
        }
        defer { if isTerminal { tcsetattr(input, TCSANOW, &before) } }
        _ = output.write(prompt)
        var bytes = [UInt8](repeating: 0, count: 16)
        var count = 0
        // Whether a run was stopped before says nothing here.
        repeat {
            count = read(input, &bytes, bytes.count)
        } while count < 0 && errno == EINTR
            && (isTerminal || !Interrupt.isRequested)
        guard count > 0 else { return .stop }
        if bytes[0] == 26, isTerminal {
            // Ctrl-Z, which is a key here: suspended with the terminal as it was.
            tcsetattr(input, TCSANOW, &before)
            raise(SIGTSTP)
            return .nothing
        }
        return Self.key(Array(bytes[..<count]))
    }

    /// What a key asks for. Keys that mean nothing here do nothing.
    private static func key(_ bytes: [UInt8]) -> Key {
        if bytes.first == 27, bytes.count > 1 {
            switch String(decoding: bytes.dropFirst(), as: UTF8.self) {
            case "[A", "OA": return .back(.line)
            case "[B", "OB": return .forward(.line)
            case "[5~": return .back(.page)
            case "[6~": return .forward(.page)
            case "[H", "OH", "[1~": return .top
            case "[F", "OF", "[4~": return .bottom
            default: return .nothing
            }
        }
        // Several at once were pasted or held down; the first counts.
        switch bytes.first {
        case 3, 4, 27, UInt8(ascii: "q"), UInt8(ascii: "Q"): return .stop
        case 10, 13, 14, UInt8(ascii: "j"), UInt8(ascii: "e"): return .forward(.line)
        case 16, UInt8(ascii: "k"), UInt8(ascii: "y"): return .back(.line)
        case 32, 6, 22, UInt8(ascii: "f"), UInt8(ascii: "z"): return .forward(.page)
        case 2, UInt8(ascii: "b"): return .back(.page)
        case UInt8(ascii: "d"): return .forward(.half)
        case 21, UInt8(ascii: "u"): return .back(.half)
        case UInt8(ascii: "g"), UInt8(ascii: "<"): return .top
        case UInt8(ascii: "G"), UInt8(ascii: ">"): return .bottom
        default: return .nothing
        }
    }
}
