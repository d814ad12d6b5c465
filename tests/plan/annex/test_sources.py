"""Rows of an annex, from whichever program: merged words hold for all rows, merged hectares count once."""

import openpyxl
import pytest
from docx import Document
from failures import english

from bk_gis.plan.annex.reading import read_annex

HEAD = ["TT", "Tên CCN", "Địa điểm", "Diện tích (ha)"]


def write(path, rows, *merged):
    """Write rows to a document or a workbook; merged are a column, its first row and its last."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([cell or None for cell in row])
        for column, first, last in merged:
            letter = "ABCD"[column]
            book.active.merge_cells(f"{letter}{first + 1}:{letter}{last + 1}")
        book.save(path)
    else:
        document = Document()
        table = document.add_table(rows=len(rows), cols=4)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        for column, first, last in merged:
            table.cell(first, column).merge(table.cell(last, column))
        document.save(str(path))
    return read_annex(path, phases=["2026-2030"])


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_merged_hectares_count_once_whatever_the_program(tmp_path, name):
    rows = [HEAD, ["1", "CCN A", "Xã A", "30"], ["2", "CCN B", "", ""], ["", "Tổng cộng", "", "30"]]
    annex = write(tmp_path / name, rows, (2, 1, 2), (3, 1, 2))
    assert annex.clusters[["name", "location", "ha_2026_2030"]].to_numpy().tolist() == [
        ["A", "Xã A", "30"],
        ["B", "Xã A", ""],
    ]
    notes = list(map(english, annex.notes))
    assert "figures in merged cells count once, in the first row: D2:D3" in notes
    assert "row 3 'CCN B' has no hectares in any phase" in notes
    assert annex.mismatches == ()


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_a_name_merged_over_rows_is_one_cluster(tmp_path, name):
    rows = [HEAD, ["1", "CCN A", "Xã A", "30"], ["", "", "Xã B", "45"], ["2", "CCN C", "Xã C", "5"]]
    annex = write(tmp_path / name, rows, (0, 1, 2), (1, 1, 2))
    assert annex.clusters[["id", "location", "ha_2026_2030"]].to_numpy().tolist() == [
        ["1", "Xã A; Xã B", "75"],
        ["2", "Xã C", "5"],
    ]
    assert any("its 45 ha are added" in english(note) for note in annex.notes)


def test_a_document_as_an_office_has_it(tmp_path):
    """A letterhead, heads of two rows on two pages, a heading across all columns, a table of signatures."""
    document = Document()
    head = [
        ["STT", "Tên cụm công nghiệp", "Địa điểm", "Diện tích (ha)", "", "Ghi chú"],
        ["", "", "", "Đến năm 2025", "Đến năm 2030", ""],
    ]

    def add(*rows, heads=()):
        table = document.add_table(rows=len(heads) + len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, [*heads, *rows], strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        if heads:
            table.cell(0, 3).merge(table.cell(0, 4))
            for column in (0, 1, 2, 5):
                table.cell(0, column).merge(table.cell(1, column))
        document.add_paragraph("")
        return table

    add(["ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    first = add(
        ["Danh mục giữ nguyên", "", "", "", "", ""],
        ["I", "Huyện Na Rì", "", "10", "30", ""],
        ["1", "CCN Côn Minh", "Xã Côn Minh", "10", "10", "đang hoạt động"],
        ["2", "CCN Vằng Mười", "Xã Trần Phú", "", "20", ""],
        ["II", "Huyện Chợ Mới", "", "50", "75", ""],
        heads=head,
    )
    first.cell(2, 0).merge(first.cell(2, 5))
    add(
        ["1", "CCN Thanh Bình", "Xã Thanh Thịnh", "50", "75", "2 giai đoạn"],
        ["", "Tổng cộng (3 cụm)", "", "60", "105", ""],
        heads=head,
    )
    add(["Nơi nhận: VT", "KT. CHỦ TỊCH"])
    document.save(str(tmp_path / "a.docx"))
    annex = read_annex(tmp_path / "a.docx", phases=["2021-2025", "2026-2030"])
    assert annex.clusters[["id", "district", "ha_2021_2025", "ha_2026_2030"]].to_numpy().tolist() == [
        ["I.1", "Huyện Na Rì", "10", ""],
        ["I.2", "Huyện Na Rì", "", "20"],
        ["II.1", "Huyện Chợ Mới", "50", "25"],
    ]
    assert annex.mismatches == ()
    assert [problem.row for problem in annex.skipped] == [1, 13]
