/// A language the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case da, en
}

/// A text in every language: the only way to make one is to write them all.
public struct Text: Hashable, Sendable {
    public let da: String
    public let en: String

    public init(da: String, en: String) {
        self.da = da
        self.en = en
    }

    /// The same in every language: ids, paths, numbers in machine notation.
    public init(same text: String) {
        self.init(da: text, en: text)
    }

    /// The text in one language.
    public subscript(_ language: Language) -> String {
        switch language {
        case .da: da
        case .en: en
        }
    }

    public static func + (a: Text, b: Text) -> Text {
        Text(da: a.da + b.da, en: a.en + b.en)
    }
}

/// The catalogue of everything the program says.
///
/// Each area adds its texts in an extension in a file of its own (`Texts+Area.swift`), as static members and functions
/// that return `Text`: the compiler sees to it that every text has both languages, a test that every text is used.
public enum Texts {}
