"""The voice: text to PCM through pyttsx3, whichever driver this machine has, and in words what was found.

pyttsx3 does one job at a time and its engines belong to the thread that made them, so every job runs in one
thread of this module, however many threads ask.
"""

import atexit
import importlib
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from audio import pcm as sound
from audio.spoken import plain
from audio.wav import WavError, read_wav

RATE = 16_000
"""What `Voice.speak` gives, in samples a second."""

ENGINES = ("auto", "pico", "espeak", "sapi5", "nsss", "none")

DEFAULT_VOICES = {"en": "en-GB", "es": "es-ES", "de": "de-DE", "fr": "fr-FR"}

_PACE = {"en-GB": 0.93, "es-ES": 0.95, "de-DE": 0.85, "fr-FR": 0.85}
"""How fast each Pico voice is understood best over a telephone (written down by Whisper): what rate 1.0
means.
"""

_ESPEAK_VOICES = {"en": "en", "es": "es", "de": "de", "fr": "fr"}
_ESPEAK_WPM = 160
_NORMAL_WPM = 200
_PATIENCE = 60.0
"""Seconds after which a job counts as hung: a greeting takes 0.05 s, so this is a driver that will not come
back.
"""


class VoiceError(Exception):
    """The voice could not speak; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class VoiceReport:
    """What was found, for `doctor`: the driver ("" for none), its voice, and in words how it is and what to
    do ("" = nothing).
    """

    driver: str
    name: str
    understood_on_phone: bool
    sentence: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One way to speak: a pyttsx3 driver with a voice and a speed. Safe from several threads; they wait for
    each other.
    """

    driver: str
    name: str
    words_per_minute: int

    def speak(self, text: str) -> bytes:
        """The text as PCM at 16 kHz. VoiceError when the driver fails, hangs or says nothing; blocks
        meanwhile.
        """
        try:
            return _run(partial(_speak, self.driver, self.name, self.words_per_minute, text))
        except VoiceError:
            raise
        except Exception as error:
            # Drivers raise whatever their system raises; a caller must get tones, not a trace.
            detail = str(error) or type(error).__name__
            raise VoiceError(f"The voice {self.driver} could not speak: {detail}.") from error


def find_voice(
    engine: str = "auto", voice: str = "", rate: float = 1.0, language: str = "en"
) -> tuple[Voice | None, VoiceReport]:
    """The best voice that works on this machine, tried by speaking a word, or None; and what to tell people
    about it.

    `engine` is one of ENGINES; `voice` a name the driver knows, "" for the language's usual one; `rate` is
    speed, 1.0 the one that callers understand best. ValueError for an unknown engine or language.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown voice engine {engine!r}; it is one of {', '.join(ENGINES)}")
    if language not in DEFAULT_VOICES:
        raise ValueError(f"unknown language {language!r}; it is one of {', '.join(DEFAULT_VOICES)}")
    if engine == "none":
        return None, VoiceReport(
            "",
            "",
            False,
            "The voice is switched off: callers hear tones and your recordings.",
            "Set engine to auto.",
        )
    failures = []
    for driver in _drivers(engine):
        for name in dict.fromkeys((voice or _usual(driver, language), _usual(driver, language))):
            found = Voice(driver, name, _words_per_minute(driver, name, rate))
            try:
                found.speak("One moment.")
            except VoiceError as error:
                failures.append(f"{driver}{f' ({name})' if name else ''}: {error}")
            else:
                return found, _report(found, wanted=voice, language=language)
    return None, VoiceReport(
        "",
        "",
        False,
        f"No voice can speak here: callers hear tones and your recordings. {' '.join(failures)}",
        "Install the Pico voice (pip install py-nanotts), or put recordings in the recordings folder.",
    )


def _drivers(engine: str) -> tuple[str, ...]:
    if engine != "auto":
        return (engine,)
    system = {"win32": ("sapi5",), "darwin": ("nsss",)}.get(sys.platform, ())
    return ("pico", *system, "espeak")


def _usual(driver: str, language: str) -> str:
    if driver == "pico":
        return DEFAULT_VOICES[language]
    return _ESPEAK_VOICES[language] if driver == "espeak" else ""


def _words_per_minute(driver: str, name: str, rate: float) -> int:
    if driver == "espeak":
        return round(_ESPEAK_WPM * rate)
    return round(_NORMAL_WPM * rate * (_PACE.get(name, 1.0) if driver == "pico" else 1.0))


def _report(found: Voice, wanted: str, language: str) -> VoiceReport:
    name = found.name or "the system's voice"
    missing = (
        f" The voice {wanted!r} is not there; {name} speaks instead."
        if wanted and wanted != found.name
        else ""
    )
    choose = f"Choose a voice that {found.driver} has, or leave voice empty." if missing else ""
    if found.driver == "espeak":
        return VoiceReport(
            found.driver,
            found.name,
            False,
            "Only the espeak voice was found, and callers will understand it badly: "
            f"numbers and times get lost.{missing}",
            "Install the Pico voice (pip install py-nanotts), or record the prompts yourself.",
        )
    return VoiceReport(
        found.driver,
        found.name,
        True,
        f"The voice {found.driver} ({name}) speaks to callers in {language}.{missing}",
        choose,
    )


class _Thread:
    """The thread that all jobs run in. A daemon: a driver that hangs must not keep the engine from ending."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Callable[[], bytes], Future[bytes]]] = SimpleQueue()
        self._alone = threading.Lock()
        self._hung = False
        threading.Thread(target=self._work, name="voice", daemon=True).start()

    def run(self, job: Callable[[], bytes]) -> bytes:
        future: Future[bytes] = Future()
        with self._alone:  # waiting here, not in the queue, so that the patience counts one's own job only
            if self._hung:
                raise VoiceError("The voice did not answer and was started anew.")
            self._jobs.put((job, future))
            try:
                return future.result(_PATIENCE)
            except TimeoutError:
                self._hung = True
                _forget(self)
                raise VoiceError("The voice did not answer and was started anew.") from None

    def _work(self) -> None:
        while True:
            job, future = self._jobs.get()
            try:
                future.set_result(job())
            except BaseException as error:
                future.set_exception(error)


