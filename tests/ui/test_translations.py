from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from ui.app import LANGUAGES, TEXTS

ROOT = Path(__file__).parents[2]


def messages(language: str, folder: Path = TEXTS) -> list[tuple[str, str, list[str], str | None]]:
    found = []
    for context in ElementTree.parse(folder / f"onemoment_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [f.text or "" for f in translation.findall("numerusform")] or [translation.text or ""]
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            found.append((name, source, forms, translation.get("type")))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    for _, source, forms, kind in messages(language):
        assert kind is None, source
        assert all(forms), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_stands_in_every_translation(language: str) -> None:
    for _, source, forms, _ in messages(language):
        for form in forms:
            for mark in ("%1", "%2"):
                assert (mark in source) == (mark in form), (source, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_texts_are_those_of_the_ts_files(language: str, qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(TEXTS / f"onemoment_{language}.qm"))
    for context, source, forms, _ in messages(language):
        if len(forms) == 2:
            said = [str(translator.translate(context, source, "", n)).replace("%n", "?") for n in (1, 2)]
            assert said == [f.replace("%n", "?") for f in forms]
        else:
            assert translator.translate(context, source, "") == forms[0]


def test_the_ts_files_have_exactly_the_texts_of_the_windows(tmp_path: Path) -> None:
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if lupdate is None:
        pytest.skip("pyside6-lupdate is not beside this Python")
    sources = [str(p) for p in sorted((ROOT / "ui").rglob("*.py"))]
    subprocess.run(
        [lupdate, "-silent", "-locations", "none", *sources, "-ts", str(tmp_path / "onemoment_de.ts")],
        check=True,
        capture_output=True,
        timeout=60,
    )
    now = {(context, source) for context, source, *_ in messages("de", tmp_path)}
    assert now == {(context, source) for context, source, *_ in messages("de")}, "run script/translations"
