extension Simulation {
    // MARK: The end of a run

    /// Settles what is still open and takes the census of those who wait.
    mutating func finish() {
        for t in tokens.indices where tokens[t].root == Int32(t) && tokens[t].family > 0 { settleOpenDeadlines(t) }
        countPresent()
        observations.sumGroups()
        if options.verifies { verify() }
    }

    /// Adds the time that those who are still there have spent so far.
    private mutating func countPresent() {
        for t in tokens.indices {
            switch tokens[t].status {
            case .delaying, .queueing, .serving, .booked, .rebooking, .attending, .gathering, .formed, .inGroup,
                .finishing, .messaging, .waiting:
                observations.presence[Int(tokens[t].step)] &+= countedTime(since: tokens[t].enteredAt)
            case .free, .moving, .joining, .away, .groupRequest, .closed: break
            }
            if tokens[t].root == Int32(t), isInSystem(t) {
                observations.timeInSystem &+= countedTime(since: tokens[t].arrivedAt)
            }
        }
    }

    private func isInSystem(_ t: Int) -> Bool {
        switch tokens[t].status {
        case .free, .closed, .groupRequest: false
        default: true
        }
    }

    /// Those still waiting at each wait step, how long so far; observed citizens only.
    func census() -> [CensusRow] {
        var rows = Array(repeating: CensusRow(), count: compiled.model.waitSteps.count * observations.groupCount)
        for t in tokens.indices {
            let token = tokens[t]
            switch token.status {
            case .queueing where !token.isResuming: break
            case .booked, .rebooking, .gathering, .formed, .waiting: break
            default: continue
            }
            guard token.isObserved else { continue }
            let row = Int(compiled.model.steps[Int(token.step)].waitRow) * observations.groupCount
            let time = now - token.enteredAt
            rows[row].add(time)
            for index in 0..<groupingCount { rows[row + groupPlace(index, Int(token.root))].add(time) }
        }
        return rows
    }

    // MARK: Invariants

    private mutating func verify() {
        observations.violations.citizensLost += abs(observations.allArrivals - observations.allClosed - inSystem)
        var underWay = 0
        for t in tokens.indices where tokens[t].status == .messaging && tokens[t].place != -2 { underWay += 1 }
        observations.violations.messagesLost += abs(observations.underWay - underWay)
        guard warmup == 0 else { return }
        for index in compiled.model.resources.indices {
            var waited = observations.queueTime[index]
            if compiled.model.resources[index].slots == nil { waited += queues.timeWaited(in: index, until: now) }
            if compiled.model.resources[index].slots != nil {
                for t in tokens.indices where tokens[t].status == .booked || tokens[t].status == .rebooking {
                    let token = tokens[t]
                    let step = compiled.model.steps[Int(token.step)]
                    if Int(compiled.model.appointments[Int(step.row)].resource) == index {
                        waited += now - max(0, token.enteredAt)
                    }
                }
            }
            // Little's law on the sample path: the area under the queue is the sum of the times spent in it.
            if resources[index].queue.area(until: SimTime(ticks: now)) != Double(waited) {
                observations.violations.little += 1
            }
        }
    }

    // MARK: Deadlock

    /// Citizens who wait for units that can never come free, because those who hold them wait in turn.
    func checkDeadlock() throws(SimulationError) {
        guard holdings.indices.contains(where: { holdings[$0].isSeized }) else { return }
        var hopeless = Set<Int>()
        for t in tokens.indices where tokens[t].status == .queueing && tokens[t].firstNode >= 0 { hopeless.insert(t) }
        let fleeting = patientTokens(hopeless)
        hopeless.subtract(fleeting)
        // A token has hope when everything it waits for may come free from outside the hopeless.
        var changed = true
        while changed {
            changed = false
            for t in hopeless.sorted() where hasHope(t, hopeless) {
                hopeless.remove(t)
                changed = true
            }
        }
        let holders = hopeless.sorted().filter { isHolding($0) }
        guard !holders.isEmpty else { return }
        throw .deadlock(holders.prefix(20).map(describe), at: SimTime(ticks: now))
    }

    /// Those whose patience will end their wait anyway.
    private func patientTokens(_ waiting: Set<Int>) -> Set<Int> {
        waiting.filter { t in
            let service = compiled.model.services[Int(compiled.model.steps[Int(tokens[t].step)].row)]
            return compiled.model.queueings[Int(service.queueing)].patience != nil
        }
    }

    private func hasHope(_ t: Int, _ hopeless: Set<Int>) -> Bool {
        var node = tokens[t].firstNode
        while node >= 0 {
            let entry = queues.nodes[Int(node)]
            let resource = Int(entry.queue)
            var stuck: Int32 = 0
            // What a citizen holds counts once, however many of its arms wait.
            for holder in Set(hopeless.flatMap(holders)) { stuck += unitsHeld(byToken: holder, resource) }
            // Whoever holds the rest may still give it back, and more may come on duty; those ahead may go on.
            let reachable = Int32(clamping: compiled.model.resources[resource].largestCapacity) - stuck
            if reachable < entry.units || behindHopeless(node, resource, hopeless) { return false }
            node = entry.sibling
        }
        return true
    }

    private func behindHopeless(_ node: Int32, _ resource: Int, _ hopeless: Set<Int>) -> Bool {
        var ahead = queues.head(resource)
        while ahead >= 0, ahead != node {
            if hopeless.contains(Int(queues.nodes[Int(ahead)].token)) { return true }
            ahead = queues.next(after: ahead)
        }
        return false
    }

    /// Units a citizen holds through any of its tokens.
    private func unitsHeld(_ t: Int, _ resource: Int) -> Int32 {
        holders(t).reduce(0) { $0 + unitsHeld(byToken: $1, resource) }
    }

    /// The token and those it is an arm of, which cannot go on before it does.
    private func holders(_ t: Int) -> [Int] {
        var result = [t]
        while let last = result.last, last != Int(tokens[t].root), tokens[last].parent >= 0 {
            result.append(Int(tokens[last].parent))
        }
        return result
    }

    private func unitsHeld(byToken t: Int, _ resource: Int) -> Int32 {
        var units: Int32 = 0
        var row = tokens[t].firstHolding
        while row >= 0 {
            if Int(holdings[Int(row)].resource) == resource { units += holdings[Int(row)].units }
            row = holdings[Int(row)].next
        }
        return units
    }

    private func isHolding(_ t: Int) -> Bool {
        compiled.model.resources.indices.contains { unitsHeld(t, $0) > 0 }
    }

    private func describe(_ t: Int) -> SimulationError.Holder {
        var waitsFor: [String] = []
        var node = tokens[t].firstNode
        while node >= 0 {
            waitsFor.append(compiled.model.resources[Int(queues.nodes[Int(node)].queue)].name)
            node = queues.nodes[Int(node)].sibling
        }
        let holds = compiled.model.resources.indices.filter { unitsHeld(t, $0) > 0 }.map {
            compiled.model.resources[$0].name
        }
        return SimulationError.Holder(
            citizen: citizenName(t), step: stepName(tokens[t].step), waitsFor: waitsFor.reversed(), holds: holds)
    }
}

/// Those still waiting at a step when the run ends.
struct CensusRow: Sendable {
    var tally = Tally()
    var times = LogLinearHistogram()

    mutating func add(_ waited: Int64) {
        tally.add(waited)
        times.add(waited)
    }
}
