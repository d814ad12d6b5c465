"""What GDAL leaves to do of a GeoPackage: see that all is in it, and that it tells no time."""

import errno
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

_TIMES = {"gpkg_contents": "last_change", "gpkg_metadata_reference": "timestamp"}
_ALWAYS = "2000-01-01T00:00:00.000Z"
_COUNTERS = (24, 92)  # where SQLite counts changes, and the change of its version; sqlite.org/fileformat


def layer_of(path: Path) -> str:
    """Name the layer of a file; GDAL refuses spaces and signs."""
    return re.sub(r"\W+", "_", path.stem).strip("_") or "records"


def layer_options(names: Iterable[Any]) -> dict[str, str]:
    """Give what keeps a column that is called fid, which GDAL would take for its own numbers."""
    return {"FID": "row_id"} if any(str(name).lower() == "fid" for name in names) else {}


def rows_of(frame: pd.DataFrame, layer: str) -> Counter[str]:
    """Count the rows that a layer and its index have to hold."""
    rows = Counter({layer: len(frame)})
    if isinstance(frame, gpd.GeoDataFrame):
        rows[f"rtree_{layer}_geom_rowid"] = int((~(frame.geometry.isna() | frame.geometry.is_empty)).sum())
    return rows


def finish_geopackage(path: Path, rows: Mapping[str, int]) -> None:
    """
    Refuse a new GeoPackage whose tables do not hold their rows; make all that it says of the time the same.

    GDAL says nothing where the disk is full when it closes the file. The changes are counted anew, since
    GDAL's last one is none where it falls into the same millisecond.
    """
    with closing(sqlite3.connect(path)) as database, database:
        tables = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}
        for table, count in rows.items():
            found = database.execute(f'select count(*) from "{table}"') if table in tables else [(None,)]  # noqa: S608
            if [*found] != [(count,)]:
                raise OSError(errno.EIO, f"not all of {table} was written")
        for table in _TIMES.keys() & tables:
            database.execute(f"update {table} set {_TIMES[table]} = ?", (_ALWAYS,))  # noqa: S608
    with path.open("r+b") as file:
        for start in _COUNTERS:
            file.seek(start)
            file.write((1).to_bytes(4, "big"))
