from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from desk.core.model import LineState
from desk.core.views import LineView, Trouble
from desk.link_types import ChoosePresence, Reply
from desk.store.troubles import cannot_write
from desk.troubles import NOT_IN_TIME, NOT_PICKED_UP
from tests.ui.conftest import MakeDesk
from tests.ui.scenes import AT, QUIET, ago
from tests.ui.test_desk import click, texts
from ui import known_calls, troubles_said
from ui.app import Language
from ui.link import NoAnswer
from ui.strip import Strip

ROOT = Path(__file__).parents[2]
OTHERS = ("de", "es", "fr")
BROKEN = (LineState.REFUSED, LineState.UNREACHABLE, LineState.DOWN)
ENGLISH = {
    "the",
    "is",
    "not",
    "cannot",
    "and",
    "callers",
    "nothing",
    "check",
    "again",
    "your",
    "be",
}

RECORDS = Trouble(
    what="records",
    happened="The disk is full, so nothing can be written down.",
    do="Callers are asked to ring again until it is solved.",
    detail="SQLITE_FULL, /data/onemoment.db",
)
TROUBLES = [
    RECORDS,
    replace(RECORDS, happened="The rules of the disk are not known."),
    Trouble(
        what="line",
        happened="The PBX refused the password for 6000.",
        do="Check phone.password in the settings.",
    ),
    Trouble(what="voice", happened="No voice can speak here: callers hear tones.", do="Install a voice."),
    Trouble(
        what="voice",
        happened="The voice is switched off: callers hear tones and your recordings.",
        do="Set engine to auto.",
    ),
    Trouble(what="sound", happened="The sound device could not be used (busy).", do="Look at it."),
    Trouble(
        what="sound", happened="There is no sound: sounddevice is not installed.", do="Run script/setup."
    ),
    Trouble(what="recordings", happened="/r/hello.wav is not used: it is silent.", do="Record it again."),
    Trouble(what="practice", happened="The practice call broke off.", do="Try again."),
    Trouble(what="practice", happened="The practice caller cannot be started: no.", do="Try again."),
    Trouble(what="something new", happened="The moon is not in the sky.", do="Look again."),
    Trouble(what="something new", happened="The moon is not in the sky.", do=""),
]


def is_english(text: str) -> bool:
    return bool(ENGLISH & set(text.lower().replace(".", " ").replace(",", " ").split()))


