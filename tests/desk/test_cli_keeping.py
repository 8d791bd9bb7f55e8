"""The commands about the records: beside a running engine, and on the folder alone."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.cli import main
from desk.core.model import Outcome, PromiseState
from desk.core.views import ContactView
from desk.link_types import ForgetNumber, NoteAttempt, Practise, SaveContact
from desk.store import Store
from tests.desk.test_cli import run, sentences
from tests.engine_process import onemoment
from tests.whole.programs import NUMBERS, Engine

WHOLE = "The lists are what follows from the journal."


def rings(engine: Engine, number: str) -> None:
    """Somebody rings, hangs up, and is owed a callback."""
    assert engine.ask(Practise(number=number, hang_up_after=0.6)).ok
    engine.until(lambda view: not view.practising and number in {p.number for p in view.promises}, 15)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One with three promises."""
    engine = Engine(tmp_path_factory.mktemp("keeping"))
    engine.start()
    for number in NUMBERS[:3]:
        rings(engine, number)
    yield engine
    engine.end()


@pytest.fixture(scope="module")
def left(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as that engine would have left it: a backup of it, put back."""
    place = tmp_path_factory.mktemp("left")
    assert onemoment("backup", place / "a.tar", "--data", engine.data).returncode == 0
    assert onemoment("restore", place / "a.tar", "--data", place / "data").returncode == 0
    return place / "data"


@pytest.fixture
def folder(left: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """One of those, to be hurt."""
    assert run(capsys, f"backup {tmp_path / 'b.tar'}", left).code == 0
    assert run(capsys, f"restore {tmp_path / 'b.tar'}", tmp_path / "data").code == 0
    return tmp_path / "data"


def hurt(folder: Path, *statements: str) -> None:
    conn = sqlite3.connect(folder / "onemoment.db", isolation_level=None)
    for statement in statements:
        conn.execute(statement)
    conn.close()


@pytest.mark.parametrize("words", ["verify", "rebuild", "backup x.tar", "erase --number 020 --yes"])
def test_where_nothing_was_ever_kept_it_says_so(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, words, tmp_path / "none")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "One Moment has not run here yet. Start it with: onemoment\n"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words", ["backup", "backup x.tar --keep 0", "backup x.tar --keep many", "restore", "erase", "erase 12"]
)
def test_wrong_arguments(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, words, tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: onemoment" in ran.err


def test_beside_a_running_engine(engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "The journal is whole: " in run(capsys, "verify", engine.data).out
    found = json.loads(run(capsys, "verify --json", engine.data).out)
    assert (found["whole"], found["broken"], found["lost"]) == (True, None, 0)
    assert found["entries"] > 10
    assert run(capsys, "rebuild", engine.data).out == f"{WHOLE}\n"
    made = json.loads(run(capsys, f"backup {tmp_path} --json", engine.data).out)
    assert Path(made["file"]).parent == tmp_path
    assert made["entries"] >= found["entries"]
    ran = run(capsys, f"verify {made['file']}", engine.data)
    assert (ran.code, ran.err) == (0, "")
    assert "is whole" in ran.out
    again = run(capsys, f"backup {made['file']}", engine.data)
    assert again.code == 2
    assert "is there already" in again.err
    assert len(sentences(again.err)) == 2
    # what writes needs the folder for itself
    hurt_not = run(capsys, f"restore {made['file']}", engine.data)
    assert hurt_not.code == 2
    assert "is not empty" in hurt_not.err


def test_a_broken_link_is_found_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "verify", folder).code == 0
    hurt(
        folder,
        "DROP TRIGGER journal_no_update",
        "UPDATE journal SET body = replace(body, '2026', '2025') WHERE seq = 7",
    )
    ran = run(capsys, "verify", folder)
    assert ran.code == 1
    assert ran.out.startswith("Entry 7 of the journal is not what was written")
    assert json.loads(run(capsys, "verify --json", folder).out)["broken"] == 7
    ran = run(capsys, "rebuild", folder)
    assert (ran.code, ran.out) == (2, "")
    assert "onemoment verify" in ran.err
    ran = run(capsys, f"backup {folder.parent / 'c.tar'}", folder)
    assert ran.code == 2
    assert "no backup of them was made" in ran.err


def test_an_end_that_was_cut_off_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.open(folder).close()  # which names the last entry beside the database
    hurt(
        folder,
        "DROP TRIGGER journal_no_delete",
        "DELETE FROM journal WHERE seq > (SELECT max(seq) - 2 FROM journal)",
    )
    ran = run(capsys, "verify", folder)
    assert ran.code == 1
    assert "2 entries after it are gone" in ran.out
    assert json.loads(run(capsys, "verify --json", folder).out)["lost"] == 2


def test_lists_are_put_right_when_told_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hurt(
        folder,
        "UPDATE calls SET ended_as = 'spoken' WHERE at = (SELECT min(at) FROM calls)",
        "DELETE FROM promises WHERE id = 2",
        "INSERT INTO attempts (seq, promise, at, outcome, \"by\") VALUES (1, 1, '', 'busy', '')",
    )
    for _ in range(2):  # looking changes nothing
        ran = run(capsys, "rebuild", folder)
        assert ran.code == 1
        assert len(ran.out.splitlines()) == 4
        assert "ended_as" in ran.out
        assert "promises 2: " in ran.out
        assert "attempts 1: " in ran.out
        assert "3 rows differ" in ran.out
    held = Store.open(folder)  # an engine runs
    ran = run(capsys, "rebuild --apply", folder)
    assert ran.code == 2
    assert "already runs" in ran.err
    held.close()
    ran = run(capsys, "rebuild --apply", folder)
    assert ran.code == 0
    assert "3 rows put right." in ran.out
    assert run(capsys, "rebuild", folder).out == f"{WHOLE}\n"


def test_backups_of_a_folder_the_last_are_kept(
    left: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "new"
    for day in (1, 2, 3):
        (tmp_path / f"one-moment-202601{day:02}T030000Z.tar").write_text("")
    assert run(capsys, f"backup {place} --keep 2", left).code == 0
    assert len(list(place.iterdir())) == 1
    ran = run(capsys, f"backup {tmp_path} --keep 2", left)
    assert "2 older backups were removed." in ran.out
    ran = run(capsys, f"backup {tmp_path / 'no' / 'where'} --keep 2", left)
    assert ran.code == 2
    assert "There is no folder" in ran.err


def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path, said: str) -> int:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(said))
    return run(capsys, f"erase --number {NUMBERS[0]}", folder).code


def names(folder: Path) -> set[bytes]:
    found = set()
    for file in folder.glob("onemoment.db*"):
        found |= {number.encode() for number in NUMBERS[:3] if number.encode() in file.read_bytes()}
    return found


def test_erasing_on_the_folder_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(names(folder)) == 3
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ran = run(capsys, f"erase --number {NUMBERS[0]}", folder)
    assert ran.code == 2
    assert "Nothing was erased. Say --yes" in ran.err
    assert "promise" in ran.err
    for said in ("", "no\n", "y\n"):
        assert ask(capsys, monkeypatch, folder, said) == 1
    assert len(names(folder)) == 3
    assert ask(capsys, monkeypatch, folder, "yes\n") == 0
    assert names(folder) == {number.encode() for number in NUMBERS[1:3]}
    # as it is dialled within the country
    settings = folder.parent / "uk.toml"
    settings.write_text('[desk]\ncountry = "GB"\n')
    within = f"0{NUMBERS[1].removeprefix('+44')}"
    spelt = f'"({within[:3]}) {within[3:7]}-{within[7:]}"'
    ran = run(capsys, f"erase --number {spelt} --yes --by Ana --json --settings {settings}", folder)
    found = json.loads(ran.out)
    assert (found["done"], found["calls"], found["promises"]) == (True, 1, [2])
    assert names(folder) == {NUMBERS[2].encode()}
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NUMBERS[1]}\n"))
    ran = run(capsys, "erase --number - --yes", folder)
    assert (ran.code, ran.out) == (0, "Nothing is kept of this number.\n")
    ran = run(capsys, "erase --number hello --yes", folder)
    assert ran.code == 1
    assert "No telephone has this number" in ran.err
    store = Store.open(folder)
    assert store.first_broken() is None
    assert [p.state for p in store.promises(closed=9)] == [PromiseState.CANCELLED] * 2
    journal = store.journal(limit=10**6)
    erased = [e for e in journal if e["event"] == "NumberForgotten"]
    assert len(erased) == 2
    assert store.person_name(erased[1]["by"]) == "Ana"
    assert NUMBERS[1] not in str(journal)
    assert [view.number for view in store.log(9)] == [NUMBERS[2], None, None]
    store.close()
    assert run(capsys, "rebuild", folder).out == f"{WHOLE}\n"
    assert run(capsys, "verify", folder).code == 0


def shown(engine: Engine, number: str) -> tuple[str, ...]:
    """The numbers of who is owed a callback at this one."""
    [promise] = [p for p in engine.view().promises if p.number == number]
    return promise.contacts[0].numbers


def test_a_running_engine_erases_and_forgets_it_at_once(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last one: it changes the engine's records."""
    number = NUMBERS[2]
    ben = ContactView(name="Ben", numbers=(NUMBERS[1], NUMBERS[9], number))
    assert engine.ask(SaveContact(contact=ben)).ok
    # who has another number is shown with that one, at once
    assert shown(engine, NUMBERS[1]) == (NUMBERS[1], NUMBERS[9], number)
    ran = run(capsys, f"erase --number {NUMBERS[9]} --yes", engine.data)
    assert ran.out.startswith("Erased: the number; 0 calls stay")
    assert f"kept under {NUMBERS[1]}, {number} too. To erase all" in ran.out
    assert shown(engine, NUMBERS[1]) == (NUMBERS[1], number)
    promise = next(p.id for p in engine.promises(number))
    assert engine.ask(NoteAttempt(promise=promise, outcome=Outcome.BUSY, note="secretly")).ok
    seen = engine.ask(ForgetNumber(number=number)).forgetting
    assert seen is not None
    assert (seen.known, seen.notes, seen.promises, seen.done) == (True, 1, (promise,), False)
    kept = engine.ask(ForgetNumber(number=number, apply=True)).forgetting
    assert kept == seen, "not while a promise is open and nobody said that it may be cancelled"
    assert not engine.ask(ForgetNumber(number="hello", apply=True)).ok
    # while somebody speaks with them
    call = threading.Thread(
        target=onemoment, args=("practice", "--number", number, "--hang-up-after", "4", "--data", engine.data)
    )
    call.start()
    engine.until(lambda view: any(c.number == number for c in view.calls), 15)
    ran = run(capsys, f"erase --number {number} --yes", engine.data)
    assert ran.code == 1
    assert "A call of theirs is going on" in ran.err
    during = engine.ask(ForgetNumber(number=number, apply=True, cancel=True)).forgetting
    assert during is not None
    assert (during.live, during.done) == (True, False)
    assert engine.promises(number)
    call.join(20)
    engine.until(lambda view: not view.calls, 15)
    ran = run(capsys, f"erase --number {number} --yes", engine.data)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Erased: the number, ")
    assert f"Cancelled: promise {promise}." in ran.out
    assert number not in {p.number for p in engine.view().promises}
    assert shown(engine, NUMBERS[1]) == (NUMBERS[1],)
    assert number.encode() not in names(engine.data)
    listed = run(capsys, "log --json", engine.data).out
    assert number not in listed
    assert run(capsys, "rebuild", engine.data).out == f"{WHOLE}\n"
    assert run(capsys, "verify", engine.data).code == 0
    # they may call again, and are somebody new
    rings(engine, number)


@pytest.mark.parametrize("command", ["verify", "log-window", "log", "backup {b}"])
def test_an_account_that_may_not_look_into_the_folder_is_told_so(
    command: str,
    left: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for own in ("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(own, "/nowhere")  # it has settings of its own: none
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    run(capsys, "verify", left)  # what it needs is imported
    place, said = tmp_path / "c.tar", (tmp_path / "said").open("w")
    left.chmod(0)
    child = os.fork()
    if child == 0:
        code = 99
        with contextlib.suppress(BaseException), contextlib.redirect_stderr(said):
            if os.geteuid() == 0:  # who may look into everything
                os.setgroups([])
                os.setuid(65534)
            code = main([*command.format(b=place).split(), "--data", str(left)])
        said.flush()
        os._exit(code)
    _, status = os.waitpid(child, 0)
    left.chmod(0o700)
    said.close()
    told = (tmp_path / "said").read_text()
    assert os.waitstatus_to_exitcode(status) in (1, 2), told
    assert len(sentences(told)) == 2
