"""Plain GeoJSON is read as GDAL reads it, or left to GDAL."""

import json

import pyogrio
import pytest
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.io.geojson import read_plain
from bk_gis.plan.folder import bundled_folder

SQUARE = [[105, 22], [106, 22.5], [106, 23], [105, 22]]
HOLE = [[105.8, 22.5], [105.9, 22.6], [105.9, 22.5], [105.8, 22.5]]
polygon = st.sampled_from([[SQUARE], [SQUARE, HOLE]])
geometry = polygon.map(lambda one: {"type": "Polygon", "coordinates": one})
text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)


def written(path, features, **more):
    content = {"type": "FeatureCollection", "features": features, **more}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")  # GDAL reads no escaped pairs
    return path


def feature(shape, **texts):
    return {"type": "Feature", "properties": texts, "geometry": shape}


def test_the_bundled_communes_are_read_as_gdal_reads_them():
    path = bundled_folder() / "communes.geojson"
    assert_geodataframe_equal(read_plain(path), pyogrio.read_dataframe(path))


@pytest.mark.costly
@given(st.lists(st.tuples(geometry, text, text), min_size=1, max_size=4))
def test_what_is_plain_is_read_as_gdal_reads_it(tmp_path_factory, rows):
    features = [feature(shape, code=code, name=name) for shape, code, name in rows]
    path = written(tmp_path_factory.mktemp("plain") / "a.geojson", features)
    plain = read_plain(path)
    if plain is not None:
        assert_geodataframe_equal(plain, pyogrio.read_dataframe(path))


SHAPE = {"type": "Polygon", "coordinates": [SQUARE]}


@pytest.mark.parametrize(
    ("features", "more"),
    [
        ([], {}),
        ([feature(None, code="1")], {}),
        ([feature({"type": "Point", "coordinates": [105, 22]}, code="1")], {}),
        ([feature({"type": "Polygon", "coordinates": [SQUARE[:3]]}, code="1")], {}),  # not closed
        ([feature({"type": "Polygon", "coordinates": [[["105", "22"]] * 4]}, code="1")], {}),
        ([feature({"type": "Polygon", "coordinates": [[[105, 22, 1]] * 4]}, code="1")], {}),
        ([feature(SHAPE, code=1)], {}),
        ([feature(SHAPE, code=None)], {}),
        ([feature(SHAPE, code="2014-01-01")], {}),  # a date to GDAL
        ([feature(SHAPE, code="1"), feature(SHAPE, name="1")], {}),
        ([feature(SHAPE, code="1") | {"id": "7"}], {}),  # a column to GDAL
        ([feature(SHAPE, code="1")], {"crs": {"type": "name", "properties": {"name": "EPSG:9213"}}}),
    ],
)
def test_the_rest_is_left_to_gdal(tmp_path, features, more):
    assert read_plain(written(tmp_path / "a.geojson", features, **more)) is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"type": 1, "features": [[]]}', "[" * 100_000])
def test_what_is_no_geojson_is_left_to_gdal(tmp_path, content):
    path = tmp_path / "a.geojson"
    path.write_text(content, encoding="utf-8")
    assert read_plain(path) is None
