"""Names, sex and yes-or-no: what a cell says about one person."""

import re

from geleit.clients.choices import InterpretingNeed, Sex
from geleit.gateway.caseload.fields import Cell, NameOrder
from geleit.gateway.caseload.outcomes import PersonName, Unreadable, unreadable
from geleit.gateway.caseload.text import fold, is_not_stated, tidy, tidy_lines

NAME_LIMIT = 120

_TITLES = re.compile(
    r"^(?:(?:herrn?|frau|dr|prof|mr|mrs|ms|msc|bsc)\b\.?[\s\-]*"
    r"|(?:hr|fr|dipl|ing|med|mag|phil|jur|rer|nat)\.[\s\-]*)+(?=\S)",
    re.I,
)
_ONLY_TITLE = re.compile(r"(?:herrn?|frau|dr\.?|prof\.?|familie)", re.I)
_FAMILY = re.compile(r"^(?:familie|fam\.|haushalt|ehepaar|eheleute)\s", re.I)
# Before the last name word, these belong to it: «Ahmed Ben Ali», «Anna von Berg».
_PARTICLE = re.compile(r"(?:al|el|abu|abo|abou|bin|ben|ibn|von|van|de|der|den|di|da|zu)", re.I)
# At the very beginning, these show that the family name comes first: «Al-Hamwi Mohammed».
_FAMILY_FIRST_SIGN = re.compile(r"(?:[AE]l|A[sdrntz]|Ash)-\w|(?:von|van|de|der|zu)$")
_NO_NAME = frozenset({"unbekannt", "keineangabe", "nn", "ohnename", "nochunbekannt"})
_LOWER_PARTICLES = frozenset({"von", "van", "der", "den", "de", "zu", "zum", "zur", "und"})
_LOWER_FIRST = frozenset({"von", "van", "zu"})
_WORD = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"\s(?:und|u\.|&|\+)\s|;", re.I)
_FOREIGN_MARKS = re.compile(r"[<>{}\[\]=@#$%§:|\\]")

_SEXES = {
    Sex.MALE: "m maennlich maennl mann male man herr hr junge j ♂ masculin",
    Sex.FEMALE: "w f weiblich weibl frau fr female woman maedchen ♀",
    Sex.DIVERSE: "d divers diverse x inter nichtbinaer nonbinary",
}
_SEX_WORDS = {word: sex for sex, words in _SEXES.items() for word in words.split()}
_SEX_NOT_STATED = frozenset({"offen", "ohneeintrag", "nichterfasst"})

_NEEDS = {
    InterpretingNeed.NEEDED: """ja j yes y x wahr true 1 noetig notwendig erforderlich immer
        unbedingt dringend benoetigt""",
    InterpretingNeed.NOT_NEEDED: """nein n no falsch false 0 keine kein nichtnoetig nichtnotwendig
        nichterforderlich entfaellt keinbedarf nichtbenoetigt""",
    InterpretingNeed.HELPFUL: """teilweise teils manchmal beibedarf hilfreich gelegentlich nachbedarf
        teilsteils eventuell evtl""",
}
_NEED_WORDS = {word: need for need, words in _NEEDS.items() for word in words.split()}


def read_sex(value: Cell) -> Sex | Unreadable | None:
    """Read m, w, d in any usual spelling; nothing stated is None."""
    text = tidy(value)
    if is_not_stated(text) or fold(text) in _SEX_NOT_STATED:
        return None
    word = text if text in ("♂", "♀") else fold(text)
    return _SEX_WORDS.get(word) or unreadable("sex_unreadable")


def read_need(text: str) -> InterpretingNeed | None:
    """Read yes, no or sometimes; anything else is None."""
    return _NEED_WORDS.get(fold(text)) or (
        InterpretingNeed.NEEDED if text in ("✓", "✔", "☑") else None
    )


def read_name_part(value: Cell) -> str | Unreadable | None:
    """Read a column that holds only the family name or only the given name."""
    checked = _name_text(value)
    if not isinstance(checked, str):
        return checked
    name = tidy_capitals(_TITLES.sub("", checked).strip(" ,"))
    return name if len(name) <= NAME_LIMIT else unreadable("too_long", limit=NAME_LIMIT)


