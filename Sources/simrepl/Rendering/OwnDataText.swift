import Scenarios

/// What was understood of own data, for reading.
struct OwnDataText {
    let own: OwnDataImport
    let folder: String
    let language: Language

    func document() -> ReadingDocument {
        var document = ReadingDocument(title: Texts.understoodTitle(folder)[language], language: language)
        document.sections = own.tables.map { table in
            var section = ReadingDocument.Section(
                title: table.title.safe[language],
                columns: table.columns.map { .init(title: $0[language], alignment: .right) })
            section.rows = table.rows.map { row in row.map { $0.safe[language] } }
            section.sentences = table.sentences.map { $0.safe[language] }
            return section
        }
        if !own.fromExample.isEmpty {
            var section = ReadingDocument.Section(title: Texts.fromExampleTitle[language] + ":")
            section.sentences = [own.fromExample.map { $0.safe[language] }.joined(separator: "; ")]
            document.sections.append(section)
        }
        if !own.notes.isEmpty {
            var section = ReadingDocument.Section(title: Texts.notesTitle[language] + ":")
            section.sentences = own.notes.map { $0[language] }
            document.sections.append(section)
        }
        return document
    }
}
