"""Figures of the decision that a changed plan no longer gives, and by how much."""

import pytest

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.held import COMPUTED, broken_targets, held_figures
from bk_gis.plan.changes import Scenario


def changed(plan, *changes):
    return plan.apply(Scenario.model_validate({"changes": changes}))


def test_the_plan_itself_breaks_nothing(plan, province):
    for one in (plan, province):
        assert broken_targets(one, one).empty


def test_what_holds_is_what_the_audit_finds(plan):
    found = audit(plan, lang="en")
    counted = found[found["measure"].isin(COMPUTED) & found["verdict"].str.startswith("agrees")]
    own = counted[~counted["scope"].str.contains("every|each", case=False)]
    held = list(held_figures(plan))
    assert len(held) > 80
    assert len(held) <= len(own)


def test_bringing_phuc_loc_forward_breaks_the_figures_of_both_phases_and_its_district(plan):
    move = {"from": "2016-2020", "to": "2011-2015"}
    found = broken_targets(plan, changed(plan, {"cluster": "5", "move": move}), lang="en")
    assert (found["after"] - found["stated"]).tolist() == pytest.approx(found["difference"].tolist())
    hectares = found["measure"] == "hectares"
    assert found["before"][hectares].tolist() == pytest.approx(found["stated"][hectares].tolist())
    assert set(found["difference"][hectares]) == {20, -20}
    assert set(found["difference"][found["measure"] == "new"]) == {1, -1}


def test_a_rule_that_no_longer_holds_is_among_them(plan):
    drops = [
        {"cluster": str(n), "drop": True}
        for n in plan.clusters["id"][plan.clusters["district"] == "Huyện Ba Bể"]
    ]
    found = broken_targets(plan, changed(plan, *drops), lang="en")
    rule = found.iloc[-1]
    assert (rule["clause"], rule["scope"], rule["stated"], rule["after"]) == ("4.6", "Huyện Ba Bể", 1, 0)
