"""A pyttsx3 driver over SVOX Pico (py-nanotts), the one voice on Linux that callers understand over a
telephone.

pyttsx3 finds a driver called NAME by importing `pyttsx3.drivers.NAME`; `register()` puts this module there as
"pico". It writes files (`save_to_file`), which is all the desk does with a voice; `say` has no loudspeaker
behind it and says so.

What the driver adds to Pico: text is spoken sentence by sentence. py-nanotts keeps Python's global lock while
it speaks, about 10 ms a sentence instead of 60 ms a greeting, so that the engine's other calls go on; and the
pause between two sentences is ours, because Pico's own differs from run to run (it reads memory that it has
not set). A breath (`audio.spoken.BREATH`) becomes a pause of `BREATH_MS`.
"""

import importlib
import re
import sys
import tempfile
import unicodedata
import wave
from pathlib import Path
from typing import Any

from py_nanotts import NanoTTS

from audio import pcm as sound
from audio.spoken import BREATH

NAME = "pico"
RATE = 16_000
VOICES = ("en-GB", "en-US", "es-ES", "de-DE", "fr-FR", "it-IT")
NORMAL_WPM = 200
"""pyttsx3 counts speed in words a minute, 200 being its usual one; here that is Pico's speed 1.0."""
SENTENCE_PAUSE_MS = 330
BREATH_MS = 60

_BREATH = "\ue000"
"""Stands for a breath while a text is taken apart by its spaces; no letter of any language."""

_WORD = re.compile(r".{1,40}")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")


def register() -> str:
    """Make `pyttsx3.init("pico")` find this driver; returns that name."""
    import pyttsx3.drivers

    full = f"{pyttsx3.drivers.__name__}.{NAME}"
    sys.modules.setdefault(full, sys.modules[__name__])
    return NAME


def buildDriver(proxy: Any) -> "PicoDriver":
    """What pyttsx3 calls to get a driver."""
    return PicoDriver(proxy)


class PicoDriver:
    """The driver as pyttsx3 wants it: commands arrive through `_proxy` while `startLoop` runs."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._pico = NanoTTS()
        self._voice = VOICES[0]
        self._wpm = float(NORMAL_WPM)
        self._volume = 1.0

    def destroy(self) -> None:
        """Nothing is kept open."""

    def startLoop(self) -> None:
        """Carry out everything queued; each command is done when it returns."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """The loop has already ended by itself."""

    def iterate(self) -> Any:
        """The same as `startLoop`, for a loop of the caller's own."""
        self._proxy.setBusy(False)
        yield

    def stop(self) -> None:
        """Nothing plays."""

    def say(self, text: str) -> None:
        """Refused: this driver has no loudspeaker. pyttsx3 hands the error to whoever listens to "error"."""
        raise RuntimeError("the Pico voice writes files and plays nothing itself; use save_to_file")

    def save_to_file(self, text: str, filename: str) -> None:
        """Speak into a WAV file, 16 kHz mono 16 bits."""
        self._proxy.notify("started-utterance")
        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(self.render(text))
        self._proxy.notify("finished-utterance", completed=True)

    def render(self, text: str) -> bytes:
        """PCM at 16 kHz of the text, sentence by sentence. RuntimeError from Pico, such as for an endless
        word.
        """
        pause = bytes(2 * (RATE * SENTENCE_PAUSE_MS // 1000))
        spoken = []
        for sentence in sentences(text):
            raw = self._pico.speak(
                sentence.replace(_BREATH, f"<break time='{BREATH_MS}ms'/>"),
                voice=self._voice,
                speed=self._wpm / NORMAL_WPM,
                volume=self._volume,
            )
            if part := sound.pcm(sound.trimmed(sound.samples(raw), RATE, 20, 40)):
                spoken.append(part)
        return pause.join(spoken)

    def getProperty(self, name: str) -> Any:
        """pyttsx3's properties: voices, voice (such as "en-GB"), rate (words a minute), volume (0 to 1)."""
        if name == "voices":
            kind = importlib.import_module("pyttsx3.voice").Voice
            return [kind(id=voice, name=f"Pico {voice}", languages=[voice]) for voice in VOICES]
        try:
            return {"voice": self._voice, "rate": self._wpm, "volume": self._volume}[name]
        except KeyError:
            raise KeyError(f"unknown property {name}") from None

    def setProperty(self, name: str, value: Any) -> None:
        """Set one of them. ValueError for a voice that Pico lacks, KeyError for an unknown property."""
        if name == "voice":
            if value not in VOICES:
                raise ValueError(f"Pico has no voice {value!r}; it has {', '.join(VOICES)}")
            self._voice = value
        elif name == "rate":
            self._wpm = max(40.0, min(1000.0, float(value)))
        elif name == "volume":
            self._volume = max(0.0, min(1.0, float(value)))
        else:
            raise KeyError(f"unknown property {name}")


def sentences(text: str) -> list[str]:
    """The text in sentences, without what Pico cannot take.

    It reads <tags> as commands and a NUL as the end; an endless word makes it fail or never come back, so
    words are cut at 40 letters and sentences at 60 words.
    """
    plain = "".join(
        " " if unicodedata.category(letter) == "Cc" or letter in "<>" else letter for letter in text
    )
    parts = []
    for sentence in _SENTENCE_END.split(plain.replace(BREATH, f" {_BREATH} ")):
        words = [piece for word in sentence.split() for piece in _WORD.findall(word)]
        parts += [" ".join(words[start : start + 60]) for start in range(0, len(words), 60)]
    return [part for part in parts if any(letter.isalnum() for letter in part)]


def works() -> str:
    """The driver's own check: "" when Pico speaks here, else what it answered."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            driver = PicoDriver(_Nobody())
            target = Path(folder, "a.wav")
            driver.save_to_file("One moment.", str(target))
            return "" if target.stat().st_size > RATE // 2 else "it spoke nothing"
    except (OSError, RuntimeError, ValueError) as error:
        return str(error)


class _Nobody:
    """A proxy for a driver used without pyttsx3's engine."""

    def notify(self, topic: str, **details: object) -> None:
        """Nobody listens."""

    def setBusy(self, busy: bool) -> None:
        """Nobody waits."""
