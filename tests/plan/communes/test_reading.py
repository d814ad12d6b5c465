"""The polygons of communes: a valid coverage in degrees, or a clear refusal."""

import json

import geopandas as gpd
import pytest
import shapely
from failures import english, raises
from hypothesis import strategies as st

import bk_gis
from bk_gis.io.vector import read_vector


def test_the_communes_are_sorted_by_code_and_carry_their_subregion(plan):
    assert plan.communes["code"].is_monotonic_increasing
    assert plan.communes["code"].str.fullmatch(r"0\d{4}").all()
    assert set(plan.communes["subregion"]) == set(plan.subregions["id"])


def set_crs(folder, name):
    text = json.loads((folder / "communes.geojson").read_text(encoding="utf-8"))
    text["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{name}"}}
    (folder / "communes.geojson").write_text(json.dumps(text))


@pytest.mark.parametrize(
    ("crs", "words"),
    [
        ("EPSG::9213", "the CRS is VN-2000 / TM-3 106-30; expected EPSG:4326"),
        ("EPSG::4756", "the CRS is VN-2000; expected EPSG:4326"),
        ("EPSG::3857", "the CRS is WGS 84 / Pseudo-Mercator; expected EPSG:4326"),
    ],
)
def test_no_crs_or_another_one_is_refused(folder, crs, words):
    set_crs(folder, crs)
    problem = folder.problem()
    assert (problem.file, problem.column) == ("communes.geojson", "geometry")
    assert english(problem.message).startswith(words)


def test_where_the_file_is_missing_those_that_lie_there_are_the_lines_to_write_and_nothing_follows(folder):
    (folder / "communes.geojson").rename(folder / "ranh giới.geojson")
    (folder / "xa.gpkg").touch()
    target = '[[targets]]\nclause = "9"\nby = 2020\nhectares = 1\ndistrict = "Huyện Ba Bể"\n'
    folder.replace("plan.toml", "[[targets]]", f"{target}\n[[targets]]")
    problem = folder.problem()
    assert problem.file == "communes.geojson"
    assert english(problem.message).endswith('plan.toml: file = "ranh giới.geojson", file = "xa.gpkg"')


def test_a_geojson_that_says_it_has_the_usual_crs_is_read(folder):
    """QGIS writes CRS84, which is EPSG:4326 with longitude first, as GeoJSON has it."""
    set_crs(folder, "OGC:1.3:CRS84")
    assert bk_gis.load_plan(folder.path).communes.crs == "EPSG:4326"


def each_vertex(features, change):
    for feature in features:
        geometry = feature["geometry"]
        geometry["coordinates"] = [[change(*xy) for xy in ring] for ring in geometry["coordinates"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda x, y: [y, x], "latitude and longitude are swapped; expected longitude first"),
        (lambda x, y: [x * 4000, y * 1e5], "are no degrees; the CRS is wrong"),
    ],
)
def test_coordinates_that_are_no_longitude_and_latitude_are_refused(folder, change, words):
    folder.edit_communes(lambda features: each_vertex(features, change))
    assert words in english(folder.problem().message)


def test_heights_as_kml_has_them_are_dropped(folder, plan):
    folder.edit_communes(lambda features: each_vertex(features, lambda x, y: [x, y, 120.0]))
    communes = bk_gis.load_plan(folder.path).communes
    assert communes.crs == "EPSG:4326"
    assert communes.geometry.equals(plan.communes.geometry)


BOW_TIE = [[[105.9, 22.2], [106, 22.3], [106, 22.2], [105.9, 22.3], [105.9, 22.2]]]


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        ({"type": "Polygon", "coordinates": BOW_TIE}, "is not a valid polygon at "),
        ({"type": "Polygon", "coordinates": [BOW_TIE[0][:4]]}, "has no geometry, or a broken one"),
        ({"type": "Polygon", "coordinates": [BOW_TIE[0][:2]]}, "has no geometry, or a broken one"),
        ({"type": "Polygon", "coordinates": []}, "has no geometry"),
        ({"type": "Point", "coordinates": [105.9, 22.2]}, "is a Point; expected a Polygon"),
        (None, "has no geometry"),
    ],
)
def test_an_unusable_polygon_is_named_with_its_feature(folder, geometry, words):
    folder.edit_communes(lambda features: features[3].update(geometry=geometry))
    problem = folder.problem()
    assert (problem.row, problem.column) == (4, "geometry")
    assert english(problem.message).startswith(f"01843 Phùng Chí Kiên {words}")
    assert "expected" in english(problem.message)


def test_every_unusable_polygon_is_named(folder):
    folder.edit_communes(lambda features: [feature.update(geometry=None) for feature in features])
    assert [p.row for p in folder.problems()] == list(range(1, 123))


def test_polygons_that_overlap_are_named(folder):
    """One vertex moved by some hundred metres makes an overlap and a gap."""

    def move(features):
        vertex = features[3]["geometry"]["coordinates"][0][1]
        vertex[0] += 0.004

    folder.edit_communes(move)
    message = english(folder.problem().message)
    assert "overlap or do not share their edges" in message
    assert "01843 Phùng Chí Kiên" in message
    assert "expected neighbours with the same vertices" in message
    assert f"run bk-gis fix-boundaries {folder / 'communes.geojson'} -o " in message
    folder.replace("plan.toml", "[[phases]]", '[communes]\nencoding = "utf-8"\n\n[[phases]]')
    assert f"run bk-gis fix-boundaries {folder / 'communes.geojson'} --encoding utf-8 -o " in english(
        folder.problem().message
    )


