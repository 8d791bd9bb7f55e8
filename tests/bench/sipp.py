"""SIPp as the callers of a load: it does the calls' signalling, and the sound goes to a far end of ours."""

import csv
import subprocess
import tempfile
from pathlib import Path

from tests.bench.far_end import EVENTS

_SCENARIO = """<?xml version="1.0" encoding="ISO-8859-1" ?>
<!DOCTYPE scenario SYSTEM "sipp.dtd">
<scenario name="listens for a while and hangs up">
 <send retrans="500"><![CDATA[

INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: [field0];tag=[pid]T[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:bench@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio RTP_PORT RTP/AVP 0 EVENTS
a=rtpmap:0 PCMU/8000
a=rtpmap:EVENTS telephone-event/8000
a=ptime:20

 ]]></send>
 <recv response="100" optional="true"/>
 <recv response="180" optional="true"/>
 <recv response="183" optional="true"/>
 <recv response="200" rrs="true" timeout="15000"/>
 <send><![CDATA[

ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: [field0];tag=[pid]T[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

 ]]></send>
 <pause milliseconds="LISTEN"/>
 <send retrans="500"><![CDATA[

BYE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
From: [field0];tag=[pid]T[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 2 BYE
Max-Forwards: 70
Content-Length: 0

 ]]></send>
 <recv response="200" timeout="5000"/>
</scenario>
"""


def call_at_once(
    calls: int, target: tuple[str, int], service: str, user: str, rtp_port: int, listen: float
) -> int:
    """So many calls within a second, each listening so long; how many failed. `user` has {} for the turn."""
    with tempfile.TemporaryDirectory(prefix="onemoment-sipp-") as name:
        folder = Path(name)
        scenario = _SCENARIO.replace("RTP_PORT", str(rtp_port)).replace("EVENTS", str(EVENTS))
        (folder / "calls.xml").write_text(scenario.replace("LISTEN", str(round(listen * 1000))))
        froms = [f"<sip:{user.format(f'{index:02d}')}@127.0.0.1>;" for index in range(calls)]
        (folder / "callers.csv").write_text("SEQUENTIAL\n" + "\n".join(froms) + "\n")
        command = ["sipp", "-sf", "calls.xml", "-inf", "callers.csv", "-i", "127.0.0.1", "-nostdin"]
        command += ["-m", str(calls), "-l", str(calls), "-r", str(calls), "-rp", "1000", "-s", service]
        command += ["-trace_stat", "-stf", "stat.csv", "-fd", "1", "-timeout", f"{listen + 40:.0f}"]
        with (folder / "screen").open("wb") as screen:
            done = subprocess.run(
                [*command, f"{target[0]}:{target[1]}"],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=screen,
                stderr=screen,
                timeout=listen + 60,
                check=False,
            )
        try:
            with (folder / "stat.csv").open(newline="") as file:
                last = list(csv.DictReader(file, delimiter=";"))[-1]
            return calls - int(last["SuccessfulCall(C)"])
        except (OSError, IndexError, KeyError):
            return calls if done.returncode else 0
