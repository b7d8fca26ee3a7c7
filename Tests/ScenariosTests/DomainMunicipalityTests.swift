import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("The example municipality")
struct DomainMunicipalityTests {
    private static func everybody() throws -> [String: [LogEntry]] {
        try DomainRuns.everybody("kommune")
    }

    // MARK: Demand and dimensioning

    @Test("two in a hundred smokers and risky drinkers are referred a year, by GPs and hospitals together")
    func referralsByTwoPercent() throws {
        // A year holds 261 weekdays of the 260.7 expected; nobody is lost between the talk and the referral but those
        // who think it over or come back after the year's end.
        let result = try DomainRuns.result("kommune")
        let risk = 45_000 * 0.8 * (1 - 0.89 * (1 - 0.157)) * 0.02
        let chronic = 45_000 * 0.8 * 0.3 * 0.025
        let sent = try result.mean("throughput.referral")
        let standardError = ((risk + chronic) / Double(DomainRuns.replications)).squareRoot()
        #expect(abs(sent - risk - chronic) < 4 * standardError + 0.03 * (risk + chronic))
    }

    @Test("the municipality copes, with a visible wait for the clarifying conversation")
    func copes() throws {
        let result = try DomainRuns.result("kommune")
        #expect((0.85...0.92).contains(try result.mean("utilisation.clarifier")))
        #expect((14...35).contains(try result.mean("wait.clarifying.mean")))
        #expect(try result.mean("wait.clarifying.p90") < 60)
    }

    @Test(
        "groups fill to a realistic size",
        arguments: ["nicotineCessation", "nicotineCessationEvening", "selfManagement", "physicalTraining", "nutrition"])
    func groupSizes(step: String) throws {
        let filled = try DomainRuns.result("kommune").mean("seats.\(step).share")
        #expect((0.6...0.97).contains(filled))
    }

    @Test("forty citizens wait from the start, the one who has waited longest being served first")
    func startUpList() throws {
        let ways = try Self.everybody().filter { $0.key.hasPrefix("startUpList") }
        #expect(ways.count == 40)
        let starts = ways.values.compactMap { way in
            way.first { if $0.step == "clarifying", case .started = $0.happening { true } else { false } }?.instant
        }
        #expect(starts.count > 25)
        #expect(starts.allSatisfy { $0 > .zero })
    }

    // MARK: Direct start

    @Test("a referral that names nicotine never waits for a clarifying conversation")
    func directStartForNicotine() throws {
        var direct = 0
        for (citizen, way) in try Self.everybody() {
            guard way.entered("allocation"), let start = way.first("nicotineGroup"),
                let allocated = way.first("allocation"), start == allocated
            else { continue }
            direct += 1
            let talk = way.first("clarifying")
            #expect(talk.map { $0 >= start } ?? true, "\(citizen) was sent to the conversation first")
        }
        #expect(direct > 40)
    }

    @Test("who only starts directly may go home with needs nobody asked about")
    func priceOfDirectStart() throws {
        let unseen = try Self.everybody().values.filter { $0.outcome == "completedNeedsUnseen" }
        #expect(!unseen.isEmpty)
        #expect(unseen.allSatisfy { !$0.entered("clarifying") })
        #expect(try DomainRuns.result("uden-direkte-start").mean("outcome.completedNeedsUnseen.count") == 0)
    }

    // MARK: Consent and messages

    @Test("a refused consent never reaches unauthorised staff, and the offers run all the same")
    func refusedConsentToStaff() throws {
        let refusing = try DomainLibrary.load(
            "kommune",
            with: #""attributes": {"consentsToStaff": {"probability": {"value": 0, "assumption": "everyone refuses"}}}"#
        )
        let result = try DomainRuns.run(refusing)
        let base = try DomainRuns.result("kommune")
        #expect(try result.mean("messages.staffBriefing.count") == 0)
        #expect(try result.mean("messages.associationHandover.count") == 0)
        #expect(try base.mean("messages.staffBriefing.count") > 100)
        #expect(try result.mean("throughput.physicalTraining") == base.mean("throughput.physicalTraining"))
    }

