"""An engine in a process of its own, to be killed, and what stands on disk afterwards."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).parents[2]

APPEND = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from desk.core.events import CallRang, CallEnded, EndedBy
    from desk.core.model import Caller, Desk, Dial, Policy
    from desk.core.step import step
    from desk.store import CannotWrite, Store

    store = Store.open(Path(sys.argv[1]))
    loaded = store.load()
    desk = loaded.desk or Desk()
    for _, event in loaded.events_after:
        desk = step(desk, event, Policy())[0]

    def feed(number):
        global desk
        at = datetime.now(UTC)
        call = f"call-{store.seq}"
        done = []
        for event in (
            CallRang(at=at, call=call, caller=Caller(key=store.key_for(number), dial=Dial.CAN)),
            CallEnded(at=at, call=call, by=EndedBy.CALLER),
        ):
            after = step(desk, event, Policy())[0]
            done.append((event, desk, after))
            desk = after
        return store.append(done)
"""


def child(code: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=HERE,
    )


def fingerprints(folder: Path) -> dict[str, str]:
    """What stands in the two files that hold records. (Reading may leave an empty log: it holds none.)"""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / "onemoment.db", folder / "onemoment.db-wal")
        if (path.exists() and path.stat().st_size) or path.name == "onemoment.db"
    }
