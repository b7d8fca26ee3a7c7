import Testing

@testable import PathwaySim

@Suite("Messages between parties")
struct KernelMessageTests {
    private static func model(_ message: Message, arrivals: [Double] = [0], deadlines: [Deadline] = []) -> Model {
        Kernel.model(
            arrivals, deadlines: deadlines,
            [
                Step(name: "letter", action: .message(message)), Kernel.delay("home", 1, to: "done"),
                Kernel.close("done"), Kernel.close("refused"),
            ])
    }

    private static func message(_ change: (inout Message) -> Void) -> Message {
        var message = Message(kind: "referral", from: "gp", to: "municipality", next: .to("home"))
        change(&message)
        return message
    }

    @Test("a blocking message keeps the citizen until it is received")
    func blocking() throws {
        let model = Self.model(Self.message { $0.delay = .days(2) })
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 letter: referral sent from gp to municipality", "2 c0 letter: referral received",
                "3 c0 done: closed as done",
            ])
    }

    @Test("one that does not block arrives even after the course has closed")
    func notBlocking() throws {
        let model = Self.model(
            Self.message {
                $0.delay = .days(2)
                $0.blocking = false
            },
            deadlines: [
                Deadline(name: "d", from: "letter.sent", to: "letter.received", limit: .hours(48))
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 letter: referral sent from gp to municipality", "1 c0 done: closed as done",
                "2 c0 done: d kept", "2 c0 letter: referral received",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.deadlines[0].kept == 1)
        #expect(simulation.observations.messagesReceived[0] == 1)
    }

    @Test("a deficient message comes back until it has come back often enough")
    func returnLoop() throws {
        let model = Self.model(
            Self.message {
                $0.delay = .days(1)
                $0.missing = .yes
                $0.returnDelay = .days(3)
                $0.maximumReturns = 2
                $0.acknowledgement = "ack"
                $0.senderHours = 0.5
                $0.receiverHours = 0.25
            })
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 letter: referral sent from gp to municipality", "1 c0 letter: referralReturned returned",
                "4 c0 letter: referral sent from gp to municipality", "5 c0 letter: referralReturned returned",
                "8 c0 letter: referral sent from gp to municipality", "9 c0 letter: referral received",
                "10 c0 done: closed as done",
            ])
        let simulation = try Kernel.run(model)
        let kinds = simulation.compiled.model.messageKinds
        let sent = Dictionary(uniqueKeysWithValues: zip(kinds, simulation.observations.messagesSent.all))
        #expect(sent == ["referral": 3, "referralReturned": 2, "ack": 1])
        let hours = Dictionary(
            uniqueKeysWithValues: zip(simulation.compiled.model.partyNames, simulation.observations.partyHours.all))
        #expect(hours == ["gp": 1.5, "municipality": 0.75])
    }

    @Test("each sending of a message that came back has its own luck")
    func luckPerSending() throws {
        let spread = try Distribution.exponential(mean: 1)
        let model = Self.model(
            Self.message {
                $0.delay = DurationDraw(.distribution(spread))
                $0.missing = .yes
                $0.maximumReturns = 2
            })
        let times = try Kernel.log(model).compactMap { Double($0.split(separator: " ")[0]) }
        let spans = [times[1], times[3] - times[2], times[5] - times[4]]
        #expect(Set(spans).count == 3, "\(spans)")
    }

    @Test("nothing is sent without consent, and the citizen goes on at once")
    func consent() throws {
        let model = Self.model(
            Self.message {
                $0.delay = .days(2)
                $0.condition = .no
            })
        #expect(try Kernel.log(model) == ["0 c0 letter: referral not sent", "1 c0 done: closed as done"])
    }

    @Test("a task that is not accepted goes its own way; without one, on")
    func tasks() throws {
        let refused = Self.model(
            Self.message {
                $0.accepted = .no
                $0.notAccepted = .to("refused")
            })
        let log = try Kernel.log(refused)
        #expect(
            log == [
                "0 c0 letter: referral sent from gp to municipality", "0 c0 letter: referral received",
                "0 c0 letter: not accepted", "0 c0 refused: closed as refused",
            ])
        let accepted = Self.model(Self.message { $0.accepted = .yes })
        #expect(try Kernel.log(accepted).contains("0 c0 letter: accepted"))
        let goesOn = Self.model(Self.message { $0.accepted = .no })
        #expect(try Kernel.log(goesOn).last == "1 c0 done: closed as done")
    }

    @Test("messages under way at the end of the run are neither lost nor received")
    func underWay() throws {
        let model = Self.model(
            Self.message {
                $0.delay = .days(1000)
                $0.blocking = false
            }, arrivals: [0, 1])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.messagesSent[0] == 2)
        #expect(simulation.observations.messagesReceived[0] == 0)
        #expect(simulation.observations.underWay == 2)
    }
}
