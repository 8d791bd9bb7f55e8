"""Where rendered clips are kept: on disk for what everybody hears, in memory for what belongs to one caller.

A file is a SHA-256 of the sound followed by raw PCM, so that a damaged one is noticed; its name is a hash of
what was asked for. The folder is 0700, files 0600.
"""

import hashlib
import logging
import threading
from collections import OrderedDict
from pathlib import Path

from audio.wav import write_whole

_log = logging.getLogger(__name__)
_PRIVATE = 32
"""How many clips with a number or a time in them are kept, in memory only."""


class Clips:
    """A cache of PCM in two parts. Any failure of the disk means "not there": the clip is made again and kept
    in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shared: dict[str, bytes] = {}
        self._private: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._disk_failed = False

    def get(self, *key: object, private: bool) -> bytes | None:
        """The clip kept under a key, or None. `private` ones are looked for in memory only."""
        name = _name(key)
        with self._lock:
            if private:
                if name in self._private:
                    self._private.move_to_end(name)
                return self._private.get(name)
            if name in self._shared:
                return self._shared[name]
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        pcm = data[32:]
        if hashlib.sha256(pcm).digest() != data[:32]:
            _log.warning("a cached prompt was damaged and is made again: %s", name)
            return None
        with self._lock:
            self._shared[name] = pcm
        return pcm

    def put(self, pcm: bytes, *key: object, private: bool) -> None:
        """Keep a clip. `private` ones never reach the disk."""
        name = _name(key)
        with self._lock:
            if private:
                self._private[name] = pcm
                if len(self._private) > _PRIVATE:
                    self._private.popitem(last=False)
                return
            self._shared[name] = pcm
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            write_whole(self._folder / name, hashlib.sha256(pcm).digest() + pcm, durable=False)
        except OSError as error:
            if not self._disk_failed:
                self._disk_failed = True
                _log.warning(
                    "prompts are kept in memory only, the cache cannot be written: %s", error.strerror
                )


def _name(key: tuple[object, ...]) -> str:
    return hashlib.sha256("\x1f".join(map(str, key)).encode()).hexdigest() + ".pcm"
