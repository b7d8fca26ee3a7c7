import PathwaySim
import Testing

@testable import Scenarios

@Suite("The other pathways of the sources")
struct DomainPathwayTests {
    // MARK: Rehabilitation (003 §3)

    @Test("self-training creates no municipal course")
    func selfTraining() throws {
        for way in try DomainRuns.everybody("genoptraening").values
        where way.outcome == "selfTraining" {
            #expect(!way.entered("contact"))
            #expect(!way.entered("generalTraining"))
        }
    }

    @Test("healing time is not waiting time")
    func healing() throws {
        let result = try DomainRuns.result("genoptraening")
        let whole = try result.mean("time.planSent.sent.generalTraining.start.mean")
        let less = try result.mean("time.healed.enter.generalTraining.start.mean")
        #expect(whole > less + 3)
        let way = try DomainRuns.trace("hofteoperation", of: DomainLibrary.load("genoptraening"))
        let healed = try #require(way.first("healed"))
        let sent = try #require(way.first("afterDischarge"))
        #expect((healed - sent).days == 35)
        #expect(try #require(way.first("generalTraining")) >= healed)
    }

    @Test("training that must go on at once does not wait for the letter or the assessment")
    func acuteStart() throws {
        let ways = try DomainRuns.everybody("genoptraening").values.filter {
            $0.entered("acuteStart")
        }
        #expect(ways.count > 20)
        #expect(ways.allSatisfy { !$0.entered("contact") && !$0.entered("assessment") })
    }

    @Test("another municipality may refuse, and then the citizen trains at home")
    func freeChoice() throws {
        let refused = try DomainLibrary.load(
            "genoptraening",
            with:
                #""parameters": {"refusedShare": {"value": 1, "assumption": "always full"}, "elsewhereShare": {"value": 0.5, "assumption": "many"}}"#
        )
        let result = try DomainRuns.run(refused)
        #expect(try result.mean("outcome.elsewhere.count") == 0)
        #expect(try DomainRuns.result("genoptraening").mean("outcome.elsewhere.count") > 5)
    }

