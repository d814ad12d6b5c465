"""Files of communes as publishers have them: their columns, their formats, with codes and without."""

import json
import re

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from boundaries import larger
from failures import english, raises
from invented import write_plan

import bk_gis


@pytest.fixture
def folder(tmp_path):
    """A plan without districts, whose communes are put in place by `published`."""
    clusters = [("A", "Một", None, (10,)), ("B", "Ba", None, (5,))]
    return write_plan(tmp_path / "plan", phases=(2025,), clusters=clusters, districts=None)


def with_districts(folder):
    """The clusters state their districts."""
    text = (folder / "clusters.csv").read_text(encoding="utf-8")
    for old, new in (
        ("location,", "location,district,"),
        ("Một,10", "Một,Huyện Đông,10"),
        ("Ba,5", "Ba,Huyện Tây,5"),
    ):
        assert old in text
        text = text.replace(old, new)
    (folder / "clusters.csv").write_text(text, encoding="utf-8")


def polygons(folder):
    return gpd.read_file(folder / "communes.geojson")


def published(folder, table, name="communes.geojson", **writing):
    """Put a file of the same polygons with other columns in the place of the communes."""
    shapes = polygons(folder).geometry
    (folder / "communes.geojson").unlink()
    gpd.GeoDataFrame(table, geometry=shapes, crs="EPSG:4326").to_file(folder / name, **writing)
    return folder


def named(folder, name, *settings):
    toml = (folder / "plan.toml").read_text(encoding="utf-8")
    lines = "\n".join(["[communes]", f'file = "{name}"', *settings])
    (folder / "plan.toml").write_text(f"{toml}\n{lines}\n", encoding="utf-8")
    return folder


CODES = ["01840", "01843", "01849", "01852"]
NAMES = ["Một", "Hai", "Ba", "Bốn"]
FULL = ["Xã Một", "Phường Hai", "Xã Ba", "Xã Bốn"]
UNITS = ["Xã", "Phường", "Xã", "Xã"]
DISTRICT = ["Huyện Đông", "Huyện Đông", "Huyện Tây", "Huyện Tây"]


@pytest.mark.parametrize(
    "table",
    [
        {"a02_xa": CODES, "a03_ten": FULL, "a04_tentinh": ["tỉnh Mới"] * 4, "a07_dt": [1.5, 2, 3, 4]},
        {"ma_xa": CODES, "ten_xa": FULL},
        {"OBJECTID": [1, 2, 3, 4], "MaXa": CODES, "TenXa": NAMES, "LoaiXa": UNITS},
        {"GID_3": CODES, "NAME_3": NAMES, "TYPE_3": UNITS, "VARNAME_3": NAMES},
        {"ADM3_PCODE": CODES, "ADM3_VI": FULL, "ADM3_EN": NAMES},
        {"code": CODES, "name": NAMES, "full_name": FULL, "area_km2_stated": [1, 2, 3, 4]},
        {"Code": CODES, "Full_Name": FULL},
        {"ward_code": CODES, "ward_name": FULL, "id": [1, 2, 3, 4]},
    ],
    ids=" ".join,
)
def test_the_columns_of_the_usual_publishers_are_known_without_plan_toml(folder, table):
    plan = bk_gis.load_plan(published(folder, table), lang="en")
    assert plan.communes["code"].tolist() == CODES
    assert plan.communes["name"].tolist() == NAMES
    assert plan.communes["unit_type"].tolist() == UNITS
    note = english(plan.notes[0])
    assert note.startswith("communes.geojson: columns taken as ")
    assert 'name = "' in note


def test_districts_are_known_likewise(folder):
    with_districts(folder)
    table = {"MA_XA": CODES, "TEN_XA": FULL, "MA_HUYEN": ["058", "058", "060", "060"], "TEN_HUYEN": DISTRICT}
    plan = bk_gis.load_plan(published(folder, table))
    assert plan.districts["district"].tolist() == ["Huyện Đông", "Huyện Tây"]
    assert plan.districts["district_code"].tolist() == ["058", "060"]


