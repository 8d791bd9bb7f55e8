"""What the person at the desk speaks through: the headset or the desk phone, and which of them now.

A microphone is open only while a call is live and for a short while after, so that a taken caller need not
wait for the device, and nobody is listened to when nobody calls.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Protocol

from audio.headset import Names
from audio.loudspeaker import Loudspeaker
from config.settings import Settings
from desk.channels.phone.conversation import PersonSound
from desk.core.events import HeadsetChanged
from desk.core.model import Desk, Doing, SideKind
from desk.core.views import HeadsetView, SideView
from desk.engine import Engine
from desk.from_settings import side_of
from desk.link_types import Devices, Levels
from desk.store import CannotRead, CannotWrite, Store

COOL_AFTER = 30.0
"""Seconds without a call after which the microphone is closed."""
RESTS_AFTER = 1.0
"""Seconds a slider is not moved before where it stands is remembered."""
MICROPHONE, SPEAKER, RING, SIDE, VOLUME = "microphone", "speaker", "ring", "side", "volume"
"""What is remembered of the person's choices."""


class Headset(PersonSound, Protocol):
    """The headset as the engine keeps it; see `audio.headset`. None of it waits but `devices`."""

    muted: bool
    volume: float

    @property
    def ready(self) -> bool:
        """Whether it can be spoken through."""
        ...

    @property
    def problem(self) -> str:
        """Why it cannot, a sentence; empty when it can."""
        ...

    @property
    def do(self) -> str:
        """What to do about it, a sentence."""
        ...

    @property
    def testing(self) -> bool:
        """Whether a test goes on."""
        ...

    @property
    def microphone(self) -> str:
        """The name of the chosen microphone, empty for the machine's own; `speaker` likewise."""
        ...

    @property
    def speaker(self) -> str: ...  # noqa: D102

    def warm(self) -> None:
        """Open the devices before they are needed."""
        ...

    def cool(self) -> None:
        """Close them."""
        ...

    def levels(self) -> tuple[float, float]:
        """How loud microphone and speaker are just now, 0 to 1."""
        ...

    def test(self) -> None:
        """Record some seconds, then play them back."""
        ...

    def stop_test(self) -> None:
        """Stop that."""
        ...

    def choose(self, microphone: str | None = None, speaker: str | None = None) -> None:
        """Use these devices from now on; None leaves it."""
        ...

    def devices(self) -> Names:
        """The devices that can be chosen, looked for anew: may take seconds."""
        ...

    def close(self) -> None:
        """Give the devices back for good."""
        ...


MakeHeadset = Callable[[str, str, Callable[[], None]], Headset]
"""(microphone, speaker, called from any thread when something about it has changed) -> a headset."""


