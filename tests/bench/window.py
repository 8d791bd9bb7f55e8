"""The window as a person starts it: `onemoment`, on a screen of ours."""

import subprocess
import sys
from pathlib import Path

from tests.bench.display import Display
from tests.bench.engine import ROOT


def open_window(display: Display, settings: Path, data: Path) -> subprocess.Popen[bytes]:
    """Start it; what it says goes to a file beside the settings."""
    script = Path(sys.executable).with_name("onemoment")
    with (settings.parent / "window-said").open("wb") as said:
        return subprocess.Popen(
            [str(script), "--settings", str(settings), "--data", str(data)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=display.environment,
        )
