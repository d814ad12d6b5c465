"""Administrative polygons: read and check the communes, dissolve them, measure them on the ground."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS, Geod
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info

from bk_gis.errors import CrsError, Problem

WGS84 = "EPSG:4326"
COLUMNS = ("code", "name", "unit_type", "district_code", "district")
_GEOD = Geod(ellps="WGS84")
_SLACK = np.array([0.01, 0.01, -0.01, -0.01])  # degrees, as bounds: west, south, east, north


def read_communes(path: Path, problems: list[Problem]) -> gpd.GeoDataFrame:
    """Read communes.geojson; add what is wrong to `problems`. EPSG:4326, sorted by code."""

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    empty = gpd.GeoDataFrame({name: pd.Series(dtype=str) for name in COLUMNS}, geometry=[], crs=WGS84)
    communes = _read_polygons(path, problems)
    if communes is None:
        return empty
    missing = [name for name in COLUMNS if name not in communes]
    for name in missing:
        add(None, name, f"the property is missing; found {', '.join(communes.columns.drop('geometry'))}")
    if missing:
        return empty
    for name in COLUMNS:
        for i in np.flatnonzero(communes[name].isna() | (communes[name].astype(str).str.strip() == "")):
            add(int(i) + 1, name, "is empty; expected text")
    communes[list(COLUMNS)] = communes[list(COLUMNS)].astype(str)
    for i in np.flatnonzero(communes["code"].duplicated()):
        add(int(i) + 1, "code", f"'{communes['code'].iloc[i]}' is there twice; expected once")
    for message in geometry_problems(communes):
        add(None, "geometry", message)
    return communes[[*COLUMNS, "geometry"]].sort_values("code", ignore_index=True)


def _read_polygons(path: Path, problems: list[Problem]) -> gpd.GeoDataFrame | None:
    message = "holds no polygon; expected one feature for each commune"
    if not path.exists():
        message = f"there is no such file in {path.parent}"
    else:
        try:
            communes = gpd.read_file(path)
            if isinstance(communes, gpd.GeoDataFrame) and len(communes):
                return communes
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
            message = f"cannot be read: {error}"
    problems.append(Problem(path.name, None, None, message))
    return None


def geometry_problems(polygons: gpd.GeoDataFrame) -> list[str]:
    """Say everything that keeps polygons from being a valid coverage in EPSG:4326."""
    try:
        require_wgs84(polygons)
    except CrsError as error:
        return [str(error)]
    geometries = polygons.geometry.to_numpy()
    label = (polygons["code"] + " " + polygons["name"]).to_numpy()
    usable = shapely.is_valid(geometries) & ~shapely.is_empty(geometries) & ~pd.isna(geometries)
    areal = np.isin(shapely.get_type_id(geometries), (3, 6))
    problems = [
        f"{label[i]} is not a valid polygon: {shapely.is_valid_reason(geometries[i]) or 'it has no geometry'}"
        for i in np.flatnonzero(~usable)
    ] + [
        f"{label[i]} is a {geometries[i].geom_type}; expected a Polygon or MultiPolygon"
        for i in np.flatnonzero(usable & ~areal)
    ]
    if problems:
        return problems
    if shapely.coverage_is_valid(geometries):
        return []
    edges = shapely.coverage_invalid_edges(geometries)
    faulty = label[~shapely.is_empty(edges)]
    return [
        "neighbours overlap or do not share their edges: "
        + ", ".join(sorted(faulty))
        + "; expected a coverage (mend it with a topology tool, such as QGIS 'Fix coverage')"
    ]


def require_wgs84(frame: gpd.GeoDataFrame) -> None:
    """
    Refuse a frame that is not in EPSG:4326 or whose coordinates cannot be degrees.

    Raises
    ------
    CrsError
        No CRS, another CRS, or latitudes beyond 90: swapped axes or metres labelled as degrees.
    """
    if frame.crs is None:
        raise CrsError("the frame has no CRS; say which with set_crs(...)")
    if not CRS(frame.crs).equals(CRS(WGS84), ignore_axis_order=True):
        raise CrsError(f"the CRS is {CRS(frame.crs).name}; expected {WGS84}")
    require_degrees(frame)


def require_degrees(frame: gpd.GeoDataFrame) -> None:
    """Refuse coordinates that a geographic CRS does not allow."""
    if not frame.crs.is_geographic:
        return
    west, south, east, north = frame.total_bounds
    if max(abs(south), abs(north)) > 90 and max(abs(west), abs(east)) <= 90:
        raise CrsError("latitude and longitude are swapped; expected longitude first")
    if max(abs(south), abs(north)) > 90 or max(abs(west), abs(east)) > 180:
        raise CrsError(
            f"coordinates up to {max(abs(east), abs(north)):.0f} are no degrees; the CRS is wrong "
            "(metres of VN-2000 or UTM want set_crs(..., allow_override=True))"
        )


def metric_crs(polygons: gpd.GeoDataFrame) -> CRS:
    """
    Find the VN-2000 / TM-3 zone of a province: the smallest whose area of use holds its polygons.

    Areas of use are the EPSG registry's, as PROJ ships it, in hundredths of a degree; the outer
    boundary may cross one by that. Outside of Vietnam the UTM zone is taken.
    """
    west, south, east, north = polygons.total_bounds + _SLACK
    zones = [
        info
        for info in query_crs_info(
            auth_name="EPSG",
            pj_types="PROJECTED_CRS",  # type: ignore[arg-type]
            area_of_interest=AreaOfInterest(west, south, east, north),
            contains=True,
        )
        if info.name.startswith("VN-2000 / TM-3")
    ]
    if not zones:
        return polygons.estimate_utm_crs()

    def extent(info: Any) -> tuple[float, str]:
        area = info.area_of_use
        return ((area.east - area.west) * (area.north - area.south), info.code)

    return CRS.from_authority("EPSG", min(zones, key=extent).code)


def area_ha(polygons: gpd.GeoSeries) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Geodesic areas in hectares on the WGS 84 ellipsoid; polygons in EPSG:4326."""
    return np.array([abs(_GEOD.geometry_area_perimeter(g)[0]) / 1e4 for g in polygons])


def dissolve(communes: gpd.GeoDataFrame, by: Sequence[str]) -> gpd.GeoDataFrame:
    """Merge communes into larger units, edges untouched; adds `communes` (count) and `area_ha`."""
    groups = communes.groupby(list(by), sort=True)
    keys = [key for key, _ in groups]
    merged = [shapely.coverage_union_all(group.geometry.to_numpy()) for _, group in groups]
    units = gpd.GeoDataFrame(keys, columns=list(by), geometry=merged, crs=communes.crs)
    units.insert(len(by), "communes", groups.size().to_numpy())
    units.insert(len(by) + 1, "area_ha", area_ha(units.geometry).round(1))
    return units
