"""The map on an axis of matplotlib: what it shows, where it is on the ground, and that it is the sheet's."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from failures import raises
from matplotlib.artist import Artist
from matplotlib.patches import Circle

import bk_gis


@pytest.fixture
def _closing():
    yield
    plt.close("all")


pytestmark = pytest.mark.usefixtures("_closing")


def discs(ax):
    """The founding discs and rings that are painted for clusters, by what they are named."""
    return [a for a in ax.get_children() if isinstance(a, Circle) and str(a.get_gid()).startswith("cluster ")]


def on_ground(ax, circle):
    """Where a disc's middle is, in the units of the axis, and its radius there."""
    to_data = Artist.get_transform(circle) + ax.transData.inverted()
    (x, y), (edge, _) = to_data.transform(
        [circle.center, (circle.center[0] + circle.radius, circle.center[1])]
    )
    return x, y, edge - x


@pytest.mark.costly
def test_it_gives_the_axis_and_counts_metres_of_the_plan(plan):
    figure, ax = plt.subplots(figsize=(9, 8))
    assert bk_gis.plot(plan, ax=ax) is ax
    west, south, east, north = plan.communes.to_crs(plan.crs).total_bounds
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    assert left < west < east < right
    assert bottom < south < north < top
    figure.canvas.draw()


def test_a_cluster_that_is_alone_stands_on_its_commune(plan):
    ax = bk_gis.plot(plan)
    spots = plan.clusters.set_index("id").geometry.to_crs(plan.crs)
    found = {}
    for circle in discs(ax):
        ident = circle.get_gid().split()[1]
        found[ident] = on_ground(ax, circle)
    away = [np.hypot(x - spots[ident].x, y - spots[ident].y) for ident, (x, y, _) in found.items()]
    assert len(found) == len(plan.clusters)
    assert np.median(away) < 1


@pytest.mark.costly
def test_painted_area_is_proportional_to_hectares(plan):
    ax = bk_gis.plot(plan, by=2015)
    alone = plan.clusters.set_index("id")["ha_2011_2015"]
    rates = [on_ground(ax, disc)[2] ** 2 / alone[disc.get_gid().split()[1]] for disc in discs(ax)]
    assert len(rates) == (alone > 0).sum()
    assert max(rates) == pytest.approx(min(rates), rel=1e-6)


@pytest.mark.costly
def test_a_layer_of_ones_own_fits_and_moves_nothing(plan):
    ax = bk_gis.plot(plan)
    limits = ax.get_xlim(), ax.get_ylim()
    plan.communes.to_crs(plan.crs).boundary.plot(ax=ax, zorder=4)
    assert (ax.get_xlim(), ax.get_ylim()) == limits


def test_it_stands_beside_other_axes_and_leaves_them_alone(plan):
    _, (one, other) = plt.subplots(1, 2, figsize=(16, 8))
    bk_gis.plot(plan, ax=one, by=2015, lang="en")
    assert not other.get_children()[0].get_gid()
    words = {text.get_text() for text in one.texts}
    assert "Legend" in words
    assert not discs(other)


def test_settings_of_matplotlib_are_as_they_were(plan):
    with plt.rc_context({"font.size": 30, "axes.facecolor": "red"}):
        before = dict(plt.rcParams)
        bk_gis.plot(plan)
        assert dict(plt.rcParams) == before


def test_what_cannot_be_drawn_is_said(plan):
    _, ax = plt.subplots(figsize=(1, 1))
    with raises(bk_gis.InputError, match="mm"):
        bk_gis.plot(plan, ax=ax)
    with raises(bk_gis.InputError, match="no phase ends in 2017"):
        bk_gis.plot(plan, by=2017)
