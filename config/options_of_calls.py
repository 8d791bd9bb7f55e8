"""The settings of the phone line and the rules of the desk, declared as `config.options` says."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Transport = Literal["udp", "tcp", "tls"]
DialAs = Literal["e164", "international", "national"]
DeskPhoneWay = Literal["stay", "hand_over"]
Srtp = Literal["off", "offer", "require"]
Blocked = Literal["refuse", "text"]
Seconds = float
"""Lengths of time; a name that says minutes counts minutes."""


class PhoneOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The phone line."""

    listen: Annotated[
        str,
        Meta(
            max_length=120,
            description="Where calls come in, as address:port. Empty is 0.0.0.0:5060 on a real line (with a "
            "registrar, or with peers beyond this machine), any free port of 127.0.0.1 for practice.",
            extra={"right": '"0.0.0.0:5060"'},
        ),
    ] = ""
    registrar: Annotated[
        str,
        Meta(
            max_length=255,
            description="The PBX to register with, as host or host:port; empty registers nowhere.",
            extra={"right": '"pbx.example.org" or "192.0.2.10:5060"'},
        ),
    ] = ""
    user: Annotated[
        str,
        Meta(
            max_length=80,
            description="The extension or user name this desk has at the PBX.",
            extra={"right": '"6000"'},
        ),
    ] = ""
    password: Annotated[
        str,
        Meta(
            max_length=200,
            description="The password of that extension; better in a file of its own: password_file.",
            extra={"private": True},
        ),
    ] = ""
    password_file: Annotated[
        str,
        Meta(
            max_length=1000,
            description="A file with that password alone, readable by its owner only; relative to this file.",
            extra={"right": '"pbx-password"'},
        ),
    ] = ""
    transport: Annotated[Transport, Meta(description="How to reach the PBX.")] = "udp"
    peers: Annotated[
        tuple[Annotated[str, Meta(max_length=60)], ...],
        Meta(
            max_length=100,
            description="Networks that may call and are believed who is calling: the trunk's, or further "
            "addresses of the PBX beside its registrar. Empty is the registrar alone, and without one this "
            "machine alone.",
            extra={"right": '["192.0.2.0/24"]'},
        ),
    ] = ()
    max_calls: Annotated[
        int, Meta(ge=1, le=500, description="Calls at the same time; one more is told the line is busy.")
    ] = 60
    own_numbers: Annotated[
        tuple[Annotated[str, Meta(max_length=40)], ...],
        Meta(
            max_length=500,
            description="Numbers of this site: never called back, refused when a caller enters one.",
            extra={"right": '["+1 202 555 0100", "6000"]', "private": True},
        ),
    ] = ()
    internal: Annotated[
        tuple[Annotated[str, Meta(max_length=6)], ...],
        Meta(
            max_length=100,
            description="Extensions of this house, x for any digit; no other short number is called then. "
            "[] is every extension that really calls from inside, and calls go to any.",
            extra={"right": '["2xx", "60x"]'},
        ),
    ] = ()
    desk_phone: Annotated[
        str,
        Meta(
            max_length=255,
            description="The phone on the desk, to speak by instead of a headset: its extension at the PBX, "
            "or a sip: address; empty is none.",
            extra={"right": '"214"'},
        ),
    ] = ""
    desk_phone_way: Annotated[
        DeskPhoneWay,
        Meta(
            description="How a caller comes to that phone: stay keeps One Moment between the two, so "
            "that the window can hold and pass on; hand_over lets the PBX join them once it is picked up."
        ),
    ] = "stay"
    caller_id: Annotated[
        str,
        Meta(
            max_length=40,
            description="The number that those we call are shown; empty is what the PBX shows.",
            extra={"right": '"+1 202 555 0100"', "private": True},
        ),
    ] = ""
    allowed_prefixes: Annotated[
        tuple[Annotated[str, Meta(max_length=20)], ...],
        Meta(
            max_length=200,
            description="How numbers begin that may be called, with country code; [] is all but emergency "
            "and premium numbers.",
            extra={"right": '["+1", "+4930"]'},
        ),
    ] = ()
    dial_as: Annotated[
        DialAs,
        Meta(
            description="How a number is handed to the PBX: +441632960123, 00441632960123 or as it is "
            "dialled within the country."
        ),
    ] = "e164"
    outside_prefix: Annotated[
        str,
        Meta(
            max_length=6,
            description="What the PBX wants before an outside number, with dial_as international "
            "or national.",
            extra={"right": '"9"'},
        ),
    ] = ""
    srtp: Annotated[
        Srtp, Meta(description="Whether the sound of calls is encrypted (SRTP, keys by SDES).")
    ] = "off"
    certificate: Annotated[
        str,
        Meta(
            max_length=120,
            description="The SHA-256 fingerprint of the PBX's certificate, for one that no known authority "
            "has signed; with transport tls.",
            extra={"right": "64 hexadecimal digits, with colons or without"},
        ),
    ] = ""

    def __repr__(self) -> str:
        # the password and our numbers stand in here: neither belongs in a log
        return f"PhoneOptions(listen={self.listen!r}, registrar={self.registrar!r})"


class PolicyOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of the desk, in numbers. Seconds, unless the name says minutes."""

    ring_free: Annotated[
        Seconds, Meta(ge=0, le=120, description="Ring this long before greeting while the desk is free.")
    ] = 20.0
    ring_serving: Annotated[
        Seconds,
        Meta(ge=0, le=60, description="Ring this long before greeting while somebody is being served."),
    ] = 4.0
    menu_wait: Annotated[
        Seconds, Meta(ge=0.5, le=60, description="Wait this long for a key before the menu is said again.")
    ] = 8.0
    menu_tries: Annotated[
        int, Meta(ge=1, le=10, description="Say the menu this often; then the caller is put on hold.")
    ] = 3
    message_longest: Annotated[
        Seconds, Meta(ge=2, le=600, description="The longest message a caller can leave.")
    ] = 120.0
    hold_first_announcement: Annotated[
        Seconds, Meta(ge=1, le=600, description="Say the place in line after this long on hold.")
    ] = 10.0
    hold_announcement: Annotated[
        Seconds, Meta(ge=1, le=600, description="Offer a callback this often while a caller holds.")
    ] = 30.0
    hold_alarm: Annotated[
        Seconds,
        Meta(ge=1, le=3600, description="Say on the desk that somebody holds too long after this long."),
    ] = 60.0
    hold_longest: Annotated[
        Seconds, Meta(ge=2, le=3600, description="The longest hold; then it becomes a promised callback.")
    ] = 180.0
    promise_minutes: Annotated[
        int, Meta(ge=1, le=1440, description="Promise a callback within this many minutes of opening time.")
    ] = 15
    promise_rounding: Annotated[
        int, Meta(ge=1, le=60, description="Round the promised time up to a multiple of this many minutes.")
    ] = 5
    promises_open: Annotated[
        int,
        Meta(ge=1, le=500, description="With this many promises open, a new one is spoken for a later time."),
    ] = 8
    warn_before: Annotated[
        Seconds, Meta(ge=0, le=3600, description="Warn the desk this long before a promised time.")
    ] = 300.0
    urgent: Annotated[bool, Meta(description="Offer callers key 9, urgent: on or off.")] = True
    urgent_per_hour: Annotated[
        int,
        Meta(
            ge=1, le=60, description="One number rings through as urgent this often an hour; then it holds."
        ),
    ] = 2
    ring_desk: Annotated[
        Seconds,
        Meta(ge=1, le=120, description="Ring the desk phone this long; then the caller is on hold again."),
    ] = 20.0
    ring_there: Annotated[
        Seconds, Meta(ge=1, le=180, description="Let it ring this long when we call somebody.")
    ] = 40.0
    transfer_longest: Annotated[
        Seconds,
        Meta(ge=1, le=180, description="Passing a call on may take this long; then the caller comes back."),
    ] = 30.0
    claim_expires: Annotated[
        Seconds,
        Meta(ge=1, le=3600, description='"Ana is calling now" stands this long when no call is made.'),
    ] = 300.0
    retries: Annotated[
        int,
        Meta(
            ge=1, le=20, description="Try to reach somebody this often; then it is said that they could not."
        ),
    ] = 3
    retry_after: Annotated[
        Seconds,
        Meta(
            ge=0,
            le=86400,
            description="Try again this long after an attempt, within the opening hours; who is tried sooner "
            "is not given up for it.",
        ),
    ] = 900.0
    serving_longest: Annotated[
        Seconds,
        Meta(ge=1, le=86400, description="Ask whether somebody is still being served after this long."),
    ] = 1800.0
    vip_minutes: Annotated[
        int, Meta(ge=1, le=1440, description="Promise very important callers a callback within this.")
    ] = 5
    blocked: Annotated[
        Blocked, Meta(description="What a blocked number meets: it is refused, or hears a text.")
    ] = "refuse"
    calls_per_hour: Annotated[
        int,
        Meta(ge=1, le=1000, description="Call outside numbers at most this often an hour: against fraud."),
    ] = 30
