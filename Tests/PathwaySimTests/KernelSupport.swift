import Foundation
import Testing

@testable import PathwaySim

/// Small deterministic models and their event logs as readable lines, for tests of the kernel.
enum Kernel {
    static let monday = CivilDate(year: 2026, month: 1, day: 5)!

    /// A model whose citizens come at given days through the source `c` and enter the first step.
    static func model(
        _ arrivals: [Double], values: [[String: Double]] = [], attributes: [Attribute] = [],
        resources: [Resource] = [], horizon: Double = 100, warmup: Double = 0, start: CivilDate = monday,
        calendar: WorkingCalendar = .always, deadlines: [Deadline] = [], intervals: [Interval] = [],
        worldEvents: [WorldEvent] = [], groupBy: [Grouping] = [], reportedLevels: Int = 0, _ steps: [Step]
    ) -> Model {
        let recorded = arrivals.enumerated().map { index, day in
            RecordedArrival(
                at: SimTime(days: day),
                values: index < values.count
                    ? values[index].sorted { $0.key < $1.key }.map {
                        AttributeValue(attribute: $0.key, value: $0.value)
                    }
                    : [])
        }
        return Model(
            start: start, horizon: SimTime(days: horizon), warmup: SimTime(days: warmup), calendar: calendar,
            attributes: attributes,
            sources: [ArrivalSource(name: "c", process: .recorded(recorded), entry: .to(steps[0].name))],
            resources: resources, steps: steps, deadlines: deadlines, intervals: intervals,
            worldEvents: worldEvents, groupBy: groupBy, reportedLevels: reportedLevels)
    }

    /// A number that differs from citizen to citizen, 0 unless a citizen carries a value.
    static func number(_ name: String) -> Attribute {
        Attribute(name: name, kind: .number, initial: .number(.constant(0)))
    }

    static func servers(
        _ name: String, _ capacity: Int = 1, _ discipline: Servers.Discipline = .fifo, shifts: [Shift] = [],
        changes: [(Double, Int)] = [], workingDaysOnly: Bool = false
    ) -> Resource {
        Resource(
            name: name,
            kind: .servers(
                Servers(
                    capacity: capacity, shifts: shifts, workingDaysOnly: workingDaysOnly,
                    changes: changes.map { CapacityChange(at: SimTime(days: $0.0), capacity: $0.1) },
                    discipline: discipline)))
    }

    static func service(
        _ name: String, on resource: String = "r", units: Int = 1, _ days: NumberDraw,
        _ queueing: Queueing = Queueing(), shiftEnd: Service.ShiftEnd = .finish, to next: String = "done"
    ) -> Step {
        Step(
            name: name,
            action: .service(
                Service(
                    needs: [Need(resource: resource, units: units)], duration: DurationDraw(days),
                    queueing: queueing, shiftEnd: shiftEnd, next: .to(next))))
    }

    static func service(
        _ name: String, needs: [Need], _ days: NumberDraw, _ queueing: Queueing = Queueing(),
        shiftEnd: Service.ShiftEnd = .finish, to next: String = "done"
    ) -> Step {
        Step(
            name: name,
            action: .service(
                Service(
                    needs: needs, duration: DurationDraw(days), queueing: queueing, shiftEnd: shiftEnd,
                    next: .to(next))))
    }

    static func delay(_ name: String, _ days: NumberDraw, to next: String) -> Step {
        Step(name: name, action: .delay(Delay(duration: DurationDraw(days), next: .to(next))))
    }

    static func delay(_ name: String, _ days: Double, to next: String) -> Step {
        delay(name, .constant(days), to: next)
    }

    static func seize(_ name: String, _ resource: String, units: Int = 1, to next: String) -> Step {
        Step(
            name: name,
            action: .seize(Seize(needs: [Need(resource: resource, units: units)], next: .to(next))))
    }

    static func release(
        _ name: String, _ resources: [String] = [], turnaround: Double? = nil, to next: String
    ) -> Step {
        Step(
            name: name,
            action: .release(
                Release(resources: resources, turnaround: turnaround.map { .days($0) }, next: .to(next))))
    }

    static func close(_ name: String) -> Step { Step(name: name, action: .close(Close(outcome: name))) }

