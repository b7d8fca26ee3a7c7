/// A model made ready to run: flat tables and indices, no names in the hot loop.
///
/// Compiling checks that every name exists and every number is in range; after that the simulator need not. A compiled
/// model is immutable and shared by all replications.
public struct CompiledModel: Sendable {
    public let model: Model
    let calendar: CompiledCalendar
    let horizon: Int64
    let warmup: Int64

    var programs: [FormulaOperation] = []
    var formulaStackDepth = 1
    var draws: [CompiledDraw] = []
    var drawBranches: [DrawBranch] = []
    var attributeDraws: [CompiledAttributeDraw] = []
    var attributeBranches: [AttributeBranch] = []
    var weights: [CompiledFormula] = []
    var tables: [Double] = []
    var samplers: [Sampler] = []
    var routes: [CompiledRoute] = []
    /// Every way a citizen can take from one step to another: the targets of the routes and the arms of splits.
    var ways: [CompiledWay] = []
    var routeTargets: [RouteTarget] = []

    var attributeInitials: [Int32] = []
    var attributePurposes: [UInt32] = []
    var steps: [CompiledStep] = []
    var services: [CompiledService] = []
    var queueings: [CompiledQueueing] = []
    var needs: [CompiledNeed] = []
    var appointments: [CompiledAppointment] = []
    var courses: [CompiledCourse] = []
    var coursePlans: [CoursePlan] = []
    var messages: [CompiledMessage] = []
    var branchRules: [CompiledRule] = []
    var choiceOptions: [CompiledOption] = []
    /// Names of the options of choices, row by row.
    var optionNames: [String] = []
    var assignments: [CompiledAssignment] = []
    var arms: [CompiledArm] = []
    var joins: [CompiledJoin] = []
    var waits: [CompiledWait] = []
    var closes: [CompiledClose] = []
    var releases: [CompiledRelease] = []

    var sources: [CompiledSource] = []
    var sourcePlans: [SourcePlan] = []
    var sourceDraws: [Int32] = []
    var resources: [CompiledResource] = []
    var eventActions: [EventActions] = []
    /// Whether anything follows from a citizen's arrival, and from the end of the course.
    var listensToArrival = false
    var listensToClose = false
    /// Deadlines and intervals that events act on; see `EventActions.Rows`.
    var actionRows: [Int32] = []
    var deadlines: [CompiledDeadline] = []
    var intervals: [CompiledInterval] = []
    var groupings: [CompiledGrouping] = []
    /// See `formsPlainNetwork`.
    var isPlainNetwork = false
    /// See `formsOneLine`.
    var isOneLine = false

    /// Names by index.
    public internal(set) var outcomeNames: [String] = []
    public internal(set) var messageKinds: [String] = []
    public internal(set) var partyNames: [String] = []
    /// How many marks, visit counters, wait memories … each citizen carries.
    var markCount = 0
    var visitCount = 0
    var memoryCount = 0
    /// Steps at which citizens wait, in the order of their tallies.
    var waitSteps: [Int32] = []

    public var stepNames: [String] { model.steps.map(\.name) }
    public var resourceNames: [String] { model.resources.map(\.name) }
}
