"""A commune's point is its centroid on the ground, and always lies within what it stands for."""

import geopandas as gpd
import shapely

from bk_gis.places.centres import Centres


def communes(*shapes):
    codes = [str(i) for i in range(len(shapes))]
    names = [f"Xã {i}" for i in codes]
    frame = {"code": codes, "name": names, "unit_type": ["Xã"] * len(shapes)}
    return gpd.GeoDataFrame(frame, geometry=list(shapes), crs="EPSG:4326")


LEFT, RIGHT = shapely.box(105.8, 22.1, 105.9, 22.2), shapely.box(105.9, 22.1, 106.0, 22.2)
U_SHAPE = shapely.box(106.1, 22.1, 106.2, 22.2) - shapely.box(106.12, 22.12, 106.18, 22.2)


def test_the_point_of_a_commune_is_its_centroid_and_says_so():
    point, what = Centres(communes(LEFT, RIGHT)).point((("0",),))
    assert point.distance(LEFT.centroid) < 1e-4
    assert what.key == "reason.centroid"


def test_the_point_between_two_lies_midway():
    point, what = Centres(communes(LEFT, RIGHT)).point((("0",), ("1",)))
    assert point.distance(shapely.Point(105.9, 22.15)) < 1e-4
    assert what.key == "reason.midway"


def test_a_centroid_outside_gives_way_to_a_point_within():
    point, what = Centres(communes(U_SHAPE)).point((("0",),))
    assert not U_SHAPE.contains(U_SHAPE.centroid)
    assert U_SHAPE.contains(point)
    assert what.key == "reason.surface"


def test_the_communes_of_a_later_one_have_one_centroid():
    point, _ = Centres(communes(LEFT, RIGHT)).point((("0", "1"),))
    assert point.distance(shapely.union(LEFT, RIGHT).centroid) < 1e-4
