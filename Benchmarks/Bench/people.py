"""What somebody at the keyboard notices: start-up, answers to a key, stopping a run, memory, a region."""

import os
import pty
import re
import select
import signal
import statistics
import subprocess
import time

from engines import RELEASE, ROOT, SCENARIOS, Failed

SIMREPL = RELEASE / "simrepl"


def start_up(times):
    """Seconds of `simrepl help`, as a list."""
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([SIMREPL, "help"], stdout=subprocess.DEVNULL, check=True)
        spans.append(time.perf_counter() - began)
    return spans


def peak_memory(*arguments):
    """The most memory a command had, in MiB."""
    process = subprocess.Popen([SIMREPL, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise Failed(f"simrepl {' '.join(map(str, arguments))}: {process.stderr.read().decode()[-300:]}")
    return usage.ru_maxrss / 1024


def memory():
    """MiB: idle, the pathway's run above idle, ten million citizens passing through."""
    idle = peak_memory("help")
    pathway = peak_memory("run", SCENARIOS / "pathway.json", "--replications", 1)
    many = peak_memory(
        "run", SCENARIOS / "mm1.json", "--replications", 1, "--set", "sources.arrivals.rate.perDay=9", "--set",
        "steps.service.duration.exponential.mean=0.1d")
    return {"idle": idle, "pathway above idle": pathway - idle, "ten million citizens": many}


class Terminal:
    """simrepl on a terminal of its own."""

    def __init__(self):
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm", HOME=str(ROOT / ".build" / "bench"), LC_ALL="C.UTF-8")
            os.execv(SIMREPL, [str(SIMREPL), "--lang", "en"])
        self.read_until(rb"kommune\S*> ", 30)

    def send(self, data):
        os.write(self.descriptor, data)

    def read_until(self, pattern, timeout):
        """What came until the pattern did."""
        seen, end = b"", time.monotonic() + timeout
        while not re.search(pattern, seen):
            if time.monotonic() > end or not select.select([self.descriptor], [], [], max(0, end - time.monotonic()))[0]:
                raise Failed(f"the terminal did not show {pattern!r} in {timeout} s: {seen[-200:]!r}")
            seen += os.read(self.descriptor, 65536)
        return seen

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def keystrokes(count):
    """Seconds from a key to its echo."""
    terminal = Terminal()
    spans = []
    try:
        for _ in range(count):
            began = time.perf_counter()
            terminal.send(b"s")
            terminal.read_until(rb"s", 5)
            spans.append(time.perf_counter() - began)
            terminal.send(b"\x7f")
            time.sleep(0.02)
            while select.select([terminal.descriptor], [], [], 0.02)[0]:
                os.read(terminal.descriptor, 65536)
    finally:
        terminal.close()
    return spans


def interruptions(count):
    """Seconds from Ctrl-C to the first word of the result of a long run."""
    terminal = Terminal()
    spans = []
    try:
        for _ in range(count):
            terminal.send(b"run --replications 100000\n")
            time.sleep(1.5)
            began = time.perf_counter()
            terminal.send(b"\x03")
            seen = terminal.read_until(rb"(?i)interrupted", 20)
            spans.append(time.perf_counter() - began)
            if not re.search(rb"kommune\S*> ", seen.partition(b"nterrupted")[2]):
                terminal.read_until(rb"kommune\S*> ", 20)
    finally:
        terminal.close()
    return spans


def region():
    """Seconds of the 19 municipalities over five years, 20 replications, on two cores."""
    began = time.perf_counter()
    subprocess.run(
        [SIMREPL, "run", "region-midtjylland", "--set", "horizon=5y", "--replications", "20", "--jobs", "2"],
        stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def milliseconds(spans):
    """Median and greatest of spans in seconds."""
    return {"median": statistics.median(spans) * 1000, "greatest": max(spans) * 1000}
