from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.core.model import SideKind
from desk.link_types import ChooseDevices, Levels, ListDevices, Reply, SetHeadset, TestHeadset, WatchLevels
from tests.ui.people import READY, UNPLUGGED, WITH_HEADSET, Bare, MakeBare, bare, found
from ui.headset_sheet import HeadsetSheet

__all__ = ["bare"]
Key = Qt.Key


def opened(bare: MakeBare, view: object = WITH_HEADSET) -> Bare:
    one = bare(view)
    sheet = HeadsetSheet(one.look, one.truth, one.window)
    one.window.put(sheet)
    one.qtbot.waitUntil(lambda: bool(sheet.devices.microphones))
    one.settle()
    return one


def sheet(desk: Bare) -> HeadsetSheet:
    assert isinstance(desk.window.sheet, HeadsetSheet)
    return desk.window.sheet


def listed(desk: Bare, what: str) -> list[tuple[str, bool]]:
    menu = sheet(desk).buttons[what].menu_
    menu.aboutToShow.emit()
    return [(a.text(), a.isChecked()) for a in menu.actions()]


def test_devices_by_name_the_one_in_use_marked(bare: MakeBare) -> None:
    one = opened(bare)
    assert sheet(one).buttons["microphone"].accessibleName() == "Microphone: Jabra Evolve 20 MS"
    assert sheet(one).buttons["ring"].accessibleName() == "Rings on: The computer's own"
    assert listed(one, "microphone") == [
        ("The computer's own", False),
        ("Jabra Evolve 20 MS", True),
        ("Webcam C270", False),
    ]
    assert listed(one, "speaker")[0] == ("The computer's own", True)
    assert ("HDMI && DisplayPort", False) in listed(one, "speaker")  # Qt takes one & for a shortcut


def test_one_that_is_unplugged_stays_in_the_list(bare: MakeBare) -> None:
    headset = replace(READY, microphone="Old Plantronics")
    one = opened(bare, replace(WITH_HEADSET, side=replace(WITH_HEADSET.side, headset=headset)))
    assert listed(one, "microphone")[-1] == ("Old Plantronics (not plugged in)", True)


def test_a_choice_is_asked_and_looked_for_anew(bare: MakeBare) -> None:
    one = opened(bare)
    listed(one, "ring")
    sheet(one).buttons["ring"].menu_.actions()[2].trigger()
    assert one.asked(ChooseDevices) == ChooseDevices(ring="HDMI & DisplayPort")
    assert len(one.engine.of(ListDevices)) == 2


def test_speak_through(bare: MakeBare) -> None:
    one = opened(bare)
    sides = sheet(one).sides
    assert sides[SideKind.HEADSET].accessibleName() == "Headset, in use"
    QTest.mouseClick(sides[SideKind.HEADSET], Qt.MouseButton.LeftButton)
    QTest.mouseClick(sides[SideKind.DESK_PHONE], Qt.MouseButton.LeftButton)
    assert one.asked(ChooseDevices) == ChooseDevices(side=SideKind.DESK_PHONE)
    assert len(one.engine.of(ChooseDevices)) == 1
    one.show(UNPLUGGED)  # no desk phone there
    assert not sides[SideKind.DESK_PHONE].isEnabled()


def test_what_is_wrong_is_said_in_two_sentences(bare: MakeBare) -> None:
    one = opened(bare, UNPLUGGED)
    assert sheet(one).happened.text().startswith("The headset Jabra Evolve 20 MS is not plugged in")
    assert sheet(one).do.text() == "Plug it in again: the call goes on by itself."
    assert sheet(one).muted.isVisible()
    assert not sheet(one).test.isEnabled()
    one.show(WITH_HEADSET)
    assert not sheet(one).problem.isVisible()
    assert not sheet(one).muted.isVisible()
    assert sheet(one).test.isEnabled()


def test_mute_and_test_by_keyboard_and_a_refusal_in_place(bare: MakeBare) -> None:
    one = opened(bare)
    sheet(one).mute.setFocus()
    one.press(Key.Key_Return)
    assert one.asked(SetHeadset) == SetHeadset(muted=True)
    one.engine.answers = lambda r: (
        Reply(id=r.id, ok=False, happened="Somebody is spoken with.", do="Test it afterwards.")
        if isinstance(r, TestHeadset)
        else found(r)
    )
    sheet(one).test.setFocus()
    one.press(Key.Key_Space)
    one.qtbot.waitUntil(lambda: sheet(one).refusal.isVisible())
    assert sheet(one).refusal.happened.text() == "Somebody is spoken with."


def test_the_volume_is_sent_when_it_rests_and_not_pulled_back_meanwhile(bare: MakeBare) -> None:
    one = opened(bare)
    volume = sheet(one).volume
    assert volume.value() == 16
    volume.setFocus()
    for _ in range(3):
        one.press(Key.Key_Left)
    one.show(replace(WITH_HEADSET, promises=WITH_HEADSET.promises, garbage=5))
    assert volume.value() == 13
    assert one.asked(SetHeadset) == SetHeadset(volume=0.65)
    assert len(one.engine.of(SetHeadset)) == 1


def test_levels_are_watched_while_it_is_open(bare: MakeBare) -> None:
    one = opened(bare)
    one.engine.send(Levels(microphone=1.0, speaker=0.5))
    one.qtbot.waitUntil(lambda: sheet(one).you.filled == 24)
    assert sheet(one).callers.filled == 12
    one.press(Key.Key_Escape)
    one.qtbot.waitUntil(lambda: [r.on for r in one.engine.of(WatchLevels)] == [True, False])  # type: ignore[attr-defined]


def test_all_of_it_is_seen_on_600_pixels_also_when_one_is_unplugged(bare: MakeBare) -> None:
    one = bare(UNPLUGGED, 1024, 600)
    sheet = HeadsetSheet(one.look, one.truth, one.window)
    one.window.put(sheet)
    one.settle()
    assert not sheet.area.over.isVisible()
    assert sheet.area.verticalScrollBar().maximum() == 0
