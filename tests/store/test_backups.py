"""A backup is consistent whoever writes, whole or not there, and put back over nothing."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import random
import stat
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from desk.store import CannotWrite, Store, StoreRefused, archive, backups, checking, restoring
from desk.store.workshop import PREFIX, put
from tests.store.engines import APPEND, child, fingerprints
from tests.store.test_forgetting import a_morning

if TYPE_CHECKING:
    from tests.store.conftest import Writing

AT = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "safe").mkdir()
    return tmp_path / "safe" / "monday.tar"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new" / "data"


def only(file: Path) -> None:
    """Beside the backup nothing is left."""
    assert [path for path in file.parent.iterdir() if path != file] == []


def test_what_is_put_back_is_what_there_was(writing: Writing, file: Path, new: Path) -> None:
    recording = a_morning(writing)
    made = backups.make(writing.folder, file, AT)
    assert (made.entries, made.messages, made.gone, made.made_at) == (writing.store.seq, 1, 0, AT)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    only(file)
    before = writing.store.journal(limit=10**6)
    writing.ring()  # what comes after it is not in it
    assert restoring.restore(file, new) == made
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in new.rglob("*") if p.is_file()} == {0o600}
    assert (new / "recordings" / f"{recording}.wav").read_bytes() == b"RIFF"
    assert not list(new.glob(f"{PREFIX}*"))
    store = Store.open(new)
    assert store.journal(limit=10**6) == before
    assert [view.number for view in store.log(5)] == ["+12025550199", "+12025550123"]
    assert store.rebuild(writing.fold) == ()
    store.close()
    # and it goes on from there
    assert checking.verify(new) == checking.Checked(made.entries, before[-1]["at"].replace("Z", ".000000Z"))


def test_any_tar_gets_at_it(writing: Writing, file: Path) -> None:
    a_morning(writing)
    backups.make(writing.folder, file, AT)
    with tarfile.open(file) as tar:
        names = tar.getnames()
        assert names[0] == "onemoment.db"
        assert names[-1] == archive.LIST
        assert {(m.uid, m.uname, m.mtime) for m in tar} == {(0, "", 0)}


def test_nothing_is_overwritten(writing: Writing, file: Path, new: Path) -> None:
    writing.ring()
    file.write_text("mine")
    with pytest.raises(StoreRefused, match="is there already"):
        backups.make(writing.folder, file, AT)
    assert file.read_text() == "mine"
    file.unlink()
    backups.make(writing.folder, file, AT)
    new.mkdir(parents=True)
    (new / "window.ini").write_text("mine")
    with pytest.raises(StoreRefused, match="is not empty"):
        restoring.restore(file, new)
    assert [path.name for path in new.iterdir()] == ["window.ini"]
    before = fingerprints(writing.folder)
    with pytest.raises(StoreRefused, match="is not empty"):
        restoring.restore(file, writing.folder)
    assert fingerprints(writing.folder) == before


def test_one_that_came_in_between_is_not_overwritten_either(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("ours")
    (tmp_path / "there").write_text("mine")
    with pytest.raises(FileExistsError):
        put(tmp_path / "made", tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"
    put(tmp_path / "made", tmp_path / "new")
    assert (tmp_path / "new").read_text() == "ours"


def test_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(old: Path, new: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")  # as on a memory stick (FAT)

    monkeypatch.setattr(os, "link", link)
    test_one_that_came_in_between_is_not_overwritten_either(tmp_path)


def test_an_empty_folder_is_filled_and_a_running_engine_is_not(
    writing: Writing, file: Path, new: Path
) -> None:
    writing.ring()
    backups.make(writing.folder, file, AT)
    new.mkdir(parents=True)
    held = Store.open(new)  # an engine that has just been started there
    for path in new.glob("onemoment.[dl][ba]*"):
        path.unlink()
    with pytest.raises(StoreRefused, match="already runs"):
        restoring.restore(file, new)
    held.close()
    restoring.restore(file, new)
    Store.open(new).close()


def test_where_it_cannot_be_written(writing: Writing, tmp_path: Path, new: Path) -> None:
    writing.ring()
    with pytest.raises(StoreRefused, match="There is no folder"):
        backups.make(writing.folder, tmp_path / "none" / "a.tar", AT)
    (tmp_path / "a file").write_text("")
    with pytest.raises(StoreRefused, match="There is no folder"):
        backups.make(writing.folder, tmp_path / "a file" / "a.tar", AT)
    with pytest.raises(CannotWrite, match="No backup could be written"):
        backups.make(writing.folder, Path("/proc/a.tar"), AT)
    with pytest.raises(StoreRefused, match="There are no records"):
        backups.make(tmp_path / "nothing", tmp_path / "a.tar", AT)
    with pytest.raises(StoreRefused, match="cannot be read"):
        restoring.restore(tmp_path / "no.tar", new)
    assert not new.parent.exists()


def test_a_full_disk_is_left_room(writing: Writing, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.ring()
    monkeypatch.setattr(backups, "LEFT_FREE", 10**18)
    with pytest.raises(CannotWrite, match="There is no room for a backup: it takes 1 MB"):
        backups.make(writing.folder, file, AT)
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("times", [0.5, 1.4])
def test_a_disk_that_fills_up_in_the_middle(
    times: float, writing: Writing, file: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the copy of the database, or in the archive."""
    monkeypatch.setattr(backups, "LEFT_FREE", -(10**12))
    a_morning(writing)
    writing.store._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    left, database = os.statvfs(small_disk), (writing.folder / "onemoment.db").stat().st_size
    room = int(times * database)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(left.f_bavail * left.f_frsize - room))
    with pytest.raises(CannotWrite, match="The disk is full, so no backup was made"):
        backups.make(writing.folder, small_disk / "a.tar", AT)
    assert list(small_disk.iterdir()) == [filler]
    backups.make(writing.folder, file, AT)
    filler.write_bytes(bytes(left.f_bavail * left.f_frsize - database // 2))
    with pytest.raises(CannotWrite, match="could not be put into"):
        restoring.restore(file, small_disk / "data")
    assert not (small_disk / "data" / "onemoment.db").exists()
    filler.unlink()
    restoring.restore(file, small_disk / "data")
    Store.open(small_disk / "data").close()


def test_records_that_are_damaged_are_not_backed_up(writing: Writing, file: Path) -> None:
    for _ in range(3):
        writing.ring()
    conn = writing.store._conn
    conn.execute("DROP TRIGGER journal_no_update")
    conn.execute("UPDATE journal SET body = replace(body, 'can', 'not') WHERE seq = 2")
    with pytest.raises(StoreRefused, match="damaged, so no backup") as caught:
        backups.make(writing.folder, file, AT)
    assert caught.value.detail == "journal entry 2"
    assert list(file.parent.iterdir()) == []
    assert checking.verify(writing.folder).broken == 2


def test_records_that_cannot_be_read_to_their_end_are_not_backed_up(writing: Writing, file: Path) -> None:
    for _ in range(3):
        writing.ring()
    conn = writing.store._conn
    conn.execute("DROP TRIGGER journal_no_update")
    conn.execute("UPDATE journal SET call = CAST(x'63ffff' AS TEXT) WHERE seq = 3")  # no UTF-8
    with pytest.raises(StoreRefused, match="damaged, so no backup"):
        backups.make(writing.folder, file, AT)
    assert not file.exists()


def test_a_backup_hurt_anywhere_is_refused(writing: Writing, file: Path, tmp_path: Path) -> None:
    voice = writing.folder / "recordings" / f"{a_morning(writing)}.wav"
    voice.write_bytes(random.Random(1).randbytes(300_000))
    made = backups.make(writing.folder, file, AT)
    whole = file.read_bytes()
    chance = random.Random(7)
    for turn in range(60):
        hurt = bytearray(whole)
        start = chance.randrange(len(hurt))
        if turn % 3 == 0:
            hurt[start] ^= 1 << chance.randrange(8)
        elif turn % 3 == 1:
            del hurt[start:]
        else:
            hurt[start : start + 600] = bytes(len(hurt[start : start + 600]))
        if hurt == whole:
            continue
        torn = tmp_path / "torn.tar"
        torn.write_bytes(hurt)
        folder = tmp_path / f"from-{turn}"
        try:
            contents = restoring.restore(torn, folder)
        except StoreRefused:
            assert not (folder / "onemoment.db").exists()
            continue
        # what tar itself does not need (the padding): then what was put back is true
        assert contents == made
        assert (folder / "recordings" / voice.name).read_bytes() == voice.read_bytes()
        store = Store.open(folder)
        assert store.seq == made.entries
        store.close()


def another_tar(file: Path, members: dict[str, bytes], link: str = "") -> None:
    with tarfile.open(file, "w") as tar:
        for name, body in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            if link:
                member.type, member.linkname = tarfile.SYMTYPE, link
            tar.addfile(member, io.BytesIO(body))


@pytest.mark.parametrize("content", [b"", b"hello", bytes(10240), b"SQLite format 3\0" + bytes(2000)])
def test_a_file_that_is_no_backup(content: bytes, file: Path, new: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreRefused, match="is not a backup of One Moment"):
        restoring.restore(file, new)
    assert not new.exists()


def test_what_is_no_file_at_all(tmp_path: Path, new: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(StoreRefused, match="is not a backup of One Moment"):
            restoring.restore(tmp_path / name, new)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "recordings/../../evil.wav", "onemoment.db-wal"])
def test_an_archive_that_would_write_elsewhere(name: str, file: Path, new: Path) -> None:
    for members in ({name: b"x"}, {"onemoment.db": b"x", name: b"x"}):
        another_tar(file, members)
        with pytest.raises(StoreRefused, match="is not a backup"):
            restoring.restore(file, new)
    another_tar(file, {"onemoment.db": b""}, link="/etc/passwd")
    with pytest.raises(StoreRefused, match="is not a backup"):
        restoring.restore(file, new)
    assert not new.exists()


def test_a_newer_backup_is_refused(writing: Writing, file: Path, new: Path) -> None:
    writing.ring()
    made = backups.make(writing.folder, file, AT)
    with tarfile.open(file) as tar:
        database = tar.extractfile("onemoment.db")
        assert database is not None
        body = database.read()
    for changed in ({"version": 999}, {"format": 2, "other": "fields"}):
        listed = msgspec.json.decode(msgspec.json.encode(made)) | changed
        another_tar(file, {"onemoment.db": body, archive.LIST: msgspec.json.encode(listed)})
        with pytest.raises(StoreRefused, match="newer One Moment"):
            restoring.restore(file, new)
    # and one whose list says nothing of it
    body = body[:60] + (999).to_bytes(4) + body[64:]
    sha = hashlib.sha256(body).hexdigest()
    listed = msgspec.json.decode(msgspec.json.encode(made))
    listed["files"][0]["sha256"] = sha
    another_tar(file, {"onemoment.db": body, archive.LIST: msgspec.json.encode(listed)})
    with pytest.raises(StoreRefused, match="damaged"):
        restoring.restore(file, new)
    assert not (new / "onemoment.db").exists()


def test_beside_an_engine_that_writes_all_the_time(
    folder: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a copy that began anew with every write would never come to its end
    monkeypatch.setattr(backups, "_PAGES", 5)
    code = (
        APPEND
        + """
    for n in range(400):
        feed(f"+1202555{n:04}")
    print("on", flush=True)
    while True:
        feed(f"+1202555{store.seq % 10000:04}")
    """
    )
    engine = child(code, folder)
    try:
        assert engine.stdout is not None
        assert engine.stdout.readline() == "on\n"
        seen = []
        for turn in range(3):
            at = file.with_name(f"{turn}.tar")
            seen.append(backups.make(folder, at, AT).entries)
            assert checking.verify(folder).whole
            back = tmp_path / f"back-{turn}"
            restoring.restore(at, back)
            store = Store.open(back)
            # an append is two entries: never the half of one
            assert store.seq == seen[-1]
            assert store.seq % 2 == 0
            assert len(store.log(10**6)) == store.seq // 2
            store.close()
        assert engine.poll() is None
        assert sorted(set(seen)) == seen, "it went on writing meanwhile"
    finally:
        engine.kill()
        engine.communicate()


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_killed_at_any_moment(what: str, writing: Writing, file: Path, tmp_path: Path) -> None:
    for _ in range(20):
        writing.ring()
    (writing.folder / "recordings").mkdir(exist_ok=True)
    for n in range(6):
        name = f"recordings/r{n}.wav"
        (writing.folder / name).write_bytes(random.Random(n).randbytes(400_000))
        writing.store.add_recording(f"r{n}", name, 25.0, writing.at)
    writing.ring()
    made = backups.make(writing.folder, file, AT)
    code = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from desk.store import backups, restoring
    print("on", flush=True)
    one, other = Path(sys.argv[2]), Path(sys.argv[3])
    if sys.argv[1] == "backup":
        backups.make(one, other, datetime.now(UTC))
    else:
        restoring.restore(one, other)
    """
    ended = []
    for turn in range(8):
        if what == "backup":
            target = file.with_name(f"{turn}.tar")
            args = (what, writing.folder, target)
        else:
            target = tmp_path / "back" / str(turn)
            args = (what, file, target)
        doing = child(code, *args)
        assert doing.stdout is not None
        doing.stdout.readline()
        time.sleep(0.012 * turn)
        doing.kill()
        doing.communicate()
        if what == "backup":
            if target.exists():
                assert archive.read(target).files == made.files
            ended.append(target.exists())
        else:
            whole = (target / "onemoment.db").exists()
            ended.append(whole)
            if not whole and not (target / "recordings").exists():
                restoring.restore(file, target)  # what it left is no obstacle
                whole = True
            if whole:
                Store.open(target).close()
                assert len(list((target / "recordings").iterdir())) == 6
                assert not list(target.glob(f"{PREFIX}*"))
    assert not all(ended), "none of them was killed in the middle"
    if what == "backup":
        backups.make(writing.folder, file.with_name("last.tar"), AT)
        assert not list(file.parent.glob(f"{PREFIX}*"))


def test_the_last_ones_are_kept_and_nothing_else_is_touched(tmp_path: Path) -> None:
    names = [backups.name_at(AT.replace(day=day)) for day in range(1, 20)]
    for name in [*names, "mine.tar", "one-moment-20260101.tar", "one-moment-20200101T000000Z.tar.bak"]:
        (tmp_path / name).write_text("")
    assert backups.keep_last(tmp_path, 14) == 5
    assert backups.keep_last(tmp_path, 14) == 0
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*names[5:], "mine.tar", "one-moment-20260101.tar", "one-moment-20200101T000000Z.tar.bak"}


def test_what_was_left_beside_the_records_goes_when_they_are_opened(tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    left = tmp_path / "data" / f"{PREFIX}abc"
    left.mkdir()
    (left / "onemoment.db").write_bytes(b"names")
    Store.open(tmp_path / "data").close()
    assert not left.exists()
