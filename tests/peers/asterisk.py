"""A real Asterisk on loopback, for the tests: a registrar, a PBX that rings the desk, robots that call in.

with Asterisk() as pbx:                     # Asterisk.missing() says why it cannot be had
    ...                                     # the desk registers as 6000, password pw6000, at pbx.address
    robot = pbx.call("6000", wait(3), keys("2"), wait(5), caller="Mrs Okafor <+442079460000>")
    robot.wait_answered(10)
    robot.wait_ended(30).said               # "SIP 200 OK", "SIP 486 Busy Here", ...
    robot.heard                             # a wav of what the desk said
    # the desk calls a colleague, who answers with a tone of their own: see dialplan.py
    colleague = pbx.called("214")
    colleague.wait_answered(10)
    colleague.keys, colleague.shown, colleague.heard
"""

import contextlib
import itertools
import os
import secrets
import shutil
import signal
import subprocess
import time
import wave
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.peers import asterisk_files, certificates, dialplan
from tests.peers.ami import Manager, ManagerError
from tests.peers.asterisk_files import AsteriskUnavailableError
from tests.ports import free_port

__all__ = [
    "Asterisk",
    "AsteriskUnavailableError",
    "Ending",
    "FarEnd",
    "Robot",
    "hum",
    "keys",
    "play",
    "told",
    "tones",
    "wait",
]

_ROWS, _COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477, 1633)
_KEYPAD = "123A456B789C*0#D"


def wait(seconds: float) -> str:
    """A robot's step: listen for a while."""
    return f"wait:{seconds:g}"


def keys(digits: str) -> str:
    """A robot's step: press keys, sent as RFC 4733 events, 0.3 s apart."""
    return f"keys:{digits}"


def told(nth: int) -> str:
    """A robot's step: listen until `Robot.tell` says so for the `nth` time."""
    return f"told:{nth}"


def tones(digit: str) -> str:
    """A robot's step: press one key, sent as two tones in the sound."""
    row, column = divmod(_KEYPAD.index(digit), 4)
    return f"tones:{_ROWS[row]}+{_COLUMNS[column]}"


def play(prompt: str) -> str:
    """A robot's step: say a prompt that `Asterisk.add_prompt` took in."""
    return f"play:{prompt}"


def hum(hertz: float) -> str:
    """A robot's last step: let one pitch be heard until the call ends; one of dialplan.VOICES."""
    return f"hum:{hertz:g}"


@dataclass(frozen=True)
class Ending:
    """How a robot's call ended."""

    at: float
    dialled: str  # Asterisk's DIALSTATUS: ANSWER, BUSY, NOANSWER, CANCEL, CONGESTION, CHANUNAVAIL
    said: str  # the desk's last word, such as "SIP 486 Busy Here"; empty when it said none


@dataclass(frozen=True)
class Robot:
    """One call that Asterisk makes."""

    name: str
    began: float  # monotonic, as all times here
    manager: Manager
    folder: Path

    def wait_answered(self, timeout: float) -> float:
        """When the desk answered."""
        return self._wait("RobotAnswered", timeout)[0]

    def wait_step(self, step: str, timeout: float) -> float:
        """When the robot began a step, written as wait(), keys() and so on return it."""
        return self._wait("RobotStep", timeout, step)[0]

    def wait_ended(self, timeout: float) -> Ending:
        """When and how the call ended, whoever ended it."""
        at, message = self._wait("RobotEnded", timeout)
        return Ending(at, message.get("Dialled", ""), message.get("Said", ""))

    def tell(self, nth: int) -> None:
        """Its step `told(nth)` is over."""
        self.manager.act("Setvar", Variable=f"TOLD-{self.name}", Value=str(nth))

    def hang_up(self) -> None:
        """Ends the call now: a CANCEL while the desk rings, a BYE after."""
        with contextlib.suppress(ManagerError):
            self.manager.act("Hangup", Channel=self.name)

    @property
    def heard(self) -> Path:
        """What the desk said, once the call has ended: Asterisk finishes the file a moment later."""
        return _whole(self.folder / f"{self.name}-heard.wav")

    @property
    def keys(self) -> str:
        """The keys that came from the desk so far."""
        return self.manager.keys("PJSIP/", self.name)

    @property
    def said(self) -> Path:
        """What the robot said."""
        return self.folder / f"{self.name}-said.wav"

    def _wait(self, event: str, timeout: float, step: str = "") -> tuple[float, dict[str, str]]:
        return self.manager.wait(
            lambda message: (
                message.get("UserEvent") == event
                and message.get("Robot") == self.name
                and (not step or message.get("Step") == step)
            ),
            timeout,
        )


