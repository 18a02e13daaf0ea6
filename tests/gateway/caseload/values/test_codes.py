"""Citizenships, languages and residence statuses become the codes that are stored."""

import datetime as dt

import pytest

from geleit.clients.choices import ResidenceKind
from geleit.clients.vocabulary import is_country, is_language
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import (
    Assumed,
    LanguagesFound,
    PartialDate,
    ResidenceFound,
    Unreadable,
)
from geleit.gateway.caseload.values import countries, languages
from geleit.gateway.caseload.values.countries import read_citizenships
from geleit.gateway.caseload.values.languages import read_interpreting, read_languages
from geleit.gateway.caseload.values.residence import read_residence
from tests.gateway.caseload.workbooks import TODAY


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Syrien", ("SY",)), ("syrisch", ("SY",)), ("SYR", ("SY",)), ("SY", ("SY",)), ("syr.", ("SY",)),
        ("Syrerin", ("SY",)), ("Arabische Republik Syrien", ("SY",)), ("Afghanistan", ("AF",)), ("Afghane", ("AF",)),
        ("afghanische", ("AF",)), ("Ukraine", ("UA",)), ("UKR", ("UA",)), ("Ukrainerin", ("UA",)),
        ("Türkei", ("TR",)), ("Türkiye", ("TR",)), ("türk.", ("TR",)), ("Eritreer", ("ER",)), ("Kosovo", ("XK",)),
        ("kosovarisch", ("XK",)), ("Elfenbeinküste", ("CI",)), ("DR Kongo", ("CD",)), ("Kongo", ("CG",)),
        ("Bosnien und Herzegowina", ("BA",)), ("Iran, Islamische Republik", ("IR",)), ("Nigeria", ("NG",)),
        ("Niger", ("NE",)), ("nigerianisch", ("NG",)), ("palästinensisch", ("PS",)), ("staatenlos", ("XA",)),
        ("ungeklärt", ("XX",)), ("Syria", ("SY",)), ("nigerianische Staatsangehörige", ("NG",)),
        ("syrisch/irakisch", ("SY", "IQ")), ("türkisch und deutsch", ("TR", "DE")), ("Syrien, Irak", ("SY", "IQ")),
        ("syrisch\nsyrisch", ("SY",)), ("ungeklärt (Palästina)", ("XX",)),
    ],
)  # fmt: skip
def test_citizenships_become_codes(text: str, codes: tuple[str, ...]) -> None:
    assert read_citizenships(text) == codes


def test_a_misspelt_state_is_read_and_said() -> None:
    assert read_citizenships("Afganisthan") == Assumed(
        ("AF",), "country_similar", "„Afganisthan“ als Afghanistan gelesen."
    )


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("kurdisch", "country_is_people"), ("Jesidin", "country_is_people"), ("Atlantis", "country_unreadable"),
        ("siehe Pass", "country_unreadable"), (17, "country_unreadable"), ("syrisch, blau", "country_unreadable"),
    ],
)  # fmt: skip
def test_what_names_no_state_is_refused(cell: Cell, code: str) -> None:
    found = read_citizenships(cell)

    assert isinstance(found, Unreadable)
    assert found.code == code


def test_every_word_for_a_state_leads_to_a_code_that_can_be_stored() -> None:
    assert [code for code in countries._words().values() if not is_country(code)] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Arabisch", ("ar",)), ("Dari", ("prs",)), ("Farsi", ("fa",)), ("Farsi/Persisch", ("fa",)),
        ("Dari/Farsi", ("prs", "fa")),
        ("Paschtu", ("ps",)), ("Kurdisch", ("ku",)), ("Kurmandschi", ("kmr",)), ("Kurdisch (Kurmandschi)", ("kmr",)),
        ("Sorani", ("ckb",)), ("Tigrinya", ("ti",)), ("Amharisch", ("am",)), ("Somali", ("so",)),
        ("ukrainisch", ("uk",)),
        ("Russisch", ("ru",)), ("Türkisch", ("tr",)), ("Albanisch", ("sq",)), ("Urdu", ("ur",)),
        ("Französisch", ("fr",)),
        ("Englisch B1, Deutsch A2", ("en", "de")), ("etwas Deutsch", ("de",)), ("Ukrainisch Russisch", ("uk", "ru")),
        ("Arabisch\nKurdisch", ("ar", "ku")), ("AR", ("ar",)), ("Vietnamesisch", ("vi",)),
    ],
)  # fmt: skip
def test_languages_become_codes(text: str, codes: tuple[str, ...]) -> None:
    assert read_languages(text) == LanguagesFound(codes)


def test_every_name_of_a_language_leads_to_a_code_that_can_be_stored() -> None:
    codes = set(languages._names().values()) | set(languages._codes().values())

    assert sorted(code for code in codes if not is_language(code)) == []
    assert {len(code) for code in codes} == {2, 3}


