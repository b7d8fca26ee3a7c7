import Scenarios

/// Which language to begin in.
enum LanguageChoice {
    /// Danish where the locale is Danish, else English: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
    static func fromEnvironment(_ environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let language = locale?.prefix { $0.isLetter }.lowercased()
        return language == "da" ? .da : .en
    }
}
