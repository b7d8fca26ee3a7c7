"""Runs PathwaySim and the peers alternately and prints ratios; see bin/bench."""

import argparse
import json
import math
import statistics
import sys
from pathlib import Path

import engines
import people
import report
from answers import check_mm1, check_pathway
from engines import BUILD, ROOT, Failed

CUSTOMERS = 1_000_000
# A Python engine serves fewer customers and is scaled up: its time a customer does not depend on how many come.
PEER_CUSTOMERS = {"quick": 50_000, "full": 200_000}
THRESHOLDS = ROOT / "Benchmarks" / "thresholds.json"
TOLERANCE = 0.03


def measure_mm1(rounds, size):
    """Seconds for a million customers by engine and round, every answer checked."""
    seconds = {name: [] for name in ("bound", "PathwaySim", "SimPy", "Ciw")}
    waits = {name: [] for name in seconds}
    customers = PEER_CUSTOMERS[size]
    for turn in range(1, rounds + 1):
        for name, result in (
            ("bound", engines.bound_mm1(CUSTOMERS, turn)),
            ("PathwaySim", engines.ours_mm1(turn)),
            ("SimPy", engines.peer_mm1("simpy_models.py", customers, turn)),
            ("Ciw", engines.peer_mm1("ciw_models.py", customers, turn)),
        ):
            seconds[name].append(result["seconds"])
            waits[name].append(result["wait"])
        say(f"M/M/1, round {turn} of {rounds}")
    served = {"bound": CUSTOMERS, "PathwaySim": CUSTOMERS, "SimPy": customers, "Ciw": customers}
    return seconds, {name: check_mm1(name, waits[name], served[name]) for name in seconds}


def measure_pathway(rounds, size):
    """Seconds a replication by engine and round, every answer checked."""
    results = {name: [] for name in ("bound", "PathwaySim", "SimPy", "Ciw")}
    peer_runs = 1
    for turn in range(1, rounds + 1):
        first = 1 + 1000 * turn
        results["bound"].append(engines.bound_pathway(20, first))
        results["PathwaySim"].append(engines.ours_pathway(20, turn))
        results["SimPy"].append(engines.peer_pathway("simpy_models.py", peer_runs, first))
        if size == "full" or turn == 1:
            results["Ciw"].append(engines.peer_pathway("ciw_models.py", peer_runs, first))
        say(f"pathway, round {turn} of {rounds}")
    spreads = {name: statistics.mean(entry["spreads"][name] for entry in results["bound"]) for name in engines.REFERENCE}
    checks = {name: check_pathway(name, entries, spreads) for name, entries in results.items()}
    return {name: [entry["seconds"] for entry in entries] for name, entries in results.items()}, checks


def measure_threads(rounds):
    """How many times faster two threads are, by round, and what the machine gives two programs that share nothing."""
    gains, machine = [], []
    # Both threads must be alone on the machine, so this ratio is the first to suffer from others: twice as many rounds,
    # and each in the order one, two, two, one, so that a machine that grows faster or slower favours neither.
    for turn in range(1, 2 * rounds + 1):
        seconds = [engines.ours_pathway(40, turn, jobs=jobs)["seconds"] for jobs in (1, 2, 2, 1)]
        gains.append((seconds[0] + seconds[3]) / (seconds[1] + seconds[2]))
        machine.append(engines.machine_gain(40))
    say("two threads")
    return {"gains": gains, "machine": machine}


def measure_growth(size):
    """Nanoseconds an event by citizens in the system: ours and the bare heap's, in one program each."""
    rows = []
    for citizens in (1_000, 10_000, 100_000, 1_000_000):
        events = max(2_000_000 if size == "full" else 500_000, 2 * citizens)
        rows.append({
            "citizens": citizens,
            "PathwaySim": engines.ours_hold(citizens, events),
            "bound": engines.bound_hold(citizens, events),
        })
        say(f"{citizens} citizens in the system")
    return rows


def count_instructions(size):
    """Instructions of the simulation alone: the difference between two runs of different length."""
    file = engines.SCENARIOS
    counts = {
        "pathway, a replication": (
            engines.instructions("run", file / "pathway.json", 3) - engines.instructions("run", file / "pathway.json", 1)) // 2
    }
    counts["a delay's event, a thousand citizens"] = (
        engines.instructions("hold", 1_000, 300_000) - engines.instructions("hold", 1_000, 100_000)) / 200_000
    if size == "full":
        counts["M/M/1, a customer"] = (
            engines.instructions("run", file / "mm1.json", 2) - engines.instructions("run", file / "mm1.json", 1)) / CUSTOMERS
    say("instructions")
    return counts


def check_thresholds(counts):
    """What has become more than 3 % worse than the stored counts."""
    if not THRESHOLDS.exists():
        raise Failed("no counts are stored yet; store some with bin/bench --store")
    stored = json.loads(THRESHOLDS.read_text())
    worse = []
    for name, count in counts.items():
        if name in stored and count > stored[name] * (1 + TOLERANCE):
            worse.append(f"{name}: {count:,.0f} instructions, stored {stored[name]:,.0f}")
    return worse


def measure_people(size):
    """Start-up, keys, interruptions, memory, the region."""
    quick = size == "quick"
    spans = {
        "start-up": people.milliseconds(people.start_up(10 if quick else 30)),
        "key": people.milliseconds(people.keystrokes(20 if quick else 60)),
        "Ctrl-C": people.milliseconds(people.interruptions(2 if quick else 6)),
    }
    say("keyboard")
    memory = people.memory()
    say("memory")
    region = None if quick else people.region()
    return {"milliseconds": spans, "MiB": memory, "region seconds": region}


def say(text):
    print(f"… {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, under two minutes")
    parser.add_argument("--check", action="store_true", help="only count instructions; fail when they grew")
    parser.add_argument("--store", action="store_true", help="only count instructions, and keep them as the new thresholds")
    parser.add_argument("--page", metavar="FILE", help="also write the tables as a page")
    choices = parser.parse_args()
    size = "quick" if choices.quick else "full"
    try:
        if choices.store:
            counts = count_instructions(size)
            THRESHOLDS.write_text(json.dumps({name: math.ceil(count) for name, count in counts.items()}, indent=1) + "\n")
            return 0
        if choices.check:
            worse = check_thresholds(count_instructions(size))
            print("\n".join(worse) or "No count has grown by more than 3 %.")
            return 1 if worse else 0
        rounds = 2 if choices.quick else 7
        result = {"size": size, "rounds": rounds}
        result["mm1"], result["mm1 answers"] = measure_mm1(rounds, size)
        result["pathway"], result["pathway answers"] = measure_pathway(rounds, size)
        result["threads"] = measure_threads(rounds)
        result["growth"] = measure_growth(size)
        result["people"] = measure_people(size)
        result["instructions"] = {} if choices.quick else count_instructions(size)
    except Failed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    (BUILD / "result.json").write_text(json.dumps(result, indent=1))
    text = report.page(result)
    print(text)
    if choices.page:
        Path(choices.page).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
