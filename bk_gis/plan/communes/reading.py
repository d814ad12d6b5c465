"""Read and check the communes of a plan folder; each problem located."""

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
from pyogrio.errors import DataSourceError

from bk_gis.errors import InputError, Problem
from bk_gis.geo.coverages import geometry_problems
from bk_gis.geo.crs import WGS84, is_wgs84
from bk_gis.io.vector import read_vector
from bk_gis.language.names import clean
from bk_gis.plan.communes.columns import likely_layer, missing_columns, number_codes
from bk_gis.plan.communes.source import SECTION, CommunesFile, with_stated_crs

COLUMNS = ("code", "name", "unit_type", "district_code", "district")  # the last two where there are districts


def read_communes(
    folder: Path, source: CommunesFile | None, problems: list[Problem], *, districts: bool = True
) -> gpd.GeoDataFrame:
    """
    Read the file of communes that `source` says; add what is wrong to `problems`.

    `districts` says whether they have to be there. Returns the columns of the data contract in EPSG:4326,
    sorted by code; none where the file cannot be used at all, or it is not known which one it is.
    """
    communes = gpd.GeoDataFrame({name: pd.Series(dtype=str) for name in COLUMNS}, geometry=[], crs=WGS84)
    if source is None:
        return communes
    path = folder / source.file

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    found = read_polygons(path, problems, source.reading)
    if found is None:
        return communes
    table = source.in_contract(found)
    if message := missing_columns(
        table, list(found.columns.drop(found.geometry.name)), source, districts=districts
    ):
        add(None, None, message)
        return communes
    columns = [name for name in COLUMNS if name in table]
    for row, column, message in _text_faults(table, columns, source):
        add(row, column, message)
    for name in columns:
        table[name] = _cleaned(table[name])
    ambiguous = _ambiguous_districts(table) if "district" in columns else []
    for message in ambiguous:
        add(None, "district_code", message)
    table, faults = _in_degrees(table, source, repair_command(path))
    for row, message in faults:
        add(row, "geometry", message)
    if ambiguous:
        return communes
    return table[[*columns, "geometry"]].sort_values("code", ignore_index=True)


def _in_degrees(
    communes: gpd.GeoDataFrame, source: CommunesFile, repair: str
) -> tuple[gpd.GeoDataFrame, list[tuple[int | None, str]]]:
    """Transform to EPSG:4326, and say what keeps the polygons from being a coverage there."""
    try:
        communes = with_stated_crs(communes, source.crs)
    except InputError as error:
        return communes, [(None, str(error))]
    # The default file has to be as the data contract says; one that plan.toml describes may have any CRS.
    polygons = communes.to_crs(WGS84) if source.model_fields_set else communes
    return polygons, geometry_problems(polygons, repair)


def repair_command(path: Path) -> str:
    """Say the command that makes a coverage of a file's polygons, to be pasted."""
    return f'bk-gis fix-boundaries "{path}" -o "{path.with_name(path.stem + "_fixed.geojson")}"'


def read_polygons(path: Path, problems: list[Problem], reading: Mapping[str, str]) -> gpd.GeoDataFrame | None:
    """Read the file of communes as it is; None where it cannot be used, which is added to `problems`."""

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
        problems += error.problems or [Problem(path.name, None, None, str(error))]
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


def _text_faults(
    communes: gpd.GeoDataFrame, columns: Iterable[str], source: CommunesFile
) -> list[tuple[int | None, str, str]]:
    numbers, message = number_codes(communes, source)
    faults: list[tuple[int | None, str, str]] = [(None, ", ".join(numbers), message)] if numbers else []
    for name in columns:
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
