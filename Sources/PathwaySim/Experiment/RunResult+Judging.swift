extension RunResult {
    /// Adds what makes the result less trustworthy than its numbers look; leaves out means that do not exist.
    ///
    /// - Parameters:
    ///   - overloads: resources whose queues grow.
    ///   - unstaffed: course steps at which groups found no time at which their staff can be booked.
    ///   - isSteadyState: the run has a warm-up, so its means are meant as long-run values; a growing queue has none.
    mutating func judge(overloads: [Overload], unstaffed: [String], isSteadyState: Bool, headline: [String]) {
        warnings = []
        if isInterrupted { warnings.append(.interrupted(done: replications)) }
        if let few = RunWarning.few(replications), replications == 1 || measures.contains(where: \.isUncertain) {
            warnings.append(few)
        }
        if let stopping, !stopping.isReached {
            warnings.append(.precisionNotReached(measure: stopping.hardest, ratio: stopping.ratio))
        }
        warnings += overloads.map { .overload($0) }
        if !unstaffed.isEmpty { warnings.append(.unstaffed(courses: unstaffed)) }
        if isSteadyState, !overloads.isEmpty { withhold(overloads) }
        let sparse = headline.filter { measure($0)?.isSparse ?? false }
        if !sparse.isEmpty { warnings.append(.fewObservations(measures: sparse)) }
        var hidden: [Measure.Group] = []
        for case let group? in measures.lazy.filter(\.isHidden).map(\.by) where !hidden.contains(group) {
            hidden.append(group)
        }
        if !hidden.isEmpty { warnings.append(.smallGroups(hidden)) }
        if violations.total > 0 { warnings.append(.violations(violations.total)) }
    }

    /// Adds queues that were seen to grow in another run of the model, in which nothing was left out, and leaves out the
    /// long-run means they do not have.
    public mutating func judge(growing overloads: [Overload]) {
        let known = warnings.compactMap { if case .overload(let overload) = $0 { overload.steps } else { nil } }
        let others = overloads.filter { !known.contains($0.steps) }
        guard !others.isEmpty else { return }
        warnings += others.map { .overload($0) }
        withhold(others)
    }

    private mutating func withhold(_ overloads: [Overload]) {
        var prefixes: [String] = []
        for overload in overloads {
            for step in overload.steps { prefixes += ["wait.\(step).", "number.\(step)."] }
            if let resource = overload.resource { prefixes.append("queue.\(resource).") }
        }
        var withheld: [String] = []
        for index in measures.indices {
            let name = measures[index].name
            // The census is what the queue has come to at the end of the run, which is a fact.
            guard prefixes.contains(where: name.hasPrefix), !name.contains(".census."), measures[index].mean != nil
            else { continue }
            measures[index].withhold()
            if measures[index].by == nil { withheld.append(name) }
        }
        if !withheld.isEmpty { warnings.append(.noSteadyState(measures: withheld)) }
    }
}
