import Testing

@testable import PathwaySim

@Suite("The future event list")
struct KernelEventListTests {
    @Test(
        "gives events by time, then phase, then order of scheduling, however takes and schedules follow each other, and knows whether more is due now",
        arguments: 1...24 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        // With a small limit most events wait in buckets for their turn.
        var list = seed % 2 == 0 ? FutureEventList() : FutureEventList(nearLimit: 16)
        /// Time, phase, number of each pending event.
        var pending: [(Int64, UInt8, Int32)] = []
        var luck = DrawStream(DrawKey(stream: seed, block: 0, ordinal: 0), purpose: 1)
        // What expires lies apart from the rest and comes in its turn all the same.
        let phases: [Phase] = seed % 3 == 0 ? [.arrival, .start, .release] : [.arrival, .start, .release, .expiry]
        // From few different instants, so that ties are common, to far between and a few very far away.
        let spread = Int64(1) << Int64(seed * 2)
        for number in 0..<Int32(2_000) {
            let word = luck.next64()
            // The list grows, then shrinks to nothing.
            if word % 8 < (number < 1_000 ? 5 : 3) {
                let distance = Int64(word >> 8 & 0xFFFF) * spread >> 12
                let time = word % 97 == 0 ? distance &* 1_000 : distance
                let phase = phases[Int(word >> 32 & 0xFF) % phases.count]
                list.schedule(.token, at: time, phase: phase, subject: number)
                pending.append((time, phase.rawValue, number))
            } else if let next = pending.indices.min(by: { pending[$0] < pending[$1] }) {
                let taken = pending.remove(at: next)
                #expect(list.takeFirst().subject == taken.2)
                let isLast = !pending.contains { $0.0 <= taken.0 && $0.1 < Phase.start.rawValue }
                #expect(list.hasNothing(at: taken.0, before: .start) == isLast)
            }
            #expect(list.count == pending.count)
            #expect(list.isEmpty == pending.isEmpty)
        }
    }

    @Test(
        "throws out what has become void and keeps the order of what is left, however much was put aside",
        arguments: [(16, 10), (16, 40), (16_384, 20)])
    func dropping(nearLimit: Int, shift: Int64) {
        var list = FutureEventList(nearLimit: nearLimit)
        var luck = DrawStream(DrawKey(stream: 3, block: 0, ordinal: 0), purpose: 1)
        var pending: [(Int64, UInt8, Int32)] = []
        for number in 0..<Int32(5_000) {
            let time = Int64(luck.uniform() * Double(Int64(1) << shift))
            let phase: Phase = number % 4 == 0 ? .arrival : .expiry
            list.schedule(.token, at: time, phase: phase, subject: number)
            pending.append((time, phase.rawValue, number))
            if number % 7 == 0, let next = pending.indices.min(by: { pending[$0] < pending[$1] }) {
                #expect(list.takeFirst().subject == pending.remove(at: next).2)
            }
            guard list.isSweepDue else { continue }
            list.dropExpiries { $0.subject % 3 == 0 }
            pending.removeAll { $0.1 == Phase.expiry.rawValue && $0.2 % 3 == 0 }
            #expect(list.count == pending.count)
        }
        list.dropExpiries { _ in false }
        pending.sort { $0 < $1 }
        var taken: [Int32] = []
        while !list.isEmpty { taken.append(list.takeFirst().subject) }
        #expect(taken == pending.map(\.2))
        #expect(taken.count > 1_000)
        list.dropExpiries { _ in true }
        #expect(list.isEmpty)
    }

    @Test("keeps the order of a hundred thousand events, spread out or all at one instant", arguments: [0, 1, 30, 50])
    func many(shift: Int64) {
        var list = FutureEventList()
        var luck = DrawStream(DrawKey(stream: 7, block: 0, ordinal: 0), purpose: 1)
        let times = (0..<100_000).map { _ in Int64(luck.uniform() * Double(Int64(1) << shift)) }
        for (number, time) in times.enumerated() {
            list.schedule(.token, at: time, phase: .arrival, subject: Int32(number))
        }
        let expected = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var taken: [Int] = []
        while !list.isEmpty { taken.append(Int(list.takeFirst().subject)) }
        #expect(taken == expected)
    }
}
