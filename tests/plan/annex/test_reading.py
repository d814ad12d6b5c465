"""Clusters get ids as the annex numbers them, and become clusters.csv."""

import codecs
import csv

import pytest
from annexes import (
    COLUMNS,
    READ,
    changed,
    numbered,
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
