"""Delimited text is read as it is, or refused with the place of each fault."""

import csv
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.tables import NUL, TextForm, read_cells, text_form

text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
NAMES = ("a", "b", "c")
UNPAIRED = "unexpected end of data; expected quotes in pairs"


@settings(max_examples=60)
@given(st.lists(st.tuples(text, text, text), max_size=5), st.sampled_from(",;|\t"))
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("cells") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([NAMES, *rows])
    problems = []
    cells = read_cells(path, problems)
    assert problems == []
    assert cells.header == NAMES
    assert [line for _, line in cells.rows] == rows
    assert [number for number, _ in cells.rows] == list(range(2, len(rows) + 2))


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("a,b\n1,2\n", TextForm()),
        ('a,b\n"1,5",2\n', TextForm()),
        ("a;b\n1;x\n", TextForm(separator=";", decimal=",")),
        ("a;b\n1,5;x\n", TextForm(separator=";", decimal=",")),
        ("a;b\n1.5;x\n1.5;2,5\n-0.1;y", TextForm(separator=";")),
        ("a;b\nthôn 1.2.3;v1.5\n", TextForm(separator=";", decimal=",")),
        ("a\tb\n1\t2\n", TextForm(separator="\t")),
        ("a\tb\n1,5\t-2,5\n", TextForm(separator="\t", decimal=",")),
        ("sep=;\na;b\n1,5;2\n", TextForm(separator=";", decimal=",", skipped=1)),
    ],
)
def test_the_form_of_a_table_is_found(tmp_path, content, form):
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "t.csv").write_text(content, encoding=encoding)
        assert text_form(tmp_path / "t.csv") == replace(form, encoding=encoding)


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_never_raised(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(content)
    problems = []
    cells = read_cells(path, problems)
    assert all(len(line) == len(cells.header) for _, line in cells.rows)
    assert all(problem.file == "t.csv" and problem.message for problem in problems)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a,b\n1,2,3\n", "t.csv, row 2: has 3 cells; expected 2, as in the header"),
        (b"a,b\n1\n", "t.csv, row 2: has 1 cells; expected 2, as in the header"),
        (b"a,a\n1,2\n", "t.csv, row 1, column a: the column is there 2 times; expected once"),
        (b"a,b\n" + 99 * b"1,2\n" + b"1,\0\n", f"t.csv, row 101: {NUL}"),
        (b'a,b\n1,"2\n', f"t.csv: is not readable after row 1: {UNPAIRED}"),
        (b"a,b\n1,\xff\n", "t.csv: is not UTF-8 (invalid start byte at byte 6); save it as CSV UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_located(tmp_path, content, problem):
    (tmp_path / "t.csv").write_bytes(content)
    problems = []
    read_cells(tmp_path / "t.csv", problems)
    assert [str(p) for p in problems] == [problem]


def test_blank_lines_count_as_rows_of_a_spreadsheet_but_are_no_records(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n\n1,2\n  \n3,4\n")
    problems = []
    cells = read_cells(tmp_path / "t.csv", problems)
    assert problems == []
    assert cells.rows == ((3, ("1", "2")), (5, ("3", "4")))


def test_a_record_of_empty_cells_is_a_record(tmp_path):
    (tmp_path / "t.csv").write_text('a,b\n,\n"",""\n')
    assert [line for _, line in read_cells(tmp_path / "t.csv", []).rows] == [("", ""), ("", "")]