    @Test("both plans in turn: specialised first, then general, with a status between")
    func bothInTurn() throws {
        let ways = try DomainRuns.everybody("genoptraening").values.filter { $0.wasSent("status") }
        #expect(!ways.isEmpty)
        for way in ways {
            let special = try #require(way.first("specialisedTraining"))
            if let general = way.first("generalTraining") { #expect(special < general) }
        }
    }

    @Test("a surge of operations hurts less when it was announced six months ahead")
    func announcedSurge() throws {
        let announced = try DomainRuns.result("genoptraening-operationer-varslet")
        let surprise = try DomainRuns.result("genoptraening-operationer-uvarslet")
        #expect(try surprise.excess(of: "wait.generalTraining.mean", over: announced).lowerBound > 0)
        #expect(try surprise.excess(of: "outcome.privately.count", over: announced).lowerBound > 0)
    }

    // MARK: Discharge (003 §2)

    @Test("a late notice keeps the patient in hospital")
    func lateNotice() throws {
        let never = try DomainRuns.run(
            DomainLibrary.load(
                "udskrivning", with: #""parameters": {"lateShare": {"value": 0, "assumption": "always in time"}}"#))
        let always = try DomainRuns.run(
            DomainLibrary.load(
                "udskrivning", with: #""parameters": {"lateShare": {"value": 1, "assumption": "always late"}}"#))
        let name = "time.ready.enter.discharge.enter.mean"
        #expect(try always.excess(of: name, over: never).lowerBound > 0.5)
        #expect(try always.excess(of: "utilisation.beds", over: never).lowerBound > 0)
    }

    @Test("a notice after 13:00 moves the nursing to the next day")
    func noticeAfterOne() throws {
        for way in try DomainRuns.everybody("udskrivning").values {
            guard
                let notice = way.last(where: { entry in
                    if entry.step == "sameDayNotice", case .received = entry.happening { true } else { false }
                }), let home = way.first("discharge")
            else { continue }
            let hour = (notice.instant.days - notice.instant.days.rounded(.down)) * 24
            if hour >= 13 { #expect(home.days.rounded(.down) > notice.instant.days.rounded(.down)) }
        }
    }

    // MARK: Mental health (003 §6)

    @Test("nobody is discharged from psychiatry on a weekend by agreement")
    func readyDay() throws {
        for way in try DomainRuns.everybody("psykiatri-voksne").values {
            // The run begins on a Monday.
            guard let home = way.first("discharge") else { continue }
            #expect(Int(home.days) % 7 < 5)
        }
    }

    @Test("the patient who does not agree is not reported to municipality and GP")
    func patientAgrees() throws {
        let refusing = try DomainLibrary.load(
            "psykiatri-voksne",
            with: #""attributes": {"agreesToContact": {"probability": {"value": 0, "assumption": "nobody agrees"}}}"#)
        #expect(try DomainRuns.run(refusing).mean("messages.admissionNotice.count") == 0)
    }

    @Test("children who wait long are offered an outpatient contact, and some choose assessment elsewhere")
    func children() throws {
        let ways = try DomainRuns.everybody("boerne-og-ungdomspsykiatri").values
        for way in ways {
            guard let waiting = way.first("waiting"), let contact = way.first("outpatientContact") else { continue }
            #expect((contact - waiting).days >= 70)
        }
        #expect(ways.contains { $0.entered("outpatientContact") })
        for way in ways where way.outcome == "elsewhere" && way.entered("waiting") {
            let left = try #require(way.first { $0.happening == .reneged && $0.step == "assessment" })
            #expect((left.instant - (way.first("assessment") ?? .zero)).days >= 60)
        }
    }

    @Test("a rejected referral is answered in writing, and acute children never join the waiting list")
    func allocation() throws {
        for way in try DomainRuns.everybody("boerne-og-ungdomspsykiatri").values {
            if way.outcome == "rejected" { #expect(way.wasSent("rejection")) }
            if way.entered("acuteAssessment") { #expect(!way.entered("waiting")) }
        }
    }

    // MARK: General practice (004), diabetes (000), surgery (001)

    @Test("a lower closing limit turns newcomers away and shortens the wait for a consultation")
    func closingLimit() throws {
        let low = try DomainRuns.quick("almen-praksis-lavere-lukketal", days: 120)
        let norm = try DomainRuns.quick("almen-praksis", days: 120)
        #expect(try low.excess(of: "outcome.listClosed.count", over: norm).lowerBound > 0)
        #expect(try low.excess(of: "wait.consultation.mean", over: norm).upperBound < 0)
    }

    @Test("special support is for those who need it, and the GP is told only when agreed")
    func diabetes() throws {
        let result = try DomainRuns.result("diabetes-syddanmark")
        #expect(try result.mean("throughput.specialSupport") > 5)
        let silent = try DomainLibrary.load(
            "diabetes-syddanmark",
            with: #""parameters": {"gpNotice": {"value": 0, "source": null, "assumption": "not agreed"}}"#)
        #expect(try DomainRuns.run(silent).mean("messages.closingStatus.count") == 0)
    }

    @Test("individual courses let more finish before surgery than groups do")
    func beforeSurgery() throws {
        let groups = try DomainRuns.run(
            DomainLibrary.load(
                "operation", with: #""parameters": {"individualShare": {"value": 0, "assumption": "groups only"}}"#))
        let individual = try DomainRuns.run(
            DomainLibrary.load(
                "operation",
                with:
                    #""parameters": {"individualShare": {"value": 1, "assumption": "nobody in a group"}}, "resources": {"instructor": {"capacity": {"value": 15, "assumption": "enough for all"}}}"#
            ))
        #expect(try individual.excess(of: "outcome.prepared.count", over: groups).lowerBound > 5)
    }

    @Test("the date of surgery does not move")
    func surgeryDate() throws {
        for way in try DomainRuns.everybody("operation").values where way.outcome == "tooLate" {
            let date = try #require(way.first { $0.step == "date" && $0.happening == .ended })
            #expect(way.last?.instant == date.instant)
        }
    }

    // MARK: The region

    @Test("small municipalities wait longer than large ones for the special offer, and sharing it ends that")
    func pooling() throws {
        let separate = try DomainRuns.quick("region-midtjylland", days: 200)
        let shared = try DomainRuns.quick("region-midtjylland-faelles", days: 200)
        #expect(try separate.mean("wait.specialLemvig.mean") > separate.mean("wait.specialAarhus.mean"))
        #expect(try shared.mean("wait.specialShared.mean") < separate.mean("wait.specialLemvig.mean"))
    }
}

extension DomainRuns {
    /// The first months of a large scenario, a few times.
    static func quick(_ id: String, days: Double) throws -> RunResult {
        let model = try #require(DomainLibrary.load(id).model(horizon: SimTime(days: days)))
        return try Experiment(try CompiledModel(model), replications: 8, jobs: 2).run()
    }
}
