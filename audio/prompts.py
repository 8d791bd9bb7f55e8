"""From a prompt's name to the sound a caller hears: sentence, numbers and times in words, voice, level, rate,
cache.

A recording named after a prompt replaces the voice where the sentence is always the same. Where nothing can
speak there are tones, never silence.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal, Protocol

from audio import pcm as sound
from audio.clips import Clips
from audio.numerals import Language
from audio.sentences import BLANKS, FOLDER, PromptError, changes, read_sentences
from audio.spoken import plain, say_at, say_by, say_count, say_number
from audio.tones import motif
from audio.voice import RATE, VoiceError
from audio.wav import WavError, read_wav

_log = logging.getLogger(__name__)

Rate = Literal[8000, 16000]
RATES: tuple[Rate, ...] = (8000, 16000)

BEFORE_MS, AFTER_MS = 20, 150
"""Silence kept before and after the words: a caller hears the greeting at once, and prompts in a row do not
run together.
"""

_MADE_BY = 3
"""Counted up when clips are made differently, so that nobody hears those of an older version."""

_LIFT_DB: dict[Language, float] = {"en": 3.0, "es": 6.0, "de": 6.0, "fr": 6.0}
"""How much stronger consonants are made in each language, as it was understood best over a telephone."""

_PLACES = range(2, 10)
"""Places in line that are rendered beforehand."""


class Speaker(Protocol):
    """What can speak: `audio.voice.Voice`."""

    @property
    def driver(self) -> str:
        """Its pyttsx3 driver."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def words_per_minute(self) -> int:
        """Its speed."""

    def speak(self, text: str) -> bytes:
        """The text as PCM at 16 kHz; VoiceError when it cannot."""


