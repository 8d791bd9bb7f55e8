"""A small PBX's registrar over UDP that checks digest for real (RFC 2617, RFC 3261 section 22), and can be
unkind."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


class Registrar(asyncio.DatagramProtocol):
    """Registers `user` with `password`; `shortest` is the least it grants, below it 423."""

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self.password = password
        self.shortest = 0
        self.seen: list[tuple[str, int]] = []
        self._nonce = secrets.token_hex(8)
        self._transport: asyncio.DatagramTransport | None = None

    async def open(self, port: int = 0) -> str:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=("127.0.0.1", port))
        return f"127.0.0.1:{self._transport.get_extra_info('sockname')[1]}"

    async def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
            await asyncio.sleep(0)  # its socket is closed a turn of the loop later

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        text = data.decode()
        if not text.startswith("REGISTER "):
            return
        headers = dict(line.split(": ", 1) for line in text.split("\r\n")[1:] if ": " in line)
        expires = int(re.findall(r"expires[=:]\s*(\d+)", text, re.IGNORECASE)[-1])
        said = dict(re.findall(r'(\w+)="?([^",]+)"?', headers.get("Authorization", "")))
        if not said:
            self._reply(
                addr,
                headers,
                "401 Unauthorized",
                f'WWW-Authenticate: Digest realm="pbx", nonce="{self._nonce}"',
            )
            return
        ha1, ha2 = _md5(f"{self.user}:pbx:{self.password}"), _md5(f"REGISTER:{said['uri']}")
        middle = f"{said['nonce']}:" + (
            f"{said['nc']}:{said['cnonce']}:{said['qop']}:" if "qop" in said else ""
        )
        if said["response"] != _md5(f"{ha1}:{middle}{ha2}"):
            self._reply(addr, headers, "403 Forbidden")
        elif 0 < expires < self.shortest:
            self._reply(addr, headers, "423 Interval Too Brief", f"Min-Expires: {self.shortest}")
        else:
            self.seen.append((addr[0], expires))
            self._reply(addr, headers, "200 OK", f"Contact: {headers['Contact']}", f"Expires: {expires}")

    def _reply(self, addr: tuple[str, int], headers: dict[str, str], status: str, *more: str) -> None:
        assert self._transport is not None
        lines = [
            f"SIP/2.0 {status}",
            *(f"{name}: {headers[name]}" for name in ("Via", "From", "Call-ID", "CSeq")),
        ]
        lines += [f"To: {headers['To']};tag=reg", *more, "Content-Length: 0", "", ""]
        self._transport.sendto("\r\n".join(lines).encode(), addr)


class Pbx(Registrar):
    """Registers, and hands every call to one phone, `to` (host:port)."""

    def __init__(self, user: str, password: str, to: str) -> None:
        super().__init__(user, password)
        self.to = (to.rpartition(":")[0], int(to.rpartition(":")[2]))
        self._who: tuple[str, int] | None = None

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data.startswith(b"REGISTER "):
            self._who = addr
            super().datagram_received(data, addr)
        elif self._transport is not None and self._who is not None:
            self._transport.sendto(data, self._who if addr == self.to else self.to)
