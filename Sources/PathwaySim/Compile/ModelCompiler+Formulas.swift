extension ModelCompiler {
    // MARK: Formulas

    mutating func formula(_ formula: Formula, in place: String) throws(ModelError) -> CompiledFormula {
        switch formula {
        case .constant(let value): return .constant(value)
        case .attribute(let name):
            return CompiledFormula(kind: .attribute, index: try attribute(name, in: place))
        case .binary(let op, .attribute(let name), .constant(let value)) where op.isComparison:
            return CompiledFormula(
                kind: .compare, code: op.code, index: try attribute(name, in: place), value: value)
        default:
            let start = compiled.programs.count
            var depth = 0
            try emit(formula, in: place, depth: &depth)
            return CompiledFormula(
                kind: .program, index: Int32(start), count: Int32(compiled.programs.count - start))
        }
    }

    /// Appends the formula in postfix order; `depth` counts the stack it needs.
    private mutating func emit(_ formula: Formula, in place: String, depth: inout Int) throws(ModelError) {
        switch formula {
        case .constant(let value): push(FormulaOperation(code: .constant, value: value), &depth)
        case .attribute(let name):
            push(FormulaOperation(code: .attribute, index: try attribute(name, in: place)), &depth)
        case .state(let variable): push(try operation(variable, in: place), &depth)
        case .unary(let op, let operand):
            try emit(operand, in: place, depth: &depth)
            compiled.programs.append(FormulaOperation(code: op.code))
        case .binary(let op, let left, let right):
            try emit(left, in: place, depth: &depth)
            try emit(right, in: place, depth: &depth)
            compiled.programs.append(FormulaOperation(code: op.code))
            depth -= 1
        case .conditional(let condition, let then, let otherwise):
            try emit(condition, in: place, depth: &depth)
            try emit(then, in: place, depth: &depth)
            try emit(otherwise, in: place, depth: &depth)
            compiled.programs.append(FormulaOperation(code: .conditional))
            depth -= 2
        }
    }

    private mutating func push(_ operation: FormulaOperation, _ depth: inout Int) {
        compiled.programs.append(operation)
        depth += 1
        compiled.formulaStackDepth = max(compiled.formulaStackDepth, depth)
    }

    private mutating func operation(
        _ variable: Formula.StateVariable, in place: String
    ) throws(ModelError) -> FormulaOperation {
        switch variable {
        case .elapsedDays: return FormulaOperation(code: .elapsedDays)
        case .nowDays: return FormulaOperation(code: .nowDays)
        case .weekday: return FormulaOperation(code: .weekday)
        case .month: return FormulaOperation(code: .month)
        case .hour: return FormulaOperation(code: .hour)
        case .year: return FormulaOperation(code: .year)
        case .isWorkingDay: return FormulaOperation(code: .isWorkingDay)
        case .inSystem: return FormulaOperation(code: .inSystem)
        case .waitingFor(let name):
            if let resource = resourceIndex[name] {
                return FormulaOperation(code: .waitingForResource, index: resource)
            }
            return FormulaOperation(code: .waitingForStep, index: try step(name, in: place))
        case .busy(let name): return FormulaOperation(code: .busy, index: try resource(name, in: place))
        case .onDuty(let name): return FormulaOperation(code: .onDuty, index: try resource(name, in: place))
        case .visits(let name):
            let step = Int(try step(name, in: place))
            if compiled.steps[step].visitSlot < 0 { compiled.steps[step].visitSlot = newVisitSlot() }
            return FormulaOperation(code: .visits, index: compiled.steps[step].visitSlot)
        case .happened(let name):
            return FormulaOperation(code: .happened, index: try mark(name, in: place))
        case .daysSince(let name):
            return FormulaOperation(code: .daysSince, index: try mark(name, in: place))
        case .sessionsAttended(let name):
            let step = Int(try step(name, in: place))
            return FormulaOperation(code: .attended, index: attendedSlot(step))
        case .lastWait(let name):
            let step = Int(try step(name, in: place))
            if compiled.steps[step].lastWaitSlot < 0 { compiled.steps[step].lastWaitSlot = newMemorySlot() }
            return FormulaOperation(code: .lastWait, index: compiled.steps[step].lastWaitSlot)
        }
    }

    /// The memory in which the sessions a citizen attended at a course step are counted.
    mutating func attendedSlot(_ step: Int) -> Int32 {
        if let known = attendedSlots[Int32(step)] { return known }
        let slot = newMemorySlot()
        attendedSlots[Int32(step)] = slot
        return slot
    }

    // MARK: Draws

    mutating func draw(
        _ draw: NumberDraw, in place: String, unit: DurationDraw.Unit = .calendarDays
    ) throws(ModelError) -> Int32 {
        var entry = CompiledDraw()
        switch draw {
        case .formula(.constant(let value)):
            entry.kind = .constant
            entry.value = value
        case .formula(let formula):
            entry.kind = .formula
            entry.formula = try self.formula(formula, in: place)
        case .distribution(let distribution):
            if case .constant(let value) = distribution.kind {
                entry.kind = .constant
                entry.value = value
            } else {
                entry.kind = .sampler
                entry.index = Int32(compiled.samplers.count)
                compiled.samplers.append(samplerTables.add(distribution))
            }
        case .choose(let branches, let otherwise):
            entry.kind = .choose
            var rows: [DrawBranch] = []
            for branch in branches {
                let condition = try formula(branch.condition, in: place)
                let inner = branch.unit ?? unit
                rows.append(
                    DrawBranch(
                        condition: condition, draw: try self.draw(branch.draw, in: place, unit: inner),
                        unit: CompiledDuration.Unit(inner)))
            }
            entry.otherwise = try self.draw(otherwise, in: place, unit: unit)
            entry.unit = CompiledDuration.Unit(unit)
            entry.index = Int32(compiled.drawBranches.count)
            entry.count = Int32(rows.count)
            compiled.drawBranches += rows
        }
        compiled.draws.append(entry)
        return Int32(compiled.draws.count - 1)
    }

    /// - Parameter name: what the luck is called, e.g. `clarifying.duration`.
    mutating func duration(_ duration: DurationDraw, name: String) throws(ModelError) -> CompiledDuration {
        let draw = try draw(duration.amount, in: name, unit: duration.unit)
        let unit = duration.amount.hasOtherUnits(than: duration.unit) ? .chosen : CompiledDuration.Unit(duration.unit)
        var fixed: Int64 = -1
        if unit == .calendar, compiled.draws[Int(draw)].kind == .constant {
            let value = compiled.draws[Int(draw)].value
            guard !value.isNaN else { throw .outOfRange(what: "duration", in: name, value: value) }
            fixed = max(0, SimTime(days: value).ticks)
        }
        return CompiledDuration(draw: draw, unit: unit, fixed: fixed, purpose: try purpose(name))
    }

    mutating func attributeDraw(_ draw: AttributeDraw, in place: String) throws(ModelError) -> Int32 {
        var entry = CompiledAttributeDraw(kind: .number)
        switch draw {
        case .number(let number): entry.draw = try self.draw(number, in: place)
        case .chance(let probability):
            entry.kind = .chance
            entry.chance = try formula(probability, in: place)
        case .weights(let weights):
            guard !weights.isEmpty else { throw .outOfRange(what: "weights", in: place, value: 0) }
            entry.kind = .weights
            var rows: [CompiledFormula] = []
            for weight in weights { rows.append(try formula(weight, in: place)) }
            if rows.allSatisfy({ $0.isConstant && !$0.value.isNaN }) {
                // Their running sums are known, so a draw needs no more than to compare with them.
                var sum = 0.0
                for row in rows.indices {
                    sum += max(0, rows[row].value)
                    rows[row].value = sum
                }
                guard sum > 0 else { throw .outOfRange(what: "weights", in: place, value: sum) }
                (entry.kind, entry.total) = (.constantWeights, sum)
            }
            entry.start = Int32(compiled.weights.count)
            entry.count = Int32(rows.count)
            compiled.weights += rows
        case .choose(let branches, let otherwise):
            entry.kind = .choose
            var rows: [AttributeBranch] = []
            for branch in branches {
                let condition = try formula(branch.condition, in: place)
                rows.append(AttributeBranch(condition: condition, draw: try attributeDraw(branch.draw, in: place)))
            }
            entry.otherwise = try attributeDraw(otherwise, in: place)
            entry.start = Int32(compiled.attributeBranches.count)
            entry.count = Int32(rows.count)
            compiled.attributeBranches += rows
        }
        compiled.attributeDraws.append(entry)
        return Int32(compiled.attributeDraws.count - 1)
    }

    /// Appends the assignments and returns their first row; the luck of an attribute is the same wherever it is drawn
    /// on arrival, and its own at each `assign` step.
    mutating func assignments(_ list: [Assignment], in place: String) throws(ModelError) -> Int32 {
        var rows: [CompiledAssignment] = []
        for assignment in list {
            let index = try attribute(assignment.attribute, in: place)
            let draw = try attributeDraw(assignment.value, in: place)
            rows.append(
                CompiledAssignment(
                    attribute: index, draw: draw, purpose: try purpose("\(place).assign \(assignment.attribute)")))
        }
        compiled.assignments += rows
        return Int32(compiled.assignments.count - rows.count)
    }

    // MARK: Routes

    mutating func route(_ route: Route, name: String) throws(ModelError) -> Int32 {
        let total = route.targets.reduce(0) { $0 + $1.weight }
        guard let first = route.targets.first, route.targets.allSatisfy({ $0.weight >= 0 }), total > 0, total.isFinite
        else { throw .badRoute(in: name) }
        var entry = CompiledRoute(single: -1, start: 0, count: 0, purpose: 0, way: Int32(compiled.ways.count))
        if route.targets.count == 1 {
            entry.single = try step(first.step, in: name)
            compiled.ways.append(CompiledWay(place: name, step: entry.single))
        } else {
            entry.purpose = try purpose(name)
            entry.start = Int32(compiled.routeTargets.count)
            entry.count = Int32(route.targets.count)
            var sum = 0.0
            for target in route.targets {
                sum += target.weight
                let step = try step(target.step, in: name)
                compiled.routeTargets.append(RouteTarget(cumulative: sum / total, step: step))
                compiled.ways.append(CompiledWay(place: name, step: step))
            }
        }
        compiled.routes.append(entry)
        return Int32(compiled.routes.count - 1)
    }

    mutating func route(_ route: Route?, name: String) throws(ModelError) -> Int32 {
        guard let route else { return -1 }
        return try self.route(route, name: name)
    }
}

