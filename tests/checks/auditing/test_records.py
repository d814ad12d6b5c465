"""What the records give for every hectare and count that the decision states."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.checks.auditing.rows import unexplained
from bk_gis.plan.values import Target


def test_every_hectare_of_the_decision_agrees(found):
    hectares = found[found["measure"] == "hectares"]
    assert len(hectares) == 5 + 11 + 2 + 9 * 4 + 21  # clauses 5.2, 6, 7, annex by district and by cluster
    assert set(hectares["verdict"]) == {"agrees", "agrees within rounding"}
    assert hectares.loc[hectares["verdict"] != "agrees", "stated"].tolist() == [490]


def test_every_count_of_the_decision_agrees(found):
    counts = found[found["measure"].isin(["clusters", "new", "expansions", "subregions"])]
    assert (counts["verdict"] == "agrees").all()
    assert len(counts) == 22


def test_what_the_records_do_not_hold_is_not_called_right(found):
    leased = found[found["measure"].isin(["leased_percent", "support_percent"])]
    assert len(leased) == 13
    assert set(leased["verdict"]) == {"no record"}


def test_a_cluster_moved_in_the_records_makes_the_targets_differ(plan):
    clusters = plan.clusters.copy()
    clusters.loc[0, ["ha_2011_2015", "ha_2016_2020"]] = [0, 32.7]
    open_ = unexplained(bk_gis.audit(plan.replace(clusters=clusters), lang="en"))
    assert {"5.2.a", "5.2.b", "6.1.a", "6.1.b", "annex I", "annex"} <= set(open_["clause"])
    assert "7" not in set(open_["clause"]), "what there is by 2020 has not changed"


hectares = st.integers(min_value=100, max_value=100_000).map(lambda n: n / 100)


@pytest.mark.costly
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(hectares, hectares), min_size=4, max_size=4), st.sampled_from([5, 7.26, 12.5]))
def test_a_decision_that_was_reckoned_from_its_records_agrees_with_them(province, figures, rate):
    """Whatever the hectares and the rate, rounded as decisions round, down or to the nearest."""
    clusters = province.clusters.copy()
    clusters[[phase.column for phase in province.phases]] = figures
    plan = province.replace(clusters=clusters)
    targets = []
    for i, phase in enumerate(province.phases):
        total = round(sum(figure[i] for figure in figures), 2)
        capital = int(round(total * rate * 10, 6)) / 10  # cut off, but not for the dust of 331.19999...
        stated = {"hectares": total, "capital_billion_vnd": capital, "new": 4 * (i == 0)}
        targets.append(Target(clause=f"1.{i}", phase=phase.id, expansions=4 * i, **stated))
        by = round(sum(sum(figure[: i + 1]) for figure in figures), 2)
        whole = round(by * rate)
        targets.append(
            Target(clause=f"2.{i}", by=phase.end, clusters=4, hectares=by, capital_billion_vnd=whole)
        )
    found = bk_gis.audit(replace(plan, targets=tuple(targets), errata=()))
    figures_only = found[found["measure"] != "place"]
    assert set(figures_only["verdict"]) <= {"agrees", "agrees within rounding"}
