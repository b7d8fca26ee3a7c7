import Testing

@testable import PathwaySim

@Suite("The histograms of a run")
struct KernelHistogramTests {
    @Test("several of them filled side by side are what each would be alone, and so are two added up", arguments: 1...6)
    func sideBySide(seed: UInt64) {
        var store = HistogramStore()
        var running = Table(repeating: RunHistogram(), count: 5)
        var alone = Array(repeating: LogLinearHistogram(), count: 5)
        for (number, value) in StatisticsHistogramTests.values(4_000, seed: seed).enumerated() {
            // The last two stay empty and without a value above zero.
            let row = number % 4
            let counted = row == 3 ? min(0, value) : value >> (row == 1 ? 40 : 0)
            store.add(counted, to: &running[row])
            alone[row].add(counted)
        }
        for row in running.indices { #expect(store.finished(running[row]) == alone[row], "\(row)") }
        for (to, from) in [(0, 1), (1, 2), (3, 2), (4, 1), (2, 4)] {
            store.merge(running[from], into: &running[to])
            alone[to].merge(alone[from])
            #expect(store.finished(running[to]) == alone[to], "\(from) into \(to)")
        }
    }
}
