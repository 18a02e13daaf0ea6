"""Pieces of the load are the same whoever makes them, and fit COPY whatever is in them."""

import datetime as dt

import pytest

from geleit.gateway.demo_data.arrivals import plan_units
from geleit.gateway.demo_data.chance import deck, dice, shares
from geleit.gateway.demo_data.invented_names import _LISTS, name_list
from geleit.gateway.demo_data.invented_names.staff import staff_names
from geleit.gateway.demo_data.inventing import Inventor, PeoplePlan, Piece, make_all
from geleit.gateway.demo_data.tables import line
from geleit.gateway.demo_data.talk_mix import Funding
from geleit.gateway.demo_data.talks import MonthPlan
from geleit.gateway.demo_data.units import Setting, Team
from geleit.gateway.demo_data.workdays import load_of, months

TODAY = dt.date(2026, 11, 25)


@pytest.mark.slow
def test_several_processes_make_the_same_as_one() -> None:
    team = Team(1, 1, "county", "team", (1, 2), {1: 0, 2: 0}, (1,))
    setting = Setting(3, TODAY, [team], plan_units(3, [team], [400], TODAY, {}))
    inventor = Inventor(setting, [Funding(1, "im-vwv", dt.date(2017, 6, 1), None)])
    pieces: list[Piece] = [PeoplePlan(first, first + 50) for first in range(0, 200, 50)]
    pieces += [
        MonthPlan(tuple(days), 100, 1 + 100 * number)
        for number, days in enumerate(months(dt.date(2026, 1, 1), TODAY))
    ]

    assert list(make_all(inventor, pieces, 2)) == list(make_all(inventor, pieces, 1))


def test_a_deck_holds_shares_and_leaves_nothing_out() -> None:
    cards = deck({"often": 98.9, "seldom": 1.0, "hardly": 0.1, "never": 0}, 200)

    assert {card: cards.count(card) for card in cards} == {"often": 198, "seldom": 2, "hardly": 1}


def test_shares_sum_up_to_the_total() -> None:
    assert shares(10, [1.0, 1.0, 1.0]) == [4, 3, 3]
    assert sum(shares(3_250_000, [0.1 * n for n in range(1, 114)])) == 3_250_000


def test_rows_escape_what_copy_would_misread() -> None:
    assert line("a\tb\\c\nd", None, True, False, 7, ["x", "y"], [], "", "Müller") == (
        "a\\tb\\\\c\\nd\t\\N\tt\tf\t7\t{x,y}\t{}\t\tMüller\n"
    )


def test_staff_names_do_not_repeat() -> None:
    names = staff_names(dice(1, "names"), 3_000)

    assert len(set(names)) == 3_000


@pytest.mark.parametrize("which", _LISTS)
def test_name_lists_are_written_as_they_are_read(which: str) -> None:
    names = name_list(which)

    for sex in "mf":
        assert len(names.given[sex]) >= 7
        for name in (*names.given[sex], *names.family[sex]):
            assert name.latin
            assert not set("=/_,") & set(name.latin + name.script + "".join(name.spellings)), name
            assert not name.script.isascii() or not name.script, name


def test_a_family_name_has_a_form_for_women() -> None:
    family = name_list("ukrainian").family
    pairs = dict(zip((n.latin for n in family["m"]), family["f"], strict=True))

    assert (pairs["Levytskyi"].latin, pairs["Levytskyi"].script) == ("Levytska", "Левицька")


def test_nobody_counsels_on_sundays_and_public_holidays() -> None:
    assert load_of(dt.date(2026, 11, 22)) == 0
    assert load_of(dt.date(2026, 6, 4)) == 0  # Corpus Christi, a holiday here
    assert load_of(dt.date(2026, 11, 24)) > load_of(dt.date(2026, 8, 18)) > 0
    assert load_of(dt.date(2020, 4, 21)) < load_of(dt.date(2019, 4, 23))
