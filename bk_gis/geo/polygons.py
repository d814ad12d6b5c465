"""Administrative polygons: read and check the communes, dissolve them, measure them on the ground."""

import importlib.util
import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataSourceError
from pyproj import CRS, Geod
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.enums import PJType

from bk_gis.errors import CrsError, InputError, Problem
from bk_gis.language.names import clean, fold
from bk_gis.places.gazetteer import folded_district, of_district_unit
from bk_gis.plan.communes.columns import likely_layer, missing_columns, number_codes
from bk_gis.plan.communes.source import SECTION, CommunesFile, with_stated_crs

WGS84 = "EPSG:4326"
COLUMNS = ("code", "name", "unit_type", "district_code", "district")
_GEOD = Geod(ellps="WGS84")
_SLACK = 0.01  # degrees


def read_communes(folder: Path, source: CommunesFile | None, problems: list[Problem]) -> gpd.GeoDataFrame:
    """
    Read the file of communes that `source` says; add what is wrong to `problems`.

    Returns the columns of the data contract in EPSG:4326, sorted by code; none where the file cannot be
    used at all, or it is not known which one it is.
    """
    communes = gpd.GeoDataFrame({name: pd.Series(dtype=str) for name in COLUMNS}, geometry=[], crs=WGS84)
    if source is None:
        return communes
    path = folder / source.file

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    found = _read_polygons(path, problems, source.reading)
    if found is None:
        return communes
    table = source.in_contract(found)
    if message := missing_columns(table, list(found.columns.drop(found.geometry.name)), source):
        add(None, None, message)
        return communes
    for row, column, message in _text_faults(table, source):
        add(row, column, message)
    for name in COLUMNS:
        table[name] = _cleaned(table[name])
    for message in _ambiguous_districts(table):
        add(None, "district_code", message)
    table, faults = _in_degrees(table, source)
    for row, message in faults:
        add(row, "geometry", message)
    return table[[*COLUMNS, "geometry"]].sort_values("code", ignore_index=True)


def _in_degrees(
    communes: gpd.GeoDataFrame, source: CommunesFile
) -> tuple[gpd.GeoDataFrame, list[tuple[int | None, str]]]:
    """Transform to EPSG:4326, and say what keeps the polygons from being a coverage there."""
    try:
        communes = with_stated_crs(communes, source.crs)
    except InputError as error:
        return communes, [(None, str(error))]
    # The default file has to be as the data contract says; one that plan.toml describes may have any CRS.
    polygons = communes.to_crs(WGS84) if source.model_fields_set else communes
    return polygons, geometry_problems(polygons)


def _read_polygons(
    path: Path, problems: list[Problem], reading: Mapping[str, str]
) -> gpd.GeoDataFrame | None:
    def add(message: str) -> None:
        problems.append(Problem(path.name, None, None, message))

    if not path.is_file():
        add(f"there is no such file in {path.parent}")
        return None
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            layer = {} if path.suffix.lower() == ".parquet" else _layer(path, reading.get("layer"))
            communes = read_vector(path, **{**reading, **layer})
    except InputError as error:
        add(str(error))
        return None
    for doubt in caught:
        if doubt.category is not RuntimeWarning:  # of geometries, which are checked one by one
            plain = "plain GeoJSON, text in quotes"
            expected = (
                plain if "json" in path.suffix.lower() else "a file that GDAL reads without this warning"
            )
            add(f"{doubt.message}; expected {expected}")
    if not isinstance(communes, gpd.GeoDataFrame) or not len(communes):
        add("holds no polygon; expected one feature for each commune")
        return None
    flat = communes.geometry.force_2d()  # heights, as KML has them, are no business of a plan
    return communes.set_geometry(flat.set_crs(WGS84, allow_override=True) if is_wgs84(communes) else flat)


def _layer(path: Path, stated: str | None) -> dict[str, str]:
    """Find the layer to read: the stated one, or the only one with geometries."""
    try:
        layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    except DataSourceError:
        return {}  # said where it is read
    if stated is None and len(layers) > 1:
        raise InputError(
            f"has the layers {', '.join(layers)}; write in {SECTION} which holds the communes: "
            f'layer = "{likely_layer(layers)}"'
        )
    if stated is not None and stated not in layers:
        raise InputError(f"has no layer '{stated}', as {SECTION} says; expected one of {', '.join(layers)}")
    return {"layer": layers[0]} if layers and stated is None else {}