class Speaking:
    """The person's side as the windows show and choose it. `used` is what taking a call uses now."""

    def __init__(self, settings: Settings, store: Store, loudspeaker: Loudspeaker, make: MakeHeadset) -> None:
        said = settings.headset
        self._store = store
        self._loudspeaker = loudspeaker
        self.desk_phone = bool(settings.phone.desk_phone)
        remembered = self._remembered(SIDE)
        self.used = side_of(settings)
        if remembered in list(SideKind) and (self.desk_phone or remembered == SideKind.HEADSET):
            self.used = SideKind(remembered)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told: tuple[bool, str] | None = None
        self._engine: Engine | None = None
        self._changed: Callable[[], None] = lambda: None
        self._cooling: asyncio.TimerHandle | None = None
        self._warm = False
        loudspeaker.device = self._choice(RING, said.ring)
        self.headset = make(
            self._choice(MICROPHONE, said.microphone),
            self._choice(SPEAKER, said.speaker),
            self._headset_changed,
        )
        with contextlib.suppress(ValueError):
            self.headset.volume = float(self._remembered(VOLUME) or 1.0)
        self._remembering: asyncio.TimerHandle | None = None

    def _choice(self, name: str, setting: str) -> str:
        """What was chosen in the window, else what the settings say."""
        remembered = self._remembered(name)
        return setting if remembered is None else remembered

    def _remembered(self, name: str) -> str | None:
        try:
            return self._store.get_mark(name)
        except CannotRead:
            return None

    # -- followed by the engine

    def start(self, engine: Engine, changed: Callable[[], None]) -> None:
        """From now on what happens to the headset is an event, and `changed` is told. On the loop."""
        self._loop = asyncio.get_running_loop()
        self._engine, self._changed = engine, changed
        self._look()

    def follow(self, desk: Desk) -> None:
        """The desk has changed: the devices are opened when a call is live, and closed a while after."""
        if self._loop is None:
            return
        if desk.calls and self.used is SideKind.HEADSET:
            if self._cooling is not None:
                self._cooling.cancel()
                self._cooling = None
            if not self._warm:
                self._warm = True
                self.headset.warm()
        elif self._warm and self._cooling is None:
            self._cooling = self._loop.call_later(COOL_AFTER, self._cool)

    def _cool(self) -> None:
        self._cooling, self._warm = None, False
        self.headset.cool()

    def close(self) -> None:
        """The engine ends: the devices are closed."""
        if self._cooling is not None:
            self._cooling.cancel()
        if self._remembering is not None:
            self._remembering.cancel()
            self._remember_volume()
        self._loop = None
        self.headset.close()

    def _headset_changed(self) -> None:
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(self._look)
            except RuntimeError:
                return  # the engine has ended meanwhile

    def _look(self) -> None:
        """The headset is as it is now; that it can be spoken through, or not any more, is an event."""
        engine, headset = self._engine, self.headset
        if engine is None or self._loop is None:
            return
        if headset.ready or headset.problem:  # else it has not been looked at yet
            told, self._told = self._told, (headset.ready, headset.problem)
            if told != self._told and (told is not None or not headset.ready):
                at = engine.clock.now()
                engine.feed(HeadsetChanged(at=at, ready=headset.ready, detail=headset.problem))
        self._changed()

    # -- asked by requests

    def not_now(self, side: SideKind) -> tuple[str, str] | None:
        """Why nobody can be spoken with through this side just now, and what to do; None when one can."""
        if side is SideKind.DESK_PHONE:
            if self.desk_phone:
                return None
            return "There is no desk phone.", "Set phone.desk_phone in the settings, or use the headset."
        headset = self.headset
        if headset.ready:
            return None
        happened = headset.problem or "The headset is not ready yet."
        do = headset.do or "Try again in a moment."
        return happened, f"{do} Or speak by the desk phone." if self.desk_phone else do

    def choose(
        self, microphone: str | None, speaker: str | None, ring: str | None, side: SideKind | None
    ) -> None:
        """Speak through these from now on, remembered; None leaves it. Raises `CannotWrite`."""
        chosen = {MICROPHONE: microphone, SPEAKER: speaker, RING: ring, SIDE: side}
        for name, value in chosen.items():
            if value is not None:
                self._store.set_mark(name, value)
        if microphone is not None or speaker is not None:
            self.headset.choose(microphone=microphone, speaker=speaker)
        if ring is not None:
            self._loudspeaker.device = ring
        if side is not None:
            self.used = side

    def set_volume(self, volume: float) -> None:
        """Hear callers so loud from now on; remembered once the slider rests."""
        self.headset.volume = volume
        if self._remembering is not None:
            self._remembering.cancel()
        self._remembering = asyncio.get_running_loop().call_later(RESTS_AFTER, self._remember_volume)

    def _remember_volume(self) -> None:
        self._remembering = None
        with contextlib.suppress(CannotWrite):
            self._store.set_mark(VOLUME, f"{self.headset.volume:g}")

    async def devices(self) -> Devices:
        """The devices there are."""
        names = await asyncio.to_thread(self.headset.devices)
        return Devices(microphones=names.microphones, speakers=names.speakers)

    # -- shown

    def levels(self, desk: Desk) -> Levels | None:
        """How loud it is, None while nobody is spoken with and nothing is tested."""
        talking = desk.side.kind is SideKind.HEADSET and any(
            c.doing in (Doing.TALKING, Doing.DIALLING, Doing.RINGING_THERE) for c in desk.calls
        )
        if not talking and not self.headset.testing:
            return None
        microphone, speaker = self.headset.levels()
        return Levels(microphone=microphone, speaker=speaker)

    def view(self, desk: Desk) -> SideView:
        """How it is shown."""
        side, headset = desk.side, self.headset
        return SideView(
            used=self.used,
            desk_phone=self.desk_phone,
            rings=side.leg is not None and not side.ready,
            picked_up=side.leg is not None and side.ready,
            headset=HeadsetView(
                ready=headset.ready,
                microphone=headset.microphone,
                speaker=headset.speaker,
                ring=self._loudspeaker.device,
                muted=headset.muted,
                volume=headset.volume,
                testing=headset.testing,
                problem=headset.problem,
                do=headset.do,
            ),
        )
