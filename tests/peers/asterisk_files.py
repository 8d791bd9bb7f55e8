"""What an Asterisk needs on disk: the program in a folder of its own, and the settings of one instance.

Asterisk is not in Debian 12 or 13, so it is taken from Debian sid into a folder in this person's cache, by
mmdebstrap from the mirror that the apt sources here name. Each instance has its own settings in it.
"""

import fcntl
import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np

from audio.wav import write_wav
from tests.peers.certificates import Certificate
from tests.peers.dialplan import DESK_PHONE, EXTENSIONS, TONES

PHONES = {
    "6000": "",
    "6001": "",
    "6002": "",
    "6004": "",
    "6005": "",
    "6006": "",
    "6007": "",
    # believes whom the desk says it is, and tells who calls in P-Asserted-Identity (RFC 3325)
    "6003": "trust_id_inbound=yes\ntrust_id_outbound=yes\nsend_pai=yes\n",
    # only with sound that is encrypted (SRTP, keys by SDES), or with it where it is offered
    "6010": "media_encryption=sdes\nrewrite_contact=yes\n",
    "6011": "media_encryption=sdes\nmedia_encryption_optimistic=yes\nrewrite_contact=yes\n",
    DESK_PHONE: "",
}
"""Who registers here, and what is said of them beside what is said of all."""
PACKAGES = "asterisk,asterisk-core-sounds-en-gsm,asterisk-moh-opsound-gsm"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

# modules that would listen elsewhere, or complain of settings that they lack
UNWANTED = """
chan_sip chan_iax2 chan_skinny chan_mgcp chan_unistim chan_ooh323 chan_console chan_alsa chan_oss chan_dahdi
chan_motif pbx_dundi pbx_ael pbx_lua res_snmp res_xmpp res_phoneprov res_pjsip_phoneprov_provider res_hep
res_hep_pjsip res_hep_rtcp res_smdi res_calendar res_corosync app_voicemail app_voicemail_imap
app_voicemail_odbc app_queue app_agent_pool app_adsiprog app_getcpeid cdr_custom cdr_manager cdr_pgsql
cdr_radius cdr_tds cdr_adaptive_odbc cdr_sqlite3_custom cdr_syslog cdr_odbc cel_custom cel_manager cel_pgsql
cel_radius cel_tds cel_odbc cel_sqlite3_custom res_config_pgsql res_config_ldap res_config_odbc
res_config_sqlite3 res_odbc res_adsi res_fax res_speech res_clialiases res_ari_mailboxes res_stun_monitor
bridge_native_rtp
""".split()
# bridge_native_rtp: with it Asterisk hands the desk's own packets on, and once the desk has joined two calls
# it sends packets of its own under another SSRC. Our far ends are Asterisk too, and that drops all sound when
# the new SSRC begins with a lower sequence number: measured on the wire, in half of all joins the caller's
# sound came and was not taken. A telephone follows the new SSRC (RFC 3550, 8.2).


class AsteriskUnavailableError(Exception):
    """This machine can run no Asterisk; the message says why, in one sentence."""


