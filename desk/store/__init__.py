"""What is kept on disk: the journal, and the views and people beside it."""

from desk.store.amending import Ending
from desk.store.bringing_up import BringUp, older
from desk.store.checking import Checked
from desk.store.computing import Difference, Told
from desk.store.contacts import Flags
from desk.store.forgetting import Known, Old
from desk.store.of_people import RECORDINGS
from desk.store.snapshots import Loaded
from desk.store.store import Entry, Store
from desk.store.troubles import CannotRead, CannotWrite, StoreRefused, StoreTrouble

__all__ = [
    "RECORDINGS",
    "BringUp",
    "CannotRead",
    "CannotWrite",
    "Checked",
    "Difference",
    "Ending",
    "Entry",
    "Flags",
    "Known",
    "Loaded",
    "Old",
    "Store",
    "StoreRefused",
    "StoreTrouble",
    "Told",
    "older",
]
