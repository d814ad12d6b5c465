"""Join the points of a file, some rows at a time where that can be done: it may be larger than memory."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import geopandas as gpd

from bk_gis.errors import Lang, Text
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.headers import taken_notes
from bk_gis.io.tables import LAT_COLUMNS, LON_COLUMNS, find_coordinates, read_batches
from bk_gis.io.vector import has_arrow
from bk_gis.io.writing import APPENDED, appending, write_frame
from bk_gis.language.words import both
from bk_gis.places.communes import OnCommunes
from bk_gis.places.joining import Regions

ROWS_AT_A_TIME = 1 << 16
_INPUTS = (*TEXT_ENDINGS, ".gpkg", ".parquet")


def can_stream(source: Path, output: Path) -> bool:
    """Whether a file can be joined some rows at a time; all but text to text takes pyarrow."""
    endings = source.suffix.lower(), output.suffix.lower()
    if endings[0] not in _INPUTS or endings[1] not in APPENDED:
        return False
    return set(endings) <= set(TEXT_ENDINGS) or has_arrow()


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
    then: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame] = lambda joined: joined,
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
    batches = read_batches(source, ROWS_AT_A_TIME if streamed else None)
    first = next(batches)
    coordinates = find_coordinates(first.table, x=x, y=y, crs=crs, zone=lambda: regions.zone)
    sought = ((x, LON_COLUMNS), (y, LAT_COLUMNS)) if coordinates.columns else ()
    for words in (*first.file.notes, *taken_notes(first.table, *sought)):
        note(words)
    form, rows, good, doubtful = first.file.form.written, 0, 0, 0

    def join(batch: Batch) -> gpd.GeoDataFrame:
        nonlocal rows, good, doubtful
        joined = regions.join(coordinates.points(batch), nearest_within_m=nearest_within_m, lang=lang)
        rows += len(joined)
        good += int(joined["join_method"].isin(["within", "nearest"]).sum())
        doubtful += int((joined["join_method"] == "zone").sum())
        progress(len(joined))
        return then(joined)

    if not streamed:
        formats = first.file.formats
        write_frame(join(first), output, form=form, formats=formats, degrees=coordinates.degrees)
    else:
        with appending(output, form=form, degrees=coordinates.degrees) as write:
            for batch in chain([first], batches):
                write(join(batch))
    if doubtful:
        note(both("cli.other zone", count=doubtful))
    return rows, good
