"""Communes from any vector file, as plan.toml says what it is and what its columns are called."""

import re
import shutil
import unicodedata
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from failures import english, raises
from pyproj import CRS

import bk_gis
from bk_gis.io.shipped import guide
from bk_gis.plan.communes.columns import guess
from bk_gis.plan.folder import read_folder

FIXTURES = Path(__file__).parents[2] / "fixtures"
ZONE = "EPSG:9214"  # VN-2000 / TM-3 107-00
SETTINGS = """[communes]
file = "ranh_gioi.geojson"
columns = { code = "MA", name = "TEN", district_code = "MA_H", district = "HUYEN" }
digits = { code = 5, district_code = 3 }
"""


@pytest.fixture
def moved(tmp_path):
    """The invented province, its communes in another file."""
    path = tmp_path / "province"
    shutil.copytree(FIXTURES / "province", path)

    def settings(text):
        toml = (path / "plan.toml").read_text(encoding="utf-8")
        assert SETTINGS in toml
        (path / "plan.toml").write_text(toml.replace(SETTINGS, text), encoding="utf-8")
        return path

    return settings


def problems(path):
    """What a folder is refused for."""
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.load_plan(path)
    return failure.value.problems


def same(plan, province):
    columns = ["code", "name", "unit_type", "district_code", "district", "subregion"]
    assert plan.communes[columns].equals(province.communes[columns])
    shapes = [p.communes.geometry.normalize() for p in (plan, province)]
    assert shapes[0].geom_equals_exact(shapes[1], tolerance=1e-7).all()
    assert plan.clusters["match_codes"].tolist() == province.clusters["match_codes"].tolist()


def test_codes_kept_as_numbers_get_their_zeros_back_and_units_come_off_names(province):
    assert province.communes["code"].tolist() == [f"0000{i}" for i in range(1, 8)]
    assert province.communes["district_code"].unique().tolist() == ["007", "008", "009"]
    assert province.communes["unit_type"].tolist()[:2] == ["Thị trấn", "Xã"]
    assert province.communes["name"].tolist()[:2] == ["Cửa Sông", "Bãi Giữa"]


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.parquet", "a.geojson"])
def test_every_format_gives_the_same_communes(moved, province, name):
    path = moved(SETTINGS.replace("ranh_gioi.geojson", name))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    if name.endswith(".parquet"):
        polygons.to_parquet(path / name)
    else:
        polygons.to_file(path / name, encoding="utf-8" if name.endswith(".shp") else None)
    (path / "ranh_gioi.geojson").unlink(missing_ok=name != "ranh_gioi.geojson")
    same(bk_gis.load_plan(path), province)


def test_another_crs_is_transformed(moved, province):
    path = moved(SETTINGS.replace("ranh_gioi.geojson", "vn2000.gpkg"))
    gpd.read_file(path / "ranh_gioi.geojson").to_crs("EPSG:32648").to_file(path / "vn2000.gpkg")
    same(bk_gis.load_plan(path), province)


def test_a_layer_is_found_by_name(moved, province):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', '"a.gpkg"\nlayer = "xa"'))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    polygons.dissolve().to_file(path / "a.gpkg", layer="tinh")
    polygons.to_file(path / "a.gpkg", layer="xa")
    same(bk_gis.load_plan(path), province)


def test_of_several_layers_one_has_to_be_named(moved):
    path = moved(SETTINGS.replace("ranh_gioi.geojson", "a.gpkg"))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    polygons.dissolve().to_file(path / "a.gpkg", layer="tinh")
    polygons.to_file(path / "a.gpkg", layer="ranh_xa")
    (problem,) = problems(path)
    assert (problem.file, english(problem.message)) == (
        "a.gpkg",
        "has the layers tinh, ranh_xa; write in [communes] of plan.toml which holds the communes: "
        'layer = "ranh_xa"',
    )


def test_a_layer_that_is_not_there_is_said_with_those_that_are(moved):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', '"a.gpkg"\nlayer = "xã"'))
    gpd.read_file(path / "ranh_gioi.geojson").to_file(path / "a.gpkg", layer="xa")
    (problem,) = problems(path)
    assert (
        english(problem.message) == "has no layer 'xã', as [communes] of plan.toml says; expected one of xa"
    )


