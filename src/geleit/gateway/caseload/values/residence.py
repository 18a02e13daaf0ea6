"""Residence titles and statuses: everyday words and paragraphs, with the date where one is given.

Paragraphs without a law are those of the AufenthG. The stored codes are those of the client's record.
"""

import datetime as dt
import re
from functools import lru_cache

from geleit.clients.choices import ResidenceKind
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import (
    Assumed,
    PartialDate,
    ResidenceFound,
    Unreadable,
    assumed,
    unreadable,
)
from geleit.gateway.caseload.text import fold, is_not_stated, tidy
from geleit.gateway.caseload.values.dates import EXPIRY, read_date

_DAY = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
_UNTIL = re.compile(
    rf"[\s,;(]*(?:gültig|befristet|gilt)?\s*(?:bis|b\.|-|–|gült\.)\s*(?:zum\s+)?:?\s*({_DAY})\)?",
    re.I,
)
_ONLY_DAY = re.compile(rf"[\s,;(]+({_DAY})\)?$")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "va": "5a", "vb": "5b"}

# A paragraph, then its Absatz (Abs. 2, II, (2), /2), then what is left: Satz, Alternative, law.
_PARAGRAPH = re.compile(
    r"(?<![\d.])(\d{1,3})(?!\d)(?:\s*([a-f])(?![a-z\d]))?"
    r"(?:\s*(?:abs(?:atz|\.)?\s*|[(/,.]\s*|\s)\s*(\d|iii|ii|iv|i|v)(?![a-z\d])\)?)?"
    r"(.*)$",
    re.I,
)
# Without the sign § a number is a paragraph only where nothing but law stands around it.
_LAW_ONLY = re.compile(
    r"(?:(?:para\w*|abs\w*|satz|s|alt\w*|nr|i\.?v\.?m|aufenthg|asylg|aufg|aufenthaltsg\w*|gfk|\d{1,3}[a-f]?|i{1,3}|iv|v)"
    r"(?![a-z\d])|[\s.,()/-])+",
    re.I,
)
_SECOND_ALTERNATIVE = re.compile(r"2\.?\s*alt|alt\w*\.?\s*2|subsid|satz\s*2|s\.\s*2|zweite", re.I)
_FIRST_ALTERNATIVE = re.compile(r"1\.?\s*alt|alt\w*\.?\s*1|flüchtling|gfk|genf|erste", re.I)

_BY_PARAGRAPH: dict[tuple[str, str], ResidenceKind] = {
    ("25", "1"): ResidenceKind.ASYLUM,
    ("25", "3"): ResidenceKind.REMOVAL_BAN,
    ("25a", ""): ResidenceKind.INTEGRATION,
    ("25b", ""): ResidenceKind.INTEGRATION,
    ("24", ""): ResidenceKind.TEMPORARY,
    ("22", ""): ResidenceKind.RESETTLEMENT,
    ("23", ""): ResidenceKind.RESETTLEMENT,
    ("104c", ""): ResidenceKind.CHANCE,
    ("9", ""): ResidenceKind.SETTLEMENT,
    ("9a", ""): ResidenceKind.SETTLEMENT,
    ("26", ""): ResidenceKind.SETTLEMENT,
    ("28", "2"): ResidenceKind.SETTLEMENT,
    ("35", ""): ResidenceKind.SETTLEMENT,
    ("55", ""): ResidenceKind.PERMISSION_TO_STAY,
    ("60a", ""): ResidenceKind.TOLERATION,
    ("60b", ""): ResidenceKind.TOLERATION,
    ("60c", ""): ResidenceKind.TOLERATION_TRAINING,
    ("60d", ""): ResidenceKind.TOLERATION_WORK,
    ("60", "5"): ResidenceKind.REMOVAL_BAN,
    ("60", "7"): ResidenceKind.REMOVAL_BAN,
    ("81", ""): ResidenceKind.FICTION,
    ("3", ""): ResidenceKind.REFUGEE,
    ("4", ""): ResidenceKind.SUBSIDIARY,
    ("58", ""): ResidenceKind.OBLIGED_TO_LEAVE,
    ("50", ""): ResidenceKind.OBLIGED_TO_LEAVE,
}

