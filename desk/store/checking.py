"""Are the records still what was once written? The journal by its chain, the views by the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from desk.core.events import Event
from desk.core.model import Desk
from desk.store import computing, journal, opening, schema
from desk.store.computing import Difference, Told, nobody
from desk.store.journal import Torn
from desk.store.opening import Files
from desk.store.reading import look, reading
from desk.store.troubles import CannotRead, StoreRefused


class Checked(NamedTuple):
    """What a look at the whole journal found.

    `entries` is the number of the last entry there is, `last_at` its time. `broken` is the first that is not
    what was written; `lost` how many entries at the end are gone that were once there.
    """

    entries: int
    last_at: str = ""
    broken: int | None = None
    lost: int = 0

    @property
    def whole(self) -> bool:
        """True when all is as it was written."""
        return self.broken is None and not self.lost


def verify(folder: Path) -> Checked:
    """Read the whole journal of a data folder. Raises `StoreRefused`, `CannotRead`."""
    # before the look at the journal: a running engine names an entry only after it is written
    last = opening.read_last(Files(folder))
    with reading(folder) as conn:
        found = chain(conn)
        if last is None or found.broken is not None:
            return found
        if last.seq > found.entries:
            return found._replace(lost=last.seq - found.entries)
        row = conn.execute("SELECT chain FROM journal WHERE seq = ?", (last.seq,)).fetchone()
        # every link fits, and yet the entry is another: the end was written anew
        return found if not last.seq or row == (last.chain,) else found._replace(broken=last.seq)


def chain(conn: sqlite3.Connection) -> Checked:
    """Read the whole journal on this connection. Raises `sqlite3.Error`."""
    row = conn.execute("SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, at = row or (0, "")
    return Checked(seq, str(at), journal.first_broken(conn))


def differences(
    folder: Path, fold: Callable[[Desk, Event], Desk], told: Told = nobody
) -> tuple[Difference, ...]:
    """Where the views are not what follows from the journal; nothing is changed.

    `fold` gives the desk after an event; `told` is told how far it is. Raises `StoreRefused`, `CannotRead`.
    """
    with reading(folder) as conn:
        if look(conn, Files(folder).database) < schema.VERSION:
            raise StoreRefused(
                "These records were written by an older One Moment.",
                "Start One Moment once, which brings them up to date, then try again.",
            )
        try:
            happened = computing.counted(journal.entries(conn), journal.tip(conn).seq, told)
            computed = computing.compute(happened, fold)
        except Torn as torn:
            raise torn_journal(torn.seq) from None
        try:
            return computing.differences(conn, computed)
        finally:
            computed.close()


def torn_journal(seq: int) -> CannotRead:
    """The refusal to go by a journal that is not what was written."""
    return CannotRead(
        f"Entry {seq} of the journal is not what was written.", "Find out more with: onemoment verify"
    )
