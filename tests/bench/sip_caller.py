"""Callers made of sockets only (RFC 3261 as far as one on loopback needs it): each message's moment is known.

A caller of One Moment's own stack would measure that stack twice; here the kernel stamps what comes.
"""

import re
import secrets
import socket
import time
from dataclasses import dataclass

from tests.bench.far_end import EVENTS, FarEnd, Stream, ask_for_stamps, stamped
from tests.bench.report import CannotMeasure

_T1 = 0.5
_BIG = 65_535


@dataclass(frozen=True)
class Heard:
    """One message that came: when, its status (0 for a request), its first line's method, and all of it."""

    at: float
    status: int
    method: str
    text: str


class SipCaller:
    """One call. Times are seconds of the wall clock, as those of `FarEnd`."""

    def __init__(
        self, far_end: FarEnd, target: tuple[str, int], number: str | None, user: str = "desk"
    ) -> None:
        self._far_end = far_end
        self._target = target
        self._user = user
        self._number = number
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        ask_for_stamps(self._socket)
        self._port = int(self._socket.getsockname()[1])
        self.rtp_port = far_end.open()
        self._call_id = f"{secrets.token_hex(8)}@127.0.0.1"
        self._tag = secrets.token_hex(4)
        self._branch = f"z9hG4bK{secrets.token_hex(6)}"
        self._to = f"<sip:{user}@{target[0]}:{target[1]}>"
        self._cseq = 1
        self.stream: Stream | None = None
        self.invited_at = 0.0
        self.rang_at: float | None = None
        self.answered_at: float | None = None
        self.ended_by_desk = False

    def invite(self) -> float:
        """Call; the moment at which the INVITE went."""
        body = (
            f"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            f"m=audio {self.rtp_port} RTP/AVP 0 {EVENTS}\r\na=rtpmap:0 PCMU/8000\r\n"
            f"a=rtpmap:{EVENTS} telephone-event/8000\r\na=fmtp:{EVENTS} 0-16\r\na=ptime:20\r\n"
        )
        self._invite = self._request("INVITE", body)
        self.invited_at = time.time()
        self._send(self._invite)
        return self.invited_at

    def wait_answered(self, within: float) -> float:
        """Acknowledge the 200 as it comes; when it came. CannotMeasure when it does not."""
        until, again, wait = time.time() + within, time.time() + _T1, _T1
        while self.answered_at is None:
            heard = self._hear(min(until, again) - time.time())
            if heard is None:
                if time.time() >= until:
                    raise CannotMeasure(f"A call was not answered within {within:g} s.")
                if self.rang_at is None and time.time() >= again:
                    self._send(self._invite)
                    wait *= 2
                    again = time.time() + wait
                elif self.rang_at is not None:
                    again = until
                continue
            if heard.status >= 300:
                self._acknowledge(heard)
                raise CannotMeasure(f"A call was refused: {heard.text.splitlines()[0]}")
            if 100 < heard.status < 200 and self.rang_at is None:
                self.rang_at = heard.at
            if heard.status == 200 and heard.method == "INVITE":
                self._answered(heard)
        return self.answered_at

    def attend(self, seconds: float) -> bool:
        """Let the call go on for so long; False when the desk has ended it."""
        until = time.time() + seconds
        while not self.ended_by_desk and (left := until - time.time()) > 0:
            heard = self._hear(left)
            if heard is None:
                continue
            if heard.status == 200 and heard.method == "INVITE":
                self._acknowledge(heard)
            elif heard.status == 0 and heard.method != "ACK":
                self._send(_answer_to(heard.text))
                self.ended_by_desk = heard.method == "BYE"
        return not self.ended_by_desk

    def end(self, elsewhere: bool = False) -> None:
        """BYE, or CANCEL while it rings (`elsewhere`: somebody else answered), and give all back."""
        if self.answered_at is not None and not self.ended_by_desk:
            self._cseq += 1
            self._branch = f"z9hG4bK{secrets.token_hex(6)}"
            self._finish(self._request("BYE"), "BYE")
        elif self.answered_at is None and self.invited_at:
            reason = 'Reason: SIP;cause=200;text="Call completed elsewhere"\r\n' if elsewhere else ""
            self._finish(self._request("CANCEL", extra=reason), "INVITE")
        self._socket.close()
        self._far_end.close_port(self.rtp_port)

    def _finish(self, message: str, until: str) -> None:
        self._send(message)
        end = time.time() + 3
        again = time.time() + _T1
        while time.time() < end:
            heard = self._hear(min(again, end) - time.time())
            if heard is None:
                self._send(message)
                again = time.time() + 2 * _T1
            elif heard.status == 200 and heard.method == "INVITE":
                self._acknowledge(heard)
            elif heard.status == 0:
                self._send(_answer_to(heard.text))
            elif heard.method == until and heard.status >= 200:
                if heard.status >= 300 and until == "INVITE":
                    self._acknowledge(heard)
                return

    def _answered(self, heard: Heard) -> None:
        self.answered_at = heard.at
        self._acknowledge(heard)
        media = re.search(r"^m=audio (\d+)", heard.text, re.MULTILINE)
        host = re.search(r"^c=IN IP4 (\S+)", heard.text, re.MULTILINE)
        if media is None or host is None:
            raise CannotMeasure("The desk's answer has no sound in its SDP.")
        self.stream = self._far_end.expect(self.rtp_port, (host[1].strip(), int(media[1])))

    def _acknowledge(self, heard: Heard) -> None:
        to = re.search(r"^To:\s*(.+?)\r?$", heard.text, re.MULTILINE | re.IGNORECASE)
        self._to = to[1] if to else self._to
        # the ACK of a refusal belongs to the INVITE's transaction, that of a 200 is one of its own
        own = f"z9hG4bK{secrets.token_hex(6)}" if heard.status < 300 else self._branch
        self._send(self._request("ACK", branch=own))

    def _request(self, method: str, body: str = "", extra: str = "", branch: str = "") -> str:
        number = f"<sip:{self._number}@127.0.0.1>" if self._number else "<sip:anonymous@anonymous.invalid>"
        privacy = "" if self._number else "Privacy: id\r\n"
        kind = "Content-Type: application/sdp\r\n" if body else ""
        return (
            f"{method} sip:{self._user}@{self._target[0]}:{self._target[1]} SIP/2.0\r\n"
            f"Via: SIP/2.0/UDP 127.0.0.1:{self._port};rport;branch={branch or self._branch}\r\n"
            f"Max-Forwards: 70\r\nFrom: {number};tag={self._tag}\r\nTo: {self._to}\r\n"
            f"Call-ID: {self._call_id}\r\nCSeq: {self._cseq} {method}\r\n"
            f"Contact: <sip:bench@127.0.0.1:{self._port}>\r\n{privacy}{extra}{kind}"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        )

    def _send(self, text: str) -> None:
        self._socket.sendto(text.encode(), self._target)

    def _hear(self, within: float) -> Heard | None:
        self._socket.settimeout(max(0.001, within))
        try:
            data, ancillary, _, _ = self._socket.recvmsg(_BIG, 64)
        except (TimeoutError, ConnectionError):
            return None
        text = data.decode(errors="replace")
        first = text.partition("\r\n")[0].split(" ")
        cseq = re.search(r"^CSeq:\s*\d+\s+(\w+)", text, re.MULTILINE | re.IGNORECASE)
        status = int(first[1]) if first[0] == "SIP/2.0" and first[1].isdigit() else 0
        return Heard(stamped(ancillary), status, cseq[1] if cseq else first[0], text)


def _answer_to(request: str) -> str:
    kept = [
        line
        for line in request.partition("\r\n\r\n")[0].split("\r\n")[1:]
        if line.split(":", 1)[0].strip().lower() in ("via", "from", "to", "call-id", "cseq")
    ]
    return "\r\n".join(["SIP/2.0 200 OK", *kept, "Content-Length: 0", "", ""])
