"""A phone line that says to each caller the prompt whose place in a list is the caller's number.

    python -m tests.bench.teller LANGUAGE PORT CACHE

The line, the prompts and the sound are the engine's own; only who decides what is said is not. It prints the
list as JSON, one line, when it takes calls, and ends with its standard input.
"""

import asyncio
import json
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audio.numerals import LANGUAGES, Language
from audio.prompts import Prompts
from audio.sentences import BLANKS
from audio.voice import find_voice
from desk.channels.phone.line import PhoneLine
from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import Answer, HangUp, Phrase, Say
from desk.core.events import CallRang, Event, SayEnded
from desk.core.model import Caller
from desk.sounds import Sounds

NOW = datetime(2026, 3, 4, 7, 58, tzinfo=UTC)  # a Wednesday
COMPANY = "Hill Street Practice"
NUMBERS = ("+442079460958", "+447700900142", "+441632960375", "+12025550186", "+34911234567", "+4930901820")
TODAY = tuple(range(2, 11 * 60 + 2, 5))
"""Minutes from now: every time from 8:00 to 18:55, as a promise is rounded to five."""
LATER = (1440 + 2, 1440 + 37, 2 * 1440 + 92, 5 * 1440 + 67)
PLACES = (2, 3, 4, 7, 9)
_FIRST = 1000
"""The number of the first prompt: a caller's number has some digits."""


def phrases(language: Language) -> list[Phrase]:
    """Every prompt; those with a number, a time or a place in them several times, and in English a promise
    for every five minutes of a working day.
    """
    whole = [NOW + timedelta(minutes=minutes) for minutes in (*TODAY, *LATER)]
    some = [NOW + timedelta(minutes=minutes) for minutes in (*TODAY[::19], *LATER)]
    found = []
    for name, blanks in BLANKS.items():
        if "number" in blanks:
            found += [Phrase(name=name, number=Caller(key=number)) for number in NUMBERS]
        elif "count" in blanks:
            found += [Phrase(name=name, count=place) for place in PLACES]
        elif blanks & {"by", "opens"}:
            times = whole if (language, name) == ("en", "promise") else some
            found += [Phrase(name=name, at=at) for at in times]
        else:
            found.append(Phrase(name=name))
    return found


def number_for(place: int) -> str:
    """The number that a caller shows to hear the prompt at this place in the list."""
    return str(_FIRST + place)


class _Teller:
    def __init__(self, prompts: Prompts, port: int, recordings: Path) -> None:
        self._phrases = phrases(prompts.language)
        self._texts = [
            prompts.text(
                one.name, number=one.number.key if one.number else None, at=one.at, now=NOW, count=one.count
            )
            for one in self._phrases
        ]
        self._tasks: set[asyncio.Task[None]] = set()
        self.line = PhoneLine(
            PhoneSettings(listen=f"127.0.0.1:{port}", max_calls=20, zone="UTC"),
            emit=self._happened,
            identify=lambda number, inside: Caller(key=number),
            clock=lambda: datetime.now(UTC),
            sounds=Sounds(prompts, lambda key: key, lambda: NOW),
            recordings=recordings,
        )

    def what_is_said(self) -> str:
        """The list, as it is printed."""
        return json.dumps(
            [[one.name, text] for one, text in zip(self._phrases, self._texts, strict=True)],
            ensure_ascii=False,
        )

    def _happened(self, event: Event) -> None:
        match event:
            case CallRang():
                phrase = self._phrases[int(event.caller.key or _FIRST) - _FIRST]
                self._do(Answer(call=event.call), Say(call=event.call, say=1, phrases=(phrase,)))
            case SayEnded():
                self._do(HangUp(call=event.call))
            case _:
                pass

    def _do(self, *commands: Answer | Say | HangUp) -> None:
        async def carry_out() -> None:
            for command in commands:
                await self.line.carry_out(command)

        task = asyncio.ensure_future(carry_out())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _run(language: Language, port: int, cache: Path) -> None:
    voice, _ = find_voice(language=language)
    prompts = Prompts(language, COMPANY, "GB", UTC, voice, None, cache)
    with tempfile.TemporaryDirectory(prefix="onemoment-teller-") as folder:
        teller = _Teller(prompts, port, Path(folder))
        await teller.line.start()
        print(teller.what_is_said(), flush=True)
        await asyncio.to_thread(sys.stdin.read)
        await teller.line.close()


if __name__ == "__main__":
    wanted = next(language for language in LANGUAGES if language == sys.argv[1])
    asyncio.run(_run(wanted, int(sys.argv[2]), Path(sys.argv[3])))
