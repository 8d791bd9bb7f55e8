"""The settings file: what is taken, what is refused, and that everything wrong is said at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import Problem, Settings, SettingsRefused, load
from config.check import options
from config.example import COMMITTED, example
from config.options import SECTIONS
from config.options_of_calls import PolicyOptions
from config.rules import host_and_port
from config.settings import parse
from desk.core.model import Policy


def refused(text: str, path: Path | None = None) -> dict[str, str]:
    with pytest.raises(SettingsRefused) as caught:
        parse(text, path)
    return {problem.key: str(problem) for problem in caught.value.problems}


def test_no_file_is_the_practice_line() -> None:
    found = load(None)
    assert found.practice
    assert found.phone.listen == "127.0.0.1:0"
    assert found.desk.time_zone
    assert found.week == ((),) * 7
    assert found.file is None


def test_the_defaults_are_those_of_the_rules() -> None:
    policy = Policy()
    for option in options("policy", PolicyOptions):
        assert option.default == getattr(policy, option.name), option.name
    assert load(None).phone.max_calls == policy.max_calls


def test_the_committed_example_is_current() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == example(), "run: python -m config.example"


def test_the_example_is_the_defaults_and_so_is_each_line_of_it() -> None:
    default = load(None)
    as_it_is = load(COMMITTED)
    open_lines = [
        line[1:] if line.startswith("#") and not line.startswith("# ") and line != "#" else line
        for line in example().splitlines()
    ]
    taken = parse("\n".join(open_lines), None)
    for name in (*(set(SECTIONS) - {"hours"}), "week", "holidays", "recordings"):
        assert getattr(as_it_is, name) == getattr(default, name) == getattr(taken, name)
    assert len(tomllib.loads("\n".join(open_lines))) == len(SECTIONS)


def test_every_option_has_a_sentence_and_a_bound() -> None:
    for name, declared in SECTIONS.items():
        for option in options(name, declared):
            assert option.sentence.endswith("."), option.key
            assert "\n" not in option.sentence


def test_a_real_desk(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hunter2\n")
    (tmp_path / "secret").chmod(0o600)
    (tmp_path / "prompts").mkdir()
    file = tmp_path / "onemoment.toml"
    file.write_text(
        """
        [desk]
        company = "Praxis Müller"
        language = "de"
        time_zone = "Europe/Berlin"
        country = "DE"
        people = ["Ana", "Ben"]
        [phone]
        registrar = "pbx.example.org:5061"
        transport = "tls"
        user = "6000"
        password_file = "secret"
        own_numbers = ["+49 30 1234567", "030 7654321", "6000"]
        internal = ["2xx"]
        desk_phone = "214"
        caller_id = "+49 30 1234567"
        allowed_prefixes = ["+49 (30)", "+43"]
        dial_as = "national"
        outside_prefix = "0"
        certificate = "{}"
        [policy]
        ring_free = 15
        urgent = "off"
        [hours]
        mon = ["13:30-17:00", "9:00-12:30"]
        sat = ["22:00-24:00"]
        holidays = [2026-12-25]
        [voice]
        recordings = "prompts"
        """.format(":".join(["A1"] * 32)),
        encoding="utf-8",
    )
    found = load(file)
    assert not found.practice
    assert found.phone.listen == "0.0.0.0:5060"
    assert found.phone.password == "hunter2"
    assert "hunter2" not in repr(found) + repr(found.phone)
    assert found.phone.allowed_prefixes == ("+4930", "+43")
    assert found.policy.ring_free == 15.0
    assert found.policy.urgent is False
    assert found.week[0] == ((540, 750), (810, 1020))
    assert found.week[5] == ((1320, 1440),)
    assert [day.isoformat() for day in found.holidays] == ["2026-12-25"]
    assert found.recordings == tmp_path / "prompts"


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("[polcy]\nring_free=1", "polcy", '"policy"'),
        ("[policy]\nring_fre=1", "policy.ring_fre", '"ring_free"'),
        ("policy=1", "policy", "[policy]"),
        ('[policy]\nring_free="20"', "policy.ring_free", "a number from 0 to 120"),
        ("[policy]\nring_free=true", "policy.ring_free", "a number from 0 to 120"),
        ("[policy]\nring_free=nan", "policy.ring_free", "a number from 0 to 120"),
        ("[policy]\nring_free=1e999", "policy.ring_free", "out of bounds"),
        ("[policy]\nmenu_tries=1.5", "policy.menu_tries", "a whole number from 1 to 10"),
        (f"[policy]\nmenu_tries={'9' * 400}", "policy.menu_tries", "this number is out of bounds"),
        ('[policy]\nurgent="maybe"', "policy.urgent", '"on" or "off"'),
        ("[policy]\nhold_first_announcement=60\nhold_longest=30", "policy.hold_first_announcement", "30"),
        ("[policy]\nhold_alarm=200", "policy.hold_alarm", "hold_longest"),
        ('[desk]\nlanguage="it"', "desk.language", '"fr"'),
        ('[desk]\ntime_zone="Europe/Nowhere"', "desk.time_zone", "Europe/Madrid"),
        ('[desk]\ntime_zone="../../etc/passwd"', "desk.time_zone", "Europe/Madrid"),
        ('[desk]\ntime_zone="Europe"', "desk.time_zone", "Europe/Madrid"),
        ('[desk]\ncountry="XX"', "desk.country", "US"),
        ('[desk]\ncountry="Spain"', "desk.country", "US"),
        ('[desk]\ncompany=""', "desk.company", "at least one letter"),
        ('[desk]\ncompany="a\\nb"', "desk.company", "one line"),
        ('[desk]\npeople="Ana"', "desk.people", "square brackets"),
        ("[desk]\npeople=[1]", "desk.people", "entry 1"),
        ('[phone]\nlisten="5060"', "phone.listen", "0.0.0.0:5060"),
        ('[phone]\nlisten="somewhere:5060"', "phone.listen", "0.0.0.0:5060"),
        ('[phone]\nlisten="0.0.0.0:99999"', "phone.listen", "0.0.0.0:5060"),
        ('[phone]\nregistrar="pbx"', "phone.user", "6000"),
        ('[phone]\nregistrar="sip:pbx"\nuser="1"', "phone.registrar", "host:port"),
        ('[phone]\nregistrar="pbx"\nuser="a b"', "phone.user", "SIP"),
        ('[phone]\nuser="6000"', "phone.registrar", "no registrar"),
        ('[supervisor]\npin="123"', "supervisor.pin", "the value is no PIN"),
        ('[supervisor]\npin="1234567890123"', "supervisor.pin", "onemoment pin"),
        ('[supervisor]\npin="scrypt:AAAA:BBBB"', "supervisor.pin", "onemoment pin"),
        ("[supervisor]\npin=271828", "supervisor.pin", "a text in quotes"),
        ('[report]\nat="7:00"', "report.at", '"07:00"'),
        ('[report]\nat="24:00"', "report.at", "time of day"),
        ('[report]\nweekday="monday"', "report.weekday", '"mon"'),
        (
            '[report]\nmail_to=["ana"]\nmail_from="a@b"\nsmtp_host="mail"',
            "report.mail_to",
            "entry 1 is no mail address",
        ),
        ('[report]\nmail_to=["a@b"]\nmail_from="a@b"', "report.smtp_host", "the mail server"),
        ('[report]\nmail_to=["a@b"]\nsmtp_host="mail"', "report.mail_from", "sent from"),
        ('[report]\nmail_from="a@b@c"', "report.mail_from", "no mail address"),
        ('[report]\nsmtp_host="mail:25"', "report.smtp_host", "smtp_port"),
        ('[report]\nsmtp_user="ana"', "report.smtp_user", "no password"),
        ('[report]\nsmtp_password="x"', "report.smtp_user", "no user"),
        (
            '[report]\nsmtp_host="mail"\nsmtp_user="a"\nsmtp_password="x"\nsmtp_security="none"',
            "report.smtp_security",
            "without encryption",
        ),
        ('[report]\nsmtp_user="a"\nsmtp_password_file="gone"', "report.smtp_password_file", "cannot be read"),
        ('[phone]\ntransport="sctp"', "phone.transport", '"tls"'),
        ('[phone]\npeers=["192.0.2.7/24"]', "phone.peers", '"192.0.2.0/24"'),
        ('[phone]\npeers=["office"]', "phone.peers", "192.0.2.0/24"),
        ("[phone]\nmax_calls=0", "phone.max_calls", "1 to 500"),
        ('[phone]\nown_numbers=["hello"]', "phone.own_numbers", "entry 1"),
        ('[phone]\ndesk_phone="214"', "phone.desk_phone", "sip:214@"),
        ('[phone]\ndesk_phone="Ana"', "phone.desk_phone", "neither an extension"),
        ('[phone]\ndesk_phone="sip:214@"', "phone.desk_phone", "no SIP address"),
        ('[phone]\ndesk_phone="sip:214@a b"', "phone.desk_phone", "no SIP address"),
        ('[phone]\ndesk_phone="sip:2@pbx?Replaces=x"', "phone.desk_phone", "no SIP address"),
        ('[phone]\ndesk_phone_way="park"', "phone.desk_phone_way", '"stay"'),
        ('[phone]\ncaller_id="Clinic"', "phone.caller_id", "+1 202 555 0100"),
        ('[phone]\nallowed_prefixes=["+1", "0049"]', "phone.allowed_prefixes", "entry 2"),
        ('[phone]\nallowed_prefixes=["+"]', "phone.allowed_prefixes", "entry 1"),
        ('[phone]\ndial_as="00"', "phone.dial_as", '"national"'),
        ('[phone]\noutside_prefix="9"', "phone.outside_prefix", '"international"'),
        ('[phone]\noutside_prefix="+"\ndial_as="national"', "phone.outside_prefix", "digits"),
        ('[phone]\ninternal=["2xx", "2*"]', "phone.internal", "entry 2"),
        ('[phone]\nsrtp="yes"', "phone.srtp", '"require"'),
        (f'[phone]\ncertificate="{"a1:" * 32}"', "phone.certificate", "tls"),
        ('[phone]\ncertificate="a1b2"', "phone.certificate", "64"),
        ('[policy]\nblocked="rudely"', "policy.blocked", '"text"'),
        ("[policy]\nretries=0", "policy.retries", "1 to 20"),
        ('[headset]\nside="desk_phone"', "headset.side", "phone.desk_phone"),
        ('[headset]\nmicrophone="a\\tb"', "headset.microphone", "one line"),
        ('[messages]\ntranscribe="perhaps"', "messages.transcribe", '"on" or "off"'),
        ('[hours]\nmon=["12:30-09:00"]', "hours.mon", "earlier time first"),
        ('[hours]\nmon=["09:00-12:00", "11:00-13:00"]', "hours.mon", "overlap"),
        ('[hours]\nmon=["9-12"]', "hours.mon", "09:00-12:30"),
        ('[hours]\nmon=["23:00-24:30"]', "hours.mon", "24:00"),
        ('[hours]\nmon="09:00-12:00"', "hours.mon", "square brackets"),
        ('[hours]\nholidays=["2026-12-25"]', "hours.holidays", "without quotes"),
        ("[hours]\nholidays=[2026-12-25T10:00:00]", "hours.holidays", "without quotes"),
        ("[voice]\nrate=3", "voice.rate", "0.5 to 2"),
        ('[voice]\nrecordings="no/such/folder"', "voice.recordings", "a folder that exists"),
        ('[voice]\nrecordings="~nobody-of-that-name/x"', "voice.recordings", "a folder that exists"),
        ("[desk]\ncompany = ", "", "line 2, column"),
        ("a = " + "[" * 3000, "", "nested"),
        ("a = " + "1" * 5000, "", "TOML"),
    ],
)
def test_refused_with_key_and_what_would_be_right(text: str, key: str, says: str) -> None:
    problems = refused(text, None)
    if says == "line 2, column":
        assert "TOML" in problems[key]
    else:
        assert says in problems[key], problems
    assert len(problems) == 1, problems


def test_everything_wrong_is_said_at_once_in_the_order_of_the_example() -> None:
    problems = refused(
        '[hours]\nmon=["9"]\n[desk]\nlanguage="it"\ncountry="XX"\nnmae="x"\n[phone]\nlisten="x"\n'
        'registrar="pbx"\n[policy]\nring_free=-1\n[voices]\n'
    )
    assert list(problems) == [
        "voices", "desk.nmae", "desk.language", "desk.country", "phone.listen", "phone.user",
        "policy.ring_free", "hours.mon",
    ]  # fmt: skip


def test_password_files(tmp_path: Path) -> None:
    base = '[phone]\nregistrar="pbx"\nuser="6000"\n'
    here = tmp_path / "onemoment.toml"
    secret = tmp_path / "secret"
    key = "phone.password_file"
    assert "cannot be read" in refused(base + 'password_file="secret"', here)[key]
    secret.write_text("hunter2")
    secret.chmod(0o644)
    assert f"chmod 600 {secret}" in refused(base + 'password_file="secret"', here)[key]
    secret.chmod(0o600)
    assert "one of the two" in refused(base + 'password="x"\npassword_file="secret"', here)[key]
    secret.write_text("two\nlines")
    assert "one line" in refused(base + 'password_file="secret"', here)[key]
    secret.write_text("")
    assert "one line" in refused(base + 'password_file="secret"', here)[key]
    assert "not a file" in refused(base + 'password_file="."', here)[key]


def test_what_is_private_is_never_repeated() -> None:
    problems = refused(
        '[phone]\nregistrar="pbx"\nuser="6000"\npassword=["hunter2"]\n'
        'own_numbers=["+1 202 555 01999 123 123"]\n'
        '[desk]\npeople=["Ana\\nMaria"]'
    )
    assert len(problems) == 3
    said = " ".join(problems.values())
    assert "hunter2" not in said
    assert "202" not in said.replace("+1 202 555 0100", "")
    assert "Maria" not in said


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.toml", tmp_path):
        with pytest.raises(SettingsRefused, match="cannot be read"):
            load(path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'[desk]\ncompany = "M\xfcller"\n')
    with pytest.raises(SettingsRefused, match="line 2 is not UTF-8"):
        load(latin)
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsRefused, match="too large"):
        load(huge)
    bom = tmp_path / "bom.toml"
    bom.write_bytes(b'\xef\xbb\xbf[desk]\ncompany = "A"\n')
    assert load(bom).desk.company == "A"


def test_peers_beyond_this_machine_are_a_real_line() -> None:
    found = parse('[phone]\npeers=["192.0.2.0/24"]', None)
    assert not found.practice
    assert found.phone.listen == "0.0.0.0:5060"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pbx", ("pbx", None)), ("pbx:5060", ("pbx", 5060)),
        ("[::1]:5060", ("::1", 5060)), ("[::1]", ("::1", None)),
        ("pbx.example.org.", ("pbx.example.org.", None)), ("pbx..org", None), ("x" * 64, None), ("-a", None),
        ("::1", None), ("pbx:", None), ("", None), ("a b", None), ("[zz]:1", None), ("pbx:70000", None),
    ],
)  # fmt: skip
def test_host_and_port(text: str, found: tuple[str, int | None] | None) -> None:
    assert host_and_port(text) == found


# Random files: names we know with values of every kind, and plain noise.
_keys = [(o.section, o.name) for s, d in SECTIONS.items() for o in options(s, d)]
_values = st.one_of(
    st.integers().map(str),
    st.floats().map(lambda f: str(f).replace("e+", "e")),
    st.booleans().map(lambda b: str(b).lower()),
    st.sampled_from(["2026-12-25", "2026-12-25T10:00:00Z", "10:00:00", "[]", "{}", "[[]]", "{a=1}"]),
    st.text(max_size=30).map(lambda t: "'" + t.replace("'", "") + "'"),
    st.sampled_from(["00:00-24:00", "9:00-8:00", "::1", "1.2.3.4:5", "~", "/", "\\\\", "on", "DE"]).map(
        lambda t: f'"{t}"'
    ),
)
_lists = st.lists(_values, max_size=3).map(lambda v: f"[{', '.join(v)}]")
_file = st.dictionaries(st.sampled_from(_keys), st.one_of(_values, _lists), max_size=6).map(
    lambda d: "\n".join(f"{section}.{name} = {value}" for (section, name), value in d.items())
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(_file, st.text(max_size=200), st.binary(max_size=100).map(lambda b: b.decode("latin-1"))))
def test_any_text_is_settings_or_refused(text: str) -> None:
    found: Settings | None
    problems: tuple[Problem, ...] = ()
    try:
        found = parse(text, None)
    except SettingsRefused as refusal:
        problems = refusal.problems
        found = None
    if found is None:
        assert problems
        assert all(problem.wrong and problem.right for problem in problems)
    else:
        assert isinstance(found, Settings)
        assert len(found.week) == 7


def test_the_report_as_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("open sesame\n")
    (tmp_path / "mail").chmod(0o600)
    file = tmp_path / "onemoment.toml"
    file.write_text(
        '[supervisor]\npin = "271828"\n[report]\nfolder = "reports"\nmail_to = ["ana@example.org"]\n'
        'mail_from = "desk@example.org"\nsmtp_host = "mail.example.org"\nsmtp_user = "desk"\n'
        'smtp_password_file = "mail"\nsmtp_security = "tls"\n'
    )
    found = load(file)
    said = found.report
    assert (said.smtp_password, said.smtp_port, said.wanted) == ("open sesame", 465, True)
    assert said.folder == str(tmp_path / "reports")
    assert not load(None).report.wanted
    for secret in ("open sesame", "271828", "ana@example.org"):
        assert secret not in f"{found!r}{said!r}{found.supervisor!r}"
