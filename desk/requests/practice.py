"""Practice callers: one that the engine starts, or a pass for one that the asker starts itself."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from desk.core.model import LineState
from desk.link_types import AskPracticePass, PracticePass, Practise, Reply
from desk.practice import bare, practice_command, practice_environment, practice_voice
from desk.requests.means import Means, no

KEYS, DIGITS = frozenset("0123456789*#,"), frozenset("0123456789+")
"""What a practice caller can press (a comma is a pause), and what its number is made of."""
PROBLEM_SHOWN = 60.0
"""Seconds for which it is shown why a practice call came to nothing."""


class Practice:
    """The practice call going on, if one is, and for a while why the last one came to nothing."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._process: asyncio.subprocess.Process | None = None
        self._watching: set[asyncio.Task[None]] = set()
        self.practising = False
        self.problem: str | None = None

    async def answer(self, request: Practise | AskPracticePass) -> Reply:
        """Let one ring, or give a pass."""
        if isinstance(request, Practise):
            return self._practise(request)
        reply = self._pass(request)
        if reply.practice_pass is None:
            return reply
        return replace(reply, practice_pass=await self._with_voice(reply.practice_pass))

    def _pass(self, request: AskPracticePass | Practise) -> Reply:
        line = self._means.line
        if not line.address or self._means.desk.line.state in (LineState.STARTING, LineState.DOWN):
            return no(
                request,
                "There is no line to practise on yet.",
                "Wait a moment; if it stays so, run: onemoment doctor",
            )
        if not line.uri:
            return no(
                request,
                "There are no practice calls on a line by TLS.",  # the only one without
                "Call its extension from another phone instead.",
            )
        return Reply(id=request.id, practice_pass=PracticePass(uri=line.uri, token=line.practice_token()))

    async def _with_voice(self, given: PracticePass) -> PracticePass:
        voice = await asyncio.to_thread(practice_voice, self._means.sounds, self._means.data)
        return replace(given, voice=voice)

    def _practise(self, request: Practise) -> Reply:
        if self.practising:
            return no(request, "A practice call is still going on.", "Wait until it has ended.")
        if not KEYS.issuperset(request.press) or not DIGITS.issuperset(bare(request.number) or ""):
            return no(
                request, "No telephone has these keys.", "Keys are 0 to 9, * and #; a number has digits."
            )
        reply = self._pass(request)
        if reply.practice_pass is None:
            return reply
        self.practising, self.problem = True, None
        task = asyncio.create_task(self._call(reply.practice_pass, request))
        self._watching.add(task)
        task.add_done_callback(self._watching.discard)
        self._means.changed()
        return Reply(id=request.id)

    async def _call(self, given: PracticePass, wanted: Practise) -> None:
        """One practice call, from its start to its end; what went wrong is shown for a while."""
        try:
            given = await self._with_voice(given)
            self._process = await asyncio.create_subprocess_exec(
                *practice_command(given, wanted),
                env=practice_environment(given),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
            _, said = await self._process.communicate()
            if self._process.returncode:
                self.problem = _last_line(said) or "The practice call broke off. Try again."
        except OSError as error:
            self.problem = f"The practice caller cannot be started: {error.strerror}. Try again."
        finally:
            self.practising, self._process = False, None
            self._means.changed()
        shown = self.problem
        await asyncio.sleep(PROBLEM_SHOWN)
        if self.problem is shown:  # another call may have failed since
            self.problem = None
            self._means.changed()

    async def close(self) -> None:
        """End the practice call, if there is one."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()


def _last_line(said: bytes) -> str:
    return said.decode(errors="replace").strip().rpartition("\n")[2]
