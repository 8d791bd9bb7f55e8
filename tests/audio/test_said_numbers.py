"""The number a caller says in a message, found in its words."""

import pytest

from audio.said_numbers import number_in


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "Hello, it's about Tuesday. My number is five five five, oh one seven three.", "5550173"),
        ("en", "Please call 555 0173. Thank you.", "5550173"),
        ("en", "Call me on 555-0173, before 10:40.", "5550173"),
        ("en", "It is double five five oh one seven three", "5550173"),
        ("en", "oh two oh, seven nine four six, triple zero one", "02079460001"),
        ("en", "double 5 5 0 1 7 3", "5550173"),
        ("en", "You can reach me at +44 20 7946 0958", "+442079460958"),
        ("en", "plus four four, twenty, seven nine four six, oh nine five eight", "+442079460958"),
        ("en", "oh eight hundred, five five five, oh one seven three", "08005550173"),
        ("en", "555 0173. I say again, 555 0174.", "5550174"),
        ("en", "five five five zero one seven three five five five zero one seven three", "5550173"),
        ("en", "Order 20261121 please, my number is 555 017", "555017"),
        ("es", "Mi número es el seis uno dos, tres cuatro, cinco seis, siete ocho", "612345678"),
        ("es", "llámeme al seiscientos, o al noventa y uno, doble cinco, cero uno, veintidós", "91550122"),
        ("es", "Teléfono 91 555 01 73.", "915550173"),
        ("de", "Meine Nummer ist null dreißig, einundzwanzig, zwo drei, doppel fünf", "030212355"),
        ("de", "Rufen Sie mich an unter 030 555-0173.", "0305550173"),
        (
            "fr",
            "Mon numéro est le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
            "0612345678",
        ),
        ("fr", "C'est le 01.23.45.67.89, merci.", "0123456789"),
        ("fr", "zéro un, quatre-vingt-douze, double quatre, quatre-vingts, vingt et un", "0192448021"),
        ("it", "Il mio numero è 06 555 0173", "065550173"),
        ("en", "We meet at ten forty on the twenty first of April, room two one four.", None),
        ("en", "At 10:40 or 14:55 please", None),
        ("en", "", None),
        ("en", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6", None),
        ("xx", "five five five oh one seven three", None),
    ],
)
def test_a_number_is_found_as_it_was_said(language: str, words: str, number: str | None) -> None:
    assert number_in(words, language) == number
