import itertools
import logging
import stat
import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from audio import pcm as sound
from audio.numerals import Language
from audio.prompts import RATES, Prompts, Rate
from audio.sentences import BLANKS, FOLDER, PromptError, changes, read_sentences
from audio.tones import beep, motif
from audio.voice import Voice, VoiceError
from audio.wav import duration
from tests.audio.conftest import COUNTRIES, NOW, NUMBER, Counting, MakePrompts, Rendered


def every(prompts: Prompts, rate: Rate) -> dict[str, bytes]:
    at = NOW.replace(hour=14, minute=40)
    return {name: prompts.clip(name, rate=rate, number=NUMBER, at=at, now=NOW, count=3) for name in BLANKS}


@pytest.mark.parametrize("language", COUNTRIES)
def test_every_prompt_is_equally_loud_and_starts_at_once(language: Language, rendered: Rendered) -> None:
    for name, both in rendered(language).items():
        for rate, pcm in both.items():
            values = sound.samples(pcm)
            assert sound.active_dbfs(values, rate) == pytest.approx(sound.TARGET_DBFS, abs=1.0), name
            assert np.abs(values).max() < sound.amplitude(-1.0), name
            levels = sound.frame_levels(values, rate)
            loud = np.flatnonzero(levels > levels.max() - 30)
            # A voice may begin with a breath before what is loud, and ends softly.
            assert loud[0] * 10 <= 150, name
            assert (len(levels) - loud[-1]) * 10 <= 450, name
            assert duration(pcm, rate) < (20 if name in ("menu_urgent", "read_back") else 16), name


@pytest.mark.parametrize("language", COUNTRIES)
def test_what_is_said_has_no_digits_and_no_blanks_left(language: Language, make_prompts: MakePrompts) -> None:
    prompts = make_prompts(None, language)
    for name in BLANKS:
        text = prompts.text(name, number=NUMBER, at=NOW.replace(hour=14), now=NOW, count=3)
        assert not any(letter.isdigit() or letter in "{}" for letter in text), text
    assert "Riverside Clinic" in prompts.text("greeting_serving")


@pytest.mark.parametrize("language", COUNTRIES)
def test_the_menus_name_each_key(language: Language, make_prompts: MakePrompts) -> None:
    from audio.numerals import cardinal

    text = make_prompts(None, language).text("menu_urgent").lower()
    for key in (1, 2, 3, 9):
        assert f" {cardinal(key, language)}" in text


def test_the_words_of_a_promise(make_prompts: MakePrompts) -> None:
    prompts = make_prompts(None)
    assert prompts.text("promise", at=NOW.replace(hour=10, minute=40), now=NOW).endswith("by ten forty.")
    assert "two zero, seven nine four six" in prompts.text("read_back", number=NUMBER)
    assert "number three" in prompts.text("hold_place", count=3)


def test_what_a_prompt_needs_must_be_given(make_prompts: MakePrompts) -> None:
    prompts = make_prompts(None)
    for name, needs in {"promise": "at= and now=", "read_back": "number=", "hold_place": "count="}.items():
        with pytest.raises(PromptError, match=f"{name} needs {needs}"):
            prompts.clip(name, rate=8000)
    with pytest.raises(PromptError, match="no prompt called 'menuu'"):
        prompts.clip("menuu", rate=8000)


def test_rendered_once_then_read_from_the_disk(make_prompts: MakePrompts, tmp_path: Path) -> None:
    voice = Counting()
    first = make_prompts(voice)
    assert first.prepare()
    once = len(voice.said)
    assert once == len(set(voice.said))  # the second rate is made from the first
    clips = {rate: first.clip("menu", rate=rate) for rate in RATES}
    second = make_prompts(voice)
    assert {rate: second.clip("menu", rate=rate) for rate in RATES} == clips
    assert second.prepare()
    assert len(voice.said) == once
    cache = tmp_path / "cache"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in cache.iterdir()} == {0o600}


def test_what_is_a_callers_own_never_reaches_the_disk(make_prompts: MakePrompts, tmp_path: Path) -> None:
    voice = Counting()
    prompts = make_prompts(voice)
    for rate in RATES:
        prompts.clip("read_back", rate=rate, number=NUMBER)
        prompts.clip("promise", rate=rate, at=NOW.replace(hour=11), now=NOW)
        prompts.clip("greeting_closed", rate=rate, at=NOW.replace(hour=11), now=NOW)
    assert not list(tmp_path.rglob("*.pcm"))
    said = len(voice.said)
    prompts.clip("read_back", rate=8000, number=NUMBER)
    assert len(voice.said) == said  # kept in memory for a while
    for index in range(80):
        prompts.clip("read_back", rate=8000, number=f"+4420794609{index:02}")
    before = len(voice.said)
    prompts.clip("read_back", rate=8000, number=NUMBER)
    assert len(voice.said) == before + 1  # and not for ever


