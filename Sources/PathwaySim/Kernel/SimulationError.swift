/// Why a run was stopped.
public enum SimulationError: Error, Hashable, Sendable {
    /// The caller asked for it.
    case cancelled
    /// Citizens go round without any time passing.
    case zeroTimeLoop(step: String, at: SimTime)
    /// More citizens in the system than the limit; most of them are at this step.
    case unboundedGrowth(step: String, inSystem: Int, at: SimTime)
    /// One citizen has come to the same step so often that the way round has no end worth waiting for.
    case endlessRound(step: String, visits: Int, at: SimTime)
    /// A formula gave not-a-number or an infinite one where a number is needed (a duration, a probability, an
    /// attribute). `at` names the step, the source, the resource or the attribute drawn on arrival.
    case undefinedNumber(at: String, instant: SimTime)
    /// Probabilities of a branch or choice do not sum to 1 (they gave this sum) for some citizen.
    case probabilities(step: String, sum: Double, at: SimTime)
    /// A formula gave a probability below 0 or above 1.
    case probabilityOutside(at: String, value: Double, instant: SimTime)
    /// More citizens were to come at once than a batch can hold (4,095).
    case batchTooLarge(source: String, size: Double, at: SimTime)
    /// Citizens wait for resources that others in the same position hold, and nothing else will ever happen.
    case deadlock([Holder], at: SimTime)

    /// Who waits where for what, and what that citizen holds.
    public struct Holder: Hashable, Sendable {
        public var citizen: String
        public var step: String
        public var waitsFor: [String]
        public var holds: [String]
    }
}
