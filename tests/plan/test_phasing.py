"""Which horizon a plan answers for, and which phases a horizon shows."""

from dataclasses import replace

import pytest

from bk_gis.errors import InputError
from bk_gis.plan.phasing import by_phase, own_horizon, phases_shown
from bk_gis.plan.values import Target


def test_a_plans_own_horizon_is_the_year_of_its_first_rule_for_the_level(plan):
    assert own_horizon(plan) == own_horizon(plan, "district") == 2020
    assert own_horizon(replace(plan, targets=())) == 2025
    rules = (Target(clause="1", every="subregion", by=2015, clusters=1), *plan.targets)
    assert own_horizon(replace(plan, targets=rules)) == 2020
    assert own_horizon(replace(plan, targets=rules), "subregion") == 2015


def test_phases_are_shown_up_to_a_horizon_that_ends_one(plan):
    assert phases_shown(plan, None, "vi") == plan.phases
    assert [phase.end for phase in phases_shown(plan, 2020, "vi")] == [2015, 2020]
    with pytest.raises(InputError, match="no phase ends in 2017; expected one of 2015, 2020, 2025"):
        phases_shown(plan, 2017, "vi")


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
