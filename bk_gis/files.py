"""Write results: whole or not at all."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bk_gis.admin import WGS84
from bk_gis.errors import InputError, MissingFileError

_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}


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
            layer = re.sub(r"\W+", "_", path.stem).strip("_") or "records"  # GDAL would take the part's name
            frame.to_file(part, driver=_VECTORS[ending], engine="pyogrio", layer=layer)


def _with_lon_lat(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    degrees = frame.geometry.to_crs(WGS84)
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    for name, values in (("lon", degrees.x), ("lat", degrees.y)):
        table[name if name not in table else f"{name}_joined"] = values.round(6)
    return table