@dataclass(frozen=True)
class FarEnd:
    """Somebody whom the desk called, or passed a caller on to."""

    number: str
    name: str
    rang: float  # monotonic, as all times here
    by: str  # the channel that dialled
    shown: str  # the number that Asterisk takes the caller to have
    headers: dict[str, str]  # From, Asserted, Preferred: as they came
    manager: Manager
    folder: Path

    def wait_answered(self, timeout: float) -> float:
        """When it picked up."""
        return self._wait("FarEndAnswered", timeout)[0]

    def wait_gone(self, timeout: float) -> float:
        """When its call ended, whoever ended it."""
        return self._wait("FarEndGone", timeout)[0]

    @property
    def heard(self) -> Path:
        """What was said to it, once it is gone."""
        return _whole(self.folder / f"{self.name}-heard.wav")

    @property
    def keys(self) -> str:
        """The keys that have come in there so far."""
        return self.manager.keys(self._wait("FarEndAnswered", 1)[1]["Channel"])

    def hang_up(self) -> None:
        """Its owner puts the receiver down."""
        with contextlib.suppress(ManagerError):
            self.manager.act("Hangup", Channel=self._wait("FarEndAnswered", 1)[1]["Channel"])

    def _wait(self, event: str, timeout: float) -> tuple[float, dict[str, str]]:
        return self.manager.wait(
            lambda message: message.get("UserEvent") == event and message.get("Name") == self.name, timeout
        )


