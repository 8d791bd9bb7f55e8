"""From `onemoment` to a window that can be used, seen from outside: its pixels."""

import time

from tests.bench.display import Display, Pixels
from tests.bench.engine import Engine, end, stop_by_socket
from tests.bench.report import CannotMeasure, Figure, Part, percentile
from tests.bench.window import open_window

SAME = 0.001
"""Share of the screen that may still differ from how it looks in the end: a clock that goes on."""
WATCHED = 4.0


def run(quick: bool = False) -> Part:
    turns = 2 if quick else 6
    part = Part(
        "start",
        "seconds from starting `onemoment` to its window as it then stays, with the desk's truth in it (the "
        f"screen's pixels differ from the last by less than {SAME:.1%}); warm: "
        "the first start is not counted; Xvfb.",
    )
    for name, running in (("engine runs already", True), ("no engine runs", False)):
        first: list[float] = []
        whole: list[float] = []
        with Display() as display, Engine() as engine:
            if not running:
                stop_by_socket(engine.data)
            for turn in range(turns + 1):
                took = _start(display, engine)
                if not running:
                    stop_by_socket(engine.data)
                if turn:
                    first.append(took[0])
                    whole.append(took[1])
        part.figures += [
            Figure(f"{name}: first pixels of the window, p50", percentile(first, 0.5), "s"),
            Figure(f"{name}: usable, p50", percentile(whole, 0.5), "s"),
            Figure(f"{name}: usable, worst of {turns}", max(whole), "s", at_most=1.5),
        ]
    return part


def _start(display: Display, engine: Engine) -> tuple[float, float]:
    """Start a window and end it: seconds to its first pixels, and to the picture that stays."""
    empty = display.wait_still(0.5)
    began = time.monotonic()
    window = open_window(display, engine.settings, engine.data)
    pictures: list[tuple[float, Pixels]] = []
    last = empty
    try:
        while (now := time.monotonic() - began) < WATCHED:
            if display.differs(last):
                last = display.picture()
                pictures.append((now, last))
            time.sleep(0.005)
        if window.poll() is not None or not pictures:
            said = (engine.settings.parent / "window-said").read_text(errors="replace")
            raise CannotMeasure(f"The window did not open: {said[-300:]}")
    finally:
        end(window)
    different = [at for at, picture in pictures if (picture != last).mean() > SAME]
    settled = next((at for at, _ in pictures if not different or at > different[-1]), pictures[-1][0])
    return pictures[0][0], settled
