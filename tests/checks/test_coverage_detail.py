"""Coverage phase by phase, the plan's own rules, and what would close a gap."""

import pytest

import bk_gis
from bk_gis.checks.coverage_detail import check_rules, coverage_matrix


@pytest.mark.parametrize("level", ["district", "subregion"])
@pytest.mark.parametrize("name", ["plan", "province"])
def test_the_matrix_is_the_coverage_check_at_every_horizon(request, name, level):
    plan = request.getfixturevalue(name)
    matrix = coverage_matrix(plan, level=level)
    for phase in plan.phases:
        table = bk_gis.check_coverage(plan, by=phase.end, level=level).table
        column = matrix[matrix["by"] == phase.end]
        for what in ("id", "name", "clusters", "hectares"):
            assert column[what].tolist() == table[what].tolist(), (phase.id, what)


def test_what_phases_found_and_add_makes_up_the_whole(plan):
    matrix = coverage_matrix(plan)
    assert matrix["new"].sum() == len(plan.clusters) == 21
    assert matrix["expansions"].sum() == 6
    assert matrix["added"].sum() == pytest.approx(488.9, abs=1e-9)


def test_the_rule_of_clause_4_6_holds(plan):
    (rule,) = check_rules(plan).to_dict("records")
    assert (rule["clause"], rule["every"], rule["by"], rule["holds"], rule["short"]) == (
        *("4.6", "district", 2020),
        True,
        (),
    )


def test_another_rule_can_be_stated_in_hectares(folder):
    folder.replace("plan.toml", 'every = "district"\nclusters = 1', 'every = "district"\nhectares = 36')
    (rule,) = check_rules(bk_gis.load_plan(folder.path)).to_dict("records")
    assert (rule["measure"], rule["least"], rule["holds"]) == ("hectares", 25, False)
    assert rule["short"] == ("Huyện Bạch Thông", "Huyện Chợ Mới", "Huyện Na Rì", "Huyện Pác Nặm")
