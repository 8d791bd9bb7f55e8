"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """As installed; "source" where nothing is."""
    try:
        return version("one-moment")
    except PackageNotFoundError:
        return "source"
