"""`bk-gis coverage` and `audit`: for people, machines and Excel."""

import codecs
import csv
import io
import json

import pytest


def test_json_is_for_machines_and_carries_the_whole_answer(bk, plan):
    done = bk("coverage", "--by", "2015", "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 1
    assert (answer["by"], answer["level"], answer["ok"]) == (2015, "district", False)
    assert [row["name"] for row in answer["table"]] == plan.districts["district"].tolist()
    assert [row["name"] for row in answer["table"] if not row["covered"]] == answer["missing"]
    assert "\x1b" not in done.out
    assert done.said.startswith("NO: by 2015")


def test_csv_is_for_machines(bk):
    done = bk("coverage", "--by", "2020", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert done.code == 0
    assert len(rows) == 8
    assert sum(float(row["hectares"]) for row in rows) == pytest.approx(359.9)
    assert done.said.startswith("YES: by 2020")


@pytest.mark.costly
@pytest.mark.parametrize(
    ("form", "marked"), [("csv", True), ("json", False), ("md", False), ("table", False)]
)
@pytest.mark.parametrize("command", ["coverage", "audit"])
def test_a_csv_file_has_the_mark_by_which_excel_knows_vietnamese(bk, tmp_path, command, form, marked):
    bk(command, "--format", form, "-o", tmp_path / "a")
    assert (tmp_path / "a").read_bytes().startswith(codecs.BOM_UTF8) == marked
    assert not bk(command, "--format", form).out.startswith("\ufeff")


@pytest.mark.costly
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


def test_where_nothing_is_demanded_clusters_are_counted_and_nothing_fails(bk):
    counted = ("coverage", "--plan", "examples/lao-cai-2026", "--by", "2030")
    assert bk(*counted).code == 0
    assert bk(*counted, "--level", "commune").code == 1


def test_a_result_goes_to_a_file_on_request(bk, tmp_path):
    target = tmp_path / "coverage.json"
    done = bk("coverage", "--by", "2015", "--format", "json", "-o", target)
    assert done.code == 1
    assert done.out == ""
    assert f"wrote {target}" in done.said
    assert json.loads(target.read_text(encoding="utf-8"))["ok"] is False
    assert [path.name for path in tmp_path.iterdir()] == ["coverage.json"]


def test_without_a_year_the_rule_of_the_plan_says_which(bk):
    done = bk("coverage")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp."
