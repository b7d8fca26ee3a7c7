import PathwaySim
import Scenarios

/// What the facilitator of a walk holds in hand, on paper because the room shares the screen: times, talking points and
/// open questions of each stop, then a sheet for each role and a card for each decision.
///
/// It holds what the sources recommend; sheets and cards do not.
struct WalkGuide {
    /// Lengths of a walk, in minutes, that the times are given for.
    static let lengths = [60, 90, 120]

    let state: WalkState
    let language: Language

    private var file: CaseFile { state.walk.file }

    func paper() -> Paper {
        var paper = Paper(title: say(Texts.guideTitle(file.title)), language: language.rawValue)
        paper.blocks.append(.notice(say(Texts.walkNoPatients)))
        paper.blocks.append(.paragraph(say(Texts.guideKeep)))
        paper.part(
            say(Texts.handoutCase), file.intro.map { .paragraph(say($0)) } + [.list(file.facts.map(say) + fixed)])
        paper.part(say(Texts.walkLocalFacts), [.list(state.localFacts.map { $0.name + ": " + $0.value })])
        paper.part(say(Texts.guideBefore), [.list(Texts.guidePreparation(state.reference).map(say))])
        paper.part(say(Texts.guideMinutes), minutes())
        for (index, stop) in file.stops.enumerated() { paper.blocks += page(of: stop, number: index + 1) }
        paper.part(say(Texts.debriefTalk), [.list(file.closing.map(say))])
        for actor in CaseFile.Actor.allCases { paper.blocks += sheet(for: actor) }
        paper.blocks += [.pageBreak, .heading(say(Texts.guideCards)), .paragraph(say(Texts.guideCardsHow))]
        for stop in file.stops {
            paper.blocks.append(
                .card(
                    title: say(stop.title) + " · " + say(Texts.walkActor(stop.actor)), question: say(stop.question),
                    choices: stop.choices.map { say($0.text) }))
        }
        return paper
    }

    private func say(_ text: Text) -> String { text[language] }

    private var fixed: [String] {
        file.dates.map { say(DateFormat.withWeekday($0.date)) + ": " + say($0.label) }
    }

    // MARK: Times

    /// Minutes of each stop; what is left is for welcome and debrief.
    private func minutes() -> [Paper.Block] {
        let columns = Self.lengths.map { file.minutes(of: $0) }
        var rows = file.stops.enumerated().map { index, stop in
            ["\(index + 1) " + say(stop.title), say(Texts.walkActor(stop.actor))] + columns.map { "\($0[index])" }
        }
        let rest = zip(Self.lengths, columns).map { total, stops in "\(max(0, total - stops.reduce(0, +)))" }
        rows.append([say(Texts.guideRest), ""] + rest)
        let head = [say(Texts.columnStop), say(Texts.guideWho)] + Self.lengths.map { say(Texts.guideOf(minutes: $0)) }
        var blocks: [Paper.Block] = [.table(head: head, rows: rows)]
        if file.stops.contains(where: { !$0.conditions.isEmpty }) {
            blocks.append(.paragraph(say(Texts.guideNotAll)))
        }
        return blocks
    }

    // MARK: A stop

    private func page(of stop: CaseFile.Stop, number: Int) -> [Paper.Block] {
        var blocks: [Paper.Block] = [
            .heading("\(number) " + say(stop.title)),
            .paragraph(say(Texts.walkWhere(stop.place, actor: Texts.walkActor(stop.actor)))),
        ]
        if !stop.conditions.isEmpty {
            let titles = stop.conditions.compactMap { condition in
                file.stops.first { $0.id == condition.stop }.map {
                    Text(same: condition.answers.map(String.init).joined(separator: "/") + ": ") + $0.title
                }
            }
            blocks.append(.paragraph(say(Texts.guideOnlyAfter(titles))))
        }
        blocks += [.list(stop.known.map(say)), .subheading(say(stop.question))]
        blocks.append(
            .numbered(
                stop.choices.map { choice in
                    say(choice.text) + (choice.isRecommended ? " " + say(Texts.guideRecommended) : "")
                        + (choice.reply.map { " → " + say($0) } ?? "")
                }))
        blocks.append(.paragraph(say(Texts.sourcesSay(stop.advice.text, from: stop.advice.from))))
        if !stop.talk.isEmpty {
            blocks += [.subheading(say(Texts.guideTalk)), .list(stop.talk.map(say))]
        }
        if !stop.questions.isEmpty {
            blocks += [.subheading(say(Texts.guideAsk)), .list(stop.questions.map(say))]
        }
        return blocks + [.writingLines(2)]
    }

    // MARK: Roles

    /// What a group needs before it decides; not what comes later, which the screen will show.
    private func sheet(for actor: CaseFile.Actor) -> [Paper.Block] {
        let stops = file.stops.filter { $0.actor == actor }
        guard !stops.isEmpty else { return [] }
        return [
            .pageBreak, .heading(say(Texts.guideYouAre(Texts.walkActor(actor)))), .notice(say(Texts.walkNoPatients)),
            .list(file.facts.map(say) + fixed), .subheading(say(Texts.guideYouDecide)),
            .list(stops.map { say($0.title) + ". " + say($0.question) }), .subheading(say(Texts.guideHow)),
            .list(Texts.guideGroup.map(say)), .subheading(say(Texts.guideOurNotes)), .writingLines(6),
        ]
    }
}
