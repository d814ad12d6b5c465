"""Areas on the ground, and units dissolved from their communes."""

import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.geo.coverages import area_ha, dissolve


def square(west, south, size=0.1):
    return shapely.box(west, south, west + size, south + size)


def test_a_degree_cell_at_the_equator_has_its_known_area():
    """12,308.78 km2 on the WGS 84 ellipsoid (GeographicLib, Planimeter: 12308778361.469 m2)."""
    cell = gpd.GeoSeries([shapely.box(0, 0, 1, 1)], crs="EPSG:4326")
    assert area_ha(cell)[0] == pytest.approx(1_230_877.84, rel=1e-6)


def test_area_does_not_depend_on_the_direction_of_a_ring():
    one = square(105.9, 22.1)
    assert area_ha(gpd.GeoSeries([one, one.reverse()]))[0] == area_ha(gpd.GeoSeries([one.reverse()]))[0]


def test_a_hole_is_not_area():
    outer, hole = square(105.9, 22.1), square(105.92, 22.12, 0.02)
    ring = shapely.Polygon(outer.exterior, [hole.exterior])
    whole, less, inner = area_ha(gpd.GeoSeries([outer, ring, hole]))
    assert less == pytest.approx(whole - inner)


grids = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.sampled_from("abc"), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]
    ).map(lambda units: (shape, units))
)


@settings(max_examples=40)
@given(grids)
def test_dissolving_loses_no_area_and_no_commune(grid):
    (columns, _), units = grid
    cells = [shapely.box(x, y, x + 1, y + 1) for y, x in (divmod(i, columns) for i in range(len(units)))]
    communes = gpd.GeoDataFrame({"unit": units}, geometry=cells, crs="EPSG:4326")
    merged = dissolve(communes, ["unit"])
    assert merged["unit"].tolist() == sorted(set(units))
    assert merged["communes"].tolist() == [units.count(unit) for unit in sorted(set(units))]
    assert merged["area_ha"].sum() == pytest.approx(area_ha(communes.geometry).sum(), abs=0.2)  # rounded
    assert shapely.is_valid(merged.geometry.array).all()
    assert shapely.coverage_is_valid(merged.geometry.to_numpy())
