import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from audio import portaudio
from audio.loudspeaker import Loudspeaker
from audio.portaudio import PortAudio
from audio.tones import beep
from audio.wav import write_wav

ROOT = Path(__file__).parents[2]

# ALSA has a device that writes to a file; where it stands is read from the home folder, hence a program of
# its own.
ASOUNDRC = """
pcm.kiosk_out {{ type file slave.pcm null file "{out}" format raw }}
pcm.!default {{ type plug slave.pcm kiosk_out }}
"""


def with_a_sound_card(tmp_path: Path, program: str) -> tuple[str, bytes]:
    """What a program printed, and the sound that its device was given."""
    out = tmp_path / "out.raw"
    (tmp_path / ".asoundrc").write_text(ASOUNDRC.format(out=out))
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    if "no device" in done.stdout or "PortAudio library is missing" in done.stdout:
        pytest.skip(f"no PortAudio with ALSA here: {done.stdout.strip()}")
    return done.stdout.strip(), out.read_bytes() if out.exists() else b""


def test_a_message_is_played_to_its_end(tmp_path: Path) -> None:
    write_wav(tmp_path / "message.wav", beep(8000) * 4, 8000)
    said, heard = with_a_sound_card(
        tmp_path,
        """
        import sys, threading
        from pathlib import Path
        from audio.loudspeaker import Loudspeaker
        speaker, ended = Loudspeaker(), threading.Event()
        speaker.play(Path(sys.argv[1], "message.wav"), ended.set)
        print(ended.wait(10), speaker.problem)
        """,
    )
    assert said == "True None"
    assert len(heard.strip(b"\0")) > 8000


def test_the_ring_goes_on_until_it_is_stopped(tmp_path: Path) -> None:
    said, heard = with_a_sound_card(
        tmp_path,
        """
        import threading, time
        from audio.loudspeaker import Loudspeaker
        speaker = Loudspeaker()
        speaker.ring(urgent=True)
        time.sleep(1.5)
        speaker.stop_ring()
        for _ in range(100):
            if not any(thread.name == "loudspeaker" for thread in threading.enumerate()):
                break
            time.sleep(0.05)
        print([t.name for t in threading.enumerate() if t.name != "portaudio"], speaker.problem)
        """,
    )
    assert said == "['MainThread'] None"
    assert heard.strip(b"\0")


def ended(speaker: Loudspeaker, path: Path) -> str:
    """What `problem` is after a file has been played."""
    over = threading.Event()
    speaker.play(path, over.set)
    assert over.wait(10)
    return speaker.problem or ""


def test_a_message_that_is_gone_or_damaged_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    speaker = Loudspeaker()
    assert "its file is gone" in ended(speaker, tmp_path / "none.wav")
    assert "its file is gone" in ended(speaker, tmp_path / "none.wav")
    (tmp_path / "bad.wav").write_bytes(b"no sound")
    assert "Its file is damaged" in ended(speaker, tmp_path / "bad.wav")
    assert len(caplog.records) == 2  # the same is logged once


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("PortAudio library not found"), "Install libportaudio2"),
        (ImportError("No module named 'sounddevice'"), "Run script/setup"),
    ],
)
def test_without_the_library_the_desk_goes_on(error: Exception, said: str, tmp_path: Path) -> None:

    def load() -> Any:
        raise error

    write_wav(tmp_path / "message.wav", beep(8000), 8000)
    speaker = Loudspeaker(audio=PortAudio(load))
    assert said in ended(speaker, tmp_path / "message.wav")
    assert said in (speaker.check() or "")
    speaker.ring()
    speaker.stop_ring()
    speaker.stop_ring()


def test_a_device_that_is_not_there_is_named(tmp_path: Path) -> None:
    write_wav(tmp_path / "message.wav", beep(8000), 8000)
    problem = ended(Loudspeaker("no such device 4711"), tmp_path / "message.wav")
    assert "no such device 4711" in problem or "PortAudio library is missing" in problem
    assert problem.count(".") >= 2


def test_stopping_what_does_not_play() -> None:
    speaker = Loudspeaker()
    speaker.stop()
    speaker.stop_ring()
    assert speaker.problem is None


def test_after_a_failure_it_plays_again(tmp_path: Path) -> None:
    write_wav(tmp_path / "message.wav", beep(8000) * 4, 8000)
    said, heard = with_a_sound_card(
        tmp_path,
        """
        import sys, threading
        from pathlib import Path
        from audio.loudspeaker import Loudspeaker
        speaker = Loudspeaker()
        for name in ("gone.wav", "message.wav"):
            ended = threading.Event()
            speaker.play(Path(sys.argv[1], name), ended.set)
            print(ended.wait(10), speaker.problem is None)
        """,
    )
    assert said.splitlines() == ["True False", "True True"]
    assert len(heard.strip(b"\0")) > 8000


def test_a_sound_system_that_hangs_is_said_and_waited_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with JACK after a program was killed in it: the library is never ready."""
    answers, asked = threading.Event(), []

    def hangs() -> Any:
        asked.append(1)
        answers.wait(20)
        raise OSError("no library")

    monkeypatch.setattr(portaudio, "PATIENCE", 0.1)
    write_wav(tmp_path / "message.wav", beep(8000), 8000)
    speaker = Loudspeaker(audio=PortAudio(hangs))
    for _ in range(3):
        assert "does not answer" in ended(speaker, tmp_path / "message.wav")
    assert "does not answer" in (speaker.check() or "")
    assert len(asked) == 1
    answers.set()
    for _ in range(500):
        if "PortAudio library is missing" in ended(speaker, tmp_path / "message.wav"):
            break
        time.sleep(0.01)
    assert len(asked) >= 2
    assert "PortAudio library is missing" in (speaker.problem or "")


def test_a_reminder_is_heard_once_and_never_into_something_else(tmp_path: Path) -> None:
    said, heard = with_a_sound_card(
        tmp_path,
        """
        import threading, time
        from audio.loudspeaker import Loudspeaker
        def quiet():
            for _ in range(100):
                if not any(thread.name == "loudspeaker" for thread in threading.enumerate()):
                    return True
                time.sleep(0.05)
        speaker = Loudspeaker()
        speaker.ring(alarm=True)
        speaker.remind()
        print(len([1 for thread in threading.enumerate() if thread.name == "loudspeaker"]))
        speaker.stop_ring()
        print(quiet())
        speaker.remind()
        print(quiet(), speaker.problem)
        """,
    )
    assert said.splitlines() == ["1", "True", "True None"]
    assert heard.strip(b"\0")
