"""Points to commune, district and sub-region, by geometry, with a ledger."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bk_gis.admin import WGS84, require_degrees
from bk_gis.errors import CrsError, InputError
from bk_gis.geocoder import DISTRICT_COLUMNS, find_column
from bk_gis.names import fold

if TYPE_CHECKING:
    from bk_gis.plan import Plan

# Column of the result, and the column of the communes that it comes from.
JOINED = {
    "commune_code": "code",
    "commune": "name",
    "district_code": "district_code",
    "district": "district",
    "subregion": "subregion",
}
LEDGER = ("join_method", "join_reason")


def join_regions(
    points: gpd.GeoDataFrame, plan: "Plan", *, stated_district: str | None = None
) -> gpd.GeoDataFrame:
    """
    Find the commune, district and sub-region in which each point lies.

    Parameters
    ----------
    points
        Points in any CRS. Rows, order, index, columns and CRS are kept.
    plan
        The plan whose communes are joined.
    stated_district
        Column with the district that a record states, to be checked against the geometry; by
        default `district` where there is one.

    Returns
    -------
    geopandas.GeoDataFrame
        The points with `commune_code`, `commune`, `district_code`, `district` and `subregion`; a
        name that the points already have gets `_joined` appended. `join_method` is within, outside,
        empty, or differs where the stated district is another one; `join_reason` says so in words.

    Raises
    ------
    CrsError
        The points have no CRS, or coordinates that their CRS does not allow.
    InputError
        A geometry is not a point, or the columns of an earlier join are in the way.

    Notes
    -----
    A point on a shared boundary belongs to the commune with the lowest code.
    """
    return join_communes(points, plan.communes, stated_district=stated_district)


def join_communes(
    points: gpd.GeoDataFrame, communes: gpd.GeoDataFrame, *, stated_district: str | None = None
) -> gpd.GeoDataFrame:
    """Join points to communes that carry a `subregion`; see `join_regions`."""
    column = find_column(points, stated_district, DISTRICT_COLUMNS, None)
    names = {name: f"{name}_joined" if name in points else name for name in JOINED}
    if taken := [name for name in (*names.values(), *LEDGER) if name in points]:
        raise InputError(f"the points already have {', '.join(taken)}; drop or rename them")
    located = _points_in_degrees(points)
    missing = shapely.is_missing(located) | shapely.is_empty(located)
    position = locate(located, communes.geometry.to_numpy())

    joined = points.copy()
    for target, source in JOINED.items():
        values = communes[source].to_numpy(dtype=object)
        joined[names[target]] = np.where(position >= 0, values[position], None)
    method = np.where(position >= 0, "within", np.where(missing, "empty", "outside")).astype(object)
    reason = np.where(
        position >= 0, "", np.where(missing, "the record has no point", "the point lies in no commune")
    ).astype(object)
    if column is not None:
        for i in _disagreements(points[column], joined[names["district"]]):
            method[i] = "differs"
            reason[i] = (
                f"the record states {points[column].iloc[i]}, "
                f"the point lies in {joined[names['district']].iloc[i]}"
            )
    joined["join_method"], joined["join_reason"] = method, reason
    return joined


def locate(
    points: "np.ndarray[Any, np.dtype[Any]]", polygons: "np.ndarray[Any, np.dtype[Any]]"
) -> "np.ndarray[Any, np.dtype[np.intp]]":
    """Position of the first polygon that holds each point, or -1; both in one CRS."""
    position = np.full(len(points), len(polygons), dtype=np.intp)
    index, polygon = shapely.STRtree(polygons).query(points, predicate="intersects")
    np.minimum.at(position, index, polygon)
    position[position == len(polygons)] = -1
    return position


def _points_in_degrees(points: gpd.GeoDataFrame) -> "np.ndarray[Any, np.dtype[Any]]":
    if points.crs is None:
        raise CrsError("the points have no CRS; say which with set_crs(...)")
    geometry = points.geometry.to_numpy()
    kinds = set(points.geom_type[~shapely.is_missing(geometry)]) - {"Point"}
    if kinds:
        raise InputError(
            f"the geometries hold {', '.join(sorted(map(str, kinds)))}; expected points "
            "(for areas and lines take representative_point() first, or overlay them)"
        )
    if not shapely.is_empty(geometry[~shapely.is_missing(geometry)]).all():
        require_degrees(points)
    return points.geometry.to_crs(WGS84).to_numpy()


def _disagreements(stated: "pd.Series[Any]", found: "pd.Series[Any]") -> Sequence[int]:
    return [
        i
        for i, (a, b) in enumerate(zip(stated, found, strict=True))
        if isinstance(a, str) and isinstance(b, str) and fold(a) and fold(a) != fold(b)
    ]
