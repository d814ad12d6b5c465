"""Find the header of a table, and a column by its header."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from bk_gis.errors import InputError
from bk_gis.language.names import clean, header_words, visible

_HEAD = 10  # rows among which the header is
_NUMBER = re.compile(r"[-+]?[\d.,]*\d%?")


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


def header_note(row: int) -> str:
    """Say that titles above the header were passed over."""
    return f"header taken from row {row}; above it are titles"


def full_header(names: Iterable[str]) -> list[str]:
    """Give the columns without a name one, by their number."""
    return [visible(name).strip() or f"column_{i}" for i, name in enumerate(names, start=1)]


def plain_header(header: str) -> str:
    """Take marks and case off; "Tên_Xã", "TEN XA" and "TenXa" are "ten xa"."""
    return header_words(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header))


def find_header(headers: Iterable[Any], patterns: Iterable[str]) -> int | None:
    """Find the position of a header, written plainly, by patterns of which the likeliest comes first."""
    plain = [plain_header(str(header)) for header in headers]
    found = (i for pattern in patterns for i, text in enumerate(plain) if re.fullmatch(pattern, text))
    return next(found, None)


def find_column(records: pd.DataFrame, named: str | None, usual: Sequence[str], what: str | None) -> Any:
    """
    Find a column: the one that was named, else the first of the usual ones.

    `what` says what the column is needed for; None makes it optional.
    """
    found = ", ".join(map(str, records.columns)) or "no column"
    if named is not None:
        alike = [name for name in records.columns if clean(str(name)) == clean(named)]
        if named not in records and len(alike) != 1:
            raise InputError(f"there is no column '{named}'; found {found}")
        column: Any = named if named in records else alike[0]
    else:
        position = find_header(records.columns, map(plain_header, usual))
        column = None if position is None else records.columns[position]
    if column is None and what is not None:
        expected = ", ".join(usual[:6])
        raise InputError(
            f"no column holds {what}; expected one of {expected} and the like, or say which; found {found}"
        )
    if list(records.columns).count(column) > 1:
        raise InputError(f"the column '{column}' is there several times; expected once; found {found}")
    return column
