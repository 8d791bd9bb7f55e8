"""What the engine says of people and their files is known to the windows: it is said in each language."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.ui.test_troubles_said import OTHERS, is_english
from ui import troubles_said
from ui.app import Language

ROOT = Path(__file__).parents[2]
FILES = (*sorted((ROOT / "desk" / "directory").glob("*.py")), ROOT / "desk" / "requests" / "people.py")


def sentences(file: Path) -> list[str]:
    """Every text in it that is a sentence; what is filled in reads 7."""
    tree = ast.parse(file.read_text())
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | told:
            text = node.value
        else:
            continue
        if re.fullmatch(r"[A-Z][^\n]* [^\n]*\.", text):
            found.append(text)
    return found


SAID = sorted({text for file in FILES for text in sentences(file)})


def test_there_are_such_sentences() -> None:
    assert len(SAID) > 30


@pytest.mark.parametrize("text", SAID)
def test_it_is_known_and_said_in_every_language(in_english: Language, text: str) -> None:
    assert troubles_said.is_known(text)
    for language in OTHERS:
        in_english.speak(language)
        said = troubles_said.sentence(text)
        assert said != text
        assert not is_english(said), said
        assert text.count("7") == said.count("7")
