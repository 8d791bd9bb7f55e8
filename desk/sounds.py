"""What callers hear, by name: the prompts and the music of `audio`, as the phone channel asks for them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from audio import music, tones
from audio.numerals import LANGUAGES, Language
from audio.prompts import Prompts, Rate
from audio.sentences import BLANKS, PromptError, changes
from desk.core.commands import Phrase

_log = logging.getLogger(__name__)


class Sounds:
    """Phrases to PCM. `number_of` resolves a number's key; it is spoken and never written anywhere.

    `others` makes the prompts of another language than the desk's, when a caller's is first needed; without
    it, and for a language that there is none of, everybody hears the desk's own.
    """

    def __init__(
        self,
        prompts: Prompts,
        number_of: Callable[[str], str | None],
        now: Callable[[], datetime],
        others: Callable[[Language], Prompts] | None = None,
    ) -> None:
        self._own = prompts
        self._number_of = number_of
        self._now = now
        self._others = others
        self._in: dict[Language, Prompts] = {prompts.language: prompts}
        self._making = threading.Lock()
        self._music: dict[int, bytes] = {}
        self._fixed: dict[tuple[Language, str, int], bytes] = {}

    def prepare(self) -> None:
        """Render what never changes; in a thread of its own: seconds, the first time.

        Kept in memory is what nearly every call hears (8 kHz); the rest comes from the cache on disk.
        """
        for name in BLANKS:
            if not changes(name):
                self.clip(Phrase(name=name), 8000)
        self.music(8000)
        self._own.prepare()

    def ready(self, phrase: Phrase, rate: int) -> bytes | None:
        """The clip if it is in memory already."""
        if phrase.name == "beep":
            return tones.beep(rate)
        if not _fixed(phrase):
            return None
        return self._fixed.get((self._language(phrase), phrase.name, rate))

    def clip(self, phrase: Phrase, rate: int) -> bytes:
        """The clip, rendered if need be (some tens of milliseconds; the first one of a language longer)."""
        found = self.ready(phrase, rate)
        if found is not None:
            return found
        number = None
        if phrase.number is not None and phrase.number.key is not None:
            number = self._number_of(phrase.number.key)
        language = self._language(phrase)
        prompts = self._prompts(language)
        at = None if phrase.at is None else phrase.at.astimezone(prompts.time_zone)
        # calls speak at 8 kHz (G.711) or 16 kHz (G.722), and prompts are made for both
        wanted: Rate = 8000 if rate == 8000 else 16000
        pcm = prompts.clip(
            phrase.name, rate=wanted, number=number, at=at, now=self._now(), count=phrase.count
        )
        if _fixed(phrase):
            self._fixed[language, phrase.name, rate] = pcm
        return pcm

    def music(self, rate: int) -> bytes:
        """One round of hold music; it loops without a seam."""
        if rate not in self._music:
            self._music[rate] = music.hold_music(rate)
        return self._music[rate]

    def _language(self, phrase: Phrase) -> Language:
        """What to speak to this caller: the caller's language where there are prompts in it."""
        return next((known for known in LANGUAGES if known == phrase.language), self._own.language)

    def _prompts(self, language: Language) -> Prompts:
        with self._making:
            if language not in self._in:
                self._in[language] = self._made(language)
            return self._in[language]

    def _made(self, language: Language) -> Prompts:
        """The prompts of another language; the desk's own where they cannot be had or spoken."""
        if self._others is None:
            return self._own
        try:
            made = self._others(language)
        except PromptError as error:
            _log.warning("callers hear %s in place of %s: %s", self._own.language, language, error)
            return self._own
        return self._own if made.voice is None and self._own.voice is not None else made


def _fixed(phrase: Phrase) -> bool:
    """Whether a phrase is the same for everybody who speaks its language."""
    return phrase == Phrase(name=phrase.name, language=phrase.language)
