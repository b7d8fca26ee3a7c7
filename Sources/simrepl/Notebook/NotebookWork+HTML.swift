import Foundation
import Scenarios

extension NotebookWork {
    /// Carries out the notebook and writes what came of it as one HTML file; the notebook itself is not touched.
    ///
    /// - Parameter path: nil for one beside the notebook.
    func writePage(to path: String?, isForced: Bool) throws(Failure) {
        let path = path ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) + ".html"
        func whole(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }
        guard whole(path) != whole(name) else {
            throw failure(.system(Texts.alreadyThereAsAnother), isReading: false, named: path)
        }
        let done = try carryOut()
        guard isForced || mayReplacePage(path) else {
            throw failure(.system(Texts.alreadyThereAsAnother), isReading: false, named: path)
        }
        guard case .success(let document) = NotebookParser.parse(done.run.bytes) else {
            // What a run writes can be read again; a notebook that says otherwise is not shown.
            throw failure(.problem(.notText), isReading: true)
        }
        let images = try images(of: document, done)
        let page = NotebookPage(
            document: document, name: (name as NSString).lastPathComponent, labels: done.run.labels, images: images)
        if let code = AtomicFile.write(page.html(), to: path) {
            throw failure(.system(Texts.systemError(code)), isReading: false, named: path)
        }
        session.console.printWrapped(session.say(Texts.written(path)))
        if done.run.bytes != done.file.bytes {
            session.console.printWrapped(session.say(Texts.notebookPageIsNewer(Escaping.terminalSafe(name))))
        }
    }

    /// A page that this command made may be made anew.
    private func mayReplacePage(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else {
            return !FileManager.default.fileExists(atPath: path)
        }
        return String(decoding: data.prefix(4_096), as: UTF8.self).contains(NotebookPage.generator)
    }

    // MARK: Images

    private static let largestImage = 5 << 20

    /// The images that the words name, by the names they use.
    private func images(of document: NotebookDocument, _ done: Done) throws(Failure) -> [String: String] {
        var images: [String: String] = [:]
        var missing: [(NotebookProblem, Range<Int>)] = []
        for range in document.prose {
            for match in document.text.text(range).matches(of: /!\[[^\]]*\]\(([^)\s]+)[^)]*\)/) {
                let target = String(match.output.1)
                guard images[target] == nil else { continue }
                if let data = image(target, done) {
                    images[target] = data
                } else {
                    missing.append((.missingImage(target), Self.place(of: "(" + target, in: done.file.bytes)))
                }
            }
        }
        guard missing.isEmpty else { throw say(NotebookProblems(missing), done.file.bytes) }
        return images
    }

    private func image(_ target: String, _ done: Done) -> String? {
        // Only what lies beside the notebook or below.
        let parts = target.split(separator: "/", omittingEmptySubsequences: false)
        guard !target.hasPrefix("/"), !parts.contains("..") else { return nil }
        let drawing = done.run.drawings.first { $0.name == target }?.bytes
        let path = done.folder + "/" + target
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        guard (size?.intValue ?? 0) <= Self.largestImage,
            let bytes = drawing ?? FileManager.default.contents(atPath: path).map(Array.init),
            let kind = Self.kind(of: bytes)
        else { return nil }
        return "data:\(kind);base64," + Data(bytes).base64EncodedString()
    }

    /// By what the file holds, not by what it is called.
    private static func kind(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "image/gif" }
        let head = String(decoding: bytes.prefix(1_000), as: UTF8.self)
        return head.contains("<svg") ? "image/svg+xml" : nil
    }

    private static func place(of words: String, in bytes: [UInt8]) -> Range<Int> {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let range = text.range(of: words) else { return 0..<0 }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return (start + 1)..<(start + words.utf8.count)
    }
}
