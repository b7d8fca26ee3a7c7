"""Reads an event log as others do, and finds the numbers of the program's own result in it.

Usage: log_check.py LOG.csv LOG.xes RESULT.json

The CSV is opened in pandas and the XES in PM4Py; cases, variants, waits and outcomes are counted in both and compared
with the result of the same replication.
"""

import json
import math
import sys

import pandas
import pm4py


def main():
    csv, xes, result = sys.argv[1:4]
    with open(result, encoding="utf-8") as file:
        measures = {m["name"]: m["mean"] for m in json.load(file)["measures"] if "by" not in m}
    table = pandas.read_csv(csv, parse_dates=["timestamp"])
    log = pm4py.read_xes(xes)
    problems = []

    def same(what, found, expected, tolerance=0.0):
        print(f"  {what}: {found}")
        if not math.isclose(found, expected, rel_tol=tolerance, abs_tol=tolerance):
            problems.append(f"{what}: {found}, expected {expected}")

    print("pandas")
    same("cases", table["citizen"].nunique(), measures["arrivals.count"])
    closed = table[table["event"] == "closed"]
    same("ended", len(closed), measures["closed.count"])
    started = table[table["event"] == "started"]
    waits = started.groupby("step")["waitedDays"].mean()
    for step, wait in waits.items():
        if measures.get(f"wait.{step}.mean") is not None:
            same(f"mean wait, {step}", wait, measures[f"wait.{step}.mean"], 1e-9)
    for outcome, count in closed.groupby("detail").size().items():
        same(f"outcome {outcome}", count, measures[f"outcome.{outcome}.count"])
    if any(str(cell)[:1] in "=+@" for cell in table["activity"]):
        problems.append("a cell begins like a formula")

    print("PM4Py")
    same("cases", log["case:concept:name"].nunique(), measures["arrivals.count"])
    same("events", len(log), len(table))
    ours = (
        table.groupby("citizen", sort=False)["activity"].agg(tuple).value_counts()
    )
    variants = pm4py.get_variants(log)
    same("variants", len(variants), len(ours))
    same("commonest variant", max(v if isinstance(v, int) else len(v) for v in variants.values()), ours.iloc[0])
    begun = log[log["event"] == "started"]
    for step, wait in begun.groupby("step")["waitedDays"].mean().items():
        if measures.get(f"wait.{step}.mean") is not None:
            same(f"mean wait, {step}", wait, measures[f"wait.{step}.mean"], 1e-9)
    if set(log["lifecycle:transition"]) - {
        "schedule", "assign", "reassign", "start", "suspend", "resume", "complete", "withdraw", "ate_abort", "autoskip"
    }:
        problems.append("a lifecycle that the standard does not know")

    for problem in problems:
        print(f"failed: {problem}")
    print("failed" if problems else "passed: the log has the result's own numbers")
    sys.exit(1 if problems else 0)


main()
