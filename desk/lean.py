"""A small footprint for a program that runs all day beside the receptionist's own."""

from __future__ import annotations

import ctypes
import os

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""Options of mallopt(3), glibc."""


def be_lean() -> None:
    """To be called before anything large is imported or any thread is started; without glibc it does less.

    Making prompts and music takes tens of megabytes for a moment; without this the C library keeps them.
    The matrix library's threads would be woken for matrices of a few hundred numbers.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:
        for option, value in ((M_ARENA_MAX, 2), (M_MMAP_THRESHOLD, 65_536), (M_TRIM_THRESHOLD, 131_072)):
            tune(option, value)
