"""Rows of a table with the places where they stand in its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from bk_gis.errors import Problem
from bk_gis.io.text_form import TextForm


@dataclass(frozen=True)
class TableFile:
    """
    What is known of the file of a table beside its rows.

    Attributes
    ----------
    name
        Name of the file, as faults say it.
    header_row
        Row of the header, as a spreadsheet counts; None where a file has columns without one.
    lettered
        Whether columns have letters, as in Excel.
    notes
        What is worth saying of how the file was read.
    formats
        Number formats of columns by name, as Excel shows them.
    form
        How the file is written, where it is text.
    """

    name: str
    header_row: int | None = None
    lettered: bool = False
    notes: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    form: TextForm = field(default_factory=TextForm)


@dataclass(frozen=True)
class Batch:
    """Some rows of a table, in the order of its file, each with the number that its own program shows."""

    table: pd.DataFrame
    rows: Sequence[int]
    file: TableFile

    def problem(self, position: int, column: object, message: str) -> Problem:
        """Say what is wrong with a cell: in which row and column, and in Excel in which cell, such as B7."""
        row, cell = self.rows[position], None
        if self.file.lettered:
            from openpyxl.utils import get_column_letter

            cell = f"{get_column_letter(list[object](self.table.columns).index(column) + 1)}{row}"
        return Problem(self.file.name, row, str(column), message, cell)
