/// What two texts differ in, in the notation that `diff -u` and `patch` share.
struct UnifiedDiff {
    private struct Line: Hashable {
        /// With its ending.
        var bytes: ArraySlice<UInt8>
    }

    private enum Change {
        case same(Line)
        case old(Line)
        case new(Line)
    }

    private static let context = 3
    /// Lines beyond which the differing part is shown as one change.
    private static let most = 20_000

    /// The lines of the difference, each with its ending; empty when the texts are the same.
    static func text(_ old: [UInt8], _ new: [UInt8], name: String, newName: String) -> String {
        let changes = changes(lines(old), lines(new))
        var text = ""
        var (oldLine, newLine) = (1, 1)
        var index = 0
        while let first = changes[index...].firstIndex(where: { if case .same = $0 { false } else { true } }) {
            // From a little before the first change to where enough unchanged lines follow.
            let start = max(index, first - context)
            var end = first
            var unchanged = 0
            while end < changes.count, unchanged <= 2 * context {
                if case .same = changes[end] { unchanged += 1 } else { unchanged = 0 }
                end += 1
            }
            end -= max(0, unchanged - context)
            oldLine += start - index
            newLine += start - index
            text += hunk(changes[start..<end], &oldLine, &newLine)
            index = end
        }
        return text.isEmpty ? "" : "--- \(name)\n+++ \(newName)\n" + text
    }

    private static func hunk(_ changes: ArraySlice<Change>, _ oldLine: inout Int, _ newLine: inout Int) -> String {
        var text = ""
        var (olds, news) = (0, 0)
        for change in changes {
            switch change {
            case .same(let line):
                (olds, news) = (olds + 1, news + 1)
                text += " " + shown(line)
            case .old(let line):
                olds += 1
                text += "-" + shown(line)
            case .new(let line):
                news += 1
                text += "+" + shown(line)
            }
        }
        // An empty side is named by the line before it.
        let head =
            "@@ -\(olds == 0 ? oldLine - 1 : oldLine),\(olds) +\(news == 0 ? newLine - 1 : newLine),\(news) @@\n"
        oldLine += olds
        newLine += news
        return head + text
    }

    private static func shown(_ line: Line) -> String {
        let text = String(decoding: line.bytes, as: UTF8.self)
        return line.bytes.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            lines.append(Line(bytes: rest[..<end]))
            rest = rest[end...]
        }
        return lines
    }

    private static func changes(_ old: [Line], _ new: [Line]) -> [Change] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let (oldRest, newRest) = (old[head...], new[head...])
        let tail = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
        let (oldCore, newCore) = (Array(oldRest.dropLast(tail)), Array(newRest.dropLast(tail)))
        var changes: [Change] = old[..<head].map { .same($0) }
        if oldCore.count + newCore.count > most {
            changes += oldCore.map { .old($0) } + newCore.map { .new($0) }
        } else {
            changes += paired(oldCore, newCore)
        }
        return changes + old[(old.count - tail)...].map { .same($0) }
    }

    private static func paired(_ old: [Line], _ new: [Line]) -> [Change] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var changes: [Change] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, removed.contains(i) {
                changes.append(.old(old[i]))
                i += 1
            } else if j < new.count, inserted.contains(j) {
                changes.append(.new(new[j]))
                j += 1
            } else {
                changes.append(.same(old[i]))
                (i, j) = (i + 1, j + 1)
            }
        }
        return changes
    }
}
