"""Languages by their German names, several in one cell, and the need of interpreting."""

import re
from functools import lru_cache

import pycountry
from babel import Locale

from geleit.clients.choices import InterpretingNeed
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import LanguagesFound, Unreadable, unreadable
from geleit.gateway.caseload.text import fold, is_not_stated, tidy, tidy_lines
from geleit.gateway.caseload.values.people import read_need

# Names that papers and people use and the public lists lack or mean otherwise. Dari is kept apart
# from Farsi and the Kurdish languages from each other: an interpreter for one does not serve another.
_OWN_NAMES: dict[str, str] = {
    "ar": "arabisch arab hocharabisch syrisch-arabisch irakisch-arabisch arabic arabish",
    "fa": "farsi persisch farsi/persisch persisch/farsi iranisch parsi persian",
    "prs": "dari afghanisch afghanisch-persisch persisch(dari)",
    "haz": "hazaragi hasaragi",
    "ps": "paschtu paschto pashto pashtu paschtunisch pasto puschtu pushto pachto",
    "ku": "kurdisch kurd kurdish",
    "kmr": "kurmandschi kurmanji kurmanci kurmandji nordkurdisch kurdisch-kurmandschi kurdischkurmanci "
    "kurdischkurmanji badini bahdini behdini ezidisch jesidisch",
    "ckb": "sorani zentralkurdisch kurdisch-sorani",
    "zza": "zazaki zaza kurdischzazaki",
    "ti": "tigrinya tigrinja tigrigna tigrynia tigrina tigrinisch",
    "tig": "tigre",
    "am": "amharisch amhara amharic amarisch",
    "om": "oromo oromifa afaanoromo oromisch",
    "so": "somali somalisch somalia",
    "aa": "afar",
    "byn": "bilen blin bilin",
    "ssy": "saho",
    "uk": "ukrainisch ukr ukrain",
    "ru": "russisch russ russian",
    "tr": "türkisch türk turkish",
    "sq": "albanisch albanian kosovoalbanisch",
    "ur": "urdu",
    "pa": "punjabi panjabi pandschabi",
    "bn": "bengali bengalisch bangla",
    "fr": "französisch franz frz french",
    "en": "englisch engl english",
    "de": "deutsch german",
    "es": "spanisch span",
    "it": "italienisch ital",
    "pt": "portugiesisch port",
    "zh": "chinesisch mandarin hochchinesisch",
    "rom": "romanes romani roma",
    "arc": "aramäisch turoyo surayt",
    "aii": "assyrisch suret neuaramäisch",
    "ha": "haussa hausa",
    "ff": "fula fulfulde fulani pular peul pulaar",
    "mnk": "mandinka mandingo",
    "wo": "wolof",
    "bm": "bambara",
    "sus": "susu soussou",
    "pcm": "pidgin pidginenglisch pidgin-englisch",
    "kri": "krio",
    "bin": "edo bini",
    "sh": "serbokroatisch",
    "gsg": "gebärdensprache dgs deutschegebärdensprache",
    "uz": "usbekisch uzbekisch",
    "tg": "tadschikisch",
    "bal": "belutschisch belutschi baluchi",
    "si": "singhalesisch",
    "sw": "suaheli swahili kisuaheli kiswahili",
    "vi": "vietnamesisch",
    "ro": "rumänisch moldauisch",
}
_CODES_THAT_ARE_WORDS = frozenset({"ja", "no", "ne", "na"})
_LEVEL = re.compile(
    r"\b[ABC][0-2](?:[.+/-]\d?|\b)|\b(?:niveau|muttersprache|fließend|fliessend|gut|sehr gut|etwas|"
    r"wenig|kaum|ein bisschen|grundkenntnisse|anfänger\w*|kenntnisse|spricht|sprache)\b|[:*]",
    re.I,
)
_ANSWER_FIRST = re.compile(r"(ja|nein|teilweise|manchmal)\b[\s,;:(–-]+(.+)", re.I)
_SEVERAL = re.compile(r"\s*(?:[,;/|+&\n]|\bund\b|\bu\.|\boder\b)\s*", re.I)
_INTERPRETER = re.compile(
    r"\b(?:dolmetsch\w*|dolm\.|sprachmittl\w*|übersetz\w*|übersetzung)\b\.?", re.I
)
_NO_NEED = re.compile(r"\b(?:kein\w*|ohne|nicht|nein)\b", re.I)
_FILLERS = re.compile(
    r"\b(?:nötig|notwendig|erforderlich|benötigt|ja|braucht|mit|für|bedarf|nein|kein\w*|ohne|nicht)\b"
    r"|[()!?]",
    re.I,
)


