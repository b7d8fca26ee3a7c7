/// Rules of thumb for planning a waiting list.
///
/// Demand and capacity are per unit of time, waits in that unit. Source: Fong and others (2022), *Getting our waiting lists
/// under control*, as in the NHS-R waiting-list package: at target, few wait longer than `factor` times the mean wait.
public enum WaitingListArithmetic {
    /// Demand divided by capacity; above 1 the list grows.
    public static func load(demand: Double, capacity: Double) -> Double { demand / capacity }

    /// The list at which the mean wait is target / factor: D·target/factor.
    public static func targetQueue(demand: Double, target: Double, factor: Double) -> Double {
        demand * target / factor
    }

    /// The capacity that keeps a stable list at its target: D + ((cv_d² + cv_c²)/2)·(factor/target).
    ///
    /// With both coefficients of variation 1 it is the M/M/1 whose mean time in the system is target / factor.
    public static func targetCapacity(
        demand: Double, target: Double, factor: Double, demandCV: Double = 1, capacityCV: Double = 1
    ) -> Double {
        demand + (demandCV * demandCV + capacityCV * capacityCV) / 2 * factor / target
    }

    /// The capacity that brings a list from `queue` down to `targetQueue` in the given time.
    public static func reliefCapacity(demand: Double, queue: Double, targetQueue: Double, time: Double) -> Double {
        demand + (queue - targetQueue) / time
    }

    /// Whether the list is more than twice its target, so that relief is needed rather than patience.
    public static func needsRelief(queue: Double, targetQueue: Double) -> Bool { queue > 2 * targetQueue }
}
