"""Records of delimited text: read by Arrow where their bytes leave no doubt, else by Python's csv."""

import csv
import io
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

import numpy as np

from bk_gis.errors import Problem
from bk_gis.geo.locator import Array
from bk_gis.io.batches import TextForm
from bk_gis.io.encodings import all_utf8, name_of
from bk_gis.io.lines import joined_cells
from bk_gis.io.whole import file_error
from bk_gis.language.words import both

Line = tuple[int, list[str]]  # the number that a spreadsheet shows for it, and its cells

_BLOCK = 1 << 21  # bytes or letters that are read at once
_LINES = 1 << 14  # lines that become a table at once, where csv reads them


class Records:
    """The records of an open text, each read once; `number` is that of the last one."""

    def __init__(self, parts: Iterator[bytes], form: TextForm) -> None:
        self._parts, self._form = parts, form
        self.number = 0
        self.done = 0  # bytes
        self._open = io.StringIO()  # the part that csv is reading

    def lines(self) -> Iterator[Line]:
        """Read every line from here."""
        return self._by_csv(self._parts)

    def header(self) -> Line:
        """Read up to the header: the first line below the titles that is not blank; no cells if none is."""
        lines = self.lines()
        found = next((one for one in lines if one[0] > self._form.skipped and not is_blank(one[1])), (0, []))
        rest = self._open.read().encode()
        self.done -= len(rest)
        self._parts = chain([rest] if rest else [], self._parts)
        return found

    def tables(
        self, width: int, name: str, problems: list[Problem], only: Sequence[int] = ()
    ) -> Iterator[Any]:
        """
        Read the records from here, some at a time, as Arrow tables: their numbers, `width` texts, the lines.

        Of the texts, only those at the positions in `only` by then, if any, need be there. Blank lines, those
        without a letter, are left out unless they have a record's cells. So are records with more or fewer
        cells: they are faults of the file of that name.
        """
        rest = b""
        for part in self._parts:
            part, rest = _whole_records(rest + part)  # noqa: PLW2901
            if regular := bool(part) and _is_regular(part, self._form.separator):
                table = self._by_arrow(part, width, only)
                if table is not None:
                    yield table
                    continue
            # What is quoted in no regular way ends where csv says, so that all of the rest is csv's.
            parts, rest = ([part], rest) if regular else (chain([part + rest], self._parts), b"")
            yield from self._tables(parts, width, name, problems)
        yield from self._tables([rest], width, name, problems)

    def _by_csv(self, parts: Iterable[bytes]) -> Iterator[Line]:
        return self._cells(chain.from_iterable(map(self._decoded, parts)))

    def _decoded(self, part: bytes) -> io.StringIO:
        self._open = io.StringIO(part.decode(), newline="")
        self.done += len(part)
        return self._open

    def _cells(self, lines: Iterable[str]) -> Iterator[Line]:
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if self._form.quoted else csv.QUOTE_NONE
        for cells in csv.reader(lines, delimiter=self._form.separator, strict=True, quoting=quoting):
            self.number += 1
            yield self.number, cells

    def _by_arrow(self, part: bytes, width: int, only: Sequence[int]) -> Any:
        """Read a part by Arrow, if it reads it just as csv does; else None."""
        import pyarrow as pa
        from pyarrow import csv as arrow

        if b"\0" in part or not ((self._form.checked and part.endswith(b"\n")) or all_utf8(part)):
            return None
        names = list(map(str, range(width)))
        try:
            table = arrow.read_csv(
                pa.BufferReader(part),
                arrow.ReadOptions(use_threads=False, block_size=len(part) + 1, column_names=names),
                arrow.ParseOptions(
                    delimiter=self._form.separator, newlines_in_values=b'"' in part, ignore_empty_lines=False
                ),
                arrow.ConvertOptions(
                    check_utf8=False,
                    column_types=dict.fromkeys(names, pa.large_string()),
                    include_columns=list(map(str, only)),
                ),
            )
        except pa.ArrowInvalid:  # more or fewer cells
            return None
        if (lines := _lines(part, len(table))) is None:
            return None
        numbers = np.arange(self.number + 1, self.number + 1 + len(table))
        self.number, self.done = self.number + len(table), self.done + len(part)
        return _numbered(numbers, table, lines)

    def _tables(
        self, parts: Iterable[bytes], width: int, name: str, problems: list[Problem]
    ) -> Iterator[Any]:
        """Make tables of what csv reads."""
        import pyarrow as pa

        lines = self._by_csv(parts)
        while some := list(islice(lines, _LINES)):
            records = [(n, cells) for n, cells in some if len(cells) == width or not is_blank(cells)]
            faults = _row_faults(records, width, name)
            problems += faults
            bad = {fault.row for fault in faults}
            good = [(number, *cells) for number, cells in records if number not in bad]
            numbers, *columns = zip(*good, strict=True) if good else [()] * (width + 1)
            texts = [pa.array(column, pa.large_string()) for column in columns]
            cells = pa.table(texts, list(map(str, range(width))))
            yield _numbered(numbers, cells, joined_cells(texts, self._form.separator))


