"""Parquet and what GDAL reads: tables and layers, or what is wrong with the file."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from failures import raises
from windows import dbf, to_cp1258

import bk_gis
from bk_gis.io.tables import read_batches, read_points, read_table, read_whole


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


TEXTS = {"TEN_XA": ["Bằng Lũng", "Nông Hạ"], "HUYEN": ["Chợ Đồn", "Huyện Chợ Mới"]}


@pytest.mark.parametrize("cpg", [None, "its own", "ISO-8859-1", "ANSI 1252"])
@pytest.mark.parametrize("language", [0, 3, 0x57])  # the mark of a code page: none, Windows-1252, "ANSI"
@pytest.mark.parametrize("encoding", ["UTF-8", "Windows-1258"])
def test_a_dbf_is_read_in_its_encoding_stated_or_not(tmp_path, encoding, language, cpg):
    def encoded(text):
        return to_cp1258(text) if encoding == "Windows-1258" else text.encode()

    path = tmp_path / "a.dbf"
    path.write_bytes(
        dbf({name: list(map(encoded, texts)) for name, texts in TEXTS.items()}, language=language)
    )
    if cpg:
        path.with_suffix(".cpg").write_text(encoding.removeprefix("Windows-") if cpg == "its own" else cpg)
    whole = read_whole(path)
    assert whole.table.to_dict("list") == TEXTS
    said = [note.en for note in whole.file.notes]
    assert said == ([] if cpg == "its own" and encoding == "UTF-8" else [f"read as {encoding}"])
    assert [batch.table.to_dict("list") for batch in read_batches(path, 1)] == [TEXTS]


def test_parquet_is_read_with_geometry_and_without(tmp_path: Path) -> None:
    plain = pd.DataFrame({"xã": ["Xuân La"], "n": [1]})
    plain.to_parquet(tmp_path / "plain.parquet")
    pd.testing.assert_frame_equal(read_table(tmp_path / "plain.parquet"), plain)
    points = gpd.GeoDataFrame(plain, geometry=[shapely.Point(106, 22)], crs="EPSG:4326")
    points.to_parquet(tmp_path / "points.parquet")
    assert isinstance(read_table(tmp_path / "points.parquet"), gpd.GeoDataFrame)
