import Foundation

extension Simulation {
    // MARK: Formulas

    @inline(__always)
    mutating func evaluate(_ formula: CompiledFormula, _ t: Int) -> Double {
        switch formula.kind {
        case .constant: return formula.value
        case .attribute: return attributes[Int(tokens[t].root) &* attributeCount &+ Int(formula.index)]
        case .compare:
            let value = attributes[Int(tokens[t].root) &* attributeCount &+ Int(formula.index)]
            return Simulation.combine(formula.code, value, formula.value)
        case .program: return execute(formula, t)
        }
    }

    @inline(__always)
    mutating func holds(_ formula: CompiledFormula, _ t: Int) -> Bool {
        let value = evaluate(formula, t)
        return value != 0 && !value.isNaN
    }

    @inline(never)
    private mutating func execute(_ formula: CompiledFormula, _ t: Int) -> Double {
        var top = -1
        let root = Int(tokens[t].root)
        for position in Int(formula.index)..<Int(formula.index + formula.count) {
            let operation = compiled.model.programs[position]
            switch operation.code {
            case .constant:
                top += 1
                stack[top] = operation.value
            case .attribute:
                top += 1
                stack[top] = attributes[root &* attributeCount &+ Int(operation.index)]
            case .negate, .not, .floor, .ceiling, .round, .absolute, .squareRoot, .exponential, .logarithm:
                stack[top] = Simulation.apply(operation.code, stack[top])
            case .add, .subtract, .multiply, .divide, .remainder, .power, .less, .lessOrEqual, .greater,
                .greaterOrEqual, .equal, .notEqual, .and, .or, .minimum, .maximum:
                top -= 1
                stack[top] = Simulation.combine(operation.code, stack[top], stack[top + 1])
            case .conditional:
                top -= 2
                let condition = stack[top]
                stack[top] = condition != 0 && !condition.isNaN ? stack[top + 1] : stack[top + 2]
            default:
                top += 1
                stack[top] = state(operation, t, root)
            }
        }
        return stack[0]
    }

    private static func apply(_ code: FormulaCode, _ x: Double) -> Double {
        switch code {
        case .negate: -x
        case .not: x == 0 ? 1 : 0
        case .floor: x.rounded(.down)
        case .ceiling: x.rounded(.up)
        case .round: x.rounded()
        case .absolute: abs(x)
        case .squareRoot: x.squareRoot()
        case .exponential: exp(x)
        case .logarithm: log(x)
        default: x
        }
    }

    @inline(__always)
    static func combine(_ code: FormulaCode, _ x: Double, _ y: Double) -> Double {
        switch code {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: y == 0 ? .nan : x / y
        case .remainder: y == 0 ? .nan : x.truncatingRemainder(dividingBy: y)
        case .power: pow(x, y)
        case .less: x < y ? 1 : 0
        case .lessOrEqual: x <= y ? 1 : 0
        case .greater: x > y ? 1 : 0
        case .greaterOrEqual: x >= y ? 1 : 0
        case .equal: x == y ? 1 : 0
        case .notEqual: x != y ? 1 : 0
        case .and: x != 0 && y != 0 && !x.isNaN && !y.isNaN ? 1 : 0
        case .or: (x != 0 && !x.isNaN) || (y != 0 && !y.isNaN) ? 1 : 0
        case .minimum: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
        case .maximum: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
        default: .nan
        }
    }

    /// What a formula asks of the clock, the citizen's history and the system.
    private mutating func state(_ operation: FormulaOperation, _ t: Int, _ root: Int) -> Double {
        let index = Int(operation.index)
        let calendar = compiled.model.calendar
        let time = SimTime(ticks: now)
        switch operation.code {
        case .elapsedDays: return SimTime(ticks: now - tokens[root].arrivedAt).days
        case .nowDays: return time.days
        case .weekday: return Double(calendar.weekday(calendar.dayIndex(of: time)))
        case .month: return Double(calendar.month(calendar.dayIndex(of: time)))
        case .hour: return calendar.timeOfDay(of: time).days * 24
        case .year: return Double(calendar.year(calendar.dayIndex(of: time)))
        case .isWorkingDay: return calendar.isWorkingDay(calendar.dayIndex(of: time)) ? 1 : 0
        case .waitingForResource:
            return Double(
                compiled.model.resources[index].slots == nil ? Int(queues.count(index)) : resources[index].queue.level)
        case .waitingForStep: return Double(observations.waiting[index])
        case .busy: return Double(resources[index].busy)
        case .onDuty: return Double(resources[index].capacity)
        case .visits: return Double(visits[root &* visitCount &+ index])
        case .happened: return marks[root &* markCount &+ index] == Simulation.never ? 0 : 1
        case .daysSince:
            let mark = marks[root &* markCount &+ index]
            return mark == Simulation.never ? .nan : SimTime(ticks: now - mark).days
        case .lastWait: return memory[root &* memoryCount &+ index]
        case .attended:
            let sessions = memory[root &* memoryCount &+ index]
            return sessions.isNaN ? 0 : sessions
        case .inSystem: return Double(inSystem)
        default: return .nan
        }
    }

