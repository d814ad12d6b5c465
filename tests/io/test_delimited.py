"""Delimited text is read as it is, or refused with the place of each fault."""

import csv
from dataclasses import replace

import pytest
from failures import english
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.io.batches import TextForm
from bk_gis.io.delimited import read_strict, text_form

text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
NAMES = ("a", "b", "c")
NUL = "holds a NUL byte, as a damaged file does; get it again, or save it as CSV UTF-8"
UNPAIRED = "expected quotes in pairs"


def lines_of(batch):
    return tuple((number, tuple(cells.values())) for number, cells in batch.records())


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


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_never_raised(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(content)
    problems = []
    batch = read_strict(path, problems)
    assert all(len(line) == len(tuple(batch.table)) for _, line in lines_of(batch))
    assert all(problem.file == "t.csv" and english(problem.message) for problem in problems)


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
        (b'a,b\n1,"2\n', f"t.csv: is not readable after row 1; {UNPAIRED}"),
        (b"a,b\n1,\xff\n", "t.csv: is not UTF-8 (at byte 6); save it as CSV UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_located(tmp_path, content, problem):
    (tmp_path / "t.csv").write_bytes(content)
    problems = []
    read_strict(tmp_path / "t.csv", problems)
    assert [english(p) for p in problems] == [problem]


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
        ("sep=\r\n1\n", TextForm()),
    ],
)
def test_the_form_of_a_table_is_found(tmp_path, content, form):
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "t.csv").write_text(content, encoding=encoding)
        assert text_form(tmp_path / "t.csv") == replace(form, encoding=encoding)


@pytest.mark.parametrize(
    ("content", "separator", "header"),
    [
        ("Tên xã, phường;Diện tích\nNông Thịnh;32,7\n", ";", ("Tên xã, phường", "Diện tích")),
        ("Tên xã, phường;ha\nA;3,7\nB;4,5\nC;5,1;x\n", ";", ("Tên xã, phường", "ha")),
        ("STT;Xã, phường;Huyện, thị xã\n1;A;B\n", ";", ("STT", "Xã, phường", "Huyện, thị xã")),
        ("Xã, phường, thị trấn;ha\n", ";", ("Xã, phường, thị trấn", "ha")),
        ('"Xã, phường, thị trấn\n(ghi rõ)";ha\nA;1,5\n', ";", ("Xã, phường, thị trấn (ghi rõ)", "ha")),
        ('"Xã; phường; thị trấn\n(ghi rõ)",ha\nA,1\n', ",", ("Xã; phường; thị trấn (ghi rõ)", "ha")),
        ('ha,"Xã; phường",huyện\n1,"A; B",C\n', ",", ("ha", "Xã; phường", "huyện")),
        ("xã,huyện\nA; B,C\nA; D,C\n", ",", ("xã", "huyện")),
        ("Xã, phường\tA;B\n1\t2\n", "\t", ("Xã, phường", "A;B")),
        ("Xã, phường|A\n1|2\n", "|", ("Xã, phường", "A")),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mark_within_names_separates_nothing(tmp_path, content, separator, header, end):
    (tmp_path / "t.csv").write_bytes(content.replace("\n", end).encode())
    assert text_form(tmp_path / "t.csv").separator == separator
    assert tuple(read_strict(tmp_path / "t.csv", []).table) == header


@pytest.mark.parametrize(
    ("rows", "separator"),
    [
        ([], ","),
        (["A", "B"], ","),
        (['"A, B; C"'], ","),
        (["A; B", "C"], ","),
        (["A; B", '"C, D"'], ","),
        (["xã A, huyện B", "xã C"], ";"),
    ],
)
def test_a_single_column_stays_one(tmp_path, rows, separator):
    (tmp_path / "t.csv").write_text("\n".join(["Địa chỉ", *rows]), encoding="utf-8")
    problems = []
    batch = read_strict(tmp_path / "t.csv", problems)
    assert problems == []
    assert text_form(tmp_path / "t.csv").separator == separator
    assert tuple(batch.table) == ("Địa chỉ",)
    assert batch.table["Địa chỉ"].tolist() == [row.strip('"') for row in rows]


@pytest.mark.parametrize("size", [5, 9, 12, 20, 30, 40])
def test_the_separator_is_found_wherever_the_sample_ends(tmp_path, monkeypatch, size):
    monkeypatch.setattr("bk_gis.io.delimited._SAMPLE", size)
    (tmp_path / "t.csv").write_text('a,b;c\n"1\n2";3\n4;5,5\n', encoding="utf-8")
    assert text_form(tmp_path / "t.csv").separator == ";"


def test_a_quote_that_is_not_closed_hides_no_separator(tmp_path):
    (tmp_path / "t.csv").write_text('a, b;c\n"1;2\n' + "3;4\n" * 100_000, encoding="utf-8")
    assert text_form(tmp_path / "t.csv").separator == ";"


words = st.text(st.sampled_from("xãP,.\t|\n\"' 17"), min_size=1, max_size=9)


@pytest.mark.costly
@settings(max_examples=200)
@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=30), st.sampled_from("\t;|,"))
def test_quoted_cells_never_hide_the_separator(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("cells") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *rows])
    assert text_form(path).separator == separator
