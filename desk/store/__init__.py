"""What is kept on disk: the journal, and the views and people beside it."""

from desk.store.snapshots import Loaded
from desk.store.store import RECORDINGS, Entry, Store
from desk.store.troubles import CannotRead, CannotWrite, StoreRefused, StoreTrouble
from desk.store.views import Difference

__all__ = [
    "RECORDINGS",
    "CannotRead",
    "CannotWrite",
    "Difference",
    "Entry",
    "Loaded",
    "Store",
    "StoreRefused",
    "StoreTrouble",
]
