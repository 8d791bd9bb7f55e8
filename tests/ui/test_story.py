"""The story of one interruption: told in words, listened to, corrected, thanked for, by mouse and by keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.core.ends import AMENDED_TO, End
from desk.core.model import Doing, Outcome
from desk.link_types import AmendEnd, AmendNote, Reply, Request, Thank
from desk.log_types import (
    LogChanged,
    NoteTold,
    PlayRecording,
    Step,
    StepKind,
    StopPlaying,
    Story,
)
from tests.ui.conftest import Engine
from tests.ui.stories import HEAD, KEPT, LONG, LOST, STORIES, Reader, row, step
from ui import log_said, story_call, story_said
from ui.app import LANGUAGES, Language
from ui.bits import Words
from ui.correct_sheet import EndSheet, NoteSheet, may_be_said
from ui.link import Link
from ui.log_link import Corrections, LogLink
from ui.look import Look
from ui.story_panel import StoryPanel
from ui.thank_sheet import ThankSheet
from ui.theme import SIZES, THEMES

FOLDER = os.environ.get("ONE_MOMENT_PICTURES")


class Told:
    """A panel on a reader and an engine of the test's own."""

    def __init__(self, qtbot: QtBot, folder: Path, width: int, height: int, **remembered: str | int) -> None:
        self.qtbot = qtbot
        self.look = Look()
        for name, value in remembered.items():
            self.look.remember(name, value)
        self.reader, self.engine = Reader(folder / "reader.sock"), Engine(folder / "engine.sock")
        self.link, self.to_engine = LogLink(self.reader.path), Link(self.engine.path)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        self.panel = StoryPanel(self.look, self.link)
        self.panel.setParent(self.window)
        self.panel.setGeometry(self.window.rect())
        self.link.open()
        self.to_engine.open()
        self.window.show()
        self.panel.show()
        qtbot.waitUntil(lambda: self.link.head == HEAD and self.to_engine.alive)

    def may_correct(self) -> Told:
        self.link.corrections = Corrections(self.to_engine, "the pass")
        return self

    def show(self, story: Story) -> StoryPanel:
        self.reader.stories[story.row.call] = story
        self.panel.show_story(story.row.call)
        self.qtbot.waitUntil(lambda: self.panel.story == story)
        self.settle()
        return self.panel

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents()

    def key(self, key: Qt.Key, on: QWidget | None = None) -> None:
        widget = on or QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)

    def asked(self, kind: type[Request]) -> Request:
        self.qtbot.waitUntil(lambda: bool(self.engine.of(kind)))
        return self.engine.of(kind)[-1]

    def close(self) -> None:
        for one in (self.link, self.to_engine):
            one.close()
        self.engine.close()
        self.reader.server.close()


Tell = Callable[..., Told]


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Tell]:
    made: list[Told] = []

    def make(width: int = 460, height: int = 900, **remembered: str | int) -> Told:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Told(qtbot, folder, width, height, **remembered))
        return made[-1]

    yield make
    for one in made:
        one.close()


def items(panel: StoryPanel) -> list[str]:
    """The steps as a screen reader is told them."""
    list_ = QAccessible.queryAccessibleInterface(panel.steps)
    assert list_ is not None
    assert list_.role() is QAccessible.Role.List
    return [list_.child(i).text(QAccessible.Text.Name) for i in range(list_.childCount())]


def test_it_is_told_from_the_ring_to_the_end(told: Tell) -> None:
    panel = told().show(KEPT)
    assert panel.title.text() == "Mrs Okafor"
    assert panel.about.text() == "020\u00a07946\u00a00173, Customer"
    assert panel.end.text() == "Called back"
    assert panel.came.text() == "Promised by 14:30, spoken with after 13 minutes, by Ana"
    assert panel.why.isHidden()
    assert items(panel) == [
        "0:00 It rang while somebody was being served",
        "0:04 Heard the greeting",
        "0:11 Was asked to choose",
        "0:14 Pressed 3",
        "0:15 Was leaving a message",
        "0:40 Left a message, 0:24 long",
        "0:47 A callback was promised by 14:30. They left a message",
        "0:48 Heard the goodbye",
        "0:55 They hung up",
        "Tuesday, 3 Mar 2026",
        "14:15 Ana listened to it",
        "14:16 Ana began to call",
        "14:16 Ana called back: no answer",
        "14:16 Ana put it off until 14:22",
        "14:23 Ana began to call",
        "14:24 Ana called back: reached",
        "14:24 Ana wrote. “About the Tuesday appointment; wants to bring her mother's papers.”. "
        "Before: “About the Tuesday appointment.”. Before: “about tuesday”",
        "14:24 Ana: Called back",
        "Wednesday, 4 Mar 2026",
        "14:10 Supervisor thanked Ana. “Well done!”",
    ]
    assert panel.line.accessibleName() == (
        "The call took 0:55: ringing 0:04, greeting 0:07, choice 0:04, message 0:33, goodbye 0:07"
    )


