"""Place the rows of a file, which may be larger than memory."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
from pyproj import CRS

from bk_gis.errors import Lang, Text
from bk_gis.geo.crs import WGS84
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.headers import OWN_GEOMETRY
from bk_gis.io.points import Found, coded, points_column
from bk_gis.places.communes import OnCommunes
from bk_gis.places.file_rows import Answers, answer_file
from bk_gis.places.geocoding import DISTRICT_COLUMNS, PLACE_COLUMNS, Matcher, is_placed
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
    Place the rows of a file and write them to another one; see `geocode`, `read_table` and `answer_file`.

    Returns the number of rows, and of those with a point.
    """
    matcher = Matcher(plan.communes, corrections=plan.place_names, aliases=aliases, province=province)
    as_text = output.suffix.lower() in TEXT_ENDINGS

    def begin(first: Batch) -> Answers:
        names = matcher.columns(first.table, place, district)

        def frame(batch: Batch) -> tuple[pd.DataFrame, int]:
            found = with_outcomes(batch.table, *matcher.match(batch.table, place, district), lang)
            return found, int(is_placed(found).sum())

        def rows(batch: Batch) -> tuple[Found, int]:
            cells = [None if name is None else batch.column(name) for name in names]
            outcomes, found = matcher.outcomes(*cells)
            each = found.astype(np.int32)  # one array for all columns, which are then written as one
            kinds, points = ledger_of(outcomes, lang)
            xy = coordinates(points)
            added = {name: coded(texts, each) for name, texts in kinds.items()}
            table, placed = _without_points(batch), int(np.isfinite(xy[each, 0]).sum())
            if as_text:
                return Found(table, added, xy, _DEGREES, each=each, lines=batch.lines), placed
            column = {"geometry": points_column(xy[each], empty=True)}
            return Found(table, added | column, xy[each], _DEGREES, "geometry"), placed

        return Answers(frame, rows, ((place, PLACE_COLUMNS), (district, DISTRICT_COLUMNS)), names)

    return answer_file(source, output, begin, note=note, progress=progress)


def _without_points(batch: Batch) -> Any:
    """Make room for the points in a batch's table; see `geometry_as_text`."""
    table = batch.table
    if batch.shapes is not None:
        name = batch.shapes.column
        shapes = gpd.GeoSeries.from_wkb(batch.column(name).to_pandas(), crs=batch.shapes.crs)
        texts = geometry_as_text(shapes.to_frame(name)).iloc[:, 0]
        table = table.set_column(table.column_names.index(name), name, pa.array(texts))
    names = [OWN_GEOMETRY if name == "geometry" else name for name in table.column_names]
    return table.rename_columns(names)
