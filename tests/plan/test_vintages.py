"""Where a plan's communes lie on later boundaries."""

from decimal import Decimal

import pytest
from failures import raises
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.plan.vintages import later_year, later_years, members, own_year, parts_of, place_words

PLAN = bk_gis.load_plan()


def test_only_a_plan_with_a_crosswalk_has_later_years(plan, province):
    assert (own_year(plan), later_years(plan)) == (2014, (2020, 2025))
    assert later_years(province) == ()
    assert later_year(plan, 2014) is later_year(plan, None) is None
    assert later_year(plan, 2025) == 2025


@pytest.mark.parametrize("year", [2013, 2021])
def test_boundaries_that_are_not_there_are_refused(plan, year):
    with raises(bk_gis.InputError, match=f"no boundaries of {year}"):
        bk_gis.check_coverage(plan, by=2020, boundaries=year)
    with raises(bk_gis.InputError, match=f"no boundaries of {year}"):
        bk_gis.phase_map(plan, boundaries=year)


def test_a_plan_without_a_crosswalk_has_none(province):
    with raises(bk_gis.InputError, match="has no crosswalk.csv"):
        bk_gis.check_coverage(province, by=2020, boundaries=2025)


def test_on_later_boundaries_communes_alone_are_counted(plan):
    with raises(bk_gis.InputError, match="only communes can be counted"):
        bk_gis.check_coverage(plan, by=2020, boundaries=2025, level="district")


@pytest.mark.parametrize("year", [2020, 2025])
def test_each_commune_is_drawn_once_where_most_of_it_is(plan, year):
    found = members(plan, year)
    assert sorted(code for unit in found.values() for code in unit.codes) == sorted(plan.communes["code"])
    for unit, made in found.items():
        assert all(parts_of(plan, code, year)[0].unit.code == unit for code in made.codes)


@pytest.mark.costly
@given(
    codes=st.lists(st.sampled_from(PLAN.communes["code"].tolist()), min_size=1, max_size=8),
    year=st.sampled_from([2020, 2025]),
    by=st.sampled_from([2015, 2020, 2025]),
)
def test_every_cluster_counts_for_one_later_commune_or_is_named(codes, year, by):
    """Whatever communes the clusters are in: none is lost, and none of a split one is guessed."""
    names = PLAN.communes.set_index("code")
    table = PLAN.clusters.iloc[: len(codes)].copy()
    table["location"] = [names.loc[code, "unit_type"] + " " + names.loc[code, "name"] for code in codes]
    table["district"] = [names.loc[code, "district"] for code in codes]
    other = PLAN.replace(clusters=table)
    report = bk_gis.check_coverage(other, by=by, boundaries=year)
    there = other.clusters[(other.hectares_by(by) > 0) & other.clusters["commune_code"].notna()]
    split = [len(parts_of(other, code, year)) > 1 for code in there["commune_code"]]
    assert list(report.unsure) == there["name"][split].tolist()
    assert report.table["clusters"].sum() == len(there) - sum(split)
    assert not report.ruled
    assert len(report.table) == {2020: 108, 2025: 37}[year]


def test_places_are_said_with_shares_where_a_commune_was_split(plan):
    code = dict(zip(plan.communes["name"], plan.communes["code"], strict=True))
    assert place_words(plan, [code["Nông Thịnh"]], 2025, "vi") == "xã Thanh Thịnh"
    said = place_words(plan, [code["Phong Huân"], code["Nông Thịnh"]], 2020, "vi")
    assert said == "xã Yên Phong (76 %), xã Bằng Lãng (24 %), xã Thanh Thịnh"
    assert "part of unknown size" in place_words(plan, [code["Văn Học"]], 2020, "en")
    assert sum(part.share for part in parts_of(plan, code["Phong Huân"], 2020)) == Decimal(1)