def test_why_somebody_was_lost_is_one_sentence(told: Tell) -> None:
    panel = told().show(LOST)
    assert LOST.why_lost is not None
    assert panel.why_lost.text() == log_said.why_lost(LOST.why_lost)
    assert "withheld" in panel.why_lost.text()
    assert items(panel)[-1] == "1:42 They hung up while holding"


def test_every_kind_of_step_is_said(told: Tell) -> None:
    note = NoteTold(key="n", text="text")
    for kind in StepKind:
        for by in ("", "Ana"):
            one = step(kind, by=by, note=note, end=End.KEPT, to="Ben")
            assert story_said.step(one, KEPT, HEAD).strip(), kind
            assert "%" not in story_said.step(one, KEPT, HEAD)
    for doing in Doing:
        assert story_said.step(step(StepKind.HEARD, doing=doing), KEPT, HEAD)
        assert story_call.short(step(StepKind.HEARD, doing=doing))


def test_nothing_is_told_twice() -> None:
    began = (
        step(StepKind.RANG),
        step(StepKind.HEARD, 4, doing=Doing.ANSWERING),
        step(StepKind.HEARD, 4.1, doing=Doing.GREETING),
        step(StepKind.HEARD, 13, doing=Doing.TAKEN),
        step(StepKind.TAKEN, 13, by="Ana"),
        step(StepKind.HEARD, 13.1, doing=Doing.TALKING),
        step(StepKind.SENT, 30, by="Ana", to="Zofia"),
        step(StepKind.HEARD, 30, doing=Doing.TRANSFERRING),
        step(StepKind.SENT, 35, outcome=Outcome.REACHED),
        step(StepKind.CALL_ENDED, 36, by="caller"),
    )
    story = Story(row=row(end=End.PASSED_ON), steps=began)
    assert [story_said.step(one, story, HEAD) for one in story_call.told(story)] == [
        "It rang while somebody was being served",
        "Heard the greeting",
        "Ana took the call",
        "Passed on to Zofia",
        "Answered there",
        "They hung up",
    ]
    slow = (*began[:2], step(StepKind.HEARD, 9, doing=Doing.GREETING), began[-1])
    assert began[1] in story_call.told(Story(row=row(), steps=slow))  # five seconds of it are worth a word


def test_a_name_that_looks_like_what_is_filled_in_stays_a_name() -> None:
    one = step(StepKind.THANKED, by="%2", to="%1")
    assert story_said.step(one, KEPT, HEAD) == "%2 thanked %1"


def test_a_change_in_the_records_is_told_at_once(told: Tell) -> None:
    one = told()
    panel = one.show(KEPT)
    panel.steps.setCurrentIndex(panel.steps.model().index(3, 0))
    amended = msgspec.structs.replace(KEPT, row=row(end=End.LATE, amended=True, by="Ana"))
    one.reader.stories["call-1"] = amended
    one.reader.send(LogChanged(head=msgspec.structs.replace(HEAD, changed=2)))
    one.qtbot.waitUntil(lambda: panel.story == amended)
    assert panel.end.text() == "Called back late, corrected"
    assert panel.steps.currentIndex().row() == 3


def test_the_last_one_asked_for_is_the_one_shown(told: Tell) -> None:
    one = told()
    for story in (KEPT, LONG, LOST):
        one.panel.show_story(story.row.call)
    one.qtbot.waitUntil(lambda: one.panel.story == LOST)
    one.settle()
    assert one.panel.title.text() == "Withheld number"
    one.panel.show_story("gone")
    one.qtbot.waitUntil(lambda: not one.panel.problem.isHidden())
    assert one.panel.problem.happened.text() == "There is no such call."
    assert one.panel.title.text() == ""


