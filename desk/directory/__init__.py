"""Files of people: reading and writing CSV and vCard, and what a file would change of the directory."""

from desk.directory.files import read, write
from desk.directory.merge import Merged, merge
from desk.directory.rows import Parsed
from desk.directory.text_file import CannotUse

__all__ = ["CannotUse", "Merged", "Parsed", "merge", "read", "write"]
