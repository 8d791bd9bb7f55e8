"""A real engine for tests: `onemoment engine` as a process of its own, asked by its socket and its commands.

with Engine(tmp_path, policy={"ring_serving": 1}) as engine:
    engine.serving()
    ...                                     # somebody calls engine.address
    engine.wait_calls("holding")
    engine.promises()                       # what `onemoment promises --json --all` prints
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from desk import as_json
from desk.core.views import View
from desk.link_client import LinkClient, NotRunning
from desk.link_types import AnyRequest, ListPromises, Look, Reply
from desk.places import socket_path
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[1]
COMMAND = (sys.executable, "-m", "desk.cli")

Options = Mapping[str, object]
T = TypeVar("T")


class Engine:
    """One engine with settings of its own, started by `start` or `with`, ended by its pid.

    Sections are given as in the settings file. Unless `phone` says otherwise the line listens on a free port
    of 127.0.0.1 and everybody on this machine may call.
    """

    def __init__(self, folder: Path, **sections: Options) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "data"
        self.settings = folder / "onemoment.toml"
        self.log_file = folder / "engine.log"
        phone = {"listen": f"127.0.0.1:{free_port()}", **sections.get("phone", {})}
        desk = {"company": "Test Clinic", "country": "GB", "time_zone": "Europe/London"}
        self.address = str(phone["listen"])
        self.sections = {**sections, "phone": phone, "desk": {**desk, **sections.get("desk", {})}}
        self.process: subprocess.Popen[bytes] | None = None
        self._program: tuple[str, ...] = (*COMMAND, "engine")

    def with_headset(self, heard: Path, tone: float = 600.0) -> Self:
        """Let the person speak through a headset that says a tone, and keeps what it hears in this folder."""
        headset = ("-m", "tests.tone_headset", "--heard", str(heard), "--tone", str(tone))
        self._program = (sys.executable, *headset)
        return self

    def with_voice(self, rendered: Path) -> Self:
        """Take in prompts that another engine has rendered, so that none is rendered beside the calls."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copytree(rendered, self.data / "voice", dirs_exist_ok=True)
        return self

    # -- the process

    def start(
        self, until: str | None = "ready", within: float = 20, env: Mapping[str, str] | None = None
    ) -> Self:
        """Start it, and wait until its line is in that state; with None until it answers at all.

        `env` goes beside this process's own environment: where its sound devices are, say.
        """
        self.settings.write_text(_toml(self.sections))
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self._program, "--settings", str(self.settings), "--data", str(self.data)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **(env or {})},
            )
        if until is None:
            self.wait(lambda: self.running, within, "the engine answers")
        else:
            self.wait_line(until, within)
        return self

    def stop(self) -> int:
        """End it in good order; its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        process.send_signal(how)
        try:
            return process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)
            raise AssertionError(f"the engine does not end by {how.name}\n{self.log_text[-2000:]}") from None

    @property
    def pid(self) -> int:
        """Its process."""
        assert self.process is not None
        return self.process.pid

    @property
    def log_text(self) -> str:
        """What it has written for who looks after the machine."""
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- asked by its commands, as people do

    def command(self, *arguments: str, code: int = 0) -> str:
        """What `onemoment ...` prints; it must end with `code`."""
        done = subprocess.run(
            [*COMMAND, *arguments, "--settings", str(self.settings), "--data", str(self.data)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "COLUMNS": "200"},
        )
        assert done.returncode == code, f"onemoment {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def json(self, *arguments: str) -> Any:
        """What `onemoment ... --json` prints."""
        return json.loads(self.command(*arguments, "--json"))

    def serving(self, turn: str = "on") -> None:
        """Say that somebody is being served, or not."""
        self.command("serving", turn)

    def log(self) -> list[dict[str, Any]]:
        """The interruptions, newest first."""
        found: list[dict[str, Any]] = self.json("log", "--limit", "1000")
        return found

    def journal(self) -> list[dict[str, Any]]:
        """Everything that happened, in order."""
        found: list[dict[str, Any]] = self.json("journal")
        return found

    # -- asked by its socket, which is quicker to ask again and again

    @property
    def running(self) -> bool:
        """Whether it answers."""
        try:
            self.status()
        except NotRunning:
            return False
        return True

    def status(self) -> dict[str, Any]:
        """What `onemoment status --json` prints."""
        found: dict[str, Any] = json.loads(msgspec.json.encode(as_json.status(self.view())))
        return found

    def view(self) -> View:
        """What the windows show."""
        view = self.ask(Look()).view
        assert view is not None
        return view

    def promises(self) -> list[dict[str, Any]]:
        """What `onemoment promises --json --all` prints."""
        listed = [as_json.promise(p) for p in self.ask(ListPromises(all=True)).promises]
        found: list[dict[str, Any]] = json.loads(msgspec.json.encode(listed))
        return found

    def promise_to(self, number: str | None) -> dict[str, Any] | None:
        """The one promise to that number, None without one."""
        found = [p for p in self.promises() if p["number"] == number]
        assert len(found) < 2, found
        return found[0] if found else None

    def calls(self) -> list[dict[str, Any]]:
        """The live calls."""
        found: list[dict[str, Any]] = self.status()["calls"]
        return found

    def call_of(self, number: str | None) -> dict[str, Any] | None:
        """The newest live call of that number."""
        return next((c for c in reversed(self.calls()) if c["number"] == number), None)

    def ask(self, request: AnyRequest) -> Reply:
        """The reply to a request, as a window gets it."""
        with LinkClient(socket_path(self.data)) as client:
            return client.ask(request)

    def do(self, request: AnyRequest) -> Reply:
        """Ask for something that must be done."""
        reply = self.ask(request)
        assert reply.ok, f"{type(request).__name__}: {reply.happened} {reply.do}"
        return reply

    # -- waiting

    def wait(self, true: Callable[[], T], within: float, what: str) -> T:
        """Wait until something is true, and return it."""
        until = time.monotonic() + within
        while True:
            found = true()
            if found:
                return found
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the engine ended by itself\n{self.log_text[-2000:]}")
            if time.monotonic() > until:
                said = json.dumps(self.status(), indent=1) if self.running else "the engine does not answer"
                raise AssertionError(
                    f"waited {within:g} s in vain until {what}\n{said}\n{self.log_text[-2000:]}"
                )
            time.sleep(0.05)

    def wait_line(self, state: str, within: float = 20) -> dict[str, Any]:
        """Wait until the line is in that state; the line."""

        def line() -> dict[str, Any] | None:
            if not self.running:
                return None
            found: dict[str, Any] = self.status()["line"]
            return found if found["state"] == state else None

        found = self.wait(line, within, f"the line is {state}")
        assert found is not None
        return found

    def wait_doing(self, number: str | None, doing: str, within: float = 20) -> dict[str, Any]:
        """Wait until the call of that number does this; the call."""

        def call() -> dict[str, Any] | None:
            found = self.call_of(number)
            return found if found is not None and found["doing"] == doing else None

        found = self.wait(call, within, f"the call of {number} is {doing}")
        assert found is not None
        return found

    def wait_quiet(self, within: float = 20) -> None:
        """Wait until no call is live."""
        self.wait(lambda: not self.calls(), within, "no call is live")


def moment(text: str) -> datetime:
    """A time as the engine's JSON writes it."""
    found = datetime.fromisoformat(text)
    assert found.tzinfo is not None, text
    return found


def _toml(sections: Mapping[str, Options]) -> str:
    # a JSON string, number, boolean or list of strings is written alike in TOML
    return "".join(
        f"[{section}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in options.items())
        for section, options in sections.items()
    )
