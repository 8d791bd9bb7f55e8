"""A real engine for tests: `onemoment engine` as a process of its own, asked by its socket and its commands.

with Engine(tmp_path, policy={"ring_serving": 1}) as engine:
    engine.serving()
    ...                                     # somebody calls engine.address
    engine.wait_calls("holding")
    engine.promises()                       # every promise there ever was
"""

from __future__ import annotations

import contextlib
import json
import os
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
from desk.core.views import PromiseView, View
from desk.link_client import LinkClient, NotRunning
from desk.link_types import AnyRequest, ListPromises, Look, Reply
from desk.places import socket_path
from tests.ports import free_port
from tests.rendered import COMPANY, take_in

ROOT = Path(__file__).resolve().parents[1]
COMMAND = (sys.executable, "-m", "desk.cli")

Options = Mapping[str, object]
T = TypeVar("T")


class Engine:
    """One engine with settings of its own, started by `start` or `with`, ended by its pid.

    Sections are given as in the settings file. Unless `phone` says otherwise the line listens on a free port
    of 127.0.0.1 and everybody on this machine may call. Its prompts are rendered already.
    """

    def __init__(self, folder: Path, **sections: Options) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "data"
        self.settings = folder / "onemoment.toml"
        self.log_file = folder / "engine.log"
        phone = {"listen": f"127.0.0.1:{free_port()}", **sections.get("phone", {})}
        desk = {"company": COMPANY, "country": "GB", "time_zone": "Europe/London"}
        self.address = str(phone["listen"])
        self.sections = {**sections, "phone": phone, "desk": {**desk, **sections.get("desk", {})}}
        self.process: subprocess.Popen[bytes] | None = None
        self._program: tuple[str, ...] = (*COMMAND, "engine")
        self._write_settings()

    def with_headset(self, heard: Path, tone: float = 600.0) -> Self:
        """Let the person speak through a headset that says a tone, and keeps what it hears in this folder."""
        headset = ("-m", "tests.tone_headset", "--heard", str(heard), "--tone", str(tone))
        self._program = (sys.executable, *headset)
        return self

    # -- the process

    def _write_settings(self) -> None:
        said = _toml(self.sections)
        if not self.settings.exists() or self.settings.read_text() != said:  # its disk may be full
            self.settings.write_text(said)

    def spawn(self, env: Mapping[str, str] | None = None) -> None:
        """Start it, and wait for nothing. `env` goes beside this process's own environment."""
        self._write_settings()
        voice = self.sections.get("voice", {})
        if voice.get("engine") != "none":
            take_in(self.data, float(str(voice.get("rate", 1.0))))
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self._program, "--settings", str(self.settings), "--data", str(self.data)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **(env or {})},
            )

    def start(
        self, until: str | None = "ready", within: float = 30, env: Mapping[str, str] | None = None
    ) -> Self:
        """Start it, and wait until its line is in that state; with None until it answers at all.

        `env` is where its sound devices are, say.
        """
        self.spawn(env)
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

    def end(self) -> None:
        """In good order if it can, so that nothing of it is left behind."""
        with contextlib.suppress(AssertionError):
            self.stop()

    @property
    def port(self) -> int:
        """Where its line listens."""
        return int(self.address.rpartition(":")[2])

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

    def promises(self, number: str | None = None) -> list[PromiseView]:
        """Every promise there ever was, or those to that number."""
        every = self.ask(ListPromises(all=True)).promises
        return [p for p in every if number is None or p.number == number]

    def promises_as_json(self) -> list[dict[str, Any]]:
        """What `onemoment promises --json --all` prints."""
        listed = [as_json.promise(p) for p in self.promises()]
        found: list[dict[str, Any]] = json.loads(msgspec.json.encode(listed))
        return found

    def promise_to(self, number: str | None) -> dict[str, Any] | None:
        """The one promise to that number, None without one."""
        found = [p for p in self.promises_as_json() if p["number"] == number]
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

    def wait(self, true: Callable[[], T], within: float, what: str, every: float = 0.05) -> T:
        """Wait until something is true, and return it."""
        until = time.monotonic() + within
        while True:
            found = true()
            if found:
                return found
            if self.process is not None and (code := self.process.poll()) is not None:
                raise AssertionError(f"the engine ended by itself with {code}\n{self.log_text[-2000:]}")
            if time.monotonic() > until:
                said = json.dumps(self.status(), indent=1) if self.running else "the engine does not answer"
                raise AssertionError(
                    f"waited {within:g} s in vain until {what}\n{said}\n{self.log_text[-2000:]}"
                )
            time.sleep(every)

    def until(self, true: Callable[[View], object], within: float = 20, what: str = "") -> View:
        """Wait until this is true of what the windows show; what they show."""

        def seen() -> View | None:
            view = self.view()
            return view if true(view) else None

        found = self.wait(seen, within, what or "what is shown is so", every=0.01)
        assert found is not None
        return found

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


def onemoment(*arguments: str | Path, timeout: float = 30) -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


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
