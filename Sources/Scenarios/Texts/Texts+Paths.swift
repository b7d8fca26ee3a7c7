extension Texts {
    /// The words for a path that leads nowhere.
    static func path(_ problem: JSONPathProblem) -> Text {
        switch problem {
        case .emptyComponent(let path, _):
            let quoted = Escaping.quoted(path)
            return Text(
                da: "stien \(quoted) mangler et navn mellem to punktummer eller i enden",
                en: "the path \(quoted) lacks a name between two points or at an end")
        case .noSuchMember(let parent, let key, let available, _):
            let close = Suggestions.closest(to: key, among: available, limit: 3)
            let hint = close.isEmpty ? allowed(available.sorted()) : didYouMean(close)
            let quoted = Escaping.quoted(key)
            if parent.isEmpty {
                return Text(
                    da: "scenariet har intet \(quoted)\(hint.da)", en: "the scenario has no \(quoted)\(hint.en)")
            }
            let place = Escaping.quoted(parent)
            return Text(da: "\(place) har intet \(quoted)\(hint.da)", en: "\(place) has no \(quoted)\(hint.en)")
        case .badIndex(let parent, let found, let count, _):
            let place = Escaping.quoted(parent)
            let quoted = Escaping.quoted(found)
            if count == 0 {
                return Text(
                    da: "listen \(place) er tom; \(quoted) findes ikke",
                    en: "the list \(place) is empty; there is no \(quoted)")
            }
            return Text(
                da: "\(place) er en liste med numrene 0 til \(count - 1); \(quoted) er ikke et af dem",
                en: "\(place) is a list with numbers 0 to \(count - 1); \(quoted) is not one of them")
        case .tooDeep(let limit):
            return Text(da: "stien har mere end \(limit) led", en: "the path has more than \(limit) parts")
        case .notAContainer(let parent, let kind, _):
            let place = Escaping.quoted(parent)
            let what = Texts.kind(kind)
            return Text(
                da: "\(place) er \(what.da) og har ingen dele", en: "\(place) is \(what.en) and has no parts")
        }
    }
}
