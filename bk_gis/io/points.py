"""Points of a table as coordinates, and as WKB in a column: many rows without a geometry for each."""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bk_gis.geo.locator import Array

_HEAD = np.array([1, 1, 0, 0, 0], np.uint8)  # little endian, a point of x and y
_SIZE = 21  # bytes of such a point


@dataclass(frozen=True)
class Shapes:
    """The column of a table that holds its geometry as WKB, None where there is none; and the CRS."""

    column: Any
    crs: Any

    def frame(self, table: pd.DataFrame) -> gpd.GeoDataFrame:
        """Make geometries of the column."""
        wkb = table[self.column].to_numpy(dtype=object, na_value=None)
        series = gpd.GeoSeries(shapely.from_wkb(wkb), index=table.index, crs=self.crs)
        return gpd.GeoDataFrame(table.assign(**{self.column: series}), geometry=self.column)


@dataclass(frozen=True)
class Located:
    """
    Where rows lie: coordinates, shape (n, 2), NaN for none; and the column with them as WKB, if any.

    Where few places are those of many rows, the coordinates are theirs, and `each` is that of each row.
    """

    xy: Array
    crs: Any
    column: Any = None
    each: Array | None = None


def coordinates_in(column: "pd.Series[Any]") -> Array | None:
    """Take the coordinates of points in WKB, shape (n, 2), NaN for none; None where some are other shapes."""
    import pyarrow as pa

    wkb = pa.array(column)
    wkb = wkb.combine_chunks() if isinstance(wkb, pa.ChunkedArray) else wkb
    present = ~np.asarray(wkb.is_null())
    offsets = np.frombuffer(wkb.buffers()[1], np.int32)[wkb.offset :][: len(wkb) + 1]
    if not len(wkb) or not (np.diff(offsets) == _SIZE * present).all():
        return None if len(wkb) else np.empty((0, 2))
    data = np.frombuffer(wkb.buffers()[2] or b"", np.uint8)[offsets[0] : offsets[-1]].reshape(-1, _SIZE)
    if not (data[:, :5] == _HEAD).all():
        return None
    xy = np.full((len(wkb), 2), np.nan)
    xy[present] = np.ascontiguousarray(data[:, 5:]).view("<f8")
    return xy


def points_column(xy: Array, *, empty: bool = False) -> Any:
    """Write coordinates as a column of WKB; where one is NaN there is no point, or an empty one."""
    import pyarrow as pa

    present = empty | ~np.isnan(xy).any(axis=1)
    data = np.empty((int(present.sum()), _SIZE), np.uint8)
    data[:, :5] = _HEAD
    data[:, 5:] = np.ascontiguousarray(xy[present], "<f8").view(np.uint8)
    offsets = np.concatenate([[0], np.cumsum(present * _SIZE)]).astype(np.int32)
    mask = pa.py_buffer(np.packbits(present, bitorder="little"))
    buffers = [mask, pa.py_buffer(offsets), pa.py_buffer(data)]
    return pd.array(pa.Array.from_buffers(pa.binary(), len(xy), buffers), dtype=pd.ArrowDtype(pa.binary()))
