"""Who has the processor first: what the kernel then says of the processes."""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCHED_GETATTR = {"x86_64": 315, "aarch64": 275}
ENGINE = """
import os, sys
from desk.priority import be_punctual, stand_back
assert be_punctual()
child = os.posix_spawn(sys.executable, [sys.executable, "-c", "input()"], os.environ)
stand_back(child)
print(child, flush=True)
input()
"""


def kernel() -> tuple[int, ...]:
    return tuple(int(part) for part in platform.release().split(".")[:2])


def slice_of(process: int) -> int:
    """Nanoseconds that it asked for, 0 when it leaves that to the kernel: sched_getattr(2)."""
    attributes = ctypes.create_string_buffer(56)
    number = SCHED_GETATTR[platform.machine()]
    assert ctypes.CDLL(None).syscall(number, process, attributes, len(attributes), 0) == 0
    runtime: int = struct.unpack_from("=IIQiIQ", attributes)[5]
    return runtime


@pytest.mark.skipif(
    platform.machine() not in SCHED_GETATTR, reason="this machine's call numbers are not known"
)
@pytest.mark.skipif(kernel() < (6, 12), reason="before Linux 6.12 a program has no slice of its own")
def test_the_engine_is_first_and_what_computes_for_it_comes_after_everybody() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENGINE], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as engine:
        assert engine.stdout is not None
        child = int(engine.stdout.readline())
        assert slice_of(engine.pid) == 100_000
        assert os.sched_getscheduler(engine.pid) == os.SCHED_OTHER
        assert slice_of(child) != 100_000
        assert os.sched_getscheduler(child) == os.SCHED_BATCH
        # more than that where all of this runs behind others
        assert os.getpriority(os.PRIO_PROCESS, child) >= 10
        engine.communicate("\n")
