"""Write results: whole or not at all."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from bk_gis.admin import WGS84, require_arrow
from bk_gis.errors import InputError, MissingFileError

_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}


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


def write_frame(frame: gpd.GeoDataFrame, path: str | Path) -> None:
    """Write by the ending: .csv (with lon and lat), .geojson, .gpkg or .parquet."""
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in (".csv", ".parquet", *_VECTORS):
        raise InputError(f"cannot write {path.name}; expected it to end in .csv, .geojson, .gpkg or .parquet")
    with whole_file(path) as part:
        if ending == ".csv":
            with_lon_lat(frame).to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n")
        elif ending == ".parquet":
            require_arrow()
            frame.to_parquet(part)
        else:
            with no_clock():
                frame.to_file(part, driver=_VECTORS[ending], engine="pyogrio", layer=layer_name(part))


def layer_name(path: Path) -> str:
    """Name the layer of a file after it; GDAL refuses a name with spaces or signs."""
    return re.sub(r"\W+", "_", path.stem).strip("_") or "records"


@contextmanager
def no_clock() -> Iterator[None]:
    """Stop the clock for GDAL: a GeoPackage says when it was changed, and same input is same bytes."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def with_lon_lat(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    """Give points as a table with longitude and latitude."""
    degrees = frame.geometry.to_crs(WGS84)
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    for name, values in (("lon", degrees.x), ("lat", degrees.y)):
        table[name if name not in table else f"{name}_joined"] = values.round(6)
    return table
