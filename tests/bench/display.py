"""A screen of our own (Xvfb) whose pixels are watched from outside: what a person would see, and when."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tests.bench.engine import end
from tests.bench.report import CannotMeasure

WIDTH, HEIGHT = 1280, 800
LOOK_EVERY = 0.003
Pixels = NDArray[np.uint32]


class Display:
    """One Xvfb; its picture lies in a file that is mapped here, so that looking costs no X request."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise CannotMeasure("Xvfb is not installed.")
        self._folder = tempfile.TemporaryDirectory(prefix="onemoment-screen-")
        self._process: subprocess.Popen[bytes] | None = None
        self.name = ""
        self._screen: Pixels = np.zeros((HEIGHT, WIDTH), np.uint32)

    @property
    def environment(self) -> dict[str, str]:
        """For a program that shall show itself here."""
        own = {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "HOME": self._folder.name}
        return {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | own

    def picture(self) -> Pixels:
        """What is on the screen now."""
        return np.array(self._screen)

    def differs(self, before: Pixels) -> int:
        """How many pixels are not as they were in `before`."""
        return int(np.count_nonzero(self._screen != before))

    def wait_changed(self, before: Pixels, pixels: int, within: float) -> float | None:
        """When (wall clock) so many pixels differ from `before`; None when it does not happen."""
        until = time.time() + within
        while (now := time.time()) < until:
            if self.differs(before) >= pixels:
                return now
            time.sleep(LOOK_EVERY)
        return None

    def wait_still(self, seconds: float, within: float = 20.0) -> Pixels:
        """The picture once it has not changed for so long."""
        until = time.time() + within
        picture, since = self.picture(), time.time()
        while time.time() < until and time.time() - since < seconds:
            time.sleep(0.05)
            if self.differs(picture):
                picture, since = self.picture(), time.time()
        return picture

    def __enter__(self) -> Self:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        with (Path(self._folder.name) / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [*command, "-fbdir", self._folder.name, "-nolisten", "tcp", "-noreset"],
                pass_fds=(write,),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        os.close(write)
        with os.fdopen(read) as number:
            self.name = f":{number.readline().strip()}"
        if self.name == ":":
            self.close()
            raise CannotMeasure("Xvfb did not start.")
        self._screen = _mapped(Path(self._folder.name) / "Xvfb_screen0")
        return self

    def close(self) -> None:
        end(self._process)
        self._process = None
        self._folder.cleanup()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _mapped(file: Path) -> Pixels:
    """The screen's pixels out of the XWD file that Xvfb keeps: a header, the colours, the picture."""
    header = np.fromfile(file, ">u4", 25)
    size, width, height, line, colours = (int(header[index]) for index in (0, 4, 5, 12, 19))
    if line != width * 4:
        raise CannotMeasure("The screen has another depth than was asked for.")
    whole = np.memmap(file, np.uint8, "r")
    begin = size + colours * 12
    return whole[begin : begin + line * height].view(np.uint32).reshape(height, width)
