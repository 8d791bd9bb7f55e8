from __future__ import annotations

import time
from pathlib import Path

import pytest

pytest.register_assert_rewrite(
    *(f"tests.peers.{name}" for name in ("expect", "desk_walks", "live_walks", "person", "steps", "walks"))
)
from tests.engine_process import Engine  # noqa: E402


@pytest.fixture(scope="session")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered prompts, made once: an engine that renders them beside its first calls is a busy one."""
    with Engine(tmp_path_factory.mktemp("voice")) as engine:
        folder, before = engine.data / "voice", -1
        until = time.monotonic() + 60
        while time.monotonic() < until:
            now = sum(1 for _ in folder.rglob("*")) if folder.exists() else 0
            if now == before and now > 10:
                break
            before = now
            time.sleep(1)
    return folder
