from __future__ import annotations

import argparse
import json
import re
import shlex
import socket
import threading
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desk.cli import main
from desk.cli.parser import parser
from desk.core.events import PromiseMade
from desk.core.model import Caller, Desk, Policy, Why
from desk.core.step import step
from desk.link_types import Reply
from desk.places import socket_path
from desk.store import Store
from tests.engine_process import ROOT, onemoment
from tests.whole.programs import NUMBERS, Engine

DOCS = (ROOT / "README.md", ROOT / "docs" / "commands.md")
ASKING = [
    "serving on", "serving off", "serving toggle", "away", "practice", "status", "still-serving",
    "take", "take c1", "hold", "resume", "hang-up", "transfer this 214", "consult c1 214", "join",
    "keys this 12#", "note c1 hello", "call-back 1", "call-back next", "claim 1", "unclaim 1",
    "outcome 1 busy", "done 1", "later 1 10", "new-time 1 20", "people list", "people find ana",
    "people add Ana 214", "people remove x", "people import x.csv", "people export x.csv", "devices",
    "headset", "headset --mute", "amend c1 lost --reason x", "thank Ana",
]  # fmt: skip
"""Commands that need an engine."""
READING = ["promises", "promises --all", "log", "log --limit 3", "journal"]
"""Commands that read the data folder when there is none."""
FIXED_FOR_STATUS = {"state", "line", "calls", "next"}
FIXED_FOR_A_PROMISE = {"id", "number", "name", "why", "promised_by", "state", "created_at", "attempts"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One with a promise, a message nobody left, and a call in its log."""
    engine = Engine(tmp_path_factory.mktemp("cli"))
    engine.start()
    made = onemoment("practice", "--press", "21", "--number", NUMBERS[0], "--data", engine.data, timeout=60)
    assert made.returncode == 0, made.stderr
    yield engine
    engine.end()


class Ran:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


def run(capsys: pytest.CaptureFixture[str], words: str, data: Path) -> Ran:
    capsys.readouterr()
    try:
        code = main([*shlex.split(words), "--data", str(data)])
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return Ran(code, said.out, said.err)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]


def commands() -> dict[str, argparse.ArgumentParser]:
    [choice] = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(choice.choices)


def tables() -> str:
    """What the documents say of commands."""
    texts = (file.read_text().partition("## Commands\n")[2] for file in DOCS)
    return "\n".join(text.partition("\n## ")[0] for text in texts)


def documented() -> set[str]:
    """Each way to call it that the tables of commands show."""
    return {
        shown if shown.startswith("onemoment") else f"onemoment {shown}"
        for row in re.findall(r"^\| (`onemoment.*?`(?: / `.*?`)*) \|", tables(), re.M)
        for shown in re.findall(r"`([^`]+)`", row)
        if shown not in ("off", "toggle")
    }


def test_every_command_is_documented_and_every_one_there_exists() -> None:
    shown = {words.split()[1] for words in documented() if len(words.split()) > 1}
    assert shown == set(commands())
    assert "onemoment" in documented()


def test_every_option_of_every_command_is_documented() -> None:
    text = tables()
    for name, made in commands().items():
        for action in made._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or option in text, f"{name} {option}"


def test_every_command_documented_is_understood() -> None:
    given = {"PROMISE": "7", "MINUTES": "10", "OUTCOME": "busy", "END": "lost"}
    for words in documented():
        parser().parse_args([given.get(word, word) for word in words.split()[1:]])


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"One Moment {version('one-moment')}\n"


@pytest.mark.parametrize("words", ASKING)
def test_without_an_engine_it_says_what_to_do(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, words, tmp_path / "none")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "One Moment is not running. Start it with: onemoment\n"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", READING)
def test_where_nothing_was_ever_kept_it_says_so(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, words, tmp_path / "none")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "One Moment has not run here yet. Start it with: onemoment\n"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words",
    [
        "fly",
        "serving",
        "serving maybe",
        "log --limit 0",
        "log --limit many",
        "practice --hang-up-after soon",
        "practice --hang-up-after nan",
        "practice --hang-up-after -1",
        "status --nonsense",
        "serving on --json",
        "engine --json",
    ],
)
def test_wrong_arguments_are_refused_with_what_would_be_right(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, words, tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: onemoment" in ran.err
    assert "error: " in ran.err
    assert "_count" not in ran.err
    assert "_seconds" not in ran.err


def test_the_window_needs_a_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    ran = run(capsys, "", tmp_path / "data")
    assert ran.code == 2
    assert len(sentences(ran.err)) == 2
    assert "onemoment engine" in ran.err


@pytest.mark.parametrize("words", ["engine", "doctor --json", ""])
def test_wrong_settings(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text('[policy]\nring_fre = 3\n[phone]\nlisten = "here"\n')
    ran = run(capsys, f"{words} --settings {file}", tmp_path / "data")
    if words == "doctor --json":
        findings = json.loads(ran.out)
        assert ran.code == 1
        assert [f["check"] for f in findings if not f["ok"]] == ["settings", "settings"]
        assert all(str(file) in f["what"] and f["do"] for f in findings if not f["ok"])
        return
    assert ran.code == 2
    assert ran.err.startswith("The settings are refused.\n")
    assert f"{file}: phone.listen: " in ran.err
    assert f"{file}: policy.ring_fre: " in ran.err
    assert ran.err.count("Right would be: ") == 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[policy]\nring_free = -1", "policy.ring_free"),
        ("[policy]\nring_free = 'long'", "policy.ring_free"),
        ("[desk]\ntime_zone = 'Moon/Crater'", "desk.time_zone"),
        ("[desk]\nlanguage = 'xx'", "desk.language"),
        ("[desk]\ncountry = 'QQ'", "desk.country"),
        ("[hours]\nmon = ['12:30-09:00']", "hours.mon"),
        ("[hours]\nholidays = ['2026-02-30']", "hours.holidays"),
        ("[phone]\npeers = ['everybody']", "phone.peers"),
        ("[phone]\ntransport = 'smoke'", "phone.transport"),
        ("[phone]\nregistrar = 'pbx'", "phone.user"),
        ("[phone]\nregistrar = 'pbx'\nuser = '6000'\npassword_file = 'none'", "phone.password_file"),
        ("[voice]\nrecordings = 'nowhere'", "voice.recordings"),
        ("[nonsense]\na = 1", "nonsense"),
        ("this is not TOML", ""),
        (None, ""),
    ],
)
def test_each_wrong_setting_names_file_key_and_what_would_be_right(
    content: str | None, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wrong.toml"
    if content is not None:
        file.write_text(content)
    ran = run(capsys, f"engine --settings {file}", tmp_path / "data")
    assert ran.code == 2
    assert str(file) in ran.err
    assert key in ran.err
    assert "Right would be: " in ran.err


def test_a_data_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    ran = run(capsys, "engine", tmp_path / "file")
    assert ran.code == 2
    assert "data folder cannot be used" in ran.err
    assert len(sentences(ran.err)) >= 2
    assert (tmp_path / "file").read_text() == "mine"


def test_the_desks_state(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    for words, state in (
        ("serving on", "serving"),
        ("serving off", "free"),
        ("serving toggle", "serving"),
        ("serving toggle", "free"),
        ("away", "away"),
        ("serving on", "serving"),
    ):
        ran = run(capsys, words, engine.data)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert json.loads(run(capsys, "status --json", engine.data).out)["state"] == state
    away = run(capsys, "away --json", engine.data)
    assert json.loads(away.out)["state"] == "away"


def test_status(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    status = json.loads(run(capsys, "status --json", engine.data).out)
    assert set(status) >= FIXED_FOR_STATUS
    assert set(status["line"]) >= {"state", "detail"}
    assert status["line"]["state"] == "ready"
    assert status["next"]["what"] == "call_back"
    assert "promised by" in status["next"]["because"]
    said = run(capsys, "status", engine.data).out
    assert f"Next: Call {NUMBERS[0]} back (promised by" in said
    assert f"Line: ready at 127.0.0.1:{engine.port}" in said


def test_settings_and_folder_may_stand_before_the_command(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in (["--data", str(engine.data), "status"], ["status", "--data", str(engine.data)]):
        assert main(order) == 0
        assert "Line: ready" in capsys.readouterr().out


def test_promises_log_and_journal(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("promises --json", "promises --all --json"):
        [promise] = json.loads(run(capsys, words, engine.data).out)
        assert set(promise) >= FIXED_FOR_A_PROMISE
        assert (promise["number"], promise["why"], promise["state"]) == (NUMBERS[0], "asked", "open")
        assert promise["attempts"] == 0
        for name in ("promised_by", "created_at"):
            assert datetime.fromisoformat(promise[name]).utcoffset() is not None
    [row] = json.loads(run(capsys, "log --json", engine.data).out)
    assert (row["number"], row["end"], row["chose"]) == (NUMBERS[0], "promised", "callback")
    entries = json.loads(run(capsys, "journal --json", engine.data).out)
    assert [e["seq"] for e in entries] == list(range(1, len(entries) + 1))
    assert {"EngineStarted", "CallRang", "PromiseMade"} <= {e["event"] for e in entries}
    assert NUMBERS[0] in run(capsys, "promises", engine.data).out
    assert NUMBERS[0] in run(capsys, "log", engine.data).out
    assert "PromiseMade" in run(capsys, "journal", engine.data).out


def test_a_practice_call_can_be_read_by_programs(engine: Engine) -> None:
    ran = onemoment("practice", "--hang-up-after", "0.6", "--withhold", "--json", "--data", engine.data)
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert told
    assert all("what" in line for line in told)


def test_a_practice_call_with_keys_no_telephone_has(engine: Engine) -> None:
    ran = onemoment("practice", "--press", "2x", "--data", engine.data)
    assert ran.returncode != 0
    assert "no telephone has" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_doctor(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    words = f"doctor --json --settings {engine.settings}"
    found: list[dict[str, Any]] = json.loads(run(capsys, words, engine.data).out)
    assert [f["check"] for f in found] == [
        "settings",
        "line",
        "voice",
        "sound",
        "headset",
        "messages",
        "backups",
        "log",
        "report",
        "disk",
    ]
    assert all(f["ok"] or f["do"] for f in found)
    said = run(capsys, f"doctor --settings {engine.settings}", engine.data)
    assert said.code == (0 if all(f["ok"] for f in found) else 1)
    assert len(said.out.splitlines()) == len(found)


def test_without_the_engine_the_folder_can_still_be_read(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last one: it stops the engine."""
    running = {
        words: run(capsys, f"{words} --json", engine.data).out for words in READING if words != "journal"
    }
    assert engine.stop() == 0
    for words, before in running.items():
        ran = run(capsys, f"{words} --json", engine.data)
        assert (ran.code, ran.out) == (0, before)
    assert json.loads(run(capsys, "journal --json", engine.data).out)[-1]["event"] == "EngineStopped"
    assert run(capsys, "status", engine.data).code == 1


def test_times_are_those_of_the_desk_wherever_this_machine_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = datetime.fromisoformat("2026-06-01T20:30:00+00:00")
    made = PromiseMade(at=at, promise=1, caller=Caller(), why=Why.ASKED, promised_by=at)
    store = Store.open(tmp_path / "data")
    before = Desk()
    after, _ = step(before, made, Policy())
    store.append([(made, before, after)])
    store.close()
    settings = tmp_path / "onemoment.toml"
    settings.write_text('[desk]\ntime_zone = "Asia/Tokyo"\n')
    assert "by 2026-06-02 05:30" in run(capsys, f"promises --settings {settings}", tmp_path / "data").out


def test_what_the_engine_cannot_read_is_said_and_not_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    no = Reply(id=0, ok=False, happened="The records cannot be read just now.", do="Start again.")

    def answer(door: socket.socket) -> None:
        for _ in READING:
            with door.accept()[0] as asking:
                asking.recv(1000)
                asking.sendall(msgspec.json.encode(no) + b"\n")

    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(socket_path(tmp_path)))
        door.listen()
        answering = threading.Thread(target=answer, args=(door,), daemon=True)
        answering.start()
        for words in READING:
            ran = run(capsys, f"{words} --json", tmp_path)
            assert (ran.code, ran.out, ran.err) == (1, "", f"{no.happened} {no.do}\n")
        answering.join(5)
