from __future__ import annotations

import asyncio
import json
import os
import socket
import stat
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from desk import lines as lines_module
from desk.core.model import LineState, Presence
from desk.core.next_action import Because, NextAction, What
from desk.core.views import LineView, View
from desk.lines import BAD_LINES
from desk.link import Link
from desk.link_client import LinkClient, NotAnswering, NotRunning
from desk.link_types import LONGEST_LINE, AnyRequest, Levels, Look, Reply, ToggleServing
from tests.desk.running import utc


def view(company: str = "") -> View:
    return View(
        at=utc(),
        desk_name="Desk",
        company=company,
        language="en",
        time_zone="UTC",
        people=(),
        state=Presence.FREE,
        chosen=Presence.FREE,
        since=None,
        by="",
        line=LineView(state=LineState.READY),
        calls=(),
        next=NextAction(what=What.NOTHING, because=Because.NOTHING_WAITS),
        promises=(),
    )


class World:
    """A link with what it shows, and what it was asked."""

    def __init__(self, path: Path) -> None:
        self.asked: list[AnyRequest] = []
        self.company = "first"
        self.fail = False
        self.levels: Levels | None = None
        self.link = Link(path, self.answer, lambda: view(self.company), lambda: self.levels)

    async def answer(self, request: AnyRequest) -> Reply:
        self.asked.append(request)
        if self.fail:
            raise RuntimeError("+442079460101")
        return Reply(id=request.id, view=view(self.company) if isinstance(request, Look) else None)

    def show(self, company: str) -> None:
        self.company = company
        self.link.changed()


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def connect(cls, path: Path) -> Client:
        return cls(*await asyncio.open_unix_connection(path, limit=4 * LONGEST_LINE))

    def send(self, line: bytes) -> None:
        self.writer.write(line + b"\n")

    async def said(self) -> dict[str, Any]:
        line = await asyncio.wait_for(self.reader.readline(), 5)
        assert line.endswith(b"\n"), "the connection was closed"
        told: dict[str, Any] = json.loads(line)
        return told

    async def ask(self, line: bytes) -> dict[str, Any]:
        self.send(line)
        return await self.said()

    async def closed(self, seconds: float = 5) -> bool:
        try:
            return await asyncio.wait_for(self.reader.read(), seconds) is not None
        except ConnectionError:
            return True
        finally:
            self.close()

    def close(self) -> None:
        self.writer.close()


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    made = World(tmp_path / "run" / "engine.sock")
    await made.link.open()
    yield made
    await made.link.close()
    await asyncio.sleep(0.05)


async def test_the_socket_is_its_owners_and_gone_at_the_end(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        world = World(tmp_path / "run" / "engine.sock")
        await world.link.open()
    finally:
        os.umask(before)
    state = world.link.path.stat()
    assert stat.S_ISSOCK(state.st_mode)
    assert stat.S_IMODE(state.st_mode) == 0o600
    assert stat.S_IMODE(world.link.path.parent.stat().st_mode) == 0o700
    await world.link.close()
    assert not world.link.path.exists()


async def test_a_socket_left_by_a_killed_engine_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "engine.sock"
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(path))
    left.close()
    world = World(path)
    await world.link.open()
    client = await Client.connect(path)
    assert (await client.ask(b'{"do": "look", "id": 7}'))["id"] == 7
    client.close()
    await world.link.close()


async def test_a_file_in_the_place_of_the_socket_is_not_deleted(tmp_path: Path) -> None:
    path = tmp_path / "engine.sock"
    path.write_text("mine")
    with pytest.raises(OSError, match="in use"):
        await World(path).link.open()
    assert path.read_text() == "mine"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_that_somebody_else_made_in_tmp_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    theirs = tmp_path / "one-moment-0"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    with pytest.raises(PermissionError):
        asyncio.run(World(theirs / "engine.sock").link.open())


async def test_each_request_has_its_reply(world: World) -> None:
    client = await Client.connect(world.link.path)
    for n in range(20):
        client.send(json.dumps({"do": "toggle_serving", "id": n, "by": "Ana"}).encode())
    said = [await client.said() for _ in range(20)]
    assert [s["id"] for s in said] == list(range(20))
    assert all(s == {"say": "reply", "id": n} for n, s in enumerate(said))
    assert world.asked[0] == ToggleServing(id=0, by="Ana")
    client.close()


