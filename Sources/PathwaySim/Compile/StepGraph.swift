/// Which step can follow which, for finding steps that a citizen may visit more than once: on a cycle, or on two arms
/// of a split.
struct StepGraph {
    private let names: [String]
    private let successors: [[Int]]

    init(_ model: Model) {
        let names = model.steps.map(\.name)
        var index: [String: Int] = [:]
        for (position, name) in names.enumerated() { index[name] = position }
        self.names = names
        self.successors = model.steps.map { step in
            step.action.successors.compactMap { index[$0] }
        }
    }

    /// Steps that lie on a cycle: the strongly connected components with more than one step, or with a step that
    /// follows itself (Tarjan 1972, without recursion).
    func stepsOnCycles() -> Set<String> {
        let count = names.count
        var order = Array(repeating: -1, count: count)
        var low = Array(repeating: 0, count: count)
        var onStack = Array(repeating: false, count: count)
        var stack: [Int] = []
        var next = 0
        var result: Set<String> = []
        for root in 0..<count where order[root] < 0 {
            var path: [(node: Int, edge: Int)] = [(root, 0)]
            while let (node, edge) = path.last {
                if edge == 0 {
                    order[node] = next
                    low[node] = next
                    next += 1
                    stack.append(node)
                    onStack[node] = true
                }
                if edge < successors[node].count {
                    path[path.count - 1].edge += 1
                    let target = successors[node][edge]
                    if order[target] < 0 {
                        path.append((target, 0))
                    } else if onStack[target] {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == order[node] else { continue }
                var component: [Int] = []
                while let member = stack.popLast() {
                    onStack[member] = false
                    component.append(member)
                    if member == node { break }
                }
                if component.count > 1 || successors[node].contains(node) {
                    result.formUnion(component.map { names[$0] })
                }
            }
        }
        return result
    }
}

extension StepGraph {
    /// Steps that more than one arm of a split can come to (those after its join are among them, which does no harm).
    func stepsOfSeveralArms(_ model: Model) -> Set<String> {
        var result: Set<String> = []
        for case .split(let split) in model.steps.map(\.action) {
            var seen: Set<String> = []
            for arm in split.arms {
                let reached = steps(from: arm.step)
                result.formUnion(seen.intersection(reached))
                seen.formUnion(reached)
            }
        }
        return result
    }

    private func steps(from name: String) -> Set<String> {
        guard let start = names.firstIndex(of: name) else { return [] }
        var reached: Set<Int> = [start]
        var front = [start]
        while let node = front.popLast() {
            for next in successors[node] where reached.insert(next).inserted { front.append(next) }
        }
        return Set(reached.map { names[$0] })
    }
}

extension Step.Action {
    /// Every route out of the step, those for leaving early included.
    public var routes: [Route] {
        switch self {
        case .delay(let delay): [delay.next]
        case .service(let service): [service.next] + service.queueing.exits
        case .seize(let seize): [seize.next] + seize.queueing.exits
        case .release(let release): [release.next]
        case .appointment(let appointment):
            [appointment.next] + [appointment.balked, appointment.lost, appointment.reneged].compactMap { $0 }
        case .course(let course): [course.next] + course.queueing.exits + [course.dropped].compactMap { $0 }
        case .branch(let branch):
            switch branch.selection {
            case .rules(let rules, let otherwise): rules.map(\.next) + [otherwise]
            case .probabilities(let rules): rules.map(\.next)
            }
        case .choice(let choice): choice.options.map(\.next)
        case .assign(let assign): [assign.next]
        case .message(let message): [message.next] + [message.notAccepted].compactMap { $0 }
        case .split(let split): split.arms.map { Route.to($0.step) } + [Route.to(split.join)]
        case .join(let join): [join.next]
        case .waitFor(let wait): [wait.next] + [wait.reneged].compactMap { $0 }
        case .close(let close): [close.reEntry?.to].compactMap { $0 }
        }
    }

    /// Names of the steps that can follow.
    public var successors: [String] { routes.flatMap { $0.targets.map(\.step) } }
}

extension Queueing {
    /// The ways out without being served.
    var exits: [Route] { [balked, reneged].compactMap { $0 } }
}
