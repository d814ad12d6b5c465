"""The rows of every table of a file as text: copied text, CSV, Word, Excel."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.io.delimited import TEXT_ENDINGS, all_lines, text_form
from bk_gis.io.excel import Rows, WorksheetCell, open_workbook, spread, worksheet_rows
from bk_gis.io.faults import existing, saying_faults
from bk_gis.io.headers import Merged

Row = tuple[int, list[str]]  # the number that its own program shows, and the cells


def read_rows(path: Path) -> tuple[list[Row], list[str]]:
    """
    Read .txt or .tsv with tabs (as copied from Word), .csv, .docx or .xlsx, white space collapsed.

    Returns the rows, and what is worth saying of how they were read.
    """
    ending, notes = existing(path).suffix.lower(), []
    rows: Iterable[Row]
    if ending in TEXT_ENDINGS:
        form = text_form(path)
        if form.encoding == "latin-1":  # what is left when nothing fits
            form = replace(form, encoding="utf-8-sig")
        if form.encoding == "cp1258":
            notes.append("read as Windows-1258")
        rows = all_lines(path, form if ending == ".csv" else replace(form, separator="\t", quoted=False))
    elif ending == ".docx":
        rows = _word_rows(path)
    elif ending == ".xlsx":
        rows = _excel_rows(path)
    else:
        raise InputError(f"cannot read an annex from {path.name}; expected .txt, .tsv, .csv, .docx, .xlsx")
    texts = ((number, [unicodedata.normalize("NFC", cell) for cell in cells]) for number, cells in rows)
    return [(number, [" ".join(cell.split()) for cell in cells]) for number, cells in texts], notes


def _word_rows(path: Path) -> Iterator[Row]:
    """Read the rows of all tables; cells that are merged come once for each column that they cover."""
    from docx import Document

    with saying_faults(path):
        rows = (row for table in Document(str(path)).tables for row in table.rows)
        for number, row in enumerate(rows, start=1):
            yield number, [cell.text for cell in row.cells]


def _excel_rows(path: Path) -> Iterator[Row]:
    with open_workbook(path) as worksheets:
        for worksheet in worksheets:
            rows, merged = worksheet_rows(path, worksheet)
            below = [Merged(cells.rows, cells.columns[:1]) for cells in merged if _is_word(rows, cells)]
            for number, cells in enumerate(spread(rows, below), start=1):
                yield number, [_text(cell) for cell in cells]


def _is_word(rows: Rows, merged: Merged) -> bool:
    """Whether merged cells hold words: hectares must not count twice."""
    held = [cell.text for row in rows[merged.rows.start :][:1] for cell in row[merged.columns.start :][:1]]
    return any(map(str.isalpha, "".join(held)))


def _text(cell: WorksheetCell) -> str:
    """Write a number as an annex does, with a decimal comma, so that 1.234 stays one and a bit."""
    if isinstance(cell.value, float):
        return f"{round(cell.value, 6):.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return cell.text
