"""SIP by hand over UDP, for what no decent phone does: chosen headers, a CANCEL with a Reason, another
address."""

from __future__ import annotations

import asyncio
import secrets
import struct
from typing import Self

SDP = (
    "v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n"
    "m=audio {port} RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\n"
    "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n"
)


class RawCaller(asyncio.DatagramProtocol):
    """One call's worth of SIP, sent from `host` to a line."""

    def __init__(self, line: str, host: str = "127.0.0.1") -> None:
        name, _, port = line.rpartition(":")
        self.line = (name, int(port))
        self.host = host
        self.call_id = secrets.token_hex(8)
        self.tag = secrets.token_hex(4)
        self.branch = f"z9hG4bK{secrets.token_hex(8)}"
        self.to_tag = ""
        self.answers: asyncio.Queue[str] = asyncio.Queue()
        self._from = ""
        self._transport: asyncio.DatagramTransport | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=(self.host, 0))
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._transport is not None
        self._transport.close()
        await asyncio.sleep(0)  # its socket is closed a turn of the loop later

    @property
    def port(self) -> int:
        assert self._transport is not None
        return int(self._transport.get_extra_info("sockname")[1])

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        text = data.decode("utf-8", "replace")
        if text.startswith("SIP/2.0"):
            for line in text.split("\r\n"):
                if line.lower().startswith("to:") and ";tag=" in line:
                    self.to_tag = line.partition(";tag=")[2]
            self.answers.put_nowait(text)

    def send(self, data: bytes) -> None:
        assert self._transport is not None
        self._transport.sendto(data, self.line)

    def request(self, method: str, number: int, headers: tuple[str, ...] = (), body: str = "") -> None:
        """Send a request of this call."""
        new = method == "CANCEL" or (method == "INVITE" and number == 1)
        to = f";tag={self.to_tag}" if self.to_tag and not new else ""
        kind = ("Content-Type: application/sdp",) if body else ()
        lines = [
            f"{method} sip:desk@{self.line[0]}:{self.line[1]} SIP/2.0",
            f"Via: SIP/2.0/UDP {self.host}:{self.port};branch={self.branch};rport",
            "Max-Forwards: 70",
            f"From: {self._from};tag={self.tag}",
            f"To: <sip:desk@{self.line[0]}>{to}",
            f"Call-ID: {self.call_id}",
            f"CSeq: {number} {method}",
            f"Contact: <sip:raw@{self.host}:{self.port}>",
            *headers,
            *kind,
            f"Content-Length: {len(body)}",
        ]
        self.send(("\r\n".join(lines) + "\r\n\r\n" + body).encode())

    async def invite(self, *headers: str, from_: str = "<sip:02079460123@test>") -> str:
        """Call, and return the first final answer or the 180."""
        self._from = from_
        self.request("INVITE", 1, headers, SDP.format(host=self.host, port=40000))
        while True:
            answer = await self.answer()
            if not answer.startswith("SIP/2.0 100"):
                return answer

    async def answer(self) -> str:
        async with asyncio.timeout(3):
            return await self.answers.get()

    async def final(self) -> str:
        """The next answer that is final."""
        while True:
            answer = await self.answer()
            if not answer.startswith("SIP/2.0 1"):
                return answer.split("\r\n", 1)[0]

    def cancel(self, *headers: str) -> None:
        self.request("CANCEL", 1, headers)

    async def again(self, number: int, direction: str) -> None:
        """A re-INVITE that changes the direction of the sound (RFC 3264 section 8.4), and its ACK."""
        self.branch = f"z9hG4bK{secrets.token_hex(8)}"
        body = SDP.format(host=self.host, port=40000).replace("o=- 1 1", f"o=- 1 {number}")
        self.request("INVITE", number, body=body.replace("a=sendrecv", f"a={direction}"))
        assert " 200 " in await self.final()
        self.request("ACK", number)


class RawCallee(asyncio.DatagramProtocol):
    """Answers every INVITE with one status; with `early` sound beside it, a square wave of 500 Hz by RTP."""

    def __init__(self, status: str, *, early: bool = False) -> None:
        self.status = status
        self._early = early
        self._speaking: asyncio.Task[None] | None = None
        self.uri = ""
        self._transport: asyncio.DatagramTransport | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=("127.0.0.1", 0))
        self.uri = f"sip:callee@127.0.0.1:{self._transport.get_extra_info('sockname')[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._transport is not None
        if self._speaking is not None:
            self._speaking.cancel()
        self._transport.close()
        await asyncio.sleep(0)

    async def _speak(self, port: int) -> None:
        """PCMU in packets of 20 ms (RFC 3550), from the port our SIP has too."""
        assert self._transport is not None
        wave = (b"\x20" * 8 + b"\xa0" * 8) * 10
        for number in range(1000):
            head = struct.pack("!BBHII", 0x80, 0, number, number * 160, 77)
            self._transport.sendto(head + wave, ("127.0.0.1", port))
            await asyncio.sleep(0.02)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        text = data.decode("utf-8", "replace")
        if not text.startswith("INVITE"):
            return
        asked = text.split("\r\n")
        lines = [line for line in asked if line.startswith(("Via:", "From:", "Call-ID:", "CSeq:"))]
        to = next(line for line in asked if line.startswith("To:"))
        assert self._transport is not None
        body, kind = "", []
        if self._early and self._speaking is None:
            theirs = next(line for line in asked if line.startswith("m=audio"))
            self._speaking = asyncio.create_task(self._speak(int(theirs.split()[1])))
            port = self._transport.get_extra_info("sockname")[1]
            body, kind = SDP.format(host="127.0.0.1", port=port), ["Content-Type: application/sdp"]
            kind.append(f"Contact: <{self.uri}>")
        answer = [f"SIP/2.0 {self.status}", *lines, f"{to};tag=raw", *kind, f"Content-Length: {len(body)}"]
        self._transport.sendto(("\r\n".join([*answer, "", ""]) + body).encode(), addr)
