"""Commands about the people directory: `onemoment people ...`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import as_json
from desk.cli.asking import WELL, Sorry, ask
from desk.cli.declaring import Commands
from desk.core.views import ContactView
from desk.link_types import ExportContacts, FindContacts, ImportContacts, RemoveContact, SaveContact

LANGUAGES = ("en", "es", "de", "fr")
DO = ("list", "find", "add", "remove", "import", "export")
AT_ONCE = 200


def declare(commands: Commands) -> None:
    """Add the command."""
    people = commands.command("people", _people, "the people directory", by=True)
    people.add_argument("what", choices=DO, metavar="WHAT", help=", ".join(DO))
    people.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="find TEXT, add NAME NUMBER ..., remove ID, import/export FILE",
    )
    people.add_argument("--company", default="", metavar="NAME", help="add: where they work")
    people.add_argument("--notes", default="", metavar="TEXT", help="add: what is good to know")
    people.add_argument(
        "--language", default="", choices=LANGUAGES, metavar="CODE", help="add: en, es, de, fr"
    )
    people.add_argument("--vip", action="store_true", help="add: is called back sooner")
    people.add_argument("--blocked", action="store_true", help="add: is not let through")
    people.add_argument("--internal", action="store_true", help="add: a colleague")
    people.add_argument(
        "--apply", action="store_true", help="import: do it, instead of showing what would be"
    )


def _people(asked: argparse.Namespace) -> int:
    words: list[str] = asked.words
    match asked.what:
        case "list" | "find":
            return _list(asked, " ".join(words))
        case "add" if words:
            return _add(asked, words)
        case "remove" if len(words) == 1:
            ask(asked, RemoveContact(contact=words[0], by=asked.by))
            return WELL
        case "import" if len(words) == 1:
            return _import(asked, words[0])
        case "export" if len(words) == 1:
            ask(asked, ExportContacts(file=str(Path(words[0]).absolute()), by=asked.by))
            return WELL
    needs = {"add": "NAME NUMBER ...", "remove": "ID"}.get(asked.what, "FILE")
    raise Sorry("Something is missing, or too much.", f"Say: onemoment people {asked.what} {needs}", 2)


def _list(asked: argparse.Namespace, text: str) -> int:
    found: list[ContactView] = []
    while part := ask(asked, FindContacts(text=text[:80], limit=AT_ONCE, skip=len(found))).contacts:
        found += part
    _print(asked, found)
    if not found and not asked.json:
        print("Nobody was found." if text else "The directory is empty.")
    return WELL


def _print(asked: argparse.Namespace, found: list[ContactView]) -> None:
    if asked.json:
        print(as_json.text([as_json.person(c) for c in found]))
        return
    for c in found:
        flags = [
            word
            for word, is_so in (("vip", c.vip), ("blocked", c.blocked), ("internal", c.internal))
            if is_so
        ]
        who = ", ".join(part for part in (c.name, c.company) if part)
        print(f"{c.id}  {who:<30}  {' '.join(c.numbers)}{'  ' if flags else ''}{', '.join(flags)}")


def _add(asked: argparse.Namespace, words: list[str]) -> int:
    contact = ContactView(
        name=words[0],
        numbers=tuple(words[1:]),
        company=asked.company,
        notes=asked.notes,
        language=asked.language,
        vip=asked.vip,
        blocked=asked.blocked,
        internal=asked.internal,
    )
    _print(asked, list(ask(asked, SaveContact(contact=contact, by=asked.by)).contacts))
    return WELL


def _import(asked: argparse.Namespace, file: str) -> int:
    seen = ask(
        asked, ImportContacts(file=str(Path(file).absolute()), apply=asked.apply, by=asked.by)
    ).importing
    if seen is None:
        raise Sorry("The engine sent no answer.", "Stop it and start onemoment again.")
    if asked.json:
        print(as_json.text(as_json.importing(seen)))
        return WELL
    for problem in seen.problems:
        print(f"!!  {problem}")
    for change in seen.changes:
        after, kind = change.after, "new" if change.before is None else "now"
        print(f"{kind}  {after.name}  {' '.join(after.numbers)}")
    done = "Done" if seen.applied else "Nothing is changed yet; --apply does it"
    print(f"{done}: {seen.added} new, {seen.changed} changed, {seen.unchanged} as they were.")
    return WELL