def test_a_table_beside_the_layer_of_polygons_is_passed_over(moved, province):
    """QGIS keeps its styles so."""
    path = moved(SETTINGS.replace("ranh_gioi.geojson", "a.gpkg"))
    styles = pd.DataFrame({"style": ["red"]})
    pyogrio.write_dataframe(styles, path / "a.gpkg", layer="layer_styles")
    gpd.read_file(path / "ranh_gioi.geojson").to_file(path / "a.gpkg", layer="xa")
    same(bk_gis.load_plan(path), province)


def test_a_mapinfo_table_is_read(moved, province):
    path = moved(SETTINGS.replace("ranh_gioi.geojson", "a.tab"))
    gpd.read_file(path / "ranh_gioi.geojson").to_file(path / "a.tab", encoding="utf-8")
    same(bk_gis.load_plan(path), province)


def shapefile_without_prj(path, crs):
    gpd.read_file(path / "ranh_gioi.geojson").to_crs(crs).to_file(path / "a.shp", encoding="utf-8")
    (path / "a.prj").unlink()


def test_a_file_without_a_crs_has_that_of_plan_toml(moved, province):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\ncrs = "{ZONE}"'))
    shapefile_without_prj(path, ZONE)
    same(bk_gis.load_plan(path), province)


@pytest.mark.costly
@pytest.mark.parametrize("stated", ["EPSG:3406", "EPSG:5899", "EPSG:9205"])
def test_a_stated_zone_that_leads_out_of_viet_nam_is_doubted(moved, stated):
    """The province is at 106.9; metres east of one meridian are as far east of another."""
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\ncrs = "{stated}"'))
    shapefile_without_prj(path, ZONE)
    notes = [english(note) for note in bk_gis.load_plan(path).notes if "outside of Viet Nam" in english(note)]
    assert len(notes) == (stated == "EPSG:3406")
    assert all("EPSG:9214" in note and 'crs = "EPSG:3406"' in note for note in notes)


@pytest.mark.parametrize(
    ("stated", "province", "doubt"),
    [
        ("EPSG:9206", "Bắc Kạn", "far from the province Bắc Kạn: .* zones that may be right: EPSG:9213;"),
        ("EPSG:9211", "Bắc Kạn", "and it is no zone of the province Bắc Kạn: .* may be right: EPSG:9213;"),
        ("EPSG:5899", "Lạng Sơn", "and it is no zone of the province Lạng Sơn: .* may be right: EPSG:9215;"),
        (ZONE, "Bắc Kạn", "and it is no zone of the province Bắc Kạn: .* may be right: EPSG:9213;"),
        ("EPSG:9213", "Bắc Kạn", None),
        ("EPSG:9214", "Huế", None),
        ("EPSG:3405", "Tuyên Quang", None),
    ],
)
def test_a_stated_zone_that_is_none_of_the_province_is_doubted(moved, stated, province, doubt):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\ncrs = "{stated}"'))
    shapefile_without_prj(path, ZONE)
    toml = (path / "plan.toml").read_text(encoding="utf-8")
    toml = re.sub(r'\[title\]\nvi = ".*"', '[title]\nvi = "Các CCN tỉnh ' + province + '"', toml, count=1)
    (path / "plan.toml").write_text(toml, encoding="utf-8")
    said = [english(note) for note in bk_gis.load_plan(path).notes]
    doubts = [note for note in said if "may be right" in note]
    assert len(doubts) == (doubt is not None)
    assert all(re.search(doubt, note) for note in doubts)


@pytest.mark.parametrize(
    ("crs", "said"),
    [
        (ZONE, "find the central meridian of the map"),
        ("EPSG:4326", "of WGS 84 (EPSG:4326) or of VN-2000 (EPSG:4756)"),
    ],
)
def test_without_any_crs_it_is_said_how_to_find_it(moved, crs, said):
    path = moved(SETTINGS.replace("ranh_gioi.geojson", "a.shp"))
    shapefile_without_prj(path, crs)
    (problem,) = problems(path)
    assert (problem.file, problem.column) == ("a.shp", "geometry")
    assert english(problem.message).startswith("there is no CRS; the coordinates are ")
    assert said in english(problem.message)
    assert crs == "EPSG:4326" or "EPSG" not in english(problem.message)


def test_a_crs_that_the_file_contradicts_is_refused(moved):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', '"a.gpkg"\ncrs = "EPSG:9213"'))
    gpd.read_file(path / "ranh_gioi.geojson").to_crs(ZONE).to_file(path / "a.gpkg")
    (problem,) = problems(path)
    assert english(problem.message).startswith(
        "the file states VN-2000 / TM-3 107-00, but [communes] of plan.toml says"
    )