def test_a_commune_that_is_there_twice_is_refused(folder):
    folder.edit_communes(lambda features: features.append(features[3]))
    assert "'01843' is there twice; expected once" in [
        english(p.message) for p in folder.problems() if p.row == 123
    ]


@pytest.mark.costly
@pytest.mark.parametrize("name", ["code", "name", "unit_type", "district_code", "district"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_property_is_located(folder, name, value):
    folder.edit_communes(lambda features: features[7]["properties"].update({name: value}))
    assert ("communes.geojson", 8, name, "is empty; expected text") in [
        (p.file, p.row, p.column, english(p.message)) for p in folder.problems()
    ]


def test_units_are_missing_where_no_name_begins_with_one_either(folder):
    folder.edit_communes(lambda features: [feature["properties"].pop("unit_type") for feature in features])
    assert english(folder.problem().message) == (
        "has no column for unit_type ('Nguyễn Thị Minh Khai' begins without xã, phường or thị trấn); "
        "its columns are code, name, district_code, district; write in [communes] of plan.toml: "
        'columns = { unit_type = "?" }; put the right column for "?"'
    )


def test_codes_as_numbers_have_lost_their_zeros_and_are_refused(folder):
    def as_number(properties):
        properties["code"] = int(properties["code"])

    folder.edit_communes(lambda features: [as_number(feature["properties"]) for feature in features])
    problem = folder.problem()
    assert problem.column == "code"
    assert english(problem.message) == (
        "holds numbers such as 1834, which lack the zeros that a code may begin with; "
        "write in [communes] of plan.toml: digits = { code = 5 }, or save the codes as text"
    )


def test_one_code_as_a_number_is_refused_too(folder):
    folder.edit_communes(lambda features: features[0]["properties"].update(code=1834))
    assert "'code'" in english(folder.problem().message)
    assert "expected plain GeoJSON, text in quotes" in english(folder.problem().message)


def test_a_list_in_place_of_text_is_refused(folder):
    folder.edit_communes(lambda features: [f["properties"].update(name=["a", "b"]) for f in features])
    assert {p.column for p in folder.problems()} == {"name"}


def test_a_district_has_one_code(folder):
    folder.edit_communes(lambda features: features[0]["properties"].update(district_code="060"))
    messages = [english(p.message) for p in folder.problems()]
    assert messages == [
        "district 'Thị xã Bắc Kạn' has 2 values of district_code: 058, 060; expected one",
        "district_code '060' has 2 values of district: Huyện Pác Nặm, Thị xã Bắc Kạn; expected one",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"type":"FeatureCollection","features":[]}',
        b'{"type":"FeatureCollection","features":[{"type":"Feature","pro',
        b"PK\x03\x04 not a zip",
        b"SQLite format 3\0",
        '{"type":"FeatureCollection","features":[]}'.encode("utf-16"),
        b"code,name\n1,2\n",
    ],
)
def test_a_file_that_holds_no_polygons_is_one_problem(folder, content):
    (folder / "communes.geojson").write_bytes(content)
    problem = folder.problem()
    assert problem.file == "communes.geojson"
    assert english(problem.message).startswith(("cannot be read", "holds no polygon"))
    assert str(folder.path) not in english(problem.message)


def test_text_that_is_not_utf_8_is_refused(folder):
    text = (folder / "communes.geojson").read_text(encoding="utf-8")
    (folder / "communes.geojson").write_bytes(text.encode("cp1258", "replace"))
    assert "'utf-8' codec can't decode" in english(folder.problem().message)


def test_a_damaged_geoparquet_is_refused(tmp_path):
    (tmp_path / "x.parquet").write_bytes(b"PAR1 but no more")
    with raises(bk_gis.InputError, match="cannot be read"):
        read_vector(tmp_path / "x.parquet")


def square(west, south, size=0.1):
    return shapely.box(west, south, west + size, south + size)


def frame(*geometries, crs="EPSG:4326"):
    return gpd.GeoDataFrame(geometry=list(geometries), crs=crs)


grids = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.sampled_from("abc"), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]
    ).map(lambda units: (shape, units))
)


def moved_by(east, north):
    def change(x, y):
        return [round((x + east + 180) % 360 - 180, 6), y + north]

    return lambda features: each_vertex(features, change)


@pytest.mark.parametrize(("east", "north", "rows"), [(0, 63, 122), (0, -105, 122), (74, 0, None)])
def test_communes_near_a_pole_or_across_180_degrees_are_refused(folder, east, north, rows):
    folder.edit_communes(moved_by(east, north))
    problems = folder.problems()
    assert {problem.column for problem in problems} == {"geometry"}
    assert any("there is no zone of a plane" in english(problem) for problem in problems)
    assert rows is None or len(problems) == rows


def test_a_file_in_the_crs_of_a_building_site_is_refused(folder):
    communes = gpd.read_file(folder / "communes.geojson")
    site = 'LOCAL_CS["site",UNIT["metre",1]]'
    communes.set_crs(site, allow_override=True).to_file(folder / "a.gpkg")
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write('\n[communes]\nfile = "a.gpkg"\n')
    assert "site is no CRS of a map" in english(folder.problem())
