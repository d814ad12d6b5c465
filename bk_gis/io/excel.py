"""Read worksheets of Excel with the types of their cells: numbers, dates and text stay what they are."""

import datetime as dt
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.faults import file_error, saying_faults
from bk_gis.io.headers import full_header, header_at, header_note

_GENERAL = "General"  # Excel's name for no number format
DATES: tuple[type[Any], ...] = (dt.date, dt.time, dt.timedelta)  # a datetime is a date
_KINDS = {str, int, float, bool, dt.datetime, *DATES}  # what a cell holds
_INTEGERS = 1 << 63
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # a character that XML cannot hold; ECMA-376 part 1, 22.9.2.19
_LINE_END = re.compile("\r\n|[\r\v\f]")


class WorksheetCell(NamedTuple):
    """What a cell holds, and how a number in it is shown."""

    value: Any = None
    number_format: str = _GENERAL

    @property
    def text(self) -> str:
        """The value as Python writes it; nothing for an empty cell."""
        return "" if self.value is None else str(self.value)


@contextmanager
def open_workbook(path: Path) -> Iterator[list[Any]]:
    """Give the worksheets of a workbook, hidden ones last; what is wrong with the file is said."""
    import openpyxl

    with saying_faults(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, of what it does not read: rules, pictures, themes
        with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
            yield sorted(book.worksheets, key=lambda worksheet: worksheet.sheet_state != "visible")


def worksheet_rows(worksheet: Any) -> list[list[WorksheetCell]]:
    """Read all rows from the first one on, cells from column A on."""
    worksheet.reset_dimensions()  # some programs state them wrong
    return [[_cell(cell.value, cell) for cell in line] for line in worksheet.rows]


def read_workbook(path: Path) -> Batch:
    """Read the first worksheet, from its header to the last row that holds something."""
    with open_workbook(path) as worksheets:
        names = [worksheet.title for worksheet in worksheets]
        lines = worksheet_rows(worksheets[0]) if worksheets else []
    texts = [[cell.text for cell in line] for line in lines]
    filled = [(row, text) for row, text in enumerate(texts, start=1) if any(map(str.strip, text))]
    if not filled:
        raise file_error(path, "holds no table")
    titles = header_at([text for _, text in filled])
    header_row, last = filled[titles][0], filled[-1][0]
    cells = list(zip_longest(*lines, fillvalue=WorksheetCell()))
    columns = [column[header_row:last] for column in cells]
    table = pd.concat([_series(column) for column in columns], axis=1)
    table.columns = full_header(column[header_row - 1].text for column in cells)
    formats = dict(zip(table.columns, map(_format, columns), strict=True))
    twice = table.columns[table.columns.duplicated()]
    notes = unread_notes(names) + ([header_note(header_row)] if titles else [])
    formats = {name: form for name, form in formats.items() if form != _GENERAL and name not in twice}
    file = TableFile(path.name, header_row, lettered=True, notes=tuple(notes), formats=formats)
    return Batch(table, range(header_row + 1, last + 1), file)


def unread_notes(names: Sequence[str]) -> list[str]:
    """Say which worksheet or layer is read, where there are several."""
    return [f"{names[0]} is read; {', '.join(names[1:])} is not"] if len(names) > 1 else []


def plain_text(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Make a column of several kinds of cells one of text, since only a spreadsheet holds such a column."""
    kinds = set(map(type, column.dropna()))
    return column.map(str, na_action="ignore") if len(kinds) > 1 and kinds <= _KINDS else column


def _cell(value: Any, cell: Any) -> WorksheetCell:
    if value is None or isinstance(value, str):
        return WorksheetCell(unescaped(value or "") or None)
    return WorksheetCell(value, cell.number_format)


def unescaped(text: str) -> str:
    """Read `_x000D_` and the like as the characters that they mean, and every end of a line as one."""
    if "_x" in text:
        units = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _LINE_END.sub("\n", text)


def _series(column: Sequence[WorksheetCell]) -> "pd.Series[Any]":
    """Make a column of one kind of cells one of its type; one of several keeps its cells as they are."""
    values = [cell.value for cell in column]
    kinds = {type(value) for value in values if value is not None}
    dtype: Any = object
    if kinds <= {str}:
        dtype = str
    elif kinds == {bool}:
        dtype = "boolean" if None in values else bool
    elif kinds == {int} and all(abs(value or 0) < _INTEGERS for value in values):
        dtype = "Int64" if None in values else "int64"
    elif kinds <= {int, float}:
        dtype = float
    elif kinds == {dt.datetime}:
        dtype = "datetime64[us]"
    return pd.Series(values, dtype=dtype)


def _format(column: Sequence[WorksheetCell]) -> str:
    """Find the number format of all numbers of a column; of dates the longest one, which shows the time."""
    shown = [cell for cell in column if cell.value is not None and not isinstance(cell.value, str)]
    formats = {cell.number_format for cell in shown}
    if len(formats) == 1 or (formats and all(isinstance(cell.value, DATES) for cell in shown)):
        return max(sorted(formats), key=len)
    return _GENERAL
