"""What requests are carried out with, and how one is refused."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from audio.loudspeaker import Loudspeaker
from config.settings import Settings
from desk.channels.phone.line import PhoneLine
from desk.core.events import Event
from desk.core.model import Desk, SideKind
from desk.core.views import View
from desk.engine import Engine
from desk.link_types import LONGEST_LINE, AnyRequest, Reply
from desk.log_door import Door
from desk.numbers import Numbers
from desk.sounds import Sounds
from desk.speaking import Speaking

REPLY_ROOM = LONGEST_LINE * 3 // 4
"""Bytes of a list in one reply."""
NOTE_AT_MOST = 2000
"""Characters of a note."""


@dataclass
class Means:
    """The engine's parts as requests need them.

    What is looked at and then done holds `turn`: of two windows that press at once the second is told. The
    people directory has a turn of its own: a long file must not keep a caller waiting.
    """

    engine: Engine
    line: PhoneLine
    loudspeaker: Loudspeaker
    sounds: Sounds
    settings: Settings
    data: Path
    speaking: Speaking
    numbers: Numbers
    log_door: Door
    view: Callable[[], View]
    changed: Callable[[], None]
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    turn_of_people: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def desk(self) -> Desk:
        """The desk as it is now."""
        return self.engine.desk

    def now(self) -> datetime:
        """The time in UTC."""
        return self.engine.clock.now()

    def by(self, request: AnyRequest) -> str:
        """The key of who asks: the name itself never stands in an event."""
        return self.engine.store.person_key(request.by)

    def name(self, key: str) -> str:
        """Who somebody at this desk is, "Somebody" when nobody was named."""
        return self.engine.store.person_name(key) or "Somebody"

    def note(self, text: str) -> str | None:
        """The key of a note, None for an empty one."""
        text = text.strip()[:NOTE_AT_MOST]
        return self.engine.store.add_note(text) if text else None

    async def fed(self, request: AnyRequest, event: Event, call: str = "") -> Reply:
        """The event is written and carried out; yes. `call` is the call it makes."""
        await self.engine.feed_and_wait(event)
        return Reply(id=request.id, call=call)

    def side(self, wanted: SideKind | None) -> SideKind:
        """The side a request wants, or the one in use."""
        return wanted or self.speaking.used

    def leg(self, side: SideKind) -> str | None:
        """An id for the call to the desk phone, None when there will be none."""
        return f"l{secrets.token_hex(6)}" if side is SideKind.DESK_PHONE else None


def new_call() -> str:
    """An id for a call we make."""
    return f"o{secrets.token_hex(6)}"


def no(request: AnyRequest, happened: str, do: str) -> Reply:
    """Refused: what happened and what to do, a sentence each."""
    return Reply(id=request.id, ok=False, happened=happened, do=do)
