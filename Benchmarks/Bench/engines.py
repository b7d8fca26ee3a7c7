"""The engines of the benchmark: how each is run, and what it answers."""

import json
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "Benchmarks" / "Peers"
BUILD = ROOT / ".build" / "bench"
RELEASE = ROOT / ".build" / "release"
SCENARIOS = ROOT / "scenarios" / "benchmark"

REFERENCE = json.loads((SCENARIOS / "pathway.json").read_text())["expected"]

# The measures of the reference table by the names the peers print.
PEER_NAMES = {
    "wait.clarifying.mean": "wait clarifying",
    "wait.clarifying.mean, newly diagnosed": "wait clarifying, newly diagnosed",
    "wait.clarifying.mean, others": "wait clarifying, others",
    "reneged.clarifying.share": "share reneging of those who queued for clarifying",
    "wait.selfManagement.mean": "wait selfManagement",
    "wait.smoking.mean": "wait smoking",
    "gather.smoking.mean": "gather smoking",
    "wait.alcohol.mean": "wait alcohol",
    "group.selfManagement.size.mean": "mean group size selfManagement",
    "group.smoking.size.mean": "mean group size smoking",
    "outcome.done.count": "done by the horizon",
}
BOUND_NAMES = {
    "wait.clarifying.mean": "wClar",
    "wait.clarifying.mean, newly diagnosed": "wClarNew",
    "wait.clarifying.mean, others": "wClarOther",
    "reneged.clarifying.share": "renegeShare",
    "wait.selfManagement.mean": "wSDM",
    "wait.smoking.mean": "wSmoke",
    "gather.smoking.mean": "gatherSmoke",
    "wait.alcohol.mean": "wAlc",
    "group.selfManagement.size.mean": "batchSDM",
    "group.smoking.size.mean": "batchSmoke",
    "outcome.done.count": "done",
}


class Failed(Exception):
    """An engine did not run, or did not give the right answer."""


def output(*command):
    """Standard output of a command that must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"{command[0]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


def bound_mm1(customers, seed):
    """Seconds and mean wait of the hand-written C++ loop."""
    text = output(BUILD / "bound", "mm1", customers, seed)
    return {"seconds": number(text, "sec="), "wait": number(text, "wait=")}


def bound_pathway(replications, seed):
    """Seconds a replication, the means, and how much one replication differs from another."""
    text = output(BUILD / "bound", "path", "tight", replications, seed)
    means, spreads = {}, {}
    for name, key in BOUND_NAMES.items():
        row = re.search(rf"^\s+{key}\s+(\S+) .*sd/rep (\S+)$", text, re.MULTILINE)
        means[name], spreads[name] = float(row.group(1)), float(row.group(2))
    return {"seconds": number(text, "sec/rep="), "means": means, "spreads": spreads, "runs": replications}


def bound_hold(citizens, events):
    """Nanoseconds an event of the bare heap."""
    return number(output(BUILD / "bound", "hold", citizens, events), "ns/event=")


def ours_mm1(seed):
    """PathwaySim on scenarios/benchmark/mm1.json, a million customers."""
    result = ours("mm1.json", 1, 1, seed)
    return {"seconds": result["seconds"], "wait": result["measures"]["wait.service.mean"]}


def ours_pathway(replications, seed, jobs=1):
    """PathwaySim on scenarios/benchmark/pathway.json."""
    result = ours("pathway.json", replications, jobs, seed)
    measures = result["measures"]
    means = {}
    for name, entry in REFERENCE.items():
        by = "".join(f" {key}={str(value).lower()}" for key, value in entry.get("by", {}).items())
        means[name] = measures[entry.get("measure", name) + by]
    return {"seconds": result["seconds"], "means": means, "runs": replications}


def ours_hold(citizens, events):
    """Nanoseconds an event with so many citizens in the system; their coming in is not counted."""
    short, long = (json.loads(output(RELEASE / "enginebench", "hold", citizens, count)) for count in (events, 2 * events))
    return (long["seconds"] - short["seconds"]) / (long["events"] - short["events"]) * 1e9


def machine_gain(replications):
    """How many times as much two programs that share nothing do at once as one alone: what two threads could reach."""
    command = [BUILD / "bound", "path", "tight", str(replications), "1"]
    alone = number(output(*command), "sec/rep=")
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    together = [number(process.communicate()[0], "sec/rep=") for process in both]
    return sum(alone / seconds for seconds in together)


def ours(file, replications, jobs, seed):
    return json.loads(output(RELEASE / "enginebench", "run", SCENARIOS / file, replications, jobs, seed))


def peer_mm1(script, customers, seed):
    """A Python engine; its seconds are scaled to a million customers."""
    result = json.loads(output(BUILD / "venv" / "bin" / "python", PEERS / script, "mm1", customers, seed))
    return {"seconds": result["seconds"] * 1e6 / customers, "wait": result["answers"]["wait"]}


def peer_pathway(script, replications, seed):
    """A Python engine on the pathway."""
    result = json.loads(output(BUILD / "venv" / "bin" / "python", PEERS / script, "pathway", replications, seed))
    runs = result["runs"]
    means = {name: sum(run[key] for run in runs) / len(runs) for name, key in PEER_NAMES.items()}
    return {"seconds": result["seconds"], "means": means, "runs": len(runs)}


def number(text, label):
    """The number after a label such as `sec=`."""
    found = re.search(re.escape(label) + r"([-+.\deE]+)", text)
    if not found:
        raise Failed(f"no {label} in: {text[:200]}")
    return float(found.group(1))


def instructions(*arguments):
    """Instructions that callgrind counts while enginebench runs."""
    environment = dict(os.environ, LC_ALL="C")
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", RELEASE / "enginebench", *map(str, arguments)],
        capture_output=True, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        raise Failed("valgrind: " + done.stderr.strip()[-300:])
    return int(found.group(1))
