"""What the parts of the bench say: figures with their targets and peers, as a table and as JSON."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


class CannotMeasure(Exception):
    """This part cannot be measured here; the message says why, in one sentence."""


@dataclass(frozen=True)
class Figure:
    """One thing that was measured, with its target if it has one."""

    what: str
    measured: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None
    peer: float | None = None

    @property
    def target(self) -> str:
        if self.at_most is not None:
            return f"<= {_short(self.at_most)}"
        return f">= {_short(self.at_least)}" if self.at_least is not None else ""

    @property
    def missed_by(self) -> float | None:
        """How far it is from its target; None when it is met or has none."""
        if self.at_most is not None and not self.measured <= self.at_most:
            return self.measured - self.at_most
        if self.at_least is not None and not self.measured >= self.at_least:
            return self.at_least - self.measured
        return None

    @property
    def verdict(self) -> str:
        if not self.target:
            return ""
        return "met" if self.missed_by is None else f"MISSED by {_short(self.missed_by)}"


@dataclass
class Part:
    """What one part of the bench found. `how` says in a sentence or two how it was taken."""

    name: str
    how: str
    figures: list[Figure] = field(default_factory=list)
    peer_name: str = ""
    notes: list[str] = field(default_factory=list)
    skipped: str = ""

    @property
    def missed(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.missed_by is not None]

    def as_json(self) -> dict[str, object]:
        rows = [asdict(figure) | {"verdict": figure.verdict} for figure in self.figures]
        return asdict(self) | {"figures": rows}

    def table(self) -> str:
        lines = [f"\n{self.name}: {self.how}"]
        if self.skipped:
            return "\n".join([*lines, f"  skipped: {self.skipped}"])
        head = ["", "target", "measured", self.peer_name, ""]
        rows = [head] + [
            [
                f"{figure.what}{f' ({figure.unit})' if figure.unit else ''}",
                figure.target,
                _short(figure.measured),
                "" if figure.peer is None else _short(figure.peer),
                figure.verdict,
            ]
            for figure in self.figures
        ]
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        for row in rows:
            first, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            lines.append(f"  {first}  {'  '.join(rest)}".rstrip())
        return "\n".join([*lines, *(f"  {note}" for note in self.notes)])


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}" if abs(value) < 1000 else f"{value:.0f}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of all values does not exceed (nearest rank); NaN of none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000 * len(ordered)) // 1000) - 1))]


def machine() -> dict[str, object]:
    """What the figures depend on: processor, cores, memory, and how busy the machine is with other things."""
    cpu = next(
        (line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory = next(
        (int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0
    )
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "memory_gb": round(memory / 1e6, 1),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "load": [round(load, 2) for load in os.getloadavg()],
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