def test_a_crs_that_the_file_states_too_is_no_contradiction(moved, province):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\ncrs = "{ZONE}"'))
    gpd.read_file(path / "ranh_gioi.geojson").to_crs(ZONE).to_file(path / "a.shp", encoding="utf-8")
    same(bk_gis.load_plan(path), province)


@pytest.mark.parametrize(
    ("drawn", "stated"),
    [("EPSG:4326", ZONE), (ZONE, "EPSG:4326")],
    ids=["degrees for metres", "metres for degrees"],
)
def test_a_crs_that_the_coordinates_cannot_be_in_is_refused(moved, drawn, stated):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\ncrs = "{stated}"'))
    shapefile_without_prj(path, drawn)
    (problem,) = problems(path)
    assert problem.column == "geometry"
    assert "expected the CRS that the file was drawn in" in english(problem.message)


@pytest.mark.parametrize("page", guide("plan-folder"))
def test_the_docs_list_every_zone_of_vn_2000_with_its_meridian(page):
    text = Path(page).read_text(encoding="utf-8")
    listed = re.findall(r"`(EPSG:\d+)` \| (\d+)°(\d\d)′", text)
    listed += [(code, degrees, "0") for code, degrees in re.findall(r"`(EPSG:\d+)` \(.*?(\d+)°\)", text)]
    assert len(listed) == 22
    for code, degrees, minutes in listed:
        crs = CRS(code)
        (meridian,) = [p.value for p in crs.coordinate_operation.params if p.name.startswith("Longitude of")]
        assert crs.name.startswith("VN-2000")
        assert meridian == int(degrees) + int(minutes) / 60


@pytest.mark.costly
def test_an_unknown_crs_is_refused(folder):
    folder.replace("plan.toml", "[[phases]]", '[communes]\ncrs = "VN-3000"\n\n[[phases]]')
    assert folder.problem().column == "communes.crs"
    assert english(folder.problem().message).endswith(
        "'VN-3000' is no known CRS; expected a code such as EPSG:5897"
    )


def in_cp1258(text):
    """As Windows had it: the tone is a mark of its own, the rest of the letter is composed."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += vowel + "".join(part for part in parts if part in tones)
    return out.encode("cp1258")


@pytest.mark.parametrize("stated", ['\nencoding = "cp1258"', ""])
def test_a_shapefile_in_an_old_encoding_is_read_as_plan_toml_says_or_as_it_looks(moved, province, stated):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"{stated}'))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    for column in ("TEN", "HUYEN"):
        # One character for each byte of the old encoding, so that Latin-1 writes those bytes.
        polygons[column] = [in_cp1258(text).decode("latin-1") for text in polygons[column]]
    polygons.to_file(path / "a.shp", encoding="ISO-8859-1")
    (path / "a.cpg").unlink(missing_ok=True)
    assert in_cp1258("Huyện Đồi Thông") in (path / "a.dbf").read_bytes()
    plan = bk_gis.load_plan(path)
    same(plan, province)
    assert ("a.shp: read as Windows-1258" in [note.en for note in plan.notes]) == (not stated)


@pytest.mark.parametrize(
    ("encoding", "place", "old"),
    [("TCVN3", "Huyện Đồi Thông", "HuyÖn §åi Th«ng"), ("vni", "Cồn Dài", "Coàn Daøi")],
)
def test_a_shapefile_for_the_fonts_before_unicode_is_read(moved, province, encoding, place, old):
    """The names of the province, as the two families of fonts had them, byte for byte."""
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', f'"a.shp"\nencoding = "{encoding}"'))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    for column in ("TEN", "HUYEN"):
        polygons[column] = [in_font(text, encoding.lower()) for text in polygons[column]]
    polygons.to_file(path / "a.shp", encoding="ISO-8859-1")
    (path / "a.cpg").unlink(missing_ok=True)
    assert in_font(place, encoding.lower()) == old
    same(bk_gis.load_plan(path), province)
    toml = (path / "plan.toml").read_text(encoding="utf-8")
    (path / "plan.toml").write_text(toml.replace(f'encoding = "{encoding}"', ""), encoding="utf-8")
    said = [english(fault.message) for fault in read_folder(path).problems]
    assert [f'encoding = "{encoding.lower()}"' in one for one in said] == [True, False]


def in_font(text, encoding):
    """Write each letter as the font's own table has it."""
    from bk_gis.language.old_encodings import _TCVN3, _VNI

    tables = {
        "tcvn3": {letter: chr(byte) for byte, letter in _TCVN3.items()},
        "vni": {
            unicodedata.normalize("NFC", case(letter)): form
            for pair, letter in _VNI.items()
            for case, form in ((str.lower, pair), (str.upper, pair[0].upper() + pair[1:]))
        },
    }
    return "".join(tables[encoding].get(letter, letter) for letter in text)


