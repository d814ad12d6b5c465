"""How exact a stated figure is, and the rate that a decision's figures share."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bk_gis.checks.rates import add_up, common_rate, last_place, unit_rates, within

hundredths = st.integers(min_value=1, max_value=10_000_000).map(lambda n: n / 100)


@pytest.mark.parametrize(
    ("value", "rounded", "unit"),
    [
        (564.1, False, 0.1),
        (319.44, False, 0.01),
        (936, False, 1),
        (1420, False, 1),
        (1420, True, 10),
        (13200, True, 100),
        (129, True, 1),
        (0.5, True, 0.1),
    ],
)
def test_the_last_written_digit_says_how_exact_a_figure_is(value, rounded, unit):
    assert last_place(value, rounded=rounded) == pytest.approx(unit)


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from([1, 10, 100, 1000]), st.booleans())
def test_a_figure_that_was_rounded_or_cut_off_agrees_with_what_it_was_made_of(thousandths, unit, cut):
    units = thousandths // unit if cut else (thousandths + unit // 2) // unit
    assume(units > 0)  # a stated 0 is exact: "-" in the annex
    assert within("hectares", units * unit / 1000, thousandths / 1000, None)


@given(hundredths)
def test_a_figure_agrees_with_itself_whatever_its_qualifier(value):
    for word in (None, "khoảng", "hơn", "trên", "từ", "gần", "about"):
        assert within("hectares", value, value, word)


@pytest.mark.parametrize(
    ("stated", "computed", "word", "agrees"),
    [
        (15600, 15636.8, "hơn", True),
        (15600, 15599, "hơn", False),
        (490, 488.9, "gần", True),
        (490, 490.5, "gần", False),
        (1420, 1412, "khoảng", True),
        (1420, 1412, None, False),
        (399.3, 339.3, "khoảng", False),
    ],
)
def test_a_qualifier_says_on_which_side_the_exact_figure_lies(stated, computed, word, agrees):
    assert within("jobs", stated, computed, word) is agrees


def test_counts_are_exact_even_with_a_qualifier():
    assert within("clusters", 11, 11, "khoảng")
    assert not within("clusters", 10, 11, "khoảng")


def test_the_decision_used_7_26_billion_a_hectare_in_all_clauses_but_one(plan):
    rate = common_rate(plan, "capital_billion_vnd")
    assert (rate.value, rate.agreeing, rate.clauses) == (7.26, 13, 14)
    rates = unit_rates(plan)
    assert rates.loc[~rates["shared"], "clause"].tolist() == ["6.4.c"]


def test_the_decision_used_80_jobs_a_hectare(plan):
    rate = common_rate(plan, "jobs")
    assert (rate.value, rate.agreeing, rate.clauses) == (80, 3, 3)


def test_two_clauses_that_share_a_rate_are_not_enough(province):
    assert common_rate(province, "jobs") is None
    assert unit_rates(province).query("measure == 'jobs'")["common"].isna().all()


@given(st.lists(hundredths, min_size=1, max_size=50))
def test_hundredths_add_up_exactly(values):
    assert add_up(values) == sum(round(v * 100) for v in values) / 100
