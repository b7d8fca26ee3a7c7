import Foundation
import PathwaySim
import Scenarios

/// A file that a walk is to write, checked before the room begins.
struct WalkPaperFile {
    let path: String
    let place: CommandLine.Place

    private var isMarkdown: Bool { path.lowercased().hasSuffix(".md") }

    /// - Parameter option: `handout` or `guide`.
    /// - Returns: nil when it is not asked for.
    init?(_ option: String, _ invocation: Invocation, _ session: Session) throws(CommandFailure) {
        guard let word = invocation[option] else { return nil }
        path = word.text
        place = invocation.line.place(of: word)
        let name = path.lowercased()
        guard name.hasSuffix(".html") || name.hasSuffix(".md") else {
            throw .notUnderstood(.badPaperName(path), place)
        }
        try session.checkIsFree(path, at: place, replacing: invocation.has("force"))
        let folder = (path as NSString).deletingLastPathComponent
        var isFolder: ObjCBool = false
        guard folder.isEmpty || FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            folder.isEmpty || isFolder.boolValue
        else { throw .failed(.unwritableOutput(name: path, reason: Texts.writeError(ENOENT)), place) }
    }

    func write(_ paper: Paper, _ session: Session) throws(CommandFailure) {
        let text = isMarkdown ? PaperMarkdown.text(paper) : PaperHTML.page(paper)
        try session.write(text, to: path, at: place, replacing: true)
        session.console.printWrapped(session.say(Texts.paperWritten(path)))
    }
}

extension LocalFacts {
    /// The facts of the file named by `--facts`; nil when none is named.
    static func read(_ invocation: Invocation) throws(CommandFailure) -> [Fact]? {
        guard let word = invocation["facts"] else { return nil }
        let place = invocation.line.place(of: word)
        let text: String
        do throws(FileProblem) {
            text = try TextFile.read(word.text)
        } catch {
            throw .findings([Diagnostic(error)], SourceFiles())
        }
        do throws(LocalFacts.Problem) {
            return try read(text)
        } catch {
            throw .failed(.badFacts(word.text, error), place)
        }
    }
}

extension CaseFile.Actor {
    /// `borger,gp,kommune,sygehus`, in either language.
    ///
    /// - Returns: each once, in the order given; the first word that names nobody when there is one.
    static func list(_ text: String) -> (actors: [CaseFile.Actor], unknown: String?) {
        var actors: [CaseFile.Actor] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false).map({ $0.trimmed }) {
            guard let actor = named(word) else { return ([], word) }
            if !actors.contains(actor) { actors.append(actor) }
        }
        return (actors, nil)
    }

    private static func named(_ word: String) -> CaseFile.Actor? {
        switch String(Suggestions.folded(word)) {
        case "borger", "borgeren", "citizen": .citizen
        case "gp", "praksis", "almen praksis", "practice", String(Suggestions.folded("læge")): .gp
        case "kommune", "kommunen", "municipality": .municipality
        case "sygehus", "sygehuset", "hospital": .hospital
        default: nil
        }
    }
}
