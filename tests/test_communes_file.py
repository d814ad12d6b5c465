"""Communes from any vector file, as plan.toml says what it is and what its columns are called."""

import shutil
import unicodedata
from pathlib import Path

import geopandas as gpd
import pytest

import bk_gis

FIXTURES = Path(__file__).parent / "fixtures"
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


def in_cp1258(text):
    """As Windows had it: the tone is a mark of its own, the rest of the letter is composed."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += vowel + "".join(part for part in parts if part in tones)
    return out.encode("cp1258")


def test_a_shapefile_in_an_old_encoding_is_read_as_plan_toml_says(moved, province):
    path = moved(SETTINGS.replace('"ranh_gioi.geojson"', '"a.shp"\nencoding = "cp1258"'))
    polygons = gpd.read_file(path / "ranh_gioi.geojson")
    for column in ("TEN", "HUYEN"):
        # One character for each byte of the old encoding, so that Latin-1 writes those bytes.
        polygons[column] = [in_cp1258(text).decode("latin-1") for text in polygons[column]]
    polygons.to_file(path / "a.shp", encoding="ISO-8859-1")
    (path / "a.cpg").unlink(missing_ok=True)
    assert in_cp1258("Huyện Đồi Thông") in (path / "a.dbf").read_bytes()
    same(bk_gis.load_plan(path), province)


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


def in_font(text, encoding):
    """Write each letter as the font's own table has it."""
    from bk_gis.legacy import _TCVN3, _VNI

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
    assert "no known encoding" in folder.problem().message


def test_a_column_that_is_not_there_is_said_with_those_that_are(moved):
    path = moved(SETTINGS.replace('district = "HUYEN"', 'district = "QUAN"'))
    with pytest.raises(bk_gis.InputError, match=r"ranh_gioi\.geojson, column district: .*HUYEN"):
        bk_gis.load_plan(path)


def test_a_mapping_of_an_unknown_column_is_refused(moved):
    path = moved(SETTINGS.replace('name = "TEN"', 'title = "TEN"'))
    with pytest.raises(bk_gis.InputError, match=r"communes\.columns\.title"):
        bk_gis.load_plan(path)
