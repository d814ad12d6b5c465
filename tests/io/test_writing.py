"""Results appear whole or not at all; tables and points are read without guessing."""

import sqlite3
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
from failures import raises
from files import only
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.io.batches import TextForm
from bk_gis.io.tables import read_points, read_table
from bk_gis.io.writing import write_frame, xml_text

ENDINGS = (".csv", ".geojson", ".gpkg", ".parquet")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_failing_writer_leaves_the_old_file_whole(tmp_path, points, ending):
    target = tmp_path / f"a{ending}"
    target.write_bytes(b"old")
    points["bad"] = pd.Series(["\ud800"] * 3, dtype=object)  # half a pair of surrogates is no UTF-8
    with pytest.raises(UnicodeEncodeError):
        write_frame(points, target)
    assert target.read_bytes() == b"old"
    assert only(tmp_path) == [target.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_frame_gives_the_same_bytes_under_any_clock(tmp_path, points, ending):
    write_frame(points, tmp_path / f"a{ending}")
    first = (tmp_path / f"a{ending}").read_bytes()
    write_frame(points, tmp_path / f"a{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == first


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_what_is_written_can_be_read_back(tmp_path, points, ending):
    write_frame(points, tmp_path / f"a{ending}")
    back = read_points(tmp_path / f"a{ending}")
    assert back.crs == "EPSG:4326"
    assert back["name"].tolist() == points["name"].tolist()
    missing = back.geometry.isna() | back.geometry.is_empty
    assert missing.tolist() == [False, True, False]
    assert back.geometry[~missing].equals(points.geometry[~missing])


def test_a_csv_has_longitude_and_latitude_and_keeps_every_row(tmp_path, points):
    write_frame(points, tmp_path / "a.csv")
    table = read_table(tmp_path / "a.csv")
    assert table.columns.tolist() == ["name", "n", "lon", "lat"]
    assert table["name"].tolist() == points["name"].tolist()
    assert table["lon"].tolist() == ["105.9", "", "106.1"]
    assert table["lat"].tolist() == ["22.2", "", "22.4"]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf"), (
        "Excel needs the mark for Vietnamese"
    )


def test_a_csv_is_in_degrees_whatever_the_points_are_in(tmp_path, points):
    write_frame(points.to_crs("EPSG:9213"), tmp_path / "a.csv")
    assert read_table(tmp_path / "a.csv")["lon"].tolist() == ["105.9", "", "106.1"]


def test_columns_that_the_points_have_already_are_kept(tmp_path, points):
    write_frame(points.assign(lon="west"), tmp_path / "a.csv")
    table = read_table(tmp_path / "a.csv")
    assert table["lon"].tolist() == ["west"] * 3
    assert table["lon_joined"].tolist() == ["105.9", "", "106.1"]


@pytest.mark.parametrize("name", ["lon", "lat"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_column_of_the_points_is_written_over(tmp_path, points, name, ending):
    own = points.assign(**{name: "mine", f"{name}_joined": "mine too"})
    with raises(bk_gis.InputError, match=f"already have {name}_joined; drop or rename"):
        write_frame(own, tmp_path / f"a{ending}")
    assert only(tmp_path) == []


def test_a_csv_can_be_in_the_form_that_excel_has_where_the_comma_is_the_decimal_mark(tmp_path, points):
    write_frame(points, tmp_path / "a.csv", form=TextForm(separator=";", decimal=","))
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["name;n;lon;lat", "Cẩm Giàng;1;105,9;22,2"]


@pytest.mark.costly
@given(
    rows=st.lists(st.tuples(st.text("Xuân;,\t|\"'\n\r 1.", max_size=9), st.floats(105, 106)), max_size=6),
    form=st.builds(
        TextForm, st.sampled_from(["utf-8-sig", "utf-16"]), *map(st.sampled_from, (";,\t|", ".,"))
    ),
)
def test_a_csv_in_any_form_is_read_back_as_it_was(tmp_path_factory, rows, form):
    path = tmp_path_factory.mktemp("forms") / "a.csv"
    spots = [shapely.Point(lon, 22.5) for _, lon in rows]
    write_frame(
        gpd.GeoDataFrame({"tên": [name for name, _ in rows]}, geometry=spots, crs="EPSG:4326"),
        path,
        form=form,
    )
    back = read_points(path)
    assert back["tên"].tolist() == [name for name, _ in rows]
    assert back.geometry.x.tolist() == [round(lon, 6) for _, lon in rows]


def test_an_ending_that_is_not_known_is_refused(tmp_path, points):
    with raises(bk_gis.InputError, match=r"cannot write a\.doc; expected it to end in \.csv, "):
        write_frame(points, tmp_path / "a.doc")
    assert only(tmp_path) == []


def test_a_workbook_holds_text_as_text_and_the_same_bytes_each_time(tmp_path, points):
    points["name"] = ["=1+1", "'quoted", "https://example.org"]
    for name in ("a.xlsx", "b.xlsx"):
        write_frame(points, tmp_path / name)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["name", "n", "lon", "lat"]
    assert rows[1] == ["=1+1", 1, 105.9, 22.2]
    assert rows[2] == ["'quoted", 2, None, None]
    assert sheet["A2"].data_type == "s", "text, not a formula"
    assert sheet["A4"].hyperlink is None
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_geopackage_holds_no_time_of_writing(tmp_path, points):
    write_frame(points, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        rows = database.execute("select table_name, last_change from gpkg_contents").fetchall()
    database.close()
    assert rows == [("a", "2000-01-01T00:00:00.000Z")]


# pyogrio silences this within warnings.catch_warnings, which is of the whole process: another thread ends it.
@pytest.mark.costly
@pytest.mark.filterwarnings("ignore:GeoSeries.notna")
def test_four_threads_at_once_write_the_same_geopackage_and_change_no_setting(tmp_path, points):
    targets = [tmp_path / f"{i}" / "a.gpkg" for i in range(40)]
    for target in targets:
        target.parent.mkdir()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda target: write_frame(points, target), targets))
    assert len({target.read_bytes() for target in targets}) == 1
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def element(text):
    root = ET.Element("a")
    ET.SubElement(root, "b", {"c": text}).text = f"x{text}x"
    return root


@given(TEXT)
def test_any_text_makes_xml_that_parsers_read(text):
    read = ET.fromstring(xml_text(element(text)))  # noqa: S314 - our own
    assert len(read.find("b").text) >= 2


@given(st.text("abcđễ<>&\"' ", max_size=20))
def test_what_xml_can_hold_comes_back(text):
    read = ET.fromstring(xml_text(element(text))).find("b")  # noqa: S314 - our own
    assert (read.text, read.get("c")) == (f"x{text}x", text)


def test_what_it_cannot_hold_leaves_a_sign():
    assert "x\ufffdx" in xml_text(element("\x00"))
