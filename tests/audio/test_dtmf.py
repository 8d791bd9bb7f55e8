import itertools

import numpy as np
import pytest

from audio import pcm as sound
from audio.dtmf import KEYS, ToneDetector, tone
from audio.numerals import Language
from audio.prompts import RATES
from audio.tones import beep, silence
from audio.voice import Voice
from tests.audio.conftest import MakePrompts, Rendered
from tests.audio.ear import over_the_phone


def heard(pcm: bytes, rate: int, piece_ms: float = 20) -> str:
    detector = ToneDetector(1, rate)
    size = 2 * int(rate * piece_ms / 1000)
    return "".join(detector.hear(pcm[start : start + size]) for start in range(0, len(pcm), size))


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("level", [-30, -20, -10, -3])
def test_every_key_is_heard_once_over_a_bad_line(rate: int, level: float) -> None:
    rng = np.random.default_rng(100 + int(level))
    for twist, offset, noise in itertools.product((-4, 0, 4), (-0.015, 0.0, 0.015), (0.0, 0.001)):
        pieces = []
        for key in KEYS:
            pieces.append(bytes(2 * int(rng.integers(rate // 20, rate // 20 + 160))))
            pieces.append(tone(key, 50, rate, level, twist, offset))
        values = sound.samples(b"".join(pieces) + silence(200, rate))
        line = over_the_phone(sound.pcm(values + rng.normal(0, noise, len(values))))
        assert heard(line, rate) == KEYS, (twist, offset, noise)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("start_ms", [0, 3, 7, 11, 16])
def test_a_key_is_heard_within_70_ms_and_only_once_while_held(rate: int, start_ms: int) -> None:
    detector = ToneDetector(1, rate)
    pcm = silence(100 + start_ms, rate) + tone("5", 2000, rate)
    size = 2 * (rate // 50)
    when = [
        (start + size) / 2 / rate * 1000 - 100 - start_ms
        for start in range(0, len(pcm), size)
        if detector.hear(pcm[start : start + size])
    ]
    assert len(when) == 1
    assert when[0] <= 70


@pytest.mark.parametrize("piece_ms", [1, 10, 20, 25.5, 30, 60, 1000])
def test_the_size_of_the_pieces_changes_nothing(piece_ms: float) -> None:
    pcm = b"".join(tone(key, 60, 8000) + silence(60, 8000) for key in "0123456789")
    assert heard(pcm + silence(100, 8000), 8000, piece_ms) == "0123456789"


def test_the_same_key_twice_is_two_keys_but_a_lost_packet_is_not() -> None:
    twice = tone("7", 80, 8000) + silence(60, 8000) + tone("7", 80, 8000) + silence(100, 8000)
    assert heard(twice, 8000) == "77"
    lost = tone("7", 100, 8000) + silence(20, 8000) + tone("7", 100, 8000) + silence(100, 8000)
    assert heard(lost, 8000) == "7"


def test_many_calls_are_heard_apart() -> None:
    rows = [tone(key, 100, 8000) + silence(100, 8000) for key in KEYS] + [silence(200, 8000)]
    blocks = np.stack([np.frombuffer(row, dtype="<i2") for row in rows])
    detector = ToneDetector(len(rows))
    found = [""] * len(rows)
    for start in range(0, blocks.shape[1], 160):
        for call, keys in enumerate(detector.detect(blocks[:, start : start + 160])):
            found[call] += keys
    assert found == [*KEYS, ""]


def test_a_row_given_to_another_call_remembers_nothing() -> None:
    detector = ToneDetector(1)
    assert detector.hear(tone("1", 100, 8000)) == "1"
    detector.reset(0)
    assert detector.hear(tone("1", 100, 8000)) == "1"


def test_what_is_no_key() -> None:
    with pytest.raises(ValueError, match="no telephone key"):
        tone("E", 50, 8000)
    assert heard(tone("5", 300, 8000, level=-50), 8000) == ""  # too quiet
    assert heard(tone("5", 300, 8000, twist=12), 8000) == ""  # one tone nearly missing
    assert heard(tone("5", 300, 8000, offset=0.04), 8000) == ""  # off pitch
    assert heard(tone("5", 300, 8000, offset=0.03), 8000) == ""  # which the guards alone tell from a key
    assert heard(tone("5", 20, 8000) + silence(200, 8000), 8000) == ""  # too short
    assert heard(beep(8000), 8000) == ""
    noise = sound.pcm(np.random.default_rng(3).normal(0, 0.2, 80_000))
    assert heard(noise, 8000) == ""


@pytest.mark.parametrize("language", ["en", "es", "de", "fr"])
def test_speech_is_no_key(language: Language, rendered: Rendered) -> None:
    for name, clips in rendered(language).items():
        assert heard(clips[16000], 16000, 200) == "", name
        assert heard(over_the_phone(clips[8000]), 8000, 200) == "", name


def test_a_key_is_heard_over_the_echo_of_our_own_voice(
    voices: dict[Language, Voice], make_prompts: MakePrompts
) -> None:
    menu = sound.samples(make_prompts(voices["en"]).clip("menu", rate=8000))
    found = 0
    for second in (0.5, 1.5, 2.5, 3.5):
        line = menu * sound.amplitude(-18)
        key = sound.samples(tone("2", 100, 8000, -12))
        start = int(second * 8000)
        line[start : start + len(key)] += key
        found += heard(sound.pcm(line), 8000) == "2"
    assert found == 4
