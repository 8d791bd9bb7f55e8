"""The engine as a program: what its end means to whoever keeps it running, what it shows of
practice calls and messages, and which numbers it remembers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audio import portaudio
from audio.portaudio import PortAudio, SoundError
from audio.tones import beep
from audio.wav import write_wav
from config.settings import parse
from desk import numbers
from desk.link_types import PlayMessage, Practise
from desk.requests import practice
from desk.serve import EngineProcess
from desk.store import Store

SETTINGS = parse('[desk]\ncountry = "GB"\n[voice]\nengine = "none"', None)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def started(serving: EngineProcess) -> asyncio.Task[bool]:
    running = asyncio.create_task(serving.run())
    await until(lambda: serving.line.address)
    return running


@pytest.mark.parametrize(
    ("end", "well"),
    [(lambda serving: serving.engine.stop(), True), (lambda serving: serving._line_died(), False)],
    ids=["told to stop", "the line died"],
)
async def test_an_engine_whose_line_died_is_to_be_started_again(
    tmp_path: Path, end: Callable[[EngineProcess], None], well: bool
) -> None:
    serving = EngineProcess(SETTINGS, tmp_path)
    running = await started(serving)
    end(serving)
    async with asyncio.timeout(20):
        assert await running is well


async def test_a_practice_call_that_comes_to_nothing_is_said_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "PROBLEM_SHOWN", 0.3)
    serving = EngineProcess(SETTINGS, tmp_path)
    running = await started(serving)
    both = await asyncio.gather(*(serving.requests.answer(Practise()) for _ in range(2)))
    assert [reply.ok for reply in both] == [True, False]
    await until(lambda: serving.view().calls)
    assert serving.requests.practice._process is not None
    serving.requests.practice._process.kill()
    await until(lambda: not serving.view().practising)
    [said] = [trouble for trouble in serving.view().troubles if trouble.what == "practice"]
    assert (said.happened, said.do) == ("The practice call broke off.", "Try again.")
    await until(lambda: all(trouble.what != "practice" for trouble in serving.view().troubles))
    serving.engine.stop()
    await running


def no_library() -> Any:
    raise OSError("no library")


@pytest.mark.parametrize(("load", "heard"), [(None, 1), (no_library, 0)], ids=["a card", "no sound"])
async def test_only_what_was_heard_counts_as_listened_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: Callable[[], Any] | None, heard: int
) -> None:
    # a card that takes everything and plays nothing
    (tmp_path / "alsa.conf").write_text(
        "</usr/share/alsa/alsa.conf>\npcm.!default { type null }\nctl.!default { type null }\n"
    )
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "alsa.conf"))
    card = PortAudio(load)
    if load is None:
        try:
            card.devices(anew=True)
        except SoundError as error:
            pytest.skip(str(error))
    monkeypatch.setattr(portaudio, "shared", card)
    serving = EngineProcess(SETTINGS, tmp_path)
    running = await started(serving)
    write_wav(serving.recordings / "m1.wav", beep(8000), 8000)
    serving.store.add_recording("m1", "recordings/m1.wav", 1.0, serving.engine.clock.now())
    reply = await serving.requests.answer(PlayMessage(recording="m1", by="Ana"))
    assert reply.ok
    assert serving.view().playing == "m1"
    await until(lambda: serving.view().playing is None)
    assert any(trouble.what == "sound" for trouble in serving.view().troubles) is not bool(heard)
    serving.engine.stop()
    await running
    store = Store.open(tmp_path)
    assert [entry["event"] for entry in store.journal()].count("MessagePlayed") == heard
    store.close()


def test_who_called_last_is_not_the_first_to_be_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "HEARD", 2)
    serving = EngineProcess(SETTINGS, tmp_path)
    calling = ("+442079460101", "+442079460102", "+442079460101", "+442079460103")
    keys = [serving.identify(number).key for number in calling]
    assert keys[0] == keys[2]
    heard = {key: serving.numbers.heard(key) for key in keys if key is not None}
    assert heard == {keys[2]: "+442079460101", keys[1]: None, keys[3]: "+442079460103"}
    serving.store.close()
