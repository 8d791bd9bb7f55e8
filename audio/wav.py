"""WAV files: read anything people give us, write so that a crash leaves a file that plays."""

import os
import struct
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from audio import pcm as sound

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")


class WavError(Exception):
    """A file that is not a WAV file we can read; the message is a sentence for a person, without the path."""


@dataclass(frozen=True, slots=True)
class Wav:
    """What a file holds: PCM and its rate in samples a second."""

    pcm: bytes
    rate: int

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return duration(self.pcm, self.rate)


def duration(pcm: bytes, rate: int) -> float:
    """Seconds that PCM plays at a rate."""
    return len(pcm) // 2 / rate


def trim(pcm: bytes, rate: int) -> bytes:
    """PCM without the silence at both ends, of which 100 ms are kept. A recording without any sound becomes
    empty.
    """
    return sound.pcm(sound.trimmed(sound.samples(pcm), rate, 100, 100))


def _header(size: int, rate: int) -> bytes:
    return _HEADER.pack(b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16, b"data", size)


class WavWriter:
    """A recording that grows: after each `write` the header on disk names what is there, so a kill leaves a
    whole file.

    `path` must not exist (FileExistsError: a recording is never overwritten). Mode 0600. OSError, such as a
    full disk, comes from `write`; what was written before stays readable. Not for several threads at once.
    """

    def __init__(self, path: Path, rate: int) -> None:
        self.path = path
        self.rate = rate
        self._size = 0
        self._file: int | None = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        self._put(0, _header(0, rate))

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return self._size / 2 / self.rate

    def write(self, pcm: bytes) -> None:
        """Add PCM. Sound first, header second: a kill between the two loses this piece and nothing else."""
        if self._file is None:
            raise ValueError("this recording was closed")
        pcm = pcm[: len(pcm) & ~1]
        if not pcm:
            return
        self._put(_HEADER.size + self._size, pcm)
        self._size += len(pcm)
        self._put(0, _header(self._size, self.rate))

    def close(self) -> None:
        """Bring the recording to the disk and close it. Closing twice is allowed."""
        if self._file is not None:
            file, self._file = self._file, None
            try:
                os.fsync(file)
            finally:
                os.close(file)

    def _put(self, offset: int, data: bytes) -> None:
        assert self._file is not None
        os.lseek(self._file, offset, os.SEEK_SET)
        while data:
            data = data[os.write(self._file, data) :]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def write_wav(path: Path, pcm: bytes, rate: int) -> None:
    """Write a whole WAV file, mode 0600: it stands there complete or, on OSError, as it was before."""
    write_whole(path, _header(len(pcm), rate) + pcm)


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file at once, mode 0600, through a file beside it; on OSError the old content stays.

    `durable` waits for the disk; what can be made again need not.
    """
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(number)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_wav(path: Path) -> Wav:
    """Read PCM of 8, 16, 24 or 32 bits with any number of channels, mixed to one.

    Raises OSError when it cannot be opened and WavError when it is not such a file.
    """
    try:
        with wave.open(str(path), "rb") as file:
            rate, width, channels = file.getframerate(), file.getsampwidth(), file.getnchannels()
            data = file.readframes(file.getnframes())
    except (wave.Error, EOFError, struct.error, RuntimeError) as error:
        raise WavError(f"it is not a WAV file of plain PCM ({str(error) or 'it is cut short'})") from error
    if not 1000 <= rate <= 384_000 or not 1 <= width <= 4 or not channels:
        raise WavError(f"it has {rate} samples a second, {width * 8} bits and {channels} channels")
    if width == 2 and channels == 1:
        return Wav(data[: len(data) & ~1], rate)
    return Wav(sound.pcm(_mono(data, width, channels)), rate)


def _mono(data: bytes, width: int, channels: int) -> sound.Samples:
    data = data[: len(data) // (width * channels) * width * channels]
    if width == 1:  # the one width that WAV stores without a sign
        values = (np.frombuffer(data, dtype=np.uint8).astype(np.float64) - 128.0) / 128.0
    else:
        # The upper 16 bits of each sample, whatever the width: little-endian, so the last two bytes.
        parts = np.frombuffer(data, dtype=np.uint8).reshape(-1, width)[:, -2:]
        values = np.ascontiguousarray(parts).view("<i2")[:, 0].astype(np.float64) / 32768.0
    return np.asarray(values.reshape(-1, channels).mean(axis=1))
