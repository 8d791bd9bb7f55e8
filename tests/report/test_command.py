from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import subprocess
import sys
from array import array
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from desk.cli import main
from desk.core.ends import End
from desk.log.chosen import Handed
from desk.log.log import Log
from desk.log_types import Asked, Column, Exporting, ExportRows, Format
from desk.store.workshop import PREFIX
from tests.report.conftest import MANY

ROOT = Path(__file__).parents[2]
FAILED, REFUSED = 1, 2
pytestmark = pytest.mark.usefixtures("in_english")

Said = tuple[int, str, str]
Say = Callable[..., Said]


@pytest.fixture
def say(folder: Path, settings: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Say:
    """`onemoment report` with these words: its exit code, what it printed, what was wrong."""

    def run(*words: str, data: Path = folder) -> Said:
        capfdbinary.readouterr()
        try:
            code = main(["report", "--data", str(data), "--settings", str(settings), *words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        sys.stdout.flush()
        found = capfdbinary.readouterr()
        return code, found.out.decode("utf-8", "replace"), found.err.decode()

    return run


def table(text: str, between: str = ",") -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=between))


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(PREFIX))


def test_all_rows_newest_first(say: Say) -> None:
    code, out, err = say()
    assert (code, err) == (0, "")
    header, *rows = table(out)
    assert header[:3] == ["Time (Europe/London)", "Who", "Number"]
    assert len(rows) == MANY
    assert [row[0] for row in rows] == sorted((row[0] for row in rows), reverse=True)


def test_days_are_the_desks_and_the_last_is_included(say: Say) -> None:
    _, out, _ = say("--from", "2026-03-29", "--to", "2026-03-30", "--columns", "time")
    days = {row[0][:10] for row in table(out)[1:]}
    assert days == {"2026-03-29", "2026-03-30"}  # the clocks were set that night
    _, one, _ = say("--from", "2026-03-29", "--to", "2026-03-29", "--columns", "time")
    _, other, _ = say("--from", "2026-03-30", "--to", "2026-03-30", "--columns", "time")
    assert len(table(out)) - 1 == len(table(one)) - 1 + len(table(other)) - 1


def test_only_some_rows(say: Say) -> None:
    _, out, _ = say("--end", "lost", "--end", "late", "--columns", "end,by")
    ends = {row[0] for row in table(out)[1:]}
    assert ends == {"Lost", "Called back late"}
    _, out, _ = say("--by", "Ana Costa", "--columns", "by")
    assert {row[0] for row in table(out)[1:]} == {"Ana Costa"}
    _, inside, _ = say("--internal", "--columns", "who")
    _, outside, _ = say("--external", "--columns", "who")
    assert len(table(inside)) + len(table(outside)) == MANY + 2


def test_the_search_stands_in_no_list_of_commands(
    folder: Path, settings: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("okafor\n"))
    _, out, _ = say("--text", "-", "--columns", "who")
    assert {row[0] for row in table(out)[1:]} == {"Søren Okafor"}
    code, _, err = say("--text", "okafor")
    assert code == REFUSED
    assert "invalid choice" in err


def test_in_another_language_with_the_separator_of_its_country(say: Say, settings: Path) -> None:
    _, out, _ = say("--language", "de", "--end", "lost")
    assert table(out)[0][0] == "Zeit (Europe/London)"
    settings.write_text(settings.read_text().replace('"GB"', '"DE"'))
    _, out, _ = say("--language", "de", "--end", "lost")
    header, first, *_ = table(out, ";")
    assert header[:3] == ["Zeit (Europe/London)", "Wer", "Nummer"]
    assert "Verloren" in first


def test_json_lines(say: Say) -> None:
    code, out, _ = say("--format", "json", "--end", "kept")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {line["end"] for line in lines} == {"kept"}
    assert all(line["promise"]["id"] for line in lines)


def test_the_figures_alone_have_no_names_of_callers_and_no_numbers(say: Say) -> None:
    _, out, _ = say("--no-rows")
    assert table(out)[1][0] == "Promises kept (%)"
    assert "Okafor" not in out
    _, out, _ = say("--no-rows", "--format", "json")
    assert set(json.loads(out)) >= {"now", "before", "heat", "second_person", "people", "since"}
    assert "greeted_share" in json.loads(out)["now"]["everybody"]


@pytest.mark.parametrize("rows", [(), ("--no-rows",)], ids=["rows", "figures"])
def test_a_pdf_file_is_its_owners_alone(say: Say, tmp_path: Path, rows: tuple[str, ...]) -> None:
    file = tmp_path / "report.pdf"
    code, out, err = say("--format", "pdf", "--file", str(file), "--to", "2026-03-08", *rows)
    assert (code, err) == (0, "")
    assert out.startswith(f"Written: {file}")
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_mode & 0o777 == 0o600
    assert beside(tmp_path) == []


