"""Geocode the rows of a file, some at a time where that can be done: it may be larger than memory."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd
from pyproj import CRS

from bk_gis.errors import Lang, Text
from bk_gis.geo.crs import WGS84
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.headers import taken_notes
from bk_gis.io.lines import coded
from bk_gis.io.points import Located, points_column
from bk_gis.io.tables import read_batches
from bk_gis.io.writing import appending, write_frame
from bk_gis.places.communes import OnCommunes
from bk_gis.places.geocoding import (
    DISTRICT_COLUMNS,
    PLACE_COLUMNS,
    Matcher,
    is_placed,
)
from bk_gis.places.join_files import ROWS_AT_A_TIME, can_stream
from bk_gis.places.match_ledger import geometry_as_text, ledger_of, with_outcomes
from bk_gis.places.points import coordinates
from bk_gis.places.values import Alias

_DEGREES = CRS(WGS84)


def geocode_file(
    source: Path,
    output: Path,
    plan: OnCommunes,
    *,
    place: str | None = None,
    district: str | None = None,
    aliases: Iterable[Alias] = (),
    province: str = "",
    lang: Lang = "vi",
    note: Callable[[Text], None] = lambda _note: None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> tuple[int, int]:
    """
    Place the rows of a file and write them to another one; see `geocode`, `read_table` and `write_frame`.

    The output appears when all rows are placed; an error or an interruption leaves nothing. `note` and
    `progress` are those of `join_file`. Returns the number of rows, and of those with a point.
    """
    matcher = Matcher(plan.communes, corrections=plan.place_names, aliases=aliases, province=province)
    streamed = can_stream(source, output)
    batches = read_batches(source, ROWS_AT_A_TIME if streamed else None)
    first = next(batches)
    sought = (place, PLACE_COLUMNS), (district, DISTRICT_COLUMNS)
    for words in (*first.file.notes, *taken_notes(first.table, *sought)):
        note(words)
    form = first.file.form.written
    if not streamed:
        found = with_outcomes(first.table, *matcher.match(first.table, place, district), lang)
        write_frame(found, output, form=form, formats=first.file.formats)
        return len(found), int(is_placed(found).sum())
    rows, placed, as_text = 0, 0, output.suffix.lower() in TEXT_ENDINGS

    def geocode(batch: Batch) -> tuple[pd.DataFrame, Located]:
        nonlocal rows, placed
        outcomes, each = matcher.match(batch.table, place, district)
        kinds, points = ledger_of(outcomes, lang)
        xy = coordinates(points)
        rows += len(each)
        placed += int(np.isfinite(xy[each, 0]).sum())
        progress(len(each))
        table = geometry_as_text(batch.table)
        if as_text:
            return table.assign(**coded(kinds, each)), Located(xy, _DEGREES, each=each)
        columns = {name: values.take(each) for name, values in kinds.items()}
        columns["geometry"] = points_column(xy[each], empty=True)
        return table.assign(**columns), Located(xy[each], _DEGREES, "geometry")

    with appending(output, form=form, degrees=()) as write:
        for batch in chain([first], batches):
            write(*geocode(batch))
    return rows, placed