    /// Goes the way whose number the attribute holds.
    static func byNumber(_ name: String, _ attribute: String, _ ways: [String]) -> Step {
        let rules = ways.enumerated().map { index, way in
            Branch.Rule(
                formula: .binary(.equal, .attribute(attribute), .constant(Double(index))), next: .to(way))
        }
        return Step(name: name, action: .branch(Branch(.rules(rules, otherwise: .to(ways[0])))))
    }

    static func split(_ name: String, _ arms: [String], join: String) -> Step {
        Step(name: name, action: .split(Split(arms: arms.map { Split.Arm(step: $0) }, join: join)))
    }

    static func join(_ name: String, _ mode: Join.Mode = .all, to next: String = "done") -> Step {
        Step(name: name, action: .join(Join(mode: mode, next: .to(next))))
    }

    static func at(_ day: Int, _ hour: Double = 0) -> SimTime { SimTime(days: Double(day) + hour / 24) }
    static func hours(_ hours: Double) -> SimTime { SimTime(days: hours / 24) }

    // MARK: Event logs

    static func run(_ model: Model, _ options: RunOptions = RunOptions()) throws -> Simulation {
        var options = options
        options.verifies = true
        var simulation = Simulation(try CompiledModel(model), options)
        try simulation.run()
        let violations = simulation.observations.violations
        #expect(violations.total == 0, "\(violations)")
        return simulation
    }

    /// Everybody's log, one line an event: `day citizen step: what`. Some kinds of lines can be left out.
    static func log(
        _ model: Model, dates: Bool = false, without hidden: Set<String> = ["arrived", "entered", "ended"],
        _ options: RunOptions = RunOptions()
    ) throws -> [String] {
        var options = options
        options.logsEverybody = true
        let compiled = try CompiledModel(model)
        let trace = try CaseTrace.run(compiled, options)
        return trace.entries.compactMap { entry in
            let text = describe(entry.happening)
            if hidden.contains(text) { return nil }
            let time = dates ? date(entry.instant, model.start) : entry.instant.days.formatted(.plain)
            let citizen = entry.citizen.replacingOccurrences(of: " ", with: "")
            return "\(time) \(citizen) \(entry.step.isEmpty ? "-" : entry.step): \(text)"
        }
    }

    /// Civil date and time of day.
    static func date(_ instant: SimTime, _ start: CivilDate) -> String {
        let day = Int((instant.ticks / SimTime.day.ticks))
        let (year, month, dayOfMonth) = start.adding(days: day).components
        let minutes = Int(instant.ticks % SimTime.day.ticks / SimTime.minute.ticks)
        return String(format: "%04d-%02d-%02d %02d:%02d", year, month, dayOfMonth, minutes / 60, minutes % 60)
    }

    static func describe(_ happening: LogEntry.Happening) -> String {
        switch happening {
        case .arrived: "arrived"
        case .entered: "entered"
        case .started(let waited): "started after \(waited.days.formatted(.plain))"
        case .booked(let at): "booked for \(at.days.formatted(.plain))"
        case .cancelled(let reused): reused ? "cancelled in time" : "cancelled late"
        case .cancelledByStaff: "called off by staff"
        case .noShow: "stayed away"
        case .balked: "balked"
        case .reneged: "reneged"
        case .preempted: "interrupted"
        case .resumed: "resumed"
        case .groupFormed(let seats): "group of \(seats)"
        case .session(let number, let attended): "session \(number)\(attended ? "" : " missed")"
        case .sessionCancelled: "session cancelled"
        case .droppedOut: "dropped out"
        case .chose(let option): "chose \(option)"
        case .awaitsDecision: "awaits decision"
        case .sent(let kind, let from, let to): "\(kind) sent from \(from) to \(to)"
        case .notSent(let kind): "\(kind) not sent"
        case .received(let kind): "\(kind) received"
        case .returned(let kind): "\(kind) returned"
        case .accepted(let isAccepted): isAccepted ? "accepted" : "not accepted"
        case .ended: "ended"
        case .calledOff: "called off"
        case .closed(let outcome): "closed as \(outcome)"
        case .comesBack(let at): "comes back at \(at.days.formatted(.plain))"
        case .promise(let deadline, let result): "\(deadline) \(result)"
        case .attribute(let name, let value): "\(name) = \(value.formatted(.plain))"
        }
    }
}

extension Table {
    /// The table as an array, to compare and go through.
    var all: [Element] { indices.map { self[$0] } }
}
