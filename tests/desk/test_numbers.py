"""How a number is handed to the PBX, and which short ones are."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from config.settings import parse
from desk.core.model import Dial
from desk.core.views import ContactView
from desk.numbers import Numbers, as_dialled
from desk.store import Store

LONDON, BERLIN, WASHINGTON = "+442079460123", "+4930123456", "+12025550123"


@pytest.mark.parametrize(
    ("number", "way", "prefix", "country", "dialled"),
    [
        (LONDON, "e164", "", "GB", "+442079460123"),
        (LONDON, "e164", "9", "GB", "+442079460123"),  # refused in the settings; nothing goes before a +
        (LONDON, "international", "", "GB", "00442079460123"),
        (LONDON, "international", "9", "US", "9011442079460123"),
        (LONDON, "national", "9", "GB", "902079460123"),
        (LONDON, "national", "0", "DE", "000442079460123"),
        (BERLIN, "national", "0", "DE", "0030123456"),
        ("+441632960123", "national", "", "GB", "01632960123"),
        ("+33123456789", "national", "0", "FR", "00123456789"),
        ("+34912345678", "national", "", "ES", "912345678"),
        ("+390612345678", "national", "", "IT", "0612345678"),
        (WASHINGTON, "national", "9", "US", "912025550123"),
        (WASHINGTON, "international", "9", "US", "912025550123"),
        (WASHINGTON, "national", "", "CA", "12025550123"),
        ("+74951234567", "international", "", "RU", "81074951234567"),
        (LONDON, "international", "0", "BR", LONDON),  # there one chooses a carrier
        ("214", "international", "9", "GB", "214"),
        ("060", "national", "9", "GB", "060"),
    ],
)
def test_as_dialled(number: str, way: str, prefix: str, country: str, dialled: str) -> None:
    assert as_dialled(number, way, prefix, country) == dialled


@pytest.mark.parametrize(
    ("internal", "number", "dial"),
    [
        ("[]", "11880", Dial.EXTENSION),  # nobody said which extensions there are
        ('["2xx"]', "214", Dial.EXTENSION),
        ('["2xx"]', "11880", Dial.NOT_ALLOWED),  # directory enquiries: two euros a minute
        ('["2xx"]', "2140", Dial.NOT_ALLOWED),
        ('["2xx"]', "300", Dial.EXTENSION),  # a colleague by the directory
        ('["2xx"]', BERLIN, Dial.CAN),
    ],
)
def test_a_short_number_that_is_no_phone_of_the_house_is_not_called(
    tmp_path: Path, internal: str, number: str, dial: Dial
) -> None:
    settings = parse(f'[desk]\ncountry = "DE"\n[phone]\ninternal = {internal}', None)
    with closing(Store.open(tmp_path)) as store:
        store.save_contact(ContactView(name="Ben", numbers=("300",), internal=True))
        assert Numbers(settings, store).identify(number).dial is dial
