"""Annexes of our own making, in every kind of file."""

import csv

import openpyxl
from docx import Document

HEAD = [
    ["TT", "Tên CCN", "Địa điểm", "Quy mô (ha)", "", "Tổng cộng (ha)"],
    ["", "", "", "Giai đoạn 2026-2030", "Xét đến năm 2035", ""],
]


BODY = [
    ["I", "Huyện Hạ Lưu", "", "60,5", "10", "70,5"],
    ["1", "CCN Cửa Sông", "Cửa Sông", "40,5", "10", "50,5"],
    ["2", "CCN Còn Dài", "Cồn Dài - Bãi Giữa", "20", "-", "20"],
    ["II", "Huyện Đồi Thông", "", "-", "1025", "1025"],
    ["3", "Cụm công nghiệp Đá Mài", "Đá Mài", "-", "1.025,0", "1.025,0"],
    ["", "Tổng cộng", "", "60,5", "1035", "1.095,5"],
]


READ = [
    ["1", "Cửa Sông", "CCN Cửa Sông", "Cửa Sông", "Huyện Hạ Lưu", "40.5", "10"],
    ["2", "Còn Dài", "CCN Còn Dài", "Cồn Dài - Bãi Giữa", "Huyện Hạ Lưu", "20", ""],
    ["3", "Đá Mài", "Cụm công nghiệp Đá Mài", "Đá Mài", "Huyện Đồi Thông", "", "1025"],
]


COLUMNS = ["id", "name", "printed_name", "location", "district", "ha_2026_2030", "ha_2031_2035"]


def write_text(path, rows, encoding="utf-8"):
    lines = [
        "Điều 1. Phê duyệt quy hoạch đến năm 2035.",
        "",
        *("\t".join(row) for row in rows),
        "",
        "Nơi nhận:",
    ]
    path.write_text("\n".join(lines), encoding=encoding)


def write_csv(path, rows, separator):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)


def write_docx(path, rows):
    """As Word has it: the heads merged over their columns, the table broken by a page."""
    document = Document()
    document.add_paragraph("PHỤ LỤC")
    for part in (rows[:4], rows[4:]):
        table = document.add_table(rows=0, cols=6)
        for row in part:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
        if part[0] == HEAD[0]:
            table.cell(0, 3).merge(table.cell(0, 4))
            table.cell(0, 5).merge(table.cell(1, 5))
            table.cell(2, 1).merge(table.cell(2, 2))
    document.save(str(path))


def write_xlsx(path, rows):
    """As Excel has it: a title above, numbers as numbers."""
    book = openpyxl.Workbook()
    book.active.append(["Danh mục cụm công nghiệp đến năm 2035"])
    for row in rows:
        book.active.append([number(cell) if i > 2 else cell for i, cell in enumerate(row)])
    book.active.merge_cells("D2:E2")
    book.save(path)


def number(cell):
    try:
        return float(cell.replace(".", "").replace(",", "."))
    except ValueError:
        return cell or None


WRITERS = {
    "a.txt": write_text,
    "utf16.txt": lambda path, rows: write_text(path, rows, "utf-16"),
    "a.tsv": write_text,
    "comma.csv": lambda path, rows: write_csv(path, rows, ","),
    "semicolon.csv": lambda path, rows: write_csv(path, rows, ";"),
    "a.docx": write_docx,
    "a.xlsx": write_xlsx,
}


UNDER_ONE_TITLE = [
    ["TT", "Tên CCN", "Địa điểm", "Diện tích (ha)", "", ""],
    ["", "", "", "Tổng số", "Giai đoạn 2026-2030", "Xét đến năm 2035"],
]


def total_first(rows):
    return [[*row[:3], row[5], row[3], row[4]] for row in rows]


def write_merged_docx(path, rows):
    document = Document()
    table = document.add_table(rows=0, cols=6)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(0, 3).merge(table.cell(0, 5))
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    document.save(str(path))


def write_merged_xlsx(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([number(cell) if i > 2 else cell or None for i, cell in enumerate(row)])
    for area in ("D1:F1", "A1:A2", "B1:B2", "C1:C2"):
        book.active.merge_cells(area)
    book.save(path)


SUBTOTALS = [
    ["I", "Huyện Hạ Lưu", "", "", "", ""],
    *BODY[1:3],
    ["", "Cộng", "", "60,5", "10", "70,5"],
    ["II", "Huyện Đồi Thông", "", "", "", ""],
    BODY[4],
    ["", "Cộng", "", "-", "1025", "1025"],
    BODY[5],
]


AFTER = [
    ["TT", "Danh mục", "Kinh phí", "", "", ""],
    ["I", "Huyện Xa", "", "5", "", "5"],
    ["1", "Đường", "Xã Xa", "5", "", "5"],
    ["", "Tổng kinh phí", "", "7", "", "7"],
]


def changed(row, column, text):
    rows = [list(line) for line in BODY]
    rows[row][column] = text
    return [*HEAD, *rows]


def numbered(*districts):
    """An annex with these numerals and numbers, each cluster of one hectare."""
    rows = []
    for numeral, numbers in districts:
        rows.append([numeral, f"Huyện {numeral}", "", str(len(numbers)), "-", str(len(numbers))])
        rows += [[str(n), "CCN A", "A", "1", "-", "1"] for n in numbers]
    return [*HEAD, *rows]
