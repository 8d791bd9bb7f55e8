"""The reader of the log as a process of its own, asked on its socket as the log's window asks it."""

import contextlib
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from desk.log_types import (
    AnyLogRequest,
    Exporting,
    FromLog,
    LogChanged,
    LogReply,
    LookAtLog,
)
from tests.bench.engine import ROOT, memory_mb
from tests.bench.report import CannotMeasure

PATIENCE = 180.0
_encode = msgspec.json.Encoder().encode
_told: msgspec.json.Decoder[FromLog] = msgspec.json.Decoder(FromLog)


class Reader:
    """`onemoment log-reader` on a data folder, entered when it answers."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._folder = tempfile.TemporaryDirectory(prefix="onemoment-bench-log-")
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._left = b""
        self._id = 0
        self.begun = 0.0

    def __enter__(self) -> Self:
        """Started and connected; `begun` is when it was started."""
        place = Path(self._folder.name) / "s"
        settings = self.data / "onemoment.toml"
        command = [sys.executable, "-m", "desk.cli", "log-reader", "--data", str(self.data)]
        command += ["--socket", str(place)]
        if settings.exists():
            command += ["--settings", str(settings)]
        self.begun = time.perf_counter()
        with (Path(self._folder.name) / "said").open("wb") as said:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
        while self._socket is None:
            ours = socket.socket(socket.AF_UNIX)
            try:
                ours.connect(str(place))
                self._socket = ours
            except OSError:
                ours.close()
                if self._process.poll() is not None or time.perf_counter() - self.begun > PATIENCE:
                    said_text = (Path(self._folder.name) / "said").read_text(errors="replace")
                    self.__exit__(None, None, None)
                    raise CannotMeasure(f"The reader did not start: {said_text.strip()}") from None
                time.sleep(0.002)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._socket is not None:
            self._socket.close()
        if self._process is not None:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def cpu(self) -> float:
        """Seconds of processor that it has used, to the nanosecond."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> float:
        """MB it has resident."""
        return memory_mb(self.pid, "VmRSS")

    def asked(self, request: AnyLogRequest) -> tuple[LogReply, float]:
        """The answer, read as the window reads it, and the seconds from asking to having it."""
        assert self._socket is not None
        self._id += 1
        line = _encode(msgspec.structs.replace(request, id=self._id)) + b"\n"
        begun = time.perf_counter()
        self._socket.sendall(line)
        while True:
            told = self.next()
            if isinstance(told, LogReply) and told.id == self._id:
                took = time.perf_counter() - begun
                if not told.ok:
                    raise CannotMeasure(f"{type(request).__name__} was refused: {told.happened}")
                return told, took

    def next(self) -> FromLog:
        """What it tells next."""
        assert self._socket is not None
        while b"\n" not in self._left:
            self._socket.settimeout(PATIENCE)
            got = self._socket.recv(1 << 18)
            if not got:
                raise CannotMeasure("The reader has ended.")
            self._left += got
        line, _, self._left = self._left.partition(b"\n")
        return _told.decode(line)

    def loaded(self) -> float:
        """Wait until all is read; the seconds since it was started."""
        while True:
            reply, _ = self.asked(LookAtLog())
            if reply.head is not None and reply.head.loaded:
                return time.perf_counter() - self.begun
            if time.perf_counter() - self.begun > PATIENCE:
                raise CannotMeasure("The reader did not read all of the log.")
            time.sleep(0.02)

    def exported(self) -> Exporting:
        """Wait for the end of a file that was begun."""
        while True:
            told = self.next()
            if isinstance(told, Exporting) and told.end:
                return told
            assert isinstance(told, Exporting | LogChanged | LogReply)
