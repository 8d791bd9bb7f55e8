"""Messages are written down after they are kept; how is the test's own."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import NamedTuple

import pytest

from config.settings import parse
from desk.core.events import CallEnded, EndedBy, PromiseJoined, PromiseMade
from desk.core.model import Caller, Dial, Why
from desk.serve import EngineProcess
from desk.transcripts import Transcribe
from tests.tone_headset import ToneHeadset

SETTINGS = '[desk]\ncountry = "GB"\n[voice]\nengine = "none"\n'


class Heard(NamedTuple):
    words: str
    number: str | None = None


async def kept(
    folder: Path, transcribe: Transcribe, settings: str = SETTINGS, language: str | None = None
) -> EngineProcess:
    """An engine in which one message was kept, and a second of a caller of that language."""
    serving = EngineProcess(parse(settings, None), folder, headset=ToneHeadset, transcribe=transcribe)
    running = asyncio.create_task(serving.run())
    async with asyncio.timeout(20):
        while not serving.line.address:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    at = serving.engine.clock.now()
    serving.store.add_recording("m1", "recordings/m1.wav", 3.0, at)
    caller = Caller(dial=Dial.WITHHELD, language=language)
    made = PromiseMade(at=at, promise=1, caller=caller, why=Why.MESSAGE, recording="m1")
    await serving.engine.feed_and_wait(made)
    if language is not None:
        serving.store.add_recording("m2", "recordings/m2.wav", 3.0, at)
        joined = PromiseJoined(at=at, promise=1, call="y", why=Why.MESSAGE, recording="m2")
        await serving.engine.feed_and_wait(joined)
    await serving.engine.feed_and_wait(CallEnded(at=at, call="x", by=EndedBy.CALLER))
    await asyncio.sleep(0.1)
    serving.engine.stop()
    await running
    return serving


async def test_the_words_and_the_number_said(tmp_path: Path) -> None:
    asked: list[tuple[Path, str]] = []

    async def transcribe(file: Path, language: str) -> Heard:
        asked.append((file, language))
        return Heard(" Please call me on 020 7946 0123. ", "02079460123")

    serving = await kept(tmp_path, transcribe)
    assert asked == [(tmp_path / "recordings" / "m1.wav", "en")]
    [promise] = serving.engine.desk.promises
    assert promise.said is not None
    assert promise.said.dial is Dial.CAN
    again = EngineProcess(parse(SETTINGS, None), tmp_path, headset=ToneHeadset)
    message = again.store.recording("m1")
    assert message is not None
    assert message.words == "Please call me on 020 7946 0123."
    again.store.close()
    journal = (tmp_path / "onemoment.db").read_bytes()
    assert b"MessageTranscribed" in journal


async def test_every_message_is_heard_in_the_language_of_its_caller(tmp_path: Path) -> None:
    asked: list[str] = []

    async def transcribe(file: Path, language: str) -> Heard:
        asked.append(f"{file.stem} {language}")
        return Heard("Hallo")

    await kept(tmp_path, transcribe, language="de")
    assert asked == ["m1 de", "m2 de"]


async def test_what_waited_when_the_engine_ended_is_written_down_by_the_next(tmp_path: Path) -> None:
    begun = asyncio.Event()
    asked: list[str] = []

    async def slowly(file: Path, language: str) -> Heard:
        begun.set()
        await asyncio.sleep(60)
        raise AssertionError

    async def at_once(file: Path, language: str) -> Heard:
        asked.append(language)
        return Heard("Hello")

    await kept(tmp_path, slowly)
    assert begun.is_set()
    for transcribe in (at_once, at_once):
        serving = EngineProcess(parse(SETTINGS, None), tmp_path, headset=ToneHeadset, transcribe=transcribe)
        running = asyncio.create_task(serving.run())
        async with asyncio.timeout(20):
            while not ((message := serving.store.recording("m1")) and message.words):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        serving.engine.stop()
        await running
    # once for all: the second engine found it written down
    assert asked == ["en"]


@pytest.mark.parametrize("number", [None, "999", "12345678901", ""])
async def test_a_number_that_is_none_is_not_offered(tmp_path: Path, number: str | None) -> None:
    async def transcribe(file: Path, language: str) -> Heard:
        return Heard("Hello", number)

    serving = await kept(tmp_path, transcribe)
    assert [p.said for p in serving.engine.desk.promises] == [None]


async def test_what_fails_is_one_line_without_words(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def transcribe(file: Path, language: str) -> Heard:
        raise RuntimeError("secret words")

    caplog.set_level(logging.INFO)
    await kept(tmp_path, transcribe)
    said = [r.getMessage() for r in caplog.records if r.name == "desk.transcripts"]
    assert len(said) == 1
    assert "secret" not in caplog.text


async def test_switched_off_nobody_is_asked(tmp_path: Path) -> None:
    async def transcribe(file: Path, language: str) -> Heard:
        raise AssertionError

    await kept(tmp_path, transcribe, SETTINGS + "[messages]\ntranscribe = false\n")