    // MARK: Draws

    @inline(__always)
    mutating func sample(_ draw: Int32, _ t: Int, _ purpose: UInt32) -> Double {
        let kind = plan.draws[Int(draw)].kind
        if kind == .sampler {
            let row = Int(plan.draws[Int(draw)].index)
            let value = plan.samplers[row].sampleAtOnce(plan.ziggurat) { firstWord(t, purpose) }
            return value.isNaN ? sampleFully(row, t, purpose) : value
        }
        return sampleOther(plan.draws[Int(draw)], t, purpose)
    }

    @inline(never)
    private mutating func sampleFully(_ row: Int, _ t: Int, _ purpose: UInt32) -> Double {
        var stream = stream(t, purpose)
        return plan.samplers[row].sample(&stream, tables: plan.samplerTables)
    }

    @inline(never)
    private mutating func sampleOther(_ draw: CompiledDraw, _ t: Int, _ purpose: UInt32) -> Double {
        switch draw.kind {
        case .constant: return draw.value
        case .formula: return evaluate(draw.formula, t)
        case .choose:
            for row in Int(draw.index)..<Int(draw.index + draw.count)
            where holds(compiled.model.drawBranches[row].condition, t) {
                chosenUnit = compiled.model.drawBranches[row].unit
                return sample(compiled.model.drawBranches[row].draw, t, purpose)
            }
            chosenUnit = draw.unit
            return sample(draw.otherwise, t, purpose)
        case .sampler: return sampleFully(Int(draw.index), t, purpose)
        }
    }

    /// The instant that lies a drawn duration after now; never before now.
    @inline(__always)
    mutating func after(_ duration: CompiledDuration, _ t: Int) -> Int64 {
        if duration.fixed >= 0 { return now &+ duration.fixed }
        let amount = sample(duration.draw, t, duration.purpose)
        if !amount.isFinite { undefined(t) }
        return after(amount, duration.unit, from: now)
    }

    /// When a citizen who begins to wait at the present step gives up.
    ///
    /// Whoever already waited when the run began has shown the patience for that: of a drawn one, what lasted longer is
    /// taken (by drawing again), and the days already waited count. Where the patience cannot be longer (a fixed one)
    /// the citizen gives up at once.
    @inline(__always)
    mutating func patienceEnd(_ patience: CompiledDuration, _ t: Int) -> Int64 {
        tokens[t].enteredAt == now ? after(patience, t) : patienceLeft(patience, t)
    }

    @inline(never)
    private mutating func patienceLeft(_ patience: CompiledDuration, _ t: Int) -> Int64 {
        let entered = tokens[t].enteredAt
        if patience.fixed >= 0 { return max(now, entered &+ patience.fixed) }
        let visit = tokens[t].visit
        defer { tokens[t].visit = visit }
        // The luck of visits that nobody makes serves for drawing again.
        for attempt in 0..<UInt32(10_000) {
            tokens[t].visit = attempt == 0 ? visit : UInt32.max &- attempt
            let amount = sample(patience.draw, t, patience.purpose)
            guard amount.isFinite else {
                undefined(t)
                return now
            }
            let until = after(amount, patience.unit, from: entered)
            if until > now { return until }
        }
        return now
    }

    @inline(__always)
    mutating func after(_ amount: Double, _ unit: CompiledDuration.Unit, from start: Int64) -> Int64 {
        guard amount > 0 else { return start }
        if unit == .calendar { return start &+ SimTime(days: amount).ticks }
        return afterWorkingTime(amount, unit, from: start)
    }

