from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from desk.core.model import Outcome, Presence, PromiseState
from desk.link_types import (
    CallBack,
    ChoosePresence,
    ClosePromise,
    NoteAttempt,
    PlayMessage,
    Practise,
    PutOff,
    Reply,
    StopMessage,
    TakeCall,
    ToggleServing,
)
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.scenes import MESSAGE, OVERDUE, PRACTICE, QUIET, SCENES, SERVING_SINCE, with_promises
from ui.bits import Words
from ui.help_sheet import HelpSheet
from ui.promise_sheet import PromiseSheet

Key = Qt.Key


def press(desk: Desk, key: Qt.Key) -> None:
    target = QApplication.focusWidget() or desk.window
    QTest.keyClick(target, key)
    desk.settle()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sheet_of(desk: Desk) -> PromiseSheet:
    assert isinstance(desk.window.sheet, PromiseSheet)
    return desk.window.sheet


def texts(widget: QWidget) -> list[str]:
    return [w.text().replace("\u00a0", " ") for w in widget.findChildren(Words) if w.isVisible() and w.text()]


# ---- the switch


@pytest.mark.parametrize("presence", [Presence.SERVING, Presence.AWAY])
def test_the_switch_asks_and_shows_only_what_comes_back(desk: MakeDesk, presence: Presence) -> None:
    one = desk(QUIET)
    choices = one.window.top.switch.choices
    click(choices[presence])
    assert one.asked(ChoosePresence) == ChoosePresence(presence=presence, id=one.engine.asked[-1].id)
    assert choices[Presence.FREE].isChecked()
    assert not choices[presence].isChecked()
    one.show(replace(QUIET, chosen=presence, state=presence, since=QUIET.at))
    assert choices[presence].isChecked()
    assert choices[presence].label.endswith(" 0:00")


def test_the_one_that_is_on_asks_nothing(desk: MakeDesk) -> None:
    one = desk(QUIET)
    click(one.window.top.switch.choices[Presence.FREE])
    one.settle()
    assert not one.engine.of(ChoosePresence)


def test_serving_says_how_long(desk: MakeDesk) -> None:
    one = desk(SCENES["serving"])
    assert one.window.top.switch.choices[Presence.SERVING].label == "Serving 4:12"
    one.time += 63
    one.truth._ticked()
    assert one.window.top.switch.choices[Presence.SERVING].label == "Serving 5:15"


