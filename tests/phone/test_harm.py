"""What strangers and far ends try: to have us call somebody, to take a call over, to be answered at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from desk.channels.phone.settings import PhoneSettings
from desk.core.commands import Answer, Talk
from desk.core.events import CallAnswered, CallEnded, CallRang, EndedBy, KeyPressed
from tests.phone.conftest import started
from tests.phone.fakecore import Core
from tests.phone.phones import TestHeadset
from tests.phone.rawsip import SDP, RawCaller

HOME = PhoneSettings(listen="127.0.0.1:0")


async def spoken_with(core: Core, caller: RawCaller) -> str:
    """Let this caller ring, be answered and be spoken with by headset; the call."""
    await caller.invite()
    call = (await core.wait(CallRang)).call
    await core.line.carry_out(Answer(call=call))
    assert " 200 " in await caller.final()
    caller.request("ACK", 1)
    await core.wait(CallAnswered)
    await core.line.carry_out(Talk(call=call))
    return call


class Elsewhere(asyncio.DatagramProtocol):
    """A telephone somebody wants us to call; `rung` is what came."""

    def __init__(self) -> None:
        self.rung: list[bytes] = []

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.rung.append(data)


@pytest.mark.parametrize("inside", [True, False])
async def test_nobody_lets_us_call_somebody_by_refer(tmp_path: Path, inside: bool) -> None:
    loop = asyncio.get_running_loop()
    transport, dear = await loop.create_datagram_endpoint(Elsewhere, local_addr=("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    async with (
        started(tmp_path, HOME, TestHeadset(440.0), quiet=True) as core,
        RawCaller(core.line.address) as eve,
    ):
        if inside:
            await spoken_with(core, eve)
        eve._from = "<sip:02079460999@test>"
        eve.branch += "refer"
        eve.request("REFER", 2, (f"Refer-To: <sip:+881612345678@127.0.0.1:{port}>",))
        answer = await eve.final()
        # in a call RFC 3515 wants 202 first; that it was refused is told by NOTIFY
        assert answer.startswith("SIP/2.0 202" if inside else "SIP/2.0 501")
        await asyncio.sleep(1.0)
        assert dear.rung == []
        assert len(core.line.calls) == inside
        assert core.all(CallEnded) == []
    transport.close()
    await asyncio.sleep(0)


async def test_who_replaces_a_call_is_not_put_through_to_the_person(tmp_path: Path) -> None:
    headset = TestHeadset(440.0)
    async with (
        started(tmp_path, HOME, headset, quiet=True) as core,
        RawCaller(core.line.address) as ana,
        RawCaller(core.line.address, "127.0.0.2") as eve,
    ):
        call = await spoken_with(core, ana)
        eve._from = "<sip:02079460999@test>"
        replaces = f"Replaces: {ana.call_id};to-tag={ana.to_tag};from-tag={ana.tag}"
        eve.request("INVITE", 1, (replaces,), SDP.format(host=eve.host, port=40002))
        other = (await core.wait(CallRang, 2)).call
        ended = await core.ended()
        # a caller who is cut is owed a callback; whose call it was stands nowhere
        assert (ended.call, ended.by, ended.reason) == (call, EndedBy.LINE, "replaced by another call")
        await asyncio.sleep(0.3)
        assert core.line.calls == (other,)
        assert len(core.all(CallAnswered)) == 1
        assert headset.rate == 0


@pytest.mark.parametrize(
    "header",
    ["Call-Info: <sip:x>;answer-after=0", "Alert-Info: info=alert-autoanswer", "Answer-Mode: Auto;require"],
)
async def test_no_caller_is_answered_because_they_say_so(tmp_path: Path, header: str) -> None:
    async with started(tmp_path, HOME) as core, RawCaller(core.line.address) as eve:
        assert (await eve.invite(header)).startswith("SIP/2.0 180")
        await asyncio.sleep(0.5)
        assert eve.answers.empty()
        assert core.all(CallAnswered) == []


async def test_a_thousand_keys_by_info_leave_the_call_as_it_is(tmp_path: Path) -> None:
    async with (
        started(tmp_path, HOME, TestHeadset(440.0), quiet=True) as core,
        RawCaller(core.line.address) as eve,
    ):
        call = await spoken_with(core, eve)
        for number in range(1000):
            eve.branch = f"z9hG4bKkey{number}"
            body = f"Signal={number % 10}\r\nDuration=100\r\n"
            lines = (
                f"INFO sip:desk@{core.line.address} SIP/2.0",
                f"Via: SIP/2.0/UDP {eve.host}:{eve.port};branch={eve.branch};rport",
                "Max-Forwards: 70",
                f"From: {eve._from};tag={eve.tag}",
                f"To: <sip:desk@{eve.line[0]}>;tag={eve.to_tag}",
                f"Call-ID: {eve.call_id}",
                f"CSeq: {number + 2} INFO",
                "Content-Type: application/dtmf-relay",
                f"Content-Length: {len(body)}",
            )
            eve.send(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
            if number % 20 == 0:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.5)
        assert core.line.calls == (call,)
        assert {event.key for event in core.all(KeyPressed)} <= {"other"}
