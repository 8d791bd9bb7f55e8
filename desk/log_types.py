"""What the supervisor's log is asked and what it answers: one JSON object a line, typed once.

It is read on a socket of its own by a program of its own (`desk.log_reader`): beside the engine, which then
has nothing to do with it, or alone on another machine with a copy of the data folder. Each `LogRequest` is
answered by exactly one `LogReply` with the same `id`; while a file is written or a recording played
`Exporting` and `Playing` come between. Names and numbers stand here in clear and are never logged.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from desk.core.ends import End, Left, Lost
from desk.core.model import Choice, Dial, Doing, Outcome, Presence, Told, Value, Why
from desk.link_types import Number

ROWS_AT_MOST = 500
"""Rows of one page."""


Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time that says by which clock."""


class Column(StrEnum):
    """The columns of the log; each can be sorted by."""

    TIME = "time"
    WHO = "who"
    CHANNEL = "channel"
    MET = "met"
    CHOSE = "chose"
    PROMISED_BY = "promised_by"
    END = "end"
    BY = "by"
    MINUTES = "minutes"


class Format(StrEnum):
    """The files that come out of the log; JSON is one object a line."""

    CSV = "csv"
    PDF = "pdf"
    JSON = "json"


class Asked(Value, frozen=True, kw_only=True):
    """Which interruptions: what the chips and the search say. Empty asks for all.

    `since` counts, `until` does not. `by` are names as shown. `overdue` asks for open ones whose time has
    passed. `met` is what the desk was doing. `weekday` (0 Monday) and `hour` are by the desk's clock. `text`
    is looked for in names, companies, numbers in any spelling, notes and what a machine wrote down.
    """

    since: Moment | None = None
    until: Moment | None = None
    channels: tuple[str, ...] = ()
    ends: tuple[End, ...] = ()
    overdue: bool = False
    by: tuple[str, ...] = ()
    internal: bool | None = None
    met: tuple[Presence, ...] = ()
    weekday: Annotated[int, msgspec.Meta(ge=0, le=6)] | None = None
    hour: Annotated[int, msgspec.Meta(ge=0, le=23)] | None = None
    text: Annotated[str, msgspec.Meta(max_length=100)] = ""


class Sort(Value, frozen=True, kw_only=True):
    """The order of the rows: the newest first when nothing is said. Rows without a value come last."""

    column: Column = Column.TIME
    descending: bool = True


# -- requests


class LogRequest(Value, frozen=True, kw_only=True, tag_field="do"):
    """The base of what is asked of the log."""

    id: Number = 0


class LookAtLog(LogRequest, frozen=True, kw_only=True, tag="look"):
    """Reply with the `LogHead`."""


class ListRows(LogRequest, frozen=True, kw_only=True, tag="rows"):
    """Reply with a `Page`: the first one, or what follows `after` (a page's `next`)."""

    asked: Asked = Asked()
    sort: Sort = Sort()
    after: Annotated[str, msgspec.Meta(max_length=200)] = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=ROWS_AT_MOST)] = 100


class TellStory(LogRequest, frozen=True, kw_only=True, tag="story"):
    """Reply with the `Story` of one interruption."""

    call: Annotated[str, msgspec.Meta(max_length=100)]


class CountFigures(LogRequest, frozen=True, kw_only=True, tag="figures"):
    """Reply with the `FiguresView` of a range; `since` counts, `until` does not."""

    since: Moment
    until: Moment


class ExportRows(LogRequest, frozen=True, kw_only=True, tag="export"):
    """Write these rows to a file (an absolute path, replaced when it is there).

    `Exporting` tells how far it is. The reply says whether it was begun. `columns` are those on screen,
    in their order; empty is all. One file
    at a time. A PDF has the figures of the range first.
    """

    file: Annotated[str, msgspec.Meta(max_length=4000)]
    format: Format = Format.CSV
    asked: Asked = Asked()
    sort: Sort = Sort()
    columns: tuple[Column, ...] = ()
    language: Annotated[str, msgspec.Meta(max_length=10)] = ""


class StopExport(LogRequest, frozen=True, kw_only=True, tag="stop_export"):
    """Write no further; what was written of the file is deleted."""


class PlayRecording(LogRequest, frozen=True, kw_only=True, tag="play"):
    """Play a recording on this machine from second `at`; another one being played ends.

    `speed` keeps its pitch. Of the one being played it moves to `at` and changes the speed.
    """

    recording: Annotated[str, msgspec.Meta(max_length=100)]
    at: Annotated[float, msgspec.Meta(ge=0, le=86400)] = 0.0
    speed: Annotated[float, msgspec.Meta(ge=0.5, le=2)] = 1.0


