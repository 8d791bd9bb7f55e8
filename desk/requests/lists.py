"""Lists out of the records: promises, the log, the journal."""

from __future__ import annotations

from desk.core.next_action import promised
from desk.link_types import ListLog, ListPromises, ReadJournal, Reply
from desk.requests.means import Means

ROWS_AT_MOST = 1000
"""Rows of a list in one reply."""
ENTRIES_AT_MOST = 2**62
"""More than a journal can have: the largest number that is looked for."""


def answer(means: Means, request: ListPromises | ListLog | ReadJournal) -> Reply:
    """The rows asked for."""
    store = means.engine.store
    if isinstance(request, ListPromises):
        order = promised(means.desk, means.now(), means.engine.policy)
        closed = ROWS_AT_MOST if request.all else 0
        return Reply(id=request.id, promises=store.promises(order, closed=closed))
    limit = max(1, min(request.limit, ROWS_AT_MOST))
    if isinstance(request, ListLog):
        return Reply(id=request.id, log=store.log(limit))
    after = max(0, min(request.after, ENTRIES_AT_MOST))
    return Reply(id=request.id, journal=store.journal(after, limit))
