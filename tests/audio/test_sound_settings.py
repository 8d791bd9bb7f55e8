"""A machine whose sound settings are wrong or missing: a sentence, and never the end of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
from audio.portaudio import SoundError, shared
for anew in (False, True):
    try:
        print(len(shared.devices(anew=anew).all), "devices")
    except SoundError as error:
        print(error.problem, error.do)
"""
NO_SETTINGS = (
    "There is no sound: the settings of the sound system are missing. Install libasound2-data by apt."
)
NOT_STARTED = (
    "There is no sound: the sound system cannot be started."
    " Look at /etc/asound.conf and ~/.asoundrc, then start One Moment again."
)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", NO_SETTINGS),
        (None, NO_SETTINGS),
        ("ctl.x { type hw card 0 }", NO_SETTINGS),
        ("pcm.!default { type nul", NOT_STARTED),
        ("pcm.!default { type null }", "1 devices"),
    ],
)
def test_each_has_its_sentence(settings: str | None, said: str, tmp_path: Path) -> None:
    """None is a file that is not there."""
    config = tmp_path / "alsa.conf"
    if settings is not None:
        config.write_text(settings)
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=ROOT,
        env={**os.environ, "ALSA_CONFIG_PATH": str(config)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()) == (0, [said, said]), done.stderr[-2000:]
