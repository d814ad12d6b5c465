"""Columns are as wide as what they hold, and as many lines are counted as a text takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.reports.widths import column_widths, lines_in, row_lines, text_width

WORDS = st.lists(st.text("aăâmơưWiếệ0,-", min_size=1, max_size=12), max_size=12).map(" ".join)
TABLES = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=6)
)


def test_letters_are_as_wide_as_those_of_times_with_or_without_marks():
    assert text_width("0123456789") == pytest.approx(5)
    assert text_width("ế") == text_width("e") == pytest.approx(0.444)
    assert text_width("W", bold=True) > text_width("W") > text_width("i")
    assert text_width("ab\nabc") == text_width("abc")


@given(WORDS, st.floats(1, 40), st.floats(0, 10))
def test_a_wider_column_takes_no_more_lines(text, width, more):
    assert lines_in(text, width + more) <= lines_in(text, width)
    assert lines_in(text, text_width(text) + 0.01) == 1


@pytest.mark.costly
@given(TABLES, st.floats(5, 80))
def test_columns_fill_no_more_than_the_room_and_break_no_word_that_has_room(table, room):
    head, *rows = table
    widths = column_widths(head, rows, room=room)
    assert sum(widths) <= room + 1e-6
    words = [
        max([text_width(word, bold=bold) for cell, bold in column for word in cell.split()], default=0)
        for column in zip(*[[(cell, i == 0) for cell in line] for i, line in enumerate(table)], strict=True)
    ]
    if sum(words) < room:
        assert all(width >= word - 1e-9 for width, word in zip(widths, words, strict=True))


def test_the_room_goes_where_the_long_texts_are():
    rows = [["1", "Huyện Chợ Đồn", "lý do rất dài " * 20]] * 5
    no, name, reason = column_widths(["TT", "Nơi", "Lý do"], rows, room=40)
    assert no < 2
    assert 4 < name < 7
    assert reason > 30
    assert row_lines(rows[0], [no, name, reason]) <= row_lines(rows[0], [2, 9, 29])


def test_short_texts_stay_on_one_line_where_that_costs_nothing():
    rows = [["2021-2030 (ha)", "Khánh Yên Thượng", ""]] * 9 + [["2021-2030 (ha)", "Yên", "x " * 40]]
    widths = column_widths(["Nội dung", "Tên", "Lý do"], rows, room=34)
    assert row_lines(rows[0], widths) == 1
