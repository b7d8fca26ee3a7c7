extension Simulation {
    // MARK: Staff for groups

    func needRows(_ course: CompiledCourse) -> ArraySlice<CompiledNeed> {
        compiled.model.needs[Int(course.needsStart)..<Int(course.needsStart + course.needsCount)]
    }

    /// A token that asks for and holds a group's staff.
    private mutating func newHolder(of g: Int, _ course: CompiledCourse) -> Int {
        let t = newToken()
        tokens[t].root = Int32(t)
        tokens[t].step = course.step
        tokens[t].status = .groupRequest
        tokens[t].isObserved = false
        tokens[t].place = Int32(g)
        groups[g].holder = Int32(t)
        return t
    }

    mutating func askForStaff(_ g: Int) {
        let course = plan.courses[Int(groups[g].course)]
        let t = newHolder(of: g, course)
        joinQueues(t, course.needsStart, course.needsCount, atFront: false)
        if tokens[t].firstNode < 0 { groupStaffed(t) }
    }

    /// The staff a group asked for are there.
    mutating func groupStaffed(_ t: Int) {
        let g = Int(tokens[t].place)
        let index = Int(groups[g].course)
        if plan.courses[index].start == .whenStaffFree {
            courses[index].openGroup = -1
            fill(g, index, joinedBy: now)
            if groups[g].members == 0 {
                endGroup(g)
                return
            }
            startWhenPossible(g)
            requestStaffIfEnough(index)
        } else {
            startWhenPossible(g)
        }
    }

    mutating func requestStaffIfEnough(_ index: Int) {
        let course = plan.courses[index]
        while courses[index].openGroup < 0, hasMinimum(index), failure == nil {
            let g = newGroup(index)
            if course.needsCount == 0 || course.staffedPerSession {
                fill(g, index, joinedBy: now)
                startWhenPossible(g)
            } else {
                courses[index].openGroup = Int32(g)
                askForStaff(g)
            }
        }
    }

    /// Whether staff are free now for a group that starts on its date (nobody before it waits for them).
    mutating func takeStaff(for index: Int) -> Bool {
        let course = plan.courses[index]
        guard course.needsCount > 0 else { return true }
        if course.staffedPerSession { return firstStart(index, onDateOnly: true) != nil }
        return needRows(course).allSatisfy { need in
            let resource = Int(need.resource)
            return queues.isEmpty(resource) && resources[resource].capacity &- resources[resource].busy >= need.units
        }
    }

    mutating func giveStaff(to g: Int) {
        let course = plan.courses[Int(groups[g].course)]
        let t = newHolder(of: g, course)
        for need in needRows(course) {
            take(Int(need.resource), need.units)
            hold(t, resource: need.resource, units: need.units, seized: true)
        }
    }

    /// Staff held by a group that meets now and then count as in use, but work only while it meets.
    mutating func setHolding(_ g: Int, _ isHolding: Bool) {
        guard groups[g].isHolding != isHolding else { return }
        groups[g].isHolding = isHolding
        for need in needRows(plan.courses[Int(groups[g].course)]) {
            let change = isHolding ? Int(need.units) : -Int(need.units)
            resources[Int(need.resource)].heldByGroups.add(change, at: SimTime(ticks: now))
        }
    }

    mutating func countStaff(_ course: CompiledCourse, _ sessions: Sessions) {
        let from = max(now, warmup)
        let to = min(now &+ sessions.length.ticks, horizon)
        guard to > from else { return }
        for need in needRows(course) {
            let time = (to &- from) &* Int64(need.units)
            if course.staffedPerSession {
                resources[Int(need.resource)].booked &+= time
            } else {
                resources[Int(need.resource)].groupContact &+= time
            }
        }
    }

    /// A session falls away when the member of staff whose group it is is away that day.
    mutating func staffAway(_ g: Int) -> Bool {
        let course = plan.courses[Int(groups[g].course)]
        return needRows(course).contains { need in
            let units = compiled.model.resources[Int(need.resource)].largestCapacity
            return units > 0 && isAway(Int(need.resource), unit: Int(groups[g].ordinal) % units, at: now)
        }
    }

    /// A group finds no time at which its staff can be booked, as far ahead as it looks.
    mutating func noteUnstaffed(_ index: Int) { observations.groupsUnstaffed[index] += 1 }
}
