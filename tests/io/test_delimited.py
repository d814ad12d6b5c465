"""Delimited text is read as it is, or refused with the place of each fault."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.io.delimited import NUL, read_strict

text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
NAMES = ("a", "b", "c")
UNPAIRED = "unexpected end of data; expected quotes in pairs"


def lines_of(batch):
    return tuple((number, tuple(cells.values())) for number, cells in batch.records())


@settings(max_examples=60)
@given(st.lists(st.tuples(text, text, text), max_size=5), st.sampled_from(",;|\t"))
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("cells") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([NAMES, *rows])
    problems = []
    batch = read_strict(path, problems)
    assert problems == []
    assert tuple(batch.table) == NAMES
    assert [line for _, line in lines_of(batch)] == rows
    assert [number for number, _ in lines_of(batch)] == list(range(2, len(rows) + 2))


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_never_raised(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(content)
    problems = []
    batch = read_strict(path, problems)
    assert all(len(line) == len(tuple(batch.table)) for _, line in lines_of(batch))
    assert all(problem.file == "t.csv" and problem.message for problem in problems)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a,b\n1,2,3\n", "t.csv, row 2: has 3 cells; expected 2, as in the header"),
        (b"a,b\n1\n", "t.csv, row 2: has 1 cells; expected 2, as in the header"),
        (b"a, b;c\n1;2;3\n", "t.csv, row 2: has 3 cells; expected 2, as in the header"),
        (b"a, b;c\n1;2,5\n3,5;4;5\n", "t.csv, row 3: has 3 cells; expected 2, as in the header"),
        (b"\na;b\n1;2\n3\n", "t.csv, row 4: has 1 cells; expected 2, as in the header"),
        (b"\n\na,a\n1,2\n", "t.csv, row 3, column a: the column is there 2 times; expected once"),
        (b"a,a\n1,2\n", "t.csv, row 1, column a: the column is there 2 times; expected once"),
        (b"a,b\n" + 99 * b"1,2\n" + b"1,\0\n", f"t.csv, row 101: {NUL}"),
        (b'a,b\n1,"2\n', f"t.csv: is not readable after row 1: {UNPAIRED}"),
        (b"a,b\n1,\xff\n", "t.csv: is not UTF-8 (invalid start byte at byte 6); save it as CSV UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_located(tmp_path, content, problem):
    (tmp_path / "t.csv").write_bytes(content)
    problems = []
    read_strict(tmp_path / "t.csv", problems)
    assert [str(p) for p in problems] == [problem]


def test_blank_lines_count_as_rows_of_a_spreadsheet_but_are_no_records(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n\n1,2\n  \n3,4\n")
    problems = []
    batch = read_strict(tmp_path / "t.csv", problems)
    assert problems == []
    assert lines_of(batch) == ((3, ("1", "2")), (5, ("3", "4")))


@pytest.mark.parametrize("blank", ["\n", " \n", ";\n", "\r\n\r\n", '"";""\n'])
@pytest.mark.parametrize("stated", ["", "sep=;\n"])
def test_the_header_is_the_first_line_that_is_not_blank(tmp_path, stated, blank):
    (tmp_path / "t.csv").write_bytes(f"{stated}{blank}a;b\n1;2\n".encode())
    above = (stated + blank).count("\n")
    problems = []
    batch = read_strict(tmp_path / "t.csv", problems)
    assert problems == []
    assert (batch.file.header_row, tuple(batch.table)) == (above + 1, ("a", "b"))
    assert lines_of(batch) == ((above + 2, ("1", "2")),)


def test_a_record_of_empty_cells_is_a_record(tmp_path):
    (tmp_path / "t.csv").write_text('a,b\n,\n"",""\n')
    assert [line for _, line in lines_of(read_strict(tmp_path / "t.csv", []))] == [("", ""), ("", "")]
