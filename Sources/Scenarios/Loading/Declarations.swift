/// The ids a scenario declares, by what they are: what references may point to.
struct Declarations: Sendable {
    private(set) var ids: [ValueForm.Reference: Set<String>] = [:]
    /// Names of events that deadlines, intervals and rules may use.
    private(set) var events: Set<String> = ["arrival", "close"]

    init(document: JSONNode) {
        for step in document["steps"]?.object?.members ?? [] {
            let kind = step.value["kind"]?.string ?? ""
            insert(step.key, .step)
            if kind == "join" { insert(step.key, .join) }
            if kind == "course" { insert(step.key, .course) }
            for event in Self.events(of: kind) { events.insert("\(step.key).\(event)") }
        }
        for resource in document["resources"]?.object?.members ?? [] {
            insert(resource.key, .resource)
            switch resource.value["kind"]?.string {
            case "slots": insert(resource.key, .slots)
            case "servers": insert(resource.key, .servers)
            default: break
            }
        }
        let sections: [(String, ValueForm.Reference)] = [
            ("attributes", .attribute), ("outcomes", .outcome), ("worldEvents", .worldEvent),
            ("parameters", .parameter), ("parties", .party),
        ]
        for (section, reference) in sections {
            for key in document[section]?.object?.keys ?? [] { insert(key, reference) }
        }
    }

    private mutating func insert(_ id: String, _ reference: ValueForm.Reference) {
        ids[reference, default: []].insert(id)
    }

    /// The events a step of a kind can cause.
    static func events(of kind: String) -> [String] {
        switch kind {
        case "appointment": ["enter", "booked", "start", "end", "leave"]
        case "service", "seize", "course": ["enter", "start", "end", "leave"]
        case "message": ["enter", "sent", "received", "accepted", "end"]
        case "waitFor": ["enter", "end", "leave"]
        default: ["enter", "end"]
        }
    }

    func contains(_ id: String, _ reference: ValueForm.Reference) -> Bool { ids[reference]?.contains(id) ?? false }

    /// Whether the id exists as something broader: a resource of another kind, a step of another kind.
    func existsAsOtherKind(_ id: String, _ reference: ValueForm.Reference) -> Bool {
        switch reference {
        case .slots, .servers: contains(id, .resource)
        case .join, .course: contains(id, .step)
        default: false
        }
    }

    /// In alphabetical order, for suggestions and lists.
    func names(_ reference: ValueForm.Reference) -> [String] { (ids[reference] ?? []).sorted() }
}