def test_another_call_of_theirs_is_a_step_away(told: Tell) -> None:
    one = told()
    panel = one.show(LONG)
    one.reader.stories["call-4"] = msgspec.structs.replace(LOST, row=row(call="call-4"))
    at = next(i for i, r in enumerate(panel.steps.steps.rows) if r.step and r.step.call == "call-4")
    panel.steps.setFocus()
    panel.steps.setCurrentIndex(panel.steps.model().index(at, 0))
    with one.qtbot.waitSignal(panel.wanted) as wanted:
        one.key(Qt.Key.Key_Return, panel.steps)
    assert wanted.args == ["call-4"]
    one.qtbot.waitUntil(lambda: panel.story is not None and panel.story.row.call == "call-4")


# ---- listening


def test_a_recording_is_played_moved_in_and_made_faster(told: Tell) -> None:
    one = told()
    player = one.show(KEPT).players[0]
    player.play.setFocus()
    one.key(Qt.Key.Key_Return)
    one.qtbot.waitUntil(lambda: bool(one.reader.of(PlayRecording)))
    assert one.reader.of(PlayRecording)[-1] == PlayRecording(id=3, recording="rec-1", at=0, speed=1)
    one.reader.play(recording="rec-1", at=7.04)
    one.qtbot.waitUntil(lambda: player.on)
    assert player.play.accessibleName() == "Pause"
    assert player.where.text() == "0:07 / 0:24"
    player.wave.setFocus()
    moves = {Qt.Key.Key_Right: 12.0, Qt.Key.Key_Left: 7.0, Qt.Key.Key_Home: 0.0}
    for key in moves:
        one.key(key)
    one.qtbot.waitUntil(lambda: [r.at for r in one.reader.of(PlayRecording)[1:]] == list(moves.values()))
    QTest.mouseClick(player.wave, Qt.MouseButton.LeftButton, pos=QPoint(player.wave.width() // 2, 20))
    one.qtbot.waitUntil(lambda: abs(one.reader.of(PlayRecording)[-1].at - 12) < 0.3)
    menu = player.faster.menu()
    assert [action.text() for action in menu.actions()] == ["0.75 ×", "1 ×", "1.25 ×", "1.5 ×", "2 ×"]
    menu.actions()[3].trigger()
    one.qtbot.waitUntil(lambda: one.reader.of(PlayRecording)[-1].speed == 1.5)
    assert player.faster.accessibleName() == "Speed: 1.5 ×"
    one.key(Qt.Key.Key_Space, player.wave)
    one.qtbot.waitUntil(lambda: bool(one.reader.of(StopPlaying)))
    one.reader.play(recording="rec-1", at=24.0, on=False)
    one.qtbot.waitUntil(lambda: not player.on)
    assert player.play.accessibleName() == "Play"
    one.key(Qt.Key.Key_Space, player.wave)  # from the beginning again
    one.qtbot.waitUntil(lambda: one.reader.of(PlayRecording)[-1].at == 0)


def test_the_wave_is_a_slider_for_a_screen_reader(told: Tell) -> None:
    wave = told().show(KEPT).players[0].wave
    said = QAccessible.queryAccessibleInterface(wave)
    assert said.role() is QAccessible.Role.Slider
    assert said.text(QAccessible.Text.Name) == "Where in the recording"
    value = said.valueInterface()
    assert isinstance(value, QAccessibleValueInterface)
    wave.move_to(12)
    assert value.currentValue() == 120
    assert value.maximumValue() == 240


def test_what_cannot_be_played_is_said(told: Tell) -> None:
    one = told()
    player = one.show(KEPT).players[0]
    one.reader.play(recording="another", at=3.0)
    one.reader.play(recording="rec-1", on=False, happened="There is no sound.", do="Plug one in.")
    one.qtbot.waitUntil(lambda: not player.problem.isHidden())
    assert (player.problem.happened.text(), player.problem.do.text()) == (
        "There is no sound.",
        "Plug one in.",
    )
    assert player.wave.at == 0
    panel = one.show(LONG)
    gone = panel.players[1]
    assert gone.play.isHidden()
    assert "not kept any more" in gone.gone.text()


def test_it_is_quiet_when_another_story_is_shown(told: Tell) -> None:
    one = told()
    player = one.show(KEPT).players[0]
    one.reader.play(recording="rec-1", at=2.0)
    one.qtbot.waitUntil(lambda: player.on)
    one.show(LOST)
    one.qtbot.waitUntil(lambda: bool(one.reader.of(StopPlaying)))
    assert one.panel.players == []


# ---- correcting


def open_sheet(one: Told, text: str) -> EndSheet | NoteSheet:
    action = next(a for a in one.panel.doings.menu.actions() if a.text().startswith(text))
    action.trigger()
    sheet = one.panel.doings.sheet
    assert isinstance(sheet, EndSheet | NoteSheet)
    return sheet


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("width", [800, 1024])
def test_ends_and_reasons_stand_in_the_same_columns_and_none_is_cut(
    told: Tell, in_english: Language, width: int, language: str
) -> None:
    in_english.speak(language)
    one = told(width, 700).may_correct()
    one.show(KEPT)
    one.panel.doings.menu.actions()[0].trigger()
    sheet = one.panel.doings.sheet
    assert isinstance(sheet, EndSheet)
    one.settle()
    ends = list(sheet.ends.values())
    assert [(b.x(), b.width()) for b in sheet.usual] == [(b.x(), b.width()) for b in ends[:3]]
    for button in (*ends, *sheet.usual):
        _, _, cap = button._parts()
        room = button.width() - one.look.px(16) - cap
        assert button.fontMetrics().horizontalAdvance(button.label) <= room, button.label


def test_an_end_is_corrected_by_keys_with_a_reason(told: Tell) -> None:
    one = told(1000, 700).may_correct()
    one.show(KEPT)
    sheet = open_sheet(one, "How it ended")
    assert isinstance(sheet, EndSheet)
    assert list(sheet.ends) == [end for end in AMENDED_TO if end is not End.KEPT]
    sheet.save()
    assert sheet.problem.do.text() == "Choose how it ended."
    one.key(Qt.Key.Key_4, sheet)
    assert sheet.ends[End.LATE].accessibleName() == "Called back late, chosen"
    assert "after the time promised" in sheet.meaning.text()
    sheet.save()
    assert sheet.problem.do.text() == "Say why, in a few words."
    assert QApplication.focusWidget() is sheet.reason
    assert one.engine.of(AmendEnd) == []
    sheet.usual[0].click()
    assert sheet.unsaved
    one.engine.answers = lambda request: Reply(id=request.id, ok=False, happened="No.", do="Ask IT.")
    one.key(Qt.Key.Key_Return, sheet.reason)
    one.qtbot.waitUntil(lambda: sheet.problem.do.text() == "Ask IT.")
    one.engine.answers = lambda request: Reply(id=request.id)
    with one.qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    request = one.asked(AmendEnd)
    assert isinstance(request, AmendEnd)
    assert (request.call, request.end, request.reason) == ("call-1", End.LATE, "Told by the caller")
    assert request.door == "the pass"


def test_a_note_is_written_anew(told: Tell) -> None:
    one = told(1000, 700).may_correct()
    one.show(KEPT)
    sheet = open_sheet(one, "The note")
    assert isinstance(sheet, NoteSheet)
    sheet.give_reason("A slip of the pen")
    sheet.save()
    assert sheet.problem.do.text() == "The note says that already."
    sheet.text.setPlainText("")
    sheet.save()
    assert "not deleted" in sheet.problem.do.text()
    sheet.text.setPlainText("About Thursday.")
    with one.qtbot.waitSignal(sheet.closed):
        sheet.save_button.click()
    request = one.asked(AmendNote)
    assert isinstance(request, AmendNote)
    assert (request.call, request.note, request.text) == ("call-1", "note-1", "About Thursday.")


def test_enter_on_a_note_corrects_it(told: Tell) -> None:
    one = told(1000, 700).may_correct()
    panel = one.show(KEPT)
    rows = panel.steps.steps.rows
    at = next(i for i, r in enumerate(rows) if r.step is not None and r.step.told is StepKind.NOTE)
    panel.steps.setFocus()
    panel.steps.setCurrentIndex(panel.steps.model().index(at, 0))
    one.key(Qt.Key.Key_Return, panel.steps)
    assert isinstance(panel.doings.sheet, NoteSheet)
    one.key(Qt.Key.Key_Escape)
    one.qtbot.waitUntil(lambda: panel.doings.sheet is None)
    assert QApplication.focusWidget() is panel.steps


@pytest.mark.parametrize(
    ("end", "promise", "said"),
    [
        (End.LIVE, None, ()),
        (End.OPEN, 7, ()),
        (End.LOST, None, (End.SPOKEN, End.PASSED_ON, End.ANSWERED_ELSEWHERE)),
        (End.CANCELLED, 7, tuple(end for end in AMENDED_TO if end is not End.CANCELLED)),
    ],
)
def test_only_what_may_be_said_is_offered(end: End, promise: int | None, said: tuple[End, ...]) -> None:
    assert may_be_said(row(end=end, promise=promise)) == said


def test_what_is_owed_or_a_copy_says_why_it_cannot_be_corrected(told: Tell) -> None:
    one = told()
    doings = one.show(KEPT).doings
    assert doings.correct.isHidden()
    assert doings.thank.isHidden()
    assert "copy" in doings.why_not.text()
    one.may_correct()
    one.show(Story(row=row(call="open", end=End.OPEN, promise=3), steps=KEPT.steps[:9]))
    assert doings.correct.isHidden()
    assert "closed at the desk" in doings.why_not.text()
    one.show(KEPT)
    assert doings.why_not.isHidden()
    assert not doings.correct.isHidden()


def test_who_kept_it_is_thanked(told: Tell) -> None:
    one = told(1000, 700).may_correct()
    panel = one.show(KEPT)
    assert panel.doings.thank.accessibleName() == "Thank Ana"
    panel.doings.thank.click()
    sheet = panel.doings.sheet
    assert isinstance(sheet, ThankSheet)
    sheet.text.setText("That was kind.")
    with one.qtbot.waitSignal(sheet.closed):
        one.key(Qt.Key.Key_Return, sheet.text)
    request = one.asked(Thank)
    assert isinstance(request, Thank)
    assert (request.to, request.text, request.call) == ("Ana", "That was kind.", "call-1")
    assert one.show(LOST).doings.thank.isHidden()  # nobody to be thanked


def test_when_it_is_put_away_or_locked_nothing_goes_on(told: Tell) -> None:
    one = told(1000, 700).may_correct()
    panel = one.show(KEPT)
    one.reader.play(recording="rec-1", at=2.0)
    one.qtbot.waitUntil(lambda: panel.players[0].on)
    assert isinstance(open_sheet(one, "The note"), NoteSheet)
    panel.hide()
    one.qtbot.waitUntil(lambda: bool(one.reader.of(StopPlaying)))
    one.qtbot.waitUntil(lambda: one.window.findChild(NoteSheet) is None)
    assert panel.doings.sheet is None


# ---- how it looks


def pictured(one: Told, name: str) -> None:
    image = one.window.grab().toImage()
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        image.save(f"{FOLDER}/story-{name}.png")


def check(one: Told) -> None:
    """Nothing is cut, nothing reaches out to the side, all can be pressed and has a name."""
    for label in one.panel.findChildren(Words):
        if not label.isVisible():
            continue
        if label.lines > 1:
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert label.mapTo(one.panel, QPoint(label.width(), 0)).x() <= one.panel.width(), label.text()
    touch = one.look.px(SIZES.touch)
    controls = [w for w in one.panel.findChildren(QAbstractButton) if w.isVisible()]
    players = one.panel.players
    for control in [*controls, *(p.wave for p in players if p.wave.isVisible()), one.panel.steps]:
        assert control.accessibleName(), control
        assert control.height() >= touch
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", STORIES)
def test_it_fits_beside_the_table(told: Tell, name: str, theme: str) -> None:
    one = told(420, 720, theme=theme).may_correct()
    one.show(STORIES[name])
    pictured(one, f"{name}-{theme}")
    check(one)


@pytest.mark.parametrize("name", STORIES)
def test_it_fits_at_200_percent(told: Tell, name: str) -> None:
    one = told(840, 1100, scale=200).may_correct()
    one.show(STORIES[name])
    pictured(one, f"{name}-200")
    check(one)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("name", STORIES)
def test_the_other_languages_fit(told: Tell, in_english: Language, name: str, language: str) -> None:
    in_english.speak(language)
    one = told(420, 720).may_correct()
    one.show(STORIES[name])
    pictured(one, f"{name}-{language}")
    check(one)


def test_everything_can_be_reached_by_tab_and_closed_by_esc(told: Tell) -> None:
    one = told().may_correct()
    panel = one.show(KEPT)
    panel.close_button.setFocus()
    reached = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName())
        one.key(Qt.Key.Key_Tab)
    for name in ("Correct", "Thank Ana", "Play", "Where in the recording", "Speed: 1 ×", "What happened"):
        assert name in reached
    with one.qtbot.waitSignal(panel.closed):
        one.key(Qt.Key.Key_Escape, panel.steps)


def test_a_story_of_many_attempts_is_drawn_within_its_width(told: Tell) -> None:
    panel = told().show(LONG)
    steps: list[Step] = [r.step for r in panel.steps.steps.rows if r.step is not None]
    assert len(steps) == len(LONG.steps)
    last = panel.steps.visualRect(panel.steps.model().index(panel.steps.model().rowCount() - 1, 0))
    assert last.bottom() <= panel.steps.height()  # nothing scrolls inside of what scrolls
