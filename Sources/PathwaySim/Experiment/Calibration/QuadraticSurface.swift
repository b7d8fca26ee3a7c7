import Foundation

/// Points at which a simulation is tried around a centre, and the second-degree surfaces laid through what it gave.
///
/// In each direction the points reach from −1 to 1: five on a line; for two and more directions the centre, the middle of each
/// face and every corner (a face-centred composite design: Myers, Montgomery, Anderson-Cook (2016), *Response Surface
/// Methodology*, 4th ed., §8.4).
struct QuadraticDesign {
    let dimension: Int
    let points: [[Double]]
    /// Least squares: row by row, what takes the points' values to the coefficients.
    private let fit: [[Double]]

    init?(dimension: Int) {
        self.dimension = dimension
        if dimension == 1 {
            points = [-1, -0.5, 0, 0.5, 1].map { [$0] }
        } else {
            var points = [[Double](repeating: 0, count: dimension)]
            for direction in 0..<dimension {
                for end in [-1.0, 1] {
                    points.append((0..<dimension).map { $0 == direction ? end : 0 })
                }
            }
            for corner in 0..<(1 << dimension) {
                points.append((0..<dimension).map { corner >> $0 & 1 == 1 ? 1 : -1 })
            }
            self.points = points
        }
        let rows = points.map(Self.terms)
        let count = rows[0].count
        var normal = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for row in rows {
            for a in 0..<count {
                for b in 0..<count { normal[a][b] += row[a] * row[b] }
            }
        }
        guard let factor = CholeskyFactor(normal) else { return nil }
        let columns = rows.map { factor.solve($0) }
        fit = (0..<count).map { term in columns.map { $0[term] } }
    }

    /// 1, each direction, each square and product.
    static func terms(_ point: [Double]) -> [Double] {
        var terms = [1.0] + point
        for a in point.indices {
            for b in 0...a { terms.append(point[a] * point[b]) }
        }
        return terms
    }

    /// The derivative of each term in a direction.
    static func slopes(_ point: [Double], _ direction: Int) -> [Double] {
        var slopes = [0.0] + point.indices.map { $0 == direction ? 1 : 0 }
        for a in point.indices {
            for b in 0...a {
                slopes.append((a == direction ? point[b] : 0) + (b == direction ? point[a] : 0))
            }
        }
        return slopes
    }

    /// The coefficients of the surface through the points' values.
    func coefficients(_ values: [Double]) -> [Double] {
        fit.map { row in zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
