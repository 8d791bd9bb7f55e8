"""The SIP stack: one baresip runtime with one user agent, as the settings want it. Started anew as often as
needed.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import errno
import os
import socket
from collections.abc import Callable
from functools import cache

from baresip import Account, Call, Config, Runtime, UserAgent, _native
from baresip.errors import BaresipError
from baresip.events import Event, StackEvent

from desk.channels.phone.registration import INTERVAL
from desk.channels.phone.settings import PhoneSettings, joined

SPARE_CALLS = 20
"""Calls beyond `max_calls` that the stack lets ring, so that the desk refuses them itself and writes it
down."""
RTP_SILENCE = 30
"""Seconds without RTP after which a peer counts as vanished."""
_SRTP = {"offer": ("mediaenc=srtp",), "require": ("mediaenc=srtp-mand",)}
"""Keys by SDES (RFC 4568): offered beside the plain sound, or nothing but (RTP/SAVP)."""
_PARTIAL_CHAIN, _ANY_TIME = 0x80000, 0x200000
"""Of OpenSSL's x509_vfy.h: trust what is given though nobody signed it, and whatever it says of its time."""


class PortTaken(Exception):
    """Something else listens on our port."""


class StackFailed(Exception):
    """The stack did not start; the message says what it said."""


def free_port(host: str) -> int:
    """A port free for UDP and TCP just now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for _ in range(50):
        with (
            socket.socket(family, socket.SOCK_DGRAM) as udp,
            socket.socket(family, socket.SOCK_STREAM) as tcp,
        ):
            udp.bind((host, 0))
            port = int(udp.getsockname()[1])
            with contextlib.suppress(OSError):
                tcp.bind((host, port))
                return port
    raise PortTaken


def config(settings: PhoneSettings, host: str, port: int, interface: str | None, verify_by: str) -> Config:
    """The stack's settings; `verify_by` is a file of certificates, for TLS. Without
    `call_hold_other_calls no` an answered call would put all others on hold.
    """
    lines = [
        f"sip_listen {joined(host, port)}",
        f"sip_transports {settings.transport}",
        "call_hold_other_calls no",
        "call_local_timeout 3600",  # how long a call may ring is the desk's to say
        # it would delay keys that come as tones, and a prompt's end; who speaks with a caller has `smoothing`
        "audio_jitter_buffer_type off",
        "rtp_stats no",
    ]
    if settings.transport == "tls":
        lines.append("sip_verify_server yes")
        if verify_by:
            lines.append(f"sip_cafile {verify_by}")
    return Config(
        net_interface=interface,
        max_concurrent_calls=settings.max_calls + SPARE_CALLS,
        sip_trace=True,
        rtp_timeout=RTP_SILENCE,
        extra_config_text="\n".join(lines) + "\n",
    )


def account(settings: PhoneSettings, address: str) -> Account:
    """Who we are: the extension at the PBX, or whoever is called where there is no PBX."""
    registers = bool(settings.registrar)
    return Account(
        user=settings.user or "desk",
        domain=settings.registrar or address,
        password=settings.password if registers else "",
        reg_interval=INTERVAL if registers else 0,
        transport=settings.transport,  # type: ignore[arg-type]  # checked() has seen that it is one of the three
        audio_codecs=("pcmu", "pcma", "g722/16000/1"),
        extra_params=("video_codecs=none", "catchall=yes", *_SRTP.get(settings.srtp, ())),
    )


@cache
def _library() -> ctypes.CDLL | None:
    """The stack's own C interface, for what the binding has no word for; None where it is not to be had."""
    try:
        library = ctypes.CDLL(str(_native.__file__))
        library.uag_call_find.argtypes = [ctypes.c_char_p]
        library.uag_call_find.restype = ctypes.c_void_p
        library.call_get_ua.argtypes = [ctypes.c_void_p]
        library.call_get_ua.restype = ctypes.c_void_p
        library.ua_hangup.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint16, ctypes.c_char_p]
        library.ua_hangup.restype = None
        for name, takes in (("uag_tls", []), ("tls_ssl_ctx", [ctypes.c_void_p])):
            getattr(library, name).argtypes, getattr(library, name).restype = takes, ctypes.c_void_p
        library.SSL_CTX_get0_param.argtypes = [ctypes.c_void_p]
        library.SSL_CTX_get0_param.restype = ctypes.c_void_p
        library.X509_VERIFY_PARAM_set_flags.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        library.re_thread_enter.restype = library.re_thread_leave.restype = None
    except (OSError, AttributeError):
        return None
    return library


