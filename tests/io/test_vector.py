"""Parquet and what GDAL reads: tables and layers, or what is wrong with the file."""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from failures import raises
from files import only

import bk_gis
from bk_gis.io.tables import read_points, read_table
from bk_gis.io.writing import write_frame


def test_geoparquet_says_what_it_needs(tmp_path, points, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "pyarrow" else sys)
    with raises(bk_gis.InputError, match=r"needs pyarrow.*pip install 'bk_gis\[parquet\]'"):
        write_frame(points, tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"")
    with raises(bk_gis.InputError, match="needs pyarrow"):
        read_points(tmp_path / "b.parquet")
    assert only(tmp_path) == ["b.parquet"]


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.parquet", "a.xyz"])
def test_a_damaged_vector_file_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"no such thing")
    with raises(bk_gis.InputError, match="cannot be read"):
        read_points(tmp_path / name)


def test_a_dbf_of_an_office_reaches_the_matching_in_its_old_encoding(tmp_path: Path) -> None:
    rows = pd.DataFrame({"XA": ["N«ng ThÞnh", "B\xb5nh Tr¹ch"], "HUYEN": ["Chî Míi", "Ba BÓ"]})
    pyogrio.write_dataframe(rows, tmp_path / "a.dbf", driver="ESRI Shapefile", encoding="ISO-8859-1")
    found = bk_gis.geocode(read_table(tmp_path / "a.dbf"), bk_gis.load_plan().communes)
    assert found["match_codes"].tolist() == ["02113", "01891"]


def test_parquet_is_read_with_geometry_and_without(tmp_path: Path) -> None:
    plain = pd.DataFrame({"xã": ["Xuân La"], "n": [1]})
    plain.to_parquet(tmp_path / "plain.parquet")
    pd.testing.assert_frame_equal(read_table(tmp_path / "plain.parquet"), plain)
    points = gpd.GeoDataFrame(plain, geometry=[shapely.Point(106, 22)], crs="EPSG:4326")
    points.to_parquet(tmp_path / "points.parquet")
    assert isinstance(read_table(tmp_path / "points.parquet"), gpd.GeoDataFrame)
