"""A frame is in degrees or in the province's zone, or it is refused."""

import geopandas as gpd
import pytest
import shapely
from failures import raises
from pyproj.database import query_crs_info
from pyproj.enums import PJType

import bk_gis
from bk_gis.geo.crs import _ZONES, metric_crs, require_degrees, require_wgs84


def square(west, south, size=0.1):
    return shapely.box(west, south, west + size, south + size)


def frame(*geometries, crs="EPSG:4326"):
    return gpd.GeoDataFrame(geometry=list(geometries), crs=crs)


def test_a_frame_in_degrees_is_accepted():
    require_wgs84(frame(square(105.9, 22.1)))
    require_wgs84(frame(square(-180, -90)))
    require_wgs84(frame(square(105.9, 22.1), crs="OGC:CRS84"))


@pytest.mark.parametrize(
    ("geometry", "crs", "words"),
    [
        (square(105.9, 22.1), None, "there is no CRS"),
        (square(105.9, 22.1), "EPSG:4756", "the CRS is VN-2000; expected EPSG:4326"),
        (square(22.1, 105.9), "EPSG:4326", "swapped"),
        (square(500_000, 2_400_000), "EPSG:4326", "are no degrees"),
        (square(200, 20), "EPSG:4326", "coordinates up to 200 are no degrees"),
    ],
)
def test_a_frame_in_anything_else_is_refused(geometry, crs, words):
    with raises(bk_gis.CrsError, match=words):
        require_wgs84(frame(geometry, crs=crs))


def test_metres_are_no_degrees_but_may_be_metres():
    require_degrees(frame(square(500_000, 2_400_000), crs="EPSG:9213"))


def test_the_zone_of_bac_kan_is_its_own_vn_2000_zone(plan):
    assert metric_crs(plan.communes).to_epsg() == 9213


@pytest.mark.parametrize("size", [0, 0.001, 0.02, 0.2])
@pytest.mark.parametrize(("west", "south"), [(105.5, 22.1), (108.2, 16.0), (106.6, 10.7)])
def test_a_zone_of_vietnam_holds_its_polygons_however_small(west, south, size):
    crs = metric_crs(frame(square(west, south, size)))
    area = crs.area_of_use
    assert crs.name.startswith("VN-2000 / TM-3")
    assert area.west - 0.01 <= west <= west + size <= area.east + 0.01
    assert area.south - 0.01 <= south <= south + size <= area.north + 0.01


def test_outside_of_vietnam_the_zone_is_of_utm():
    assert metric_crs(frame(square(2.3, 48.8))).to_epsg() == 32631


def test_without_polygons_there_is_no_zone():
    with raises(bk_gis.InputError, match="there is no polygon"):
        metric_crs(frame())


def test_the_zones_are_those_of_the_registry_the_smallest_first():
    zones = query_crs_info(auth_name="EPSG", pj_types=PJType.PROJECTED_CRS)
    there = {(int(z.code), *z.area_of_use.bounds) for z in zones if z.name.startswith("VN-2000 / TM-3")}
    sizes = [round((east - west) * (north - south), 4) for _, west, south, east, north in _ZONES]
    assert set(_ZONES) == there
    assert sizes == sorted(sizes)
