"""What a file of people changes: who is who, and that nothing is ever lost."""

from __future__ import annotations

from msgspec.structs import replace

from desk.core.views import ContactView
from desk.directory import Parsed, merge
from desk.directory.rows import Extra, Row, extra_of
from desk.link_types import ContactChange, Importing

ANA = ContactView(id="a" * 16, name="Ana Okafor", company="Harbour", numbers=("+12025550123",), notes="x-ray")
BEN = ContactView(id="b" * 16, name="Ben Okafor", numbers=("+12025550123", "214"), vip=True)
HERE = [(ANA, ""), (BEN, "")]
UID = "urn:uuid:4fbe8971-0bc3"


def file(*people: ContactView, uid: str = "", **flags: bool) -> Parsed:
    return Parsed(
        tuple(Row(n, view, uid=uid, extra=Extra(uid=uid), **flags) for n, view in enumerate(people, 2))
    )


def test_a_preview_shows_what_was_and_what_will_be() -> None:
    read = Parsed(
        file(
            ContactView(
                name="ana okafor", numbers=("+12025550123", "+12025550199"), notes="prefers mornings"
            ),
            ContactView(name="Ben Okafor", numbers=("214",)),
            ContactView(name="Cleo", numbers=("215",)),
        ).rows,
        ("Line 9 is wrong.",),
    )
    after = replace(
        ANA,
        name="ana okafor",
        numbers=("+12025550123", "+12025550199"),
        notes="x-ray\nprefers mornings",
    )
    importing, save = merge(HERE, read)
    cleo = ContactView(name="Cleo", numbers=("215",))
    assert importing == Importing(
        added=1,
        changed=1,
        unchanged=1,
        changes=(ContactChange(after=after, before=ANA), ContactChange(after=cleo)),
        problems=("Line 9 is wrong.",),
    )
    assert save == ((after, ""), (cleo, ""))
    # once more is once
    again = [(after, ""), (BEN, ""), (replace(cleo, id="c"), "")]
    assert merge(again, read).importing.unchanged == 3


def test_two_people_on_one_number_stay_two_people() -> None:
    cleo = ContactView(name="Cleo Okafor", numbers=("+12025550123",))
    importing, save = merge(HERE, file(cleo))
    assert (importing.added, importing.changed) == (1, 0)
    assert save[0][0] == cleo
    # and a number alone, that two have, is neither of them
    assert merge(HERE, file(ContactView(numbers=("+12025550123",)))).importing.added == 1
    twins = file(ContactView(name="Cleo", numbers=("216",)), ContactView(name="Dora", numbers=("216",)))
    assert merge((), twins).importing.added == 2


def test_a_uid_that_several_have_in_a_file_is_nobodys() -> None:
    """A program that names all alike, or a row of our own export that was copied for somebody new."""
    rows = (*file(ContactView(name="Cleo", numbers=("216",)), uid=UID).rows,
            *file(ContactView(name="Dora", numbers=("217",)), uid=UID).rows)  # fmt: skip
    importing, save = merge((), Parsed(rows))
    assert [contact.name for contact, _ in save] == ["Cleo", "Dora"]
    assert "Several people have one id" in importing.problems[0]
    assert {extra_of(kept).fields["UID"] for _, kept in save} == {UID}
    ours = f"onemoment-{ANA.id}"
    rows = (*file(ANA, uid=ours).rows, *file(ContactView(name="Cleo", numbers=("216",)), uid=ours).rows)
    importing, save = merge(HERE, Parsed(rows))
    assert (importing.added, importing.changed, importing.unchanged) == (1, 0, 1)
    assert [(contact.name, kept) for contact, kept in save] == [("Cleo", "")]


def test_who_has_no_name_yet_gets_it_by_the_number() -> None:
    nameless = ContactView(id="n", numbers=("215",), blocked=True)
    [(after, _)] = merge([(nameless, "")], file(ContactView(name="Cleo", numbers=("215",)))).save
    assert after == replace(nameless, name="Cleo")


def test_a_name_alone_is_somebody_only_with_the_company_or_without_numbers() -> None:
    namesake = ContactView(name="Ana Okafor", numbers=("+12025550144",))
    assert merge(HERE, file(namesake)).importing.added == 1
    [(after, _)] = merge(HERE, file(replace(namesake, company="HARBOUR"))).save
    assert (after.id, after.numbers) == (ANA.id, ("+12025550123", "+12025550144"))
    [(after, _)] = merge(HERE, file(ContactView(name="Ána Okafor", notes="left-handed"))).save
    assert (after.id, after.notes) == (ANA.id, "x-ray\nleft-handed")


def test_who_the_file_names_as_we_do_may_have_another_name_and_number() -> None:
    moved = ContactView(name="Ana Lee", numbers=("217",))
    [(after, kept)] = merge(HERE, file(moved, uid=f"onemoment-{ANA.id}")).save
    assert after == replace(ANA, name="Ana Lee", numbers=("+12025550123", "217"))
    assert extra_of(kept) == Extra()
    known = [(ANA, Extra(uid=UID).kept()), (BEN, "")]
    [(after, kept)] = merge(known, file(moved, uid=UID)).save
    assert (after.id, extra_of(kept).uid) == (ANA.id, UID)


def test_nothing_is_emptied_and_a_no_that_is_said_is_one() -> None:
    assert merge(HERE, file(ContactView(name="Ben Okafor", numbers=("214",)))).save == ()
    [(after, _)] = merge(HERE, file(ContactView(name="Ben Okafor", numbers=("214",)), vip=False)).save
    assert after == replace(BEN, vip=False)


def test_what_another_program_kept_is_added_to() -> None:
    kept = Extra(uid=UID, lines=("EMAIL:a@example.org", "BDAY:1980"), fields={"Fax": "1"}).kept()
    row = Row(
        2,
        replace(ANA, id=""),
        extra=Extra(lines=("EMAIL:b@example.org", "BDAY:1981"), fields={"Room": "2"}),
    )
    [(_, now)] = merge([(ANA, kept)], Parsed((row,))).save
    assert extra_of(now) == Extra(
        uid=UID,
        lines=("EMAIL:a@example.org", "EMAIL:b@example.org", "BDAY:1981"),
        fields={"Fax": "1", "Room": "2"},
    )


def test_no_more_is_kept_of_one_person_than_can_be_shown_with_each_call() -> None:
    numbers = tuple(str(number) for number in range(200, 250))
    many = ContactView(name="x" * 300, company="y" * 300, notes="z" * 10**6, numbers=numbers)
    importing, save = merge((), file(many))
    [(kept, extra)] = save
    assert (len(kept.name), len(kept.company), len(kept.notes), len(kept.numbers)) == (200, 200, 5000, 20)
    assert importing.problems == ("Line 2: this is more than is kept of one person; the end was left out.",)
    again = [(replace(kept, id="a"), extra)]
    assert merge(again, file(many, uid="onemoment-a")).importing.unchanged == 1


def test_the_lists_are_cut_and_the_counts_are_whole() -> None:
    many = file(*(ContactView(name=f"Person {n}", numbers=(str(1000 + n),)) for n in range(700)))
    importing, save = merge((), Parsed(many.rows, ("wrong",) * 700))
    assert (importing.added, len(importing.changes), len(importing.problems)) == (700, 500, 500)
    assert len(save) == 700
