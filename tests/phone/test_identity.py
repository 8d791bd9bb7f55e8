import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.channels.phone.identity import from_inside, number_of, plain


@pytest.mark.parametrize(
    ("from_", "number"),
    [
        ('"Mrs Okafor" <sip:+442079460123@pbx.example>;tag=1', "+442079460123"),
        ("<sip:02079460123@10.0.0.1:5060;transport=udp>;tag=x", "02079460123"),
        ("sip:6001@pbx;tag=x", "6001"),
        ("<sips:+1-202-555-0100@pbx>", "+12025550100"),
        ("<sip:%2B442079460123@pbx>", "+442079460123"),
        ("<sip:+44 (20) 7946.0123@pbx>", "+442079460123"),
        ("<tel:+44-20-7946-0123>;tag=1", "+442079460123"),
        ("<tel:7946-0123;phone-context=+44-20>", "+442079460123"),
        ("<tel:7946-0123;phone-context=pbx.example>", "79460123"),
        ("<sip:0123;phone-context=+4420794@pbx;user=phone>", "+44207940123"),
        ("<sip:00442079460123@pbx>", "+442079460123"),
        ("<sip:0012@pbx>", "0012"),
        ("<sip:02079460123:secret@pbx>", "02079460123"),
        ('"<sip:999@x>" <sip:6001@pbx>', "6001"),
        ('"a \\" <b" <sip:6001@pbx>', "6001"),
        ("<sip:anonymous@anonymous.invalid>;tag=1", None),
        ("<sip:6001@anonymous.invalid>", None),
        ("<sip:Anonymous@pbx>", None),
        ("<sip:pbx.example>", None),
        ("<sip:@pbx>", None),
        ("<sip:ana@pbx>", None),
        ("<sip:unknown@pbx>", None),
        ("<sip:\u0661\u0662\u0663@pbx>", None),
        ("<mailto:ana@pbx>", None),
        ("<sip:+@pbx>", None),
        ("<sip:" + "1" * 40 + "@pbx>", None),
        ("", None),
        ("<", None),
    ],
)
def test_number_of_the_from_header(from_: str, number: str | None) -> None:
    assert number_of(from_, trusted=False) == number


@pytest.mark.parametrize("privacy", ["id", "user", "header", "full", "Id;critical", "session; id"])
def test_who_asks_for_privacy_is_withheld(privacy: str) -> None:
    assert number_of("<sip:6001@pbx>", ("<sip:+442079460123@pbx>",), (privacy,), trusted=True) is None


def test_privacy_none_hides_nothing() -> None:
    assert number_of("<sip:6001@pbx>", (), ("none",), trusted=False) == "6001"


@pytest.mark.parametrize(
    ("asserted", "number"),
    [
        (("<sip:+442079460123@pbx>",), "+442079460123"),
        (('"Smith, J" <sip:j.smith@pbx>, <tel:+442079460123>',), "+442079460123"),
        (("<sip:reception@pbx>", "tel:+442079460123"), "+442079460123"),
        (("<sip:reception@pbx>",), "6001"),
        (("",), "6001"),
    ],
)
def test_asserted_identity_counts_from_a_trusted_peer(asserted: tuple[str, ...], number: str) -> None:
    assert number_of("<sip:6001@pbx>", asserted, trusted=True) == number
    assert number_of("<sip:6001@pbx>", asserted, trusted=False) == "6001"


@pytest.mark.parametrize(
    ("asserted", "trusted", "inside"),
    [
        ((), True, True),
        ((), False, False),
        (("<sip:214@pbx>",), True, True),
        (("<sip:214@pbx>",), False, False),
        (("<sip:reception@pbx>",), True, False),
        (("",), True, False),
    ],
)
def test_only_a_trusted_peer_lets_an_extension_be_a_colleague(
    asserted: tuple[str, ...], trusted: bool, inside: bool
) -> None:
    assert from_inside(asserted, trusted=trusted) is inside


@given(st.text(), st.lists(st.text()), st.lists(st.text()), st.booleans())
def test_anything_is_a_number_or_none(
    from_: str, asserted: list[str], privacy: list[str], trusted: bool
) -> None:
    found = number_of(from_, tuple(asserted), tuple(privacy), trusted=trusted)
    assert found is None or plain(found) == found


@given(st.from_regex(r"<?(sip|tel):[+0-9%a-f();=-]*(@[a-z.]*)?>?", fullmatch=True))
def test_near_uris_never_raise(uri: str) -> None:
    found = number_of(uri, (uri,), trusted=True)
    assert found is None or found.lstrip("+").isdigit()
