"""The decision's figures against its records and against each other."""

from dataclasses import replace

import pytest
from audits import figure

import bk_gis
from bk_gis.checks.auditing.rows import unexplained

COLUMNS = [
    "clause",
    "scope",
    "measure",
    "stated",
    "computed",
    "difference",
    "verdict",
    "explanation",
    "known",
]


def test_the_columns_are_as_documented(found):
    assert found.columns.tolist() == COLUMNS


def test_every_difference_of_the_decision_is_known_and_explained(found):
    assert unexplained(found).empty
    assert (found.loc[found["verdict"] == "differs", "explanation"] != "").all()


def test_clause_6_4_c_should_be_399_3(unaided):
    row = figure(unaided, "6.4.c", "capital_billion_vnd", 339.3)
    assert (row["verdict"], row["computed"], row["difference"]) == ("differs", 399.3, 60)
    for evidence in ("55 ha × 7.26 = 399.3", "add up to 936.54", "936 (5.2.c)", "936 (8.1)", "876.54"):
        assert evidence in row["explanation"]
    assert not row["known"]


def test_the_provinces_capital_of_the_last_phase_says_that_6_4_c_is_wrong(found):
    row = figure(found[found["clause"] == "5.2.c"], "5.2.c", "capital_billion_vnd", 936)
    assert row["verdict"] == "agrees within rounding"
    assert "add up to 876.54, with 6.4.c put right to 936.54" in row["explanation"]


def test_the_total_by_2020_is_the_total_by_2025(unaided):
    row = figure(unaided, "8.1", "by", 2020)
    assert (row["computed"], row["verdict"], row["known"]) == (2025, "differs", False)
    assert "1,194 + 1,420 + 936 = 3,550" in row["explanation"]


def test_an_erratum_whose_correction_the_records_do_not_give_explains_nothing(plan):
    wrong = plan.errata[0].model_copy(update={"corrected": 393.9})
    found = bk_gis.audit(replace(plan, errata=(wrong, *plan.errata[1:])), lang="en")
    assert unexplained(found)["clause"].tolist() == ["6.4.c"]


def test_the_invented_province_breaks_its_rule_and_adds_up_wrong(province):
    open_ = unexplained(bk_gis.audit(province, lang="en"))
    assert open_[["clause", "measure", "stated", "computed"]].to_numpy().tolist() == [
        ["1", "clusters", 1, 0],
        ["5", "hectares", 215, 125],
    ]
    assert open_["explanation"].iloc[0] == "falls short: Huyện Đồi Thông"


def test_a_plan_without_targets_has_its_places_audited(province):
    found = bk_gis.audit(replace(province, targets=(), errata=()))
    assert found["measure"].unique().tolist() == ["place"]
    assert found.columns.tolist() == COLUMNS


def test_both_languages_find_the_same(plan, found):
    same = ["clause", "measure", "stated", "computed", "verdict", "known"]
    assert bk_gis.audit(plan, lang="vi")[same].astype(str).equals(found[same].astype(str))


@pytest.mark.costly
def test_the_command_holds_for_the_decision_and_strictly_does_not(bk):
    assert bk("audit").code == 0
    assert bk("audit", "--strict").code == 1


def test_the_command_fails_where_a_difference_is_not_explained(bk):
    answer = bk("audit", "--plan", "tests/fixtures/province", "--format", "csv")
    assert answer.code == 1
    assert answer.out.splitlines()[0] == ",".join(COLUMNS)
    assert "2 unexplained" in answer.said


@pytest.mark.costly
def test_the_files_a_command_writes_are_those_it_prints(bk, tmp_path):
    of = ("--plan", "tests/fixtures/province")
    for ending in ("json", "csv", "md"):
        printed = bk("audit", *of, "--format", ending).out
        assert bk("audit", *of, "-o", tmp_path / f"a.{ending}").code == 1
        mark = "\ufeff" if ending == "csv" else ""  # by which Excel knows UTF-8
        assert (tmp_path / f"a.{ending}").read_text(encoding="utf-8") == mark + printed
    assert bk("audit", "-o", tmp_path / "a.pdf").code == 2
    assert bk("audit", "--format", "xlsx").code == 2
