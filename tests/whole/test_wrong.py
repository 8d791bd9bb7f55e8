"""What goes wrong around the engine: other engines, damage, garbage, strangers, too many, dead windows."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.cli import main
from desk.core.model import Doing
from desk.places import socket_path
from desk.store import Store
from tests.engine_process import ROOT, onemoment
from tests.whole.conftest import MakeCaller, MakeEngine
from tests.whole.programs import NUMBERS, Caller, Engine, sipp_is_missing

pytestmark = pytest.mark.peers


def refused(engine: Engine) -> str:
    """A start that is refused; what it says."""
    done = onemoment("engine", "--settings", engine.settings, "--data", engine.data)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_two_engines_on_one_folder(engine: Engine, caller: MakeCaller) -> None:
    call = caller(engine).call(NUMBERS[0], [1.5, "2", 0.3, "1"], hang_up_after=3.2)
    engine.until(lambda view: view.calls)
    said = refused(engine)
    assert said.strip() == (
        "One Moment already runs on this data folder. "
        "Use the one that runs, or give this one a folder of its own with --data."
    )
    call.ends()
    assert engine.promises(NUMBERS[0])


def test_an_engine_starts_while_somebody_reads_the_folder(damaged: Engine) -> None:
    reading = Store.open(damaged.data)
    damaged.spawn()
    assert damaged.process is not None
    time.sleep(0.45)
    reading.close()
    time.sleep(0.6)
    assert damaged.process.poll() is None, damaged.log_text
    damaged.wait_line("ready")
    assert [p.number for p in damaged.view().promises] == [NUMBERS[0]]


def fingerprints(data: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in data.glob("onemoment.db*")
        if path.name in ("onemoment.db", "onemoment.db-wal") and path.stat().st_size
    }


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine that made one promise and was then killed; its folder is copied by those who damage it."""
    if sipp_is_missing():
        pytest.skip("SIPp is not installed: apt-get install sip-tester")
    folder = tmp_path_factory.mktemp("told")
    engine = Engine(folder)
    engine.start()
    one = Caller(folder, engine.port).call(NUMBERS[0], [0.2, "2", 0.3, "1"])
    engine.until(lambda view: view.promises)
    engine.kill()
    one.kill()
    return engine


