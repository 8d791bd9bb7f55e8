from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.log.log import Log
from tests.log.records import add, empty
from ui.language import Language

MANY = 2500
SETTINGS = """
[desk]
company = "Harbour Clinic"
name = "Reception 1"
language = "en"
time_zone = "Europe/London"
country = "GB"
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand interruptions; nobody writes here."""
    made = empty(tmp_path_factory.mktemp("report") / "data")
    add(made, MANY, seed=2)
    return made


@pytest.fixture(scope="session")
def whole(folder: Path) -> Iterator[Log]:
    log = Log.open(folder)
    log.load()
    yield log
    log.close()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "onemoment.toml"
    file.write_text(SETTINGS)
    return file


@pytest.fixture
def in_english(qapp: object) -> Iterator[Language]:
    """The process has windows' letters already: a command that finds none makes its own, for good."""
    language = Language("en")
    yield language
    language.hush()
