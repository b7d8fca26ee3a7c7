import PathwaySim
import Scenarios

/// A search for reading.
struct FindText {
    let report: FindReport
    let language: Language

    private var search: GoalSearch { report.search }

    func document() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.findTitle(
                report.levers.map { $0.setting.label.safe }, goals())[language],
            language: language)
        document.sentences = sentences()
        document.sections = [probes()]
        document.remarks = remarks()
        return document
    }

    // MARK: The answer

    private func sentences() -> [String] {
        guard let best = search.best else { return [] }
        let at = zip(report.levers, best.point).map { lever, index in
            Texts.leverAt(lever.setting.label.safe, both { lever.values[index].label($0) })
        }
        let values = zip(report.goals, best.measures).map { goal, measure in
            Texts.measureIs(label(goal), both { value(measure, $0) })
        }
        if search.isInterrupted { return [Texts.findInterrupted(search.probes.count)[language]] }
        guard search.answer != nil else { return [Texts.noAnswer(at, values)[language]] + apart() }
        var sentences = [Texts.answer(search.kind.rawValue, at, values, level: report.level)[language]]
        if search.kind == .smallest, search.answer == [0], report.levers[0].values.count > 1 {
            sentences.append(Texts.metEverywhere[language])
        }
        if let begun = best.begun.compactMap({ $0 }).min(), begun < 0.9 {
            sentences.append(Texts.fewBegin(both { NumberFormat.percent(begun, digits: 0, language: $0) })[language])
        }
        if let hours = report.hours {
            let more = hours.answer - hours.now
            sentences.append(
                Texts.hoursThen(
                    NumberFormat.text(hours.answer, digits: 1), NumberFormat.text(abs(more), digits: 1),
                    isMore: more >= 0)[language])
        }
        if best.warnings.contains(where: { $0.code == "overload" }) {
            sentences.append(Texts.answerOverloaded[language])
        }
        return sentences
    }

    /// Of several goals that are not met together: whether each is met by itself.
    private func apart() -> [String] {
        guard goals().count > 1 else { return [] }
        let never = report.goals.indices.filter { index in
            !search.probes.contains { probe in
                guard let measure = probe.measures[index], let mean = measure.mean else { return false }
                return report.goals[index].violation(mean) + (measure.halfWidth ?? .infinity) <= 0
            }
        }
        if never.isEmpty { return [Texts.goalsContradict[language]] }
        return never.map { Texts.goalNeverMet(goal(report.goals[$0], label(report.goals[$0])))[language] }
    }

    /// Whether several values gave the same in every replication that they share.
    private var isWithoutEffect: Bool {
        guard search.probes.count > 1, let first = search.probes.first else { return false }
        return search.probes.allSatisfy { probe in
            zip(probe.measures, first.measures).allSatisfy { measure, other in
                guard let measure, let other else { return false }
                let count = min(measure.perReplication.count, other.perReplication.count)
                return measure.perReplication.prefix(count).elementsEqual(other.perReplication.prefix(count))
            }
        }
    }

    private func label(_ goal: ServiceGoal) -> Text {
        SweepMeasure(name: goal.measure, group: goal.by).label(in: report.scenario)
    }

    /// Each goal once, however many groups it is about.
    private func goals() -> [Text] {
        report.goals.indices.compactMap { index in
            let goal = report.goals[index]
            guard goal.isOneOfAll else { return self.goal(goal, label(goal)) }
            let isFirst = !report.goals[..<index].contains {
                $0.isOneOfAll && $0.measure == goal.measure && $0.by?.attribute == goal.by?.attribute
                    && $0.limit == goal.limit && $0.isAtMost == goal.isAtMost
            }
            guard isFirst, let attribute = goal.by?.attribute else { return nil }
            return self.goal(
                goal,
                Texts.forEveryGroup(
                    report.scenario.measureLabel(goal.measure), report.scenario.labels.text(.attributes, attribute).safe
                ))
        }
    }

    private func goal(_ goal: ServiceGoal, _ label: Text) -> Text {
        let unit = report.search.probes.lazy.flatMap(\.measures).compactMap { $0 }.first { $0.name == goal.measure }?
            .unit
        let scale = unit?.scale ?? 1
        return Texts.goal(
            label, isAtMost: goal.isAtMost,
            both { NumberFormat.exact((goal.limit * scale * 1e9).rounded() / 1e9, language: $0) })
    }

    private func both(_ text: (Language) -> String) -> Text { Text(da: text(.da), en: text(.en)) }

    private func value(_ measure: Measure?, _ language: Language) -> String {
        guard let measure else { return NumberFormat.undefined }
        return ReportSection.Cell(measure, scale: measure.unit.scale, language: language).value
    }

    // MARK: Everything that was tried

    private func probes() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.triedTitle(report.levers.map { $0.setting.label.safe })[language],
            columns: report.goals.map { .init(title: label($0)[language]) } + [
                .init(title: Texts.runsTitle[language]), .init(title: Texts.keptTitle[language], alignment: .left),
            ])
        for probe in search.probes.sorted(by: { $0.point.lexicographicallyPrecedes($1.point) }) {
            let label = zip(report.levers, probe.point).map { $0.values[$1].label(language) }.joined(separator: " · ")
            section.rows.append(
                [label] + probe.measures.map { value($0, language) } + [
                    NumberFormat.decimal(Double(probe.replications), digits: 0, language: language),
                    Texts.probeVerdict(probe.verdict.rawValue)[language],
                ])
        }
        return section
    }

    private func remarks() -> [String] {
        var remarks: [Text] = []
        if !search.isMonotone { remarks.append(Texts.notMonotone) }
        if isWithoutEffect { remarks.append(Texts.leversWithoutEffect(report.levers.map { $0.setting.label.safe })) }
        for lever in report.levers where lever.isRangeChosen {
            let ends = lever.values
            remarks.append(
                Texts.rangeWasChosen(
                    lever.setting.path, both { ends[0].label($0) }, both { ends[ends.count - 1].label($0) }))
        }
        let zones = report.goals.map { goal in goal.limit == 0 ? 0 : goal.zone / abs(goal.limit) }
        remarks.append(Texts.findMethod(level: report.level, single: report.singleLevel, zone: zones.max() ?? 0))
        let isHidden = search.probes.contains { probe in
            zip(report.goals, probe.measures).contains { $0.isOneOfAll && $1?.isHidden ?? false }
        }
        if isHidden { remarks.append(Texts.hiddenGroupsInSearch) }
        if search.probes.contains(where: { $0.verdict == .undecided }) { remarks.append(Texts.undecidedProbes) }
        if report.levers.count == 2 { remarks.append(Texts.staircaseMethod) }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: search.probes.map(\.replications).max() ?? 0, version: Version.current))
        return remarks.map { $0[language] }
    }
}

