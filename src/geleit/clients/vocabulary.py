"""Names of languages and states in the reader's language, and which codes there are.

Languages are ISO 639-1 codes, or ISO 639-3 where there is no shorter one. States are ISO 3166-1 codes and three of
the range that standard leaves to its users: Kosovo, stateless and unclear. Those met most often here come first.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import pycountry
from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from geleit.clients.names import sort_key

KOSOVO, STATELESS, UNCLEAR = "XK", "XA", "XX"

# Dari, Farsi and the Kurdish languages are kept apart: an interpreter for one does not serve another.
_LANGUAGE_NAMES = {
    "fa": _("Farsi (Persian)"),
    "prs": _("Dari"),
    "haz": _("Hazaragi"),
    "ku": _("Kurdish, not stated which"),
    "kmr": _("Kurmanji (Kurdish)"),
    "ckb": _("Sorani (Kurdish)"),
    "aii": _("Neo-Aramaic (Assyrian)"),
    "arc": _("Aramaic"),
    "mnk": _("Mandinka"),
    "rmn": _("Romani (Balkan)"),
}
_COUNTRY_NAMES = {STATELESS: _("stateless"), UNCLEAR: _("unclear")}

_LANGUAGES_MET = (
    "ar uk ru fa prs ps kmr ckb ti tr en fr de so am sq sr mk ka ku zza haz rom ur pa az hy ta vi "
    "ha ff mnk wo bm"
)
_COUNTRIES_MET = (
    "UA SY AF IQ TR ER GM NG PK MK SO IR GE XK RS AL DZ LK CM CN ET GN IN RU TN VE XA XX"
)
COMMON_LANGUAGES = _LANGUAGES_MET.split()
COMMON_COUNTRIES = _COUNTRIES_MET.split()

Choice = tuple[str, str]


def language_name(code: str) -> str:
    """The language in the reader's language; the code itself if nobody has named it."""
    return _language_names(_reader()).get(code) or _own(code) or code


def country_name(code: str) -> str:
    """The state in the reader's language; the code itself if there is none."""
    return _country_names(_reader()).get(code, code)


def language_names(codes: Iterable[str]) -> str:
    """Several languages in one line."""
    return ", ".join(map(language_name, codes))


def country_names(codes: Iterable[str]) -> str:
    """Several states in one line."""
    return ", ".join(map(country_name, codes))


def is_language(code: str) -> bool:
    """Whether a code names a language."""
    return code in _all_languages()


def is_country(code: str) -> bool:
    """Whether a code names a state, or says that there is none or that it is unclear."""
    return code in _country_names("en")


def language_choices(first: Iterable[str] = ()) -> list[Choice]:
    """«Not stated», then the languages of `first`, the common ones, all with a two-letter code by name."""
    usual = _usual_languages(_reader())
    front = [(code, language_name(code)) for code in dict.fromkeys(first) if code]
    known = {code for code, _name in front}
    return [
        ("", gettext("not stated")),
        *front,
        *(choice for choice in usual if choice[0] not in known),
    ]


def country_choices() -> list[Choice]:
    """«Not stated», then the common states, then all by name."""
    return [("", gettext("not stated")), *_usual_countries(_reader())]


def languages_beginning(text: str, limit: int = 8) -> list[Choice]:
    """Languages with a word that begins as typed, the common ones first; rare ones are found here too."""
    names = _language_names(_reader())
    rare = sorted(
        (code for code in names if code not in COMMON_LANGUAGES), key=lambda code: names[code]
    )
    return _beginning(
        text, [(code, names[code]) for code in [*COMMON_LANGUAGES, *rare] if code in names], limit
    )


def countries_beginning(text: str, limit: int = 8) -> list[Choice]:
    """States with a word that begins as typed, the common ones first."""
    return _beginning(text, _usual_countries(_reader()), limit)


def _beginning(text: str, choices: Iterable[Choice], limit: int) -> list[Choice]:
    wanted = text.casefold().strip()
    found = [choice for choice in choices if any(w.startswith(wanted) for w in _words(choice[1]))]
    exact = [choice for choice in found if choice[1].casefold() == wanted]
    return (exact + [choice for choice in found if choice not in exact])[:limit] if wanted else []


def _words(label: str) -> list[str]:
    plain = label.casefold()
    return [plain, *plain.replace("(", " ").replace("-", " ").split()]


def _reader() -> str:
    return "en" if (get_language() or "de").startswith("en") else "de"


def _own(code: str) -> str:
    """A language that only the international list knows, by its English name."""
    found = pycountry.languages.get(alpha_3=code) if len(code) == 3 else None
    return str(found.name) if found else ""


@lru_cache(maxsize=1)
def _all_languages() -> frozenset[str]:
    short = {language.alpha_2 for language in pycountry.languages if hasattr(language, "alpha_2")}
    long = {
        language.alpha_3 for language in pycountry.languages if not hasattr(language, "alpha_2")
    }
    return frozenset(short | long | set(_language_names("en")))


@lru_cache(maxsize=4)
def _language_names(reader: str) -> dict[str, str]:
    """All languages that have a name in the reader's language."""
    listed = Locale(reader).languages
    names = {
        code: name
        for code, name in listed.items()
        if len(code) <= 3 and code not in ("mul", "und", "zxx")
    }
    return names | _translated(_LANGUAGE_NAMES, reader)


@lru_cache(maxsize=4)
def _usual_languages(reader: str) -> list[Choice]:
    names = _language_names(reader)
    living = {
        lang.alpha_2
        for lang in pycountry.languages
        if hasattr(lang, "alpha_2") and lang.type == "L"
    }
    return _common_first(
        COMMON_LANGUAGES, {code: names[code] for code in names if code in living}, names
    )


@lru_cache(maxsize=4)
def _country_names(reader: str) -> dict[str, str]:
    listed = Locale(reader).territories
    codes = [country.alpha_2 for country in pycountry.countries] + [KOSOVO]
    return {code: listed[code] for code in codes} | _translated(_COUNTRY_NAMES, reader)


@lru_cache(maxsize=4)
def _usual_countries(reader: str) -> list[Choice]:
    names = _country_names(reader)
    return _common_first(COMMON_COUNTRIES, names, names)


def _translated(names: Mapping[str, Promise], reader: str) -> dict[str, str]:
    with override(reader):
        return {code: str(name) for code, name in names.items()}


def _common_first(common: list[str], usual: dict[str, str], names: dict[str, str]) -> list[Choice]:
    front = [(code, names[code]) for code in common if code in names]
    rest = [(code, name) for code, name in usual.items() if code not in common]
    return front + sorted(rest, key=lambda choice: sort_key(choice[1], ""))
