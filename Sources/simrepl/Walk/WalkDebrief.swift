import Dispatch
import PathwaySim
import Scenarios
import Synchronization

/// What a walk came to, beside what the sources recommend: measured by real runs, and never scored.
struct WalkDebrief {
    /// Runs with other luck that differences are looked for in.
    static let standardRuns = 200

    /// The date of a milestone with the room's choices and with the recommended ones.
    struct Milestone {
        var label: Text
        var yours: SimTime?
        var recommended: SimTime?
        var others: Others?
    }

    /// The same two sets of choices in other runs.
    struct Others: Equatable {
        var runs: Int
        /// Days later (negative: earlier) with the room's choices, where both got there: 10th and 90th percentile.
        var usually: ClosedRange<Int>?
        var both: Int
        var onlyYours: Int
        var onlyRecommended: Int
    }

    /// A choice beside the recommended one.
    struct ChoiceRow {
        var number: Int
        var stop: CaseFile.Stop
        var choices: [Int]
        /// With this one choice as recommended and the others as they were: milestones whose date would differ.
        var otherwise: [(label: Text, yours: SimTime?, other: SimTime?)]
        var follows: Bool { choices == stop.recommended }
    }

    /// What one set of choices came to, beside the dates.
    struct Sum: Equatable {
        var needsFound: Set<String>
        var tasksAccepted: Int
        var tasksOpen: Int
        var messagesSent: Int
        var sentSteps: Set<String>
    }

    var state: WalkState
    var play: Walk.Play
    var story: WalkStory
    var recommendedPlay: Walk.Play
    var recommendedStory: WalkStory
    var milestones: [Milestone]
    var choices: [ChoiceRow]
    var yours: Sum
    var recommended: Sum
    /// How many other runs were made; 0 when the room chose what is recommended, or the runs were interrupted.
    var runs: Int

    var followsAll: Bool { choices.allSatisfy(\.follows) }
}

extension Session {
    /// Plays the recommended choices, and both in other runs; Ctrl-C leaves out the other runs.
    func debrief(_ state: WalkState, _ play: Walk.Play, runs: Int) throws(CommandFailure) -> WalkDebrief {
        let walk = state.walk
        do throws(WalkFailure) {
            let builder = DebriefBuilder(walk: walk, play: play)
            var debrief = try builder.debrief(state)
            if !debrief.followsAll {
                let progress = ProgressLine(console: console, language: language)
                defer { progress.clear() }
                let pairs = builder.otherRuns(runs, best: debrief.recommendedPlay) {
                    progress.show(done: $0, planned: $1)
                }
                debrief.runs = pairs.count
                if pairs.count > 1 {
                    for index in debrief.milestones.indices {
                        debrief.milestones[index].others = DebriefBuilder.others(pairs.map { $0[index] })
                    }
                }
            }
            Interrupt.clear()
            return debrief
        } catch {
            throw failure(error, of: walk)
        }
    }
}

/// Makes a debrief from a finished play.
private struct DebriefBuilder {
    let walk: Walk
    let play: Walk.Play

    private var answers: [Int: [Int]] {
        Dictionary(play.answered.map { ($0.answer.stop, $0.answer.choices) }, uniquingKeysWith: { $1 })
    }

    func debrief(_ state: WalkState) throws(WalkFailure) -> WalkDebrief {
        let best = try walk.play(answers: [:])
        var rows: [WalkDebrief.ChoiceRow] = []
        for (index, item) in play.answered.enumerated() {
            let stop = walk.file.stops[item.answer.stop]
            var row = WalkDebrief.ChoiceRow(
                number: index + 1, stop: stop, choices: item.answer.choices, otherwise: [])
            if !row.follows {
                var changed = answers
                changed[item.answer.stop] = stop.recommended
                let other = try walk.play(answers: changed)
                row.otherwise = walk.file.milestones.compactMap { milestone in
                    let (a, b) = (play.first(of: milestone.events), other.first(of: milestone.events))
                    return a.map(day) == b.map(day) ? nil : (milestone.label, a, b)
                }
            }
            rows.append(row)
        }
        let milestones = walk.file.milestones.map {
            WalkDebrief.Milestone(
                label: $0.label, yours: play.first(of: $0.events), recommended: best.first(of: $0.events), others: nil)
        }
        let story = WalkStory(walk: walk, entries: told(play), end: end(of: play))
        let bestStory = WalkStory(walk: walk, entries: best.entries, end: end(of: best))
        return WalkDebrief(
            state: state, play: play, story: story, recommendedPlay: best, recommendedStory: bestStory,
            milestones: milestones, choices: rows, yours: sum(play, story), recommended: sum(best, bestStory), runs: 0)
    }

