import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let walk = Command(
        "walk", "gennemgå", .results, parameters: [Parameter("case", Texts.placeholderCase, .walkCase)],
        options: [
            Option("choices", Texts.placeholderChoices, .text, help: Texts.optionChoices),
            Option("recommended", help: Texts.optionRecommended),
            Option("resume", help: Texts.optionResume),
            Option("replay", help: Texts.optionReplay),
            Option("runs", Texts.placeholderNumber, .integer(2...2_000), help: Texts.optionRuns),
            .seed,
            Option("handout", Texts.placeholderFile, .file, help: Texts.optionHandout),
            Option("guide", Texts.placeholderFile, .file, help: Texts.optionGuide),
            Option("facts", Texts.placeholderFile, .file, help: Texts.optionFacts),
            Option("roles", Texts.placeholderRoles, .text, help: Texts.optionRoles),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.walkSummary, details: Texts.walkDetails,
        examples: ["walk albert --recommended", "walk albert --choices 1,1,2 --runs 5", "walk"]
    ) { invocation, session throws(CommandFailure) in
        try WalkRun(invocation: invocation, session: session).run()
    }
}

/// One `walk` command.
struct WalkRun {
    let invocation: Invocation
    let session: Session

    private var console: Console { session.console }

    func run() throws(CommandFailure) {
        let handout = try WalkPaperFile("handout", invocation, session)
        let guide = try WalkPaperFile("guide", invocation, session)
        let facts = try LocalFacts.read(invocation)
        let roles = try roles()
        let isGiven = invocation.has("recommended") || invocation.has("choices")
        if let word = invocation["case"] {
            var state = try session.begin(
                word.text, seed: invocation.integer("seed").map { UInt64($0) } ?? RunSettings.standardSeed)
            state.localFacts = facts ?? []
            state.roles = roles ?? []
            if let guide {
                let paper = WalkGuide(state: state, language: session.language).paper()
                try guide.write(paper, session)
                return
            }
            if isGiven { try tell(state, handout) } else { try talk(state, isResumed: false, handout) }
            return
        }
        guard guide == nil else { throw .notUnderstood(.guideOfWhat, invocation.line.end) }
        guard invocation.has("resume") || invocation.has("replay") || handout != nil else {
            listCases()
            return
        }
        var state = try kept()
        if let facts { state.localFacts = facts }
        if let roles { state.roles = roles }
        if invocation.has("replay") {
            try replay(state, handout)
        } else if invocation.has("resume") {
            try talk(state, isResumed: true, handout)
        } else if let handout {
            let play = try session.play(state)
            try write(handout, try debrief(state, play))
        }
    }

    private func roles() throws(CommandFailure) -> [CaseFile.Actor]? {
        guard let word = invocation["roles"] else { return nil }
        let place = invocation.line.place(of: word)
        guard !invocation.has("recommended"), !invocation.has("choices") else {
            throw .notUnderstood(.rolesWithoutRoom, place)
        }
        let (actors, unknown) = CaseFile.Actor.list(word.text)
        if let unknown { throw .notUnderstood(.unknownRole(unknown), place) }
        return actors
    }

    private func kept() throws(CommandFailure) -> WalkState {
        if let state = session.walk { return state }
        if let state = try session.walkFile?.read(into: session) { return state }
        throw .failed(.noWalkKept, nil)
    }

    private func listCases() {
        console.print(console.heading(session.say(Texts.casesTitle)))
        let ids = session.library.caseIDs
        let column = ids.map { DisplayWidth.of($0) }.max() ?? 0
        for id in ids {
            let title = (try? session.library.loadCase(id, in: session.loaded))?.file.title.safe
            console.print("  " + DisplayWidth.padded(id, to: column) + "  " + (title.map(session.say) ?? ""))
        }
        if let first = ids.first {
            console.print()
            console.printWrapped(session.say(Texts.casesHow(first)))
        }
    }

    // MARK: At the keyboard

    private func talk(
        _ state: WalkState, isResumed: Bool, _ handout: WalkPaperFile?
    ) throws(CommandFailure) {
        var talk = WalkTalk(session: session, state: state)
        guard let play = try talk.run(isResumed: isResumed) else {
            try stopped(talk.state, handout)
            return
        }
        try finish(talk.state, play, handout, isInRoom: true)
    }

    /// Before the end there is no debrief, but what has been agreed may already be taken home.
    private func stopped(_ state: WalkState, _ handout: WalkPaperFile?) throws(CommandFailure) {
        guard let handout else { return }
        try write(handout, try debrief(state, try session.play(state)))
    }

    // MARK: With the choices given

