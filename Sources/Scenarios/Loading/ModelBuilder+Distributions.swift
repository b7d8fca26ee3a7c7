internal import Foundation
internal import PathwaySim

/// Distributions: parameters in numbers, or in durations where a length of time is drawn.
extension ModelBuilder {
    /// A distribution by name.
    mutating func distribution(_ name: String, _ node: JSONNode, _ path: String, timed: Bool) -> Distribution? {
        var reader = ParameterReader(node: node, path: path, timed: timed, builder: self)
        let made = reader.make(name)
        self = reader.builder
        switch made {
        case .success(let distribution): return distribution
        case .failure(.unread): return nil
        case .failure(.refused(let error)):
            report(
                FormatProblem.distribution(.init(name: name, text: Texts.distribution(error))), node.opening, path)
            return nil
        }
    }
}

/// Why there is no distribution.
private enum DistributionFailure: Error {
    /// A parameter is missing or unreadable, which has been reported.
    case unread
    case refused(DistributionError)
}

/// Reads the parameters of one distribution.
private struct ParameterReader {
    let node: JSONNode
    let path: String
    let timed: Bool
    var builder: ModelBuilder

    mutating func make(_ name: String) -> Result<Distribution, DistributionFailure> {
        do {
            return .success(try read(name))
        } catch let error as DistributionError {
            return .failure(.refused(error))
        } catch {
            return .failure(.unread)
        }
    }

    /// A plain number.
    private mutating func number(_ name: String, in parent: JSONNode? = nil, at place: String? = nil) throws -> Double {
        guard let member = (parent ?? node)[name], let value = builder.number(member, "\(place ?? path).\(name)") else {
            throw DistributionFailure.unread
        }
        return value
    }

    /// A value on the scale of what is drawn: a number, or a length of time in days.
    private mutating func amount(_ name: String, in parent: JSONNode? = nil, at place: String? = nil) throws -> Double {
        guard timed else { return try number(name, in: parent, at: place) }
        guard let member = (parent ?? node)[name], let value = builder.days(member, "\(place ?? path).\(name)") else {
            throw DistributionFailure.unread
        }
        return value
    }

    private mutating func optionalAmount(_ name: String) throws -> Double? {
        node[name] == nil ? nil : try amount(name)
    }

    private mutating func optionalNumber(_ name: String) throws -> Double? {
        node[name] == nil ? nil : try number(name)
    }

    private mutating func integer(_ name: String) throws -> Int {
        guard let member = node[name], let value = builder.integer(member, "\(path).\(name)") else {
            throw DistributionFailure.unread
        }
        return value
    }

    private mutating func read(_ name: String) throws -> Distribution {
        switch name {
        case "constant":
            let value = timed ? builder.days(node, path) : builder.number(node, path)
            guard let value else { throw DistributionFailure.unread }
            return try .constant(value)
        case "uniform": return try .uniform(low: amount("low"), high: amount("high"))
        case "triangular": return try .triangular(low: amount("low"), mode: amount("mode"), high: amount("high"))
        case "pert":
            return try .pert(
                low: amount("low"), mode: amount("mode"), high: amount("high"), shape: optionalNumber("shape") ?? 4)
        case "exponential": return try .exponential(mean: amount("mean"))
        case "erlang": return try .erlang(shape: integer("shape"), mean: amount("mean"))
        case "gamma": return try gamma()
        case "weibull": return try weibull()
        case "lognormal": return try lognormal()
        case "normal": return try normal()
        case "beta":
            return try .beta(
                alpha: number("alpha"), beta: number("beta"), low: optionalAmount("low") ?? 0,
                high: optionalAmount("high") ?? 1)
        case "hyperexponential": return try .hyperexponential(weighted("mean"))
        case "poisson": return try .poisson(mean: number("mean"))
        case "binomial": return try .binomial(n: integer("n"), p: number("p"))
        case "geometric": return try .geometric(p: number("p"))
        case "discrete": return try .discrete(weighted("value"))
        case "empirical": return try .empirical(observations())
        default: throw DistributionFailure.unread
        }
    }

    /// Shape and scale, or the mean with a shape, a standard deviation or a coefficient of variation.
    private mutating func gamma() throws -> Distribution {
        if let mean = try optionalAmount("mean") {
            let shape: Double
            if let given = try optionalNumber("shape") {
                shape = given
            } else if let cv = try optionalNumber("cv") {
                if cv == 0 { return try .constant(mean) }
                shape = 1 / (cv * cv)
            } else if let sd = try optionalAmount("sd") {
                if sd == 0 { return try .constant(mean) }
                shape = (mean / sd) * (mean / sd)
            } else {
                throw missing("shape")
            }
            return try .gamma(shape: shape, scale: mean / shape)
        }
        if node["shape"] == nil { throw missing("shape") }
        return try .gamma(shape: number("shape"), scale: amount("scale"))
    }

    /// The mean of a Weibull is scale · Γ(1 + 1/shape).
    private mutating func weibull() throws -> Distribution {
        let shape = try number("shape")
        if let mean = try optionalAmount("mean") {
            // The mean of the unit-scale law turns a wanted mean into a scale.
            let unit = try Distribution.weibull(shape: shape, scale: 1)
            return try .weibull(shape: shape, scale: mean / unit.mean)
        }
        return try .weibull(shape: shape, scale: amount("scale"))
    }

    private mutating func lognormal() throws -> Distribution {
        if let mean = try optionalAmount("mean") {
            if let cv = try optionalNumber("cv") { return try .lognormal(mean: mean, cv: cv) }
            if let sigma = try optionalNumber("sigma") {
                guard mean > 0 else { return try .lognormal(mean: mean, cv: 1) }
                return try .lognormal(mu: log(mean) - sigma * sigma / 2, sigma: sigma)
            }
            return try .lognormal(mean: mean, sd: amount("sd"))
        }
        guard node["sigma"] != nil else { throw missing("sigma") }
        return try .lognormal(mu: number("mu"), sigma: number("sigma"))
    }

    private mutating func normal() throws -> Distribution {
        let mean = try amount("mean")
        let sd: Double
        if let cv = try optionalNumber("cv") { sd = cv * abs(mean) } else { sd = try amount("sd") }
        return try .normal(mean: mean, sd: sd, lower: optionalAmount("lower"), upper: optionalAmount("upper"))
    }

    private mutating func missing(_ field: String) -> DistributionFailure {
        builder.report(FormatProblem.missing(field, object: Text(same: "distribution")), node.opening, path)
        return .unread
    }

    private mutating func weighted(_ value: String) throws -> [WeightedValue] {
        var values: [WeightedValue] = []
        for (index, element) in (node.array ?? []).enumerated() {
            let place = "\(path).\(index)"
            let weight = element["weight"] == nil ? 1 : try number("weight", in: element, at: place)
            values.append(WeightedValue(try amount(value, in: element, at: place), weight: weight))
        }
        return values
    }

    private mutating func observations() throws -> [Double] {
        if let list = node["values"]?.array {
            return list.enumerated().compactMap { index, element in
                let place = "\(path).values.\(index)"
                return timed ? builder.days(element, place) : builder.number(element, place)
            }
        }
        guard let file = node["file"] else { throw DistributionFailure.unread }
        guard let values = builder.column(of: file, named: node["column"], path) else {
            throw DistributionFailure.unread
        }
        return values
    }
}
