import Foundation
import Synchronization

/// What citizens ask for, replication by replication, where there is enough of everything.
struct PilotRun {
    /// One replication's sums over the counted period, by index of the compiled model.
    struct Record: Sendable {
        /// Slots attended or lost, or unit-hours in use.
        var used: [Double] = []
        var lost: [Double] = []
        /// Seats and citizens that started a course, by course row.
        var seats: [Double] = []
        /// Citizens who asked for a course and did not begin it, by course row.
        var unserved: [Double] = []
        var started: [Double] = []
        /// Citizen-days on the course after its start.
        var onCourse: [Double] = []
        /// Days waited and citizens served, by wait row.
        var waited: [Double] = []
        var served: [Double] = []
    }

    let model: CompiledModel
    let records: [Record]

    /// - Throws: what stops a run; of several replications the error of the first.
    init(
        _ model: CompiledModel, seed: UInt64, replications: Int, jobs: Int, isCancelled: @escaping @Sendable () -> Bool,
        progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void
    ) throws(SimulationError) {
        self.model = model
        let shared = Mutex<[Int: Result<Record, SimulationError>]>([:])
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), replications)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < replications else { return }
                let outcome = Result { () throws(SimulationError) in
                    try PilotRun.record(
                        model,
                        RunOptions(seed: seed, replication: UInt32(clamping: index + 1), isCancelled: isCancelled))
                }
                shared.withLock {
                    $0[index] = outcome
                    progress($0.count, replications)
                }
            }
        }
        let outcomes = shared.withLock { $0 }
        var records: [Record] = []
        for index in 0..<replications {
            if let outcome = outcomes[index] { records.append(try outcome.get()) }
        }
        self.records = records
    }

    private static func record(_ model: CompiledModel, _ options: RunOptions) throws(SimulationError) -> Record {
        if options.isCancelled() { throw .cancelled }
        var simulation = Simulation(model, options)
        try simulation.run()
        return simulation.pilotRecord()
    }

    /// The mean over replications of a sum.
    func estimate(_ level: Double, _ value: (Record) -> Double) -> LoadCheck.Estimate {
        let estimate = ReplicationEstimate.mean(records.map(value))
        return .init(value: estimate.value ?? 0, halfWidth: estimate.halfWidth(level: level))
    }

    /// The ratio of two sums; nil when there is nothing below.
    func ratio(_ level: Double, _ pair: (Record) -> (Double, Double)) -> LoadCheck.Estimate? {
        let estimate = ReplicationEstimate.ratio(records.map(pair))
        return estimate.value.map { .init(value: $0, halfWidth: estimate.halfWidth(level: level)) }
    }
}

extension Simulation {
    fileprivate func pilotRecord() -> PilotRun.Record {
        var record = PilotRun.Record()
        let end = SimTime(ticks: compiled.model.horizon)
        let (hour, day) = (Double(SimTime.hour.ticks), Double(SimTime.day.ticks))
        for index in compiled.model.resources.indices {
            let resource = compiled.model.resources[index]
            if resource.slots != nil {
                record.used.append(Double(observations.slotsAttended[index] + observations.slotsLost[index]))
            } else if resource.bookedAhead {
                record.used.append(Double(resources[index].booked) / hour)
            } else {
                record.used.append(resources[index].use.area(until: end) / hour)
            }
            record.lost.append(Double(observations.slotsLost[index]))
        }
        for row in compiled.model.waitSteps.indices {
            let served = observations.waits[row * observations.groupCount].served
            record.waited.append(served.sum / day)
            record.served.append(Double(served.count))
        }
        let waiting = census()
        for index in compiled.model.courses.indices {
            let step = Int(compiled.model.courses[index].step)
            let row = Int(compiled.model.steps[step].waitRow)
            record.seats.append(observations.groupSeats[index].sum)
            record.started.append(record.served[row])
            let place = row * observations.groupCount
            record.unserved.append(Double(observations.waits[place].reneged + waiting[place].tally.count))
            record.onCourse.append(max(0, Double(observations.presence[step]) / day - record.waited[row]))
        }
        return record
    }

    /// Unit-hours on duty in the counted part of the run, by resource; 0 for slots.
    func dutyHours() -> [Double] {
        let end = SimTime(ticks: compiled.model.horizon)
        return resources.indices.map { resources[$0].duty.area(until: end) / Double(SimTime.hour.ticks) }
    }
}