_starting = threading.Lock()
_threads: list[_Thread] = []


def _run(job: Callable[[], bytes]) -> bytes:
    with _starting:
        if not _threads:
            _threads.append(_Thread())
        thread = _threads[0]
    return thread.run(job)


def _forget(thread: _Thread) -> None:
    with _starting:
        if thread in _threads:
            _threads.remove(thread)
    for driver in list(_engines):
        _drop(driver)


_engines: dict[str, Any] = {}
"""pyttsx3's engines by driver; it keeps them itself by weak references only. Touched in the voice thread
alone.
"""


# pyttsx3 complains on stderr when Python takes its engines apart at the very end.
atexit.register(_engines.clear)


def _engine(driver: str) -> Any:
    if driver not in _engines:
        if driver == "pico":
            importlib.import_module("audio.pyttsx3_pico").register()
        elif driver == "espeak":
            _prepare_espeak()
        import pyttsx3

        _engines[driver] = pyttsx3.init(driver)
    return _engines[driver]


def _prepare_espeak() -> None:
    """Where the system has no espeak-ng, the one from `espeakng-loader` is loaded first, so that pyttsx3
    finds it by name.
    """
    try:
        importlib.import_module("pyttsx3.drivers._espeak")
    except RuntimeError:
        sys.modules.pop("pyttsx3.drivers._espeak", None)
        try:
            loader = importlib.import_module("espeakng_loader")
        except ImportError:
            raise VoiceError("espeak-ng is not installed.") from None
        loader.load_library()
        os.environ["ESPEAK_DATA_PATH"] = str(loader.get_data_path())
    # The driver prints "Audio saved to ..." for each file; the engine's output is for people.
    vars(importlib.import_module("pyttsx3.drivers.espeak"))["print"] = lambda *_: None


def _speak(driver: str, name: str, words_per_minute: int, text: str) -> bytes:
    """One job, in the voice thread: text to a file to PCM at 16 kHz."""
    if not text.strip():
        return b""
    errors: list[Exception] = []
    try:
        engine = _engine(driver)
        listening = engine.connect("error", lambda name, exception: errors.append(exception))
        with tempfile.TemporaryDirectory(prefix="onemoment-voice-") as folder:
            path = Path(folder, "spoken.wav")
            if name:
                engine.setProperty("voice", name)
            engine.setProperty("rate", words_per_minute)
            # Only our own driver knows a breath.
            engine.save_to_file(text if driver == "pico" else plain(text), str(path))
            engine.runAndWait()
            if driver == "espeak":
                # It returns before the file is there; this waits for espeak's own thread.
                importlib.import_module("pyttsx3.drivers._espeak").Synchronize()
            engine.disconnect(listening)
            if errors:
                raise errors[0]
            wav = read_wav(path)
    except FileNotFoundError as error:
        raise VoiceError("it wrote nothing") from error
    except WavError as error:
        raise VoiceError(f"what it wrote cannot be read: {error}") from error
    except BaseException:
        _drop(driver)
        raise
    if wav.seconds < 0.05:
        raise VoiceError("it said nothing")
    return sound.pcm(sound.at_rate(sound.samples(wav.pcm), wav.rate, RATE))


def _drop(driver: str) -> None:
    """Forget an engine that failed: it may believe for ever that its loop still runs."""
    _engines.pop(driver, None)
    if pyttsx3 := sys.modules.get("pyttsx3"):
        pyttsx3._activeEngines.pop(driver, None)
