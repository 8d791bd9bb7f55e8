import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.channels.phone.trace import Ending, TraceHandler, Wire, elsewhere, parse

INVITE = (
    "RX UDP 127.0.0.11:5060 -> 127.0.0.1:5090\n"
    "INVITE sip:desk@127.0.0.1:5090 SIP/2.0\r\n"
    "Via: SIP/2.0/UDP 127.0.0.11:5060;branch=z9hG4bKff\r\n"
    "f: <sip:phone@127.0.0.11>;tag=48\r\n"
    "t: <sip:desk@127.0.0.1:5090>\r\n"
    "i: 85d3\r\n"
    "P-Asserted-Identity: <sip:+442079460123@pbx>\r\n"
    "p-asserted-identity: <tel:+442079460123>\r\n"
    "Subject: folded\r\n  line\r\n"
    "nonsense without a colon\r\n"
    "\r\n"
    "v=0\r\nPrivacy: id\r\n"
)


def test_an_invite_is_read() -> None:
    message = parse(INVITE)
    assert message is not None
    assert (message.source, message.method, message.call_id) == ("127.0.0.11", "INVITE", "85d3")
    assert message.all("p-asserted-identity") == ("<sip:+442079460123@pbx>", "<tel:+442079460123>")
    assert message.first("from") == "<sip:phone@127.0.0.11>;tag=48"
    assert message.first("subject") == "folded line"
    assert message.first("privacy") == ""  # that was in the body


def test_ipv6_sources_lose_their_brackets() -> None:
    message = parse(INVITE.replace("127.0.0.11:5060 ->", "[2001:db8::1]:5060 ->"))
    assert message is not None
    assert message.source == "2001:db8::1"


@pytest.mark.parametrize(
    "record",
    [
        "",
        "RX",
        "TX" + INVITE[2:],
        INVITE.replace("INVITE sip", "SIP/2.0 200 OK sip"),
        INVITE.replace("i: 85d3\r\n", ""),
        INVITE.partition("\n")[0],
        "RX UDP a -> b\n\n\n",
    ],
)
def test_what_is_no_request_is_none(record: str) -> None:
    assert parse(record) is None


@given(st.text() | st.text().map(lambda t: INVITE[:60] + t) | st.text().map(lambda t: INVITE + t))
def test_parse_takes_anything(record: str) -> None:
    parse(record)
    wire = Wire()
    wire.heard(record)


@given(st.integers(0, len(INVITE)), st.binary(max_size=20))
def test_parse_takes_a_damaged_invite(at: int, junk: bytes) -> None:
    parse(INVITE[:at] + junk.decode("utf-8", "replace") + INVITE[at + len(junk) :])


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ('SIP;cause=200;text="Call completed elsewhere"', True),
        ("SIP ; cause=200", True),
        ("sip;CAUSE=200", True),
        ('Q.850;cause=16, SIP;cause=200;text="a, b"', True),
        ("Q.850;cause=200", False),
        ("SIP;cause=600", False),
        ("SIP;cause=2001", False),
        ('SIP;text="cause=200"', False),
        ("", False),
    ],
)
def test_answered_elsewhere_is_sip_cause_200(reason: str, said: bool) -> None:
    assert elsewhere(reason) is said


def test_only_a_cancel_can_say_so() -> None:
    assert Ending("CANCEL", "SIP;cause=200").answered_elsewhere
    assert not Ending("BYE", "SIP;cause=200").answered_elsewhere


def test_the_wire_remembers_who_called_and_how_it_ended() -> None:
    wire = Wire()
    wire.heard(INVITE)
    assert [m.source for m in wire.invites("85d3")] == ["127.0.0.11"]
    wire.heard(INVITE.replace("127.0.0.11:5060 ->", "10.9.9.9:5060 ->"))
    assert [m.source for m in wire.invites("85d3")] == ["127.0.0.11", "10.9.9.9"]
    wire.heard(
        INVITE.replace("INVITE", "CANCEL").replace("Subject:", "Reason:").replace("folded", "SIP;cause=200")
    )
    ending = wire.ending("85d3")
    assert ending is not None
    assert ending.method == "CANCEL"
    wire.forget("85d3")
    assert not wire.invites("85d3")
    assert wire.ending("85d3") is None


def test_a_re_invite_is_no_new_call() -> None:
    wire = Wire()
    wire.heard(INVITE.replace("t: <sip:desk@127.0.0.1:5090>", "t: <sip:desk@127.0.0.1:5090>;tag=9"))
    assert not wire.invites("85d3")


def test_a_flood_does_not_fill_the_memory() -> None:
    wire = Wire()
    for n in range(3000):
        wire.heard(INVITE.replace("i: 85d3", f"i: {n}"))
    assert not wire.invites("0")
    assert wire.invites("2999")


def test_the_handler_takes_records_with_percent_signs() -> None:
    wire = Wire()
    handler = TraceHandler(wire)
    handler.emit(logging.makeLogRecord({"msg": "%s", "args": (INVITE.replace("folded", "100%d"),)}))
    assert wire.invites("85d3")