def test_an_unknown_encoding_is_refused(folder):
    folder.replace("plan.toml", "[[phases]]", '[communes]\nencoding = "tcvn9"\n\n[[phases]]')
    assert folder.problem().column == "communes.encoding"
    assert "no known encoding" in english(folder.problem().message)


def test_a_column_that_is_not_there_is_said_with_those_that_are(moved):
    path = moved(SETTINGS.replace('district = "HUYEN"', 'district = "QUAN"'))
    (problem,) = problems(path)
    assert problem.file == "ranh_gioi.geojson"
    assert english(problem.message).startswith(
        'has no column for district ("QUAN" in plan.toml); its columns are '
    )
    assert english(problem.message).endswith(
        "write in [communes] of plan.toml: "
        'columns = { code = "MA", name = "TEN", district_code = "MA_H", district = "HUYEN" }'
    )


def test_columns_that_are_called_otherwise_are_said_at_once_with_the_line_to_write(moved):
    path = moved(SETTINGS[: SETTINGS.index("columns")] + SETTINGS[SETTINGS.index("digits") :])
    (problem,) = problems(path)
    assert english(problem.message) == (
        "has no column for code, name, district_code, district; its columns are MA, TEN, MA_H, HUYEN; "
        "write in [communes] of plan.toml: "
        'columns = { code = "MA", name = "TEN", district_code = "MA_H", district = "HUYEN" }'
    )


@pytest.mark.parametrize(
    "headers",
    [
        ["OBJECTID", "mã xã", "tên xã", "mã huyện", "tên huyện", "DIEN_TICH"],
        ["MA_XA", "ten_xa", "MA_HUYEN", "TEN_HUYEN", "TEN_TINH", "MA_TINH"],
        ["maXa", "tenXa", "maHuyen", "tenHuyen"],
        ["MAXA", "TENXA", "MAHUYEN", "TENHUYEN"],
        ["Mã phường/xã", "Phường/Xã", "Mã quận/huyện", "Quận/Huyện"],
        ["ADM3_PCODE", "ADM3_VI", "ADM2_PCODE", "ADM2_VI", "ADM1_VI", "ADM1_PCODE"],
        ["id", "ward_code", "ward_name", "district_code", "district_name"],
        ["ma", "ten", "ma_huyen", "huyen", "tinh"],
    ],
)
def test_headers_as_people_write_them_are_guessed(headers):
    wanted = ("code", "name", "district_code", "district")
    found = [guess(column, headers) for column in wanted]
    start = next(i for i, header in enumerate(headers) if header not in ("OBJECTID", "id"))
    assert found == headers[start : start + 4]
    assert guess("unit_type", headers) is None


@pytest.mark.parametrize("header", ["LOAI", "loại xã", "Type_3", "LoaiHinh"])
def test_headers_of_units_are_guessed(header):
    assert guess("unit_type", ["MA", "TEN", header]) == header


def test_what_cannot_be_guessed_is_left_to_fill_in(moved):
    path = moved(SETTINGS[: SETTINGS.index("columns")])
    polygons = gpd.read_file(path / "ranh_gioi.geojson").rename(columns={"MA_H": "F1", "HUYEN": "F2"})
    polygons.to_file(path / "ranh_gioi.geojson")
    (problem,) = problems(path)
    assert english(problem.message).endswith(
        'columns = { code = "MA", name = "TEN", district_code = "?", district = "?" }; '
        'put the right column for "?"'
    )


def test_codes_kept_as_numbers_are_said_at_once_with_the_line_to_write(moved):
    path = moved(SETTINGS[: SETTINGS.index("digits")])
    (problem,) = problems(path)
    assert (problem.file, problem.column) == ("ranh_gioi.geojson", "MA, MA_H")
    assert english(problem.message).startswith("holds numbers such as 1, 7, which lack the zeros")
    assert "[communes] of plan.toml: digits = { code = 5, district_code = 3 }" in english(problem.message)


def test_a_mapping_of_an_unknown_column_is_refused(moved):
    path = moved(SETTINGS.replace('name = "TEN"', 'title = "TEN"'))
    with raises(bk_gis.InputError, match=r"communes\.columns\.title"):
        bk_gis.load_plan(path)