def test_while_serving_nothing_changes_its_place(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    parts = [w for w in one.window.findChildren(QWidget) if w.isVisible() and w.window() is one.window]
    before = [w.geometry() for w in parts]
    one.show(replace(SCENES["free"], **SERVING_SINCE))
    for _ in range(3):
        one.time += 10
        one.truth._ticked()
        one.settle()
    assert [w.geometry() for w in parts] == before


def test_the_frames_stay_when_what_is_next_changes(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    frames = (one.window.next.card, one.window.promised.card)
    before = [frame.geometry() for frame in frames]
    for name in ("holding", "quiet", "message", "ringing"):
        one.show(SCENES[name])
        assert [frame.geometry() for frame in frames] == before


def test_the_figures_step_slowly_while_serving(desk: MakeDesk) -> None:
    one = desk(replace(SCENES["serving"], at=SCENES["serving"].at.replace(second=12)))
    assert one.truth._tick.interval() == 10_000
    one.show(replace(SCENES["serving"], chosen=Presence.FREE, state=Presence.FREE))
    assert one.truth._tick.interval() == 1000


def test_next_comes_forward_when_serving_ends(desk: MakeDesk) -> None:
    one = desk(replace(SCENES["free"], **SERVING_SINCE))
    card = one.window.next
    assert (card.buttons.call_back.kind, card.card.mark, card.title.colour) == ("plain", "", "soft")
    one.show(SCENES["free"])
    assert (card.buttons.call_back.kind, card.card.mark, card.title.colour) == ("main", "accent", "ink")


def test_the_switch_is_one_choice_of_three_and_no_arrow_presses_it(desk: MakeDesk) -> None:
    one = desk(QUIET)
    choices = one.window.top.switch.choices
    for choice in choices.values():
        assert QAccessible.queryAccessibleInterface(choice).role() is QAccessible.Role.RadioButton
    choices[Presence.SERVING].setFocus()
    asked = len(one.engine.asked)
    for key, comes_to in (
        (Qt.Key.Key_Right, Presence.AWAY),
        (Qt.Key.Key_Left, Presence.SERVING),
        (Qt.Key.Key_Up, Presence.FREE),
        (Qt.Key.Key_Down, Presence.SERVING),
        (Qt.Key.Key_Tab, Presence.AWAY),
    ):
        QTest.keyClick(QApplication.focusWidget() or one.window, key)
        assert choices[comes_to].hasFocus(), key
    one.settle()
    assert one.engine.asked[asked:] == []
    for chosen in (Presence.AWAY, Presence.FREE, Presence.SERVING):
        one.show(replace(QUIET, chosen=chosen, state=chosen))
        assert [p for p, choice in choices.items() if choice.isChecked()] == [chosen]


def test_closed_is_said_beside_the_switch(desk: MakeDesk) -> None:
    assert "Closed, opens 13:00" in texts(desk(SCENES["closed"]).window.top)


# ---- now, next, promised


def test_now_says_what_each_caller_hears(desk: MakeDesk) -> None:
    said = texts(desk(SCENES["serving"]).window.now)
    assert said[1:] == ["Jonas Weber", "+49 30 901820", "hears the greeting", "0:06"] or "Jonas Weber" in said
    assert {
        "Withheld number",
        "leaving a message",
        "0:12",
        "Jonas Weber",
        "hears the greeting",
        "0:06",
    } <= set(said)


def test_a_call_that_ended_is_gone_and_the_others_stay_the_same_cards(desk: MakeDesk) -> None:
    view = SCENES["serving"]
    one = desk(view)
    kept = one.window.now.cards["g"]
    one.show(replace(view, calls=view.calls[:1]))
    assert list(one.window.now.cards) == ["g"]
    assert one.window.now.cards["g"] is kept


def test_only_what_differs_is_drawn(desk: MakeDesk) -> None:
    one = desk(SCENES["serving"])
    drawn: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: object) -> bool:
            from PySide6.QtCore import QEvent

            if isinstance(event, QEvent) and event.type() is QEvent.Type.Paint:
                drawn.append(getattr(watched, "accessibleName", str)())
            return False

    watch = Watch()
    for widget in one.window.findChildren(Words):
        widget.installEventFilter(watch)
    one.show(replace(SCENES["serving"], garbage=7))
    assert drawn == []
    one.time += 1
    one.truth._ticked()
    one.settle()
    assert sorted(drawn) == ["0:07", "0:13"], "two running times, and nothing else"


def test_a_holding_caller_is_next_with_time_and_place(desk: MakeDesk) -> None:
    one = desk(SCENES["holding"])
    said = texts(one.window.next)
    assert "Mrs Okafor is waiting" in said
    assert "Holding 0:48, 1st in line" in said
    buttons = [b for b in one.window.next.findChildren(QAbstractButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == ["Take"]
    press(one, Key.Key_F3)
    asked = one.asked(TakeCall)
    assert asked == TakeCall(call="h", id=asked.id)


def test_late_is_said_in_words_and_by_a_shape(desk: MakeDesk) -> None:
    one = desk(SCENES["overdue"])
    row = one.window.promised.items[OVERDUE.id]
    assert "6 minutes late" in texts(row)
    assert row.sign.isVisible()
    assert row.sign.name == "late"
    assert one.window.next.late.isVisible()
    assert "Promised by 10:25, 6 minutes late" in texts(one.window.next)


def test_promises_stand_in_the_engines_order(desk: MakeDesk) -> None:
    one = desk(SCENES["overdue"])
    view = SCENES["overdue"]
    tops = [one.window.promised.items[p.id].y() for p in view.promises]
    assert tops == sorted(tops)
    turned = replace(view, promises=tuple(reversed(view.promises)))
    one.show(turned)
    tops = [one.window.promised.items[p.id].y() for p in turned.promises]
    assert tops == sorted(tops)


def test_practice_lets_one_ring(desk: MakeDesk) -> None:
    one = desk(PRACTICE)
    assert "No calls. Press Practice to let one ring." in texts(one.window.now)
    click(one.window.now.practice)
    one.asked(Practise)
    one.show(replace(PRACTICE, practising=True))
    assert not one.window.now.practice.isEnabled()
    one.show(QUIET)
    assert not one.window.now.practice.isVisible(), "a real line has real callers"


# ---- what the person does


def test_done_with_an_outcome_and_a_note(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    click(one.window.next.done)
    sheet = sheet_of(one)
    QTest.keyClicks(sheet.note, "comes at 3")
    click(sheet.outcomes[Outcome.NO_ANSWER])
    asked = one.asked(NoteAttempt)
    assert asked == NoteAttempt(promise=1, outcome=Outcome.NO_ANSWER, note="comes at 3", id=asked.id)
    one.qtbot.waitUntil(lambda: one.window.sheet is None)


def test_a_refusal_keeps_the_note_and_says_why(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.engine.answers = lambda r: Reply(
        id=r.id, ok=False, happened="The disk is full.", do="Make room, then do it again."
    )
    one.window.sheets.promise(1)
    sheet = sheet_of(one)
    sheet.note.setText("comes at 3")
    click(sheet.outcomes[Outcome.REACHED])
    one.qtbot.waitUntil(lambda: sheet.refusal.isVisible())
    assert one.window.sheet is sheet
    assert sheet.note.text() == "comes at 3"
    assert texts(sheet.refusal)[:2] == ["The disk is full.", "Make room, then do it again."]


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ("spoke", PromiseState.ANSWERED_ELSEWHERE),
        ("cancel", PromiseState.CANCELLED),
        ("heard", PromiseState.KEPT),
    ],
)
def test_done_without_a_call(desk: MakeDesk, button: str, state: PromiseState) -> None:
    one = desk(SCENES["message"])
    one.window.sheets.promise(MESSAGE.id)
    click(getattr(sheet_of(one), button))
    asked = one.asked(ClosePromise)
    assert asked == ClosePromise(promise=MESSAGE.id, state=state, id=asked.id)


@pytest.mark.parametrize(("entry", "minutes"), [(0, 10), (1, 30), (2, 60)])
def test_later(desk: MakeDesk, entry: int, minutes: int) -> None:
    one = desk(SCENES["free"])
    menu = one.window.next.later.menu()
    menu.actions()[entry].trigger()
    asked = one.asked(PutOff)
    assert asked == PutOff(promise=1, minutes=minutes, id=asked.id)


def test_a_message_is_played_and_stopped(desk: MakeDesk) -> None:
    view = SCENES["message"]
    one = desk(view)
    assert one.window.next.play.label == "Play"
    assert "0:24 long, left at 10:17" in texts(one.window.next)
    press(one, Key.Key_F3)
    assert one.asked(PlayMessage) == PlayMessage(recording="m1", id=one.engine.asked[-1].id)
    one.show(replace(view, playing="m1"))
    assert one.window.next.play.label == "Stop"
    press(one, Key.Key_F3)
    one.asked(StopMessage)


def test_a_promise_that_somebody_else_ended_closes_its_sheet(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.promise(1)
    one.show(with_promises(QUIET, *SCENES["free"].promises[1:]))
    assert one.window.sheet is None


def test_who_is_there_stands_in_every_request(desk: MakeDesk) -> None:
    one = desk(QUIET)
    one.window.top._fill_people()
    one.window.top.people.actions()[1].trigger()
    press(one, Key.Key_F2)
    assert one.asked(ToggleServing).by == "Tom"


# ---- keyboard only, and for screen readers


def test_every_key(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    press(one, Key.Key_F2)
    one.asked(ToggleServing)
    press(one, Key.Key_F1)
    assert one.window.findChildren(HelpSheet)[0].isVisible()
    press(one, Key.Key_Escape)
    assert one.window.sheet is None
    press(one, Key.Key_F3)
    one.asked(CallBack)
    click(one.window.next.done)
    assert QApplication.focusWidget() is sheet_of(one).call_back
    press(one, Key.Key_5)
    assert one.asked(NoteAttempt).id
    with one.qtbot.waitSignal(one.window.folded):
        press(one, Key.Key_F8)


def test_digits_in_a_note_are_digits(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.promise(1)
    sheet_of(one).note.setFocus()
    press(one, Key.Key_5)
    assert sheet_of(one).note.text() == "5"
    one.settle()
    assert not one.engine.of(NoteAttempt)


def test_tab_reaches_every_control_and_enter_presses(desk: MakeDesk) -> None:
    one = desk(SCENES["overdue"])
    buttons = one.window.findChildren(QAbstractButton)
    controls = {b for b in buttons if b.isVisible() and b.isEnabled() and b.window() is one.window}
    reached = set()
    for _ in range(len(controls) + 2):
        press(one, Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert controls <= reached
    row = one.window.promised.items[OVERDUE.id]
    row.setFocus()
    press(one, Key.Key_Return)
    assert sheet_of(one).id == OVERDUE.id


def test_tab_stays_in_the_sheet_and_focus_goes_back(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.next.done.setFocus()
    press(one, Key.Key_Return)
    sheet = sheet_of(one)
    seen = []
    for _ in range(14):
        press(one, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        seen.append(focused)
    assert sheet.note in seen
    assert sheet.close_button in seen
    press(one, Key.Key_Escape)
    assert QApplication.focusWidget() is one.window.next.done


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_a_name(desk: MakeDesk, scene: str) -> None:
    one = desk(SCENES[scene])
    if SCENES[scene].promises:
        one.window.sheets.promise(SCENES[scene].promises[0].id)
    kinds = (QAbstractButton, QLineEdit, QMenu)
    for control in [w for kind in kinds for w in one.window.findChildren(kind)]:
        if isinstance(control, QMenu) and not control.accessibleName():
            continue  # named by the button that opens it
        interface = QAccessible.queryAccessibleInterface(control)
        if control.isVisible():
            assert interface.text(QAccessible.Text.Name), control


def test_names_say_what_the_eye_sees(desk: MakeDesk) -> None:
    one = desk(SCENES["overdue"])
    window = one.window

    def name(widget: QWidget) -> str:
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).replace("\u00a0", " ")

    assert name(window.promised.items[OVERDUE.id]) == "10:25, Mr Lindqvist, 6 minutes late"
    assert name(window.top.switch.choices[Presence.SERVING]) == "Serving"
    assert name(window.top.menu) == "Menu"
    assert name(window.next) == "Call Mr Lindqvist back. Promised by 10:25, 6 minutes late"
    one.show(SCENES["holding"])
    assert name(window.now.cards["h"]) == "Mrs Okafor, holding, 1st in line"


def test_keys_are_written_on_the_buttons(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    assert one.window.top.switch.choices[Presence.SERVING].key_hint == "F2"
    assert one.window.next.buttons.call_back.key_hint == "F3"
    menu = one.window.top.menu.menu()
    assert [a.text().split("\t")[1] for a in menu.actions() if "\t" in a.text()] == ["F9", "F8", "F11", "F1"]


# ---- what goes wrong


def test_trouble_says_what_happened_and_what_to_do(desk: MakeDesk) -> None:
    one = desk(SCENES["trouble"])
    bar = one.window.trouble
    assert texts(bar)[:2] == [
        "Line not registered: the PBX refused the password for extension 6000.",
        "Check phone.password in the settings.",
    ]
    click(bar.copy)
    assert "401 Unauthorized" in QGuiApplication.clipboard().text()
    one.show(QUIET)
    assert not bar.isVisible()


def test_a_lost_engine_is_said_and_nothing_stale_can_be_pressed(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.engine.close()
    one.qtbot.waitUntil(lambda: one.window.notice.isVisible())
    assert texts(one.window.notice)[0] == "The engine is not answering. It's being started again."
    assert one.window.childAt(one.window.next.geometry().center()) is not one.window.next.done
    assert not one.window.next.done.isEnabled()
    assert one.truth.now() == SCENES["free"].at, "time stands still with it"
    press(one, Key.Key_F3)
    assert one.window.sheet is None
    one.engine.open()
    one.qtbot.waitUntil(lambda: not one.window.notice.isVisible(), timeout=5000)
    assert one.window.next.done.isEnabled()


def test_a_note_that_is_being_written_outlives_the_engine(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.promise(1)
    sheet = sheet_of(one)
    sheet.note.setText("comes at 3")
    one.engine.close()
    one.qtbot.waitUntil(lambda: one.window.notice.isVisible())
    assert not sheet.outcomes[Outcome.REACHED].isEnabled()
    one.engine.open()
    one.qtbot.waitUntil(lambda: not one.window.notice.isVisible(), timeout=5000)
    assert one.window.sheet is sheet
    assert sheet.note.isEnabled()
    assert sheet.note.text() == "comes at 3"


def test_an_engine_that_refuses_is_quoted_with_a_way_on(desk: MakeDesk) -> None:
    one = desk(None)
    assert texts(one.window.notice) == ["One moment. The engine is being started."]
    assert not one.window.next.isVisible(), "nothing half drawn stands behind it"
    tried: list[bool] = []
    one.engine_state.title, one.engine_state.can_try = "The engine cannot start.", True
    one.engine_state.text = "one-moment.toml: phone.port is not known.\nWrite phone.listen instead."
    one.engine_state.try_again = lambda: tried.append(True)
    one.truth._lost("")
    one.truth.changed.emit()
    one.settle()
    assert texts(one.window.notice)[1] == one.engine_state.text
    assert QApplication.focusWidget() is one.window.notice.again
    press(one, Key.Key_Return)
    assert tried == [True]


def test_time_goes_on_between_two_views(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.time += 60 * 10
    one.truth._ticked()
    assert one.truth.now() == SCENES["free"].at + timedelta(minutes=10)
    assert "Promised by 10:40, 1 minute late" in texts(one.window.next)
