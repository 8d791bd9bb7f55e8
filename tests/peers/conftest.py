import pytest

pytest.register_assert_rewrite(
    *(f"tests.peers.{name}" for name in ("expect", "desk_walks", "live_walks", "person", "steps", "walks"))
)
