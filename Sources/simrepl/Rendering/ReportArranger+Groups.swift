import PathwaySim
import Scenarios

extension ReportArranger {
    /// Waits, outcomes and promises of the groups of citizens that an attribute makes. Groups that are too small to be
    /// told apart from single persons are left out.
    func groupSections(by attribute: String) -> [ReportSection] {
        let name = label(.attributes, attribute)
        let groups = groups(by: attribute).filter { !isHidden($0) }
        var waits = section(
            Texts.resultBy(Texts.resultWaits, name),
            [(Texts.columnMean, true), (Texts.columnNineOfTen, true), (Texts.columnStillWaiting, false)])
        waits.rows = waitingSteps.flatMap { step in
            rows(label(.steps, step), groups) { group in
                let names = ["wait.\(step).mean", "wait.\(step).p90", "wait.\(step).census.count"]
                return names.map { cell($0, of: group) }
            }
        }
        var outcomes = section(
            Texts.resultBy(Texts.resultOutcomes, name), [(Texts.columnCitizens, true), (Texts.columnShare, true)])
        outcomes.rows = names(after: "outcome.", before: ".count").flatMap { outcome in
            rows(label(.outcomes, outcome), groups) { group in
                [cell("outcome.\(outcome).count", of: group), percent("outcome.\(outcome).share", of: group)]
            }
        }
        var promises = section(Texts.resultBy(Texts.resultPromises, name), [(Texts.columnMetShare, true)])
        promises.rows = report.scenario.deadlines.flatMap { deadline in
            rows(label(deadline), groups) { [percent("deadline.\(deadline.id).share", of: $0)] }
        }
        return [waits, outcomes, promises]
    }

    /// The groups left out, as `Age <50`.
    var hiddenGroups: [String] {
        report.groupedBy.flatMap { attribute in
            groups(by: attribute).filter(isHidden).map { label(.attributes, attribute) + " " + value($0) }
        }
    }

    /// A row that names the thing and one for each group with anything to show; none when there is no such group.
    private func rows(
        _ label: String, _ groups: [Measure.Group], _ cells: (Measure.Group) -> [ReportSection.Cell]
    ) -> [ReportSection.Row] {
        let rows = groups.map { row("  " + value($0), cells($0)) }.filter { row in
            row.cells.contains { !["", "0", NumberFormat.undefined].contains($0.value) }
        }
        return rows.isEmpty ? [] : [row(label, [])] + rows
    }

    /// In the order of the attribute's values.
    private func groups(by attribute: String) -> [Measure.Group] {
        var seen: Set<Measure.Group> = []
        return report.result.measures.compactMap(\.by).filter { $0.attribute == attribute && seen.insert($0).inserted }
    }

    private func isHidden(_ group: Measure.Group) -> Bool {
        report.result.measures.contains { $0.by == group && $0.isHidden }
    }

    private func value(_ group: Measure.Group) -> String { report.scenario.labels.group(group)[language] }
}
