"""Whose log it is: what the settings say of the desk, or what the records themselves know of it."""

from __future__ import annotations

from desk.core.model import Value


class About(Value, frozen=True, kw_only=True):
    """The desk. A copy that came without its settings has only its `time_zone`, from its own records."""

    company: str = ""
    desk_name: str = ""
    language: str = ""
    time_zone: str = "UTC"
    country: str = "US"
