"""On paper what became of a cluster is told without colour, outside of what is painted."""

import pytest
from matplotlib.patches import Circle

from bk_gis.maps.sheet.canvas import blank
from bk_gis.maps.sheet.marks import draw_mark, draw_surveyed
from bk_gis.plan.statuses import STATUSES


@pytest.fixture
def canvas():
    return blank(100, 100, 1)


def drawn(canvas, status):
    draw_mark(canvas, 50, 50, 10, status)
    return list(canvas.axes.patches)


def test_each_status_has_a_look_of_its_own():
    looks = set()
    for status in STATUSES:
        patches = drawn(blank(100, 100, 1), status)
        looks.add(tuple((type(p).__name__, str(p.get_linestyle())) for p in patches))
    assert len(looks) == len(STATUSES)


@pytest.mark.parametrize("status", ["founded", "planned"])
def test_a_ring_is_outside_of_what_is_painted_and_fills_nothing(canvas, status):
    (ring,) = drawn(canvas, status)
    assert isinstance(ring, Circle)
    assert ring.radius > 10
    assert ring.get_facecolor()[3] == 0


def test_nothing_known_has_no_mark(canvas):
    assert drawn(canvas, "unknown") == []


def test_the_cross_of_a_surveyed_point_reaches_beyond_its_disc(canvas):
    draw_surveyed(canvas, 50, 50, 10)
    lines = [patch.get_path().vertices for patch in canvas.axes.patches]
    assert all(abs(line - 50).max() > 10 for line in lines)
