"""The people the demo counsellor works with first: written, not drawn, so that every page has something to show.

Days are counted from the day of the load. Families, places and events are invented.
"""

from dataclasses import dataclass

from geleit.casework.choices import Channel
from geleit.clients.choices import HouseholdRole, InterpretingNeed, ResidenceKind, Sex


@dataclass(frozen=True)
class Person:
    """One person: names as in the papers, other spelling, sex, age and place in the household."""

    given: str
    family: str
    also_known_as: str
    sex: Sex
    age: int
    role: HouseholdRole = HouseholdRole.ADULT


@dataclass(frozen=True)
class Appointment:
    """The talk planned with them for the day of the load."""

    at: str
    channel: Channel
    subject: str
    place: str = ""
    minutes: int = 45
    is_held: bool = False


@dataclass(frozen=True)
class Story:
    """Somebody with a period that ends in so many days and a paper that runs out in so many."""

    people: tuple[Person, ...]
    adults: int
    citizenship: str
    tongue: str
    need: InterpretingNeed
    period_ends_in: int
    residence: ResidenceKind
    paper_ends_in: int
    intensity: float = 1.0
    today: Appointment | None = None


_M, _F = Sex.MALE, Sex.FEMALE
_PARTNER, _CHILD = HouseholdRole.PARTNER, HouseholdRole.CHILD

STORIES = (
    Story(
        (Person("Olena", "Kovalenko", "Олена Коваленко", _F, 37),),
        1, "UA", "uk", InterpretingNeed.HELPFUL, 98, ResidenceKind.TEMPORARY, 102, 1.5,
        Appointment("08:30", Channel.OFFICE, "Wohnungssuche, Brief vom Jobcenter", "Rathaus, Zimmer 12", is_held=True),
    ),
    Story(
        (
            Person("Hamid", "Rahimi", "حمید رحیمی", _M, 41),
            Person("Shukria", "Rahimi", "شکریه رحیمی", _F, 36, _PARTNER),
            Person("Parwana", "Rahimi", "", _F, 13, _CHILD),
            Person("Idris", "Rahimi", "", _M, 5, _CHILD),
        ),
        2, "AF", "prs", InterpretingNeed.NEEDED, 45, ResidenceKind.REMOVAL_BAN, 250, 2.0,
        Appointment("10:00", Channel.HOME_VISIT, "Kitaplatz, Mietvertrag", "Musterstraße 14", 60),
    ),
    Story(
        (Person("Tesfay", "Ghebremariam", "ተስፋይ ገብረማርያም, Tesfai Gebremariam", _M, 29),),
        1, "ER", "ti", InterpretingNeed.NOT_NEEDED, 160, ResidenceKind.REFUGEE, 410, 6.0,
        Appointment("11:30", Channel.PHONE, "Anerkennung Berufsabschluss", minutes=20),
    ),
    Story(
        (Person("Yusuf", "Demir", "", _M, 24),),
        1, "TR", "tr", InterpretingNeed.HELPFUL, 610, ResidenceKind.PERMISSION_TO_STAY, 17,
    ),
    Story(
        (
            Person("Bassel", "Al-Hamwi", "باسل الحموي", _M, 44),
            Person("Rasha", "Al-Hamwi", "رشا الحموي", _F, 40, _PARTNER),
            Person("Majd", "Al-Hamwi", "", _M, 17, _CHILD),
            Person("Lina", "Al-Hamwi", "", _F, 14, _CHILD),
            Person("Nour", "Al-Hamwi", "", _F, 9, _CHILD),
            Person("Karim", "Al-Hamwi", "", _M, 3, _CHILD),
        ),
        2, "SY", "ar", InterpretingNeed.NEEDED, 130, ResidenceKind.SUBSIDIARY, 28, 2.5,
    ),
    Story(
        (Person("Lamin", "Ceesay", "Lamin Sisay", _M, 26),),
        1, "GM", "mnk", InterpretingNeed.NOT_NEEDED, 75, ResidenceKind.TOLERATION, 5,
    ),
    Story(
        (Person("Marzia", "Nazari", "مرضیه نظری", _F, 31),),
        1, "AF", "prs", InterpretingNeed.NEEDED, 20, ResidenceKind.PERMISSION_TO_STAY, -3,
    ),
)  # fmt: skip

OPEN_HOURS = Appointment("14:00", Channel.OFFICE, "", "Rathaus, Zimmer 12", 120)
