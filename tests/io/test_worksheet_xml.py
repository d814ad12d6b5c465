"""A worksheet that is read by one pattern is read as openpyxl reads it; others are left to openpyxl."""

import datetime as dt
from io import BytesIO
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.reader.strings import read_string_table
from openpyxl.xml.constants import SHEET_MAIN_NS

from bk_gis.io import excel
from bk_gis.io.worksheet_xml import plain_rows, plain_texts

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
        return excel.worksheet_rows(path, worksheets[0])


def test_cells_and_merged_cells_are_those_that_openpyxl_reads(workbook, monkeypatch):
    asked = []
    monkeypatch.setattr(excel, "plain_rows", lambda *given: asked.append(plain_rows(*given)) or asked[-1])
    rows, merged = read(workbook)
    assert asked[0] is not None
    monkeypatch.setattr(excel, "plain_rows", lambda *_: None)
    plain, as_they_are = read(workbook)
    assert (rows, merged) == (plain[: len(rows)], as_they_are)
    assert not any(plain[len(rows) :])
    kinds = [[type(cell.value) for cell in row] for row in rows]
    assert kinds == [[type(cell.value) for cell in row] for row in plain[: len(rows)]]


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
    assert [*map(excel.unescaped, plain)] == [*map(excel.unescaped, read_string_table(BytesIO(written)))]


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
    return plain_rows(head + cells + end, ["shared"], lambda digits, _: float(digits), lambda value: value)


def test_what_is_plain_is_read():
    cells = b'<c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><f>B1</f><v>2.5</v></c><c r="D1" s="3"/>'
    cells += b'<c r="E1" t="inlineStr"><is><t xml:space="preserve"> &#7879; &amp; </t></is></c>'
    assert tried(cells) == ([["shared", None, 2.5, None, " ệ & "]], [])


@pytest.mark.parametrize(
    "cells",
    [
        b"",
        b'<c r="A1"><f>B1</f></c>',  # without its value
        b'<c r="A1"><f>B1</f><v></v></c>',
        b'<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
        b'<c r="A1" t="str"><v>a &amp; b</v></c>',
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
