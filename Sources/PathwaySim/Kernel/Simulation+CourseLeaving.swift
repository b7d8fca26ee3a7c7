extension Simulation {
    // MARK: Leaving early

    mutating func renegeFromCourse(_ t: Int) {
        let s = Int(tokens[t].step)
        let index = Int(compiled.model.steps[s].row)
        leaveCourseQueue(t, s)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        goes(t, from: s)
        recordLeft(t, s, waited: now &- tokens[t].enteredAt)
        if logs, tokens[t].isTraced { note(t, .reneged) }
        enter(t, divert(t, s, by: compiled.model.queueings[Int(plan.courses[index].queueing)].reneged))
    }

    /// Takes a citizen who has not started out of the queue, or out of the group that waits for staff.
    mutating func leaveCourseQueue(_ t: Int, _ s: Int) {
        let index = Int(compiled.model.steps[s].row)
        observations.waiting[s] &-= 1
        if tokens[t].firstNode >= 0 {
            queues.leave(tokens[t].firstNode)
            tokens[t].firstNode = -1
            courses[index].seatsWaiting &-= tokens[t].units
            if queues.isEmpty(queue(ofCourse: index)) { courses[index].isOverdue = false }
            let open = courses[index].openGroup
            if open >= 0, plan.courses[index].start == .whenStaffFree, !hasMinimum(index) {
                courses[index].openGroup = -1
                endGroup(Int(open))
            }
            return
        }
        let g = Int(tokens[t].place)
        guard g >= 0 else { return }
        unlink(t, from: g)
        guard !groups[g].hasStarted, groups[g].seats < plan.courses[index].minimum,
            plan.courses[index].start != .dates, !plan.courses[index].runAnyway
        else {
            if groups[g].members == 0, !groups[g].hasStarted { endGroup(g) }
            return
        }
        dissolve(g, index)
    }

    mutating func leaveGroup(_ t: Int, _ s: Int) {
        let g = Int(tokens[t].place)
        guard g >= 0 else { return }
        unlink(t, from: g)
        if groups[g].members == 0, plan.courses[Int(groups[g].course)].start != .rolling { endGroup(g) }
    }

    mutating func dropOut(_ t: Int, _ g: Int, _ course: CompiledCourse) {
        let s = Int(tokens[t].step)
        unlink(t, from: g)
        goes(t, from: s)
        tokens[t].status = .moving
        tokens[t].generation &+= 1
        recordDroppedOut(t, s)
        if logs, tokens[t].isTraced { note(t, .droppedOut) }
        let next = divert(t, s, by: course.dropped)
        ready.append(ReadyToken(token: Int32(t), step: next, generation: tokens[t].generation))
    }
}
