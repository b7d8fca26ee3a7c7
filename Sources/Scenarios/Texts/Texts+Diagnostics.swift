extension Texts {
    /// The word before a finding.
    static func severity(_ severity: Severity) -> Text {
        switch severity {
        case .error: Text(da: "fejl", en: "error")
        case .warning: Text(da: "advarsel", en: "warning")
        case .note: Text(da: "note", en: "note")
        }
    }

    /// `; did you mean "smoker"?` or nothing; several are joined with "or".
    static func didYouMean(_ suggestions: [String]) -> Text {
        guard !suggestions.isEmpty else { return Text(same: "") }
        let quoted = suggestions.map { Escaping.quoted($0) }
        return Text(
            da: "; mente du \(joined(quoted, word: "eller"))?", en: "; did you mean \(joined(quoted, word: "or"))?")
    }

    /// `a, b or c`.
    static func joined(_ items: [String], word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " " + word + " " + last
    }

    /// `; allowed: "a", "b"`: quoted, at most `limit` of them, the rest counted.
    static func allowed(_ items: [String], limit: Int = 12) -> Text {
        guard !items.isEmpty else { return Text(same: "") }
        let listed = items.prefix(limit).map { Escaping.quoted($0) }.joined(separator: ", ")
        let rest = items.count - min(items.count, limit)
        let more = rest == 0 ? Text(same: "") : Text(da: " og \(rest) til", en: " and \(rest) more")
        return Text(da: "; muligt: \(listed)\(more.da)", en: "; allowed: \(listed)\(more.en)")
    }

    /// What a JSON value is, with its article.
    static func kind(_ kind: JSONValue.Kind) -> Text {
        switch kind {
        case .null: Text(same: "null")
        case .bool: Text(da: "en sandhedsværdi (true, false)", en: "a truth value (true, false)")
        case .number: Text(da: "et tal", en: "a number")
        case .string: Text(da: "en tekst", en: "a text")
        case .array: Text(da: "en liste", en: "a list")
        case .object: Text(da: "et objekt", en: "an object")
        }
    }
}
