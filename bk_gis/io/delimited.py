"""Delimited text: how a file is written, and its rows in that form; what is wrong is located."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.io.batches import Batch, TableFile, TextForm, as_one
from bk_gis.io.encodings import is_1258, is_utf8
from bk_gis.io.headers import full_header, header_at
from bk_gis.io.records import Line, in_sizes, is_blank, open_records
from bk_gis.io.whole import file_error, require_file
from bk_gis.language.names import clean
from bk_gis.language.words import both

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
_UNICODE = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
SEPARATORS = "\t;|,"  # of two that fit, the one that texts hold less often
_JUDGED = 20  # records by which the separator is found
_SAMPLE = 1 << 18  # bytes by which the form is judged
_DAMAGE = 0.005  # share of NUL bytes up to which a file is text that is damaged
_MAGIC = {
    b"PK\x03\x04": "xlsx",
    b"\xd0\xcf\x11\xe0": "xls",
    b"%PDF": "pdf",
    b"PAR1": "parquet",
    b"SQLite format 3": "gpkg",
}


def read_strict(path: Path, problems: list[Problem]) -> Batch:
    """
    Read a table that has to be UTF-8 or UTF-16, each name once in its header; add faults to `problems`.

    Rows with more or fewer cells than the header are left out; a table that cannot be read at all has no
    columns.
    """
    batch = Batch(pd.DataFrame(), (), TableFile(path.name, 1))
    try:
        form = text_form(path)
        if form.encoding not in _UNICODE:
            form = replace(form, encoding="utf-8-sig", checked=False)  # so that reading it locates the fault
        batch = next(_batches(path, form, None, problems), batch)
    except InputError as error:
        problems += error.problems
    return once_each(batch, problems)


def once_each(batch: Batch, problems: list[Problem]) -> Batch:
    """Keep the first column of each name; others of the same name are faults."""
    problems += [
        Problem(batch.file.name, batch.file.header_row, name, both("fault_io.columns repeated", count=times))
        for name, times in Counter(batch.table.columns).items()
        if times > 1
    ]
    return replace(batch, table=batch.table.loc[:, ~batch.table.columns.duplicated()])


def text_batches(path: Path, size: int | None) -> Generator[Batch, None, None]:
    """
    Read a table so many rows at a time, at least one batch, be it without rows; None reads all at once.

    Rows with more or fewer cells than the header are all listed, when the batches above the first are read.
    """
    problems: list[Problem] = []
    batch = None
    for batch in _batches(path, text_form(path), size, problems):
        if not problems or (len(batch.rows) and batch.rows[-1] < (problems[0].row or 0)):
            yield batch
    if batch is None:
        raise file_error(path, both("fault_io.no rows"))
    if problems:
        raise InputError(problems)


def _batches(path: Path, form: TextForm, size: int | None, problems: list[Problem]) -> Iterator[Batch]:
    import pyarrow as pa

    with open_records(path, form) as records:
        header_row, names = records.header()
        if not names:
            return
        header = full_header(map(clean, names))
        file = TableFile(path.name, header_row, notes=form.notes, form=form)
        texts = [pa.field(name, pa.large_string()) for name in (*map(str, range(len(names))), "line")]
        empty = pa.schema([pa.field("row", pa.int64()), *texts]).empty_table()
        only: list[int] = []
        for table in in_sizes(records.tables(len(names), path.name, problems, only), size, empty):
            numbers, cells = table["row"].to_numpy(), table.select(table.column_names[1:-1])
            if size is not None:
                cells = cells.rename_columns([header[int(at)] for at in cells.column_names])
                yield Batch(cells, numbers, file, lines=as_one(table["line"]), only=only)
            else:
                frame = cells.combine_chunks().to_pandas(use_threads=False)
                yield Batch(frame.set_axis(header, axis=1), numbers.tolist(), file)


def all_lines(path: Path, form: TextForm) -> Iterator[Line]:
    """Read every line of a text, with the number that a spreadsheet shows."""
    with open_records(path, form) as records:
        yield from records.lines()


def text_form(path: Path) -> TextForm:
    """Find how a text table is written; a file that is not there or no text is an error."""
    require_file(path)
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError as error:
        raise file_error(path, both("fault_file.unreadable", why=error)) from None
    for magic, kind in _MAGIC.items():
        if sample.startswith(magic):
            raise file_error(path, both(f"fault_io.is {kind}"))
    encoding = _encoding(path, sample)
    text = sample.decode(encoding, errors="ignore").removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    # Excel writes and reads a first line "sep=;".
    found = re.fullmatch(r'sep=([^\r"])\r?', first)
    text = rest if found else text
    cut = len(sample) == _SAMPLE
    separator = found[1] if found else _separator(text, cut=cut)
    titles = _title_lines(_first_records(text, separator, cut=cut))
    skipped = titles + bool(found)
    decimal, checked = _decimal(text, separator), not sample.startswith(BOM_UTF8)
    return TextForm(encoding, separator, decimal, skipped, titled=titles > 0, checked=checked)


def _title_lines(records: Sequence[Line]) -> int:
    """
    Count the lines before the header that are titles or blank.

    A title has the separators of its table, as Excel writes it, or a blank line comes after it: else it is
    the header of a single column, whose commas belong to its cells.
    """
    header = header_at([cells for _, cells in records])
    if not header:
        return 0
    (first, title), (line, _) = records[0], records[header]
    return line - 1 if len(title) > 1 or line - first > header else 0


def _separator(text: str, *, cut: bool) -> str:
    """
    Find the first separator by which half of the records have the header's number of cells, 2 or more.

    Where none has half of them, it is the one that has most. A comma is the last to be asked: names hold it
    ("xã, phường") and so do numbers, and what Excel separates by semicolons it leaves without quotes.
    """
    records = {one: _first_records(text, one, cut=cut) for one in SEPARATORS}
    shares = {one: _share_like_header(some) for one, some in records.items()}
    # Titles are asked for last: what is cut at a wrong separator may look like one.
    below = {one: _share_like_header(some, above=_title_lines(some)) for one, some in records.items()}
    best, titled = (max(SEPARATORS, key=lambda one: min(fit[one], 0.5)) for fit in (shares, below))
    if shares[best] < 0.5 <= below[titled]:
        return titled
    if shares[best]:
        return best
    # A single column, which may be of addresses with commas: then as Excel writes it with semicolons.
    single = (one for one in ",;|\t" if all(len(cells) == 1 for _, cells in records[one]))
    return next(single, ",")


def _first_records(text: str, separator: str, *, cut: bool) -> list[Line]:
    """Read the first records, the header among them; the last one of a text that is cut off may be half."""
    records: list[Line] = []
    lines = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1)
    with suppress(csv.Error):  # who reads the whole file says where
        records.extend(islice(((n, cells) for n, cells in lines if not is_blank(cells)), _JUDGED + 1))
    return (cut and records[:-1]) or records


def _share_like_header(records: Sequence[Line], *, above: int = 0) -> float:
    """Share of the records below the titles with the cells of the header; none if that is cut in quotes."""
    lines = [cells for number, cells in records if number > above]
    if not lines or len(lines[0]) < 2 or any(name.count('"') % 2 for name in lines[0]):
        return 0
    return sum(len(line) == len(lines[0]) for line in lines) / len(lines)


def _decimal(text: str, separator: str) -> str:
    """Find the mark of most numbers; where there are none, a comma goes with semicolons, as in Excel."""
    if separator == ",":
        return "."
    end = f'[{re.escape(separator)}"\r\n]'
    commas, points = (len(re.findall(rf"(?<={end})-?\d+{mark}\d+(?={end})", text)) for mark in (",", r"\."))
    return "," if commas > points or (commas == points and separator == ";") else "."


def _encoding(path: Path, sample: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if sample.startswith(bom):
            return encoding
    zeros = [2 * sample[i::2].count(0) / max(len(sample), 1) for i in (0, 1)]  # shares
    if max(zeros) > 0.2 and min(zeros) < 0.05:
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if max(zeros) > _DAMAGE:
        raise file_error(path, both("fault_io.no text", ending=path.suffix))
    if is_utf8(path):
        return "utf-8-sig"
    # What is no Vietnamese in either may be TCVN3 or VNI, which the names' own matching recognises.
    return "cp1258" if is_1258(sample) else "latin-1"
