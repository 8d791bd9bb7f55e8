"""The commented example of the settings file, made from the declarations: `python -m config.example`."""

from __future__ import annotations

import sys
import textwrap
from datetime import date
from pathlib import Path

from config.check import Option, bounds, options
from config.options import SECTIONS

COMMITTED = Path(__file__).with_name("onemoment.example.toml")
"""Where the example stands; a test holds that it is current."""

_HEAD = """\
# Settings of One Moment. Every option stands here with its default, commented out: this file as it is
# changes nothing. Take away the # before an option to set it. Lengths of time are seconds unless the
# name says minutes.
"""


def example() -> str:
    """The example as text: every section, every option with its sentence, its bounds and its default."""
    parts = [_HEAD]
    for name, declared in SECTIONS.items():
        what = (declared.__doc__ or "").strip().splitlines()[0]
        parts.append(f"\n[{name}]\n# {what}\n")
        parts.extend(_option(option) for option in options(name, declared))
    return "".join(parts)


def _option(option: Option) -> str:
    hint = bounds(option.type)
    if not hint and option.right and "such as" not in option.sentence:
        hint = f"for example {option.right}" if option.right[0] in '"[' else option.right
    said = f"{option.sentence} ({hint})" if hint else option.sentence
    lines = textwrap.wrap(said, width=104, break_long_words=False, break_on_hyphens=False)
    return "\n" + "".join(f"# {line}\n" for line in lines) + f"#{option.name} = {toml(option.default)}\n"


def toml(value: object) -> str:
    """A default as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(toml(item) for item in value)}]"
    raise TypeError(f"no TOML for {type(value).__name__}")


def _main() -> None:
    """Write the committed example anew, or with --print to standard output."""
    if sys.argv[1:] == ["--print"]:
        sys.stdout.write(example())
    else:
        COMMITTED.write_text(example(), encoding="utf-8")


if __name__ == "__main__":
    _main()