@pytest.fixture
def damaged(told: Engine, make_engine: MakeEngine) -> Engine:
    engine = make_engine()
    shutil.copytree(told.data, engine.data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.sock"))
    return engine


@pytest.mark.parametrize("damage", ["page", "head", "journal"])
def test_a_damaged_database_is_refused_and_kept(
    damage: str, damaged: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = damaged
    Store.open(engine.data).close()  # brings the log into the database
    file = engine.data / "onemoment.db"
    content = bytearray(file.read_bytes())
    if damage == "page":
        content[5000:9000] = os.urandom(4000)
    elif damage == "head":
        content[:16] = b"not a database.."
    else:  # one word of the journal says something else
        at = content.index(b"PromiseMade") + 4
        content[at : at + 3] = b"XXX"
    file.write_bytes(content)
    before = fingerprints(engine.data)
    said = refused(engine)
    assert "damaged" in said
    assert "Move the whole data folder away" in said
    assert fingerprints(engine.data) == before
    [copy] = engine.data.glob("onemoment.db.damaged-*Z")
    assert copy.name in said
    assert copy.read_bytes() == bytes(content)
    for words in ("promises", "log", "journal"):
        assert main([words, "--data", str(engine.data)]) == 2
        assert "damaged" in capsys.readouterr().err
    assert len(list(engine.data.glob("onemoment.db.damaged-*Z"))) == 1


def test_a_torn_last_entry_is_refused_and_kept(damaged: Engine) -> None:
    wal = damaged.data / "onemoment.db-wal"
    content = wal.read_bytes()
    wal.write_bytes(content[: len(content) - 2000])
    before = fingerprints(damaged.data)
    said = refused(damaged)
    assert "newest entries of the records are missing" in said
    assert "Put back the whole data folder" in said
    assert fingerprints(damaged.data) == before
    assert list(damaged.data.glob("onemoment.db.damaged-*Z"))


GARBAGE = [
    b"",
    b"\x00" * 100,
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"INVITE",
    b"INVITE sip:desk@127.0.0.1 SIP/2.0\r\n\r\n",
    b"SIP/2.0 200 OK\r\nCall-ID: x\r\n\r\n",
    b"INVITE sip:desk@127.0.0.1 SIP/2.0\r\nContent-Length: 99999999\r\n\r\n",
    b"\xff" * 60_000,
    b"BYE sip:desk SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
    b"To: <sip:c@d>;tag=2\r\nCall-ID: nobody\r\nCSeq: 1 BYE\r\n\r\n",
]


def test_garbage_on_the_sip_port_reaches_no_caller(engine: Engine, caller: MakeCaller) -> None:
    call = caller(engine).call(NUMBERS[0], [1.5, "2", 0.5, "1"], hang_up_after=3.2)
    engine.until(lambda view: view.calls and view.calls[0].doing is not Doing.RINGING)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        for _ in range(10):
            for one in GARBAGE:
                stranger.sendto(one, ("127.0.0.1", engine.port))
            time.sleep(0.05)
    engine.until(lambda view: view.garbage >= 10, what=f"garbage is counted: {engine.view().garbage}")
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(socket_path(engine.data)))
        stranger.sendall(b"\x00\xff garbage\n" * 3)
        stranger.recv(1000)
    call.ends()
    [promise] = engine.promises(NUMBERS[0])
    assert promise.why == "asked"
    records = engine.records()
    assert "Unexpected" not in records.events()
    assert records.events().count("CallRang") == 1
    records.close()


def test_strangers_are_refused_counted_and_not_journaled(make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine(phone={"peers": ["127.0.0.1"]})
    engine.start()
    for n in range(3):
        caller(engine).busy(NUMBERS[n], source="127.0.0.2").ends()
    view = engine.view()
    assert view.refused == 3
    assert not view.calls
    caller(engine).call(NUMBERS[4], hang_up_after=0.1).ends()
    records = engine.records()
    assert records.events().count("CallRang") == 1
    assert records.key_of(NUMBERS[0]) is None
    records.close()
    assert engine.json("status")["refused"] == 3


def test_one_call_too_many_is_told_busy_and_journaled(make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine(phone={"max_calls": 1})
    engine.start()
    first = caller(engine).call(NUMBERS[0], [1.5, "2", 0.3, "1"], hang_up_after=3.0)
    engine.until(lambda view: view.calls)
    caller(engine).busy(NUMBERS[1]).ends()
    first.ends()
    entries = engine.json("journal")
    assert next(e["reason"] for e in entries if e["event"] == "CallEnded") == "too many calls at once"
    assert [row["end"] for row in engine.json("log")] == ["refused", "promised"]
    assert engine.promises(NUMBERS[0])[0].why == "asked"


WATCH = """
import socket, sys
s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); s.sendall(b'{"do":"watch"}\\n')
f = s.makefile()
while True:
    f.readline(); print("shown", flush=True)
"""


def window(engine: Engine) -> subprocess.Popen[str]:
    made = subprocess.Popen(
        [sys.executable, "-c", WATCH, socket_path(engine.data)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "shown\n"
    return made


def test_a_window_is_killed_and_the_call_goes_on(engine: Engine, caller: MakeCaller) -> None:
    one = window(engine)
    call = caller(engine).call(NUMBERS[0], [1.5, "2", 0.3, "1"], hang_up_after=3.2)
    engine.until(lambda view: view.calls and view.calls[0].doing is Doing.GREETING)
    one.kill()
    one.communicate()
    with socket.socket(socket.AF_UNIX) as another:
        another.settimeout(5)
        another.connect(str(socket_path(engine.data)))
        began = time.monotonic()
        another.sendall(b'{"do":"watch"}\n')
        with another.makefile() as lines:
            assert '"reply"' in lines.readline()
            shown = lines.readline()
        assert time.monotonic() - began < 0.5
        assert NUMBERS[0] in shown
        assert '"doing":"greeting"' in shown
    call.ends()
    assert engine.promises(NUMBERS[0])[0].why == "asked"


def test_numbers_stand_in_no_log_and_not_in_the_journal(make_engine: MakeEngine, caller: MakeCaller) -> None:
    engine = make_engine()
    engine.start()
    keyed = NUMBERS[1].replace("+44", "0")
    callers = [
        caller(engine).call(NUMBERS[0], [0.2, "2", 0.3, "1"]),
        caller(engine).call("anonymous", [0.2, "2", 0.5, *keyed, "#", 1.0, "1"]),
        caller(engine).call(NUMBERS[2], hang_up_after=0.3),
        caller(engine).cancel(NUMBERS[3], reason=f'SIP;cause=480;text="{NUMBERS[3]} gone"'),
        caller(engine).call("999", hang_up_after=0.3),
    ]
    engine.until(lambda view: {p.number for p in view.promises} >= set(NUMBERS[:4]), 15)
    for one in callers:
        one.kill()
    killed = caller(engine).call(NUMBERS[5], [5.0])
    engine.until(lambda view: NUMBERS[5] in {c.number for c in view.calls})
    engine.kill()
    killed.kill()
    engine.start()
    assert engine.promises(NUMBERS[5])
    records = engine.records()
    journal = "\n".join(str(entry) for entry in records.entries())
    records.close()
    assert engine.stop() == 0
    for text in (journal, engine.log_text):
        assert "2079460" not in text
        assert "794601" not in text


def test_wrong_settings_end_the_start_with_a_sentence(make_engine: MakeEngine) -> None:
    engine = make_engine(policy={"ring_fre": 3, "promise_minutes": "soon"})
    said = refused(engine)
    assert said.startswith("The settings are refused.\n")
    assert f"{engine.settings}: policy.ring_fre: " in said
    assert f"{engine.settings}: policy.promise_minutes: " in said
    assert said.count("Right would be: ") == 2
