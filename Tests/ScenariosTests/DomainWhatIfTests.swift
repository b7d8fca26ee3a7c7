import PathwaySim
import Testing

@testable import Scenarios

@Suite("What if, in the example municipality")
struct DomainWhatIfTests {
    private func excess(_ id: String, _ measure: String, over base: String = "kommune") throws -> ClosedRange<Double> {
        try DomainRuns.result(id).excess(of: measure, over: DomainRuns.result(base))
    }

    @Test("the more are referred, the longer the wait for the alcohol conversation")
    func moreReferred() throws {
        #expect(try excess("henvist-3-procent", "wait.alcoholConversation.mean").lowerBound > 0)
        #expect(try excess("henvist-1-procent", "wait.alcoholConversation.mean").upperBound < 0)
    }

    @Test("with several entrances some referrals are returned and the invitation comes later")
    func severalEntrances() throws {
        #expect(try DomainRuns.result("kommune").mean("messages.returnedReferral.count") == 0)
        #expect(try DomainRuns.result("flere-indgange").mean("messages.returnedReferral.count") > 20)
        let name = "time.referralRoute.enter.invitation.received"
        #expect(try excess("flere-indgange", "\(name).mean").lowerBound > 0)
        #expect(
            try DomainRuns.result("flere-indgange").mean("\(name).p90")
                > DomainRuns.result("kommune").mean("\(name).p90"))
    }

    @Test("without direct start the queue for the clarifying conversation grows and more give up")
    func withoutDirectStart() throws {
        #expect(try excess("uden-direkte-start", "wait.clarifying.mean").lowerBound > 7)
        #expect(try excess("uden-direkte-start", "outcome.gaveUp.count").lowerBound > 0)
    }

    @Test("more frequent training groups shorten the wait, larger and rarer ones lengthen it")
    func groups() throws {
        #expect(try excess("hyppigere-hold", "wait.physicalTraining.mean").upperBound < 0)
        #expect(try excess("stoerre-hold", "wait.physicalTraining.mean").lowerBound > 0)
        #expect(try excess("stoerre-hold", "group.physicalTraining.size.mean").lowerBound > 1)
    }

    @Test("with an evening group citizens at work drop out less often")
    func eveningGroup() throws {
        let base = try DomainRuns.result("kommune")
        let evening = try DomainRuns.result("aftenhold")
        let dropped = { (result: RunResult, steps: [String]) throws -> Double in
            let count = try steps.map { try result.mean("dropped.\($0).count") }.reduce(0, +)
            let started = try steps.map { try result.mean("throughput.\($0)") }.reduce(count, +)
            return count / started
        }
        #expect(
            try dropped(evening, ["physicalTraining", "physicalTrainingEvening"]) < dropped(base, ["physicalTraining"]))
    }

    @Test("the roadshow brings more referrals, and the clarifying unit feels it")
    func roadshow() throws {
        #expect(try excess("roadshow", "throughput.referral").lowerBound > 40)
        #expect(try excess("roadshow", "wait.clarifying.mean").lowerBound > 0)
    }

    @Test("fewer deficient referrals cost fewer messages and less of the GPs' time")
    func fewerDeficient() throws {
        #expect(try excess("faerre-mangler", "messages.correspondence.count").upperBound < -15)
        #expect(try excess("faerre-mangler", "hours.gp.messages").upperBound < 0)
    }

    @Test("the campaign brings more citizens than usual to the alcohol conversation")
    func campaign() throws {
        let more = try excess("uge-40", "arrivals.count")
        #expect(more.contains(28))
        #expect(try excess("uge-40", "wait.alcoholConversation.mean").lowerBound > 0)
    }

    @Test("a shared small offer starts more often and still fills")
    func sharedOffer() throws {
        #expect(try DomainRuns.result("faelles-tilbud").mean("seats.weightLoss.share") > 0.4)
        #expect(try excess("faelles-tilbud", "groups.weightLoss.count").lowerBound > 1)
    }

    @Test("a private buffer takes the peaks of the queue for training")
    func privateBuffer() throws {
        #expect(try DomainRuns.result("privat-buffer").mean("throughput.privateTraining") > 3)
        #expect(try excess("privat-buffer", "group.physicalTraining.size.mean").upperBound < 0)
    }

    @Test("when the project ends nobody starts in the weight-loss group any more, and nobody is left waiting for it")
    func endingProject() throws {
        for way in try DomainRuns.everybody("projekt-ophoerer").values {
            for entry in way where entry.step == "weightLoss" {
                if case .started = entry.happening { #expect(entry.instant.days < 176) }
            }
        }
        #expect(try DomainRuns.result("projekt-ophoerer").mean("wait.weightLoss.census.count") < 1)
    }

    @Test("a summer of leave lengthens the wait for the clarifying conversation")
    func leave() throws {
        #expect(try excess("sommerorlov", "wait.clarifying.mean").lowerBound > 3)
    }

    @Test("when the region takes over with a new entrance, some referrals go astray in the first months only")
    func regionTakesOver() throws {
        let newYear = 116.0
        var returned = 0
        for way in try DomainRuns.everybody("region-2027").values {
            for entry in way where entry.step == "returnedReferral" && entry.happening == .entered {
                #expect((newYear...newYear + 91).contains(entry.instant.days))
                returned += 1
            }
        }
        #expect(returned > 3)
    }

    @Test("one common list for three municipalities waits no longer than three lists, and groups start more often")
    func oneList() throws {
        #expect(try excess("region-2027-en-liste", "wait.physicalTraining.mean", over: "region-2027").upperBound < 0)
        #expect(try excess("region-2027-en-liste", "wait.alcoholConversation.mean", over: "region-2027").upperBound < 2)
    }
}
