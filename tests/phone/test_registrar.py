"""Registering at a registrar that checks digest for real, and everything that goes wrong with one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from desk.channels.phone import line as line_module
from desk.channels.phone.settings import PhoneSettings
from desk.core.events import CallRang, LineChanged
from desk.core.model import LineState
from tests.phone.conftest import started
from tests.phone.fakecore import Core
from tests.phone.rawsip import RawCaller
from tests.phone.registrar import Registrar
from tests.ports import free_port


def at(registrar: str, password: str = "right") -> PhoneSettings:
    return PhoneSettings(listen="127.0.0.1:0", registrar=registrar, user="6000", password=password)


def said(core: Core) -> list[LineState]:
    return [event.state for event in core.all(LineChanged)]


async def test_it_registers_and_says_goodbye(tmp_path: Path, pbx: Registrar) -> None:
    address = await pbx.open()
    async with started(tmp_path, at(address)) as core:
        ready = await core.wait(LineChanged, 2)
        assert said(core) == [LineState.REGISTERING, LineState.READY]
        assert ready.detail == f"Registered 6000 at {address}."
        assert not core.line.practice
    assert [expires for _, expires in pbx.seen] == [60, 0]


async def test_a_wrong_password_is_said_and_healed_when_the_pbx_changes_its_mind(
    tmp_path: Path, pbx: Registrar
) -> None:
    address = await pbx.open()
    async with started(tmp_path, at(address, "wrong")) as core:
        refused = await core.wait(LineChanged, 2)
        assert refused.state is LineState.REFUSED
        assert refused.detail == (
            "The PBX forbids 6000 to register. Check phone.password in the settings, and that nobody else is "
            "registered there as that."
        )
        pbx.password = "wrong"
        ready = await core.wait(LineChanged, 3)
        assert ready.state is LineState.READY


async def test_a_pbx_that_comes_back_is_found_again(
    tmp_path: Path, pbx: Registrar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.channels.phone.registering.OUTCOME", 1.0)
    port = free_port()
    address = f"127.0.0.1:{port}"
    async with started(tmp_path, at(address)) as core:
        gone = await core.wait(LineChanged, 2)
        assert gone.state is LineState.UNREACHABLE
        assert f"{address} unreachable since " in gone.detail
        await pbx.open(port)
        ready = await core.wait(LineChanged, 3)
        assert ready.state is LineState.READY


async def test_a_pbx_that_wants_longer_registrations_gets_them(tmp_path: Path, pbx: Registrar) -> None:
    pbx.shortest = 200
    async with started(tmp_path, at(await pbx.open())) as core:
        await core.wait(LineChanged, 2)
        assert said(core) == [LineState.REGISTERING, LineState.READY]
    assert pbx.seen[0][1] == 200


async def test_only_the_pbx_and_our_own_practice_may_call(tmp_path: Path, pbx: Registrar) -> None:
    address = await pbx.open()
    async with started(tmp_path, at(address)) as core:
        await core.wait(LineChanged, 2)
        async with RawCaller(core.line.address, "127.0.0.9") as stranger:
            await stranger.invite()
            assert "486" in await stranger.final()
        assert (core.line.refused, core.all(CallRang)) == (1, [])
        async with RawCaller(core.line.address) as caller:  # comes from the registrar's address
            await caller.invite("P-Asserted-Identity: <sip:+442079460999@x>")
            await core.rang()
            assert core.numbers == ["+442079460999"]


async def test_a_new_address_moves_the_line(
    tmp_path: Path, pbx: Registrar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Started on one address, then there is another. The routing table is what is not real here."""
    monkeypatch.setattr(line_module, "WATCH", 0.1)
    here: str | None = None
    monkeypatch.setattr("desk.channels.phone.whereabouts.local_address", lambda toward, port: here)
    settings = PhoneSettings(listen="0.0.0.0:0", registrar=await pbx.open(), user="6000", password="right")
    async with started(tmp_path, settings) as core:
        await core.wait(LineChanged, 2)
        before = core.line.address
        here = "127.0.0.1"
        async with asyncio.timeout(5):
            while ("127.0.0.1", 60) not in pbx.seen:
                await core.wait(LineChanged, len(said(core)) + 1)
        assert core.line.address == before


async def test_a_network_that_is_gone_is_said_and_comes_back(
    tmp_path: Path, pbx: Registrar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "WATCH", 0.1)
    here: str | None = "127.0.0.1"
    monkeypatch.setattr("desk.channels.phone.whereabouts.local_address", lambda toward, port: here)
    async with started(tmp_path, at(await pbx.open())) as core:
        await core.wait(LineChanged, 2)
        here = None
        gone = await core.wait(LineChanged, 3)
        assert gone.state is LineState.UNREACHABLE
        assert "no network" in gone.detail
        here = "127.0.0.1"
        assert (await core.wait(LineChanged, 4)).state is LineState.READY
