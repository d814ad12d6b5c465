"""Read tables and points, write results: whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bk_gis.admin import WGS84, read_vector
from bk_gis.errors import InputError, MissingFileError
from bk_gis.geocoder import find_column

_TABLES = (".csv", ".tsv")
_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}
_LON = ("lon", "longitude", "lng", "long", "kinh độ")
_LAT = ("lat", "latitude", "vĩ độ")


@contextmanager
def whole_file(target: str | Path) -> Iterator[Path]:
    """
    Give a path beside the target to write to; rename it onto the target when all went well.

    A failure leaves the target as it was and nothing beside it.
    """
    target = Path(target)
    if not target.parent.is_dir():
        raise MissingFileError(f"there is no folder {target.parent} to write {target.name} to")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_table(path: str | Path) -> pd.DataFrame:
    """Read a table as text, or a vector file (GeoJSON, GeoPackage, GeoParquet) as it is."""
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(f"there is no file {path}")
    if path.suffix.lower() not in _TABLES:
        return _read_vector(path)
    separator = "\t" if path.suffix.lower() == ".tsv" else ","
    try:
        return pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 ({error.reason} at byte {error.start}); save it as CSV UTF-8"
        ) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise InputError(f"{path} is not a readable table: {error}") from None


def read_points(path: str | Path) -> gpd.GeoDataFrame:
    """Read points: a vector file, or a table with longitude and latitude columns (EPSG:4326)."""
    table = read_table(path)
    if isinstance(table, gpd.GeoDataFrame):
        return table
    lon = find_column(table, None, _LON, "longitudes")
    lat = find_column(table, None, _LAT, "latitudes")
    xy = table[[lon, lat]].apply(pd.to_numeric, errors="coerce")
    bad = [
        f"row {i + 2}: '{table[name].iloc[i]}' in column {name}"
        for name in (lon, lat)
        for i in range(len(table))
        if pd.isna(xy[name].iloc[i]) and str(table[name].iloc[i]).strip()
    ]
    if bad:
        raise InputError(
            f"{path}: {len(bad)} coordinates are no numbers; expected degrees with a decimal point: "
            + "; ".join(bad[:20])
            + ("; ..." if len(bad) > 20 else "")
        )
    return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(xy[lon], xy[lat]), crs=WGS84)


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
            frame.to_parquet(part)
        else:
            part.unlink()  # GDAL refuses to add to a file that is no GeoPackage
            frame.to_file(part, driver=_VECTORS[ending], engine="pyogrio")


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
