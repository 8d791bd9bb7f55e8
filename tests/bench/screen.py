"""From an INVITE to the call on the screen: in the view that windows are sent, and in the window's pixels."""

import threading
import time

from desk.core.views import View
from tests.bench.display import Display
from tests.bench.engine import Engine, Watcher, end
from tests.bench.far_end import FarEnd
from tests.bench.report import CannotMeasure, Figure, Part, percentile
from tests.bench.sip_caller import SipCaller
from tests.bench.window import open_window

CARD = 2000
"""Pixels that a call's card changes at least; a clock that goes on changes some hundred."""


class _Calls:
    """When each call was first shown."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self.at = 0.0
        self.came = threading.Event()

    def seen(self, at: float, view: View) -> None:
        now = {call.id for call in view.calls}
        if now - self._known:
            self.at = at
            self.came.set()
        self._known |= now


def run(quick: bool = False) -> Part:
    calls = 8 if quick else 50
    part = Part(
        "screen",
        f"ms from the INVITE, {calls} calls one after the other while serving: to the view with the call at "
        "a watcher on the socket, and to the call's card in the pixels of the window (Xvfb, looked at every "
        "3 ms).",
    )
    sent: list[float] = []
    painted: list[float] = []
    unseen = unpainted = 0
    with Engine(ring=4.0) as engine, FarEnd() as far_end, Display() as display:
        shown = _Calls()
        watcher = Watcher(engine.data, shown.seen)
        window = open_window(display, engine.settings, engine.data)
        try:
            display.wait_still(1.5, 4.0)
            if window.poll() is not None:
                said = (engine.settings.parent / "window-said").read_text(errors="replace")
                raise CannotMeasure(f"The window did not open: {said[-300:]}")
            for turn in range(calls):
                before = display.wait_still(0.3, 3.0)
                shown.came.clear()
                caller = SipCaller(far_end, engine.address, f"+442079460{turn:03d}")
                invited = caller.invite()
                changed = display.wait_changed(before, CARD, 2.0)
                if shown.came.wait(1.0):
                    sent.append((shown.at - invited) * 1000)
                else:
                    unseen += 1
                if changed is None:
                    unpainted += 1
                else:
                    painted.append((changed - invited) * 1000)
                caller.attend(0.2)
                caller.end(elsewhere=True)
                time.sleep(0.2)
        finally:
            end(window)
            watcher.close()
    part.figures = [
        Figure("INVITE to view on the socket, p50", percentile(sent, 0.5), "ms"),
        Figure("INVITE to view on the socket, p99", percentile(sent, 0.99), "ms", at_most=100),
        Figure("INVITE to pixels in the window, p50", percentile(painted, 0.5), "ms"),
        Figure("INVITE to pixels in the window, p99", percentile(painted, 0.99), "ms", at_most=100),
        Figure("calls not shown", unseen + unpainted, at_most=0),
    ]
    return part
