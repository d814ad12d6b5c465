"""Any file with a table of clusters as a grid of text: copied text, CSV, Word, Excel."""

import csv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bk_gis.errors import InputError, MissingFileError

Grid = list[tuple[int, list[str]]]  # the row as its own program counts, and its cells


def read_grid(path: str | Path) -> Grid:
    """
    Read every table row of a file.

    Parameters
    ----------
    path
        .txt or .tsv with tabs (as copied from Word), .csv with commas or semicolons, .docx, .xlsx.
        Text may be UTF-8 or UTF-16.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        The ending is unknown, or the file is not what its ending says.
    """
    path = Path(path)
    readers: dict[str, Callable[[Path], Iterator[tuple[int, list[str]]]]] = {
        ".txt": _tabbed,
        ".tsv": _tabbed,
        ".csv": _csv,
        ".docx": _docx,
        ".xlsx": _xlsx,
    }
    if not path.is_file():
        raise MissingFileError(f"there is no file {path}")
    if path.suffix.lower() not in readers:
        raise InputError(f"cannot read an annex from {path.name}; expected {', '.join(readers)}")
    return [
        (n, [" ".join(cell.split()) for cell in cells]) for n, cells in readers[path.suffix.lower()](path)
    ]


def _text(path: Path) -> str:
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{path} is not {encoding.upper()} ({error.reason} at byte {error.start}); save it as UTF-8"
        raise InputError(message) from None


def _tabbed(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        yield number, line.split("\t")


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _text(path)
    separator = max(",;\t", key=text.count)
    if separator == "," and text.count(";") > len(text.splitlines()):
        separator = ";"  # a decimal comma in every cell outnumbers the semicolons between them
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: is not readable CSV: {error}") from None


def _docx(path: Path) -> Iterator[tuple[int, list[str]]]:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise InputError(f"{path} is not a Word document (.docx): {error}") from None
    number = 0
    for table in document.tables:
        for row in table.rows:
            number += 1
            # Cells that are merged come once for each column that they cover.
            yield number, [cell.text for cell in row.cells]


def _xlsx(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise InputError(f"{path} is not an Excel workbook (.xlsx): {error}") from None
    for sheet in book.worksheets:
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, [_cell(value) for value in row]


def _cell(value: Any) -> str:
    """Write a number as an annex does, with a decimal comma, so that 1.234 stays one and a bit."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 6):.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)
