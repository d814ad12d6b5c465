"""Read worksheets of Excel with the types of their cells: numbers, dates and text stay what they are."""

import datetime as dt
import gc
import re
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from bk_gis.errors import InputError, Problem, Text
from bk_gis.io.batches import Batch, TableFile, cell_name
from bk_gis.io.cells import DATES, GENERAL, Array, Cells, WorksheetCell
from bk_gis.io.headers import Merged, full_header, header_at, header_end, header_note, joined_header
from bk_gis.io.whole import file_error, saying_faults
from bk_gis.io.worksheet_xml import Styles, meant, plain_cells, plain_texts, unescaped
from bk_gis.language.words import both

_KINDS = {str, int, float, bool, dt.datetime, *DATES}  # what a cell holds
_HEAD = 100  # rows that hold something, among which the header is, and rows that it has at most

Worksheet = tuple[str, Cells, list[Merged]]


@contextmanager
def open_workbook(path: Path) -> Iterator[list[Any]]:
    """Give the worksheets of a workbook, hidden ones last; what is wrong with the file is said."""
    from openpyxl.reader.excel import ExcelReader

    with saying_faults(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, of what it does not read: rules, pictures, themes
        reader: Any = ExcelReader(path, read_only=True, data_only=True)
        reader.read_strings = partial(_read_texts, reader)
        reader.read()
        with closing(reader.wb) as book:
            yield sorted(book.worksheets, key=lambda worksheet: worksheet.sheet_state != "visible")


def _read_texts(reader: Any) -> None:
    """Read the shared texts, those of nearly all programs fast as a column of Arrow's."""
    from openpyxl.xml.constants import SHARED_STRINGS

    part = reader.package.find(SHARED_STRINGS)
    plain = part and plain_texts(reader.archive.read(part.PartName[1:]))
    if plain is None:
        type(reader).read_strings(reader)
    else:
        reader.shared_strings = plain


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Look for no cycles of garbage: cells make none, and looking takes a third of the time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@_no_cycles()
def worksheet_cells(path: Path, worksheet: Any) -> tuple[Cells, list[Merged]]:
    """Read all rows from the first one on, cells from column A on, and which cells are merged."""
    from openpyxl.utils import coordinate_to_tuple, range_boundaries

    worksheet.reset_dimensions()  # some programs state them wrong
    problems, merged = [], []
    with worksheet._get_source() as source:  # noqa: SLF001  (openpyxl passes over both unless it reads slowly)
        text = source.read()
    shared = pa.array(worksheet._shared_strings, pa.large_string())  # noqa: SLF001
    if plain := plain_cells(text, meant(shared), _styles(worksheet)):
        return plain
    worksheet._shared_strings = shared.to_pylist()  # noqa: SLF001
    marked = re.search(rb"<(\w+:)?(f|mergeCell)[ />]", text) is not None  # few worksheets are
    for _, element in ET.iterparse(BytesIO(text)) if marked else ():  # noqa: S314  (openpyxl does the same)
        tag = element.tag.rpartition("}")[2]
        if tag == "c" and _is_unsaved(element):
            cell = element.get("r")
            row = coordinate_to_tuple(cell)[0] if cell else None
            problems.append(unsaved(path, row, cell))
        elif tag == "mergeCell":
            left, top, right, bottom = range_boundaries(element.get("ref"))
            merged.append(Merged(range(top - 1, bottom), range(left - 1, right)))
        elif tag == "row":
            element.clear()
    if problems:
        raise InputError(problems)
    return Cells([[_cell(cell) for cell in line] for line in worksheet.rows]), merged


def _styles(worksheet: Any) -> Styles:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.utils.datetime import from_excel

    book = worksheet.parent
    dates, times, styles = book._date_formats, book._timedelta_formats, book._cell_styles  # noqa: SLF001
    forms = [ReadOnlyCell(worksheet, 1, 1, 0, style_id=i).number_format for i in range(len(styles))]

    @cache  # days are many times the same
    def date(value: float, style: int) -> WorksheetCell:
        try:
            return WorksheetCell(from_excel(value, book.epoch, timedelta=style in times), forms[style])
        except (OverflowError, ValueError):
            return WorksheetCell("#VALUE!")

    return forms, np.array([(i in dates) * (1 + (i in times)) for i in range(len(styles))]), date


def visible_worksheets(path: Path) -> tuple[list[Worksheet], list[str]]:
    """Read all worksheets that are not hidden, and name the hidden ones; where all are, they are read."""
    with open_workbook(path) as worksheets:
        seen = [one for one in worksheets if one.sheet_state == "visible"] or worksheets
        hidden = [one.title for one in worksheets if one not in seen]
        return [(one.title, *worksheet_cells(path, one)) for one in seen], hidden


def _is_unsaved(cell: ET.Element) -> bool:
    """Whether a cell is a formula whose value no program has stored; an empty text is a value."""
    parts = {part.tag.rpartition("}")[2]: part.text for part in cell}
    return "f" in parts and not parts.get("v") and not (cell.get("t") == "str" and "v" in parts)


def spread(grid: Array, merged: Iterable[Merged]) -> Array:
    """Let what merged cells hold count for each of them."""
    full = grid.copy()
    for rows, columns in merged:
        if rows.start < grid.shape[0] and columns.start < grid.shape[1]:
            full[rows.start : rows.stop, columns.start : columns.stop] = full[rows.start, columns.start]
    return full


def read_workbook(path: Path) -> Batch:
    """Read the first worksheet, from its header to the last row that holds something."""
    with open_workbook(path) as worksheets:
        names = [worksheet.title for worksheet in worksheets]
        cells, merged = worksheet_cells(path, worksheets[0]) if worksheets else (Cells([]), [])
    return worksheet_batch(path, names, cells, merged)


def worksheet_batch(path: Path, names: Sequence[str], cells: Cells, merged: Sequence[Merged]) -> Batch:
    """Make a table of the first worksheet; merged cells count for all that they cover."""
    filled = cells.filled().tolist()
    if not filled:
        raise file_error(path, both("fault_io.no table"))
    texts = [[cell.text for cell in row] for row in cells.rows(filled[:_HEAD][-1] + _HEAD)]
    titles = header_at([texts[i] for i in filled[:_HEAD]])
    top, last = filled[titles], filled[-1] + 1
    end = header_end(texts, top, merged)
    full = spread(cells.grid, merged)
    columns = [cells.column(places) for places in full[end:last].T]
    table = pd.concat([column for column, _ in columns], axis=1)
    named = {i for text in texts[top:end] for i, name in enumerate(text) if name.strip()}
    heads = [
        [cell.text for cell in cells.at(column)] if i in named else []
        for i, column in enumerate(full[top:end].T)
    ]
    table.columns = full_header(map(joined_header, heads))
    formats = dict(zip(table.columns, (form for _, form in columns), strict=True))
    twice = table.columns[table.columns.duplicated()]
    notes = unread_notes(names) + ([header_note(top + 1)] if titles else [])
    notes += [both("fault_io.header rows", first=top + 1, last=end)] if end > top + 1 else []
    body = [area for area in merged if end <= area.rows.start < last]
    notes += [both("fault_io.merged", cells=area_names(body))] if body else []
    formats = {name: form for name, form in formats.items() if form != GENERAL and name not in twice}
    file = TableFile(path.name, top + 1, lettered=True, notes=tuple(notes), formats=formats)
    return Batch(table, range(end + 1, last + 1), file)


def area_names(merged: Iterable[Merged]) -> Text:
    """Name the first of some merged cells, such as "A2:A4, B2:B4 and 5 more"."""
    corners = sorted((cells.columns[0], cells.rows[0], cells.columns[-1], cells.rows[-1]) for cells in merged)
    names = [f"{cell_name(*corner[:2])}:{cell_name(*corner[2:])}" for corner in corners]
    some = ", ".join(names[:3])
    return both("fault_io.and more", names=some, count=len(names) - 3) if len(names) > 3 else Text(some, some)


def unsaved(path: Path, row: int | None, cell: str | None) -> Problem:
    """Say that a formula has no value in its file, which programs that write workbooks leave out."""
    return Problem(path.name, row, None, both("fault_io.no formula value"), cell)


def unread_notes(names: Sequence[str]) -> list[Text]:
    """Say which worksheet or layer is read, where there are several."""
    others = list(names[1:])
    return [both("fault_io.one is read", first=names[0], others=others)] if others else []


def plain_text(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Make a column of several kinds of cells one of text, since only a spreadsheet holds such a column."""
    kinds = set(map(type, column.dropna()))
    return column.map(str, na_action="ignore") if len(kinds) > 1 and kinds <= _KINDS else column


def _cell(cell: Any) -> WorksheetCell:
    if cell.value is None or isinstance(cell.value, str):
        return WorksheetCell(unescaped(cell.value or "") or None)
    return WorksheetCell(cell.value, cell.number_format)
