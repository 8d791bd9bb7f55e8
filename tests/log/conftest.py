from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.log.about import About
from desk.log.log import Log
from tests.log.records import add, empty

ABOUT = About(company="Example", time_zone="Europe/London", country="GB")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six hundred interruptions of two months, in which the clocks are set; nobody writes here."""
    made = empty(tmp_path_factory.mktemp("log") / "data")
    add(made, 600, seed=1)
    return made


@pytest.fixture(scope="session")
def whole(folder: Path) -> Iterator[Log]:
    log = Log.open(folder, ABOUT)
    log.load()
    yield log
    log.close()