def test_no_number_is_logged(
    voices: dict[Language, Voice], make_prompts: MakePrompts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    make_prompts(voices["en"]).clip("read_back", rate=8000, number=NUMBER)
    make_prompts(Failing()).clip("read_back", rate=8000, number=NUMBER)
    assert NUMBER[3:] not in caplog.text
    assert "nine four six" not in caplog.text


def test_a_damaged_cache_file_is_made_again(make_prompts: MakePrompts, tmp_path: Path) -> None:
    good = make_prompts(Counting()).clip("menu", rate=16000)
    (file,) = (tmp_path / "cache").iterdir()
    for damage in (b"", b"x", file.read_bytes()[:-10], file.read_bytes()[:40] + b"\0" * 10):
        file.write_bytes(damage)
        voice = Counting()
        assert make_prompts(voice).clip("menu", rate=16000) == good
        assert voice.said
    assert len(file.read_bytes()) == 32 + len(good)


def test_a_full_disk_leaves_memory(make_prompts: MakePrompts, tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    voice = Counting()
    prompts = make_prompts(voice, cache=blocked)
    assert prompts.clip("menu", rate=8000) == prompts.clip("menu", rate=8000)
    assert len(voice.said) == 1


def test_changed_words_company_or_voice_are_rendered_anew(make_prompts: MakePrompts) -> None:
    voice = Counting()
    make_prompts(voice).clip("goodbye", rate=8000)
    voice.words_per_minute = 180
    make_prompts(voice).clip("goodbye", rate=8000)
    assert len(voice.said) == 2


def test_prepare_tells_how_far_it_is_and_can_be_stopped(make_prompts: MakePrompts) -> None:
    steps: list[tuple[int, int]] = []
    prompts = make_prompts(Counting())
    assert prompts.prepare(lambda done, of: steps.append((done, of)))
    assert [done for done, _ in steps] == list(range(1, steps[0][1] + 1))
    stop = threading.Event()
    count = itertools.count(1)
    assert not make_prompts(Counting()).prepare(
        lambda done, of: stop.set() if next(count) == 3 else None, stop
    )
    assert next(count) == 4


class Failing(Counting):
    def speak(self, text: str) -> bytes:
        raise VoiceError("The voice is hoarse.")


def test_without_a_voice_there_are_tones_never_silence(make_prompts: MakePrompts) -> None:
    for prompts in (make_prompts(None), failing := make_prompts(Failing())):
        for rate in RATES:
            clips = every(prompts, rate)
            assert clips == {name: motif(name, rate) for name in BLANKS}
            assert all(sound.dbfs(sound.samples(clip)) > -30 for clip in clips.values())
    assert ["hoarse" in problem for problem in failing.problems] == [True]


def record(path: Path, pcm: bytes, rate: int, channels: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(np.frombuffer(pcm, dtype="<i2"), channels).tobytes())


def test_recordings_replace_the_voice(make_prompts: MakePrompts, tmp_path: Path) -> None:
    own = tmp_path / "recordings"
    long_beep = beep(44100) * 3
    record(own / "menu.wav", bytes(88200) + long_beep, 44100, channels=2)
    record(own / "goodbye.wav", beep(8000), 8000)
    record(own / "en" / "goodbye.wav", beep(8000) * 5, 8000)
    voice = Counting()
    prompts = make_prompts(voice, recordings=own)
    for rate in RATES:
        menu = prompts.clip("menu", rate=rate)
        assert duration(menu, rate) == pytest.approx(0.75, abs=0.1)  # the second of silence before is gone
        assert sound.active_dbfs(sound.samples(menu), rate) == pytest.approx(sound.TARGET_DBFS, abs=1.0)
        assert duration(prompts.clip("goodbye", rate=rate), rate) == pytest.approx(1.25, abs=0.1)
    assert voice.said == []
    assert prompts.problems == []
    assert prompts.clip("hold_next", rate=8000)
    assert len(voice.said) == 1


def test_recordings_that_cannot_be_used_are_said(make_prompts: MakePrompts, tmp_path: Path) -> None:
    own = tmp_path / "recordings"
    record(own / "promise.wav", beep(8000), 8000)
    record(own / "hello.wav", beep(8000), 8000)
    record(own / "goodbye.wav", bytes(16000), 8000)
    (own / "menu.wav").write_bytes(b"not sound")
    voice = Counting()
    prompts = make_prompts(voice, recordings=own)
    problems = "\n".join(prompts.problems)
    assert len(prompts.problems) == 4
    for said in (
        "goodbye.wav is not used: there is only silence",
        "hello.wav",
        "menu.wav is not used: it is not a WAV",
    ):
        assert said in problems
    assert "what promise says changes from call to call" in problems
    prompts.clip("menu", rate=8000)
    assert len(voice.said) == 1
    assert "is not there" in make_prompts(voice, recordings=tmp_path / "nowhere").problems[0]


def test_the_sentences_that_come_with_it_are_whole() -> None:
    texts = {language: read_sentences(language) for language in COUNTRIES}
    assert {tuple(sorted(found)) for found in texts.values()} == {tuple(sorted(BLANKS))}
    assert not changes("greeting_serving")
    assert changes("greeting_closed")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('goodbye = "', 'good_bye = "', "lacks goodbye"),
        ('goodbye = "', 'extra = "a"\ngoodbye = "', "extra: there is no prompt of this name"),
        (
            'promise = "Thank you. We will call you back, {by}."',
            'promise = "Soon."',
            r"promise: \{by\} is missing",
        ),
        (
            "line is number {count}",
            "line is number {place} {count}",
            r"hold_place: \{place\} is not known here",
        ),
        ("line is number {count}", "line is number {count", "hold_place: a brace is not closed"),
        ("line is number {count}", "line is number {count:>9}", "hold_place: a blank is a plain name"),
        ('goodbye = "', 'goodbye = 3 # "', "goodbye: it must be a sentence"),
        ('goodbye = "', "goodbye = ", "not valid TOML"),
    ],
)
def test_sentences_that_cannot_be_used_are_refused(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    text = (FOLDER / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PromptError, match=complaint) as error:
        read_sentences("en", tmp_path)
    assert "en.toml" in str(error.value)


def test_missing_languages_and_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="cannot be read"):
        read_sentences("en", tmp_path)
    with pytest.raises(PromptError, match="There are no prompts for 'it'"):
        read_sentences("it")  # type: ignore[arg-type]
