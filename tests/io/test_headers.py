"""The header of a table and its columns are found as people write them."""

import pandas as pd
import pytest
from failures import raises

from bk_gis.errors import InputError
from bk_gis.io.headers import (
    Merged,
    find_column,
    find_header,
    full_header,
    header_at,
    header_end,
    joined_header,
    plain_header,
    taken_notes,
)
from bk_gis.io.tables import LAT_COLUMNS, LON_COLUMNS
from bk_gis.language.names import header_words
from bk_gis.places.geocoding import DISTRICT_COLUMNS, PLACE_COLUMNS


@pytest.mark.parametrize(
    "header", ["Tên xã", "TEN_XA", "TenXa", "ten-xa", " Tên  Xã ", "Te\u0302n xa\u0303", "Tên\u00ad xã\u200f"]
)
def test_a_column_is_found_however_its_header_is_written(header):
    assert find_column(pd.DataFrame(columns=["STT", header]), None, ("xã", "tên xã"), "communes") == header


@pytest.mark.parametrize("header", ["Tên CCN", "Diện tích QHCT", "Mã KCN cũ", "Tên DN hạng mục"])
def test_an_abbreviation_beside_vietnamese_is_no_old_encoding(header):
    assert plain_header(header) == header_words(header)


@pytest.mark.parametrize(
    ("usual", "header"),
    [
        *((PLACE_COLUMNS, h) for h in ("Địa chỉ trụ sở", "Xã (cũ)", "XÃ CŨ", "TENXA", "Tên xã [2014]", "x·")),
        *(
            (PLACE_COLUMNS, h)
            for h in ("Địa điểm thực hiện", "Vị trí (xã, huyện)", "Địa chỉ liên hệ", "Thuộc xã")
        ),
        *(
            (DISTRICT_COLUMNS, h)
            for h in ("Huyện (cũ)", "TENHUYEN", "Huyện/TX/TP", "Tên quận/huyện", "huyÖn")
        ),
        *(
            (LON_COLUMNS, h)
            for h in ("Kinh độ (E)", "KinhDo", "KINHDO", "Kinh độ Đông", "lon_wgs84", "Longitude (°)")
        ),
        *((LAT_COLUMNS, h) for h in ("Vĩ độ (N)", "ViDo", "Vỹ độ", "Vĩ độ Bắc")),
    ],
)
def test_a_header_may_say_more_than_the_usual_one(usual, header):
    assert find_column(pd.DataFrame(columns=["STT", "Mã xã", header]), None, usual, None) == header


@pytest.mark.parametrize(
    "header", ["Xã hội hóa", "Mã xã", "Địa chỉ email", "Vị trí việc làm", "place_id", "Phương án"]
)
def test_a_header_of_another_thing_is_not_taken(header):
    assert find_column(pd.DataFrame(columns=["STT", header]), None, PLACE_COLUMNS, None) is None


def test_a_column_that_is_not_quite_called_so_is_said():
    table = pd.DataFrame(columns=["Xã (cũ)", "Huyện"])
    sought = ((None, PLACE_COLUMNS), (None, DISTRICT_COLUMNS))
    assert [note.en for note in taken_notes(table, *sought)] == ["column 'Xã (cũ)' is taken"]
    assert taken_notes(table, ("Xã (cũ)", PLACE_COLUMNS)) == []


def test_of_two_headers_that_say_more_neither_is_guessed():
    table = pd.DataFrame(columns=["Xã (cũ)", "Xã (mới)"])
    with raises(InputError, match=r"several columns may hold place names: Xã \(cũ\), Xã \(mới\); say which"):
        find_column(table, None, PLACE_COLUMNS, "place names")
    assert find_column(table, "Xã (mới)", PLACE_COLUMNS, "place names") == "Xã (mới)"
    assert find_column(pd.DataFrame(columns=["Xã (cũ)", "Xã"]), None, PLACE_COLUMNS, "place names") == "Xã"


def test_the_likeliest_header_comes_first_and_of_two_alike_the_first_one():
    assert find_header(["mã", "mã xã", "MA_XA"], ("ma ?xa", "ma")) == 1
    assert find_header(["mã"], ("ma ?xa", "ma")) == 0
    assert find_header(["tên"], ("ma ?xa", "ma")) is None


def test_a_column_that_is_named_missing_or_there_twice_is_said():
    table = pd.DataFrame([[1, 2, 3]], columns=["a", "b", "b"])
    assert find_column(table, "a", (), None) == "a"
    assert find_column(table, None, ("c",), None) is None
    with raises(InputError, match="there is no column 'c'; found a, b, b"):
        find_column(table, "c", (), None)
    with raises(InputError, match="no column holds communes; expected one of c, d and the like"):
        find_column(table, None, ("c", "d"), "communes")
    with raises(InputError, match="'b' is there several times"):
        find_column(table, None, ("b",), None)


@pytest.mark.parametrize(
    ("rows", "position"),
    [
        ([["xã", "huyện"], ["Xuân La", "Pác Nặm"]], 0),
        ([["DANH SÁCH", ""], ["Năm 2024", ""], ["xã", "huyện"]], 2),
        ([["xã", ""], ["1", "2"]], 0),
        ([], 0),
    ],
)
def test_a_header_stands_below_its_titles(rows, position):
    assert header_at(rows) == position


def test_columns_without_a_name_get_their_number():
    assert full_header(["xã", " ", ""]) == ["xã", "column_2", "column_3"]


def test_what_cannot_be_seen_is_no_part_of_a_header():
    assert full_header(["id\ufeff", "\u200b", "tên"]) == ["id", "column_2", "tên"]
    assert find_column(pd.DataFrame(columns=["xã\u200e"]), "xã", (), None) == "xã\u200e"


@pytest.mark.parametrize(
    ("below", "merged", "end"),
    [
        (["", "xã", "huyện"], [Merged(range(1), range(1, 3))], 2),
        (["", "2020", "2025"], [Merged(range(1), range(1, 3))], 2),
        (["", "20", "25"], [Merged(range(1), range(1, 3))], 1),
        (["1", "xã", "huyện"], [Merged(range(1), range(1, 3))], 1),
        (["", "xã", ""], [Merged(range(1), range(1, 3))], 1),
        (["", "xã", "huyện"], [], 1),
        (["", "xã", ""], [Merged(range(2), range(1)), Merged(range(1), range(1, 3))], 2),
        (["", "", ""], [Merged(range(40), range(1))], 1),
    ],
)
def test_a_header_goes_on_below_its_merged_cells(below, merged, end):
    assert header_end([["TT", "địa điểm", ""], below], 0, merged) == end


def test_a_column_below_two_rows_of_a_header_is_found_by_the_lower_one():
    headers = [joined_header(rows) for rows in (["TT", "TT"], [" Địa điểm", "Xã "], ["", ""])]
    assert headers == ["TT", "Địa điểm: Xã", ""]
    assert find_header(headers, ("xa",)) == 1
    assert find_header([*headers, "xã"], ("xa",)) == 3


def test_the_lower_row_of_a_header_names_its_column_where_no_other_has_it():
    table = pd.DataFrame(columns=["Địa điểm: Xã", "2020: ha", "2025: ha"])
    assert find_column(table, "Xã", (), None) == "Địa điểm: Xã"
    with raises(InputError, match="there is no column 'ha'"):
        find_column(table, "ha", (), None)
