"""A port is given once, whoever asks."""

import subprocess
import sys
from contextlib import ExitStack

from tests.engine_process import ROOT
from tests.ports import FEW, FIRST, MANY

ASKS = """
from concurrent.futures import ThreadPoolExecutor
from tests.ports import free_port
with ThreadPoolExecutor(8) as pool:
    print(*pool.map(lambda _: free_port(), range(300)), flush=True)
input()
"""


def test_no_two_threads_and_no_two_processes_are_given_one_port() -> None:
    """Together they ask for half of all there are, and hold them."""
    with ExitStack() as running:
        asking = [
            running.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", ASKS],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for _ in range(2)
        ]
        said = [one.stdout.readline() for one in asking if one.stdout is not None]
        for one in asking:
            one.communicate("\n")
    given = sorted(int(word) for line in said for word in line.split())
    assert len(given) == 600
    assert all(port + FEW <= after for port, after in zip(given, [*given[1:], MANY], strict=True))
    assert given[0] >= FIRST