    /// What the room has seen: of a walk that waits at a stop, nothing after it.
    private func told(_ play: Walk.Play) -> [LogEntry] {
        guard case .at(let reached) = play.state else { return play.entries }
        return play.entries.filter { $0.instant <= reached.instant }
    }

    private func end(of play: Walk.Play) -> SimTime {
        if case .at(let reached) = play.state { return reached.instant }
        if case .horizon = play.state { return walk.horizon }
        return play.entries.last?.instant ?? .zero
    }

    private func day(_ instant: SimTime) -> Int {
        CivilClock(start: walk.scenario.model.start).date(of: instant).daysSinceEpoch
    }

    private func sum(_ play: Walk.Play, _ story: WalkStory) -> WalkDebrief.Sum {
        var found = Set(
            play.answered.flatMap { item in
                item.answer.choices.flatMap { walk.file.stops[item.answer.stop].choices[$0].finds }
            })
        for need in walk.file.needs where play.first(of: need.foundAt) != nil { found.insert(need.id) }
        let sent = story.messages.filter { $0.fate == .sent }
        return WalkDebrief.Sum(
            needsFound: found, tasksAccepted: story.messages.count { $0.fate == .accepted },
            tasksOpen: story.messages.count { $0.fate == .notAccepted }, messagesSent: sent.count,
            sentSteps: Set(sent.map(\.step)))
    }

    // MARK: Other runs

    /// For each run the days of each milestone with the room's choices and with the recommended ones.
    func otherRuns(
        _ count: Int, best: Walk.Play, progress: (Int, Int) -> Void
    ) -> [[(yours: Int?, recommended: Int?)]] {
        let answers = answers
        let usual = (yours: Set(answers.keys), best: Set(best.answered.map(\.answer.stop)))
        var result: [[(yours: Int?, recommended: Int?)]] = []
        let batch = 20
        while result.count < count, !Interrupt.isRequested {
            let first = result.count
            let size = min(batch, count - first)
            let done = Mutex<[Int: [(yours: Int?, recommended: Int?)]]>([:])
            DispatchQueue.concurrentPerform(iterations: size) { index in
                // Replication 1 is the walk itself.
                let other = walk.replication(UInt32(first + index + 2))
                guard let mine = try? other.outcome(answers: answers, assuming: usual.yours),
                    let best = try? other.outcome(answers: [:], assuming: usual.best)
                else { return }
                let row = walk.file.milestones.map { milestone in
                    (
                        yours: mine.first(of: milestone.events).map(day),
                        recommended: best.first(of: milestone.events).map(day)
                    )
                }
                done.withLock { $0[index] = row }
            }
            let rows = done.withLock { $0 }
            guard rows.count == size else { break }
            result += (0..<size).compactMap { rows[$0] }
            progress(result.count, count)
        }
        return result
    }

    static func others(_ pairs: [(yours: Int?, recommended: Int?)]) -> WalkDebrief.Others {
        var others = WalkDebrief.Others(runs: pairs.count, usually: nil, both: 0, onlyYours: 0, onlyRecommended: 0)
        var differences: [Int] = []
        for pair in pairs {
            switch (pair.yours, pair.recommended) {
            case (let a?, let b?): differences.append(a - b)
            case (.some, nil): others.onlyYours += 1
            case (nil, .some): others.onlyRecommended += 1
            case (nil, nil): break
            }
        }
        others.both = differences.count
        differences.sort()
        // Nearest rank: the smallest value that a tenth, and nine tenths, do not exceed.
        if differences.count >= 10 {
            func rank(_ share: Double) -> Int { max(0, Int((share * Double(differences.count)).rounded(.up)) - 1) }
            others.usually = differences[rank(0.1)]...differences[rank(0.9)]
        }
        return others
    }
}
