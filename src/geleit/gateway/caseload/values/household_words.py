"""Words for the people of a household: their role and, where the word says so, their sex."""

import re

from geleit.clients.choices import HouseholdRole, Sex
from geleit.gateway.caseload.text import fold, words_of

_ROLE_WORDS: tuple[tuple[HouseholdRole, Sex, str], ...] = (
    (
        HouseholdRole.PARTNER,
        Sex.FEMALE,
        "ehefrau ehefr frau gattin partnerin lebensgefährtin verlobte ef",
    ),
    (HouseholdRole.PARTNER, Sex.MALE, "ehemann mann gatte partner lebensgefährte verlobter em"),
    (HouseholdRole.PARTNER, Sex.NOT_STATED, "ehegatte ehepartner lebenspartner"),
    (HouseholdRole.CHILD, Sex.MALE, "sohn söhne söhnen stiefsohn"),
    (HouseholdRole.CHILD, Sex.FEMALE, "tochter töchter töchtern stieftochter"),
    (HouseholdRole.CHILD, Sex.NOT_STATED, "kind kinder kindern baby säugling stiefkind ki"),
    (HouseholdRole.PARENT, Sex.FEMALE, "mutter"),
    (HouseholdRole.PARENT, Sex.MALE, "vater"),
    (HouseholdRole.PARENT, Sex.NOT_STATED, "eltern"),
    (
        HouseholdRole.OTHER,
        Sex.FEMALE,
        "schwester schwestern großmutter oma nichte tante cousine enkelin enkeltochter schwiegermutter "
        "schwiegertochter schwägerin",
    ),
    (
        HouseholdRole.OTHER,
        Sex.MALE,
        "bruder brüder großvater opa neffe onkel cousin enkel enkelsohn schwiegervater schwiegersohn schwager",
    ),
    (
        HouseholdRole.OTHER,
        Sex.NOT_STATED,
        "geschwister großeltern schwiegereltern verwandte verwandter",
    ),
    (HouseholdRole.ADULT, Sex.NOT_STATED, "haushaltsvorstand antragsteller klient"),
    (HouseholdRole.ADULT, Sex.FEMALE, "antragstellerin klientin"),
)

ROLES: dict[str, tuple[HouseholdRole, Sex]] = {
    fold(word): (role, sex) for role, sex, words in _ROLE_WORDS for word in words.split()
}

# These hold for everybody who follows; «Ehefrau» only for the next person.
PLURALS = words_of(
    """kind kinder kindern ki soehne soehnen toechter toechtern eltern schwestern brueder geschwister
    grosseltern schwiegereltern verwandte"""
)

ALONE = words_of("alleinstehend ledig allein einzelperson alleinreisend single keineweiteren")

# Said of a household, but naming nobody.
NOBODY = words_of(
    """verheiratet verh geschieden verwitwet getrennt getrenntlebend alleinerziehend schwanger familie
    paar ehepaar imausland inderheimat"""
)

_WORDS = "|".join(
    sorted((word for _, _, words in _ROLE_WORDS for word in words.split()), key=len, reverse=True)
)

# «Ehefrau:», «3 Kinder», «Sohn 1:», «Kind 2 -», «Ehefr.»; followed by the name or by nothing.
ROLE_AT_START = re.compile(
    rf"^(?:\d+\.?\s*(?:x\s*)?)?({_WORDS})\b\.?(?:\s*\d(?!\d))?\s*[:=\-–]?\s*", re.I
)
ONLY_A_COUNT = re.compile(
    r"^(?:\d{1,2}|ein|eine|zwei|drei|vier|fünf|sechs|sieben|acht)\s*"
    r"(?:pers\w*\.?|köpf\w*|erwachsene\w*|minderjährige\w*|mitglieder|familienmitglieder|weitere\w*)?\.?$",
    re.I,
)
