import numpy as np
import pytest

from audio.stretch import stretched

SPEEDS = (0.5, 0.75, 1.25, 1.5, 2.0)


def loudest(values: np.ndarray, rate: int) -> tuple[float, float]:
    """The strongest pitch, and its share of all there is."""
    size = min(len(values), 2 * rate)
    power = np.abs(np.fft.rfft(values[:size] * np.hanning(size))) ** 2
    at = int(np.argmax(power))
    return at * rate / size, float(power[max(0, at - 4) : at + 5].sum() / power.sum())


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("rate", [8000, 16_000])
@pytest.mark.parametrize("pitch", [110, 440, 997])
def test_a_tone_keeps_its_pitch_and_not_its_length(speed: float, rate: int, pitch: int) -> None:
    tone = 0.5 * np.sin(2 * np.pi * pitch * np.arange(3 * rate) / rate)
    made = stretched(tone, rate, speed)
    assert len(made) == pytest.approx(len(tone) / speed, abs=2)
    found, pure = loudest(made, rate)
    assert found == pytest.approx(pitch, abs=2)
    assert pure > 0.98
    assert np.abs(made).max() < 0.51
    size = rate // 10
    loudness = [np.sqrt((made[at : at + size] ** 2).mean()) for at in range(0, len(made) - size, size)]
    assert min(loudness) > 0.25  # without a hole anywhere: the tone's own is 0.35


def test_a_sound_in_the_middle_comes_where_it_should() -> None:
    rate = 8000
    values = np.zeros(4 * rate)
    values[2 * rate : 2 * rate + 400] = np.sin(np.arange(400))
    made = stretched(values, rate, 2.0)
    assert np.argmax(np.abs(made)) / rate == pytest.approx(1.0, abs=0.05)


def test_as_it_is_and_next_to_nothing() -> None:
    values = np.sin(np.arange(8000) / 5)
    assert stretched(values, 8000, 1.0) is values
    for few in (0, 1, 100, 479):
        assert len(stretched(values[:few], 8000, 2.0)) == few
