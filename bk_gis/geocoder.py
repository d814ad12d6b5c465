"""Records with place names to points: commune centroids, and a ledger of how each was matched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from bk_gis.admin import WGS84, metric_crs, require_wgs84
from bk_gis.errors import InputError
from bk_gis.names import Gazetteer, Match, Place, split_places

PLACE_COLUMNS = ("location", "place", "commune", "xã", "địa điểm")
DISTRICT_COLUMNS = ("district", "huyện")
LEDGER = ("match_method", "match_score", "match_codes", "match_candidates", "match_reason")


@dataclass(frozen=True)
class _Outcome:
    point: shapely.Point
    method: str
    score: float
    codes: str
    candidates: str
    reason: str


def geocode(
    records: pd.DataFrame,
    communes: gpd.GeoDataFrame,
    *,
    place: str | None = None,
    district: str | None = None,
    corrections: pd.DataFrame | None = None,
) -> gpd.GeoDataFrame:
    """
    Place each record at the centroid of the commune that it names.

    Parameters
    ----------
    records
        Any table. Rows, order, index and columns are kept; a column with a ledger name is refused.
    communes
        Polygons in EPSG:4326 with `code`, `name` and `district`, such as `plan.communes`.
    place
        Column with the place name; by default the first there is of location, place, commune.
    district
        Column with the stated district, which decides between communes of one name; by default
        `district` where there is one.
    corrections
        Corrections of printed names (`printed`, `district`, `corrected`), such as `plan.place_names`.

    Returns
    -------
    geopandas.GeoDataFrame
        The records with a point geometry in EPSG:4326 and five ledger columns. `match_method` is
        exact, folded or correction; between for a point between several communes; or ambiguous,
        unknown, empty, where the geometry is empty. `match_score` is the similarity of the name to
        the one matched, 0 to 1; `match_codes` and `match_candidates` are commune codes, parted by
        spaces; `match_reason` says why in words.

    Raises
    ------
    InputError
        No column holds the place names, or a column already has a ledger name.
    CrsError
        The communes are not in EPSG:4326.

    Notes
    -----
    A centroid is computed in the province's VN-2000 zone; where it falls outside of its commune, a
    point on the commune's surface stands in. A record of several communes gets the middle of their
    centroids, or a point on the surface of their union where the middle lies outside.
    """
    require_wgs84(communes)
    place_column = find_column(records, place, PLACE_COLUMNS, "place names")
    district_column = find_column(records, district, DISTRICT_COLUMNS, None)
    if taken := [name for name in LEDGER if name in records]:
        raise InputError(f"the records already have {', '.join(taken)}; drop or rename them")

    centres = Centres(communes)
    gazetteer = Gazetteer(
        map(Place, communes["code"], communes["name"], communes["district"]),
        []
        if corrections is None
        else zip(corrections["printed"], corrections["district"], corrections["corrected"], strict=True),
    )
    names = _texts(records[place_column])
    districts = _texts(records[district_column]) if district_column else [""] * len(records)
    known: dict[tuple[str, str], _Outcome] = {}
    outcomes = []
    for key in zip(names, districts, strict=True):
        if key not in known:
            known[key] = _resolve(*key, gazetteer, centres)
        outcomes.append(known[key])

    found = gpd.GeoDataFrame(
        records.drop(columns="geometry", errors="ignore"),
        geometry=[outcome.point for outcome in outcomes],
        crs=WGS84,
    )
    for column in LEDGER:
        found[column] = [getattr(outcome, column.removeprefix("match_")) for outcome in outcomes]
    return found[[*found.columns.drop("geometry"), "geometry"]]


def find_column(
    records: pd.DataFrame, named: str | None, usual: Sequence[str], what: str | None
) -> str | None:
    """
    Find a column: the one that was named, else the first of the usual ones.

    `what` says what the column is needed for; None makes it optional.
    """
    if named is not None:
        if named in records:
            return named
        raise InputError(f"there is no column '{named}'; found {', '.join(map(str, records.columns))}")
    lowered = {str(column).strip().lower(): column for column in reversed(records.columns)}
    for name in usual:
        if name in lowered:
            return str(lowered[name])
    if what is None:
        return None
    found = ", ".join(map(str, records.columns)) or "no column"
    raise InputError(f"no column holds {what}; expected one of {', '.join(usual)}; found {found}")


class Centres:
    """Centroids of communes on the ground, by code."""

    def __init__(self, communes: gpd.GeoDataFrame) -> None:
        crs = metric_crs(communes)
        self._metric = communes.to_crs(crs).set_index("code").geometry
        self._names = communes.set_index("code")["name"]
        self._to_degrees = Transformer.from_crs(crs, WGS84, always_xy=True)

    def point(self, codes: Sequence[str]) -> tuple[shapely.Point, str]:
        """Find the point for one commune or several, in EPSG:4326, and say what it is in words."""
        polygons = [self._metric[code] for code in codes]
        names = ", ".join(self._names[code] for code in codes)
        centre = shapely.centroid(shapely.multipoints([shapely.centroid(p) for p in polygons]))
        area = polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)
        words = f"centroid of {names}" if len(codes) == 1 else f"midway between the centroids of {names}"
        if not area.contains_properly(centre):
            centre = shapely.point_on_surface(area)
            words = f"point on the surface of {names}; the {words} falls outside"
        return shapely.Point(*self._to_degrees.transform(centre.x, centre.y)), words


def _texts(column: "pd.Series[Any]") -> list[str]:
    return ["" if missing else str(value) for value, missing in zip(column, column.isna(), strict=True)]


def _resolve(name: str, district: str, gazetteer: Gazetteer, centres: Centres) -> _Outcome:
    matches = [gazetteer.match(name, district)]
    parts = split_places(name)
    if not matches[0].places and len(parts) > 1:
        matches = [gazetteer.match(part, district) for part in parts]
    if failed := [match for match in matches if not match.places]:
        method = failed[0].method
        reason = "; ".join(match.reason for match in failed)
        return _Outcome(shapely.Point(), method, 0.0, "", _codes(failed, "candidates"), reason)
    codes = _codes(matches, "places")
    point, words = centres.point(codes.split())
    return _Outcome(
        point,
        method=matches[0].method if len(matches) == 1 else "between",
        score=min(match.score for match in matches),
        codes=codes,
        candidates="",
        reason="; ".join([*(match.reason for match in matches if match.reason), words]),
    )


def _codes(matches: Iterable[Match], which: str) -> str:
    """Commune codes, parted by spaces, in the order of the text, each once."""
    return " ".join(dict.fromkeys(place.code for match in matches for place in getattr(match, which)))


def is_placed(points: gpd.GeoDataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which rows have a point."""
    geometry = points.geometry.to_numpy()
    return ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
