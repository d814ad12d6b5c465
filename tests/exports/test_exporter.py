"""Exports: what QGIS, Google Earth, MapInfo and Excel read back is what the plan says."""

import csv
import re
import sqlite3
import time
from dataclasses import replace

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
from earth import kml_tree
from failures import english, raises
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invented_plan

import bk_gis
from bk_gis.exports.content import gather
from bk_gis.exports.exporter import _WRITERS
from bk_gis.language.names import clean
from bk_gis.language.words import words

ENDINGS = tuple(ending[1:] for ending in _WRITERS)


LAYERS = ["clusters", "communes", "districts", "subregions"]


KML = {"k": "http://www.opengis.net/kml/2.2"}


EVIL = ["=1+1", "]]>&<b>\"'", "Ễ Ữ Đ ợ – 名 🏭", "a\nb;c,d\te"]


# Names as a plan has them: cleaned, and never empty.
NAME = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=40)
    .map(clean)
    .filter(bool)
)


def named(plan, names):
    """The plan with other names of its clusters, as they are."""
    clusters = plan.clusters.assign(name=pd.Series(list(names), dtype="str"))
    return replace(plan, clusters=clusters)


def without_a_place(plan):
    clusters = plan.clusters.copy()
    clusters.loc[0, "location"] = "Không Đâu"
    return plan.replace(clusters=clusters)


def read_kml(path):
    """The clusters of a KML, in the order of their ids."""
    rows = []
    for mark in kml_tree(path).findall(".//k:Placemark", KML):
        if mark.find("k:MultiGeometry", KML) is None:
            row = {d.get("name"): d.findtext("k:value", "", KML) for d in mark.findall(".//k:Data", KML)}
            row["name"] = mark.findtext("k:name", namespaces=KML)
            point = mark.findtext(".//k:coordinates", namespaces=KML)
            row["geometry"] = point and shapely.Point([float(v) for v in point.split(",")])
            rows.append(row)
    frame = gpd.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")
    numbers = [name for name in frame if name.startswith("ha")]
    frame[numbers] = frame[numbers].astype(float)
    return frame.sort_values("id", key=lambda ids: ids.astype(int), ignore_index=True)


def read(path):
    """The clusters that a program finds in an export, with points where there are."""
    if path.suffix in (".kml", ".kmz"):
        return read_kml(path)
    if path.suffix == ".parquet":
        return gpd.read_parquet(path)
    if path.suffix == ".xlsx":
        table = pd.read_excel(path, "clusters", dtype={"id": str}, keep_default_na=False, engine="openpyxl")
    elif path.suffix == ".csv":
        table = pd.read_csv(path, dtype={"id": str}, keep_default_na=False)
        table["name"] = table["name"].str.removeprefix("'")
    else:
        return gpd.read_file(path, **({"layer": "clusters"} if path.suffix == ".gpkg" else {}))
    points = [
        None if lon == "" else shapely.Point(lon, lat)
        for lon, lat in zip(table["lon"], table["lat"], strict=True)
    ]
    return gpd.GeoDataFrame(table, geometry=points, crs="EPSG:4326")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_read_back_is_the_plan(plan, tmp_path, ending):
    bk_gis.export(plan, tmp_path / f"a.{ending}")
    back = read(tmp_path / f"a.{ending}")
    for name in ("id", "name", "location", "founded", "ha"):
        assert back[name].tolist() == plan.clusters[name].tolist()
    for phase in plan.phases:
        column = f"ha_{phase.end}" if ending == "shp" else phase.column
        assert back[column].tolist() == plan.clusters[phase.column].tolist()
    metres = back.to_crs(9213).distance(plan.clusters.to_crs(9213).geometry)
    assert metres.max() < 0.15  # six decimals of a degree
    assert set(back["note"]) == {"Vị trí tham khảo: tâm xã, không phải địa điểm xây dựng."}
    assert all("320/QĐ-UBND" in text and "lethanhx2k" in text for text in back["source"])


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_of_any_letters_come_back_as_they_are(province, tmp_path, ending):
    bk_gis.export(named(province, EVIL), tmp_path / f"a.{ending}")
    assert read(tmp_path / f"a.{ending}")["name"].tolist() == EVIL