def read_languages(value: Cell) -> LanguagesFound | Unreadable | None:
    """Return the codes of all languages named. Levels such as B1 are left out."""
    text = tidy(value)
    if is_not_stated(text):
        return None
    if not isinstance(value, str):
        return unreadable("language_unreadable", word=text[:40])
    return _read_text(tidy_lines(value))


def read_interpreting(value: Cell) -> LanguagesFound | Unreadable | None:
    """Read yes, no, sometimes, or the language for which interpreting is needed."""
    text = tidy(value)
    need = read_need(text)
    if need:
        return LanguagesFound((), need.value)
    if is_not_stated(text):
        return None
    answer_first = _ANSWER_FIRST.fullmatch(text)
    found = read_languages(answer_first.group(2) if answer_first else value)
    if not isinstance(found, LanguagesFound):
        return unreadable("interpreting_unreadable")
    need = read_need(answer_first.group(1)) if answer_first else None
    return LanguagesFound(found.codes, need or found.interpreting or InterpretingNeed.NEEDED.value)


@lru_cache(maxsize=1024)
def _read_text(text: str) -> LanguagesFound | Unreadable | None:
    interpreting = ""
    if _INTERPRETER.search(text):
        needed = not _NO_NEED.search(text)
        interpreting = (InterpretingNeed.NEEDED if needed else InterpretingNeed.NOT_NEEDED).value
        text = _FILLERS.sub(" ", _INTERPRETER.sub(" ", text))
    codes: list[str] = []
    for part in _parts(text):
        found = _codes_of(part)
        if not found:
            return unreadable("language_unreadable", word=part[:40])
        codes.extend(code for code in found if code not in codes)
    return LanguagesFound(tuple(codes), interpreting) if codes or interpreting else None


def _parts(text: str) -> list[str]:
    """Split at separators unless the whole is the name of one language («Farsi/Persisch»)."""
    whole = _LEVEL.sub(" ", text)
    if _names().get(fold(whole)):
        return [whole]
    parts = (part.strip(" .-()") for part in _SEVERAL.split(whole))
    return [part for part in parts if part and not is_not_stated(part)]


def _codes_of(part: str) -> tuple[str, ...]:
    """One name, one name with its variety in brackets, or several names with only blanks between."""
    without_brackets, _, inside = part.partition("(")
    for candidate in (part, inside, without_brackets):
        code = _code_of(candidate)
        if code:
            return (code,)
    codes = tuple(_code_of(word) or "" for word in part.split())
    return codes if all(codes) else ()


def _code_of(word: str) -> str | None:
    """Find a name; a bare code counts only in capitals, since «ja», «so», «am» are also words."""
    bare = word.strip(" .)")
    if bare.isupper() and bare.casefold() not in _CODES_THAT_ARE_WORDS:
        code = _codes().get(bare.casefold())
        if code:
            return code
    return _names().get(fold(word))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Two and three letters → the code of ISO 639-1, or of 639-3 where there is no shorter one."""
    short = [language for language in pycountry.languages if hasattr(language, "alpha_2")]
    codes = {language.alpha_3: language.alpha_2 for language in short}
    codes.update({language.alpha_2: language.alpha_2 for language in short})
    codes.update({code: code for code in _OWN_NAMES})
    return codes


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every folded name of a language → its code."""
    languages = [one for one in pycountry.languages if hasattr(one, "alpha_2")]
    names = {fold(language.name): language.alpha_2 for language in languages}
    for code, name in Locale("de").languages.items():
        if "_" not in code and len(code) <= 3:
            names[fold(name)] = code
    for code, spellings in _OWN_NAMES.items():
        names.update({fold(spelling): code for spelling in spellings.split()})
    names.pop("", None)
    return names
