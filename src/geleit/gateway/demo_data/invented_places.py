"""Addresses, phone numbers and the like that cannot belong to anybody.

Phone numbers come from the blocks the Bundesnetzagentur keeps free for films, postcodes begin with 00, which no
German postcode does, e-mail addresses end in example.org.
"""

from random import Random

_STREETS = ("Musterstraße", "Beispielweg", "Mustergasse", "Probeweg", "Beispielallee", "Musterplatz", "Am Muster",
            "Beispielring")  # fmt: skip
# Block and how many digits follow.
_PHONES = (
    ("0176 040690", 2), ("0176 040690", 2), ("030 23125", 3), ("040 66969", 3), ("069 90009", 3), ("089 99998", 3),
    ("0221 4710", 3),
)  # fmt: skip
_CAUTIONS = (
    "Nur per SMS, nicht anrufen.",
    "Nie per Brief, Post wird von anderen geöffnet.",
    "Anruf nur vormittags.",
    "Keine Nachricht auf die Mailbox sprechen.",
    "Rückruf nur über die Nachbarin, Nummer liegt vor.",
    "Nicht zu Hause ansprechen, nur im Büro.",
)


def street(throw: Random) -> str:
    return f"{throw.choice(_STREETS)} {throw.randint(1, 120)}"


def postcode(throw: Random) -> str:
    return f"00{throw.randint(100, 999)}"


def phone(throw: Random) -> str:
    block, digits = throw.choice(_PHONES)
    return block + "".join(str(throw.randint(0, 9)) for _ in range(digits))


def caution(throw: Random) -> str:
    """What to mind when reaching somebody."""
    return throw.choice(_CAUTIONS)