def read_vector(path: Path, **reading: str) -> gpd.GeoDataFrame | pd.DataFrame:
    """Read a GeoParquet or, with GDAL, another vector file; a geometry that is none becomes None."""
    arrow = path.suffix.lower() == ".parquet"
    if arrow:
        require_arrow()
    try:
        return gpd.read_parquet(path) if arrow else gpd.read_file(path, on_invalid="ignore", **reading)
    except Exception as error:  # GDAL, Arrow and geopandas raise a dozen kinds for a damaged file
        said = str(error).replace(str(path), path.name).split("; It might help")[0]
        raise InputError(f"cannot be read: {said}") from error


def require_arrow() -> None:
    """Refuse GeoParquet where pyarrow is not installed: it is larger than all the rest together."""
    if importlib.util.find_spec("pyarrow") is None:
        raise InputError("GeoParquet needs pyarrow, which is not installed; pip install 'bk_gis[parquet]'")


def _text_faults(communes: gpd.GeoDataFrame, source: CommunesFile) -> list[tuple[int | None, str, str]]:
    numbers, message = number_codes(communes, source)
    faults: list[tuple[int | None, str, str]] = [(None, ", ".join(numbers), message)] if numbers else []
    for name in COLUMNS:
        values = communes[name]
        # GDAL types a column by its values.
        others = [value for value in values.dropna() if not isinstance(value, str)]
        if others and name not in numbers:
            faults.append((None, name, f"holds {others[0]}, which is no text; expected text"))
        empty = np.flatnonzero(_cleaned(values) == "")
        faults += [(int(i) + 1, name, "is empty; expected text") for i in empty]
    codes = _cleaned(communes["code"])
    again = np.flatnonzero(codes.duplicated() & (codes != ""))
    return faults + [(int(i) + 1, "code", f"'{codes.iloc[i]}' is there twice; expected once") for i in again]


def _cleaned(values: "pd.Series[Any]") -> "pd.Series[str]":
    return pd.Series(["" if none else clean(str(v)) for v, none in zip(values, values.isna(), strict=True)])


def _ambiguous_districts(communes: gpd.GeoDataFrame) -> list[str]:
    pairs = communes[["district", "district_code"]].drop_duplicates()
    pairs = pairs[(pairs != "").all(axis=1)]
    return [
        f"{one} '{name}' has {len(group)} values of {other}: {', '.join(sorted(group[other]))}; expected one"
        for one, other in (("district", "district_code"), ("district_code", "district"))
        for name, group in pairs.groupby(one)
        if len(group) > 1
    ]


def geometry_problems(polygons: gpd.GeoDataFrame) -> list[tuple[int | None, str]]:
    """Say everything that keeps polygons from being a valid coverage in EPSG:4326, feature by feature."""
    try:
        require_wgs84(polygons)
    except CrsError as error:
        return [(None, str(error))]
    geometries = polygons.geometry.to_numpy()
    label = (polygons["code"] + " " + polygons["name"]).to_numpy()
    problems: list[tuple[int | None, str]] = [
        (i + 1, f"{label[i]} {fault}") for i, g in enumerate(geometries) if (fault := _polygon_fault(g))
    ]
    if problems or shapely.coverage_is_valid(geometries):
        return problems
    edges = shapely.coverage_invalid_edges(geometries)
    faulty = label[~shapely.is_empty(edges)]
    return [
        (
            None,
            f"neighbours overlap or do not share their edges: {', '.join(sorted(faulty))}; "
            "expected a coverage, neighbours with the same vertices along their common edge "
            "(docs/plan-folder.md says how to mend it)",
        )
    ]


def _polygon_fault(geometry: Any) -> str:
    if geometry is None or geometry.is_empty:
        return "has no geometry, or a broken one; expected a Polygon or MultiPolygon"
    if geometry.geom_type not in ("Polygon", "MultiPolygon"):
        return f"is a {geometry.geom_type}; expected a Polygon or MultiPolygon"
    if not geometry.is_valid:
        return (
            f"is not a valid polygon: {shapely.is_valid_reason(geometry)}; expected none that crosses itself"
        )
    return ""


