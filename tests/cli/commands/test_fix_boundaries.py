"""The command that repairs boundaries: what it writes, what it tells, what it refuses."""

import json

import geopandas as gpd
import pytest
import shapely
from boundaries import made_coverage, rounded, shifted
from invented import write_plan

import bk_gis


@pytest.fixture
def broken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    communes = shifted(made_coverage(), 10)
    communes.to_file(tmp_path / "xa.geojson")
    return communes


@pytest.mark.usefixtures("broken")
def test_the_table_tells_what_moved_in_either_language(bk):
    done = bk("fix-boundaries", "xa.geojson", "-o", "fixed.geojson")
    assert done.code == 0
    assert "trước (ha)" in done.out
    assert "Xã số 3" in done.out
    assert "9 vùng vào, 9 vùng ra, đúng thứ tự, giữ mọi cột." in done.out
    assert 'file = "fixed.geojson"' in done.said
    english = bk("fix-boundaries", "xa.geojson", "-o", "fixed.geojson", "--lang", "en", "--format", "md").out
    assert english.startswith(
        "| row | code | commune | before (ha) | after (ha) | difference (ha) | change (%) |"
    )
    assert "| all (9) |" in english
    assert "Overlaps settled: " in english
    assert "Gaps closed: " in english


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.parquet"])
def test_all_rows_and_columns_are_written_in_order(bk, broken, name):
    assert bk("fix-boundaries", "xa.geojson", "-o", name).code == 0
    fixed = gpd.read_parquet(name) if name.endswith("parquet") else gpd.read_file(name)
    assert shapely.coverage_is_valid(fixed.geometry.to_numpy())
    columns = ["code", "name", "people", "share"]
    assert list(fixed.columns) == [*columns, "geometry"]
    assert fixed[columns].astype(str).equals(broken[columns].astype(str))


@pytest.mark.usefixtures("broken")
def test_a_second_repair_writes_the_same_bytes(bk, tmp_path):
    bk("fix-boundaries", "xa.geojson", "-o", "a.geojson")
    bk("fix-boundaries", "a.geojson", "-o", "b.geojson")
    text = [(tmp_path / name).read_text(encoding="utf-8") for name in ("a.geojson", "b.geojson")]
    assert text[0].replace('"a"', '"b"') == text[1]


@pytest.mark.usefixtures("broken")
def test_machines_get_every_row(bk):
    done = bk("fix-boundaries", "xa.geojson", "-o", "a.geojson", "--format", "json")
    table = json.loads(done.out)["table"]
    assert [row["code"] for row in table] == [f"{i:05}" for i in range(9)]
    assert all(
        row["after_ha"] - row["before_ha"] == pytest.approx(row["difference_ha"], abs=2e-4) for row in table
    )
    done = bk("fix-boundaries", "xa.geojson", "-o", "a.geojson", "--format", "csv")
    assert done.out.startswith("row,code,name,before_ha,after_ha,difference_ha,change_percent\n")
    assert len(done.out.splitlines()) == 10


@pytest.mark.usefixtures("broken")
def test_communes_that_change_too_much_are_named_and_the_old_file_is_kept(bk, tmp_path):
    (tmp_path / "old.geojson").write_text("old")
    done = bk("fix-boundaries", "xa.geojson", "-o", "old.geojson", "--max-change", "0.01", "--lang", "en")
    assert done.code == 2
    assert "xa.geojson, row 5, column geometry: 00004 Xã số 4 would change from " in done.said
    assert "more than 0.01 %" in done.said
    assert (tmp_path / "old.geojson").read_text() == "old"
    call = ("fix-boundaries", "xa.geojson", "-o", "a.gpkg", "--max-change", "0.01", "--lang", "vi")
    assert "quá mức 0,01 %" in bk(*call).said


def test_a_commune_that_would_vanish_is_refused(bk, tmp_path):
    communes = made_coverage(2, 1)
    twice = gpd.GeoDataFrame(communes.iloc[[0, 1, 1]].assign(name=["A", "B", "B lần nữa"]), crs=communes.crs)
    twice.to_file(tmp_path / "xa.gpkg")
    done = bk("fix-boundaries", tmp_path / "xa.gpkg", "-o", tmp_path / "a.gpkg", "--lang", "en")
    assert done.code == 2
    assert "would vanish, since another commune covers it" in done.said
    assert not (tmp_path / "a.gpkg").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["xa.geojson", "-o", "xa.geojson"], "it is the input"),
        (["xa.geojson", "-o", "a.csv"], "expected it to end in .geojson, .gpkg, .parquet"),
        (["none.geojson", "-o", "a.gpkg"], "there is no such file"),
        (["xa.geojson", "-o", "a.gpkg", "--crs", "VN-3000"], "is no known CRS"),
        (["xa.geojson", "-o", "a.gpkg", "--crs", "EPSG:9213"], "--layer, --encoding or --crs"),
        (["xa.geojson", "-o", "a.gpkg", "--layer", "b"], "has no layer 'b'"),
        (
            ["points.geojson", "-o", "a.gpkg"],
            "points.geojson, row 2, column geometry: is a Point; expected a",
        ),
    ],
)
def test_a_wrong_call_or_input_is_status_2_and_nothing_is_written(bk, broken, tmp_path, arguments, words):
    points = broken.set_geometry(
        [broken.geometry[0], *broken.geometry[1:].representative_point()], crs=broken.crs
    )
    points.to_file(tmp_path / "points.geojson")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = bk("fix-boundaries", *arguments)
    assert done.code == 2
    assert words in done.said
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_file_without_a_crs_gets_it_by_an_option(bk, tmp_path):
    made_coverage().to_crs("EPSG:9213").to_file(tmp_path / "xa.shp", encoding="utf-8")
    (tmp_path / "xa.prj").unlink()
    call = ("fix-boundaries", tmp_path / "xa.shp", "-o", tmp_path / "a.geojson")
    assert "there is no CRS; the coordinates are metres" in bk(*call).said
    assert bk(*call, "--crs", "EPSG:9213").code == 0
    centre = gpd.read_file(tmp_path / "a.geojson").union_all().centroid
    assert (round(centre.x, 2), round(centre.y, 2)) == (105.88, 22.18)


def test_a_column_fid_is_written_to_a_geopackage_as_it_is(bk, tmp_path):
    made_coverage(2, 1).assign(fid=[7.0, 7.0]).to_file(tmp_path / "xa.geojson")
    assert bk("fix-boundaries", tmp_path / "xa.geojson", "-o", tmp_path / "a.gpkg").code == 0
    assert gpd.read_file(tmp_path / "a.gpkg")["fid"].tolist() == [7, 7]


def test_what_check_says_to_run_makes_the_folder_readable(bk, tmp_path):
    path = write_plan(
        tmp_path / "plan",
        phases=(2025,),
        clusters=[("A", "Một", None, (10,))],
        districts=None,
    )
    communes = rounded(shifted(gpd.read_file(path / "communes.geojson"), 20, seed=1), 4)
    (path / "communes.geojson").unlink()
    communes.to_file(path / "communes.geojson")
    said = bk("check", path).said
    assert "neighbours overlap or do not share their edges" in said
    command = said.partition("run bk-gis ")[2].splitlines()[0]
    name, source, _, output = command.split(" ")
    assert bk(name, source.strip('"'), "-o", output.strip('"')).code == 0
    toml = (path / "plan.toml").read_text(encoding="utf-8")
    (path / "plan.toml").write_text(
        f'{toml}\n[communes]\nfile = "communes_fixed.geojson"\n', encoding="utf-8"
    )
    assert len(bk_gis.load_plan(path).communes) == 4