    private func tell(_ begun: WalkState, _ handout: WalkPaperFile?) throws(CommandFailure) {
        var state = begun
        let given = choices()
        let recommends = invocation.has("recommended")
        let opening = WalkScreen(state, language: session.language, console: console)
        console.print(opening.opening())
        var used = 0
        while true {
            let play = try session.play(state)
            guard case .at(let reached) = play.state else {
                if let word = invocation["choices"], used < given.count {
                    session.keep(state)
                    throw .failed(
                        .tooManyChoices(given: given.count, used: used), invocation.line.place(of: word))
                }
                session.keep(state)
                try finish(state, play, handout)
                return
            }
            let stop = state.walk.file.stops[reached.stop]
            let number = play.answered.count + 1
            console.print()
            console.print(
                WalkScreen(state, language: session.language, console: console).stop(
                    reached, number: number, play: play))
            let answer: [Int]
            if used < given.count {
                answer = try choice(given[used], number: used + 1, at: stop)
                used += 1
            } else if recommends {
                answer = stop.recommended
            } else {
                session.keep(state)
                console.printWrapped(session.say(Texts.walkWaits(stop: number)))
                try stopped(state, handout)
                return
            }
            console.print(session.say(Texts.walkChosen(WalkChoices.text(answer))))
            state.answers[reached.stop] = answer
        }
    }

    private func choices() -> [String] {
        guard let text = invocation["choices"]?.text else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
    }

    private func choice(_ text: String, number: Int, at stop: CaseFile.Stop) throws(CommandFailure) -> [Int] {
        if let choices = WalkChoices.parse(text, count: stop.choices.count), stop.accepts(choices) { return choices }
        let place = invocation["choices"].map { invocation.line.place(of: $0) }
        throw .failed(
            .noSuchChoice(
                text, number: number, stop: stop.title, count: stop.choices.count, several: stop.takesSeveral), place)
    }

    /// The kept walk once more, screen by screen, with its choices.
    private func replay(_ state: WalkState, _ handout: WalkPaperFile?) throws(CommandFailure) {
        var shown = state
        shown.answers = [:]
        console.print(WalkScreen(shown, language: session.language, console: console).opening())
        while true {
            let play = try session.play(shown)
            guard case .at(let reached) = play.state else {
                try finish(state, play, handout)
                return
            }
            console.print()
            console.print(
                WalkScreen(shown, language: session.language, console: console).stop(
                    reached, number: play.answered.count + 1, play: play))
            guard let answer = state.answers[reached.stop] else {
                console.printWrapped(session.say(Texts.walkWaits(stop: play.answered.count + 1)))
                try stopped(state, handout)
                return
            }
            console.print(session.say(Texts.walkChosen(WalkChoices.text(answer))))
            shown.answers[reached.stop] = answer
        }
    }

    // MARK: The end

    private func finish(
        _ state: WalkState, _ play: Walk.Play, _ handout: WalkPaperFile?, isInRoom: Bool = false
    ) throws(CommandFailure) {
        session.keep(state)
        console.print()
        console.print(WalkScreen(state, language: session.language, console: console).ending(play))
        console.print()
        let debrief = try debrief(state, play)
        let lines = WalkDebriefText(debrief: debrief, language: session.language, console: console).lines()
        if isInRoom { show(lines) } else { console.print(lines) }
        console.print()
        if let handout {
            try write(handout, debrief)
        } else {
            console.printWrapped(session.say(Texts.debriefTakeHome))
        }
    }

    /// A screen at a time where a room looks on; all the rest at once when it does not want to wait.
    private func show(_ lines: [String]) {
        guard console.terminal.canEdit, let height = console.terminal.rows else {
            console.print(lines)
            return
        }
        var pages = WalkPages.pages(lines, height: height - 2)[...]
        while let page = pages.popFirst() {
            console.print(page)
            guard !pages.isEmpty else { return }
            console.print()
            guard case .line = session.answer(session.say(Texts.walkPressEnter) + " ") else {
                Interrupt.clear()
                console.print(pages.flatMap { [""] + $0 })
                return
            }
        }
    }

    /// In an unfinished walk nothing is compared with other runs.
    private func debrief(_ state: WalkState, _ play: Walk.Play) throws(CommandFailure) -> WalkDebrief {
        let runs = invocation.integer("runs") ?? WalkDebrief.standardRuns
        return try session.debrief(state, play, runs: play.isFinished ? runs : 0)
    }

    private func write(_ file: WalkPaperFile, _ debrief: WalkDebrief) throws(CommandFailure) {
        let handout = WalkHandout(
            debrief: debrief, isFinished: debrief.play.isFinished, language: session.language)
        try file.write(handout.paper(), session)
    }
}

extension Walk.Play {
    /// Whether no answer is waited for.
    fileprivate var isFinished: Bool {
        if case .at = state { return false }
        return true
    }
}
