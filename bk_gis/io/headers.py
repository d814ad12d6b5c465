"""Find the header of a table, and a column by its header."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from bk_gis.errors import InputError, Text
from bk_gis.language.names import clean, header_words, visible
from bk_gis.language.old_encodings import in_unicode
from bk_gis.language.words import both

OWN_GEOMETRY = "geometry_before"  # what a table had under the name of its points
_HEAD = 10  # rows among which the header is
_TALLEST = 5  # rows of a header
_NUMBER = re.compile(r"[-+]?[\d.,]*\d%?")
_YEAR = re.compile(r"(19|20)\d\d")
# What people add to a header, and what is not asked for with it: "Xã (cũ)", "Địa chỉ trụ sở", "Kinh độ (E)".
_ADDED = (
    " (?:cu|moi|hien nay|hien tai|truoc day|truoc sap nhap|sau sap nhap|tru so|tru so chinh|lien he|lien lac"
    "|thuc hien|du an|day du|cu the|xay dung|dang ky|thuong tru|kinh doanh|san xuat|dong|bac|e|n|d|b|do|dd"
    "|wgs ?84)"
)
_BELOW = ": "  # between the rows of a header: "Địa điểm: Xã"


class Merged(NamedTuple):
    """Cells that are merged, by rows and columns counted from 0."""

    rows: range
    columns: range


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """
    Find the header among rows that are not blank, by its position: the first row, unless that is a title.

    A title stands alone in its row; the header is then the next of the first ten rows with several cells,
    unless half of them are numbers, as in a record.
    """
    filled = [[cell for cell in row if cell.strip()] for row in rows[:_HEAD]]
    if not filled or len(filled[0]) != 1:
        return 0
    header = next((i for i, cells in enumerate(filled) if len(cells) > 1), 0)
    numbers = sum(_NUMBER.fullmatch(cell.strip()) is not None for cell in filled[header])
    return header if 2 * numbers < len(filled[header]) else 0


def header_end(rows: Sequence[Sequence[str]], top: int, merged: Sequence[Merged]) -> int:
    """
    Find the row after a header that begins in row `top`, counted from 0.

    A header goes on as far down as its cells are merged, and below cells merged across columns, where the
    next row has a word or a year in each of these columns and in no other.
    """
    end = top + 1
    while True:
        heads = [cells for cells in merged if top <= cells.rows.start < end and len(cells.rows) <= _TALLEST]
        end = max([end, *(cells.rows.stop for cells in heads)])
        wide = [cells for cells in heads if cells.rows.stop == end and len(cells.columns) > 1]
        below = rows[end] if end < len(rows) else []
        words = {i: cell.strip() for i, cell in enumerate(below) if cell.strip()}
        numbers = [cell for cell in words.values() if _NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell)]
        if not wide or numbers or set(words) != {i for cells in wide for i in cells.columns}:
            return end
        end += 1


def header_note(row: int) -> Text:
    """Say that titles above the header were passed over."""
    return both("fault_io.header row", row=row)


def joined_header(names: Iterable[str]) -> str:
    """Name a column by what stands above it, such as "Địa điểm: Xã"."""
    return _BELOW.join(dict.fromkeys(filter(None, map(str.strip, names))))


def full_header(names: Iterable[str]) -> list[str]:
    """Give the columns without a name one, by their number."""
    return [visible(name).strip() or f"column_{i}" for i, name in enumerate(names, start=1)]


def plain_header(header: str) -> str:
    """Take marks and case off; "Tên_Xã", "TEN XA" and "TenXa" are "ten xa", and so is "Tªn x·" in TCVN3."""
    return header_words(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", in_unicode(header)))


def find_header(headers: Iterable[Any], patterns: Iterable[str]) -> int | None:
    """
    Find the position of a header, written plainly, by patterns of which the likeliest comes first.

    Where none is one of them as a whole, the lowest row of a header of several may be.
    """
    whole, likely = list(map(str, headers)), list(patterns)
    lowest = [header.rpartition(_BELOW)[2] for header in whole]
    plain = [list(map(plain_header, texts)) for texts in (whole, lowest)]
    found = (i for texts in plain for by in likely for i, text in enumerate(texts) if re.fullmatch(by, text))
    return next(found, None)


def _patterns(usual: Iterable[str]) -> list[str]:
    return [plain_header(name).replace(" ", " ?") for name in usual]  # "TENXA" too


def headers_of(table: Any) -> list[Any]:
    """List the names of the columns of a DataFrame, or of a table of Arrow's."""
    return list(table.columns if hasattr(table, "iloc") else table.column_names)


def taken_notes(records: Any, *sought: tuple[str | None, Sequence[str]]) -> list[Text]:
    """Say which columns are taken that say more than the usual ones; where one is named, that is no guess."""
    names = headers_of(records)
    taken = [
        _with_more(names, _patterns(usual))
        for named, usual in sought
        if named is None and find_header(names, _patterns(usual)) is None
    ]
    return [both("fault_io.taken", column=columns[0]) for columns in taken if len(columns) == 1]


def _with_more(headers: Iterable[Any], patterns: Sequence[str]) -> list[Any]:
    """List the headers that say more than a usual one: in brackets, or in words that people add."""
    usual = re.compile(f"(?:{'|'.join(patterns)})(?:{_ADDED})*")
    texts = {header: re.sub(r"\(.*?\)|\[.*?\]", " ", str(header)) for header in headers}
    return [header for header, text in texts.items() if usual.fullmatch(plain_header(text))]


def require_table(records: Any) -> None:
    """Refuse what is no table, and columns of several levels: no header is one text there."""
    if hasattr(records, "map_partitions"):
        raise InputError(both("fault_io.dask frame"))
    if not isinstance(records, pd.DataFrame):
        raise InputError(both("fault_io.no frame", kind=type(records).__name__))
    if records.columns.nlevels > 1:
        first = " / ".join(map(str, records.columns[0])) if len(records.columns) else ""
        raise InputError(both("fault_io.levels", levels=records.columns.nlevels, first=first))


def find_column(records: Any, named: str | None, usual: Sequence[str], what: str | None) -> Any:
    """
    Find a column: the one that was named, else the first of the usual ones.

    `what` of the words [sought] says what the column is needed for; None makes it optional.
    """
    names = headers_of(records)
    found = names or both("fault_io.no columns")
    if named is not None:
        ways = {name: (str(name), str(name).rpartition(_BELOW)[2]) for name in names}
        alike = [name for name in names if clean(named) in map(clean, ways[name])]
        if named not in names and len(alike) != 1:
            raise InputError(both("fault_io.no column", name=named, found=found))
        column: Any = named if named in names else alike[0]
    else:
        position = find_header(names, _patterns(usual))
        column = None if position is None else names[position]
        if position is None:
            longer = _with_more(names, _patterns(usual))
            if len(longer) > 1:
                sought = both(f"sought.{what}") if what else usual[0]
                raise InputError(both("fault_io.which column", what=sought, found=longer))
            column = longer[0] if longer else None
    if column is None and what is not None:
        sought = both(f"sought.{what}")
        raise InputError(both("fault_io.no column holds", what=sought, usual=usual[:6], found=found))
    if names.count(column) > 1:
        raise InputError(both("fault_io.column repeated", name=column, found=found))
    return column
