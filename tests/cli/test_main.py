"""
The command line.

Exit status 0: done and it holds; 1: what was asked for does not hold; 2: the input or the call is wrong.
Results go to standard output, what is said to a person goes to standard error.
"""

import codecs
import csv
import io
import json
import sys
from pathlib import Path

import pytest

CONSOLE = Path(sys.executable).with_name("bk-gis")  # the entry that is installed


def test_by_2020_every_district_is_covered_and_the_status_is_0(console):
    done = console("coverage", "--by", "2020")
    assert done.code == 0
    assert "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp." in done.out
    assert done.said == ""


def test_by_2015_two_districts_are_named_and_the_status_is_1(console):
    done = console("coverage", "--by", "2015", "--lang", "en")
    assert done.code == 1
    assert done.out.splitlines()[-1] == (
        "NO: by 2015, 6 of 8 districts have a cluster; missing: Huyện Ba Bể, Huyện Pác Nặm."
    )
    assert done.said == ""


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


def test_vietnamese_text_comes_out_whole_under_any_locale(console):
    done = console("coverage", "--by", "2015", "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert done.code == 1
    assert json.loads(done.out)["missing"] == ["Huyện Ba Bể", "Huyện Pác Nặm"]
    assert "CHƯA ĐẠT" in done.said


def test_help_names_the_commands(console):
    done = console("--help")
    assert done.code == 0
    for command in ("map", "maps", "coverage", "geocode", "join"):
        assert f"\n  {command} " in done.out


def test_json_is_for_machines_and_carries_the_whole_answer(bk, plan):
    done = bk("coverage", "--by", "2015", "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 1
    assert (answer["by"], answer["level"], answer["ok"]) == (2015, "district", False)
    assert [row["name"] for row in answer["table"]] == plan.districts["district"].tolist()
    assert [row["name"] for row in answer["table"] if not row["covered"]] == answer["missing"]
    assert "\x1b" not in done.out
    assert done.said.startswith("CHƯA ĐẠT")


def test_csv_is_for_machines(bk):
    done = bk("coverage", "--by", "2020", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert done.code == 0
    assert len(rows) == 8
    assert sum(float(row["hectares"]) for row in rows) == pytest.approx(359.9)
    assert done.said.startswith("ĐẠT")


@pytest.mark.parametrize(
    ("form", "marked"), [("csv", True), ("json", False), ("md", False), ("table", False)]
)
@pytest.mark.parametrize("command", ["coverage", "audit"])
def test_a_csv_file_has_the_mark_by_which_excel_knows_vietnamese(bk, tmp_path, command, form, marked):
    bk(command, "--format", form, "-o", tmp_path / "a")
    assert (tmp_path / "a").read_bytes().startswith(codecs.BOM_UTF8) == marked
    assert not bk(command, "--format", form).out.startswith("\ufeff")


def test_a_district_that_is_never_covered_has_no_year_in_any_format(bk, folder):
    lines = (folder / "clusters.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "Pác Nặm" not in line]
    (folder / "clusters.csv").write_text("\n".join(kept), encoding="utf-8")
    for form in ("table", "md", "csv", "json"):
        done = bk("coverage", "--by", "2025", "--format", form, "--plan", folder.path)
        assert done.code == 1
        assert "Huyện Pác Nặm" in done.out
        assert "NA" not in done.out.replace("NAM", "")
    assert json.loads(done.out)["table"][6]["first_year"] is None


def test_markdown_is_a_table_and_the_verdict(bk):
    lines = bk("coverage", "--by", "2020", "--format", "md", "--lang", "en").out.splitlines()
    assert lines[0] == "| District | Clusters | Hectares | First by | Names | Covered |"
    assert all(line.count("|") == 7 for line in lines[:10])
    assert lines[-1] == "**YES: by 2020, 8 of 8 districts have a cluster.**"


def test_numbers_for_people_have_the_mark_of_their_language(bk):
    assert "16,74" in bk("coverage", "--by", "2015").out
    assert "16.74" in bk("coverage", "--by", "2015", "--lang", "en").out


@pytest.mark.parametrize("option", ["--level", "--expect-every"])
def test_subregions_are_checked_on_request(bk, option):
    done = bk("coverage", "--by", "2015", option, "subregion", "--format", "json")
    assert done.code == 0
    assert [row["id"] for row in json.loads(done.out)["table"]] == ["centre", "east", "west", "north"]


def test_a_result_goes_to_a_file_on_request(bk, tmp_path):
    target = tmp_path / "coverage.json"
    done = bk("coverage", "--by", "2015", "--format", "json", "-o", target)
    assert done.code == 1
    assert done.out == ""
    assert f"wrote {target}" in done.said
    assert json.loads(target.read_text(encoding="utf-8"))["ok"] is False
    assert [path.name for path in tmp_path.iterdir()] == ["coverage.json"]


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
        ([], "Usage"),
    ],
)
def test_a_wrong_call_is_status_2_and_said_on_standard_error(bk, arguments, words):
    done = bk(*arguments)
    assert done.code == 2
    assert words in done.said + (done.out if arguments == [] else "")
    assert "Traceback" not in done.said
    if arguments:
        assert done.out == ""


def test_a_disk_that_cannot_be_written_is_status_2(bk, monkeypatch, tmp_path):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "a.json")

    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    done = bk("coverage", "--by", "2020", "-o", tmp_path / "a.json")
    assert done.code == 2
    assert done.said == "bk-gis: a.json: No space left on device\n"


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


def test_a_cluster_that_is_not_on_the_map_is_named(folder, bk, tmp_path):
    folder.replace("clusters.csv", "CCN Côn Minh,Côn Minh,", "CCN Côn Minh,Mường Chè,")
    arguments = ("map", "--plan", folder.path, "-o", tmp_path / "map.html")
    done = bk(*arguments)
    assert done.code == 0
    assert "chưa có trên bản đồ: 15 Côn Minh; Huyện Na Rì không có xã nào tên 'Mường Chè'" in done.said
    done = bk(*arguments, "--lang", "en")
    assert "not on the map: 15 Côn Minh; no commune in Huyện Na Rì is called 'Mường Chè'" in done.said


def test_without_a_year_the_rule_of_the_plan_says_which(bk):
    done = bk("coverage")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp."