def _whole(path: Path) -> Path:
    """That recording, once Asterisk has closed it: its header names all there is only then."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        with contextlib.suppress(OSError, EOFError, wave.Error), wave.open(str(path)) as file:
            if file.getnframes() and path.stat().st_size - 44 - 2 * file.getnframes() in (0, 1):
                break
        time.sleep(0.05)
    return path


class Asterisk:
    """One instance, on ports of its own; any number may run at once. Times are monotonic, files are real."""

    def __init__(self, ip: str = "127.0.0.1") -> None:
        self.ip = ip
        self.root = asterisk_files.build()
        self.home = self.root / "instances" / secrets.token_hex(4)
        self.sip_port = free_port(ip)
        self._ami_port = free_port(ip)
        self._secret = secrets.token_hex(8)
        self._robots = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._manager: Manager | None = None
        first = 20000 + secrets.randbelow(60) * 200
        rtp = range(first, first + 200)
        # by TLS it shows itself at one port, and somebody else at the other
        self.tls_port, self.wrong_tls_port = (0, 0)
        tls: dict[int, certificates.Certificate] = {}
        if certificates.missing() is None:
            self.tls_port, self.wrong_tls_port = free_port(ip), free_port(ip)
            self.home.mkdir(parents=True)
            self.certificate = certificates.make(self.home, "good", ip)
            self.wrong_certificate = certificates.make(self.home, "wrong", ip)
            tls = {self.tls_port: self.certificate, self.wrong_tls_port: self.wrong_certificate}
        asterisk_files.configure(
            self.root, self.home, ip, self.sip_port, self._ami_port, rtp, self._secret, tls
        )

    @staticmethod
    def missing() -> str | None:
        """Why no Asterisk can run here, in one sentence, or None."""
        return asterisk_files.missing()

    @property
    def address(self) -> str:
        """Where it takes SIP, by UDP and TCP."""
        return f"{self.ip}:{self.sip_port}"

    @property
    def manager(self) -> Manager:
        """The line to the running Asterisk."""
        if self._manager is None:
            raise AsteriskUnavailableError("Asterisk is not running: start() it first.")
        return self._manager

    @property
    def pid(self) -> int | None:
        """The process, for who wants to measure it."""
        return self._process.pid if self._process else None

    @property
    def log(self) -> str:
        """All that it has written down so far."""
        file = self.home / "log/full"
        return file.read_text(errors="replace") if file.exists() else ""

    def start(self) -> None:
        """Starts it and waits until it takes calls."""
        inside = f"/{self.home.relative_to(self.root)}"
        console = (self.home / "log/console").open("ab")
        with console:
            self._process = subprocess.Popen(
                [
                    "chroot",
                    str(self.root),
                    "/usr/sbin/asterisk",
                    "-f",
                    "-n",
                    "-C",
                    f"{inside}/etc/asterisk.conf",
                ],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"},
            )
        until = time.monotonic() + 30
        while self._manager is None:
            if self._process.poll() is not None or time.monotonic() > until:
                said = (self.home / "log/console").read_text(errors="replace")[-500:]
                self.stop()
                raise AsteriskUnavailableError(f"Asterisk did not start: {said}")
            with contextlib.suppress(OSError, ManagerError):
                self._manager = Manager(self.ip, self._ami_port, self._secret)
            if self._manager is None:
                time.sleep(0.05)
        self.manager.wait(lambda message: message.get("Event") == "FullyBooted", 30)
        for _ in range(100):  # it says so a moment before it knows its last commands
            with contextlib.suppress(ManagerError):
                self.cli("core show version")
                return
            time.sleep(0.02)

    def stop(self, kill: bool = False) -> None:
        """Ends this process, and no other; with `kill` as a power cut would."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        manager, self._manager = self._manager, None
        if manager is not None:
            manager.close()

    def restart(self, down: float = 0.0, forget: bool = False, kill: bool = False) -> None:
        """Stops it, stays away for `down` seconds, starts it; with `forget` without its registrations."""
        self.stop(kill)
        time.sleep(down)
        if forget:
            for file in (self.home / "db").iterdir():
                file.unlink()
        self.start()

    def cli(self, command: str) -> str:
        """What Asterisk's console answers to a command."""
        return self.manager.act("Command", Command=command).get("Output", "")

    def registered(self, phone: str) -> bool:
        """Whether that phone is registered here now."""
        return f"Contact:  {phone}/" in self.cli("pjsip show contacts")

    def called(self, number: str, nth: int = 1, within: float = 10, by: str = "") -> FarEnd:
        """Who was dialled there, for the `nth` time since it runs; digits only, as dialled.

        `by` is the phone that dialled it, when the others' calls do not count.
        """
        until = time.monotonic() + within
        while len(calls := self._rang(number, by)) < nth:
            if time.monotonic() > until:
                rang = [m.get("Number") for _, m in self.manager.events("FarEndRang")]
                raise ManagerError(
                    f"{number} was not dialled {nth} times in {within:g} s; these were: {rang}"
                )
            time.sleep(0.02)
        at, message = calls[nth - 1]
        headers = {name: message.get(name, "") for name in dialplan.HEADERS}
        dialler, shown = message.get("By", ""), message.get("Shown", "")
        return FarEnd(number, message["Name"], at, dialler, shown, headers, self.manager, self.home / "calls")

    def dialled(self, number: str, by: str = "") -> int:
        """How often that number was dialled since it runs."""
        return len(self._rang(number, by))

    def _rang(self, number: str, by: str) -> list[tuple[float, dict[str, str]]]:
        return [
            (at, message)
            for at, message in self.manager.events("FarEndRang")
            if message.get("Number") == number
            and (not by or message.get("By", "").startswith(f"PJSIP/{by}-"))
        ]

    def tell(self, number: str, does: str) -> None:
        """From now on that number, one of dialplan.AS_TOLD, does this when it is dialled; digits only."""
        self.manager.act("Setvar", Variable=f"DOES_{number}", Value=does)

    def end_calls_of(self, phone: str) -> None:
        """Every call of that phone is hung up."""
        with contextlib.suppress(ManagerError):
            self.manager.act("Hangup", Channel=f"/^PJSIP/{phone}-.*$/")

    def add_prompt(self, name: str, wav: Path) -> None:
        """Takes in a wav (8 kHz, mono, 16 bit), to be played by play(NAME) and to who dials prompt-NAME."""
        shutil.copyfile(wav, self.home / "prompts" / f"{name}.wav")

    def call(
        self,
        phone: str,
        *steps: str,
        caller: str | None = "Robot <5550100>",
        ring: float = 60,
        colleague_answers_after: float | None = None,
        colleague_talks: float = 5,
        also: tuple[str, ...] = (),
    ) -> Robot:
        """Rings `phone`, and once it is answered does the steps, then hangs up.

        `phone` is one of 6000 to 6002, or a SIP address, which needs no registration. A caller of None
        withholds the number. After `ring` seconds without an answer the call is cancelled. With
        `colleague_answers_after` the call is a ring group's, and another phone of it answers: the desk gets
        a CANCEL that says so. `also` are further phones of the ring group.
        """
        name = f"robot-{next(self._robots)}-{secrets.token_hex(2)}"
        targets = [self._target(each) for each in (phone, *also)]
        if colleague_answers_after is not None:
            targets.append(f"Local/colleague-{colleague_answers_after:g}@colleagues/n")
        began = time.monotonic()
        self.manager.act(
            "Originate",
            f"__ROBOT={name}",
            f"__STEPS={'&'.join(steps)}",
            f"__CALLER={caller or 'Anonymous <5550100>'}",
            f"__WITHHELD={int(caller is None)}",
            f"__RING={'&'.join(targets)}",
            f"__RINGTIME={ring:g}",
            f"__COLLEAGUETALKS={colleague_talks:g}",
            Channel="Local/dial@callers/n",
            ChannelId=name,
            OtherChannelId=f"{name}-dial",
            Context="robots",
            Exten="robot",
            Priority="1",
            Timeout=str(int((ring + 5) * 1000)),
            Async="true",
        )
        return Robot(name, began, self.manager, self.home / "calls")

    @staticmethod
    def _target(phone: str) -> str:
        return f"PJSIP/{phone}" if phone in asterisk_files.PHONES else f"PJSIP/sipp/{phone}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if os.environ.get("KEEP_ASTERISK") is None:
            shutil.rmtree(self.home, ignore_errors=True)
