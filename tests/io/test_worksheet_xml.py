"""A worksheet that is read by one pattern is read as openpyxl reads it; others are left to openpyxl."""

import datetime as dt
from contextlib import contextmanager
from io import BytesIO
from xml.sax.saxutils import escape

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.reader.strings import read_string_table
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.xml.constants import SHEET_MAIN_NS

from bk_gis.io import excel
from bk_gis.io.worksheet_xml import meant, plain_cells, plain_texts, unescaped

DAY = dt.datetime(2014, 2, 1)  # noqa: DTZ001  (as in a workbook)
ROWS = [
    ["Tên", "Diện tích", "Ngày", "Giờ", "Có", "Ghi chú"],
    ["Cẩm Giàng & <Sơn>", 35, DAY.replace(hour=8, minute=30), dt.time(7, 15), True, None],
    [None, 24.5, DAY, None, False, "_x000D_a\r\nb"],
    [],
    ["  ", -1e-7, None, None, None, "cuối"],
    [1, 10**15, 0, "'=1", None, "😀"],
]


def by_xlsxwriter(path):
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        area, wide = book.add_format({"num_format": "#,##0.00"}), book.add_format({"bold": True})
        for i, row in enumerate(ROWS):
            for j, value in enumerate(row):
                is_date = isinstance(value, dt.datetime | dt.time)
                sheet.write(i, j, value, day if is_date else area if isinstance(value, float) else None)
        sheet.write_blank(2, 8, None, wide)
        sheet.write_formula("H2", "=1+1", None, 2)
        sheet.write_formula("H3", '="a"&"b"', None, "ab")
        sheet.merge_range("A8:B9", "gộp")


def by_openpyxl(path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["J1"] = "xa"
    book.active.merge_cells("A8:B9")
    book.save(path)


@pytest.fixture(params=[by_xlsxwriter, by_openpyxl])
def workbook(request, tmp_path):
    request.param(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def read(path):
    with excel.open_workbook(path) as worksheets:
        cells, merged = excel.worksheet_cells(path, worksheets[0])
    return cells.rows(), merged


@contextmanager
def read_by(monkeypatch, way):
    """Read by columns, or by cells as openpyxl does; that is how, and nothing else, is asserted."""
    asked = []
    with monkeypatch.context() as patch:
        patch.setattr(excel, "plain_cells", lambda *given: asked.append(way(*given)) or asked[-1])
        yield
    assert [found is None for found in asked] == [way is not plain_cells]


def test_cells_and_merged_cells_are_those_that_openpyxl_reads(workbook, monkeypatch):
    with read_by(monkeypatch, plain_cells):
        rows, merged = read(workbook)
    with read_by(monkeypatch, lambda *_: None):
        plain, as_they_are = read(workbook)
    assert (rows, merged) == (plain[: len(rows)], as_they_are)
    assert not any(cell.text for row in plain[len(rows) :] for cell in row)
    kinds = [[type(cell.value) for cell in row] for row in rows]
    assert kinds == [[type(cell.value) for cell in row] for row in plain[: len(rows)]]


WHOLE, SMALL = st.integers(-(1 << 65), 1 << 65), st.integers(-9, 9)
DAYS = st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2100, 1, 1))  # noqa: DTZ001
KINDS = {  # of columns: what their cells are, and their number formats
    "whole": (SMALL, ["General", "0"]),
    "long": (WHOLE, ["General"]),
    "number": (st.floats(allow_nan=False, allow_infinity=False), ["0.00", "#,##0"]),
    "both": (SMALL | st.floats(-1e9, 1e9), ["General"]),
    "day": (DAYS.map(lambda day: day.replace(microsecond=0)), ["dd/mm/yyyy", "dd/mm/yyyy hh:mm"]),
    "moment": (DAYS, ["dd/mm/yyyy hh:mm", "General"]),
    "early": (st.floats(0, 62) | st.floats(2_949_999, 2_960_000), ["dd/mm/yyyy"]),
    "hour": (st.floats(0, 99), ["hh:mm", "[h]:mm", "dd/mm/yyyy", "General"]),
    "truth": (st.booleans(), ["General"]),
    "text": (st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])), ["@"]),
    "odd": (
        st.sampled_from([" ", "01", "_x000D_a", "_x0041_", "x005F_", "a\nb", "&amp;", "&", "<&>", "#N/A"]),
        ["General"],
    ),
    "any": (SMALL | st.booleans() | DAYS | st.text("a1 "), ["General", "0%"]),
}


