"""The two benchmark models in Ciw.

    ciw_models.py mm1 CUSTOMERS SEED | pathway REPLICATIONS SEED

Prints one line of JSON, as simpy_models.py does. Ciw has no groups: a node of our own gathers citizens until the group
is full or its time is up, then one of them takes the instructor for all. The others' course and letter are counted
without events, which is in Ciw's favour.
"""

import json
import math
import random
import sys
import time

import ciw


class PlainSum(ciw.Node):
    """A node that adds up waits instead of keeping a record of every customer."""

    def write_individual_record(self, individual):
        waited = individual.service_start_date - individual.arrival_date
        self.simulation.observe(self, individual, waited)
        self.reset_individual_attributes(individual)

    def write_reneging_record(self, individual):
        self.simulation.reneged += 1
        self.reset_individual_attributes(individual)


class Sums(ciw.Simulation):
    """Sums of waits by node and class."""

    def __init__(self, network, **options):
        self.sums = {}
        self.reneged = 0
        super().__init__(network, **options)

    def observe(self, node, individual, waited):
        key = (node.id_number, individual.customer_class)
        total, count = self.sums.get(key, (0.0, 0))
        self.sums[key] = (total + waited, count + 1)

    def mean(self, *keys):
        rows = [self.sums.get(key, (0.0, 0)) for key in keys]
        return sum(row[0] for row in rows) / max(1, sum(row[1] for row in rows))


def mm1(customers, seed):
    """M/M/1 with arrival rate 0.9 and service rate 1, until `customers` have been served."""
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(0.9)],
        service_distributions=[ciw.dists.Exponential(1.0)],
        number_of_servers=[1],
    )
    simulation = Sums(network, node_class=PlainSum)
    began = time.perf_counter()
    simulation.simulate_until_max_customers(customers, method="Finish")
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "answers": {"wait": simulation.mean((1, "Customer"))}}


CLARIFYING, ALCOHOL, GATHER_SELF, GATHER_SMOKING, COURSE_SELF, COURSE_SMOKING, LETTER = 2, 3, 4, 5, 6, 7, 8


class PathwayNode(PlainSum):
    """Gathers groups at the two gathering nodes; an ordinary node elsewhere."""

    sizes = {GATHER_SELF: 12, GATHER_SMOKING: 10}

    def __init__(self, id_, simulation):
        super().__init__(id_, simulation)
        self.joined = []

    def begin_service_if_possible_accept(self, individual):
        super().begin_service_if_possible_accept(individual)
        size = self.sizes.get(self.id_number)
        if size is None:
            return
        self.joined.append(individual)
        # Only the first keeps the group's time; the others leave with it.
        individual.service_end_date = self.now + 1.5 if len(self.joined) == 1 else float("inf")
        if len(self.joined) == size:
            self.joined[0].service_end_date = self.now

    def finish_service(self):
        if self.id_number in self.sizes:
            leader, others = self.joined[0], self.joined[1:]
            leader.came = [individual.arrival_date for individual in self.joined]
            leader.formed = self.now
            self.joined = []
            exit_node = self.simulation.nodes[-1]
            for individual in others:
                self.release(individual, exit_node)
            self.next_individual = [leader]
        super().finish_service()


class PathwaySimulation(Sums):
    """Sums over groups as well."""

    def __init__(self, network, **options):
        self.groups = {COURSE_SELF: [0.0, 0.0, 0, 0], COURSE_SMOKING: [0.0, 0.0, 0, 0]}
        self.done = 0
        super().__init__(network, **options)

    def observe(self, node, individual, waited):
        group = self.groups.get(node.id_number)
        if group is not None:
            # Written when the course ends; courses still under way are added afterwards.
            self.count_group(group, individual)
            self.done += len(individual.came) - 1 if node.now + 1 < 3650 else 0
        elif node.id_number == LETTER:
            self.done += 1
        super().observe(node, individual, waited)

    @staticmethod
    def count_group(group, individual):
        group[0] += sum(individual.service_start_date - came for came in individual.came)
        group[1] += sum(individual.formed - came for came in individual.came)
        group[2] += len(individual.came)
        group[3] += 1


