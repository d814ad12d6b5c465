"""Answer the rows of a file in another one, some at a time where that can be done."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pandas as pd

from bk_gis.errors import InputError, Text
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.found_rows import ENDINGS, write_found
from bk_gis.io.headers import headers_of, taken_notes
from bk_gis.io.points import Found
from bk_gis.io.tables import read_batches
from bk_gis.language.words import both

ROWS_AT_A_TIME = 1 << 16
_KEPT = 1 << 24  # bytes
_INPUTS = (*TEXT_ENDINGS, ".gpkg", ".parquet")


@dataclass(frozen=True)
class Answers:
    """What is asked of the rows of a file: `frame` answers all of them at once, `rows` some of them."""

    frame: Callable[[Batch], tuple[pd.DataFrame, int]]  # with how many of them have what is asked for
    rows: Callable[[Batch], tuple[Found, int]]
    sought: Sequence[tuple[str | None, Sequence[str]]]  # columns, as they were named, and usual names
    used: Collection[str | None]  # columns that `rows` needs
    degrees: Collection[str] = ()  # columns of longitude and latitude


def can_stream(source: Path, output: Path) -> bool:
    """Whether a file can be read and written some rows at a time."""
    return source.suffix.lower() in _INPUTS and output.suffix.lower() in ENDINGS


def answer_file(
    source: Path,
    output: Path,
    begin: Callable[[Batch], Answers],
    *,
    note: Callable[[Text], None] = lambda _note: None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> tuple[int, int]:
    """
    Answer the rows of a file in another one, with as little memory for many as for few.

    `begin` is given the first rows. The output appears when all rows are answered; an error or an
    interruption leaves nothing. `note` is called with each thing worth saying of how the file was read,
    `progress` with the number of rows that were just answered. Returns the number of rows, and of those with
    an answer.
    """
    # Freed at once, and so are parts of a file: glibc keeps twice the largest instead of asking for all anew.
    bytearray(_KEPT)
    streamed = can_stream(source, output)
    done = [0, 0]

    def count(rows: int, good: int) -> None:
        done[0] += rows
        done[1] += good
        progress(rows)

    with closing(read_batches(source, ROWS_AT_A_TIME if streamed else None)) as batches:
        first = next(batches)
        answers = begin(first)
        for words in (*first.file.notes, *taken_notes(first.table, *answers.sought)):
            note(words)

        def found() -> Iterator[Found]:
            for batch in chain([first], batches):
                try:
                    rows, good = answers.rows(batch)
                except InputError as error:
                    if not error.problems or next(batches, None) is None:
                        raise
                    unread = both("fault_io.read so far", row=float(batch.rows[-1]))
                    raise InputError(error.problems, unread) from None
                count(len(batch.rows), good)
                yield rows

        if first.lines is not None and output.suffix.lower() == ".csv":  # lines are written as they stand
            names = headers_of(first.table)
            first.only.extend(i for i, name in enumerate(names) if name in answers.used)
        form = first.file.form.written
        if streamed:
            write_found(output, found(), form=form, degrees=answers.degrees)
        else:
            from bk_gis.io.writing import write_frame

            frame, good = answers.frame(first)
            write_frame(frame, output, form=form, formats=first.file.formats, degrees=answers.degrees)
            count(len(frame), good)
    return done[0], done[1]
