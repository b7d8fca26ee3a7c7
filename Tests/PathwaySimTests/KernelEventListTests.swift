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
        let phases: [Phase] = [.arrival, .start, .release]
        // From few different instants, so that ties are common, to far between and a few very far away.
        let spread = Int64(1) << Int64(seed * 2)
        for number in 0..<Int32(2_000) {
            let word = luck.next64()
            // The list grows, then shrinks to nothing.
            if word % 8 < (number < 1_000 ? 5 : 3) {
                let distance = Int64(word >> 8 & 0xFFFF) * spread >> 12
                let time = word % 97 == 0 ? distance &* 1_000 : distance
                let phase = phases[Int(word >> 32 & 0xFF) % 3]
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
