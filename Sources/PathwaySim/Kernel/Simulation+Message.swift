extension Simulation {
    // MARK: Messages

    /// Sends a message; a blocking one keeps the citizen until it has been received complete.
    mutating func enterMessage(_ t: Int, _ s: Int) -> Int32 {
        let message = compiled.model.messages[Int(compiled.model.steps[s].row)]
        if message.isConditional, !holds(message.condition, t) {
            if logs, tokens[t].isTraced { note(t, .notSent(kind: compiled.model.messageKinds[Int(message.kind)])) }
            return pass(t, s)
        }
        var carrier = t
        if !message.blocking {
            // It travels on its own and arrives even when the course has closed meanwhile.
            carrier = newMember(of: Int(tokens[t].root))
            tokens[carrier].step = Int32(s)
            tokens[carrier].visit = tokens[t].visit
            tokens[carrier].enteredAt = now
        }
        tokens[carrier].status = .messaging
        tokens[carrier].units = 0
        tokens[carrier].place = -1
        present(s, 1)
        send(carrier, s, message)
        return message.blocking ? -1 : pass(t, s)
    }

    /// `place` tells what the timer means: -1 the message arrives, -2 the completed one is sent.
    private mutating func send(_ t: Int, _ s: Int, _ message: CompiledMessage) {
        countMessage(t, message.kind, message)
        emit(t, s, .sent)
        if logs, tokens[t].isTraced {
            note(
                t,
                .sent(
                    kind: compiled.model.messageKinds[Int(message.kind)],
                    from: compiled.model.partyNames[Int(message.from)],
                    to: compiled.model.partyNames[Int(message.to)]))
        }
        tokens[t].place = -1
        tokens[t].generation &+= 1
        if message.attemptSlot >= 0 {
            // Each sending has its own luck.
            let row = Int(tokens[t].root) &* visitCount &+ Int(message.attemptSlot)
            tokens[t].visit = visits[row]
            visits[row] &+= 1
        }
        let until = after(message.delay, t)
        events.schedule(.token, at: until, phase: .message, subject: Int32(t), generation: tokens[t].generation)
    }

    mutating func messageTimer(_ t: Int) {
        let s = Int(tokens[t].step)
        let message = compiled.model.messages[Int(compiled.model.steps[s].row)]
        if tokens[t].place == -2 {
            send(t, s, message)
            return
        }
        recordReceived(t, message)
        if message.canMiss, tokens[t].units < message.maximumReturns, isDeficient(t, message) {
            tokens[t].units &+= 1
            countReply(t, message.returnKind)
            if logs, tokens[t].isTraced {
                note(t, .returned(kind: compiled.model.messageKinds[Int(message.returnKind)]))
            }
            tokens[t].place = -2
            tokens[t].generation &+= 1
            let until = after(message.returnDelay, t)
            events.schedule(.token, at: until, phase: .message, subject: Int32(t), generation: tokens[t].generation)
            return
        }
        emit(t, s, .received)
        if logs, tokens[t].isTraced { note(t, .received(kind: compiled.model.messageKinds[Int(message.kind)])) }
        if message.acknowledgement >= 0 { countReply(t, message.acknowledgement) }
        var isAccepted = true
        if message.isTask {
            isAccepted = happens(t, message.accepted, message.acceptedPurpose)
            if logs, tokens[t].isTraced { note(t, .accepted(isAccepted)) }
            recordTask(t, s, accepted: isAccepted)
            if isAccepted { emit(t, s, .accepted) }
        }
        present(s, -1)
        guard message.blocking else {
            retire(t)
            return
        }
        tokens[t].status = .moving
        if logs, tokens[t].isTraced { note(t, .ended) }
        if !isAccepted, message.notAccepted >= 0 {
            enter(t, divert(t, s, by: message.notAccepted))
        } else {
            enter(t, pass(t, s))
        }
    }

    /// Whether something is missing this time.
    private mutating func isDeficient(_ t: Int, _ message: CompiledMessage) -> Bool {
        happens(t, message.missing, message.missingPurpose)
    }

    private mutating func countMessage(_ t: Int, _ kind: Int32, _ message: CompiledMessage) {
        observations.underWay &+= 1
        guard now >= compiled.model.warmup, tokens[t].isObserved else { return }
        observations.messagesSent[Int(kind)] &+= 1
        observations.partyHours[Int(message.from)] += message.senderHours
        observations.partyHours[Int(message.to)] += message.receiverHours
    }

    /// An answer that takes no time of its own (a return, an automatic acknowledgement): sent and received at once.
    private mutating func countReply(_ t: Int, _ kind: Int32) {
        guard now >= compiled.model.warmup, tokens[t].isObserved else { return }
        observations.messagesSent[Int(kind)] &+= 1
        observations.messagesReceived[Int(kind)] &+= 1
    }

    private mutating func recordReceived(_ t: Int, _ message: CompiledMessage) {
        observations.underWay &-= 1
        guard now >= compiled.model.warmup, tokens[t].isObserved else { return }
        observations.messagesReceived[Int(message.kind)] &+= 1
    }
}
