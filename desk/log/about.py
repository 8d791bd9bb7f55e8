"""Whose log it is: what the settings say of the desk, or what the records themselves know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.core.model import Value

if TYPE_CHECKING:
    from config.settings import Settings


class About(Value, frozen=True, kw_only=True):
    """The desk. A copy that came without its settings has only its `time_zone`, from its own records."""

    company: str = ""
    desk_name: str = ""
    language: str = ""
    time_zone: str = "UTC"
    country: str = "US"


def about_of(settings: Settings) -> About:
    """What the settings say of the desk."""
    desk = settings.desk
    return About(
        company=desk.company,
        desk_name=desk.name,
        language=desk.language,
        time_zone=desk.time_zone,
        country=desk.country,
    )
