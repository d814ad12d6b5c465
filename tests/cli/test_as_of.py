"""--as-of: the plan as amended by a day, in every command that shows or checks one."""

import json

import pytest


@pytest.mark.costly
@pytest.mark.parametrize(
    "command",
    [
        ("map", "-o", "map.html"),
        ("print", "-o", "map.svg"),
        ("export", "-o", "clusters.csv"),
        ("report", "-o", "report.md", "--picture", "none.png"),
        ("coverage",),
    ],
)
def test_a_plan_is_taken_as_it_was_amended(bk, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    answer = bk(*command, "--as-of", "31/12/2022", "--lang", "en")
    assert answer.code == 0, answer.said
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.suffix != ".png"]
    assert any("1876/QĐ-UBND" in text for text in [answer.out, answer.said, *texts])


@pytest.mark.costly
def test_a_change_is_tried_on_the_plan_of_that_day(bk, tmp_path):
    changes = tmp_path / "changes.toml"
    changes.write_text('[[changes]]\ncluster = "22"\ndrop = true\n', encoding="utf-8")
    assert bk("compare", changes).code == 2  # a decision added it later
    answer = bk("compare", changes, "--as-of", "2022-12-31", "--format", "csv")
    assert answer.code == 0, answer.said
    assert "22,Thanh Thịnh,withdrawn" in answer.out


@pytest.mark.costly
def test_coverage_counts_what_was_added(bk):
    table = json.loads(bk("coverage", "--by", "2025", "--format", "json", "--as-of", "2022-12-31").out)[
        "table"
    ]
    assert next(row["clusters"] for row in table if row["name"] == "Huyện Chợ Mới") == 3


def test_what_became_of_the_plan_is_said_beside_the_verdict(bk):
    answer = bk("coverage", "--by", "2020", "--lang", "en")
    assert "By 2020 planned 17: founded 4 (1 by the end of 2020, 3 later), not known 13." in answer.said
    assert "Later amendments are not in it: 1876/QĐ-UBND of 2022-10-06." in answer.said


@pytest.mark.parametrize(("day", "words"), [("2014-01-01", "is before the"), ("soon", "is no date")])
def test_a_day_that_cannot_be_is_refused(bk, day, words):
    answer = bk("coverage", "--as-of", day)
    assert answer.code == 2
    assert words in answer.said


@pytest.mark.costly
def test_a_founding_that_exceeds_the_plan_is_said_by_the_check_and_refused_by_nothing(bk, folder):
    folder.replace("clusters.csv", "1868/QĐ-UBND,2020-10-16,40", "1868/QĐ-UBND,2020-10-16,55.5")
    answer = bk("check", folder.path, "--lang", "en")
    assert answer.code == 1
    assert "larger than the plan (50 ha) by more than 5 ha" in answer.out
    assert bk("coverage", "--plan", folder.path, "--by", "2020").code == 0
