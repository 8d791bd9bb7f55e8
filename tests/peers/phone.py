"""What the tests' telephones have in common: a real program of its own, and what it said when."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import threading
import time
import wave
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import numpy as np

from audio.wav import write_wav

RINGING, ANSWERED, ENDED = "ringing", "answered", "ended"


class PhoneError(AssertionError):
    """A telephone did not do what a test counts on."""


def missing(program: str, package: str) -> str | None:
    """Why this telephone cannot be had, in one sentence, or None."""
    if shutil.which(program) is None:
        return f"{program} is skipped: the Debian package {package} is not installed."
    return None


class Phone(ABC):
    """One telephone for one call. Times are monotonic; `heard` begins when the call was answered."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._said: list[tuple[float, str, str]] = []
        self._news = threading.Condition()
        self._over = False

    @abstractmethod
    def call(self, address: str) -> None:
        """Ring the desk there."""

    @property
    @abstractmethod
    def heard(self) -> Path:
        """What was heard, whole once the phone is closed."""

    @property
    @abstractmethod
    def log(self) -> str:
        """What the program wrote, for who reads a failure."""

    def answered(self, within: float = 15) -> float:
        """When the desk answered."""
        return self.wait(ANSWERED, within)

    def ended(self, within: float = 15) -> float:
        """When the call ended, whoever ended it."""
        return self.wait(ENDED, within)

    def why(self) -> str:
        """What the program said of the end."""
        return next((text for _, event, text in self._said if event == ENDED), "")

    def wait(self, event: str, within: float, nth: int = 1) -> float:
        """When that was said for the `nth` time."""
        until = time.monotonic() + within
        with self._news:
            while True:
                if len(found := [at for at, said, _ in self._said if said == event]) >= nth:
                    return found[nth - 1]
                left = until - time.monotonic()
                if self._over or left <= 0:
                    said_so_far = [(round(at, 2), what, text) for at, what, text in self._said]
                    raise PhoneError(
                        f"{self}: not {event} in {within:g} s: {said_so_far}\n{self.log[-1500:]}"
                    )
                self._news.wait(left)

    @property
    def pid(self) -> int | None:
        """The program, while it runs."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """End the call and the program, by its pid."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            self._quit(process)
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait(5)
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.folder.name}"

    def _quit(self, process: subprocess.Popen[bytes]) -> None:
        process.terminate()

    def _note(self, event: str, text: str = "") -> None:
        with self._news:
            self._said.append((time.monotonic(), event, text))
            self._news.notify_all()

    def _no_more(self) -> None:
        with self._news:
            self._over = True
            self._news.notify_all()

    def _run(self, command: list[str], out: int | IO[bytes], **environment: str) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            command,
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.folder), **environment},
        )
        return self._process


class DrivenPhone(Phone):
    """A telephone that does each thing when it is told to."""

    @abstractmethod
    def press(self, key: str) -> float:
        """Press one key (RFC 4733); when."""

    @abstractmethod
    def speak(self, wav: Path) -> float:
        """Say this (8 kHz, mono, 16 bit) from now on; when."""

    @abstractmethod
    def hang_up(self) -> None:
        """End the call."""

    def press_all(self, keys: str, gap: float = 0.35) -> float:
        """Press keys one after the other; when the last one was pressed."""
        at = 0.0
        for key in keys:
            at = self.press(key)
            time.sleep(gap)
        return at


def write_silence(path: Path, seconds: float) -> None:
    """A wav of nothing, 8 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        file.writeframes(bytes(2 * int(8000 * seconds)))


def write_tone(path: Path, hertz: float, seconds: float) -> None:
    """A wav of one pitch, 8 kHz."""
    wave = 9000 * np.sin(2 * np.pi * hertz * np.arange(int(8000 * seconds)) / 8000)
    write_wav(path, wave.astype("<i2").tobytes(), 8000)