extension CompiledDuration.Unit {
    fileprivate init(_ unit: DurationDraw.Unit) {
        switch unit {
        case .calendarDays: self = .calendar
        case .workingDays: self = .workingDays
        case .openDays: self = .open
        case .months: self = .months
        }
    }
}

extension NumberDraw {
    /// Whether a branch counts something else.
    fileprivate func hasOtherUnits(than unit: DurationDraw.Unit) -> Bool {
        guard case .choose(let branches, let otherwise) = self else { return false }
        return otherwise.hasOtherUnits(than: unit)
            || branches.contains { ($0.unit ?? unit) != unit || $0.draw.hasOtherUnits(than: unit) }
    }
}

extension Formula.UnaryOperator {
    var code: FormulaCode {
        switch self {
        case .negate: .negate
        case .not: .not
        case .floor: .floor
        case .ceiling: .ceiling
        case .round: .round
        case .absolute: .absolute
        case .squareRoot: .squareRoot
        case .exponential: .exponential
        case .logarithm: .logarithm
        }
    }
}

extension Formula.BinaryOperator {
    var code: FormulaCode {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .remainder: .remainder
        case .power: .power
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .and: .and
        case .or: .or
        case .minimum: .minimum
        case .maximum: .maximum
        }
    }

    var isComparison: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
        default: false
        }
    }
}
