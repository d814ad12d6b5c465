"""Read tables and points, write results: whole or not at all."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from bk_gis.admin import WGS84, read_vector, require_arrow
from bk_gis.errors import InputError, MissingFileError, Problem
from bk_gis.geocoder import find_column
from bk_gis.tables import read_cells

_TABLES = {".csv": ",", ".tsv": "\t"}
_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}
_LON = ("lon", "longitude", "lng", "long", "kinh độ")
_LAT = ("lat", "latitude", "vĩ độ")


@contextmanager
def whole_file(target: str | Path) -> Iterator[Path]:
    """
    Give a path to write to; what is there when all went well becomes the target, in one step.

    A failure leaves the target as it was and nothing beside it. The path has the target's own name, in
    a hidden folder beside it, since some formats write their file's name into it.
    """
    target = Path(target).resolve()
    if not target.parent.is_dir():
        raise MissingFileError(f"there is no folder {target.parent} to write {target.name} to")
    if target.exists() and not target.is_file():
        raise InputError(f"cannot write {target}: it is a folder or a device; expected the name of a file")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".part-") as folder:
        part = Path(folder) / target.name
        yield part
        part.replace(target)


def read_table(path: str | Path) -> pd.DataFrame:
    """Read a table as text, or a vector file (GeoJSON, GeoPackage, GeoParquet) as it is."""
    path = _existing(path)
    return _read_text(path)[0] if path.suffix.lower() in _TABLES else _read_vector(path)


def read_points(path: str | Path) -> gpd.GeoDataFrame:
    """Read points: a vector file, or a table with longitude and latitude columns (EPSG:4326)."""
    path = _existing(path)
    if path.suffix.lower() not in _TABLES:
        return _read_vector(path)
    table, rows = _read_text(path)
    lon = find_column(table, None, _LON, "longitudes")
    lat = find_column(table, None, _LAT, "latitudes")
    xy = table[[lon, lat]].apply(pd.to_numeric, errors="coerce")
    problems = [
        Problem(path.name, row, name, f"'{cell}' is not a number; expected degrees with a decimal point")
        for name in (lon, lat)
        for row, cell, number in zip(rows, table[name], xy[name], strict=True)
        if cell.strip() and pd.isna(number)
    ]
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
    points = gpd.GeoSeries(gpd.points_from_xy(xy[lon], xy[lat]), index=table.index, crs=WGS84)
    return gpd.GeoDataFrame(table, geometry=points.where(xy.notna().all(axis=1)))  # no point at NaN, NaN


def _existing(path: str | Path) -> Path:
    if not Path(path).is_file():
        raise MissingFileError(f"there is no file {path}")
    return Path(path)


def _read_text(path: Path) -> tuple[pd.DataFrame, list[int]]:
    """Read a table, and the numbers that a spreadsheet shows for its rows."""
    problems: list[Problem] = []
    cells = read_cells(path, problems, separator=_TABLES[path.suffix.lower()])
    if not cells.header and not problems:
        problems.append(Problem(path.name, None, None, "is empty; expected a header and rows"))
    if problems:
        raise InputError(problems)
    header = [name or f"column_{i}" for i, name in enumerate(cells.header, start=1)]
    frame = pd.DataFrame([line for _, line in cells.rows], columns=header, dtype=str)
    return frame, [number for number, _ in cells.rows]


def write_frame(frame: gpd.GeoDataFrame, path: str | Path) -> None:
    """Write by the ending: .csv (with lon and lat), .geojson, .gpkg or .parquet."""
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in (".csv", ".parquet", *_VECTORS):
        raise InputError(f"cannot write {path.name}; expected it to end in .csv, .geojson, .gpkg or .parquet")
    with whole_file(path) as part:
        if ending == ".csv":
            _with_lon_lat(frame).to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n")
        elif ending == ".parquet":
            require_arrow()
            frame.to_parquet(part)
        else:
            with _no_clock():
                frame.to_file(part, driver=_VECTORS[ending], engine="pyogrio")


@contextmanager
def _no_clock() -> Iterator[None]:
    """Stop the clock for GDAL: a GeoPackage says when it was changed, and same input is same bytes."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _with_lon_lat(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    degrees = frame.geometry.to_crs(WGS84)
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    for name, values in (("lon", degrees.x), ("lat", degrees.y)):
        table[name if name not in table else f"{name}_joined"] = values.round(6)
    return table


def _read_vector(path: Path) -> gpd.GeoDataFrame:
    try:
        frame = read_vector(path)
    except InputError as error:
        raise InputError(f"{path} {error}") from error
    if not isinstance(frame, gpd.GeoDataFrame):
        raise InputError(f"{path} holds no geometry; expected points")
    return frame
