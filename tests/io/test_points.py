"""Points are made of a file with geometry or of two columns; coordinates that are none are located."""

from pathlib import Path

import pandas as pd
import pytest
import shapely

import bk_gis
from bk_gis.errors import CrsError, InputError
from bk_gis.io.points import find_coordinates, read_points
from bk_gis.io.tables import read_table
from bk_gis.io.writing import write_frame


@pytest.mark.parametrize(
    ("content", "crs", "columns"),
    [
        ("lon,lat\n105.9,22.2\n,\n", None, ["lon", "lat"]),
        ("Kinh độ;Vĩ độ\n105,9;22,2\n", None, ["Kinh độ", "Vĩ độ"]),
        ("lon,lat\n105.9,22.2\n", "EPSG:4326", ["lon", "lat"]),
        ("lon,lat\n560000,2450000\n", "EPSG:9213", ["lon", "lat", "lon_joined", "lat_joined"]),
    ],
)
def test_coordinates_in_degrees_are_not_repeated(tmp_path, content, crs, columns):
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    found = read_points(tmp_path / "a.csv", crs=crs)
    degrees = find_coordinates(read_table(tmp_path / "a.csv"), x=None, y=None, crs=crs).degrees
    write_frame(found, tmp_path / "b.csv", degrees=degrees)
    assert read_table(tmp_path / "b.csv").columns.tolist() == columns
    write_frame(found.drop(columns=columns[1]), tmp_path / "b.csv", degrees=degrees)
    assert "lat" in read_table(tmp_path / "b.csv").columns, "a point without its columns needs others"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "a.csv: is empty; expected a header and rows"),
        (b"lon,lat\n1,2,3\n4\n", r"2 problems:\n  a.csv, row 2: has 3 cells.*\n  a.csv, row 3: has 1 cells"),
        ("lon,lat\nBắc,1".encode()[:-4], "a.csv: is not UTF-8"),
        (b"lon;lat\n105;22;3\n", "a.csv, row 2: has 3 cells"),
        (b"x,y\n1,2\n", "no column holds longitudes; expected one of lon"),
        (b'lon,lat\n105,22\n"105,9,1",n\n', "2 problems:\n.*row 3, column lon: '105,9,1' is not a number"),
    ],
)  # fmt: skip
def test_a_table_that_holds_no_points_is_refused(tmp_path, content, words):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(bk_gis.InputError, match=words):
        read_points(tmp_path / "a.csv")


def test_every_coordinate_that_is_no_number_is_located(tmp_path):
    (tmp_path / "a.csv").write_text("lon,lat\n\n" + "105,22\neast,north\n" * 30)
    with pytest.raises(bk_gis.InputError) as failure:
        read_points(tmp_path / "a.csv")
    rows = range(4, 64, 2)  # the header is row 1, and row 2 is blank
    assert [(p.row, p.column) for p in failure.value.problems] == [
        (row, column) for row in rows for column in ("lon", "lat")
    ]


def test_a_point_without_coordinates_is_kept(tmp_path):
    (tmp_path / "a.csv").write_text("lat,lon\n22.2,105.9\n,\n22,\n")
    found = read_points(tmp_path / "a.csv")
    assert found.crs == "EPSG:4326"
    assert found.geometry.iloc[0].equals(shapely.Point(105.9, 22.2))
    assert found.geometry.isna().tolist() == [False, True, True]
    assert found["lat"].tolist() == ["22.2", "", "22"]


def test_a_vector_file_without_geometry_holds_no_points(tmp_path):
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(bk_gis.InputError):
        read_points(tmp_path / "a.parquet")


@pytest.mark.parametrize("header", ["lon,lat", "Kinh độ,Vĩ độ", "LONGITUDE,Latitude", "Lng,lat"])
def test_coordinates_are_found_by_their_usual_names(path: Path, header: str) -> None:
    path.write_text(f"{header}\n105.8,22.1\n", encoding="utf-8")
    found = read_points(path)
    assert found.crs == "EPSG:4326"
    assert found.geometry.iloc[0] == shapely.Point(105.8, 22.1)


def test_columns_and_crs_can_be_said(path: Path) -> None:
    path.write_text("E;N\n432000;2443000,5\n", encoding="utf-8")
    found = read_points(path, x="E", y="N", crs="EPSG:9213")
    assert found.crs == "EPSG:9213"
    assert found.geometry.iloc[0] == shapely.Point(432000, 2443000.5)
    with pytest.raises(CrsError, match="'9213 or so' is no CRS"):
        read_points(path, x="E", y="N", crs="9213 or so")


def test_a_table_without_coordinates_says_what_it_has(path: Path) -> None:
    path.write_text("xã,huyện\nNông Thịnh,Huyện Chợ Mới\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no column holds longitudes; .*found xã, huyện"):
        read_points(path)
