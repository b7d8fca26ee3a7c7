"""The two benchmark models in SimPy, written as its documentation teaches: one process a citizen.

    simpy_models.py mm1 CUSTOMERS SEED | pathway REPLICATIONS SEED

Prints one line of JSON: seconds of the simulation alone (per run), and the answers. Statistics are sums only, which is
less than what PathwaySim keeps by default.
"""

import json
import math
import random
import sys
import time

import simpy


def mm1(customers, seed):
    """M/M/1 with arrival rate 0.9 and service rate 1; the mean wait of `customers` served customers."""
    rng = random.Random(seed)
    env = simpy.Environment()
    server = simpy.Resource(env)
    total = 0.0

    def customer():
        nonlocal total
        came = env.now
        with server.request() as turn:
            yield turn
            total += env.now - came
            yield env.timeout(rng.expovariate(1.0))

    def arrivals():
        for _ in range(customers):
            yield env.timeout(rng.expovariate(0.9))
            env.process(customer())

    env.process(arrivals())
    began = time.perf_counter()
    env.run()
    return {"seconds": time.perf_counter() - began, "answers": {"wait": total / customers}}


class Groups:
    """Groups that start when full, or a while after the first joined, and then need an instructor for the course."""

    def __init__(self, pathway, size, instructors):
        self.pathway = pathway
        self.env = pathway.env
        self.size = size
        self.instructors = simpy.Resource(self.env, instructors)
        self.joined = []
        self.full = None
        self.wait = self.gather = 0.0
        self.started = self.groups = 0

    def join(self):
        """The citizen takes part; ends when its course does."""
        if not self.joined:
            self.full = self.env.event()
            self.env.process(self.gather_group(self.joined, self.full))
        self.joined.append(self.env.now)
        done = self.full.done = getattr(self.full, "done", None) or self.env.event()
        if len(self.joined) == self.size and not self.full.triggered:
            self.full.succeed()
            self.joined = []
        return done

    def gather_group(self, members, full):
        yield full | self.env.timeout(1.5)
        if self.joined is members:
            self.joined = []
        formed = self.env.now
        with self.instructors.request() as turn:
            yield turn
            now = self.env.now
            self.groups += 1
            for came in members:
                self.wait += now - came
                self.gather += formed - came
                self.started += 1
            yield self.env.timeout(42)
        full.done.succeed()


class Pathway:
    """The pathway of scenarios/benchmark/pathway.json."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.env = simpy.Environment()
        self.clarifiers = simpy.PriorityResource(self.env, 8)
        self.alcohol = simpy.Resource(self.env, 8)
        self.self_management = Groups(self, 12, 33)
        self.smoking = Groups(self, 10, 34)
        self.clarifying_wait = {True: [0.0, 0], False: [0.0, 0]}
        self.alcohol_wait = [0.0, 0]
        self.queued = self.reneged = self.done = 0

    def lognormal(self, mean, cv):
        variance = math.log(1 + cv * cv)
        return self.rng.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))

    def citizen(self):
        env, rng = self.env, self.rng
        need = rng.random()
        newly = rng.random() < 0.2
        yield env.timeout(1)
        if need < 0.35:
            yield self.smoking.join()
        elif need < 0.5:
            came = env.now
            with self.alcohol.request() as turn:
                yield turn
                self.alcohol_wait[0] += env.now - came
                self.alcohol_wait[1] += 1
                yield env.timeout(self.lognormal(1.5, 1.0))
        else:
            came = env.now
            self.queued += 1
            with self.clarifiers.request(priority=0 if newly else 1) as turn:
                patience = env.timeout(rng.expovariate(1 / 40))
                yield turn | patience
                if not turn.triggered:
                    self.reneged += 1
                    return
                self.clarifying_wait[newly][0] += env.now - came
                self.clarifying_wait[newly][1] += 1
                yield env.timeout(self.lognormal(0.8, 0.5))
            if rng.random() < 0.15:
                return
            yield self.self_management.join()
        yield env.timeout(1)
        self.done += 1

    def arrivals(self):
        while True:
            yield self.env.timeout(self.rng.expovariate(20))
            self.env.process(self.citizen())

    def run(self):
        self.env.process(self.arrivals())
        self.env.run(until=3650)
        new, other = self.clarifying_wait[True], self.clarifying_wait[False]
        return {
            "wait clarifying": (new[0] + other[0]) / (new[1] + other[1]),
            "wait clarifying, newly diagnosed": new[0] / new[1],
            "wait clarifying, others": other[0] / other[1],
            "share reneging of those who queued for clarifying": self.reneged / self.queued,
            "wait selfManagement": self.self_management.wait / self.self_management.started,
            "wait smoking": self.smoking.wait / self.smoking.started,
            "gather smoking": self.smoking.gather / self.smoking.started,
            "wait alcohol": self.alcohol_wait[0] / self.alcohol_wait[1],
            "mean group size selfManagement": self.self_management.started / self.self_management.groups,
            "mean group size smoking": self.smoking.started / self.smoking.groups,
            "done by the horizon": self.done,
        }


def pathway(replications, seed):
    """Means over replications, with their standard errors."""
    seconds, rows = 0.0, []
    for replication in range(replications):
        model = Pathway(seed + replication)
        began = time.perf_counter()
        rows.append(model.run())
        seconds += time.perf_counter() - began
    return {"seconds": seconds / replications, "runs": rows}


if __name__ == "__main__":
    kind, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(mm1(count, seed) if kind == "mm1" else pathway(count, seed)))
