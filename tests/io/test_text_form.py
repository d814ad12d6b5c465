"""The encoding, separator and titles of a text are found."""

import csv
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.io.delimited import read_strict
from bk_gis.io.text_form import TextForm, text_form


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
    monkeypatch.setattr("bk_gis.io.text_form._SAMPLE", size)
    (tmp_path / "t.csv").write_text('a,b;c\n"1\n2";3\n4;5,5\n', encoding="utf-8")
    assert text_form(tmp_path / "t.csv").separator == ";"


def test_a_quote_that_is_not_closed_hides_no_separator(tmp_path):
    (tmp_path / "t.csv").write_text('a, b;c\n"1;2\n' + "3;4\n" * 100_000, encoding="utf-8")
    assert text_form(tmp_path / "t.csv").separator == ";"


words = st.text(st.sampled_from("xãP,.\t|\n\"' 17"), min_size=1, max_size=9)


@settings(max_examples=200)
@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=30), st.sampled_from("\t;|,"))
def test_quoted_cells_never_hide_the_separator(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("cells") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *rows])
    assert text_form(path).separator == separator