@pytest.mark.parametrize("cell", ["ja", "no", "Quatsch", 5, "Arabisch, Quatsch"])
def test_what_is_no_language_is_refused(cell: Cell) -> None:
    assert isinstance(read_languages(cell), Unreadable)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("ja", LanguagesFound((), "needed")), ("x", LanguagesFound((), "needed")),
        (True, LanguagesFound((), "needed")),
        ("nein", LanguagesFound((), "not_needed")), ("keine", LanguagesFound((), "not_needed")),
        (0, LanguagesFound((), "not_needed")), ("kein Dolmetscher", LanguagesFound((), "not_needed")),
        ("teilweise", LanguagesFound((), "helpful")), ("Arabisch", LanguagesFound(("ar",), "needed")),
        ("ja - ukr.", LanguagesFound(("uk",), "needed")), ("nein, Englisch", LanguagesFound(("en",), "not_needed")),
        ("-", None), ("k.A.", None), ("", None),
    ],
)  # fmt: skip
def test_the_need_of_interpreting_is_read(cell: Cell, found: LanguagesFound | None) -> None:
    assert read_interpreting(cell) == found


def test_the_need_of_interpreting_is_heard_beside_a_language() -> None:
    assert read_languages("Arabisch (Dolmetscher nötig)") == LanguagesFound(("ar",), "needed")
    assert read_languages("Englisch, kein Dolmetscher nötig") == LanguagesFound(
        ("en",), "not_needed"
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aufenthaltsgestattung", "permission_to_stay"), ("gestattet", "permission_to_stay"),
        ("Flüchtlingseigenschaft", "refugee_25_2_1"), ("§ 25 Abs. 2 S. 1 Alt. 1", "refugee_25_2_1"),
        ("§ 25 Abs.2 Satz 1, 1. Alternative AufenthG", "refugee_25_2_1"), ("25 II (GFK)", "refugee_25_2_1"),
        ("subs. Schutz", "subsidiary_25_2_2"), ("subsidiärer Schutz § 25 II", "subsidiary_25_2_2"),
        ("§ 25 Abs. 2 S. 1 2. Alt.", "subsidiary_25_2_2"), ("§ 25 Abs. 1", "asylum_25_1"),
        ("asylberechtigt", "asylum_25_1"),
        ("§ 25 III", "removal_ban_25_3"), ("25.3", "removal_ban_25_3"), ("Abschiebungsverbot", "removal_ban_25_3"),
        ("§ 60 Abs. 5", "removal_ban_25_3"), ("§24", "temporary_24"), ("24", "temporary_24"),
        ("Aufnahme § 23 Abs. 1", "resettlement_22_23"), ("Resettlement", "resettlement_22_23"),
        ("§ 104c", "chance_104c"), ("Chancen-Aufenthaltsrecht", "chance_104c"), ("§ 25a", "integration_25ab"),
        ("§ 25 b AufenthG", "integration_25ab"), ("Niederlassungserlaubnis", "settlement_9_26"),
        ("NE", "settlement_9_26"), ("§ 26 Abs. 3", "settlement_9_26"), ("Duldung", "toleration_60a"),
        ("geduldet", "toleration_60a"), ("Duldung seit 3 Jahren", "toleration_60a"), ("§60 a", "toleration_60a"),
        ("Ausbildungsduldung", "toleration_training_60c"), ("§ 60d", "toleration_work_60d"),
        ("vollziehbar ausreisepflichtig", "obliged_to_leave"), ("Fiktionsbescheinigung", "fiction_81"),
        ("§ 81 Abs. 4", "fiction_81"), ("§ 28", "other"), ("§ 25 Abs. 5", "other"), ("Visum", "other"),
        ("unbekannt", "unknown"), ("ungeklärt", "unknown"),
    ],
)  # fmt: skip
def test_residence_statuses_become_codes(text: str, kind: str) -> None:
    assert read_residence(text, TODAY) == ResidenceFound(ResidenceKind(kind))


@pytest.mark.parametrize("text", ["§ 25 Abs. 2", "25 II", "§25(2)", "anerkannt"])
def test_what_could_be_two_statuses_is_read_as_one_and_said(text: str) -> None:
    found = read_residence(text, TODAY)

    assert isinstance(found, Assumed)
    assert found.value == ResidenceFound(ResidenceKind.REFUGEE)


@pytest.mark.parametrize(
    "text", ["§ 24 bis 4.3.2027", "§ 24 AufenthG, gültig bis 04.03.27", "§ 24 (04.03.2027)"]
)
def test_the_last_day_on_the_paper_is_read_from_beside_the_status(text: str) -> None:
    assert read_residence(text, TODAY) == ResidenceFound(
        ResidenceKind.TEMPORARY, PartialDate(dt.date(2027, 3, 4))
    )


@pytest.mark.parametrize(
    "cell", ["verheiratet", "3 Kinder", "Asylantrag abgelehnt", "§ 24 bis 31.02.2027", True]
)
def test_what_is_no_status_is_refused(cell: Cell) -> None:
    assert isinstance(read_residence(cell, TODAY), Unreadable)
