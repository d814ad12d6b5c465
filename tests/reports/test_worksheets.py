"""Values of a worksheet: numbers stay numbers, codes stay texts, sums are formulas with their value."""

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.reports.worksheets import (
    Worksheet,
    as_value,
    excel_row,
    sum_across,
    sum_down,
    write_worksheet,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [("7", 7), (7, 7), ("01834", "01834"), ("123456", "123456"), (1.5, 1.5), (None, ""), ("4a", "4a")],
)
def test_a_row_number_is_a_number_and_a_code_is_text(value, written):
    assert as_value(value) == written


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=20))
def test_a_sum_of_a_column_adds_the_rows_that_it_names(hectares):
    formula = sum_down([["x", ha] for ha in hectares], 1)
    assert formula.text == f"=SUM(B{excel_row(0)}:B{excel_row(len(hectares) - 1)})"
    assert formula.value == pytest.approx(sum(hectares), abs=1e-5)


def test_a_sum_of_a_row_names_its_columns():
    assert sum_across(0, 1, 3, 6.0).text == f"=SUM(B{excel_row(0)}:D{excel_row(0)})"


def test_text_is_never_parsed_and_rows_stand_where_formulas_look_for_them(tmp_path):
    path = tmp_path / "a.xlsx"
    columns = ["=name", "ha"]
    rows = [["=1+1", 2.5], ["http://a.test", None]]
    with xlsxwriter.Workbook(path) as book:
        looks = {"title": book.add_format(), "head": book.add_format()}
        totals = ["", sum_down(rows, 1)]
        write_worksheet(book, Worksheet("A", "Title", columns, rows, totals), looks)
    sheet = openpyxl.load_workbook(path)["A"]
    first = excel_row(0)
    cells = [[(cell.value, cell.data_type) for cell in row] for row in sheet[f"A{first}:B{first + 2}"]]
    assert cells[0] == [("=1+1", "s"), (2.5, "n")]
    assert cells[1][0] == ("http://a.test", "s")
    assert cells[2][1] == (f"=SUM(B{first}:B{first + 1})", "f")
