"""The prompts as engines speak them, rendered once by each run of the tests.

An engine that renders them beside its first calls is a busy one, and takes two seconds of a processor.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

from config.settings import parse
from desk.from_settings import voices_of
from desk.sounds import Sounds

COMPANY = "Test Clinic"

_made: dict[float, Path] = {}
_making = threading.Lock()


def take_in(data: Path, rate: float) -> None:
    """Rendered prompts for an engine with this data folder whose voice has this rate, if it has none yet."""
    if not (data / "voice").exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copytree(_rendered(rate), data / "voice", copy_function=_linked)


def _linked(made: str, here: str) -> None:
    try:
        os.link(made, here)  # no engine writes into a clip that is there
    except OSError:
        shutil.copyfile(made, here)


def _rendered(rate: float) -> Path:
    with _making:
        if rate not in _made:
            folder = Path(tempfile.mkdtemp(prefix="onemoment-voice-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            said = f'[desk]\ncompany = "{COMPANY}"\ncountry = "GB"\n[voice]\nrate = {rate}\n'
            prompts = voices_of(parse(said, None), folder).prompts
            Sounds(prompts, lambda key: None, lambda: datetime.now(UTC)).prepare()
            _made[rate] = folder / "voice"
        return _made[rate]
