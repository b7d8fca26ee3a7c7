extension Simulation {
    // MARK: Luck

    /// The luck of a token for one purpose at its present visit.
    @inline(__always)
    func stream(_ t: Int, _ purpose: UInt32) -> DrawStream {
        DrawStream(
            DrawKey(stream: tokens[t].stream, block: tokens[t].block, ordinal: tokens[t].ordinal), purpose: purpose,
            visit: tokens[t].visit)
    }

    /// The first word of that luck.
    @inline(__always)
    func firstWord(_ t: Int, _ purpose: UInt32) -> UInt64 {
        DrawStream.firstWords(
            DrawKey(stream: tokens[t].stream, block: tokens[t].block, ordinal: tokens[t].ordinal), purpose: purpose,
            visit: tokens[t].visit
        ).0
    }

    /// The first uniform number of that luck.
    @inline(__always)
    func firstUniform(_ t: Int, _ purpose: UInt32) -> Double { DrawStream.uniform(firstWord(t, purpose)) }

    /// One uniform number, the `index`-th for this purpose and visit.
    mutating func uniform(_ t: Int, _ purpose: UInt32, index: UInt32) -> Double {
        let token = tokens[t]
        let key = DrawStream.key(token.stream, visit: token.visit)
        let words = Philox4x32.block(
            token.ordinal, token.block, purpose, token.visit << 16 | (index & 0xFFFF),
            key: UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
        return DrawStream.uniform(UInt64(words.0) | UInt64(words.1) << 32)
    }

    /// Whether something with this probability happens; one outside 0…1 stops the run, and so does not-a-number.
    mutating func happens(_ t: Int, _ probability: CompiledFormula, _ purpose: UInt32) -> Bool {
        let p = evaluate(probability, t)
        if p.isNaN { undefined(t) }
        if p <= 0 || p > 1 {
            // Rounding in a formula can leave a hair outside.
            if p < -1e-9 || p > 1 + 1e-9 { misplaced(t, probability: p) }
            return p > 1
        }
        return firstUniform(t, purpose) < p
    }

    /// Where the token is: its step, or what is drawn for it on arrival.
    private func place(_ t: Int) -> String {
        if tokens[t].step >= 0 { return stepName(tokens[t].step) }
        guard drawnAttribute >= 0 else { return "arrival" }
        return compiled.model.model.attributes[drawnAttribute].name
    }

    @inline(never)
    private mutating func misplaced(_ t: Int, probability: Double) {
        failure =
            failure ?? .probabilityOutside(at: place(t), value: probability, instant: SimTime(ticks: now))
    }

    @inline(never)
    mutating func undefined(_ t: Int) {
        failure = failure ?? .undefinedNumber(at: place(t), instant: SimTime(ticks: now))
    }

    func stepName(_ step: Int32) -> String { compiled.model.model.steps[Int(step)].name }
}
