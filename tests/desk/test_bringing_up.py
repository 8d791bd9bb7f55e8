"""Records of an older program: while they are brought up to date, who asks is told how far that is."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from desk.bringing_up import _Meanwhile, bring_up
from desk.cli import main
from desk.core.model import Policy
from desk.core.step import followed
from desk.link_client import LinkClient, NotRunning
from desk.link_types import BroughtUp, FromEngine, ListPromises, Look, Reply, Watch
from desk.places import socket_path
from desk.store import Store, StoreRefused, Told, bringing_up, checking, computing, older
from tests.store.test_older import put_old


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def tell(data: Path) -> tuple[threading.Thread, threading.Event]:
    """Somebody answers at this folder's socket, 40 of 100 done, until the event is set."""
    go_on, begun = threading.Event(), threading.Event()

    def carry_out(told: Told) -> None:
        told(40, 100)
        begun.set()
        assert go_on.wait(30)

    def run() -> None:
        asyncio.run(_Meanwhile(socket_path(data)).until(carry_out))

    thread = threading.Thread(target=run)
    thread.start()
    assert begun.wait(30)
    return thread, go_on


@pytest.fixture
def meanwhile(data: Path) -> Iterator[threading.Event]:
    thread, go_on = tell(data)
    yield go_on
    go_on.set()
    thread.join(30)


def test_who_asks_is_told_how_far_it_is(data: Path, meanwhile: threading.Event) -> None:
    with LinkClient(socket_path(data)) as client:
        for request in (Look(id=1), ListPromises(id=2)):
            reply = client.ask(request)
            assert (reply.id, reply.ok) == (request.id, False)
            assert reply.happened == "The records are being brought up to date: 40 %."
            assert reply.do.endswith("calls are answered once that is done.")


def test_who_watches_is_told_again_and_again(data: Path, meanwhile: threading.Event) -> None:
    decoder = msgspec.json.Decoder(FromEngine)
    with LinkClient(socket_path(data)) as client:
        client._socket.sendall(msgspec.json.encode(Watch(id=7)) + b"\n")
        said = [decoder.decode(client._file.readline()) for _ in range(3)]
    assert [type(s) for s in said] == [BroughtUp, Reply, BroughtUp]
    assert {s.percent for s in said if isinstance(s, BroughtUp)} == {40}
    meanwhile.set()


def test_doctor_says_it(data: Path, meanwhile: threading.Event, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--data", str(data)])
    [line] = [line for line in capsys.readouterr().out.splitlines() if line.split()[1] == "line"]
    assert "The records are being brought up to date: 40 %." in line


def test_the_engine_begins_after_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The socket is free again, the folder too, and nothing is left to do."""
    put_old(data, "version_6")
    monkeypatch.setattr(bringing_up, "WORTH_SAYING", 1)
    with caplog.at_level("INFO"):
        bring_up(data)
    assert "brought up to date first" in caplog.text
    with pytest.raises(NotRunning):
        LinkClient(socket_path(data))
    monkeypatch.setattr(bringing_up, "WORTH_SAYING", 20_000)
    with older(data) as work:
        assert work is None
    store = Store.open(data)
    assert store.load().events_after == []
    store.close()


def test_it_is_told_how_many_entries_are_done(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_old(data, "version_6")
    monkeypatch.setattr(bringing_up, "WORTH_SAYING", 1)
    monkeypatch.setattr(computing, "TOLD_EVERY", 25)
    told: list[tuple[int, int]] = []
    with older(data) as work:
        assert work is not None
        with pytest.raises(StoreRefused, match="already runs"):
            Store.open(data)  # nobody else has the folder meanwhile
        work(lambda done, of: told.append((done, of)))
    [last] = {of for _, of in told}
    assert [done for done, _ in told] == list(range(25, last + 1, 25))


def test_computing_anew_tells_how_far_it_is(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_old(data, "version_6")
    Store.open(data).close()
    monkeypatch.setattr(computing, "TOLD_EVERY", 25)
    told: list[int] = []
    fold = partial(followed, policy=Policy())
    assert checking.differences(data, fold, lambda done, of: told.append(100 * done // of)) == ()
    assert len(told) > 2
    assert told == sorted(told)


def test_a_desk_kept_long_ago_is_kept_anew(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose desk has another shape reads the journal from its beginning: years, but once."""
    put_old(data, "version_6")
    store = Store.open(data)
    kept = store.load()
    store.close()
    with sqlite3.connect(data / "onemoment.db") as conn:
        conn.execute("UPDATE snapshot SET version = 'another shape'")
    conn.close()
    monkeypatch.setattr(computing, "KEPT_BEHIND", 10)
    store = Store.open(data)
    assert store.load() == kept
    store.close()


def test_what_goes_wrong_is_said_as_ever(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_old(data, "version_6")
    monkeypatch.setattr(bringing_up, "WORTH_SAYING", 1)
    with sqlite3.connect(data / "onemoment.db") as conn:
        conn.execute("DROP TRIGGER journal_no_update")
        conn.execute("UPDATE journal SET chain = zeroblob(32) WHERE seq = 5")
    conn.close()
    with pytest.raises(StoreRefused, match="damaged"):
        bring_up(data)