def _numbered(numbers: Sequence[int] | Array, texts: Any, lines: Any) -> Any:
    import pyarrow as pa

    return texts.add_column(0, "row", pa.array(numbers, pa.int64())).append_column("line", lines)


def _lines(part: bytes, count: int) -> Any:
    """Give so many records of a regular text as they stand there; None where csv would find others."""
    import pyarrow as pa

    letters = np.frombuffer(part, np.uint8)
    ends = np.flatnonzero(letters == ord("\n"))
    if b"\r" in part and _times("\r", letters) != _times("\r", letters[ends - 1]):
        return None
    cut = not part.endswith(b"\n")
    if len(ends) + cut != count:  # some are in quotes
        ends = ends[np.searchsorted(np.flatnonzero(letters == ord('"')), ends) % 2 == 0]
    bounds = np.zeros(len(ends) + cut + 1, np.int64)
    bounds[1 : len(ends) + 1], bounds[-1] = ends + 1, len(part)
    first = letters[bounds[:-1]]
    if len(first) != count or _times("\n", first) or _times("\r", first):
        return None
    return pa.Array.from_buffers(pa.large_string(), count, [None, pa.py_buffer(bounds), pa.py_buffer(part)])


def _times(letter: str, letters: Array) -> int:
    return int(np.count_nonzero(letters == ord(letter)))


@contextmanager
def open_records(path: Path, form: TextForm) -> Iterator[Records]:
    """Open a text; say what is wrong with it as it is read."""
    with closing(_parts(path, form.encoding)) as parts:
        records = Records(parts, form)
        try:
            yield records
        except UnicodeError as error:
            at = getattr(error, "start", 0) + (records.done if form.encoding == "utf-8-sig" else 0)
            said = {"encoding": name_of(form.encoding), "at": at}
            raise file_error(path, both("fault_io.not encoded", **said)) from None
        except csv.Error:
            raise file_error(path, both("fault_io.open quote", row=records.number)) from None


def _parts(path: Path, encoding: str) -> Generator[bytes, None, None]:
    """Give a text in UTF-8, some lines at a time."""
    if encoding == "utf-8-sig":
        with path.open("rb") as raw:
            raw.seek(len(BOM_UTF8) if raw.read(len(BOM_UTF8)) == BOM_UTF8 else 0)
            while part := raw.read(_BLOCK):
                yield part + raw.readline()
        return
    with path.open(encoding=encoding, newline="") as file:
        while text := file.read(_BLOCK):
            text += file.readline()
            # Windows-1258 holds a tone apart from its letter.
            yield (unicodedata.normalize("NFC", text) if encoding == "cp1258" else text).encode()


def is_blank(line: Sequence[str]) -> bool:
    """Whether the cells of a line hold nothing but spaces."""
    return not any(map(str.strip, line))


def in_sizes(tables: Iterable[Any], size: int | None, empty: Any) -> Iterator[Any]:
    """Cut tables at so many rows; None makes them one. There is at least one, be it without rows."""
    import pyarrow as pa

    if size is None:
        yield pa.concat_tables([empty, *tables])
        return
    some = (table.slice(start, size) for table in tables for start in range(0, len(table), size))
    yield next(some, empty)
    yield from some


def _row_faults(lines: Sequence[Line], width: int, file: str) -> list[Problem]:
    wrong = {number: len(line) for number, line in lines if len(line) != width}
    faults = {n: both("fault_io.row width", count=count, width=width) for n, count in wrong.items()}
    if "\0" in "".join(chain.from_iterable(line for _, line in lines)):
        faults |= {n: both("fault_io.nul") for n, line in lines if "\0" in "".join(line)}
    return [Problem(file, row, None, message) for row, message in sorted(faults.items())]


def _whole_records(part: bytes) -> tuple[bytes, bytes]:
    """Cut a text, which ends with a line, behind its last record: at an end of a line outside of quotes."""
    end, quotes = len(part), _times('"', np.frombuffer(part, np.uint8)) if b'"' in part else 0
    if quotes % 2 == 0:
        return part, b""
    while quotes >= 0:
        start = part.rfind(b'"', 0, end)
        line = part.rfind(b"\n", start + 1, end) if quotes % 2 == 0 else -1
        if line >= 0:
            return part[: line + 1], part[line + 1 :]
        end, quotes = start, quotes - 1
    return b"", part


def _is_regular(part: bytes, separator: str) -> bool:
    """Whether quotes stand around whole cells and are doubled within: then Arrow reads them as csv does."""
    if b'"' not in part or not separator.isascii():
        return separator.isascii()
    letters = np.frombuffer(b"\n" + part + b"\n", np.uint8)
    at = np.flatnonzero(letters == ord('"'))
    opening, closing = at[::2], at[1::2]
    doubled = opening[1:] == closing[:-1] + 1
    outside = np.zeros(256, bool)
    outside[[ord(separator), *b"\r\n"]] = True
    begun, ended = outside[letters[opening - 1]], outside[letters[closing + 1]]
    begun[1:] |= doubled
    ended[:-1] |= doubled
    return bool(begun.all() and ended.all())
