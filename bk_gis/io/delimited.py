"""Read delimited text in the form that it has; what is wrong with it is located."""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.faults import file_error
from bk_gis.io.headers import full_header
from bk_gis.io.text_form import TextForm, is_blank, text_form
from bk_gis.language.names import clean

NUL = "holds a NUL byte, as a damaged file does; expected text"
_UNICODE = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
_Line = tuple[int, list[str]]  # the number that a spreadsheet shows for it, and its cells


def read_strict(path: Path, problems: list[Problem]) -> Batch:
    """
    Read a table that has to be UTF-8 or UTF-16, each name once in its header; add faults to `problems`.

    Rows with more or fewer cells than the header are left out; a table that cannot be read at all has no
    columns.
    """
    try:
        form = text_form(path)
        if form.encoding not in _UNICODE:
            form = replace(form, encoding="utf-8-sig")  # so that reading it locates the fault
        batches = list(_batches(path, form, None, problems))
    except InputError as error:
        problems += error.problems
        batches = []
    batch = batches[0] if batches else Batch(pd.DataFrame(), (), TableFile(path.name, 1))
    problems += [
        Problem(path.name, batch.file.header_row, name, f"the column is there {times} times; expected once")
        for name, times in Counter(batch.table.columns).items()
        if times > 1
    ]
    return batch


def text_batches(path: Path, size: int | None) -> Iterator[Batch]:
    """
    Read a table so many rows at a time, at least one batch, be it without rows; None reads all at once.

    Rows with more or fewer cells than the header are all listed, when the batches above the first are read.
    """
    problems: list[Problem] = []
    batch = None
    for batch in _batches(path, text_form(path), size, problems):
        if not problems:
            yield batch
    if batch is None:
        raise file_error(path, "is empty; expected a header and rows")
    if problems:
        raise InputError(problems)


def _batches(path: Path, form: TextForm, size: int | None, problems: list[Problem]) -> Iterator[Batch]:
    lines = read_lines(path, form)
    header_row, names = next(lines, (0, []))
    if not names:
        return
    header = full_header(map(clean, names))
    file = TableFile(path.name, header_row, notes=form.notes, form=form)
    for some in _chunks(lines, size):
        faults = _row_faults(some, len(header), path.name)
        problems += faults
        bad = {fault.row for fault in faults}
        rows = [number for number, _ in some if number not in bad]
        cells = [line for number, line in some if number not in bad]
        if form.encoding == "cp1258":  # it holds a tone apart from its letter
            cells = [[unicodedata.normalize("NFC", cell) for cell in line] for line in cells]
        yield Batch(pd.DataFrame(cells, columns=header, dtype=str), rows, file)


def _chunks(lines: Iterator[_Line], size: int | None) -> Iterator[list[_Line]]:
    yield list(islice(lines, size))
    while some := list(islice(lines, size)):
        yield some


def _row_faults(lines: Sequence[_Line], width: int, file: str) -> list[Problem]:
    expected = f"expected {width}, as in the header"
    faults = {n: f"has {len(line)} cells; {expected}" for n, line in lines if len(line) != width}
    if "\0" in "".join(chain.from_iterable(line for _, line in lines)):
        faults |= {n: NUL for n, line in lines if "\0" in "".join(line)}
    return [Problem(file, row, None, message) for row, message in sorted(faults.items())]


def read_lines(path: Path, form: TextForm) -> Iterator[_Line]:
    """
    Read the lines of a table, the first of them its header.

    Titles above it are left out, and blank lines: those without a letter, unless they have the cells of a
    record.
    """
    width = None
    for number, line in all_lines(path, form):
        if number > form.skipped and (len(line) == width or not is_blank(line)):
            width = width or len(line)
            yield number, line


def all_lines(path: Path, form: TextForm) -> Iterator[_Line]:
    """Read every line of a text, with the number that a spreadsheet shows."""
    number = 0
    try:
        with path.open(encoding=form.encoding, newline="") as file:
            reader = partial(csv.reader, file, delimiter=form.separator, strict=True)
            lines = reader() if form.quoted else reader(quoting=csv.QUOTE_NONE)
            for number, line in enumerate(lines, start=1):
                yield number, line
    except UnicodeError as error:
        name = form.encoding.removesuffix("-sig").upper()
        why = f"{error.reason} at byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)
        message = f"is not {name} ({why}); save it as CSV UTF-8"
    except csv.Error as error:
        message = f"is not readable after row {number}: {error}; expected quotes in pairs"
    else:
        return
    raise file_error(path, message)