class PathwayRouting(ciw.routing.NodeRouting):
    """Where citizens go after handling and after the clarifying conversation."""

    def next_node(self, individual):
        nodes = self.simulation.nodes
        if self.node.id_number == 1:
            need = random.random()
            if need < 0.35:
                return nodes[GATHER_SMOKING]
            return nodes[ALCOHOL] if need < 0.5 else nodes[CLARIFYING]
        return nodes[-1] if random.random() < 0.15 else nodes[GATHER_SELF]


def lognormal(mean, cv):
    variance = math.log(1 + cv * cv)
    return ciw.dists.Lognormal(math.log(mean) - variance / 2, math.sqrt(variance))


def pathway_network():
    """Handling, clarifying, alcohol, two gatherings, two courses, letter."""
    nodes = 8
    classes = ("New", "Other")
    service = [
        ciw.dists.Deterministic(1), lognormal(0.8, 0.5), lognormal(1.5, 1.0), ciw.dists.Deterministic(1.5),
        ciw.dists.Deterministic(1.5), ciw.dists.Deterministic(42), ciw.dists.Deterministic(42),
        ciw.dists.Deterministic(1),
    ]
    routing = ciw.routing.NetworkRouting(
        routers=[
            PathwayRouting(), PathwayRouting(), ciw.routing.Direct(to=LETTER), ciw.routing.Direct(to=COURSE_SELF),
            ciw.routing.Direct(to=COURSE_SMOKING), ciw.routing.Direct(to=LETTER), ciw.routing.Direct(to=LETTER),
            ciw.routing.Leave(),
        ])
    arrivals = {"New": 4.0, "Other": 16.0}
    infinite = float("inf")
    patience = [None, ciw.dists.Exponential(1 / 40)] + [None] * (nodes - 2)
    return ciw.create_network(
        arrival_distributions={name: [ciw.dists.Exponential(arrivals[name])] + [None] * (nodes - 1) for name in classes},
        service_distributions={name: service for name in classes},
        reneging_time_distributions={name: patience for name in classes},
        number_of_servers=[infinite, 8, 8, infinite, infinite, 33, 34, infinite],
        routing={name: routing for name in classes},
        priority_classes={"New": 0, "Other": 1},
    )


def pathway(replications, seed):
    seconds, rows = 0.0, []
    for replication in range(replications):
        ciw.seed(seed + replication)
        simulation = PathwaySimulation(pathway_network(), node_class=PathwayNode)
        began = time.perf_counter()
        simulation.simulate_until_max_time(3650)
        seconds += time.perf_counter() - began
        rows.append(answers(simulation))
    return {"seconds": seconds / replications, "runs": rows}


def answers(simulation):
    served = {name: simulation.sums[(CLARIFYING, name)] for name in ("New", "Other")}
    under_way = {COURSE_SELF: simulation.nodes[COURSE_SELF], COURSE_SMOKING: simulation.nodes[COURSE_SMOKING]}
    for number, node in under_way.items():
        for individual in node.all_individuals:
            if individual.server:
                simulation.count_group(simulation.groups[number], individual)
    for individual in simulation.nodes[CLARIFYING].all_individuals:
        if individual.server:
            total, count = served[individual.customer_class]
            waited = individual.service_start_date - individual.arrival_date
            served[individual.customer_class] = (total + waited, count + 1)
    self_management, smoking = simulation.groups[COURSE_SELF], simulation.groups[COURSE_SMOKING]
    waiting = sum(1 for individual in simulation.nodes[CLARIFYING].all_individuals if not individual.server)
    started = served["New"][1] + served["Other"][1]
    return {
        "wait clarifying": (served["New"][0] + served["Other"][0]) / started,
        "wait clarifying, newly diagnosed": served["New"][0] / served["New"][1],
        "wait clarifying, others": served["Other"][0] / served["Other"][1],
        "share reneging of those who queued for clarifying": simulation.reneged
        / (simulation.reneged + started + waiting),
        "wait selfManagement": self_management[0] / self_management[2],
        "wait smoking": smoking[0] / smoking[2],
        "gather smoking": smoking[1] / smoking[2],
        "wait alcohol": simulation.mean((ALCOHOL, "New"), (ALCOHOL, "Other")),
        "mean group size selfManagement": self_management[2] / self_management[3],
        "mean group size smoking": smoking[2] / smoking[3],
        "done by the horizon": simulation.done,
    }


if __name__ == "__main__":
    kind, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(mm1(count, seed) if kind == "mm1" else pathway(count, seed)))
