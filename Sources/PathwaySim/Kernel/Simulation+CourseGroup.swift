extension Simulation {
    // MARK: Forming and ending groups

    mutating func newGroup(_ index: Int) -> Int {
        let ordinal = courses[index].groupsMade
        courses[index].groupsMade &+= 1
        if let reused = freeGroups.popLast() {
            let generation = groups[Int(reused)].generation
            groups[Int(reused)] = Group(course: Int32(index), ordinal: ordinal, generation: generation)
            return Int(reused)
        }
        groups.append(Group(course: Int32(index), ordinal: ordinal))
        bookedSessions.append([])
        return groups.count - 1
    }

    /// Moves those waiting into the group, in order, while they fit; those who joined after `latest` are left.
    mutating func fill(_ g: Int, _ index: Int, joinedBy latest: Int64) {
        let maximum = plan.courses[index].maximum
        var node = queues.head(queue(ofCourse: index))
        while node >= 0, groups[g].seats < maximum {
            let t = Int(queues.nodes[Int(node)].token)
            let next = queues.next(after: node)
            // Whoever does not fit in the last seats keeps the place in the queue; the next who fits is taken.
            if tokens[t].enteredAt <= latest, groups[g].seats &+ tokens[t].units <= maximum {
                queues.leave(node)
                courses[index].seatsWaiting &-= tokens[t].units
                tokens[t].firstNode = -1
                append(t, to: g)
                tokens[t].status = .formed
                recordGathered(t, Int(tokens[t].step), waited: now &- tokens[t].enteredAt)
            }
            node = next
        }
        if logs {
            var member = groups[g].first
            while member >= 0 {
                if tokens[Int(member)].isTraced { note(Int(member), .groupFormed(seats: Int(groups[g].seats))) }
                member = tokens[Int(member)].nextMember
            }
        }
    }

    private mutating func append(_ t: Int, to g: Int) {
        tokens[t].place = Int32(g)
        tokens[t].previousMember = groups[g].last
        tokens[t].nextMember = -1
        if groups[g].last >= 0 { tokens[Int(groups[g].last)].nextMember = Int32(t) } else { groups[g].first = Int32(t) }
        groups[g].last = Int32(t)
        groups[g].members &+= 1
        groups[g].seats &+= tokens[t].units
    }

    mutating func unlink(_ t: Int, from g: Int) {
        let (next, previous) = (tokens[t].nextMember, tokens[t].previousMember)
        if previous >= 0 { tokens[Int(previous)].nextMember = next } else { groups[g].first = next }
        if next >= 0 { tokens[Int(next)].previousMember = previous } else { groups[g].last = previous }
        tokens[t].nextMember = -1
        tokens[t].previousMember = -1
        tokens[t].place = -1
        groups[g].members &-= 1
        groups[g].seats &-= tokens[t].units
    }

    /// A full group, or one whose gathering time is over: it waits for staff, or starts.
    mutating func formGroup(_ index: Int) {
        let course = plan.courses[index]
        let g = newGroup(index)
        fill(g, index, joinedBy: now)
        courses[index].isOverdue = false
        // Whoever is left (no fitting seat) begins the next gathering.
        if queues.isEmpty(queue(ofCourse: index)) {
            courses[index].gathering &+= 1
        } else {
            startGathering(index)
        }
        if course.needsCount == 0 || course.staffedPerSession {
            startWhenPossible(g)
        } else {
            askForStaff(g)
        }
    }

    /// Too few are left of a group that has not started: they go back to the front of those who gather.
    mutating func dissolve(_ g: Int, _ index: Int) {
        var members: [Int] = []
        var member = groups[g].last
        while member >= 0 {
            members.append(Int(member))
            member = tokens[Int(member)].previousMember
        }
        for t in members { unlink(t, from: g) }
        endGroup(g)
        for t in members { joinGathering(t, index, atFront: true) }
    }

    /// The group is no more; its staff are free again.
    mutating func endGroup(_ g: Int) {
        groups[g].generation &+= 1
        setHolding(g, false)
        cancelSessions(g)
        let holder = groups[g].holder
        if holder >= 0 {
            leaveQueues(Int(holder))
            releaseAll(Int(holder))
            tokens[Int(holder)].generation &+= 1
            tokens[Int(holder)].status = .free
            freeTokens.append(holder)
            groups[g].holder = -1
        }
        freeGroups.append(Int32(g))
    }
}
