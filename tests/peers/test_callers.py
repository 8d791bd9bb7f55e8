"""Each telephone presses each key and hangs up at each stage.

The walks themselves are in walks.py (baresip and linphone, which follow what the desk does) and in steps.py
(SIPp and Asterisk, which go by the clock). Two kinds of telephone are at it at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.peers import baresip_phone, linphone_phone, sipp_phone, steps, walks
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.together import Went

pytestmark = [pytest.mark.peers, pytest.mark.timeout(300)]

Run = Callable[[Path], Went]
PEERS: dict[str, tuple[Run, Callable[[], str | None], tuple[str, ...]]] = {
    "baresip": (partial(walks.run, "baresip"), baresip_phone.missing, tuple(walks.WALKS)),
    "sipp": (steps.by_sipp, sipp_phone.missing, tuple(steps.WALKS)),
    "linphone": (partial(walks.run, "linphone"), linphone_phone.missing, tuple(walks.WALKS)),
    "asterisk": (steps.by_asterisk, Asterisk.missing, tuple(steps.WALKS)),
}
AT_A_TIME = (("baresip", "sipp"), ("linphone", "asterisk"))
WAYS = [(peer, walk) for peer, (_, _, names) in PEERS.items() for walk in names]


@pytest.fixture(scope="module")
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Went]]:
    """Starts the calls of a kind of telephone, with those that go together with it, and waits for its own."""
    asked = {each.callspec.params.get("peer") for each in request.session.items if hasattr(each, "callspec")}
    begun: dict[str, Future[Went]] = {}
    with ThreadPoolExecutor() as pool:

        def went(peer: str) -> Went:
            for other in next(group for group in AT_A_TIME if peer in group):
                run, missing, _ = PEERS[other]
                if other in asked and other not in begun and not missing():
                    begun[other] = pool.submit(run, tmp_path_factory.mktemp(other))
            if reason := PEERS[peer][1]():
                pytest.skip(reason)
            try:
                return begun[peer].result()
            except AsteriskUnavailableError as why:
                pytest.skip(str(why))

        yield went


@pytest.mark.parametrize(("peer", "walk"), WAYS)
def test_a_caller(running: Callable[[str], Went], peer: str, walk: str) -> None:
    if (error := running(peer).outcomes[walk]) is not None:
        raise error


@pytest.mark.parametrize("peer", ["baresip", "linphone"])
def test_the_quickest(running: Callable[[str], Went], peer: str) -> None:
    """What is left when the machine is not busy: one ring, then a voice; silence when a key is pressed."""
    took = running(peer).took
    print(
        {
            what: [(round(seconds, 3), round(slower, 1)) for seconds, slower in each]
            for what, each in took.items()
        }
    )
    assert min(seconds for seconds, _ in took["ringing"]) > 0.8
    own = {what: min(seconds / slower for seconds, slower in times) for what, times in took.items()}
    assert own["ringing"] < 1.5
    assert own["first sound"] < 0.35
    assert own["silence after a key"] < 0.5
    assert own["tone after a key"] < 0.6