@pytest.mark.parametrize(
    "table",
    [
        {"MA": CODES, "TEN": FULL},
        {"ma_xa": CODES, "ten_xa": FULL, "ten_phuong": FULL},
        {"ma_xa": ["01840", "01840", "01849", "01852"], "ten_xa": FULL},
        {"ma_xa": ["01840", None, "01849", "01852"], "ten_xa": FULL},
    ],
    ids=["bare headers", "two names", "a code twice", "a code missing"],
)
def test_where_there_is_doubt_the_line_to_write_is_said(folder, table):
    with raises(bk_gis.InputError, match=r"write in \[communes\] of plan.toml: columns = "):
        bk_gis.load_plan(published(folder, table))


@pytest.mark.parametrize(
    ("old", "said"),
    [
        (["X· B¾c", "Phêng §«ng", "X· T©y", "X· Nói"], 'encoding = "tcvn3"'),
        (["Ấp Bắc", "Ấp Đông", "A", "B"], ""),
    ],
)
def test_names_in_an_older_encoding_ask_for_that_first(folder, old, said):
    published(folder, {"MAXA": CODES, "TENXA": old})
    with raises(bk_gis.InputError) as failed:
        bk_gis.load_plan(folder)
    first = english(failed.value.problems[0].message)
    assert said in first
    assert ("encoding" in first) == bool(said)


def test_what_plan_toml_says_goes_before_what_is_usual(folder):
    table = {"ma_xa": CODES, "ten_xa": NAMES, "ten_day_du": FULL}
    published(folder, table)
    named(folder, "communes.geojson", 'columns = { name = "ten_day_du" }')
    plan = bk_gis.load_plan(folder)
    assert plan.communes["unit_type"].tolist() == UNITS
    assert "ten_xa" not in english(plan.notes[0])


@pytest.mark.costly
def test_without_codes_they_are_made_of_the_names_and_that_is_said(folder, bk):
    published(folder, {"ten_xa": ["Xã Nông Hạ", "Phường 1", "Thị trấn Đồng Tâm", "Xã Một"]})
    plan = bk_gis.load_plan(folder, lang="en")
    codes = ["phuong-1", "thi-tran-dong-tam", "xa-mot", "xa-nong-ha"]
    assert plan.communes["code"].tolist() == codes
    assert english(plan.notes[1]).startswith(
        "communes.geojson: there is no column code; codes are made of the names"
    )
    assert bk_gis.load_plan(folder).communes["code"].tolist() == codes
    said = bk("check", folder, "--lang", "vi").said
    assert "không có cột code; mã lập từ tên, như xa-nong-ha" in said


def test_communes_of_one_name_get_codes_of_their_own(folder):
    published(folder, {"ten_xa": ["Xã Một", "Xã Một", "Phường Một", "Xã Mốt"]})
    codes = bk_gis.load_plan(folder).communes["code"].tolist()
    assert sorted(codes) == ["phuong-mot", "xa-mot.1", "xa-mot.2", "xa-mot.3"]


def test_communes_of_one_name_are_told_apart_by_their_districts(folder):
    with_districts(folder)
    published(folder, {"ten_xa": ["Xã Một", "Xã Hai", "Xã Một", "Xã Ba"], "ten_huyen": DISTRICT})
    plan = bk_gis.load_plan(folder)
    assert plan.communes["code"].tolist() == [
        "xa-ba",
        "xa-hai",
        "xa-mot.huyen-dong",
        "xa-mot.huyen-tay",
    ]
    assert plan.districts["district_code"].tolist() == ["huyen-dong", "huyen-tay"]


def test_made_codes_never_look_like_official_ones(folder):
    published(folder, {"ten_xa": ["Phường 01834", "Xã Một", "Xã Hai", "Xã Ba"]})
    codes = bk_gis.load_plan(folder).communes["code"]
    assert not [code for code in codes if re.fullmatch(r"\d+", code)]


def test_a_kmz_is_read_with_the_names_of_its_placemarks(folder):
    published(folder, {"name": FULL}, "xa.kmz", driver="LIBKML")
    plan = bk_gis.load_plan(named(folder, "xa.kmz"))
    assert sorted(plan.communes["name"]) == sorted(NAMES)
    assert plan.communes["code"].tolist() == ["phuong-hai", "xa-ba", "xa-bon", "xa-mot"]
    assert plan.clusters.geometry.notna().all()


