/// One line in front of alike servers during a run: who waits, who is served, who comes next.
///
/// Citizens are served in the order of coming. So all who are known lie in that order in one table, and nobody is moved
/// from place to place: those before `first` have been called, those from `first` on wait, and those from `next` on
/// have not come yet.
struct OneLine {
    /// Somebody who waits or has not come yet.
    struct Citizen: BitwiseCopyable {
        var arrivedAt: Int64
        /// How long the service will take; `undefined` when what was drawn is not a number.
        var span: Int64

        static let undefined: Int64 = -1
    }

    /// Somebody who is served.
    struct Service: BitwiseCopyable {
        var end: Int64
        var arrivedAt: Int64
    }

    /// The service and the end that follows it.
    let step: Int
    let close: Int
    /// The ways of the model into the service and from it to the end.
    let wayIn: Int
    let wayOut: Int
    let resource: Int
    /// Of the resource: for each who is served.
    let units: Int
    /// How many are served at once.
    let servers: Int

    private(set) var citizens = Table<Citizen>()
    private var first = 0
    private var next = 0
    /// The latest end first, so that the next one is the last.
    private(set) var services = Table<Service>()
    /// When somebody comes next and when somebody leaves next; `Int64.max` for nobody.
    private(set) var coming = Int64.max
    private(set) var leaving = Int64.max

    /// Citizens who have come.
    private(set) var arrivals = 0
    /// Those of them who came after the warm-up.
    var countedArrivals = 0
    /// Ticks after the warm-up that those who have left spent here.
    var timePresent: Int128 = 0

    /// - Parameter model: one for which `formsOneLine` holds.
    init(_ model: CompiledModel) {
        let entry = model.routes[Int(model.sources[0].entry)]
        step = Int(entry.single)
        let exit = model.routes[Int(model.steps[step].next)]
        close = Int(exit.single)
        (wayIn, wayOut) = (Int(entry.way), Int(exit.way))
        let service = model.services[Int(model.steps[step].row)]
        resource = Int(service.soleResource)
        units = Int(service.soleUnits)
        servers = model.resources[resource].largestCapacity / units
    }

    var waiting: Int {
        @inline(__always) get { next &- first }
    }

    var inSystem: Int {
        @inline(__always) get { waiting &+ services.count }
    }

    var hasFreeServer: Bool {
        @inline(__always) get { services.count < servers }
    }

    /// Those who wait, in the order of coming.
    var line: Range<Int> { first..<next }

    // MARK: Who comes

    /// Makes room for those of another week by forgetting who has been called, when those are most of the table.
    mutating func forgetCalled() {
        guard first > citizens.count / 2 else { return }
        citizens.removeFirst(first)
        next -= first
        first = 0
    }

    /// One more who will come, after all who are known.
    @inline(__always)
    mutating func expect(_ citizen: Citizen) { citizens.append(citizen) }

    /// Sees who comes next; false when nobody is known.
    @inline(__always)
    mutating func lookAhead() -> Bool {
        guard next < citizens.count else {
            coming = Int64.max
            return false
        }
        coming = citizens[next].arrivedAt
        return true
    }

    /// Who was to come next stands in the line.
    @inline(__always)
    mutating func come() {
        next &+= 1
        arrivals &+= 1
    }

    // MARK: Who is served

    /// Calls the first in the line.
    @inline(__always)
    mutating func call() -> Citizen {
        first &+= 1
        return citizens[first &- 1]
    }

    @inline(__always)
    mutating func begin(_ service: Service) {
        services.append(service)
        var place = services.count &- 1
        while place > 0, services[place &- 1].end < service.end {
            services[place] = services[place &- 1]
            place &-= 1
        }
        services[place] = service
        leaving = services[services.count &- 1].end
    }

    /// Ends the service that ends next.
    @inline(__always)
    mutating func leave() -> Service {
        let service = services[services.count &- 1]
        services.removeLast()
        leaving = services.isEmpty ? Int64.max : services[services.count &- 1].end
        return service
    }
}
