"""What callers hear, by name: the prompts and the music of `audio`, as the phone channel asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from audio import music, tones
from audio.prompts import Prompts, Rate
from audio.sentences import BLANKS, changes
from desk.core.commands import Phrase


class Sounds:
    """Phrases to PCM. `number_of` resolves a number's key; it is spoken and never written anywhere."""

    def __init__(
        self,
        prompts: Prompts,
        number_of: Callable[[str], str | None],
        now: Callable[[], datetime],
    ) -> None:
        self._prompts = prompts
        self._number_of = number_of
        self._now = now
        self._music: dict[int, bytes] = {}
        self._fixed: dict[tuple[str, int], bytes] = {}

    def prepare(self) -> None:
        """Render what never changes; in a thread of its own: seconds, the first time.

        Kept in memory is what nearly every call hears (8 kHz); the rest comes from the cache on disk.
        """
        for name in BLANKS:
            if not changes(name):
                self.clip(Phrase(name=name), 8000)
        self.music(8000)
        self._prompts.prepare()

    def ready(self, phrase: Phrase, rate: int) -> bytes | None:
        """The clip if it is in memory already."""
        if phrase.name == "beep":
            return tones.beep(rate)
        if phrase != Phrase(name=phrase.name):
            return None
        return self._fixed.get((phrase.name, rate))

    def clip(self, phrase: Phrase, rate: int) -> bytes:
        """The clip, rendered if need be (some tens of milliseconds)."""
        found = self.ready(phrase, rate)
        if found is not None:
            return found
        number = None
        if phrase.number is not None and phrase.number.key is not None:
            number = self._number_of(phrase.number.key)
        at = None if phrase.at is None else phrase.at.astimezone(self._prompts.time_zone)
        # calls speak at 8 kHz (G.711) or 16 kHz (G.722), and prompts are made for both
        wanted: Rate = 8000 if rate == 8000 else 16000
        pcm = self._prompts.clip(
            phrase.name, rate=wanted, number=number, at=at, now=self._now(), count=phrase.count
        )
        if phrase == Phrase(name=phrase.name):
            self._fixed[phrase.name, rate] = pcm
        return pcm

    def music(self, rate: int) -> bytes:
        """One round of hold music; it loops without a seam."""
        if rate not in self._music:
            self._music[rate] = music.hold_music(rate)
        return self._music[rate]
