"""Who calls a desk in a year: numbers as a town has them, some of them in the people directory."""

import random
from bisect import bisect
from itertools import accumulate
from typing import NamedTuple

from desk.core.model import Caller, Dial

STAFF = ("Ana Costa", "Ben Müller", "Chidi Okafor")
SUPERVISOR = "Dr. Žofie Nováková"

_GIVEN = {
    "en": ("Amelia", "Charlotte", "Daniel", "Eleanor", "George", "Harriet", "James", "Oliver", "Ruth"),
    "de": ("Jürgen", "Käthe", "Lukas", "Sabine", "Sören", "Ursula", "Björn", "Anneliese"),
    "fr": ("Benoît", "Chloé", "François", "Hélène", "Maël", "Zoé", "Jérôme", "Océane"),
    "es": ("Ángel", "Begoña", "Íñigo", "José", "Lucía", "María", "Óscar", "Sofía"),
    "pl": ("Agnieszka", "Łukasz", "Małgorzata", "Paweł", "Stanisław", "Zofia"),
    "tr": ("Ayşe", "Çağla", "Gökhan", "İbrahim", "Özlem", "Şükrü"),
    "": ("Adaeze", "Olúwaṣeun", "Nnamdi", "Priya", "Sanjay", "Anjali", "Wei", "Mei-Ling", "Hiroshi", "Nguyễn",
         "Đặng", "Fatima", "Youssef", "Björk", "Siân", "Caoimhe", "Søren", "Åse"),
}  # fmt: skip
_FAMILY = {
    "en": ("Abbott", "Brown", "Clarke", "Davies", "Evans", "Fletcher", "Hughes", "O'Brien", "Smith"),
    "de": ("Bäcker", "Groß", "Jäger", "Köhler", "Müller", "Schäfer", "Weiß", "von der Heide"),
    "fr": ("Bérenger", "D'Aubigné", "Lefèvre", "Moreau", "Noël", "Périer"),
    "es": ("Ibáñez", "López", "Muñoz", "Núñez", "Peña", "García Márquez"),
    "pl": ("Dąbrowska", "Kaczyński", "Wiśniewska", "Wójcik", "Żukowski"),
    "tr": ("Aydın", "Çelik", "Güneş", "Öztürk", "Şahin", "Yıldız"),
    "": ("Okafor", "Adébáyò", "Eze", "Patel", "Singh", "Sharma", "Zhang", "Li", "Tanaka", "Văn Thành",
         "Haddad", "Guðmundsdóttir", "Ó Súilleabháin", "Llewellyn", "Ødegård", "Ångström"),
}  # fmt: skip
_COMPANIES = (
    "", "", "", "", "", "Hill Street Pharmacy", "Bright & Sons Opticians", "Café Zürich", "St. Mary's School",
    "Northgate Couriers", "Okafor Catering Ltd", "Møller Dental", "City Transport", "Harbour Physiotherapy",
    "=Equal Housing Co-op", "Peña & Núñez, Abogados",
)  # fmt: skip
DEPARTMENTS = (
    "Billing",
    "Laboratory",
    "Ward 3",
    "X-ray",
    "Pharmacy",
    "Caretaker",
    "IT",
    "Records",
    "Surgery",
)

NOTES = (
    "asked about the invoice of last month", "wants the results of Tuesday", "appointment moved to next week",
    "needs a repeat prescription", "will bring the insurance card", "asks for Dr. Nováková herself",
    "the parcel is at the side door", "spoke slowly, please ring the daughter instead",
    "very kind, thanked us", "complains about the parking", "wants to speak with billing, policy 44-120",
    "rescheduled: Thursday morning", "left the walking stick here", "needs a ramp at the entrance",
    "=was told 2+2 forms are missing", "asks whether X-ray is open on Saturday", "no voicemail, rings out",
    "café booking confirmed", "prefers to be called after five", "new address, see the directory",
)  # fmt: skip
WORDS = (
    "hello this is {name} could you please call me back about my appointment thank you",
    "good morning I am calling about the invoice it seems to be wrong please ring me on my mobile",
    "yes hello it is about the prescription the pharmacy says it has not arrived",
    "hi it is {name} I will be ten minutes late for the appointment today sorry",
    "could somebody tell me whether the results are back I am waiting since Monday",
    "this is the courier we have a parcel and nobody opens the side door",
    "guten Tag hier ist {name} bitte rufen Sie mich zurück wegen des Termins",
    "bonjour c'est {name} je voudrais déplacer mon rendez-vous merci",
    "hello it is {name} again no need to hurry just call me some time this week",
    "I wanted to say thank you to the lady who helped my mother yesterday",
)


