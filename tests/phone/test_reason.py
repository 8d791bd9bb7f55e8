"""The reason of a call's end, as the journal has it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.channels.phone.logs import reason

CAUSE = re.compile(r"cause\s*=\s*\d{1,3}(?!\d)")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('SIP;cause=200;text="Call completed elsewhere"', 'SIP;cause=200;text="Call completed elsewhere"'),
        ('Q.850;cause=16;text="Normal call clearing"', 'Q.850;cause=16;text="Normal call clearing"'),
        ("SIP;cause=480, Q.850 ;cause=19", "SIP;cause=480, Q.850 ;cause=19"),
        ('SIP;cause=200;text="picked up by \\"Anna Schmidt\\""', 'SIP;cause=200;text="picked up by …"'),
        ("SIP;cause=200;text='picked up by \u201cAnna\u201d now'", "SIP;cause=200;text='picked up by … now'"),
        ('SIP;cause=302;text="to +44 (20) 79-46.01 23"', 'SIP;cause=302;text="to …"'),
        ("SIP;cause=302;text=to sip:anna.schmidt@pbx", "SIP;cause=302;text=to sip:…@pbx"),
        ("500 Server Error", "500 Server Error"),
        ("Connection reset by peer [104]", "Connection reset by peer [104]"),
        ("", ""),
    ],
)
def test_what_is_kept(said: str, kept: str) -> None:
    assert reason(said) == kept


@pytest.mark.parametrize("said", ['SIP;text="{}";cause=603', 'SIP;cause=603;text="{}"'])
def test_a_long_one_keeps_protocol_and_cause(said: str) -> None:
    kept = reason(said.format("so it goes " * 20))
    assert len(kept) == 80
    assert kept.startswith("SIP;")
    assert "cause=603" in kept


NUMBERISH = st.text(st.sampled_from('0123456789 .-+;,="()/_abyQ\u0664'), max_size=120)
PIECES = st.lists(
    st.one_of(
        NUMBERISH,
        st.text(max_size=20),
        st.sampled_from([' by "', "cause=", ";cause=16", ";cause=200;", "sip:"]),
    )
)


@given(PIECES.map("".join))
@example("SIP;cause=16 2345 67")
@example("SIP;cause=020;text=7946")
def test_no_number_survives(said: str) -> None:
    kept = reason(said)
    assert len(kept) <= 80
    bare = re.sub(r"[\s.+-]", "", CAUSE.sub("cause;", kept))
    assert not re.search(r"\d{4}", bare), kept
