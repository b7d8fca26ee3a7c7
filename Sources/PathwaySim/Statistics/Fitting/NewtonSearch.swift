/// The lowest point of a smooth function of one or two numbers, by Newton's method with numerical derivatives.
///
/// The arguments must be scaled so that the function curves noticeably over a distance of 1. Steps are shortened until
/// they go downhill, and where the function is not bowl-shaped they follow the slope.
/// Source: Nocedal, Wright (2006), *Numerical Optimization*, 2nd ed., §3.3 and §8.1.
struct NewtonSearch {
    /// Where the function is lowest.
    let place: [Double]
    let value: Double
    /// Second derivatives there.
    let curvature: [[Double]]
    /// Whether the slope vanished; false when the function falls for ever or the steps ran out.
    let hasSettled: Bool

    private static let width = 5e-4

    init(from start: [Double], _ function: ([Double]) -> Double) {
        var place = start
        var value = function(place)
        var curvature: [[Double]] = []
        var hasSettled = false
        for _ in 0..<60 {
            let local = Self.derivatives(function, at: place, value)
            curvature = local.curvature
            let down = local.slope.map(-)
            var step = CholeskyFactor(local.curvature)?.solve(down) ?? down
            // No farther than the function can be trusted to look like a bowl.
            let length = step.map(abs).max() ?? 0
            if length > 1 { step = step.map { $0 / length } }
            var isLower = false
            for _ in 0..<30 {
                let next = zip(place, step).map(+)
                let nextValue = function(next)
                if nextValue <= value {
                    isLower = true
                    (place, value) = (next, nextValue)
                    break
                }
                step = step.map { $0 / 2 }
            }
            if !isLower || (step.map(abs).max() ?? 0) < 1e-7 {
                hasSettled = (local.slope.map(abs).max() ?? 0) < 1e-4
                break
            }
        }
        (self.place, self.value, self.curvature, self.hasSettled) = (place, value, curvature, hasSettled)
    }

    /// Central differences.
    private static func derivatives(
        _ function: ([Double]) -> Double, at place: [Double], _ value: Double
    ) -> (slope: [Double], curvature: [[Double]]) {
        func moved(_ moves: [(Int, Double)]) -> Double {
            var place = place
            for (index, move) in moves { place[index] += move }
            return function(place)
        }
        let h = width
        let ends = place.indices.map { (up: moved([($0, h)]), down: moved([($0, -h)])) }
        let slope = ends.map { ($0.up - $0.down) / (2 * h) }
        var curvature = place.map { _ in place.map { _ in 0.0 } }
        for row in place.indices {
            curvature[row][row] = (ends[row].up - 2 * value + ends[row].down) / (h * h)
            for column in 0..<row {
                let corners =
                    moved([(row, h), (column, h)]) + moved([(row, -h), (column, -h)])
                    - moved([(row, h), (column, -h)]) - moved([(row, -h), (column, h)])
                curvature[row][column] = corners / (4 * h * h)
                curvature[column][row] = curvature[row][column]
            }
        }
        return (slope, curvature)
    }
}