def read_full_name(value: Cell, order: NameOrder) -> PersonName | Unreadable | None:
    """Read both names from one cell. A comma or capitals decide the order, else the column's."""
    checked = _name_text(value)
    if not isinstance(checked, str):
        return checked
    name = split_name(checked, order)
    if max(len(name.family_name), len(name.given_name)) > NAME_LIMIT:
        return unreadable("too_long", limit=NAME_LIMIT)
    return name


def split_name(text: str, order: NameOrder) -> PersonName:
    """Split a tidied name. One word alone is a given name: people with one name only exist."""
    text = text.replace("/", ",", 1) if "," not in text else text
    family, comma, given = text.partition(",")
    if comma:
        given = _TITLES.sub("", given.strip())
        return _name(_TITLES.sub("", family.strip()), given.replace(",", " "))
    words = _TITLES.sub("", text).split()
    if len(words) < 2:
        return PersonName("", tidy_capitals(" ".join(words)))
    cut = _capitals_cut(words)
    if cut is not None:
        family_words, given_words = cut
    elif order == NameOrder.FAMILY_FIRST or _FAMILY_FIRST_SIGN.match(words[0]):
        family_words, given_words = _family_first(words)
    else:
        family_words, given_words = _family_last(words)
    return _name(" ".join(family_words), " ".join(given_words))


def tidy_capitals(name: str) -> str:
    """Write a name given wholly in capitals as usual: KOVALENKO → Kovalenko, AL-HAMWI → Al-Hamwi."""
    if len(name) < 2 or not name.isupper() or not _WORD.search(name):
        return name
    first, *others = (_WORD.sub(_capital_word, word) for word in name.split(" "))
    if others and first.lower() in _LOWER_FIRST:
        first = first.lower()
    return " ".join([first, *(_lower_particle(word) for word in others)])


def _capital_word(match: re.Match[str]) -> str:
    return match.group(0)[0] + match.group(0)[1:].lower()


def _lower_particle(word: str) -> str:
    return word.lower() if word.lower() in _LOWER_PARTICLES else word


def _name(family: str, given: str) -> PersonName:
    family, given = (tidy_capitals(" ".join(part.split())) for part in (family, given))
    return PersonName("" if _is_no_name(family) else family, "" if _is_no_name(given) else given)


def _is_no_name(text: str) -> bool:
    """Whether nothing is stated. Short words such as «Na» or «Ka» are names here."""
    return (
        not _WORD.search(text) or (fold(text) in _NO_NAME) or text.casefold() in ("k.a.", "k. a.")
    )


def _name_text(value: Cell) -> str | Unreadable | None:
    """Return the text of a name on one line, or why it cannot be one."""
    lines = tidy_lines(value)
    if is_not_stated(lines) and _is_no_name(lines):
        return None
    if not isinstance(value, str):
        return unreadable("name_unreadable")
    if _is_several(lines):
        return unreadable("name_several")
    text = " ".join(lines.split("\n"))
    if len(text) > 2 * NAME_LIMIT:
        return unreadable("too_long", limit=NAME_LIMIT)
    if re.search(r"\d", text) or _FOREIGN_MARKS.search(text) or _ONLY_TITLE.fullmatch(text):
        return unreadable("name_unreadable")
    return None if _is_no_name(text) else text


def _is_several(lines: str) -> bool:
    """Two whole names on two lines are two people; a name broken over two lines is one."""
    whole_names = sum(len(re.split(r"[\s,]+", line.strip(","))) > 1 for line in lines.split("\n"))
    return bool(_SEVERAL.search(lines) or _FAMILY.match(lines) or whole_names > 1)


def _capitals_cut(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Where only some words stand in capitals, these are the family name (KOVALENKO Olena)."""
    capitals = [len(word) > 1 and word.isupper() and not word.endswith(".") for word in words]
    if all(capitals) or not any(capitals):
        return None
    family = [word for word, is_capital in zip(words, capitals, strict=True) if is_capital]
    return family, [word for word in words if word not in family]


def _family_first(words: list[str]) -> tuple[list[str], list[str]]:
    count = 1
    while count < len(words) - 1 and is_particle(words[count - 1]):
        count += 1
    return words[:count], words[count:]


def _family_last(words: list[str]) -> tuple[list[str], list[str]]:
    start = len(words) - 1
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    return words[start:], words[:start]


def is_particle(word: str) -> bool:
    """Whether a word such as «von», «ben» or «al» belongs to the name after it."""
    return bool(_PARTICLE.fullmatch(word))
