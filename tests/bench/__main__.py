"""script/bench [--json FILE] [--quick] [part ...]: measures One Moment on loopback, beside its peers.

`script/bench year --make FOLDER` makes the records of a year instead, as the part log reads them.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path

from tests.bench import year
from tests.bench.report import CannotMeasure, Part, machine

PARTS = ("answer", "load", "screen", "start", "barge", "talk", "ear", "log")


def main() -> int:
    if sys.argv[1:2] == ["year"]:
        return year.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"one of {', '.join(PARTS)}; all when none is named"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to FILE too")
    parser.add_argument(
        "--quick", action="store_true", help="fewer repetitions: to try it, not to publish it"
    )
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; parts are {', '.join(PARTS)}")
    facts = machine()
    print(", ".join(f"{name} {value}" for name, value in facts.items()), flush=True)
    found: list[Part] = []
    for name in asked.parts or PARTS:
        part = _measured(name, asked.quick)
        print(part.table(), flush=True)
        found.append(part)
    missed = sum(len(part.missed) for part in found)
    skipped = [part.name for part in found if part.skipped]
    facts["load_after"] = machine()["load"]
    print(f"\nload {facts['load_after']}; {missed} missed{f'; skipped: {skipped}' if skipped else ''}")
    if asked.json:
        whole = {"machine": facts, "quick": asked.quick, "parts": [part.as_json() for part in found]}
        asked.json.write_text(json.dumps(whole, indent=1) + "\n")
    return 1 if missed else 0


def _measured(name: str, quick: bool) -> Part:
    try:
        part = importlib.import_module(f"tests.bench.{name}").run(quick)
    except CannotMeasure as why:
        return Part(name, "not measured", skipped=str(why))
    assert isinstance(part, Part)
    return part


if __name__ == "__main__":
    sys.exit(main())