    @inline(never)
    private mutating func afterWorkingTime(
        _ amount: Double, _ unit: CompiledDuration.Unit, from start: Int64
    ) -> Int64 {
        switch unit {
        case .calendar: return start
        case .workingDays:
            let days = Int(min(amount, 1e6).rounded(.up))
            return compiled.model.calendar.addingWorkingDays(SimTime(ticks: start), n: days).ticks
        case .open: return compiled.model.calendar.addingOpenTime(SimTime(ticks: start), SimTime(days: amount)).ticks
        case .months:
            let months = Int(min(amount, 1e5).rounded())
            return compiled.model.calendar.addingMonths(SimTime(ticks: start), n: months).ticks
        case .chosen: return after(ofChosenUnit: amount, from: start)
        }
    }

    /// Of a choice whose branches count different things: `sample` has noted which branch it took.
    @inline(never)
    private mutating func after(ofChosenUnit amount: Double, from start: Int64) -> Int64 {
        let unit = chosenUnit
        return unit == .chosen ? start : after(amount, unit, from: start)
    }

    /// The instant that lies a drawn duration before another.
    mutating func before(_ instant: Int64, _ duration: CompiledDuration, _ t: Int) -> Int64 {
        if duration.fixed >= 0 { return instant &- duration.fixed }
        let amount = max(0, sample(duration.draw, t, duration.purpose))
        if !amount.isFinite { undefined(t) }
        let time = SimTime(ticks: instant)
        switch duration.unit == .chosen ? chosenUnit : duration.unit {
        case .workingDays:
            return compiled.model.calendar.addingWorkingDays(time, n: -Int(min(amount, 1e6).rounded(.up))).ticks
        case .months: return compiled.model.calendar.addingMonths(time, n: -Int(min(amount, 1e5).rounded())).ticks
        // Open time is not counted backwards: its length in whole open days is close enough to a span of days.
        case .calendar, .open, .chosen: return instant &- SimTime(days: amount).ticks
        }
    }

    /// A value for an attribute.
    @inline(__always)
    mutating func attributeValue(_ draw: Int, _ t: Int, _ purpose: UInt32) -> Double {
        switch plan.attributeDraws[draw].kind {
        case .number:
            let value = sample(plan.attributeDraws[draw].draw, t, purpose)
            if !value.isFinite { undefined(t) }
            return value
        case .chance: return happens(t, plan.attributeDraws[draw].chance, purpose) ? 1 : 0
        case .constantWeights:
            let u = firstUniform(t, purpose) * plan.attributeDraws[draw].total
            let start = Int(plan.attributeDraws[draw].start)
            let last = Int(plan.attributeDraws[draw].count) &- 1
            for offset in 0..<last where u < plan.weights[start &+ offset].value { return Double(offset) }
            return Double(last)
        case .weights, .choose: return otherAttributeValue(plan.attributeDraws[draw], t, purpose)
        }
    }

    @inline(never)
    private mutating func otherAttributeValue(
        _ entry: CompiledAttributeDraw, _ t: Int, _ purpose: UInt32
    ) -> Double {
        switch entry.kind {
        case .number, .chance, .constantWeights: return .nan
        case .weights: return drawWeighted(entry, t, purpose)
        case .choose:
            for row in Int(entry.start)..<Int(entry.start + entry.count)
            where holds(compiled.model.attributeBranches[row].condition, t) {
                return branchValue(compiled.model.attributeBranches[row].draw, t, purpose)
            }
            return branchValue(entry.otherwise, t, purpose)
        }
    }

    @inline(never)
    private mutating func branchValue(_ draw: Int32, _ t: Int, _ purpose: UInt32) -> Double {
        attributeValue(Int(draw), t, purpose)
    }

    private mutating func drawWeighted(_ entry: CompiledAttributeDraw, _ t: Int, _ purpose: UInt32) -> Double {
        var total = 0.0
        for row in Int(entry.start)..<Int(entry.start + entry.count) {
            let weight = evaluate(plan.weights[row], t)
            if !weight.isFinite { undefined(t) }
            total += max(0, weight)
        }
        guard total > 0 else {
            undefined(t)
            return 0
        }
        let u = firstUniform(t, purpose) * total
        var sum = 0.0
        for offset in 0..<Int(entry.count) {
            sum += max(0, evaluate(plan.weights[Int(entry.start) + offset], t))
            if u < sum { return Double(offset) }
        }
        return Double(entry.count - 1)
    }
}
