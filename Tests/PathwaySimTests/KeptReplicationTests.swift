import Testing

@testable import PathwaySim

@Suite("Replications that are kept and folded later")
struct KeptReplicationTests {
    private func experiment() throws -> Experiment {
        var model = try TestModels.queue(
            rate: 2.4, servers: 3, horizonDays: 60, warmupDays: 10,
            queueing: Queueing(patience: DurationDraw(.constant(2)), reneged: .to("gone")))
        model.sampleEvery = .day
        return Experiment(try CompiledModel(model), seed: 5, replications: 6)
    }

    @Test("folding what was written and read back gives what the run gives, to the last bit")
    func roundTrip() throws {
        let experiment = try experiment()
        let kept = try (1...6).map { number in
            try #require(KeptReplication(bytes: experiment.kept(number).bytes, of: experiment.model))
        }
        let (folded, run) = (experiment.fold(kept), try experiment.run())
        #expect(folded.measures == run.measures)
        #expect(folded.series == run.series)
        #expect(folded.warnings == run.warnings)
        #expect(folded.ways.map(\.mean) == run.ways.map(\.mean))
        // The order counts: replication 2 first is another result.
        #expect(experiment.fold([kept[1], kept[0]]).measures != experiment.fold([kept[0], kept[1]]).measures)
    }

    @Test("bytes that were changed or cut off anywhere are refused")
    func damaged() throws {
        let experiment = try experiment()
        let bytes = try experiment.kept(1).bytes
        for place in stride(from: 0, to: bytes.count, by: 37) {
            var changed = bytes
            changed[place] ^= 0x40
            #expect(KeptReplication(bytes: changed, of: experiment.model) == nil)
            #expect(KeptReplication(bytes: Array(bytes[..<place]), of: experiment.model) == nil)
        }
        #expect(KeptReplication(bytes: [], of: experiment.model) == nil)
        let other = try CompiledModel(TestModels.queue(rate: 1, servers: 1, horizonDays: 60))
        #expect(KeptReplication(bytes: bytes, of: other) == nil)
    }

    @Test("bytes with a right checksum and wrong numbers never bring the reader down")
    func forged() throws {
        let experiment = try experiment()
        let body = Array(try experiment.kept(1).bytes.dropLast(8))
        for round in 0..<400 {
            var stream = DrawStream(DrawKey(stream: 11, block: 0, ordinal: UInt32(round)), purpose: 3)
            var forged = body
            for _ in 0..<3 {
                let place = Int(stream.uniform() * Double(forged.count))
                forged[place] = UInt8(stream.uniform() * 256)
            }
            let kept = KeptReplication(bytes: forged + ByteWriter.checksum(forged), of: experiment.model)
            // What can be read can be folded.
            if let kept { #expect(experiment.fold([kept]).replications == 1) }
        }
    }
}
