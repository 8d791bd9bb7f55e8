"""A headset for machines without a sound card: it says a tone in real time and keeps what it hears.

In a test's own process make a `ToneHeadset`. As an engine in a process of its own:
`python -m tests.tone_headset --settings FILE --data DIR --heard DIR [--tone 600]` is `onemoment engine` with
it; each conversation is heard into DIR/heard-N-RATE.raw, 16-bit mono. While DIR/unplugged exists it is not
there.
"""

from __future__ import annotations

import argparse
import logging
import math
import sys
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path

from audio.headset import Names

LOUDNESS = 8000.0


class ToneHeadset:
    """What the engine asks of a headset (`desk.speaking.Headset`), by the clock instead of a sound card."""

    def __init__(
        self,
        microphone: str = "",
        speaker: str = "",
        changed: Callable[[], None] = lambda: None,
        *,
        tone: float = 600.0,
        heard: Path | None = None,
    ) -> None:
        self.muted = False
        self.volume = 1.0
        self.microphone = microphone
        self.speaker = speaker
        self.tone = tone
        self.testing = False
        self.warmed: list[bool] = []
        self.conversations: list[tuple[int, bytearray]] = []
        """Of each its rate and what was heard."""
        self._changed = changed
        self._heard_in = heard
        self._plugged = True
        self._lock = threading.Lock()
        self._rate = 0
        self._began = 0.0
        self._said = 0

    # -- a conversation

    def begin(self, rate: int) -> None:
        with self._lock:
            self._rate, self._began, self._said = rate, time.monotonic(), 0
            self.conversations.append((rate, bytearray()))

    def end(self) -> None:
        with self._lock:
            self._rate = 0

    def read(self, longest: int) -> bytes:
        with self._lock:
            rate = self._rate
            due = int((time.monotonic() - self._began) * rate) - self._said if rate else 0
            samples = max(0, min(due, longest // 2))
            first, self._said = self._said, self._said + samples
        if self.muted or not self.ready:
            return bytes(2 * samples)
        step = 2 * math.pi * self.tone / rate if rate else 0.0
        wave = (int(LOUDNESS * math.sin(step * n)) for n in range(first, first + samples))
        return array("h", wave).tobytes()

    def write(self, pcm: bytes) -> None:
        with self._lock:
            if not self._rate:
                return
            rate, heard = self.conversations[-1]
            heard += pcm
        if self._heard_in is not None:
            name = f"heard-{len(self.conversations)}-{rate}.raw"
            with (self._heard_in / name).open("ab") as file:
                file.write(pcm)

    def waiting(self) -> float:
        return 0.0

    # -- as the engine keeps it

    @property
    def ready(self) -> bool:
        gone = self._heard_in is not None and (self._heard_in / "unplugged").exists()
        return self._plugged and not gone

    @property
    def problem(self) -> str:
        return "" if self.ready else "The headset was pulled out."

    @property
    def do(self) -> str:
        return "" if self.ready else "Plug it in again."

    def plug(self, there: bool) -> None:
        """Somebody plugs it in, or pulls it out."""
        self._plugged = there
        self._changed()

    def warm(self) -> None:
        self.warmed.append(True)

    def cool(self) -> None:
        self.warmed.append(False)

    def levels(self) -> tuple[float, float]:
        return (0.0 if self.muted else 0.5), 0.25

    def test(self) -> None:
        self.testing = True
        self._changed()

    def stop_test(self) -> None:
        self.testing = False
        self._changed()

    def choose(self, microphone: str | None = None, speaker: str | None = None) -> None:
        self.microphone = self.microphone if microphone is None else microphone
        self.speaker = self.speaker if speaker is None else speaker

    def devices(self) -> Names:
        return Names(("Headset A", "Headset B"), ("Headset A", "Headset B", "Loudspeaker"))

    def close(self) -> None:
        self.end()


def main() -> int:
    """An engine with such a headset."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--heard", type=Path, required=True)
    parser.add_argument("--tone", type=float, default=600.0)
    asked = parser.parse_args()

    from config.settings import load
    from desk.serve import serve

    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    asked.heard.mkdir(parents=True, exist_ok=True)

    def headset(microphone: str, speaker: str, changed: Callable[[], None]) -> ToneHeadset:
        return ToneHeadset(microphone, speaker, changed, tone=asked.tone, heard=asked.heard)

    return serve(load(asked.settings), asked.data, headset=headset)


if __name__ == "__main__":
    sys.exit(main())
