"""The same table of our own making in every kind of file gives the same clusters."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from annexes import BODY, COLUMNS, HEAD, READ, WRITERS, changed, write_csv, write_text
from docx import Document
from windows import to_cp1258

from bk_gis.errors import InputError, MissingFileError
from bk_gis.plan.annex.reading import read_annex
from bk_gis.plan.annex.rows import read_rows


@pytest.mark.parametrize("name", WRITERS)
def test_every_layout_gives_the_same_clusters(tmp_path, name):
    WRITERS[name](tmp_path / name, [*HEAD, *BODY])
    annex = read_annex(tmp_path / name)
    assert annex.clusters.columns.tolist() == COLUMNS
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("spoil", ["cut", "emptied", "overwritten"])
def test_a_damaged_office_file_is_named(tmp_path, name, spoil):
    WRITERS[name](tmp_path / name, [*HEAD, *BODY])
    content = (tmp_path / name).read_bytes()
    if spoil == "cut":
        (tmp_path / name).write_bytes(content[: len(content) // 2])
    else:
        with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(tmp_path / name, "w") as new:
            for member in old.namelist():
                text = old.read(member)
                new.writestr(member, b"" if spoil == "emptied" else text[: len(text) // 2] + b"<")
    with pytest.raises(InputError, match=rf"{name}: (is cut off or damaged|cannot be read)"):
        read_annex(tmp_path / name)


def test_a_csv_in_the_old_encoding_of_windows_is_read(tmp_path):
    text = "\n".join(";".join(row) for row in [*HEAD, *BODY])
    (tmp_path / "a.csv").write_bytes(to_cp1258(text))
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.notes == ("read as Windows-1258",), "what was assumed is said"


def test_quotes_in_copied_text_are_letters_and_those_of_a_csv_hold_a_cell_together(tmp_path):
    rows = changed(1, 2, 'thôn "Cửa Sông')
    write_text(tmp_path / "a.txt", rows)
    assert read_annex(tmp_path / "a.txt").clusters["location"][0] == 'thôn "Cửa Sông'
    write_csv(tmp_path / "a.csv", changed(1, 2, "Cửa\nSông; thôn 2"), ";")
    assert read_annex(tmp_path / "a.csv").clusters["location"][0] == "Cửa Sông; thôn 2"


def test_a_missing_file_and_an_unknown_ending_are_refused(tmp_path):
    with pytest.raises(MissingFileError):
        read_annex(tmp_path / "a.txt")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputError, match=r"expected \.txt"):
        read_annex(tmp_path / "a.pdf")


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
    rows = [cells for _, cells in read_rows(tmp_path / "a.docx")[0]]
    assert rows == [["Quy mô", "Quy mô", "Ghi chú"], ["1", "2", "3"]]


def test_an_old_document_is_said(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"." * 600)
    with pytest.raises(InputError, match=r"a\.docx: is an old document; save it as \.docx"):
        read_rows(tmp_path / "a.docx")


def test_merged_words_of_a_worksheet_hold_for_the_rows_below_and_merged_hectares_count_once(tmp_path):
    book = openpyxl.Workbook()
    for row in (["1", "CCN A", "xã Xuân La", 10], ["2", "CCN B", None, None, "5,5"], ["3", "C", "x", 1]):
        book.active.append(row)
    for area in ("C1:C2", "D1:D2", "E2:E3"):
        book.active.merge_cells(area)
    book.save(tmp_path / "a.xlsx")
    assert read_rows(tmp_path / "a.xlsx")[0] == [
        (1, ["1", "CCN A", "xã Xuân La", "10", ""]),
        (2, ["2", "CCN B", "xã Xuân La", "", "5,5"]),
        (3, ["3", "C", "x", "1", ""]),
    ]
