"""Every colour and size of the windows by name: light, dark and high contrast.

A text colour is only ever put on the backgrounds listed for it in `PAIRS`; a test holds each of those pairs
to a contrast of at least 4.5 : 1. Sizes are pixels at 100 %, on a grid of 8.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Each name says what the colour is for, not what it looks like."""

    name: str
    ground: str  # behind everything
    card: str  # what stands on the ground
    sunk: str  # the trough of a switch, a key's cap, a pressed row
    edge: str  # the thin border of a card
    ink: str  # what is read first
    soft: str  # what is read second
    accent: str  # the one accent: the main button, the chosen state
    on_accent: str
    accent_hover: str
    tint: str  # the accent, whispered
    on_tint: str
    warn: str  # late, or waiting too long; always with a shape beside it
    warn_ground: str
    alarm: str  # urgent
    alarm_ground: str
    focus: str  # the ring round what the keyboard is on
    scrim: str  # laid over what must not be read as fresh
    border: int = 1


LIGHT = Colours(
    name="light",
    ground="#F2F0EB", card="#FFFFFF", sunk="#E8E5DE", edge="#DAD6CD",
    ink="#1B2327", soft="#545E63",
    accent="#0B655C", on_accent="#FFFFFF", accent_hover="#08574F", tint="#DFEDEA", on_tint="#0A4F48",
    warn="#7F4300", warn_ground="#FAEBD2", alarm="#9C211B", alarm_ground="#FBE3DF",
    focus="#1D5FD1", scrim="#F2F0EB",
)  # fmt: skip

DARK = Colours(
    name="dark",
    ground="#12171A", card="#1B2226", sunk="#293237", edge="#343F45",
    ink="#EDF0F0", soft="#A8B4B9",
    accent="#63C7B8", on_accent="#05201C", accent_hover="#7AD4C6", tint="#1C3835", on_tint="#A9E3DA",
    warn="#F2BD74", warn_ground="#38290F", alarm="#FFA599", alarm_ground="#431F1B",
    focus="#8DB9FF", scrim="#12171A",
)  # fmt: skip

CONTRAST = Colours(
    name="contrast",
    ground="#000000", card="#000000", sunk="#262626", edge="#FFFFFF",
    ink="#FFFFFF", soft="#FFFFFF",
    accent="#FFE14D", on_accent="#000000", accent_hover="#FFF0A0", tint="#000000", on_tint="#FFE14D",
    warn="#FFB84D", warn_ground="#000000", alarm="#FF9C91", alarm_ground="#000000",
    focus="#5CE1FF", scrim="#000000", border=2,
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "ground"), ("ink", "card"), ("ink", "sunk"),
    ("ink", "warn_ground"), ("ink", "alarm_ground"), ("ink", "tint"),
    ("soft", "ground"), ("soft", "card"), ("soft", "sunk"), ("soft", "tint"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_tint", "tint"),
    ("accent", "card"), ("accent", "ground"),
    ("warn", "card"), ("warn", "warn_ground"), ("warn", "ground"),
    ("alarm", "card"), ("alarm", "alarm_ground"), ("alarm", "ground"),
)  # fmt: skip
"""(text, what it stands on): every pair the windows use."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels at 100 %."""

    grid: int = 8
    margin: int = 16  # round the desk and between its columns
    pad: int = 24  # inside a large card
    touch: int = 44  # the least height and width of anything to be pressed
    strip: int = 56
    radius: int = 12
    radius_small: int = 8
    key: int = 12  # on the cap of a key
    small: int = 13  # beside something else
    body: int = 15
    name: int = 17
    title: int = 21
    number: int = 26  # to be dialled from, at arm's length
    hero: int = 30  # the next action
    card: int = 280  # the least height of Next and Promised: their frames stay as their words change
    wide: int = 960  # under this the columns stand under one another


SIZES = Sizes()
SCALES = (100, 125, 150, 175, 200)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2: from 1 to 21."""
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
