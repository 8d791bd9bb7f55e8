"""ALSA's own settings, looked at before PortAudio does: 19.7 aborts the whole program where they say nothing
of sound devices, as without alsa.conf.
"""

from __future__ import annotations

import ctypes


def names_devices() -> bool:
    """Whether there is a word of sound devices in them; True too where there is no ALSA, or PortAudio says
    itself what is wrong with them.
    """
    try:
        library = ctypes.CDLL("libasound.so.2")
        settings = ctypes.c_void_p.in_dll(library, "snd_config")
    except (OSError, ValueError):
        return True  # another system
    if library.snd_config_update() < 0:
        return True
    found = ctypes.c_void_p()
    return bool(library.snd_config_search(settings, b"pcm", ctypes.byref(found)) >= 0)
