"""The world around a desk, played by a clock of its own: what the phone line would tell, by the real rules.

Everything that happens goes through `desk.core.step` as the engine does it, so a journal that is made here is
one that an engine could have written. Who calls, and what the people at the desk do, is decided elsewhere.
"""

import heapq
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desk.core import commands as asked_for
from desk.core import hours
from desk.core.commands import Command
from desk.core.events import CallEnded, EndedBy, Event, Ticked
from desk.core.model import Call, Desk, Doing, Line, LineState, Policy, Presence
from desk.core.passing_time import forgotten_at
from desk.core.step import taken

SPOKEN = {
    "greeting": 4.5, "menu": 6.5, "read_back": 6.0, "promise": 5.0, "message_intro": 3.5, "beep": 0.5,
    "hold_begin": 3.0, "hold_offer": 4.0, "taken": 1.5, "sending": 1.5, "ask_number": 6.0, "goodbye": 1.2,
}  # fmt: skip
"""Seconds that prompts take, by the beginning of their names."""


def _length(name: str) -> float:
    return next((seconds for begin, seconds in SPOKEN.items() if name.startswith(begin)), 3.0)


def seconds(number: float) -> timedelta:
    return timedelta(microseconds=round(number * 1e6))


class World:
    """One desk and its line. `written` is told every entry, in the order of the journal."""

    def __init__(
        self,
        desk: Desk,
        policy: Policy,
        begins: datetime,
        chance: random.Random,
        written: Callable[[Event, Desk, Desk], None],
    ) -> None:
        self.desk, self.policy, self.now, self.chance = desk, policy, begins, chance
        self._written = written
        self._next: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = 0
        self.commanded: Callable[[Command], None] = lambda _: None
        self.happened: Callable[[Event], None] = lambda _: None

    # -- time

    def at(self, when: datetime, do: Callable[[], None]) -> None:
        """Do this then, or at once when that has passed."""
        self._order += 1
        heapq.heappush(self._next, (max(when, self.now), self._order, do))

    def later(self, after: float, do: Callable[[], None]) -> None:
        """Do this so many seconds from now."""
        self.at(self.now + seconds(after), do)

    def run(self, until: datetime) -> None:
        """Let everything happen up to this time."""
        while True:
            due = self._due()
            first = self._next[0][0] if self._next else until
            if due is not None and due <= min(first, until):
                self.now = max(self.now, due + seconds(self.chance.uniform(0.0004, 0.009)))
                self.feed(Ticked(at=self.now))
                continue
            if not self._next or first > until:
                self.now = max(self.now, until)
                return
            when, _, do = heapq.heappop(self._next)
            self.now = max(when, self.now)
            do()

    def _due(self) -> datetime | None:
        """As `next_deadline`, but for what changes nothing that is journaled, which costs the most."""
        desk, policy = self.desk, self.policy
        due = [desk.side.deadline] if desk.side.deadline is not None else []
        for call in desk.calls:
            due += [t for t in (call.deadline, call.alert_until, forgotten_at(call, policy)) if t is not None]
        quiet = desk.chosen is Presence.SERVING or not self.is_open
        for promise in desk.promises:
            if promise.claimed_until is not None and not any(
                promise.id in (c.calls_back, c.tells) for c in desk.calls
            ):
                due.append(promise.claimed_until)
            if promise.promised_by is not None and not promise.reminded and not quiet:
                due.append(promise.promised_by - timedelta(seconds=policy.warn_before))
        return min(due, default=None)

    @property
    def is_open(self) -> bool:
        return hours.is_open(self.now, self.policy)

    # -- events

    def feed(self, event: Event) -> None:
        """It happened: journaled as the engine does, and what the desk asks for is done."""
        wanted: list[Command] = []
        for now, before, after, asked in taken(self.desk, event, self.policy):
            wanted += asked
            self.desk = after
            if not isinstance(now, Ticked) or asked or after != before:
                self._written(now, before, after)
                self.happened(now)
        for command in wanted:
            self.commanded(command)

    def ended(self, call: str, by: EndedBy, reason: str = "", **more: object) -> None:
        """The line tells that a call is over, if it is not over already."""
        if self.desk.call(call) is not None:
            self.feed(CallEnded(at=self.now, call=call, by=by, reason=reason, **more))  # type: ignore[arg-type]

    def said_after(self, command: asked_for.Say) -> float:
        """Seconds until the prompts of this command are heard."""
        return sum(_length(phrase.name) for phrase in command.phrases)

    def doing(self, call: str, *doings: Doing, say: int | None = None) -> Call | None:
        """The call, if it is doing one of these (and still hears that prompt), else None."""
        live = self.desk.call(call)
        if live is None or live.hung_up or (doings and live.doing not in doings):
            return None
        return None if say is not None and live.say != say else live

    def id(self, kind: str) -> str:
        """A name for a call, as the line and the windows give them."""
        return f"{kind}{self.chance.getrandbits(48):012x}"


def opened(begins: datetime, policy: Policy) -> Desk:
    """The desk of a new house."""
    return Desk(line=Line(state=LineState.READY, since=begins.astimezone(UTC)), policy=policy)
