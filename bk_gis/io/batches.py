"""Rows of a table with the places where they stand in its file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from bk_gis.errors import Problem
from bk_gis.io.text_form import TextForm


@dataclass(frozen=True)
class TableFile:
    """What is known of the file of a table beside its rows."""

    name: str
    header_row: int | None = None  # as a spreadsheet counts; None where columns need no header
    lettered: bool = False  # whether columns have letters, as in Excel
    notes: tuple[str, ...] = ()  # what is worth saying of how the file was read
    formats: Mapping[str, str] = field(default_factory=dict)  # of numbers, by column, as Excel has them
    form: TextForm = field(default_factory=TextForm)  # of text


@dataclass(frozen=True)
class Batch:
    """Some rows of a table, in the order of its file, each with the number that its own program shows."""

    table: pd.DataFrame
    rows: Sequence[int]
    file: TableFile

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give each row's number, and its cells by column."""
        names = list(self.table.columns)
        for number, cells in zip(self.rows, self.table.to_numpy().tolist(), strict=True):
            yield number, dict(zip(names, cells, strict=True))

    def problem(self, position: int, column: object, message: str) -> Problem:
        """Say what is wrong with a cell: in which row and column, and in Excel in which cell, such as B7."""
        row, cell = self.rows[position], None
        if self.file.lettered:
            from openpyxl.utils import get_column_letter

            cell = f"{get_column_letter(list[object](self.table.columns).index(column) + 1)}{row}"
        return Problem(self.file.name, row, str(column), message, cell)
