"""A cell with a place in it falls into the parts of an address, each with its level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.places.addresses import is_error_value, level_of, parts


@pytest.mark.parametrize(
    ("text", "level", "name"),
    [
        ("xã Nông Thịnh", "commune", "Nông Thịnh"),
        ("TT. Chợ Rã", "commune", "Chợ Rã"),
        ("P.6", "commune", "6"),
        ("Huyện Chợ Mới", "district", "Chợ Mới"),
        ("TX Bắc Kạn", "district", "Bắc Kạn"),
        ("tỉnh Bắc Kạn", "province", "Bắc Kạn"),
        ("thôn Khe Lắc", "hamlet", "Khe Lắc"),
        ("Xuân La", "", "Xuân La"),
        ("Tổng Cọt", "", "Tổng Cọt"),
        ("xã", "", "xã"),
    ],
)
def test_a_leading_word_says_the_level(text, level, name):
    assert level_of(text) == (level, name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "thôn Khe Lắc, xã Nông Thịnh, huyện Chợ Mới",
            [("hamlet", "Khe Lắc"), ("commune", "Nông Thịnh"), ("district", "Chợ Mới")],
        ),
        ("xã Nông Thịnh huyện Chợ Mới", [("commune", "Nông Thịnh"), ("district", "Chợ Mới")]),
        ("xã Bánh Trạch và xã Thượng Giáo", [("commune", "Bánh Trạch"), ("commune", "Thượng Giáo")]),
        ("Bánh Trạch - Thượng Giáo", [("", "Bánh Trạch"), ("", "Thượng Giáo")]),
        ("Bánh Trạch-Thượng Giáo", [("", "Bánh Trạch"), ("", "Thượng Giáo")]),
        ("Cẩm-Giàng", [("", "Cẩm-Giàng")]),
        ("xã Nông Thịnh\nhuyện Chợ Mới", [("commune", "Nông Thịnh"), ("district", "Chợ Mới")]),
        (" ,;. ", []),
    ],
)
def test_a_cell_is_taken_apart_where_a_new_unit_begins(text, names):
    assert [(part.level, part.name) for part in parts(text)] == names


def test_how_a_part_follows_the_one_before_is_kept():
    assert [part.link for part in parts("Một và Hai, Ba - Bốn")] == ["", "list", "comma", "dash"]


@given(st.text())
def test_any_text_falls_into_parts_that_are_not_empty(text):
    for part in parts(text):
        assert part.text.strip()
        assert part.text.endswith(part.name)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", " #NAME? ", "#DIV/0!"])
def test_what_excel_shows_for_a_formula_that_failed_is_an_error_value(text):
    assert is_error_value(text)


@pytest.mark.parametrize("text", ["", "#", "N/A", "Xã #1"])
def test_other_texts_are_none(text):
    assert not is_error_value(text)
