/// A message from one party to another.
public struct Message: Hashable, Sendable {
    public var kind: String
    public var from: String
    public var to: String
    /// Transmission and handling until it counts as received.
    public var delay: DurationDraw
    /// Whether the citizen's course waits until it is received (complete).
    public var blocking: Bool
    /// Sent only when this holds (consent); otherwise the citizen goes on without it.
    public var condition: Formula?
    /// Probability that something needed is missing, so that it comes back.
    public var missing: Formula?
    /// Kind of the message that asks for what is missing.
    public var returnKind: String?
    /// From receipt of a deficient message until the completed one is sent.
    public var returnDelay: DurationDraw
    /// How many times it can come back; then it is taken as it is.
    public var maximumReturns: Int
    /// Kind of an automatic acknowledgement, sent on receipt; none when nil.
    public var acknowledgement: String?
    /// Probability that the receiver accepts the task asked for; not a task when nil.
    public var accepted: Formula?
    /// Where the course goes when the task is not accepted.
    public var notAccepted: Route?
    /// Administrative hours per message: sender's and receiver's, counted as `hours` of the parties.
    public var senderHours: Double
    public var receiverHours: Double
    public var next: Route

    public init(
        kind: String, from: String, to: String, delay: DurationDraw = .zero, blocking: Bool = true,
        condition: Formula? = nil, missing: Formula? = nil, returnKind: String? = nil,
        returnDelay: DurationDraw = .zero, maximumReturns: Int = 1, acknowledgement: String? = nil,
        accepted: Formula? = nil, notAccepted: Route? = nil, senderHours: Double = 0, receiverHours: Double = 0,
        next: Route
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.delay = delay
        self.blocking = blocking
        self.condition = condition
        self.missing = missing
        self.returnKind = returnKind
        self.returnDelay = returnDelay
        self.maximumReturns = maximumReturns
        self.acknowledgement = acknowledgement
        self.accepted = accepted
        self.notAccepted = notAccepted
        self.senderHours = senderHours
        self.receiverHours = receiverHours
        self.next = next
    }
}
