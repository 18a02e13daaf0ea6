"""What one heading means: known, with an addition, abbreviated, or misspelt."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from geleit.gateway.caseload import wording
from geleit.gateway.caseload.fields import Field
from geleit.gateway.caseload.heading_words import FIELD_OF, SPELLINGS, STEMS
from geleit.gateway.caseload.text import fold

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERED = re.compile(r"^\s*\d+[.)]?\s+|\s*\d+\s*$")
_ADDITION = re.compile(
    r"\b(?:des|der|die|vom|von|klient\w*|person|kunde\w*|kund\w*|antragsteller\w*|aktuelle?r?|"
    r"datum|neu|alt|ggf|falls vorhanden|wenn bekannt)\b\.?|[*:!?]",
    re.I,
)
_SHORTEST_ABBREVIATION = 3
_SHORTEST_MISSPELLING = 5
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """The field a heading names, or None for columns that are not taken over. `key` is the known heading."""

    key: str
    field: Field | None
    confidence: float
    reason: str


def match_heading(text: str, *, guess: bool = True) -> HeadingMatch | None:
    """Say what a heading means, or None. Without `guess`, misspellings are left out, which is fast."""
    if not text or len(text) > _LONGEST_HEADING:
        return None
    key = fold(text)
    if key in FIELD_OF:
        return _matched(key, 1.0, "known", text)
    found = _without_addition(text) or _abbreviated(text, key) or _stem_inside(text, key)
    return found or (_misspelt(text, key) if guess else None)


def _matched(key: str, confidence: float, reason: str, text: str) -> HeadingMatch:
    told = wording.guess_reason(reason, heading=_shown(text), meant=SPELLINGS.get(key, text))
    return HeadingMatch(key, FIELD_OF[key], confidence, told)


def _shown(text: str) -> str:
    return " ".join(text.split())


def _without_addition(text: str) -> HeadingMatch | None:
    """Take off brackets, numbering and filling words; then try the parts around a slash or line break."""
    shorter = _NUMBERED.sub("", _BRACKETS.sub(" ", text))
    candidates = [shorter, _ADDITION.sub(" ", shorter), *_BRACKETS.findall(text)]
    candidates += re.split(r"\s*[/|\n]\s*|\s[-–]\s", shorter)
    for candidate in candidates:
        key = fold(candidate)
        if key in FIELD_OF:
            return _matched(key, 0.9, "without_addition", text)
    return None


def _abbreviated(text: str, key: str) -> HeadingMatch | None:
    """Complete «Staatsang.» or «Aufenth»; a beginning that two fields share is none."""
    if len(key) < _SHORTEST_ABBREVIATION or (
        len(key) == _SHORTEST_ABBREVIATION and "." not in text
    ):
        return None
    meant = [known for known in FIELD_OF if known.startswith(key)]
    if not meant or len({FIELD_OF[known] for known in meant}) > 1:
        return None
    return _matched(min(meant, key=len), 0.8, "abbreviation", text)


def _stem_inside(text: str, key: str) -> HeadingMatch | None:
    for stem, field in STEMS:
        if stem in key:
            told = wording.guess_reason(
                "word_inside", heading=_shown(text), meant=SPELLINGS.get(stem, stem)
            )
            return HeadingMatch(stem, field, 0.7, told)
    return None


def _misspelt(text: str, key: str) -> HeadingMatch | None:
    if len(key) < _SHORTEST_MISSPELLING:
        return None
    near = get_close_matches(key, FIELD_OF, 1, 0.83)
    return _matched(near[0], 0.6, "similar", text) if near else None
