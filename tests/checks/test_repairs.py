"""What would close a gap: every change that is listed does, and none is invented."""

import pytest
from trials import random_changes

import bk_gis
from bk_gis.checks.coverage_detail import repairs
from bk_gis.plan.changes import Scenario
from bk_gis.plan.values import Target

BY_2015 = [Target(clause="a", every="district", by=2015, clusters=1)]


def changed(plan, *changes):
    return plan.apply(Scenario.model_validate({"changes": changes}))


def test_where_a_rule_holds_nothing_is_listed(plan):
    assert repairs(plan).empty


def test_by_2015_the_later_clusters_of_two_districts_could_be_brought_forward(plan):
    found = repairs(plan, rules=BY_2015, lang="en").set_index("name")
    assert found.index.tolist() == ["Huyện Ba Bể", "Huyện Pác Nặm"]
    moved = found["forward"]["Huyện Ba Bể"]
    assert sorted(change["move"]["from"] for change in moved) == [
        *("2016-2020", "2016-2020", "2021-2025"),
    ]
    assert {change["move"]["to"] for change in found["forward"]["Huyện Ba Bể"]} == {"2011-2015"}
    assert len(found["communes"]["Huyện Pác Nặm"]) == 10


def test_nothing_is_invented_where_the_plan_has_nothing_later(plan):
    clusters = plan.clusters[plan.clusters["district"] != "Huyện Na Rì"]
    (row,) = repairs(plan.replace(clusters=clusters)).to_dict("records")
    assert (row["name"], row["forward"]) == ("Huyện Na Rì", ())
    assert len(row["communes"]) == 22


def coverage(plan, rule):
    return bk_gis.check_coverage(plan, by=rule.by, level=rule.every).table.to_dict("records")


RULES = [
    *({"every": "district", "by": by, "clusters": n} for by in (2030, 2035) for n in (1, 2)),
    *({"every": "commune", "by": 2030, "hectares": ha} for ha in (13.5, 30)),
    {"every": "subregion", "by": 2030, "hectares": 60, "clusters": 3},
    {"every": "subregion", "by": 2020, "clusters": 1},
]


@pytest.mark.costly
@pytest.mark.parametrize("rule", RULES, ids=str)
def test_a_change_repairs_its_unit_if_and_only_if_it_is_listed(province, rule):
    """Of all moves into the last phase that counts, and of a new cluster in a commune."""
    tried = province.apply(random_changes(province, 1))
    target = Target(clause="a", **rule)
    found = repairs(tried, rules=[target])
    last = tried.phases_by(target.by)[-1:]

    def repaired(change, unit):
        return unit not in set(repairs(changed(tried, change), rules=[target])["id"])

    for row in found.head(2).to_dict("records"):
        new = {"cluster": "x", "add": True, "name": "x"}
        for phase in last:
            for code in row["communes"][:1]:
                at = {**new, "commune": code}
                assert repaired({**at, "hectares": {phase.id: row["hectares"]}}, row["id"])
                lacking = (target.hectares or 0) - sum(
                    record["hectares"] for record in coverage(tried, target) if record["id"] == row["id"]
                )
                if lacking > 1:
                    assert row["hectares"] == max(lacking, row["hectares"])
                    assert not repaired({**at, "hectares": {phase.id: lacking - 1}}, row["id"])
            for record in tried.clusters.to_dict("records"):
                for later in tried.phases:
                    if later.end > target.by and record[later.column]:
                        move = {"cluster": record["id"], "move": {"from": later.id, "to": phase.id}}
                        assert repaired(move, row["id"]) == (move in row["forward"])
        assert last or (not row["communes"] and not row["forward"])


@pytest.mark.costly
def test_a_plan_of_communes_alone_is_repaired_in_the_commune_itself():
    plan = bk_gis.load_plan("examples/lao-cai-2026")
    rule = Target(clause="a", every="commune", by=2030, clusters=1)
    found = repairs(plan, rules=[rule])
    assert len(found) == len(bk_gis.check_coverage(plan, by=2030, level="commune").missing)
    assert (found["communes"].map(len) == 1).all()
    moved = found[found["forward"].map(len) > 0].iloc[0]
    assert moved["id"] not in set(repairs(changed(plan, moved["forward"][0]), rules=[rule])["id"])
