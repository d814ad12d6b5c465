"""The workbook: what an office opens. Read back with openpyxl, which does not calculate."""

import zipfile
from dataclasses import replace

import openpyxl
import pytest

from bk_gis.reports.widths import lines_in
from bk_gis.reports.workbook import write_workbook


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "audit.xlsx"
    write_workbook(plan, path, lang="en")
    return path


@pytest.fixture(scope="module")
def written(path):
    return openpyxl.load_workbook(path)


@pytest.mark.costly
def test_it_has_a_sheet_for_each_question(written):
    assert written.sheetnames == ["Audit", "Rates per hectare", "Places with clusters", "Clusters", "Ledger"]


def test_every_sum_is_a_formula_that_already_has_its_value(path, written):
    values = openpyxl.load_workbook(path, data_only=True)
    last = written["Clusters"].max_row
    assert written["Clusters"].cell(last, 8).value == "=SUM(H4:H24)"
    assert values["Clusters"].cell(last, 8).value == pytest.approx(488.9)
    assert [values["Places with clusters"].cell(12, column).value for column in range(2, 6)] == [
        164.44,
        195.46,
        129,
        488.9,
    ]
    formulas = [c for sheet in written for row in sheet for c in row if c.data_type == "f"]
    assert len(formulas) > 150
    for cell in formulas:
        assert isinstance(values[cell.parent.title][cell.coordinate].value, int | float), cell.coordinate


def test_a_difference_in_the_sheet_is_that_of_the_audit(path):
    values = openpyxl.load_workbook(path, data_only=True)["Audit"]
    for row in values.iter_rows(min_row=4, values_only=True):
        if isinstance(row[5], int | float):
            assert row[5] == pytest.approx(row[4] - row[3], abs=1e-3)


def test_heads_stay_in_sight_and_tables_can_be_filtered(written):
    for sheet in written:
        assert sheet.freeze_panes == "A4"
        assert sheet.auto_filter.ref.startswith("A3:")
        assert sheet.page_setup.orientation == "landscape"


def test_text_is_never_a_formula_or_a_link(province, tmp_path):
    texts = ['=HYPERLINK("http://x.test","y")', "+1+1", "@SUM(A1)", "http://x.test"]
    clusters = province.clusters.assign(name=texts, printed_name=texts)
    write_workbook(province.replace(clusters=clusters), tmp_path / "a.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in sheet for cell in row]
    for text in texts:
        holding = [cell for cell in cells if cell.value == text]
        assert len(holding) >= 2, text
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in holding)


@pytest.mark.costly
def test_the_same_plan_gives_the_same_bytes(plan, path, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    write_workbook(plan, tmp_path / "again.xlsx", lang="en")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        assert {part.date_time[0] for part in packed.infolist()} == {1980}, "no clock"


def test_a_cluster_without_a_point_is_in_the_workbook_all_the_same(province, tmp_path):
    clusters = province.clusters.copy()
    clusters.loc[0, "location"] = "Không Đâu"
    write_workbook(province.replace(clusters=clusters), tmp_path / "a.xlsx", lang="en")
    ledger = openpyxl.load_workbook(tmp_path / "a.xlsx")["Ledger"]
    row = [cell.value for cell in ledger[4]]
    assert "unknown" in row
    assert row[-2:] == [None, None]


def test_a_plan_without_targets_has_a_workbook_all_the_same(province, tmp_path):
    write_workbook(replace(province, targets=(), errata=()), tmp_path / "a.xlsx", lang="en")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert "Rates per hectare" not in book.sheetnames, "there is nothing to say"
    assert book["Audit"].max_row == 3 + len(province.clusters)


def test_rows_are_as_high_as_their_text_and_columns_as_wide(written):
    """In points and characters of Times New Roman 11, as LibreOffice and Excel count them."""
    for sheet in written:
        widths = {letter: column.width for letter, column in sheet.column_dimensions.items()}
        assert max(widths.values()) < 90
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                column = next((w for letter, w in widths.items() if letter == cell.column_letter), None)
                if column and cell.data_type == "s":
                    lines = lines_in(cell.value, column * 7 / 14.67)
                    assert (sheet.row_dimensions[cell.row].height or 15) >= 15 * lines, cell.coordinate


def test_a_sheet_is_made_a_little_smaller_rather_than_end_with_a_page_of_few_rows(written):
    assert written["Rates per hectare"].page_setup.fitToHeight in (None, 1)
    assert written["Audit"].page_setup.fitToHeight > 3
    assert {sheet.page_setup.paperSize for sheet in written if sheet.title != "Ledger"} == {9}
    assert written["Ledger"].page_setup.paperSize == 8