@pytest.mark.costly
@given(st.data())
def test_columns_are_those_that_are_made_of_cells_one_by_one(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("columns") / "a.xlsx"
    kinds = data.draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=5))
    books, height = data.draw(st.sampled_from(["openpyxl", "xlsxwriter"])), data.draw(st.integers(1, 6))
    columns = [
        data.draw(
            st.lists(
                st.tuples(st.none() | KINDS[kind][0], st.sampled_from(KINDS[kind][1])),
                min_size=height,
                max_size=height,
            )
        )
        for kind in kinds
    ]
    merged = data.draw(
        st.none() | st.tuples(st.integers(2, height + 1), st.integers(0, 2), st.integers(1, 2))
    )
    if books == "openpyxl":
        book = openpyxl.Workbook()
        book.epoch = data.draw(st.sampled_from([WINDOWS_EPOCH, MAC_EPOCH]))
        sheet = book.active
        sheet.append([f"cột {i}" for i in range(len(columns))])
        for j, column in enumerate(columns, start=1):
            for i, (value, form) in enumerate(column, start=2):
                cell = sheet.cell(i, j, value)
                cell.number_format = form
                if isinstance(value, str) and value != "#N/A":
                    cell.data_type = "s"
        if merged:
            top, down, across = merged
            sheet.merge_cells(start_row=top, start_column=1, end_row=top + down, end_column=1 + across)
        book.save(path)
    else:
        options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(str(path), options) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, [f"cột {i}" for i in range(len(columns))])
            for j, column in enumerate(columns):
                for i, (value, form) in enumerate(column, start=1):
                    sheet.write(i, j, value, book.add_format({"num_format": form}))
                    if data.draw(st.integers(0, 9)) == 0 and not isinstance(value, dt.datetime):
                        sheet.write_formula(i, j, "=A1&B1", None, value or 0)
    with pytest.MonkeyPatch.context() as monkeypatch:
        with read_by(monkeypatch, plain_cells):
            by_columns = excel.read_workbook(path)
        with read_by(monkeypatch, lambda *_: None):
            by_cells = excel.read_workbook(path)
    pd.testing.assert_frame_equal(by_columns.table, by_cells.table, check_exact=True)
    assert (by_columns.rows, by_columns.file) == (by_cells.rows, by_cells.file)


TABLE = b'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="%s" count="2">' % SHEET_MAIN_NS.encode()


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])) | st.sampled_from(["_x005F_", "a\r\nb"])
    )
)
def test_any_shared_texts_are_those_that_openpyxl_reads(texts):
    written = TABLE + "".join(f"<si><t>{escape(text)}</t></si>" for text in texts).encode() + b"</sst>"
    plain = plain_texts(written)
    assert plain is not None
    read = read_string_table(BytesIO(written))
    assert meant(plain).to_pylist() == [unescaped(text) or None for text in read]


@pytest.mark.parametrize(
    "inside",
    [
        b"<si><r><t>a</t></r><r><t>b</t></r></si>",  # of several fonts
        b"<si><t>a</t><phoneticPr fontId='1'/></si>",
        b"<si><t/></si>",
        b"<si><t>a</t></si><!-- <si><t>b</t></si> -->",
        b"<si><t>a &unknown; b</t></si>",
        b"<si><t>a</t></si></sst><sst>",
    ],
)
def test_shared_texts_that_are_written_otherwise_are_left_to_openpyxl(inside):
    assert plain_texts(TABLE + inside + b"</sst>") is None


HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="a"><sheetData><row r="1">'
END = b"</row></sheetData></worksheet>"


def tried(cells, head=HEAD, end=END):
    found = plain_cells(
        head + cells + end, pa.array(["shared"], pa.large_string()), (["0"] * 4, np.zeros(4), None)
    )
    return found and ([[cell.value for cell in row] for row in found[0].rows()], found[1])


def test_what_is_plain_is_read():
    cells = b'<c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><f>B1</f><v>2.5</v></c><c r="D1" s="3"/>'
    cells += b'<c r="E1" t="inlineStr"><is><t xml:space="preserve"> &#7879; &amp; </t></is></c>'
    cells += b'<c r="F1" t="str"><f>B1</f><v>a &amp; b</v></c><c r="G1" t="e"><v>#N/A</v></c>'
    assert tried(cells) == ([["shared", None, 2.5, None, " ệ & ", "a & b", "#N/A"]], [])


@pytest.mark.parametrize(
    "cells",
    [
        b"",
        b'<c r="A1"><f>B1</f></c>',  # without its value
        b'<c r="A1"><f>B1</f><v></v></c>',
        b'<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
        b'<c r="A1"><v>1</v></c><c><v>2</v></c>',
        b'<c r="A1"><v>1</v></c><x:c r="B1"><v>2</v></x:c>',
        b'<c r="A1"><v>1</v></c><!-- <c r="B1"><v>2</v></c> -->',
        b'<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>',  # not in order
        b'<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
        b'<c r="A1"><v>1</v></c></row>',
    ],
)
def test_what_is_written_otherwise_is_left_to_openpyxl(cells):
    assert tried(cells) is None


def test_other_encodings_are_left_to_openpyxl():
    cells = b'<c r="A1"><v>1</v></c>'
    assert tried(cells) is not None
    assert tried(cells, head=HEAD.replace(b"UTF-8", b"windows-1258")) is None
