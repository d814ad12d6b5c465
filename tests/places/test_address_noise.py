"""What stands around the places of a cell is taken out, and only that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.places.address_noise import before_and_after, name_alone, without_noise


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("xã A, ĐT: 0209 3870 123", "xã A,"),
        ("xã A. Điện thoại: (0281) 3.882.456", "xã A."),
        ("xã A, +84 209 3882 789", "xã A,"),
        ("xã A 260000", "xã A"),
        ("23617, xã A", ", xã A"),
        ("xã A, mã bưu chính: 23617", "xã A,"),
        ("xã A, email: a@example.vn", "xã A,"),
        ("xã A (cũ), huyện B (cũ)", "xã A, huyện B"),
        ("1. xã A; 2. xã B", "xã A;xã B"),
        ("(3) A", "A"),
        ("II. A", "A"),
    ],
)
def test_numbers_that_are_no_place_are_taken_out(text, left):
    assert without_noise(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "X. Nông Hạ",
        "P. 6",
        "Tổ 12, phường B",
        "ĐT 254, xã A",
        "Quốc lộ 3, km 12+500",
        "số 12/3, phố C",
        "Chợ Cũ - Bến Mới",
        "xã Chợ cũ",
    ],
)
def test_what_belongs_to_a_place_stays(text):
    assert without_noise(text) == text


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("“Nông Hạ”", "Nông Hạ"),
        ("• Nông Hạ", "Nông Hạ"),
        ("Nong Ha Commune", "xã Nong Ha"),
        ("Cho Moi Dist.", "huyện Cho Moi"),
        ("Cho Ra Town", "Cho Ra"),
        ("Ward 6", "phường 6"),
        ("Bac Kan Province Vietnam", "tỉnh Bac Kan"),
        ("nước CHXHCN Việt Nam", ""),
        ("Quảng Nam", "Quảng Nam"),
    ],
)
def test_a_name_stands_alone_with_its_unit_in_vietnamese(piece, name):
    assert name_alone(piece) == name


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("xã A, huyện C", ["xã A, huyện C"]),
        ("xã A (nay là xã B), huyện C", ["xã A, huyện C", "xã B, huyện C"]),
        ("xã A nay là xã B, huyện C", ["xã A", "xã A,  huyện C", "xã B, huyện C"]),
        ("xã A, huyện C, nay thuộc tỉnh D", ["xã A, huyện C", "tỉnh D"]),
        ("xã B (trước đây là xã A)", ["xã B", "xã A"]),
    ],
)
def test_names_before_and_after_a_change_are_two_addresses(text, addresses):
    assert before_and_after(text) == addresses


@pytest.mark.costly
@given(st.text())
def test_any_text_is_left_as_text(text):
    assert name_alone(without_noise(text)) is not None
    assert before_and_after(text)
