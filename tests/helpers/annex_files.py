"""Made annexes as files of every kind, as offices have them: with titles, notes, merged cells, torn lines."""

import csv
import zipfile
from itertools import groupby
from xml.sax.saxutils import escape

import openpyxl
from annexes import number
from docx import Document
from made_annexes import DISTRICTS

NOTES = ("Ghi chú: diện tích làm tròn đến 0,01 ha.", "Nơi nhận: Lưu VT.")


def write_txt(made, path, *, torn=False):
    lines = ["\t".join(torn_row(made, cells) if torn else cells) for cells in made.rows]
    path.write_text("\n".join(["PHỤ LỤC", "", *lines, "", *NOTES]), encoding="utf-8")


def torn_row(made, cells):
    """A row with a line break in the place of a space of its name or place."""
    column = made.chance.choice([1, 2])
    spaces = [i for i, letter in enumerate(cells[column]) if letter == " "]
    if not spaces or not any(cells[3:]) or made.chance.random() < 0.5:
        return cells
    at = made.chance.choice(spaces)
    text = f"{cells[column][:at]}\n{cells[column][at + 1 :]}"
    return [*cells[:column], text, *cells[column + 1 :]]


def write_csv(made, path):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=made.chance.choice(",;")).writerows([*made.rows, [NOTES[0]]])


def merged_districts(made):
    """Stretches of rows with the same district in its column, first and last."""
    column = [row[3] if made.front == 4 and row[3] in DISTRICTS else None for row in made.rows]
    stretches = [
        [i for i, _ in rows] for text, rows in groupby(enumerate(column), lambda one: one[1]) if text
    ]
    return [(rows[0], rows[-1]) for rows in stretches if len(rows) > 1]


def write_xlsx(made, path):
    """Numbers as numbers, a title above, notes below, and an old worksheet that is hidden."""
    book = openpyxl.Workbook()
    sheet, old = book.active, book.create_sheet("cũ")
    sheet.append(["Danh mục cụm công nghiệp"])
    for row in made.rows:
        sheet.append([number(cell) if i > 2 else cell or None for i, cell in enumerate(row)])
    for top, bottom in merged_districts(made):
        sheet.merge_cells(f"D{top + 2}:D{bottom + 2}")
    for column in "ABC" if made.head == "two" else "":
        sheet.merge_cells(f"{column}2:{column}3")
    sheet.append([NOTES[0]])
    sheet.merge_cells(f"A{sheet.max_row}:D{sheet.max_row}")
    for row in (["TT", "Tên CCN", "Diện tích (ha)"], ["1", "CCN Cũ", 99]):
        old.append(row)
    old.sheet_state = "hidden"
    book.save(path)


def write_ods(made, path):
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "table", "text")
    )

    def cell(text, column):
        value = number(text) if column > 2 else text
        stated = f' office:value-type="float" office:value="{value}"' if isinstance(value, float) else ""
        return f"<table:table-cell{stated}><text:p>{escape(text)}</text:p></table:table-cell>"

    lines = ["".join(cell(text, i) for i, text in enumerate(row)) for row in made.rows]
    rows = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    sheets = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    content = (
        f"<office:document-content{spaces}><office:body>{sheets}</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)


def write_docx(made, path, *, automatic):
    """Heads and districts merged; `automatic` numbers are counted by Word, their cells are empty."""
    document = Document()
    document.add_paragraph("PHỤ LỤC")
    table = document.add_table(rows=len(made.rows), cols=len(made.rows[0]))
    merged = {i for top, bottom in merged_districts(made) for i in range(top + 1, bottom + 1)}
    for i, (row, texts) in enumerate(zip(table.rows, made.rows, strict=True)):
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            if automatic and column == 0 and text.isdigit():
                cell.paragraphs[0].style = "List Number"
            elif text and not (column == 3 and i in merged):
                cell.text = text
    for top, bottom in merged_districts(made):
        table.cell(top, 3).merge(table.cell(bottom, 3))
    if made.head == "two":
        for column in range(made.front):
            table.cell(0, column).merge(table.cell(1, column))
        table.cell(0, made.front).merge(table.cell(0, len(made.rows[0]) - made.back - 1))
    for note in NOTES:
        document.add_paragraph(note)
    document.save(str(path))