# The first stem found in the folded text decides, so the special comes before the general.
_BY_WORD: tuple[tuple[ResidenceKind, str], ...] = (
    (ResidenceKind.CHANCE, "chancenaufenthalt chancenauf chancenar chancenrecht"),
    (ResidenceKind.FICTION, "fiktion fb81"),
    (
        ResidenceKind.TOLERATION_TRAINING,
        "ausbildungsduldung ausbduldung duldungzurausbildung duldungausbildung",
    ),
    (ResidenceKind.TOLERATION_WORK, "beschaeftigungsduldung beschduldung duldungbeschaeftigung"),
    (
        ResidenceKind.REMOVAL_BAN,
        "abschiebungsverbot abschiebeverbot abschverbot abschiebungsschutz abschiebehindernis",
    ),
    (ResidenceKind.SUBSIDIARY, "subsidiaer subschutz subsschutz subsidschutz subsidaer subsidier"),
    (ResidenceKind.SETTLEMENT, "niederlassung daueraufenthalt unbefristeteaufenthaltserlaubnis"),
    (
        ResidenceKind.RESETTLEMENT,
        """resettlement kontingentfluechtling humanitaereaufnahme aufnahmeprogramm ortskraft
        landesaufnahme bundesaufnahme""",
    ),
    (
        ResidenceKind.REFUGEE,
        """fluechtlingseigenschaft anerkannterfluechtling anerkanntefluechtling fluechtlingsschutz
        fluechtlingsanerkennung gfk genferkonvention genferfluechtlingskonvention
        konventionsfluechtling fluechtlingsstatus""",
    ),
    (
        ResidenceKind.TEMPORARY,
        "voruebergehenderschutz massenzustrom ukrainetitel ukrainefluechtling",
    ),
    (ResidenceKind.ASYLUM, "asylberechtig artikel16a art16a"),
    (ResidenceKind.INTEGRATION, "guteintegration gutintegriert nachhaltigeintegration bleiberecht"),
    (ResidenceKind.TOLERATION, "duldung geduldet duldg"),
    (
        ResidenceKind.PERMISSION_TO_STAY,
        """aufenthaltsgestattung gestattung gestattet aufengest aufenthgest asylbewerber asylsuchend
        asylantrag asylverfahren imverfahren ankunftsnachweis buema aufgest laufendesverfahren""",
    ),
    (ResidenceKind.OBLIGED_TO_LEAVE, "ausreisepflicht grenzuebertrittsbescheinigung gueb"),
    (
        ResidenceKind.OTHER,
        """ehegattennachzug familiennachzug familienzusammenfuehrung visum blauekarte bluecard
        freizuegig eubuerger euaufenthalt studium eingebuergert deutsch aufenthaltskarte sonstig
        andere aufenthaltstitel aufenthaltserlaubnis""",
    ),
)
_SHORT_WORDS: dict[str, ResidenceKind] = {
    "ae": ResidenceKind.OTHER,
    "ne": ResidenceKind.SETTLEMENT,
    "fb": ResidenceKind.FICTION,
    "eu": ResidenceKind.OTHER,
    "unbekannt": ResidenceKind.UNKNOWN,
    "unklar": ResidenceKind.UNKNOWN,
    "ungeklaert": ResidenceKind.UNKNOWN,
    "nichtbekannt": ResidenceKind.UNKNOWN,
}
# Said of people with other protection too, so the reading is shown as an assumption.
_RECOGNISED = frozenset({"anerkannt", "anerkannte", "anerkannter", "fluechtling", "anerkennung"})
_OTHER_TITLES = range(4, 39)


def read_residence(value: Cell, today: dt.date) -> ResidenceFound | Assumed | Unreadable | None:
    """Read a status and, where it stands beside it, the last day on the paper."""
    text = tidy(value)
    if is_not_stated(text) and fold(text) not in _SHORT_WORDS:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = f"§ {text}"
    elif not isinstance(value, str):
        return unreadable("residence_unreadable", word=text[:40])
    status, valid_until = _without_date(text, today)
    if isinstance(valid_until, Unreadable):
        return valid_until
    found = _kind_of(status)
    if isinstance(found, Assumed):
        return Assumed(ResidenceFound(found.value, valid_until), found.code, found.reason)
    return ResidenceFound(found, valid_until) if isinstance(found, ResidenceKind) else found


def _without_date(text: str, today: dt.date) -> tuple[str, PartialDate | Unreadable | None]:
    match = _UNTIL.search(text) or _ONLY_DAY.search(text)
    if match is None:
        return text, None
    day = read_date(match.group(1), today, EXPIRY)
    rest = (text[: match.start()] + text[match.end() :]).strip()
    return rest, day if isinstance(day, (PartialDate, Unreadable)) else None


@lru_cache(maxsize=1024)
def _kind_of(text: str) -> ResidenceKind | Assumed | Unreadable:
    folded = fold(text)
    if folded in _SHORT_WORDS:
        return _SHORT_WORDS[folded]
    if folded in _RECOGNISED:
        return assumed(ResidenceKind.REFUGEE, "residence_recognised", word=text[:40])
    by_paragraph = _from_paragraph(text)
    by_word = _from_words(folded)
    if isinstance(by_paragraph, Assumed) and by_word in (
        ResidenceKind.REFUGEE,
        ResidenceKind.SUBSIDIARY,
    ):
        return by_word
    if by_paragraph and by_paragraph != ResidenceKind.OTHER:
        return by_paragraph
    return by_word or by_paragraph or unreadable("residence_unreadable", word=text[:40])


def _from_words(folded: str) -> ResidenceKind | None:
    for kind, stems in _BY_WORD:
        if any(stem in folded for stem in stems.split()):
            is_refused_claim = kind == ResidenceKind.PERMISSION_TO_STAY and "abgelehnt" in folded
            return None if is_refused_claim else kind
    return None


def _from_paragraph(text: str) -> ResidenceKind | Assumed | None:
    match = _PARAGRAPH.search(text.partition("§")[2] if "§" in text else text)
    if match is None or ("§" not in text and not _LAW_ONLY.fullmatch(text)):
        return None
    number, letter, section, rest = (part or "" for part in match.groups())
    paragraph = number + letter.casefold()
    section = _ROMAN.get(section.casefold(), section)
    if (paragraph, section) == ("25", "2"):
        return _refugee_or_subsidiary(rest)
    kind = _BY_PARAGRAPH.get((paragraph, section)) or _BY_PARAGRAPH.get((paragraph, ""))
    if kind is None and (int(number) in _OTHER_TITLES or number == "104"):
        return ResidenceKind.OTHER
    return kind


def _refugee_or_subsidiary(rest: str) -> ResidenceKind | Assumed:
    """§ 25 (2) holds both. Without an addition it is read as the first, and this is said."""
    if _SECOND_ALTERNATIVE.search(rest) and not re.search(r"1\.\s*alt|alt\w*\.?\s*1", rest, re.I):
        return ResidenceKind.SUBSIDIARY
    if _FIRST_ALTERNATIVE.search(rest):
        return ResidenceKind.REFUGEE
    return assumed(ResidenceKind.REFUGEE, "residence_25_2")
