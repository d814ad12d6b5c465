"""The cells of a worksheet by their positions, and columns of them with the types that they have."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from bk_gis.errors import InputError
from bk_gis.io.batches import cell_name
from bk_gis.language.words import both

GENERAL = "General"  # Excel's name for no number format
DATES: tuple[type[Any], ...] = (dt.date, dt.time, dt.timedelta)  # a datetime is a date
Array = np.ndarray[Any, np.dtype[Any]]
_BLANK = (str, type(None))  # what no number format is seen of
_INTEGERS = 1 << 63
_MOST_EMPTY = 1 << 22  # cells that are there only because one stands far away, at most


class WorksheetCell(NamedTuple):
    """What a cell holds, and how a number in it is shown."""

    value: Any = None
    number_format: str = GENERAL

    @property
    def text(self) -> str:
        """The value as Python writes it; nothing for an empty cell."""
        return "" if self.value is None else str(self.value)


Rows = list[list[WorksheetCell]]


class Cells:
    """The cells of a worksheet: `grid` has their numbers by row and column, and -1 where there is none."""

    def __init__(self, rows: Rows) -> None:
        """Take rows of any length."""
        self._found = [*(cell for row in rows for cell in row), WorksheetCell()]
        lengths = [len(row) for row in rows]
        columns = [i for length in lengths for i in range(length)]
        self.grid = grid_of(np.repeat(np.arange(len(rows)), lengths), np.array(columns, dtype=int))

    def at(self, places: Array) -> list[WorksheetCell]:
        """Give the cells of these numbers."""
        return [self._found[i] for i in places.tolist()]

    def rows(self, end: int | None = None) -> Rows:
        """Give the rows, each up to its last cell."""
        part, width = self.grid[:end], self.grid.shape[1]
        lengths = ((part >= 0) * np.arange(1, width + 1)).max(axis=1, initial=0).tolist()
        cells = self.at(part.ravel())
        return [cells[i * width : i * width + length] for i, length in enumerate(lengths)]

    def filled(self) -> Array:
        """Find the rows that hold something other than spaces."""
        holds = np.array([bool(cell.text.strip()) for cell in self._found])
        return np.flatnonzero(holds[self.grid].any(axis=1))

    def column(self, places: Array) -> tuple["pd.Series[Any]", str]:
        """
        Make a column, and find the number format of all its numbers.

        One of one kind of cells has its type; one of several keeps its cells as they are.
        """
        cells = self.at(places)
        return _series([cell.value for cell in cells]), _format(cells)


def grid_of(rows: Array, columns: Array) -> Array:
    """
    Give cells, which come row by row, a number where each one stands.

    A sheet where a cell stands so far away that nearly all up to it are empty is refused.
    """
    height, width = (int(places.max(initial=-1)) + 1 for places in (rows, columns))
    ends = np.flatnonzero(np.diff(rows, append=-1))
    if (count := height * width) - int((columns[ends] + 1).sum()) > _MOST_EMPTY:
        far = cell_name(width - 1, int(rows[columns.argmax()]))
        raise InputError(both("fault_sheet.far cell", cell=far, count=count))
    grid = np.full((height, width), -1, dtype=np.int32)
    grid[rows, columns] = np.arange(len(rows))
    return grid


def _series(values: Sequence[Any]) -> "pd.Series[Any]":
    kinds = set(map(type, values)) - {type(None)}
    dtype: Any = object
    if kinds <= {str}:
        dtype = str
    elif kinds == {bool}:
        dtype = "boolean" if None in values else bool
    elif kinds == {int} and all(-_INTEGERS <= (value or 0) < _INTEGERS for value in values):
        dtype = "Int64" if None in values else "int64"
    elif kinds <= {int, float}:
        dtype = float
    elif kinds == {dt.datetime}:
        dtype = "datetime64[us]"
    return pd.Series(values, dtype=dtype)


def _format(column: Sequence[WorksheetCell]) -> str:
    """Find the number format of all numbers of a column; of dates the longest one, which shows the time."""
    shown = {(type(value), form) for value, form in column if not isinstance(value, _BLANK)}
    formats = {form for _, form in shown}
    if len(formats) == 1 or (formats and all(issubclass(kind, DATES) for kind, _ in shown)):
        return max(sorted(formats), key=len)
    return GENERAL
