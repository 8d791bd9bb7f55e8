"""Live sound at another rate, and the queue before a device: pure."""

import numpy as np
import pytest

from audio import pcm as sound
from audio.buffer import Buffer
from audio.rates import AFTER, Resampler

RATES = [(48_000, 8000), (44_100, 8000), (8000, 48_000), (8000, 44_100), (16_000, 8000), (8000, 16_000)]
RATES += [(48_000, 16_000), (16_000, 44_100), (22_050, 8000), (32_000, 16_000), (96_000, 8000)]


@pytest.mark.parametrize(("one", "other"), RATES)
@pytest.mark.parametrize("milliseconds", [10, 7, 20])
def test_sound_is_the_same_at_the_other_rate_a_little_later(one: int, other: int, milliseconds: int) -> None:
    noise = np.random.default_rng(1).standard_normal(one)
    voice = sound.at_rate(sound.at_rate(noise, one, 6000), 6000, one)[:one] * 0.1  # nothing above 3 kHz
    given, resampler, out, late = sound.pcm(voice), Resampler(one, other), b"", 0.0
    size = 2 * (one * milliseconds // 1000)
    for start in range(0, len(given), size):
        out += resampler.convert(given[start : start + size])
        late = max(late, (start + size) / 2 / one - len(out) / 2 / other)
    assert late <= AFTER + 0.021 + milliseconds / 1000  # a piece is 10 to 20 ms
    heard, wanted = sound.samples(out), sound.at_rate(voice, one, other)
    wanted = wanted[: len(heard)]
    assert len(heard) > 0.9 * other
    middle = slice(other // 20, None)
    assert sound.dbfs((heard - wanted)[middle]) < sound.dbfs(wanted[middle]) - 45


@pytest.mark.parametrize(("one", "other"), [(48_000, 8000), (8000, 48_000), (48_000, 16_000), (16_000, 8000)])
@pytest.mark.parametrize("milliseconds", [10, 20])
def test_the_usual_pieces_wait_for_nothing_but_what_comes_after(
    one: int, other: int, milliseconds: int
) -> None:
    resampler, given, out = Resampler(one, other), 0, 0
    for _ in range(10):
        given += one * milliseconds // 1000
        out += len(resampler.convert(bytes(2 * (one * milliseconds // 1000)))) // 2
        assert given / one - out / other == pytest.approx(AFTER)


def test_the_same_rate_goes_through() -> None:
    assert Resampler(8000, 8000).convert(b"abcd") == b"abcd"


def test_a_buffer_gives_in_order_and_silence_when_empty() -> None:
    buffer = Buffer(8000)
    assert buffer.take(160) == bytes(160)
    buffer.put(b"\1\0" * 80)
    assert buffer.take(160) == bytes(160)  # 10 ms: it gathers 20 before it begins
    buffer.put(b"\2\0" * 80)
    assert buffer.waiting == 0.02
    assert buffer.take(160) == b"\1\0" * 80
    assert buffer.take(240) == b"\2\0" * 80 + bytes(80)
    assert buffer.waiting == 0


def test_after_a_stall_only_the_newest_is_heard() -> None:
    buffer = Buffer(8000)
    for value in range(100):
        buffer.put(np.full(80, value, "<i2").tobytes())
        assert buffer.waiting <= 0.31
    heard = np.frombuffer(buffer.take(int(buffer.waiting * 16_000)), "<i2")
    assert heard[-1] == 99
    assert (np.diff(heard) >= 0).all()  # nothing jumps back


def test_a_buffer_forgets_what_it_is_told_to() -> None:
    buffer = Buffer(8000)
    buffer.put(b"\1\0" * 400)
    buffer.clear()
    assert buffer.take(160) == bytes(160)
