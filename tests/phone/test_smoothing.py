"""Sound that comes in fits, smoothed: simulated to the millisecond, no clock and no sound card."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator

import numpy as np
import pytest

from desk.channels.phone.smoothing import BURST, PAUSE, Smoothing

RATE = 8000
PACKET = 0.020


class Player:
    """An end that plays at a steady pace, from when it was first given something."""

    def __init__(self) -> None:
        self.waiting = 0.0
        self.silent = 0.0
        self.given = 0.0
        self.began = False

    def step(self, pcm: bytes, elapsed: float) -> None:
        if self.began:
            self.silent += max(0.0, elapsed - self.waiting)
        self.waiting = max(0.0, self.waiting - elapsed)
        self.waiting += len(pcm) / 2 / RATE
        self.given += len(pcm) / 2 / RATE
        self.began = self.began or bool(pcm)


def arrivals(seconds: float, jitter: float, pace: float = 1.0, lost: float = 0.0) -> Iterator[float]:
    chance = random.Random(3)
    at = 0.0
    while at < seconds:
        if chance.random() >= lost:
            yield at + chance.random() * jitter
        at += PACKET / pace


def play(
    times: Iterator[float], seconds: float, least: float = 0.04, most: float = 0.12, kept: float = 0.02
) -> tuple[Smoothing, list[float], Player]:
    smoothing, player = Smoothing(RATE, least, most, kept), Player()
    coming = deque(sorted(times))
    levels = []
    for tick in range(int(seconds * 100)):
        now = tick / 100
        count = 0
        while coming and coming[0] <= now:
            coming.popleft()
            count += 1
        pcm = bytes(int(RATE * PACKET) * 2 * count)
        player.step(b"", 0.01)
        out = smoothing.step(pcm, player.waiting, 0.01)
        player.step(out, 0.0)
        levels.append(player.waiting)
    return smoothing, levels, player


def test_without_jitter_there_is_no_gap_and_little_waits() -> None:
    smoothing, levels, player = play(arrivals(20, 0.0), 20)
    assert smoothing.gaps == 0
    assert player.silent < 0.03
    assert max(levels) < 0.07


def test_jitter_of_30_ms_is_absorbed() -> None:
    smoothing, levels, player = play(arrivals(60, 0.030), 60)
    assert smoothing.gaps <= 2  # until the reserve has grown
    assert player.silent < 0.2
    assert sum(levels) / len(levels) < 0.12


@pytest.mark.parametrize("pace", [0.995, 1.005])
def test_clocks_that_run_apart_do_not_add_up(pace: float) -> None:
    _, levels, player = play(arrivals(120, 0.005, pace), 120)
    assert max(levels[500:]) < 0.15
    assert player.silent < 1.5


def test_what_gathered_in_a_stall_is_left_out_at_once() -> None:
    smoothing, player = Smoothing(RATE, 0.04, 0.12, 0.02), Player()
    player.step(smoothing.step(bytes(2 * RATE), 0.0, 0.01), 0.0)
    assert player.waiting <= 0.04 + BURST
    assert smoothing.left_out > 0


def test_a_pause_is_no_gap_and_the_end_of_a_word_is_heard() -> None:
    smoothing = Smoothing(RATE, 0.04, 0.12, 0.02)
    short = bytes(int(RATE * 0.02) * 2)
    assert smoothing.step(short, 0.0, 0.01) == b""
    heard = b"".join(smoothing.step(b"", 0.0, 0.01) for _ in range(int(PAUSE * 100) + 2))
    assert heard == short
    assert smoothing.gaps == 0


@pytest.mark.parametrize("hertz", [231, 233, 237, 239, 241, 243])
def test_what_a_stall_left_behind_is_left_out_after_a_second_without_a_click(hertz: int) -> None:
    """A tone at a quarter of the loudest: where something is left out no step is steeper than the tone."""
    smoothing, at, heard, waiting = Smoothing(RATE, 0.04, 0.10, 0.01), 0, b"", 0.0
    for turn in range(400):
        size = 4 if turn == 100 else 1  # 40 ms come at once, 30 of them too late for anything
        times = np.arange(at, at + 80 * size) / RATE
        at += 80 * size
        piece = (8000 * np.sin(2 * np.pi * hertz * times)).astype("<i2").tobytes()
        waiting = max(0.0, waiting - 0.01)
        out = smoothing.step(piece, waiting, 0.01)
        waiting += len(out) / 2 / RATE
        heard += out
    assert smoothing.gaps == 0
    assert smoothing.left_out / 2 / RATE == pytest.approx(0.05, abs=0.01)
    assert waiting <= 0.03
    steepest = 8000 * 2 * np.pi * hertz / RATE
    assert np.abs(np.diff(np.frombuffer(heard, "<i2").astype(int))).max() < 1.6 * steepest