GARBAGE = [
    b"hello",
    b"{}",
    b'{"do": "fly"}',
    b'{"do": "presence", "presence": "asleep"}',
    b'{"do": "later", "promise": "x"}',
    b"\xff\xfe\x00garbage",
    b'{"do": "look", "by": "\\ud800"}',
    b"[" * 100_000,
    b"INVITE sip:desk@127.0.0.1 SIP/2.0",
    b'{"do": "look", "id": 99999999999999999999999999999999999999}',
]


@pytest.mark.parametrize("line", GARBAGE, ids=[repr(g[:30]) for g in GARBAGE])
async def test_garbage_is_answered_with_a_sentence_and_counted(world: World, line: bytes) -> None:
    client = await Client.connect(world.link.path)
    said = await client.ask(line)
    assert said["ok"] is False
    assert said["happened"].startswith("This line is no request")
    assert said["do"].startswith("Send one JSON object a line")
    assert world.link.garbage == 1
    assert (await client.ask(b'{"do": "look", "id": 1}'))["id"] == 1
    client.close()


async def test_nothing_but_garbage_ends_the_connection(world: World) -> None:
    client = await Client.connect(world.link.path)
    for _ in range(BAD_LINES):
        assert (await client.ask(b"?"))["ok"] is False
    client.send(b"?")
    assert await client.closed()
    assert world.link.garbage == BAD_LINES + 1


async def test_a_line_that_is_too_long_ends_the_connection_and_no_other(world: World) -> None:
    good = await Client.connect(world.link.path)
    bad = await Client.connect(world.link.path)
    bad.send(b"x" * (LONGEST_LINE * 2))
    assert await bad.closed()
    assert world.link.garbage == 1
    assert (await good.ask(b'{"do": "look", "id": 2}'))["id"] == 2
    good.close()