    @Test("a refused closing status stops the status, not the closing conversation")
    func refusedStatus() throws {
        let refusing = try DomainLibrary.load(
            "kommune",
            with:
                #""attributes": {"consentsToStatus": {"probability": {"value": 0, "assumption": "everyone refuses"}}}"#)
        let result = try DomainRuns.run(refusing)
        #expect(try result.mean("messages.closingStatus.count") == 0)
        #expect(try result.mean("messages.followUpRequest.count") == 0)
        #expect(try result.mean("throughput.closing") > 200)
    }

    @Test("who objects to facts is referred without them, and the referral is not returned for it")
    func objectsToFacts() throws {
        let objecting = try DomainLibrary.load(
            "kommune",
            with: #""attributes": {"objectsToFacts": {"probability": {"value": 1, "assumption": "everyone objects"}}}"#)
        for way in try DomainRuns.everybody(objecting).values {
            for entry in way where entry.step == "referral" {
                if case .returned = entry.happening { Issue.record("\(entry.citizen) came back") }
            }
        }
    }

    @Test("a deficient referral costs a round trip before the invitation")
    func deficientReferral() throws {
        var complete: [Double] = []
        var deficient: [Double] = []
        for way in try Self.everybody().values {
            guard let sent = way.first("referral"), let decided = way.first("eligibility") else { continue }
            let returned = way.contains {
                if $0.step == "referral", case .returned = $0.happening { true } else { false }
            }
            if returned { deficient.append((decided - sent).days) } else { complete.append((decided - sent).days) }
        }
        try #require(deficient.count > 20)
        let mean = { (days: [Double]) in days.reduce(0, +) / Double(days.count) }
        #expect(mean(deficient) > mean(complete) + 2)
    }

    @Test("the referral is acknowledged automatically, once for each that is complete")
    func acknowledgement() throws {
        let result = try DomainRuns.result("kommune")
        #expect(try result.mean("messages.acknowledgement.count") == result.mean("throughput.referral"))
    }

    @Test("the citizen gets a copy whenever the closing is written, also without the status to the GP")
    func copyToTheCitizen() throws {
        let result = try DomainRuns.result("kommune")
        #expect(try result.mean("messages.statusCopy.count") >= result.mean("messages.closingStatus.count") - 20)
        #expect(try result.mean("messages.closingStatus.count") > 200)
    }

    @Test("a task asked of the GP stays with the municipality when it is not accepted")
    func safeHandover() throws {
        let refusing = try DomainLibrary.load(
            "kommune", with: #""steps": {"followUpRequest": {"accepted": {"value": 0, "assumption": "no GP accepts"}}}"#
        )
        let ways = try DomainRuns.everybody(refusing).values.filter { $0.wasSent("followUpRequest") }
        #expect(!ways.isEmpty)
        for way in ways where way.outcome != nil { #expect(way.entered("taskStays")) }
    }

    @Test("the GP is told of attendance only when it is agreed")
    func noticeOfAttendance() throws {
        let silent = try DomainLibrary.load(
            "kommune", with: #""parameters": {"gpNotice": {"value": 0, "source": null, "assumption": "not agreed"}}"#)
        let notices = try DomainRuns.everybody(silent).values.filter { way in
            way.contains { if $0.step == "attendedNotice", case .sent = $0.happening { true } else { false } }
        }
        #expect(notices.isEmpty)
        #expect(try DomainRuns.result("kommune").mean("throughput.attendedNotice") > 300)
    }

    // MARK: Offers

    @Test("who cannot follow several offers at once never takes part in two")
    func oneAtATime() throws {
        let offers: Set<String> = [
            "nicotineCessation", "nicotineCessationEvening", "alcoholCounselling", "selfManagement", "physicalTraining",
            "nutrition", "weightLoss",
        ]
        let scenario = try DomainLibrary.load(
            "kommune",
            with: #""attributes": {"oneAtATime": {"probability": {"value": 1, "assumption": "everyone"}}}"#)
        var several = 0
        let cases = Set(scenario.cases.map(\.id))
        for (citizen, way) in try DomainRuns.everybody(scenario) where !cases.contains(citizen) {
            var present: Set<String> = []
            var taken = 0
            for entry in way where offers.contains(entry.step) {
                switch entry.happening {
                case .started:
                    present.insert(entry.step)
                    taken += 1
                case .ended, .droppedOut, .calledOff: present.remove(entry.step)
                default: break
                }
                #expect(present.count <= 1, "\(citizen) is in \(present)")
            }
            if taken > 1 { several += 1 }
        }
        #expect(several > 20)
    }

    @Test("three different alcohol offers: treatment only for signs of dependence, unless counselling leads there")
    func alcoholOffers() throws {
        for (citizen, way) in try Self.everybody() where way.entered("alcoholCounselling") {
            #expect(way.entered("alcoholConversation"), "\(citizen)")
        }
        let sober = try DomainLibrary.load(
            "kommune",
            with:
                #""parameters": {"auditDependence": {"value": 41, "assumption": "nobody"}, "alcoholLimitMen": {"value": 200, "source": null, "assumption": "nobody"}, "alcoholLimitWomen": {"value": 200, "source": null, "assumption": "nobody"}}"#
        )
        for way in try DomainRuns.everybody(sober).values where way.entered("alcoholCounselling") {
            #expect(way.first?.citizen.hasPrefix("mzuri") ?? false)
        }
    }

    @Test("the specially arranged course has a coordinator, and only for special needs")
    func specialCourse() throws {
        let none = try DomainLibrary.load(
            "kommune",
            with: #""attributes": {"specialNeeds": {"probability": {"value": 0, "assumption": "nobody"}}}"#)
        #expect(try DomainRuns.run(none).mean("throughput.coordination") == 0)
        #expect(try DomainRuns.result("kommune").mean("throughput.coordination") > 5)
    }

    @Test("smoke-free at six months are about 23 % of all who started, dropouts counted as smokers")
    func smokeFree() throws {
        let result = try DomainRuns.result("kommune")
        let asked = try result.mean("throughput.nicotineResult") * Double(DomainRuns.replications)
        let free = try result.mean("throughput.smokeFreeSixMonths") * Double(DomainRuns.replications)
        // Courses still running at the year's end have lost their dropouts but not yet their completers.
        let standardError = (0.23 * 0.77 / asked).squareRoot()
        #expect(abs(free / asked - 0.23) < 4 * standardError + 0.02)
    }

    // MARK: Cases

    @Test(
        "Albert thinks it over, starts directly with his wife along, quits, and his other needs go unseen",
        arguments: 1...5)
    func albert(replication: Int) throws {
        let way = try DomainRuns.trace(
            "albert", of: DomainLibrary.load("kommune"), replication: UInt32(replication))
        let steps = way.filter { $0.happening == .entered }.map(\.step)
        #expect(
            steps.starts(with: [
                "detection", "thinkItOver", "detection", "referralRoute", "referral", "eligibility", "allocation",
                "nicotineGroup", "nicotineCessation",
            ]))
        #expect(way.filter { if case .session(_, true) = $0.happening { true } else { false } }.count == 5)
        #expect(steps.contains("smokeFreeSixMonths"))
        #expect(!steps.contains("clarifying"))
        #expect(way.outcome == "completedNeedsUnseen")
    }

    @Test(
        "Mzuri starts with the alcohol conversation while he is invited, and the GP is asked to follow up",
        arguments: 1...5)
    func mzuri(replication: Int) throws {
        let way = try DomainRuns.trace("mzuri", of: DomainLibrary.load("kommune"), replication: UInt32(replication))
        let alcohol = try #require(way.first("alcoholConversation"))
        let invitation = try #require(way.first("invitation"))
        #expect(alcohol == invitation)
        #expect(way.entered("alcoholCounselling"))
        #expect(way.entered("weightLoss"))
        #expect(way.wasSent("followUpRequest"))
        #expect(way.contains { $0.happening == .accepted(true) })
        #expect(way.outcome == "inTreatment")
    }

    @Test("Albert's relative takes a seat of her own")
    func relative() throws {
        let alone = try DomainLibrary.load(
            "kommune", with: #""cases": {"albert": {"attributes": {"relative": false}}}"#)
        let seats = { (scenario: Scenario) throws -> Int in
            let way = try DomainRuns.trace("albert", of: scenario)
            for entry in way { if case .groupFormed(let seats) = entry.happening { return seats } }
            return 0
        }
        #expect(try seats(DomainLibrary.load("kommune")) == seats(alone) + 1)
    }
}
