import Foundation
import PathwaySim
import Testing

@testable import Scenarios

/// Statements of the sources that need only a few lines to show.
@Suite("Statements of the sources")
struct DomainStatementTests {
    private func contents(_ id: String, _ step: String) throws -> [String] {
        let node = try DomainLibrary.load(id).document["steps"]?[step]?["contents"]
        return (node?.array ?? []).compactMap(\.string)
    }

    @Test("a referral carries identity, reason, facts of the disease, lifestyle and special needs")
    func referralContents() throws {
        let carried = try contents("kommune", "referral")
        for part in ["identity", "reason", "disease", "KRAM", "special needs"] {
            #expect(carried.contains { $0.contains(part) }, "\(part)")
        }
        #expect(try contents("diabetes-syddanmark", "referral").count >= 3)
    }

    @Test("more than ten units a week is advice: below the high-risk limit nobody is sent to counselling")
    func adviceIsNoLimit() throws {
        let scenario = try DomainLibrary.load(
            "kommune",
            with: """
                "attributes": {"alcoholUnits": {"choose": [{"draw": {"value": 12, "assumption": "all above the advice"}}]}},
                "parameters": {"auditDependence": {"value": 100, "assumption": "nobody dependent"}}
                """)
        let result = try DomainRuns.run(scenario)
        #expect(try result.mean("throughput.alcoholConversation") > 50)
        #expect(try result.mean("throughput.alcoholCounselling") < 1)
    }

    @Test("prevention that stays in general practice sends no referral")
    func keptInPractice() throws {
        let kept = try DomainRuns.everybody("kommune").values.filter { $0.outcome == "keptInPractice" }
        #expect(kept.count > 10)
        #expect(kept.allSatisfy { !$0.wasSent("referral") })
    }

    @Test("who is outside the target group is informed of what exists and takes no offer")
    func outsideTargetGroup() throws {
        let outside = try DomainRuns.everybody("kommune").values.filter {
            $0.entered("eligibility") && !$0.entered("allocation") && $0.outcome != nil
        }
        #expect(!outside.isEmpty)
        #expect(outside.allSatisfy { $0.wasSent("information") && $0.outcome == "informed" })
    }

    @Test("the invitation is with nine citizens in ten within a week and a half, closed weeks being the exception")
    func invitation() throws {
        let days = try DomainRuns.everybody("kommune").values.compactMap { way -> Double? in
            guard let allocated = way.first("allocation"),
                let invited = way.first("invitation"), invited == allocated, let talk = way.first("clarifying")
            else { return nil }
            return (talk - invited).days
        }
        #expect(days.count > 200)
        #expect(days.count { $0 <= 11 } * 10 >= days.count * 9)
    }

    @Test("who is allocated to another offer does not take the one referred to, and the GP is told")
    func anotherOffer() throws {
        let scenario = try DomainLibrary.load(
            "kommune",
            with: #""attributes": {"consentsToStatus": {"probability": {"value": 1, "assumption": "everyone agrees"}}}"#
        )
        let changed = try DomainRuns.everybody(scenario).values.filter { $0.entered("otherOfferChosen") }
        #expect(changed.count > 5)
        for way in changed {
            #expect(!way.entered("weightLoss"))
            #expect(way.contains { $0.step == "otherOfferNotice" && $0.happening != .entered })
            #expect(way.wasSent("correspondence"))
        }
    }

    @Test("a conversation that needs an interpreter waits for one")
    func interpreter() throws {
        let scenario = try DomainLibrary.load(
            "kommune",
            with: """
                "attributes": {"needsInterpreter": {"probability": {"value": 1, "assumption": "everyone"}}},
                "resources": {"interpreter": {
                    "shifts": [{"days": ["mon"], "hours": "09:00-12:00"}], "assumption": "three hours a week"}}
                """)
        let model = try #require(scenario.model(horizon: SimTime(days: 120)))
        let result = try Experiment(try CompiledModel(model), replications: 2, jobs: 2).run()
        // Seventeen Mondays with three hours each at most; without an interpreter ten conversations a week.
        #expect(try result.mean("throughput.clarifying") <= 51)
        #expect(try result.mean("throughput.clarifying") > 10)
    }