def declined(sip_id: str) -> bool:
    """Answer a ringing call with 603 Decline (RFC 3261 section 21.6.2); the binding knows 486 only.

    libre lets any thread do something between `re_thread_enter` and `re_thread_leave`, as if it were its own.
    False when there is no such call, or no such way in this build of the library.
    """
    library = _library()
    if library is None or not sip_id:
        return False
    library.re_thread_enter()
    try:
        call = library.uag_call_find(sip_id.encode())
        if not call:
            return False
        library.ua_hangup(library.call_get_ua(call), call, 603, b"Decline")
        return True
    finally:
        library.re_thread_leave()


def _trust_only_what_was_given() -> None:
    """Let the file of authorities hold the PBX's own certificate, which somebody else may have signed.

    Without this only one that signed itself can be believed by itself. StackFailed where there is no way.
    """
    library = _library()
    if library is None:
        raise StackFailed("the certificate of the settings cannot be used with this build of the library")
    library.re_thread_enter()
    try:
        parameters = library.SSL_CTX_get0_param(library.tls_ssl_ctx(library.uag_tls()))
        library.X509_VERIFY_PARAM_set_flags(parameters, _PARTIAL_CHAIN | _ANY_TIME)
    finally:
        library.re_thread_leave()


class Stack:
    """A running stack. `rings` is called with each new call, `unregistered` when a registration is lost."""

    def __init__(self, runtime: Runtime, agent: UserAgent) -> None:
        self.agent = agent
        self._runtime = runtime

    @classmethod
    async def open(
        cls,
        config: Config,
        account: Account,
        *,
        rings: Callable[[Call], None],
        unregistered: Callable[[], None],
        died: Callable[[], None],
        pinned: bool = False,
    ) -> Stack:
        """Start it; `pinned` when one certificate alone is believed. Raises PortTaken or StackFailed."""
        runtime = Runtime()
        runtime.on_dead = died
        try:
            await runtime.start(config)
        except BaresipError as error:
            if os.strerror(errno.EADDRINUSE) in str(error):
                raise PortTaken from None
            raise StackFailed(str(error)) from None
        try:
            if pinned:
                _trust_only_what_was_given()
            agent = await UserAgent.create(runtime, account, transfer_policy="reject")
        except (BaresipError, StackFailed) as error:
            await runtime.close()
            raise StackFailed(str(error)) from None
        agent.on_incoming(rings)

        def heard(event: StackEvent) -> None:
            if event.event is Event.REGISTER_FAIL:
                unregistered()

        agent.on(heard)
        return cls(runtime, agent)

    async def dial(self, uri: str, headers: dict[str, str] | None = None) -> tuple[Call, Callable[[], None]]:
        """Make a call. The function returned tells it what happened before anybody could listen to it: the
        stack may have an answer before the binding has an object for the call. BaresipError if it cannot be.
        """
        missed: list[StackEvent] = []
        listener = missed.append
        self._runtime.subscribe(listener)
        try:
            call = await self.agent.dial(uri, headers)
        finally:
            self._runtime.unsubscribe(listener)

        def tell() -> None:
            for event in missed:
                if event.call == call.handle:
                    call._on_stack_event(event)

        return call, tell

    async def close(self) -> None:
        """Tell the PBX we go, then stop. Never raises, and takes 2 s at most when the PBX is silent."""
        with contextlib.suppress(BaresipError, TimeoutError):
            async with asyncio.timeout(2):
                await self.agent.unregister(timeout=1.5)
        with contextlib.suppress(BaresipError):
            await self._runtime.close()
