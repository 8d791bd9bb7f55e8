"""Lanes: runs of pytest side by side which share the tests, each taking the next file that none has taken.

python -m pytest -p tests.lanes --taken FOLDER FILE...

All lanes are given the same empty folder, in which who takes a file leaves a mark, and the same files, each
in the order in which it takes them.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--taken", type=Path, required=True, help="where the files that were taken are marked")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the files that are taken here, and leave the others to the other lanes."""
    if session.testsfailed or session.config.option.collectonly:
        return None  # what cannot even be read is said by pytest itself
    files: dict[Path, list[pytest.Item]] = {}
    for test in session.items:
        files.setdefault(test.path, []).append(test)
    for file, tests in files.items():
        if not _taken(session.config, file):
            continue
        # after a file's last test all is given back that is not the whole run's
        for test, after in zip(tests, [*tests[1:], cast(pytest.Item, session)], strict=True):
            session.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
            if session.shouldstop:
                raise session.Interrupted(session.shouldstop)
    return True


def _taken(config: pytest.Config, file: Path) -> bool:
    """Whether it is ours from now on."""
    marks: Path = config.getoption("--taken")
    try:
        (marks / "+".join(file.relative_to(config.rootpath).parts)).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