def mirror() -> str | None:
    """The first package mirror that this machine's apt sources name."""
    for source in sorted(Path("/etc/apt").glob("sources.list.d/*.sources")):
        for stanza in re.split(r"\n\s*\n", source.read_text(errors="replace")):
            fields = dict(re.findall(r"^(\w[\w-]*):[ \t]*(.*)$", stanza, re.MULTILINE))
            if "deb" in fields.get("Types", "").split() and fields.get("Enabled", "yes") != "no":
                for uri in fields.get("URIs", "").split():
                    if "security" not in uri:
                        return str(uri)
    for listing in [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt").glob("sources.list.d/*.list"))]:
        text = listing.read_text(errors="replace") if listing.is_file() else ""
        for uri in re.findall(r"^deb[ \t]+(?:\[[^]]*\][ \t]+)?(\S+)", text, re.MULTILINE):
            if "security" not in uri:
                return str(uri)
    return None


def program_folder() -> Path:
    """Where the program is kept between runs."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "one-moment-tests" / "asterisk-sid"


def built(root: Path) -> bool:
    """Whether the program is there."""
    return (root / "usr/sbin/asterisk").exists()


def missing() -> str | None:
    """Why no Asterisk can run here, in one sentence; None when it looks as if one can."""
    if os.geteuid() != 0:
        return "Asterisk is skipped: it runs in a folder of its own (chroot), which only root may do."
    if built(program_folder()):
        return None
    if shutil.which("mmdebstrap") is None:
        return "Asterisk is skipped: mmdebstrap, which unpacks it from Debian sid, is not installed."
    if mirror() is None or not KEYRING.exists():
        return "Asterisk is skipped: this machine's apt sources name no Debian mirror to take it from."
    return None


def build() -> Path:
    """The folder with the program, made when it is not there yet (about half a minute, once)."""
    if reason := missing():
        raise AsteriskUnavailableError(reason)
    root = program_folder()
    root.parent.mkdir(parents=True, exist_ok=True)
    with (root.parent / "asterisk-sid.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if built(root):
            return root
        growing = root.with_suffix(".new")
        shutil.rmtree(growing, ignore_errors=True)
        shutil.rmtree(root, ignore_errors=True)
        source = f"deb [signed-by={KEYRING}] {mirror()} sid main"
        options = ["Acquire::Check-Valid-Until false", "APT::Install-Recommends false", *_proxies()]
        made = subprocess.run(
            ["mmdebstrap", "--quiet", "--mode=root", "--variant=apt", f"--include={PACKAGES}"]
            + [f"--aptopt={option}" for option in options]
            + ["sid", str(growing), source],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=900,
        )
        if made.returncode or not built(growing):
            shutil.rmtree(growing, ignore_errors=True)
            lines = [line for line in made.stderr.splitlines() if line.startswith("E:")] or [
                "it gave no reason"
            ]
            raise AsteriskUnavailableError(
                f"Asterisk is skipped: mmdebstrap could not unpack it ({lines[0]})."
            )
        growing.rename(root)
    return root


def _proxies() -> list[str]:
    said = subprocess.run(["apt-config", "dump"], capture_output=True, text=True).stdout
    return [
        f'{key} "{value}"'
        for key, value in re.findall(r'^(Acquire::https?::Proxy) "(.+)";$', said, re.MULTILINE)
    ]


def modules_folder(root: Path) -> str:
    """Where the program keeps its modules, as seen from inside its folder."""
    found = next((root / "usr/lib").glob("**/asterisk/modules/res_pjsip.so"))
    return f"/{found.parent.relative_to(root)}"


def configure(
    root: Path,
    home: Path,
    ip: str,
    sip_port: int,
    ami_port: int,
    rtp: range,
    ami_secret: str,
    tls: dict[int, Certificate],
) -> None:
    """Writes the settings of one instance that lives in `home`, a folder inside `root`.

    `tls` are the ports where it takes SIP by TLS, each with what it shows there.
    """
    inside = f"/{home.relative_to(root)}"
    for folder in ("etc", "run", "log", "db", "spool/outgoing", "spool/monitor", "calls", "prompts"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    for hertz in TONES:
        at = np.arange(8000 * 20) / 8000
        write_wav(
            home / f"prompts/tone-{hertz}.wav",
            (9000 * np.sin(2 * np.pi * hertz * at)).astype("<i2").tobytes(),
            8000,
        )
    texts = {
        "asterisk.conf": _main(root, inside),
        "modules.conf": "[modules]\nautoload=yes\n" + "".join(f"noload = {name}.so\n" for name in UNWANTED),
        "logger.conf": "[general]\n[logfiles]\nfull => verbose(5),notice,warning,error,dtmf\n",
        "manager.conf": (
            f"[general]\nenabled=yes\nport={ami_port}\nbindaddr={ip}\n"
            f"[tests]\nsecret={ami_secret}\nread=all\nwrite=all\npermit=127.0.0.0/255.0.0.0\n"
        ),
        "http.conf": "[general]\nenabled=no\n",
        "rtp.conf": f"[general]\nrtpstart={rtp.start}\nrtpend={rtp.stop - 1}\nstrictrtp=no\nicesupport=no\n",
        "musiconhold.conf": "[default]\nmode=files\ndirectory=/usr/share/asterisk/moh\n",
        "pjsip.conf": _pjsip(ip, sip_port) + _tls(home, inside, ip, tls),
        "extensions.conf": EXTENSIONS.replace("HOME", inside),
    }
    for name, text in texts.items():
        (home / "etc" / name).write_text(text)


def _main(root: Path, inside: str) -> str:
    return f"""[directories]
astetcdir => {inside}/etc
astmoddir => {modules_folder(root)}
astvarlibdir => /var/lib/asterisk
astdatadir => /usr/share/asterisk
astdbdir => {inside}/db
astkeydir => /var/lib/asterisk
astspooldir => {inside}/spool
astrundir => {inside}/run
astlogdir => {inside}/log
[options]
verbose = 5
transmit_silence = yes
"""


def _pjsip(ip: str, port: int) -> str:
    media = f"direct_media=no\ndtmf_mode=rfc4733\nmedia_address={ip}\nbind_rtp_to_media_address=yes\n"
    codecs = "disallow=all\nallow=ulaw,alaw\n"
    text = f"""[global]
type=global
endpoint_identifier_order=auth_username,username,ip
[udp]
type=transport
protocol=udp
bind={ip}:{port}
[tcp]
type=transport
protocol=tcp
bind={ip}:{port}
[sipp]
type=endpoint
context=phones
{codecs}{media}[loop]
type=endpoint
context=farends
aors=loop
from_user=loop
{codecs}{media}[loop]
type=aor
contact=sip:{ip}:{port}
"""
    for phone, more in PHONES.items():
        text += f"""[{phone}]
type=endpoint
context=phones
auth={phone}
aors={phone}
callerid="Ext {phone}" <{phone}>
{more}{codecs}{media}[{phone}]
type=auth
auth_type=userpass
username={phone}
password=pw{phone}
[{phone}]
type=aor
max_contacts=1
remove_existing=yes
qualify_frequency=0
minimum_expiration=5
maximum_expiration=10
"""
    return text


def _tls(home: Path, inside: str, ip: str, tls: dict[int, Certificate]) -> str:
    text = ""
    for port, certificate in tls.items():
        for kind, file in (("crt", certificate.file), ("key", certificate.key)):
            shutil.copyfile(file, home / "etc" / f"{port}.{kind}")
        text += f"""[tls{port}]
type=transport
protocol=tls
bind={ip}:{port}
cert_file={inside}/etc/{port}.crt
priv_key_file={inside}/etc/{port}.key
method=tlsv1_2
"""
    return text