class StopPlaying(LogRequest, frozen=True, kw_only=True, tag="stop_playing"):
    """Play no further. The last `Playing` says where it was."""


AnyLogRequest = (
    LookAtLog | ListRows | TellStory | CountFigures | ExportRows | StopExport | PlayRecording | StopPlaying
)


# -- what is told


class LogHead(Value, frozen=True, kw_only=True):
    """What is read. `copy` is true of records that nobody writes here: nothing can be corrected in them.

    `oldest` and `newest` are the first and the last interruption, None without any; `loaded` is false for the
    first seconds, in which only the newest rows can be told. `changed` grows when there is something new.
    `by` are all names that took, called back or closed something.
    """

    company: str = ""
    desk_name: str = ""
    language: str = ""
    time_zone: str = "UTC"
    country: str = "US"
    copy: bool = False
    interruptions: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None
    channels: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    loaded: bool = False
    changed: int = 0


class LogRow(Value, frozen=True, kw_only=True):
    """One interruption with the promise it was given.

    `channel` is "phone". `by` is who took it, or closed its promise, or tried last. `minutes` are those from
    the promise to speaking with them. `held` is the longest hold in seconds. `overdue` is true of an open
    promise whose time has passed. `recordings` counts messages that are still kept, `notes` the first line
    written of it. `amended` is true when a supervisor corrected something of it, `erased` when there was a
    number and it was erased.
    """

    call: str
    at: datetime
    channel: str = "phone"
    number: str | None = None
    name: str | None = None
    company: str = ""
    dial: Dial = Dial.WITHHELD
    internal: bool = False
    vip: bool = False
    met: Presence = Presence.FREE
    chose: Choice | None = None
    promise: int | None = None
    promised_by: datetime | None = None
    end: End = End.LIVE
    ended_at: datetime | None = None
    overdue: bool = False
    by: str = ""
    minutes: float | None = None
    attempts: int = 0
    held: float | None = None
    recordings: int = 0
    notes: str = ""
    amended: bool = False
    erased: bool = False


class Page(Value, frozen=True, kw_only=True):
    """Rows in order, `next` to ask for what follows (empty at the end), `total` of all that are asked for.

    `total` is None while it is not known yet (`LogHead.loaded`).
    """

    rows: tuple[LogRow, ...] = ()
    next: str = ""
    total: int | None = None


class StepKind(StrEnum):
    """What a step of a story tells."""

    RANG = "rang"
    HEARD = "heard"  # `doing`: what they heard from then on
    PRESSED = "pressed"  # `key`
    PROMISED = "promised"  # `why`, `promised_by`
    JOINED = "joined"  # rang again: the promise they had stands
    MESSAGE = "message"  # `recording`, `seconds`
    TAKEN = "taken"  # `by`
    PARKED = "parked"
    RESUMED = "resumed"
    SENT = "sent"  # passed on to `to`; `outcome` once it is known
    RANG_AGAIN = "rang_again"  # another call of theirs about the same promise: `call`
    CLAIMED = "claimed"
    CLAIM_ENDED = "claim_ended"
    CALLED = "called"  # `by` began to call back, `call`
    ATTEMPT = "attempt"  # `by`, `outcome`, `note`
    PUT_OFF = "put_off"  # `promised_by`: until then
    RENEGOTIATED = "renegotiated"  # `promised_by` is the new time, `told`
    CALLER_TOLD = "caller_told"  # `outcome`
    NOTE = "note"
    PLAYED = "played"
    CALL_ENDED = "call_ended"  # `left` when they hung up, `by` the side: caller, desk, line
    PROMISE_ENDED = "promise_ended"  # `end`
    AMENDED = "amended"  # `was`, `end` or `note`, `reason`
    THANKED = "thanked"


class NoteTold(Value, frozen=True, kw_only=True):
    """A note: its key, what it says now, and what it said before it was corrected, oldest first."""

    key: str
    text: str
    before: tuple[str, ...] = ()


class Step(Value, frozen=True, kw_only=True):
    """One step of a story; which fields are set follows from `told`."""

    at: datetime
    told: StepKind
    by: str = ""
    to: str = ""
    call: str = ""
    doing: Doing | None = None
    key: str = ""
    why: Why | None = None
    promised_by: datetime | None = None
    outcome: Outcome | None = None
    caller_told: Told | None = None
    note: NoteTold | None = None
    reason: str = ""
    recording: str = ""
    seconds: float | None = None
    left: Left | None = None
    end: End | None = None
    was: End | None = None


