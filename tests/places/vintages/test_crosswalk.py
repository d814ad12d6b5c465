"""What became of communes, as a value: whatever was split or merged, no area is lost."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.places.vintages.crosswalk import Crosswalk, Piece, Unit, apportion


@st.composite
def crosswalks(draw) -> Crosswalk:
    """Up to six communes, each divided into as many parts as there are later ones, some of them nothing."""
    count, later = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    pieces = []
    for old in range(count):
        takers = draw(st.lists(st.integers(0, later - 1), min_size=1, unique=True))
        weights = [Decimal(draw(st.integers(1, 99))) for _ in takers]
        shares = apportion(Decimal("1.00"), weights)
        pieces += [Piece((f"1{old}", f"2{new}"), s) for new, s in zip(takers, shares, strict=True) if s]
    units = {
        year: {piece.codes[i]: Unit(piece.codes[i], piece.codes[i]) for piece in pieces}
        for i, year in enumerate((2014, 2025))
    }
    areas = {code: float(draw(st.integers(1, 10**6))) for code in units[2014]}
    return Crosswalk(units, tuple(pieces), areas)


@given(crosswalks())
def test_shares_add_up_there_and_back(crosswalk: Crosswalk) -> None:
    for from_, to in ((2014, 2025), (2025, 2014)):
        for code in crosswalk.units[from_]:
            parts = crosswalk.into(code, from_, to)
            assert sum(part.share for part in parts if part.share is not None) == 1
            assert [part.share for part in parts] == sorted((part.share for part in parts), reverse=True)


@given(crosswalks())
def test_what_a_unit_lies_in_has_it_among_its_own(crosswalk: Crosswalk) -> None:
    for code in crosswalk.units[2014]:
        for part in crosswalk.into(code, 2014, 2025):
            back = crosswalk.into(part.unit.code, 2025, 2014)
            assert code in [other.unit.code for other in back]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (dt.date(1997, 1, 1), 2014),
        (dt.date(2014, 2, 25), 2014),
        (dt.date(2020, 1, 31), 2014),
        (dt.date(2020, 2, 1), 2020),
        (dt.date(2025, 6, 30), 2020),
        (dt.date(2025, 7, 1), 2025),
    ],
)
def test_a_vintage_holds_from_the_day_it_came_into_force(date: dt.date, year: int) -> None:
    crosswalk = bk_gis.load_plan().crosswalk
    assert crosswalk is not None
    assert crosswalk.vintage(date) == year


@given(st.decimals(-(10**9), 10**9, places=3), st.lists(st.integers(1, 10**6), min_size=1, max_size=9))
def test_parts_add_up_and_none_is_off_by_a_digit(total: Decimal, weights: list[int]) -> None:
    parts = apportion(total, [Decimal(weight) for weight in weights])
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < Decimal("0.001")
