import numpy as np
import pytest

from audio import pcm as sound
from audio.dtmf import ToneDetector
from audio.music import LEVEL_DBFS, hold_music
from audio.prompts import RATES
from audio.sentences import BLANKS
from audio.tones import beep, desk_ring, motif, silence, urgent_chime
from audio.wav import duration


@pytest.mark.parametrize("rate", RATES)
def test_short_sounds_start_and_end_softly(rate: int) -> None:
    for pcm in (beep(rate), desk_ring(rate), urgent_chime(rate), motif("menu", rate)):
        values = sound.samples(pcm)
        assert max(abs(values[0]), abs(values[-1])) < 0.005
        assert 0.02 < np.abs(values).max() < 0.9
    assert duration(beep(rate), rate) == 0.25
    assert silence(40, rate) == bytes(rate * 40 // 1000 * 2)


def test_the_ring_and_the_urgent_chime_differ() -> None:
    assert desk_ring(16_000) != urgent_chime(16_000)
    assert sound.active_dbfs(sound.samples(urgent_chime(16_000)), 16_000) > sound.active_dbfs(
        sound.samples(desk_ring(16_000)), 16_000
    )


def test_every_prompt_has_tones_of_its_own() -> None:
    assert len({motif(name, 8000) for name in BLANKS}) == len(BLANKS)


@pytest.mark.parametrize("rate", RATES)
def test_hold_music(rate: int) -> None:
    pcm = hold_music(rate)
    values = sound.samples(pcm)
    assert 50 < duration(pcm, rate) < 70
    assert sound.active_dbfs(values, rate) == pytest.approx(LEVEL_DBFS, abs=0.5)
    assert np.abs(values).max() < 0.9
    # Never silent for long, and all of it in what a telephone carries.
    assert sound.frame_levels(values, rate, 500).min() > -45
    power = np.abs(np.fft.rfft(values)) ** 2
    pitch = np.fft.rfftfreq(len(values), 1 / rate)
    assert power[(pitch > 300) & (pitch < 3400)].sum() / power.sum() > 0.99
    # What rang at the end is still to be heard where it begins again.
    assert sound.dbfs(values[: rate // 200]) > -50
    # No seam: the step from the end to the beginning is no bigger than those inside.
    assert abs(values[0] - values[-1]) <= np.abs(np.diff(values)).max()
    assert ToneDetector(1, rate).hear(pcm + pcm[: rate * 4]) == ""
    hold_music.cache_clear()
    assert hold_music(rate) == pcm


def test_levelled_brings_anything_to_the_target() -> None:
    rng = np.random.default_rng(1)
    for loud in (0.001, 0.05, 3.0):
        values = rng.laplace(0, loud, 16_000)
        out = sound.levelled(values, 16_000)
        assert sound.active_dbfs(out, 16_000) == pytest.approx(sound.TARGET_DBFS, abs=0.5)
        assert np.abs(out).max() <= sound.amplitude(-1.0)
    assert not sound.levelled(np.zeros(800), 8000).any()
