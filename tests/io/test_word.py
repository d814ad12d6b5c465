"""Tables of a Word document are read row by row."""

import pytest
from docx import Document

from bk_gis.errors import InputError
from bk_gis.io.word import word_rows


def test_merged_cells_come_once_for_each_column_and_tables_follow_each_other(tmp_path):
    document = Document()
    for texts in (["Quy mô", "", "Ghi chú"], ["1", "2", "3"]):
        table = document.add_table(rows=1, cols=3)
        for cell, text in zip(table.rows[0].cells, texts, strict=True):
            cell.text = text
        if texts[1] == "":
            table.cell(0, 0).merge(table.cell(0, 1))
        document.add_paragraph("giữa hai bảng")
    document.save(str(tmp_path / "a.docx"))
    rows = [[cell.strip() for cell in row] for row in word_rows(tmp_path / "a.docx")]
    assert rows == [["Quy mô", "Quy mô", "Ghi chú"], ["1", "2", "3"]]


def test_an_old_document_is_said(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"." * 600)
    with pytest.raises(InputError, match=r"a\.docx: is an old document; save it as \.docx"):
        list(word_rows(tmp_path / "a.docx"))