class Person(NamedTuple):
    """One number that calls: what the rules know of it, and the number itself (empty when withheld)."""

    caller: Caller
    number: str


class Contact(NamedTuple):
    """One row of the people directory; `keys` are those of their numbers."""

    key: str
    name: str
    company: str
    notes: str
    language: str
    vip: bool
    blocked: bool
    internal: bool
    numbers: tuple[tuple[str, str], ...]


class Town:
    """Everybody who may call, the same for the same seed and size."""

    def __init__(self, seed: int, interruptions: int) -> None:
        self.random = random.Random(f"town {seed}")
        self.staff = {name: self.key() for name in (*STAFF, SUPERVISOR)}
        self.contacts: list[Contact] = []
        known = min(8000, max(120, interruptions // 25))
        strangers = max(200, interruptions // 8)
        self.outside = [self._outside(i, known) for i in range(known + strangers)]
        # who is known calls more often than a stranger does, but not always
        self.random.shuffle(self.outside)
        self.inside = [self._inside(i) for i in range(70)]
        self.withheld = Person(Caller(), "")
        self._share()
        self._often = list(accumulate(1 / (rank + 25) ** 0.95 for rank in range(len(self.outside))))
        self._inside_often = list(accumulate(1 / (rank + 3) for rank in range(len(self.inside))))

    def key(self) -> str:
        """A key as the store makes them, but the same every time."""
        return f"{self.random.getrandbits(64):016x}"

    def somebody(self, chance: random.Random) -> Person:
        """Who calls next: a few numbers often, most of them once or twice a year (Zipf)."""
        kind = chance.random()
        if kind < 0.06:
            return self.withheld
        if kind < 0.24:
            return self.inside[_picked(self._inside_often, chance)]
        return self.outside[_picked(self._often, chance)]

    def other_number(self, chance: random.Random) -> Person:
        """A number somebody keys in: their mobile, mostly one that calls itself at times."""
        return self.outside[chance.randrange(len(self.outside))]

    def _outside(self, index: int, known: int) -> Person:
        pick, key = self.random, self.key()
        number = _number(index)
        if index >= known:
            return Person(Caller(key=key, dial=Dial.CAN), number)
        land = pick.choices(("en", "", "de", "fr", "es", "pl", "tr"), (50, 25, 6, 6, 5, 5, 3))[0]
        language = land if land in ("de", "fr", "es") and pick.random() < 0.5 else ""
        vip, blocked = pick.random() < 0.015, pick.random() < 0.004
        more = (self.key(), _number(index + 700_000)) if pick.random() < 0.1 else None
        self.contacts.append(
            Contact(
                self.key(),
                self.name(land),
                pick.choice(_COMPANIES),
                pick.choice(NOTES) if pick.random() < 0.2 else "",
                language,
                vip,
                blocked,
                False,
                ((key, number), more) if more else ((key, number),),
            )
        )
        caller = Caller(key=key, dial=Dial.CAN, vip=vip, blocked=blocked, language=language or None)
        return Person(caller, number)

    def _inside(self, index: int) -> Person:
        key, number = self.key(), str(201 + index)
        vip = index == 5
        department = DEPARTMENTS[index % len(DEPARTMENTS)]
        land = self.random.choice(("en", "", "de", "pl"))
        self.contacts.append(
            Contact(self.key(), self.name(land), department, "", "", vip, False, True, ((key, number),))
        )
        return Person(Caller(key=key, dial=Dial.EXTENSION, internal=True, vip=vip), number)

    def _share(self) -> None:
        """Two people on one number: a couple, a household; nothing else about the number changes."""
        for contact in self.random.sample(self.contacts, len(self.contacts) // 30):
            if not (contact.vip or contact.blocked or contact.internal or contact.language):
                other = self.name(self.random.choice(("en", "", "fr")))
                self.contacts.append(contact._replace(key=self.key(), name=other, notes=""))

    def name(self, land: str) -> str:
        """A name as people of that language have them."""
        return f"{self.random.choice(_GIVEN[land])} {self.random.choice(_FAMILY[land])}"


def _picked(weights: list[float], chance: random.Random) -> int:
    return bisect(weights, chance.random() * weights[-1], 0, len(weights) - 1)


def _number(index: int) -> str:
    """Numbers that no network gives out: 01632 of Great Britain's plan is kept for stories."""
    if index % 23 == 5:
        return f"+49302312{index % 100_000:05d}"
    if index % 29 == 7:
        return f"+33199{index % 1_000_000:06d}"
    return f"+441632{index % 1_000_000:06d}"
