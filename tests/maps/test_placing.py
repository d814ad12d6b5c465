"""Where discs and names stand: none hides another, and what has room stays where it belongs."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.maps.naming import area_spots, place_in_area, place_labels
from bk_gis.maps.placing import DISC, Box, Label, Taken, side_by_side

DISCS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0.5, 6)), min_size=1, max_size=12)


def overlaps(spots, radii):
    return [
        (i, j)
        for i in range(len(spots))
        for j in range(i)
        if math.dist(spots[i], spots[j]) < radii[i] + radii[j]
    ]


@given(DISCS)
def test_discs_make_way_whatever_their_points(discs):
    table = np.array(discs, dtype=float)
    spots = side_by_side(table[:, :2], table[:, 2], 0.3)
    assert not overlaps(spots, table[:, 2])


@given(DISCS)
def test_in_a_crowd_those_of_one_point_make_way_for_each_other_alone(discs):
    table = np.array(discs, dtype=float)
    points, radii = table[:, :2], table[:, 2]
    spots = side_by_side(points, radii, 0.3, crowd=True)
    for point in np.unique(points, axis=0):
        here = (points == point).all(axis=1)
        assert not overlaps(spots[here], radii[here])
        assert here.sum() > 1 or (spots[here] == point).all()


def test_a_disc_with_room_stays_on_its_point():
    points = np.array([[0.0, 0.0], [50.0, 0.0]])
    assert (side_by_side(points, np.array([3.0, 3.0]), 1.0) == points).all()


def test_two_of_one_point_stand_to_the_left_and_right_and_leave_it_open():
    spots = side_by_side(np.zeros((2, 2)), np.array([3.0, 5.0]), 1.0)
    assert np.allclose(spots, [[3 + DISC["open"], 0], [-5 - DISC["open"], 0]])


NUMBER = st.floats(0, 400)
LABELS = st.builds(Label, NUMBER, NUMBER, st.floats(3, 20), st.floats(5, 60), st.floats(8, 20))


@given(st.lists(LABELS, max_size=25))
def test_names_cover_no_disc_and_no_other_name(labels):
    taken = Taken(Box(-100, -100, 500, 500))
    for label in labels:
        taken.add_disc(label.x, label.y, label.radius)
    placed = [box for box in place_labels(labels, taken, 1, paper=False) if box]
    for i, box in enumerate(placed):
        for other in placed[:i]:
            assert (
                box.left >= other.right
                or box.right <= other.left
                or box.bottom >= other.top
                or box.top <= other.bottom
            )
        for disc in labels:
            near = np.clip(disc.x, box.left, box.right), np.clip(disc.y, box.bottom, box.top)
            assert math.dist(near, (disc.x, disc.y)) >= disc.radius - 1e-6
    assert len(labels) != 1 or len(placed) == 1


@given(st.lists(st.floats(1, 30), min_size=2, max_size=12))
def test_those_of_one_point_leave_it_open_and_stay_near(radii):
    spots = side_by_side(np.zeros((len(radii), 2)), np.array(radii), 1.0)
    for spot, radius in zip(spots, radii, strict=True):
        away = math.hypot(*spot)
        assert away >= radius + DISC["open"] - 1e-4
        assert away <= 2 * sum(radii) + 2 * DISC["open"] * len(radii), "no farther than in a row"


def test_what_is_missing_is_marked_where_nothing_is_free():
    taken = Taken(Box(0, 0, 100, 100))
    taken.add_disc(50, 50, 45)
    spots = area_spots([np.array([[20.0, 20.0], [80, 20], [80, 80], [20, 80]])])
    assert place_in_area(spots, (30, 8), taken, 1) is None
    box = place_in_area(spots, (30, 8), taken, 1, always=True)
    assert (box.left + box.right, box.bottom + box.top) == (100, 100)


def test_a_name_without_room_on_paper_goes_further_off_and_on_the_screen_it_is_left_out():
    label = Label(50, 50, 5, 20, 6)
    for paper in (True, False):
        taken = Taken(Box(0, 0, 100, 100))
        taken.add_disc(50, 50, 12)
        (box,) = place_labels([label], taken, 1, paper=paper)
        assert (box is not None) == paper
