"""What became of each cluster between two plans, found from their hectares alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bk_gis.checks.groups import GROUPS, cluster_groups

FIRST, LAST = "ha_2026_2030", "ha_2031_2035"
CASES = [
    ((20, 0), (20, 0), "kept"),
    ((20, 5), (25, 5), "resized"),
    ((20, 5), (12, 5), "resized"),
    ((20, 0), (20, 10), "resized"),
    ((0, 40), (40, 0), "brought forward"),
    ((0, 40), (25, 0), "brought forward"),
    ((20, 10), (30, 0), "brought forward"),
    ((10, 0), (0, 10), "put off"),
    ((30, 0), (20, 10), "put off"),
    (None, (20, 0), "added"),
    ((20, 0), None, "withdrawn"),
]
OPPOSITE = {"added": "withdrawn", "brought forward": "put off"} | {
    "withdrawn": "added",
    "put off": "brought forward",
}


def with_hectares(plan, hectares):
    """The plan with hectares of some of its clusters, by their place in the list, and without the others."""
    clusters = plan.clusters.iloc[[i for i, ha in enumerate(hectares) if ha is not None]].copy()
    clusters[[FIRST, LAST]] = [list(map(float, ha)) for ha in hectares if ha is not None]
    return plan.replace(clusters=clusters)


@pytest.mark.parametrize(("was", "becomes", "group"), CASES)
def test_a_cluster_belongs_to_the_group_that_its_hectares_tell(province, was, becomes, group):
    always = (7, 0)
    before, after = with_hectares(province, [always, was]), with_hectares(province, [always, becomes])
    found = cluster_groups(before, after)
    ident = province.clusters["id"].iloc[1]
    assert set(found.loc[found["id"] == ident, "group"]) == {group}


@pytest.mark.costly
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_each_cluster_is_in_one_group_and_backwards_in_the_opposite_one(province, data):
    hectares = st.sampled_from([(5, 0), (0, 5), (5, 5), (10, 0), (0, 10), None])
    count = len(province.clusters)
    sides = st.lists(hectares, min_size=count, max_size=count).filter(any)
    before, after = (with_hectares(province, data.draw(sides)) for _ in range(2))
    found, backwards = cluster_groups(before, after), cluster_groups(after, before)
    groups = found.groupby("id")["group"].agg(set).to_dict()
    assert set(groups) == {*before.clusters["id"], *after.clusters["id"]}
    assert all(len(group) == 1 and group <= set(GROUPS) for group in groups.values())
    of = {ident: next(iter(group)) for ident, group in groups.items()}
    there_and_back = dict(zip(backwards["id"], backwards["group"], strict=True))
    assert there_and_back == {ident: OPPOSITE.get(group, group) for ident, group in of.items()}
    sums = found.groupby("by")[["hectares_before", "hectares_after"]].sum().round(6)
    for by, row in sums.iterrows():
        assert (row["hectares_before"], row["hectares_after"]) == (
            round(before.hectares_by(by).sum(), 6),
            round(after.hectares_by(by).sum(), 6),
        )
