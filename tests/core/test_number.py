"""Which numbers may be called back, in many countries."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.model import Dial
from desk.core.number import LONGEST, classify, stands_in

OURS = ("+1 202 555 0100", "6000", "not a number", "")


@pytest.mark.parametrize(
    ("said", "country", "form"),
    [
        ("+1 (202) 555-0173", "US", "+12025550173"),
        ("202 555 0173", "US", "+12025550173"),
        ("12025550173", "US", "+12025550173"),
        ("011 44 20 7123 4567", "US", "+442071234567"),
        ("00442071234567", "DE", "+442071234567"),
        ("020 7123 4567", "GB", "+442071234567"),
        ("tel:+34911234567", "US", "+34911234567"),
        ("911 234 567", "ES", "+34911234567"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("01 42 68 53 00", "FR", "+33142685300"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("011 234 5678", "ZA", "+27112345678"),
        ("02 1234 5678", "IT", "+390212345678"),
        ("\u0662\u0660\u0662 \u0665\u0665\u0665 \u0660\u0661\u0667\u0663", "US", "+12025550173"),
        ("\uff0b12025550173", "DE", "+12025550173"),
    ],
)
def test_a_number_in_any_form_is_kept_as_e164(said: str, country: str, form: str) -> None:
    assert classify(said, country, OURS) == (form, Dial.CAN)


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("112", "DE"), ("110", "DE"), ("112", "FR"), ("15", "FR"), ("17", "FR"), ("18", "FR"), ("112", "ES"),
        ("911", "US"), ("999", "GB"), ("112", "GB"), ("000", "AU"), ("119", "JP"), ("110", "JP"),
        ("144", "CH"), ("113", "IT"), ("190", "BR"), ("111", "NZ"), ("100", "IN"), ("9 1 1", "US"),
    ],
)  # fmt: skip
def test_the_countrys_emergency_numbers_are_not_called(said: str, country: str) -> None:
    assert classify(said, country)[1] is Dial.EMERGENCY


@pytest.mark.parametrize("said", ["112", "911", "999", "000", "0112", "9911", "9112", "0911"])
@pytest.mark.parametrize("country", ["US", "DE", "JP", "ZZ", ""])
def test_some_emergency_numbers_are_not_called_anywhere(said: str, country: str) -> None:
    assert classify(said, country)[1] is Dial.EMERGENCY


@pytest.mark.parametrize("said", ["911111", "9110", "112112112"])
def test_an_emergency_number_with_more_behind_it_is_never_an_outside_number(said: str) -> None:
    assert classify(said, "US")[1] in (Dial.EMERGENCY, Dial.EXTENSION, Dial.INVALID)
    assert classify("911111111111", "US")[1] is Dial.EMERGENCY


@pytest.mark.parametrize(
    ("said", "country"), [("110", "US"), ("115", "ES"), ("1530", "FR"), ("15", "US"), ("214", "DE"),
                          ("6001", "US"), ("10", "US"), ("12345", "GB"), ("041", "DE")]
)  # fmt: skip
def test_two_to_five_digits_are_an_extension(said: str, country: str) -> None:
    assert classify(said, country, OURS) == (said, Dial.EXTENSION)


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("900 234 5678", "US"), ("0900 1234567", "DE"), ("0899 12 34 56", "FR"), ("803 123 456", "ES"),
        ("09012345678", "GB"), ("0180 5 123456", "DE"), ("+979 1 2345 6789", "US"), ("+447012345678", "US"),
        ("+8816 3155 5123", "US"), ("+882 13300655", "DE"), ("+883510012345678", "US"),
        ("+870773111632", "US"),
    ],
)  # fmt: skip
def test_premium_and_dear_numbers_are_not_called(said: str, country: str) -> None:
    assert classify(said, country)[1] is Dial.PREMIUM


@pytest.mark.parametrize("said", ["+12025550100", "2025550100", "1-202-555-0100", "0012025550100", "6000"])
def test_our_own_numbers_are_not_called_in_any_form(said: str) -> None:
    assert classify(said, "US", OURS)[1] is Dial.OURS


@pytest.mark.parametrize(
    ("said", "country"),
    [("1", "US"), ("0", "US"), ("00", "US"), ("123456", "US"), ("202555", "US"), ("+112", "US"), ("+1", "US"),
     ("2025550173" * 3, "US"), ("+999123456789", "US"), ("2025550173", "ZZ"), ("0" * 300, "US")],
)  # fmt: skip
def test_what_is_no_number_of_the_country_is_invalid(said: str, country: str) -> None:
    form, dial = classify(said, country)
    assert dial is Dial.INVALID
    assert form is not None
    assert form.isdigit()
    assert len(form) <= LONGEST


def test_withheld_is_not_nothing() -> None:
    assert classify(None, "US") == (None, Dial.WITHHELD)
    for said in ("", "+", "anonymous", "#", "sip:@"):
        assert classify(said, "US") == (None, Dial.NOTHING)


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_each_countrys_own_numbers_can_be_called(country: str) -> None:
    for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
        example = phonenumbers.example_number_for_type(country, kind)
        if example is None:
            continue
        e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        assert classify(e164, "US") == (e164, Dial.CAN)
        national = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
        form, dial = classify(national, country)
        if len([c for c in national if c.isdigit()]) > 5:
            assert (form, dial) == (e164, Dial.CAN)
        else:
            # an island whose numbers are as short as extensions: the country code is needed there
            assert dial is Dial.EXTENSION


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_each_countrys_premium_numbers_are_not_called(country: str) -> None:
    example = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.PREMIUM_RATE)
    if example is not None:
        e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        assert classify(e164, country)[1] is Dial.PREMIUM


garbage = st.text(max_size=40) | st.text("0123456789+*#-() ", max_size=40) | st.from_regex(r"\+?\d{1,30}")


@given(
    garbage,
    st.sampled_from(["US", "DE", "FR", "ES", "GB", "BR", "ZZ", "", "x"]),
    st.lists(garbage, max_size=3),
)
def test_whatever_is_said_it_never_fails(said: str, country: str, ours: list[str]) -> None:
    form, dial = classify(said, country, tuple(ours))
    assert dial is not Dial.WITHHELD
    assert (form is None) == (dial is Dial.NOTHING)
    if form is not None:
        assert form.removeprefix("+").isascii()
        assert form.removeprefix("+").isdigit()
        # the form it is kept in is the same number again
        if dial in (Dial.CAN, Dial.PREMIUM, Dial.OURS, Dial.EXTENSION):
            assert classify(form, country, tuple(ours)) == (form, dial)


@pytest.mark.parametrize(
    ("said", "dial"),
    [
        ("+442079460958", Dial.CAN),
        ("020 7946 0958", Dial.CAN),
        ("+34912345678", Dial.NOT_ALLOWED),
        ("214", Dial.EXTENSION),
        ("999", Dial.EMERGENCY),
        ("0900 1234567", Dial.PREMIUM),
    ],
)
def test_only_allowed_prefixes_and_extensions_may_be_called(said: str, dial: Dial) -> None:
    assert classify(said, "GB", (), ("+44", "+353"))[1] is dial


def test_without_prefixes_all_are_allowed() -> None:
    assert classify("+34912345678", "GB", (), ())[1] is Dial.CAN


@pytest.mark.parametrize(
    "said", ["12ab", "214x", "1-800-FLOWERS", "214 or 215", "+49 30 123456 ext 7", "214 (ext 3)", "2l4"]
)
def test_what_goes_on_in_letters_is_no_number(said: str) -> None:
    assert classify(said, "DE")[1] is Dial.INVALID


@pytest.mark.parametrize(
    "said", ["214", "ext. 214", "x214", "Durchwahl 214", "214 (desk)", "214 ()", " 214 "]
)
def test_what_stands_before_an_extension_is_no_part_of_it(said: str) -> None:
    assert classify(said, "US") == ("214", Dial.EXTENSION)


@pytest.mark.parametrize(
    "said", ["*72", "*21*214#", "#31#214", "214#", "214,,1", "214;ext=5", "%32", "214@1.2.3.4"]
)
def test_a_service_of_the_exchange_and_an_address_are_no_number(said: str) -> None:
    assert classify(said, "DE")[1] is Dial.INVALID


def test_a_very_long_text_is_read_at_once() -> None:
    assert classify("1" * 10**6, "US")[1] is Dial.INVALID
    assert classify("1" + " (" * 10**6, "US")[1] is Dial.INVALID


@pytest.mark.parametrize(
    ("number", "text", "stands"),
    [
        ("+442079460101", "TEL;TYPE=work:020 7946 0101", True),
        ("+442079460101", "TEL;VALUE=uri:tel:+44-20-7946-0101;ext=214", True),
        ("+442079460101", "0044 20 79460101", True),
        ("+442079460101", "TEL:020 7946 0102", False),
        ("+390612345678", "06 1234 5678", True),  # its 0 is part of it
        ("+999123", "999-123", True),
        ("214", "TEL;PREF=1:214", True),
        ("214", "214", True),
        ("214", "ADR:;;214 Main Street;2142", False),
        ("214", "TEL:+442079460214", False),
    ],
)
def test_a_number_is_found_in_any_spelling(number: str, text: str, stands: bool) -> None:
    assert stands_in(number, text) is stands
