"""Who has the processor first, where it has to be shared: the calls, then everybody, then what we compute."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import struct

_NICE = 10
_SLICE = 100_000
"""Nanoseconds, the shortest the kernel takes."""
_SCHED_SETATTR = {"x86_64": 314, "aarch64": 274, "riscv64": 274}
_ATTRIBUTES = struct.Struct("=IIQiIQQQ")
"""`struct sched_attr` of sched_setattr(2): size, policy, flags, nice, priority, runtime, deadline, period."""


def be_punctual() -> bool:
    """This thread and those it starts want the processor often and for short; says if the kernel took it.

    A packet of each call is due every 20 ms. What computes just then, ours or not, is interrupted for it
    instead of ending its slice. Before Linux 6.12 it is taken and changes nothing.
    """
    return _ask(0, os.SCHED_OTHER, os.getpriority(os.PRIO_PROCESS, 0), _SLICE)


def stand_back(process: int = 0) -> None:
    """A process that computes lets everything else go first; its id, 0 for this one."""
    if not _ask(process, os.SCHED_BATCH, _NICE, 0):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, _NICE)


def _ask(process: int, policy: int, nice: int, runtime: int) -> bool:
    number = _SCHED_SETATTR.get(platform.machine())
    call = getattr(ctypes.CDLL(None), "syscall", None)
    if number is None or call is None:
        return False
    asked = _ATTRIBUTES.pack(_ATTRIBUTES.size, policy, 0, nice, 0, runtime, 0, 0)
    return bool(call(number, process, asked, 0) == 0)
