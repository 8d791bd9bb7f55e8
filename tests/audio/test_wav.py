import os
import signal
import stat
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from audio import pcm as sound
from audio.tones import beep, silence
from audio.wav import WavError, WavWriter, duration, read_wav, trim, write_wav

PCM = beep(8000)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    write_wav(path, PCM, 8000)
    wav = read_wav(path)
    assert wav.pcm == PCM
    assert wav.rate == 8000
    assert wav.seconds == pytest.approx(0.25)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_recording_is_whole_after_every_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with WavWriter(path, 8000) as recording:
        for pieces in range(1, 6):
            recording.write(PCM)
            assert read_wav(path).pcm == PCM * pieces
        assert recording.seconds == pytest.approx(1.25)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    recording.close()
    with pytest.raises(ValueError, match="closed"):
        recording.write(PCM)


def test_a_recording_is_never_overwritten(tmp_path: Path) -> None:
    WavWriter(tmp_path / "a.wav", 8000).close()
    with pytest.raises(FileExistsError):
        WavWriter(tmp_path / "a.wav", 8000)


def test_a_killed_recording_plays(tmp_path: Path) -> None:
    path = tmp_path / "killed.wav"
    program = (
        "import sys; from pathlib import Path\n"
        "from audio.wav import WavWriter; from audio.tones import beep\n"
        "w = WavWriter(Path(sys.argv[1]), 8000)\n"
        "while True: w.write(beep(8000))\n"
    )
    root = Path(__file__).parents[2]
    child = subprocess.Popen([sys.executable, "-c", program, str(path)], cwd=root)
    until = time.monotonic() + 10
    while (not path.exists() or path.stat().st_size < 20_000) and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    with wave.open(str(path)) as file:
        frames = file.getnframes()
        data = file.readframes(frames)
    assert frames > 8000
    assert data == (PCM * (len(data) // len(PCM) + 1))[: len(data)]
    # At most the last piece is missing from the header.
    assert path.stat().st_size - 44 - len(data) <= len(PCM)


@pytest.mark.parametrize(("width", "channels"), [(1, 1), (1, 2), (2, 2), (3, 1), (3, 2), (4, 1)])
def test_other_widths_and_channels_become_one_of_16_bits(tmp_path: Path, width: int, channels: int) -> None:
    values = np.frombuffer(PCM, dtype="<i2").astype(np.int64)
    wide = values << (8 * (width - 2)) if width >= 2 else (values >> 8) + 128
    bits = wide.astype("<i8").view(np.uint8).reshape(-1, 8)[:, :width]
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(44100)
        file.writeframes(np.repeat(bits, channels, axis=0).tobytes())
    wav = read_wav(path)
    assert wav.rate == 44100
    got = sound.samples(wav.pcm)
    assert np.abs(got - sound.samples(PCM)).max() < (0.01 if width == 1 else 0.0001)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"not a wav file at all" * 10, b"RIFF\x00\x00\x00\x00WAVEjunk"]
)
def test_what_is_no_wav_file_is_said_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    with pytest.raises(WavError, match="it is not a WAV file"):
        read_wav(path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.wav"
    write_wav(path, PCM, 8000)

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_wav(path, PCM * 2, 8000)
    assert read_wav(path).pcm == PCM
    assert [file.name for file in tmp_path.iterdir()] == ["a.wav"]


def test_trim_keeps_100_ms_at_both_ends() -> None:
    padded = silence(2000, 8000) + PCM + silence(3000, 8000)
    assert duration(trim(padded, 8000), 8000) == pytest.approx(0.45, abs=0.03)
    assert trim(silence(500, 8000), 8000) == b""
    assert trim(b"", 8000) == b""


def test_levels() -> None:
    def level(pcm: bytes) -> float:
        return sound.dbfs(sound.samples(pcm))

    assert level(silence(100, 8000)) == -120
    assert level(b"") == -120
    full = sound.pcm(np.sin(np.arange(8000)))
    assert level(full) == pytest.approx(-3.01, abs=0.05)
