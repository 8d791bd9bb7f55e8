"""Commands that read the records, of a running engine or of its folder."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from config.settings import load
from desk import as_json, in_words
from desk.cli.asking import REFUSED, WELL, Sorry, are_kept, data, well
from desk.core.model import Desk, Policy
from desk.core.next_action import promised
from desk.core.step import replay
from desk.core.views import PromiseView
from desk.link_client import LinkClient, NotRunning
from desk.link_types import AnyRequest, ListLog, ListPromises, Look, ReadJournal, Reply
from desk.places import settings_file, socket_path

if TYPE_CHECKING:
    from desk.store import Store  # slow to import, and a window does not need it

T = TypeVar("T")


def _stored(
    asked: argparse.Namespace,
    said: Callable[[Callable[[AnyRequest], Reply]], T],
    read: Callable[[Store], T],
) -> T:
    """From the engine when it runs, else from its data folder: a supervisor need not start it to look.

    `said` is given a way to ask the engine, `read` the store.
    """
    from desk.store import Store, StoreTrouble

    try:
        with LinkClient(socket_path(data(asked))) as client:
            return said(lambda request: well(client.ask(request)))
    except NotRunning:
        if not are_kept(data(asked)):
            raise Sorry("One Moment has not run here yet.", "Start it with: onemoment") from None
    try:
        store = Store.open(data(asked))
        try:
            return read(store)
        finally:
            store.close()
    except StoreTrouble as trouble:
        raise Sorry(trouble.happened, trouble.do, REFUSED) from None


def _zone(asked: argparse.Namespace) -> ZoneInfo:
    """The desk's own time zone: as the engine has it, else as the settings say."""
    with contextlib.suppress(NotRunning), LinkClient(socket_path(data(asked))) as client:
        view = client.ask(Look()).view
        if view is not None:
            return ZoneInfo(view.time_zone)
    return ZoneInfo(load(settings_file(asked.settings)).desk.time_zone)


def promises(asked: argparse.Namespace) -> int:
    """The promises that are open, or all."""

    def read(store: Store) -> tuple[PromiseView, ...]:
        loaded = store.load()
        desk = replay(loaded.desk or Desk(), (e for _, e in loaded.events_after), Policy())
        order = promised(desk, datetime.now(UTC), desk.policy or Policy())
        return store.promises(order, closed=1000 if asked.all else 0)

    found = _stored(asked, lambda ask: ask(ListPromises(all=asked.all)).promises, read)
    if asked.json:
        print(as_json.text([as_json.promise(p) for p in found]))
        return WELL
    zone = _zone(asked)
    for p in found:
        by = f"by {p.promised_by.astimezone(zone):%Y-%m-%d %H:%M}" if p.promised_by else "as soon as free"
        why, who = p.why.value.replace("_", " "), in_words.called(p.number, p.name, p.erased)
        print(f"{p.id:>5}  {by:<19}  {who:<20}  {why}, {in_words.promise_state(p)}")
    if not found:
        print("No promise is open." if not asked.all else "Nothing was promised yet.")
    return WELL


def log(asked: argparse.Namespace) -> int:
    """The newest interruptions."""
    found = _stored(
        asked, lambda ask: ask(ListLog(limit=asked.limit)).log, lambda store: store.log(asked.limit)
    )
    if asked.json:
        print(as_json.text([as_json.interruption(row) for row in found]))
        return WELL
    zone = _zone(asked)
    for row in found:
        chose = row.chose.value if row.chose else "nothing"
        end = row.end.replace("_", " ") or "still going on"
        who = in_words.called(row.number, row.name, row.erased)
        at = f"{row.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        print(f"{at}  {who:<20}  met {row.met.value}, chose {chose}, {end}")
    if not found:
        print("Nobody has called yet.")
    return WELL


def journal(asked: argparse.Namespace) -> int:
    """Everything that happened, in order."""

    def whole(page: Callable[[int], tuple[dict[str, Any], ...]]) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        while found := page(entries[-1]["seq"] if entries else 0):
            entries += found
        return entries

    entries = _stored(
        asked,
        lambda ask: whole(lambda after: ask(ReadJournal(after=after)).journal),
        lambda store: whole(store.journal),
    )
    if asked.json:
        print(as_json.text(entries))
        return WELL
    for entry in entries:
        rest = ", ".join(f"{k} {v}" for k, v in entry.items() if k not in ("seq", "at", "event"))
        print(f"{entry['seq']:>7}  {entry['at']}  {entry['event']}{f'  {rest}' if rest else ''}")
    return WELL
