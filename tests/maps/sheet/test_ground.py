"""The ground on paper: the largest round scale at which the land leaves a corner for the legend."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.ground import Ground, fit

INNER = Box(10, 10, 260, 230)
SIDES = st.floats(1_000, 200_000)


def test_a_metre_on_the_ground_is_what_the_scale_says():
    ground = Ground("EPSG:9213", 0, 0, 10, 20, 100_000)
    moved = ground.to_sheet(shapely.Point(1_000, 2_000))
    assert (moved.x, moved.y) == pytest.approx((20, 40))


@given(SIDES, SIDES)
def test_land_and_legend_lie_within_the_frame_and_apart(width, height):
    land = shapely.Point(500_000, 2_400_000).buffer(1)
    land = shapely.affinity.scale(land, width / 2, height / 2)
    ground, corner = fit(land, "EPSG:9213", INNER, (60, 50), 1.0)
    drawn = ground.to_sheet(land)
    frame = shapely.box(INNER.left, INNER.bottom, INNER.right, INNER.top).buffer(1e-6)
    legend = shapely.box(corner.left, corner.bottom, corner.right, corner.top)
    assert frame.contains(drawn)
    assert frame.contains(legend)
    assert drawn.distance(legend) > 0


@given(SIDES)
def test_a_scale_is_round(width):
    """Two digits, or below 20 another one that is a 5."""
    land = shapely.box(500_000, 2_400_000, 500_000 + width, 2_400_000 + width)
    ground, _ = fit(land, "EPSG:9213", INNER, (60, 50), 1.0)
    digits = f"{ground.denominator:.0f}".rstrip("0")
    assert len(digits) <= 2 or (len(digits) == 3 and digits[0] == "1" and digits[2] == "5")
