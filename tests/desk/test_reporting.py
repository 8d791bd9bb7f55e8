"""The weekly report by its schedule: a real engine, the real command, a real mail server."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from config.settings import Settings, parse
from desk import apart, reporting
from desk.core.reporting import last_week
from desk.reporting import NOT_MADE, TRY_AGAIN, Reporting
from tests.desk.mail_server import Post, mail_server
from tests.desk.running import Running, SetClock, on_disk, running

WEEK = last_week(datetime.now(UTC).date())
"""Due since its time on Monday; the tests' desk began two weeks ago."""


def settings(folder: Path, post: Post | None = None, more: str = "") -> Settings:
    """As a file beside the data folder says them: the command reads it too."""
    mail = (
        ""
        if post is None
        else (
            'mail_to = ["ana@example.org", "boss@example.org"]\nmail_from = "desk@example.org"\n'
            f'smtp_host = "127.0.0.1"\nsmtp_port = {post.port}\nsmtp_security = "none"\n'
        )
    )
    file = folder / "onemoment.toml"
    file.write_text(f'[desk]\ncompany = "Harbour"\ntime_zone = "UTC"\n[report]\nat = "00:00"\n{mail}{more}')
    return parse(file.read_text(), file)


@asynccontextmanager
async def a_desk(folder: Path) -> AsyncIterator[Running]:
    clock = SetClock()
    clock.by = -14 * 86400.0
    async with running(folder / "data", clock=clock) as desk:
        clock.by = 0.0
        yield desk


def schedule(desk: Running, said: Settings) -> Reporting:
    return Reporting(desk.engine, desk.folder, said)


def told(desk: Running, event: str) -> list[dict[str, Any]]:
    return [entry for entry in on_disk(desk.folder) if entry["event"] == event]


async def test_it_is_written_and_sent_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "AFTER_START", 0.0)
    folder = tmp_path / "reports"
    async with mail_server() as post, a_desk(tmp_path) as desk:
        said = settings(tmp_path, post, 'folder = "reports"\nformat = "csv"\n')
        weekly = schedule(desk, said)
        weekly.start()
        await desk.until(lambda: bool(told(desk, "ReportSent")), 60)
        await weekly.close()
        assert weekly.problem is None
        name = f"one-moment-{WEEK}.csv"
        assert os.listdir(folder) == [name]  # noqa: PTH208
        assert stat.S_IMODE(os.stat(folder / name).st_mode) == 0o600  # noqa: PTH116
        [mail] = post.mails
        assert mail["Subject"] == f"Harbour: the week {WEEK} to {WEEK + timedelta(days=6)}"
        assert [e["week"] for e in told(desk, "ReportSent")] == [str(WEEK)]
        assert told(desk, "LogExported") == []  # the figures alone left the house
        # nor after a restart
        await schedule(desk, said).look()
        assert len(post.mails) == 1


async def test_a_clock_that_is_wrong_for_a_while_costs_no_week_and_sends_none_twice(tmp_path: Path) -> None:
    async with mail_server() as post, a_desk(tmp_path) as desk:
        said = settings(tmp_path, post, 'format = "csv"\n')
        weeks = []
        for days in (0, 3650, 0, 7, 0, 7):
            desk.engine.clock.by = days * 86400.0  # type: ignore[attr-defined]
            await schedule(desk, said).look()
            weeks.append([e["week"] for e in told(desk, "ReportSent")][1:])
        far = str(last_week((datetime.now(UTC) + timedelta(days=3650)).date()))
        then = [far, str(WEEK + timedelta(days=7))]
        assert weeks == [[], then[:1], then[:1], then, then, then]