@pytest.mark.costly
@settings(max_examples=15, deadline=None)
@given(st.lists(NAME, min_size=4, max_size=4))
def test_whatever_a_name_is_it_comes_back(province, tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("any")
    for ending in ("gpkg", "kml", "geojson", "shp", "tab"):
        bk_gis.export(named(province, names), folder / f"a.{ending}")
        assert read(folder / f"a.{ending}")["name"].tolist() == names


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_cluster_without_a_place_is_kept_without_a_point(province, tmp_path, ending):
    bk_gis.export(without_a_place(province), tmp_path / f"a.{ending}", lang="en")
    back = read(tmp_path / f"a.{ending}")
    assert len(back) == len(province.clusters)
    assert (back.geometry.isna() | back.geometry.is_empty).tolist() == [True, False, False, False]
    assert back["note"][0] == "not located"
    assert back["match_method" if ending != "shp" else "method"][0] == "unknown"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_plan_without_any_place_can_be_written(province, tmp_path, ending):
    clusters = province.clusters.assign(location="Không Đâu")
    bk_gis.export(province.replace(clusters=clusters), tmp_path / f"a.{ending}")
    assert len(read(tmp_path / f"a.{ending}")) == 4


def test_the_same_plan_gives_the_same_bytes_in_another_process_and_second(province, python, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    for ending in ENDINGS:
        bk_gis.export(province, tmp_path / "a" / f"x.{ending}")
    time.sleep(1.1)
    code = (
        "import sys, bk_gis; plan = bk_gis.load_plan('tests/fixtures/province')\n"
        "for path in sys.argv[1:]: bk_gis.export(plan, path)"
    )
    others = [tmp_path / "b" / f"x.{ending}" for ending in ENDINGS]
    python(code, *others, PYTHONHASHSEED="7", TZ="Asia/Ho_Chi_Minh")
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "b").iterdir())
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


