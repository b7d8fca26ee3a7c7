extension Simulation {
    // MARK: Messages

    /// Sends a message; a blocking one keeps the citizen until it has been received complete.
    mutating func enterMessage(_ t: Int, _ s: Int) -> Int32 {
        let row = Int(plan.steps[s].row)
        if plan.messages[row].isConditional, !holds(plan.messages[row].condition, t) {
            if logs, tokens[t].isTraced {
                note(t, .notSent(kind: compiled.model.messageKinds[Int(plan.messages[row].kind)]))
            }
            return pass(t, s)
        }
        var carrier = t
        let isBlocking = plan.messages[row].blocking
        if !isBlocking {
            // It travels on its own and arrives even when the course has closed meanwhile.
            carrier = newMember(of: Int(tokens[t].root))
            tokens[carrier].step = Int32(s)
            tokens[carrier].visit = tokens[t].visit
            tokens[carrier].enteredAt = now
        }
        tokens[carrier].status = .messaging
        tokens[carrier].units = 0
        tokens[carrier].place = -1
        comes(to: s)
        send(carrier, s, row)
        return isBlocking ? -1 : pass(t, s)
    }

    /// `place` tells what the timer means: -1 the message arrives, -2 the completed one is sent.
    private mutating func send(_ t: Int, _ s: Int, _ row: Int) {
        countSent(t, row)
        emit(t, s, .sent)
        if logs, tokens[t].isTraced {
            note(
                t,
                .sent(
                    kind: compiled.model.messageKinds[Int(plan.messages[row].kind)],
                    from: compiled.model.partyNames[Int(plan.messages[row].from)],
                    to: compiled.model.partyNames[Int(plan.messages[row].to)]))
        }
        tokens[t].place = -1
        tokens[t].generation &+= 1
        if plan.messages[row].attemptSlot >= 0 {
            // Each sending has its own luck.
            let attempts = Int(tokens[t].root) &* visitCount &+ Int(plan.messages[row].attemptSlot)
            tokens[t].visit = visits[attempts]
            visits[attempts] &+= 1
        }
        let until = after(plan.messages[row].delay, t)
        events.schedule(.token, at: until, phase: .message, subject: Int32(t), generation: tokens[t].generation)
    }

    mutating func messageTimer(_ t: Int) {
        let s = Int(tokens[t].step)
        let row = Int(plan.steps[s].row)
        if tokens[t].place == -2 {
            send(t, s, row)
            return
        }
        recordReceived(t, plan.messages[row].kind)
        if plan.messages[row].canMiss, tokens[t].units < plan.messages[row].maximumReturns,
            happens(t, plan.messages[row].missing, plan.messages[row].missingPurpose)
        {
            tokens[t].units &+= 1
            countReply(t, plan.messages[row].returnKind)
            if logs, tokens[t].isTraced {
                note(t, .returned(kind: compiled.model.messageKinds[Int(plan.messages[row].returnKind)]))
            }
            tokens[t].place = -2
            tokens[t].generation &+= 1
            let until = after(plan.messages[row].returnDelay, t)
            events.schedule(.token, at: until, phase: .message, subject: Int32(t), generation: tokens[t].generation)
            return
        }
        emit(t, s, .received)
        if logs, tokens[t].isTraced {
            note(t, .received(kind: compiled.model.messageKinds[Int(plan.messages[row].kind)]))
        }
        if plan.messages[row].acknowledgement >= 0 { countReply(t, plan.messages[row].acknowledgement) }
        var isAccepted = true
        if plan.messages[row].isTask {
            isAccepted = happens(t, plan.messages[row].accepted, plan.messages[row].acceptedPurpose)
            if logs, tokens[t].isTraced { note(t, .accepted(isAccepted)) }
            recordTask(t, s, accepted: isAccepted)
            if isAccepted { emit(t, s, .accepted) }
        }
        goes(t, from: s)
        guard plan.messages[row].blocking else {
            retire(t)
            return
        }
        tokens[t].status = .moving
        if logs, tokens[t].isTraced { note(t, .ended) }
        if !isAccepted, plan.messages[row].notAccepted >= 0 {
            enter(t, divert(t, s, by: plan.messages[row].notAccepted))
        } else {
            enter(t, pass(t, s))
        }
    }

    private mutating func countSent(_ t: Int, _ row: Int) {
        observations.underWay &+= 1
        guard now >= warmup, tokens[t].isObserved else { return }
        observations.messagesSent[Int(plan.messages[row].kind)] &+= 1
        observations.partyHours[Int(plan.messages[row].from)] += plan.messages[row].senderHours
        observations.partyHours[Int(plan.messages[row].to)] += plan.messages[row].receiverHours
    }

    /// An answer that takes no time of its own (a return, an automatic acknowledgement): sent and received at once.
    private mutating func countReply(_ t: Int, _ kind: Int32) {
        guard now >= warmup, tokens[t].isObserved else { return }
        observations.messagesSent[Int(kind)] &+= 1
        observations.messagesReceived[Int(kind)] &+= 1
    }

    private mutating func recordReceived(_ t: Int, _ kind: Int32) {
        observations.underWay &-= 1
        guard now >= warmup, tokens[t].isObserved else { return }
        observations.messagesReceived[Int(kind)] &+= 1
    }
}
