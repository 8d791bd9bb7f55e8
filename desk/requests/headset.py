"""Requests about the headset and the sound devices."""

from __future__ import annotations

from desk.core.model import Doing, SideKind
from desk.link_types import ChooseDevices, ListDevices, Reply, SetHeadset, TestHeadset
from desk.requests.means import Means, no

AboutTheHeadset = ListDevices | ChooseDevices | SetHeadset | TestHeadset
_SPEAKING = (Doing.TAKEN, Doing.TALKING, Doing.DIALLING, Doing.RINGING_THERE)


async def answer(means: Means, request: AboutTheHeadset) -> Reply:
    """Done at once; only looking for devices takes its time."""
    speaking = means.speaking
    match request:
        case ListDevices():
            return Reply(id=request.id, devices=await speaking.devices())
        case ChooseDevices():
            return _choose(means, request)
        case SetHeadset():
            if request.muted is not None:
                speaking.headset.muted = request.muted
            if request.volume is not None:
                speaking.set_volume(request.volume)
            means.changed()
            return Reply(id=request.id)
        case TestHeadset():
            return _test(means, request)


def _choose(means: Means, request: ChooseDevices) -> Reply:
    if request.side is SideKind.DESK_PHONE and (why := means.speaking.not_now(request.side)) is not None:
        return no(request, *why)
    means.speaking.choose(request.microphone, request.speaker, request.ring, request.side)
    means.changed()
    return Reply(id=request.id)


def _test(means: Means, request: TestHeadset) -> Reply:
    if any(c.doing in _SPEAKING for c in means.desk.calls):
        return no(request, "Somebody is being spoken with.", "Test the headset after the call.")
    headset = means.speaking.headset
    if headset.testing:
        headset.stop_test()
    elif headset.problem:
        return no(request, headset.problem, headset.do)
    else:
        headset.test()
    means.changed()
    return Reply(id=request.id)
