extension Simulation {
    // MARK: Making and freeing tokens

    /// A token with cleared state; its row of attributes, marks … is cleared too.
    @inline(__always)
    mutating func newToken() -> Int {
        if !freeTokens.isEmpty {
            let t = Int(freeTokens[freeTokens.count &- 1])
            freeTokens.removeLast()
            let generation = tokens[t].generation
            tokens[t] = Token()
            tokens[t].generation = generation
            if hasRows { clearRows(t) }
            return t
        }
        return anotherToken()
    }

    @inline(never)
    private mutating func anotherToken() -> Int {
        if tokens.count >= options.populationLimit { reportGrowth() }
        tokens.append(Token())
        guard hasRows else { return tokens.count - 1 }
        attributes.append(repeating: 0, count: attributeCount)
        marks.append(repeating: Simulation.never, count: markCount)
        visits.append(repeating: 0, count: visitCount)
        memory.append(repeating: .nan, count: memoryCount)
        dues.append(repeating: Simulation.never, count: deadlineCount)
        return tokens.count - 1
    }

    private mutating func clearRows(_ t: Int) {
        attributes.fillRow(t, of: attributeCount, with: 0)
        marks.fillRow(t, of: markCount, with: Simulation.never)
        visits.fillRow(t, of: visitCount, with: 0)
        memory.fillRow(t, of: memoryCount, with: .nan)
        dues.fillRow(t, of: deadlineCount, with: Simulation.never)
    }

