"""A sheet of Excel is read and answered with the types of its cells, and below its titles."""

import datetime as dt
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.io.excel import unescaped
from bk_gis.io.tables import read_points, read_table, read_whole
from bk_gis.io.writing import write_frame

DAY, MOMENT = dt.datetime(2024, 5, 6), dt.datetime(2024, 5, 7, 8, 30)  # noqa: DTZ001  (Excel knows no zones)
HEAD = ["xã", "ngày", "tỷ lệ", "vốn", "mã xã", "giờ", "công", "nộp", "trộn"]
ROWS = [
    ["Xuân La", DAY, 0.25, 1250.5, "01873", dt.time(8, 30), dt.timedelta(hours=30), True, 7],
    ["Cổ Linh", MOMENT, 0.5, 2, "00001", dt.time(9), dt.timedelta(hours=1), None, "bảy"],
    ["Nông Thịnh", None, 1, None, None, None, None, False, MOMENT],
]


def write(path: Path, rows: list[list], formats: dict[str, str] | None = None) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells, number_format in (formats or {}).items():
        for cell in book.active[cells]:
            cell[0].number_format = number_format
    book.save(path)
    return path


def cells_of(path: Path) -> list[list]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows()]


@pytest.mark.parametrize("command", ["geocode", "join"])
def test_the_columns_of_a_workbook_are_kept_in_the_workbook_that_answers(bk, tmp_path, command):
    rows = [[*HEAD, "kinh độ", "vĩ độ"], *([*row, 105.9, 22.2] for row in ROWS)]
    source = write(tmp_path / "a.xlsx", rows, {"C2:C4": "0%", "B2:B4": "dd/mm/yyyy h:mm"})
    assert bk(command, source, "-o", tmp_path / "b.xlsx").code == 0
    assert [row[: len(HEAD)] for row in cells_of(tmp_path / "b.xlsx")] == [HEAD, *ROWS]
    answer = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert [answer[cell].number_format for cell in ("C2", "C4", "B2", "D2")] == [
        *("0%", "0%", "dd/mm/yyyy h:mm", "General")
    ]


@pytest.mark.parametrize("ending", ["csv", "geojson", "gpkg", "parquet"])
def test_a_workbook_can_be_answered_in_every_format(bk, tmp_path, ending):
    source = write(tmp_path / "a.xlsx", [HEAD, *ROWS])
    assert bk("geocode", source, "-o", tmp_path / f"b.{ending}", "--strict").code == 0
    found = read_table(tmp_path / f"b.{ending}")
    assert found["mã xã"].tolist()[:2] == ["01873", "00001"]
    assert found["trộn"].tolist() == ["7", "bảy", "2024-05-07 08:30:00"]
    assert [float(cell) for cell in found["vốn"][:2]] == [1250.5, 2.0]


def test_a_column_has_one_format_where_all_its_numbers_have_it(bk, tmp_path):
    """A share of 25 % must not turn the billions below it into percents; a date must show its time."""
    source = write(
        tmp_path / "a.xlsx", [["xã", "số", "ngày"], ["Xuân La", 0.25, DAY], ["Cổ Linh", 10**9, MOMENT]]
    )
    book = openpyxl.load_workbook(source)
    book.active["B2"].number_format, book.active["C2"].number_format = "0%", "d/m"
    book.active["C3"].number_format = "d/m/yyyy h:mm"
    book.save(source)
    assert bk("geocode", source, "-o", tmp_path / "b.xlsx").code == 0
    answer = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert (answer["B3"].number_format, answer["C3"].number_format) == ("General", "d/m/yyyy h:mm")


