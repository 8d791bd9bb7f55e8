from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engine_process import Options
from tests.whole.programs import Caller, Engine, sipp_is_missing

MakeEngine = Callable[..., Engine]
MakeCaller = Callable[[Engine], Caller]


@pytest.fixture
def make_engine(tmp_path: Path) -> Iterator[MakeEngine]:
    made: list[Engine] = []

    def make(name: str = "desk", **sections: Options) -> Engine:
        engine = Engine(tmp_path / name, **sections)
        made.append(engine)
        return engine

    yield make
    for engine in made:
        engine.end()


@pytest.fixture
def engine(make_engine: MakeEngine) -> Engine:
    """One that runs."""
    made = make_engine()
    made.start()
    return made


@pytest.fixture
def caller(tmp_path: Path) -> Iterator[MakeCaller]:
    if sipp_is_missing():
        pytest.skip("SIPp is not installed: apt-get install sip-tester")
    made: list[Caller] = []

    def make(engine: Engine) -> Caller:
        folder = tmp_path / "callers"
        folder.mkdir(exist_ok=True)
        one = Caller(folder, engine.port)
        made.append(one)
        return one

    yield make
    for one in made:
        one.kill()
