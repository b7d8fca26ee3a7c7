"""The measurements as a page of tables."""

import statistics

# Seconds measured once beside the bound on one two-core machine (a million customers; one replication of the pathway).
# They stand in the table in proportion to the bound measured now.
ELSEWHERE = {
    "M/M/1": {"bound": 0.030, "Cimba": 0.133, "SimCpp20": 0.280, "simmer": 3.1},
    "pathway": {"bound": 0.024, "Cimba": 0.120, "SimCpp20": 0.091, "simmer": 2.03},
}
GOALS = {"M/M/1": 2.5, "pathway": 2.0}


def ratios(seconds, name):
    """An engine's time over the bound's, round by round."""
    return [mine / bound for mine, bound in zip(seconds[name], seconds["bound"])]


def engine_table(title, seconds, answers):
    rows = [f"## {title}", "", "| engine | × bound, median | least – greatest | seconds, median | answer |",
            "| --- | --: | --: | --: | --- |"]
    bound = statistics.median(seconds["bound"])
    entries = []
    for name in seconds:
        values = ratios(seconds, name)
        entries.append((
            statistics.median(values),
            f"| {name} | {statistics.median(values):.2f} | {min(values):.2f} – {max(values):.2f} | "
            f"{statistics.median(seconds[name]):.3f} | {answers[name]} |"))
    elsewhere = ELSEWHERE[title]
    for name, value in elsewhere.items():
        if name != "bound":
            ratio = value / elsewhere["bound"]
            entries.append((ratio, f"| {name} \\* | {ratio:.2f} | | {ratio * bound:.3f} | not run here |"))
    rows += [text for _, text in sorted(entries)]
    ours = statistics.median(ratios(seconds, "PathwaySim"))
    goal = GOALS[title]
    verdict = "reached" if ours <= goal else "not reached"
    rows += ["", f"Goal: at most {goal} × the bound; {verdict} ({ours:.2f})."]
    return rows


def page(result):
    """All tables, in Markdown."""
    lines = [
        "# Benchmarks", "",
        f"Written by `bin/bench` ({result['size']}, {result['rounds']} rounds; the engines take turns, and each ratio is of one"
        " round). The bound is a hand-written C++ loop without a framework, `Benchmarks/Peers/bound.cpp`, compiled with"
        " `g++ -O3 -march=native -DZIG`. PathwaySim reads its JSON scenario and keeps everything that `run` prints; SimPy,"
        " Ciw and the bound keep sums only. Only the simulation is timed, on one thread. \\* Measured once beside the bound"
        " on another machine of two cores, and shown in proportion to the bound of this run.", ""]
    lines += engine_table("M/M/1", result["mm1"], result["mm1 answers"]) + [""]
    lines += engine_table("pathway", result["pathway"], result["pathway answers"]) + [""]
    threads, machine = result["threads"]["gains"], result["threads"]["machine"]
    lines += ["## Two threads", "",
              f"Over 40 replications of the pathway two threads are {statistics.median(threads):.2f} times as fast as one"
              f" ({min(threads):.2f} – {max(threads):.2f}). Goal: at least 1.9. Two copies of the bound at once, which share"
              f" nothing, did {statistics.median(machine):.2f} times as much as one alone ({min(machine):.2f} –"
              f" {max(machine):.2f}): what the machine had to give in these minutes.", ""]
    lines += ["## More citizens in the system", "",
              "A fixed number of citizens, each in an exponential delay again and again; their coming in is not counted. The"
              " bare heap of the bound moves the same number of events and nothing else.", "",
              "| citizens | ns an event | bare heap | ratio | ns ÷ log₂ of citizens |", "| --: | --: | --: | --: | --: |"]
    for row in result["growth"]:
        logarithm = row["citizens"].bit_length() - 1
        lines.append(
            f"| {row['citizens']:,} | {row['PathwaySim']:.0f} | {row['bound']:.0f} | {row['PathwaySim'] / row['bound']:.1f} |"
            f" {row['PathwaySim'] / logarithm:.1f} |")
    lines += [""] + people_table(result["people"])
    if result["instructions"]:
        lines += ["## Instructions", "",
                  "Counted by callgrind, so that a change shows on a busy machine. `bin/bench --check` compares with"
                  " `Benchmarks/thresholds.json`.", "", "| | instructions |", "| --- | --: |"]
        lines += [f"| {name} | {count:,.0f} |" for name, count in result["instructions"].items()]
        lines.append("")
    return "\n".join(lines)


def people_table(people):
    spans, memory = people["milliseconds"], people["MiB"]
    rows = ["## At the keyboard", "", "| | measured | goal |", "| --- | --: | --: |"]
    for name, goal in (("start-up", 50), ("key", 10), ("Ctrl-C", 100)):
        label = {"start-up": "`simrepl help`", "key": "a key answered", "Ctrl-C": "Ctrl-C stops a run"}[name]
        span = spans[name]
        rows.append(f"| {label} | {span['median']:.1f} ms (at most {span['greatest']:.1f}) | {goal} ms |")
    rows.append(f"| memory of the pathway's run above an idle start | {memory['pathway above idle']:.1f} MiB | 16 MiB |")
    rows.append(f"| memory while ten million citizens pass | {memory['ten million citizens']:.1f} MiB | 64 MiB |")
    if people["region seconds"] is not None:
        rows.append(
            f"| 19 municipalities × 5 years × 20 replications, two cores | {people['region seconds']:.1f} s | 30 s |")
    return rows + [""]
