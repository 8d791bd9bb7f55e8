"""Commands about the headset and the sound devices."""

from __future__ import annotations

import argparse
import contextlib

from desk import as_json
from desk.cli.asking import WELL, Sorry, ask, look
from desk.cli.declaring import Commands
from desk.core.model import SideKind
from desk.link_types import ChooseDevices, ListDevices, SetHeadset, TestHeadset

OWN = "the machine's own"


def declare(commands: Commands) -> None:
    """Add these commands."""
    commands.command("devices", _devices, "the microphones and speakers that can be chosen")
    headset = commands.command("headset", _headset, "what is spoken through; options change it")
    headset.add_argument("--microphone", metavar="NAME", help='speak into this; "" is the machine\'s own')
    headset.add_argument("--speaker", metavar="NAME", help="hear callers by this")
    headset.add_argument("--ring", metavar="NAME", help="let the desk ring by this")
    headset.add_argument("--side", choices=[s.value for s in SideKind], help="headset or desk phone")
    mute = headset.add_mutually_exclusive_group()
    mute.add_argument("--mute", dest="muted", action="store_const", const=True, help="let nobody hear you")
    mute.add_argument("--unmute", dest="muted", action="store_const", const=False, help="be heard again")
    headset.add_argument("--volume", type=_volume, metavar="V", help="how loud callers are, 0 to 1")
    headset.add_argument("--test", action="store_true", help="say something, hear it back")


def _volume(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= (value := float(text)) <= 1:
            return value
    raise argparse.ArgumentTypeError(f"{text!r} is no volume. Give 0 to 1.")


def _devices(asked: argparse.Namespace) -> int:
    found = ask(asked, ListDevices()).devices
    if found is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    if asked.json:
        print(as_json.text({"microphones": found.microphones, "speakers": found.speakers}))
        return WELL
    for kind, names in (("microphone", found.microphones), ("speaker", found.speakers)):
        for name in names:
            print(f"{kind:<10}  {name}")
    if not found.microphones and not found.speakers:
        print("There is no sound device. Plug a headset in, or use the desk phone.")
    return WELL


def _headset(asked: argparse.Namespace) -> int:
    names = (asked.microphone, asked.speaker, asked.ring)
    if any(name is not None and len(name) > 200 for name in names):
        raise Sorry("No device has a name so long.", "See them with: onemoment devices", 2)
    if asked.side is not None or any(name is not None for name in names):
        side = None if asked.side is None else SideKind(asked.side)
        ask(asked, ChooseDevices(microphone=names[0], speaker=names[1], ring=names[2], side=side))
        ask(asked, ListDevices())  # it looks after the headset has: what is said below is of the new ones
    if asked.muted is not None or asked.volume is not None:
        ask(asked, SetHeadset(muted=asked.muted, volume=asked.volume))
    if asked.test:
        ask(asked, TestHeadset())
    side_now = look(asked).side
    if asked.json:
        print(as_json.text(as_json.side(side_now)))
        return WELL
    h = side_now.headset
    print(f"Speaking by: {side_now.used.value.replace('_', ' ')}")
    for kind, name in (("microphone", h.microphone), ("speaker", h.speaker), ("ring", h.ring)):
        print(f"{kind}: {name or OWN}")
    print(f"volume: {h.volume:g}{', muted' if h.muted else ''}")
    print("ready" if h.ready else f"{h.problem} {h.do}".strip() or "not looked at yet")
    return WELL
