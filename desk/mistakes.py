"""An error nobody foresaw, as the log may have it."""

from __future__ import annotations

import traceback


def where(error: BaseException) -> str:
    """What kind of error, and where in the program: its own text could hold a caller's number."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" in {frames[-1].name}, {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{at}"