@pytest.mark.parametrize("ending", ["gpkg", "xlsx"])
def test_several_layers_where_the_format_holds_them(plan, tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    bk_gis.export(plan, path)
    if ending == "gpkg":
        tables = {name: gpd.read_file(path, layer=name) for name in LAYERS}
        assert pyogrio.list_layers(path)[:, 0].tolist() == [*LAYERS, "layer_styles"]
    else:
        tables = pd.read_excel(path, sheet_name=None, engine="openpyxl")
        assert list(tables) == [*LAYERS, "about"]
        assert plan.boundaries.note["vi"] in " ".join(tables["about"]["about"])
    assert {name: len(tables[name]) for name in LAYERS} == dict(zip(LAYERS, (21, 122, 8, 4), strict=True))
    for name in ("districts", "subregions"):
        assert tables[name]["ha"].sum() == pytest.approx(488.9)
        assert tables[name]["clusters"].sum() == 21


@pytest.mark.parametrize("ending", ["gpkg", "shp", "parquet"])
def test_vn2000_where_the_format_can_name_it(plan, tmp_path, ending):
    bk_gis.export(plan, tmp_path / f"a.{ending}", crs="EPSG:9213")
    back = read(tmp_path / f"a.{ending}")
    assert back.crs.to_epsg() == 9213
    assert back.distance(plan.clusters.to_crs(9213).geometry).max() < 1e-6


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_has_degrees_and_when_asked_metres(plan, tmp_path, ending):
    bk_gis.export(plan, tmp_path / f"a.{ending}", crs="EPSG:9213")
    back = read(tmp_path / f"a.{ending}")
    points = plan.clusters.to_crs(9213).geometry
    assert back["easting"].tolist() == points.x.round(2).tolist()
    assert back["northing"].tolist() == points.y.round(2).tolist()


@pytest.mark.parametrize(
    "given_",
    [
        ("a.doc", {}, bk_gis.InputError, r"a\.doc; expected it to end in \.gpkg, \.xlsx, \.kml"),
        ("a.gpkg", {"by": 2018}, bk_gis.InputError, "no phase ends in 2018"),
        ("a.gpkg", {"lang": "fr"}, bk_gis.InputError, "no language 'fr'"),
        (
            "a.gpkg",
            {"crs": "metres"},
            bk_gis.CrsError,
            "'metres' is no CRS; .* EPSG:9213, the province's own",
        ),
        ("a.kml", {"crs": "EPSG:9213"}, bk_gis.CrsError, r"a\.kml would be in EPSG:4326, .* take \.gpkg"),
        ("a.tab", {"crs": "EPSG:9213"}, bk_gis.CrsError, "cannot name VN-2000"),
        ("a.csv", {"crs": "EPSG:4756"}, bk_gis.CrsError, "not the degree of EPSG:4756; .* a CRS in metres"),
        ("a.csv", {"crs": "EPSG:2263"}, bk_gis.CrsError, "not the US survey foot of EPSG:2263"),
        ("a.xlsx", {"crs": "EPSG:2263"}, bk_gis.CrsError, "expected a CRS in metres"),
        ("a.gpkg", {"crs": "EPSG:5773"}, bk_gis.CrsError, "EGM96 height, is no CRS of a map; .* EPSG:9213"),
        ("a.gpkg", {"crs": "VN-2000"}, bk_gis.CrsError, "'VN-2000' is EPSG:4756, in degrees; .* EPSG:9213"),
        ("a.shp", {"crs": "EPSG:4978"}, bk_gis.CrsError, "'EPSG:4978', WGS 84, is no CRS of a map"),
        ("a.parquet", {"crs": "EPSG:4979"}, bk_gis.CrsError, "no CRS of a map"),
        ("a.csv", {"crs": "EPSG:5773"}, bk_gis.CrsError, "no CRS of a map"),
        ("no/a.csv", {}, bk_gis.MissingFileError, "there is no folder"),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_was_expected(plan, tmp_path, given_):
    name, options, error, said = given_
    with raises(error, match=said):
        bk_gis.export(plan, tmp_path / name, **options)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["geojson", "kml", "kmz", "tab", "csv", "xlsx"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "OGC:CRS84"])
def test_wgs84_by_another_name_is_what_it_is_anyway(province, tmp_path, ending, crs):
    for name, asked in (("named", crs), ("default", None)):
        (tmp_path / name).mkdir()
        bk_gis.export(province, tmp_path / name / f"a.{ending}", crs=asked)
    written = [(tmp_path / name / f"a.{ending}").read_bytes() for name in ("named", "default")]
    assert written[0] == written[1]


def test_text_that_a_shapefile_cannot_hold_is_cut_between_letters_and_said(province, tmp_path):
    long = named(province, ["ế" * 90, "b", "c", "d"])
    for ending in ("shp", "tab"):
        with pytest.warns(UserWarning, match="254 byte") as caught:
            bk_gis.export(long, tmp_path / f"a.{ending}")
        assert "254 bytes that the format holds: name of cluster 1; " in english(caught[0].message)
        assert read(tmp_path / f"a.{ending}")["name"].tolist() == ["ế" * 83 + "…", "b", "c", "d"]


def test_the_fields_of_a_shapefile_have_names_that_it_can_hold(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.shp")
    assert (tmp_path / "a.cpg").read_text() == "UTF-8"
    fields = gpd.read_file(tmp_path / "a.shp").columns.drop("geometry")
    assert len(fields) == len(gather(plan, plan.phases, "vi").clusters.columns) - 1
    assert all(len(name) <= 10 for name in fields)
    assert {"ha_2015", "ha_2020", "ha_2025", "printed", "reason"} <= set(fields)


def test_the_files_of_a_shapefile_replace_the_old_ones_and_their_index(province, tmp_path):
    for name in ("a.dbf", "a.qix", "a.shp.txt", "b.qix"):
        (tmp_path / name).write_text("old")
    bk_gis.export(province, tmp_path / "a.shp")
    made = {"a.shp", "a.shx", "a.dbf", "a.prj", "a.cpg"}
    assert {path.name for path in tmp_path.iterdir()} == made | {"a.shp.txt", "b.qix"}
    assert len(gpd.read_file(tmp_path / "a.shp")) == 4


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_may_be_in_capitals(province, tmp_path, ending):
    bk_gis.export(province, tmp_path / f"small.{ending}")
    bk_gis.export(province, tmp_path / f"Big.{ending.upper()}")
    several = ending in ("shp", "tab")
    (tmp_path / f"Big.{ending if several else ending.upper()}").rename(tmp_path / f"Big.{ending}")
    made = {path.name.removeprefix("Big") for path in tmp_path.glob("Big*")}
    assert made == {path.name.removeprefix("small") for path in tmp_path.glob("small*")}
    names = province.clusters["name"].tolist()
    assert read(tmp_path / f"Big.{ending}")["name"].tolist() == names


@pytest.mark.parametrize("ending", ["gpkg", "shp", "tab"])
def test_a_failure_halfway_leaves_the_old_files_and_nothing_else(province, tmp_path, monkeypatch, ending):
    def half(_frame, path, **_options):
        path.with_suffix(".dbf").write_text("half")
        path.write_text("half")
        raise OSError(28, "No space left on device")

    for name in (f"a.{ending}", "a.dbf"):
        (tmp_path / name).write_text("old")
    monkeypatch.setattr("bk_gis.exports.exporter.write_layer", half)
    with raises(bk_gis.errors.WriteError, match="no space left on the disk"):
        bk_gis.export(province, tmp_path / f"a.{ending}")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"a.{ending}": "old",
        "a.dbf": "old",
    }


def test_a_warning_names_the_line_that_asked_for_the_export(province, tmp_path):
    with pytest.warns(UserWarning, match="254 byte") as caught:
        bk_gis.export(named(province, ["ế" * 90, "b", "c", "d"]), tmp_path / "a.shp")
    assert caught[0].filename == __file__


def test_a_shapefile_that_cannot_be_whole_is_not_begun(province, tmp_path):
    (tmp_path / "a.dbf").mkdir()
    with raises(bk_gis.InputError, match=r"cannot write a\.dbf: there are folders"):
        bk_gis.export(province, tmp_path / "a.shp")
    assert [path.name for path in tmp_path.iterdir()] == ["a.dbf"]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_line_end_in_a_text_breaks_no_row_of_a_csv(province, tmp_path, end):
    clusters = province.clusters.assign(printed_name=f"CCN A{end}B")
    bk_gis.export(replace(province, clusters=clusters), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["printed_name"] for row in rows] == [f"CCN A{end}B"] * 4
    assert len(pd.read_csv(tmp_path / "a.csv")) == 4


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_spreadsheet_runs_nothing(province, tmp_path, ending):
    bk_gis.export(named(province, ["=1+1", " +A1", "@SUM(A1)", "\tx"]), tmp_path / f"a.{ending}")
    if ending == "csv":
        text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
        assert text.count("'=1+1") == text.count("' +A1") == text.count("'@SUM(A1)") == 1
    else:
        cells = [cell for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["clusters"] for cell in row]
        assert "=1+1" in [cell.value for cell in cells]
        assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_geopackage_names_its_sources_and_no_time(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        rows = database.execute("select description, last_change from gpkg_contents").fetchall()
    database.close()
    assert {when for _, when in rows} == {"2000-01-01T00:00:00.000Z"}
    described = [text for text, _ in rows if text]
    assert len(described) == 4
    assert all(plan.boundaries.credit in text and "Vị trí tham khảo" in text for text in described)


@pytest.mark.costly
def test_the_command_says_what_it_wrote_and_what_has_no_place(bk, folder, tmp_path):
    folder.replace("clusters.csv", "CCN Xuất Hóa,Xuất Hóa", "CCN Xuất Hóa,Không Đâu")
    call = ("export", "-o", tmp_path / "a.gpkg", "--by", "2020", "--plan", folder.path)
    done = bk(*call, "--lang", "vi")
    assert (done.code, done.out) == (0, "")
    assert "17 trong 21 cụm" in done.said
    assert "chưa có vị trí: 2 Xuất Hóa; Thị xã Bắc Kạn không có xã nào tên 'Không Đâu'" in done.said
    done = bk(*call, "--lang", "en")
    assert "17 of 21 clusters" in done.said
    assert "without a place: 2 Xuất Hóa; no commune in Thị xã Bắc Kạn" in done.said


def test_the_command_names_the_file_that_it_wrote(bk, tmp_path):
    done = bk("export", "-o", tmp_path / "A.SHP")
    assert f"wrote {tmp_path / 'A.shp'}: 21 of 21 clusters" in done.said


def test_the_command_refuses_an_ending_that_it_does_not_know(bk, tmp_path):
    done = bk("export", "-o", tmp_path / "a.doc")
    assert done.code == 2
    assert ".gpkg" in done.said


@pytest.mark.parametrize("ending", ["gpkg", "kml", "kmz", "xlsx", "geojson", "shp", "tab", "csv", "parquet"])
def test_a_plan_of_communes_alone_is_written_in_every_format(tmp_path, ending):
    clusters = [(f"Cụm {place}", place, None, [10]) for place in ("Một", "Hai")]
    plan = invented_plan(tmp_path / "plan", phases=[2030], clusters=clusters, districts=())
    bk_gis.export(plan, tmp_path / f"map.{ending}")
    if ending in ("kml", "gpkg"):
        written = (tmp_path / f"map.{ending}").read_bytes()
        assert "Cụm Hai".encode() in written
        assert not re.search(rb"districts|subregions", written), "there are no such levels"


def test_the_help_and_the_docstring_name_every_format():
    texts = [*words("help_option")["export output"].values(), bk_gis.export.__doc__]
    missing = [(ending, text) for ending in _WRITERS for text in texts if ending not in text]
    assert not missing
