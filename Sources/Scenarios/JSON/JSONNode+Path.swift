extension JSONNode {
    /// The value at a path. O(components).
    public func node(at path: JSONPath) throws(JSONPathProblem) -> JSONNode {
        var node = self
        for index in path.components.indices {
            node = try node.part(path, index)
        }
        return node
    }

    /// The value at a path in dotted notation, or nil when there is none.
    public func node(at path: String) -> JSONNode? {
        guard let parsed = try? JSONPath(parsing: path) else { return nil }
        return try? node(at: parsed)
    }

    /// Puts a value at a path: replaces what is there, or adds a member to an object or an element right after the last.
    ///
    /// - Parameter creating: also makes the objects on the way that are missing; else they are an error.
    public mutating func set(
        _ new: JSONNode, at path: JSONPath, creating: Bool = false
    ) throws(JSONPathProblem) {
        try set(new, path, 0, creating: creating)
    }

    /// Takes away the value at a path, which must exist, and returns it.
    @discardableResult
    public mutating func remove(at path: JSONPath) throws(JSONPathProblem) -> JSONNode {
        guard let last = path.components.last else { throw .emptyComponent(path: "", component: 0) }
        let removed = try node(at: path)
        let parentPath = path.prefix(path.components.count - 1)
        var parent = try node(at: parentPath)
        switch parent.value {
        case .object(var object):
            object.remove(last)
            parent.value = .object(object)
        case .array(var elements):
            let index = try Self.index(path, path.components.count - 1, below: elements.count)
            elements.remove(at: index)
            parent.value = .array(elements)
        default:
            throw .notAContainer(
                parent: parentPath.description, kind: parent.kind, component: path.components.count - 1)
        }
        try set(parent, at: parentPath)
        return removed
    }

    private mutating func set(
        _ new: JSONNode, _ path: JSONPath, _ depth: Int, creating: Bool
    ) throws(JSONPathProblem) {
        guard depth < path.components.count else {
            self = new
            return
        }
        let component = path.components[depth]
        let isLast = depth == path.components.count - 1
        switch value {
        case .object(var object):
            if isLast {
                object.set(component, to: new)
            } else {
                var child: JSONNode
                if let existing = object[component] {
                    child = existing
                } else if creating {
                    child = JSONNode(.object(JSONObject()), span: new.span)
                } else {
                    child = try part(path, depth)
                }
                try child.set(new, path, depth + 1, creating: creating)
                object.set(component, to: child)
            }
            value = .object(object)
        case .array(var elements):
            let index = try Self.index(path, depth, below: isLast ? elements.count + 1 : elements.count)
            if index == elements.count {
                elements.append(new)
            } else {
                try elements[index].set(new, path, depth + 1, creating: creating)
            }
            value = .array(elements)
        default:
            throw .notAContainer(parent: path.prefix(depth).description, kind: kind, component: depth)
        }
    }

    /// One step along a path.
    private func part(_ path: JSONPath, _ depth: Int) throws(JSONPathProblem) -> JSONNode {
        let component = path.components[depth]
        switch value {
        case .object(let object):
            if let member = object[component] { return member }
            throw .noSuchMember(
                parent: path.prefix(depth).description, key: component, available: object.keys, component: depth)
        case .array(let elements):
            return elements[try Self.index(path, depth, below: elements.count)]
        default:
            throw .notAContainer(parent: path.prefix(depth).description, kind: kind, component: depth)
        }
    }

    private static func index(
        _ path: JSONPath, _ depth: Int, below count: Int
    ) throws(JSONPathProblem) -> Int {
        let component = path.components[depth]
        let isDigits = component.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isDigits, let index = Int(component), index < count else {
            throw .badIndex(parent: path.prefix(depth).description, found: component, count: count, component: depth)
        }
        return index
    }
}
