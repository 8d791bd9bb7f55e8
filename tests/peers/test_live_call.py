"""The live call behind a real Asterisk: everybody hears whom they should, and nobody else.

The walks themselves are in live_walks.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from desk.core.model import Presence
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.live_walks import LANES, Lane
from tests.peers.person import Person
from tests.peers.together import Outcome

pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.skipif(Asterisk.missing() is not None, reason=str(Asterisk.missing())),
]
AT_A_TIME = 3
"""Desks: more are a busy machine."""
WALKS = [(user, walk) for user, lane in LANES.items() for walk in lane]


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


def gone_along(pbx: Asterisk, folder: Path, user: str, lane: Lane) -> dict[str, Outcome]:
    """Each walk of a lane, one after the other; what each ended with."""
    outcomes: dict[str, Outcome] = {}
    person = Person(pbx, folder, user)
    with person.engine:
        person.chooses(Presence.SERVING)
        for index, (name, walk) in enumerate(lane.items()):
            try:
                walk(person, f"+4420794605{user[-1]}{index}")
                outcomes[name] = None
            except Exception as error:
                outcomes[name] = error
                person.clears()  # the next one begins with nobody
    return outcomes


@pytest.fixture(scope="module")
def lanes(
    request: pytest.FixtureRequest, pbx: Asterisk, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[dict[str, Outcome]]]]:
    """The lanes side by side; of each the walks that were asked for."""
    asked = [each.callspec.params for each in request.session.items if hasattr(each, "callspec")]
    wanted = {(each.get("user"), each.get("walk")) for each in asked}
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        yield {
            user: pool.submit(
                gone_along,
                pbx,
                tmp_path_factory.mktemp(user),
                user,
                {name: walk for name, walk in lane.items() if (user, name) in wanted},
            )
            for user, lane in LANES.items()
            if any(user == one for one, _ in wanted)
        }


@pytest.mark.parametrize(("user", "walk"), WALKS)
def test_live(lanes: dict[str, Future[dict[str, Outcome]]], user: str, walk: str) -> None:
    if (error := lanes[user].result().get(walk)) is not None:
        raise error