def test_a_file_that_was_there_is_replaced_and_told_of_as_json(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("old")
    code, out, _ = say("--json", "--file", str(file))
    assert code == 0
    assert json.loads(out) == {"file": str(file), "rows": MANY}
    assert len(table(file.read_bytes().decode())) == MANY + 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "yesterday"), "is no day. Give it as 2026-11-16."),
        (("--to", "2026-02-30"), "is no day. Give it as 2026-11-16."),
        (("--to", "9999-12-31"), "is no day. Give it as 2026-11-16."),
        (("--from", "0001-01-01"), "is no day. Give it as 2026-11-16."),
        (("--from", "2026-04-02", "--to", "2026-04-01"), "2026-04-01 is before 2026-04-02. Give"),
        (("--columns", "time,colour"), "are no columns. Give some of time, who"),
        (("--end", "happy"), "invalid choice"),
        (("--internal", "--external"), "not allowed with"),
        (("--format", "xls"), "invalid choice"),
    ],
)
def test_what_is_wrong_is_answered(say: Say, words: tuple[str, ...], said: str) -> None:
    code, out, err = say(*words)
    assert (code, out) == (REFUSED, "")
    assert said in err
    assert "Traceback" not in err


def test_places_that_cannot_be_written_to(say: Say, tmp_path: Path) -> None:
    def refused(file: Path) -> str:
        code, out, err = say("--file", str(file))
        assert (code, out) == (FAILED, "")
        return err.strip()

    assert refused(tmp_path / "no" / "a.csv").endswith("Choose a folder that is there.")
    assert refused(tmp_path) == "By this name there is something that is no file. Choose another name."
    assert refused(tmp_path / ("x" * 300)).endswith("Choose a shorter name.")
    assert refused(Path("/proc/a.csv")).startswith("The file cannot be written (")


def test_the_records_are_not_written_over(say: Say, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(folder, target_is_directory=True)
    before = (folder / "onemoment.db").read_bytes()
    for file in (folder / "onemoment.db", tmp_path / "way" / "onemoment.db", folder / "recordings" / "a.csv"):
        code, out, err = say("--file", str(file))
        assert (code, out) == (FAILED, "")
        assert err.strip() == "This folder holds the records themselves. Choose another folder."
    assert (folder / "onemoment.db").read_bytes() == before


@pytest.mark.parametrize("words", [(), ("--no-rows",), ("--no-rows", "--format", "json")])
def test_from_the_first_day_to_the_last(say: Say, words: tuple[str, ...]) -> None:
    code, out, err = say("--from", "0002-01-01", "--to", "9998-12-31", *words)
    assert (code, err) == (0, "")
    assert out


def test_no_records_at_all(say: Say, tmp_path: Path) -> None:
    code, out, err = say(data=tmp_path / "nowhere")
    assert (code, out) == (FAILED, "")
    assert "Traceback" not in err
    assert err.count(". ") == 1


# ---- in a process of its own


def started(folder: Path, settings: Path, *words: str, longest: int | None = None) -> subprocess.Popen[bytes]:
    def limit() -> None:
        if longest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest))

    command = [sys.executable, "-m", "desk.cli", "report", "--data", str(folder), "--settings", str(settings)]
    return subprocess.Popen(
        [*command, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=limit,
        env={**os.environ, "QT_QPA_PLATFORM": ""},
    )


def asked(process: subprocess.Popen[bytes], wanted: ExportRows) -> list[Exporting]:
    out, err = process.communicate(msgspec.json.encode(wanted) + b"\n", timeout=60)
    assert err == b""
    return [msgspec.json.decode(line, type=Exporting) for line in out.splitlines()]


def test_rows_of_a_time_are_written_without_what_takes_long_to_begin(folder: Path, settings: Path) -> None:
    words = ["report", "--data", str(folder), "--settings", str(settings), "--from", "2026-04-01"]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "desk.cli", *words],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.count(b"\r\n") > 100
    came = {line.split(b"|")[-1].strip() for line in done.stderr.splitlines()}
    assert b"desk.log.csv_file" in came
    assert not came & {b"numpy", b"sqlite_utils", b"desk.log.log"}


