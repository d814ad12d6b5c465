"""Broken boundaries are made a coverage: nothing lost, little moved, and a second repair changes nothing."""

import numpy as np
import pytest
import shapely
from boundaries import knotted, larger, made_coverage, redrawn, rounded, shifted, squares
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.geo.coverages import area_ha
from bk_gis.geo.repair import DECIMALS, repair_coverage

SHARE = 0.02


def is_whole(polygons):
    shapes = polygons.geometry.to_numpy()
    return (
        polygons.crs == "EPSG:4326"
        and shapely.is_valid(shapes).all()
        and shapely.coverage_is_valid(shapes)
        and np.array_equal(shapely.get_coordinates(shapes).round(DECIMALS), shapely.get_coordinates(shapes))
    )


def same_bytes(one, other):
    return one.geometry.to_wkb().equals(other.geometry.to_wkb())


def is_kept(fixed, broken):
    columns = list(broken.columns.drop("geometry"))
    return list(fixed.columns) == list(broken.columns) and fixed[columns].equals(broken[columns])


made = st.builds(
    made_coverage, st.integers(1, 3), st.integers(1, 3), steps=st.integers(1, 5), seed=st.integers(0, 999)
)
seeds = st.integers(0, 999)
breaks = st.one_of(
    st.builds(lambda decimals: lambda c: rounded(c, decimals), st.integers(3, 6)),
    st.builds(lambda metres, seed: lambda c: shifted(c, metres, seed), st.floats(0, 10), seeds),
    st.builds(lambda metres, seed: lambda c: redrawn(c, metres, seed), st.floats(0, 10), seeds),
    st.builds(lambda metres: lambda c: larger(c, metres), st.floats(0.5, 10)),
    st.builds(lambda metres: lambda c: larger(c, -metres), st.floats(0.5, 10)),
    st.builds(lambda metres: lambda c: knotted(c, metres), st.floats(1, 10)),
)


@pytest.mark.costly
@settings(max_examples=40)
@given(made, st.lists(breaks, min_size=1, max_size=2))
def test_every_broken_coverage_is_repaired_and_little_is_moved(communes, ways):
    broken = communes
    for way in ways:
        broken = way(broken)
    repair = repair_coverage(broken)
    assert is_whole(repair.polygons)
    assert is_kept(repair.polygons, broken)
    assert len(repair.areas) == len(communes)
    assert repair.areas["change"].abs().max() <= SHARE * len(ways)
    drawn = area_ha(communes.geometry)
    assert np.abs(area_ha(repair.polygons.geometry) / drawn - 1).max() <= 2 * SHARE * len(ways)
    again = repair_coverage(repair.polygons)
    assert same_bytes(again.polygons, repair.polygons)
    assert again.areas["change"].abs().max() == 0


def test_a_coverage_stays_as_it_is():
    communes = made_coverage()
    repair = repair_coverage(communes)
    assert repair.polygons.geometry.geom_equals_exact(communes.geometry, 0).all()
    assert (repair.crossings, repair.overlaps, repair.gaps, repair.left) == (0, 0, 0, 0)
    assert (repair.areas["change"] == 0).all()


def test_the_bundled_communes_stay_as_they_are(plan):
    assert same_bytes(repair_coverage(plan.communes).polygons, plan.communes)


def test_another_crs_and_another_index_are_kept_in_order():
    communes = made_coverage().set_index("code").to_crs("EPSG:9213")
    fixed = repair_coverage(communes).polygons
    assert is_whole(fixed)
    assert fixed.index.equals(communes.index)
    expected = area_ha(communes.geometry.to_crs("EPSG:4326"))
    assert area_ha(fixed.geometry) == pytest.approx(expected, rel=1e-5)


def test_an_overlap_is_settled_and_told():
    repair = repair_coverage(squares((0, 0, 1, 1), (0.99, 0, 2, 1)))
    assert (repair.overlaps, repair.gaps) == (1, 0)
    assert repair.overlaps_ha == pytest.approx(-(repair.areas["after_ha"] - repair.areas["before_ha"]).sum())


def test_a_town_that_is_drawn_over_its_commune_keeps_its_place():
    repair = repair_coverage(squares((0, 0, 1, 1), (0.4, 0.4, 0.5, 0.5), (1, 0, 2, 1)))
    assert repair.areas["change"].round(3).tolist() == [-0.01, 0, 0]


def test_a_commune_that_is_there_twice_vanishes_once_which_the_areas_show():
    repair = repair_coverage(squares((0, 0, 1, 1), (0, 0, 1, 1), (1, 0, 2, 1)))
    assert sorted(repair.areas["change"].round(3)) == [-1, 0, 0]
    assert len(repair.polygons) == 3


def test_metres_that_are_called_degrees_are_refused():
    communes = made_coverage().to_crs("EPSG:9213").set_crs("EPSG:4326", allow_override=True)
    with raises(bk_gis.CrsError, match="are no degrees"):
        repair_coverage(communes)


@pytest.mark.costly
def test_polygons_that_cross_themselves_again_once_untied_are_repaired(plan):
    """Untying rounds the crossing; four of these cross themselves still, by less than a nanometre."""
    repair = repair_coverage(knotted(plan.communes))
    assert repair.crossings == len(plan.communes)
    assert is_whole(repair.polygons)
    assert repair.areas["change"].abs().max() <= SHARE
