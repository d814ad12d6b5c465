"""Delimited text is read as it is, or refused with the place of each fault."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.tables import read_cells

text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
NAMES = ("a", "b", "c")
SEMICOLON = "the columns are parted by ';'; expected ',' (and a decimal point in numbers)"
UNPAIRED = "unexpected end of data; expected quotes in pairs"


@settings(max_examples=60)
@given(st.lists(st.tuples(text, text, text), max_size=5), st.sampled_from(",\t"))
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("cells") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([NAMES, *rows])
    problems = []
    cells = read_cells(path, problems, separator=separator)
    assert problems == []
    assert cells.header == NAMES
    assert [line for _, line in cells.rows] == rows
    assert [number for number, _ in cells.rows] == list(range(2, len(rows) + 2))


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
        (b"a;b\n1;2\n", f"t.csv, row 1: {SEMICOLON}"),
        (b"a,a\n1,2\n", "t.csv, row 1, column a: the column is there 2 times; expected once"),
        (b"a,b\n1,\0\n", "t.csv, row 2: holds a NUL byte, as a damaged file does; expected text"),
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