class Prompts:
    """Every prompt of one language. Safe from several threads; `clip` may take 0.1 s when a sentence is new.

    `country` is the ISO code whose numbers are said short, `time_zone` the desk's. `problems` has a
    sentence for each thing in the recordings folder that cannot be used, and for a voice that failed;
    `doctor` shows them.
    """

    def __init__(
        self,
        language: Language,
        company: str,
        country: str,
        time_zone: tzinfo,
        voice: Speaker | None,
        recordings_folder: Path | None,
        cache: Path,
        sentences_folder: Path = FOLDER,
    ) -> None:
        """PromptError when the sentences cannot be used."""
        self.language: Language = language
        self.company = company
        self.country = country
        self.time_zone = time_zone
        self.voice = voice
        self.problems: list[str] = []
        self._sentences = read_sentences(language, sentences_folder)
        self._clips = Clips(cache)
        self._recordings = self._read_recordings(recordings_folder) if recordings_folder else {}

    def text(
        self,
        name: str,
        *,
        number: str | None = None,
        at: datetime | None = None,
        now: datetime | None = None,
        count: int | None = None,
    ) -> str:
        """What a prompt says, in words. PromptError for an unknown name or when what it needs lacks."""
        return plain(self._spoken(name, number, at, now, count))

    def _spoken(
        self, name: str, number: str | None, at: datetime | None, now: datetime | None, count: int | None
    ) -> str:
        """The same with its breaths, for the voice."""
        if name not in BLANKS:
            raise PromptError(f"There is no prompt called {name!r}.")
        said = {"company": self.company}
        for blank in BLANKS[name]:
            if blank == "number" and number is not None:
                said[blank] = say_number(number, self.country, self.language)
            elif blank == "count" and count is not None:
                said[blank] = say_count(min(count, 99), self.language)
            elif blank in ("by", "opens") and at is not None and now is not None:
                say = say_by if blank == "by" else say_at
                said[blank] = say(at, now.astimezone(self.time_zone), self.language)
        if lacking := BLANKS[name] - said.keys():
            needs = {"number": "number=", "count": "count=", "by": "at= and now=", "opens": "at= and now="}
            raise PromptError(f"The prompt {name} needs {', '.join(needs[blank] for blank in lacking)}.")
        return self._sentences[name].format(**said)

    def clip(
        self,
        name: str,
        *,
        rate: Rate,
        number: str | None = None,
        at: datetime | None = None,
        now: datetime | None = None,
        count: int | None = None,
    ) -> bytes:
        """A prompt as PCM at 8000 or 16000 Hz, at the level of all the others; `at` and `now` are aware.

        PromptError as in `text`; nothing else: a voice that fails gives tones.
        """
        text = self._spoken(name, number, at, now, count)
        recording, voice = self._recordings.get(name), self.voice
        if recording is not None:
            return self._kept(("recording", name), rate, True, lambda: recording)
        if voice is None:
            return motif(name, rate)
        # A place in line is nobody's own; a number is, and times would fill the disk.
        private = changes(name) and "count" not in BLANKS[name]
        key = (_MADE_BY, text, voice.driver, voice.name, voice.words_per_minute)
        try:
            return self._kept(key, rate, private, lambda: self._clear(voice.speak(text)))
        except VoiceError as error:
            self._problem(f"Callers hear tones in place of words: {error} Run onemoment doctor.")
            return motif(name, rate)

    def prepare(
        self,
        progress: Callable[[int, int], None] = lambda done, of: None,
        cancelled: threading.Event | None = None,
    ) -> bool:
        """Render all that can be rendered beforehand, both rates; for a thread of its own. False when it was
        cancelled.

        `progress` is called with how many clips are done, of how many.
        """
        work: list[tuple[str, int | None]] = [(name, None) for name in BLANKS if not changes(name)]
        work += [("hold_place", place) for place in _PLACES]
        total = len(work) * len(RATES)
        for index, (name, count) in enumerate(work):
            for turn, rate in enumerate(RATES):
                if cancelled is not None and cancelled.is_set():
                    return False
                self.clip(name, rate=rate, count=count)
                progress(index * len(RATES) + turn + 1, total)
        return True

    def _kept(self, key: tuple[object, ...], rate: Rate, private: bool, make: Callable[[], bytes]) -> bytes:
        """The finished clip, from the cache or made; the one at 8 kHz is made from the one at 16 kHz."""
        pcm = self._clips.get(*key, rate, private=private)
        if pcm is None:
            pcm = _finished(make() if rate == RATE else self._kept(key, 16000, private, make), rate)
            if not pcm:
                raise VoiceError("The voice said nothing.")
            self._clips.put(pcm, *key, rate, private=private)
        return pcm

    def _clear(self, wide: bytes) -> bytes:
        """What a voice said, made for the telephone; recordings of people are left as they are."""
        if not wide:
            raise VoiceError("The voice said nothing.")
        spoken = sound.levelled(sound.samples(wide), RATE)
        return sound.pcm(sound.clearer(spoken, RATE, _LIFT_DB[self.language]))

    def _read_recordings(self, folder: Path) -> dict[str, bytes]:
        """The recordings that can be used, at 16 kHz; those in a folder named after the language go first."""
        found: dict[str, bytes] = {}
        if not folder.is_dir():
            self._problem(f"The recordings folder {folder} is not there. Make it, or leave recordings empty.")
            return found
        for path in sorted((*folder.glob("*.wav"), *(folder / self.language).glob("*.wav"))):
            name = path.stem
            if name not in BLANKS:
                self._problem(
                    f"{path} is not the name of a prompt and is not used. See config/prompts for the names."
                )
            elif changes(name):
                self._problem(
                    f"{path} is not used: what {name} says changes from call to call, so it is spoken."
                )
            elif name in found and path.parent == folder:
                continue
            elif wide := self._read_recording(path):
                found[name] = wide
        return found

    def _read_recording(self, path: Path) -> bytes | None:
        try:
            wav = read_wav(path)
        except (OSError, WavError) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or str(error)
            self._problem(f"{path} is not used: {why}. Save it as a 16-bit PCM WAV file.")
            return None
        values = sound.at_rate(sound.samples(wav.pcm), wav.rate, RATE)
        if not sound.trimmed(values, RATE, 0, 0).size:
            self._problem(f"{path} is not used: there is only silence in it. Record it again.")
            return None
        return sound.pcm(values)

    def _problem(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)
            _log.warning("%s", sentence)


def _finished(wide: bytes, rate: Rate) -> bytes:
    """PCM at 16 kHz as it goes out: at the rate, without silence at the ends, levelled, without a click."""
    values = sound.at_rate(sound.samples(wide), RATE, rate)
    values = sound.trimmed(values - values.mean(), rate, BEFORE_MS, AFTER_MS)
    return sound.pcm(sound.faded(sound.levelled(values, rate), rate))
