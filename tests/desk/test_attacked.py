"""The desk when somebody means it harm, or something breaks at the wrong moment."""

from __future__ import annotations

from pathlib import Path

from desk.core.events import CallEnded, CallRang, EndedBy
from desk.core.model import Doing
from desk.core.views import ContactView
from desk.directory.rows import LONG
from desk.link_types import CallBack, SaveContact
from tests.desk.running import events_on_disk, on_disk
from tests.desk.test_live_call import NUMBERS, SETTINGS, Desk, at_work
from tests.phone.rawsip import RawCallee


async def rang(desk: Desk, number: str) -> int:
    """Somebody rang and hung up, as the line would tell it; the promise."""
    process, now = desk.process, desk.process.engine.clock.now()
    process.happened(CallRang(at=now, call="c1", caller=process.identify(number)))
    process.happened(CallEnded(at=now, call="c1", by=EndedBy.CALLER))
    found: int = await desk.until(lambda v: next((p.id for p in v.promises), None))
    return found


async def test_an_engine_told_to_stop_while_it_rings_there_made_no_attempt(tmp_path: Path) -> None:
    async with RawCallee("180 Ringing") as pbx:
        address = pbx.uri.partition("@")[2]
        phone = f'[phone]\nregistrar = "{address}"\nuser = "6000"\n'
        async with at_work(tmp_path, SETTINGS.replace("[phone]\n", phone)) as desk:
            promise = await rang(desk, NUMBERS[0])
            call = (await desk.well(CallBack(promise=promise, by="Ana"))).call
            await desk.doing(call, Doing.RINGING_THERE)
        events = events_on_disk(tmp_path)
        assert "AttemptEnded" not in events
        assert events[-3:] == ["CallEnded", "ClaimEnded", "EngineStopped"]
        assert on_disk(tmp_path)[-3]["by"] == "line"


HOSTILE = "\x1b[31mAnn\x00\u202eeman\u202c\u2066 <b>Lee</b>\x7f\u200b\r\n"


async def test_a_name_is_kept_as_letters_that_can_be_seen(tmp_path: Path) -> None:
    async with at_work(tmp_path) as desk:
        said = ContactView(name=HOSTILE, company=HOSTILE, notes=HOSTILE + "two\nlines", numbers=(NUMBERS[0],))
        (kept,) = (await desk.well(SaveContact(contact=said))).contacts
        assert kept.name == kept.company == "[31mAnneman <b>Lee</b>"
        assert kept.notes == "[31mAnneman <b>Lee</b>\ntwo\nlines"
        assert len(kept.notes) < LONG
