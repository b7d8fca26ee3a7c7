extension CompiledModel {
    /// Whether the model is a network of plain queues, through which the event loop knows short ways.
    ///
    /// Every source is a Poisson process of single citizens; every step is a delay, a service in the order of coming by
    /// units of one resource whose number never changes, or the end; durations are drawn from laws or fixed; citizens
    /// carry nothing but visits, nobody listens to what happens to them, and nothing is counted by group.
    func formsPlainNetwork() -> Bool {
        attributeInitials.isEmpty && markCount == 0 && memoryCount == 0 && deadlines.isEmpty && groupings.isEmpty
            && !listensToArrival && !listensToClose
            && sources.allSatisfy { $0.kind == .poisson && $0.batch < 0 }
            && resources.allSatisfy(isPlain)
            && steps.allSatisfy(isPlain)
    }

    private func isPlain(_ resource: CompiledResource) -> Bool {
        resource.servers != nil && resource.constantCapacity && resource.absences.isEmpty && !resource.lifo
            && !resource.prioritised && !resource.preemptive && !resource.tracksServices && !resource.bookedAhead
    }

    private func isPlain(_ step: CompiledStep) -> Bool {
        guard step.listened == 0, step.lastWaitSlot < 0 else { return false }
        switch step.code {
        case .delay: return isPlain(step.duration)
        case .service: return services[Int(step.row)].isPlain && isPlain(step.duration)
        case .close: return !closes[Int(step.row)].returns
        default: return false
        }
    }

    private func isPlain(_ duration: CompiledDuration) -> Bool {
        guard duration.fixed < 0 else { return true }
        let kind = draws[Int(duration.draw)].kind
        return kind == .sampler || kind == .constant
    }
}