def test_a_format_stays_with_its_column(tmp_path):
    source = write(
        tmp_path / "a.xlsx", [["x", "lon", "lat", "share"], [1, 105.9, 22.2, 0.5]], {"D2:D2": "0%"}
    )
    points, formats = read_points(source), read_whole(source).file.formats
    write_frame(points.drop(columns="x"), tmp_path / "b.xlsx", formats=formats, degrees=("lon", "lat"))
    answer = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert [cell.number_format for cell in answer[2]] == ["General", "General", "0%"]


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(10**15), 10**15),
            st.floats(-1e9, 1e9).map(lambda number: round(number, 3)),
            st.text("0123xãNông=+-' ", min_size=1, max_size=8),
            st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2100, 1, 1)).map(  # noqa: DTZ001
                lambda moment: moment.replace(microsecond=0)
            ),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_cells_come_back_as_they_were(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("cells") / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    for row, value in enumerate(cells, start=2):
        book.active.cell(row, 1, "row")
        cell = book.active.cell(row, 2, value)
        if isinstance(value, str):
            cell.data_type = "s"  # text, whatever it begins with
    book.save(path)
    column = read_table(path)["b"]
    found = [None if missing else value for value, missing in zip(column, column.isna(), strict=True)]
    assert found == cells


TITLES = [["DANH SÁCH DOANH NGHIỆP"], ["Năm 2024"], []]
TABLE = [["STT", "Tên xã", "lon", "lat"], [1, "Cẩm Giàng", 105.9, 22.2], [2, "Yên Hân", "?", 22]]


def write_any(path: Path, rows: list[list], separator: str, *, padded: bool) -> Path:
    if path.suffix == ".xlsx":
        return write(path, rows)
    full = [[*map(str, row), *([""] * (4 - len(row)) if padded else [])] for row in rows]
    path.write_text("\n".join(map(separator.join, full)) + "\n", encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("name", "separator", "padded"),
    [("a.xlsx", "", False), *(("a.csv", mark, padded) for mark in ",;\t" for padded in (True, False))],
)
def test_a_header_below_titles_is_found_and_rows_keep_their_numbers(bk, tmp_path, name, separator, padded):
    source = write_any(tmp_path / name, TITLES + TABLE, separator, padded=padded)
    batch = read_whole(source)
    assert batch.table.columns.tolist() == TABLE[0]
    assert batch.table["Tên xã"].tolist() == ["Cẩm Giàng", "Yên Hân"]
    assert (batch.file.header_row, list(batch.rows)) == (4, [5, 6])
    assert batch.file.notes[-1] == "header taken from row 4; above it are titles"
    cell = "cell C6, " if name == "a.xlsx" else ""
    with pytest.raises(InputError, match=rf"{name}, {cell}row 6, column lon: '\?' is not a number"):
        read_points(source)
    assert "header taken from row 4" in bk("geocode", source, "-o", tmp_path / "b.csv", "--strict").said
    if name == "a.csv":  # which is joined some rows at a time
        said = bk("join", source, "-o", tmp_path / "b.csv").said
        assert "header taken from row 4" in said
        assert "row 6, column lon" in said


@pytest.mark.parametrize(
    "rows",
    [
        [["xã"], ["Xuân La"], ["Cổ Linh"]],  # one column
        [["xã", ""], ["Xuân La", "5"]],  # a stray number beside it
        [["xã", "ha"], ["Xuân La", ""], ["Cổ Linh", "5"]],  # two names
        [["", "xã"], ["1", "Xuân La"]],
    ],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_header_in_front_stays_the_header(tmp_path, name, rows):
    source = write_any(tmp_path / name, rows, ";", padded=False)
    batch = read_whole(source)
    assert len(batch.table) == len(rows) - 1
    assert "xã" in batch.table.columns
    assert batch.file.notes in ((), ("read as UTF-8, separated by ';'",))


def test_a_title_with_a_comma_does_not_hide_the_separator(tmp_path):
    text = "DANH SÁCH, NĂM 2024\n\nSTT;xã;huyện\n1;Xuân La;\n2;Cổ Linh;\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert read_table(tmp_path / "a.csv").columns.tolist() == ["STT", "xã", "huyện"]


def test_a_title_below_the_separator_that_excel_states(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\nDANH SÁCH;;\n;;\nSTT;xã;huyện\n1;Xuân La;\n", encoding="utf-8")
    batch = read_whole(tmp_path / "a.csv")
    assert batch.table.to_numpy().tolist() == [["1", "Xuân La", ""]]
    assert batch.file.notes == (
        "read as UTF-8, separated by ';'",
        "header taken from row 4; above it are titles",
    )


def test_a_blank_row_within_a_sheet_is_kept_and_those_below_are_not(tmp_path):
    source = write(tmp_path / "a.xlsx", [["xã"], ["Xuân La"], [], ["Cổ Linh"], [], [" "]])
    assert read_table(source)["xã"].fillna("").tolist() == ["Xuân La", "", "Cổ Linh"]


def test_a_sheet_may_have_a_header_only_and_columns_of_one_name_or_none(tmp_path):
    table = read_table(write(tmp_path / "a.xlsx", [["xã", None, "ghi chú", "ghi chú"]]))
    assert table.columns.tolist() == ["xã", "column_2", "ghi chú", "ghi chú"]
    assert len(table) == 0


def test_an_empty_sheet_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no table"):
        read_table(write(tmp_path / "a.xlsx", []))


def test_columns_of_one_name_are_kept_in_excel_and_refused_where_names_must_differ(bk, tmp_path):
    source = write(tmp_path / "a.xlsx", [["xã", "ghi chú", "ghi chú"], ["Xuân La", 1, "x"]])
    assert bk("geocode", source, "-o", tmp_path / "b.xlsx").code == 0
    assert cells_of(tmp_path / "b.xlsx")[1][:3] == ["Xuân La", 1, "x"]
    done = bk("geocode", source, "-o", tmp_path / "b.gpkg")
    assert done.code == 2
    assert "ghi chú are there several times" in done.said


@given(
    st.lists(
        st.one_of(
            st.text(min_size=1),
            st.text("aạ_x0 \r\n\v\t\x07\ufffe", min_size=1),
            st.lists(
                st.sampled_from(["_x000D_", "_x005F_", "_xD83D_", "_xDE00_", "_x00e3_", "\n", "a"]),
                min_size=1,
            ).map("".join),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_text_has_the_characters_that_it_means_and_is_read_as_it_was_written(tmp_path_factory, texts):
    """XML holds no carriage return, so that workbooks have `_x000D_` for it: no text of a table has."""
    folder = tmp_path_factory.mktemp("text")
    write_frame(pd.DataFrame({"a": "row", "b": texts}), folder / "a.xlsx")
    raw = [row[1] for row in cells_of(folder / "a.xlsx")[1:]]
    assert not re.search(r"_x(000[0-8BCDEF]|001.|D[89A-F]..|FFF[EF])_", "".join(map(str, raw)), re.IGNORECASE)
    found = read_table(folder / "a.xlsx")
    assert "\r" not in "".join(found["b"])
    write_frame(found, folder / "b.xlsx")
    pd.testing.assert_frame_equal(read_table(folder / "b.xlsx"), found)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("Nông Hạ_x000D_\nChợ Mới", "Nông Hạ\nChợ Mới"),
        ("Nông Hạ_x000d_", "Nông Hạ\n"),
        ("Nông Hạ_x000B_Chợ Mới", "Nông Hạ\nChợ Mới"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_", "\ufffd"),
        ("a_x005F_x0041_", "a_x0041_"),
        ("a_x12_x000", "a_x12_x000"),
    ],
)
def test_what_xml_cannot_hold_is_read(tmp_path, stored, read):
    assert unescaped(stored) == read
    if "x005F" not in stored:  # which openpyxl takes off by itself
        assert read_table(write(tmp_path / "a.xlsx", [["b"], [stored]]))["b"].tolist() == [read]


def test_line_ends_of_excel_are_line_ends_for_names(bk, tmp_path):
    rows = [["Xã", "Huyện"], ["Nông Hạ_x000D_\nChợ Mới", None], ["Nông Hạ_x000B_", "Chợ Mới_x000D_\n"]]
    assert bk("geocode", write(tmp_path / "a.xlsx", rows), "-o", tmp_path / "b.xlsx", "--strict").code == 0
    assert [row[0] for row in cells_of(tmp_path / "b.xlsx")[1:]] == ["Nông Hạ\nChợ Mới", "Nông Hạ\n"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read_before_one_that_is_seen(tmp_path, state):
    book = openpyxl.load_workbook(write(tmp_path / "a.xlsx", [["xã"], ["Xuân La"]]))
    book.active.title = "seen"
    book.create_sheet("list", 0).append(["mã"])
    book["list"].sheet_state = state
    book.active = 1
    book.save(tmp_path / "a.xlsx")
    batch = read_whole(tmp_path / "a.xlsx")
    assert batch.table["xã"].tolist() == ["Xuân La"]
    assert batch.file.notes == ("seen is read; list is not",)
