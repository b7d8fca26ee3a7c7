/// An open network of exponential stations between which citizens are routed at random: in the long run every station
/// looks like an M/M/c of its own.
///
/// Source: Jackson (1957), *Networks of waiting lines*.
public struct JacksonNetwork: Hashable, Sendable {
    public struct Station: Hashable, Sendable {
        /// Arrivals from outside per unit of time.
        public var arrivalRate: Double
        public var meanService: Double
        public var servers: Int
        /// Probability of going on to each station, by its place in the network; the rest leaves.
        public var routing: [Double]

        public init(arrivalRate: Double, meanService: Double, servers: Int = 1, routing: [Double]) {
            self.arrivalRate = arrivalRate
            self.meanService = meanService
            self.servers = servers
            self.routing = routing
        }
    }

    public let stations: [Station]
    /// Arrivals per unit of time at each station, from outside and from other stations.
    public let throughputs: [Double]

    /// Nil when a routing row has the wrong length, is not a probability row, or citizens could never leave.
    ///
    /// Complexity: O(stations³).
    public init?(_ stations: [Station]) {
        let size = stations.count
        for station in stations {
            guard station.routing.count == size, station.routing.allSatisfy({ $0 >= 0 }), station.arrivalRate >= 0,
                station.routing.reduce(0, +) <= 1 + 1e-12
            else { return nil }
        }
        // Traffic equations: λ_j − Σ_i λ_i·p_ij = outside arrivals at j.
        let rows = (0..<size).map { j in
            (0..<size).map { i in (i == j ? 1 : 0) - stations[i].routing[j] } + [stations[j].arrivalRate]
        }
        guard let solution = JacksonNetwork.solve(rows) else { return nil }
        self.stations = stations
        self.throughputs = solution
    }

    /// Mean wait per visit at a station.
    public func meanWait(_ station: Int) -> Double {
        Erlang.meanWait(
            arrivalRate: throughputs[station], meanService: stations[station].meanService,
            servers: stations[station].servers)
    }

    /// Mean number present at a station, in service included.
    public func meanNumber(_ station: Int) -> Double {
        throughputs[station] * (meanWait(station) + stations[station].meanService)
    }

    /// Mean time in the network of a citizen from outside (Little's law).
    public var meanSojourn: Double {
        let arrivals = stations.reduce(0) { $0 + $1.arrivalRate }
        return stations.indices.reduce(0) { $0 + meanNumber($1) } / arrivals
    }

    /// Gaussian elimination with partial pivoting on rows with the right side last; nil when singular.
    private static func solve(_ system: [[Double]]) -> [Double]? {
        var rows = system
        let size = rows.count
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-13
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for k in column...size { rows[row][k] -= factor * rows[column][k] }
            }
        }
        return (0..<size).map { rows[$0][size] / rows[$0][$0] }
    }
}