def test_a_commune_of_several_parts_may_be_a_collection(folder):
    text = json.loads((folder / "communes.geojson").read_text(encoding="utf-8"))
    shape = text["features"][0]["geometry"]
    text["features"][0]["geometry"] = {"type": "GeometryCollection", "geometries": [shape]}
    (folder / "communes.geojson").write_text(json.dumps(text), encoding="utf-8")
    plan = bk_gis.load_plan(folder)
    assert plan.communes.geometry.geom_type.isin(["Polygon", "MultiPolygon"]).all()


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4], [7.0, 7.0, 8.0, 8.0], ["a", "b", "c", "d"]])
def test_a_column_fid_is_no_business_of_a_plan(folder, numbers):
    options = {"layer_options": {"FID": "ogc_fid"}}
    published(folder, {"fid": numbers, "ma_xa": CODES, "ten_xa": FULL}, "xa.gpkg", **options)
    assert bk_gis.load_plan(named(folder, "xa.gpkg")).communes["code"].tolist() == CODES


def test_a_folder_of_files_is_read_one_below_the_other(folder):
    shapes = polygons(folder).assign(ma_xa=CODES, ten_xa=FULL)[["ma_xa", "ten_xa", "geometry"]]
    (folder / "ranh_gioi").mkdir()
    shapes.iloc[2:].to_file(folder / "ranh_gioi" / "b.shp", encoding="utf-8")
    shapes.iloc[:2].to_crs("EPSG:9213").to_file(folder / "ranh_gioi" / "a.shp", encoding="utf-8")
    plan = bk_gis.load_plan(named(folder, "ranh_gioi"), lang="en")
    assert plan.communes["code"].tolist() == CODES
    assert english(plan.notes[0]) == "ranh_gioi: read a.shp, b.shp one below the other"


def test_a_folder_in_two_formats_may_hold_communes_twice_and_is_refused(folder):
    (folder / "ranh_gioi").mkdir()
    for name in ("a.geojson", "a.gpkg"):
        polygons(folder).to_file(folder / "ranh_gioi" / name)
    with raises(bk_gis.InputError, match=r"holds files in several formats, \.geojson, \.gpkg"):
        bk_gis.load_plan(named(folder, "ranh_gioi"))


def test_a_folder_without_files_of_polygons_is_refused(folder):
    (folder / "ranh_gioi").mkdir()
    pd.DataFrame({"a": [1]}).to_csv(folder / "ranh_gioi" / "a.csv")
    with raises(bk_gis.InputError, match="ranh_gioi: holds no file of polygons"):
        bk_gis.load_plan(named(folder, "ranh_gioi"))


def test_a_folder_is_repaired_into_one_file(folder, bk, tmp_path):
    shapes = larger(polygons(folder))
    (folder / "parts").mkdir()
    for i in range(2):
        shapes.iloc[2 * i : 2 * i + 2].to_file(folder / "parts" / f"{i}.geojson")
    assert bk("fix-boundaries", folder / "parts", "-o", tmp_path / "a.gpkg").code == 0
    fixed = gpd.read_file(tmp_path / "a.gpkg")
    assert fixed["name"].tolist() == shapes["name"].tolist()
    assert shapely.coverage_is_valid(fixed.geometry.to_numpy())
    assert bk("fix-boundaries", folder / "parts", "-o", folder / "parts" / "0.geojson").code == 2


def test_districts_of_clusters_ask_for_those_of_communes(folder):
    """Else the plan is silently one of communes."""
    table = {"MADVHC": CODES, "DVHC": FULL, "MADVHC_H": ["058"] * 2 + ["060"] * 2, "DVHC_H": DISTRICT}
    published(folder, table)
    with_districts(folder)
    with raises(bk_gis.InputError, "no column for code, name, district_code, district;") as failure:
        bk_gis.load_plan(folder)
    line = 'code = "MADVHC", name = "DVHC", district_code = "MADVHC_H", district = "DVHC_H"'
    assert f"columns = {{ {line} }}; clusters.csv states districts" in english(failure.value)
    named(folder, "communes.geojson", f"columns = {{ {line} }}")
    assert bk_gis.load_plan(folder).districts["district"].tolist() == ["Huyện Đông", "Huyện Tây"]


def test_districts_of_clusters_that_no_column_of_the_communes_has_are_a_problem(folder):
    published(folder, {"code": CODES, "name": NAMES, "unit_type": UNITS, "F1": DISTRICT})
    assert not len(bk_gis.load_plan(folder).districts)
    with_districts(folder)
    with raises(bk_gis.InputError, 'district_code = "[?]", district = "[?]"') as failure:
        bk_gis.load_plan(folder)
    assert "take out its column district" in english(failure.value)
