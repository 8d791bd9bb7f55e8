"""Who is calling: rings back, VIP, blocked, a colleague, a language, a number heard in a message."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desk.core.commands import Answer, PlayMusic, Refuse, Say
from desk.core.commands import Dial as DialCommand
from desk.core.events import CallEnded, EndedBy, MessageTranscribed
from desk.core.model import Blocked, Caller, Dial, Doing, Policy, Presence
from desk.core.next_action import holding_line
from tests.core.play import ANA, BEN, CLEO, COLLEAGUE, WITHHELD, Play, hours, utc

VIP = Caller(key="vip", dial=Dial.CAN, vip=True)
PEST = Caller(key="pest", dial=Dial.CAN, blocked=True)
INSIDE = replace(COLLEAGUE, internal=True)
SPOOFED = replace(COLLEAGUE, internal=False)


def promised(play: Play | None = None) -> Play:
    return (play or Play()).is_greeted().presses("21").hears().hangs_up()


def line(play: Play) -> list[str]:
    return [c.id for c in holding_line(play.desk)]


# -- rings back


def test_who_rings_back_is_told_the_time_and_the_menu_and_nothing_twice() -> None:
    play = promised().rings("B").after(20)
    assert play.told("B") == ["greeting_again", "menu_urgent"]
    assert play.phrases("B")[0].at == play.promise.promised_by
    play.hangs_up("B")
    assert len(play.made) == 1
    assert len(play.joined) == 1


def test_a_time_that_has_passed_is_not_said_again() -> None:
    assert promised().after(1300).rings("B").after(20).told("B")[0] == "greeting_again_asap"
    assert Play().rings().hangs_up().rings("B").after(20).told("B")[0] == "greeting_again_asap"


def test_who_rings_back_while_closed_hears_the_time_or_when_we_open() -> None:
    play = Play(hours("09:00-17:00"), at="2026-03-04 16:50").is_greeted().presses("21").hangs_up()
    assert play.promise.promised_by == utc("2026-03-05 09:10")
    play.at = utc("2026-03-04 18:00")
    assert play.rings("B").told("B") == ["greeting_again", "menu_closed"]
    play = Play(hours("09:00-17:00"), at="2026-03-04 16:50").rings().hangs_up()
    play.at = utc("2026-03-04 18:00")
    assert play.rings("B").told("B") == ["greeting_closed", "menu_closed"]


def test_who_rings_back_has_waited_since_the_promise_was_made() -> None:
    play = promised().after(60).holds("B", BEN).holds("C", ANA)
    assert line(play) == ["C", "B"]
    assert play.call("C").waits_since == play.promise.created_at


# -- VIP


def test_a_vip_waits_in_front_but_not_of_an_urgent_caller() -> None:
    play = Play().holds("A").holds("B", BEN).holds("V", VIP)
    assert line(play) == ["V", "A", "B"]
    play.presses("9", "B")
    assert line(play) == ["B", "V", "A"]


def test_a_vip_is_promised_minutes_of_their_own_however_full_it_is() -> None:
    play = Play(Policy(promises_open=1, vip_minutes=5))
    play.rings("A").hangs_up("A").rings("B", BEN).hangs_up("B")
    play.is_greeted("V", VIP).presses("21", "V")
    assert play.promise_of("vip").promised_by == utc("2026-03-04 10:10")
    play.is_greeted("C", CLEO).presses("21", "C")
    assert play.promise_of("cleo").promised_by == utc("2026-03-04 11:05")


# -- blocked


def test_a_blocked_number_is_refused_for_good_and_written_down() -> None:
    play = Play().rings(caller=PEST)
    assert play.last == (Refuse(call="A", for_good=True),)
    assert play.desk.calls == ()
    (end,) = (e for e in play.journal if isinstance(e, CallEnded))
    assert (end.by, end.reason) == (EndedBy.DESK, "blocked")
    play.hangs_up(by=EndedBy.DESK)
    assert play.desk.promises == ()
    assert play.unexpected == []


def test_or_answered_with_a_text_and_never_shown_as_waiting() -> None:
    play = Play(Policy(blocked=Blocked.TEXT)).rings(caller=PEST)
    assert [type(c) for c in play.last] == [Answer, Say]
    assert play.told() == ["blocked"]
    assert play.doing() is Doing.LEAVING
    assert play.sound == ""
    play.acknowledges().presses("9")
    assert play.takes().doing() is Doing.LEAVING
    play.hangs_up()
    assert play.desk.promises == ()
    assert play.sound == ""
    assert len(play.unexpected) == 1  # nobody takes a call that is refused


# -- a colleague, a language


@pytest.mark.parametrize("presence", [Presence.FREE, Presence.SERVING, Presence.AWAY])
def test_a_colleague_has_a_greeting_of_their_own(presence: Presence) -> None:
    play = Play().is_(presence).rings(caller=INSIDE)
    if presence is not Presence.AWAY:
        play.after(20)
    said = [p.name for c in play.commands if isinstance(c, Say) for p in c.phrases]
    assert said == [f"greeting_colleague_{presence.value}", "menu_urgent"]


def test_a_colleague_has_the_same_promises() -> None:
    play = Play().is_greeted(caller=INSIDE).presses("21")
    assert play.promise.caller == INSIDE
    play.hangs_up().calls_back()
    assert DialCommand(call="O", to=INSIDE) in play.last


def test_while_closed_a_colleague_hears_when_we_open() -> None:
    play = Play(hours("09:00-17:00"), at="2026-03-04 18:00").rings(caller=INSIDE)
    assert play.told()[0] == "greeting_colleague_closed"


def test_who_only_says_to_be_inside_is_greeted_as_anybody() -> None:
    assert Play().rings(caller=SPOOFED).after(20).told()[0] == "greeting_free"


def test_everything_is_said_in_the_language_of_the_caller() -> None:
    german = replace(ANA, language="de")
    play = Play().holds("B", BEN).holds(caller=german).after(60).hangs_up("B").presses("2").presses("1")
    said = [p for c in play.commands if isinstance(c, Say) and c.call == "A" for p in c.phrases]
    assert {p.language for p in said} == {"de"}
    assert {p.language for c in play.commands if isinstance(c, Say) and c.call == "B" for p in c.phrases} == {
        None
    }
    assert "hold_next" in {p.name for p in said}


# -- a number heard in a message


def message(caller: Caller) -> Play:
    return Play().is_greeted(caller=caller).presses("3").hears().spoke(5).presses("1").hangs_up()


def heard(play: Play, said: Caller | None) -> Play:
    recording = play.promise.recordings[0]
    return play.feed(MessageTranscribed(at=play.at, recording=recording, said=said))


def test_a_number_heard_in_a_message_is_offered_and_can_be_called() -> None:
    play = heard(message(WITHHELD), BEN)
    assert play.promise.said == BEN
    assert play.promise.caller == WITHHELD
    play.calls_back()
    assert play.desk.calls == ()
    assert play.calls_back(to=BEN).last[0] == DialCommand(call="O", to=BEN)


@pytest.mark.parametrize("said", [None, ANA, COLLEAGUE, Caller(key="dear", dial=Dial.PREMIUM)])
def test_nothing_is_offered_that_is_no_help(said: Caller | None) -> None:
    assert heard(message(ANA), said).promise.said is None


def test_words_of_a_message_that_is_gone_are_no_surprise() -> None:
    play = Play()
    play.feed(MessageTranscribed(at=play.at, recording="x", said=BEN))
    assert play.unexpected == []


# -- a number outside of what we may call


def test_a_number_outside_of_the_allowed_prefixes_is_refused_like_a_dear_one() -> None:
    abroad = Caller(key="abroad", dial=Dial.NOT_ALLOWED)
    play = Play().is_greeted(caller=abroad).presses("2")
    assert play.told() == ["refused_premium", "ask_number"]
    assert play.hangs_up().desk.promises == ()


def test_music_follows_when_the_desk_did_not_pick_up() -> None:
    from desk.core.model import SideKind

    play = Play().holds().takes(side=SideKind.DESK_PHONE, leg="L").after(20).hears()
    assert PlayMusic(call="A") in play.last