def test_as_the_logs_window_asks(folder: Path, settings: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    wanted = ExportRows(
        file=str(file),
        asked=Asked(since=datetime(2026, 4, 1, tzinfo=UTC), ends=(End.LOST,)),
        columns=(Column.END, Column.WHO),
        language="fr",
    )
    *way, last = asked(started(folder, settings, "--asked", "-"), wanted)
    rows = table(file.read_bytes().decode())
    assert {row[0] for row in rows[1:]} == {"Perdu"}
    assert last == Exporting(file=str(file), done=last.done, of=last.done, end=True, rows=len(rows) - 1)
    assert way
    assert not any(one.end for one in way)


@pytest.mark.parametrize("kind", list(Format))
def test_rows_that_were_handed_are_written_and_the_log_is_not_read(
    folder: Path, settings: Path, tmp_path: Path, whole: Log, kind: Format
) -> None:
    wanted = ExportRows(
        file=str(tmp_path / "rows"), format=kind, asked=Asked(text="okafor", ends=(End.LOST,))
    )
    now = datetime.now(UTC)
    known = whole.handed(wanted, now)
    assert isinstance(known, Handed)
    rows = array("i", known.rows)
    assert len(rows) > 1
    rows.reverse()
    rows.append(10_000_000)  # it has gone meanwhile
    words = ["report", "--asked", "-", "--data", str(folder), "--settings", str(settings)]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "desk.cli", *words],
        cwd=ROOT,
        input=msgspec.json.encode(replace(known, rows=rows.tobytes())) + b"\n",
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert msgspec.json.decode(done.stdout.splitlines()[-1], type=Exporting).rows == len(rows) - 1
    came = {line.split(b"|")[-1].strip() for line in done.stderr.splitlines()}
    assert b"desk.log.chosen" in came
    assert not came & {b"numpy", b"desk.log.log"}
    if kind is Format.JSON:
        lines = (tmp_path / "rows").read_text().splitlines()
        *_, page = whole.rows(wanted.asked, wanted.sort, now)
        assert [json.loads(line)["call"] for line in lines] == [row.call for row in reversed(page)]


def test_a_name_that_no_file_can_have(folder: Path, settings: Path, tmp_path: Path) -> None:
    last = asked(started(folder, settings, "--asked", "-"), ExportRows(file=f"{tmp_path}/a\0.csv"))[-1]
    assert (last.end, last.happened) == (True, "No file can have this name.")


def test_a_full_disk_is_said_and_leaves_nothing_behind(folder: Path, settings: Path, tmp_path: Path) -> None:
    for kind in (Format.CSV, Format.PDF):
        process = started(folder, settings, "--asked", "-", longest=40_000)  # more than SQLite makes
        last = asked(process, ExportRows(file=str(tmp_path / f"rows.{kind}"), format=kind))[-1]
        assert process.returncode == FAILED
        assert last.end
        assert last.rows is None
        assert last.happened.startswith("The file cannot be written (")
        assert last.do
    assert list(tmp_path.iterdir()) == [settings]


def test_a_stopped_one_deletes_what_it_has_written(folder: Path, settings: Path, tmp_path: Path) -> None:
    process = started(folder, settings, "--asked", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        wanted = ExportRows(file=str(tmp_path / "rows.pdf"), format=Format.PDF)
        process.stdin.write(msgspec.json.encode(wanted) + b"\n")
        process.stdin.flush()
        said = [msgspec.json.decode(process.stdout.readline(), type=Exporting)]
        while not said[-1].done:
            said.append(msgspec.json.decode(process.stdout.readline(), type=Exporting))
        assert beside(tmp_path)
        process.send_signal(signal.SIGTERM)
        *_, last = (msgspec.json.decode(line, type=Exporting) for line in process.stdout)
        assert process.wait(timeout=60) == FAILED
    assert (last.end, last.rows, last.happened) == (True, None, "")
    assert list(tmp_path.iterdir()) == [settings]


def test_what_a_killed_one_left_goes_with_the_next(folder: Path, settings: Path, tmp_path: Path) -> None:
    process = started(folder, settings, "--asked", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    wanted = ExportRows(file=str(tmp_path / "rows.pdf"), format=Format.PDF)
    with process:
        process.stdin.write(msgspec.json.encode(wanted) + b"\n")
        process.stdin.flush()
        while not msgspec.json.decode(process.stdout.readline(), type=Exporting).done:
            pass
        process.kill()
    assert beside(tmp_path)
    asked(started(folder, settings, "--asked", "-"), ExportRows(file=str(tmp_path / "rows.csv")))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["onemoment.toml", "rows.csv"]


def test_who_reads_no_further_ends_it(folder: Path, settings: Path) -> None:
    process = started(folder, settings)
    assert process.stdout is not None
    with process:
        assert process.stdout.readline().startswith("\ufeffTime".encode())
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    "garbage",
    [
        "{]",
        '{"do":"export"}',
        '{"do":"export","file":"a.csv"}',
        '{"do":"export","file":"/a.csv","head":{},"rows":"AAAAAAA="}',
        '{"do":"export","file":"/a.pdf","format":"pdf","head":{}}',
    ],
)
def test_garbage_that_is_asked_is_refused(say: Say, garbage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(garbage.encode())))
    code, out, err = say("--asked", "-")
    assert (code, out) == (REFUSED, "")
    assert "Traceback" not in err
    assert err.count("\n") == 1
