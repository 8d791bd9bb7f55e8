"""The program that reads the log, started as the engine and the window start it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.log.records import add, empty, happened, written

HERE = Path(__file__).resolve().parent.parent.parent


class Asking:
    """One connection to a reader."""

    def __init__(self, path: Path, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + 30
        self._socket = socket.socket(socket.AF_UNIX)
        while True:
            try:
                self._socket.connect(str(path))
                break
            except OSError:
                assert process.poll() is None, process.stderr.read() if process.stderr else ""
                assert time.monotonic() < until, "it does not listen"
                time.sleep(0.02)
        self._file = self._socket.makefile("rb")
        self.told: list[dict[str, Any]] = []

    def send(self, line: bytes) -> None:
        self._socket.sendall(line + b"\n")

    def heard(self) -> dict[str, Any]:
        self._socket.settimeout(30)
        line = self._file.readline()
        assert line, "it hung up"
        said: dict[str, Any] = json.loads(line)
        return said

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        """The reply; what is told meanwhile is kept."""
        self.send(json.dumps({"do": do, "id": 7, **fields}).encode())
        while (said := self.heard())["say"] != "reply":
            self.told.append(said)
        return said

    def until(self, say: str) -> dict[str, Any]:
        while True:
            for said in self.told:
                if said["say"] == say:
                    self.told.remove(said)
                    return said
            self.told.append(self.heard())

    def close(self) -> None:
        self._file.close()
        self._socket.close()


def start(folder: Path, path: Path, temporary: Path | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "desk.cli", "log-reader", "--data", str(folder), "--socket", str(path)],
        cwd=HERE,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": str(path.parent),
            **({} if temporary is None else {"TMPDIR": str(temporary)}),
        },
        stderr=subprocess.PIPE,
    )


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, subprocess.Popen[bytes]]]:
    place = tmp_path_factory.mktemp("reader")
    folder = empty(place / "data")
    add(folder, 300, seed=2)
    process = start(folder, place / "log.sock")
    yield folder, place / "log.sock", process
    process.terminate()
    process.wait(20)
    assert process.stderr is not None
    process.stderr.close()


@pytest.fixture
def asking(running: tuple[Path, Path, subprocess.Popen[bytes]]) -> Iterator[Asking]:
    made = Asking(running[1], running[2])
    yield made
    made.close()


def test_it_answers_everything_that_is_asked(
    asking: Asking, running: tuple[Path, Path, subprocess.Popen[bytes]]
) -> None:
    assert stat.S_IMODE(running[1].stat().st_mode) == 0o600
    head = asking.ask("look")["head"]
    assert head["copy"] is True  # no engine writes there
    filtered = asking.ask("rows", asked={"ends": ["lost"]}, limit=2)["page"]
    assert filtered["total"] >= len(filtered["rows"])
    call = filtered["rows"][0]["call"]
    story = asking.ask("story", call=call)["story"]
    assert story["row"]["call"] == call
    assert story["why_lost"]["lost"]
    view = asking.ask("figures", since="2026-03-02T00:00:00Z", until="2026-05-02T00:00:00Z")["figures"]
    assert view["now"]["everybody"]["interruptions"] == 300
    for do, fields in (("story", {"call": "nobody"}), ("play", {"recording": "none"})):
        reply = asking.ask(do, **fields)
        assert reply["ok"] is False
        assert reply["happened"].endswith(".")
        assert reply["do"].endswith(".")
    assert asking.ask("stop_playing").get("ok", True)
    assert asking.ask("stop_export").get("ok", True)
    assert asking.ask("export", file="rows.csv")["ok"] is False


@pytest.mark.parametrize(
    "since", ["0001-01-01T00:00:00+14:00", "2026-03-29T01:30:00Z", "9999-12-31T23:59:59-14:00"]
)
@pytest.mark.parametrize("until", ["0001-01-01T00:00:00Z", "2026-03-29T01:30:00Z", "9999-12-31T23:59:59Z"])
def test_the_figures_of_any_time_are_counted(asking: Asking, since: str, until: str) -> None:
    reply = asking.ask("figures", since=since, until=until)
    assert reply.get("ok", True), reply


def test_what_is_no_request_is_answered_and_then_it_goes_on(asking: Asking) -> None:
    day = b"2026-03-02T00:00:00"
    for line in (
        b"{",
        b'{"do": "boo"}',
        b'{"do": "rows", "limit": 501}',
        b'{"do": "rows", "asked": {"since": "%b"}}' % day,  # by which clock?
        b'{"do": "figures", "since": "%bZ", "until": "%b"}' % (day, day),
    ):
        asking.send(line)
        said = asking.heard()
        while said["say"] != "reply":
            said = asking.heard()
        assert said["ok"] is False
        assert said["happened"].startswith("This line is no request: ")
    assert asking.ask("look")["head"]


def test_what_cannot_be_understood_is_said_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    add(folder, 5, seed=1)
    with written(folder) as conn:  # a clock as far off as can be, and a day later where the desk is
        happened(conn, "EngineStarted")
        conn.execute("DROP TRIGGER journal_no_update")
        conn.execute(
            "UPDATE journal SET body = json_set(body, '$.policy', json('{\"time_zone\": \"Asia/Kolkata\"}'))"
        )
        conn.execute("UPDATE calls SET at = '9999-12-31T23:59:59.000000Z'")
    process = start(folder, tmp_path / "log.sock")
    asking = Asking(tmp_path / "log.sock", process)
    reply = asking.ask("rows", asked={"ends": ["lost"]})
    assert reply["happened"] == "The log cannot be read just now."
    asking.close()
    process.terminate()
    process.communicate(timeout=20)


def test_what_is_new_is_told_to_everybody(
    asking: Asking, running: tuple[Path, Path, subprocess.Popen[bytes]]
) -> None:
    other = Asking(running[1], running[2])
    before = asking.ask("figures", since="2026-01-01T00:00:00Z", until="2027-01-01T00:00:00Z")
    add(running[0], 5, seed=77)
    for one in (asking, other):
        told = one.until("changed")
        while told["head"]["interruptions"] < before["figures"]["now"]["everybody"]["interruptions"] + 5:
            told = one.until("changed")
        assert told["head"]["loaded"]
    other.close()


def test_it_stands_back_behind_the_calls(
    asking: Asking, running: tuple[Path, Path, subprocess.Popen[bytes]]
) -> None:
    asking.ask("rows")
    assert os.sched_getscheduler(running[2].pid) == os.SCHED_BATCH
    assert os.getpriority(os.PRIO_PROCESS, running[2].pid) == 10  # however this is run itself


def test_a_file_is_written_by_a_program_of_its_own(asking: Asking, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    reply = asking.ask("export", file=str(file), format="csv", asked={"ends": ["lost"]})
    assert reply.get("ok", True), reply
    busy = asking.ask("export", file=str(file))
    told = asking.until("exporting")
    while not told.get("end"):
        told = asking.until("exporting")
    assert told.get("rows"), told
    assert file.read_bytes().count(b"\r\n") == told["rows"] + 1
    assert busy["ok"] is False
    again = asking.ask("export", file=str(tmp_path / "more.jsonl"), format="json", asked={"ends": ["lost"]})
    assert again.get("ok", True), again  # once its end was told the next one may begin
    while not told.get("end") or told["file"] == str(file):
        told = asking.until("exporting")
    assert told.get("rows")


def written_to(asking: Asking, file: Path, **fields: Any) -> dict[str, Any]:
    """What is told when the file is whole."""
    reply = asking.ask("export", file=str(file), **fields)
    assert reply.get("ok", True), reply
    while not (told := asking.until("exporting")).get("end") or told["file"] != str(file):
        pass
    return told


@pytest.mark.parametrize(
    ("asked", "sort"),
    [
        ({"ends": ["lost", "kept", "late"], "internal": False}, {"column": "who", "descending": False}),
        ({"text": "okafor"}, {"column": "minutes", "descending": True}),
        ({}, {"column": "time", "descending": False}),
        ({"text": "nobody is called so"}, {}),
    ],
)
def test_a_file_has_the_rows_that_were_on_screen_in_their_order(
    asking: Asking, tmp_path: Path, asked: dict[str, Any], sort: dict[str, Any]
) -> None:
    shown, after = list[str](), ""
    while True:
        page = asking.ask("rows", asked=asked, sort=sort, limit=40, after=after)["page"]
        shown += [row["call"] for row in page.get("rows", ())]
        after = page.get("next", "")
        if not after:
            break
    told = written_to(asking, tmp_path / "rows.json", format="json", asked=asked, sort=sort)
    lines = (tmp_path / "rows.json").read_text().splitlines()
    assert [json.loads(line)["call"] for line in lines] == shown
    assert (told["rows"], bool(shown)) == (len(shown), asked.get("text") != "nobody is called so")
    written_to(asking, tmp_path / "rows.csv", format="csv", asked=asked, sort=sort)
    assert (tmp_path / "rows.csv").read_bytes().count(b"\r\n") == 1 + len(shown)
    written_to(asking, tmp_path / "rows.pdf", format="pdf", asked=asked, sort=sort)
    assert (tmp_path / "rows.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_is_stopped_is_whole_or_not_there(asking: Asking, tmp_path: Path) -> None:
    file = tmp_path / "stopped.csv"
    assert asking.ask("export", file=str(file)).get("ok", True)
    assert asking.ask("stop_export").get("ok", True)
    told = asking.until("exporting")
    while not told.get("end") or told["file"] != str(file):
        told = asking.until("exporting")
    if told.get("rows") is None:  # else it was quicker
        assert not told.get("happened"), told
        assert not list(tmp_path.iterdir())
    else:
        assert file.read_bytes().count(b"\r\n") == told["rows"] + 1
    again = asking.ask("export", file=str(tmp_path / "next.csv"))
    assert again.get("ok", True), again
    asking.ask("stop_export")


@pytest.mark.parametrize("wrong", ["nothing", "no database", "newer"])
def test_records_that_cannot_be_read_are_refused_in_a_sentence(tmp_path: Path, wrong: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    if wrong == "no database":
        (folder / "onemoment.db").write_bytes(b"PK" * 5000)
    elif wrong == "newer":
        empty(tmp_path / "made").rename(tmp_path / "newer")
        folder = tmp_path / "newer"
        conn = sqlite3.connect(folder / "onemoment.db")
        conn.execute("PRAGMA user_version = 99")
        conn.close()
    process = start(folder, tmp_path / "log.sock")
    _, said = process.communicate(timeout=30)
    assert process.returncode == 2
    assert len(said.decode().strip().splitlines()) == 1
    assert b"Traceback" not in said


def test_it_ends_with_who_started_it(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    starting = (
        "import subprocess, sys, time\n"
        f"p = subprocess.Popen([sys.executable, '-m', 'desk.cli', 'log-reader', '--data', {str(folder)!r},"
        f" '--socket', {str(tmp_path / 'log.sock')!r}])\n"
        "print(p.pid, flush=True)\nsys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", starting], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert parent.stdin is not None
    assert parent.stdout is not None
    held = os.pidfd_open(int(parent.stdout.readline()))
    asking = Asking(tmp_path / "log.sock", parent)  # connected: that alone does not keep it
    parent.stdin.close()
    parent.wait(20)
    ready, _, _ = select.select([held], [], [], 30)
    os.close(held)
    asking.close()
    parent.stdout.close()
    assert ready, "it stays"


@pytest.mark.parametrize(
    "sample", sorted((HERE / "tests/store").glob("version_*.sql")), ids=lambda it: it.stem
)
def test_of_older_records_nothing_is_left_whatever_ends_it(tmp_path: Path, sample: Path) -> None:
    folder, temporary = tmp_path / "data", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "onemoment.db")) as conn:
        conn.executescript(sample.read_text())
    process = start(folder, tmp_path / "log.sock", temporary)
    try:
        asking = Asking(tmp_path / "log.sock", process)
        while not asking.ask("look")["head"].get("loaded"):
            asking.until("changed")
        assert asking.ask("rows")["page"]["rows"]
        open_files = [str(file.readlink()) for file in Path(f"/proc/{process.pid}/fd").iterdir()]
        assert [file for file in open_files if file.startswith(str(temporary))]
        assert not any(temporary.iterdir())
        process.kill()
        process.wait(20)
        asking.close()
        assert not any(temporary.iterdir())
    finally:
        process.kill()
        process.wait(20)
        assert process.stderr is not None
        process.stderr.close()


def test_sockets_that_nobody_listens_to_are_taken_away(tmp_path: Path) -> None:
    folder = empty(tmp_path / "data")
    left, begins, used, other = (
        folder / f"{name}.sock"
        for name in ("log-" + "0" * 16, "log-" + "1" * 16, "log-" + "2" * 16, "engine")
    )
    doors = []
    for path in (left, begins, used, other):
        doors.append(socket.socket(socket.AF_UNIX))
        doors[-1].bind(str(path))
        if path is not begins:
            os.utime(path, (0, 0))
    doors[2].listen()
    doors[0].close()
    process = start(folder, folder / ("log-" + "3" * 16 + ".sock"))
    try:
        asking = Asking(folder / ("log-" + "3" * 16 + ".sock"), process)
        asking.ask("look")
        assert not left.exists()
        assert all(path.exists() for path in (begins, used, other))
        asking.close()
    finally:
        process.terminate()
        process.wait(20)
        assert process.stderr is not None
        process.stderr.close()
        for door in doors:
            door.close()
