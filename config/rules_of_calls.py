"""What a type cannot say of the settings of calls that go out: the desk phone, numbers, encryption.

As in `rules`, each function adds what is wrong to the list it is given.
"""

from __future__ import annotations

import re

import phonenumbers

from config.check import Wrong
from config.options import HeadsetOptions
from config.options_of_calls import PhoneOptions
from config.rules import Wrongs, host_and_port

_USER = r"[A-Za-z0-9_.!~*'()&=+$,;?/%-]+"


def desk_phone(phone: PhoneOptions, wrong: Wrongs) -> None:
    """An extension, which only a PBX can reach, or a whole SIP address."""
    said = phone.desk_phone
    if not said:
        return
    key = "phone.desk_phone"
    if not re.match(r"sips?:", said):
        if not re.fullmatch(r"[0-9*#]{2,20}", said, re.ASCII):
            right = 'its extension, such as "214", or its address, "sip:214@192.0.2.20"'
            wrong.append((key, Wrong("this is neither an extension nor a sip: address", right)))
        elif not phone.registrar:
            right = 'a registrar, or the phone\'s own address, "sip:214@192.0.2.20"'
            wrong.append((key, Wrong("an extension needs a PBX, and no registrar is set", right)))
        return
    address = re.fullmatch(rf"sips?:(?:{_USER}@)?([^@;?]+)((?:;[A-Za-z0-9=.-]+)*)", said, re.ASCII)
    if address is None or host_and_port(address[1]) is None:
        wrong.append((key, Wrong("this is no SIP address", '"sip:214@192.0.2.20" or "sip:214@host:5060"')))


def caller_id(number: str, region: str, wrong: Wrongs) -> None:
    """A number that could exist, or an extension."""
    if not number or re.fullmatch(r"[0-9]{2,6}", number, re.ASCII):
        return
    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        right = 'a number with its country code, "+1 202 555 0100", or an extension, "6000"'
        wrong.append(("phone.caller_id", Wrong("the value is not a phone number", right)))


def allowed_prefixes(prefixes: tuple[str, ...], wrong: Wrongs) -> tuple[str, ...]:
    """Each a + and the first digits of E.164; returned without the spaces people write."""
    found = []
    for place, text in enumerate(prefixes, 1):
        bare = re.sub(r"[ ()./-]", "", text)
        if re.fullmatch(r"\+[1-9][0-9]{0,14}", bare, re.ASCII):
            found.append(bare)
        else:
            right = 'a + with the country code and what follows, such as "+1" or "+4930"'
            wrong.append(
                ("phone.allowed_prefixes", Wrong(f"entry {place} is not how a number begins", right))
            )
    return tuple(found)


def internal(patterns: tuple[str, ...], wrong: Wrongs) -> None:
    """Each an extension of two to five digits, x for any of them."""
    for place, text in enumerate(patterns, 1):
        if not re.fullmatch(r"[0-9xX]{2,5}", text, re.ASCII):
            right = 'two to five digits, x for any digit, such as "2xx"'
            wrong.append(("phone.internal", Wrong(f"entry {place} is not an extension", right)))


def outside_prefix(phone: PhoneOptions, wrong: Wrongs) -> None:
    """Keys, and only before a number that begins with a digit."""
    key = "phone.outside_prefix"
    if not re.fullmatch(r"[0-9*#]*", phone.outside_prefix, re.ASCII):
        wrong.append((key, Wrong("no telephone has these keys", 'digits, such as "9", or none')))
    elif phone.outside_prefix and phone.dial_as == "e164":
        right = 'dial_as "international" or "national", or no prefix'
        wrong.append((key, Wrong("a number dialled as e164 begins with a +, and nothing before it", right)))


def certificate(phone: PhoneOptions, wrong: Wrongs) -> None:
    """The fingerprint of SHA-256 in hexadecimal, for a line by TLS."""
    if not phone.certificate:
        return
    key = "phone.certificate"
    if not re.fullmatch(r"[0-9A-Fa-f]{64}", phone.certificate.replace(":", "").replace(" ", ""), re.ASCII):
        right = "64 hexadecimal digits, with colons or without: onemoment doctor shows the one it sees"
        wrong.append((key, Wrong("this is no SHA-256 fingerprint", right)))
    elif phone.transport != "tls":
        wrong.append((key, Wrong("a certificate is set but the transport is not tls", 'transport = "tls"')))


def side(headset: HeadsetOptions, phone: PhoneOptions, bad: set[str], wrong: Wrongs) -> None:
    """Who speaks by the desk phone needs one."""
    if headset.side == "desk_phone" and not phone.desk_phone and "phone.desk_phone" not in bad:
        right = 'phone.desk_phone, such as "214", or side = "headset"'
        wrong.append(("headset.side", Wrong("no desk phone is set", right)))