async def test_with_rows_it_is_journaled_that_names_left(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.ring()
        desk.engine.clock.by = 7 * 86400.0  # type: ignore[attr-defined]
        weekly = schedule(desk, settings(tmp_path, None, 'folder = "reports"\nformat = "csv"\nrows = true\n'))
        await weekly.look()
        [entry] = told(desk, "LogExported")
        assert (entry["rows"], entry["format"]) == (1, "csv")


async def test_what_fails_is_said_tried_again_and_gone_when_it_worked(tmp_path: Path) -> None:
    async with mail_server() as post, a_desk(tmp_path) as desk:
        post.of_sender = "550 not you <boss@example.org>"
        weekly = schedule(desk, settings(tmp_path, post, 'format = "csv"\n'))
        before = time.monotonic()
        await weekly.look()
        assert before + TRY_AGAIN <= weekly._not_before < time.monotonic() + 2 * TRY_AGAIN
        assert weekly._failed == 1
        assert weekly.problem is not None
        assert weekly.problem.happened == "The mail server refused the sender."
        assert "550" in weekly.problem.detail
        # once of its kind, also after a restart, and without an address
        weekly = schedule(desk, settings(tmp_path, post, 'format = "csv"\n'))
        await weekly.look()
        assert [e["detail"] for e in told(desk, "ReportFailed")] == ["The mail server refused the sender."]
        post.of_sender = ""
        await weekly.look()
        assert weekly.problem is None
        assert len(post.mails) == len(told(desk, "ReportSent")) == 1


async def test_who_has_it_does_not_get_it_again(tmp_path: Path) -> None:
    async with mail_server() as post, a_desk(tmp_path) as desk:
        said = settings(tmp_path, post, 'format = "csv"\n')
        post.of_address = {"ana@example.org": "451 later"}
        await schedule(desk, said).look()
        assert told(desk, "ReportSent") == []
        post.of_address = {}
        await schedule(desk, said).look()  # another run of the engine
        assert [e.rcpt_tos for e in post.came] == [["boss@example.org"], ["ana@example.org"]]
        assert len(told(desk, "ReportSent")) == 1


async def test_of_a_week_that_is_not_over_there_is_what_there_was_and_it_is_said(tmp_path: Path) -> None:
    async with mail_server() as post, a_desk(tmp_path) as desk:
        settings(tmp_path, post, 'format = "csv"\n')
        words = "--data", str(desk.folder), "--settings", str(tmp_path / "onemoment.toml")
        today = datetime.now(UTC).date()
        weeks = ((), ("--week", str(today)))
        said = [await apart.run("report", "--send", *week, *words, longest=60) for week in weeks]
        told = "That week is not over yet: it is what there was until now."
        assert [(ended.code, told in ended.out) for ended in said] == [(0, False), (0, True)]
        whole, part = post.mails
        week = WEEK + timedelta(days=7)
        assert (whole["Subject"], part["Subject"]) == (
            f"Harbour: the week {WEEK} to {week - timedelta(days=1)}",
            f"Harbour: the week {week} to {today}",
        )
        stood = "The week is not over yet: so it stood on"
        assert [stood in text(mail) for mail in post.mails] == [False, True]


async def test_nothing_is_sent_any_more_once_the_engine_is_killed(tmp_path: Path) -> None:
    """Else the next engine, which knows nothing of it, sends the same once more."""
    async with mail_server() as post, a_desk(tmp_path) as desk:
        settings(tmp_path, post, 'format = "csv"\n')
        words = "report", "--send", "--data", str(desk.folder), "--settings", str(tmp_path / "onemoment.toml")
        run = f"import asyncio; from desk import apart; asyncio.run(apart.run(*{words!r}, longest=600))"
        post.answers.clear()
        engine = await asyncio.create_subprocess_exec(sys.executable, "-c", run)
        await desk.until(lambda: bool(post.encrypted), 60)
        [sender] = begun_by(engine.pid)
        engine.kill()
        await engine.wait()
        await desk.until(lambda: not is_alive(sender), 30)
        post.answers.set()
        assert post.came == []


def text(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content())


def begun_by(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def is_alive(process: str) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


async def test_who_is_refused_for_good_is_said_and_not_tried_again(tmp_path: Path) -> None:
    async with mail_server() as post, a_desk(tmp_path) as desk:
        post.of_address = {"ana@example.org": "550 nobody"}
        weekly = schedule(desk, settings(tmp_path, post, 'format = "csv"\n'))
        await weekly.look()
        assert len(told(desk, "ReportSent")) == 1
        assert weekly.problem is not None
        assert "entry 1 of report.mail_to" in weekly.problem.happened


async def test_a_folder_that_cannot_be_written_does_not_keep_the_mail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with mail_server() as post, a_desk(tmp_path) as desk:
        weekly = schedule(desk, settings(tmp_path, post, 'format = "csv"\nfolder = "file"\n'))
        await weekly.look()
        await weekly.look()
        assert len(post.mails) == 1
        assert weekly.problem is not None
        assert weekly.problem.happened == "The folder for the weekly report is not there."
        assert told(desk, "ReportSent") == []


async def test_a_command_that_dies_is_a_sentence_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_desk(tmp_path) as desk:
        said = settings(tmp_path, None, 'folder = "reports"\n')
        monkeypatch.setattr(apart, "_HERE", tmp_path)  # where there is another program
        (tmp_path / "desk" / "cli").mkdir(parents=True)
        for name in ("__init__.py", "cli/__init__.py"):
            (tmp_path / "desk" / name).write_text("")
        (tmp_path / "desk" / "cli" / "__main__.py").write_text("print('{}')")
        weekly = schedule(desk, said)
        await weekly.look()
        assert weekly.problem == NOT_MADE
        monkeypatch.undo()
        (tmp_path / "onemoment.toml").write_text("[report]\nwrong = 1\n")  # it was changed meanwhile
        await weekly.look()
        assert weekly.problem == NOT_MADE


async def test_where_none_is_wanted_nothing_is_done(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        weekly = schedule(desk, settings(tmp_path))
        weekly.start()
        assert weekly._task is None
        await weekly.close()
