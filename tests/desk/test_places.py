from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.places import LONGEST_SOCKET, data_folder, settings_file, socket_path


def test_the_socket_stands_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "data")
    assert socket_path(Path("data")) == socket_path(tmp_path / "link") == tmp_path / "data" / "engine.sock"


@pytest.mark.parametrize("runtime", [True, False])
def test_a_long_folder_has_a_short_socket(
    runtime: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/ana/.cache")
    if runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    one, other = tmp_path / ("é" * 60) / "one", tmp_path / ("é" * 60) / "other"
    assert len(os.fsencode(socket_path(one))) <= LONGEST_SOCKET
    assert socket_path(one) != socket_path(other)
    assert socket_path(one).is_relative_to(tmp_path if runtime else "/home/ana/.cache/one-moment")
    assert socket_path(one) == socket_path(one / ".." / "one")


def test_standard_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert settings_file(None) is None
    standard = tmp_path / "config" / "one-moment" / "onemoment.toml"
    standard.parent.mkdir(parents=True)
    standard.write_text("")
    assert settings_file(None) == standard
    assert settings_file("here.toml") == Path("here.toml")
    assert data_folder(None) == tmp_path / "share" / "one-moment"
    assert data_folder("there") == Path("there")
