import Foundation
import Testing

@testable import PathwaySim

/// Expected values computed with 40 digits.
@Suite("Special functions")
struct RandomSpecialFunctionTests {
    static func isClose(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
        abs(a - b) <= tolerance * abs(b)
    }

    @Test(
        "log-gamma",
        arguments: [
            (0.001, 6.9071788853838537), (0.5, 0.57236494292470009), (1.5, -0.12078223763524522),
            (2.0000001, 4.2278436665324979e-8), (7.25, 7.0521854507385394), (100, 359.1342053695754),
            (1e6, 12815504.569147612), (1e9, 19723265827.503717),
        ])
    func logGamma(x: Double, expected: Double) {
        #expect(abs(SpecialFunctions.logGamma(x) - expected) <= 8e-15 * max(1, abs(expected)))
    }

    @Test(
        "incomplete gamma",
        arguments: [
            (0.001, 1e-05, 0.98912304469578267, 0.010876955304217331),
            (0.5, 0.3, 0.56142197391900014, 0.43857802608099986),
            (1, 1, 0.63212055882855768, 0.36787944117144232), (2.5, 10, 0.99875026943696862, 0.0012497305630313754),
            (10, 3, 0.0011024881301154797, 0.99889751186988452),
            (10, 50, 0.99999999999874039, 1.2596084591660908e-12),
            (1e3, 950, 0.055054686230738034, 0.94494531376926197),
            (1e3, 1100, 0.99894067674607002, 0.0010593232539299773),
            (1e5, 100500.0, 0.94289673002397129, 0.057103269976028711),
        ])
    func incompleteGamma(shape: Double, x: Double, lower: Double, upper: Double) {
        let tails = SpecialFunctions.incompleteGamma(shape: shape, x)
        #expect(Self.isClose(tails.lower, lower, within: 1e-12))
        #expect(Self.isClose(tails.upper, upper, within: 1e-12))
    }

    @Test(
        "incomplete beta",
        arguments: [
            (0.5, 0.5, 0.25, 0.33333333333333333, 0.66666666666666667), (2, 3, 0.5, 0.6875, 0.3125),
            (0.01, 20, 0.001, 0.96670032759611701, 0.033299672403882989),
            (5, 0.3, 0.9375, 0.27261312839797783, 0.72738687160202217),
            (30, 60, 0.25, 0.041077258136175783, 0.95892274186382422),
            (1000, 2000, 0.375, 0.99999901544523557, 9.8455476442577242e-7),
        ])
    func incompleteBeta(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
        let tails = SpecialFunctions.incompleteBeta(a, b, x: x, y: 1 - x)
        #expect(Self.isClose(tails.lower, lower, within: 1e-12))
        #expect(Self.isClose(tails.upper, upper, within: 1e-12))
    }

    @Test(
        "the normal distribution function",
        arguments: [
            (-10, 7.6198530241605261e-24), (-5, 2.8665157187919391e-7), (-1.959963984540054, 0.025000000000000011),
            (-0.5, 0.3085375387259869), (0.5, 0.6914624612740131), (3, 0.99865010196836991),
            (6, 0.99999999901341235),
        ])
    func normal(z: Double, expected: Double) {
        #expect(Self.isClose(NormalLaw.cdf(z), expected, within: 2e-14))
    }

    @Test(
        "normal quantiles",
        arguments: [
            (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076), (1e-5, -4.2648907939228246),
            (0.025, -1.9599639845400542), (0.3, -0.52440051270804082), (0.6, 0.25334710313579974),
            (0.9, 1.2815515655446006), (0.999, 3.0902323061678133), (0.99999999, 5.612001243305505),
        ])
    func normalQuantile(p: Double, expected: Double) {
        #expect(Self.isClose(NormalLaw.quantile(p), expected, within: 2e-15))
    }

    @Test(
        "Student's t quantiles",
        arguments: [
            (0.975, 1.0, 12.706204736174693), (0.975, 2, 4.3026527297494618), (0.95, 3, 2.3533634348018229),
            (0.995, 5, 4.0321429835552272), (0.975, 19, 2.0930240544083093), (0.025, 39, -2.0226909200367611),
            (0.99995, 49, 4.235725936988712), (0.975, 399, 1.9659272959208817), (0.6, 0.5, 0.39797542678479059),
            (0.9, 1e6, 1.2815524121299386), (0.9999999, 4, 73.985758057510531),
        ])
    func studentQuantile(p: Double, degreesOfFreedom: Double, expected: Double) {
        let t = StudentT.quantile(p, degreesOfFreedom: degreesOfFreedom)
        #expect(Self.isClose(t, expected, within: 1e-12))
        #expect(Self.isClose(StudentT.cdf(t, degreesOfFreedom: degreesOfFreedom), p, within: 1e-12))
    }

    @Test("edges are answered, not trapped")
    func edges() {
        #expect(NormalLaw.quantile(0) == -.infinity)
        #expect(NormalLaw.quantile(1) == .infinity)
        #expect(NormalLaw.quantile(1.5).isNaN)
        #expect(NormalLaw.quantile(.nan).isNaN)
        #expect(StudentT.quantile(0.5, degreesOfFreedom: 3) == 0)
        #expect(StudentT.quantile(0.975, degreesOfFreedom: 0).isNaN)
        #expect(StudentT.quantile(1, degreesOfFreedom: 3) == .infinity)
        #expect(StudentT.quantile(0.975, degreesOfFreedom: .infinity) == NormalLaw.quantile(0.975))
        #expect(SpecialFunctions.logGamma(-1).isNaN)
        #expect(SpecialFunctions.incompleteGamma(shape: 2, .infinity).lower == 1)
        #expect(SpecialFunctions.incompleteGamma(shape: .nan, 1).lower.isNaN)
        #expect(SpecialFunctions.incompleteBeta(2, 3, x: 1, y: 0).upper == 0)
    }
}
