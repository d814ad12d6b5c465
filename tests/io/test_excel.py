"""A sheet of Excel is read and answered with the types of its cells, and below its titles."""

import datetime as dt
import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from failures import english, raises
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.io.tables import read_points, read_table, read_whole
from bk_gis.io.worksheet_xml import unescaped
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


@pytest.mark.costly
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
    assert english(batch.file.notes[-1]) == "header taken from row 4; above it are titles"
    cell = "cell C6, " if name == "a.xlsx" else ""
    with raises(InputError, match=rf"{name}, {cell}row 6, column lon: '\?' is not a number"):
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
    assert tuple(map(english, batch.file.notes)) in ((), ("read as UTF-8, separated by ';'",))


def test_a_title_with_a_comma_does_not_hide_the_separator(tmp_path):
    text = "DANH SÁCH, NĂM 2024\n\nSTT;xã;huyện\n1;Xuân La;\n2;Cổ Linh;\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert read_table(tmp_path / "a.csv").columns.tolist() == ["STT", "xã", "huyện"]


def test_a_title_below_the_separator_that_excel_states(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\nDANH SÁCH;;\n;;\nSTT;xã;huyện\n1;Xuân La;\n", encoding="utf-8")
    batch = read_whole(tmp_path / "a.csv")
    assert batch.table.to_numpy().tolist() == [["1", "Xuân La", ""]]
    assert tuple(map(english, batch.file.notes)) == (
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
    with raises(InputError, match="holds no table"):
        read_table(write(tmp_path / "a.xlsx", []))


def test_columns_of_one_name_are_kept_in_excel_and_refused_where_names_must_differ(bk, tmp_path):
    source = write(tmp_path / "a.xlsx", [["xã", "ghi chú", "ghi chú"], ["Xuân La", 1, "x"]])
    assert bk("geocode", source, "-o", tmp_path / "b.xlsx").code == 0
    assert cells_of(tmp_path / "b.xlsx")[1][:3] == ["Xuân La", 1, "x"]
    done = bk("geocode", source, "-o", tmp_path / "b.gpkg")
    assert done.code == 2
    assert "ghi chú are there several times" in done.said


@pytest.mark.costly
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
    assert tuple(map(english, batch.file.notes)) == ("seen is read; list is not",)


def formula(path: Path, rows: list[list], stored: dict[str, str]) -> Path:
    """Write a workbook whose formulas have these values stored, as XML."""
    write(path, rows)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, value in stored.items():
        text, found = re.subn(rf'<c r="{cell}"[^>]*>(<f>.*?</f>)<v ?/?>(</v>)?', value, text)
        assert found == 1
    parts["xl/worksheets/sheet1.xml"] = text.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


@pytest.mark.parametrize("command", ["geocode", "join", "read-annex"])
def test_a_formula_without_its_value_is_an_error_that_names_every_such_cell(bk, tmp_path, command):
    rows = [["xã", "ha", "lon", "lat"], ["Xuân La", "=5+5", 105, 22], ["Cổ Linh", "=1+1", 105, "=A1"]]
    done = bk(command, write(tmp_path / "a.xlsx", rows), "-o", tmp_path / "b.csv")
    assert done.code == 2
    for cell, row in (("B2", 2), ("B3", 3), ("D3", 3)):
        assert f"a.xlsx, cell {cell}, row {row}: the value of the formula is not stored" in done.said
    assert "open it in Excel and save it" in done.said
    assert not (tmp_path / "b.csv").exists()


def test_a_formula_with_its_value_is_the_value_be_it_an_empty_text(tmp_path):
    rows = [["xã", "ha"], ["Xuân La", "=5+5"], ["Cổ Linh", '=""'], ["Yên Hân", "=1>0"]]
    stored = {
        "B2": r'<c r="B2">\1<v>10</v>',
        "B3": r'<c r="B3" t="str">\1<v></v>',
        "B4": r'<c r="B4" t="b">\1<v>1</v>',
    }
    found = read_table(formula(tmp_path / "a.xlsx", rows, stored))["ha"]
    assert [found[0], found[2]] == [10, True]
    assert found.isna().tolist() == [False, True, False]


def merged(path: Path, rows: list[list], *areas: str) -> Path:
    book = openpyxl.load_workbook(write(path, rows))
    for area in areas:
        book.active.merge_cells(area)
    book.save(path)
    return path


def test_a_merged_cell_counts_for_all_its_rows_and_that_is_said(bk, tmp_path):
    rows = [["Huyện", "Xã"], ["Chợ Mới", "Nông Hạ"], [None, "Thanh Bình"], ["Pác Nặm", "Xuân La"]]
    source = merged(tmp_path / "a.xlsx", rows, "A2:A3")
    assert read_table(source)["Huyện"].tolist() == ["Chợ Mới", "Chợ Mới", "Pác Nặm"]
    done = bk("geocode", source, "-o", tmp_path / "b.csv", "--strict")
    assert done.code == 0
    assert "merged cells count for all that they cover: A2:A3" in done.said


@pytest.mark.costly
@given(st.data())
def test_what_merged_cells_hold_is_in_each_of_them_and_nothing_else_changes(tmp_path_factory, data):
    rows = [[f"{row}{column}" for column in "abcd"] for row in range(8)]
    book = openpyxl.Workbook()
    for row in [["a", "b", "c", "d"], *rows]:
        book.active.append(row)
    covered: set[tuple[int, int]] = set()
    for _ in range(data.draw(st.integers(0, 4))):
        top, left = data.draw(st.integers(0, 7)), data.draw(st.integers(0, 3))
        bottom, right = data.draw(st.integers(top, 7)), data.draw(st.integers(left, 3))
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(cells) > 1 and not cells & covered:
            covered |= cells
            book.active.merge_cells(
                start_row=top + 2, end_row=bottom + 2, start_column=left + 1, end_column=right + 1
            )
            for row, column in cells:
                rows[row][column] = rows[top][left]
    path = tmp_path_factory.mktemp("merged") / "a.xlsx"
    book.save(path)
    found = read_table(path)
    assert found.columns.tolist() == ["a", "b", "c", "d"]
    # Rows below the last one with words of its own are no rows.
    assert found.to_numpy().tolist() == rows[: len(found)]
    assert all(set(range(4)) <= {c for r, c in covered if r == row} for row in range(len(found), 8))


HEADERS = [["TT", "Địa điểm", None, "Diện tích", None], [None, "Xã", "Huyện", "2020", 2025]]
ROW = [1, "Nông Hạ", "Chợ Mới", 10, 20]


@pytest.mark.parametrize(
    "areas",
    [("A1:A2", "B1:C1", "D1:E1"), ("B1:C1", "D1:E1")],
)
@pytest.mark.parametrize("titles", [[], [["DANH SÁCH"], []]])
def test_a_second_header_row_is_part_of_the_header(bk, tmp_path, areas, titles):
    down = len(titles)
    moved = [re.sub(r"\d", lambda row: str(int(row[0]) + down), area) for area in areas]
    source = merged(tmp_path / "a.xlsx", [*titles, *HEADERS, ROW], *moved, *(["A1:E1"] if titles else []))
    batch = read_whole(source)
    assert batch.table.columns.tolist() == [
        *("TT", "Địa điểm: Xã", "Địa điểm: Huyện", "Diện tích: 2020", "Diện tích: 2025")
    ]
    assert batch.table.to_numpy().tolist() == [ROW]
    assert list(batch.rows) == [down + 3]
    assert english(batch.file.notes[-1]) == f"the header is rows {down + 1} to {down + 2}"
    assert bk("geocode", source, "-o", tmp_path / "b.xlsx", "--strict").code == 0
    assert "02107" in [cell for row in cells_of(tmp_path / "b.xlsx") for cell in row]


@pytest.mark.parametrize(
    ("rows", "areas"),
    [
        ([["xã", "ghi chú", None], ["Xuân La", "a", "b"]], ["B1:C1"]),  # a row with a cell besides
        ([["xã", "ghi chú", None], [None, "a", None]], ["B1:C1"]),
        ([["xã", "số", None], [None, 5, 7]], ["B1:C1"]),
        ([["xã", "ghi chú"], *[[f"xã {i}"] for i in range(9)]], ["B1:B10"]),
    ],
)
def test_a_row_of_the_table_is_no_second_header(tmp_path, rows, areas):
    found = read_table(merged(tmp_path / "a.xlsx", rows, *areas))
    assert len(found) == len(rows) - 1
    assert "xã" in found.columns
