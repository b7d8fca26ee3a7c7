import Foundation
import Scenarios

extension Command {
    static let `import` = Command(
        "import", "importer", .model,
        parameters: [Parameter("file", Texts.placeholderTableOrFolder, .table)],
        options: [
            Option("template", Texts.placeholderFolder, .file, help: Texts.optionTemplate),
            Option("extends", Texts.placeholderScenario, .scenario, help: Texts.optionExtends),
            Option("check", help: Texts.optionImportCheck),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.importSummary, details: Texts.importDetails,
        examples: [
            "export tal.csv; set resources.clarifier.slotsPerWeek 14; import tal.csv",
            "import --template mine-tal",
        ]
    ) { invocation, session throws(CommandFailure) in
        let line = invocation.line
        if let folder = invocation["template"] {
            if let file = invocation["file"] {
                throw .notUnderstood(
                    .unexpectedArgument(file.text, usage: invocation.command.usageText), line.place(of: file))
            }
            try session.writeTemplate(to: folder, invocation)
            return
        }
        guard let word = invocation["file"] else {
            throw .notUnderstood(
                .missingArgument(Texts.placeholderTableOrFolder, usage: invocation.command.usageText), line.end)
        }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: word.text, isDirectory: &isFolder)
        if exists ? isFolder.boolValue : !word.text.lowercased().hasSuffix(".csv") {
            try session.importFolder(word, invocation)
        } else {
            for option in ["extends", "check", "force"] where invocation.has(option) {
                throw .notUnderstood(.optionForFolders("--" + option), line.place(of: word))
            }
            try session.importTable(word)
        }
    }

    var usageText: Text { Text(da: usage(.da), en: usage(.en)) }
}

extension Session {
    /// What own data are laid on top of when nothing else is said.
    static let ownDataBase = "egne-data"

    /// Sets what a table of parameters changes.
    fileprivate func importTable(_ word: Token) throws(CommandFailure) {
        let before = try scenario()
        var editor = ScenarioEditor(before)
        let made: [SettingChange]
        do throws(Diagnostics) {
            let changes = try ParameterTable.changes(
                in: URL(fileURLWithPath: word.text), named: word.text, from: before)
            made = try ParameterTable.apply(changes, to: &editor)
        } catch {
            throw .findings(error.all, before.files)
        }
        guard !made.isEmpty else {
            console.printWrapped(say(Texts.nothingImported(word.text)))
            return
        }
        apply(.init(before: before, after: editor.scenario, changes: made), [Texts.changeIsAssumption])
    }

    /// Makes a folder with the files to fill in; none that is there already is written over.
    fileprivate func writeTemplate(to word: Token, _ invocation: Invocation) throws(CommandFailure) {
        let base = try read(invocation["extends"]?.text ?? Self.ownDataBase)
        let files = OwnDataTemplate.files(for: base, language)
        let folder = Self.withoutSlash(word.text)
        let place = invocation.line.place(of: word)
        for file in files {
            try checkIsFree(folder + "/" + file.name, at: place, replacing: invocation.has("force"))
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .failed(.unwritableOutput(name: folder, reason: Texts.writeError(errno)), place)
        }
        for file in files { try write(file.text, to: folder + "/" + file.name, at: place, replacing: true) }
        console.printWrapped(say(Texts.templateMade(folder, files.map(\.name))))
    }

    static func withoutSlash(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    // MARK: Own data

    /// The files that are made of a folder.
    private struct Names {
        let scenario: String
        let lastYear: String
        let observed: String

        init(folder: String, _ language: Language) {
            let stem = Session.withoutSlash(URL(fileURLWithPath: folder).standardizedFileURL.path)
            // As it was named where that says where it lies; beside it otherwise.
            let named = Session.withoutSlash(folder)
            let isPlain = !named.hasSuffix(".") && named != "~"
            let path = isPlain ? named : stem
            scenario = path + ".json"
            lastYear = path + (language == .da ? "-sidste-aar" : "-last-year") + ".json"
            observed = path + (language == .da ? "-observeret" : "-observed") + ".csv"
        }
    }

    fileprivate func importFolder(_ word: Token, _ invocation: Invocation) throws(CommandFailure) {
        let reference = invocation["extends"]?.text ?? Self.ownDataBase
        let base = try read(reference)
        guard !PersonalData.holdsPersonalNumber(word.text) else {
            throw .failed(.personalName, invocation.line.place(of: word))
        }
        let folder = library.exampleData(named: word.text) ?? URL(fileURLWithPath: word.text)
        let own: OwnDataImport
        do throws(Diagnostics) {
            own = try OwnDataImport(folder: folder, named: word.text, base: base)
        } catch {
            throw .findings(error.all, base.files)
        }
        let names = Names(folder: word.text, language)
        let place = invocation.line.place(of: word)
        console.print(
            OwnDataText(own: own, folder: Self.withoutSlash(word.text), language: language).document()
                .lines(width: console.width, heading: console.heading))
        console.print()
        if invocation.has("check") {
            console.printWrapped(say(Texts.onlyChecked))
            return
        }
        let wanted =
            [names.scenario] + (own.hasLastYear ? [names.lastYear] : []) + (own.hasFigures ? [names.observed] : [])
        for path in wanted { try checkIsFree(path, at: place, replacing: invocation.has("force")) }
        let isPrompt =
            invocation.line.origin == .typed && !isNotebook && isatty(STDIN_FILENO) == 1 && console.terminal.isTerminal
        if isPrompt, !isConfirmed() {
            console.printWrapped(say(Texts.notWritten))
            return
        }
        let here = VariantName.folder(ofFile: names.scenario)
        for path in wanted where library.builds(on: path, extending: base.baseReference, from: here) {
            throw .failed(.buildsOnItself(path), place)
        }
        let made = try write(own, names, folder: word.text, extending: base.baseReference, at: place)
        console.printWrapped(
            say(
                Texts.importWritten(
                    names.scenario, lastYear: own.hasLastYear ? names.lastYear : nil,
                    observed: own.hasFigures ? names.observed : nil)))
        open(made)
        report(made.warnings, of: made)
        console.printWrapped(
            say(
                invocation.line.origin == .arguments
                    ? Texts.importNext(names.scenario) : Texts.importLoaded(hasList: own.hasList)))
    }

    private func isConfirmed() -> Bool {
        guard case .line(let text) = answer(say(Texts.mayImport)) else { return false }
        return ["j", "ja", "y", "yes"].contains(text.trimmingCharacters(in: .whitespaces).lowercased())
    }

    /// Writes the files after reading them as scenarios, so that what is written can be used.
    private func write(
        _ own: OwnDataImport, _ names: Names, folder: String, extending base: String, at place: CommandLine.Place
    ) throws(CommandFailure) -> Scenario {
        let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        let text = own.scenarioJSON(
            id: VariantName.id(ofFile: names.scenario), name: name, extending: base)
        let reference = "./" + URL(fileURLWithPath: names.scenario).lastPathComponent
        let last = own.lastYearJSON(id: VariantName.id(ofFile: names.lastYear), name: name, extending: reference)
        do throws(LoadFailure) {
            _ = try library.load(text: text, name: names.scenario)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
        try write(text, to: names.scenario, at: place, replacing: true)
        if let last {
            try write(last, to: names.lastYear, at: place, replacing: true)
            _ = try read(names.lastYear)
        }
        if own.hasFigures { try write(own.observedCSV(language), to: names.observed, at: place, replacing: true) }
        return try read(names.scenario)
    }
}
