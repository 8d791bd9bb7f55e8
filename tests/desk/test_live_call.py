"""Requests of the live call, of a real engine with real calls of practice callers and a headset of tones."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from config.settings import parse
from desk.core.events import PromiseMade
from desk.core.model import Doing, LineState, Outcome, Presence, SideKind, Told, Why
from desk.core.next_action import What
from desk.core.views import CallView, ContactView, View
from desk.link_types import (
    AnyRequest,
    AskPracticePass,
    CallBack,
    ChooseDevices,
    ChoosePresence,
    Claim,
    Consult,
    DropCall,
    ExportContacts,
    FindContacts,
    ImportContacts,
    JoinConsult,
    ListDevices,
    NoteAttempt,
    NoteCall,
    ParkCall,
    Practise,
    RemoveContact,
    Renegotiate,
    Reply,
    ResumeCall,
    SaveContact,
    SendCall,
    SendKeys,
    SetHeadset,
    StillServingYes,
    TakeCall,
    TestHeadset,
    Unclaim,
)
from desk.practice import practice_command, practice_environment
from desk.serve import EngineProcess
from tests.engine_process import Engine
from tests.phone.registrar import Pbx
from tests.ports import free_port
from tests.rendered import COMPANY, take_in
from tests.tone_headset import ToneHeadset

SETTINGS = f"""
[desk]
company = "{COMPANY}"
country = "GB"
time_zone = "Europe/London"
people = ["Ana", "Ben"]
[phone]
internal = ["2xx"]
allowed_prefixes = ["+44"]
[policy]
ring_free = 0.1
ring_serving = 0.1
calls_per_hour = 3
retries = 4
[voice]
rate = 2.0
"""
NUMBERS = [f"+4420794601{n:02}" for n in range(20)]


class Desk:
    """An engine at work in this process, and what is asked of it."""

    def __init__(self, folder: Path, settings: str) -> None:
        take_in(folder, 2.0)
        self.process = EngineProcess(parse(settings, None), folder, headset=self._make)
        self._callers: list[asyncio.subprocess.Process] = []

    def _make(self, microphone: str, speaker: str, changed: Callable[[], None]) -> ToneHeadset:
        self.headset = ToneHeadset(microphone, speaker, changed)
        return self.headset

    async def ask(self, request: AnyRequest) -> Reply:
        return await asyncio.wait_for(self.process.requests.answer(request), 10)

    async def well(self, request: AnyRequest) -> Reply:
        reply = await self.ask(request)
        assert reply.ok, reply
        return reply

    async def no(self, request: AnyRequest) -> str:
        reply = await self.ask(request)
        assert not reply.ok, request
        assert reply.happened.endswith(".")
        assert reply.do.endswith((".", "doctor")), reply.do
        return reply.happened

    @property
    def view(self) -> View:
        return self.process.view()

    async def until(self, true: Callable[[View], Any], seconds: float = 20) -> Any:
        async with asyncio.timeout(seconds):
            while not (found := true(self.view)):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return found

    async def doing(self, call: str, doing: Doing) -> CallView:
        found: CallView = await self.until(
            lambda v: next((c for c in v.calls if c.id == call and c.doing is doing), None)
        )
        return found

    async def caller(self, number: str, press: str = "1", hang_up_after: float = 60) -> str:
        """Somebody rings and chooses; the call."""
        given = (await self.well(AskPracticePass())).practice_pass
        assert given is not None
        wanted = Practise(number=number, press=press, hang_up_after=hang_up_after)
        before = {c.id for c in self.view.calls}
        self._callers.append(
            await asyncio.create_subprocess_exec(
                *practice_command(given, wanted),
                env=practice_environment(given),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        )
        call: CallView = await self.until(
            lambda v: next((c for c in v.calls if c.id not in before and c.number == number), None)
        )
        return call.id

    async def holding(self, number: str) -> str:
        return (await self.doing(await self.caller(number), Doing.HOLDING)).id

    async def hung_up(self, number: str) -> int:
        """Somebody rings and hangs up; the promise."""
        await self.caller(number, press="", hang_up_after=0.8)
        found: int = await self.until(lambda v: next((p.id for p in v.promises if p.number == number), None))
        return found

    async def callers_end(self) -> None:
        for caller in self._callers:
            if caller.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    caller.terminate()
        for caller in self._callers:
            await caller.wait()
        self._callers.clear()

    def journal(self) -> list[dict[str, Any]]:
        return list(self.process.store.journal(0, 1000))


@contextlib.asynccontextmanager
async def at_work(folder: Path, settings: str = SETTINGS) -> AsyncIterator[Desk]:
    desk = Desk(folder, settings)
    running = asyncio.create_task(desk.process.run())
    try:
        await desk.until(lambda v: v.line.address)
        yield desk
    finally:
        await desk.callers_end()
        desk.process.engine.stop()
        await asyncio.wait_for(running, 20)


async def test_take_hold_swap_hang_up(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        first = await desk.holding(NUMBERS[0])
        assert desk.headset.warmed == [True]
        assert "not on hold" in await desk.no(ResumeCall(call=first))
        assert "Nobody is speaking" in await desk.no(ParkCall(call=first))
        assert "Nobody has taken" in await desk.no(DropCall(call=first))
        both = await asyncio.gather(
            desk.ask(TakeCall(call=first, by="Ana")), desk.ask(TakeCall(call=first, by="Ben"))
        )
        assert [reply.ok for reply in both] == [True, False]
        assert both[1].happened == "Ana has this call already."
        shown = await desk.doing(first, Doing.TALKING)
        assert (shown.by, shown.number) == ("Ana", NUMBERS[0])
        assert desk.process.speaking.levels(desk.process.engine.desk) is not None

        assert (await desk.well(NoteCall(call=first, text=" asks for  Dr Lee ", by="Ana"))).ok
        assert "empty" in await desk.no(NoteCall(call=first, text="  "))
        assert (await desk.doing(first, Doing.TALKING)).notes == ("asks for  Dr Lee",)
        assert "being spoken with" in await desk.no(TestHeadset())
        secret = "5105105105105100"
        await desk.well(SendKeys(call=first, keys=secret))
        assert "No telephone" in await desk.no(SendKeys(call=first, keys="12A"))

        second = await desk.holding(NUMBERS[1])
        await desk.well(TakeCall(call=second))
        await desk.doing(first, Doing.PARKED)
        await desk.doing(second, Doing.TALKING)
        await desk.well(ResumeCall(call=first))
        await desk.doing(second, Doing.PARKED)
        assert "already" in await desk.no(ParkCall(call=second))
        assert "Resume" in (await desk.ask(TakeCall(call=second))).do
        await desk.well(ParkCall(call=first))
        await desk.well(DropCall(call=first))
        await desk.well(DropCall(call=second))
        await desk.until(lambda v: not v.calls)
        for request in (TakeCall(call=first), ParkCall(call="c0"), SendKeys(call="", keys="1")):
            assert "has ended" in await desk.no(request)
        await desk.well(NoteCall(call=first, text="afterwards too"))
        assert "no such call" in await desk.no(NoteCall(call="c0", text="x"))
        assert not desk.view.promises  # who was spoken with is owed nothing
        assert secret not in json.dumps(desk.journal(), default=str)
        assert len(desk.headset.conversations) >= 3


async def test_without_a_headset_one_is_told_and_the_caller_keeps_the_place(tmp_path: Path) -> None:
    settings = SETTINGS.replace("[phone]", '[phone]\ndesk_phone = "sip:214@127.0.0.1:1"').replace(
        "[voice]", 'ring_desk = 1\n[headset]\nside = "headset"\n[voice]'
    )
    async with at_work(tmp_path, settings) as desk:
        call = await desk.holding(NUMBERS[2])
        desk.headset.plug(False)
        await desk.until(lambda v: not v.side.headset.ready)
        reply = await desk.ask(TakeCall(call=call))
        assert reply.happened == "The headset was pulled out."
        assert reply.do == "Plug it in again. Or speak by the desk phone."
        assert (await desk.doing(call, Doing.HOLDING)).place == 1
        assert desk.view.side.desk_phone
        await desk.until(lambda v: "HeadsetChanged" in [e["event"] for e in desk.journal()])
        # nobody answers at that address: the caller is on hold again
        await desk.well(TakeCall(call=call, side=SideKind.DESK_PHONE))
        await desk.doing(call, Doing.TAKEN)
        assert desk.view.side.rings
        assert (await desk.doing(call, Doing.HOLDING)).place == 1
        desk.headset.plug(True)
        await desk.until(lambda v: v.side.headset.ready)
        await desk.well(TakeCall(call=call))
        await desk.doing(call, Doing.TALKING)
    async with at_work(tmp_path, SETTINGS) as desk:
        assert "no desk phone" in await desk.no(ChooseDevices(side=SideKind.DESK_PHONE))


async def test_by_the_desk_phone(tmp_path: Path) -> None:
    """The phone on the desk is another One Moment, which picks up, or lets it ring."""
    phone = Engine(tmp_path / "phone", policy={"ring_free": 3}, voice={"engine": "none"})
    with phone:
        settings = SETTINGS.replace("[phone]", f'[phone]\ndesk_phone = "sip:214@{phone.address}"')
        async with with_pbx(phone, tmp_path / "desk", settings) as desk:
            assert desk.view.side.used is SideKind.DESK_PHONE
            promise, other = await desk.hung_up(NUMBERS[7]), await desk.hung_up(NUMBERS[8])
            call = await desk.holding(NUMBERS[9])
            assert desk.headset.warmed == []
            await desk.well(TakeCall(call=call))
            await desk.doing(call, Doing.TAKEN)
            await desk.until(lambda v: v.side.rings)
            assert "already" in await desk.no(TakeCall(call=call))
            await desk.doing(call, Doing.TALKING)
            assert desk.view.side.picked_up
            assert desk.process.speaking.levels(desk.process.engine.desk) is None
            await desk.well(DropCall(call=call))
            await desk.until(lambda v: not v.calls and not v.side.picked_up)
            # the phone rings again, and nobody is dialled before it is picked up
            begun = (await desk.well(CallBack(promise=promise, by="Ana"))).call
            await desk.doing(begun, Doing.TAKEN)
            assert "being called just now" in await desk.no(CallBack(promise=other))
            assert "Ana is calling now" in await desk.no(Claim(promise=promise, by="Ben"))
            await desk.well(DropCall(call=begun))
            await desk.until(lambda v: not v.calls)
            assert not [p.attempts for p in desk.view.promises if p.attempts]
            assert desk.headset.conversations == []


async def test_calling_back(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        promise = await desk.hung_up(NUMBERS[3])
        await desk.well(Claim(promise=promise, by="Ana"))
        assert desk.view.promises[0].claimed_by == "Ana"
        assert await desk.no(CallBack(promise=promise, by="Ben")) == "Ana is calling now."
        assert await desk.no(Unclaim(promise=promise, by="Ben")) == "Ana is calling now."
        await desk.well(Unclaim(promise=promise, by="Ana"))
        assert "Nobody is calling" in await desk.no(Unclaim(promise=promise, by="Ana"))
        for to, why in [
            ("999", "Emergency"), ("+44 909 879 0123", "Premium"), ("+1 202 555 0123", "do not allow"),
            ("12345678", "No telephone"), ("x", "no number"),
        ]:  # fmt: skip
            assert why in await desk.no(CallBack(promise=promise, to=to)), to
        assert "there is no PBX" in await desk.no(CallBack(promise=promise))
        assert not desk.view.promises[0].attempts
        assert "no such promise" in await desk.no(CallBack(promise=999))


@contextlib.asynccontextmanager
async def with_pbx(phone: Engine, folder: Path, settings: str = SETTINGS) -> AsyncIterator[Desk]:
    """At work at a PBX that hands every call to this phone."""
    pbx = Pbx("6000", "x", phone.address)
    said = f'[phone]\nlisten = "127.0.0.1:{free_port()}"\nregistrar = "{await pbx.open()}"\n'
    said += 'user = "6000"\npassword = "x"'
    try:
        async with at_work(folder, settings.replace("[phone]", said)) as desk:
            await desk.until(lambda v: v.line.state is LineState.READY)
            yield desk
    finally:
        await pbx.close()


async def test_called_back_and_how_it_went(tmp_path: Path) -> None:
    """One call back is one contact, with the outcome and the note the person gave it."""
    phone = Engine(tmp_path / "phone", policy={"ring_free": 0.3}, voice={"engine": "none"})
    with phone:
        async with with_pbx(phone, tmp_path / "desk") as desk:
            promise = await desk.hung_up(NUMBERS[3])
            for tried in (1, 2, 3):
                begun = (await desk.well(CallBack(promise=promise, by="Ana"))).call
                assert begun.startswith("o")
                await desk.doing(begun, Doing.TALKING)
                if tried < 3:
                    await desk.well(DropCall(call=begun))
                    await desk.until(lambda v: v.next.what is What.SAY_OUTCOME)
                said = NoteAttempt(promise=promise, outcome=Outcome.VOICEMAIL, note=f"try {tried}", by="Ana")
                await desk.well(said)
                if tried == 3:
                    await desk.well(DropCall(call=begun))
                    await desk.until(lambda v: not v.calls)
                assert desk.view.next.what is not What.SAY_OUTCOME
            assert "calls were made within the hour" in await desk.no(CallBack(promise=promise))
            [shown] = desk.view.promises
            # three within a minute are one attempt: nobody is given up so soon
            assert (len(shown.attempts), shown.attempts_left) == (3, 3)
            before = [(c.out, c.end, c.note, c.by) for c in shown.before]
            assert before == [(True, "voicemail", f"try {tried}", "Ana") for tried in (3, 2, 1)]
            await desk.well(NoteAttempt(promise=promise, outcome=Outcome.REACHED, by="Ana"))
            assert not desk.view.promises


async def test_a_number_is_looked_at_anew_when_it_is_called(tmp_path: Path) -> None:
    """Whoever looks after the desk may allow, or forbid, what was kept before."""
    abroad = "+12025550123"
    phone = Engine(tmp_path / "phone", policy={"ring_free": 0.3}, voice={"engine": "none"})
    with phone:
        async with with_pbx(phone, tmp_path / "desk") as desk:
            promise, kept = 1, desk.process.identify(abroad)
            at = desk.view.at
            made = PromiseMade(at=at, promise=promise, caller=kept, why=Why.MESSAGE, recording="m1")
            await desk.process.engine.feed_and_wait(made)
            told = Renegotiate(promise=promise, minutes=30, told=Told.BY_CALL)
            for ask in (CallBack(promise=promise), told):
                assert "do not allow" in await desk.no(ask)
        allowed = SETTINGS.replace('["+44"]', "[]")
        async with with_pbx(phone, tmp_path / "desk", allowed) as desk:
            begun = (await desk.well(CallBack(promise=promise))).call
            await desk.doing(begun, Doing.TALKING)
            await desk.well(DropCall(call=begun))
            await desk.until(lambda v: v.next.what is What.SAY_OUTCOME)
            await desk.well(NoteAttempt(promise=promise, outcome=Outcome.BUSY))
            call = (await desk.well(told)).call
            await desk.doing(call, Doing.TELLING)


async def test_a_new_time(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        promise = await desk.hung_up(NUMBERS[4])
        for wrong in (Renegotiate(promise=promise), Renegotiate(promise=promise, minutes=0),
                      Renegotiate(promise=promise, minutes=10081),
                      Renegotiate(promise=promise, minutes=5, at=desk.view.at),
                      Renegotiate(promise=promise, at=desk.view.at)):  # fmt: skip
            assert "1 minute to 7 days" in await desk.no(wrong)
        await desk.well(Renegotiate(promise=promise, minutes=30, told=Told.NOT_TOLD, by="Ben"))
        shown = desk.view.promises[0]
        assert shown.promised_by is not None
        assert (shown.promised_by.second, shown.renegotiated, shown.told) == (0, 1, Told.NOT_TOLD)


async def test_passing_on(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        call = await desk.holding(NUMBERS[5])
        assert "Nobody is speaking" in await desk.no(SendCall(call=call, to="214"))
        await desk.well(TakeCall(call=call))
        await desk.doing(call, Doing.TALKING)
        for to, why in [("112", "Emergency"), (NUMBERS[5], "own number"), ("", "no number"),
                        ("21x4", "No telephone"), ("sip:a@b", "no number")]:  # fmt: skip
            assert why in await desk.no(SendCall(call=call, to=to))
            assert why in await desk.no(Consult(call=call, to=to))
        assert "Nobody is being asked" in await desk.no(JoinConsult(call=call))
        for ask in (SendCall(call=call, to="214"), Consult(call=call, to="214")):
            assert "there is no PBX" in await desk.no(ask)
        await desk.doing(call, Doing.TALKING)


async def test_asking_a_colleague(tmp_path: Path) -> None:
    phone = Engine(tmp_path / "phone", policy={"ring_free": 0.3}, voice={"engine": "none"})
    with phone:
        async with with_pbx(phone, tmp_path / "desk") as desk:
            call = await desk.holding(NUMBERS[5])
            await desk.well(TakeCall(call=call))
            asked = (await desk.well(Consult(call=call, to="214"))).call
            await desk.doing(call, Doing.PARKED)
            await desk.doing(asked, Doing.TALKING)
            assert "asked about this caller already" in await desk.no(Consult(call=call, to="215"))
            await desk.well(DropCall(call=asked))
            await desk.until(lambda v: v.next.call == call and v.next.what is What.RESUME)


async def test_people(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        new = ContactView(
            name=" Ada  Okafor", numbers=("020 7946 0106", "+442079460106"), vip=True, notes="tea"
        )
        saved = (await desk.well(SaveContact(contact=new, by="Ana"))).contacts[0]
        assert (saved.name, saved.numbers) == ("Ada Okafor", (NUMBERS[6],))
        assert (await desk.well(FindContacts(text="oka"))).contacts == (saved,)
        assert (await desk.well(FindContacts(text="oka", skip=1))).contacts == ()
        for wrong, why in [
            (ContactView(numbers=("214",)), "no name"), (ContactView(name="x" * 201), "too long"),
            (ContactView(name="A", numbers=("12345678901234",)), "No telephone"),
            (ContactView(name="A", numbers=("abc",)), "No telephone"),
            (ContactView(name="A", numbers=("12ab",)), "No telephone"),
            (ContactView(name="A", language="Klingon"), "No language"),
            (ContactView(id="nobody", name="A"), "not in the directory"),
        ]:  # fmt: skip
            assert why in await desk.no(SaveContact(contact=wrong))
        call = await desk.holding(NUMBERS[6])
        [shown] = desk.view.calls
        assert (shown.name, shown.vip, shown.contacts) == ("Ada Okafor", True, (saved,))
        await desk.well(RemoveContact(contact=saved.id))
        assert "not in the directory" in await desk.no(RemoveContact(contact=saved.id))
        [shown] = desk.view.calls
        assert (shown.id, shown.name, shown.contacts) == (call, None, ())


async def test_who_rings_back_from_another_number_is_the_same_person(tmp_path: Path) -> None:
    home, mobile = NUMBERS[7], NUMBERS[8]
    async with at_work(tmp_path) as desk:
        await desk.well(SaveContact(contact=ContactView(name="Ada Okafor", numbers=(home, mobile))))
        promise = await desk.hung_up(home)
        call = await desk.holding(mobile)
        [shown] = desk.view.calls
        assert (shown.promise, shown.name, len(shown.before)) == (promise, "Ada Okafor", 1)
        await desk.well(TakeCall(call=call))
        await desk.doing(call, Doing.TALKING)
        assert desk.view.promises == ()
        await desk.well(DropCall(call=call))


async def test_files_of_people(tmp_path: Path) -> None:
    file, out = tmp_path / "people.csv", tmp_path / "out.vcf"
    rows = "".join(f"Person {n},+44207946{n:04}\n" for n in range(1200))
    file.write_text("Name,Phone\n" + rows)
    async with at_work(tmp_path / "data") as desk:
        seen = (await desk.well(ImportContacts(file=str(file)))).importing
        assert seen is not None
        assert (seen.added, seen.changed, seen.applied) == (1200, 0, False)
        assert (await desk.well(FindContacts())).contacts == ()
        done = (await desk.well(ImportContacts(file=str(file), apply=True, by="Ana"))).importing
        assert done is not None
        assert (done.added, done.applied) == (1200, True)
        assert len((await desk.well(FindContacts(limit=10**6))).contacts) == 1000
        events = [e for e in desk.journal() if e["event"] == "ContactsImported"]
        assert sum(e["added"] for e in events) == 1200
        await desk.well(ExportContacts(file=str(out)))
        assert out.read_text().count("BEGIN:VCARD") == 1200
        again = (await desk.well(ImportContacts(file=str(out)))).importing
        assert again is not None
        assert (again.added, again.changed, again.unchanged) == (0, 0, 1200)
        for wrong in ("people.csv", str(tmp_path / "gone.csv"), str(tmp_path)):
            await desk.no(ImportContacts(file=wrong))
        for wrong in ("out.csv", str(tmp_path / "out.doc"), str(tmp_path / "none" / "x.csv"), str(file)):
            await desk.no(ExportContacts(file=wrong))


async def test_the_headset_is_chosen_and_remembered(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        found = (await desk.well(ListDevices())).devices
        assert found is not None
        assert "Headset B" in found.microphones
        await desk.well(ChooseDevices(microphone="Headset B", ring="Loudspeaker"))
        await desk.well(SetHeadset(muted=True, volume=0.5))
        shown = desk.view.side.headset
        assert (shown.microphone, shown.speaker, shown.ring) == ("Headset B", "", "Loudspeaker")
        assert (shown.muted, shown.volume) == (True, 0.5)
        await desk.well(TestHeadset())
        await desk.until(lambda v: v.side.headset.testing)
        await desk.well(TestHeadset())
        await desk.until(lambda v: not v.side.headset.testing)
    async with at_work(tmp_path) as desk:
        assert desk.headset.microphone == "Headset B"
        assert desk.headset.volume == 0.5
        assert desk.view.side.headset.ring == "Loudspeaker"


async def test_still_serving(tmp_path: Path) -> None:
    settings = SETTINGS.replace("ring_free", "serving_longest = 1\nring_free")
    async with at_work(tmp_path, settings) as desk:
        assert "Nobody is being served" in await desk.no(StillServingYes())
        await desk.well(ChoosePresence(presence=Presence.SERVING))
        await desk.until(lambda v: v.still_serving_since is not None)
        await desk.well(StillServingYes(by="Ana"))
        await desk.until(lambda v: v.still_serving_since is None)


@pytest.mark.parametrize("name", ["", "x" * 200, "\x00", "'; DROP TABLE contacts; --"])
async def test_wrong_devices_are_no_end(tmp_path: Path, name: str) -> None:
    async with at_work(tmp_path) as desk:
        await desk.well(ChooseDevices(microphone=name))
        assert desk.view.side.headset.microphone == name
