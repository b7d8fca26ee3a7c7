extension CaseFormat {
    /// The JSON Schema (2020-12) of case files, as `scenarios/case.schema.json` holds it.
    public static func schemaJSON() -> String {
        JSONWriter.pretty(SchemaWriter.caseDocument(), width: 118)
    }

    /// The reference page `docs/case-reference.md`: everything a case file can say, and how to write one.
    public static func referencePage() -> String {
        var writer = ReferenceWriter()
        writer.caseFiles()
        return writer.text
    }
}
