"""Desks of several kinds behind a real Asterisk. The walks themselves are in desk_walks.py."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from desk.core.model import Presence
from tests.peers import baresip_phone, certificates, sipp_phone
from tests.peers.asterisk import Asterisk, AsteriskUnavailableError
from tests.peers.desk_walks import DESKS, Desk
from tests.peers.person import Person

REASONS = [
    why
    for why in (Asterisk.missing(), baresip_phone.missing(), sipp_phone.missing(), certificates.missing())
    if why
]
pytestmark = [
    pytest.mark.peers,
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.skipif(bool(REASONS), reason=" ".join(REASONS)),
]
AT_A_TIME = 3
"""Desks: more are a busy machine."""


@pytest.fixture(scope="module")
def pbx() -> Iterator[Asterisk]:
    try:
        asterisk = Asterisk()
    except AsteriskUnavailableError as why:
        pytest.skip(str(why))
    with asterisk:
        yield asterisk


def gone_along(pbx: Asterisk, folder: Path, name: str, desk: Desk) -> None:
    person = Person(pbx, folder, desk.user, policy=desk.policy, **desk.phone(pbx))
    person.engine.start("refused" if name.endswith("_certificate") else "ready")
    try:
        person.chooses(Presence.SERVING)
        desk.walk(person)
    finally:
        person.engine.stop()


@pytest.fixture(scope="module")
def walks(
    request: pytest.FixtureRequest, pbx: Asterisk, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[None]]]:
    """Those that were asked for, some at a time; no two of one extension."""
    asked = {each.callspec.params.get("name") for each in request.session.items if hasattr(each, "callspec")}
    lanes: dict[str, list[str]] = {}
    for name, desk in DESKS.items():
        if name in asked:
            lanes.setdefault(desk.user, []).append(name)
    done: dict[str, Future[None]] = {name: Future() for lane in lanes.values() for name in lane}

    def along(lane: list[str]) -> None:
        for name in lane:
            try:
                gone_along(pbx, tmp_path_factory.mktemp(name), name, DESKS[name])
                done[name].set_result(None)
            except Exception as error:
                pbx.end_calls_of(DESKS[name].user)
                done[name].set_exception(error)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for lane in lanes.values():
            pool.submit(along, lane)
        yield done


@pytest.mark.parametrize("name", DESKS)
def test_desk(walks: dict[str, Future[None]], name: str) -> None:
    walks[name].result()
