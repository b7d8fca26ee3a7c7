"""Whether an engine's answers are right; a fast wrong answer does not count."""

import math

from engines import REFERENCE, Failed

# M/M/1 with load 0.9: the mean wait is 9, and the mean of n successive waits has about this variance times 1/n
# (D. J. Daley, The serial correlation coefficients of waiting times in a stationary single server queue, 1968).
LOAD = 0.9
WAIT = LOAD / (1 - LOAD)
WAIT_VARIANCE = LOAD * (2 + 5 * LOAD - 4 * LOAD**2 + LOAD**3) / (1 - LOAD) ** 4


def check_mm1(engine, waits, customers):
    """The mean over runs must lie within 3.5 standard errors of theory."""
    mean = sum(waits) / len(waits)
    error = math.sqrt(WAIT_VARIANCE / (customers * len(waits)))
    if abs(mean - WAIT) > 3.5 * error:
        raise Failed(f"{engine}: M/M/1 mean wait {mean:.4f}, theory {WAIT:.4f} ± {3.5 * error:.4f}")
    return f"wait {mean:.3f}, theory {WAIT:.3f} ± {3.5 * error:.3f}"


def check_pathway(engine, rounds, spreads):
    """Every value of the reference table: |ours − reference| ≤ 3.5·√(se₁² + se₂²) + half the last printed digit."""
    runs = sum(entry["runs"] for entry in rounds)
    wrong = []
    for name, reference in REFERENCE.items():
        mean = sum(entry["means"][name] * entry["runs"] for entry in rounds) / runs
        error = spreads[name] / math.sqrt(runs)
        expected = reference["halfWidth"] / 1.96
        limit = 3.5 * math.hypot(error, expected) + reference["lastDigit"] / 2
        if abs(mean - reference["reference"]) > limit:
            wrong.append(f"{name} {mean:.5f}, reference {reference['reference']} ± {limit:.5f}")
    if wrong:
        raise Failed(f"{engine}: " + "; ".join(wrong))
    return f"{len(REFERENCE)} of {len(REFERENCE)} reference values agree over {runs} runs"
