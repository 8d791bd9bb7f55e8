"""The engine as a process of its own, its settings and data thrown away after; what it costs and shows."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from desk.core.model import LineState, Presence
from desk.core.views import View
from desk.link_client import LinkClient, NotRunning
from desk.link_types import ChoosePresence, FromEngine, Look, Shown, StopEngine, Watch
from desk.places import socket_path
from tests.bench.report import CannotMeasure
from tests.ports import free_port

_TICK = os.sysconf("SC_CLK_TCK")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


class Engine:
    """`onemoment engine`, ready and quiet when entered, ended when left. `ring` is policy.ring_serving."""

    def __init__(self, ring: float = 1.0, recordings: Path | None = None, language: str = "en") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="onemoment-bench-")
        self.data = Path(self._folder.name) / "data"
        self.settings = Path(self._folder.name) / "onemoment.toml"
        self.address = ("127.0.0.1", free_port())
        self.settings.write_text(
            f'[desk]\ncompany = "Hill Street Practice"\ncountry = "GB"\ntime_zone = "UTC"\n'
            f'language = "{language}"\n'
            f'[phone]\nlisten = "{self.address[0]}:{self.address[1]}"\nmax_calls = 60\n'
            f"[policy]\nring_serving = {ring}\n"
            + (f'[voice]\nrecordings = "{recordings}"\n' if recordings else "")
        )
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        if self._process is None:
            raise CannotMeasure("The engine is not running.")
        return self._process.pid

    @property
    def said(self) -> str:
        """What it wrote on stderr, to be shown when something went wrong."""
        return (self.data.parent / "said").read_text(errors="replace")

    def start(self) -> None:
        """Start it, say that we are serving, and wait until all prompts are rendered and it is idle."""
        command = [sys.executable, "-m", "desk.cli", "engine", "--settings", str(self.settings)]
        with (self.data.parent / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [*command, "--data", str(self.data)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        until = time.monotonic() + PATIENCE
        while not self._ready():
            if self._process.poll() is not None or time.monotonic() > until:
                raise CannotMeasure(f"The engine did not start: {self.said[-600:]}")
            time.sleep(0.05)
        self.ask_serving()
        self.settle()

    def ask_serving(self) -> None:
        with LinkClient(socket_path(self.data)) as client:
            client.ask(ChoosePresence(presence=Presence.SERVING))

    def settle(self) -> None:
        """Wait until it has done all that it does beforehand."""
        until = time.monotonic() + PATIENCE
        calm = 0
        while calm < 3 and time.monotonic() < until:
            before = cpu_seconds(self.pid)
            time.sleep(0.3)
            calm = calm + 1 if cpu_seconds(self.pid) - before <= 0.02 else 0

    def view(self) -> View:
        with LinkClient(socket_path(self.data)) as client:
            view = client.ask(Look()).view
        if view is None:
            raise CannotMeasure("The engine shows nothing.")
        return view

    def _ready(self) -> bool:
        with contextlib.suppress(NotRunning, CannotMeasure):
            return self.view().line.state is LineState.READY
        return False

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        end(self._process)
        self._process = None
        self._folder.cleanup()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class Watcher:
    """Another window on the socket: takes each view as it comes, with the moment (wall clock) it came at."""

    def __init__(self, data: Path, seen: Callable[[float, View], None]) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.connect(str(socket_path(data)))
        self._socket.sendall(msgspec.json.encode(Watch(id=1)) + b"\n")
        self._seen = seen
        self._decoder: msgspec.json.Decoder[FromEngine] = msgspec.json.Decoder(FromEngine)
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with contextlib.suppress(OSError), self._socket.makefile("rb") as lines:
            for line in lines:
                at = time.time()
                said = self._decoder.decode(line)
                if isinstance(said, Shown):
                    self._seen(at, said.view)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(2)
        self._socket.close()


def end(process: subprocess.Popen[bytes] | None) -> None:
    """End a process that we started, kindly, then not."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def stop_by_socket(data: Path) -> None:
    """End an engine that somebody else (a window) started on this data folder."""
    with contextlib.suppress(NotRunning), LinkClient(socket_path(data)) as client:
        client.ask(StopEngine())
    until = time.monotonic() + 10
    while socket_path(data).exists() and time.monotonic() < until:
        time.sleep(0.05)


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and all its threads, from /proc/PID/stat."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def memory_mb(pid: int, what: str = "VmHWM") -> float:
    """VmHWM (the most it ever had in memory) or VmRSS (now), in MB."""
    found = re.search(rf"^{what}:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")
