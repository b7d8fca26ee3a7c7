import Foundation

extension CoverageReport {
    /// The page `docs/coverage.md`. It says nothing of the machine or the time, so the same program writes the same page.
    var page: String {
        let tables = sections.map { section in
            "## \(section.coverage.title)\n\n\(section.coverage.note).\n\n\(table(section.rows))\n"
        }
        return """
            # How often the intervals hold the truth

            Written by `bin/validate` (`coverage`); do not edit.

            Every result comes with a half-width: in 95 of 100 experiments the true value should lie within it. This page \
            checks that by doing the experiment \(run.experiments) times, each with a seed of its own and, unless the \
            heading says otherwise, 20 replications, and counting. The truth is the exact formula, or, where it says \
            *simulated*, \(run.truthReplications) separate replications of a pathway (a tenth of that for the maxima of the \
            queues). With so many experiments the counts themselves are known to ±\(counting) percentage points. What lies outside \
            94–96 % is in bold. *half-width* is its mean in per cent of the truth, *observations* the mean of `n`.

            ## In short

            The lowest and the highest share of experiments whose interval held the truth, by kind of number.

            \(summary)

            \(counted)
            \(reading)

            \(tables.joined(separator: "\n"))
            """
    }

    /// Half of the 95 % interval of a share of 95 % counted in so many experiments, in percentage points.
    private var counting: String {
        String(format: "%.1f", 196 * (0.95 * 0.05 / Double(max(1, run.experiments))).squareRoot())
    }

    private var reading: String {
        """
        - **Where an interval is too narrow it is for one reason**: a bad year is much worse than a good \
        year is good. With 20 replications the one bad year in forty is often not among them, and Student's t, which is \
        made for symmetric errors, cannot know. It shows in busy systems with short runs, in shares close to 0 or 1, in the \
        use of a resource close to 100 %, and in differences of these. More replications mend it, as the \
        pathway with 100 replications shows. So `run` and `compare` without `--replications` go on until the headline \
        measures are known to 5 %, which in such systems takes far more than 20, and say which measure was hardest; the \
        range of 8 of 10 years beside each number shows how uneven the years are; and a resource that cannot keep up is \
        announced.
        - **Quantiles** lean to the safe side, because their half-width is the longer of two sides; those where many citizens \
        wait alike (a few start dates) are the widest (decision 0010).
        - **`max`** is the mean of the replications' maxima, and its interval is for that mean. It is no bound: any year's \
        longest wait can exceed it, and a longer run has a larger one.
        - **Few observations**: the last table has a dozen citizens in all. An interval from so few is worth little: if all \
        of them happened to keep the deadline, the half-width is 0. So every measure from fewer than 20 observations is \
        marked, and a headline measure among them is a warning.
        - **Stopping when precise enough** (no `--replications`) looks at the intervals after 20, 40, 60 … replications and \
        may stop at one that is narrow by luck. The column *M/M/1, until precise enough* shows what that costs.
        """
    }
}
