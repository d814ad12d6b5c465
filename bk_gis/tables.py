"""Read delimited text: what is wrong with it is located, and never guessed at."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bk_gis.errors import Problem
from bk_gis.names import clean


@dataclass(frozen=True)
class Cells:
    """The cells of a table: a header, and rows with the number that a spreadsheet shows for them."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


def read_cells(
    path: Path,
    problems: list[Problem],
    *,
    separator: str = ",",
    encoding: str = "utf-8-sig",
    skipped: int = 0,
) -> Cells:
    """
    Read a table, of UTF-8 unless said otherwise; add what is wrong to `problems`.

    The header comes after `skipped` lines. Blank lines do not count. Rows with more or fewer cells than
    the header are left out; a table that cannot be read at all has no header.
    """

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    lines = _read_lines(path, separator, encoding, problems)[skipped:]
    header = tuple(clean(name) for name in lines[0]) if lines else ()
    if separator == "," and len(header) == 1 and ";" in header[0]:
        add(1, None, "the columns are parted by ';'; expected ',' (and a decimal point in numbers)")
        return Cells()
    for name, times in Counter(filter(None, header)).items():
        if times > 1:
            add(1, name, f"the column is there {times} times; expected once")
    rows = []
    for number, line in enumerate(lines[1:], start=2 + skipped):
        if any("\0" in cell for cell in line):
            add(number, None, "holds a NUL byte, as a damaged file does; expected text")
        elif len(line) == len(header):
            rows.append((number, tuple(line)))
        elif any(cell.strip() for cell in line):
            add(number, None, f"has {len(line)} cells; expected {len(header)}, as in the header")
    return Cells(header, tuple(rows))


def _read_lines(
    path: Path, separator: str, encoding: str, problems: list[Problem]
) -> Sequence[Sequence[str]]:
    lines: list[list[str]] = []
    try:
        with path.open(encoding=encoding, newline="") as file:
            lines.extend(csv.reader(file, delimiter=separator, strict=True))
    except FileNotFoundError:
        message = f"there is no such file in {path.parent}"
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        message = f"is not {name} ({error.reason} at byte {error.start}); save it as CSV UTF-8"
    except csv.Error as error:
        message = f"is not readable after row {len(lines)}: {error}; expected quotes in pairs"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    else:
        return lines
    problems.append(Problem(path.name, None, None, message))
    return []