async def test_too_many_connections_are_told_so_and_ended(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is an open file, and a call needs some too: without any the SIP stack ended the engine."""
    monkeypatch.setattr(lines_module, "MOST", 20)
    opened = [await asyncio.open_unix_connection(str(world.link.path)) for _ in range(25)]
    for reader, _ in opened[20:]:
        reply = msgspec.json.decode(await asyncio.wait_for(reader.readline(), 5), type=Reply)
        assert reply.happened == "Too many programs are connected."
        assert await reader.read() == b""
    assert len(world.link.lines.connections) == 20
    for _, writer in opened:
        writer.close()
    async with asyncio.timeout(5):
        while world.link.lines.connections:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    reader, writer = await asyncio.open_unix_connection(str(world.link.path))
    writer.write(b'{"do":"look","id":7}\n')
    assert b'"id":7' in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


async def test_a_watcher_is_shown_the_whole_at_once_and_after_every_change(world: World) -> None:
    client = await Client.connect(world.link.path)
    assert await client.ask(b'{"do": "watch", "id": 3}') == {"say": "reply", "id": 3}
    first = await client.said()
    assert (first["say"], first["view"]["company"]) == ("shown", "first")
    world.show("second")
    assert (await client.said())["view"]["company"] == "second"
    for n in range(500):
        world.show(f"number {n}")
    last = await client.said()
    while last["view"]["company"] != "number 499":
        last = await client.said()
    client.close()


async def test_fifty_watchers_see_each_change(world: World) -> None:
    clients = [await Client.connect(world.link.path) for _ in range(50)]
    for client in clients:
        await client.ask(b'{"do": "watch"}')
        await client.said()
    began = time.monotonic()
    world.show("now")
    for client in clients:
        assert (await client.said())["view"]["company"] == "now"
    assert time.monotonic() - began < 0.5
    for client in clients:
        client.close()


async def test_a_watcher_that_does_not_read_is_dropped_and_the_others_are_not(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "SLOWEST", 0.3)
    slow, quick = await Client.connect(world.link.path), await Client.connect(world.link.path)
    slow.send(b'{"do": "watch"}')
    await quick.ask(b'{"do": "watch"}')
    transport = slow.writer.transport
    assert isinstance(transport, asyncio.ReadTransport)
    transport.pause_reading()
    big = "x" * 400_000
    for n in range(8):
        world.show(f"{n}{big}")
        await asyncio.sleep(0.03)
    until = time.monotonic() + 5
    while len(world.link.lines.connections) > 1:
        assert time.monotonic() < until, "the slow one is still there"
        await asyncio.sleep(0.02)
    world.show("the end")
    while (await quick.said()).get("view", {}).get("company") != "the end":
        pass
    quick.close()
    transport.abort()


async def test_one_that_asks_and_does_not_read_is_dropped(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "SLOWEST", 0.3)
    world.company = "x" * 300_000
    greedy = await Client.connect(world.link.path)
    transport = greedy.writer.transport
    assert isinstance(transport, asyncio.ReadTransport)
    transport.pause_reading()
    for _ in range(50):
        greedy.send(b'{"do": "look"}')
    until = time.monotonic() + 5
    while world.link.lines.connections:
        assert time.monotonic() < until, "it is still there"
        await asyncio.sleep(0.02)
    assert len(world.asked) < 50
    transport.abort()


async def test_a_request_that_fails_is_answered_with_sentences(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.fail = True
    client = await Client.connect(world.link.path)
    said = await client.ask(b'{"do": "look", "id": 4}')
    assert (said["id"], said["ok"]) == (4, False)
    assert "made a mistake" in said["happened"]
    assert "RuntimeError" in caplog.text
    assert "44207946" not in caplog.text
    client.close()


async def test_a_view_that_fails_ends_that_connection_so_that_the_window_asks_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> View:
        raise KeyError("view")

    async def answer(request: AnyRequest) -> Reply:
        return Reply(id=request.id)

    link = Link(tmp_path / "engine.sock", answer, broken)
    await link.open()
    client = await Client.connect(link.path)
    client.send(b'{"do": "watch"}')
    assert await client.closed()
    assert "The desk could not be shown: KeyError" in caplog.text
    await link.close()


async def test_the_client_skips_what_is_shown_and_finds_its_reply(world: World) -> None:
    def ask() -> Reply:
        with LinkClient(world.link.path) as client:
            return client.ask(Look(id=9))

    reply = await asyncio.to_thread(ask)
    assert reply.id == 9
    assert reply.view is not None


def test_the_client_says_when_no_engine_answers(tmp_path: Path) -> None:
    with pytest.raises(NotRunning):
        LinkClient(tmp_path / "nobody.sock")


def test_the_client_does_not_wait_for_ever(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        with LinkClient(tmp_path / "silent.sock", patience=0.1) as client, pytest.raises(NotAnswering):
            client.ask(Look())


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH\n", b'{"say": "boo"}\n', b"\xff\n"])
def test_the_client_takes_something_else_for_no_engine(tmp_path: Path, said: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "other.sock"))
        other.listen()
        with LinkClient(tmp_path / "other.sock", patience=1) as client:
            end, _ = other.accept()
            end.sendall(said)
            with pytest.raises(NotRunning):
                client.ask(Look())
            end.close()


def test_replies_and_requests_come_through_as_they_are() -> None:
    reply = Reply(id=1, ok=False, happened="It is so.", do="Do this.")
    assert msgspec.json.decode(msgspec.json.encode(reply), type=Reply) == reply


async def test_levels_for_who_asked_while_they_say_something(world: World) -> None:
    one, other = await Client.connect(world.link.path), await Client.connect(world.link.path)
    assert (await one.ask(b'{"do": "levels", "id": 7}'))["id"] == 7
    world.levels = Levels(microphone=0.5, speaker=0.25)
    assert await one.said() == {"say": "levels", "microphone": 0.5, "speaker": 0.25}
    world.levels = None
    while (last := await one.said()) != {"say": "levels"}:
        assert last["microphone"] == 0.5
    assert (await one.ask(b'{"do": "levels", "id": 8, "on": false}'))["id"] == 8
    world.levels = Levels(microphone=1.0)
    await asyncio.sleep(0.3)
    for client in (one, other):
        assert (await client.ask(b'{"do": "toggle_serving", "id": 9}'))["say"] == "reply"
        client.close()
