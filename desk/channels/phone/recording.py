"""One message being recorded: a file that grows, then has its silence taken off both ends."""

from __future__ import annotations

import errno
import logging
import os
import re
import shutil
from pathlib import Path

from audio import pcm as sound
from audio.wav import WavError, WavWriter, duration, read_wav, trim, write_wav

log = logging.getLogger(__name__)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_PIECE = 0.2
"""Seconds of sound between writes to the disk."""
LEFT_FREE = 200_000_000
"""Bytes that messages leave free on their disk: whoever speaks all day must not stop the journal."""
KEY_TONE = 0.12
"""Seconds at the end that are the # itself when it came as a tone in the sound."""


class Recording:
    """Writes PCM at `rate` to `folder/name.wav`, mode 0600, for at most `longest` seconds by the clock.

    A full disk or any other OSError ends the writing, not the call: what was written stays, and `finish` says
    how long that is. Raises ValueError for a name that is no file name and OSError when the file cannot be
    made, or would take the last of the disk.
    """

    def __init__(self, folder: Path, name: str, rate: int, longest: float, now: float) -> None:
        if not _NAME.fullmatch(name):
            raise ValueError("the recording's name is no file name")
        if shutil.disk_usage(folder).free < LEFT_FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.name = name
        self.until = now + longest
        self._rate = rate
        self._limit = int(longest * rate) * 2
        self._size = 0
        self._waiting = bytearray()
        self._path = folder / f"{name}.wav"
        self._writer: WavWriter | None = WavWriter(self._path, rate)

    def add(self, pcm: bytes, rate: int) -> None:
        """Add what the caller said; sound at another rate (a codec changed in mid-call) is brought to
        ours.
        """
        if rate != self._rate:
            pcm = sound.pcm(sound.at_rate(sound.samples(pcm), rate, self._rate))
        room = self._limit - self._size
        self._waiting += pcm[: max(0, room)]
        self._size += min(len(pcm), max(0, room))
        if len(self._waiting) >= _PIECE * self._rate * 2:
            self._flush()

    def finish(self, cut: float = 0.0) -> float:
        """End it, take `cut` seconds off its end and the silence off both ends; returns seconds that remain.

        May take some 10s of milliseconds: not for the loop's thread.
        """
        self._flush()
        writer, self._writer = self._writer, None
        if writer is not None:
            try:
                writer.close()
            except OSError as error:
                log.warning("recording %s was not brought to the disk: %s", self.name, error.strerror)
        try:
            whole = read_wav(self._path)
        except (OSError, WavError):
            return 0.0
        kept = whole.pcm[: max(0, len(whole.pcm) - int(cut * whole.rate) * 2)]
        trimmed = trim(kept, whole.rate)
        if trimmed == whole.pcm:
            return whole.seconds
        try:
            write_wav(self._path, trimmed, whole.rate)
        except OSError as error:
            log.warning("recording %s stays untrimmed: %s", self.name, error.strerror)
            return whole.seconds
        return duration(trimmed, whole.rate)

    def _flush(self) -> None:
        data, self._waiting = bytes(self._waiting), bytearray()
        if self._writer is None or not data:
            return
        try:
            self._writer.write(data)
        except OSError as error:
            log.warning("recording %s ends early: %s", self.name, error.strerror)
            writer, self._writer = self._writer, None
            try:
                writer.close()
            except OSError:
                log.warning("recording %s was not brought to the disk", self.name)
