"""Area is area: what is painted of each phase is proportional to its hectares."""

import math
from itertools import pairwise

import pytest
from failures import raises
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.maps.symbols import LARGEST_RADIUS, TABLE, legend_hectares, marker_scale, ring_radii

HECTARES = st.floats(0.1, 1e5)


@given(st.lists(HECTARES | st.just(0.0), min_size=1, max_size=6), st.floats(0.01, 100))
def test_rings_have_areas_proportional_to_hectares(hectares, scale):
    radii = ring_radii(hectares, scale)
    discs = [math.pi * radius**2 for radius in radii]
    rings = [outer - inner for inner, outer in pairwise([0.0, *discs])]
    for ring, ha in zip(rings, hectares, strict=True):
        assert ring == pytest.approx(math.pi * scale**2 * ha, rel=1e-9, abs=1e-9 * discs[-1])


@given(HECTARES)
def test_the_largest_cluster_has_the_largest_radius(largest):
    assert ring_radii([largest], marker_scale(largest))[0] == pytest.approx(LARGEST_RADIUS, rel=1e-2)


@pytest.mark.parametrize("largest", [0, -1, float("nan")])
def test_a_scale_needs_hectares(largest):
    with raises(InputError, match="expected more than 0"):
        marker_scale(largest)


@given(HECTARES)
def test_legend_values_are_round_and_fit_the_data(largest):
    values = legend_hectares(largest)
    assert len(values) == 3
    assert values == sorted(set(values)), "not distinct, or not in order"
    assert values[-1] <= largest < 2 * values[-1]
    for value in values:
        assert value == float(f"{value:.0e}"), f"{value} has more than one digit"


def test_the_legend_of_bac_kan_goes_to_fifty_hectares():
    assert legend_hectares(50) == [5, 20, 50]


def test_two_outlines_do_not_merge_and_no_name_lies_on_its_own():
    """Who makes the outline wider has to move discs and names further off as well."""
    disc, name, status = TABLE["disc"], TABLE["name"], TABLE["status"]
    reach = max(disc["outline"], status["at"] + status["width"] / 2)  # of a ring around it
    assert disc["gap"] >= 2 * reach
    assert disc["open"] >= disc["gap"]
    assert min(name["beside"], name["above"], name["corner"]) > reach
    assert status["at"] - status["width"] / 2 > 1, "a ring stands apart from what is painted"
