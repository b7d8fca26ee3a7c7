/// A symmetric positive definite matrix as the product of a lower triangular one and its mirror image: what solves small
/// linear systems without losing digits.
///
/// Source: Golub, Van Loan (2013), *Matrix Computations*, 4th ed., §4.2. Complexity: n³/6 multiplications.
public struct CholeskyFactor: Sendable {
    /// Row by row, zeros above the diagonal.
    private let lower: [[Double]]

    /// - Parameter matrix: symmetric, row by row; only the lower half is read.
    /// - Returns: nil when the matrix is not positive definite, or so nearly not that its inverse would be noise: a pivot
    ///   below 10⁻¹² of its diagonal element.
    public init?(_ matrix: [[Double]]) {
        var lower = matrix.map { $0.map { _ in 0.0 } }
        for row in matrix.indices {
            for column in 0...row {
                var sum = matrix[row][column]
                for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
                if row == column {
                    guard sum > matrix[row][row] * 1e-12, sum.isFinite else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        self.lower = lower
    }

    /// Numbers whose covariance is the matrix, made uncorrelated with variance 1: the x with lower·x = right.
    public func whitened(_ right: [Double]) -> [Double] {
        var x = right
        for row in lower.indices {
            for k in 0..<row { x[row] -= lower[row][k] * x[k] }
            x[row] /= lower[row][row]
        }
        return x
    }

    /// The x with matrix·x = right.
    public func solve(_ right: [Double]) -> [Double] {
        var x = whitened(right)
        for row in lower.indices.reversed() {
            for k in lower.indices.dropFirst(row + 1) { x[row] -= lower[k][row] * x[k] }
            x[row] /= lower[row][row]
        }
        return x
    }

    /// The inverse matrix.
    public var inverse: [[Double]] {
        lower.indices.map { column in solve(lower.indices.map { $0 == column ? 1 : 0 }) }
    }
}
