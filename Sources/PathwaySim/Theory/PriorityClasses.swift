/// One server, several classes of citizens with Poisson arrivals, the most urgent class first.
public enum PriorityClasses {
    public struct Class: Hashable, Sendable {
        public var arrivalRate: Double
        public var meanService: Double
        /// Standard deviation of the service divided by its mean.
        public var cv: Double

        public init(arrivalRate: Double, meanService: Double, cv: Double) {
            self.arrivalRate = arrivalRate
            self.meanService = meanService
            self.cv = cv
        }

        var load: Double { arrivalRate * meanService }
        /// Mean remaining service an arrival finds of this class, λ·E[S²]/2.
        var residual: Double { load * meanService * (1 + cv * cv) / 2 }
    }

    /// Mean waits, non-preemptive: a service under way is finished first. Infinite from the class that fills the server on.
    ///
    /// Source: Cobham (1954), *Priority assignment in waiting line problems*.
    public static func nonPreemptiveWaits(_ classes: [Class]) -> [Double] {
        let residual = classes.reduce(0) { $0 + $1.residual }
        return waits(classes) { _ in residual }
    }

    /// Mean waits until service begins, preemptive-resume: the more urgent interrupt, the interrupted go on later.
    ///
    /// Source: Jaiswal (1968), *Priority Queues*; Kleinrock (1976), *Queueing Systems II*, 3.6.
    public static func preemptiveFirstWaits(_ classes: [Class]) -> [Double] {
        waits(classes) { last in classes[...last].reduce(0) { $0 + $1.residual } }
    }

    /// Mean times from arrival to the end of the service, preemptive-resume, interruptions included.
    public static func preemptiveSojourns(_ classes: [Class]) -> [Double] {
        var ahead = 0.0
        return zip(preemptiveFirstWaits(classes), classes).map { wait, citizen in
            defer { ahead += citizen.load }
            return ahead < 1 ? wait + citizen.meanService / (1 - ahead) : .infinity
        }
    }

    /// W_k = R_k / ((1 − σ_(k−1)) (1 − σ_k)), σ_k the load of the classes up to k.
    private static func waits(_ classes: [Class], residual: (Int) -> Double) -> [Double] {
        var ahead = 0.0
        return classes.indices.map { index in
            let before = ahead
            ahead += classes[index].load
            return ahead < 1 ? residual(index) / ((1 - before) * (1 - ahead)) : .infinity
        }
    }
}