def require_wgs84(frame: gpd.GeoDataFrame) -> None:
    """
    Refuse a frame that is not in EPSG:4326 or whose coordinates cannot be degrees.

    Raises
    ------
    CrsError
        No CRS, another CRS, or latitudes beyond 90: swapped axes or metres labelled as degrees.
    """
    if frame.crs is None:
        raise CrsError(f"there is no CRS; expected {WGS84}")
    if not is_wgs84(frame):
        raise CrsError(f"the CRS is {CRS(frame.crs).name}; expected {WGS84}")
    require_degrees(frame)


def is_wgs84(frame: gpd.GeoDataFrame) -> bool:
    """Say whether a frame is in EPSG:4326, with heights or without."""
    return frame.crs is not None and CRS(frame.crs).to_2d().equals(CRS(WGS84), ignore_axis_order=True)


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
            "(metres of VN-2000 or UTM are labelled as degrees)"
        )


def metric_crs(polygons: gpd.GeoDataFrame) -> CRS:
    """
    Find the VN-2000 / TM-3 zone of a province: the smallest whose area of use holds its polygons.

    Areas of use are the EPSG registry's, as PROJ ships it, in hundredths of a degree; the outer
    boundary may cross one by that. Outside of Vietnam the UTM zone is taken.

    Raises
    ------
    InputError
        There is no polygon.
    """
    west, south, east, north = polygons.total_bounds
    if np.isnan(west):
        raise InputError("there is no polygon; expected those of a province")
    # PROJ aborts the process where west is east of east, so a small area is shrunk by less.
    dx, dy = min(_SLACK, (east - west) / 4), min(_SLACK, (north - south) / 4)
    zone = _vn2000_zone(west + dx, south + dy, east - dx, north - dy)
    return polygons.estimate_utm_crs() if zone is None else zone


@lru_cache
def _vn2000_zone(west: float, south: float, east: float, north: float) -> CRS | None:
    """Look the zone up in the registry, which takes a while."""
    zones = [
        info
        for info in query_crs_info(
            auth_name="EPSG",
            pj_types=PJType.PROJECTED_CRS,
            area_of_interest=AreaOfInterest(west, south, east, north),
            contains=True,
        )
        if info.name.startswith("VN-2000 / TM-3")
    ]

    def extent(info: Any) -> tuple[float, str]:
        area = info.area_of_use
        return ((area.east - area.west) * (area.north - area.south), info.code)

    return CRS.from_authority("EPSG", min(zones, key=extent).code) if zones else None


def area_ha(polygons: gpd.GeoSeries) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Geodesic areas in hectares on the WGS 84 ellipsoid; polygons in EPSG:4326."""
    # A hole counts against its polygon only where it runs the other way.
    oriented = shapely.orient_polygons(polygons.to_numpy())
    return np.array([abs(_GEOD.geometry_area_perimeter(g)[0]) / 1e4 for g in oriented])


def dissolve(communes: gpd.GeoDataFrame, by: Sequence[str]) -> gpd.GeoDataFrame:
    """Merge communes into larger units, edges untouched; adds `communes` (count) and `area_ha`."""
    groups = communes.groupby(list(by), sort=True)
    keys = [key for key, _ in groups]
    merged = [shapely.coverage_union_all(group.geometry.to_numpy()) for _, group in groups]
    units = gpd.GeoDataFrame(keys, columns=list(by), geometry=merged, crs=communes.crs)
    units.insert(len(by), "communes", groups.size().to_numpy())
    units.insert(len(by) + 1, "area_ha", area_ha(units.geometry).round(1))
    return units


def match_districts(stated: Iterable[str | None], districts: Sequence[str]) -> list[str | None]:
    """
    Find the district that each record states: the one of the same name, else the only one spelt alike.

    "Ba Bể" finds "Huyện Ba Bể", but not where there is a "Thị xã Ba Bể" as well; "TX Ba Bể" and
    "H. Ba Bể" then say which. None where nothing or more than one fits.
    """
    exact = {clean(district): district for district in districts}
    alike: dict[str, list[str]] = {}
    for district in districts:
        alike.setdefault(fold(district), []).append(district)

    def find(name: str) -> str | None:
        candidates = of_district_unit(alike.get(folded_district(name, alike), []), name)
        return exact.get(clean(name)) or (candidates[0] if len(candidates) == 1 else None)

    return [find(name) if isinstance(name, str) else None for name in stated]
