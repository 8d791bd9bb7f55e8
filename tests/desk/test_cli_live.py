"""The commands of the live call, of people and of the headset, of an engine with a headset of tones."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.link_types import Practise
from tests.engine_process import COMMAND, ROOT, Engine

ANA, BEN = "+442079460177", "+442079460178"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("live")
    policy = {"ring_free": 0.1, "ring_serving": 0.1}
    engine = Engine(folder, policy=policy, voice={"rate": 2.0}).with_headset(folder / "heard")
    with engine:
        yield engine


def rings(engine: Engine, number: str, press: str = "1", hang_up_after: float = 60) -> None:
    engine.wait(lambda: not engine.view().practising, 20, "the last practice caller has gone")
    engine.do(Practise(number=number, press=press, hang_up_after=hang_up_after))


def refused(engine: Engine, *words: str, code: int = 1) -> str:
    done = subprocess.run(
        [*COMMAND, *words, "--data", str(engine.data)],
        cwd=ROOT, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (code, ""), done
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_take_hold_resume_note_keys_hang_up(engine: Engine) -> None:
    assert "no such call" in refused(engine, "take")
    assert "Nobody is being spoken with" in refused(engine, "hold")
    rings(engine, ANA)
    call = engine.wait_doing(ANA, "holding")["id"]
    assert engine.json("take", "next", "--by", "Ana") == {"call": call}
    assert engine.wait_doing(ANA, "talking")["by"] == "Ana"
    engine.command("note", "this", "rang about the keys")
    assert engine.calls()[0]["notes"] == ["rang about the keys"]
    engine.command("keys", "this", "12#")
    sent = subprocess.run(
        [*COMMAND, "keys", "this", "-", "--data", str(engine.data)],
        cwd=ROOT, input="4242\n", capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert sent.returncode == 0, sent.stderr
    assert "No telephone" in refused(engine, "keys", "this", "12A")
    engine.command("hold")
    engine.wait_doing(ANA, "parked")
    assert "already" in refused(engine, "hold", call)
    engine.command("resume")
    engine.wait_doing(ANA, "talking")
    assert "Emergency" in refused(engine, "transfer", "this", "999")
    assert "has ended" in refused(engine, "transfer", "c0", "214")
    assert "Nobody is being asked" in refused(engine, "join")
    engine.command("hang-up")
    engine.wait_quiet()
    heard = list((engine.data.parent / "heard").glob("heard-*.raw"))
    assert heard
    assert "4242" not in engine.log_text + json.dumps(engine.journal())


def test_a_promise_from_claim_to_outcome(engine: Engine) -> None:
    rings(engine, BEN, press="", hang_up_after=0.8)
    owed = engine.wait(lambda: engine.promise_to(BEN), 20, "a promise")
    assert owed is not None
    promise = owed["id"]
    engine.command("claim", str(promise), "--by", "Ana")
    assert "Ana is calling now" in refused(engine, "call-back", "next", "--by", "Ben")
    engine.command("unclaim", str(promise), "--by", "Ana")
    engine.command("later", "next", "10")
    engine.command("new-time", str(promise), "45", "--by", "Ben")
    found = engine.promise_to(BEN)
    assert found is not None
    assert (found["renegotiated"], found["told"]) == (1, "not_told")
    assert "Premium" in refused(engine, "call-back", str(promise), "--to", "+44 909 879 0123")
    assert "there is no PBX" in refused(engine, "call-back", str(promise))
    assert (engine.promise_to(BEN) or {}).get("attempts") == 0
    engine.command("outcome", str(promise), "busy", "--note", "again at ten")
    engine.command("done", str(promise), "--state", "cancelled")
    assert (engine.promise_to(BEN) or {}).get("state") == "cancelled"
    assert "not open" in refused(engine, "done", str(promise))
    assert "No promise is next" in refused(engine, "claim", "next")
    refused_word = subprocess.run(
        [sys.executable, "-m", "desk.cli", "claim", "soon"], cwd=ROOT, capture_output=True, check=False
    )
    assert refused_word.returncode == 2


def test_people(engine: Engine, tmp_path: Path) -> None:
    assert "empty" in engine.command("people", "list")
    [added] = engine.json("people", "add", "Ana Okafor", ANA, "020 7946 0178", "--vip", "--company", "Acme")
    assert added["numbers"] == [ANA, BEN]
    assert [c["id"] for c in engine.json("people", "find", "okafor")] == [added["id"]]
    file = tmp_path / "people.csv"
    engine.command("people", "export", str(file))
    assert engine.json("people", "import", str(file))["unchanged"] == 1
    file.write_text("Name,Phone\nBen Lee,+442079460111\n,\n")
    assert "1 new" in engine.command("people", "import", str(file))
    assert engine.json("people", "import", str(file), "--apply")["applied"]
    assert len(engine.json("people", "list")) == 2
    engine.command("people", "remove", added["id"])
    assert "not in the directory" in refused(engine, "people", "remove", added["id"])
    assert "missing" in refused(engine, "people", "add", code=2)
    assert "no such file" in refused(engine, "people", "import", str(tmp_path / "none.csv"))


def test_the_headset(engine: Engine) -> None:
    assert "Headset B" in engine.command("devices")
    shown = engine.json("headset", "--microphone", "Headset B", "--mute", "--volume", "0.4")
    assert (shown["headset"]["microphone"], shown["headset"]["muted"]) == ("Headset B", True)
    assert "muted" in engine.command("headset")
    engine.command("headset", "--unmute", "--microphone", "")
    assert "no desk phone" in refused(engine, "headset", "--side", "desk_phone")
    (engine.data.parent / "heard" / "unplugged").touch()
    assert "Plug it in again" in engine.command("headset")
    (engine.data.parent / "heard" / "unplugged").unlink()
    assert "Nobody is being served" in refused(engine, "still-serving")
