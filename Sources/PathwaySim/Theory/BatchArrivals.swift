/// M^[X]/G/1: citizens who arrive several at a time, one server.
public enum BatchArrivals {
    /// Mean wait over all citizens: that of Pollaczek–Khinchine plus that for those served before in the same batch.
    ///
    /// - Parameters:
    ///   - batchRate: arrivals of batches.
    ///   - batchMean: mean number in a batch, ≥ 1.
    ///   - batchVariance: its variance.
    ///
    /// Infinite at a load of 1 or more. Source: Burke (1975), *Delays in single-server queues with batch input*.
    public static func meanWait(
        batchRate: Double, batchMean: Double, batchVariance: Double, meanService: Double, cv: Double
    ) -> Double {
        guard batchRate >= 0, batchMean >= 1, batchVariance >= 0, meanService >= 0, cv >= 0 else { return .nan }
        let load = batchRate * batchMean * meanService
        guard load < 1 else { return .infinity }
        let secondFactorial = batchVariance + batchMean * batchMean - batchMean
        let own = GeneralService.meanWait(arrivalRate: batchRate * batchMean, meanService: meanService, cv: cv)
        return own + secondFactorial / (2 * batchMean) * meanService / (1 - load)
    }
}