    @Test("a slot given back in time is used by another citizen, a later one is lost")
    func reusedSlots() throws {
        #expect(try DomainRuns.result("kommune").mean("slots.clarifier.reused") > 3)
        let never = try DomainLibrary.load(
            "kommune",
            with: #""steps": {"clarifying": {"reuseLimit": {"value": "60d", "assumption": "never in time"}}}"#)
        let result = try DomainRuns.run(never)
        #expect(try result.mean("slots.clarifier.reused") == 0)
        #expect(try result.mean("slots.clarifier.lost") > DomainRuns.result("kommune").mean("slots.clarifier.lost"))
    }

    @Test("individual counselling begins on a working day at ten")
    func counsellingHours() throws {
        let clock = CivilClock(start: try DomainLibrary.load("kommune").model.start)
        var begun = 0
        for way in try DomainRuns.everybody("kommune").values {
            for entry in way where entry.step == "alcoholCounselling" {
                guard case .started = entry.happening else { continue }
                begun += 1
                #expect((1...5).contains(clock.date(of: entry.instant).weekday))
                #expect(abs(entry.instant.days.truncatingRemainder(dividingBy: 1) - 10.0 / 24) < 1e-6)
            }
        }
        #expect(begun > 10)
    }

    @Test("places are used but have no working hours")
    func placesHaveNoHours() throws {
        let result = try DomainRuns.result("kommune")
        #expect(result.measure("hours.coordinator") == nil)
        #expect(result.measure("hours.alcoholCounsellor") == nil)
        #expect(try result.mean("utilisation.coordinator") > 0.1)
        #expect(try result.mean("hours.physiotherapist") > 100)
    }

    @Test("as many begin nicotine cessation as national figures give for a municipality of this size, or a little more")
    func cessationParticipants() throws {
        let result = try DomainRuns.result("kommune")
        let begun = try result.mean("throughput.nicotineCessation") + result.mean("throughput.nicotineCessationEvening")
        // 7,894 to 12,340 a year in 88 to 98 municipalities of 5.9 million inhabitants; the upper bound allows for
        // direct start.
        let inhabitants = 45_000.0 / 5_900_000
        #expect(begun > 7_894 * inhabitants)
        #expect(begun < 1.3 * 12_340 * inhabitants)
    }

    @Test(
        "as many complete as the source of the dropout says",
        arguments: [("nicotineCessation", 0.74), ("physicalTraining", 0.72), ("selfManagement", 0.85)])
    func completion(step: String, share: Double) throws {
        let result = try DomainRuns.result("kommune")
        let (done, dropped) = (try result.mean("throughput.\(step)"), try result.mean("dropped.\(step).count"))
        #expect(abs(done / (done + dropped) - share) < 0.05)
    }

    @Test("the newly diagnosed accept a referral more often than others")
    func newlyDiagnosed() throws {
        func referred(_ share: Int) throws -> RunResult {
            try DomainRuns.run(
                DomainLibrary.load(
                    "kommune",
                    with: """
                        "attributes": {"newlyDiagnosed": {"probability": {"value": \(share), "assumption": "test"}}}
                        """))
        }
        #expect(try referred(1).excess(of: "throughput.referral", over: referred(0)).lowerBound > 0)
    }

    // MARK: Other pathways

    @Test(
        "deadlines of law and agreement are counted as kept or broken",
        arguments: [
            ("genoptraening", "contact"), ("genoptraening", "offer"), ("psykiatri-voksne", "planMade"),
            ("psykiatri-voksne", "letterSent"), ("psykiatri-voksne", "informed"),
            ("boerne-og-ungdomspsykiatri", "municipalityWarned"),
        ])
    func countedDeadlines(id: String, deadline: String) throws {
        let result = try DomainRuns.result(id)
        #expect(try result.mean("deadline.\(deadline).kept") > 0)
        #expect(result.measure("deadline.\(deadline).broken") != nil)
        #expect(result.measure("deadline.\(deadline).open") != nil)
    }

    @Test("who does not answer the letter about free choice is called to the assessment all the same")
    func silenceIsYes() throws {
        let ways = try DomainRuns.everybody("genoptraening").values.filter { way in
            way.contains { $0.step == "choicePeriod" && $0.happening == .ended }
        }
        #expect(ways.count > 20)
        #expect(ways.allSatisfy { $0.entered("freeChoice") })
        #expect(ways.contains { $0.entered("assessment") })
    }

    @Test("a discharge meeting is held for some, as somebody has to want it")
    func dischargeMeeting() throws {
        let ways = try DomainRuns.everybody("psykiatri-voksne").values.filter { $0.outcome != nil }
        let held = ways.count { $0.entered("dischargeMeeting") }
        #expect(held > 0 && held < ways.count)
    }

    @Test("the telephone is open at least an hour every working day")
    func telephone() throws {
        let scenario = try DomainLibrary.load("almen-praksis")
        let lines = try #require(scenario.model.resources.first { $0.name == "telephoneLines" })
        guard case .servers(let servers) = lines.kind else {
            Issue.record("not servers")
            return
        }
        for weekday in 1...5 {
            let open = servers.shifts.filter { $0.weekdays.contains(weekday) }.map { ($0.to - $0.from).days }.reduce(
                0, +)
            #expect(open >= 1.0 / 24)
        }
    }

    @Test("the frail are visited at home, and those at highest risk blow into the spirometer")
    func outreach() throws {
        let result = try DomainRuns.quick("almen-praksis", days: 120)
        #expect(try result.mean("throughput.homeVisit") > 0)
        #expect(try result.mean("throughput.spirometry") > 0)
    }

    @Test("a vacant capacity leaves fewer consultations, and nobody new gets on the list")
    func vacancy() throws {
        let vacant = try DomainRuns.quick("almen-praksis-ledig-kapacitet", days: 200)
        let filled = try DomainRuns.quick("almen-praksis", days: 200)
        #expect(try vacant.excess(of: "slots.doctorSlots.offered", over: filled).upperBound < 0)
        #expect(try vacant.excess(of: "outcome.listClosed.count", over: filled).lowerBound > 0)
    }

    @Test("the more complicated the disease, the further from the GP: each of three levels has its own follow-up")
    func stratification() throws {
        let ways = try DomainRuns.everybody("forloebsprogrammer").values
        for step in ["practiceCheck", "rehabilitation", "outpatient"] {
            #expect(ways.contains { $0.entered(step) }, "\(step)")
        }
    }

    @Test("the overviews of a real region fall on 1 April and 1 October")
    func overviews() throws {
        let dates = try DomainLibrary.load("region-midtjylland").document["worldEvents"]?["keyFigures"]?["at"]
        #expect(dates?.array?.compactMap(\.string) == ["2026-04-01", "2026-10-01"])
    }
}
