from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.whole.programs import Caller, Engine, sipp_is_missing


@pytest.fixture(scope="session")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered prompts, made once for all engines of the session."""
    folder = tmp_path_factory.mktemp("voice")
    engine = Engine(folder)
    engine.start()
    engine.stop()
    return engine.data / "voice"


MakeEngine = Callable[..., Engine]
MakeCaller = Callable[[Engine], Caller]


@pytest.fixture
def make_engine(tmp_path: Path, voice: Path) -> Iterator[MakeEngine]:
    made: list[Engine] = []

    def make(name: str = "desk", *, policy: str = "", **more: str) -> Engine:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        engine = Engine(folder, policy=policy, **more)
        engine.data.mkdir(mode=0o700, exist_ok=True)
        if voice.exists() and not (engine.data / "voice").exists():
            shutil.copytree(voice, engine.data / "voice")
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
