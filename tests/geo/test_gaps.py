"""Narrow gaps go to the communes around them, wide ones stay; all are told."""

import geopandas as gpd
import pytest
import shapely
from boundaries import larger, made_coverage, squares

from bk_gis.geo.coverages import area_ha
from bk_gis.geo.repair import repair_coverage


def ring_of(width):
    """Four communes around a gap, so wide in parts of a side."""
    return squares((0, 0, 3, 1), (0, 1, 1, 2), (1 + width, 1, 3, 2), (0, 2, 3, 3))


def test_a_narrow_gap_is_closed_and_told():
    repair = repair_coverage(ring_of(0.005))
    assert (repair.gaps, repair.left, repair.overlaps) == (1, 0, 0)
    assert repair.gaps_ha == pytest.approx(
        repair.areas["after_ha"].sum() - repair.areas["before_ha"].sum(), rel=1e-3
    )


def test_a_wide_gap_stays_and_is_told():
    repair = repair_coverage(ring_of(0.02))
    assert (repair.gaps, repair.left) == (0, 1)
    assert repair.left_ha > 0
    assert (
        repair.areas["change"].abs().max() < 0.001
    )  # an edge with a vertex more is another line on the ellipsoid
    assert repair_coverage(ring_of(0.02), gap=200).gaps == 1


def test_a_gap_along_many_borders_is_shared_out_among_their_communes():
    """Nine communes drawn 10 m too small each, within a ring that closes the gap to the outside."""
    inner = made_coverage(3, 3)
    frame = squares((-1, -1, 4, 4)).geometry[0].difference(inner.union_all())
    small = larger(inner, -5)
    communes = gpd.GeoDataFrame(geometry=[*small.geometry, frame], crs=inner.crs)
    repair = repair_coverage(communes)
    assert (repair.gaps, repair.left) == (1, 0)
    grown = area_ha(repair.polygons.geometry) - area_ha(communes.geometry)
    assert grown.sum() == pytest.approx(repair.gaps_ha, rel=0.01)
    assert grown.max() < 0.4 * repair.gaps_ha
    assert repair.polygons.geometry.geom_type.eq("Polygon").all()


def test_an_island_in_a_gap_is_no_gap():
    island = squares((1.001, 1.001, 1.999, 1.999))
    ring = squares((0, 0, 3, 3)).geometry[0].difference(squares((1, 1, 2, 2)).geometry[0])
    communes = gpd.GeoDataFrame(geometry=[island.geometry[0], ring], crs=island.crs)
    repair = repair_coverage(communes)
    assert (repair.gaps, repair.left) == (1, 0)
    assert repair.gaps_ha < 0.01 * repair.areas["before_ha"][0]


@pytest.mark.parametrize("metres", [0.6, 5, 12])
def test_clefts_that_are_open_to_the_outside_are_closed_too(metres):
    """Each commune drawn too small by itself: no polygon overlaps another, and none touches another."""
    drawn = made_coverage(3, 3)
    repair = repair_coverage(larger(drawn, -metres))
    assert repair.gaps >= 1
    assert repair.left == 0
    together = repair.polygons.union_all()
    assert together.geom_type == "Polygon"
    assert not together.interiors
    lost = area_ha(gpd.GeoSeries([drawn.union_all(), together], crs=drawn.crs))
    assert 1 - lost[1] / lost[0] < 0.0003 * metres  # along the outline alone


def test_clefts_that_are_too_wide_stay_and_are_told():
    repair = repair_coverage(larger(made_coverage(3, 3), -30))
    assert repair.gaps == 0
    assert repair.left >= 1
    assert repair.areas["change"].abs().max() < 1e-6  # of rounding


def test_a_bay_of_the_outline_is_no_gap():
    bay = gpd.GeoDataFrame(
        geometry=[
            shapely.Polygon([(105.8, 22.1), (105.9, 22.1), (105.85, 22.2), (105.8, 22.2)]),
            shapely.Polygon([(105.9, 22.1), (106, 22.1), (106, 22.2), (105.8502, 22.2), (105.85, 22.2)]),
        ],
        crs="EPSG:4326",
    )
    assert repair_coverage(bay).areas["change"].abs().max() == 0
