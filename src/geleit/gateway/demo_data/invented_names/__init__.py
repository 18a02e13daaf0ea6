"""Lists of given and family names that are put together by chance; nobody's name is meant.

An entry is `Latin=script=spelling,spelling`: the second part is the name in the script of the papers,
the third other Latin spellings met for it; both may be missing. `_` stands for a space, `/` parts the
forms for men and women.
"""

from dataclasses import dataclass
from functools import cache

from geleit.gateway.demo_data.invented_names import (
    africa,
    central_asia,
    eastern_europe,
    middle_east,
)

_LISTS: dict[str, dict[str, str]] = {
    "arabic": middle_east.ARABIC,
    "kurdish": middle_east.KURDISH,
    "turkish": middle_east.TURKISH,
    "persian": middle_east.PERSIAN,
    "afghan": central_asia.AFGHAN,
    "pakistani": central_asia.PAKISTANI,
    "tamil": central_asia.TAMIL,
    "indian": central_asia.INDIAN,
    "ukrainian": eastern_europe.UKRAINIAN,
    "albanian": eastern_europe.ALBANIAN,
    "macedonian": eastern_europe.MACEDONIAN,
    "georgian": eastern_europe.GEORGIAN,
    "gambian": africa.GAMBIAN,
    "nigerian": africa.NIGERIAN,
    "tigrinya": africa.TIGRINYA,
    "somali": africa.SOMALI,
    "algerian": africa.ALGERIAN,
    "amharic": africa.AMHARIC,
    "west_african": africa.WEST_AFRICAN,
}


@dataclass(frozen=True)
class Name:
    """One given or family name with what else it is written like."""

    latin: str
    script: str = ""
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameList:
    """The names of one community: given names by sex, family names by the bearer's sex."""

    given: dict[str, tuple[Name, ...]]
    family: dict[str, tuple[Name, ...]]


@cache
def name_list(which: str) -> NameList:
    """The names of a community, by the list's name."""
    lists = _LISTS[which]
    return NameList(
        given={sex: tuple(_read(entry, sex) for entry in lists[sex].split()) for sex in "mf"},
        family={sex: tuple(_read(entry, sex) for entry in lists["family"].split()) for sex in "mf"},
    )


def _read(entry: str, sex: str) -> Name:
    latin, script, spellings = (*entry.split("="), "", "")[:3]
    if script.isascii() and not spellings:
        script, spellings = "", script
    others = tuple(_form(spelling, sex) for spelling in spellings.split(",") if spelling)
    return Name(_form(latin, sex), _form(script, sex), others)


def _form(text: str, sex: str) -> str:
    forms = text.replace("_", " ").split("/")
    return forms[-1] if sex == "f" else forms[0]
