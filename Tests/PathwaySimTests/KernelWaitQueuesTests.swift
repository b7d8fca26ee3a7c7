import Testing

@testable import PathwaySim

@Suite("Queues: highest priority first, within one in order of joining")
struct KernelWaitQueuesTests {
    @Test("whatever comes and goes, the order is that of a sorted list", arguments: [1, 3, 40, 100_000])
    func order(priorities: UInt64) {
        var stream = DrawStream(DrawKey(stream: 11, block: 0, ordinal: 0), purpose: 7)
        var queues = WaitQueues(count: 2)
        var expected: [(priority: Double, token: Int32, node: Int32)] = []
        for token in 0..<Int32(3_000) {
            let leaves = expected.count > 0 && stream.next64() % 5 < 2
            if leaves {
                let place = Int(stream.next64() % UInt64(expected.count))
                queues.leave(expected.remove(at: place).node)
            } else {
                let priority = Double(stream.next64() % priorities) - Double(priorities / 2)
                let atFront = stream.next64() % 4 == 0
                let node = queues.join(
                    1, token: token, units: 1, priority: priority, atFront: atFront, sibling: -1, at: 0)
                let place =
                    expected.firstIndex { atFront ? $0.priority <= priority : $0.priority < priority }
                    ?? expected.count
                expected.insert((priority, token, node), at: place)
            }
            #expect(queues.head(1) == expected.first?.node ?? -1)
        }
        var walked: [Int32] = []
        var node = queues.head(1)
        while node >= 0 {
            walked.append(queues.nodes[Int(node)].token)
            node = queues.next(after: node)
        }
        #expect(walked == expected.map(\.token))
        #expect(queues.count(1) == expected.count && queues.isEmpty(0))
    }

    @Test("a queue of a hundred thousand different priorities is left in order")
    func manyPriorities() {
        var stream = DrawStream(DrawKey(stream: 12, block: 0, ordinal: 0), purpose: 7)
        var queues = WaitQueues(count: 1)
        var priorities: [Double] = []
        for token in 0..<Int32(100_000) {
            priorities.append(stream.uniform())
            _ = queues.join(
                0, token: token, units: 1, priority: priorities[Int(token)], atFront: false, sibling: -1, at: 0)
        }
        var last = Double.infinity
        var isOrdered = true
        while !queues.isEmpty(0) {
            let node = queues.head(0)
            let priority = priorities[Int(queues.nodes[Int(node)].token)]
            isOrdered = isOrdered && priority <= last
            last = priority
            queues.leave(node)
        }
        #expect(isOrdered)
    }
}
