"""What place names were matched to, as columns of a table: the ledger of geocode."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas.array import from_shapely

from bk_gis.errors import Lang
from bk_gis.geo.crs import WGS84
from bk_gis.io.headers import OWN_GEOMETRY
from bk_gis.language.reasons import Reason, in_words
from bk_gis.places.ledgers import MATCH_LEDGER

LEDGER = tuple(MATCH_LEDGER)

# Rows of one text hold the same string; Arrow's text would be copied for each of them.
_SHARED_TEXT = pd.StringDtype("python", na_value=np.nan)
Numbers = np.ndarray[Any, np.dtype[np.intp]]


class Outcome(NamedTuple):
    """What a place name, and the district stated with it, was matched to; the ledger's columns in order."""

    method: str
    score: float
    codes: str
    candidates: str
    reason: Reason | None
    point: shapely.Point


def with_outcomes(
    records: pd.DataFrame, outcomes: list[Outcome], rows: Numbers, lang: Lang
) -> gpd.GeoDataFrame:
    """Add points and ledger columns to the records; each reason is said once."""
    kinds, points = ledger_of(outcomes, lang)
    geometry = from_shapely(points, crs=WGS84).take(rows)
    types = {name: float if name == "match_score" else _SHARED_TEXT for name in kinds}
    ledger = {name: pd.array(values, dtype=types[name]).take(rows) for name, values in kinds.items()}
    found = pd.DataFrame(ledger, index=records.index, copy=False)
    table = pd.concat([geometry_as_text(records), found], axis=1)
    return gpd.GeoDataFrame(table, geometry=geometry, copy=False)


def ledger_of(outcomes: list[Outcome], lang: Lang) -> tuple[dict[str, Sequence[Any]], Any]:
    """Give the ledger's columns and the points of outcomes."""
    *columns, reasons, points = zip(*outcomes, strict=True) if outcomes else [()] * len(Outcome._fields)
    texts = [_said(why, lang) for why in reasons]
    return dict(zip(LEDGER, [*columns, texts], strict=True)), np.array(points, dtype=object)


@lru_cache(1 << 16)
def _said(why: Reason | None, lang: Lang) -> str:
    return in_words(why, lang)


def geometry_as_text(records: pd.DataFrame) -> pd.DataFrame:
    """Make room for the points: a record's own geometry becomes text, in degrees where its CRS is known."""
    table = pd.DataFrame(records).copy(deep=False)
    for name in [name for name, kind in table.dtypes.items() if kind == "geometry"]:
        shapes = gpd.GeoSeries(table[name])
        table[name] = (shapes if shapes.crs is None else shapes.to_crs(WGS84)).to_wkt()
    return table.rename(columns={"geometry": OWN_GEOMETRY})
