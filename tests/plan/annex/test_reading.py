"""Clusters get ids as the annex numbers them, and become clusters.csv."""

import codecs
import csv

import pytest
from annexes import (
    AFTER,
    COLUMNS,
    HEAD,
    READ,
    SUBTOTALS,
    changed,
    numbered,
    write_csv,
    write_text,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.plan.annex.reading import read_annex


def test_a_number_that_is_there_twice_in_a_district_is_refused(tmp_path):
    write_text(tmp_path / "a.txt", changed(2, 0, "1"))
    with pytest.raises(InputError, match="number 1 is already that of row"):
        read_annex(tmp_path / "a.txt")


def test_numbers_that_begin_anew_in_each_district_are_told_apart_by_its_numeral(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II.", [1, 2]), ("III", [1])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["I.1", "I.2", "II.1", "II.2", "III.1"]
    assert annex.mismatches == ()
    (note,) = annex.notes
    assert "I.1, I.2, II.1" in note


def test_numbers_that_go_on_are_ids_as_they_are_and_need_no_note(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II", [3])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["1", "2", "3"]
    assert annex.notes == ()


def test_a_number_twice_in_one_of_the_districts_that_begin_anew_is_refused(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II", [1, 1])))
    with pytest.raises(InputError) as failure:
        read_annex(tmp_path / "a.txt")
    (problem,) = failure.value.problems
    assert (problem.row, problem.message) == (10, "number II.1 is already that of row 9; expected each once")


def test_two_districts_of_one_numeral_that_share_a_number_are_refused(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1]), ("II", [1]), ("II", [1, 2])))
    with pytest.raises(InputError, match=r"number II\.1 is already that of row 8"):
        read_annex(tmp_path / "a.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=4, unique=True), min_size=1, max_size=4))
def test_ids_are_unique_and_end_in_the_number_however_districts_count(tmp_path, districts):
    write_text(tmp_path / "a.txt", numbered(*zip(("I", "II", "III", "IV"), districts, strict=False)))
    ids = read_annex(tmp_path / "a.txt").clusters["id"].tolist()
    assert len(set(ids)) == len(ids)
    assert [ident.split(".")[-1] for ident in ids] == [str(n) for numbers in districts for n in numbers]


def test_the_command_writes_clusters_that_a_plan_folder_takes(bk, tmp_path):
    write_text(tmp_path / "a.txt", changed(5, 5, "1"))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv")
    assert answer.code == 1
    assert "'Tổng cộng' states 1 ha" in answer.said
    assert (tmp_path / "clusters.csv").read_bytes().startswith(codecs.BOM_UTF8), "Excel needs the mark"
    with (tmp_path / "clusters.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [COLUMNS, *READ]


def test_the_command_says_how_clusters_got_their_ids(bk, tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1]), ("II", [1])))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv")
    assert answer.code == 0
    assert "numbers begin anew in each district" in answer.said


def test_the_total_under_one_title_is_checked_where_it_comes_last(tmp_path):
    head = [
        ["TT", "Tên CCN", "Địa điểm", "Tổng diện tích (ha)", "", ""],
        ["", "", "", "2026-2030", "2031-2035"],
    ]
    head[1].append("Tổng")
    write_csv(tmp_path / "a.csv", [*head, *changed(2, 5, "21")[2:]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [problem.message for problem in annex.mismatches] == [
        "'CCN Còn Dài' states 21 ha, its figures add up to 20"
    ]


@pytest.mark.parametrize("after", [[], AFTER, AFTER[2:], AFTER[3:]])
@pytest.mark.parametrize("again", [[], HEAD])
def test_subtotals_below_the_clusters_lose_no_district(tmp_path, again, after):
    rows = [*HEAD, *SUBTOTALS[:4], *again, *SUBTOTALS[4:], *after]
    write_csv(tmp_path / "a.csv", rows, ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


def test_subtotals_below_the_clusters_are_checked_and_so_is_the_total(tmp_path):
    rows = [list(row) for row in SUBTOTALS]
    rows[3][5], rows[6][5], rows[7][5] = "70", "1024", "1095"
    write_csv(tmp_path / "a.csv", [*HEAD, *rows], ";")
    said = [p.message for p in read_annex(tmp_path / "a.csv").mismatches]
    assert said == [
        "'Cộng' states 70 ha, its figures add up to 70.5",
        "'Cộng' states 1024 ha, its figures add up to 1025",
        "'Tổng cộng' states 1095 ha, its figures add up to 1095.5",
    ]


def test_the_total_may_come_first(tmp_path):
    rows = changed(5, 3, "1")
    write_csv(tmp_path / "a.csv", [*HEAD, rows[-1], *rows[2:-1]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [p.message for p in annex.mismatches] == ["'Tổng cộng' states 1 ha, its figures add up to 60.5"]


@pytest.mark.parametrize(
    ("row", "column", "text", "said"),
    [
        (0, 3, "60", ["'Huyện Hạ Lưu' states 60 ha, its figures add up to 60.5"]),
        (2, 5, "21", ["'CCN Còn Dài' states 21 ha, its figures add up to 20"]),
        (5, 5, "1.095,4", ["'Tổng cộng' states 1095.4 ha, its figures add up to 1095.5"]),
        (
            *(1, 3, "41,5"),
            [
                "'Huyện Hạ Lưu' states 60.5",
                "'Huyện Hạ Lưu' states 70.5",
                "'Tổng cộng' states 60.5",
                "'Tổng cộng' states 1095.5",
                "'CCN Cửa Sông' states 50.5",
            ],
        ),
    ],
)
def test_sums_that_do_not_add_up_are_all_said(tmp_path, row, column, text, said):
    write_text(tmp_path / "a.txt", changed(row, column, text))
    found = [problem.message for problem in read_annex(tmp_path / "a.txt").mismatches]
    assert len(found) == len(said)
    for start, message in zip(said, found, strict=True):
        assert message.startswith(start)