class RecordingTold(Value, frozen=True, kw_only=True):
    """A recording that belongs to a story; `kept` is false when its file is gone. `levels` draw it.

    `levels` are up to 200 loudnesses from 0 to 1, evenly over its length; `words` what a machine wrote down.
    """

    id: str
    at: datetime
    seconds: float
    kept: bool = True
    words: str = ""
    levels: tuple[float, ...] = ()


class WhyLost(Value, frozen=True, kw_only=True):
    """Why somebody was lost: what they heard when they left, and what came of it then.

    `left` is None when they left a promise behind that nobody kept; `waited` seconds from the ring. `busy`
    counts who else was on the line then, `met` what the desk was doing. `by` is who closed the callback; of
    what was AMENDED who said so.
    """

    lost: Lost
    left: Left | None = None
    waited: float = 0.0
    met: Presence = Presence.FREE
    attempts: int = 0
    by: str = ""
    busy: int = 0


class Story(Value, frozen=True, kw_only=True):
    """One interruption from ring to end, oldest step first."""

    row: LogRow
    steps: tuple[Step, ...] = ()
    recordings: tuple[RecordingTold, ...] = ()
    why_lost: WhyLost | None = None


class Figures(Value, frozen=True, kw_only=True):
    """The figures of some interruptions; what each counts is `desk.log.figures`'.

    Shares are 0 to 1 and None of nothing, minutes and seconds None without one. `promises` were made in the
    range; `due` of them have ended or are past their time (cancelled and answered elsewhere left out), `kept`
    of those in time.
    """

    interruptions: int = 0
    promises: int = 0
    due: int = 0
    kept: int = 0
    kept_share: float | None = None
    minutes_median: float | None = None
    minutes_p90: float | None = None
    lost: int = 0
    greeted_soon: int = 0
    greeted_of: int = 0
    greeted_share: float | None = None
    longest_hold: float | None = None
    open_now: int = 0
    overdue_now: int = 0


class Sides(Value, frozen=True, kw_only=True):
    """The same figures of everybody, of customers and of colleagues."""

    everybody: Figures = Figures()
    customers: Figures = Figures()
    colleagues: Figures = Figures()


class PersonFigures(Value, frozen=True, kw_only=True):
    """What went well by one person: promises kept, thanks. By name, never by number."""

    name: str
    kept: int = 0
    thanks: int = 0


class Busiest(Value, frozen=True, kw_only=True):
    """The hour of the week that had most interruptions while Serving, on average."""

    weekday: int
    hour: int
    average: float


class FiguresView(Value, frozen=True, kw_only=True):
    """The figures of a range and of the same length before it.

    `heat[weekday][hour]` counts interruptions while Serving (Monday first, the desk's clock); `days[weekday]`
    says how many such days the range has, so that an average can be told. `second_person` are up to three
    hours that need one most, the first most: see `desk.log.figures`; empty when none does.
    """

    since: datetime
    until: datetime
    now: Sides = Sides()
    before: Sides = Sides()
    heat: tuple[tuple[int, ...], ...] = ()
    days: tuple[int, ...] = ()
    second_person: tuple[Busiest, ...] = ()
    people: tuple[PersonFigures, ...] = ()


class LogReply(Value, frozen=True, kw_only=True, tag_field="say", tag="reply"):
    """The answer to one request. When not `ok`, `happened` and `do` are a sentence each."""

    id: int
    ok: bool = True
    happened: str = ""
    do: str = ""
    head: LogHead | None = None
    page: Page | None = None
    story: Story | None = None
    figures: FiguresView | None = None


class Exporting(Value, frozen=True, kw_only=True, tag_field="say", tag="exporting"):
    """How far a file is: `done` of `of` rows.

    At its `end` it was written, or `happened` and `do` say why not. Both are empty and `rows` is None
    when it was stopped.
    """

    file: str
    done: int = 0
    of: int = 0
    end: bool = False
    rows: int | None = None
    happened: str = ""
    do: str = ""


class Playing(Value, frozen=True, kw_only=True, tag_field="say", tag="playing"):
    """What is being played and where it is, some ten times a second; `on` is false when it has ended."""

    recording: str
    at: float = 0.0
    speed: float = 1.0
    on: bool = True
    happened: str = ""
    do: str = ""


class LogChanged(Value, frozen=True, kw_only=True, tag_field="say", tag="changed"):
    """There is something new in the records, or all of them are read now: ask again."""

    head: LogHead


FromLog = LogReply | Exporting | Playing | LogChanged
