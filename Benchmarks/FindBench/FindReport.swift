import Foundation

/// What the searches came to, as a Markdown page that says nothing of the machine or the time.
struct FindReport {
    var bench: FindBench
    var rows: [FindBench.Row]

    var page: String {
        """
        # How often `find` is right

        Written by `bin/validate` (`findbench`); do not edit.

        `find` promises that its answer keeps the goal with 95 % confidence for the whole search (decision \
        \(Self.decision)). This page checks that on models whose answers formulas know: each search is made \
        \(bench.repetitions) times, each with a seed of its own and at most \(bench.cap) replications at a value.

        - **right**: the answer keeps the goal, and nothing smaller (of two levers: cheaper) keeps it by the indifference zone \
        (5 % of the limit, of two levers 1 %); or there is no answer and none to be found.
        - **broke the goal**: the true value is beyond the limit. This is what may happen in at most 5 of 100 searches.
        - **larger than needed**: the goal is kept, and something smaller or cheaper would have kept it with room.
        - **no answer**: although there is one; more replications would have found it.

        \(table)

        *exact* is the smallest or cheapest that keeps the goal by the formula. Where the limit lies within the zone of the value \
        next to it, two answers are right. *probes* and *replications* are means over the searches; *not monotone* counts \
        searches in which two probes contradicted each other by luck.
        """ + "\n"
    }

    static let decision = "0018"

    private var table: String {
        var lines = [
            "| model | what is looked for | exact | right | broke the goal | larger than needed | no answer | probes | "
                + "replications | not monotone |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ]
        for row in rows {
            let all = Double(max(1, bench.repetitions))
            let cells = [
                row.search.title, row.search.question,
                row.search.exact.map { $0.map(String.init).joined(separator: " and ") } ?? "none",
                "\(row.share(.right, .rightlyNone))", "\(row.share(.broken))", "\(row.share(.larger))",
                "\(row.share(.missed))", String(format: "%.1f", Double(row.probes) / all),
                String(format: "%.0f", Double(row.replications) / all), "\(row.notMonotone)",
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    /// Searches whose answer broke the goal more often than 5 % of the time allows, with 1 in 1,000 of luck.
    var failures: [FindBench.Row] {
        let n = Double(bench.repetitions)
        let most = 0.05 * n + 3.1 * (0.05 * 0.95 * n).squareRoot()
        return rows.filter { Double($0.share(.broken)) > most }
    }
}