/// A search for programs: JSON `pathwaysim.find/1`, and comma-separated values with a line for each probe and goal.
enum FindMachine {
    static func json(_ report: FindReport) -> String {
        let search = report.search
        var members: [(String, JSONNode)] = [
            ("schema", .text("pathwaysim.find/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("level", .number(report.level)), ("singleLevel", .number(report.singleLevel)),
            ("levers", .list(report.levers.map(SweepMachine.lever))), ("goals", .list(report.goals.map(goal))),
            ("complete", JSONNode(.bool(!search.isInterrupted))), ("met", JSONNode(.bool(search.answer != nil))),
            ("kind", .text(search.kind.rawValue)),
            (
                "answer",
                search.answer.map { SweepMachine.values(report.levers, $0) } ?? JSONNode(.null)
            ),
            (
                "closest",
                search.best.map { SweepMachine.values(report.levers, $0.point) } ?? JSONNode(.null)
            ),
            ("monotone", JSONNode(.bool(search.isMonotone))),
        ]
        if let hours = report.hours {
            members += [("hoursPerWeek", .number(hours.answer)), ("hoursPerWeekNow", .number(hours.now))]
        }
        members.append(("probes", .list(search.probes.map { probe($0, report) })))
        return JSONWriter.pretty(.members(members), width: 200)
    }

    private static func goal(_ goal: ServiceGoal) -> JSONNode {
        .members([
            ("measure", .text(goal.measure)), ("by", by(goal)), ("operator", .text(goal.isAtMost ? "<=" : ">=")),
            ("limit", .number(goal.limit)), ("zone", .number(goal.zone)),
        ])
    }

    private static func by(_ goal: ServiceGoal) -> JSONNode {
        goal.by.map { .members([($0.attribute, .text($0.value))]) } ?? JSONNode(.null)
    }

    private static func probe(_ probe: GoalProbe, _ report: FindReport) -> JSONNode {
        let measures = zip(report.goals, probe.measures).map { goal, measure in
            JSONNode.members([
                ("name", .text(goal.measure)), ("by", by(goal)), ("mean", .number(measure?.mean)),
                ("halfWidth", .number(measure?.halfWidth)), ("level", .number(report.singleLevel)),
                ("n", .number(Double(measure?.n ?? 0))),
            ])
        }
        return .members([
            ("values", SweepMachine.values(report.levers, probe.point)), ("verdict", .text(probe.verdict.rawValue)),
            ("replications", .number(Double(probe.replications))), ("measures", .list(measures)),
            ("warnings", .list(probe.warnings.map { .text($0.code) })),
        ])
    }

    static func csv(_ report: FindReport) -> String {
        let paths = report.levers.map { CSVCell.text($0.setting.path) }
        var lines = [
            (paths + ["measure", "by", "limit", "mean", "halfWidth", "level", "replications", "verdict", "answer"])
                .joined(separator: ",")
        ]
        for probe in report.search.probes {
            let values = zip(report.levers, probe.point).map { CSVCell.text($0.values[$1].text) }
            for (goal, measure) in zip(report.goals, probe.measures) {
                let numbers = [goal.limit, measure?.mean, measure?.halfWidth, report.singleLevel].map(CSVCell.number)
                lines.append(
                    (values
                        + [
                            CSVCell.text(goal.measure),
                            CSVCell.text(goal.by.map { "\($0.attribute)=\($0.value)" } ?? ""),
                        ]
                        + numbers
                        + [
                            String(probe.replications), probe.verdict.rawValue,
                            String(probe.point == report.search.answer),
                        ]).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