def english_sentences(file: str) -> set[str]:
    """Every plain sentence that this file says no with."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / file).read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in ("_no", "no"):
            said = node.args[1:3]
        elif node.func.id in ("CannotWrite", "CannotRead", "NotSent"):
            said = node.args[:2]
        elif node.func.id == "Reply":
            said = [k.value for k in node.keywords if k.arg in ("happened", "do")]
        else:
            continue
        if all(isinstance(a, ast.Constant) for a in said):
            found |= {str(a.value) for a in said if isinstance(a, ast.Constant)}
    return found


@pytest.mark.parametrize(
    "file",
    [
        *sorted(f"desk/requests/{file.name}" for file in (ROOT / "desk/requests").glob("*.py")),
        "desk/lines.py",
        "desk/mailing.py",
        "desk/store/troubles.py",
        "desk/store/store.py",
    ],
)
def test_what_the_engine_says_no_with_is_known(file: str) -> None:
    assert english_sentences(file) - {""} <= troubles_said.KNOWN, "put it into ui/troubles_said.py"


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_with_a_name_in_them_are_said_otherwise_too(in_english: Language, language: str) -> None:
    in_english.speak(language)
    for template in known_calls.TEMPLATES:
        text = template.replace("%1", "Zoë 7")
        assert troubles_said.sentence(text) != text
        assert "Zoë 7" in troubles_said.sentence(text)
    both = "The headset is not ready yet. Or speak by the desk phone."
    assert not is_english(troubles_said.sentence(both))


def test_what_is_said_of_the_desk_phone_is_known() -> None:
    said = {sentence for both in (*NOT_PICKED_UP.values(), NOT_IN_TIME) for sentence in both}
    assert said <= troubles_said.KNOWN, "put it into ui/known_calls.py"


def test_every_kind_of_trouble_has_words() -> None:
    source = (ROOT / "desk/troubles.py").read_text()
    kinds = set(re.findall(r'(?:what=|_said\()"(\w+)"', source))
    assert {"records", "line", "voice", "recordings", "sound"} <= kinds
    unknown = troubles_said._in_general("something new")
    assert not [k for k in kinds - {"line"} if troubles_said._in_general(k) == unknown]


@pytest.mark.parametrize("language", OTHERS)
def test_every_known_sentence_is_said_otherwise(in_english: Language, language: str) -> None:
    in_english.speak(language)
    assert not [s for s in troubles_said.KNOWN if troubles_said.sentence(s) == s]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda t: f"{t.what}: {t.happened[:20]}")
def test_nothing_english_is_shown(
    desk: MakeDesk, in_english: Language, trouble: Trouble, language: str
) -> None:
    in_english.speak(language)
    line = LineView(state=LineState.REFUSED, detail=trouble.happened, since=ago(minutes=5))
    view = replace(QUIET, language=language, troubles=(trouble,))
    if trouble.what == "line":
        view = replace(view, line=line)
    one = desk(view, 1024, 600)
    bar = one.window.trouble
    shown = texts(bar)
    assert len(shown) >= 2
    assert not [t for t in shown if is_english(t)]
    assert not any(w.hides_some for w in (bar.happened, bar.do))
    assert not is_english(one.window.top.line.toolTip())
    strip = Strip(one.look, one.truth, one.engine_state)
    one.qtbot.addWidget(strip)
    assert shown[0].rstrip(".") in strip.now.text()
    click(bar.copy)
    copied = QGuiApplication.clipboard().text()
    assert trouble.happened in copied
    assert trouble.do in copied
    assert trouble.detail in copied


def test_in_english_the_engines_own_sentences_stay(desk: MakeDesk) -> None:
    one = desk(replace(QUIET, troubles=tuple(TROUBLES)))
    assert one.window.trouble.troubles == tuple(TROUBLES)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("state", BROKEN)
def test_the_line_by_its_state_and_since_when(
    desk: MakeDesk, in_english: Language, state: LineState, language: str
) -> None:
    in_english.speak(language)
    said = "192.0.2.1 unreachable since 10:26. Check the network."
    line = LineView(state=state, detail=said, since=ago(minutes=5))
    (trouble,) = troubles_said.troubles(replace(QUIET, line=line), AT)
    assert "10:26" in trouble.happened
    assert not is_english(trouble.happened + " " + trouble.do)
    assert said in trouble.detail
    (trouble,) = troubles_said.troubles(replace(QUIET, line=replace(line, since=None)), AT)
    assert "%1" not in trouble.happened
    one = desk(replace(QUIET, language=language, line=line))
    assert "unreachable since" not in one.window.top.line.toolTip()


@pytest.mark.parametrize("language", OTHERS)
def test_a_failed_write_is_said_as_what_it_is(in_english: Language, language: str) -> None:
    in_english.speak(language)
    failed = cannot_write(OSError(28, "No space left on device"), Path("/data/onemoment.db"))
    said = troubles_said.refusal(Reply(id=1, ok=False, happened=failed.happened, do=failed.do))
    assert said.happened == troubles_said.sentence("The disk is full, so nothing can be written down.")
    assert not is_english(f"{said.happened} {said.do}")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("happened", ["There is no such message.", "A promise cannot end as open."])
def test_a_refusal_is_said_in_the_windows_language(
    desk: MakeDesk, in_english: Language, happened: str, language: str
) -> None:
    in_english.speak(language)
    one = desk(replace(QUIET, language=language))
    do = "Look at the list again."
    one.engine.answers = lambda r: Reply(
        id=r.id, ok=not isinstance(r, ChoosePresence), happened=happened, do=do
    )
    click(list(one.window.top.switch.choices.values())[1])
    one.qtbot.waitUntil(lambda: one.window.trouble.isVisible())
    assert not [t for t in texts(one.window.trouble) if is_english(t)]
    click(one.window.trouble.copy)
    assert f"{happened}\n{do}" in QGuiApplication.clipboard().text()


def test_what_the_window_says_itself_is_said_as_it_is(in_english: Language) -> None:
    in_english.speak("de")
    said = troubles_said.refusal(NoAnswer(id=1, ok=False, happened="Der Dienst hat nicht geantwortet."))
    assert (said.happened, said.detail) == ("Der Dienst hat nicht geantwortet.", "")
