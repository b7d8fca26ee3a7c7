import Testing

@testable import PathwaySim

@Suite("What a pathway asks for is held against what there is")
struct LoadCheckTests {
    @Test(
        "servers: the load is λ·E[S]/c, and the wait Erlang C's",
        arguments: [(1.6, 2, 0.8), (2.0, 3, 2.0 / 3), (2.4, 2, 1.2)])
    func servers(rate: Double, servers: Int, load: Double) throws {
        let model = try TestModels.queue(rate: rate, servers: servers, horizonDays: 2_000, warmupDays: 50)
        let check = try LoadCheck.run(model, replications: 20)
        let line = try #require(check.lines.first)
        let found = try #require(line.load)
        #expect(abs(found.value - load) <= 2 * (try #require(found.halfWidth)))
        #expect(abs(line.capacity - Double(servers) * 168) < 1e-9)
        #expect(line.verdict == (load > 1 ? .overloaded : .enough))
        let arrivals = try #require(check.arrivals.first?.expected)
        #expect(abs(arrivals - rate * 1_950) < 1e-6)
        let wait = try #require(check.waits.first)
        #expect(wait.formula == .erlangC)
        if load < 1 {
            let exact = Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers)
            #expect(try #require(wait.low) <= exact && exact <= (try #require(wait.high)) * 1.05)
        } else {
            #expect(wait.queueing == nil)
            #expect(wait.caveats.contains(.overloaded))
        }
    }

    @Test("a service that always takes as long waits half as long as one without memory, at one server exactly")
    func fixedService() throws {
        var model = try TestModels.queue(rate: 0.8, servers: 1, horizonDays: 2_000, warmupDays: 50)
        guard case .service(var service) = model.steps[0].action else { return }
        service.duration = .days(1)
        model.steps[0].action = .service(service)
        let wait = try #require(try LoadCheck.run(model, replications: 20).waits.first)
        #expect(wait.formula == .allenCunneen && !wait.caveats.contains(.unknownService))
        // ρ·E[S] / (2(1 − ρ)) for M/D/1 (Pollaczek and Khinchine).
        let exact = 0.8 / (2 * 0.2)
        #expect(try #require(wait.low) <= exact && exact <= (try #require(wait.high)))
    }

    @Test("slots: no-shows take slots, everyone who stays away asks again, and each is counted")
    func slots() throws {
        // 1 a day; each slot is missed with probability 0.2 and one new slot is given: 1.2 slots a citizen.
        let check = try LoadCheck.run(appointments(slotsPerWeek: 7), longer: appointments(slotsPerWeek: 7, days: 500))
        let line = try #require(check.lines.first)
        #expect(abs(line.demand.value - 8.4) <= 2 * (try #require(line.demand.halfWidth)))
        let lost = try #require(line.lost)
        #expect(abs(lost.value - 7 * 0.24) <= 2 * (try #require(lost.halfWidth)))
        #expect(abs(line.capacity - 7) < 0.1)
        #expect(line.verdict == .overloaded)
        #expect(check.followsToEnd)
    }

    @Test("absent staff leave as many slots as the share of time they are there")
    func absences() throws {
        var model = try appointments(slotsPerWeek: 7)
        // Away 5 of every 5 + 365/4 days.
        model.resources[0].absences = [Absence(name: "ill", spellsPerYear: 4, length: .constant(5))]
        let check = try LoadCheck.run(model, replications: 2)
        #expect(abs(check.lines[0].capacity - 7 * (1 - 5 / (5 + 365.0 / 4))) < 0.1)
    }

    @Test("a demand with nothing in it asks for nothing")
    func nobody() throws {
        let model = try TestModels.queue(rate: 0, servers: 1, horizonDays: 100)
        let check = try LoadCheck.run(model, replications: 2)
        #expect(check.lines.first?.demand.value == 0)
        #expect(check.lines.first?.verdict == .enough)
    }

    private func appointments(slotsPerWeek: Double, days: Double = 364) throws -> Model {
        Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: days), calendar: .always,
            sources: [ArrivalSource(name: "referrals", process: .poisson(RateProfile(perDay: 1)), entry: .to("talk"))],
            resources: [
                Resource(
                    name: "talks",
                    kind: .slots(
                        SlotPlan(
                            slotsPerWeek: slotsPerWeek,
                            windows: [
                                Shift(weekdays: Set(1...7), from: SimTime(days: 9.0 / 24), to: SimTime(days: 10.0 / 24))
                            ], length: .hour, workingDaysOnly: false)))
            ],
            steps: [
                Step(
                    name: "talk",
                    action: .appointment(
                        Appointment(
                            slots: "talks", noShow: .constant(0.2), rebookings: 1, lost: .to("gone"), next: .to("done"))
                    )),
                Step(name: "done", action: .close(Close(outcome: "done"))),
                Step(name: "gone", action: .close(Close(outcome: "gone"))),
            ])
    }
}
