"""Join the points of a file, some rows at a time where that can be done: it may be larger than memory."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pandas as pd

from bk_gis.errors import Lang, Text
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.headers import taken_notes
from bk_gis.io.lines import coded
from bk_gis.io.points import Located, Shapes, coordinates_in, points_column
from bk_gis.io.tables import (
    LAT_COLUMNS,
    LON_COLUMNS,
    OWN_GEOMETRY,
    Coordinates,
    find_coordinates,
    read_batches,
)
from bk_gis.io.writing import APPENDED, appending, write_frame
from bk_gis.language.words import both
from bk_gis.places.communes import OnCommunes
from bk_gis.places.joining import Regions
from bk_gis.places.points import require_points

ROWS_AT_A_TIME = 1 << 16
_INPUTS = (*TEXT_ENDINGS, ".gpkg", ".parquet")


def can_stream(source: Path, output: Path) -> bool:
    """Whether a file can be read and written some rows at a time."""
    return source.suffix.lower() in _INPUTS and output.suffix.lower() in APPENDED


def join_file(
    source: Path,
    output: Path,
    plan: OnCommunes,
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
    nearest_within_m: float | None = None,
    lang: Lang = "vi",
    then: Callable[[pd.DataFrame], pd.DataFrame] = lambda joined: joined,
    note: Callable[[Text], None] = lambda _note: None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> tuple[int, int]:
    """
    Join the points of a file and write them to another one, with as little memory for many as for few.

    See `read_points`, `write_frame` and `join_regions`. The output appears when all rows are joined; an error
    or an interruption leaves nothing. `then` is what else is done to joined rows; `note` is called with each
    thing worth saying of how the file was read, `progress` with the number of rows that were just joined.
    Returns the number of rows, and of those with a commune as stated: within or nearest.
    """
    regions = Regions(plan.communes)
    streamed = can_stream(source, output)
    batches = read_batches(source, ROWS_AT_A_TIME if streamed else None, binary=True)
    first = next(batches)
    table, shapes = first.table, first.shapes
    stated = find_coordinates(table, x=x, y=y, crs=crs, zone=lambda: regions.zone, shapes=shapes)
    sought = ((x, LON_COLUMNS), (y, LAT_COLUMNS)) if stated.columns else ()
    for words in (*first.file.notes, *taken_notes(table, *sought)):
        note(words)
    form, rows, good, doubtful = first.file.form.written, 0, 0, 0
    with_points = not streamed or output.suffix.lower() not in TEXT_ENDINGS

    def join(batch: Batch) -> tuple[pd.DataFrame, Located]:
        nonlocal rows, good, doubtful
        table, located = _located(batch, stated, with_points=with_points)
        kinds, each, ledger = regions.kinds(located, table, nearest_within_m, lang)
        columns = coded(kinds, each)
        if with_points:
            columns = {name: texts.take(each) for name, texts in kinds.items()}
        rows += len(table)
        good += ledger.count("within", "nearest")
        doubtful += ledger.count("zone")
        progress(len(table))
        return then(table.assign(**columns)), located

    if not streamed:
        formats = first.file.formats
        table, located = join(first)
        frame = Shapes(located.column, located.crs).frame(table)
        write_frame(frame, output, form=form, formats=formats, degrees=stated.degrees)
    else:
        with appending(output, form=form, degrees=stated.degrees) as write:
            for batch in chain([first], batches):
                write(*join(batch))
    if doubtful:
        note(both("cli.other zone", count=doubtful))
    return rows, good


def _located(batch: Batch, stated: Coordinates, *, with_points: bool) -> tuple[pd.DataFrame, Located]:
    """Find where the rows of a batch lie; give them a column of points where that is asked for."""
    table, shapes = batch.table, batch.shapes
    if shapes is not None:
        crs = stated.crs if shapes.crs is None else shapes.crs
        xy = coordinates_in(table[shapes.column])
        if xy is None:
            xy = require_points(Shapes(shapes.column, crs).frame(table))
        return table, Located(xy, crs, shapes.column)
    xy, table = stated.read(batch), table.rename(columns={"geometry": OWN_GEOMETRY})
    if not with_points:
        return table, Located(xy, stated.crs)
    return table.assign(geometry=points_column(xy)), Located(xy, stated.crs, "geometry")
