"""Read a sheet of Excel with the types of its cells: numbers, dates, times and text stay what they are."""

import datetime as dt
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from bk_gis.errors import InputError
from bk_gis.io.headers import header_at

FORMATS = "bk_gis_formats"  # in DataFrame.attrs: number formats of columns, by name
_GENERAL = "General"  # Excel's name for no number format
DATES: tuple[type[Any], ...] = (dt.date, dt.time, dt.timedelta)  # a datetime is a date
_KINDS = {str, int, float, bool, dt.datetime, *DATES}  # what a cell holds
_INTEGERS = 1 << 63


class Cell(NamedTuple):
    """What a cell holds, and how a number in it is shown."""

    value: Any = None
    number_format: str = _GENERAL


class Sheet(NamedTuple):
    """A table, its formats in `attrs`, the numbers that Excel shows for its rows, and what else there is."""

    table: pd.DataFrame
    rows: Sequence[int]
    header_row: int
    titled: bool
    names: tuple[str, ...]  # of all sheets; the first one is read


def read_sheet(path: Path) -> Sheet:
    """
    Read the first sheet, from its header to the last row that holds something.

    Raises
    ------
    InputError
        The sheet is empty.
    """
    names, lines = _read_cells(path)
    texts = [["" if cell.value is None else str(cell.value) for cell in line] for line in lines]
    filled = [(row, text) for row, text in enumerate(texts, start=1) if any(map(str.strip, text))]
    if not filled:
        raise InputError(f"{path} holds no table")
    titles = header_at([text for _, text in filled])
    header_row, header = filled[titles]
    last = filled[-1][0]
    width = max(len(line) for line in lines)
    header += [""] * (width - len(header))
    below = [line + [Cell()] * (width - len(line)) for line in lines[header_row:last]]
    columns = [[line[i] for line in below] for i in range(width)]
    table = pd.concat([_series(column) for column in columns], axis=1)
    table.columns = [name.strip() or f"column_{i}" for i, name in enumerate(header, start=1)]
    formats = dict(zip(table.columns, map(_format, columns), strict=True))
    twice = table.columns[table.columns.duplicated()]
    table.attrs[FORMATS] = {
        name: form for name, form in formats.items() if form != _GENERAL and name not in twice
    }
    return Sheet(table, range(header_row + 1, last + 1), header_row, titles > 0, names)


def plain_text(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Make a column of several kinds of cells one of text, since only a spreadsheet holds such a column."""
    kinds = set(map(type, column.dropna()))
    return column.map(str, na_action="ignore") if len(kinds) > 1 and kinds <= _KINDS else column


def _read_cells(path: Path) -> tuple[tuple[str, ...], list[list[Cell]]]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, of what it does not read: rules, pictures, themes
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            if not book.worksheets:
                raise InputError(f"{path} holds no table")
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs state them wrong
            lines = [[_cell(cell) for cell in line] for line in sheet.rows]
            return tuple(sheet.title for sheet in book.worksheets), lines
        finally:
            book.close()


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None or isinstance(value, str):
        return Cell(value or None)
    return Cell(value, cell.number_format)


def _series(column: Sequence[Cell]) -> "pd.Series[Any]":
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


def _format(column: Sequence[Cell]) -> str:
    """Find the number format of all numbers of a column; of dates the longest one, which shows the time."""
    shown = [cell for cell in column if cell.value is not None and not isinstance(cell.value, str)]
    formats = {cell.number_format for cell in shown}
    if len(formats) == 1 or (formats and all(isinstance(cell.value, DATES) for cell in shown)):
        return max(sorted(formats), key=len)
    return _GENERAL
