"""The live call at the desk: take, hold, swap, consult, call back, and saying how it went."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desk.core.model import Doing, Outcome, PromiseState, SideKind, Told
from desk.core.next_action import Because
from desk.link_types import (
    AnyRequest,
    CallBack,
    Claim,
    DropCall,
    JoinConsult,
    NoteAttempt,
    NoteCall,
    ParkCall,
    PutOff,
    Renegotiate,
    Reply,
    Request,
    ResumeCall,
    SendKeys,
    SetHeadset,
    StillServingYes,
    TakeCall,
    ToggleServing,
    Unclaim,
    WatchLevels,
)
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.scenes import BELL, LOST, OKAFOR, QUIET, SCENES, SERVING_SINCE, TALKING, by, with_promises
from ui.bits import Words
from ui.keypad_sheet import KeypadSheet
from ui.pass_on_sheet import PassOnSheet
from ui.people_window import PeopleWindow
from ui.promise_sheet import PromiseSheet
from ui.time_sheet import TimeSheet, typed

Key = Qt.Key


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key)
    desk.settle()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(widget: QWidget) -> list[str]:
    return [w.text().replace("\u00a0", " ") for w in widget.findChildren(Words) if w.isVisible() and w.text()]


def shown(widget: QWidget) -> list[str]:
    """The buttons a person sees, with their keys."""
    buttons = [b for b in widget.findChildren(QAbstractButton) if b.isVisible()]
    return [" ".join(t for t in (b.label, b.key_hint) if t) for b in buttons]  # type: ignore[attr-defined]


def wanted(desk: Desk, request: AnyRequest) -> None:
    """The engine was asked this, whatever its number."""
    asked = desk.asked(type(request))
    assert replace(asked, id=0) == request


# ---- taking, holding, swapping


def test_f5_takes_whom_next_names(desk: MakeDesk) -> None:
    one = desk(SCENES["urgent"])
    assert shown(one.window.now.cards["u"]) == ["Take F5"]
    assert shown(one.window.now.cards["l"]) == ["Take"]
    press(one, Key.Key_F5)
    wanted(one, TakeCall(call="u"))


def test_the_key_goes_with_who_is_first(desk: MakeDesk) -> None:
    one = desk(SCENES["urgent"])
    first, second = one.window.now.cards["u"].button, one.window.now.cards["l"].button
    drawn: list[object] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                drawn.append(watched)
            return False

    watch = Watch()
    for button in (first, second):
        button.installEventFilter(watch)
    view = SCENES["urgent"]
    one.show(replace(view, next=replace(view.next, because=Because.HOLDING_LONG, call="l")))
    assert drawn.count(first) == drawn.count(second) == 1, "the caps on the screen change as well"
    assert (first.key_hint, second.key_hint) == ("", "F5")
    assert second.accessibleDescription() == "F5"
    assert "F5" not in first.toolTip()


def test_any_waiting_caller_can_be_taken_and_no_other(desk: MakeDesk) -> None:
    one = desk(SCENES["urgent"])
    click(one.window.now.cards["l"].button)
    wanted(one, TakeCall(call="l"))
    one.show(SCENES["holding"])
    assert not one.window.now.cards["r"].button.isVisible(), "a message is not cut short"


def test_who_is_with_the_person_stands_in_the_middle(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    talk = one.window.talk
    said = texts(talk)
    assert said[:5] == ["WITH YOU", "Mrs Okafor", "2:10", "020 7946 0173  ·  Okafor & Daughters", "VIP"]
    assert "Promised by 10:40, 9 minutes left. Speaking now settles it." in said
    assert "Hard of hearing: slowly." in said
    assert "yesterday 10:11  rang, spoken with, Ana, “bring the X-rays”" in said
    assert shown(talk) == ["Hold F6", "Pass on F7", "Hang up F12", "Keys", "Mute", "Open in People"]
    assert "t" not in one.window.now.cards
    assert texts(one.window.next)[1] == "Harriet Jones: holding 0:25, 1st in line"
    one.show(QUIET)
    assert not talk.isVisible()
    assert one.window.next.card.isVisible()


def test_f6_holds_and_with_somebody_on_hold_it_swaps(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    press(one, Key.Key_F6)
    wanted(one, ParkCall(call="t"))
    one.show(SCENES["swap"])
    assert shown(one.window.now.cards["p"]) == ["Swap F6"]
    assert "Hold" in shown(one.window.talk)
    press(one, Key.Key_F6)
    wanted(one, ResumeCall(call="p"))


def test_a_forgotten_hold_says_so_in_words_and_by_a_shape(desk: MakeDesk) -> None:
    one = desk(SCENES["swap"])
    card = one.window.now.cards["p"]
    assert card.doing.text() == "on hold, longer than is kind"
    assert card.sign.glyph == "late"
    assert one.window.next.brief_sign.isVisible()


def test_who_came_back_is_next_and_f6_and_f3_resume(desk: MakeDesk) -> None:
    one = desk(SCENES["came_back"])
    assert texts(one.window.next)[1:4] == [
        "Mrs Okafor is back",
        "020 7946 0173",
        "Ben Fisher did not answer, on hold 0:09",
    ]
    press(one, Key.Key_F6)
    wanted(one, ResumeCall(call="b"))
    one.engine.asked.clear()
    press(one, Key.Key_F3)
    wanted(one, ResumeCall(call="b"))


def test_a_refused_take_is_said_beside_it_with_the_desk_phones_way(desk: MakeDesk) -> None:
    def answers(request: Request) -> Reply:
        headset = isinstance(request, TakeCall) and request.side is None
        return Reply(id=request.id, ok=not headset, happened="No headset.", do="Plug it in.")

    one = desk(replace(SCENES["holding"], side=LOST))
    one.engine.answers = answers
    press(one, Key.Key_F5)
    refusal = one.window.now.refusal
    one.qtbot.waitUntil(refusal.isVisible)
    assert texts(refusal) == ["No headset.", "Plug it in."]
    assert not one.window.trouble.isVisible()
    click(refusal.phone)
    one.qtbot.waitUntil(lambda: len(one.engine.of(TakeCall)) == 2)
    wanted(one, TakeCall(call="h", side=SideKind.DESK_PHONE))
    assert not refusal.isVisible()


# ---- passing on


def test_f7_opens_whom_to_pass_on_to(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    press(one, Key.Key_F7)
    assert isinstance(one.window.sheet, PassOnSheet)
    assert one.window.sheet.call == "t"
    press(one, Key.Key_Escape)
    one.show(SCENES["free"])
    press(one, Key.Key_F7)
    assert one.window.sheet is None, "nobody to pass on"


def test_asking_a_colleague_connect_them_or_go_back(desk: MakeDesk) -> None:
    one = desk(SCENES["consult"])
    assert shown(one.window.talk) == [
        "Connect them F7",
        "Back to Mrs Okafor F6",
        "Keys",
        "Mute",
        "Add to People",
    ]
    assert "Mrs Okafor is on hold 0:48" in texts(one.window.talk)
    press(one, Key.Key_F7)
    wanted(one, JoinConsult(call="k"))
    press(one, Key.Key_F6)
    wanted(one, DropCall(call="k"))
    wanted(one, ResumeCall(call="p"))


# ---- the card of the conversation


def test_the_keypad_opens_for_the_call(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    click(one.window.talk.keys)
    assert isinstance(one.window.sheet, KeypadSheet)


def test_somebody_unknown_can_be_added_to_the_people(desk: MakeDesk) -> None:
    unknown = replace(TALKING, name=None, contacts=())
    one = desk(replace(SCENES["talking"], calls=(unknown,)))
    click(one.window.talk.person)
    assert isinstance(one.window.sheet, PeopleWindow)


def test_a_digit_typed_while_talking_is_a_key_of_the_telephone(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    one.window.setFocus()
    press(one, Key.Key_2)
    wanted(one, SendKeys(call="t", keys="2"))
    assert isinstance(one.window.sheet, KeypadSheet)
    press(one, Key.Key_Escape)
    one.window.talk.note.setFocus()
    press(one, Key.Key_3)
    assert one.window.talk.note.text() == "3"
    assert one.window.sheet is None


def test_mute_says_its_state_in_words(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    talk = one.window.talk
    width = talk.mute.width()
    click(talk.mute)
    wanted(one, SetHeadset(muted=True))
    one.show(SCENES["swap"])
    assert talk.mute.label == "Unmute"
    assert talk.mute.width() == width
    assert "Talking; your microphone is off" in texts(talk)
    click(talk.mute)
    one.qtbot.waitUntil(lambda: len(one.engine.of(SetHeadset)) == 2)
    wanted(one, SetHeadset(muted=False))


def test_levels_are_wanted_while_talking_and_not_while_serving(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    wanted(one, WatchLevels(on=True))
    one.show(replace(SCENES["talking"], **SERVING_SINCE))
    one.qtbot.waitUntil(lambda: len(one.engine.of(WatchLevels)) == 2)
    wanted(one, WatchLevels(on=False))


def test_a_lost_headset_is_said_and_the_desk_phone_offered(desk: MakeDesk) -> None:
    one = desk(SCENES["headset_lost"])
    assert texts(one.window.talk.problem)[0] == "The headset was unplugged."
    click(one.window.talk.problem.phone)
    wanted(one, ParkCall(call="t"))
    wanted(one, ResumeCall(call="t", side=SideKind.DESK_PHONE))


def test_pick_up_the_phone_is_said(desk: MakeDesk) -> None:
    one = desk(SCENES["pick_up"])
    assert "Your phone rings: pick it up" in texts(one.window.talk)
    assert shown(one.window.talk) == []


@pytest.mark.parametrize(("scene", "call"), [("talking", "t"), ("ringing_there", "o1"), ("consult", "")])
def test_f12_hangs_up_who_is_spoken_with_or_called(desk: MakeDesk, scene: str, call: str) -> None:
    one = desk(SCENES[scene])
    press(one, Key.Key_F12)
    press(one, Key.Key_F2)  # whatever was asked before, is there when this is
    one.asked(ToggleServing)
    dropped = [r.call for r in one.engine.of(DropCall) if isinstance(r, DropCall)]
    assert dropped == ([call] if call else []), "from a colleague who is asked F6 goes back"


def test_ringing_there_can_be_ended(desk: MakeDesk) -> None:
    one = desk(SCENES["ringing_there"])
    assert {"CALLING", "It rings there", "0:12"} <= set(texts(one.window.talk))
    assert shown(one.window.talk) == ["Hang up F12"]
    click(one.window.talk.hang_up)
    wanted(one, DropCall(call="o1"))


def test_a_note_is_saved_by_enter_and_takes_no_focus_by_itself(desk: MakeDesk) -> None:
    one = desk(SCENES["holding"])
    one.show(SCENES["talking"])
    note = one.window.talk.note
    assert QApplication.focusWidget() is not note
    note.setFocus()
    QTest.keyClicks(note, "comes at 3")
    press(one, Key.Key_Return)
    wanted(one, NoteCall(call="t", text="comes at 3"))
    one.qtbot.waitUntil(lambda: note.text() == "")


def test_a_note_half_written_stays_with_its_call_and_is_saved_at_its_end(desk: MakeDesk) -> None:
    other = replace(TALKING, id="p", name="Harriet Jones", promise=None)
    both = replace(SCENES["talking"], calls=(TALKING, replace(other, doing=Doing.PARKED)))
    one = desk(both)
    note = one.window.talk.note
    QTest.keyClicks(note, "for Mrs Okafor")
    one.show(replace(both, calls=(replace(TALKING, doing=Doing.PARKED), other)))
    assert note.text() == ""
    assert not one.engine.of(NoteCall)
    one.look.remember("theme", "dark")  # the window is built anew meanwhile
    one.settle()
    one.show(both)
    note = one.window.talk.note
    assert note.text() == "for Mrs Okafor"
    one.show(QUIET)
    wanted(one, NoteCall(call="t", text="for Mrs Okafor"))


# ---- calling back


def test_call_back_is_one_press(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    assert shown(one.window.next) == ["Call back F3", "Later", "Done"]
    press(one, Key.Key_F3)
    wanted(one, CallBack(promise=1))


def test_who_is_calling_is_said_and_nobody_calls_twice(desk: MakeDesk) -> None:
    one = desk(SCENES["claimed"])
    assert "Tom is calling now" in texts(one.window.next)
    assert "Tom is calling" in texts(one.window.promised.items[1])
    assert "Call back F3" not in shown(one.window.next)
    press(one, Key.Key_F3)
    assert not one.engine.of(CallBack)
    assert isinstance(one.window.sheet, PromiseSheet)
    assert not one.window.sheet.call_back.isVisible()


def test_the_number_said_in_a_message_can_be_called(desk: MakeDesk) -> None:
    one = desk(SCENES["machine"])
    assert "written down by a machine, it may be wrong" in texts(one.window.next)
    click(one.window.next.buttons.call_said)
    wanted(one, CallBack(promise=6, to="+447700900123"))


def test_after_a_message_was_heard_calling_is_the_next_thing(desk: MakeDesk) -> None:
    view = SCENES["machine"]
    heard = replace(view.promises[0], messages=(replace(view.promises[0].messages[0], played=True),))
    one = desk(replace(view, promises=(heard,)))
    press(one, Key.Key_F3)
    wanted(one, CallBack(promise=6))


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (Key.Key_F3, Outcome.REACHED),
        (Key.Key_2, Outcome.NO_ANSWER),
        (Key.Key_3, Outcome.BUSY),
        (Key.Key_4, Outcome.VOICEMAIL),
        (Key.Key_5, Outcome.WRONG_NUMBER),
    ],
)
def test_one_key_says_how_it_went(desk: MakeDesk, key: Qt.Key, outcome: Outcome) -> None:
    one = desk(SCENES["outcome"])
    assert texts(one.window.next)[1] == "How did it go with Mrs Okafor?"
    press(one, key)
    wanted(one, NoteAttempt(promise=1, outcome=outcome))


def test_enter_says_reached_but_not_the_one_that_hung_up(desk: MakeDesk) -> None:
    one = desk(SCENES["talking"])
    one.window.talk.hang_up.setFocus(Qt.FocusReason.TabFocusReason)
    press(one, Key.Key_Return)
    one.asked(DropCall)
    one.show(SCENES["outcome"])
    press(one, Key.Key_Return)
    one.settle()
    assert not one.engine.of(NoteAttempt)
    one.qtbot.waitUntil(lambda: QApplication.focusWidget() is one.window.next.outcome.reached)
    press(one, Key.Key_Return)
    wanted(one, NoteAttempt(promise=1, outcome=Outcome.REACHED))


@pytest.mark.parametrize(("before", "button"), [("urgent", "now"), ("free", "next"), ("swap", "now")])
def test_a_second_enter_presses_nothing_that_took_the_place(desk: MakeDesk, before: str, button: str) -> None:
    one = desk(SCENES[before])
    cards = one.window.now.cards
    pressed = cards[next(iter(cards))].button if button == "now" else one.window.next.buttons.call_back
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    press(one, Key.Key_Return)
    one.qtbot.waitUntil(lambda: len(one.engine.asked) > 1)
    one.show(SCENES["talking"] if button == "now" else SCENES["ringing_there"])
    asked = len(one.engine.asked)
    press(one, Key.Key_Return)
    one.settle()
    assert [r for r in one.engine.asked[asked:] if not isinstance(r, WatchLevels)] == []


def test_a_note_goes_with_how_it_went(desk: MakeDesk) -> None:
    one = desk(SCENES["outcome"])
    note = one.window.next.outcome.note
    note.setFocus()
    QTest.keyClicks(note, "room 5")
    assert note.text() == "room 5", "a digit in a note says nothing else"
    press(one, Key.Key_Return)
    wanted(one, NoteAttempt(promise=1, outcome=Outcome.REACHED, note="room 5"))


def test_somebody_can_say_that_they_call_on_another_phone(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.promise(1)
    assert isinstance(one.window.sheet, PromiseSheet)
    click(one.window.sheet.claim)
    wanted(one, Claim(promise=1))
    one.show(with_promises(QUIET, replace(OKAFOR, state=PromiseState.CLAIMED), BELL))
    assert one.window.sheet.claim.label == "I am not calling after all"
    click(one.window.sheet.claim)
    wanted(one, Unclaim(promise=1))


# ---- a new time


def test_a_promise_that_was_broken_says_so_until_it_is_dealt_with(desk: MakeDesk) -> None:
    one = desk(with_promises(QUIET, replace(OKAFOR, broken=True), BELL))
    assert "Asked to be called back, 9 minutes ago; an earlier time was not kept" in texts(one.window.next)
    one.window.sheets.promise(1)
    assert isinstance(one.window.sheet, PromiseSheet)
    assert "An earlier time was not kept" in texts(one.window.sheet)


def test_a_new_time_is_one_press_and_the_caller_is_told_or_not(desk: MakeDesk) -> None:
    times = (by(10, 45), by(11, 0), by(11, 15))
    one = desk(replace(SCENES["free"], new_times=times))
    one.window.next.later.menu().actions()[-1].trigger()
    sheet = one.window.sheet
    assert isinstance(sheet, TimeSheet)
    assert [b.label for b in sheet.times] == ["10:45", "11:00", "11:15"]
    click(sheet.ways[Told.BY_CALL])
    press(one, Key.Key_2)
    wanted(one, Renegotiate(promise=1, at=by(11, 0), told=Told.BY_CALL))
    one.qtbot.waitUntil(lambda: one.window.sheet is None)


def test_a_time_of_ones_own_and_what_is_none(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.new_time(1, True)
    sheet = one.window.sheet
    assert isinstance(sheet, TimeSheet)
    sheet.own.setFocus()
    QTest.keyClicks(sheet.own, "25:00")
    press(one, Key.Key_Return)
    assert texts(sheet.refusal) == ["This is not a time of the day.", "Write it as 14:30."]
    sheet.own.setText("14:30")
    press(one, Key.Key_Return)
    wanted(one, Renegotiate(promise=1, at=by(14, 30), told=Told.NOT_TOLD))


def test_later_at_another_time_leaves_the_promise(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.window.sheets.new_time(1, False)
    sheet = one.window.sheet
    assert isinstance(sheet, TimeSheet)
    assert not sheet.ways
    sheet.own.setText("11")
    click(sheet.set_own)
    wanted(one, PutOff(promise=1, minutes=29))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("14:30", by(14, 30)),
        ("14.30", by(14, 30)),
        ("1430", by(14, 30)),
        ("14h30", by(14, 30)),
        ("15", by(15, 0)),
        ("9:05", by(9, 5).replace(day=4)),
        ("24:00", None),
        ("12:60", None),
        ("noon", None),
        ("", None),
        ("12:5", None),
    ],
)
def test_times_as_they_are_typed(text: str, said: object) -> None:
    assert typed(text, QUIET.at, "UTC") == said


# ---- serving


def test_still_serving_is_a_quiet_line(desk: MakeDesk) -> None:
    one = desk(SCENES["free"])
    one.show(replace(SCENES["still"], promises=SCENES["free"].promises, still_serving_since=None))
    parts = [one.window.next.card, one.window.now, one.window.promised, one.window.top]
    before = [p.geometry() for p in parts]
    one.show(replace(SCENES["still"], promises=SCENES["free"].promises))
    assert texts(one.window.next.still) == ["Still serving?"]
    assert [p.geometry() for p in parts] == before
    click(one.window.next.still.yes)
    one.asked(StillServingYes)
    focused = QApplication.focusWidget()
    assert focused is not one.window.next.still.no


@pytest.mark.parametrize("scene", ["talking", "swap", "consult", "outcome", "machine", "headset_lost"])
def test_every_control_has_a_name(desk: MakeDesk, scene: str) -> None:
    one = desk(SCENES[scene])
    for button in one.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button
