"""A plan has communes, and districts and sub-regions where there are any; clusters count for their units."""

from dataclasses import replace

import pytest
from failures import raises
from invented import invented_plan

from bk_gis.errors import InputError
from bk_gis.plan.levels import (
    by_phase,
    commune_kinds,
    communes_of,
    covered_level,
    levels_of,
    own_horizon,
    plan_words,
    rules_of,
    unit_names,
    units_of,
)
from bk_gis.plan.values import Target

ONE = [("A", "Một", "Huyện Đông", (10,)), ("B", "Bốn", "Huyện Tây", (20,))]


@pytest.fixture(scope="module")
def communes_alone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("levels") / "plan"
    return invented_plan(folder, phases=[2025], clusters=ONE, districts=())


def test_the_levels_are_those_that_the_plan_has_the_smallest_units_first(plan, communes_alone):
    assert levels_of(plan) == ("commune", "district", "subregion")
    assert levels_of(communes_alone) == ("commune",)


def test_districts_are_to_be_covered_or_else_what_there_is(plan, communes_alone):
    assert covered_level(plan) == "district"
    assert covered_level(plan, "subregion") == "subregion"
    assert covered_level(communes_alone) == "commune"


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (["Xã", "Phường", "Xã"], "xã, phường"),
        (["Đặc khu", "Phường", "Xã"], "xã, phường, đặc khu"),
        (["Thị trấn", "Xã"], "xã, thị trấn"),
        ([None, ""], "xã, phường"),
    ],
)
def test_communes_are_called_what_they_are(units, words):
    assert commune_kinds(units) == words


def test_a_plan_speaks_in_its_own_words(plan, communes_alone):
    assert plan_words(communes_alone, "unit.commune", "vi") == "Xã"
    assert plan_words(plan, "level.commune", "vi") == "xã, phường, thị trấn"
    assert plan_words(plan, "level.commune", "en") == "communes"


def test_the_level_of_a_rule_is_counted_where_there_is_no_rule_for_districts(plan):
    rules = (Target(clause="1", every="subregion", by=2015, clusters=1),)
    assert covered_level(replace(plan, targets=rules)) == "subregion"
    assert covered_level(replace(plan, targets=())) == "district"
    assert [rule.clause for rule in rules_of(plan)] == ["4.6"]
    assert rules_of(plan, "subregion") == ()


def test_a_level_that_is_not_there_is_refused_with_those_that_are(communes_alone):
    with raises(InputError, match="no level 'district' in this plan; expected commune"):
        covered_level(communes_alone, "district")


@pytest.mark.parametrize("level", ["commune", "district", "subregion"])
def test_every_unit_has_a_name_and_communes_and_every_cluster_a_unit(plan, level):
    names = unit_names(plan, level, "vi")
    members = [communes_of(plan, level, code)["code"].tolist() for code in names.index]
    assert sorted(code for codes in members for code in codes) == plan.communes["code"].tolist()
    assert set(units_of(plan, plan.clusters, level)) <= set(names.index)


def test_a_cluster_counts_for_the_commune_of_its_point_where_no_district_is_stated(communes_alone):
    counted = units_of(communes_alone, communes_alone.clusters, "commune")
    assert unit_names(communes_alone, "commune", "vi")[counted].tolist() == ["Một", "Bốn"]


def test_a_plans_own_horizon_is_the_year_of_its_first_rule_for_the_level(plan):
    assert own_horizon(plan) == own_horizon(plan, "district") == 2020
    assert own_horizon(replace(plan, targets=())) == 2025
    rules = (Target(clause="1", every="subregion", by=2015, clusters=1), *plan.targets)
    assert own_horizon(replace(plan, targets=rules)) == 2020
    assert own_horizon(replace(plan, targets=rules), "subregion") == 2015


def test_each_cluster_is_founded_once_and_its_hectares_add_up(plan):
    records = by_phase(plan)
    assert (records.groupby("id")["new"].sum() == 1).all()
    assert records.groupby("id")["hectares"].sum().sum() == pytest.approx(plan.clusters["ha"].sum())
    assert (records["hectares"] > 0).all()


def test_records_follow_the_annex_and_a_cluster_is_founded_before_it_is_expanded(plan):
    records = by_phase(plan)
    assert records["id"].drop_duplicates().tolist() == plan.clusters["id"].tolist()
    for ident, phases in records.groupby("id", sort=False):
        assert phases["new"].tolist() == [True, *[False] * (len(phases) - 1)], ident
        assert phases["end"].is_monotonic_increasing
