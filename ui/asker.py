"""Who asked the engine or the log's reader, and may be closed before the answer comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid


def is_gone(answered: Callable[..., Any]) -> bool:
    """Whether the window this belongs to, by its method or by what its lambda holds, is there no more."""
    held = [getattr(answered, "__self__", None)]
    for cell in getattr(answered, "__closure__", None) or ():
        held.append(cell.cell_contents)
    return any(isinstance(one, QObject) and not isValid(one) for one in held)
