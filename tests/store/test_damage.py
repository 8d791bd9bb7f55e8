"""Damaged, torn, newer, missing records: opened truthfully or refused, never overwritten."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import textwrap
from pathlib import Path

import pytest

from desk.store import Store, StoreRefused
from tests.store.conftest import Writing
from tests.store.engines import APPEND, child, fingerprints


def test_a_newer_database_is_refused_and_left_alone(writing: Writing) -> None:
    writing.ring()
    writing.store.close()
    conn = sqlite3.connect(writing.folder / "onemoment.db")
    conn.execute("PRAGMA user_version = 999")
    conn.close()
    before = fingerprints(writing.folder)
    with pytest.raises(StoreRefused, match="newer One Moment"):
        Store.open(writing.folder)
    assert fingerprints(writing.folder) == before


def test_somebody_elses_database_is_refused(folder: Path) -> None:
    folder.mkdir()
    conn = sqlite3.connect(folder / "onemoment.db")
    conn.execute("CREATE TABLE theirs (a)")
    conn.close()
    before = fingerprints(folder)
    with pytest.raises(StoreRefused, match="damaged"):
        Store.open(folder)
    assert fingerprints(folder) == before


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_database(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "onemoment.db").write_bytes(content)
    with pytest.raises(StoreRefused, match="damaged"):
        Store.open(folder)
    with pytest.raises(StoreRefused, match="damaged") as caught:
        Store.open(folder)
    assert "backup" in caught.value.do
    assert (folder / "onemoment.db").read_bytes() == content
    (copy,) = folder.glob("onemoment.db.damaged-*")
    assert copy.read_bytes() == content
    assert copy.name in caught.value.happened


def test_a_torn_last_row_is_refused_with_its_number(writing: Writing) -> None:
    for _ in range(3):
        writing.ring()
    writing.store.close()
    conn = sqlite3.connect(writing.folder / "onemoment.db", isolation_level=None)
    conn.execute("DROP TRIGGER journal_no_update")
    conn.execute("UPDATE journal SET body = substr(body, 1, 20) WHERE seq = 3")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    before = fingerprints(writing.folder)
    with pytest.raises(StoreRefused, match="damaged") as caught:
        Store.open(writing.folder)
    assert "entry 3" in caught.value.detail
    assert fingerprints(writing.folder) == before


def test_a_start_that_would_forget_is_refused(writing: Writing) -> None:
    writing.ring()
    writing.store.close()
    older = (writing.folder / "onemoment.db").read_bytes()
    again = writing.again()
    again.ring("+12025550199")
    again.store.close()
    (writing.folder / "onemoment.db").write_bytes(older)
    with pytest.raises(StoreRefused, match="newest entries of the records are missing") as caught:
        Store.open(writing.folder)
    assert "onemoment.last" in caught.value.do
    (writing.folder / "onemoment.last").unlink()
    Store.open(writing.folder).close()
    (writing.folder / "onemoment.db").unlink()
    with pytest.raises(StoreRefused, match="gone from"):
        Store.open(writing.folder)
    (writing.folder / "onemoment.last").write_bytes(b"\0\0\0")  # cut short: it says nothing then
    (writing.folder / "onemoment.db").write_bytes(older)
    Store.open(writing.folder).close()


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreRefused, match="data folder cannot be used"):
        Store.open(tmp_path / "file")
    with pytest.raises(StoreRefused, match="data folder cannot be used"):
        Store.open(tmp_path / "file" / "data")


def test_bytes_damaged_anywhere_are_refused_or_harmless(folder: Path) -> None:
    """As a killed engine leaves it: the database and a log that was not written back."""
    code = textwrap.dedent(APPEND) + textwrap.dedent(
        """
        import os
        for n in range(12):
            feed(f"+1202555{n:04}")
        store._conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
        for n in range(12):
            feed(f"+1202555{n:04}")
        store.save_snapshot(store.seq, desk)
        os._exit(0)
        """
    )
    running = child(code, folder)
    _, wrong = running.communicate(timeout=30)
    assert running.returncode == 0, wrong
    names = ("onemoment.db", "onemoment.db-wal", "onemoment.last", "onemoment.lock")
    whole = {name: (folder / name).read_bytes() for name in names}
    store = Store.open(folder)
    journal, loaded, seq = store.journal(limit=10**6), store.load(), store.seq
    store.close()
    assert seq == 48
    chance = random.Random(5)
    refused = 0
    for turn in range(240):
        hurt = folder.parent / f"hurt-{turn}"
        hurt.mkdir(mode=0o700)
        for name, content in whole.items():
            (hurt / name).write_bytes(content)
        victim = hurt / chance.choice(names[:2])
        hurt_bytes = bytearray(whole[victim.name])
        start = chance.randrange(len(hurt_bytes))
        kind = chance.randrange(4)
        if kind == 0:
            hurt_bytes[start] ^= 1 << chance.randrange(8)
        elif kind == 1:
            hurt_bytes[start : start + 200] = chance.randbytes(len(hurt_bytes[start : start + 200]))
        elif kind == 2:
            del hurt_bytes[start:]
        else:
            hurt_bytes[start : start + 4096] = bytes(len(hurt_bytes[start : start + 4096]))
        victim.write_bytes(hurt_bytes)
        before = fingerprints(hurt)
        try:
            store = Store.open(hurt)
        except StoreRefused as refusal:
            happened = refusal.happened
        else:
            happened = ""
        if happened:
            refused += 1
            assert fingerprints(hurt) == before, (turn, kind, victim.name, start)
            copies = list(hurt.glob("onemoment.db.damaged-*Z"))
            assert len(copies) == 1, happened
            assert hashlib.sha256(copies[0].read_bytes()).hexdigest() == before["onemoment.db"]
            continue
        # it opened: then what it says of the past is true
        assert store.seq == seq
        assert store.journal(limit=10**6) == journal
        assert store.first_broken() is None
        now = store.load()
        assert now == loaded or now.seq == 0
        store.close()
    assert refused > 60
