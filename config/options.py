"""Every setting of One Moment, declared once: its type, default, bounds and one sentence.

The example file, the checks and their words all come from these declarations. A section is a struct, an
option a field; the sentence is its `description`, the bounds its `ge`, `le` and lengths. `extra` holds what
a type cannot say: `private` values are never repeated in a message, `right` is an example of a right value.
Lengths of time are seconds unless the name says minutes.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from config.options_of_calls import PhoneOptions, PolicyOptions
from config.options_of_the_log import ReportOptions, SupervisorOptions

Language = Literal["en", "es", "de", "fr"]
Side = Literal["auto", "headset", "desk_phone"]
VoiceEngine = Literal["auto", "pico", "espeak", "sapi5", "nsss", "none"]
Day = Annotated[tuple[str, ...], Meta(max_length=12, extra={"right": '["09:00-12:30", "13:30-17:00"]'})]


def _day(name: str) -> Meta:
    return Meta(
        description=f"Opening hours on {name}; [] is closed all day, a week of nothing but [] is always open."
    )


class DeskOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Whose desk this is."""

    company: Annotated[
        str, Meta(min_length=1, max_length=80, description="The name callers hear in the greeting.")
    ] = "One Moment"
    name: Annotated[
        str, Meta(min_length=1, max_length=80, description="The name of this desk, as the window shows it.")
    ] = "Reception"
    language: Annotated[
        Language, Meta(description="The language callers are spoken to and the window is written in.")
    ] = "en"
    time_zone: Annotated[
        str,
        Meta(
            max_length=80,
            description="The time zone promised times are said in; empty is the zone of this machine.",
            extra={"right": '"Europe/Madrid"'},
        ),
    ] = ""
    country: Annotated[
        str,
        Meta(
            max_length=2,
            description="The country whose numbers are meant when a number has no country code.",
            extra={"right": 'two capital letters, such as "US", "ES", "DE" or "FR"'},
        ),
    ] = "US"
    people: Annotated[
        tuple[Annotated[str, Meta(min_length=1, max_length=80)], ...],
        Meta(
            max_length=50,
            description="Who works at this desk; a window asks which of them it is.",
            extra={"right": '["Ana", "Ben"]', "private": True},
        ),
    ] = ()


class HoursOptions(msgspec.Struct, frozen=True, kw_only=True):
    """When the desk is open, in the desk's time zone."""

    mon: Annotated[Day, _day("Monday")] = ()
    tue: Annotated[Day, _day("Tuesday")] = ()
    wed: Annotated[Day, _day("Wednesday")] = ()
    thu: Annotated[Day, _day("Thursday")] = ()
    fri: Annotated[Day, _day("Friday")] = ()
    sat: Annotated[Day, _day("Saturday")] = ()
    sun: Annotated[Day, _day("Sunday")] = ()
    holidays: Annotated[
        tuple[date, ...],
        Meta(
            max_length=1000,
            description="Days on which the desk is closed all day.",
            extra={"right": "[2026-12-25, 2027-01-01]"},
        ),
    ] = ()


class VoiceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How callers are spoken to."""

    engine: Annotated[
        VoiceEngine,
        Meta(
            description="The pyttsx3 driver that speaks; auto takes the one best understood on a telephone.",
        ),
    ] = "auto"
    voice: Annotated[
        str,
        Meta(max_length=80, description="The voice of that driver; empty is the one made for the language."),
    ] = ""
    rate: Annotated[
        float,
        Meta(ge=0.5, le=2.0, description="How fast the voice speaks; 1.0 is how it is understood best."),
    ] = 1.0
    recordings: Annotated[
        str,
        Meta(
            max_length=1000,
            description="A folder whose recordings replace spoken prompts; relative to this file.",
            extra={"right": '"recordings"'},
        ),
    ] = ""


_DEVICE = "; empty is the machine's own. What is chosen in the window goes before it."


class HeadsetOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the person at the desk speaks through. Devices are named as `onemoment devices` lists them."""

    microphone: Annotated[str, Meta(max_length=200, description=f"The microphone to speak into{_DEVICE}")] = (
        ""
    )
    speaker: Annotated[str, Meta(max_length=200, description=f"Where callers are heard{_DEVICE}")] = ""
    ring: Annotated[str, Meta(max_length=200, description=f"Where the desk rings{_DEVICE}")] = ""
    side: Annotated[
        Side,
        Meta(
            description="Speak by headset or by desk phone; auto is the desk phone when phone.desk_phone "
            "is set."
        ),
    ] = "auto"


class MessagesOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The messages callers leave."""

    transcribe: Annotated[
        bool,
        Meta(
            description="Let a machine on this computer write messages down, when that part is installed: "
            ".venv/bin/pip install one-moment[transcribe]."
        ),
    ] = True


class StoreOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept, and for how long."""

    backups: Annotated[
        str,
        Meta(
            max_length=1000,
            description="The folder of the daily backups, relative to the data folder; better on another "
            "disk. Empty makes none.",
            extra={"right": '"/mnt/backups/one-moment"'},
        ),
    ] = "backups"
    keep_backups: Annotated[int, Meta(ge=1, le=1000, description="Keep so many of the daily backups.")] = 14
    keep_recordings_days: Annotated[
        int,
        Meta(
            ge=1,
            le=3650,
            description="Keep the messages of callers so many days; longer while somebody is still to be "
            "called back.",
        ),
    ] = 30
    keep_log_days: Annotated[
        int,
        Meta(
            ge=1,
            le=36500,
            description="Keep the numbers, names and notes of the log so many days; what happened stays, "
            "without them.",
        ),
    ] = 730


SECTIONS: dict[str, type[msgspec.Struct]] = {
    "desk": DeskOptions,
    "phone": PhoneOptions,
    "policy": PolicyOptions,
    "hours": HoursOptions,
    "voice": VoiceOptions,
    "headset": HeadsetOptions,
    "messages": MessagesOptions,
    "store": StoreOptions,
    "supervisor": SupervisorOptions,
    "report": ReportOptions,
}
"""The sections of the settings file by name, in the order of the example."""