    private mutating func reportGrowth() {
        var counts: [Int32: Int] = [:]
        for t in tokens.indices where tokens[t].status != .free { counts[tokens[t].step, default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
        failure =
            failure
            ?? .unboundedGrowth(
                step: most >= 0 ? stepName(most) : "", inSystem: tokens.count, at: SimTime(ticks: now))
    }

    /// Another token of the same citizen: an arm of a split, or a message under way.
    mutating func newMember(of t: Int) -> Int {
        let root = Int(tokens[t].root)
        let child = newToken()
        tokens[child].stream = tokens[root].stream
        tokens[child].block = tokens[root].block
        tokens[child].ordinal = tokens[root].ordinal
        tokens[child].isObserved = tokens[root].isObserved
        tokens[child].isTraced = tokens[root].isTraced
        tokens[child].caseRow = tokens[root].caseRow
        tokens[child].arrivedAt = tokens[root].arrivedAt
        tokens[child].root = Int32(root)
        tokens[child].parent = Int32(t)
        tokens[child].nextInFamily = tokens[root].nextInFamily
        tokens[root].nextInFamily = Int32(child)
        tokens[root].family &+= 1
        return child
    }

    /// The token's part is over; the citizen's row is freed with the last of its tokens.
    @inline(__always)
    mutating func retire(_ t: Int) {
        let root = Int(tokens[t].root)
        tokens[t].generation &+= 1
        if t == root {
            tokens[t].status = .closed
        } else {
            unlinkFromFamily(t, root)
            tokens[t].status = .free
            freeTokens.append(Int32(t))
        }
        tokens[root].family &-= 1
        if tokens[root].family == 0 {
            if deadlineCount > 0 { settleOpenDeadlines(root) }
            if let name = options.endsWithCase, tokens[root].caseRow >= 0, citizenName(root) == name { hasEnded = true }
            tokens[root].status = .free
            freeTokens.append(Int32(root))
        }
    }

    private mutating func unlinkFromFamily(_ t: Int, _ root: Int) {
        var previous = root
        while tokens[previous].nextInFamily >= 0, tokens[previous].nextInFamily != Int32(t) {
            previous = Int(tokens[previous].nextInFamily)
        }
        tokens[previous].nextInFamily = tokens[t].nextInFamily
    }

    // MARK: Calling off

    /// Takes a token out of wherever it stands and retires it (another arm was first, or the course closed).
    mutating func callOff(_ t: Int) {
        let s = Int(tokens[t].step)
        if logs, tokens[t].isTraced { note(t, .calledOff) }
        switch tokens[t].status {
        case .delaying: goes(t, from: s)
        case .messaging:
            goes(t, from: s)
            if tokens[t].place != -2 { observations.underWay &-= 1 }
        case .queueing:
            leaveQueues(t)
            goes(t, from: s)
        case .serving:
            goes(t, from: s)
            releaseService(t, s)
        case .booked, .rebooking:
            callOffBooking(t, s)
            goes(t, from: s)
        case .attending:
            goes(t, from: s)
        case .gathering, .formed:
            leaveCourseQueue(t, s)
            goes(t, from: s)
        case .inGroup, .finishing:
            leaveGroup(t, s)
            goes(t, from: s)
        case .waiting:
            observations.waiting[s] &-= 1
            goes(t, from: s)
        default: break
        }
        releaseAll(t)
        retire(t)
    }

    /// Calls off every token that descends from `t`, messages under way excepted when `keepingMessages`.
    mutating func callOffDescendants(of t: Int, keepingMessages: Bool) {
        let root = Int(tokens[t].root)
        guard tokens[root].family > 1 else { return }
        var doomed: [Int] = []
        var member = Int(tokens[root].nextInFamily)
        while member >= 0 {
            if isDescendant(member, of: t), !(keepingMessages && isLooseMessage(member)) { doomed.append(member) }
            member = Int(tokens[member].nextInFamily)
        }
        for member in doomed { callOff(member) }
    }

    /// A message sent without waiting for it: it arrives even after the citizen's course has ended.
    mutating func isLooseMessage(_ t: Int) -> Bool {
        let step = Int(tokens[t].step)
        return tokens[t].status == .messaging && plan.steps[step].code == .message
            && !plan.messages[Int(plan.steps[step].row)].blocking
    }

    private mutating func isDescendant(_ t: Int, of ancestor: Int) -> Bool {
        var current = t
        while current != Int(tokens[current].root) {
            current = Int(tokens[current].parent)
            if current == ancestor { return true }
            if current < 0 { return false }
        }
        return false
    }

    // MARK: Holding resources

    mutating func hold(_ t: Int, resource: Int32, units: Int32, seized: Bool) {
        let entry = Holding(resource: resource, units: units, next: tokens[t].firstHolding, isSeized: seized)
        if freeHolding >= 0 {
            let row = freeHolding
            freeHolding = holdings[Int(row)].next
            holdings[Int(row)] = entry
            tokens[t].firstHolding = row
        } else {
            tokens[t].firstHolding = Int32(holdings.count)
            holdings.append(entry)
        }
    }

    /// Takes the first holding that fits off the token's list.
    mutating func dropHolding(_ t: Int, where fits: (Holding) -> Bool) -> Holding? {
        var previous: Int32 = -1
        var row = tokens[t].firstHolding
        while row >= 0 {
            let holding = holdings[Int(row)]
            if fits(holding) {
                if previous >= 0 {
                    holdings[Int(previous)].next = holding.next
                } else {
                    tokens[t].firstHolding = holding.next
                }
                holdings[Int(row)].next = freeHolding
                freeHolding = row
                return holding
            }
            previous = row
            row = holding.next
        }
        return nil
    }

    /// Gives back everything the token holds.
    mutating func releaseAll(_ t: Int) {
        while let holding = dropHolding(t, where: { _ in true }) {
            giveBack(Int(holding.resource), holding.units)
        }
    }

    /// Another token takes over what this one holds (a citizen's units survive the arm that seized them).
    mutating func handOverHoldings(from child: Int, to parent: Int) {
        while let holding = dropHolding(child, where: { _ in true }) {
            hold(parent, resource: holding.resource, units: holding.units, seized: holding.isSeized)
        }
    }
}

/// Units of a resource that a token has.
struct Holding {
    var resource: Int32
    var units: Int32
    var next: Int32
    /// Kept over several steps, rather than for the service at hand.
    var isSeized: Bool
}
