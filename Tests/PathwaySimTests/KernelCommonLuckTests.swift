import Testing

@testable import PathwaySim

@Suite("The same luck in every variant")
struct KernelCommonLuckTests {
    private static func model(
        rate: RateProfile = RateProfile(perDay: 2), extra: (inout Model) -> Void = { _ in }
    ) throws -> Model {
        var model = Kernel.model(
            [], attributes: [Kernel.number("k")], resources: [Kernel.servers("staff", 50)], horizon: 60,
            [
                Kernel.service(
                    "talk", on: "staff", .distribution(try .exponential(mean: 0.5)), to: "way"),
                Step(
                    name: "way",
                    action: .branch(
                        Branch(
                            .probabilities([
                                Branch.Rule(formula: .constant(0.6), next: .to("home")),
                                Branch.Rule(formula: .constant(0.4), next: .to("gone")),
                            ])))),
                Kernel.delay("home", .distribution(try .exponential(mean: 3)), to: "done"), Kernel.close("done"),
                Kernel.close("gone"),
            ])
        model.attributes[0].initial = .number(.distribution(try .uniform(low: 0, high: 1)))
        model.sources = [ArrivalSource(name: "people", process: .poisson(rate), entry: .to("talk"))]
        extra(&model)
        return model
    }

    /// Each citizen's own log, by name.
    private static func ways(_ model: Model, of source: String = "people") throws -> [String: [String]] {
        var result: [String: [String]] = [:]
        for line in try Kernel.log(model, without: []) {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts[1].hasPrefix(source) else { continue }
            result[parts[1], default: []].append("\(parts[0]) \(parts[2])")
        }
        return result
    }

    @Test("a further source, resource and step elsewhere changes nobody's way")
    func additions() throws {
        let base = try Self.ways(Self.model())
        let extended = try Self.model { model in
            model.resources.insert(Kernel.servers("other", 1), at: 0)
            model.steps.insert(Kernel.service("elsewhere", on: "other", .constant(1), to: "done"), at: 0)
            model.attributes.insert(Kernel.number("other"), at: 0)
            model.sources.insert(
                ArrivalSource(
                    name: "others", process: .poisson(RateProfile(perDay: 5)), entry: .to("elsewhere")), at: 0)
        }
        #expect(base.count > 80)
        #expect(try Self.ways(extended) == base)
    }

    @Test("a higher rate only adds citizens; those there were keep instant, attributes and luck")
    func higherRate() throws {
        let base = try Self.ways(Self.model())
        let more = try Self.ways(Self.model(rate: RateProfile(perDay: 3)))
        #expect(more.count > base.count)
        for (citizen, way) in base { #expect(more[citizen] == way) }
    }

    @Test("a surge only adds, and only while it lasts")
    func surge() throws {
        let base = try Self.ways(Self.model())
        let surge = RateProfile.Surge(from: Kernel.at(20, 6), to: Kernel.at(30), factor: 4)
        let more = try Self.ways(Self.model(rate: RateProfile(perDay: 2, surges: [surge])))
        for (citizen, way) in base { #expect(more[citizen] == way) }
        let added = more.filter { base[$0.key] == nil }.compactMap { $0.value.first }
        #expect(added.count > 20)
        for line in added {
            let day = try #require(Double(line.split(separator: " ")[0]))
            #expect((20.25..<30).contains(day))
        }
    }

    @Test("a named case has the same attributes and the same way whoever else comes")
    func namedCase() throws {
        func way(_ perDay: Double) throws -> [String: [String]] {
            let model = try Self.model(rate: RateProfile(perDay: perDay)) {
                $0.sources.append(
                    ArrivalSource(
                        name: "cases", process: .cases([NamedCase(name: "albert", at: Kernel.at(3))]),
                        entry: .to("talk")))
            }
            return try Self.ways(model, of: "albert")
        }
        let base = try way(2)
        #expect(base.count == 1)
        #expect(try way(4) == base)
    }

    @Test("a step inserted before moves in time but draws the same")
    func insertedStep() throws {
        func length(_ model: Model) throws -> [String: Double] {
            try Self.ways(model).compactMapValues { way in
                func day(_ what: String) -> Double? {
                    way.first { $0.hasSuffix(what) }.flatMap { Double($0.split(separator: " ")[0]) }
                }
                guard let begin = day("home: entered"), let end = day("home: ended") else { return nil }
                return ((end - begin) * 1e6).rounded() / 1e6
            }
        }
        let base = try length(Self.model())
        let moved = try length(
            Self.model {
                $0.steps.append(Kernel.delay("before", 2, to: "talk"))
                $0.sources[0].entry = .to("before")
            })
        #expect(moved.count > 30)
        for (citizen, span) in moved { #expect(base[citizen] == span) }
    }
}
