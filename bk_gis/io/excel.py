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
from typing import Any, NamedTuple

import pandas as pd

from bk_gis.errors import InputError, Problem, Text
from bk_gis.io.batches import Batch, TableFile, cell_name
from bk_gis.io.headers import Merged, full_header, header_at, header_end, header_note, joined_header
from bk_gis.io.whole import file_error, saying_faults
from bk_gis.io.worksheet_xml import plain_rows, plain_texts
from bk_gis.language.words import both

_GENERAL = "General"  # Excel's name for no number format
DATES: tuple[type[Any], ...] = (dt.date, dt.time, dt.timedelta)  # a datetime is a date
_KINDS = {str, int, float, bool, dt.datetime, *DATES}  # what a cell holds
_BLANK = (str, type(None))  # what no number format is seen of
_INTEGERS = 1 << 63
_HEAD = 100  # rows that hold something, among which the header is, and rows that it has at most
_MOST_EMPTY = 1 << 22  # cells that are there only because one stands far away, at most
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


Rows = list[list[WorksheetCell]]
Worksheet = tuple[str, Rows, list[Merged]]


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
    """Read the shared texts, those of nearly all programs fast."""
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


def worksheet_rows(path: Path, worksheet: Any) -> tuple[Rows, list[Merged]]:
    """Read all rows from the first one on, cells from column A on, and which cells are merged."""
    from openpyxl.utils import coordinate_to_tuple, range_boundaries

    worksheet.reset_dimensions()  # some programs state them wrong
    problems, merged = [], []
    with worksheet._get_source() as source:  # noqa: SLF001  (openpyxl passes over both unless it reads slowly)
        text = source.read()
    plain = plain_rows(text, *_makers(worksheet))
    if plain is not None:
        require_near(plain[0])
        return plain
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
    rows = [[_cell(cell) for cell in line] for line in worksheet.rows]
    require_near(rows)
    return rows, merged


def _makers(worksheet: Any) -> tuple[list[WorksheetCell], Any, Any]:
    """Give the cells of shared texts, and what makes cells of numbers with styles and of other values."""
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.utils.datetime import from_excel

    book = worksheet.parent
    dates, times, styles = book._date_formats, book._timedelta_formats, book._cell_styles  # noqa: SLF001
    forms = [ReadOnlyCell(worksheet, 1, 1, 0, style_id=i).number_format for i in range(len(styles))]

    def make(value: Any) -> WorksheetCell:
        return WorksheetCell(unescaped(value) or None if isinstance(value, str) else value)

    cell = WorksheetCell._make  # which takes half of the time

    @cache  # days are many times the same
    def date(value: float, style: int) -> WorksheetCell:
        try:
            return WorksheetCell(from_excel(value, book.epoch, timedelta=style in times), forms[style])
        except (OverflowError, ValueError):
            return WorksheetCell("#VALUE!")

    def number(digits: bytes, style: int) -> WorksheetCell:
        whole = digits.isdigit() or (b"." not in digits and b"E" not in digits and b"e" not in digits)
        value = int(digits) if whole else float(digits)
        return date(value, style) if style in dates else cell((value, forms[style]))

    return [make(text) for text in worksheet._shared_strings], number, make  # noqa: SLF001


@_no_cycles()
def visible_worksheets(path: Path) -> tuple[list[Worksheet], list[str]]:
    """Read all worksheets that are not hidden, and name the hidden ones; where all are, they are read."""
    with open_workbook(path) as worksheets:
        seen = [one for one in worksheets if one.sheet_state == "visible"] or worksheets
        hidden = [one.title for one in worksheets if one not in seen]
        return [(one.title, *worksheet_rows(path, one)) for one in seen], hidden


def _is_unsaved(cell: ET.Element) -> bool:
    """Whether a cell is a formula whose value no program has stored; an empty text is a value."""
    parts = {part.tag.rpartition("}")[2]: part.text for part in cell}
    return "f" in parts and not parts.get("v") and not (cell.get("t") == "str" and "v" in parts)


