internal import PathwaySim

extension Walk {
    /// What trying every choice found.
    public struct Trial: Sendable, Equatable {
        /// Walks played to their end or to the end of the calendar.
        public var plays: Int
        /// Ids of stops that were never reached.
        public var unreached: [String]
    }

    /// Plays every choice of every stop, the others as recommended and then with each first choice that led elsewhere.
    ///
    /// - Throws: the first thing that makes a walk impossible.
    public func tryEveryChoice() throws(WalkFailure) -> Trial {
        var plays = 0
        var reached: Set<Int> = []
        func tried(_ answers: [Int: [Int]]) throws(WalkFailure) -> Play {
            let play = try self.play(answers: answers)
            plays += 1
            reached.formUnion(play.answered.map(\.answer.stop))
            return play
        }
        let best = try tried([:])
        guard !best.answered.isEmpty else { throw .problem(.noStopReached) }
        // A stop off the recommended way is reached through the choice that leads there.
        var ways: [[Int: [Int]]] = [[:]]
        var done: Set<Int> = []
        while !ways.isEmpty {
            let way = ways.removeFirst()
            let play = way.isEmpty ? best : try tried(way)
            for stop in play.answered.map(\.answer.stop) where done.insert(stop).inserted {
                for answer in file.stops[stop].trials where answer != (way[stop] ?? file.stops[stop].recommended) {
                    var answers = way
                    answers[stop] = answer
                    let before = reached
                    _ = try tried(answers)
                    if reached != before { ways.append(answers) }
                }
            }
        }
        return Trial(
            plays: plays, unreached: file.stops.indices.filter { !reached.contains($0) }.map { file.stops[$0].id })
    }
}

extension CaseFile.Stop {
    /// Answers worth trying: each choice alone, and with several also all that are recommended.
    fileprivate var trials: [[Int]] { choices.indices.map { [$0] } + (takesSeveral ? [recommended] : []) }
}
