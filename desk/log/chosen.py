"""The log of one data folder of which the rows are chosen already: those that stood on screen.

The log's reader holds everything in memory. It hands what it knows to the program that writes a file, which
then reads those rows and nothing besides.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from desk.log.about import About
from desk.log.early import Early, Reads, T
from desk.log_types import Asked, ExportRows, FiguresView, Format, LogHead, Sort
from desk.store.log_source import Source


class Handed(ExportRows, frozen=True, kw_only=True, tag="export"):
    """What is to be written, and what is known of it; without `head` nothing is.

    `rows` are places in `calls`, in order, four bytes each. A PDF has its `figures`.
    """

    head: LogHead | None = None
    rows: bytes = b""
    figures: FiguresView | None = None

    def __post_init__(self) -> None:
        if len(self.rows) % array("i").itemsize:
            raise ValueError("there are no such rows")
        if self.head is not None and self.format is Format.PDF and self.figures is None:
            raise ValueError("a PDF has figures")


class Chosen(Early):
    """The log of one folder, of which nothing can be asked but what was handed. Made by `of`."""

    def __init__(self, source: Source, about: About | None) -> None:
        super().__init__(source, about)
        self._rows = array("i")
        self._handed = Handed(file="")

    @classmethod
    def of(cls, handed: Handed, folder: Path, about: About | None = None) -> Self:
        """Open the records of a folder to tell these rows. Raises as `open`."""
        log = cls.open(folder, about)
        log._handed, log._rows = handed, array("i", handed.rows)
        return log

    def head(self) -> LogHead:
        """As the reader knows it."""
        return self._handed.head or super().head()

    def count(self, asked: Asked, now: datetime) -> int:
        """How many rows there are."""
        return len(self._rows)

    def figures_asked(self, asked: Asked, now: datetime) -> FiguresView:
        """The figures that were handed."""
        assert self._handed.figures is not None
        return self._handed.figures

    def _some(self, reads: Reads[T], asked: Asked, sort: Sort, now: datetime) -> Iterator[Sequence[T]]:
        return self._these(reads, self._rows)
