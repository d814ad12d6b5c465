"""Rows of a table with the places where they stand in its file, and how that is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bk_gis.errors import Problem, Text
from bk_gis.io.encodings import name_of
from bk_gis.io.headers import header_note, headers_of
from bk_gis.io.points import Shapes
from bk_gis.language.words import both


@dataclass(frozen=True)
class TextForm:
    """How a table is written as text; `skipped` lines come before its header, titles among them or not."""

    encoding: str = "utf-8-sig"
    separator: str = ","
    decimal: str = "."
    skipped: int = 0
    titled: bool = False
    quoted: bool = True
    checked: bool = field(default=False, compare=False)  # to be of that encoding, but for a letter cut off

    @property
    def written(self) -> "TextForm":
        """The form in which an answer is written, so that the same Excel opens it by double-click."""
        encoding = "utf-16" if "16" in self.encoding else "utf-8-sig"
        return replace(self, encoding=encoding, skipped=0, titled=False)

    @property
    def notes(self) -> tuple[Text, ...]:
        """Say what is worth saying: not UTF-8 with commas or tabs, or a header that is not in front."""
        usual = self.encoding == "utf-8-sig" and self.separator in (",", "\t")
        name = name_of(self.encoding)
        read = () if usual else (both("fault_io.read as", encoding=name, separator=repr(self.separator)),)
        return (*read, header_note(self.skipped + 1)) if self.titled else read


@dataclass(frozen=True)
class TableFile:
    """What is known of the file of a table beside its rows."""

    name: str
    header_row: int | None = None  # as a spreadsheet counts; None where columns need no header
    lettered: bool = False  # whether columns have letters, as in Excel
    notes: tuple[Text, ...] = ()  # what is worth saying of how the file was read
    formats: Mapping[str, str] = field(default_factory=dict)  # of numbers, by column, as Excel has them
    form: TextForm = field(default_factory=TextForm)  # of text


def cell_name(column: int, row: int) -> str:
    """Name a cell as spreadsheets do, such as B7; both are counted from 0."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row + 1}"


def as_one(column: Any) -> Any:
    """Give a column of an Arrow table as one array of what it is stored as: the only one, for nothing."""
    one = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
    return getattr(one, "storage", one)  # of an extension of a type, such as JSON


@dataclass(frozen=True)
class Batch:
    """
    Some rows of a table, in the order of its file, each with the number that its own program shows.

    The table is a DataFrame, or Arrow's where not all of the file is read at once.
    """

    table: Any
    rows: Sequence[int]
    file: TableFile
    shapes: Shapes | None = None  # where Arrow's table holds its geometry as WKB
    lines: Any = None  # of a text: its rows as they stand there
    only: list[int] = field(default_factory=list)  # who adds columns' positions gets no others from then on

    def column(self, name: Any) -> Any:
        """Take the cells of a column: a Series, or Arrow's array."""
        if hasattr(self.table, "iloc"):
            return self.table[name]
        cells = as_one(self.table.column(headers_of(self.table).index(name)))
        return cells.dictionary_decode() if hasattr(cells, "dictionary") else cells

    def records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give each row's number, and its cells by column."""
        names = headers_of(self.table)
        for number, cells in zip(self.rows, self.table.to_numpy().tolist(), strict=True):
            yield number, dict(zip(names, cells, strict=True))

    def problem(self, position: int, column: object, message: Text) -> Problem:
        """Say what is wrong with a cell: in which row and column, and in Excel in which cell, such as B7."""
        row, cell = int(self.rows[position]), None
        if self.file.lettered:
            cell = cell_name(headers_of(self.table).index(column), row - 1)
        return Problem(self.file.name, row, str(column), message, cell)
