"""
The command line.

Exit status 0: done and it holds; 1: what was asked for does not hold; 2: the input or the call is wrong.
Results go to standard output, what is said to a person goes to standard error.
"""

import csv
import json

import geopandas
import pytest
import shapely


def test_by_2020_every_district_is_covered_and_the_status_is_0(console):
    done = console("coverage", "--by", "2020")
    assert done.code == 0
    assert "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp." in done.out
    assert done.said.startswith("By 2020 planned 17: founded 4 ")


def test_by_2015_two_districts_are_named_and_the_status_is_1(console):
    done = console("coverage", "--by", "2015", "--lang", "en")
    assert done.code == 1
    assert done.out.splitlines()[-1] == (
        "NO: by 2015, 6 of 8 districts have a cluster; missing: Huyện Ba Bể, Huyện Pác Nặm."
    )
    assert done.said.startswith("By 2015 planned 7: founded 2 ")


def test_a_folder_with_problems_is_status_2_with_every_problem_and_no_traceback(console, folder):
    folder.replace("clusters.csv", "32.7", "-32.7")
    folder.replace("clusters.csv", "Huyện Ba Bể", "Huyện Ba Be")
    done = console("coverage", "--by", "2020", "--plan", str(folder.path))
    assert done.code == 2
    assert done.out == ""
    lines = done.said.splitlines()
    assert lines[0] == "bk-gis: 2 problems:"
    assert lines[1].startswith("  clusters.csv, row 2, column ha_2011_2015: -32.7 is negative; expected")
    assert lines[2].startswith("  clusters.csv, row 5, column district: 'Huyện Ba Be' is no district")
    assert len(lines) == 3


def test_what_a_library_warns_of_is_said_without_the_line_of_a_program(python):
    code = (
        "import sys, warnings; from bk_gis.cli import main; sys.stderr = sys.stdout;"
        "main._run = lambda: warnings.warn('there are two layers'); main.main()"
    )
    assert python(code) == "bk-gis: there are two layers\n"


def test_of_a_file_with_two_layers_our_own_words_are_said_alone(console, tmp_path):
    points = geopandas.GeoDataFrame({"id": [1]}, geometry=[shapely.Point(105.87, 22.17)], crs="EPSG:4326")
    for layer in "ab":
        points.to_file(tmp_path / "a.gpkg", layer=layer)
    done = console("join", tmp_path / "a.gpkg", "-o", tmp_path / "b.gpkg")
    assert (done.code, done.said.splitlines()[0]) == (0, "a is read; b is not")
    assert "Warning" not in done.said


@pytest.mark.parametrize("console_encoding", ["cp1252", "cp1258", "ascii"])
def test_vietnamese_text_comes_out_whole_under_any_locale(console, console_encoding):
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": console_encoding, "BK_GIS_LANG": "vi"}
    done = console("coverage", "--by", "2015", "--format", "json", **environment)
    assert done.code == 1
    assert json.loads(done.out)["missing"] == ["Huyện Ba Bể", "Huyện Pác Nặm"]
    assert "CHƯA ĐẠT" in done.said


def test_help_names_the_commands(console):
    done = console("--help")
    assert done.code == 0
    for command in ("map", "maps", "coverage", "geocode", "join"):
        assert f"\n  {command} " in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["coverage", "--by", "soon"], "'--by'"),
        (["coverage", "--by", "2020", "--level", "village"], "village"),
        (["coverage", "--by", "2020", "--format", "xml"], "xml"),
        (["coverage", "--by", "2020", "--plan", "no/such/folder"], "there is no plan folder no/such/folder"),
        (["coverage", "--by", "2020", "-o", "no/such/folder/a.json"], "no folder"),
        (["coverage", "--by", "2020", "-o", "/dev/null"], "expected the name of a file"),
        (["coverages", "--by", "2020"], "coverages"),
        (["geocode", "no-such.csv", "-o", "out.csv"], "there is no file no-such.csv"),
        (["join", "no-such.gpkg", "-o", "out.csv"], "there is no file no-such.gpkg"),
    ],
)
def test_a_wrong_call_is_status_2_and_said_on_standard_error(bk, arguments, words):
    done = bk(*arguments)
    assert done.code == 2
    assert words in done.said
    assert "Traceback" not in done.said
    assert done.out == ""


def test_a_disk_that_cannot_be_written_is_status_2(bk, monkeypatch, tmp_path):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "a.json")

    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    done = bk("coverage", "--by", "2020", "-o", tmp_path / "a.json")
    assert done.code == 2
    assert done.said.startswith(
        f"bk-gis: cannot write {tmp_path / 'a.json'}: no space left on the disk (disk /"
    )
    assert "Traceback" not in done.said


@pytest.fixture
def places(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("place,district\nCẩm Giàng,Huyện Bạch Thông\nAtlantis,\n", encoding="utf-8")
    return path


def test_geocoding_keeps_every_row_and_is_strict_on_request(bk, places, tmp_path):
    target = tmp_path / "points.csv"
    done = bk("geocode", places, "-o", target)
    assert done.code == 0
    assert done.out == ""
    assert "1 of 2 rows matched" in done.said
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["place"] for row in rows] == ["Cẩm Giàng", "Atlantis"]
    assert [bool(row["lon"]) for row in rows] == [True, False]
    assert bk("geocode", places, "-o", target, "--strict").code == 1


def test_joining_keeps_every_point_and_is_strict_on_request(bk, tmp_path):
    source = tmp_path / "points.csv"
    source.write_text("name,lon,lat\nin,105.9,22.2\nout,0,0\nnone,,\n")
    target = tmp_path / "joined.csv"
    done = bk("join", source, "-o", target)
    assert done.code == 0
    assert "1 of 3 rows" in done.said
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [bool(row["commune"]) for row in rows] == [True, False, False]
    assert bk("join", source, "-o", target, "--strict").code == 1


def test_an_ending_that_cannot_be_written_leaves_nothing(bk, places, tmp_path):
    done = bk("geocode", places, "-o", tmp_path / "points.doc")
    assert done.code == 2
    assert "expected it to end in" in done.said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["places.csv"]