def require_near(rows: Rows) -> None:
    """Refuse a sheet where a cell stands so far away that nearly all up to it are empty."""
    width = max(map(len, rows), default=0)
    if (count := width * len(rows)) - sum(map(len, rows)) > _MOST_EMPTY:
        far = cell_name(width - 1, max(i for i, row in enumerate(rows) if len(row) == width))
        raise InputError(both("fault_sheet.far cell", cell=far, count=count))


def spread(rows: Rows, merged: Iterable[Merged]) -> Rows:
    """Let what merged cells hold count for each of them; all rows get the same width."""
    width = max(map(len, rows), default=0)
    full = [[*row, *[WorksheetCell()] * (width - len(row))] for row in rows]
    for cells in merged:
        covered = range(cells.columns.start, min(cells.columns.stop, width))
        for row in full[cells.rows.start : cells.rows.stop] if covered else []:
            row[covered.start : covered.stop] = [full[cells.rows.start][covered.start]] * len(covered)
    return full


@_no_cycles()
def read_workbook(path: Path) -> Batch:
    """Read the first worksheet, from its header to the last row that holds something."""
    with open_workbook(path) as worksheets:
        names = [worksheet.title for worksheet in worksheets]
        rows, merged = worksheet_rows(path, worksheets[0]) if worksheets else ([], [])
    return worksheet_batch(path, names, rows, merged)


def worksheet_batch(path: Path, names: Sequence[str], rows: Rows, merged: Sequence[Merged]) -> Batch:
    """Make a table of the rows of the first worksheet; merged cells count for all that they cover."""
    filled = [i for i, row in enumerate(rows) if any(map(_holds_something, row))]
    if not filled:
        raise file_error(path, both("fault_io.no table"))
    texts = [[cell.text for cell in row] for row in rows[: filled[:_HEAD][-1] + _HEAD]]
    titles = header_at([texts[i] for i in filled[:_HEAD]])
    top, last = filled[titles], filled[-1] + 1
    end = header_end(texts, top, merged)
    columns = list(zip(*spread(rows, merged), strict=True))
    bodies = [column[end:last] for column in columns]
    table = pd.concat([_series(body) for body in bodies], axis=1)
    named = {i for text in texts[top:end] for i, name in enumerate(text) if name.strip()}
    heads = [
        [cell.text for cell in column[top:end]] if i in named else [] for i, column in enumerate(columns)
    ]
    table.columns = full_header(map(joined_header, heads))
    formats = dict(zip(table.columns, map(_format, bodies), strict=True))
    twice = table.columns[table.columns.duplicated()]
    notes = unread_notes(names) + ([header_note(top + 1)] if titles else [])
    notes += [both("fault_io.header rows", first=top + 1, last=end)] if end > top + 1 else []
    body = [cells for cells in merged if end <= cells.rows.start < last]
    notes += [both("fault_io.merged", cells=area_names(body))] if body else []
    formats = {name: form for name, form in formats.items() if form != _GENERAL and name not in twice}
    file = TableFile(path.name, top + 1, lettered=True, notes=tuple(notes), formats=formats)
    return Batch(table, range(end + 1, last + 1), file)


def _holds_something(cell: WorksheetCell) -> bool:
    value = cell[0]
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


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


def unescaped(text: str) -> str:
    """Read `_x000D_` and the like as the characters that they mean, and every end of a line as one."""
    if "_x" in text:
        units = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text if text.isprintable() else _LINE_END.sub("\n", text)


def _series(column: Sequence[WorksheetCell]) -> "pd.Series[Any]":
    """Make a column of one kind of cells one of its type; one of several keeps its cells as they are."""
    values = [cell.value for cell in column]
    kinds = set(map(type, values)) - {type(None)}
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
    kinds = {(type(value), form) for value, form in column}
    shown = {(kind, form) for kind, form in kinds if kind not in _BLANK}
    formats = {form for _, form in shown}
    if len(formats) == 1 or (formats and all(issubclass(kind, DATES) for kind, _ in shown)):
        return max(sorted(formats), key=len)
    return _GENERAL
