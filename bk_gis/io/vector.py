"""Read vector files: GeoParquet by Arrow, all others by GDAL."""

import importlib.util
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bk_gis.errors import InputError


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
